//! Do many places become more alike over the years? For each period the middle of all of them, and one of them over it.
//!
//! As in a trend no line crosses a change of definition, and a period without figures is hatched with its reason.

mod place;

use i18n::{Locale, in_parentheses};

use crate::breaks::{Break, said_before};
use crate::figure::{Figure, Table};
use crate::rows::reason_of;
use crate::scene::Scene;
use crate::spec::{Axis, Frame, Known};
use crate::told;
use crate::trend::National;
use crate::words;
use crate::years;

/// Where the middle of all lies in one period.
#[derive(Debug, Clone, PartialEq)]
pub enum PeriodSpread {
    /// It is known.
    Between {
        /// Where the middle 80 % begin: the 10th percentile.
        low: f64,
        /// The median.
        median: f64,
        /// Where they end: the 90th percentile.
        high: f64,
        /// The median in words: `1,000人中 12人`.
        median_text: String,
        /// The middle 80 % in words: `8〜17人`.
        range_text: String,
    },
    /// It is not, and why: `値のある病院が10院より少ない`.
    Missing {
        /// The reason, in the reader's language.
        reason: String,
    },
}

/// One of all, over the same periods.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnSeries {
    /// What its dots are called: `この病院`.
    pub label: String,
    /// One for each period.
    pub values: Vec<Known>,
}

/// The spread of many values over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadOverTime {
    /// What stands around it.
    pub frame: Frame,
    /// The scale of the value.
    pub axis: Axis,
    /// Short names of the periods below the plot: `2022`.
    pub periods: Vec<String>,
    /// One for each period.
    pub spreads: Vec<PeriodSpread>,
    /// What the grey fields are called: `病院のほとんど（8割）`.
    pub field_label: String,
    /// What the line in a field is called: `真ん中の病院`.
    pub median_label: String,
    /// The country.
    pub national: Option<National>,
    /// One of all.
    pub own: Option<OwnSeries>,
    /// Breaks in the series.
    pub breaks: Vec<Break>,
}

impl SpreadOverTime {
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
        for (index, (period, spread)) in self.periods.iter().zip(&self.spreads).enumerate().take(40) {
            let said = match spread {
                PeriodSpread::Between { median_text, range_text, .. } => {
                    let most = words::said_of(locale, &self.field_label, range_text);
                    in_parentheses(locale, &most, &words::said_of(locale, &self.median_label, median_text))
                }
                PeriodSpread::Missing { reason } => reason.clone(),
            };
            parts.push(words::said_of(locale, period, &said));
            if let Some((own, known)) = self.own.as_ref().and_then(|own| Some((own, own.values.get(index)?))) {
                let [value, range] = known.cells();
                parts.push(words::said_of(locale, &own.label, &in_parentheses(locale, &value, &range)));
            }
        }
        let middles = self.periods.iter().zip(&self.spreads).filter_map(|(period, spread)| match spread {
            PeriodSpread::Between { median_text, .. } => Some((spread.ends()?.1, (period, median_text))),
            PeriodSpread::Missing { .. } => None,
        });
        let said = |(period, text): &(&String, &String)| words::said_of(locale, period, text);
        let middle = told::extremes(locale, middles, said);
        parts.extend(middle.iter().map(|middle| words::said_of(locale, &self.median_label, middle)));
        let without = self.spreads.iter().filter(|spread| spread.ends().is_none());
        parts.extend(told::missing(locale, without.map(|spread| (spread.reason(), 1))));
        if let Some(own) = &self.own {
            let without = own.values.iter().filter_map(|known| Some((reason_of(known, locale)?, 1)));
            let missing = told::missing(locale, without);
            parts.extend((!missing.is_empty()).then(|| own.label.clone()));
            parts.extend(missing);
        }
        parts.extend(self.national.iter().filter_map(|national| national.newest(locale, &self.periods)));
        parts.extend(self.breaks.iter().map(|change| change.label.clone()));
        parts
    }

    /// One row for each period, with what broke before it.
    pub fn table(&self, locale: Locale) -> Table {
        let own = self.own.as_ref();
        let national = self.national.as_ref();
        let row = |(index, period): (usize, &String)| {
            let [range, median] = self.spreads.get(index).map(PeriodSpread::cells).unwrap_or_default();
            let mut row = vec![period.clone(), range, median];
            row.extend(national.map(|national| national.said(index)));
            row.extend(own.map(|own| {
                let [value, range] = own.values.get(index).map_or_else(Default::default, Known::cells);
                in_parentheses(locale, &value, &range)
            }));
            row.push(said_before(locale, &self.breaks, index));
            row
        };
        let mut header =
            vec![words::head_period(locale).to_owned(), self.field_label.clone(), self.median_label.clone()];
        header.extend(national.map(|national| national.label.clone()));
        header.extend(own.map(|own| own.label.clone()));
        header.push(words::head_change(locale).to_owned());
        Table { caption: self.frame.title.clone(), header, rows: self.periods.iter().enumerate().map(row).collect() }
    }
}

impl PeriodSpread {
    /// Low end, median and high end in order, where all three are numbers.
    fn ends(&self) -> Option<(f64, f64, f64)> {
        match *self {
            PeriodSpread::Between { low, median, high, .. } if !(low.is_nan() || median.is_nan() || high.is_nan()) => {
                let (low, high) = (low.min(high), low.max(high));
                Some((low, median.clamp(low, high), high))
            }
            _ => None,
        }
    }

    /// Why there is none; empty where nobody said so.
    fn reason(&self) -> &str {
        match self {
            PeriodSpread::Between { .. } => "",
            PeriodSpread::Missing { reason } => reason,
        }
    }

    /// The middle and the median as table cells; the reason in place of the middle.
    fn cells(&self) -> [String; 2] {
        match self {
            PeriodSpread::Between { median_text, range_text, .. } => [range_text.clone(), median_text.clone()],
            PeriodSpread::Missing { reason } => [reason.clone(), String::new()],
        }
    }
}
