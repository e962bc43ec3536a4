//! Where does everything in an interval list stand?
//!
//! On a wide sheet each row is name, lane, value; on a narrow one the name and the value stand above the lane.

use i18n::{Locale, whole};

use super::{IntervalList, IntervalRow};
use crate::ink::Ink;
use crate::lane::{self, Lane};
use crate::legend::{Sign, legend};
use crate::measure::{Weight, wrapped};
use crate::scene::{Anchor, Area, Scene, Stroke};
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::{Emphasis, Known, Verdict};
use crate::ticks::{Place, Scale};
use crate::words;

const WIDE: f64 = 560.0;
const SIGN: f64 = 20.0;

struct Columns {
    is_wide: bool,
    name_right: f64,
    value_left: f64,
    lane_left: f64,
    lane_right: f64,
}

pub(super) fn place(list: &IntervalList, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let mut sheet = Sheet::new(list.frame.width(), 1.0);
    sheet.heading(&list.frame, &faces);
    let mut signs = verdict_signs(list);
    if let Some(target) = &list.target {
        signs.push((Sign::Line(Ink::Ink, 1.2, Stroke::Dashed), target.label.clone()));
    }
    if let Some(field) = &list.field {
        signs.push((Sign::Field, field.label.clone()));
    }
    legend(&mut sheet, &signs, faces.small);
    sheet.space(6.0);
    let mut columns = columns(list, &sheet, faces.text);
    let bounds = (columns.lane_left, columns.lane_right);
    let (ticks, scale, span) = lane::fitted(&list.axis, bounds, faces.small);
    (columns.lane_left, columns.lane_right) = span;
    lane::end_words(&mut sheet, &list.axis, (columns.lane_left, columns.lane_right), &faces, locale);
    lane::ruler_edge(&mut sheet, &ticks, &scale, faces.small, 1.0);
    for row in list.rows.iter().take(IntervalList::ROWS) {
        place_row(&mut sheet, list, row, (&columns, &scale), &faces, locale);
    }
    if list.rows.len() > IntervalList::ROWS {
        let more = words::more_rows(locale, &whole(list.rows.len() - IntervalList::ROWS));
        sheet.paragraph(&more, faces.quiet, 1);
    }
    sheet.strip(&list.frame, &faces);
    sheet.into_scene()
}

/// Each shape that occurs, with its words.
fn verdict_signs(list: &IntervalList) -> Vec<(Sign, String)> {
    let words_of = |verdict: &Verdict| {
        let mut rows = list.rows.iter().filter(|row| has_sign(row) && row.verdict == *verdict);
        rows.find(|row| !row.verdict_words.trim().is_empty()).map(|row| row.verdict_words.clone())
    };
    Verdict::ALL.iter().filter_map(|verdict| Some((Sign::Verdict(*verdict), words_of(verdict)?))).collect()
}

fn has_sign(row: &IntervalRow) -> bool {
    row.known.reading().is_some() && row.verdict != Verdict::NotJudged
}

fn columns(list: &IntervalList, sheet: &Sheet, face: Face) -> Columns {
    let is_wide = sheet.width >= WIDE;
    if !is_wide {
        let (lane_left, lane_right) = (sheet.left(), sheet.right());
        return Columns { is_wide, name_right: sheet.right(), value_left: sheet.left(), lane_left, lane_right };
    }
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let names = widest(&mut list.rows.iter().map(|row| face.width(&row.name)));
    let bold = Face { weight: Weight::Bold, ..face };
    let value =
        |row: &IntervalRow| Some(bold.width(&row.known.reading()?.text).max(face.width(&row.known.reading()?.text)));
    let values = widest(&mut list.rows.iter().filter_map(value));
    let name_right = sheet.left() + SIGN + names.clamp(120.0, sheet.room() * 0.34);
    let value_left = sheet.right() - values.min(sheet.room() * 0.26);
    Columns { is_wide, name_right, value_left, lane_left: name_right + 12.0, lane_right: value_left - 12.0 }
}

