//! Where does everything in an interval list stand?

use i18n::{Locale, whole};

use super::{IntervalList, IntervalRow};
use crate::ink::Ink;
use crate::lane::{self, Lane};
use crate::legend::{Sign, legend};
use crate::rows::{self, Columns, RowWords};
use crate::scene::{Area, Scene, Stroke};
use crate::sheet::{Faces, Sheet};
use crate::spec::{Emphasis, Verdict};
use crate::ticks::{Place, Scale};
use crate::words;

/// The scene, and where each drawn row stands on it.
pub(super) fn place(list: &IntervalList, locale: Locale) -> (Scene, Vec<(usize, Area)>) {
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
    if list.rows.iter().any(|row| row.known.reading().is_none()) {
        signs.push((Sign::Hatch, words::hatched_is_not_bad(locale).to_owned()));
    }
    legend(&mut sheet, &signs, faces.small);
    sheet.space(6.0);
    let emphases: Vec<Emphasis> = list.rows.iter().map(|row| row.emphasis).collect();
    let indices = rows::drawn(&emphases, IntervalList::ROWS);
    let drawn: Vec<&IntervalRow> = indices.iter().map(|index| &list.rows[*index]).collect();
    let said: Vec<RowWords<'_>> = drawn.iter().map(|row| row_words(row, locale)).collect();
    let mut columns = Columns::plan(&sheet, &said, &faces);
    let bounds = (columns.lane_left, columns.lane_right);
    let (ticks, scale, span) = lane::fitted(&list.axis, bounds, faces.small);
    (columns.lane_left, columns.lane_right) = span;
    lane::end_words(&mut sheet, &list.axis, span, &faces, locale);
    lane::ruler_edge(&mut sheet, &ticks, &scale, faces.small, 1.0);
    let mut areas = Vec::with_capacity(indices.len());
    for ((row, said), index) in drawn.iter().zip(&said).zip(indices) {
        let top = sheet.y;
        columns.row(&mut sheet, said, &faces, |sheet, lane| in_lane(sheet, list, row, &scale, lane));
        areas.push((index, Area::new(sheet.left(), top, sheet.right(), sheet.y)));
    }
    if list.rows.len() > drawn.len() {
        let more = words::more_rows(locale, &whole(list.rows.len() - drawn.len()));
        sheet.paragraph(&more, faces.quiet, 1);
    }
    sheet.strip(&list.frame, &faces);
    (sheet.into_scene(), areas)
}

fn row_words(row: &IntervalRow, locale: Locale) -> RowWords<'_> {
    RowWords {
        name: &row.name,
        detail: &row.detail,
        value: row.known.reading().map_or("", |reading| reading.text.as_str()),
        reason: rows::reason_of(&row.known, locale),
        sign: has_sign(row).then_some(row.verdict),
        emphasis: row.emphasis,
    }
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

/// What lies in the lane of a row that has a value: field and target behind, band and dot in front.
fn in_lane(sheet: &mut Sheet, list: &IntervalList, row: &IntervalRow, scale: &Scale, lane: &Lane) {
    let Some(reading) = row.known.reading() else { return };
    let (top, bottom) = (lane.top, lane.top + lane.height);
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
