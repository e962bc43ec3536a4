//! Which hospitals fit a name, a place, a role or a need? The finder: a plain form, twenty hospitals a page.

mod chips;
pub(in crate::site) mod list;

use crate::site::components::care::areas_name;
use crate::site::components::conditions;
use crate::site::components::event_banner::event_banner;
use crate::site::components::find_form::find_form;
use crate::site::components::hand_on::hand_on;
use crate::site::components::one_hospital::{finding, one_hospital};
use crate::site::components::pager::{current, last, pager};
use crate::site::components::which_place::{care_told, two_places, which_place};
use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::{Here, Place, asks_for_a_place_alone};
use crate::site::routes::Page;
use domain::care::Care;
use domain::view_spec::ViewSpec;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::model::{CareFilter, CareInReach, Extent, Finder, ListPart, SortKey, SpotKind, Where};
use reports::{ReportError, Reports};

/// Hospitals of one part of a list.
pub(in crate::site) const ROWS: u16 = 20;
/// Hospitals of each role that stand in the list of a place before a role is chosen (R1).
const FIRST_OF_A_ROLE: u32 = 5;
/// Where a circle begins that nobody has given.
const FIRST_KM: u16 = 10;

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let part = |page: u16| {
        let cursor = u32::from(page.saturating_sub(1)) * u32::from(ROWS);
        ViewSpec { limit: Some(ROWS), cursor: Some(cursor), ..here.view.clone() }
    };
    let by_role = here.view.page.is_none() && asks_for_a_place_alone(&here.view);
    let mut finder = match by_role {
        true => reports.finder_by_role(&part(1), FIRST_OF_A_ROLE).await?,
        false => reports.finder(&part(here.view.page.unwrap_or(1))).await?,
    };
    if finder.page.offset > 0 && finder.page.offset >= finder.page.total {
        // past the end: the last part
        finder = reports.finder(&part(last(finder.page))).await?;
    }
    let in_reach = finder.care == CareFilter::Applied && finder.reach.is_some();
    let care = if in_reach { Some(reports.care_in_reach(&here.view).await?) } else { None };
    let here = settled(here, &finder);
    Ok(Page {
        meta: meta(&here, &finder, care.as_ref()),
        release: finder.release.clone(),
        content: Box::new(move || content(&here, &finder, care.as_ref())),
    })
}

/// The question without what another part of it outweighs: an area or a point beside a place in words or beside a prefecture
/// elsewhere. From here on no link and no field carries it.
pub(in crate::site) fn settled(here: &Here, finder: &Finder) -> Here {
    let mut here = here.clone();
    let in_words = !here.view.place.is_empty();
    let in_prefecture = finder.place.spot().is_some_and(|spot| spot.kind == SpotKind::Region);
    if in_words || in_prefecture {
        (here.view.area, here.view.near, here.view.radius_km) = (None, None, None);
    }
    here
}

fn meta(here: &Here, finder: &Finder, care: Option<&CareInReach>) -> Meta {
    let locale = here.locale;
    let one = care.and_then(CareInReach::one).map(|one| finding(locale, one));
    Meta { title: words::title(locale).to_owned(), description: one.unwrap_or_else(|| summary(here, finder)) }
}

fn content(here: &Here, finder: &Finder, care: Option<&CareInReach>) -> AnyView {
    let locale = here.locale;
    let one = care.and_then(CareInReach::one).filter(|_| !narrowed(&here.view));
    let answer = match one {
        Some(one) => one_hospital(here, one),
        None => found(here, finder),
    };
    view! {
        {emergency(locale)}
        <h1 class="ms-h1-quiet">{words::title(locale)}</h1>
        {find_form(here, finder)}
        {conditions::meant(here)}
        {chips::chips(here, finder)}
        {two_places(here, finder)}
        {which_place(here, &finder.place)}
        {care_told(here, finder, care)}
        {event_banner(locale, &finder.events, finder.release.as_of)}
        {answer}
        {hand_on(here)}
    }
    .into_any()
}

/// Whoever looks for a name, a role or a fact, or turns the pages, wants the list.
fn narrowed(view: &ViewSpec) -> bool {
    let asked = !view.query.is_empty() || view.peer_group.is_some() || !view.filters.is_empty();
    asked || view.page.is_some_and(|page| page > 1)
}

