//! How does a reader ask for a hospital by name and place? A plain form; suggestions join where scripts run.

use crate::islands::near_me::NearMe;
use crate::islands::search_box::SearchBox;
use crate::site::links::{Here, Place};
use domain::Bilingual;
use domain::view_spec::Key;
use leptos::prelude::*;

/// The form: `q` and `region`; everything else that the address carries is kept in hidden fields.
pub fn search(here: &Here, regions: &[(String, Bilingual<String>, u32)], keep: Vec<(&'static str, String)>) -> AnyView {
    let locale = here.locale;
    let chosen = here.view.region.clone().unwrap_or_default();
    let options = regions
        .iter()
        .map(|(id, name, _)| {
            let selected = *id == chosen;
            view! { <option value=id.clone() selected=selected>{locale.pick(&name.ja, &name.en).clone()}</option> }
        })
        .collect_view();
    let hidden =
        keep.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    let where_to = (!regions.is_empty()).then(|| {
        view! {
            <div class="ms-field">
                <label for="region">{words::place(locale)}</label>
                <select id="region" name="region">
                    <option value="">{words::everywhere(locale)}</option>
                    {options}
                </select>
            </div>
        }
    });
    view! {
        <form class="ms-search" method="get" role="search" action=Place::Hospitals.path(locale)>
            {hidden}
            <div class="ms-field ms-field-wide">
                <label for="q">{words::name(locale)}</label>
                <SearchBox
                    locale=locale.as_str().to_owned()
                    value=here.view.query.clone()
                    kept=here.kept()
                />
            </div>
            {where_to}
            <button type="submit">{words::search(locale)}</button>
            <NearMe
                locale=locale.as_str().to_owned()
                kept=here.kept()
                care=here.view.care.map(|care| care.to_string()).unwrap_or_default()
            />
        </form>
    }
    .into_any()
}

/// The hidden fields that keep a pinned release, the hospitals that are collected, and readings above kanji.
pub fn pinned(here: &Here) -> Vec<(&'static str, String)> {
    let keys = [Key::Release, Key::Hospitals, Key::Ruby];
    keys.into_iter().filter_map(|key| Some((key.parameter(), here.view.printed(key)?))).collect()
}

mod words {
    i18n::text! {
        pub(super) fn name {
            ja: "病院の名前（漢字・かな・ローマ字）",
            en: "Hospital name (English or Japanese)",
        }
        pub(super) fn place { ja: "どこで？", en: "Where?" }
        pub(super) fn everywhere { ja: "全国", en: "All of Japan" }
        pub(super) fn search { ja: "さがす", en: "Search" }
    }
}
