//! How did one value go over the years, and which years may be compared at all?
//!
//! A line never runs across a change of definition; a change of scope is crossed by the line of all only in dashes, while
//! that of one goes on; a missing year is hatched with its reason.

mod place;

use i18n::{Locale, in_parentheses};

use crate::breaks::{Break, said_before};
use crate::figure::{Figure, Table};
use crate::rows::reason_of;
use crate::scene::Scene;
use crate::spec::{Axis, Frame, Known, Reading};
use crate::told;
use crate::words;
use crate::years;

/// The values of the country in the same periods.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct National {
    /// `全国`
    pub label: String,
    /// One for each period; nothing where there is none.
    pub values: Vec<Option<f64>>,
    /// The values in words, for the table; may be shorter.
    pub texts: Vec<String>,
}

impl National {
    /// The value of a period in words; empty where there is none.
    pub(crate) fn said(&self, index: usize) -> String {
        let number = || (*self.values.get(index)?).map(|value| i18n::number(value, 2));
        self.texts.get(index).cloned().or_else(number).unwrap_or_default()
    }

    /// The last value with its period.
    pub(crate) fn newest(&self, locale: Locale, periods: &[String]) -> Option<String> {
        let index = self.values.iter().take(periods.len()).rposition(Option::is_some)?;
        Some(words::said_of(locale, &self.label, &in_parentheses(locale, &self.said(index), &periods[index])))
    }
}

/// How much room a trend has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TrendHeight {
    /// Below a ruler on a page: no heading, no strip, fewer numbers.
    Small,
    /// On its own.
    #[default]
    Standard,
}

/// One value over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// What stands around it.
    pub frame: Frame,
    /// How high it is.
    pub height: TrendHeight,
    /// The scale of the value.
    pub axis: Axis,
    /// Short names of the periods below the plot: `2022`.
    pub periods: Vec<String>,
    /// One for each period.
    pub values: Vec<Known>,
    /// What the dots are called: `この病院`.
    pub own_label: String,
    /// The country.
    pub national: Option<National>,
    /// Breaks in the series.
    pub breaks: Vec<Break>,
}

impl Trend {
    /// At most so many periods are drawn, the last ones.
    pub const PERIODS: usize = years::PERIODS;

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
        let mut parts = Vec::new();
        for (period, known) in self.periods.iter().zip(&self.values).take(40) {
            let [value, range] = known.cells();
            parts.push(words::said_of(locale, period, &in_parentheses(locale, &value, &range)));
        }
        let periods = || self.periods.iter().zip(&self.values);
        let numbers =
            periods().filter_map(|(period, known)| Some((known.reading()?.value, (period, known.reading()?))));
        let said = |(period, reading): &(&String, &Reading)| words::said_of(locale, period, &reading.text);
        parts.extend(told::extremes(locale, numbers, said));
        parts.extend(told::missing(locale, periods().filter_map(|(_, known)| Some((reason_of(known, locale)?, 1)))));
        parts.extend(self.national.iter().filter_map(|national| national.newest(locale, &self.periods)));
        parts.extend(self.breaks.iter().map(|change| change.label.clone()));
        parts
    }

    /// One row for each period, with what broke before it.
    pub fn table(&self, locale: Locale) -> Table {
        let national = self.national.as_ref();
        let row = |(index, period): (usize, &String)| {
            let cells = self.values.get(index).map_or_else(Default::default, Known::cells);
            let [value, range] = cells;
            let compared = national.map(|national| national.said(index)).unwrap_or_default();
            vec![period.clone(), value, range, compared, said_before(locale, &self.breaks, index)]
        };
        Table {
            caption: self.frame.title.clone(),
            header: vec![
                words::head_period(locale).to_owned(),
                words::head_value(locale).to_owned(),
                words::head_range(locale).to_owned(),
                national.map(|national| national.label.clone()).unwrap_or_default(),
                words::head_change(locale).to_owned(),
            ],
            rows: self.periods.iter().enumerate().map(row).collect(),
        }
    }
}
