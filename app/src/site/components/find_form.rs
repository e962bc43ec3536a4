//! How does a reader ask the finder: by name, by place, by what is needed there? A plain form, complete without scripts.

use super::care::care_name;
use super::search::pinned;
use crate::islands::near_me::NearMe;
use crate::islands::search_box::SearchBox;
use crate::site::links::{Here, Place};
use domain::care::Care;
use domain::peers::PeerGroup;
use leptos::prelude::*;
use reports::model::Finder;

/// The form. What the address carries and no field holds is kept in hidden fields.
pub fn find_form(here: &Here, finder: &Finder) -> AnyView {
    let locale = here.locale;
    let view = &here.view;
    let hidden = kept(here).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let care = view.care.map(|care| care.to_string()).unwrap_or_default();
    view! {
        <form class="ms-search ms-find" method="get" role="search" action=Place::Hospitals.path(locale)>
            {hidden.collect_view()}
            <div class="ms-field">
                <label for="care">{words::care(locale)}</label>
                {select("care", words::any_care(locale), &care, cares(here))}
            </div>
            <div class="ms-field">
                <label for="place">{words::place(locale)}</label>
                <input id="place" name="place" type="text" maxlength="100" autocomplete="off" value=view.place.clone()
                    aria-describedby="place-hint" />
                <p class="ms-small ms-quiet" id="place-hint">{words::place_hint(locale)}</p>
            </div>
            <div class="ms-field ms-field-wide">
                <label for="q">{words::name(locale)}</label>
                <SearchBox
                    locale=locale.as_str().to_owned()
                    value=view.query.clone()
                    kept=here.kept()
                />
            </div>
            <div class="ms-field">
                <label for="region">{words::region(locale)}</label>
                {select("region", words::everywhere(locale), view.region.as_deref().unwrap_or_default(), regions(here, finder))}
            </div>
            <div class="ms-field">
                <label for="peer_group">{words::role(locale)}</label>
                {select("peer_group", words::any_role(locale), view.peer_group.map_or("", PeerGroup::as_str), roles(here))}
            </div>
            <button type="submit">{words::search(locale)}</button>
            <NearMe
                locale=locale.as_str().to_owned()
                kept=here.kept()
                care=care
            />
        </form>
    }
    .into_any()
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

fn select(name: &'static str, all: &'static str, chosen: &str, options: Vec<(String, String)>) -> AnyView {
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

fn cares(here: &Here) -> Vec<(String, String)> {
    Care::ALL.iter().map(|care| (care.to_string(), care_name(here.locale, *care).to_owned())).collect()
}

fn regions(here: &Here, finder: &Finder) -> Vec<(String, String)> {
    let regions = finder.regions.iter();
    regions.map(|(id, name, _)| (id.clone(), here.locale.pick(&name.ja, &name.en).clone())).collect()
}

fn roles(here: &Here) -> Vec<(String, String)> {
    let word = |group: &PeerGroup| {
        let name = group.name();
        (group.to_string(), here.locale.pick(name.ja, name.en).to_owned())
    };
    PeerGroup::ALL.iter().map(word).collect()
}

mod words {
    i18n::text! {
        pub(super) fn care { ja: "何のために？", en: "What for?" }
        pub(super) fn any_care { ja: "決めていない", en: "Anything" }
        pub(super) fn place { ja: "どこで？", en: "Where?" }
        pub(super) fn place_hint { ja: "市区町村や地域の名前。例：佐渡市", en: "A town or area, in Japanese. Example: 佐渡市" }
        pub(super) fn name { ja: "病院の名前（漢字・かな・ローマ字）", en: "Hospital name (English or Japanese)" }
        pub(super) fn region { ja: "都道府県", en: "Prefecture" }
        pub(super) fn everywhere { ja: "全国", en: "All of Japan" }
        pub(super) fn role { ja: "病院の役割", en: "Role" }
        pub(super) fn any_role { ja: "すべての役割", en: "Any role" }
        pub(super) fn search { ja: "さがす", en: "Search" }
    }
}
