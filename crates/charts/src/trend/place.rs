//! Where does everything in a trend stand?

use i18n::{Locale, list, whole};

use super::breaks::{self, Drawn, Naming};
use super::{Trend, TrendHeight};
use crate::ink::Ink;
use crate::lane::chevron;
use crate::legend::{Sign, legend};
use crate::scene::{Anchor, Area, Point, Scene, Stroke};
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::Known;
use crate::ticks::{Place, Scale};
use crate::upright::{self, Upright, clipped};
use crate::words;

/// The periods along the bottom; `first` is the first one that is drawn.
pub(super) struct Years {
    pub first: usize,
    pub count: usize,
    left: f64,
    step: f64,
}

impl Years {
    fn new(trend: &Trend, plot: Area) -> Years {
        let all = trend.periods.len();
        let count = all.min(Trend::PERIODS);
        let step = (plot.right - plot.left) / (count.max(1) as f64);
        Years { first: all - count, count, left: plot.left, step }
    }

    fn middle(&self, index: usize) -> f64 {
        self.left + (index as f64 + 0.5) * self.step
    }

    pub fn start(&self, index: usize) -> f64 {
        self.left + index as f64 * self.step
    }
}

pub(super) fn place(trend: &Trend, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let mut sheet = Sheet::new(trend.frame.width(), 1.0);
    let is_standard = trend.height == TrendHeight::Standard;
    if is_standard {
        sheet.heading(&trend.frame, &faces);
    }
    let height = match trend.height {
        TrendHeight::Standard => (trend.frame.width() * 0.42).clamp(190.0, 320.0).round(),
        TrendHeight::Small => 96.0,
    };
    let draft = Upright::plan(&sheet, &trend.axis, height, faces.small);
    let years = Years::new(trend, draft.plot);
    let breaks = breaks::drawn(trend, &years);
    let naming = breaks::naming(trend, &breaks, &years, sheet.right(), faces.small);
    let mut signs = legend_items(trend, &draft.scale, locale);
    if naming == Naming::Numbers {
        signs.extend(breaks::legend_items(&breaks));
    }
    legend(&mut sheet, &signs, faces.small);
    sheet.space(6.0);
    match trend.height {
        TrendHeight::Standard => upright::upper_words(&mut sheet, &trend.axis, &faces, locale),
        TrendHeight::Small => sheet.paragraph(&trend.axis.unit, faces.small, 1),
    }
    let heads = breaks::place_names(&mut sheet, &breaks, (&years, naming), faces.small);
    let upright = Upright::plan(&sheet, &trend.axis, height, faces.small);
    let years = Years::new(trend, upright.plot);
    upright.guides(&mut sheet);
    hatch_missing(&mut sheet, trend, &years, &upright);
    breaks::draw_lines(&mut sheet, &breaks, (&years, &heads), &upright);
    draw_national(&mut sheet, trend, (&years, &breaks), &upright);
    draw_own(&mut sheet, trend, (&years, &breaks), &upright);
    upright.draw(&mut sheet, faces.small);
    draw_years(&mut sheet, trend, &years, upright.plot, faces.small);
    sheet.y = upright.plot.bottom + 10.0 + faces.small.line_height();
    if is_standard {
        upright::lower_words(&mut sheet, &trend.axis, &faces, locale);
        sheet.strip(&trend.frame, &faces);
    }
    sheet.into_scene()
}

fn legend_items(trend: &Trend, scale: &Scale, locale: Locale) -> Vec<(Sign, String)> {
    let mut items = vec![(Sign::Dot, trend.own_label.clone())];
    if let Some(national) = &trend.national {
        items.push((Sign::Line(Ink::Quiet, 1.6, Stroke::Solid), national.label.clone()));
    }
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for (period, known) in trend.periods.iter().zip(&trend.values) {
        let reason = match known {
            Known::Value(reading) if !reading.value.is_nan() => continue,
            Known::Missing { reason } if !reason.trim().is_empty() => reason.as_str(),
            _ => words::no_figure(locale),
        };
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, periods)) => periods.push(period),
            None => reasons.push((reason, vec![period])),
        }
    }
    for (reason, periods) in reasons.into_iter().take(6) {
        items.push((Sign::Hatch, words::said_of(locale, &list(locale, &periods), reason)));
    }
    let is_beyond = |known: &&Known| {
        let place = known.reading().and_then(|reading| scale.place(reading.value));
        place.is_some_and(|place| !place.is_on())
    };
    let beyond = trend.values.iter().filter(is_beyond).count();
    if beyond > 0 {
        items.push((Sign::Chevron, words::points_off_scale(locale, &whole(beyond))));
    }
    items
}

