//! What is handed on about one hospital? Three facts in words that a neighbour understands.

use super::{FACTS, Told, ask, caution, head, homepage, numbers, released, stopped, uncertainty, warned};
use crate::site::components::context;
use crate::site::pages::hospital::answer;
use domain::measure::Direction;
use domain::{MeasureId, Verdict};
use i18n::{Locale, in_parentheses};
use reports::figures::{
    first_word, hospital_name, judged_among_others, misread, period_words, place_name, range_words, role_words,
    short_name, source_words, value_words, verdict_sentence, why_high,
};
use reports::model::{HospitalReport, MeasureSection, NoFigures, ValueRow, what_holds};

/// `wanted` is the measure that the reader looked at.
pub(in crate::site) fn of_hospital(locale: Locale, report: &HospitalReport, wanted: Option<&MeasureId>) -> Told {
    let context = context::sentences(locale, report);
    let first = most_certain(report, wanted);
    let mut facts: Vec<String> = context.first().cloned().into_iter().collect();
    match first {
        Some(section) => {
            facts.push(figure(locale, section));
            facts.push(in_all(locale, report));
        }
        None => {
            facts.extend(context.iter().skip(1).take(FACTS - 2).cloned());
            facts.push(words::no_figure(locale).to_owned());
        }
    }
    let caveat = match first {
        Some(section) => beside(locale, section),
        None => words::not_bad(locale).to_owned(),
    };
    let source = first.map(|section| {
        let row = section.newest.figure();
        source_words(locale, row.judged().period, &row.source.id, &report.sources, &report.release)
    });
    let card = &report.card;
    let (name, place) = (hospital_name(locale, &card.hospital.name), place_name(locale, &card.hospital));
    let second = if first.is_some() { in_all(locale, report) } else { words::no_figure(locale).to_owned() };
    Told {
        heads: vec![head(locale, card)],
        facts,
        caveat,
        phone: numbers(locale, &card.country),
        country: card.country.clone(),
        sites: homepage(locale, card).into_iter().collect(),
        aloud: vec![words::it_is(locale, &name, &place, &role_words(locale, &card.hospital)), second, ask(locale)],
        topic: first.map(|section| section.measure.topic),
        source: source.unwrap_or_else(|| released(locale, &report.release)),
        drawn: first.cloned(),
        ..Told::default()
    }
}

/// The measure that was looked at; else one that contradicts nothing and is not easily taken for a verdict, and of those the one
/// whose difference is the most certain, in the order of the page.
fn most_certain<'a>(report: &'a HospitalReport, wanted: Option<&MeasureId>) -> Option<&'a MeasureSection> {
    let told = || report.measures.iter().filter(|section| judged(section).outcome.reported().is_some());
    let asked = told().find(|section| Some(&section.measure.id) == wanted);
    asked.or_else(|| {
        told().min_by_key(|section| {
            (section.doubt.is_some(), misread(&section.measure), uncertainty(first_word(section).0))
        })
    })
}

fn judged(section: &MeasureSection) -> &ValueRow {
    section.newest.figure().judged()
}

/// What has to be said beside it: what its publisher warns of, and what a 0 contradicts or where a high value comes from, else the
/// first caveat.
fn beside(locale: Locale, section: &MeasureSection) -> String {
    let said = match section.doubt.or_else(|| why_high(section)) {
        Some(said) => stopped(locale, locale.pick(&said.ja, &said.en)),
        None => caution(locale, &what_holds(&section.newest)),
    };
    let warning = warned(locale, &section.measure);
    warning.into_iter().chain([said]).collect::<Vec<_>>().join(locale.pick("", " "))
}

/// Number, range, word with its comparator, and when.
fn figure(locale: Locale, section: &MeasureSection) -> String {
    let row = judged(section);
    let measure = &section.measure;
    let value = row.outcome.reported().map(|reported| {
        in_parentheses(locale, &value_words(locale, measure, reported), &range_words(locale, measure, reported))
    });
    let others = judged_among_others(locale, row);
    // where its kind is the reason that it has no word, that is what is said
    let word = (first_word(section).0 != Verdict::NotJudged || others.is_none()).then(|| said(locale, section));
    words::figure(
        locale,
        &short_name(locale, measure),
        &period_words(locale, row.period),
        &value.unwrap_or_default(),
        &[word.as_deref(), others].into_iter().flatten().collect::<Vec<_>>().join(locale.pick("", " ")),
    )
}

/// The verdict in the words of the page, and that a higher number alone is neither good nor bad where it is not.
fn said(locale: Locale, section: &MeasureSection) -> String {
    let (verdict, whom) = first_word(section);
    if verdict == Verdict::NotJudged {
        return words::not_compared(locale).to_owned();
    }
    let said = stopped(locale, &verdict_sentence(locale, &section.measure, verdict, whom));
    let differs = verdict.side().is_some_and(|side| side != 0);
    let neutral = (differs && section.measure.direction == Direction::Neutral).then(|| words::neutral(locale));
    [Some(said.as_str()), neutral].into_iter().flatten().collect::<Vec<_>>().join(locale.pick("", " "))
}

/// How many figures there are, and of how many which word is said: as on the page.
fn in_all(locale: Locale, report: &HospitalReport) -> String {
    match report.no_figures {
        NoFigures::AllMissing => words::no_figure(locale).to_owned(),
        _ => answer(locale, report),
    }
}

mod words {
    i18n::text! {
        pub(super) fn neutral {
            ja: "多い・少ないは、良い・悪いを意味しません。",
            en: "Higher or lower is neither good nor bad here.",
        }
        pub(super) fn not_compared {
            ja: "数えただけの数字で、ほかの病院とはくらべていません。",
            en: "It is a plain figure, not compared with other hospitals.",
        }
        pub(super) fn figure(name: &str, period: &str, value: &str, said: &str) {
            ja: "{name}（{period}）は{value}。{said}",
            en: "{name}, {period}: {value}. {said}",
        }
        pub(super) fn it_is(name: &str, place: &str, role: &str) {
            ja: "{name}は、{place}にあります。{role}です。",
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
