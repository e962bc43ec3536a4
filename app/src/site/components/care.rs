//! How is said that a facility provides a kind of care: the neutral fact, never a word about how well?

use super::context;
use crate::site::components::caveats;
use domain::care::Care;
use domain::caveats::Caveat;
use domain::{Bilingual, Disclosed, Period, Status};
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::{period_words, source_words};
use reports::model::{CareFact, Evidence, Known, Land, Reach, ReleaseNote, SourceNote, Spot, SpotKind};

/// The fact beside a name, with the caveat that has not been said yet.
pub fn fact(locale: Locale, fact: &Disclosed<CareFact>, said_once: &[&'static Caveat]) -> AnyView {
    view! {
        <p class="ms-line-fact">{fact_words(locale, fact.figure())}</p>
        {caveats::line(locale, fact.line(said_once))}
    }
    .into_any()
}

/// `お産 412件（2024年度）`.
pub fn fact_words(locale: Locale, fact: &CareFact) -> String {
    let care = care_name(locale, fact.care);
    match &fact.evidence {
        Evidence::Count { value, period, .. } => counted(locale, fact.care, *value, *period),
        Evidence::OlderCount { value, period, .. } => {
            words::older(locale, &counted(locale, fact.care, *value, *period))
        }
        Evidence::NotKnown { status, .. } => not_known(locale, care, *status),
        Evidence::Beds { beds } => {
            let text = content::care(fact.care).map(|text| filled(locale, &text.bedded, *beds));
            text.unwrap_or_else(|_| care.to_owned())
        }
        Evidence::Designation if fact.known == Known::May => words::contradicted(locale, care),
        Evidence::Designation => words::designated(locale, care),
        Evidence::Service { name } => words::listed(locale, context::service(locale, name)),
        Evidence::Role => words::role(locale, care),
    }
}

/// The caveats that hold for every count of a list; said once beside it.
pub fn common(facts: &[&Disclosed<CareFact>]) -> Vec<&'static Caveat> {
    let mut held: Option<Vec<&'static Caveat>> = None;
    for fact in facts.iter().filter(|fact| period_of(fact.figure()).is_some()) {
        match &mut held {
            None => held = Some(fact.caveats().to_vec()),
            Some(held) => held.retain(|caveat| fact.caveats().contains(caveat)),
        }
    }
    held.unwrap_or_default()
}

/// What the beds or numbers of a care do not tell apart, once beside their list.
pub fn note(locale: Locale, care: Care) -> Option<AnyView> {
    let said = note_words(locale, care)?;
    Some(view! { <p class="ms-caveat">{said}</p> }.into_any())
}

/// The same for paper.
pub fn note_words(locale: Locale, care: Care) -> Option<&'static str> {
    let note = content::care(care).ok()?.note.as_ref()?;
    Some(locale.pick(note.ja.as_str(), note.en.as_str()))
}

/// What the counts of a list are and from where, with period, source and release (R20); nothing where it has no count.
pub fn about_counts(
    locale: Locale,
    facts: &[&Disclosed<CareFact>],
    said: &[&'static Caveat],
    sources: &[SourceNote],
    release: &ReleaseNote,
) -> Option<AnyView> {
    let mut cited: Vec<String> = facts
        .iter()
        .filter_map(|fact| {
            let fact = fact.figure();
            Some(source_words(locale, period_of(fact)?, &fact.source, sources, release))
        })
        .collect();
    cited.sort_unstable();
    cited.dedup();
    (!cited.is_empty()).then(|| {
        let cited = cited.into_iter().map(|source| view! { <p class="ms-source">{source}</p> });
        view! {
            <p class="ms-small">{words::counts(locale)}</p>
            {caveats::all(locale, said)}
            {cited.collect_view()}
        }
        .into_any()
    })
}

const fn period_of(fact: &CareFact) -> Option<Period> {
    match fact.evidence {
        Evidence::Count { period, .. } | Evidence::OlderCount { period, .. } => Some(period),
        _ => None,
    }
}

/// The kind of care in the language of the reader.
pub fn care_name(locale: Locale, care: Care) -> &'static str {
    let name = care.name();
    locale.pick(name.ja, name.en)
}

fn counted(locale: Locale, care: Care, value: f64, period: Period) -> String {
    let text = content::care(care).map(|text| filled(locale, &text.counted, value));
    let text = text.unwrap_or_else(|_| care_name(locale, care).to_owned());
    words::in_period(locale, &text, &period_words(locale, period))
}

#[allow(clippy::cast_possible_truncation)]
fn filled(locale: Locale, text: &Bilingual<String>, value: f64) -> String {
    locale.pick(&text.ja, &text.en).replace("{n}", &whole(value.round() as i64))
}

fn not_known(locale: Locale, care: &str, status: Status) -> String {
    let reason = status.reason();
    words::not_known(locale, care, locale.pick(reason.ja, reason.en))
}

/// What "in reach" is called in a heading: the island, the medical area, or the surroundings of a point.
pub fn reach_name(locale: Locale, place: &Spot, reach: &Reach) -> String {
    // an island stands for what is in reach only where all of it is
    let islands: Vec<String> = reach.islands.iter().filter_map(|land| land_name(locale, land)).collect();
    match (place.kind, islands.as_slice()) {
        (SpotKind::Municipality | SpotKind::Point, [only]) => only.clone(),
        (SpotKind::Point, _) => words::around(locale).to_owned(),
        _ => areas_name(locale, reach),
    }
}

fn land_name(locale: Locale, land: &Land) -> Option<String> {
    land.name().map(|name| locale.pick(name.ja, name.en).to_owned())
}

/// The medical areas of a reach: `佐渡医療圏`.
pub fn areas_name(locale: Locale, reach: &Reach) -> String {
    let names: Vec<&str> = reach.areas.iter().map(|area| without_area(locale, &area.name)).collect();
    words::areas(locale, &names.join(locale.pick("・", ", ")))
}

/// The name of a medical area before the words "medical area": some sources put "area" into the English name.
pub fn without_area(locale: Locale, name: &Bilingual<String>) -> &str {
    locale.pick(name.ja.as_str(), name.en.strip_suffix(" area").unwrap_or(&name.en))
}

mod words {
    i18n::text! {
        pub(super) fn in_period(what: &str, period: &str) { ja: "{what}（{period}）", en: "{what} ({period})" }
        pub(super) fn older(what: &str) {
            ja: "{what}。そのあとの資料には数がありません",
            en: "{what}; later tables give no number",
        }
        pub(super) fn not_known(care: &str, reason: &str) { ja: "{care}の数：{reason}", en: "{care}, number: {reason}" }
        pub(super) fn designated(care: &str) { ja: "{care}：指定や救急の体制から分かります", en: "{care}: officially designated for this" }
        pub(super) fn contradicted(care: &str) {
            ja: "{care}：指定や救急の体制はありますが、公表された数は0です",
            en: "{care}: officially designated for this, but its published number is 0",
        }
        pub(super) fn listed(service: &str) { ja: "「{service}」があると公表しています", en: "Lists “{service}” among its services" }
        pub(super) fn role(care: &str) { ja: "{care}のための病院です", en: "A hospital for this: {care}" }
        pub(super) fn counts {
            ja: "名前の下の数は、どれくらい行っているかです。よしあしではありません。",
            en: "The number below each name says how much is done there, not how well.",
        }
        pub(super) fn around { ja: "この地点のまわり", en: "Around this point" }
        pub(super) fn areas(names: &str) { ja: "{names}医療圏", en: "{names} medical area" }
    }
}
