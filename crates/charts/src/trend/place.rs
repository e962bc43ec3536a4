//! Where does everything in a trend stand?

use i18n::{Locale, list};

use super::{Break, BreakKind, Trend, TrendHeight};
use crate::ink::Ink;
use crate::legend::{Sign, legend};
use crate::measure::wrapped;
use crate::scene::{Anchor, Area, Point, Rim, Scene, Stroke};
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::Known;
use crate::ticks::Place;
use crate::upright::{self, Upright, clipped};
use crate::words;

/// The periods along the bottom; `first` is the first one that is drawn.
struct Years {
    first: usize,
    count: usize,
    left: f64,
    step: f64,
}

impl Years {
    fn new(trend: &Trend, plot: Area) -> Years {
        let all = trend.periods.len();
        let count = all.min(Trend::PERIODS);
        let step = (plot.right - plot.left) / (count.max(1) as f64);
        Years {
            first: all - count,
            count,
            left: plot.left,
            step,
        }
    }

    fn middle(&self, index: usize) -> f64 {
        self.left + (index as f64 + 0.5) * self.step
    }

    fn start(&self, index: usize) -> f64 {
        self.left + index as f64 * self.step
    }

    /// Breaks inside the drawn periods, from left to right, with the index among these.
    fn breaks<'a>(&self, trend: &'a Trend) -> Vec<(usize, &'a Break)> {
        let inside = |change: &'a Break| {
            let index = change.before.checked_sub(self.first)?;
            (index > 0 && index < self.count).then_some((index, change))
        };
        let mut breaks: Vec<_> = trend.breaks.iter().filter_map(inside).collect();
        breaks.sort_by_key(|(index, _)| *index);
        breaks
    }
}

pub(super) fn place(trend: &Trend, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let mut sheet = Sheet::new(trend.frame.width(), 1.0);
    let is_standard = trend.height == TrendHeight::Standard;
    if is_standard {
        sheet.heading(&trend.frame, &faces);
    }
    legend(&mut sheet, &legend_items(trend, locale), faces.small);
    sheet.space(6.0);
    match trend.height {
        TrendHeight::Standard => upright::upper_words(&mut sheet, &trend.axis, &faces, locale),
        TrendHeight::Small => sheet.paragraph(&trend.axis.unit, faces.small, 1),
    }
    let height = match trend.height {
        TrendHeight::Standard => (trend.frame.width() * 0.42).clamp(190.0, 320.0).round(),
        TrendHeight::Small => 96.0,
    };
    let plan = Upright::plan(&sheet, &trend.axis, height, faces.small);
    let breaks = Years::new(trend, plan.plot).breaks(trend);
    let lines: Vec<f64> = breaks
        .iter()
        .map(|(index, _)| Years::new(trend, plan.plot).start(*index))
        .collect();
    let heads = break_labels(&mut sheet, &breaks, &lines, faces.small);
    let upright = Upright::plan(&sheet, &trend.axis, height, faces.small);
    let years = Years::new(trend, upright.plot);
    upright.guides(&mut sheet);
    hatch_missing(&mut sheet, trend, &years, &upright);
    draw_breaks(&mut sheet, &breaks, (&lines, &heads), &upright);
    draw_national(&mut sheet, trend, &years, &upright);
    draw_own(&mut sheet, trend, &years, &upright);
    upright.draw(&mut sheet, faces.small);
    draw_years(&mut sheet, trend, &years, upright.plot, faces.small);
    sheet.y = upright.plot.bottom + 10.0 + faces.small.line_height();
    if is_standard {
        upright::lower_words(&mut sheet, &trend.axis, &faces, locale);
        sheet.strip(&trend.frame, &faces);
    }
    sheet.into_scene()
}

fn legend_items(trend: &Trend, locale: Locale) -> Vec<(Sign, String)> {
    let mut items = vec![(Sign::Dot, trend.own_label.clone())];
    if let Some(national) = &trend.national {
        items.push((
            Sign::Line(Ink::Quiet, 1.6, Stroke::Solid),
            national.label.clone(),
        ));
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
        items.push((
            Sign::Hatch,
            words::said_of(locale, &list(locale, &periods), reason),
        ));
    }
    items
}