fn place_row(
    sheet: &mut Sheet,
    list: &IntervalList,
    row: &IntervalRow,
    (columns, scale): (&Columns, &Scale),
    faces: &Faces,
    locale: Locale,
) {
    let top = sheet.y;
    let weight = match row.emphasis {
        Emphasis::Highlighted => Weight::Bold,
        Emphasis::Plain => Weight::Regular,
    };
    let face = Face { weight, ..faces.text };
    let lane = if columns.is_wide {
        let bottom = names(sheet, row, columns, face, faces.small);
        let value = value_lines(sheet, row, columns, face);
        let reason = reason_lines(row, columns, faces.small, locale);
        let lines = value.len().max(reason.len()) as f64;
        let height = (bottom - top).max(lines * face.size * 1.3 + 12.0).max(30.0);
        let lane = Lane { top, height, zoom: 0.85 };
        wide_value(sheet, &value, face, lane.middle());
        in_lane(sheet, list, row, (columns, scale), &lane);
        reason_in_lane(sheet, &reason, columns, &lane, faces.small);
        lane
    } else {
        sheet.y += 5.0;
        let bottom = narrow_words(sheet, row, face, faces.small, locale);
        let lane = Lane { top: bottom, height: 26.0, zoom: 0.85 };
        in_lane(sheet, list, row, (columns, scale), &lane);
        lane
    };
    sheet.y = lane.top + lane.height;
    sheet.line(vec![(sheet.left(), sheet.y), (sheet.right(), sheet.y)], Ink::Grid, 1.0);
    sheet.y += 1.0;
}

/// Name and detail at the left of a wide row; returns where they end.
fn names(sheet: &mut Sheet, row: &IntervalRow, columns: &Columns, face: Face, small: Face) -> f64 {
    let left = sheet.left() + SIGN;
    let mut y = sheet.y + 6.0;
    sign(sheet, row, y + face.size * 0.64);
    for line in wrapped(&row.name, face.size, face.weight, columns.name_right - left, 3) {
        sheet.text(&line, (left, y + face.size * 0.96), Anchor::Start, face);
        y += face.size * 1.3;
    }
    let detail = small.shortened(&row.detail, columns.name_right - left);
    if !detail.is_empty() {
        sheet.text(&detail, (left, y + small.size * 0.96), Anchor::Start, small);
        y += small.size * 1.3;
    }
    y + 5.0
}

fn sign(sheet: &mut Sheet, row: &IntervalRow, y: f64) {
    if has_sign(row) {
        sheet.verdict(row.verdict, (sheet.left() + 7.0, y), 5.0);
    }
}

/// The value at the right of a wide row, around its middle.
fn wide_value(sheet: &mut Sheet, lines: &[String], face: Face, middle: f64) {
    let line_height = face.size * 1.3;
    let first = middle - line_height * (lines.len() as f64 - 1.0) / 2.0 + face.size * 0.36;
    for (index, line) in lines.iter().enumerate() {
        let baseline = first + line_height * index as f64;
        sheet.text(line, (sheet.right(), baseline), Anchor::End, face);
    }
}

fn value_lines(sheet: &Sheet, row: &IntervalRow, columns: &Columns, face: Face) -> Vec<String> {
    let room = sheet.right() - columns.value_left;
    let lines = |text: &str| wrapped(text, face.size, face.weight, room, 3);
    row.known.reading().map(|reading| lines(&reading.text)).unwrap_or_default()
}