fn hatch_missing(sheet: &mut Sheet, trend: &Trend, years: &Years, upright: &Upright) {
    for index in 0..years.count {
        let known = trend.values.get(years.first + index);
        if known.is_none_or(|known| known.reading().is_none()) {
            let Area { top, bottom, .. } = upright.plot;
            let inset = (years.step * 0.06).min(3.0);
            let area = Area::new(years.start(index) + inset, top, years.start(index + 1) - inset, bottom);
            sheet.hatch(area, 8.0);
        }
    }
}

/// Lines between neighbouring periods, cut at the plot's edges and never across a change of definition.
fn connect(
    sheet: &mut Sheet,
    points: &[Option<Point>],
    breaks: &[Drawn<'_>],
    upright: &Upright,
    (ink, width): (Ink, f64),
) {
    for index in 1..points.len() {
        let Some((stroke, ends)) = breaks::bridge(breaks, index).zip(points[index - 1].zip(points[index])) else {
            continue;
        };
        if let Some((a, b)) = clipped(ends, upright.plot.top, upright.plot.bottom) {
            sheet.patterned(vec![a, b], ink, width, stroke);
        }
    }
}

fn draw_national(sheet: &mut Sheet, trend: &Trend, (years, breaks): (&Years, &[Drawn<'_>]), upright: &Upright) {
    let Some(national) = &trend.national else {
        return;
    };
    let point = |index: usize| {
        let value = (*national.values.get(years.first + index)?)?;
        Some((years.middle(index), upright.scale.unbounded(value)?))
    };
    let points: Vec<Option<Point>> = (0..years.count).map(point).collect();
    connect(sheet, &points, breaks, upright, (Ink::Quiet, 1.6));
    for (x, y) in lonely(&points, breaks) {
        if (upright.plot.top..=upright.plot.bottom).contains(&y) {
            sheet.line(vec![(x - 5.0, y), (x + 5.0, y)], Ink::Quiet, 1.6);
        }
    }
}

/// Points without a neighbour to be connected with, which would otherwise not be seen.
fn lonely(points: &[Option<Point>], breaks: &[Drawn<'_>]) -> Vec<Point> {
    let joined = |index: usize| {
        index > 0
            && index < points.len()
            && points[index - 1].is_some()
            && points[index].is_some()
            && breaks::bridge(breaks, index).is_some()
    };
    let alone = (0..points.len()).filter(|index| !joined(*index) && !joined(index + 1));
    alone.filter_map(|index| points[index]).collect()
}

/// One value of the series that is drawn: where it stands, and the ends of its band.
struct Dot {
    x: f64,
    place: Place,
    ends: Option<(Place, Place)>,
}

fn dots(trend: &Trend, years: &Years, scale: &Scale) -> Vec<Dot> {
    let dot = |index: usize| {
        let reading = trend.values.get(years.first + index).and_then(Known::reading)?;
        let ends = reading.interval.and_then(|(low, high)| scale.place(low.min(high)).zip(scale.place(low.max(high))));
        Some(Dot { x: years.middle(index), place: scale.place(reading.value)?, ends })
    };
    (0..years.count).filter_map(dot).collect()
}

/// Lines first, then a rim of paper, bands and dots, so that a short band stays visible.
fn draw_own(sheet: &mut Sheet, trend: &Trend, (years, breaks): (&Years, &[Drawn<'_>]), upright: &Upright) {
    let point = |index: usize| {
        let reading = trend.values.get(years.first + index).and_then(Known::reading)?;
        Some((years.middle(index), upright.scale.unbounded(reading.value)?))
    };
    let points: Vec<Option<Point>> = (0..years.count).map(point).collect();
    connect(sheet, &points, breaks, upright, (Ink::Ink, 1.4));
    let dots = dots(trend, years, &upright.scale);
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

/// Names of the periods, the last one always, as many as fit.
fn draw_years(sheet: &mut Sheet, trend: &Trend, years: &Years, plot: Area, face: Face) {
    sheet.line(vec![(plot.left - 0.7, plot.bottom), (plot.right, plot.bottom)], Ink::Ink, 1.4);
    let mut next = sheet.width;
    for index in (0..years.count).rev() {
        let x = years.middle(index);
        let label = face.shortened(&trend.periods[years.first + index], sheet.room() * 0.4);
        let half = face.width(&label) / 2.0;
        let centre = x.clamp(half + 1.0, (sheet.width - half - 1.0).max(half + 1.0));
        let is_named = centre + half + 6.0 <= next || index + 1 == years.count;
        let length = if is_named { 7.0 } else { 4.0 };
        sheet.line(vec![(x, plot.bottom), (x, plot.bottom + length)], Ink::Tick, 1.0);
        if is_named {
            sheet.text(&label, (centre, plot.bottom + 9.0 + face.size), Anchor::Middle, face);
            next = centre - half;
        }
    }
}