/// The words of each break in rows above the plot, the leftmost highest, so that no line runs through another's words.
/// Returns where each line begins.
fn break_labels(
    sheet: &mut Sheet,
    breaks: &[(usize, &Break)],
    lines: &[f64],
    face: Face,
) -> Vec<f64> {
    let face = Face {
        ink: Ink::Ink,
        ..face
    };
    let mut heads = Vec::new();
    for ((_, change), x) in breaks.iter().zip(lines) {
        let text = wrapped(&change.label, face.size, face.weight, sheet.room() * 0.8, 3);
        let width = text.iter().map(|line| face.width(line)).fold(0.0, f64::max);
        let left = (x - 4.0).min(sheet.right() - width).max(sheet.left());
        for line in &text {
            let baseline = sheet.y + face.line_height() * 0.74;
            sheet.rimmed_text(line, (left, baseline), Anchor::Start, face);
            sheet.y += face.line_height();
        }
        heads.push(sheet.y + 1.0);
    }
    heads
}

fn draw_breaks(
    sheet: &mut Sheet,
    breaks: &[(usize, &Break)],
    (lines, heads): (&[f64], &[f64]),
    upright: &Upright,
) {
    let bottom = upright.plot.bottom;
    for (((_, change), x), head) in breaks.iter().zip(lines).zip(heads) {
        let top = head.min(upright.plot.top);
        match change.kind {
            BreakKind::Definition => {
                sheet.rect(
                    Area::new(x - 3.0, upright.plot.top, x + 3.0, bottom),
                    Ink::Paper,
                );
                for side in [x - 3.0, x + 3.0] {
                    sheet.line(
                        vec![(side, upright.plot.top - 1.0), (side, bottom)],
                        Ink::Tick,
                        1.0,
                    );
                }
                sheet.line(
                    vec![(*x, top), (*x, upright.plot.top - 1.0)],
                    Ink::Tick,
                    1.0,
                );
            }
            BreakKind::Scope => {
                sheet.patterned(
                    vec![(*x, top), (*x, bottom)],
                    Ink::Tick,
                    1.2,
                    Stroke::Dotted,
                );
            }
        }
    }
    lift_labels(sheet);
}

/// Brings labels that were set before the lines back on top of them.
fn lift_labels(sheet: &mut Sheet) {
    let is_label = |mark: &crate::scene::Mark| matches!(mark, crate::scene::Mark::Text(label) if label.rim == Rim::Paper);
    let (labels, mut others): (Vec<_>, Vec<_>) = std::mem::take(&mut sheet.marks)
        .into_iter()
        .partition(is_label);
    others.extend(labels);
    sheet.marks = others;
}

fn hatch_missing(sheet: &mut Sheet, trend: &Trend, years: &Years, upright: &Upright) {
    for index in 0..years.count {
        let known = trend.values.get(years.first + index);
        if known.is_none_or(|known| known.reading().is_none()) {
            let Area { top, bottom, .. } = upright.plot;
            let inset = (years.step * 0.06).min(3.0);
            let area = Area::new(
                years.start(index) + inset,
                top,
                years.start(index + 1) - inset,
                bottom,
            );
            sheet.hatch(area, 8.0);
        }
    }
}

/// Whether a line may go on from the period before `index`, and how.
fn bridge(breaks: &[(usize, &Break)], index: usize) -> Option<Stroke> {
    let here = || {
        breaks
            .iter()
            .filter(|(at, _)| *at == index)
            .map(|(_, change)| change.kind)
    };
    match (
        here().any(|kind| kind == BreakKind::Definition),
        here().any(|kind| kind == BreakKind::Scope),
    ) {
        (true, _) => None,
        (false, true) => Some(Stroke::Dashed),
        (false, false) => Some(Stroke::Solid),
    }
}

/// Lines between neighbouring periods, cut at the plot's edges and never across a change of definition.
fn connect(
    sheet: &mut Sheet,
    points: &[Option<Point>],
    breaks: &[(usize, &Break)],
    upright: &Upright,
    (ink, width): (Ink, f64),
) {
    for index in 1..points.len() {
        let Some((stroke, ends)) = bridge(breaks, index).zip(points[index - 1].zip(points[index]))
        else {
            continue;
        };
        if let Some((a, b)) = clipped(ends, upright.plot.top, upright.plot.bottom) {
            sheet.patterned(vec![a, b], ink, width, stroke);
        }
    }
}

