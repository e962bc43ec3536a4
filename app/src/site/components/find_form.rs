//! How does a reader ask the finder: by name, by place, by what is needed there? A plain form, complete without scripts.

use super::by_country::{options, regions, regions_of};
use super::care::care_name;
use super::find_filters::find_filters;
use super::search::pinned;
use crate::islands::near_me::NearMe;
use crate::islands::search_box::SearchBox;
use crate::site::links::{Here, Place};
use domain::Bilingual;
use domain::care::Care;
use domain::regions::split_region_id;
use leptos::prelude::*;
use reports::model::{Finder, SpotKind};

/// The form. What the address carries and no field holds is kept in hidden fields.
pub fn find_form(here: &Here, finder: &Finder) -> AnyView {
    let here = &in_words(here, finder);
    let locale = here.locale;
    let view = &here.view;
    let hidden = kept(here).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let region = view.region.as_deref().unwrap_or_default();
    view! {
        <form class="ms-search ms-find" method="get" role="search" action=Place::Hospitals.path(locale)>
            {hidden.collect_view()}
            {care_field(here)}
            {place_field(here, &finder.regions)}
            <div class="ms-field">
                <label for="region">{words::region(locale)}</label>
                <select id="region" name="region">
                    <option value="">{words::everywhere(locale)}</option>
                    {options(locale, regions(locale, &finder.regions), region)}
                </select>
            </div>
            <div class="ms-field ms-field-wide">
                <label for="q">{words::name(locale)}</label>
                <SearchBox
                    locale=locale.as_str().to_owned()
                    value=view.query.clone()
                    kept=here.kept()
                />
            </div>
            {find_filters(here, finder)}
            {go(here)}
        </form>
    }
    .into_any()
}

/// What for? Kinds of care, or nothing yet.
pub fn care_field(here: &Here) -> AnyView {
    let locale = here.locale;
    let chosen = here.view.care.map_or("", Care::as_str);
    let cares = Care::ALL.iter().map(|care| (care.to_string(), care_name(locale, *care).to_owned())).collect();
    view! {
        <div class="ms-field">
            <label for="care">{words::care(locale)}</label>
            {select("care", words::any_care(locale), chosen, cares)}
        </div>
    }
    .into_any()
}

/// Where? In the reader's own words, with the prefectures to pick from.
pub fn place_field(here: &Here, regions: &[(String, Bilingual<String>, u32)]) -> AnyView {
    let locale = here.locale;
    // those at home: a reader abroad chooses from the menu
    let home = regions.first().and_then(|(id, ..)| split_region_id(id)).map_or("", |(country, _)| country);
    let options = regions_of(regions, home).into_iter().map(|(_, name, _)| {
        // the value is what the finder reads, the words beside it are for the reader
        view! { <option value=name.ja.clone()>{locale.pick(&name.ja, &name.en).clone()}</option> }
    });
    view! {
        <div class="ms-field">
            <label for="place">{words::place(locale)}</label>
            <input id="place" name="place" type="text" maxlength="100" autocomplete="off" list="prefectures"
                value=here.view.place.clone() aria-describedby="place-hint" />
            <datalist id="prefectures">{options.collect_view()}</datalist>
            <p class="ms-small ms-quiet" id="place-hint">{words::place_hint(locale)}</p>
        </div>
    }
    .into_any()
}

/// The button, and where scripts run the one for the place where the reader is: its room beside the first is always kept.
pub fn go(here: &Here) -> AnyView {
    let locale = here.locale;
    view! {
        <div class="ms-go">
            <button type="submit">{words::search(locale)}</button>
            <NearMe locale=locale.as_str().to_owned() />
        </div>
    }
    .into_any()
}

/// A medical area stands in the field as the words that lead to it, so that it does not travel hidden beside another place.
fn in_words(here: &Here, finder: &Finder) -> Here {
    let mut here = here.clone();
    let area = finder.place.spot().filter(|spot| spot.kind == SpotKind::MedicalArea && here.view.area.is_some());
    if let Some(spot) = area {
        (here.view.place, here.view.area) = (spot.in_words(here.locale), None);
    }
    here
}

/// A point or an area stays until the reader writes a place in words.
fn kept(here: &Here) -> Vec<(&'static str, String)> {
    let view = &here.view;
    let mut kept = pinned(here);
    if let Some(near) = view.near {
        kept.push(("near", format!("{},{}", near.latitude(), near.longitude())));
        kept.extend(view.radius_km.map(|km| ("radius_km", km.to_string())));
    }
    kept.extend(view.area.clone().map(|area| ("area", area)));
    kept
}

/// A choice of one; the first entry asks for nothing.
pub fn select(name: &'static str, all: &'static str, chosen: &str, options: Vec<(String, String)>) -> AnyView {
    let options = options.into_iter().map(|(value, word)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{word}</option> }
    });
    view! {
        <select id=name name=name>
            <option value="">{all}</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn care { ja: "何のために？", en: "What for?" }
        pub(super) fn any_care { ja: "決めていない", en: "Not decided yet" }
        pub(super) fn place { ja: "どこで？", en: "Where?" }
        pub(super) fn place_hint { ja: "市区町村か都道府県。例：佐渡市", en: "A town or a prefecture, in English or Japanese. Example: Sado" }
        pub(super) fn name { ja: "病院の名前（漢字・かな・ローマ字）", en: "Hospital name (English or Japanese)" }
        pub(super) fn region { ja: "都道府県", en: "Prefecture" }
        pub(super) fn everywhere { ja: "全国", en: "All of Japan" }
        pub(super) fn search { ja: "さがす", en: "Search" }
    }
}
