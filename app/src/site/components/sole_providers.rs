//! Which of the compared hospitals alone provides something in its area? There, what it does counts, not how it compares.

use super::care::care_name;
use crate::site::furigana::places_read;
use crate::site::links::{Here, Place};
use domain::care::Care;
use leptos::prelude::*;
use reports::figures::hospital_name;
use reports::model::{Comparison, SoleOf, SoleProvider};

/// A line per hospital, with the way to what it does, to its own years and to what can be asked.
pub fn sole_providers(here: &Here, comparison: &Comparison) -> Option<AnyView> {
    let locale = here.locale;
    (!comparison.sole.is_empty()).then(|| {
        let rows = comparison.sole.iter().map(|sole| view! { <li>{one(here, sole)}</li> });
        view! {
            <section class="ms-section" aria-labelledby="sole">
                <h2 id="sole">{words::title(locale)}</h2>
                <p>{words::why(locale)}</p>
                <ul>{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn one(here: &Here, sole: &SoleProvider) -> AnyView {
    let locale = here.locale;
    let name = hospital_name(locale, &sole.hospital.name);
    let said = match &sole.of {
        SoleOf::Island { land, .. } => {
            let island = land.name().map(|name| locale.pick(name.ja, name.en)).unwrap_or_default();
            words::only_on(locale, &name, island)
        }
        SoleOf::Area(area) => words::only(locale, &name, locale.pick(&area.name.ja, &area.name.en)),
    };
    let way = |care: Care| {
        let href = here.to_with(&Place::Hospitals, |view| {
            match &sole.of {
                SoleOf::Island { place, .. } => view.place.clone_from(locale.pick(&place.ja, &place.en)),
                SoleOf::Area(area) => view.area = Some(area.code.clone()),
            }
            view.care = Some(care);
        });
        view! { " " <a href=href>{care_name(locale, care)}</a> }
    };
    // an area has a reading of its own, an island's name is read from its kanji
    let read = match &sole.of {
        SoleOf::Area(area) => vec![area.read()],
        SoleOf::Island { .. } => Vec::new(),
    };
    view! { {places_read(here, &said, &read)} {sole.cares.iter().copied().map(way).collect_view()} }.into_any()
}

mod words {
    i18n::text! {
        pub(super) fn only_on(name: &str, island: &str) {
            ja: "{name}（{island}でただ1か所）：",
            en: "{name} (the only one on {island}):",
        }
        pub(super) fn title { ja: "その地域に1か所しかないもの", en: "Care that only one place in the area provides" }
        pub(super) fn why {
            ja: "1か所しかないときは、比べるより、そこで何ができるか、その病院の年ごとの数、聞いておくことのほうが役に立ちます。公表されている資料で数えています。",
            en: "Where there is only one, comparing helps less than knowing what it does, its figures year by year and what to ask. Counted in published data.",
        }
        pub(super) fn only(name: &str, area: &str) {
            ja: "{name}（{area}医療圏でただ1か所）：",
            en: "{name} (the only one in the medical area {area}):",
        }
    }
}
