//! What is handed on about hospitals side by side?

use super::{Told, ask, caution, head, released, same, stopped, warned};
use crate::site::components::facts_beside;
use i18n::{Locale, in_parentheses, list};
use reports::figures::{
    alternative_words, comparison_sentence, guard_sentence, misread, name_among, pair_sentence, period_words,
    range_words, short_name, value_words,
};
use reports::model::{Comparison, GuardReason, MeasureCompared, Pair};

/// So many hospitals have room in one fact.
const SHORT: usize = 3;

/// Whether they may be compared, in how many measures they can be told apart, and the most certain pair.
pub(in crate::site) fn of_comparison(locale: Locale, comparison: &Comparison) -> Told {
    let pair = most_certain(comparison);
    let mut facts = Vec::new();
    if comparison.hospitals.len() > 1 {
        facts.push(guard_sentence(locale, comparison));
    }
    facts.extend(comparison_sentence(locale, comparison));
    facts.extend(pair.map(|(compared, pair)| figure(locale, comparison, compared, pair)));
    // the first reason is the caution of the sheet
    let more = comparison.guard.because.iter().skip(1);
    facts.extend(more.map(|reason| {
        let said = stopped(locale, locale.pick(reason.caveat.text.ja, reason.caveat.text.en));
        match names_of(locale, comparison, reason) {
            names if names.len() == comparison.hospitals.len() => said,
            names => words::about(locale, &list(locale, &names), &said),
        }
    }));
    facts.extend(comparison.guard.alternatives.iter().map(|alternative| {
        let said = alternative_words(comparison, alternative);
        words::instead(locale, &stopped(locale, locale.pick(&said.ja, &said.en)))
    }));
    let beside = facts_beside::sentences(locale, comparison);
    if facts.len() < super::FACTS {
        let short = beside.first().filter(|_| comparison.hospitals.len() <= SHORT);
        facts.push(short.cloned().unwrap_or_else(|| words::own_page(locale).to_owned()));
    }
    facts.truncate(super::FACTS);
    let beside = beside.into_iter().filter(|row| !facts.contains(row)).collect();
    let warning = pair.and_then(|(compared, _)| warned(locale, &compared.measure));
    let first = facts.first().cloned().unwrap_or_default();
    let second = comparison_sentence(locale, comparison).unwrap_or_else(|| ask(locale));
    Told {
        heads: comparison.hospitals.iter().map(|compared| head(locale, &compared.card)).collect(),
        caveat: warning
            .into_iter()
            .chain([most_of_all(locale, comparison)])
            .collect::<Vec<_>>()
            .join(locale.pick("", " ")),
        aloud: vec![first, second, same(locale)],
        facts,
        beside,
        topic: pair.map(|(compared, _)| compared.measure.topic),
        source: released(locale, &comparison.release),
        country: comparison.country().unwrap_or_default().to_owned(),
        ..Told::default()
    }
}

/// The first caution, with the hospitals it is about where it is not about all.
fn most_of_all(locale: Locale, comparison: &Comparison) -> String {
    let Some(reason) = comparison.guard.because.first() else {
        return caution(locale, &comparison.said_once);
    };
    let said = caution(locale, &[reason.caveat]);
    if reason.hospitals.len() == comparison.hospitals.len() {
        return said;
    }
    words::about(locale, &list(locale, &names_of(locale, comparison, reason)), &said)
}

fn names_of(locale: Locale, comparison: &Comparison, reason: &GuardReason) -> Vec<String> {
    reason.hospitals.iter().map(|place| name_among(locale, comparison, *place)).collect()
}

/// A pair that can be told apart, else one that cannot.
fn most_certain(comparison: &Comparison) -> Option<(&MeasureCompared, &Pair)> {
    // an outcome that nobody has adjusted would be read as a verdict
    let measures = || comparison.measures.iter().filter(|compared| misread(&compared.measure) == 0);
    let pairs = || measures().flat_map(|m| m.pairs.iter().map(move |pair| (m, pair)));
    let of = |answer: bool| pairs().find(|(_, pair)| pair.answer.can_be_told_apart() == Some(answer));
    of(true).or_else(|| of(false))
}

/// Both numbers with their ranges, then the word.
fn figure(locale: Locale, comparison: &Comparison, compared: &MeasureCompared, pair: &Pair) -> String {
    let value = |place: usize| {
        let section = compared.sections.get(place)?;
        let row = section.newest.figure();
        let reported = row.outcome.reported()?;
        let measure = &compared.measure;
        let value =
            in_parentheses(locale, &value_words(locale, measure, reported), &range_words(locale, measure, reported));
        Some(words::one(locale, &name_among(locale, comparison, place), &value))
    };
    let values: Vec<String> = [pair.a, pair.b].into_iter().filter_map(value).collect();
    let period = compared.sections.get(pair.a).map(|section| period_words(locale, section.newest.figure().period));
    let name = in_parentheses(locale, &short_name(locale, &compared.measure), &period.unwrap_or_default());
    let said = stopped(locale, &pair_sentence(locale, comparison, compared, pair));
    words::figure(locale, &name, &values.join(locale.pick("、", "; ")), &said)
}

mod words {
    i18n::text! {
        pub(super) fn one(name: &str, value: &str) { ja: "{name}は{value}", en: "{name} {value}" }
        pub(super) fn figure(name: &str, values: &str, said: &str) {
            ja: "{name}：{values}。{said}",
            en: "{name}: {values}. {said}",
        }
        pub(super) fn instead(what: &str) { ja: "かわりに：{what}", en: "Instead: {what}" }
        pub(super) fn about(names: &str, said: &str) { ja: "{names}：{said}", en: "{names}: {said}" }
        pub(super) fn own_page {
            ja: "それぞれの病院について分かっていることは、下の四角（QRコード）から読めます。",
            en: "The square code below leads to what is known about each of them.",
        }
    }
}
