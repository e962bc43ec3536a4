//! Where does everything in a comparison stand?
//!
//! Below one ruler each value has its words and its lane: side by side on a wide sheet, one above the other on a narrow one.

use i18n::{Locale, in_parentheses, whole};

use super::{ComparedRow, Comparison};
use crate::ink::Ink;
use crate::lane::{self, Lane, field_edges, open_triangle};
use crate::measure::{Weight, wrapped};
use crate::rows::reason_of;
use crate::scene::{Anchor, Area, Scene, Stroke};
use crate::sheet::{Face, Faces, Sheet};
use crate::shelf::{Key, Shelf, Tag};
use crate::ticks::{Place, Scale};
use crate::words;

const WIDE: f64 = 560.0;
const LANE: f64 = 30.0;

/// Where words and lanes stand.
struct Columns {
    is_wide: bool,
    words_right: f64,
}

pub(super) fn place(comparison: &Comparison, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let mut sheet = Sheet::new(comparison.frame.width(), 1.0);
    sheet.heading(&comparison.frame, &faces);
    for answer in &comparison.answers {
        sheet.paragraph(answer, faces.text, 6);
    }
    sheet.space(8.0);
    let is_wide = sheet.width >= WIDE;
    let share = if is_wide { 0.4 } else { 1.0 };
    let columns = Columns { is_wide, words_right: sheet.left() + (sheet.room() * share).round() };
    let lanes_left = if is_wide { columns.words_right + 14.0 } else { sheet.left() };
    let (ticks, scale, span) = lane::fitted(&comparison.axis, (lanes_left, sheet.right()), faces.small);
    lane::end_words(&mut sheet, &comparison.axis, span, &faces, locale);
    lane::ruler_edge(&mut sheet, &ticks, &scale, faces.small, 1.0);
    for row in comparison.rows.iter().take(Comparison::ROWS) {
        place_row(&mut sheet, comparison, row, (&columns, &scale, span), &faces, locale);
    }
    below(&mut sheet, comparison, &scale, faces.quiet, locale);
    if comparison.rows.len() > Comparison::ROWS {
        let more = whole(comparison.rows.len() - Comparison::ROWS);
        sheet.paragraph(&words::not_drawn(locale, &more), faces.quiet, 2);
    }
    sheet.strip(&comparison.frame, &faces);
    sheet.into_scene()
}

fn place_row(
    sheet: &mut Sheet,
    comparison: &Comparison,
    row: &ComparedRow,
    (columns, scale, span): (&Columns, &Scale, (f64, f64)),
    faces: &Faces,
    locale: Locale,
) {
    let top = sheet.y;
    // fields stand behind the words of no row, and before the band of this one
    let behind = sheet.marks.len();
    sheet.space(6.0);
    row_words(sheet, row, columns.words_right, faces, locale);
    sheet.space(4.0);
    let lane = if columns.is_wide {
        let height = (sheet.y - top).max(LANE + 12.0);
        sheet.y = top + height;
        Lane { top, height, zoom: 1.0 }
    } else {
        let lane = Lane { top: sheet.y, height: LANE, zoom: 1.0 };
        sheet.y += LANE;
        lane
    };
    let words = sheet.marks.split_off(behind);
    in_lane(sheet, comparison, row, (scale, span), &lane);
    sheet.marks.extend(words);
    sheet.line(vec![(sheet.left(), sheet.y), (sheet.right(), sheet.y)], Ink::Grid, 1.0);
    sheet.y += 1.0;
}

