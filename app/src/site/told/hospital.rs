//! What is handed on about one hospital?

use super::{FACTS, Told, ask, caution, head, released, same, stopped, uncertainty};
use crate::site::components::context;
use crate::site::pages::hospital::answer;
use domain::{MeasureId, Verdict};
use i18n::{Locale, in_parentheses};
use reports::figures::{
    hospital_name, judged_among_others, period_words, place_name, range_words, role_words, short_name, source_words,
    value_words, verdict_sentence,
};
use reports::model::{HospitalReport, MeasureSection, ValueRow, what_holds};

/// `wanted` is the measure that the reader looked at.
pub(in crate::site) fn of_hospital(locale: Locale, report: &HospitalReport, wanted: Option<&MeasureId>) -> Told {
    let context = context::sentences(locale, report);
    let first = most_certain(report, wanted);
    let mut facts: Vec<String> = context.first().cloned().into_iter().collect();
    match first {
        Some(section) => {
            facts.push(figure(locale, section));
            facts.push(answer(locale, report));
        }
        None => {
            facts.extend(context.iter().skip(1).take(FACTS - 2).cloned());
            facts.push(words::no_figure(locale).to_owned());
        }
    }
    let caveat = match first {
        Some(section) => caution(locale, &what_holds(&section.newest)),
        None => words::not_bad(locale).to_owned(),
    };
    let source = first.map(|section| {
        let row = section.newest.figure();
        source_words(locale, row.judged().period, &row.source.id, &report.sources, &report.release)
    });
    let card = &report.card;
    let (name, place) = (hospital_name(locale, &card.hospital.name), place_name(locale, &card.hospital));
    let second = if first.is_some() { answer(locale, report) } else { words::no_figure(locale).to_owned() };
    Told {
        heads: vec![head(locale, card)],
        facts,
        caveat,
        aloud: vec![
            words::it_is(locale, &name, &place, &role_words(locale, &card.hospital)),
            second,
            if first.is_some() { same(locale) } else { ask(locale) },
        ],
        topic: first.map(|section| section.measure.topic),
        source: source.unwrap_or_else(|| released(locale, &report.release)),
        drawn: first.cloned(),
    }
}

/// The measure that was looked at; else that whose difference is the most certain, in the order of the page.
fn most_certain<'a>(report: &'a HospitalReport, wanted: Option<&MeasureId>) -> Option<&'a MeasureSection> {
    let told = || report.measures.iter().filter(|section| judged(section).outcome.reported().is_some());
    let asked = told().find(|section| Some(&section.measure.id) == wanted);
    asked.or_else(|| told().min_by_key(|section| uncertainty(verdict(section).0)))
}

fn judged(section: &MeasureSection) -> &ValueRow {
    section.newest.figure().judged()
}

/// The national word where there is one, else that of the same role.
fn verdict(section: &MeasureSection) -> (Verdict, &reports::model::Comparator) {
    let row = judged(section);
    match row.verdict_national {
        Verdict::NotJudged => (row.verdict_peer, &section.peer),
        verdict => (verdict, &section.national),
    }
}

/// Number, range, word with its comparator, and when.
pub(super) fn figure(locale: Locale, section: &MeasureSection) -> String {
    let row = judged(section);
    let measure = &section.measure;
    let (verdict, whom) = verdict(section);
    let value = row.outcome.reported().map(|reported| {
        in_parentheses(locale, &value_words(locale, measure, reported), &range_words(locale, measure, reported))
    });
    let said = stopped(locale, &verdict_sentence(locale, measure, verdict, whom));
    let others = judged_among_others(locale, &row.hospital).filter(|_| verdict != Verdict::NotJudged);
    let said = [Some(said.as_str()), others].into_iter().flatten().collect::<Vec<_>>().join(locale.pick("", " "));
    words::figure(
        locale,
        &short_name(locale, measure),
        &period_words(locale, row.period),
        &value.unwrap_or_default(),
        &said,
    )
}

mod words {
    i18n::text! {
        pub(super) fn figure(name: &str, period: &str, value: &str, said: &str) {
            ja: "{name}（{period}）は{value}。{said}",
            en: "{name}, {period}: {value}. {said}",
        }
        pub(super) fn it_is(name: &str, place: &str, role: &str) {
            ja: "{name}は、{place}にあります。役割は{role}です。",
            en: "{name} is in {place}. Its role: {role}.",
        }
        pub(super) fn no_figure {
            ja: "この病院をほかの病院と比べられる数字は、公表されていません。",
            en: "No published figure allows it to be compared with other hospitals.",
        }
        pub(super) fn not_bad {
            ja: "数字がないことは、悪いという意味ではありません。",
            en: "Having no figure does not mean anything bad.",
        }
    }
}
