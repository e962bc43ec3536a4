//! Which place was meant, and does any source tell about the care asked for?

use super::care::{care_name, reach_name};
use super::named_links::linked;
use crate::site::links::Here;
use i18n::Locale;
use leptos::prelude::*;
use reports::model::{CareFilter, CareInReach, Finder, Providers, Spot, SpotKind, Where};

/// Places of one name as links to choose, or that there is no such place.
pub fn which_place(here: &Here, place: &Where) -> Option<AnyView> {
    let locale = here.locale;
    match place {
        Where::Ambiguous(several) => {
            let choices =
                several.iter().map(|spot| view! { <li><a href=choose(here, spot)>{named(locale, spot)}</a></li> });
            Some(
                view! {
                    <section class="ms-section" aria-labelledby="which-place">
                        <h2 id="which-place">{words::which(locale, &here.view.place, several.len())}</h2>
                        <ul class="ms-ways">{choices.collect_view()}</ul>
                    </section>
                }
                .into_any(),
            )
        }
        Where::NotFound(words) => Some(
            view! {
                <section class="ms-section" role="status">
                    <h2>{words::unknown(locale, words)}</h2>
                    <p>{words::unknown_why(locale)}</p>
                </section>
            }
            .into_any(),
        ),
        Where::Nowhere | Where::Spot(_) => None,
    }
}

/// Whether the place in words lies outside the prefecture that is chosen beside it: then the words count.
pub fn outweighs(here: &Here, finder: &Finder) -> bool {
    let chosen = here.view.region.as_deref().filter(|_| !here.view.place.is_empty());
    finder.place.spot().zip(chosen).is_some_and(|(spot, region)| spot.region != region)
}

/// That place and prefecture do not go together, with a way to either.
pub fn two_places(here: &Here, finder: &Finder) -> Option<AnyView> {
    let locale = here.locale;
    let spot = finder.place.spot().filter(|_| outweighs(here, finder))?;
    let chosen = here.view.region.as_deref()?;
    let name = finder.regions.iter().find(|(id, ..)| id == chosen);
    let name = name.map_or_else(|| chosen.to_owned(), |(_, name, _)| locale.pick(&name.ja, &name.en).clone());
    let place = named(locale, spot);
    let region = here.again(|view| {
        view.place.clear();
        view.page = None;
    });
    Some(
        view! {
            <section class="ms-section" role="status">
                <h2>{words::two_places(locale, &place, &name)}</h2>
                <ul class="ms-ways">
                    <li><a href=choose(here, spot)>{words::only_here(locale, &place)}</a></li>
                    <li><a href=region>{words::only_here(locale, &name)}</a></li>
                </ul>
            </section>
        }
        .into_any(),
    )
}

fn choose(here: &Here, spot: &Spot) -> String {
    here.again(|view| {
        view.place = spot.in_words(here.locale);
        (view.area, view.region, view.page) = (None, None, None);
        (view.near, view.radius_km) = (None, None);
    })
}

fn named(locale: Locale, spot: &Spot) -> String {
    let name = locale.pick(&spot.name.ja, &spot.name.en);
    let region = locale.pick(&spot.region_name.ja, &spot.region_name.en);
    match spot.kind {
        // a city and its prefecture often have one name in English
        _ if locale == Locale::En => spot.in_words(locale),
        SpotKind::Region => name.clone(),
        SpotKind::MedicalArea => words::area(locale, region, name),
        SpotKind::Municipality | SpotKind::Point => words::town(locale, region, name),
    }
}

/// That no source tells about the care, or that nobody in reach is known to provide it.
pub fn care_told(here: &Here, finder: &Finder, care: Option<&CareInReach>) -> Option<AnyView> {
    let locale = here.locale;
    let wanted = here.view.care?;
    if finder.care == CareFilter::NotTold {
        let title = words::not_told(locale, care_name(locale, wanted));
        return Some(notice(locale, title, words::not_told_why(locale)));
    }
    let (spot, care) = (finder.place.spot()?, care?);
    let (reach, Providers::None { .. }) = (care.reach.as_ref()?, &care.providers) else {
        return None;
    };
    let text = content::care(wanted).ok()?;
    let facilities = locale.pick(&text.facilities.ja, &text.facilities.en);
    let title = words::nobody(locale, &reach_name(locale, spot, reach), facilities);
    Some(notice(locale, title, words::nobody_why(locale)))
}

fn notice(locale: Locale, title: String, why: &'static str) -> AnyView {
    view! {
        <section class="ms-section">
            <h2>{title}</h2>
            <p>{linked(locale, why)}</p>
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn which(place: &str, count: usize) {
            ja: "「{place}」は{count}か所あります。どれですか",
            en: "“{place}” can mean {count} places. Which one?",
        }
        pub(super) fn two_places(place: &str, region: &str) {
            ja: "{place}は{region}の中にありません。下は{place}の一覧です",
            en: "{place}, is not in {region}. The list below is for {place}",
        }
        pub(super) fn only_here(place: &str) { ja: "{place}でさがす", en: "Search in {place}" }
        pub(super) fn town(region: &str, name: &str) { ja: "{region}{name}", en: "{name}, {region}" }
        pub(super) fn area(region: &str, name: &str) {
            ja: "{region}の{name}医療圏",
            en: "The medical area {name}, {region}",
        }
        pub(super) fn unknown(place: &str) {
            ja: "「{place}」という場所は、この資料にありません",
            en: "No place called “{place}” is known here",
        }
        pub(super) fn unknown_why {
            ja: "市区町村・医療圏・都道府県の名前を、漢字・かな・ローマ字のどれかで書いてください。駅や町の名前では見つかりません。都道府県だけを選んでもさがせます。",
            en: "Write the name of a town, medical area or prefecture, in English or Japanese. Stations and neighbourhoods are not found. Or leave this empty and choose a prefecture.",
        }
        pub(super) fn not_told(care: &str) {
            ja: "「{care}」を、どの施設がしているかは、この版の資料に書かれていません",
            en: "“{care}”: no source in this release says which facilities provide it",
        }
        pub(super) fn not_told_why {
            ja: "していないという意味ではありません。国の「医療情報ネット（ナビイ）」か、電話で確かめてください。この条件では絞れません。",
            en: "This does not mean that nobody does. Look it up in the national register Navii, or telephone and ask. This site cannot narrow a list by it.",
        }
        pub(super) fn nobody(place: &str, facilities: &str) {
            ja: "{place}には、{facilities}が、公表されている資料では見つかりません",
            en: "{place}: no {facilities} found in published data",
        }
        pub(super) fn nobody_why {
            ja: "下は、行く先になりうる近い施設です。比べるためではありません。まず、かかりつけ医や市区町村の窓口に聞いてください。",
            en: "Below are the nearest facilities elsewhere. This is not a comparison. Ask your family doctor or the town hall first.",
        }
    }
}
