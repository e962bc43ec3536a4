//! How does a row of a list share its width? On a wide sheet it is name, lane, value; on a narrow one name and value stand
//! above the lane.

use i18n::Locale;

use crate::ink::Ink;
use crate::lane::Lane;
use crate::measure::{Weight, wrapped};
use crate::scene::{Anchor, Area};
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::{Emphasis, Known, Verdict};
use crate::words;

const WIDE: f64 = 560.0;
const SIGN: f64 = 20.0;

/// What a row says in words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowWords<'a> {
    pub name: &'a str,
    pub detail: &'a str,
    /// The value in words; empty where there is none.
    pub value: &'a str,
    /// Why there is no value.
    pub reason: Option<&'a str>,
    /// The shape in front of the name.
    pub sign: Option<Verdict>,
    pub emphasis: Emphasis,
}

impl RowWords<'_> {
    fn face(&self, faces: &Faces) -> Face {
        let weight = match self.emphasis {
            Emphasis::Highlighted => Weight::Bold,
            Emphasis::Plain => Weight::Regular,
        };
        Face { weight, ..faces.text }
    }
}

/// The reason of a missing value; nothing for one that is there.
pub(crate) fn reason_of(known: &Known, locale: Locale) -> Option<&str> {
    match known {
        known if known.reading().is_some() => None,
        Known::Missing { reason } if !reason.trim().is_empty() => Some(reason),
        _ => Some(words::no_figure(locale)),
    }
}

/// Which rows are drawn where only `room` fit: the first ones, and every one the reader looks for.
pub(crate) fn drawn(emphases: &[Emphasis], room: usize) -> Vec<usize> {
    let looked_for = emphases.iter().filter(|emphasis| **emphasis == Emphasis::Highlighted).count().min(room);
    let (mut looked_for, mut others) = (looked_for, room - looked_for);
    let mut has_room = |index: &usize| {
        let left = if emphases[*index] == Emphasis::Highlighted { &mut looked_for } else { &mut others };
        let fits = *left > 0;
        *left = left.saturating_sub(1);
        fits
    };
    (0..emphases.len()).filter(|index| has_room(index)).collect()
}

/// How all rows of one list share their width.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns {
    is_wide: bool,
    indent: f64,
    name_right: f64,
    value_left: f64,
    pub lane_left: f64,
    pub lane_right: f64,
}

