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
        signs.push((
            Sign::Line(Ink::Ink, 1.2, Stroke::Dashed),
            target.label.clone(),
        ));
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
    lane::end_words(
        &mut sheet,
        &list.axis,
        (columns.lane_left, columns.lane_right),
        &faces,
        locale,
    );
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
        let mut rows = list
            .rows
            .iter()
            .filter(|row| has_sign(row) && row.verdict == *verdict);
        rows.find(|row| !row.verdict_words.trim().is_empty())
            .map(|row| row.verdict_words.clone())
    };
    Verdict::ALL
        .iter()
        .filter_map(|verdict| Some((Sign::Verdict(*verdict), words_of(verdict)?)))
        .collect()
}

fn has_sign(row: &IntervalRow) -> bool {
    row.known.reading().is_some() && row.verdict != Verdict::NotJudged
}

fn columns(list: &IntervalList, sheet: &Sheet, face: Face) -> Columns {
    let is_wide = sheet.width >= WIDE;
    if !is_wide {
        let (lane_left, lane_right) = (sheet.left(), sheet.right());
        return Columns {
            is_wide,
            name_right: sheet.right(),
            value_left: sheet.left(),
            lane_left,
            lane_right,
        };
    }
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let names = widest(&mut list.rows.iter().map(|row| face.width(&row.name)));
    let values = widest(
        &mut list
            .rows
            .iter()
            .filter_map(|row| Some(face.width(&row.known.reading()?.text))),
    );
    let name_right = sheet.left() + SIGN + names.clamp(120.0, sheet.room() * 0.34);
    let value_left = sheet.right() - values.min(sheet.room() * 0.26);
    Columns {
        is_wide,
        name_right,
        value_left,
        lane_left: name_right + 12.0,
        lane_right: value_left - 12.0,
    }
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
    let face = Face {
        weight,
        ..faces.text
    };
    let lane = if columns.is_wide {
        let bottom = names(sheet, row, columns, face, faces.small);
        let lane = Lane {
            top,
            height: (bottom - top).max(30.0),
            zoom: 0.85,
        };
        wide_value(sheet, row, columns, face, lane.middle());
        lane
    } else {
        sheet.y += 5.0;
        let bottom = narrow_words(sheet, row, face, faces.small);
        Lane {
            top: bottom,
            height: 26.0,
            zoom: 0.85,
        }
    };
    in_lane(sheet, list, row, (columns, scale), &lane, faces, locale);
    sheet.y = lane.top + lane.height;
    sheet.line(
        vec![(sheet.left(), sheet.y), (sheet.right(), sheet.y)],
        Ink::Grid,
        1.0,
    );
    sheet.y += 1.0;
}

/// Name and detail at the left of a wide row; returns where they end.
fn names(sheet: &mut Sheet, row: &IntervalRow, columns: &Columns, face: Face, small: Face) -> f64 {
    let left = sheet.left() + SIGN;
    let mut y = sheet.y + 6.0;
    sign(sheet, row, y + face.size * 0.64);
    for line in wrapped(
        &row.name,
        face.size,
        face.weight,
        columns.name_right - left,
        3,
    ) {
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

fn wide_value(sheet: &mut Sheet, row: &IntervalRow, columns: &Columns, face: Face, middle: f64) {
    if let Some(reading) = row.known.reading() {
        let text = face.shortened(&reading.text, sheet.right() - columns.value_left);
        sheet.text(
            &text,
            (sheet.right(), middle + face.size * 0.36),
            Anchor::End,
            face,
        );
    }
}

/// Name, then detail and value on one line, above a narrow row's lane.
fn narrow_words(sheet: &mut Sheet, row: &IntervalRow, face: Face, small: Face) -> f64 {
    sign(sheet, row, sheet.y + face.line_height() * 0.5);
    sheet.indented_paragraph(&row.name, face, SIGN, 3);
    let value = row
        .known
        .reading()
        .map_or("", |reading| reading.text.as_str());
    let value_face = Face {
        ink: Ink::Ink,
        weight: face.weight,
        ..small
    };
    let left = sheet.left() + SIGN;
    let value = value_face.shortened(value, sheet.right() - left);
    let baseline = sheet.y + small.line_height() * 0.74;
    let detail = small.shortened(
        &row.detail,
        (sheet.right() - left - value_face.width(&value) - 12.0).max(0.0),
    );
    sheet.text(&detail, (left, baseline), Anchor::Start, small);
    sheet.text(&value, (sheet.right(), baseline), Anchor::End, value_face);
    if !(detail.is_empty() && value.is_empty()) {
        sheet.y += small.line_height();
    }
    sheet.y
}

fn in_lane(
    sheet: &mut Sheet,
    list: &IntervalList,
    row: &IntervalRow,
    (columns, scale): (&Columns, &Scale),
    lane: &Lane,
    faces: &Faces,
    locale: Locale,
) {
    if let Some((area, _)) = list
        .field
        .as_ref()
        .and_then(|field| lane.field(scale, field))
    {
        sheet.rect(
            Area {
                top: lane.top,
                bottom: lane.top + lane.height,
                ..area
            },
            Ink::Field,
        );
    }
    if row.known.reading().is_some()
        && let Some(Place::On(x)) = list
            .target
            .as_ref()
            .and_then(|target| scale.place(target.value))
    {
        sheet.patterned(
            vec![(x, lane.top), (x, lane.top + lane.height)],
            Ink::Ink,
            1.2,
            Stroke::Dashed,
        );
    }
    match (&row.known, row.known.reading()) {
        (_, Some(reading)) => {
            lane.reading(sheet, scale, reading, Ink::Ink);
        }
        (known, None) => {
            let (left, right) = (columns.lane_left, columns.lane_right);
            let middle = lane.middle();
            sheet.hatch(Area::new(left, middle - 10.0, right, middle + 10.0), 7.0);
            let reason = match known {
                Known::Missing { reason } if !reason.trim().is_empty() => reason.as_str(),
                _ => words::no_figure(locale),
            };
            let face = Face {
                ink: Ink::Ink,
                ..faces.small
            };
            let reason = face.shortened(reason, right - left - 16.0);
            let half = face.width(&reason) / 2.0 + 5.0;
            let centre = (left + right) / 2.0;
            sheet.rect(
                Area::new(centre - half, middle - 11.0, centre + half, middle + 11.0),
                Ink::Paper,
            );
            sheet.text(
                &reason,
                (centre, middle + face.size * 0.36),
                Anchor::Middle,
                face,
            );
        }
    }
}
