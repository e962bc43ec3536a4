//! Where do the periods of a series stand along the bottom, and how are neighbouring values joined?

use crate::breaks::{self, Drawn};
use crate::ink::Ink;
use crate::scene::{Anchor, Area, Point};
use crate::sheet::{Face, Sheet};
use crate::upright::{Upright, clipped};

/// At most so many periods are drawn, the last ones.
pub(crate) const PERIODS: usize = 240;

/// The periods along the bottom; `first` is the first one that is drawn.
pub(crate) struct Years {
    pub first: usize,
    pub count: usize,
    left: f64,
    pub step: f64,
}

impl Years {
    pub fn new(periods: usize, plot: Area) -> Years {
        let count = periods.min(PERIODS);
        let step = (plot.right - plot.left) / (count.max(1) as f64);
        Years { first: periods - count, count, left: plot.left, step }
    }

    pub fn middle(&self, index: usize) -> f64 {
        self.left + (index as f64 + 0.5) * self.step
    }

    pub fn start(&self, index: usize) -> f64 {
        self.left + index as f64 * self.step
    }

    /// Hatches the drawn periods without a value, over the whole height of the plot.
    pub fn hatch(&self, sheet: &mut Sheet, upright: &Upright, is_missing: impl Fn(usize) -> bool) {
        for index in (0..self.count).filter(|index| is_missing(self.first + index)) {
            let Area { top, bottom, .. } = upright.plot;
            let inset = (self.step * 0.06).min(3.0);
            let area = Area::new(self.start(index) + inset, top, self.start(index + 1) - inset, bottom);
            sheet.hatch(area, 8.0);
        }
    }

    /// Names of the periods, the last one always, as many as fit.
    pub fn draw(&self, sheet: &mut Sheet, periods: &[String], plot: Area, face: Face) {
        sheet.line(vec![(plot.left - 0.7, plot.bottom), (plot.right, plot.bottom)], Ink::Ink, 1.4);
        let mut next = sheet.width;
        for index in (0..self.count).rev() {
            let x = self.middle(index);
            let label = face.shortened(&periods[self.first + index], sheet.room() * 0.4);
            let half = face.width(&label) / 2.0;
            let centre = x.clamp(half + 1.0, (sheet.width - half - 1.0).max(half + 1.0));
            let is_named = centre + half + 6.0 <= next || index + 1 == self.count;
            let length = if is_named { 7.0 } else { 4.0 };
            sheet.line(vec![(x, plot.bottom), (x, plot.bottom + length)], Ink::Tick, 1.0);
            if is_named {
                sheet.text(&label, (centre, plot.bottom + 9.0 + face.size), Anchor::Middle, face);
                next = centre - half;
            }
        }
    }

    /// A line through the values of the drawn periods; a value without a neighbour is a short dash.
    pub fn line(
        &self,
        sheet: &mut Sheet,
        values: &[Option<f64>],
        breaks: &[Drawn<'_>],
        upright: &Upright,
        (ink, width): (Ink, f64),
    ) {
        let point = |index: usize| {
            let value = (*values.get(self.first + index)?)?;
            Some((self.middle(index), upright.scale.unbounded(value)?))
        };
        let points: Vec<Option<Point>> = (0..self.count).map(point).collect();
        connect(sheet, &points, breaks, upright, (ink, width));
        for (x, y) in lonely(&points, breaks) {
            if (upright.plot.top..=upright.plot.bottom).contains(&y) {
                sheet.line(vec![(x - 5.0, y), (x + 5.0, y)], ink, width);
            }
        }
    }
}

/// Lines between neighbouring periods, cut at the plot's edges and never across a change of definition.
pub(crate) fn connect(
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
