//! Where does everything in a funnel stand?

use std::collections::BTreeSet;

use i18n::Locale;

use super::labels::{Anchored, name_points};
use super::{Funnel, FunnelPoint, LimitKind, LimitLine, Spacing, is_drawn};
use crate::ink::Ink;
use crate::legend::{Sign, legend};
use crate::scene::{Anchor, Area, Point, Scene, Stroke};
use crate::sheet::{Face, Faces, Sheet, circle, verdict_ink};
use crate::spec::{Axis, Emphasis, Verdict};
use crate::ticks::{Place, Scale, Ticks, tick_label, ticks};
use crate::upright::{self, Upright, clipped};

pub(super) fn place(funnel: &Funnel, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let width = funnel.frame.width();
    let mut sheet = Sheet::new(width, 1.0);
    sheet.heading(&funnel.frame, &faces);
    legend(&mut sheet, &legend_items(funnel), faces.small);
    sheet.space(8.0);
    upright::upper_words(&mut sheet, &funnel.y, &faces, locale);
    let height = (width * 0.58).clamp(260.0, 560.0).round();
    let y = Upright::plan(&sheet, &funnel.y, height, faces.small);
    let x = Sizes::plan(&funnel.x, funnel.spacing, y.plot, faces.small);
    y.guides(&mut sheet);
    draw_limits(&mut sheet, funnel, &x, &y);
    draw_target(&mut sheet, funnel, &y);
    draw_points(&mut sheet, funnel, &x, &y, faces.small);
    y.draw(&mut sheet, faces.small);
    x.draw(&mut sheet, y.plot, faces.small);
    sheet.y = y.plot.bottom + 10.0 + faces.small.line_height();
    let below = sheet.y;
    upright::lower_words(&mut sheet, &funnel.y, &faces, locale);
    x_unit(&mut sheet, funnel, below, &faces);
    sheet.strip(&funnel.frame, &faces);
    sheet.into_scene()
}

/// The unit of the sizes, at the right end of their numbers, beside the word of the lower end where both fit.
fn x_unit(sheet: &mut Sheet, funnel: &Funnel, below: f64, faces: &Faces) {
    let face = faces.small;
    let taken = if sheet.y > below {
        face.width(&funnel.y.low_word) + face.size * 8.0
    } else {
        0.0
    };
    let fits = taken + face.width(&funnel.x.unit) <= sheet.room();
    let top = if fits { below } else { sheet.y };
    let unit = face.shortened(&funnel.x.unit, sheet.room());
    sheet.text(
        &unit,
        (sheet.right(), top + face.line_height() * 0.74),
        Anchor::End,
        face,
    );
    if !unit.is_empty() {
        sheet.y = sheet.y.max(top + face.line_height());
    }
}

fn legend_items(funnel: &Funnel) -> Vec<(Sign, String)> {
    let flagged = funnel
        .verdict_words
        .iter()
        .filter(|(verdict, _)| verdict.is_flagged());
    let mut items: Vec<(Sign, String)> = flagged
        .filter(|(verdict, _)| funnel.count(*verdict) > 0)
        .map(|(verdict, words)| (Sign::Verdict(*verdict), words.clone()))
        .collect();
    items.push((Sign::CloudDot, funnel.others_label.clone()));
    items.push((
        Sign::Line(Ink::Ink, 1.2, Stroke::Solid),
        funnel.target.label.clone(),
    ));
    for limit in &funnel.limits {
        let (ink, width, stroke) = limit_style(limit.kind);
        items.push((Sign::Line(ink, width, stroke), limit.label.clone()));
    }
    items
}

fn limit_style(kind: LimitKind) -> (Ink, f64, Stroke) {
    match kind {
        LimitKind::Chance => (Ink::Tick, 1.2, Stroke::Dotted),
        LimitKind::Spread95 => (Ink::Quiet, 1.4, Stroke::Dashed),
        LimitKind::Spread998 => (Ink::Quiet, 1.6, Stroke::Solid),
    }
}

fn draw_limits(sheet: &mut Sheet, funnel: &Funnel, x: &Sizes, y: &Upright) {
    for limit in &funnel.limits {
        draw_limit(sheet, limit, |point| point.low, x, y);
        draw_limit(sheet, limit, |point| point.high, x, y);
    }
}

