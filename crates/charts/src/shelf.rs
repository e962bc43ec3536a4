//! How are the names of things below a scale set so that none runs into another?
//!
//! Each name wants to stand centred below its thing; where another one stands already it goes one row down,
//! and its sign goes with it.

use crate::ink::Ink;
use crate::lane::field_edges;
use crate::measure::{Weight, wrapped};
use crate::scene::{Anchor, Area};
use crate::sheet::{Face, Sheet};

const GAP: f64 = 10.0;

/// The sign in front of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    None,
    Dot,
    /// The dot of a value that is not where it is drawn.
    OpenDot,
    Field,
}

/// A name with the place it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    pub at: f64,
    pub key: Key,
    pub text: String,
    pub weight: Weight,
}

/// Names to be set, in order of importance; the national one stands beside its triangle.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shelf {
    pub pointer: Option<(f64, String)>,
    pub tags: Vec<Tag>,
}

impl Shelf {
    /// Sets the names in rows and moves the sheet on below them.
    pub fn place(&self, sheet: &mut Sheet, face: Face) {
        let line_height = face.line_height();
        let mut rows: Vec<Row> = Vec::new();
        let top = sheet.y;
        if let Some((x, label)) = &self.pointer {
            rows.push(vec![place_beside_pointer(sheet, face, *x, label, top)]);
        }
        for tag in &self.tags {
            place_tag(sheet, tag, face, top, &mut rows);
        }
        sheet.y = top + line_height * (rows.len() as f64);
    }
}

/// A row of the shelf: from where to where it is taken.
type Row = Vec<(f64, f64)>;

fn place_tag(sheet: &mut Sheet, tag: &Tag, face: Face, top: f64, rows: &mut Vec<Row>) {
    let ink = match tag.weight {
        Weight::Bold => Ink::Ink,
        Weight::Regular => face.ink,
    };
    let face = Face { weight: tag.weight, ink, ..face };
    let line_height = face.line_height();
    let key_width = if tag.key == Key::None { 0.0 } else { face.size * 1.35 };
    let lines = wrapped(&tag.text, face.size, face.weight, sheet.room() - key_width, 4);
    let width = key_width + lines.iter().map(|line| face.width(line)).fold(0.0, f64::max);
    let farthest = (sheet.right() - width).max(sheet.left());
    let left = (tag.at - width / 2.0).clamp(sheet.left(), farthest);
    let row = free_row(rows, lines.len(), (left, left + width));
    draw_key(sheet, tag.key, (left, top + line_height * row as f64), face);
    for (index, line) in lines.iter().enumerate() {
        let baseline = top + line_height * ((row + index) as f64 + 0.74);
        sheet.text(line, (left + key_width, baseline), Anchor::Start, face);
    }
}

/// The first row from which on `count` rows are free between two pixels; takes them.
fn free_row(rows: &mut Vec<Row>, count: usize, (left, right): (f64, f64)) -> usize {
    let is_free = |row: Option<&Row>| {
        row.is_none_or(|taken| taken.iter().all(|(from, to)| right + GAP <= *from || left >= *to + GAP))
    };
    let mut row = 0;
    while !(row..row + count).all(|index| is_free(rows.get(index))) {
        row += 1;
    }
    while rows.len() < row + count {
        rows.push(Vec::new());
    }
    for taken in &mut rows[row..row + count] {
        taken.push((left, right));
    }
    row
}

fn place_beside_pointer(sheet: &mut Sheet, face: Face, x: f64, label: &str, top: f64) -> (f64, f64) {
    let clear = face.size * 0.75;
    let room = (sheet.right() - x - clear).max(x - clear - sheet.left());
    let label = face.shortened(label, room);
    let width = face.width(&label);
    let baseline = top + face.line_height() * 0.74;
    if x + clear + width <= sheet.right() {
        sheet.text(&label, (x + clear, baseline), Anchor::Start, face);
        (x - clear, x + clear + width)
    } else {
        sheet.text(&label, (x - clear, baseline), Anchor::End, face);
        (x - clear - width, x + clear)
    }
}

fn draw_key(sheet: &mut Sheet, key: Key, (left, top): (f64, f64), face: Face) {
    let (size, middle) = (face.size, top + face.line_height() * 0.5);
    match key {
        Key::None => {}
        Key::Dot => sheet.dot((left + size * 0.5, middle), size * 0.4, Ink::Ink),
        Key::OpenDot => {
            sheet.dot((left + size * 0.5, middle), size * 0.4, Ink::Ink);
            sheet.dot((left + size * 0.5, middle), size * 0.25, Ink::Paper);
        }
        Key::Field => {
            let area = Area::new(left, middle - size * 0.4, left + size, middle + size * 0.4);
            sheet.rect(area, Ink::Field);
            field_edges(sheet, area);
        }
    }
}
