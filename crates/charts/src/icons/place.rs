//! Where does every one of the people stand?
//!
//! 50 beside one another where there is room, else 25; two thousands stand side by side as soon as the figures stay large
//! enough to be counted.

use i18n::{Locale, in_parentheses};

use super::{Count, IconArray, IconGroup};
use crate::ink::Ink;
use crate::lane::field_edges;
use crate::legend::{Sign, legend};
use crate::measure::{Weight, wrapped};
use crate::rows::reason_of;
use crate::scene::{Anchor, Area, Point, Scene};
use crate::sheet::{Face, Faces, Sheet};
use crate::words;

/// From this width on two thousands have room side by side.
const TWO: f64 = 320.0;
/// Between two thousands.
const GAP: f64 = 22.0;
/// From this cell on a person has a head and a body; below, people are dots.
const BODY: f64 = 8.5;

/// The cells of one thousand.
#[derive(Debug, Clone, Copy)]
struct Grid {
    left: f64,
    columns: u32,
    cell: f64,
}

impl Grid {
    fn plan(left: f64, width: f64, zoom: f64) -> Grid {
        let columns = if width >= 440.0 { 50 } else { 25 };
        let largest = if columns == 50 { 12.5 } else { 13.0 } * zoom;
        Grid { left, columns, cell: (width / f64::from(columns)).min(largest) }
    }

    fn width(&self) -> f64 {
        self.cell * f64::from(self.columns)
    }

    fn rows(&self) -> u32 {
        IconArray::PEOPLE / self.columns
    }

    fn centre(&self, index: u32, top: f64) -> Point {
        let (column, row) = (index % self.columns, index / self.columns);
        (self.left + (f64::from(column) + 0.5) * self.cell, top + (f64::from(row) + 0.5) * self.cell)
    }

    /// The parts of rows that hold the figures from `first` to before `last`.
    fn runs(&self, (first, last): (u32, u32), top: f64) -> Vec<Area> {
        let run = |row: u32| {
            let (from, to) = (first.max(row * self.columns), last.min((row + 1) * self.columns));
            let x = |index: u32| self.left + f64::from(index - row * self.columns) * self.cell;
            let y = top + f64::from(row) * self.cell;
            (from < to).then(|| Area::new(x(from), y, x(to), y + self.cell))
        };
        (0..self.rows()).filter_map(run).collect()
    }
}

pub(super) fn place(icons: &IconArray, locale: Locale) -> Scene {
    let width = icons.frame.width();
    let zoom = (width / 760.0).clamp(1.0, 2.6);
    let faces = Faces::zoomed(zoom);
    let pad = if zoom > 1.0 { (8.0 * zoom).round() } else { 1.0 };
    let mut sheet = Sheet::new(width, pad);
    sheet.heading(&icons.frame, &faces);
    legend(&mut sheet, &signs(icons, locale), faces.small);
    sheet.space((8.0 * zoom).round());
    match &icons.beside {
        Some(beside) if width >= TWO => side_by_side(&mut sheet, [&icons.own, beside], &faces, locale),
        _ => icons.groups().for_each(|group| below(&mut sheet, group, &faces, locale)),
    }
    sheet.strip(&icons.frame, &faces);
    sheet.into_scene()
}

/// Two thousands whose figures begin at one height, however long their words are.
fn side_by_side(sheet: &mut Sheet, groups: [&IconGroup; 2], faces: &Faces, locale: Locale) {
    let half = (sheet.room() - GAP * faces.zoom) / 2.0;
    let grids = [sheet.left(), sheet.right() - half].map(|left| Grid::plan(left, half, faces.zoom));
    let heads = groups.map(|group| head(group, locale, half, faces));
    let (top, words) = (sheet.y, heads[0].height().max(heads[1].height()));
    let mut bottom = top;
    for ((group, grid), head) in groups.into_iter().zip(grids).zip(&heads) {
        head.draw(sheet, (grid.left, top));
        sheet.y = top + words;
        people(sheet, group, &grid, faces);
        bottom = sheet.y.max(bottom);
    }
    sheet.y = bottom;
}

/// One thousand over the whole width.
fn below(sheet: &mut Sheet, group: &IconGroup, faces: &Faces, locale: Locale) {
    let grid = Grid::plan(sheet.left(), sheet.room(), faces.zoom);
    let head = head(group, locale, sheet.room(), faces);
    let top = sheet.y;
    head.draw(sheet, (grid.left, top));
    sheet.y = top + head.height();
    people(sheet, group, &grid, faces);
    sheet.space((6.0 * faces.zoom).round());
}

