//! Where do the ticks of a ruler stand, and what numbers stand beside them?
//!
//! Ticks are real: every numbered one is a round number of the unit.

use crate::spec::Axis;

/// The largest number an axis reaches to; what lies beyond is off the scale.
const FARTHEST: f64 = 1e15;

/// The ticks of an axis, and the round ends it was widened to.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    /// The round number the axis begins with.
    pub low: f64,
    /// The round number the axis ends with.
    pub high: f64,
    /// Numbered ticks.
    pub major: Vec<f64>,
    /// Ticks half way between two numbers, where the step has a middle.
    pub middle: Vec<f64>,
    /// The finest ticks.
    pub minor: Vec<f64>,
    /// Digits behind the point in the numbers.
    pub decimals: usize,
}

impl Ticks {
    /// The numbered ticks with their numbers.
    pub fn labels(&self) -> impl Iterator<Item = (f64, String)> {
        self.major.iter().map(|value| (*value, tick_label(*value, self.decimals)))
    }
}

/// Chooses ticks for an axis of `length_px` with numbers at least `gap_px` apart.
pub fn ticks(axis: &Axis, length_px: f64, gap_px: f64) -> Ticks {
    let (low, high) = sound_bounds(axis.low, axis.high);
    let most = (length_px / gap_px.max(1.0)).floor().clamp(1.0, 40.0);
    let (mut lead, mut exponent) = (1_u8, exponent_of((high - low) / most));
    let mut step = power_of_ten(exponent);
    while steps_between(low, high, step) > most {
        (lead, exponent) = match lead {
            1 => (2, exponent),
            2 => (5, exponent),
            _ => (1, exponent + 1),
        };
        step = f64::from(lead) * power_of_ten(exponent);
    }
    let first = (low / step + 1e-9).floor();
    let count = steps_between(low, high, step).max(1.0);
    let at = |index: f64| (first + index) * step;
    let parts = subdivisions(lead, length_px / count);
    let mut ticks = Ticks {
        low: at(0.0),
        high: at(count),
        major: Vec::new(),
        middle: Vec::new(),
        minor: Vec::new(),
        decimals: usize::try_from(-exponent).unwrap_or(0),
    };
    for index in 0..=(count as u32) {
        ticks.major.push(at(f64::from(index)));
        if f64::from(index) == count {
            break;
        }
        for part in 1..parts {
            let tick = at(f64::from(index) + f64::from(part) / f64::from(parts));
            let list = if part * 2 == parts { &mut ticks.middle } else { &mut ticks.minor };
            list.push(tick);
        }
    }
    ticks
}

/// Bounds that are finite, in order and not on top of each other.
fn sound_bounds(low: f64, high: f64) -> (f64, f64) {
    let sound = |value: f64, otherwise: f64| {
        if value.is_nan() { otherwise } else { value.clamp(-FARTHEST, FARTHEST) }
    };
    let (low, high) = (sound(low, 0.0), sound(high, 1.0));
    let (low, high) = (low.min(high), low.max(high));
    let least = low.abs().max(high.abs()).max(1e-9) * 1e-6;
    if high - low >= least { (low, high) } else { (low - least, high + least.max(high.abs() * 0.5)) }
}

fn steps_between(low: f64, high: f64, step: f64) -> f64 {
    (high / step - 1e-9).ceil() - (low / step + 1e-9).floor()
}

fn exponent_of(value: f64) -> i32 {
    format!("{value:e}").split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0)
}

fn power_of_ten(exponent: i32) -> f64 {
    format!("1e{exponent}").parse().unwrap_or(1.0)
}

fn subdivisions(lead: u8, px: f64) -> u32 {
    let choices: &[u32] = match lead {
        1 => &[10, 5, 2],
        2 => &[10, 4, 2],
        _ => &[10, 5],
    };
    choices.iter().copied().find(|parts| px / f64::from(*parts) >= 4.0).unwrap_or(1)
}

/// The number beside a tick, short even where the unit is huge.
pub fn tick_label(value: f64, decimals: usize) -> String {
    if value == 0.0 {
        "0".to_owned()
    } else if value.abs() >= 1e10 {
        format!("{value:.2e}")
    } else {
        i18n::number(value, decimals)
    }
}

