//! Which of many values lie outside what chance and the usual spread explain, given how large each one's base is?
//!
//! Inner lines show chance alone, outer ones the usual spread between places; a value is told apart only by the outer ones.

mod labels;
mod place;
mod points;
mod sizes;

use i18n::{Locale, in_parentheses, whole};

use crate::figure::{Figure, Table};
use crate::scene::Scene;
use crate::spec::{Axis, Emphasis, Frame, Missing, Pointer, Verdict};
use crate::told;
use crate::words;

/// How the numbers of the horizontal scale are spaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Spacing {
    /// By their square root: room for the many small ones; the limits run evenly.
    #[default]
    Root,
    /// Evenly.
    Even,
}

/// Which limits a pair of lines shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitKind {
    /// Chance alone; explains, does not judge.
    Chance,
    /// Over-dispersed, 95 %.
    Spread95,
    /// Over-dispersed, 99.8 %.
    Spread998,
}

/// The limits at one size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LimitPoint {
    /// The size.
    pub x: f64,
    /// The lower limit there.
    pub low: f64,
    /// The upper limit there.
    pub high: f64,
}

/// A pair of limit lines.
#[derive(Debug, Clone, PartialEq)]
pub struct LimitLine {
    /// Which limits.
    pub kind: LimitKind,
    /// What they are called in the legend.
    pub label: String,
    /// From the smallest size to the largest.
    pub points: Vec<LimitPoint>,
}

/// One value among many.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FunnelPoint {
    /// The size: cases, or expected events.
    pub x: f64,
    /// The value.
    pub y: f64,
    /// What is said about it.
    pub verdict: Verdict,
    /// Whether it is drawn large and named.
    pub emphasis: Emphasis,
    /// Whose value it is.
    pub name: String,
    /// The value in words; without it the plain number.
    pub text: String,
}

/// Many values against their sizes.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// What stands around it.
    pub frame: Frame,
    /// The size; `unit` names it.
    pub x: Axis,
    /// How sizes are spaced.
    pub spacing: Spacing,
    /// The value.
    pub y: Axis,
    /// The value all are compared with.
    pub target: Pointer,
    /// Limit lines.
    pub limits: Vec<LimitLine>,
    /// The values.
    pub points: Vec<FunnelPoint>,
    /// What each verdict is called here; only those that occur stand in the legend.
    pub verdict_words: Vec<(Verdict, String)>,
    /// What a point without a verdict of its own is called: `区別できない病院`.
    pub others_label: String,
    /// Those that are no points, for want of a number.
    pub missing: Vec<Missing>,
}

impl Funnel {
    /// At most so many rows are in the table; those of interest come first.
    pub const TABLE_ROWS: usize = 200;

    /// Every coordinate.
    pub fn place(&self, locale: Locale) -> Scene {
        place::place(self, locale)
    }

    /// The drawing with description and table.
    pub fn figure(&self, locale: Locale) -> Figure {
        Figure::new(locale, &self.frame, self.told(locale), self.table(locale), self.place(locale))
    }

    pub(crate) fn count(&self, verdict: Verdict) -> usize {
        self.points.iter().filter(|point| point.verdict == verdict && is_drawn(point)).count()
    }

    /// What is told of the data to whoever does not see the drawing.
    fn told(&self, locale: Locale) -> Vec<String> {
        let drawn = whole(self.points.iter().filter(|point| is_drawn(point)).count());
        let told = self.frame.counted.is_told(&drawn, &[&self.frame.title, &self.frame.subtitle]);
        let mut parts = vec![
            if told { String::new() } else { words::points_shown(locale, &drawn) },
            words::coinciding_points(locale).to_owned(),
            words::said_of(locale, &self.target.label, &self.target.text),
        ];
        let points = self.points.iter().filter(|point| is_drawn(point)).map(|point| (point.y, point));
        let said = |point: &&FunnelPoint| {
            let size = words::said_of(locale, &self.x.unit, &size_of(point));
            in_parentheses(locale, &self.text_of(point), &size)
        };
        parts.extend(told::extremes(locale, points, said));
        // a word that nobody has is none of this drawing: where nothing is judged, there is none at all
        let counted = self.verdict_words.iter().map(|(verdict, label)| (verdict, label, self.count(*verdict)));
        for (_, label, count) in counted.filter(|(verdict, _, count)| verdict.is_flagged() && *count > 0) {
            parts.push(words::how_many(locale, label, &whole(count)));
        }
        let highlighted = self.points.iter().filter(|point| point.emphasis == Emphasis::Highlighted);
        for point in highlighted.take(20) {
            let said = in_parentheses(locale, &self.text_of(point), self.words_for(point.verdict));
            parts.push(words::said_of(locale, &point.name, &said));
        }
        parts.extend(told::missing(locale, self.without_number()));
        parts
    }

    /// Whether a verdict has a sign of its own: where it is flagged, and where a point that is looked for has it.
    pub(crate) fn has_sign(&self, verdict: Verdict) -> bool {
        let looked_for = |point: &FunnelPoint| point.emphasis == Emphasis::Highlighted && verdict != Verdict::NotJudged;
        let has = |point: &&FunnelPoint| point.verdict == verdict && is_drawn(point);
        self.points.iter().filter(has).any(|point| verdict.is_flagged() || looked_for(point))
    }

    /// Those without a place, by reason.
    fn without_number(&self) -> impl Iterator<Item = (&str, usize)> {
        let points = self.points.iter().filter(|point| !is_drawn(point)).count();
        self.missing.iter().map(|missing| (missing.reason.as_str(), missing.count)).chain([("", points)])
    }

    /// How many have no place.
    pub(crate) fn missing_count(&self) -> usize {
        self.without_number().map(|(_, count)| count).sum()
    }

    pub(crate) fn words_for(&self, verdict: Verdict) -> &str {
        let found = self.verdict_words.iter().find(|(candidate, _)| *candidate == verdict);
        found.map_or("", |(_, words)| words.as_str())
    }

    fn text_of(&self, point: &FunnelPoint) -> String {
        if point.text.is_empty() { i18n::number(point.y, 2) } else { point.text.clone() }
    }

    /// The highlighted, then the flagged, then the others.
    pub fn table(&self, locale: Locale) -> Table {
        let mut order: Vec<&FunnelPoint> = self.points.iter().collect();
        order.sort_by_key(|point| {
            let calm = u8::from(!point.verdict.is_flagged()) + u8::from(!point.verdict.is_far());
            (point.emphasis == Emphasis::Plain, calm)
        });
        let row = |point: &&FunnelPoint| {
            vec![point.name.clone(), size_of(point), self.text_of(point), self.words_for(point.verdict).to_owned()]
        };
        let mut rows: Vec<Vec<String>> = order.iter().take(Funnel::TABLE_ROWS).map(row).collect();
        if order.len() > rows.len() {
            let more = words::more_rows(locale, &whole(order.len() - rows.len()));
            rows.push(vec![more, String::new(), String::new(), String::new()]);
        }
        Table {
            caption: self.frame.title.clone(),
            header: vec![
                words::head_name(locale).to_owned(),
                self.x.unit.clone(),
                words::head_value(locale).to_owned(),
                words::head_judgement(locale).to_owned(),
            ],
            rows,
        }
    }
}

/// The size as a number.
fn size_of(point: &FunnelPoint) -> String {
    i18n::number(point.x, if point.x.fract() == 0.0 { 0 } else { 1 })
}

/// A point that has a place: both numbers are numbers.
pub(crate) fn is_drawn(point: &FunnelPoint) -> bool {
    !point.x.is_nan() && !point.y.is_nan()
}
