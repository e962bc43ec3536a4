//! What is said of a list of hospitals: against whom its words stand, how many would stand out by chance alone, and why
//! nobody has a range of places?

use super::comparing::outside_by_chance;
use crate::model::{MeasureNote, ValueRow, ValuesReport};
use domain::caveats::Element;
use domain::{Disclosed, Verdict};
use i18n::{Locale, whole};

/// Against whom the words of a list stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// All hospitals of the country.
    Country,
    /// Hospitals of the same role.
    Role,
}

impl Whom {
    /// The country where it gives words; else the role, as for figures that are not adjusted; `None` where nobody is judged.
    pub fn of(rows: &[Disclosed<ValueRow>]) -> Option<Self> {
        let gives = |whom: &Self| rows.iter().any(|row| whom.verdict(row.figure()) != Verdict::NotJudged);
        [Self::Country, Self::Role].into_iter().find(gives)
    }

    /// The head of the column; figures that are not adjusted say so (R6b).
    pub fn head(self, locale: Locale, measure: &MeasureNote) -> String {
        let head = match self {
            Self::Country => words::verdict(locale),
            Self::Role => words::verdict_of_role(locale),
        };
        if measure.crude_outcome {
            i18n::in_parentheses(locale, head, words::unadjusted(locale))
        } else {
            head.to_owned()
        }
    }

    /// The word of one hospital.
    pub fn verdict(self, row: &ValueRow) -> Verdict {
        match self {
            Self::Country => row.judged().national_word(),
            Self::Role => row.judged().peer_word(),
        }
    }
}

/// True where any hospital of the list has a range of places.
pub fn any_places(rows: &[Disclosed<ValueRow>]) -> bool {
    rows.iter().any(|row| row.figure().places_told().is_some())
}

/// What is said above a list: how many would stand out by chance alone, and why nobody has a range of places where one
/// reason holds for all.
pub fn sentences_above(locale: Locale, report: &ValuesReport) -> Vec<String> {
    [by_chance(locale, &report.rows), no_places(locale, report)].into_iter().flatten().collect()
}

/// What is said below a list in which years are put together.
pub fn together_note(locale: Locale, rows: &[Disclosed<ValueRow>]) -> Option<&'static str> {
    rows.iter().any(|row| row.figure().together.is_some()).then(|| words::together(locale))
}

fn by_chance(locale: Locale, rows: &[Disclosed<ValueRow>]) -> Option<String> {
    let whom = Whom::of(rows)?;
    let sides: Vec<i8> = rows.iter().filter_map(|row| whom.verdict(row.figure()).side()).collect();
    let outside = sides.iter().filter(|side| **side != 0).count();
    let expected = i18n::number(outside_by_chance(sides.len()), 1);
    Some(words::by_chance(locale, &whole(sides.len()), &whole(outside), &expected))
}

fn no_places(locale: Locale, report: &ValuesReport) -> Option<String> {
    if report.rows.is_empty() || any_places(&report.rows) {
        return None;
    }
    let reason = report.said_once.iter().find(|caveat| caveat.removes(Element::Rank))?;
    Some(words::no_places(locale, locale.pick(reason.short.ja, reason.short.en)))
}

mod words {
    i18n::text! {
        pub(super) fn verdict { ja: "国全体とくらべて", en: "Compared with the country" }
        pub(super) fn verdict_of_role {
            ja: "同じ役割の病院とくらべて",
            en: "Compared with hospitals of the same role",
        }
        pub(super) fn unadjusted { ja: "重症度を調整していません", en: "not adjusted for how ill patients were" }
        pub(super) fn by_chance(judged: &str, outside: &str, expected: &str) {
            ja: "この表でくらべた{judged}院のうち、ふつうのばらつきの外にあるのは{outside}院です。偶然とふつうのばらつきだけでも、およそ{expected}院は外に出ます。",
            en: "Of the {judged} hospitals compared in this table, {outside} lie outside the usual spread. Even if hospitals differed only by chance and their usual spread, about {expected} would lie there.",
        }
        pub(super) fn no_places(reason: &str) {
            ja: "順位の幅は、どの病院にも出しません：{reason}。",
            en: "No hospital has a range of places: {reason}.",
        }
        pub(super) fn together {
            ja: "「2年分」「3年分」とあるのは、1年では件数が少ないため、続いた年をあわせて判定した病院です。値と幅は1年分です。",
            en: "“2 years” or “3 years”: one year is too few, so the years before were judged with it. Value and range are those of one year.",
        }
    }
}
