//! Which hospitals fit a name, a place or a role? The finder: a plain form, twenty hospitals a page.

use crate::site::components::event_banner::event_banner;
use crate::site::components::hospital_line::hospital_line;
use crate::site::components::pager::{current, pager};
use crate::site::components::search::{pinned, search};
use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::Here;
use crate::site::routes::Page;
use domain::view_spec::ViewSpec;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::model::{Finder, SortKey};
use reports::{ReportError, Reports};

const ROWS: u16 = 20;

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let page = here.view.page.unwrap_or(1);
    let asked =
        ViewSpec { limit: Some(ROWS), cursor: Some(u32::from(page - 1) * u32::from(ROWS)), ..here.view.clone() };
    let finder = reports.finder(&asked).await?;
    let here = here.clone();
    Ok(Page {
        meta: meta(&here, &finder),
        release: finder.release.clone(),
        content: Box::new(move || content(&here, &finder)),
    })
}

fn meta(here: &Here, finder: &Finder) -> Meta {
    let locale = here.locale;
    Meta { title: words::title(locale).to_owned(), description: summary(here, finder) }
}

fn content(here: &Here, finder: &Finder) -> AnyView {
    let locale = here.locale;
    let rows = finder.rows.iter().map(|row| {
        view! { <li>{hospital_line(here, &row.card, row.distance)}</li> }
    });
    let mut kept = pinned(here);
    if let Some(near) = here.view.near {
        kept.push(("near", format!("{},{}", near.latitude(), near.longitude())));
    }
    let nothing = (finder.page.total == 0).then(|| view! { <p class="ms-lead">{words::nothing(locale)}</p> });
    let start = finder.page.offset + 1;
    view! {
        {emergency(locale)}
        <h1 class="ms-h1-quiet">{words::title(locale)}</h1>
        {search(here, &finder.regions, kept)}
        {chips(here, finder)}
        <p class="ms-count" role="status">{summary(here, finder)}</p>
        {event_banner(locale, &finder.events, finder.release.as_of)}
        {nothing}
        <ol class="ms-list" start=start>{rows.collect_view()}</ol>
        {pager(locale, finder.page, |number| here.again(|view| view.page = Some(number)))}
    }
    .into_any()
}

/// What is asked, each part with a way to take it off again.
fn chips(here: &Here, finder: &Finder) -> Option<AnyView> {
    let locale = here.locale;
    let view = &here.view;
    let mut chips: Vec<(String, String)> = Vec::new();
    if !view.query.is_empty() {
        chips.push((
            words::named(locale, &view.query),
            here.again(|v| {
                v.query.clear();
                v.page = None;
            }),
        ));
    }
    if let Some(region) = &view.region {
        let name = finder.regions.iter().find(|(id, ..)| id == region);
        let name = name.map_or_else(|| region.clone(), |(_, name, _)| locale.pick(&name.ja, &name.en).clone());
        chips.push((
            name,
            here.again(|v| {
                v.region = None;
                v.page = None;
            }),
        ));
    }
    if let Some(group) = view.peer_group {
        let name = group.name();
        chips.push((
            locale.pick(name.ja, name.en).to_owned(),
            here.again(|v| {
                v.peer_group = None;
                v.page = None;
            }),
        ));
    }
    if view.near.is_some() {
        chips.push((
            words::near(locale).to_owned(),
            here.again(|v| {
                v.near = None;
                v.radius_km = None;
                v.page = None;
            }),
        ));
    }
    (!chips.is_empty()).then(|| {
        let chips = chips.into_iter().map(|(word, href)| {
            let label = words::without(locale, &word);
            view! { <li><a class="ms-chip" href=href aria-label=label>{word} <span aria-hidden="true">" ×"</span></a></li> }
        });
        view! { <ul class="ms-chips" aria-label=words::asked(locale)>{chips.collect_view()}</ul> }.into_any()
    })
}

fn summary(here: &Here, finder: &Finder) -> String {
    let locale = here.locale;
    let total = whole(finder.page.total);
    let order = sort_words(locale, finder);
    if finder.page.total == 0 {
        return words::none(locale).to_owned();
    }
    let part = current(finder.page);
    match part {
        1 => words::found(locale, &total, &order),
        _ => words::found_part(locale, &total, &order, part),
    }
}

fn sort_words(locale: Locale, finder: &Finder) -> String {
    match (finder.sort, finder.radius_km) {
        (SortKey::Name, _) => words::by_name(locale).to_owned(),
        (SortKey::Place, _) => words::by_place(locale).to_owned(),
        (SortKey::RoleThenDistance, None) => words::by_distance(locale).to_owned(),
        (SortKey::RoleThenDistance, Some(km)) => words::by_distance_within(locale, km),
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "病院をさがす", en: "Find a hospital" }
        pub(super) fn none { ja: "見つかりませんでした", en: "Nothing was found" }
        pub(super) fn nothing {
            ja: "名前の一部だけ、またはひらがなで試してください。「医療法人」などは付けなくてかまいません。場所を「全国」にもどすと、広くさがせます。",
            en: "Try a part of the name, or another spelling. Legal forms can be left out. Set the place to “All of Japan” to search everywhere.",
        }
        pub(super) fn found(total: &str, order: &str) { ja: "{total}件（{order}）", en: "{total} found, {order}" }
        pub(super) fn found_part(total: &str, order: &str, part: u16) {
            ja: "{total}件（{order}）・{part}ページめ",
            en: "{total} found, {order} · page {part}",
        }
        pub(super) fn by_name { ja: "名前の近い順", en: "closest name first" }
        pub(super) fn by_place { ja: "都道府県・市区町村の順。数字のよしあしの順ではありません", en: "by prefecture and municipality, not by figures" }
        pub(super) fn by_distance { ja: "役割ごとに近い順", en: "by role, then by distance" }
        pub(super) fn by_distance_within(km: u16) {
            ja: "まわり{km}kmを、役割ごとに近い順",
            en: "within {km} km, by role, then by distance",
        }
        pub(super) fn asked { ja: "いまの条件", en: "What is asked" }
        pub(super) fn named(query: &str) { ja: "「{query}」", en: "“{query}”" }
        pub(super) fn near { ja: "この地点のまわり", en: "around this point" }
        pub(super) fn without(what: &str) { ja: "条件{what}を外す", en: "Remove {what}" }
    }
}
