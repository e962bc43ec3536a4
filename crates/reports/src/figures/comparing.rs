//! What is said where a figure is held against others: by which years, in which range of places, whether both groups
//! agree, and where it went over the years?

use super::frame::period_words;
use super::said::{self, comparator_name, range_words, short_verdict, value_words};
use crate::model::{Comparator, MeasureNote, MeasureSection, Outcome, Places, ValueRow};
use domain::caveats::Caveat;
use domain::measure::Direction;
use domain::peers::PeerGroup;
use domain::records::Breaks;
use domain::{Disclosed, Trend, Verdict};
use i18n::{Locale, whole};
use statistics::funnel::{Limit, flags_expected_by_chance};

/// `同じ役割（地域の急性期の病院）の1,230院`: every comparison names its group and its size once.
pub fn named_comparator(locale: Locale, comparator: &Comparator) -> String {
    match comparator.peer_group {
        Some(group) => words::peers(locale, role(locale, group), &whole(comparator.reported)),
        None => comparator_name(locale, comparator),
    }
}

fn role(locale: Locale, group: PeerGroup) -> &'static str {
    let name = group.name();
    locale.pick(name.ja, name.en)
}

/// `1年では件数が少ないため、3年分（…）をあわせて判定しました：…`; `None` where one year is judged by itself.
pub fn together_sentence(locale: Locale, measure: &MeasureNote, row: &ValueRow) -> Option<String> {
    let years = row.together.as_deref()?.figure();
    let reported = years.outcome.reported()?;
    let value = value_words(locale, measure, reported);
    let range = range_words(locale, measure, reported);
    let value = if range.is_empty() { value } else { i18n::in_parentheses(locale, &value, &range) };
    Some(words::together(locale, years_of(years), &period_words(locale, years.period), &value))
}

/// How many years are put together.
fn years_of(row: &ValueRow) -> i16 {
    row.period.end.year() - row.period.start.year() + i16::from(row.period.start.month() <= row.period.end.month())
}

/// One of the words of [`ValueRow::judged`] for a narrow place, with the number of years where several are put together.
pub fn short_verdict_of_row(locale: Locale, measure: &MeasureNote, row: &ValueRow, verdict: Verdict) -> String {
    let word = short_verdict(locale, measure, verdict);
    match &row.together {
        Some(years) => i18n::in_parentheses(locale, &word, &words::years(locale, years_of(years.figure()))),
        None => word,
    }
}

/// One plain sentence where the country and the same role give different answers; `None` where they agree.
pub fn disagreement(locale: Locale, measure: &MeasureNote, row: &ValueRow) -> Option<String> {
    let row = row.judged();
    let (national, peer) = (row.national_word().side()?, row.peer_word().side()?);
    if national == peer {
        return None;
    }
    let why = if peer == 0 { words::perhaps_the_role(locale) } else { words::depends(locale) };
    let said = |verdict| short_verdict(locale, measure, verdict);
    Some(words::disagree(locale, &said(row.national_word()), &said(row.peer_word()), why))
}

/// How many of so many judged hospitals would stand outside the 95 % limits by chance alone.
pub fn outside_by_chance(judged: usize) -> f64 {
    flags_expected_by_chance(judged, Limit::P95)
}

/// The range of places with how many are clearly on either side; never a bare place.
pub fn places_sentence(locale: Locale, row: &ValueRow) -> Option<String> {
    let Some(&Places::Range { best, last, of, .. }) = row.places_told() else {
        return None;
    };
    let role = role(locale, row.hospital.peer_group);
    let range = words::places(locale, role, &whole(of), &whole(best), &whole(last));
    Some(i18n::in_parentheses(locale, &range, &places_counts(locale, row)?))
}

/// `4〜44番目（50院の中）` for a table.
pub fn places_alone(locale: Locale, row: &ValueRow) -> Option<String> {
    let Some(&Places::Range { best, last, of, .. }) = row.places_told() else {
        return None;
    };
    Some(words::places_alone(locale, &whole(best), &whole(last), &whole(of)))
}

/// `はっきり上 3院・区別できない 41院・はっきり下 6院`
pub fn places_counts(locale: Locale, row: &ValueRow) -> Option<String> {
    let Some(&Places::Range { of, clearly_better, clearly_worse, .. }) = row.places_told() else {
        return None;
    };
    let same = of.saturating_sub(clearly_better).saturating_sub(clearly_worse);
    Some(words::counts(locale, &whole(clearly_better), &whole(same), &whole(clearly_worse)))
}