fn found(here: &Here, finder: &Finder) -> AnyView {
    let locale = here.locale;
    if matches!(finder.place, Where::Ambiguous(_) | Where::NotFound(_)) {
        return ().into_any();
    }
    let advice = match finder.names_nothing() {
        true => words::names_nothing(locale, &here.view.query),
        false => words::nothing(locale).to_owned(),
    };
    let nothing = (finder.told() == 0).then(|| view! { <p class="ms-lead">{advice}</p> });
    view! {
        <p class="ms-count" role="status">{summary(here, finder)}</p>
        {how_found(here, finder)}
        {nothing}
        {list::list(here, finder)}
        {pager(locale, finder.page, |number| here.again(|view| view.page = Some(number)))}
    }
    .into_any()
}

/// What a reader has to know of the list: how far it looks, what a distance is, who is not in it, and the way to a short one.
fn how_found(here: &Here, finder: &Finder) -> AnyView {
    let locale = here.locale;
    let distances = [SortKey::RoleThenDistance, SortKey::Distance];
    let by_distance = distances.contains(&finder.sort) && finder.page.total > 0;
    let widened = finder.radius_km.filter(|km| here.view.radius_km.is_none() && *km > FIRST_KM);
    let untold = finder.in_part(ListPart::NotTold);
    let said = [
        in_short(here, finder),
        widened.map(|km| words::widened(locale, FIRST_KM, km)),
        by_distance.then(|| words::straight(locale).to_owned()),
        (untold > 0).then(|| words::untold(locale, &whole(untold))),
    ];
    let said: Vec<_> = said.into_iter().flatten().map(|line| view! { <li>{line}</li> }).collect();
    let said = (!said.is_empty()).then(|| view! { <ul class="ms-small ms-plain">{said}</ul> });
    view! { {said} {all_in_one(here, finder)} {beyond(here, finder)} {on_to_a_short_list(here, finder)} }.into_any()
}

/// The medical areas that a list of everybody ends at, and the way to the whole prefecture.
pub(in crate::site) fn beyond(here: &Here, finder: &Finder) -> Option<AnyView> {
    let locale = here.locale;
    let (spot, reach) = (finder.place.spot()?, finder.reach.as_ref()?);
    let ends_there = !reach.areas.is_empty() && reach.radius_km.is_none() && outside(finder) == 0;
    (ends_there && finder.told() > 0).then(|| {
        let href = here.again(|view| {
            view.place.clear();
            (view.area, view.near, view.radius_km, view.page) = (None, None, None, None);
            view.region = Some(spot.region.clone());
        });
        let region = locale.pick(&spot.region_name.ja, &spot.region_name.en);
        view! {
            <p class="ms-small">
                {words::ends_at(locale, &areas_name(locale, reach))} " "
                <a href=href>{words::whole_region(locale, region)}</a>
            </p>
        }
        .into_any()
    })
}

/// That of each role only the first stand here.
fn in_short(here: &Here, finder: &Finder) -> Option<String> {
    match (finder.extent, finder.sort) {
        (Extent::Page, _) => None,
        (Extent::FirstOfEachRole(first), SortKey::RoleThenDistance) => Some(words::nearest_of_each(here.locale, first)),
        (Extent::FirstOfEachRole(first), _) => Some(words::first_of_each(here.locale, first)),
    }
}

/// The way to the same list without any of it left out, a part at a time.
fn all_in_one(here: &Here, finder: &Finder) -> Option<AnyView> {
    (finder.extent != Extent::Page).then(|| {
        let href = here.again(|view| view.page = Some(1));
        view! { <p><a href=href>{words::all_in_one(here.locale, &whole(finder.page.total))}</a></p> }.into_any()
    })
}

/// From the same place on to the page that asks what matters.
fn on_to_a_short_list(here: &Here, finder: &Finder) -> Option<AnyView> {
    let locale = here.locale;
    // whoever needs an ambulance does not choose
    let choice = here.view.care != Some(Care::Ambulances);
    let placed = choice && finder.place.spot().is_some() && finder.page.total > 1;
    placed.then(|| {
        let preset =
            content::presets().unwrap_or_default().iter().find(|p| p.care.is_some() && p.care == here.view.care);
        let href = here.to_same_place(&Place::Priorities, |view| view.preset = preset.map(|p| p.id.clone()));
        view! { <p><a class="ms-onward" href=href>{words::short_list(locale)}</a></p> }.into_any()
    })
}