fn signs(icons: &IconArray, locale: Locale) -> Vec<(Sign, String)> {
    let counts: Vec<Count> = icons.groups().filter_map(|group| Count::of(&group.known)).collect();
    let mut signs = Vec::new();
    if !counts.is_empty() {
        signs.push((Sign::Person(Ink::Ink), icons.counted_words.clone()));
        signs.push((Sign::Person(Ink::Cloud), icons.others_words.clone()));
    }
    if counts.iter().any(|count| count.zone.is_some()) {
        signs.push((Sign::Field, words::ends_in_zone(locale).to_owned()));
    }
    signs
}

/// What stands above one thousand: whose they are, the number, the range.
struct Head {
    lines: Vec<(String, Face)>,
}

fn head(group: &IconGroup, locale: Locale, room: f64, faces: &Faces) -> Head {
    let bold = Face { weight: Weight::Bold, ..faces.text };
    let mut parts = vec![(group.label.clone(), bold, 6)];
    match group.known.reading() {
        Some(reading) => {
            let said = in_parentheses(locale, &reading.text, &reading.range_text);
            if faces.text.width(&said) <= room {
                parts.push((said, faces.text, 1));
            } else {
                parts.push((reading.text.clone(), faces.text, 3));
                let range = in_parentheses(locale, "", &reading.range_text);
                parts.push((range.trim().to_owned(), faces.quiet, 3));
            }
        }
        None => {
            let reason = reason_of(&group.known, locale).unwrap_or_default();
            parts.push((reason.to_owned(), faces.text, 4));
            parts.push((words::missing_is_not_bad(locale).to_owned(), faces.quiet, 2));
        }
    }
    let lines = parts.into_iter().flat_map(|(text, face, most)| {
        wrapped(&text, face.size, face.weight, room, most).into_iter().map(move |line| (line, face))
    });
    Head { lines: lines.collect() }
}

impl Head {
    fn height(&self) -> f64 {
        self.lines.iter().map(|(_, face)| face.line_height()).sum::<f64>() + 4.0
    }

    fn draw(&self, sheet: &mut Sheet, (left, top): Point) {
        let mut y = top;
        for (line, face) in &self.lines {
            sheet.text(line, (left, y + face.line_height() * 0.74), Anchor::Start, *face);
            y += face.line_height();
        }
    }
}

/// The people of one group from the sheet's place downwards; hatching where nothing is known of them.
fn people(sheet: &mut Sheet, group: &IconGroup, grid: &Grid, faces: &Faces) {
    let top = sheet.y;
    let Some(count) = Count::of(&group.known) else {
        let height = (64.0 * faces.zoom).round();
        sheet.hatch(Area::new(grid.left, top, grid.left + grid.width(), top + height), 8.0 * faces.zoom);
        sheet.y += height;
        return;
    };
    for area in count.zone.map(|zone| grid.runs(zone, top)).unwrap_or_default() {
        sheet.rect(area, Ink::Field);
        field_edges(sheet, area);
    }
    // on the grey ground of the zone a pale figure would be lost
    let pale = count.zone.map_or(count.filled, |(_, end)| end.max(count.filled));
    let kinds = [(pale, IconArray::PEOPLE, Ink::Cloud), (count.filled, pale, Ink::Hatch), (0, count.filled, Ink::Ink)];
    for (from, to, ink) in kinds {
        let centres: Vec<Point> = (from..to).map(|index| grid.centre(index, top)).collect();
        draw_people(sheet, &centres, grid.cell, ink);
    }
    sheet.y += grid.cell * f64::from(grid.rows());
}

/// Heads first, then bodies, so that each kind becomes one path.
fn draw_people(sheet: &mut Sheet, centres: &[Point], cell: f64, ink: Ink) {
    if cell < BODY {
        let radius = cell * if ink == Ink::Ink { 0.42 } else { 0.28 };
        centres.iter().for_each(|centre| sheet.dot(*centre, radius, ink));
        return;
    }
    centres.iter().for_each(|centre| sheet.dot(head_of(*centre, cell), cell * 0.16, ink));
    centres.iter().for_each(|centre| sheet.fill(body_of(*centre, cell), ink));
}

/// A person in a cell, for a legend.
pub(crate) fn draw_person(sheet: &mut Sheet, centre: Point, cell: f64, ink: Ink) {
    draw_people(sheet, &[centre], cell.max(BODY), ink);
}

fn head_of((x, y): Point, cell: f64) -> Point {
    (x, y - cell * 0.24)
}

fn body_of((x, y): Point, cell: f64) -> Vec<Point> {
    let (half, top, bottom) = (cell * 0.27, y - cell * 0.05, y + cell * 0.42);
    let cut = cell * 0.12;
    vec![
        (x - half, bottom),
        (x - half, top + cut),
        (x - half + cut, top),
        (x + half - cut, top),
        (x + half, top + cut),
        (x + half, bottom),
    ]
}