fn draw_national(sheet: &mut Sheet, trend: &Trend, years: &Years, upright: &Upright) {
    let Some(national) = &trend.national else {
        return;
    };
    let point = |index: usize| {
        let value = (*national.values.get(years.first + index)?)?;
        Some((years.middle(index), upright.scale.unbounded(value)?))
    };
    let points: Vec<Option<Point>> = (0..years.count).map(point).collect();
    connect(
        sheet,
        &points,
        &years.breaks(trend),
        upright,
        (Ink::Quiet, 1.6),
    );
    for (x, y) in lonely(&points, &years.breaks(trend)) {
        if (upright.plot.top..=upright.plot.bottom).contains(&y) {
            sheet.line(vec![(x - 5.0, y), (x + 5.0, y)], Ink::Quiet, 1.6);
        }
    }
}

/// Points without a neighbour to be connected with, which would otherwise not be seen.
fn lonely(points: &[Option<Point>], breaks: &[(usize, &Break)]) -> Vec<Point> {
    let joined = |index: usize| {
        index > 0
            && index < points.len()
            && points[index - 1].is_some()
            && points[index].is_some()
            && bridge(breaks, index).is_some()
    };
    let alone = (0..points.len()).filter(|index| !joined(*index) && !joined(index + 1));
    alone.filter_map(|index| points[index]).collect()
}

fn draw_own(sheet: &mut Sheet, trend: &Trend, years: &Years, upright: &Upright) {
    let reading = |index: usize| {
        trend
            .values
            .get(years.first + index)
            .and_then(Known::reading)
    };
    let point = |index: usize| {
        Some((
            years.middle(index),
            upright.scale.unbounded(reading(index)?.value)?,
        ))
    };
    let points: Vec<Option<Point>> = (0..years.count).map(point).collect();
    let cap = (years.step * 0.22).min(5.0);
    for index in 0..years.count {
        let Some((low, high)) = reading(index).and_then(|reading| reading.interval) else {
            continue;
        };
        let ends = upright
            .scale
            .place(low.min(high))
            .zip(upright.scale.place(low.max(high)));
        let Some((low, high)) = ends else { continue };
        let x = years.middle(index);
        sheet.line(vec![(x, low.px()), (x, high.px())], Ink::Ink, 2.0);
        for end in [low, high].into_iter().filter(|end| end.is_on()) {
            sheet.line(
                vec![(x - cap, end.px()), (x + cap, end.px())],
                Ink::Ink,
                1.3,
            );
        }
    }
    connect(
        sheet,
        &points,
        &years.breaks(trend),
        upright,
        (Ink::Ink, 1.4),
    );
    let radius = (years.step * 0.3).clamp(1.5, 5.0);
    for index in 0..years.count {
        let Some(place) = reading(index).and_then(|reading| upright.scale.place(reading.value))
        else {
            continue;
        };
        let (x, y) = (years.middle(index), place.px());
        match place {
            Place::On(_) => {
                sheet.dot((x, y), radius + 1.2, Ink::Paper);
                sheet.dot((x, y), radius, Ink::Ink);
            }
            Place::Above(_) => sheet.fill(vec![(x, y - 7.0), (x - 5.0, y), (x + 5.0, y)], Ink::Ink),
            Place::Below(_) => sheet.fill(vec![(x, y + 7.0), (x - 5.0, y), (x + 5.0, y)], Ink::Ink),
        }
    }
}

/// Names of the periods, the last one always, as many as fit.
fn draw_years(sheet: &mut Sheet, trend: &Trend, years: &Years, plot: Area, face: Face) {
    sheet.line(
        vec![(plot.left - 0.7, plot.bottom), (plot.right, plot.bottom)],
        Ink::Ink,
        1.4,
    );
    let mut next = sheet.width;
    for index in (0..years.count).rev() {
        let x = years.middle(index);
        let label = face.shortened(&trend.periods[years.first + index], sheet.room() * 0.4);
        let half = face.width(&label) / 2.0;
        let centre = x.clamp(half + 1.0, (sheet.width - half - 1.0).max(half + 1.0));
        let is_named = centre + half + 6.0 <= next || index + 1 == years.count;
        let length = if is_named { 7.0 } else { 4.0 };
        sheet.line(
            vec![(x, plot.bottom), (x, plot.bottom + length)],
            Ink::Tick,
            1.0,
        );
        if is_named {
            sheet.text(
                &label,
                (centre, plot.bottom + 9.0 + face.size),
                Anchor::Middle,
                face,
            );
            next = centre - half;
        }
    }
}
