//! Where do the names of highlighted points stand so that none covers another name or another highlighted point?

use crate::ink::Ink;
use crate::measure::Weight;
use crate::scene::{Anchor, Area, Point};
use crate::sheet::{Face, Sheet};

/// So many names stand in a drawing; the others are in the table.
const MOST_NAMES: usize = 12;
/// Room around a highlighted point.
const DOT: f64 = 10.0;

/// A point that wants its name beside it.
pub(super) struct Anchored<'a> {
    pub name: &'a str,
    pub at: Point,
}

/// Sets each name at the nearest free place, with a thin line where that is not beside its point.
pub(super) fn name_points(sheet: &mut Sheet, points: &[Anchored<'_>], plot: Area, face: Face) {
    let face = Face {
        weight: Weight::Bold,
        ink: Ink::Ink,
        ..face
    };
    let dots: Vec<Area> = points
        .iter()
        .map(|point| Area::new(point.at.0, point.at.1, point.at.0, point.at.1).grown(DOT))
        .collect();
    let mut taken: Vec<Area> = Vec::new();
    for point in points.iter().take(MOST_NAMES) {
        let name = face.shortened(point.name, (plot.right - plot.left) * 0.62);
        let free = candidates(point.at, face.width(&name), face.size).find(|area| {
            plot.contains(area)
                && !taken
                    .iter()
                    .chain(&dots)
                    .any(|other| other.overlaps(&area.grown(1.0)))
        });
        let Some(area) = free else { continue };
        if let Some(line) = leader(point.at, &area) {
            sheet.line(line, Ink::Ink, 1.0);
        }
        sheet.rimmed_text(
            &name,
            (area.left, area.bottom - face.size * 0.2),
            Anchor::Start,
            face,
        );
        taken.push(area);
    }
}

/// Places around a point, nearest first: beside, above, below, then farther out.
fn candidates((x, y): Point, width: f64, size: f64) -> impl Iterator<Item = Area> {
    let height = size * 1.15;
    (0..16).flat_map(move |ring| {
        let reach = DOT + 2.0 + f64::from(ring) * height;
        let beside = [
            (1.0, 0.0),
            (-1.0, 0.0),
            (1.0, -1.0),
            (1.0, 1.0),
            (-1.0, -1.0),
            (-1.0, 1.0),
            (0.0, -1.0),
            (0.0, 1.0),
        ];
        beside.into_iter().map(move |(dx, dy): (f64, f64)| {
            let side = if dy == 0.0 {
                reach
            } else {
                DOT + 2.0 + reach * 0.3
            };
            let left = if dx > 0.0 {
                x + side
            } else if dx < 0.0 {
                x - side - width
            } else {
                x - width / 2.0
            };
            let top = y + dy * reach - height / 2.0;
            Area::new(left, top, left + width, top + height)
        })
    })
}

fn leader((x, y): Point, area: &Area) -> Option<Vec<Point>> {
    let near = (
        x.clamp(area.left, area.right),
        y.clamp(area.top, area.bottom),
    );
    let (dx, dy) = (near.0 - x, near.1 - y);
    let distance = (dx * dx + dy * dy).sqrt();
    if distance < DOT + 8.0 {
        return None;
    }
    let start = (x + dx / distance * 8.5, y + dy / distance * 8.5);
    Some(vec![start, near])
}
