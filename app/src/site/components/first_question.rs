//! What is a newcomer asked: for what, and where? And beside it, by name, whoever knows the name already.

use super::find_form::{care_field, go, place_field};
use super::search::pinned;
use crate::islands::search_box::SearchBox;
use crate::site::links::{Here, Place};
use domain::Bilingual;
use leptos::prelude::*;

/// The two questions with one button.
pub fn first_question(here: &Here, regions: &[(String, Bilingual<String>, u32)]) -> AnyView {
    let locale = here.locale;
    view! {
        <form class="ms-search ms-first" method="get" role="search" aria-label=words::question(locale)
            action=Place::Hospitals.path(locale)>
            {hidden(here)}
            {care_field(here)}
            {place_field(here, regions)}
            {go(here)}
        </form>
    }
    .into_any()
}

/// One field for the name.
pub fn by_name(here: &Here) -> AnyView {
    let locale = here.locale;
    view! {
        <form class="ms-search ms-by-name" method="get" role="search" aria-label=words::name(locale)
            action=Place::Hospitals.path(locale)>
            {hidden(here)}
            <div class="ms-field">
                <label for="q">{words::name(locale)}</label>
                <SearchBox
                    locale=locale.as_str().to_owned()
                    value=here.view.query.clone()
                    kept=here.kept()
                />
            </div>
            <button class="ms-button-quiet" type="submit">{words::search_name(locale)}</button>
        </form>
    }
    .into_any()
}

fn hidden(here: &Here) -> AnyView {
    let hidden = pinned(here).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    hidden.collect_view().into_any()
}

mod words {
    i18n::text! {
        pub(super) fn question { ja: "何のために、どこで", en: "What you need, and where" }
        pub(super) fn name { ja: "病院の名前が分かっているとき", en: "If you know its name" }
        pub(super) fn search_name { ja: "名前でさがす", en: "Search by name" }
    }
}
