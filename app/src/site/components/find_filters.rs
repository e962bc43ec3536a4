//! How does a reader narrow a list: by role, tasks, services, Saturdays, beds and islands, and what does no source tell?

use super::context;
use super::find_form::select;
use crate::site::links::Here;
use domain::peers::PeerGroup;
use domain::specialty::Practice;
use domain::view_spec::{Designation, EmergencyLevel, Filters, Key, Only};
use i18n::{Locale, list, whole};
use leptos::prelude::*;
use reports::model::{Facets, Finder};

/// Bounds that are offered; 20 parts clinics from hospitals.
const AT_LEAST: [u16; 5] = [20, 100, 200, 400, 600];
const AT_MOST: [u16; 5] = [19, 99, 199, 399, 599];

/// The filters of a form, closed so that the list is near; how many are set is said, and chips say which.
pub fn find_filters(here: &Here, finder: &Finder) -> AnyView {
    let locale = here.locale;
    let (view, facets) = (&here.view, &finder.facets);
    let summary = match set(here) {
        0 => words::more(locale).to_owned(),
        set => words::more_set(locale, set),
    };
    let role = view.peer_group.map_or("", PeerGroup::as_str);
    let not_told = not_told(locale, facets).map(|said| view! { <p class="ms-small ms-quiet">{said}</p> });
    view! {
        <details class="ms-more ms-narrow">
            <summary>{summary}</summary>
            <div class="ms-filters">
                <div class="ms-field">
                    <label for="peer_group">{words::role(locale)}</label>
                    {select("peer_group", words::any_role(locale), role, roles(locale))}
                </div>
                {practice(here, facets)}
                {emergency(here, facets)}
                {service(here, facets)}
                {beds(here, facets)}
                {boxes(here, facets)}
            </div>
            {not_told}
        </details>
    }
    .into_any()
}

/// How many are set.
fn set(here: &Here) -> usize {
    let single = Filters::KEYS.iter().chain(&[Key::PeerGroup]).filter(|key| **key != Key::Designations);
    single.filter(|key| here.view.printed(**key).is_some()).count() + here.view.filters.designations.len()
}

fn roles(locale: Locale) -> Vec<(String, String)> {
    let named = |group: &PeerGroup| (group.to_string(), locale.pick(group.name().ja, group.name().en).to_owned());
    PeerGroup::ALL.iter().map(named).collect()
}

/// Hospitals of one field, or of none; nothing to choose where this release knows of no field.
fn practice(here: &Here, facets: &Facets) -> Option<AnyView> {
    let locale = here.locale;
    let chosen = here.view.filters.specialty;
    let offered = facets.practices.iter().map(|(practice, count)| {
        (practice.to_string(), words::counted(locale, &practice_named(locale, *practice), &whole(*count)))
    });
    let mut offered: Vec<_> = offered.collect();
    let elsewhere = chosen.filter(|own| facets.practices.iter().all(|(practice, _)| practice != own));
    offered.extend(elsewhere.map(|own| (own.to_string(), practice_named(locale, own))));
    let any = facets.practices.iter().any(|(practice, _)| *practice != Practice::General);
    (any || chosen.is_some()).then(|| {
        view! {
            <div class="ms-field">
                <label for="specialty">{words::specialty(locale)}</label>
                {select("specialty", words::any(locale), chosen.map_or("", Practice::as_str), offered)}
            </div>
        }
        .into_any()
    })
}

/// `がんの専門病院`, or that a hospital is of no field alone.
pub fn practice_named(locale: Locale, practice: Practice) -> String {
    match practice {
        Practice::General => words::general(locale).to_owned(),
        Practice::Of(field) => words::of_field(locale, locale.pick(field.name().ja, field.name().en)),
    }
}

fn emergency(here: &Here, facets: &Facets) -> Option<AnyView> {
    let locale = here.locale;
    let chosen = here.view.filters.emergency;
    let offered = EmergencyLevel::ALL.iter().filter(|e| facets.emergency.contains(e) || chosen == Some(**e));
    let offered: Vec<_> = offered.map(|e| (e.to_string(), locale.pick(e.name().ja, e.name().en).to_owned())).collect();
    let chosen = chosen.map_or("", EmergencyLevel::as_str);
    (!offered.is_empty()).then(|| {
        view! {
            <div class="ms-field">
                <label for="emergency">{words::emergency(locale)}</label>
                {select("emergency", words::any(locale), chosen, offered)}
            </div>
        }
        .into_any()
    })
}

fn service(here: &Here, facets: &Facets) -> Option<AnyView> {
    let locale = here.locale;
    let offered = facets
        .services
        .iter()
        .map(|(name, count)| (name.clone(), words::counted(locale, context::service(locale, name), &whole(*count))));
    let mut offered: Vec<_> = offered.collect();
    let chosen = here.view.filters.service.as_str();
    let elsewhere = !chosen.is_empty() && facets.services.iter().all(|(name, _)| name != chosen);
    offered.extend(elsewhere.then(|| (chosen.to_owned(), context::service(locale, chosen).to_owned())));
    (!offered.is_empty()).then(|| {
        view! {
            <div class="ms-field">
                <label for="service">{words::service(locale)}</label>
                {select("service", words::any(locale), chosen, offered)}
            </div>
        }
        .into_any()
    })
}

