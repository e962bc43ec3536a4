//! Which points of a monthly or quarterly series are more than its usual ups and downs?
//!
//! The XmR chart of NHS England's "Making Data Count" (as in its package NHSRplotthedots). It learns the spread from the
//! series itself, so over-dispersed proportions need no p chart.

use crate::Direction;
use crate::interval::Interval;
use crate::summary::mean;

/// Limits are mean ± 2.66 × mean moving range (3/1.128).
pub const XMR_FACTOR: f64 = 2.66;
/// Moving ranges from 3.267 × their mean on are dropped once before the limits are set.
const RANGE_FACTOR: f64 = 3.267;
/// "Close to the limit" begins at two thirds of the way.
pub const NEAR_SHARE: f64 = 2.0 / 3.0;

/// Why a point is not chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpecialCause {
    /// Above the upper process limit.
    AboveLimit,
    /// Below the lower process limit.
    BelowLimit,
    /// One of seven points that rise without a break.
    Rising,
    /// One of seven points that fall without a break.
    Falling,
    /// Close to the upper limit, as one of two in three on the upper side.
    TwoInThreeAbove,
    /// Close to the lower limit, as one of two in three on the lower side.
    TwoInThreeBelow,
    /// One of seven points in a row above the mean.
    SevenAbove,
    /// One of seven points in a row below the mean.
    SevenBelow,
}

/// Is a special cause good or bad news?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum News {
    /// In the good direction.
    Improvement,
    /// In the bad direction.
    Concern,
    /// The measure has no good direction.
    Neutral,
}

impl SpecialCause {
    /// Does the cause point upwards?
    fn upwards(self) -> bool {
        matches!(self, Self::AboveLimit | Self::Rising | Self::TwoInThreeAbove | Self::SevenAbove)
    }

    /// The cause read in the direction of the measure.
    pub fn news(self, direction: Direction) -> News {
        match (direction, self.upwards()) {
            (Direction::Neutral, _) => News::Neutral,
            (Direction::HigherIsBetter, true) | (Direction::LowerIsBetter, false) => News::Improvement,
            _ => News::Concern,
        }
    }
}

/// One point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartPoint {
    /// The value.
    pub value: f64,
    /// `None`: common cause, the usual ups and downs.
    pub special_cause: Option<SpecialCause>,
}

/// A control chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlChart {
    /// The mean of the series.
    pub centre: f64,
    /// Lower and upper process limit.
    pub limits: Interval,
    /// Lower and upper "close to the limit" line.
    pub near_limits: Interval,
    /// The points in order.
    pub points: Vec<ChartPoint>,
    /// Fewer than twelve points: the limits are on trial.
    pub on_trial: bool,
}

/// An XmR chart of a series in time order.
///
/// Every point gets the first cause that fits: outside a limit; part of a 7-point run up or down; close to a limit with
/// two of three close and all three on that side; part of a run of seven on one side (a point on the mean breaks it).
/// `None` for fewer than two values, or a value that is not finite or beyond 10¹⁵⁰. A constant series has no cause.
pub fn control_chart(values: &[f64]) -> Option<ControlChart> {
    if values.len() < 2 || !values.iter().all(|v| v.abs() <= 1e150) {
        return None;
    }
    // The mean of equal values can miss them by the last bit; no point of a constant series lies off its centre.
    let constant = values.iter().all(|v| v == &values[0]);
    let centre = if constant { values[0] } else { mean(values)? };
    let ranges: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let screen = RANGE_FACTOR * mean(&ranges)?;
    let kept: Vec<f64> = ranges.iter().copied().filter(|range| *range < screen).collect();
    let reach = XMR_FACTOR * mean(&kept).unwrap_or(0.0);
    let limits = around(centre, reach);
    let near_limits = around(centre, reach * NEAR_SHARE);
    let causes = Causes::new(values, centre, limits, near_limits);
    let points = (0..values.len()).map(|i| ChartPoint { value: values[i], special_cause: causes.of(i) }).collect();
    let on_trial = values.len() < crate::eligibility::POINTS_FOR_CONTROL_CHART;
    Some(ControlChart { centre, limits, near_limits, points, on_trial })
}

fn around(centre: f64, reach: f64) -> Interval {
    Interval { lower: centre - reach, upper: centre + reach }
}

