//! How is a ruler stood upright, for values that run from the bottom to the top?

use i18n::{Locale, in_parentheses};

use crate::ink::Ink;
use crate::scene::{Anchor, Area, Point};
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::{Axis, BetterEnd};
use crate::ticks::{Scale, Ticks, tick_label, ticks};
use crate::words;

/// An upright ruler at the left of a plot.
pub(crate) struct Upright {
    pub plot: Area,
    pub scale: Scale,
    pub ticks: Ticks,
}

impl Upright {
    /// Plans a plot of a height from the sheet's place downwards, leaving room for the numbers at its left.
    pub fn plan(sheet: &Sheet, axis: &Axis, height: f64, face: Face) -> Upright {
        let ticks = ticks(axis, height, face.size * 2.6);
        let numbers = ticks.major.iter().map(|value| face.width(&tick_label(*value, ticks.decimals)));
        let left = sheet.left() + numbers.fold(0.0, f64::max) + 16.0;
        let top = sheet.y + (face.size * 0.6).round();
        let plot = Area::new(left.round(), top, sheet.right() - 2.0, top + height);
        let scale = Scale::new(&ticks, plot.bottom, plot.top);
        Upright { plot, scale, ticks }
    }

    /// Lines across the plot at every number; drawn first.
    pub fn guides(&self, sheet: &mut Sheet) {
        for place in self.ticks.major.iter().filter_map(|value| self.scale.place(*value)) {
            sheet.line(vec![(self.plot.left, place.px()), (self.plot.right, place.px())], Ink::Grid, 1.0);
        }
    }

    /// Edge, ticks and numbers.
    pub fn draw(&self, sheet: &mut Sheet, face: Face) {
        let x = self.plot.left;
        for (list, length) in [(&self.ticks.minor, 3.0), (&self.ticks.middle, 5.0), (&self.ticks.major, 8.0)] {
            for place in list.iter().filter_map(|value| self.scale.place(*value)) {
                sheet.line(vec![(x - length, place.px()), (x, place.px())], Ink::Tick, 1.0);
            }
        }
        sheet.line(vec![(x, self.plot.top - 0.5), (x, self.plot.bottom + 0.5)], Ink::Ink, 1.4);
        for value in &self.ticks.major {
            if let Some(place) = self.scale.place(*value) {
                let label = tick_label(*value, self.ticks.decimals);
                sheet.text(&label, (x - 12.0, place.px() + face.size * 0.36), Anchor::End, face);
            }
        }
    }
}

/// Above an upright ruler: its unit, and what its upper end means, with an arrow where that end is better.
pub(crate) fn upper_words(sheet: &mut Sheet, axis: &Axis, faces: &Faces, locale: Locale) {
    sheet.paragraph(&axis.unit, faces.small, 2);
    end_word(sheet, (&axis.high_word, axis.better == BetterEnd::High, -1.0), faces, locale);
}

/// Below an upright ruler: what its lower end means.
pub(crate) fn lower_words(sheet: &mut Sheet, axis: &Axis, faces: &Faces, locale: Locale) {
    end_word(sheet, (&axis.low_word, axis.better == BetterEnd::Low, 1.0), faces, locale);
}

fn end_word(sheet: &mut Sheet, (word, is_better, down): (&str, bool, f64), faces: &Faces, locale: Locale) {
    if word.trim().is_empty() {
        return;
    }
    let face = faces.small;
    let words = match is_better {
        true => in_parentheses(locale, word, words::better_direction(locale)),
        false => word.to_owned(),
    };
    let (x, y) = (sheet.left() + face.size * 0.5, sheet.y + face.line_height() * 0.5);
    let reach = face.size * 0.42;
    if is_better {
        arrow(sheet, (x, y - down * reach), (x, y + down * reach));
        sheet.indented_paragraph(&words, face, face.size * 1.3, 1);
    } else {
        sheet.paragraph(&words, face, 1);
    }
}

fn arrow(sheet: &mut Sheet, from: Point, to: Point) {
    let back = if to.1 > from.1 { -4.0 } else { 4.0 };
    sheet.line(vec![from, to], Ink::Ink, 1.4);
    sheet.line(vec![(to.0 - 3.5, to.1 + back), to, (to.0 + 3.5, to.1 + back)], Ink::Ink, 1.4);
}

/// The part of a line that lies between two heights; every coordinate finite.
pub(crate) fn clipped((a, b): (Point, Point), top: f64, bottom: f64) -> Option<(Point, Point)> {
    if (a.1 < top && b.1 < top) || (a.1 > bottom && b.1 > bottom) {
        return None;
    }
    let at = |y: f64| {
        let share = if b.1 == a.1 { 0.0 } else { (y - a.1) / (b.1 - a.1) };
        (a.0 + (b.0 - a.0) * share, y)
    };
    let inside = |point: Point| match point.1 {
        y if y < top => at(top),
        y if y > bottom => at(bottom),
        _ => point,
    };
    Some((inside(a), inside(b)))
}
