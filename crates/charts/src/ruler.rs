//! Where on one scale does one value lie, beside its peers and the country? The signature drawing of the site.
//!
//! A ruler is laid beside three things: the middle of the peer group (grey field), the national value (open triangle)
//! and the value itself (dot with its interval). A missing value is a hatched ruler without a dot, with its reason.

mod place;

use i18n::{Locale, in_parentheses};

use crate::figure::{Figure, Table};
use crate::scene::Scene;
use crate::spec::{Axis, Field, Frame, Known, Pointer, Verdict};
use crate::ticks::{tick_label, ticks};
use crate::words;

/// How much room a ruler has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RulerHeight {
    /// One row of a list: scale and signs, no sentences.
    Row,
    /// On a page.
    #[default]
    Standard,
    /// On a card that is handed on: the same, larger.
    Share,
}

/// A ruler with what is laid beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruler {
    /// What stands around it.
    pub frame: Frame,
    /// The scale; the same for every ruler of one measure on a page.
    pub axis: Axis,
    /// How high it is.
    pub height: RulerHeight,
    /// The value, or why there is none.
    pub known: Known,
    /// What the dot is called: `この病院`.
    pub own_label: String,
    /// What is said about the value.
    pub verdict: Verdict,
    /// The same in words: `同じ役割の病院より多い`. Without words no shape is drawn.
    pub verdict_words: String,
    /// The middle of the peer group.
    pub field: Option<Field>,
    /// The national value.
    pub national: Option<Pointer>,
}

impl Ruler {
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
        let [value, range] = self.known.cells();
        let mut parts = vec![
            words::said_of(locale, &self.own_label, &in_parentheses(locale, &value, &range)),
            self.verdict_words.clone(),
        ];
        if self.known.reading().is_none() {
            parts.push(words::missing_is_not_bad(locale).to_owned());
        }
        if let Some(field) = &self.field {
            parts.push(words::said_of(locale, &field.label, &words::reach(locale, field)));
        }
        if let Some(national) = &self.national {
            parts.push(words::said_of(locale, &national.label, &national.text));
        }
        let scale = ticks(&self.axis, 600.0, 80.0);
        let [low, high] = [scale.low, scale.high].map(|end| tick_label(end, scale.decimals));
        parts.push(words::scale_runs(locale, &low, &high, &self.axis.unit));
        parts
    }

    /// The same content as a table.
    pub fn table(&self, locale: Locale) -> Table {
        let [value, range] = self.known.cells();
        let mut rows = vec![vec![self.own_label.clone(), value, range]];
        if let Some(field) = &self.field {
            rows.push(vec![field.label.clone(), String::new(), words::reach(locale, field)]);
        }
        if let Some(national) = &self.national {
            rows.push(vec![national.label.clone(), national.text.clone(), String::new()]);
        }
        Table {
            caption: self.frame.title.clone(),
            header: vec![
                words::head_what(locale).to_owned(),
                words::head_value(locale).to_owned(),
                words::head_range(locale).to_owned(),
            ],
            rows,
        }
    }
}
