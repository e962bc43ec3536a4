//! How are signs explained above a drawing, one after the other, in as many rows as it takes?

use crate::breaks::numbered_circle;
use crate::icons::draw_person;
use crate::ink::Ink;
use crate::lane::{chevron, field_edges};
use crate::measure::wrapped;
use crate::scene::{Anchor, Area, Stroke};
use crate::sheet::{Face, Sheet};
use crate::spec::Verdict;

/// The sign that is explained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Sign {
    Verdict(Verdict),
    CloudDot,
    Dot,
    Line(Ink, f64, Stroke),
    Field,
    /// The band of what the reader looks for.
    Band,
    Hatch,
    Chevron,
    Number(usize),
    Person(Ink),
    /// Words that explain no sign.
    Nothing,
}

/// Sets signs with their words in rows below what is there.
pub(crate) fn legend(sheet: &mut Sheet, items: &[(Sign, String)], face: Face) {
    let sign_width = face.size * 1.9;
    let line_height = face.line_height();
    let (mut x, mut row_lines) = (sheet.left(), 0);
    for (sign, words) in items.iter().filter(|(_, words)| !words.trim().is_empty()) {
        let lines = wrapped(words, face.size, face.weight, sheet.room() - sign_width, 4);
        let width = sign_width + lines.iter().map(|line| face.width(line)).fold(0.0, f64::max);
        if x > sheet.left() && x + width > sheet.right() {
            sheet.y += line_height * row_lines as f64;
            (x, row_lines) = (sheet.left(), 0);
        }
        draw_sign(sheet, *sign, (x, sheet.y + line_height * 0.5), face);
        for (index, line) in lines.iter().enumerate() {
            let baseline = sheet.y + line_height * (index as f64 + 0.74);
            sheet.text(line, (x + sign_width, baseline), Anchor::Start, face);
        }
        row_lines = row_lines.max(lines.len());
        x += width + face.size * 1.2;
    }
    sheet.y += line_height * row_lines as f64;
}

fn draw_sign(sheet: &mut Sheet, sign: Sign, (left, y): (f64, f64), face: Face) {
    let size = face.size;
    let centre = (left + size * 0.75, y);
    let area = Area::new(left, y - size * 0.42, left + size * 1.5, y + size * 0.42);
    match sign {
        Sign::Verdict(verdict) => sheet.verdict(verdict, centre, size * 0.38),
        Sign::CloudDot => sheet.dot(centre, size * 0.2, Ink::Cloud),
        Sign::Dot => sheet.dot(centre, size * 0.4, Ink::Ink),
        Sign::Line(ink, width, stroke) => {
            sheet.patterned(vec![(area.left, y), (area.right, y)], ink, width, stroke);
        }
        Sign::Field => {
            sheet.rect(area, Ink::Field);
            field_edges(sheet, area);
        }
        Sign::Nothing => {}
        Sign::Person(ink) => draw_person(sheet, centre, size * 1.15, ink),
        Sign::Band => sheet.rect(area, Ink::Ink),
        Sign::Number(number) => numbered_circle(sheet, centre, number, face),
        Sign::Hatch => sheet.hatch(area, 4.0),
        Sign::Chevron => chevron(sheet, (centre.0, centre.1 + 2.0), (0.0, -1.0), (Ink::Ink, 1.0)),
    }
}
