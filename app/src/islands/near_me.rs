//! The button for hospitals around the reader. Without JavaScript there is none: a prefecture does the same.
//!
//! The place is asked for only when the button is pressed, rounded to about a hundred metres, and goes nowhere but into the
//! address of the next page.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use i18n::Locale;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Geolocation, Position};

/// The button; it is shown once it can work.
#[island]
pub fn NearMe(
    /// `ja` or `en`.
    locale: String,
    /// What the address keeps: `release=…&h=…`, or nothing.
    kept: String,
    /// What is needed there, by its code, or nothing.
    care: String,
) -> impl IntoView {
    let tongue = Locale::parse(&locale).unwrap_or(Locale::Ja);
    let shown = RwSignal::new(false);
    let said = RwSignal::new("");
    Effect::new(move |_| shown.set(geolocation().is_some()));
    let press = move |_| {
        said.set(words::asking(tongue));
        find(address(&locale, &kept, &care), said, tongue);
    };
    view! {
        <p class="ms-near" hidden=move || !shown.get()>
            <button class="ms-button-quiet" type="button" on:click=press>{words::near_me(tongue)}</button>
            " "
            <span role="status">{move || said.get()}</span>
        </p>
    }
}

fn geolocation() -> Option<Geolocation> {
    window().navigator().geolocation().ok()
}

/// The finder's address, up to the point.
fn address(locale: &str, kept: &str, care: &str) -> String {
    let care = if care.is_empty() { String::new() } else { format!("care={care}") };
    let asked = [kept, care.as_str()].into_iter().filter(|part| !part.is_empty());
    let asked: String = asked.map(|part| format!("{part}&")).collect();
    format!("/{locale}/hospitals?{asked}near=")
}

fn find(address: String, said: RwSignal<&'static str>, tongue: Locale) {
    let Some(service) = geolocation() else { return };
    let found = Closure::once_into_js(move |position: Position| {
        let coordinates = position.coords();
        let near = format!("{:.3}%2C{:.3}", coordinates.latitude(), coordinates.longitude());
        // Where the browser refuses, the prefecture is still there.
        let _ = window().location().set_href(&format!("{address}{near}"));
    });
    let refused = Closure::once_into_js(move || said.set(words::refused(tongue)));
    let asked = service.get_current_position_with_error_callback(found.unchecked_ref(), Some(refused.unchecked_ref()));
    if asked.is_err() {
        said.set(words::refused(tongue));
    }
}

mod words {
    i18n::text! {
        pub(super) fn near_me { ja: "現在地からさがす", en: "Search near me" }
        pub(super) fn asking { ja: "場所を調べています…", en: "Finding your place …" }
        pub(super) fn refused {
            ja: "場所が分かりませんでした。都道府県を選んでください。",
            en: "Your place could not be found. Please choose a prefecture.",
        }
    }
}
