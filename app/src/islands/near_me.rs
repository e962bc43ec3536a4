//! The button for hospitals around the reader. Without JavaScript there is none: a prefecture does the same.
//!
//! The place is asked for only when the button is pressed, rounded to about a hundred metres, and goes nowhere but into the
//! address of the next page. Whatever else stands in the form around it is asked too.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use i18n::Locale;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Element, HtmlFormElement};
use web_sys::{FormData, Geolocation, Position, UrlSearchParams};

/// What says where, and which part of another list: the point takes their place.
const ELSEWHERE: [&str; 5] = ["place", "area", "region", "near", "page"];

/// The button; it is shown once it can work.
#[island]
pub fn NearMe(
    /// `ja` or `en`.
    locale: String,
) -> impl IntoView {
    let tongue = Locale::parse(&locale).unwrap_or(Locale::Ja);
    let shown = RwSignal::new(false);
    let said = RwSignal::new("");
    Effect::new(move |_| shown.set(geolocation().is_some()));
    let press = move |event: MouseEvent| {
        let Ok(Some(form)) = event_target::<Element>(&event).closest("form") else { return };
        said.set(words::asking(tongue));
        // what stands in the form when the button is pressed is what is asked
        if let Some(address) = address(form.unchecked_ref()) {
            find(address, said, tongue);
        }
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

/// The address that the form would load, up to the point.
fn address(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    let asked = String::from(UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?.to_string());
    Some(format!("{}?{}near=", form.action(), besides_the_place(&asked)))
}

/// What is asked besides where, as the beginning of a query; what is left empty is not asked.
fn besides_the_place(asked: &str) -> String {
    let pairs = asked.split('&').filter_map(|pair| pair.split_once('=').filter(|(_, value)| !value.is_empty()));
    let kept = pairs.filter(|(name, _)| !ELSEWHERE.contains(name));
    kept.map(|(name, value)| format!("{name}={value}&")).collect()
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
        pub(super) fn asking { ja: "場所を調べています…", en: "Finding where you are …" }
        pub(super) fn refused {
            ja: "場所が分かりませんでした。都道府県を選んでください。",
            en: "We could not find where you are. Please choose a prefecture.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::besides_the_place;

    #[test]
    fn around_the_reader_everything_is_asked_that_was_just_chosen_but_the_place() {
        let form = "release=r1&h=a%2Cb&care=deliveries&place=%E4%BD%90%E6%B8%A1&area=1507&region=JP-15&q=&near=38%2C138&page=3\
                    &peer_group=dpc_standard&designation=a&designation=b";
        assert_eq!(
            besides_the_place(form),
            "release=r1&h=a%2Cb&care=deliveries&peer_group=dpc_standard&designation=a&designation=b&"
        );
        assert_eq!(besides_the_place(""), "");
    }
}