/// How many there are, in which order, and which part of them this is.
pub(in crate::site) fn summary(here: &Here, finder: &Finder) -> String {
    let locale = here.locale;
    let total = counted(locale, finder);
    let sorted = order(locale, finder);
    if finder.told() == 0 {
        return words::none(locale).to_owned();
    }
    let part = current(finder.page);
    match part {
        1 => words::found(locale, &total, &sorted),
        _ => words::found_part(locale, &total, &sorted, part),
    }
}

/// How many fit: those in reach that surely do, those to be asked, and apart from them those named elsewhere and across the sea.
pub(in crate::site) fn counted(locale: Locale, finder: &Finder) -> String {
    let outside = outside(finder);
    let (sure, may) = (finder.sure(), finder.may());
    let (here, ask, elsewhere) = (whole(sure), whole(may), whole(outside));
    match (sure, may, outside) {
        (_, 0, 0) => words::places(locale, &here),
        (0, _, 0) => words::to_ask(locale, &ask),
        (_, _, 0) => words::places_to_ask(locale, &here, &ask),
        (_, 0, _) => words::places_and(locale, &here, &elsewhere),
        _ => words::places_to_ask_and(locale, &here, &ask, &elsewhere),
    }
}

/// How many are named elsewhere and across the sea.
fn outside(finder: &Finder) -> u32 {
    finder.in_part(ListPart::Elsewhere) + finder.in_part(ListPart::AcrossTheSea)
}

/// By what the list is ordered, in words (R18).
pub(in crate::site) fn order(locale: Locale, finder: &Finder) -> String {
    let at_a_point = finder.place.spot().is_some_and(|spot| spot.kind == SpotKind::Point);
    let only_across = finder.told() > 0 && finder.told() == finder.in_part(ListPart::AcrossTheSea);
    let of_its_field = finder.rows.first().is_some_and(|row| row.card.hospital.specialty.is_some());
    let order = match (finder.sort, finder.radius_km) {
        (SortKey::RoleThenDistance | SortKey::Distance, _) if only_across => {
            words::by_role_and_place(locale).to_owned()
        }
        (SortKey::Name, _) => words::by_name(locale).to_owned(),
        (SortKey::Place, _) => words::by_place(locale).to_owned(),
        (SortKey::RoleThenPlace, _) => words::by_role_and_place(locale).to_owned(),
        (SortKey::Distance, Some(km)) => words::nearest_within(locale, km),
        (SortKey::Distance, None) if at_a_point => words::nearest(locale).to_owned(),
        (SortKey::Distance, None) => words::nearest_about(locale, &middle(locale, finder)),
        (SortKey::RoleThenDistance, Some(km)) => words::by_distance_within(locale, km),
        (SortKey::RoleThenDistance, None) if at_a_point => words::by_distance(locale).to_owned(),
        (SortKey::RoleThenDistance, None) => words::by_distance_about(locale, &middle(locale, finder)),
    };
    if finder.care == CareFilter::NotTold && of_its_field { words::own_field_first(locale, &order) } else { order }
}

/// From where a place in words is measured.
fn middle(locale: Locale, finder: &Finder) -> String {
    finder.place.spot().map(|spot| locale.pick(&spot.name.ja, &spot.name.en).clone()).unwrap_or_default()
}

