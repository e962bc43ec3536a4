//! How do several values and their intervals lie beside one another, and which of them can be told apart from the target?
//!
//! Rows stand in the order they are given: this crate never sorts by value.

mod place;

use i18n::{Locale, in_parentheses, whole};

use crate::figure::{Figure, Link, Table, sound_id};
use crate::scene::{Area, Scene};
use crate::spec::{Axis, Emphasis, Field, Frame, Known, Pointer, Verdict};
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
            id: sound_id(&self.frame.id),
            locale,
            title: self.frame.title.clone(),
            description: self.description(locale),
            table: self.table(locale),
            scene,
            links: linked.map(|(row, area)| link(locale, &self.rows[row], area)).collect(),
        }
    }

    fn description(&self, locale: Locale) -> String {
        let mut parts = vec![
            self.frame.description.clone(),
            self.frame.subtitle.clone(),
            words::points_shown(locale, &whole(self.rows.len())),
        ];
        let mut known: Vec<_> = self.rows.iter().filter_map(|row| Some((row, row.known.reading()?))).collect();
        known.sort_by(|a, b| a.1.value.total_cmp(&b.1.value));
        if let (Some(low), Some(high)) = (known.first(), known.last()) {
            parts.push(words::from_lowest_to_highest(locale, &low.1.text, &high.1.text));
        }
        if known.len() < self.rows.len() {
            parts.push(words::missing_count(locale, &whole(self.rows.len() - known.len())));
        }
        if let Some(target) = &self.target {
            parts.push(words::said_of(locale, &target.label, &target.text));
        }
        for row in self.rows.iter().filter(|row| row.emphasis == Emphasis::Highlighted).take(10) {
            let [value, range] = row.known.cells();
            parts.push(words::said_of(locale, &row.name, &in_parentheses(locale, &value, &range)));
        }
        parts.extend(self.frame.notes.iter().cloned());
        parts.push(self.frame.source.clone());
        words::sentences(locale, &parts)
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
                words::head_value(locale).to_owned(),
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