/// One limit line, cut where it leaves the plot.
fn draw_limit(
    sheet: &mut Sheet,
    limit: &LimitLine,
    side: impl Fn(&super::LimitPoint) -> f64,
    x: &Sizes,
    y: &Upright,
) {
    let (ink, width, stroke) = limit_style(limit.kind);
    let place = |point: &super::LimitPoint| -> Option<Point> {
        let Place::On(px) = x.place(point.x)? else {
            return None;
        };
        Some((px, y.scale.unbounded(side(point))?))
    };
    let mut run: Vec<Point> = Vec::new();
    for pair in limit.points.windows(2) {
        let ends = place(&pair[0]).zip(place(&pair[1]));
        let Some((a, b)) = ends.and_then(|ends| clipped(ends, y.plot.top, y.plot.bottom)) else {
            flush(sheet, &mut run, ink, width, stroke);
            continue;
        };
        if run.last() != Some(&a) {
            flush(sheet, &mut run, ink, width, stroke);
            run.push(a);
        }
        run.push(b);
    }
    flush(sheet, &mut run, ink, width, stroke);
}

fn flush(sheet: &mut Sheet, run: &mut Vec<Point>, ink: Ink, width: f64, stroke: Stroke) {
    if run.len() > 1 {
        sheet.patterned(std::mem::take(run), ink, width, stroke);
    }
    run.clear();
}

fn draw_target(sheet: &mut Sheet, funnel: &Funnel, y: &Upright) {
    if let Some(Place::On(level)) = y.scale.place(funnel.target.value) {
        sheet.line(
            vec![(y.plot.left, level), (y.plot.right, level)],
            Ink::Ink,
            1.2,
        );
    }
}

/// A cloud of what cannot be told apart, then every flagged point, then the highlighted ones with their names.
fn draw_points(sheet: &mut Sheet, funnel: &Funnel, x: &Sizes, y: &Upright, face: Face) {
    let at = |point: &FunnelPoint| -> Option<(Place, Place)> {
        if !is_drawn(point) {
            return None;
        }
        Some((x.place(point.x)?, y.scale.place(point.y)?))
    };
    let (mut cloud, mut edge) = (BTreeSet::new(), BTreeSet::new());
    let mut flagged: Vec<(Verdict, Point)> = Vec::new();
    let mut named: Vec<(&FunnelPoint, Point)> = Vec::new();
    for point in &funnel.points {
        let Some((px, py)) = at(point) else { continue };
        let centre = (px.px(), py.px());
        match (
            point.emphasis,
            point.verdict.is_flagged(),
            px.is_on() && py.is_on(),
        ) {
            (Emphasis::Highlighted, ..) => named.push((point, centre)),
            // Dots of two pixels' radius on one pixel cannot be seen apart.
            (_, false, true) => {
                cloud.insert((centre.0.round() as i32, centre.1.round() as i32));
            }
            (_, true, true) => flagged.push((point.verdict, centre)),
            (_, _, false) => {
                let upward = matches!(py, Place::Above(_)) || !matches!(py, Place::Below(_));
                let ink = if point.verdict.is_flagged() {
                    verdict_ink(point.verdict)
                } else {
                    Ink::Cloud
                };
                edge.insert((
                    ink,
                    upward,
                    centre.0.round() as i32,
                    centre.1.round() as i32,
                ));
            }
        }
    }
    for (px, py) in cloud {
        sheet.dot((f64::from(px), f64::from(py)), 2.0, Ink::Cloud);
    }
    for (ink, upward, px, py) in edge {
        let direction = if upward { -1.0 } else { 1.0 };
        edge_arrow(sheet, (f64::from(px), f64::from(py)), direction, ink);
    }
    flagged.sort_by(|a, b| {
        verdict_order(a.0)
            .cmp(&verdict_order(b.0))
            .then(a.1.0.total_cmp(&b.1.0))
    });
    for (verdict, centre) in flagged {
        sheet.verdict(verdict, centre, 4.2);
    }
    draw_named(sheet, &named, y.plot, face);
}

fn verdict_order(verdict: Verdict) -> usize {
    Verdict::ALL
        .iter()
        .position(|candidate| *candidate == verdict)
        .unwrap_or(0)
}

/// A small arrow at the edge of the plot for what lies beyond it.
fn edge_arrow(sheet: &mut Sheet, (x, y): Point, direction: f64, ink: Ink) {
    sheet.fill(
        vec![(x, y + direction * 6.0), (x - 3.5, y), (x + 3.5, y)],
        ink,
    );
}

fn draw_named(sheet: &mut Sheet, named: &[(&FunnelPoint, Point)], plot: Area, face: Face) {
    for (point, centre) in named {
        sheet.dot(*centre, 9.0, Ink::Paper);
        sheet.line(circle(*centre, 7.5), Ink::Ink, 1.6);
        if point.verdict.is_flagged() {
            sheet.verdict(point.verdict, *centre, 4.2);
        } else {
            sheet.dot(*centre, 3.2, Ink::Ink);
        }
    }
    let anchored: Vec<Anchored> = named
        .iter()
        .map(|(point, centre)| Anchored {
            name: &point.name,
            at: *centre,
        })
        .collect();
    name_points(sheet, &anchored, plot, face);
}