impl Columns {
    pub fn plan(sheet: &Sheet, rows: &[RowWords<'_>], faces: &Faces) -> Columns {
        let indent = if rows.iter().any(|row| row.sign.is_some()) { SIGN } else { 0.0 };
        let (lane_left, lane_right) = (sheet.left(), sheet.right());
        let is_wide = sheet.width >= WIDE;
        if !is_wide {
            return Columns { is_wide, indent, name_right: lane_right, value_left: lane_left, lane_left, lane_right };
        }
        let widest = |width: &dyn Fn(&RowWords<'_>) -> f64| rows.iter().map(width).fold(0.0, f64::max);
        let names = widest(&|row| row.face(faces).width(row.name).max(faces.small.width(row.detail)));
        let values = widest(&|row| row.face(faces).width(row.value));
        let name_right = sheet.left() + indent + names.clamp(120.0, sheet.room() * 0.34);
        // a hair of room, so that the widest value is not parted by rounding
        let value_left = sheet.right() - (values + 1.0).min(sheet.room() * 0.26);
        Columns { is_wide, indent, name_right, value_left, lane_left: name_right + 12.0, lane_right: value_left - 12.0 }
    }

    /// Sets one row and moves the sheet on below it; `in_lane` draws what lies in its lane.
    pub fn row(&self, sheet: &mut Sheet, row: &RowWords<'_>, faces: &Faces, in_lane: impl FnOnce(&mut Sheet, &Lane)) {
        let lane = if self.is_wide {
            self.wide_row(sheet, row, faces, in_lane)
        } else {
            sheet.y += 5.0;
            let top = self.narrow_words(sheet, row, faces);
            let lane = Lane { top, height: 26.0, zoom: 0.85 };
            self.lane(sheet, row, &lane, in_lane);
            lane
        };
        sheet.y = lane.top + lane.height;
        sheet.line(vec![(sheet.left(), sheet.y), (sheet.right(), sheet.y)], Ink::Grid, 1.0);
        sheet.y += 1.0;
    }

    fn lane(&self, sheet: &mut Sheet, row: &RowWords<'_>, lane: &Lane, in_lane: impl FnOnce(&mut Sheet, &Lane)) {
        if row.reason.is_some() {
            let middle = lane.middle();
            sheet.hatch(Area::new(self.lane_left, middle - 9.0, self.lane_right, middle + 9.0), 7.0);
        } else {
            in_lane(sheet, lane);
        }
    }

    fn wide_row(
        &self,
        sheet: &mut Sheet,
        row: &RowWords<'_>,
        faces: &Faces,
        in_lane: impl FnOnce(&mut Sheet, &Lane),
    ) -> Lane {
        let (top, face) = (sheet.y, row.face(faces));
        let bottom = self.names(sheet, row, face, faces.small);
        let value = wrapped(row.value, face.size, face.weight, sheet.right() - self.value_left, 3);
        let reason = self.reason_lines(row, faces.small);
        let lines = value.len().max(reason.len()) as f64;
        let height = (bottom - top).max(lines * face.size * 1.3 + 12.0).max(30.0);
        let lane = Lane { top, height, zoom: 0.85 };
        let line_height = face.size * 1.3;
        let first = lane.middle() - line_height * (value.len() as f64 - 1.0) / 2.0 + face.size * 0.36;
        for (index, line) in value.iter().enumerate() {
            let baseline = first + line_height * index as f64;
            sheet.text(line, (sheet.right(), baseline), Anchor::End, face);
        }
        self.lane(sheet, row, &lane, in_lane);
        self.reason_in_lane(sheet, &reason, &lane, faces.small);
        lane
    }

    /// Name and detail at the left of a wide row; returns where they end.
    fn names(&self, sheet: &mut Sheet, row: &RowWords<'_>, face: Face, small: Face) -> f64 {
        let left = sheet.left() + self.indent;
        let mut y = sheet.y + 6.0;
        sign(sheet, row, y + face.size * 0.64);
        for line in wrapped(row.name, face.size, face.weight, self.name_right - left, 3) {
            sheet.text(&line, (left, y + face.size * 0.96), Anchor::Start, face);
            y += face.size * 1.3;
        }
        // a detail is never cut: it ends with the number of patients
        for line in wrapped(row.detail, small.size, small.weight, self.name_right - left, 3) {
            sheet.text(&line, (left, y + small.size * 0.96), Anchor::Start, small);
            y += small.size * 1.3;
        }
        y + 5.0
    }

    /// Name, then detail and value on one line, above a narrow row's lane; returns where they end.
    fn narrow_words(&self, sheet: &mut Sheet, row: &RowWords<'_>, faces: &Faces) -> f64 {
        let (face, small) = (row.face(faces), faces.small);
        sign(sheet, row, sheet.y + face.line_height() * 0.5);
        sheet.indented_paragraph(row.name, face, self.indent, 3);
        let value_face = Face { ink: Ink::Ink, weight: face.weight, ..small };
        let detail_width = self.indent + small.width(row.detail) + 12.0;
        let has_value = !row.value.trim().is_empty();
        let one_line = has_value && detail_width + value_face.width(row.value) <= sheet.room();
        let top = sheet.y;
        sheet.indented_paragraph(row.detail, small, self.indent, 2);
        if one_line {
            sheet.y = sheet.y.min(top);
        }
        for line in wrapped(row.value, value_face.size, value_face.weight, sheet.room() - self.indent, 3) {
            let baseline = sheet.y + value_face.line_height() * 0.74;
            sheet.text(&line, (sheet.right(), baseline), Anchor::End, value_face);
            sheet.y += value_face.line_height();
        }
        if let Some(reason) = row.reason {
            sheet.indented_paragraph(reason, value_face, self.indent, 4);
        }
        let has_detail = !row.detail.trim().is_empty();
        sheet.y = sheet.y.max(if has_detail { top + small.line_height() } else { top });
        sheet.y
    }

    fn reason_lines(&self, row: &RowWords<'_>, face: Face) -> Vec<String> {
        let room = self.lane_right - self.lane_left - 24.0;
        let lines = |reason| wrapped(reason, face.size, face.weight, room, 4);
        row.reason.map(lines).unwrap_or_default()
    }

    /// The reason on paper in the middle of the hatching.
    fn reason_in_lane(&self, sheet: &mut Sheet, lines: &[String], lane: &Lane, face: Face) {
        let face = Face { ink: Ink::Ink, ..face };
        let half_width = lines.iter().map(|line| face.width(line)).fold(0.0, f64::max) / 2.0 + 5.0;
        let half_height = (face.size * 1.3 * lines.len() as f64 / 2.0 + 2.0).max(10.0);
        let centre = (self.lane_left + self.lane_right) / 2.0;
        if lines.is_empty() {
            return;
        }
        let (top, bottom) = (lane.middle() - half_height, lane.middle() + half_height);
        sheet.rect(Area::new(centre - half_width, top, centre + half_width, bottom), Ink::Paper);
        for (index, line) in lines.iter().enumerate() {
            let middle = lane.middle() + face.size * 1.3 * (index as f64 - (lines.len() as f64 - 1.0) / 2.0);
            sheet.text(line, (centre, middle + face.size * 0.36), Anchor::Middle, face);
        }
    }
}

fn sign(sheet: &mut Sheet, row: &RowWords<'_>, y: f64) {
    if let Some(verdict) = row.sign {
        sheet.verdict(verdict, (sheet.left() + 7.0, y), 5.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Emphasis::{Highlighted as H, Plain as P};

    #[test]
    fn what_the_reader_looks_for_is_drawn_however_late_it_comes() {
        assert_eq!(drawn(&[P, P, P], 5), [0, 1, 2]);
        assert_eq!(drawn(&[P, P, P, P, P], 3), [0, 1, 2]);
        assert_eq!(drawn(&[P, P, P, P, H], 3), [0, 1, 4]);
        assert_eq!(drawn(&[P, H, P, P, H], 3), [0, 1, 4]);
        assert_eq!(drawn(&[H, H, H, H, H], 3), [0, 1, 2]);
        assert_eq!(drawn(&[], 3), Vec::<usize>::new());
        assert_eq!(drawn(&[P, H], 0), Vec::<usize>::new());
    }
}
