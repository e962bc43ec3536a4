//! Where does every band of places stand?

use i18n::{Locale, in_parentheses, whole};

use super::{PlacesRow, PlausiblePlaces};
use crate::ink::Ink;
use crate::lane::{self, Lane, field_edges};
use crate::legend::{Sign, legend};
use crate::rows::{self, Columns, RowWords};
use crate::scene::{Area, Scene};
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::{Axis, Emphasis};
use crate::ticks::{Scale, Ticks, tick_label, ticks};
use crate::words;

pub(super) fn place(places: &PlausiblePlaces, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let mut sheet = Sheet::new(places.frame.width(), 1.0);
    sheet.heading(&places.frame, &faces);
    legend(&mut sheet, &signs(places, locale), faces.small);
    sheet.space(6.0);
    let emphases: Vec<Emphasis> = places.rows.iter().map(|row| row.emphasis).collect();
    let drawn: Vec<&PlacesRow> =
        rows::drawn(&emphases, PlausiblePlaces::ROWS).into_iter().map(|index| &places.rows[index]).collect();
    let said: Vec<RowWords<'_>> = drawn.iter().map(|row| row_words(places, row, locale)).collect();
    let mut columns = Columns::plan(&sheet, &said, &faces);
    let (ticks, scale, span) = fitted(places.of, (columns.lane_left, columns.lane_right), faces.small);
    (columns.lane_left, columns.lane_right) = span;
    let axis = Axis::default().with_unit(words::place_of(locale, &whole(places.of))).with_ends(
        places.first_word.clone(),
        places.last_word.clone(),
        Default::default(),
    );
    lane::end_words(&mut sheet, &axis, span, &faces, locale);
    lane::ruler_edge(&mut sheet, &ticks, &scale, faces.small, 1.0);
    for (row, said) in drawn.iter().zip(&said) {
        columns.row(&mut sheet, said, &faces, |sheet, lane| in_lane(sheet, (places, row), (&ticks, &scale), lane));
    }
    let not_drawn = places.rows.len() - drawn.len() + places.left_out as usize;
    if not_drawn > 0 {
        sheet.paragraph(&words::not_drawn(locale, &whole(not_drawn)), faces.quiet, 2);
    }
    sheet.strip(&places.frame, &faces);
    sheet.into_scene()
}

fn signs(places: &PlausiblePlaces, locale: Locale) -> Vec<(Sign, String)> {
    let band = words::plausible_places(locale);
    let has =
        |emphasis: Emphasis| places.rows.iter().any(|row| row.emphasis == emphasis && row.range(places.of).is_some());
    let mut signs = Vec::new();
    if has(Emphasis::Highlighted) {
        signs.push((Sign::Band, band.to_owned()));
    }
    if has(Emphasis::Plain) {
        signs.push((Sign::Field, in_parentheses(locale, band, &places.others_label)));
    }
    if places.rows.iter().any(|row| row.range(places.of).is_none()) {
        signs.push((Sign::Hatch, words::no_places_is_not_bad(locale).to_owned()));
    }
    signs
}

fn row_words<'a>(places: &PlausiblePlaces, row: &'a PlacesRow, locale: Locale) -> RowWords<'a> {
    let has_range = row.range(places.of).is_some();
    let reason = if row.said().trim().is_empty() { words::no_figure(locale) } else { row.said() };
    RowWords {
        name: &row.name,
        detail: &row.detail,
        value: if has_range { row.said() } else { "" },
        reason: (!has_range).then_some(reason),
        sign: None,
        emphasis: row.emphasis,
    }
}

/// Ticks at whole places, 1 and the last one numbered; a place is as wide as the step from one to the next.
fn fitted(of: u32, (left, right): (f64, f64), face: Face) -> (Ticks, Scale, (f64, f64)) {
    let of = f64::from(of.max(1));
    let inset = (face.width(&tick_label(of, 0)) / 2.0).max(face.size) + 2.0;
    let span = ((left + inset).round(), (right - inset).round());
    let gap = face.width(&tick_label(of, 0)) + face.size * 1.8;
    let length = span.1 - span.0;
    let round = ticks(&Axis::new(0.0, of), length, gap);
    let clear = of * gap / length.max(1.0);
    let whole = |value: &&f64| **value >= 1.0 && **value <= of && value.fract() == 0.0;
    let between = |value: &&f64| **value - 1.0 >= clear && of - **value >= clear;
    let mut major: Vec<f64> = round.major.iter().filter(whole).filter(between).copied().collect();
    major.insert(0, 1.0);
    if of > 1.0 {
        major.push(of);
    }
    let fine = |list: &[f64]| list.iter().filter(whole).copied().collect();
    let ticks =
        Ticks { low: 0.5, high: of + 0.5, major, middle: fine(&round.middle), minor: fine(&round.minor), decimals: 0 };
    let scale = Scale::new(&ticks, span.0, span.1);
    (ticks, scale, span)
}

/// Lines that lead up to the numbers, and the band in front of them.
fn in_lane(
    sheet: &mut Sheet,
    (places, row): (&PlausiblePlaces, &PlacesRow),
    (ticks, scale): (&Ticks, &Scale),
    lane: &Lane,
) {
    for x in ticks.major.iter().filter_map(|value| scale.place(*value)) {
        sheet.line(vec![(x.px(), lane.top), (x.px(), lane.top + lane.height)], Ink::Grid, 1.0);
    }
    let Some((first, last)) = row.range(places.of) else { return };
    let ends = scale.place(f64::from(first) - 0.5).zip(scale.place(f64::from(last) + 0.5));
    if let Some((left, right)) = ends {
        let half = 6.5;
        let area = Area::new(left.px(), lane.middle() - half, right.px(), lane.middle() + half);
        match row.emphasis {
            Emphasis::Highlighted => sheet.rect(area, Ink::Ink),
            Emphasis::Plain => {
                sheet.rect(area, Ink::Field);
                field_edges(sheet, area);
            }
        }
    }
}
