//! How is a corrected value said: what was printed before, what is printed now?

use super::said::quantity;
use crate::model::{CorrectionNote, MeasureNote};
use domain::Status;
use i18n::Locale;

/// More digits than so many are never added.
const MOST_DECIMALS: usize = 6;

/// The value before and the value now, in the words of the measure: each with the digits that its page has beside the interval
/// of the value (base units), and with as many more as tell the two apart.
pub fn was_and_is(
    locale: Locale,
    measure: &MeasureNote,
    note: &CorrectionNote,
    interval: Option<(f64, f64)>,
) -> (String, String) {
    let quantity = quantity(measure);
    let (Some(was), Some(is)) = (number(&note.was), number(&note.is)) else {
        let side = |text: &str| printed(locale, measure, text, interval);
        return (side(&note.was), side(&note.is));
    };
    // what was far from the value of now had another interval
    let of_was = interval.filter(|_| are_near(was, is));
    let (of_was, of_is) = (quantity.decimals(was, of_was), quantity.decimals(is, interval));
    let apart = |more: &usize| quantity.figure(was, of_was + more) != quantity.figure(is, of_is + more);
    let more = (0..=MOST_DECIMALS).find(apart).unwrap_or(0);
    (quantity.value(locale, was, of_was + more), quantity.value(locale, is, of_is + more))
}

/// A value of which only its interval is known, as its page prints it.
pub(crate) fn told_of_value(locale: Locale, measure: &MeasureNote, value: f64, interval: Option<(f64, f64)>) -> String {
    let quantity = quantity(measure);
    quantity.value(locale, value, quantity.decimals(value, interval))
}

/// Within threefold of one another.
fn are_near(was: f64, is: f64) -> bool {
    was == is || (was > 0.0 && is > 0.0 && (1.0 / 3.0..=3.0).contains(&(is / was)))
}

/// One side alone: a value, the reason why there is none, or the text that was printed.
fn printed(locale: Locale, measure: &MeasureNote, text: &str, interval: Option<(f64, f64)>) -> String {
    match (number(text), Status::parse(text.trim())) {
        (Some(value), _) => told_of_value(locale, measure, value, interval),
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
        check_with(Kind::Proportion, (was, is), None, expected);
    }

    fn check_with(kind: Kind, (was, is): (&str, &str), interval: Option<(f64, f64)>, expected: (&str, &str)) {
        let text = || Bilingual::new(String::new(), String::new());
        let measure = MeasureNote {
            id: MeasureId::parse("fictional-falls").unwrap(),
            name: text(),
            kind,
            direction: Direction::Lower,
            topic: Topic::Safety,
            measure_type: MeasureType::Outcome,
            unit: if kind == Kind::Rate { "patient-days" } else { "" }.to_owned(),
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
        let (was, is) = was_and_is(Locale::Ja, &measure, &note, interval);
        assert_eq!((was.as_str(), is.as_str()), expected);
    }

    #[test]
    fn both_sides_are_said_in_the_words_of_the_measure() {
        check("0.169", "0.05", ("1,000人中 169人", "1,000人中 50.0人"));
        let wide = Some((0.03, 0.08));
        check_with(Kind::Proportion, ("0.0691", "0.05"), wide, ("1,000人中 69人", "1,000人中 50人"));
    }

    #[test]
    fn a_small_correction_keeps_the_digits_that_show_it() {
        let (was, is) = ("1,000人中 50.010人", "1,000人中 50.012人");
        check("0.05001", "0.050012", (was, is));
    }

    #[test]
    fn a_value_before_keeps_the_digits_that_its_page_had() {
        let (was, is) = ("1,000人・日あたり 1.96件", "1,000人・日あたり 1,500件");
        check_with(Kind::Rate, ("0.00196", "1.5"), None, (was, is));
        let of_a_slip = Some((1.494, 1.506));
        check_with(Kind::Rate, ("0.00196", "1.5"), of_a_slip, (was, is));
        let narrow = Some((0.001_76, 0.002_16));
        let (was, is) = ("1,000人・日あたり 2.00件", "1,000人・日あたり 1.95件");
        check_with(Kind::Rate, ("0.002", "0.00195"), narrow, (was, is));
    }

    #[test]
    fn what_is_no_number_is_a_reason_or_stays_as_it_was_printed() {
        check("", "too_few", ("値なし", "患者さんの数が少ないため、公表元が値を計算していません"));
        check("*", "0.05", ("*", "1,000人中 50.0人"));
    }
}
