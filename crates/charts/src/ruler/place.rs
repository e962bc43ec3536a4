//! Where does everything on a ruler stand?
//!
//! From top to bottom: heading, words at the ends, numbers, ticks on the ruler's edge, the lane with what is measured,
//! names of what lies there, caveats and source.

use i18n::{Locale, in_parentheses};

use super::{Ruler, RulerHeight};
use crate::ink::Ink;
use crate::lane::{self, Lane};
use crate::measure::Weight;
use crate::scene::{Anchor, Area, Scene};
use crate::sheet::{Face, Faces, Sheet};
use crate::shelf::{Key, Shelf, Tag};
use crate::spec::{Heading, Known};
use crate::ticks::{Place, Scale, Ticks};
use crate::words;

pub(super) fn place(ruler: &Ruler, locale: Locale) -> Scene {
    match ruler.height {
        RulerHeight::Row => place_row(ruler, locale),
        RulerHeight::Standard => place_full(ruler, locale, 1.0),
        RulerHeight::Share => place_full(ruler, locale, (ruler.frame.width() / 480.0).clamp(1.0, 3.0)),
    }
}

fn place_full(ruler: &Ruler, locale: Locale, zoom: f64) -> Scene {
    let faces = Faces::zoomed(zoom);
    let pad = if zoom > 1.0 { (20.0 * zoom).round() } else { 1.0 };
    let mut sheet = Sheet::new(ruler.frame.width(), pad);
    sheet.space(if zoom > 1.0 { (14.0 * zoom).round() } else { 0.0 });
    if ruler.frame.heading == Heading::Drawn {
        sheet.heading(&ruler.frame, &faces);
        verdict_line(&mut sheet, ruler, &faces);
        value_line(&mut sheet, ruler, &faces, locale);
        sheet.space((8.0 * zoom).round());
    }
    let (ticks, scale, span) = lane::fitted(&ruler.axis, (sheet.left(), sheet.right()), faces.small);
    lane::end_words(&mut sheet, &ruler.axis, span, &faces, locale);
    lane::ruler_edge(&mut sheet, &ticks, &scale, faces.small, zoom);
    let lane = Lane { top: sheet.y, height: (28.0 * zoom).round(), zoom };
    sheet.y += lane.height;
    let shelf = lay_beside(&mut sheet, ruler, (&scale, span), &lane, locale);
    shelf.place(&mut sheet, faces.quiet);
    sheet.strip(&ruler.frame, &faces);
    sheet.space(if zoom > 1.0 { (12.0 * zoom).round() } else { 0.0 });
    sheet.into_scene()
}

fn place_row(ruler: &Ruler, locale: Locale) -> Scene {
    let face = Face::new(11.0, Weight::Regular, Ink::Quiet);
    let mut sheet = Sheet::new(ruler.frame.width(), 1.0);
    let (mut ticks, scale, span) = lane::fitted(&ruler.axis, (sheet.left(), sheet.right()), face);
    let numbered = ticks.major.clone();
    keep_end_numbers(&mut ticks);
    lane::numbers(&mut sheet, &ticks, &scale, face);
    ticks.major = numbered;
    lane::edge(&mut sheet, &ticks, &scale, 0.7);
    let lane = Lane { top: sheet.y, height: 20.0, zoom: 0.8 };
    sheet.y += lane.height;
    lay_beside(&mut sheet, ruler, (&scale, span), &lane, locale);
    if let Known::Missing { reason } = &ruler.known {
        let reason = face.shortened(reason, span.1 - span.0 - 16.0);
        let middle = ((span.0 + span.1) / 2.0, lane.middle() + 4.0);
        sheet.rimmed_text(&reason, middle, Anchor::Middle, Face { ink: Ink::Ink, ..face });
    }
    sheet.space(if ruler.national.is_some() { 11.0 } else { 2.0 });
    sheet.into_scene()
}

/// A row has room for the first and the last number only.
fn keep_end_numbers(ticks: &mut Ticks) {
    let ends: Vec<f64> = [ticks.major.first(), ticks.major.last()].into_iter().flatten().copied().collect();
    ticks.major = ends;
}