/// Caveats whose line says already that no place is given.
const SAY_IT_THEMSELVES: [&str; 5] =
    ["DISASTER_PERIOD", "LOW_RANKABILITY", "MISSING_MUCH", "NOT_RANKED_FEW", "VERY_STALE"];

/// Why there is no range of places, in one line; `None` where there is one, or no value.
pub fn no_places_sentence(
    locale: Locale,
    value: &Disclosed<ValueRow>,
    said_once: &[&'static Caveat],
    beside: Option<&'static Caveat>,
) -> Option<String> {
    let row = value.figure();
    row.outcome.reported()?;
    let because = match &row.judged().places {
        Places::None { because } => because,
        Places::Range { .. } => {
            return row.hospital.specialty.map(|_| words::no_places_among_others(locale).to_owned());
        }
    };
    if beside.is_some_and(|c| SAY_IT_THEMSELVES.contains(&c.id)) {
        return None;
    }
    Some(match because.first() {
        Some(_) if because.iter().any(|c| said_once.contains(c)) => words::no_places_as_said(locale).to_owned(),
        Some(_) if because.iter().any(|c| beside == Some(c)) => words::no_places_as_beside(locale).to_owned(),
        Some(reason) => words::no_places(locale, locale.pick(reason.short.ja, reason.short.en)),
        None if row.hospital.peer_group == PeerGroup::Unclassified => words::no_role(locale).to_owned(),
        None => match value.caveats().iter().find(|c| c.id == "ALREADY_SHRUNK") {
            Some(shrunk) => words::no_places(locale, locale.pick(shrunk.short.ja, shrunk.short.en)),
            None => words::few_hospitals(locale).to_owned(),
        },
    })
}

/// The word about the years that a test supports (R16); `None` where the series has no value.
pub fn course_words(locale: Locale, section: &MeasureSection) -> Option<String> {
    let trend = section.newest.figure().trend?;
    let said = match trend {
        Trend::Rising => changed(locale, section, words::rising(locale), Direction::Higher),
        Trend::Falling => changed(locale, section, words::falling(locale), Direction::Lower),
        Trend::NoClearChange => words::no_clear_change(locale).to_owned(),
        Trend::TooShort => words::too_short(locale).to_owned(),
        Trend::Merged => words::merged(locale).to_owned(),
        Trend::Untested => words::untested(locale).to_owned(),
    };
    let tested = trend.is_change() || trend == Trend::NoClearChange;
    let mut said = vec![said];
    if tested && any_before_break(section) {
        said.push(words::without_earlier(locale).to_owned());
    }
    if tested && section.history.iter().any(is_event_year) {
        said.push(words::without_marked_years(locale).to_owned());
    } else if tested && section.history.iter().any(is_struck) {
        said.push(words::without_events(locale).to_owned());
    }
    Some(said.join(locale.pick("", " ")))
}

/// A change with its reservation: which side it is, or that it says nothing about good or bad.
fn changed(locale: Locale, section: &MeasureSection, word: &str, moved: Direction) -> String {
    let measure = &section.measure;
    let reservation = match measure.direction {
        _ if measure.crude_outcome => words::unadjusted(locale),
        Direction::Neutral => words::neither(locale),
        better if better == moved => words::good_side(locale),
        _ => words::other_side(locale),
    };
    said::stopped(locale, &i18n::in_parentheses(locale, word, reservation))
}

fn any_before_break(section: &MeasureSection) -> bool {
    let first = section.history.first().map(|value| value.figure().period.start);
    section.breaks.iter().any(|b| b.kind == Breaks::Definition && first.is_some_and(|first| first < b.at))
}

/// True where a disaster or outbreak touched the year of a value that was published all the same.
pub fn is_event_year(value: &Disclosed<ValueRow>) -> bool {
    matches!(value.figure().outcome, Outcome::Reported(_)) && is_struck(value)
}

fn is_struck(value: &Disclosed<ValueRow>) -> bool {
    value.caveats().iter().any(|c| c.id == "DISASTER_PERIOD")
}

#[cfg(test)]
mod tests;

mod words {
    i18n::text! {
        pub(super) fn peers(role: &str, count: &str) {
            ja: "同じ役割（{role}）の{count}院",
            en: "{count} hospitals of the same role ({role})",
        }
        pub(super) fn together(years: i16, span: &str, value: &str) {
            ja: "1年では件数が少ないため、{years}年分（{span}）をあわせて判定しました：{value}",
            en: "One year is too few to judge, so {years} years ({span}) were judged together: {value}",
        }
        pub(super) fn years(years: i16) { ja: "{years}年分", en: "{years} years" }
        pub(super) fn disagree(national: &str, peer: &str, why: &str) {
            ja: "国全体とくらべると「{national}」、同じ役割の病院とくらべると「{peer}」で、答えがちがいます。{why}",
            en: "The two comparisons differ: “{national}” beside the country, “{peer}” beside hospitals of the same role. {why}",
        }
        pub(super) fn perhaps_the_role {
            ja: "役割のちがいによるものかもしれません。",
            en: "It may come from what such hospitals do.",
        }
        pub(super) fn depends {
            ja: "どの病院とくらべるかで、見え方が変わります。",
            en: "It depends on which hospitals it is held against.",
        }
        pub(super) fn places(role: &str, of: &str, best: &str, last: &str) {
            ja: "同じ役割（{role}）の{of}院の中で、{best}〜{last}番目のあいだ",
            en: "Among {of} hospitals of the same role ({role}): between place {best} and place {last}",
        }
        pub(super) fn places_alone(best: &str, last: &str, of: &str) {
            ja: "{of}院の中で{best}〜{last}番目のあいだ",
            en: "between {best} and {last} of {of}",
        }
        pub(super) fn counts(better: &str, same: &str, worse: &str) {
            ja: "はっきり上 {better}院・区別できない {same}院・はっきり下 {worse}院",
            en: "clearly better {better} · cannot be told apart {same} · clearly worse {worse}",
        }
        pub(super) fn no_places(reason: &str) {
            ja: "順位の幅は出しません：{reason}。",
            en: "No range of places: {reason}.",
        }
        pub(super) fn no_places_as_said {
            ja: "順位の幅は出しません。理由は、このページの上に書いてあります。",
            en: "No range of places; the reason stands at the top of this page.",
        }
        pub(super) fn no_places_as_beside {
            ja: "このため、順位の幅は出しません。",
            en: "For this reason there is no range of places.",
        }
        pub(super) fn no_places_among_others {
            ja: "順位の幅は出しません：同じ役割の病院の多くは、ほかの病気の人を診ています。",
            en: "No range of places: most hospitals of the same role have other patients.",
        }
        pub(super) fn no_role {
            ja: "役割が分からないため、順位の幅は出しません。",
            en: "No range of places, because its role is not known.",
        }
        pub(super) fn few_hospitals {
            ja: "順位の幅は出しません：くらべられる同じ役割の病院が10院に足りないか、くらべるのに必要な数が分かりません。",
            en: "No range of places: fewer than 10 hospitals of the same role can be compared, or the counts this needs are not known.",
        }
        pub(super) fn rising { ja: "数字は大きくなってきました", en: "The figure went up" }
        pub(super) fn falling { ja: "数字は小さくなってきました", en: "The figure went down" }
        pub(super) fn no_clear_change { ja: "はっきりした変化はありません。", en: "No clear change." }
        pub(super) fn too_short {
            ja: "使える年が3回に足りないため、増えた・減ったとは言えません。",
            en: "Fewer than three years can be used, so no trend can be told.",
        }
        pub(super) fn merged {
            ja: "統合・分割・移転があったため、増えた・減ったは判定しません。",
            en: "It merged, divided or moved in these years, so no trend is told.",
        }
        pub(super) fn untested {
            ja: "偶然の幅が分からないため、増えた・減ったは判定しません。",
            en: "How far chance can move it is not known, so no trend is told.",
        }
        pub(super) fn without_earlier {
            ja: "数え方が変わる前の年は、のぞいて判定しました。",
            en: "Years before the counting changed were left out.",
        }
        pub(super) fn without_marked_years {
            ja: "災害・感染症の年（※）は、のぞいて判定しました。",
            en: "Years of a disaster or outbreak (*) were left out.",
        }
        pub(super) fn without_events {
            ja: "災害・感染症の年は、のぞいて判定しました。",
            en: "Years of a disaster or outbreak were left out.",
        }
        pub(super) fn unadjusted { ja: "重症度を調整していません", en: "not adjusted for how ill patients were" }
        pub(super) fn neither { ja: "良し悪しではありません", en: "neither good nor bad" }
        pub(super) fn good_side { ja: "良い側への変化", en: "toward the better side" }
        pub(super) fn other_side { ja: "良くない側への変化", en: "toward the less good side" }
    }
}
