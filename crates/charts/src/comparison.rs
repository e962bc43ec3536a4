//! Can a few values be told apart? Two to five of them on one scale, each with its interval, beside their peers and the
//! country.

mod place;

use i18n::{Locale, in_parentheses};

use crate::figure::{Figure, Table};
use crate::rows::reason_of;
use crate::scene::Scene;
use crate::spec::{Axis, Field, Frame, Known, Pointer, Verdict};
use crate::told;
use crate::words;

/// One of the values side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedRow {
    /// Whose value it is.
    pub name: String,
    /// What tells namesakes apart: the municipality.
    pub detail: String,
    /// The value, or why there is none.
    pub known: Known,
    /// What is said about it against its group, not against the others here.
    pub verdict: Verdict,
    /// The same in words, with the group: `全国の24院とくらべて、多い`. Without words no shape is drawn.
    pub verdict_words: String,
}

/// A few values side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What stands around it.
    pub frame: Frame,
    /// The one scale.
    pub axis: Axis,
    /// The values, in the order they were asked for.
    pub rows: Vec<ComparedRow>,
    /// The middle of the peer group.
    pub field: Option<Field>,
    /// The national value.
    pub national: Option<Pointer>,
    /// Whether they can be told apart, as sentences; part of the drawing.
    pub answers: Vec<String>,
}

impl Comparison {
    /// At most so many values are drawn; the table has all.
    pub const ROWS: usize = 5;

    /// Every coordinate.
    pub fn place(&self, locale: Locale) -> Scene {
        place::place(self, locale)
    }

    /// The drawing with description and table.
    pub fn figure(&self, locale: Locale) -> Figure {
        Figure::new(locale, &self.frame, self.told(locale), self.table(locale), self.place(locale))
    }

    /// What is told of the data to whoever does not see the drawing.
    fn told(&self, locale: Locale) -> Vec<String> {
        let mut parts = self.answers.clone();
        for row in &self.rows {
            let [value, range] = row.known.cells();
            parts.push(words::said_of(locale, &row.name, &in_parentheses(locale, &value, &range)));
            parts.push(row.words().to_owned());
        }
        parts.extend(told::missing(
            locale,
            self.rows.iter().filter_map(|row| Some((reason_of(&row.known, locale)?, 1))),
        ));
        if let Some(field) = &self.field {
            parts.push(words::said_of(locale, &field.label, &words::reach(locale, field)));
        }
        if let Some(national) = &self.national {
            parts.push(words::said_of(locale, &national.label, &national.text));
        }
        parts
    }

    /// All values, then the group and the country.
    pub fn table(&self, locale: Locale) -> Table {
        let row = |row: &ComparedRow| {
            let [value, range] = row.known.cells();
            vec![in_parentheses(locale, &row.name, &row.detail), value, range, row.words().to_owned()]
        };
        let mut rows: Vec<Vec<String>> = self.rows.iter().map(row).collect();
        if let Some(field) = &self.field {
            rows.push(vec![field.label.clone(), String::new(), words::reach(locale, field), String::new()]);
        }
        if let Some(national) = &self.national {
            rows.push(vec![national.label.clone(), national.text.clone(), String::new(), String::new()]);
        }
        Table {
            caption: self.frame.title.clone(),
            header: vec![
                words::head_name(locale).to_owned(),
                words::head_value(locale).to_owned(),
                words::head_range(locale).to_owned(),
                words::head_judgement(locale).to_owned(),
            ],
            rows,
        }
    }
}

impl ComparedRow {
    /// What is said about the value; a word never stands without its number.
    fn words(&self) -> &str {
        if self.known.reading().is_some() { &self.verdict_words } else { "" }
    }
}