/// Everything about the points that the rules ask for.
struct Causes {
    /// −1, 0 or 1: below, on or above the mean.
    side: Vec<i8>,
    outside: Vec<bool>,
    close: Vec<bool>,
    /// Sign of the step from the previous point; 0 for the first.
    step: Vec<i8>,
    /// Part of a seven-point run up or down?
    in_run: Vec<bool>,
}

impl Causes {
    fn new(values: &[f64], centre: f64, limits: Interval, near: Interval) -> Self {
        let outside: Vec<bool> = values.iter().map(|&v| !limits.contains(v)).collect();
        let close = values.iter().zip(&outside).map(|(&v, out)| !out && !near.contains(v)).collect();
        let mut step: Vec<i8> = vec![0];
        step.extend(values.windows(2).map(|pair| sign(pair[1] - pair[0])));
        let mut in_run = vec![false; values.len()];
        for start in 0..values.len().saturating_sub(6) {
            let steps = &step[start + 1..start + 7];
            if steps[0] != 0 && steps.iter().all(|s| *s == steps[0]) {
                in_run[start..start + 7].fill(true);
            }
        }
        let side = values.iter().map(|v| sign(v - centre)).collect();
        Self { side, outside, close, step, in_run }
    }

    fn of(&self, i: usize) -> Option<SpecialCause> {
        let above = self.side[i] > 0;
        let pick = |up, down| Some(if above { up } else { down });
        if self.outside[i] {
            pick(SpecialCause::AboveLimit, SpecialCause::BelowLimit)
        } else if self.in_run[i] {
            Some(if self.run_step(i) > 0 { SpecialCause::Rising } else { SpecialCause::Falling })
        } else if self.close[i] && self.two_in_three(i) {
            pick(SpecialCause::TwoInThreeAbove, SpecialCause::TwoInThreeBelow)
        } else if self.seven_on_one_side(i) {
            pick(SpecialCause::SevenAbove, SpecialCause::SevenBelow)
        } else {
            None
        }
    }

    /// The step to the next point if that is in a run too, else the step from the previous one.
    fn run_step(&self, i: usize) -> i8 {
        match self.in_run.get(i + 1) {
            Some(true) => self.step[i + 1],
            _ => self.step[i],
        }
    }

    fn two_in_three(&self, i: usize) -> bool {
        windows_with(i, 3, self.side.len()).any(|w| {
            let close = self.close[w.clone()].iter().filter(|c| **c).count();
            close >= 2 && self.one_sided(w)
        })
    }

    fn seven_on_one_side(&self, i: usize) -> bool {
        windows_with(i, 7, self.side.len()).any(|w| self.one_sided(w))
    }

    fn one_sided(&self, window: core::ops::Range<usize>) -> bool {
        let first = self.side[window.start];
        first != 0 && self.side[window].iter().all(|s| *s == first)
    }
}

/// All windows of a length that hold index i.
fn windows_with(i: usize, length: usize, points: usize) -> impl Iterator<Item = core::ops::Range<usize>> {
    let first = (i + 1).saturating_sub(length);
    (first..=i).map(move |start| start..start + length).filter(move |w| w.end <= points)
}

fn sign(x: f64) -> i8 {
    i8::from(x > 0.0) - i8::from(x < 0.0)
}

/// Will a target be met if nothing changes?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assurance {
    /// The target lies beyond the bad side of both limits: it will be met.
    ConsistentlyMet,
    /// The target lies between the limits: met in some periods, missed in others.
    HitAndMiss,
    /// The target lies beyond the good side of both limits: it will be missed.
    ConsistentlyMissed,
}

/// What a chart says about a target. `None` for a measure without a good direction or a target that is not a number.
pub fn assurance(chart: &ControlChart, target: f64, direction: Direction) -> Option<Assurance> {
    if target.is_nan() || direction == Direction::Neutral {
        return None;
    }
    let higher_is_better = direction == Direction::HigherIsBetter;
    Some(if target > chart.limits.upper {
        if higher_is_better { Assurance::ConsistentlyMissed } else { Assurance::ConsistentlyMet }
    } else if target < chart.limits.lower {
        if higher_is_better { Assurance::ConsistentlyMet } else { Assurance::ConsistentlyMissed }
    } else {
        Assurance::HitAndMiss
    })
}
