//! Between which places may each of a group lie? A band for each, and no point: the data do not know "the" place.
//!
//! Rows stand in the order they are given: this crate never sorts by place.

mod place;

use i18n::{Locale, in_parentheses, whole};

use crate::figure::{Figure, Table};
use crate::rows;
use crate::scene::Scene;
use crate::spec::{Emphasis, Frame};
use crate::told;
use crate::words;

/// The places one of a group may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceRange {
    /// Anywhere from the first to the last of these, both among them.
    Between {
        /// The smallest place, from 1.
        first: u32,
        /// The largest place.
        last: u32,
        /// The range in words: `4〜44番目`.
        text: String,
    },
    /// No range, and why: `症例が少ないため、順位の幅は出しません`.
    None {
        /// The reason, in the reader's language.
        reason: String,
    },
}

/// One of the group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesRow {
    /// Whose places they are.
    pub name: String,
    /// What tells namesakes apart: the municipality.
    pub detail: String,
    /// The places, or why there are none.
    pub places: PlaceRange,
    /// Whether it is the one the reader looks for.
    pub emphasis: Emphasis,
}

/// Ranges of places within one group, one below the other.
#[derive(Debug, Clone, PartialEq)]
pub struct PlausiblePlaces {
    /// What stands around it.
    pub frame: Frame,
    /// How many have a place: the scale runs from 1 to here.
    pub of: u32,
    /// What place 1 means: `少ない（良い側）`.
    pub first_word: String,
    /// What the last place means.
    pub last_word: String,
    /// What the bands of those the reader does not look for are called: `ほかの病院`.
    pub others_label: String,
    /// The group, in the order in which it is drawn.
    pub rows: Vec<PlacesRow>,
    /// How many of the group are not among the rows; said inside the drawing.
    pub left_out: u32,
}

impl PlausiblePlaces {
    /// At most so many rows are drawn, those the reader looks for always among them; the table has all.
    pub const ROWS: usize = 60;

    /// Which of so many rows are drawn where not all of them fit: the first ones, and those the reader looks for.
    pub fn drawn(emphases: &[Emphasis]) -> Vec<usize> {
        rows::drawn(emphases, Self::ROWS)
    }

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
        let shown = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let mut parts: Vec<String> =
            (shown != self.of).then(|| words::rows_shown(locale, &whole(shown))).into_iter().collect();
        let width = |row: &PlacesRow| row.range(self.of).map(|(first, last)| last - first);
        let ranged = || self.rows.iter().filter(|row| width(row).is_some());
        if let Some((narrowest, widest)) =
            ranged().min_by_key(|row| width(row)).zip(ranged().max_by_key(|row| width(row)))
        {
            parts.push(words::from_narrowest_to_widest(locale, narrowest.said(), widest.said()));
        }
        let without = self.rows.iter().filter(|row| row.range(self.of).is_none());
        let (missing, reasons) = told::reasons(locale, without.map(|row| (row.said(), 1)));
        if missing > 0 {
            parts.push(words::without_places(locale, &whole(missing)));
            parts.extend(reasons);
            parts.push(words::missing_is_not_bad(locale).to_owned());
        }
        if self.left_out > 0 {
            parts.push(words::left_out(locale, &whole(self.left_out)));
        }
        for row in self.rows.iter().filter(|row| row.emphasis == Emphasis::Highlighted).take(10) {
            parts.push(words::said_of(locale, &row.name, row.said()));
        }
        parts
    }

    /// All rows, in their order.
    pub fn table(&self, locale: Locale) -> Table {
        let row = |row: &PlacesRow| vec![in_parentheses(locale, &row.name, &row.detail), row.said().to_owned()];
        Table {
            caption: self.frame.title.clone(),
            header: vec![words::head_name(locale).to_owned(), words::plausible_places(locale).to_owned()],
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

impl PlacesRow {
    /// The range, in order and inside 1 to `of`.
    fn range(&self, of: u32) -> Option<(u32, u32)> {
        let PlaceRange::Between { first, last, .. } = self.places else {
            return None;
        };
        let inside = |place: u32| place.clamp(1, of.max(1));
        Some((inside(first.min(last)), inside(first.max(last))))
    }

    /// The range in words, or the reason why there is none.
    fn said(&self) -> &str {
        match &self.places {
            PlaceRange::Between { text, .. } => text,
            PlaceRange::None { reason } => reason,
        }
    }
}