fn beds(here: &Here, facets: &Facets) -> Option<AnyView> {
    let locale = here.locale;
    let filters = &here.view.filters;
    let offered = |bounds: [u16; 5], own: Option<u16>| {
        let mut bounds = bounds.to_vec();
        bounds.extend(own);
        bounds.sort_unstable();
        bounds.dedup();
        bounds.into_iter().map(|n| (n.to_string(), words::beds(locale, &whole(n)))).collect::<Vec<_>>()
    };
    let chosen = |own: Option<u16>| own.map(|n| n.to_string()).unwrap_or_default();
    (facets.beds).then(|| {
        view! {
            <div class="ms-field">
                <label for="beds_min">{words::beds_min(locale)}</label>
                {select("beds_min", words::any(locale), &chosen(filters.beds_min), offered(AT_LEAST, filters.beds_min))}
            </div>
            <div class="ms-field">
                <label for="beds_max">{words::beds_max(locale)}</label>
                {select("beds_max", words::any(locale), &chosen(filters.beds_max), offered(AT_MOST, filters.beds_max))}
            </div>
        }
        .into_any()
    })
}

/// One box of a group.
struct Choice {
    name: &'static str,
    value: &'static str,
    word: &'static str,
    set: bool,
}

fn boxes(here: &Here, facets: &Facets) -> Option<AnyView> {
    let locale = here.locale;
    let filters = &here.view.filters;
    let mut choices: Vec<Choice> = Vec::new();
    if facets.saturday {
        let set = filters.saturday == Only::These;
        choices.push(Choice { name: "saturday", value: "1", word: words::saturday(locale), set });
    }
    if facets.island {
        let set = filters.island == Only::These;
        choices.push(Choice { name: "island", value: "1", word: words::island(locale), set });
    }
    for designation in facets.designations.iter().copied() {
        let set = filters.designations.contains(&designation);
        choices.push(Choice {
            name: "designation",
            value: designation.as_str(),
            word: named(locale, designation),
            set,
        });
    }
    let rows = choices.into_iter().map(|choice| {
        let id = if choice.value == "1" { choice.name } else { choice.value };
        view! {
            <div class="ms-check">
                <input type="checkbox" id=id name=choice.name value=choice.value checked=choice.set />
                <label for=id>{choice.word}</label>
            </div>
        }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! { <fieldset class="ms-field-wide"><legend>{words::only(locale)}</legend> <div class="ms-checks">{rows}</div></fieldset> }
            .into_any()
    })
}

/// The name of a designation in the language of the reader.
pub fn named(locale: Locale, designation: Designation) -> &'static str {
    locale.pick(designation.name().ja, designation.name().en)
}

/// What cannot be asked because no source of this release tells it of anybody.
fn not_told(locale: Locale, facets: &Facets) -> Option<String> {
    let mut missing: Vec<&str> = Vec::new();
    missing.extend(facets.emergency.is_empty().then(|| words::emergency(locale)));
    missing.extend(facets.services.is_empty().then(|| words::service(locale)));
    missing.extend((!facets.saturday).then(|| words::saturday(locale)));
    missing.extend((!facets.island).then(|| words::island(locale)));
    let untold = Designation::ALL.iter().filter(|d| !facets.designations.contains(d));
    missing.extend(untold.map(|d| named(locale, *d)));
    (!missing.is_empty()).then(|| words::not_told(locale, &list(locale, &missing)))
}

mod words {
    i18n::text! {
        pub(super) fn more { ja: "もっと絞る（役割・救急・ベッドなど）", en: "Narrow it down: role, emergencies, beds and more" }
        pub(super) fn more_set(count: usize) {
            ja: "もっと絞る（いま{count}つの条件）",
            en: "Narrow it down (conditions set: {count})",
        }
        pub(super) fn role { ja: "病院の役割", en: "Role" }
        pub(super) fn any_role { ja: "すべての役割", en: "Any role" }
        pub(super) fn any { ja: "指定しない", en: "Any" }
        pub(super) fn specialty { ja: "専門の分野", en: "Field of medicine" }
        pub(super) fn general { ja: "いろいろな病気を診る病院", en: "Hospitals for all kinds of illness" }
        pub(super) fn of_field(field: &str) { ja: "{field}", en: "Specialists: {field}" }
        pub(super) fn emergency { ja: "救急の体制", en: "Emergency care" }
        pub(super) fn service { ja: "診療科・サービス", en: "Department or service" }
        pub(super) fn counted(name: &str, count: &str) { ja: "{name}（{count}）", en: "{name} ({count})" }
        pub(super) fn beds_min { ja: "ベッド：これ以上", en: "Beds: at least" }
        pub(super) fn beds_max { ja: "ベッド：これ以下", en: "Beds: at most" }
        pub(super) fn beds(count: &str) { ja: "{count}床", en: "{count}" }
        pub(super) fn only { ja: "次に当てはまるところだけ", en: "Show only:" }
        pub(super) fn saturday { ja: "土曜に開いているかもしれない", en: "may be open on Saturdays" }
        pub(super) fn island { ja: "島にある", en: "on an island" }
        pub(super) fn not_told(what: &str) {
            ja: "この版の資料に書かれていないため、選べないもの：{what}。",
            en: "You cannot choose these, because no source in this release covers them: {what}.",
        }
    }
}
