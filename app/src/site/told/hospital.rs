//! What is handed on about one hospital? Three facts in words that a neighbour understands.

use super::{FACTS, Told, ask, caution, head, numbers, released, stopped, uncertainty};
use crate::site::components::context;
use crate::site::pages::hospital::{Counted, counted};
use domain::measure::Direction;
use domain::{MeasureId, Verdict};
use i18n::{Locale, in_parentheses};
use reports::figures::{
    ends, hospital_name, judged_among_others, misread, period_words, place_name, range_words, role_words, short_name,
    source_words, value_words, why_high,
};
use reports::model::{Comparator, HospitalReport, MeasureSection, NoFigures, ValueRow, what_holds};

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
        phone: numbers(locale, &card.country).to_owned(),
        country: card.country.clone(),
        aloud: vec![words::it_is(locale, &name, &place, &role_words(locale, &card.hospital)), second, ask(locale)],
        topic: first.map(|section| section.measure.topic),
        source: source.unwrap_or_else(|| released(locale, &report.release)),
        drawn: first.cloned(),
        ..Told::default()
    }
}

/// The measure that was looked at; else one that is not easily taken for a verdict, and of those the one whose difference is the
/// most certain, in the order of the page.
fn most_certain<'a>(report: &'a HospitalReport, wanted: Option<&MeasureId>) -> Option<&'a MeasureSection> {
    let told = || report.measures.iter().filter(|section| judged(section).outcome.reported().is_some());
    let asked = told().find(|section| Some(&section.measure.id) == wanted);
    asked.or_else(|| told().min_by_key(|section| (misread(&section.measure), uncertainty(verdict(section).0))))
}

fn judged(section: &MeasureSection) -> &ValueRow {
    section.newest.figure().judged()
}

/// The national word where there is one, else that of the same role.
fn verdict(section: &MeasureSection) -> (Verdict, &Comparator) {
    let row = judged(section);
    match row.verdict_national {
        Verdict::NotJudged => (row.peer_word(), &section.peer),
        verdict => (verdict, &section.national),
    }
}

/// What has to be said beside it: where a high value comes from, else the first caveat.
fn beside(locale: Locale, section: &MeasureSection) -> String {
    match why_high(section) {
        Some(said) => stopped(locale, locale.pick(&said.ja, &said.en)),
        None => caution(locale, &what_holds(&section.newest)),
    }
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
    let word = (verdict(section).0 != Verdict::NotJudged || others.is_none()).then(|| said(locale, section));
    words::figure(
        locale,
        &short_name(locale, measure),
        &period_words(locale, row.period),
        &value.unwrap_or_default(),
        &[word.as_deref(), others].into_iter().flatten().collect::<Vec<_>>().join(locale.pick("", " ")),
    )
}

/// The verdict as one says it to a neighbour.
fn said(locale: Locale, section: &MeasureSection) -> String {
    let (verdict, whom) = verdict(section);
    let whom = if whom.peer_group.is_some() { words::peers(locale) } else { words::country(locale) };
    let measure = &section.measure;
    let high = match verdict {
        Verdict::FarHigher | Verdict::Higher => true,
        Verdict::FarLower | Verdict::Lower => false,
        Verdict::FarBetter | Verdict::Better => measure.direction == Direction::Higher,
        Verdict::FarWorse | Verdict::Worse => measure.direction == Direction::Lower,
        Verdict::UsualSpread | Verdict::CannotTell => return words::no_difference(locale, whom),
        Verdict::NotJudged => return words::not_compared(locale).to_owned(),
    };
    let ends = ends(locale, measure);
    let how = if high { ends.more } else { ends.less };
    match verdict {
        Verdict::FarHigher | Verdict::FarLower | Verdict::FarBetter | Verdict::FarWorse => {
            words::far_difference(locale, whom, &how)
        }
        _ => words::difference(locale, whom, &how),
    }
}

/// How many figures there are, and of how many a difference can be claimed.
fn in_all(locale: Locale, report: &HospitalReport) -> String {
    let Counted { published, different, .. } = counted(report);
    match (report.no_figures == NoFigures::AllMissing, different) {
        (true, _) => words::no_figure(locale).to_owned(),
        (false, 0) => words::none_differs(locale, published),
        (false, different) => words::some_differ(locale, published, different),
    }
}

mod words {
    i18n::text! {
        pub(super) fn country { ja: "全国の病院", en: "hospitals nationwide" }
        pub(super) fn peers { ja: "同じような役割の病院", en: "hospitals of a similar kind" }
        pub(super) fn no_difference(whom: &str) {
            ja: "{whom}と、ちがうとは言いきれません。",
            en: "That is not clearly different from {whom}.",
        }
        pub(super) fn difference(whom: &str, how: &str) { ja: "{whom}とくらべると、{how}ほうです。", en: "Compared with {whom}, that is {how}." }
        pub(super) fn far_difference(whom: &str, how: &str) {
            ja: "{whom}とくらべると、はっきり{how}です。",
            en: "Compared with {whom}, that is clearly {how}.",
        }
        pub(super) fn not_compared {
            ja: "数えただけの数字で、ほかの病院とはくらべていません。",
            en: "It is a plain figure, not compared with other hospitals.",
        }
        pub(super) fn none_differs(count: usize) {
            ja: "公表されている数字は{count}種類あります。ほかの病院とちがうと言いきれるものはありません。",
            en: "Figures published: {count}. None is clearly different from other hospitals.",
        }
        pub(super) fn some_differ(count: usize, different: usize) {
            ja: "公表されている数字は{count}種類あります。ほかの病院とちがうと言えるのは{different}種類です。",
            en: "Figures published: {count}. Clearly different from other hospitals: {different}.",
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
