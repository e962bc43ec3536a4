//! Which areas are there? The 47 prefectures as a map of tiles, every tile a link, and the same as a list.

use crate::site::components::by_country::country_name;
use crate::site::components::figure;
use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::{Stand, Surroundings, prefecture_links};
use reports::model::{AreaList, RegionLine};
use reports::{ReportError, Reports};

/// Width of the map on a desk: half of it is the list.
const MAP_PX: f64 = 540.0;

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let list = reports.areas(&here.view).await?;
    let here = here.clone();
    Ok(Page {
        meta: meta(here.locale),
        release: list.release.clone(),
        content: Box::new(move || content(&here, &list)),
    })
}

fn meta(locale: Locale) -> Meta {
    Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() }
}

fn content(here: &Here, list: &AreaList) -> AnyView {
    let locale = here.locale;
    let known = |code: &str| list.regions.iter().any(|(area, ..)| area.code == code);
    let drawn = known("13").then(|| {
        let map = |id: &str, width_px: f64| {
            let around = Surroundings {
                locale,
                stand: Stand::InPage,
                id,
                width_px,
                release: &list.release,
                sources: &[],
                notices: &[],
            };
            let link = |code: &str| if known(code) { here.to(&Place::Area(code.to_owned())) } else { String::new() };
            prefecture_links(&around, link).figure(locale)
        };
        figure::linked(&map("tiles-narrow", charts::Frame::PHONE), &map("tiles-wide", MAP_PX))
    });
    let regions = list.regions.iter().map(|region| view! { <li>{region_line(here, region)}</li> });
    view! {
        {emergency(locale)}
        <h1 class="ms-h1-quiet">{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        <div class="ms-tiles">
            <div>{drawn}</div>
            <ul class="ms-regions">{regions.collect_view()}</ul>
        </div>
        {abroad(here, list)}
    }
    .into_any()
}

/// The regions of other countries, each country under its name.
fn abroad(here: &Here, list: &AreaList) -> AnyView {
    let countries = list.abroad.iter().map(|(code, regions)| {
        let regions = regions.iter().map(|region| view! { <li>{abroad_line(here, region)}</li> });
        view! {
            <section class="ms-section" aria-labelledby=format!("country-{code}")>
                <h2 id=format!("country-{code}")>{country_name(here.locale, code)}</h2>
                <ul class="ms-columns-list">{regions.collect_view()}</ul>
            </section>
        }
    });
    countries.collect_view().into_any()
}

fn abroad_line(here: &Here, (area, hospitals, _): &RegionLine) -> AnyView {
    let name = here.locale.pick(&area.name.ja, &area.name.en).clone();
    let counted = words::hospitals(here.locale, &whole(*hospitals));
    view! {
        <a href=here.to(&Place::Area(area.code.clone()))>{name}</a> " "
        <span class="ms-small ms-quiet">{counted}</span>
    }
    .into_any()
}

fn region_line(here: &Here, (area, hospitals, inside): &RegionLine) -> AnyView {
    let locale = here.locale;
    let name = locale.pick(&area.name.ja, &area.name.en).clone();
    let counted = words::counted(locale, &whole(*hospitals), &whole(inside.len()));
    view! {
        <a href=here.to(&Place::Area(area.code.clone()))>{name}</a> " "
        <span class="ms-small ms-quiet">{counted}</span>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "地域", en: "Areas" }
        pub(super) fn lead {
            ja: "都道府県と医療圏ごとに、どんな病院があり、お産や救急をどこが担うかが分かります。患者さんの行き先と、値も見られます。",
            en: "For each prefecture and medical area: which hospitals there are, who provides childbirth and takes ambulances, where patients go, and what the figures are.",
        }
        pub(super) fn hospitals(hospitals: &str) { ja: "{hospitals}院", en: "{hospitals} hospitals" }
        pub(super) fn counted(hospitals: &str, areas: &str) {
            ja: "{hospitals}か所・医療圏{areas}",
            en: "{hospitals} hospitals and clinics, {areas} medical areas",
        }
    }
}
