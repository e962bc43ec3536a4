//! Where does everything in a drawing of the spread over the years stand?

use i18n::{Locale, decimals_supported, number, whole};

use super::{PeriodSpread, SpreadOverTime};
use crate::breaks::{self, Naming};
use crate::ink::Ink;
use crate::legend::{Sign, legend};
use crate::rows::reason_of;
use crate::scene::{Anchor, Area, Scene, Stroke};
use crate::series::{beyond, draw_series, reasons};
use crate::sheet::{Face, Faces, Sheet};
use crate::ticks::Scale;
use crate::upright::{self, Upright};
use crate::words;
use crate::years::Years;

pub(super) fn place(spread: &SpreadOverTime, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let mut sheet = Sheet::new(spread.frame.width(), 1.0);
    sheet.heading(&spread.frame, &faces);
    let height = (spread.frame.width() * 0.46).clamp(200.0, 380.0).round();
    let draft = Upright::plan(&sheet, &spread.axis, height, faces.small);
    let years = Years::new(spread.periods.len(), draft.plot);
    let breaks = breaks::drawn(&spread.breaks, &years);
    let naming = breaks::naming(&breaks, &years, sheet.right(), faces.small);
    let mut signs = legend_items(spread, &draft.scale, locale);
    if naming == Naming::Numbers {
        signs.extend(breaks::legend_items(&breaks));
    }
    legend(&mut sheet, &signs, faces.small);
    sheet.space(6.0);
    upright::upper_words(&mut sheet, &spread.axis, &faces, locale);
    let heads = breaks::place_names(&mut sheet, &breaks, (&years, naming), faces.small);
    let upright = Upright::plan(&sheet, &spread.axis, height, faces.small);
    let years = Years::new(spread.periods.len(), upright.plot);
    upright.guides(&mut sheet);
    years.hatch(&mut sheet, &upright, |index| spread.spreads.get(index).is_none_or(|spread| spread.ends().is_none()));
    breaks::draw_lines(&mut sheet, &breaks, (&years, &heads), &upright);
    draw_fields(&mut sheet, spread, &years, &upright);
    if let Some(national) = &spread.national {
        years.line(&mut sheet, &national.values, &breaks, &upright, (Ink::Quiet, 1.6));
    }
    if let Some(own) = &spread.own {
        draw_series(&mut sheet, &own.values, (&years, &breaks::of_its_own(&breaks)), &upright);
    }
    name_ends(&mut sheet, spread, &years, &upright, faces.small);
    upright.draw(&mut sheet, faces.small);
    years.draw(&mut sheet, &spread.periods, upright.plot, faces.small);
    sheet.y = upright.plot.bottom + 10.0 + faces.small.line_height();
    upright::lower_words(&mut sheet, &spread.axis, &faces, locale);
    sheet.strip(&spread.frame, &faces);
    sheet.into_scene()
}

fn legend_items(spread: &SpreadOverTime, scale: &Scale, locale: Locale) -> Vec<(Sign, String)> {
    let mut items = vec![
        (Sign::Field, spread.field_label.clone()),
        (Sign::Line(Ink::Ink, 2.4, Stroke::Solid), spread.median_label.clone()),
    ];
    if let Some(national) = &spread.national {
        items.push((Sign::Line(Ink::Quiet, 1.6, Stroke::Solid), national.label.clone()));
    }
    if let Some(own) = &spread.own {
        items.push((Sign::Dot, own.label.clone()));
    }
    items.extend(missing_items(spread, locale));
    let beyond = spread.own.as_ref().map_or(0, |own| beyond(&own.values, scale));
    if beyond > 0 {
        items.push((Sign::Chevron, words::points_off_scale(locale, &whole(beyond))));
    }
    items
}

