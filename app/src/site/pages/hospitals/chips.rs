//! What is asked of the finder, each part with a way to take it off again?

use crate::site::components::by_country::region_and_country;
use crate::site::components::care::care_name;
use crate::site::components::context::service;
use crate::site::components::find_filters::{named, practice_named};
use crate::site::components::which_place::outweighs;
use crate::site::links::Here;
use domain::view_spec::{Only, ViewSpec};
use i18n::whole;
use leptos::prelude::*;
use reports::model::Finder;

/// The chips; nothing where nothing is asked.
pub(super) fn chips(here: &Here, finder: &Finder) -> Option<AnyView> {
    let locale = here.locale;
    let chips: Vec<AnyView> = asked(here, finder)
        .into_iter()
        .map(|(word, href)| {
            let label = words::without(locale, &word);
            view! { <li><a class="ms-chip" href=href aria-label=label>{word} <span aria-hidden="true">" ×"</span></a></li> }
                .into_any()
        })
        .collect();
    (!chips.is_empty()).then(|| view! { <ul class="ms-chips" aria-label=words::asked(locale)>{chips}</ul> }.into_any())
}

/// The words of each part, and the address without it. What a place in words outweighs is not named.
fn asked(here: &Here, finder: &Finder) -> Vec<(String, String)> {
    let locale = here.locale;
    let view = &here.view;
    let in_words = !view.place.is_empty();
    let mut chips: Vec<(String, String)> = Vec::new();
    let mut chip = |word: String, off: &dyn Fn(&mut ViewSpec)| chips.push((word, without(here, off)));
    if let Some(care) = view.care {
        chip(care_name(locale, care).to_owned(), &|v| v.care = None);
    }
    if in_words {
        chip(words::at(locale, &view.place), &|v| v.place.clear());
    } else if let Some(area) = &view.area {
        let name = finder.place.spot().map(|spot| locale.pick(&spot.name.ja, &spot.name.en).clone());
        chip(words::at(locale, name.as_ref().unwrap_or(area)), &|v| v.area = None);
    } else if view.near.is_some() {
        chip(words::near(locale).to_owned(), &|v| (v.near, v.radius_km) = (None, None));
    }
    if !view.query.is_empty() {
        chip(words::named(locale, &view.query), &|v| v.query.clear());
    }
    // a prefecture that the place in words outweighs is told apart, with a way to either
    if let Some(region) = view.region.as_ref().filter(|_| !outweighs(here, finder)) {
        chip(region_and_country(locale, &finder.regions, region), &|v| v.region = None);
    }
    if let Some(group) = view.peer_group {
        let name = group.name();
        chip(locale.pick(name.ja, name.en).to_owned(), &|v| v.peer_group = None);
    }
    chips.extend(filters(here));
    chips
}

/// What the filters ask for, each with the address without it.
fn filters(here: &Here) -> Vec<(String, String)> {
    let locale = here.locale;
    let filters = &here.view.filters;
    let mut chips: Vec<(String, String)> = Vec::new();
    let mut chip = |word: String, off: &dyn Fn(&mut ViewSpec)| chips.push((word, without(here, off)));
    if let Some(level) = filters.emergency {
        chip(locale.pick(level.name().ja, level.name().en).to_owned(), &|v| v.filters.emergency = None);
    }
    if !filters.service.is_empty() {
        chip(service(locale, &filters.service).to_owned(), &|v| v.filters.service.clear());
    }
    if let Some(practice) = filters.specialty {
        chip(practice_named(locale, practice), &|v| v.filters.specialty = None);
    }
    for designation in &filters.designations {
        chip(named(locale, *designation).to_owned(), &|v| v.filters.designations.retain(|d| d != designation));
    }
    if filters.saturday == Only::These {
        chip(words::saturday(locale).to_owned(), &|v| v.filters.saturday = Only::Any);
    }
    if let Some(least) = filters.beds_min {
        chip(words::beds_min(locale, &whole(least)), &|v| v.filters.beds_min = None);
    }
    if let Some(most) = filters.beds_max {
        chip(words::beds_max(locale, &whole(most)), &|v| v.filters.beds_max = None);
    }
    if filters.island == Only::These {
        chip(words::island(locale).to_owned(), &|v| v.filters.island = Only::Any);
    }
    chips
}

fn without(here: &Here, off: &dyn Fn(&mut ViewSpec)) -> String {
    here.again(|view| {
        off(view);
        view.page = None;
    })
}

mod words {
    i18n::text! {
        pub(super) fn asked { ja: "いまの条件", en: "Your search" }
        pub(super) fn named(query: &str) { ja: "名前「{query}」", en: "Name “{query}”" }
        pub(super) fn at(place: &str) { ja: "場所「{place}」", en: "Place “{place}”" }
        pub(super) fn near { ja: "この地点のまわり", en: "near this point" }
        pub(super) fn saturday { ja: "土曜に開いているかもしれない", en: "may be open on Saturdays" }
        pub(super) fn island { ja: "島にある", en: "on an island" }
        pub(super) fn beds_min(count: &str) { ja: "{count}床以上", en: "{count} beds or more" }
        pub(super) fn beds_max(count: &str) { ja: "{count}床以下", en: "{count} beds or fewer" }
        pub(super) fn without(what: &str) { ja: "「{what}」の条件を外す", en: "Remove {what}" }
    }
}