mod words {
    i18n::text! {
        pub(super) fn own_field_first(order: &str) {
            ja: "その分野の専門病院が先、{order}",
            en: "hospitals of the field first, {order}",
        }
        pub(super) fn title { ja: "病院をさがす", en: "Find a hospital" }
        pub(super) fn none { ja: "見つかりませんでした", en: "Nothing was found" }
        pub(super) fn names_nothing(typed: &str) {
            ja: "「{typed}」だけでは、どの病院かわかりません。病院の名前そのものを、一部だけでも入れてください。",
            en: "“{typed}” alone does not name a hospital. Please type the name itself, or a part of it.",
        }
        pub(super) fn nothing {
            ja: "名前の一部だけ、またはひらがなで試してください。「医療法人」などは付けなくてかまいません。場所を「全国」にもどすと、広くさがせます。",
            en: "Try part of the name, or another spelling. You can leave out the legal form, such as “Medical Corporation”. Set the place to “All of Japan” to search everywhere.",
        }
        pub(super) fn places(count: &str) { ja: "{count}件", en: "{count} found" }
        pub(super) fn places_and(here: &str, outside: &str) {
            ja: "この地域に{here}件、地域の外に{outside}件",
            en: "{here} in reach and {outside} elsewhere",
        }
        pub(super) fn to_ask(ask: &str) { ja: "電話で確かめるところ{ask}件", en: "{ask} to telephone and ask" }
        pub(super) fn places_to_ask(here: &str, ask: &str) {
            ja: "{here}件、ほかに電話で確かめるところ{ask}件",
            en: "{here} found (and {ask} more to telephone and ask)",
        }
        pub(super) fn places_to_ask_and(here: &str, ask: &str, outside: &str) {
            ja: "この地域に{here}件、ほかに電話で確かめるところ{ask}件、地域の外に{outside}件",
            en: "{here} in reach (and {ask} more to telephone and ask) and {outside} elsewhere",
        }
        pub(super) fn found(total: &str, order: &str) { ja: "{total}（{order}）", en: "{total}, {order}" }
        pub(super) fn found_part(total: &str, order: &str, part: u16) {
            ja: "{total}（{order}）・{part}ページめ",
            en: "{total}, {order} · page {part}",
        }
        pub(super) fn widened(first: u16, km: u16) {
            ja: "{first}kmの中では5か所に足りないため、まわり{km}kmまで広げました。",
            en: "Fewer than five are within {first} km, so the search was widened to {km} km.",
        }
        pub(super) fn ends_at(areas: &str) {
            ja: "この一覧は、{areas}の中だけです。境の外に、もっと近いところがあるかもしれません。",
            en: "This list covers only: {areas}. Places outside it may be nearer.",
        }
        pub(super) fn whole_region(region: &str) { ja: "{region}全体の一覧を見る", en: "See all hospitals and clinics in {region}" }
        pub(super) fn nearest_of_each(first: u32) {
            ja: "役割ごとに、近い{first}か所まで出しています。",
            en: "Of each role, the nearest {first} are shown.",
        }
        pub(super) fn first_of_each(first: u32) {
            ja: "役割ごとに、はじめの{first}か所まで出しています。",
            en: "Of each role, the first {first} are shown.",
        }
        pub(super) fn all_in_one(total: &str) {
            ja: "{total}件すべてを、1つの一覧で見る",
            en: "See all {total} in one list",
        }
        pub(super) fn straight {
            ja: "距離は地図の上の直線です。道のりや、かかる時間ではありません。",
            en: "Distances are straight lines on the map, not roads or travel times.",
        }
        pub(super) fn untold(count: &str) {
            ja: "ほかに{count}か所は、当てはまるかどうかが資料に書かれていません。「ない」という意味ではありません。一覧の最後に「電話で確かめるところ」として並べています。",
            en: "For {count} more, no source says whether they fit. They may: they are at the end of the list, to telephone and ask.",
        }
        pub(super) fn short_list {
            ja: "この場所で、大切にしたいことから少数にしぼる",
            en: "Make a shortlist for this place by what matters to you",
        }
        pub(super) fn by_name { ja: "名前の近い順", en: "closest name first" }
        pub(super) fn by_place { ja: "都道府県・市区町村の順。数字のよしあしの順ではありません", en: "by prefecture and municipality, not by figures" }
        pub(super) fn by_role_and_place { ja: "役割ごとに、市区町村の順", en: "by role, then by municipality" }
        pub(super) fn nearest { ja: "近い順", en: "nearest first" }
        pub(super) fn nearest_about(place: &str) {
            ja: "{place}の中ほどから近い順。距離はおよそです",
            en: "nearest to the middle of {place} first; distances are approximate",
        }
        pub(super) fn nearest_within(km: u16) { ja: "まわり{km}kmを近い順", en: "within {km} km, nearest first" }
        pub(super) fn by_distance { ja: "役割ごとに近い順", en: "by role, then by distance" }
        pub(super) fn by_distance_about(place: &str) {
            ja: "役割ごとに、{place}の中ほどから近い順。距離はおよそです",
            en: "by role, then by distance from the middle of {place}, which is approximate",
        }
        pub(super) fn by_distance_within(km: u16) {
            ja: "まわり{km}kmを、役割ごとに近い順",
            en: "within {km} km, by role, then by distance",
        }
    }
}
