//! Of how many patients is a value? Told beside it wherever that number is published.

use super::said::quantity;
use crate::model::{MeasureNote, Reported};
use i18n::{Locale, Quantity, Unit, number, whole};

/// Below so many patients a share is told as it was counted, and no share of a thousand is drawn.
const FEWEST_FOR_A_SHARE: f64 = 10.0;

/// One patient may have several stays.
const STAYS: Unit<'static> = Unit { ja: "件", en_one: "stay", en_many: "stays" };

/// `1,234件から計算` / `from 1,234 stays`; `None` where the number is not published, and of plain counts, which are that number.
pub fn counted_words(locale: Locale, measure: &MeasureNote, reported: &Reported) -> Option<String> {
    counted_number(locale, measure, reported).map(|counted| words::from(locale, &counted))
}

/// `1,234件` / `1,234 stays`, as [`counted_words`].
pub(super) fn counted_number(locale: Locale, measure: &MeasureNote, reported: &Reported) -> Option<String> {
    let counted = reported.denominator.number().filter(|n| n.is_finite() && *n > 0.0)?;
    let unit = unit(measure)?;
    Some(unit.behind(locale, &number(counted, usize::from(counted.fract() != 0.0))))
}

/// A share of fewer than ten as it was counted: how many, of how many. `None` of every other value.
pub fn of_few(measure: &MeasureNote, reported: &Reported) -> Option<(u32, u32)> {
    let counted = reported.denominator.number().filter(|n| *n >= 1.0 && *n < FEWEST_FOR_A_SHARE)?;
    if !matches!(quantity(measure), Quantity::Proportion { .. }) {
        return None;
    }
    let events = reported.numerator.number().unwrap_or(reported.value * counted);
    let whole_number = |n: f64| ((n - n.round()).abs() < 0.05).then(|| whole_of(n.round())).flatten();
    Some((whole_number(events)?, whole_number(counted)?))
}

/// A whole number below ten.
fn whole_of(n: f64) -> Option<u32> {
    (0..10u32).find(|whole| f64::from(*whole) == n)
}

/// `1件のうち0件` / `0 of 1 stay`.
pub(super) fn few_words(locale: Locale, measure: &MeasureNote, (events, of): (u32, u32)) -> String {
    let unit = unit(measure).unwrap_or(Unit::PEOPLE);
    let (events, of) = (whole(events), whole(of));
    words::of(locale, &unit.behind(Locale::Ja, &events), &events, &unit.behind(locale, &of))
}

/// The same for a column whose head names the unit: `1のうち0` / `0 of 1`.
pub(super) fn few_alone(locale: Locale, (events, of): (u32, u32)) -> String {
    words::alone(locale, &whole(events), &whole(of))
}

fn unit(measure: &MeasureNote) -> Option<Unit<'_>> {
    let edited = content::measure(measure.id.as_str()).ok().flatten();
    let people =
        if edited.is_some_and(|edited| edited.record.counts_episodes == Some(true)) { STAYS } else { Unit::PEOPLE };
    match quantity(measure) {
        Quantity::Proportion { counted: Unit::PEOPLE, .. } | Quantity::Ratio | Quantity::Mean { .. } => Some(people),
        Quantity::Proportion { counted, .. } => Some(counted),
        Quantity::Rate { base, .. } => Some(base),
        _ => None,
    }
}

mod words {
    i18n::text! {
        pub(super) fn from(counted: &str) { ja: "{counted}から計算", en: "from {counted}" }
        pub(super) fn of(events_ja: &str, events: &str, of: &str) { ja: "{of}のうち{events_ja}", en: "{events} of {of}" }
        pub(super) fn alone(events: &str, of: &str) { ja: "{of}のうち{events}", en: "{events} of {of}" }
    }
}
