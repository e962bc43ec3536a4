//! Where do the names of highlighted points stand so that none covers another name or another highlighted point?

use crate::ink::Ink;
use crate::measure::{Weight, wrapped};
use crate::scene::{Anchor, Area, Point};
use crate::sheet::{Face, Sheet};

/// So many names stand in a drawing; the others are in the table.
const MOST_NAMES: usize = 12;
/// The longest name of a register stands in so many lines beside a point on a narrow sheet.
const MOST_LINES: usize = 5;
/// Room around a highlighted point.
const DOT: f64 = 10.0;

/// A point that wants its name beside it.
pub(super) struct Anchored {
    pub name: String,
    pub at: Point,
}

/// Sets each name at the nearest free place, with a thin line where that is not beside its point.
pub(super) fn name_points(sheet: &mut Sheet, points: &[Anchored], plot: Area, face: Face) {
    let face = Face { weight: Weight::Bold, ink: Ink::Ink, ..face };
    let line_height = face.size * 1.25;
    let dots: Vec<Area> =
        points.iter().map(|point| Area::new(point.at.0, point.at.1, point.at.0, point.at.1).grown(DOT)).collect();
    let mut taken: Vec<Area> = Vec::new();
    for point in points.iter().take(MOST_NAMES) {
        let lines = wrapped(&point.name, face.size, face.weight, (plot.right - plot.left) * 0.56, MOST_LINES);
        let width = lines.iter().map(|line| face.width(line)).fold(0.0, f64::max);
        let size = (width, line_height * lines.len() as f64);
        let is_free = |area: &Area| {
            plot.contains(area) && !taken.iter().chain(&dots).any(|other| other.overlaps(&area.grown(1.0)))
        };
        let Some(area) = candidates(point.at, size).find(is_free) else {
            continue;
        };
        if let Some(line) = leader(point.at, &area) {
            sheet.line(line, Ink::Ink, 1.0);
        }
        for (index, line) in lines.iter().enumerate() {
            let baseline = area.top + line_height * index as f64 + face.size * 0.96;
            sheet.rimmed_text(line, (area.left, baseline), Anchor::Start, face);
        }
        taken.push(area);
    }
}

/// Places around a point, nearest first: beside, above, below, then farther out.
fn candidates((x, y): Point, (width, height): (f64, f64)) -> impl Iterator<Item = Area> {
    let beside = [(1.0, 0.0), (-1.0, 0.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0), (0.0, -1.0), (0.0, 1.0)];
    (0..24).flat_map(move |ring| {
        let reach = DOT + 2.0 + f64::from(ring) * 15.0;
        beside.into_iter().map(move |(dx, dy): (f64, f64)| {
            let aside = if dy == 0.0 { reach } else { DOT + 2.0 + reach * 0.3 };
            let left = match dx {
                dx if dx > 0.0 => x + aside,
                dx if dx < 0.0 => x - aside - width,
                _ => x - width / 2.0,
            };
            let top = y + dy * (reach + height / 2.0) - height / 2.0;
            Area::new(left, top, left + width, top + height)
        })
    })
}

fn leader((x, y): Point, area: &Area) -> Option<Vec<Point>> {
    let near = (x.clamp(area.left, area.right), y.clamp(area.top, area.bottom));
    let (dx, dy) = (near.0 - x, near.1 - y);
    let distance = (dx * dx + dy * dy).sqrt();
    if distance < DOT + 8.0 {
        return None;
    }
    let start = (x + dx / distance * 8.5, y + dy / distance * 8.5);
    Some(vec![start, near])
}