/// Where a value lies on an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place {
    /// On the scale, at this pixel.
    On(f64),
    /// Beyond the low end; the pixel is that end.
    Below(f64),
    /// Beyond the high end; the pixel is that end.
    Above(f64),
}

impl Place {
    /// The pixel, at the end of the scale for what lies beyond.
    pub fn px(self) -> f64 {
        match self {
            Place::On(px) | Place::Below(px) | Place::Above(px) => px,
        }
    }

    /// The direction along a horizontal scale in which the value lies beyond it.
    pub fn outward(self) -> (f64, f64) {
        match self {
            Place::On(_) => (0.0, 0.0),
            Place::Below(_) => (-1.0, 0.0),
            Place::Above(_) => (1.0, 0.0),
        }
    }

    /// Whether the value is on the scale.
    pub fn is_on(self) -> bool {
        matches!(self, Place::On(_))
    }
}

/// A straight scale from numbers to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    from_px: f64,
    to_px: f64,
}

impl Scale {
    /// The scale between the ends of the ticks.
    pub fn new(ticks: &Ticks, from_px: f64, to_px: f64) -> Scale {
        Scale { low: ticks.low, high: ticks.high, from_px, to_px }
    }

    /// The pixel of a value even where it is off the scale; nothing for what has no place at all.
    pub fn unbounded(&self, value: f64) -> Option<f64> {
        let share = (value - self.low) / (self.high - self.low);
        let px = self.from_px + share.clamp(-1e4, 1e4) * (self.to_px - self.from_px);
        (!value.is_nan()).then_some(px)
    }

    /// Where a value lies; nothing for what is not a number.
    pub fn place(&self, value: f64) -> Option<Place> {
        if value.is_nan() {
            return None;
        }
        let slack = (self.high - self.low) * 1e-9;
        if value < self.low - slack {
            return Some(Place::Below(self.from_px));
        }
        if value > self.high + slack {
            return Some(Place::Above(self.to_px));
        }
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        Some(Place::On(self.from_px + share * (self.to_px - self.from_px)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(low: f64, high: f64, px: f64, expected: &[&str]) {
        let ticks = ticks(&Axis::new(low, high), px, 48.0);
        let labels: Vec<String> = ticks.major.iter().map(|value| tick_label(*value, ticks.decimals)).collect();
        assert_eq!(labels, expected);
    }

    #[test]
    fn numbers_on_a_ruler_are_round() {
        check(0.0, 0.6, 400.0, &["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6"]);
        check(0.0, 17.3, 320.0, &["0", "5", "10", "15", "20"]);
        check(0.71, 1.42, 400.0, &["0.7", "0.8", "0.9", "1.0", "1.1", "1.2", "1.3", "1.4", "1.5"]);
        check(0.0, 11_300.0, 320.0, &["0", "2,000", "4,000", "6,000", "8,000", "10,000", "12,000"]);
    }

    #[test]
    fn senseless_bounds_still_give_a_ruler() {
        for (low, high) in [
            (f64::NAN, f64::NAN),
            (f64::NEG_INFINITY, f64::INFINITY),
            (5.0, 5.0),
            (1e300, -1e300),
            (1e-300, 2e-300),
            (1e15, 1e15),
        ] {
            let ticks = ticks(&Axis::new(low, high), 300.0, 40.0);
            assert!(ticks.low < ticks.high, "{low} {high}: {ticks:?}");
            assert!((2..=42).contains(&ticks.major.len()), "{low} {high}: {ticks:?}");
            assert!(ticks.decimals <= 20);
        }
    }

    #[test]
    fn what_lies_beyond_is_said_to_lie_beyond() {
        let scale = Scale::new(&ticks(&Axis::new(0.0, 10.0), 100.0, 20.0), 0.0, 100.0);
        assert_eq!(scale.place(5.0), Some(Place::On(50.0)));
        assert_eq!(scale.place(11.0), Some(Place::Above(100.0)));
        assert_eq!(scale.place(f64::NEG_INFINITY), Some(Place::Below(0.0)));
        assert_eq!(scale.place(f64::NAN), None);
    }
}
