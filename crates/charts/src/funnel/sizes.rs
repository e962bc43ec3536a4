//! Where do sizes stand along the bottom of a funnel, and which round numbers name them?

use super::Spacing;
use crate::ink::Ink;
use crate::scene::{Anchor, Area};
use crate::sheet::{Face, Sheet};
use crate::spec::Axis;
use crate::ticks::{Place, Scale, Ticks, tick_label, ticks};

/// The horizontal scale of sizes.
pub(super) struct Sizes {
    spacing: Spacing,
    scale: Scale,
    numbers: Vec<(f64, String)>,
    fine: Vec<f64>,
}

impl Sizes {
    pub fn plan(axis: &Axis, spacing: Spacing, plot: Area, face: Face) -> Sizes {
        let length = plot.right - plot.left - 16.0;
        let mut even = ticks(axis, length, face.size * 4.6);
        for _ in 0..3 {
            let widest = even.labels().map(|(_, label)| face.width(&label)).fold(0.0, f64::max);
            even = ticks(axis, length, widest + face.size * 1.8);
        }
        match spacing {
            Spacing::Even => Sizes::evenly(&even, plot),
            Spacing::Root => Sizes::by_root(axis, &even, plot, face),
        }
    }

    fn evenly(even: &Ticks, plot: Area) -> Sizes {
        let scale = Scale::new(even, plot.left + 4.0, plot.right - 12.0);
        let px = |value: &f64| scale.place(*value).map(Place::px);
        let number = |value: &f64| Some((px(value)?, tick_label(*value, even.decimals)));
        let numbers = even.major.iter().filter_map(number).collect();
        let fine = even.minor.iter().chain(&even.middle).filter_map(px).collect();
        Sizes { spacing: Spacing::Even, scale, numbers, fine }
    }

    /// By the square root of the size.
    fn by_root(axis: &Axis, even: &Ticks, plot: Area, face: Face) -> Sizes {
        let high = if axis.high > 0.0 { axis.high.min(1e12) } else { 1.0 };
        let low = if axis.low.is_finite() { axis.low.clamp(0.0, high * 0.9) } else { 0.0 };
        let ends = Ticks { low: low.sqrt(), high: high.sqrt(), ..even.clone() };
        let scale = Scale::new(&ends, plot.left + 4.0, plot.right - 12.0);
        let decades = decades_up_to(high);
        let numbers = root_numbers(&scale, &decades, plot, face);
        let mut fine: Vec<f64> = Vec::new();
        let every = decades.iter().flat_map(|decade| (1..10).map(move |lead| f64::from(lead) * decade));
        for px in every.filter_map(|value| root_pixel(&scale, value)) {
            if fine.last().is_none_or(|last| px - last >= 4.0) {
                fine.push(px);
            }
        }
        Sizes { spacing: Spacing::Root, scale, numbers, fine }
    }

    pub fn place(&self, value: f64) -> Option<Place> {
        match self.spacing {
            Spacing::Even => self.scale.place(value),
            Spacing::Root => self.scale.place(value.max(0.0).sqrt()),
        }
    }

    pub fn draw(&self, sheet: &mut Sheet, plot: Area, face: Face) {
        for px in &self.fine {
            sheet.line(vec![(*px, plot.bottom), (*px, plot.bottom + 4.0)], Ink::Tick, 1.0);
        }
        for (px, _) in &self.numbers {
            sheet.line(vec![(*px, plot.bottom), (*px, plot.bottom + 8.0)], Ink::Tick, 1.2);
        }
        sheet.line(vec![(plot.left - 0.7, plot.bottom), (plot.right, plot.bottom)], Ink::Ink, 1.4);
        for (px, label) in &self.numbers {
            let x = label_centre(*px, label, plot, face);
            sheet.text(label, (x, plot.bottom + 9.0 + face.size), Anchor::Middle, face);
        }
    }
}

/// Where a size stands on a scale of square roots, if it does.
fn root_pixel(scale: &Scale, value: f64) -> Option<f64> {
    match scale.place(value.sqrt()) {
        Some(Place::On(px)) => Some(px),
        _ => None,
    }
}

/// Powers of ten first, then 5, 2 and 3 times them, wherever there is room for the number.
fn root_numbers(scale: &Scale, decades: &[f64], plot: Area, face: Face) -> Vec<(f64, String)> {
    let mut numbers: Vec<(f64, String)> = Vec::new();
    let leads = [1.0, 5.0, 2.0, 3.0];
    let values = leads.iter().flat_map(|lead| decades.iter().rev().map(move |decade| lead * decade));
    for value in values {
        let Some(px) = root_pixel(scale, value) else {
            continue;
        };
        let label = tick_label(value, decimals_of(value));
        let (centre, width) = (label_centre(px, &label, plot, face), face.width(&label));
        let has_room = |(other, text): &(f64, String)| {
            let distance = (centre - label_centre(*other, text, plot, face)).abs();
            (face.width(text) + width) / 2.0 + 12.0 <= distance
        };
        if numbers.iter().all(has_room) {
            numbers.push((px, label));
        }
    }
    numbers
}

/// The middle of a number below its tick, moved inward where it would leave the sheet.
fn label_centre(px: f64, label: &str, plot: Area, face: Face) -> f64 {
    let half = face.width(label) / 2.0 + 1.0;
    px.min(plot.right + 1.0 - half).max(half)
}

fn decimals_of(value: f64) -> usize {
    if value >= 1.0 { 0 } else { 3 }
}

/// Powers of ten, from three below the largest to the largest.
fn decades_up_to(high: f64) -> Vec<f64> {
    let mut decades = vec![0.001];
    while let Some(last) = decades.last().copied().filter(|last| last * 10.0 <= high) {
        decades.push(last * 10.0);
    }
    decades
        .into_iter()
        .map(|decade| if decade >= 1.0 { decade.round() } else { decade })
        .filter(|decade| *decade >= 1.0 || high < 10.0)
        .collect()
}