/// The horizontal scale of sizes.
struct Sizes {
    spacing: Spacing,
    scale: Scale,
    numbers: Vec<(f64, String)>,
    fine: Vec<f64>,
}

impl Sizes {
    fn plan(axis: &Axis, spacing: Spacing, plot: Area, face: Face) -> Sizes {
        let length = plot.right - plot.left - 12.0;
        let even = ticks(axis, length, face.size * 4.6);
        match spacing {
            Spacing::Even => {
                let scale = Scale::new(&even, plot.left + 4.0, plot.right - 8.0);
                let number = |value: &f64| {
                    Some((scale.place(*value)?.px(), tick_label(*value, even.decimals)))
                };
                let numbers = even.major.iter().filter_map(number).collect();
                let fine = even
                    .minor
                    .iter()
                    .filter_map(|value| Some(scale.place(*value)?.px()))
                    .collect();
                Sizes {
                    spacing,
                    scale,
                    numbers,
                    fine,
                }
            }
            Spacing::Root => Sizes::by_root(axis, &even, plot, face),
        }
    }

    /// Round numbers 1, 2, 5, 10 …, as many as fit, from the large end down.
    fn by_root(axis: &Axis, even: &Ticks, plot: Area, face: Face) -> Sizes {
        let high = if axis.high.is_finite() && axis.high > 0.0 {
            axis.high.min(1e15)
        } else {
            1.0
        };
        let low = if axis.low.is_finite() {
            axis.low.clamp(0.0, high * 0.9)
        } else {
            0.0
        };
        let ends = Ticks {
            low: low.sqrt(),
            high: high.sqrt(),
            ..even.clone()
        };
        let scale = Scale::new(&ends, plot.left + 4.0, plot.right - 8.0);
        let (mut numbers, mut fine): (Vec<(f64, String)>, Vec<f64>) = (Vec::new(), Vec::new());
        let mut nearest = plot.right + 2.0;
        for value in round_numbers(high) {
            let Some(Place::On(px)) = scale.place(value.sqrt()) else {
                continue;
            };
            let label = tick_label(value, if value < 1.0 && value > 0.0 { 2 } else { 0 });
            let half = face.width(&label) / 2.0;
            if px + half + 8.0 <= nearest && px - half >= 1.0 {
                nearest = px - half;
                numbers.push((px, label));
            } else {
                fine.push(px);
            }
        }
        Sizes {
            spacing: Spacing::Root,
            scale,
            numbers,
            fine,
        }
    }

    fn place(&self, value: f64) -> Option<Place> {
        match self.spacing {
            Spacing::Even => self.scale.place(value),
            Spacing::Root => self.scale.place(value.max(0.0).sqrt()),
        }
    }

    fn draw(&self, sheet: &mut Sheet, plot: Area, face: Face) {
        for px in &self.fine {
            sheet.line(
                vec![(*px, plot.bottom), (*px, plot.bottom + 4.0)],
                Ink::Tick,
                1.0,
            );
        }
        for (px, _) in &self.numbers {
            sheet.line(
                vec![(*px, plot.bottom), (*px, plot.bottom + 8.0)],
                Ink::Tick,
                1.2,
            );
        }
        sheet.line(
            vec![(plot.left - 0.7, plot.bottom), (plot.right, plot.bottom)],
            Ink::Ink,
            1.4,
        );
        for (px, label) in &self.numbers {
            let half = face.width(label) / 2.0;
            let x = px.clamp(half + 1.0, (sheet.width - half - 1.0).max(half + 1.0));
            sheet.text(
                label,
                (x, plot.bottom + 9.0 + face.size),
                Anchor::Middle,
                face,
            );
        }
    }
}

/// 0 and the numbers 1, 2, 5 times a power of ten up to `high`, largest first.
fn round_numbers(high: f64) -> Vec<f64> {
    let mut numbers = vec![0.0];
    let mut decade = if high > 5.0 { 1.0 } else { high / 500.0 };
    if high <= 5.0 {
        decade = format!(
            "1e{}",
            format!("{decade:e}")
                .split_once('e')
                .map_or("0", |(_, e)| e)
        )
        .parse()
        .unwrap_or(0.01);
    }
    while decade <= high && numbers.len() < 80 {
        numbers.extend(
            [1.0, 2.0, 5.0]
                .map(|lead| lead * decade)
                .into_iter()
                .filter(|value| *value <= high),
        );
        decade *= 10.0;
    }
    numbers.reverse();
    numbers
}