/// Shape and words of the verdict; never one without the other.
fn verdict_line(sheet: &mut Sheet, ruler: &Ruler, faces: &Faces) {
    if ruler.verdict_words.trim().is_empty() || ruler.known.reading().is_none() {
        return;
    }
    let face = Face { weight: Weight::Bold, ..faces.text };
    let radius = face.size * 0.42;
    let indent = radius * 2.0 + 6.0 * faces.zoom;
    let centre = (sheet.left() + radius + 1.0, sheet.y + face.line_height() * 0.52);
    sheet.verdict(ruler.verdict, centre, radius);
    sheet.indented_paragraph(&ruler.verdict_words, face, indent, 3);
    sheet.space((2.0 * faces.zoom).round());
}

/// Number, then range; on two lines where one is too short. The reason where there is no number.
fn value_line(sheet: &mut Sheet, ruler: &Ruler, faces: &Faces, locale: Locale) {
    match &ruler.known {
        Known::Missing { reason } => {
            let reason = reason_or_default(reason, locale);
            sheet.paragraph(&reason, Face { weight: Weight::Bold, ..faces.text }, 3);
            sheet.paragraph(words::missing_is_not_bad(locale), faces.quiet, 2);
        }
        Known::Value(reading) => {
            let first_line = sheet.y;
            sheet.paragraph(&reading.text, faces.figure, 4);
            let range = in_parentheses(locale, "", &reading.range_text);
            let after = sheet.left() + faces.figure.width(&reading.text) + 6.0 * faces.zoom;
            let is_one_line = sheet.y == first_line + faces.figure.line_height();
            if is_one_line && after + faces.quiet.width(range.trim()) <= sheet.right() {
                let baseline = first_line + faces.figure.line_height() * 0.74;
                sheet.text(range.trim(), (after, baseline), Anchor::Start, faces.quiet);
            } else {
                sheet.paragraph(range.trim(), faces.quiet, 4);
            }
        }
    }
}

fn reason_or_default(reason: &str, locale: Locale) -> String {
    if reason.trim().is_empty() { words::no_figure(locale).to_owned() } else { reason.to_owned() }
}

/// Field, triangle, band and dot in the lane; returns their names, to be set below.
fn lay_beside(
    sheet: &mut Sheet,
    ruler: &Ruler,
    (scale, span): (&Scale, (f64, f64)),
    lane: &Lane,
    locale: Locale,
) -> Shelf {
    let mut shelf = Shelf::default();
    let off = |place: Place, label: &str| match place {
        Place::On(_) => label.to_owned(),
        _ => in_parentheses(locale, label, words::off_scale(locale)),
    };
    if let Some(field) = &ruler.field
        && let Some((area, is_on)) = lane.field(scale, field)
    {
        sheet.rect(area, Ink::Field);
        lane::field_edges(sheet, area);
        let end = if is_on { Place::On(area.left) } else { Place::Above(area.left) };
        let text = off(end, &field.label);
        shelf.tags.push(Tag { at: (area.left + area.right) / 2.0, key: Key::Field, text, weight: Weight::Regular });
    }
    match ruler.known.reading() {
        Some(reading) => {
            if let Some(place) = lane.reading(sheet, scale, reading, Ink::Ink) {
                let text = off(place, &ruler.own_label);
                shelf.tags.insert(
                    0,
                    Tag {
                        at: place.px(),
                        key: if place.is_on() { Key::Dot } else { Key::OpenDot },
                        text,
                        weight: Weight::Bold,
                    },
                );
            }
        }
        None => {
            let area = Area::new(span.0, lane.top + 3.0, span.1, lane.top + lane.height - 3.0);
            sheet.hatch(area, 7.0 * lane.zoom);
            if let (Known::Missing { reason }, Heading::Elsewhere) = (&ruler.known, ruler.frame.heading) {
                let text = format!(
                    "{}{}",
                    reason_or_default(reason, locale),
                    in_parentheses(locale, "", words::missing_is_not_bad(locale))
                );
                shelf.tags.push(Tag { at: span.0, key: Key::None, text, weight: Weight::Regular });
            }
        }
    }
    if let Some(national) = &ruler.national
        && let Some(place) = scale.place(national.value)
    {
        lane.pointer(sheet, place);
        shelf.pointer = Some((place.px(), off(place, &national.label)));
    }
    shelf
}
