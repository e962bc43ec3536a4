//! What is handed on about one measure?

use super::{Head, Told, ask, caution, released, same, stopped, warned};
use crate::site::pages::measure::how_real;
use i18n::{Locale, date_iso};
use reports::figures::{middles_of_roles, national_value, other_country, period_words, short_name};
use reports::model::MeasureReport;

/// Of so many roles the middle is told on a card.
const ROLES: usize = 2;

/// What it counts, the country, and how much of the differences is real.
pub(in crate::site) fn of_measure(locale: Locale, report: &MeasureReport) -> Told {
    let measure = &report.values.measure;
    let topic = measure.topic.name();
    let plain = stopped(locale, locale.pick(&measure.plain.ja, &measure.plain.en));
    let period = period_words(locale, report.values.period);
    let national = national_value(locale, measure, &report.national.comparator)
        .map(|national| words::national(locale, &period, &national.whom, &national.value));
    let by_role = || middles_of_roles(locale, report, ROLES);
    let nothing = || match (by_role(), other_country(locale, &report.national.comparator)) {
        (Some(middles), _) => words::middles(locale, &period, &middles),
        (None, Some(country)) => words::nothing_of(locale, &country.within),
        (None, None) => words::no_national(locale).to_owned(),
    };
    let national = national.unwrap_or_else(nothing);
    let real = how_real(locale, report).to_owned();
    let said = report.values.said_once.as_slice();
    let caveat = match warned(locale, measure) {
        Some(warning) if said.is_empty() => warning,
        Some(warning) => [warning, caution(locale, said)].join(locale.pick("", " ")),
        None => caution(locale, said),
    };
    let as_of = date_iso(locale, &report.values.release.as_of.to_string());
    Told {
        heads: vec![Head {
            name: locale.pick(&measure.name.ja, &measure.name.en).clone(),
            reading: String::new(),
            below: [locale.pick(topic.ja, topic.en).to_owned(), words::as_of(locale, &as_of)]
                .join(locale.pick("・", " · ")),
        }],
        facts: vec![plain, national.clone(), real.clone()],
        caveat,
        aloud: vec![words::aloud(locale, &short_name(locale, measure), &national), same(locale), ask(locale)],
        topic: Some(measure.topic),
        source: released(locale, &report.values.release),
        ..Told::default()
    }
}

mod words {
    i18n::text! {
        pub(super) fn national(period: &str, whom: &str, value: &str) {
            ja: "{period}は、{whom} {value}でした。",
            en: "{period}: {whom}, {value}.",
        }
        pub(super) fn middles(period: &str, middles: &str) { ja: "{period}。{middles}。", en: "{period}. {middles}." }
        pub(super) fn no_national {
            ja: "全国をあわせた値は、公表されていません。",
            en: "No value for the whole country is published.",
        }
        pub(super) fn nothing_of(country: &str) {
            ja: "{country}をあわせた値は、公表されていません。",
            en: "No value for the whole of {country} is published.",
        }
        pub(super) fn as_of(day: &str) { ja: "{day}現在", en: "as of {day}" }
        pub(super) fn aloud(name: &str, national: &str) { ja: "「{name}」の{national}", en: "{name}. {national}" }
    }
}
