//! Where does everything in a funnel stand?

use i18n::{Locale, whole};

use super::points::Points;
use super::sizes::Sizes;
use super::{Funnel, LimitKind, LimitLine};
use crate::ink::Ink;
use crate::legend::{Sign, legend};
use crate::scene::{Anchor, Point, Scene, Stroke};
use crate::sheet::{Faces, Sheet};
use crate::ticks::Place;
use crate::upright::{self, Upright, clipped};
use crate::words;

pub(super) fn place(funnel: &Funnel, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let width = funnel.frame.width();
    let mut sheet = Sheet::new(width, 1.0);
    sheet.heading(&funnel.frame, &faces);
    let height = (width * 0.58).clamp(260.0, 560.0).round();
    let draft = Upright::plan(&sheet, &funnel.y, height, faces.small);
    let sizes = Sizes::plan(&funnel.x, funnel.spacing, draft.plot, faces.small);
    let beyond = Points::sorted(funnel, &sizes, &draft.scale).beyond_count;
    legend(&mut sheet, &legend_items(funnel, beyond, locale), faces.small);
    sheet.space(8.0);
    upright::upper_words(&mut sheet, &funnel.y, &faces, locale);
    let y = Upright::plan(&sheet, &funnel.y, height, faces.small);
    let x = Sizes::plan(&funnel.x, funnel.spacing, y.plot, faces.small);
    y.guides(&mut sheet);
    let points = Points::sorted(funnel, &x, &y.scale);
    points.draw_cloud(&mut sheet);
    draw_limits(&mut sheet, funnel, &x, &y);
    draw_target(&mut sheet, funnel, &y);
    points.draw_flagged(&mut sheet);
    points.draw_named(&mut sheet, y.plot, faces.small, locale);
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
    let taken = if sheet.y > below { face.width(&funnel.y.low_word) + face.size * 8.0 } else { 0.0 };
    let fits = taken + face.width(&funnel.x.unit) <= sheet.room();
    let top = if fits { below } else { sheet.y };
    let unit = face.shortened(&funnel.x.unit, sheet.room());
    sheet.text(&unit, (sheet.right(), top + face.line_height() * 0.74), Anchor::End, face);
    if !unit.is_empty() {
        sheet.y = sheet.y.max(top + face.line_height());
    }
}

fn legend_items(funnel: &Funnel, beyond: usize, locale: Locale) -> Vec<(Sign, String)> {
    let signs = funnel.verdict_words.iter().filter(|(verdict, _)| funnel.has_sign(*verdict));
    let mut items: Vec<(Sign, String)> =
        signs.map(|(verdict, words)| (Sign::Verdict(*verdict), words.clone())).collect();
    items.push((Sign::CloudDot, funnel.others_label.clone()));
    items.push((Sign::Line(Ink::Ink, 1.2, Stroke::Solid), funnel.target.label.clone()));
    for limit in &funnel.limits {
        let (ink, width, stroke) = limit_style(limit.kind);
        items.push((Sign::Line(ink, width, stroke), limit.label.clone()));
    }
    if funnel.missing_count() > 0 {
        let missing = words::not_drawn_without_figure(locale, &whole(funnel.missing_count()));
        items.push((Sign::Nothing, missing));
    }
    if beyond > 0 {
        items.push((Sign::Chevron, words::points_off_scale(locale, &whole(beyond))));
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
fn draw_limit(sheet: &mut Sheet, limit: &LimitLine, side: impl Fn(&super::LimitPoint) -> f64, x: &Sizes, y: &Upright) {
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
        sheet.line(vec![(y.plot.left, level), (y.plot.right, level)], Ink::Ink, 1.2);
    }
}