/// Name, value, range and what is said about it; the reason where there is no value.
fn row_words(sheet: &mut Sheet, row: &ComparedRow, right: f64, faces: &Faces, locale: Locale) {
    let bold = Face { weight: Weight::Bold, ..faces.text };
    column(sheet, &row.name, bold, (0.0, right), 4);
    column(sheet, &row.detail, faces.small, (0.0, right), 2);
    let Some(reading) = row.known.reading() else {
        let reason = reason_of(&row.known, locale).unwrap_or_default();
        column(sheet, reason, faces.text, (0.0, right), 4);
        column(sheet, words::missing_is_not_bad(locale), faces.small, (0.0, right), 2);
        return;
    };
    let said = in_parentheses(locale, &reading.text, &reading.range_text);
    if faces.text.width(&said) <= right - sheet.left() {
        column(sheet, &said, faces.text, (0.0, right), 1);
    } else {
        column(sheet, &reading.text, faces.text, (0.0, right), 3);
        column(sheet, in_parentheses(locale, "", &reading.range_text).trim(), faces.quiet, (0.0, right), 3);
    }
    if !row.verdict_words.trim().is_empty() {
        let face = Face { ink: Ink::Ink, ..faces.small };
        let radius = face.size * 0.4;
        sheet.verdict(row.verdict, (sheet.left() + radius + 1.0, sheet.y + face.line_height() * 0.52), radius);
        column(sheet, &row.verdict_words, face, (radius * 2.0 + 7.0, right), 4);
    }
}

/// Lines of text that end before a pixel.
fn column(sheet: &mut Sheet, text: &str, face: Face, (indent, right): (f64, f64), most: usize) {
    let left = sheet.left() + indent;
    for line in wrapped(text, face.size, face.weight, right - left, most) {
        sheet.text(&line, (left, sheet.y + face.line_height() * 0.74), Anchor::Start, face);
        sheet.y += face.line_height();
    }
}

/// Field and country behind, band and dot in front; hatching where there is no value.
fn in_lane(
    sheet: &mut Sheet,
    comparison: &Comparison,
    row: &ComparedRow,
    (scale, span): (&Scale, (f64, f64)),
    lane: &Lane,
) {
    let (top, bottom) = (lane.top, lane.top + lane.height);
    if let Some((area, _)) = comparison.field.as_ref().and_then(|field| lane.field(scale, field)) {
        let area = Area { top, bottom, ..area };
        sheet.rect(area, Ink::Field);
        field_edges(sheet, area);
    }
    let national = comparison.national.as_ref().and_then(|national| scale.place(national.value));
    if let Some(Place::On(x)) = national {
        sheet.patterned(vec![(x, top), (x, bottom)], Ink::Ink, 1.2, Stroke::Dashed);
    }
    match row.known.reading() {
        Some(reading) => drop(lane.reading(sheet, scale, reading, Ink::Ink)),
        None => {
            let middle = lane.middle();
            let area = Area::new(span.0, middle - 9.0, span.1, middle + 9.0);
            sheet.rect(area, Ink::Paper);
            sheet.hatch(area, 7.0);
        }
    }
}

/// The names of field and country, below the lanes.
fn below(sheet: &mut Sheet, comparison: &Comparison, scale: &Scale, face: Face, locale: Locale) {
    let mut shelf = Shelf::default();
    let lane = Lane { top: sheet.y, height: LANE, zoom: 1.0 };
    if let Some(field) = &comparison.field
        && let Some((area, is_on)) = lane.field(scale, field)
    {
        let text = beyond(locale, is_on, &field.label);
        shelf.tags.push(Tag { at: (area.left + area.right) / 2.0, key: Key::Field, text, weight: Weight::Regular });
    }
    if let Some(national) = &comparison.national
        && let Some(place) = scale.place(national.value)
    {
        open_triangle(sheet, (place.px(), sheet.y + 1.0), 1.0);
        if !place.is_on() {
            let outward = place.outward();
            lane::chevron(sheet, (place.px() + outward.0 * 7.0, sheet.y + 7.0), outward, (Ink::Ink, 1.0));
        }
        let label = match words::said_of_or_name(locale, &national.label, &national.text) {
            long if face.width(&long) > sheet.room() * 0.5 => national.label.clone(),
            fits => fits,
        };
        shelf.pointer = Some((place.px(), beyond(locale, place.is_on(), &label)));
    }
    shelf.place(sheet, face);
}

fn beyond(locale: Locale, is_on: bool, label: &str) -> String {
    if is_on { label.to_owned() } else { in_parentheses(locale, label, words::off_scale(locale)) }
}