/// Name, then detail and value on one line, above a narrow row's lane.
fn narrow_words(sheet: &mut Sheet, row: &IntervalRow, face: Face, small: Face, locale: Locale) -> f64 {
    sign(sheet, row, sheet.y + face.line_height() * 0.5);
    sheet.indented_paragraph(&row.name, face, SIGN, 3);
    let value = row.known.reading().map_or("", |reading| reading.text.as_str());
    let value_face = Face { ink: Ink::Ink, weight: face.weight, ..small };
    let detail_width = SIGN + small.width(&row.detail) + 12.0;
    let one_line = !value.trim().is_empty() && detail_width + value_face.width(value) <= sheet.room();
    let top = sheet.y;
    sheet.indented_paragraph(&row.detail, small, SIGN, 2);
    if one_line {
        sheet.y = sheet.y.min(top);
    }
    for line in wrapped(value, value_face.size, value_face.weight, sheet.room() - SIGN, 3) {
        let baseline = sheet.y + value_face.line_height() * 0.74;
        sheet.text(&line, (sheet.right(), baseline), Anchor::End, value_face);
        sheet.y += value_face.line_height();
    }
    if let Some(reason) = reason_of(row, locale) {
        sheet.indented_paragraph(reason, value_face, SIGN, 4);
    }
    let has_detail = !row.detail.trim().is_empty();
    sheet.y = sheet.y.max(if has_detail { top + small.line_height() } else { top });
    sheet.y
}

/// What lies in a row's lane: field and target behind, band and dot in front; hatching where there is no value.
fn in_lane(
    sheet: &mut Sheet,
    list: &IntervalList,
    row: &IntervalRow,
    (columns, scale): (&Columns, &Scale),
    lane: &Lane,
) {
    let (top, bottom) = (lane.top, lane.top + lane.height);
    let Some(reading) = row.known.reading() else {
        let middle = lane.middle();
        sheet.hatch(Area::new(columns.lane_left, middle - 9.0, columns.lane_right, middle + 9.0), 7.0);
        return;
    };
    let field = list.field.as_ref().and_then(|field| lane.field(scale, field));
    if let Some((area, _)) = field {
        sheet.rect(Area { top, bottom, ..area }, Ink::Field);
    }
    let target = list.target.as_ref().and_then(|target| scale.place(target.value));
    if let Some(Place::On(x)) = target {
        sheet.patterned(vec![(x, top), (x, bottom)], Ink::Ink, 1.2, Stroke::Dashed);
    }
    lane.reading(sheet, scale, reading, Ink::Ink);
}

/// The reason of a missing value; nothing for a row that has one.
fn reason_of(row: &IntervalRow, locale: Locale) -> Option<&str> {
    match &row.known {
        known if known.reading().is_some() => None,
        Known::Missing { reason } if !reason.trim().is_empty() => Some(reason),
        _ => Some(words::no_figure(locale)),
    }
}

fn reason_lines(row: &IntervalRow, columns: &Columns, face: Face, locale: Locale) -> Vec<String> {
    let room = columns.lane_right - columns.lane_left - 24.0;
    let lines = |reason| wrapped(reason, face.size, face.weight, room, 4);
    reason_of(row, locale).map(lines).unwrap_or_default()
}

/// The reason on paper in the middle of the hatching.
fn reason_in_lane(sheet: &mut Sheet, lines: &[String], columns: &Columns, lane: &Lane, face: Face) {
    let face = Face { ink: Ink::Ink, ..face };
    let half_width = lines.iter().map(|line| face.width(line)).fold(0.0, f64::max) / 2.0 + 5.0;
    let half_height = (face.size * 1.3 * lines.len() as f64 / 2.0 + 2.0).max(10.0);
    let centre = (columns.lane_left + columns.lane_right) / 2.0;
    if lines.is_empty() {
        return;
    }
    let area =
        Area::new(centre - half_width, lane.middle() - half_height, centre + half_width, lane.middle() + half_height);
    sheet.rect(area, Ink::Paper);
    for (index, line) in lines.iter().enumerate() {
        let middle = lane.middle() + face.size * 1.3 * (index as f64 - (lines.len() as f64 - 1.0) / 2.0);
        sheet.text(line, (centre, middle + face.size * 0.36), Anchor::Middle, face);
    }
}
