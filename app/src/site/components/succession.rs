//! What was this hospital before, and what has become of it? Said first: figures of other years hang on it.

use super::hospital_line::tongue;
use crate::site::links::{Here, Place};
use domain::records::SuccessionKind;
use domain::{Bilingual, Day, HospitalId};
use i18n::{Locale, date_iso};
use leptos::prelude::*;
use reports::figures::hospital_name;
use reports::model::{Ended, HospitalReport};

/// The sentences; nothing for a hospital that has always been the same.
pub fn succession(here: &Here, report: &HospitalReport) -> Option<AnyView> {
    let locale = here.locale;
    let after = report.successors.iter().map(|s| {
        let link = s.successor.as_ref().map(|other| link(here, other));
        view! { <p><strong>{became(locale, s.kind, &day(locale, s.date))}</strong> " " {link}</p> }.into_any()
    });
    let before = report.predecessors.iter().map(|p| {
        view! { <p><strong>{was(locale, p.kind, &day(locale, p.date))}</strong> " " {link(here, &p.hospital)}</p> }
            .into_any()
    });
    let silent = match report.card.ended {
        Some(Ended::NotToldSince(day)) => Some(words::silent(locale, &date_iso(locale, &day.to_string()))),
        _ => None,
    };
    let silent = silent.map(|told| view! { <p><strong>{told}</strong></p> }.into_any());
    let told: Vec<AnyView> = silent.into_iter().chain(after).chain(before).collect();
    (!told.is_empty()).then(|| view! { <div class="ms-changed">{told}</div> }.into_any())
}

fn link(here: &Here, (id, name): &(HospitalId, Bilingual<String>)) -> AnyView {
    let name = hospital_name(here.locale, name);
    view! { <a href=here.to(&Place::Hospital(id.clone())) lang=tongue(here.locale, &name)>{name.clone()}</a> }
        .into_any()
}

fn day(locale: Locale, date: Option<Day>) -> String {
    date.map(|day| date_iso(locale, &day.to_string())).unwrap_or_default()
}

/// What became of it; `day` is empty where it is not published.
fn became(locale: Locale, kind: SuccessionKind, day: &str) -> String {
    let dated = !day.is_empty();
    match kind {
        SuccessionKind::Merged if dated => words::merged_on(locale, day),
        SuccessionKind::Merged => words::merged(locale).to_owned(),
        SuccessionKind::Split if dated => words::split_on(locale, day),
        SuccessionKind::Split => words::split(locale).to_owned(),
        SuccessionKind::Renamed if dated => words::renamed_on(locale, day),
        SuccessionKind::Renamed => words::renamed(locale).to_owned(),
        SuccessionKind::Moved if dated => words::moved_on(locale, day),
        SuccessionKind::Moved => words::moved(locale).to_owned(),
        SuccessionKind::Closed if dated => words::closed_on(locale, day),
        SuccessionKind::Closed => words::closed(locale).to_owned(),
    }
}

/// What it was before; `day` is empty where it is not published.
fn was(locale: Locale, kind: SuccessionKind, day: &str) -> String {
    let dated = !day.is_empty();
    match kind {
        SuccessionKind::Renamed if dated => words::named_since(locale, day),
        SuccessionKind::Renamed => words::named(locale).to_owned(),
        SuccessionKind::Moved if dated => words::here_since(locale, day),
        SuccessionKind::Moved => words::here(locale).to_owned(),
        _ if dated => words::joined_on(locale, day),
        _ => words::joined(locale).to_owned(),
    }
}

mod words {
    i18n::text! {
        pub(super) fn silent(day: &str) {
            ja: "{day}のあと、この病院のことは、どの資料にもありません。名前や場所が変わったか、なくなったかもしれません。行く前に、今もあるか確かめてください。",
            en: "No file of this release tells of this hospital after {day}. It may have another name or place, or have closed. Please check before you go.",
        }
        pub(super) fn merged { ja: "ほかの病院といっしょになりました。いまは：", en: "It was merged with another hospital. Now:" }
        pub(super) fn merged_on(day: &str) {
            ja: "{day}に、ほかの病院といっしょになりました。いまは：",
            en: "On {day} it was merged with another hospital. Now:",
        }
        pub(super) fn split { ja: "病院が分かれました。いまは：", en: "It was divided. Now:" }
        pub(super) fn split_on(day: &str) { ja: "{day}に、病院が分かれました。いまは：", en: "On {day} it was divided. Now:" }
        pub(super) fn renamed { ja: "名前が変わりました。いまの名前：", en: "It has another name now:" }
        pub(super) fn renamed_on(day: &str) {
            ja: "{day}から、名前が変わりました。いまの名前：",
            en: "Since {day} it has had another name:",
        }
        pub(super) fn moved { ja: "場所が変わりました。いまは：", en: "It has moved. Now:" }
        pub(super) fn moved_on(day: &str) { ja: "{day}に、場所が変わりました。いまは：", en: "On {day} it moved. Now:" }
        pub(super) fn closed { ja: "閉院しました。", en: "It has closed." }
        pub(super) fn closed_on(day: &str) { ja: "{day}に閉院しました。", en: "It closed on {day}." }
        pub(super) fn named { ja: "前の名前：", en: "Its name before:" }
        pub(super) fn named_since(day: &str) {
            ja: "{day}から、いまの名前です。前の名前：",
            en: "It has had this name since {day}. Before:",
        }
        pub(super) fn here { ja: "場所が変わりました。前の場所：", en: "It has moved here. Before:" }
        pub(super) fn here_since(day: &str) {
            ja: "{day}に、ここに移りました。前の場所：",
            en: "It moved here on {day}. Before:",
        }
        pub(super) fn joined { ja: "次の病院から引きつぎました：", en: "It took over from:" }
        pub(super) fn joined_on(day: &str) {
            ja: "{day}に、次の病院から引きつぎました。それより前の年とは、そのままでは比べられません：",
            en: "On {day} it took over from another hospital, so earlier years cannot simply be compared. Before:",
        }
    }
}
