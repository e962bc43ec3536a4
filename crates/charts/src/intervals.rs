//! How do several values and their intervals lie beside one another, and which of them can be told apart from the target?
//!
//! Rows stand in the order they are given: this crate never sorts by value.

mod place;

use i18n::{Locale, in_parentheses};

use crate::figure::{Figure, Link, Table};
use crate::rows::reason_of;
use crate::scene::{Area, Scene};
use crate::spec::{Axis, Emphasis, Field, Frame, Known, Pointer, Verdict};
use crate::told;
use crate::words;

/// One value with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalRow {
    /// Whose value it is.
    pub name: String,
    /// What tells namesakes apart: the municipality.
    pub detail: String,
    /// The value, or why there is none.
    pub known: Known,
    /// What is said about it.
    pub verdict: Verdict,
    /// The same in words, for description and table.
    pub verdict_words: String,
    /// Whether it is the one the reader looks for.
    pub emphasis: Emphasis,
    /// Where the row leads inside a page; empty where it leads nowhere.
    pub link: String,
}

/// Values with their intervals, one below the other.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalList {
    /// What stands around it.
    pub frame: Frame,
    /// The scale.
    pub axis: Axis,
    /// The value all are compared with.
    pub target: Option<Pointer>,
    /// The middle of the group.
    pub field: Option<Field>,
    /// The values, in the order in which they are drawn.
    pub rows: Vec<IntervalRow>,
}

impl IntervalList {
    /// At most so many rows are drawn; the table has all.
    pub const ROWS: usize = 60;

    /// Every coordinate.
    pub fn place(&self, locale: Locale) -> Scene {
        place::place(self, locale).0
    }

    /// The drawing with description and table.
    pub fn figure(&self, locale: Locale) -> Figure {
        let (scene, areas) = place::place(self, locale);
        let linked = areas.into_iter().filter(|(row, _)| !self.rows[*row].link.is_empty());
        Figure {
            links: linked.map(|(row, area)| link(locale, &self.rows[row], area)).collect(),
            ..Figure::new(locale, &self.frame, self.told(locale), self.table(locale), scene)
        }
    }

    /// What is told of the data to whoever does not see the drawing.
    fn told(&self, locale: Locale) -> Vec<String> {
        let mut parts = vec![self.axis.unit.clone()];
        let readings = self.rows.iter().filter_map(|row| row.known.reading());
        let numbers = readings.map(|reading| (reading.value, reading));
        parts.extend(told::extremes(locale, numbers, |reading| told::reading(locale, reading)));
        parts.extend(told::missing(
            locale,
            self.rows.iter().filter_map(|row| Some((reason_of(&row.known, locale)?, 1))),
        ));
        if let Some(target) = &self.target {
            parts.push(words::said_of(locale, &target.label, &target.text));
        }
        for row in self.rows.iter().filter(|row| row.emphasis == Emphasis::Highlighted).take(10) {
            let [value, range] = row.known.cells();
            parts.push(words::said_of(locale, &row.name, &in_parentheses(locale, &value, &range)));
        }
        parts
    }

    /// All rows, in their order.
    pub fn table(&self, locale: Locale) -> Table {
        let row = |row: &IntervalRow| {
            let [value, range] = row.known.cells();
            vec![in_parentheses(locale, &row.name, &row.detail), value, range, row.verdict_words.clone()]
        };
        Table {
            caption: self.frame.title.clone(),
            header: vec![
                words::head_name(locale).to_owned(),
                in_parentheses(locale, words::head_value(locale), &self.axis.unit),
                words::head_range(locale).to_owned(),
                words::head_judgement(locale).to_owned(),
            ],
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

/// A row as a link: name and value are its name, range and verdict stand beside it.
fn link(locale: Locale, row: &IntervalRow, area: Area) -> Link {
    let [value, range] = row.known.cells();
    let range = if range.is_empty() { range } else { words::said_of(locale, words::head_range(locale), &range) };
    Link {
        area,
        target: row.link.clone(),
        name: words::said_of(locale, &in_parentheses(locale, &row.name, &row.detail), &value),
        more: words::sentences(locale, &[range, row.verdict_words.clone()]),
    }
}
