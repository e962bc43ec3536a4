//! How is one value over the years drawn: a dot with its band for each, and a line where years may be compared?

use i18n::{Locale, list};

use crate::breaks::Drawn;
use crate::ink::Ink;
use crate::lane::chevron;
use crate::legend::Sign;
use crate::scene::Point;
use crate::sheet::Sheet;
use crate::spec::Known;
use crate::ticks::{Place, Scale};
use crate::upright::Upright;
use crate::words;
use crate::years::{Years, connect};

/// One value of the series that is drawn: where it stands, and the ends of its band.
struct Dot {
    x: f64,
    place: Place,
    ends: Option<(Place, Place)>,
}

fn dots(values: &[Known], years: &Years, scale: &Scale) -> Vec<Dot> {
    let dot = |index: usize| {
        let reading = values.get(years.first + index).and_then(Known::reading)?;
        let ends = reading.interval.and_then(|(low, high)| scale.place(low.min(high)).zip(scale.place(low.max(high))));
        Some(Dot { x: years.middle(index), place: scale.place(reading.value)?, ends })
    };
    (0..years.count).filter_map(dot).collect()
}

/// Lines first, then a rim of paper, bands and dots, so that a short band stays visible.
pub(crate) fn draw_series(
    sheet: &mut Sheet,
    values: &[Known],
    (years, breaks): (&Years, &[Drawn<'_>]),
    upright: &Upright,
) {
    let point = |index: usize| {
        let reading = values.get(years.first + index).and_then(Known::reading)?;
        Some((years.middle(index), upright.scale.unbounded(reading.value)?))
    };
    let points: Vec<Option<Point>> = (0..years.count).map(point).collect();
    connect(sheet, &points, breaks, upright, (Ink::Ink, 1.4));
    let dots = dots(values, years, &upright.scale);
    let half_band = |dot: &Dot| dot.ends.map(|(low, high)| (low.px() - high.px()).abs() / 2.0);
    let shortest = dots.iter().filter_map(half_band).fold(f64::INFINITY, f64::min);
    let radius = (years.step * 0.3).min(shortest * 0.6).clamp(3.0_f64.min(years.step * 0.3), 5.0);
    for dot in &dots {
        sheet.dot((dot.x, dot.place.px()), radius + 1.5, Ink::Paper);
    }
    for dot in &dots {
        draw_band(sheet, dot, (years.step * 0.22).min(5.0));
        draw_dot(sheet, dot, radius);
    }
}

fn draw_band(sheet: &mut Sheet, dot: &Dot, cap: f64) {
    let Some((low, high)) = dot.ends else { return };
    sheet.line(vec![(dot.x, low.px()), (dot.x, high.px())], Ink::Ink, 2.0);
    for end in [low, high].into_iter().filter(|end| end.is_on()) {
        sheet.line(vec![(dot.x - cap, end.px()), (dot.x + cap, end.px())], Ink::Ink, 1.3);
    }
}

fn draw_dot(sheet: &mut Sheet, dot: &Dot, radius: f64) {
    let (x, y) = (dot.x, dot.place.px());
    sheet.dot((x, y), radius, Ink::Ink);
    if !dot.place.is_on() {
        sheet.dot((x, y), radius * 0.6, Ink::Paper);
        let (outward, _) = dot.place.outward();
        chevron(sheet, (x, y - outward * (radius + 1.0)), (0.0, -outward), (Ink::Ink, 1.0));
    }
}

/// How many values lie beyond the scale.
pub(crate) fn beyond(values: &[Known], scale: &Scale) -> usize {
    let is_beyond = |known: &&Known| {
        let place = known.reading().and_then(|reading| scale.place(reading.value));
        place.is_some_and(|place| !place.is_on())
    };
    values.iter().filter(is_beyond).count()
}

/// Each reason with the periods for which it holds.
pub(crate) fn reasons<'a>(
    locale: Locale,
    periods: impl Iterator<Item = (&'a str, Option<&'a str>)>,
) -> Vec<(Sign, String)> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for (period, reason) in periods.filter_map(|(period, reason)| Some((period, reason?))) {
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, periods)) => periods.push(period),
            None => reasons.push((reason, vec![period])),
        }
    }
    let said = |(reason, periods): (&str, Vec<&str>)| words::said_of(locale, &list(locale, &periods), reason);
    reasons.into_iter().take(6).map(|reason| (Sign::Hatch, said(reason))).collect()
}