/// Why periods are hatched, why the one series has no value in some, and that this is not bad.
fn missing_items(spread: &SpreadOverTime, locale: Locale) -> Vec<(Sign, String)> {
    let all = spread.periods.iter().zip(&spread.spreads).map(|(period, spread)| {
        let reason = match spread {
            spread if spread.ends().is_some() => None,
            PeriodSpread::Missing { reason } if !reason.trim().is_empty() => Some(reason.as_str()),
            _ => Some(words::no_figure(locale)),
        };
        (period.as_str(), reason)
    });
    let mut items = reasons(locale, all);
    if let Some(own) = &spread.own {
        let values = spread.periods.iter().zip(&own.values);
        let values = values.map(|(period, known)| (period.as_str(), reason_of(known, locale)));
        let named = |(_, words): (Sign, String)| (Sign::Nothing, words::said_of(locale, &own.label, &words));
        items.extend(reasons(locale, values).into_iter().map(named));
    }
    if !items.is_empty() {
        items.push((Sign::Nothing, words::missing_is_not_bad(locale).to_owned()));
    }
    items
}

/// Half the width of a field.
fn half_field(years: &Years) -> f64 {
    (years.step * 0.32).min(26.0)
}

/// The middle of each period, with the median across it; an end beyond the scale has no edge.
fn draw_fields(sheet: &mut Sheet, spread: &SpreadOverTime, years: &Years, upright: &Upright) {
    let half = half_field(years);
    for index in 0..years.count {
        let ends = spread.spreads.get(years.first + index).and_then(PeriodSpread::ends);
        let Some((low, median, high)) = ends else { continue };
        let x = years.middle(index);
        let places = [low, median, high].map(|value| upright.scale.place(value));
        let [Some(low), Some(median), Some(high)] = places else { continue };
        sheet.rect(Area::new(x - half, high.px(), x + half, low.px()), Ink::Field);
        for end in [low, high].into_iter().filter(|end| end.is_on()) {
            sheet.line(vec![(x - half, end.px()), (x + half, end.px())], Ink::FieldEdge, 1.2);
        }
        if median.is_on() {
            sheet.line(vec![(x - half, median.px()), (x + half, median.px())], Ink::Ink, 2.4);
        }
    }
}

/// The numbers at both ends of the first and the last field, where there is room inside the plot.
fn name_ends(sheet: &mut Sheet, spread: &SpreadOverTime, years: &Years, upright: &Upright, face: Face) {
    let known = |index: &usize| spread.spreads.get(years.first + index).is_some_and(|spread| spread.ends().is_some());
    let mut named: Vec<usize> =
        [(0..years.count).find(known), (0..years.count).rfind(known)].into_iter().flatten().collect();
    named.dedup();
    let face = Face { ink: Ink::Ink, ..face };
    let mut taken: Vec<Area> = Vec::new();
    for index in named {
        let Some((low, _, high)) = spread.spreads.get(years.first + index).and_then(PeriodSpread::ends) else {
            continue;
        };
        let decimals = decimals_supported(low, high);
        for (value, drop) in [(low, face.size * 1.1), (high, -face.size * 0.4)] {
            let Some(place) = upright.scale.place(value).filter(|place| place.is_on()) else { continue };
            let (x, baseline, label) = (years.middle(index), place.px() + drop, number(value, decimals));
            let half = face.width(&label) / 2.0;
            let area = Area::new(x - half, baseline - face.size, x + half, baseline + face.size * 0.2);
            let own = own_band(spread, years.first + index, upright);
            if own.is_some_and(|(top, bottom)| top < area.bottom && area.top < bottom) {
                continue;
            }
            if upright.plot.contains(&area) && !taken.iter().any(|other| other.overlaps(&area)) {
                sheet.rimmed_text(&label, (x, baseline), Anchor::Middle, face);
                taken.push(area);
            }
        }
    }
}

/// How far up and down the dot and band of the one series reach in a period.
fn own_band(spread: &SpreadOverTime, index: usize, upright: &Upright) -> Option<(f64, f64)> {
    let reading = spread.own.as_ref()?.values.get(index)?.reading()?;
    let (low, high) = reading.interval.unwrap_or((reading.value, reading.value));
    let px = |value: f64| upright.scale.place(value).map(|place| place.px());
    let ends = [px(reading.value)?, px(low)?, px(high)?];
    Some((ends.into_iter().fold(f64::INFINITY, f64::min) - 8.0, ends.into_iter().fold(0.0, f64::max) + 8.0))
}
