//! How is a corrected value said: what was printed before, what is printed now?

use super::said::quantity;
use crate::model::{CorrectionNote, MeasureNote};
use domain::Status;
use i18n::Locale;

/// No value of ours is told with more digits.
const MOST_DECIMALS: usize = 6;

/// The value before and the value now, in the words of the measure and with as many digits as tell them apart.
pub fn was_and_is(locale: Locale, measure: &MeasureNote, note: &CorrectionNote) -> (String, String) {
    let quantity = quantity(measure);
    let (Some(was), Some(is)) = (number(&note.was), number(&note.is)) else {
        return (printed(locale, measure, &note.was), printed(locale, measure, &note.is));
    };
    let least = quantity.decimals(was, None).min(quantity.decimals(is, None));
    let apart = |decimals: &usize| quantity.figure(was, *decimals) != quantity.figure(is, *decimals);
    let decimals = (least..=MOST_DECIMALS).find(apart).unwrap_or(least);
    (quantity.value(locale, was, decimals), quantity.value(locale, is, decimals))
}

/// One side alone: a value, the reason why there is none, or the text that was printed.
fn printed(locale: Locale, measure: &MeasureNote, text: &str) -> String {
    let quantity = quantity(measure);
    match (number(text), Status::parse(text.trim())) {
        (Some(value), _) => quantity.value(locale, value, quantity.decimals(value, None)),
        (None, Ok(status)) if status != Status::Reported => {
            let reason = status.reason();
            locale.pick(reason.ja, reason.en).to_owned()
        }
        _ if text.trim().is_empty() => words::no_value(locale).to_owned(),
        _ => text.to_owned(),
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

mod words {
    i18n::text! {
        pub(super) fn no_value { ja: "値なし", en: "no value" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Figure;
    use domain::measure::{Direction, Kind, MeasureType, Topic};
    use domain::period::parse_day;
    use domain::{Bilingual, MeasureId};

    fn check(was: &str, is: &str, expected: (&str, &str)) {
        let text = || Bilingual::new(String::new(), String::new());
        let measure = MeasureNote {
            id: MeasureId::parse("fictional-falls").unwrap(),
            name: text(),
            kind: Kind::Proportion,
            direction: Direction::Lower,
            topic: Topic::Safety,
            measure_type: MeasureType::Outcome,
            unit: String::new(),
            risk_adjusted: None,
            adjusters: Vec::new(),
            shrunken: false,
            plain: text(),
            why: text(),
            cannot_tell: text(),
            owner_warning: text(),
            means_abroad: String::new(),
            crude_outcome: false,
            typical: Figure::Number(0.074),
        };
        let date = parse_day("2025-06-10").unwrap();
        let note = CorrectionNote { was: was.to_owned(), is: is.to_owned(), why: text(), date };
        let (was, is) = was_and_is(Locale::Ja, &measure, &note);
        assert_eq!((was.as_str(), is.as_str()), expected);
    }

    #[test]
    fn both_sides_are_said_in_the_words_of_the_measure() {
        check("0.169", "0.05", ("1,000人中 169人", "1,000人中 50人"));
    }

    #[test]
    fn a_small_correction_keeps_the_digits_that_show_it() {
        let (was, is) = ("1,000人中 50.010人", "1,000人中 50.012人");
        check("0.05001", "0.050012", (was, is));
    }

    #[test]
    fn what_is_no_number_is_a_reason_or_stays_as_it_was_printed() {
        check("", "too_few", ("値なし", "患者さんの数が少ないため、公表元が値を計算していません"));
        check("*", "0.05", ("*", "1,000人中 50.0人"));
    }
}
