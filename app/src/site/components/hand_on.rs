//! How does a reader hand this page on to family and friends? Links to the sheets that are made from it.

use crate::site::links::{Here, Place};
use crate::site::sheets::{Sheet, Subject};
use i18n::Locale;
use leptos::prelude::*;

/// The sheets of this view; nothing on a page of which none is made.
pub fn hand_on(here: &Here) -> Option<AnyView> {
    let locale = here.locale;
    let asked = Subject::asked(here)?;
    let links = Sheet::ALL.map(|sheet| {
        let href = Place::Share(sheet).href(locale, &asked);
        view! { <li><a href=href rel="nofollow">{sheet_words(locale, sheet)}</a></li> }
    });
    Some(
        view! {
            <section class="ms-section ms-hand-on" aria-labelledby="hand-on">
                <h2 class="ms-h3" id="hand-on">{words::hand_on(locale)}</h2>
                <ul>{links.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

/// What a sheet is and how large.
pub fn sheet_words(locale: Locale, sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Card => words::card(locale),
        Sheet::Handout => words::handout(locale),
        Sheet::Poster => words::poster(locale),
        Sheet::Questions => words::questions(locale),
    }
}

mod words {
    i18n::text! {
        pub(super) fn hand_on { ja: "家族や友人に渡す", en: "Pass this on to family or friends" }
        pub(super) fn card { ja: "カード（はがき大・A6）", en: "A card (postcard size, A6)" }
        pub(super) fn handout { ja: "説明の紙（A4）", en: "A handout (A4)" }
        pub(super) fn poster { ja: "壁にはる紙（A3）", en: "A poster for a wall (A3)" }
        pub(super) fn questions { ja: "医師に聞くことシート（A4）", en: "Questions for the doctor (A4)" }
    }
}
