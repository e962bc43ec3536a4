//! Of 1,000 people, how many is that? A figure for each, so many filled, and a grey zone where the true number probably
//! ends.
//!
//! For shares only: values are numbers of people among [`IconArray::PEOPLE`].

mod place;

use i18n::{Locale, in_parentheses};
pub(crate) use place::draw_person;

use crate::figure::{Figure, Table};
use crate::scene::Scene;
use crate::spec::{Frame, Known};
use crate::words;

/// One thousand people.
#[derive(Debug, Clone, PartialEq)]
pub struct IconGroup {
    /// Whose patients they are: `この病院`.
    pub label: String,
    /// How many of them, with the range; value and interval are numbers of people among 1,000.
    pub known: Known,
}

/// One thousand people, and a second thousand beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct IconArray {
    /// What stands around it.
    pub frame: Frame,
    /// The people the drawing is about.
    pub own: IconGroup,
    /// Those they are compared with.
    pub beside: Option<IconGroup>,
    /// What a filled figure means: `30日以内に再入院した人`.
    pub counted_words: String,
    /// What a pale figure means.
    pub others_words: String,
}

impl IconArray {
    /// So many people.
    pub const PEOPLE: u32 = 1_000;

    /// Every coordinate.
    pub fn place(&self, locale: Locale) -> Scene {
        place::place(self, locale)
    }

    /// The drawing with description and table.
    pub fn figure(&self, locale: Locale) -> Figure {
        Figure::new(locale, &self.frame, self.told(locale), self.table(locale), self.place(locale))
    }

    fn groups(&self) -> impl Iterator<Item = &IconGroup> {
        std::iter::once(&self.own).chain(&self.beside)
    }

    /// What is told of the data to whoever does not see the drawing.
    fn told(&self, locale: Locale) -> Vec<String> {
        let mut parts = vec![self.counted_words.clone()];
        for group in self.groups() {
            parts.push(words::said_of(locale, &group.label, &group.said(locale)));
        }
        if self.groups().any(|group| group.known.reading().is_none()) {
            parts.push(words::missing_is_not_bad(locale).to_owned());
        }
        parts
    }

    /// One row for each thousand.
    pub fn table(&self, locale: Locale) -> Table {
        let row = |group: &IconGroup| {
            let [value, range] = group.known.cells();
            vec![group.label.clone(), value, range]
        };
        Table {
            caption: self.frame.title.clone(),
            header: vec![
                words::head_what(locale).to_owned(),
                words::head_value(locale).to_owned(),
                words::head_range(locale).to_owned(),
            ],
            rows: self.groups().map(row).collect(),
        }
    }
}

impl IconGroup {
    /// `1,000人中 12人（8〜17人の間と考えられます）`, or the reason.
    fn said(&self, locale: Locale) -> String {
        let [value, range] = self.known.cells();
        in_parentheses(locale, &value, &range)
    }
}

/// How many figures are filled, and the first and last figure (from 0, the last one not among them) of the zone in which
/// the true number probably ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Count {
    pub filled: u32,
    pub zone: Option<(u32, u32)>,
}

impl Count {
    /// Rounded to whole people; nothing for what is not a number.
    pub fn of(known: &Known) -> Option<Count> {
        let reading = known.reading()?;
        let people = |value: f64| value.clamp(0.0, f64::from(IconArray::PEOPLE)).round() as u32;
        let interval = reading.interval.filter(|(low, high)| !low.is_nan() && !high.is_nan());
        let zone = interval.map(|(low, high)| (people(low.min(high)), people(low.max(high))));
        Some(Count { filled: people(reading.value), zone: zone.filter(|(low, high)| low < high) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Reading;

    fn check(value: f64, interval: Option<(f64, f64)>, filled: u32, zone: Option<(u32, u32)>) {
        let known = Known::Value(Reading { value, interval, ..Reading::default() });
        assert_eq!(Count::of(&known), Some(Count { filled, zone }), "{value} {interval:?}");
    }

    #[test]
    fn people_are_whole_and_at_most_a_thousand() {
        check(12.4, Some((7.6, 17.2)), 12, Some((8, 17)));
        check(12.0, None, 12, None);
        check(12.0, Some((11.9, 12.1)), 12, None);
        check(0.0, Some((0.0, 3.7)), 0, Some((0, 4)));
        check(1_400.0, Some((f64::NEG_INFINITY, f64::INFINITY)), 1_000, Some((0, 1_000)));
        check(5.0, Some((9.0, 2.0)), 5, Some((2, 9)));
        assert_eq!(Count::of(&Known::Missing { reason: String::new() }), None);
    }
}
