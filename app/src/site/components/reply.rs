//! How are a hospital's own words shown: beside the value they speak of, with its year or part where that is another one?

use super::correction::which;
use crate::site::links::{Here, Place};
use domain::records::CommentKind;
use domain::{Bilingual, Disclosed, Period};
use i18n::{Locale, date_iso, in_parentheses};
use leptos::prelude::*;
use reports::figures::{period_words, stratum_words};
use reports::model::{Comment, HospitalReport, MeasureSection, ValueRow};

/// What the hospital says about the value that is told, and then about its other years and parts, which name themselves.
pub fn of_section(locale: Locale, section: &MeasureSection) -> Option<AnyView> {
    let told = section.newest.figure();
    let own = told.comments.iter().map(|comment| quoted(locale, comment, None));
    let others = elsewhere(section).into_iter().map(|(row, comment)| quoted(locale, comment, Some(which(locale, row))));
    let all: Vec<AnyView> = own.chain(others).collect();
    (!all.is_empty()).then(|| all.into_any())
}

/// The replies to other years and parts of a section, each once, newest year first.
fn elsewhere(section: &MeasureSection) -> Vec<(&ValueRow, &Comment)> {
    let told = section.newest.figure();
    let mut seen: Vec<&Comment> = told.comments.iter().collect();
    let rows = section.history.iter().rev().chain(&section.strata).map(Disclosed::figure);
    let mut others = Vec::new();
    for (row, comment) in rows.flat_map(|row| row.comments.iter().map(move |comment| (row, comment))) {
        if !seen.contains(&comment) {
            seen.push(comment);
            others.push((row, comment));
        }
    }
    others
}

/// What stands in no section: it names its measure, its period and its part.
pub fn general(here: &Here, report: &HospitalReport) -> Option<AnyView> {
    let locale = here.locale;
    let shown = |comment: &Comment| {
        let sections = report.measures.iter().filter(|section| section.measure.id == comment.measure);
        let mut values = sections.flat_map(|section| {
            std::iter::once(&section.newest).chain(&section.history).chain(&section.strata).map(Disclosed::figure)
        });
        values.any(|row| row.comments.contains(comment))
    };
    let rest: Vec<AnyView> = report
        .comments
        .iter()
        .filter(|comment| !shown(comment))
        .map(|comment| {
            let href = here.to(&Place::Measure(comment.measure.clone()));
            let name = locale.pick(&comment.measure_name.ja, &comment.measure_name.en).clone();
            let spot = spot(locale, comment).map(|spot| in_parentheses(locale, "", &spot));
            view! { <p class="ms-small"><a href=href>{name}</a> {spot}</p> {quoted(locale, comment, None)} }.into_any()
        })
        .collect();
    (!rest.is_empty()).then(|| rest.into_any())
}

/// Period and part that a reply names.
fn spot(locale: Locale, comment: &Comment) -> Option<String> {
    let period = match (comment.period_start, comment.period_end) {
        (Some(start), Some(end)) => period_words(locale, Period { start, end }),
        (None, Some(end)) => words::until(locale, &date_iso(locale, &end.to_string())),
        (_, None) => String::new(),
    };
    let part = if comment.stratum.is_empty() { String::new() } else { stratum_words(locale, &comment.stratum) };
    match (period.is_empty(), part.is_empty()) {
        (true, true) => None,
        (true, false) => Some(part),
        (false, _) => Some(in_parentheses(locale, &period, &part)),
    }
}

/// The replies to one value, one tap away: where several hospitals stand side by side.
pub fn folded(locale: Locale, whose: &str, row: &ValueRow) -> Option<AnyView> {
    let newest = newest(&row.comments)?;
    let quotes = row.comments.iter().map(|comment| quoted(locale, comment, None)).collect_view();
    Some(
        view! {
            <details class="ms-more ms-reply-more">
                <summary>{replied(locale, newest)} <span class="ms-hidden">{in_parentheses(locale, "", whose)}</span></summary>
                {quotes}
            </details>
        }
        .into_any(),
    )
}

/// The one of which a single line tells.
pub fn newest(comments: &[Comment]) -> Option<&Comment> {
    comments.iter().max_by_key(|comment| comment.date)
}

/// That there is a reply, and of which day.
pub fn replied(locale: Locale, comment: &Comment) -> String {
    let date = comment.date.map(|day| date_iso(locale, &day.to_string())).unwrap_or_default();
    in_parentheses(locale, words::replied(locale), &date)
}

/// Dated, as it was sent, in the language in which it was written.
fn quoted(locale: Locale, comment: &Comment, about: Option<String>) -> AnyView {
    let (text, language) = spoken(locale, &comment.text);
    let head = match comment.kind {
        CommentKind::Explanation => words::explains(locale),
        CommentKind::Practice => words::tells(locale),
    };
    let date = comment.date.map(|day| date_iso(locale, &day.to_string()));
    let beside: Vec<String> = about.into_iter().chain(date).collect();
    let head = in_parentheses(locale, head, &beside.join(locale.pick("、", ", ")));
    view! {
        <blockquote class="ms-reply">
            <p class="ms-reply-text" lang=language>{text}</p>
            <footer class="ms-small ms-quiet">{head}</footer>
        </blockquote>
    }
    .into_any()
}

/// A text in the language of the page or, where it was written in the other alone, in that, and which that is.
pub fn spoken(locale: Locale, text: &Bilingual<String>) -> (String, Option<&'static str>) {
    let (own, other, language) = match locale {
        Locale::Ja => (&text.ja, &text.en, "en"),
        Locale::En => (&text.en, &text.ja, "ja"),
    };
    if own.is_empty() && !other.is_empty() { (other.clone(), Some(language)) } else { (own.clone(), None) }
}

mod words {
    i18n::text! {
        pub(super) fn replied { ja: "病院からの説明があります", en: "The hospital has replied" }
        pub(super) fn explains { ja: "病院からの説明", en: "The hospital's own words" }
        pub(super) fn tells { ja: "病院の取り組み", en: "What the hospital does about it" }
        pub(super) fn until(day: &str) { ja: "{day}までの値", en: "figure up to {day}" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_in_one_language_says_which_one_it_is() {
        let of = |ja: &str, en: &str| Bilingual::new(ja.to_owned(), en.to_owned());
        assert_eq!(spoken(Locale::En, &of("重い", "")), ("重い".to_owned(), Some("ja")));
        assert_eq!(spoken(Locale::Ja, &of("", "severe")), ("severe".to_owned(), Some("en")));
        assert_eq!(spoken(Locale::En, &of("重い", "severe")), ("severe".to_owned(), None));
        assert_eq!(spoken(Locale::Ja, &of("重い", "severe")), ("重い".to_owned(), None));
    }
}
