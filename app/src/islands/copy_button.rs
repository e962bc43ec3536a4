//! A button that copies a text. Without JavaScript it is not there: the text stands beside it and can be selected.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use i18n::Locale;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;

/// The button, and word that it was done.
#[island]
pub fn CopyButton(
    /// `ja` or `en`.
    locale: String,
    /// The id of the element whose text is copied.
    of: String,
    /// What it is called.
    label: String,
) -> impl IntoView {
    let locale = Locale::parse(&locale).unwrap_or(Locale::Ja);
    let said = RwSignal::new("");
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    let copy = move |_| {
        let text = document().get_element_by_id(&of).and_then(|element| element.text_content()).unwrap_or_default();
        let tell = |words: &'static str| Closure::new(move |_: JsValue| said.set(words));
        let (done, refused) = (tell(words::copied(locale)), tell(words::by_hand(locale)));
        let _told_later = window().navigator().clipboard().write_text(&text).then2(&done, &refused);
        // the browser calls one of them after this handler has ended
        done.forget();
        refused.forget();
    };
    let name = words::copy_what(locale, &label);
    view! {
        <p hidden=move || !awake.get()>
            <button class="ms-button-quiet" type="button" aria-label=name on:click=copy>{words::copy(locale)}</button>
            " " <span role="status">{move || said.get()}</span>
        </p>
    }
}

mod words {
    i18n::text! {
        pub(super) fn copy { ja: "コピー", en: "Copy" }
        pub(super) fn copy_what(label: &str) { ja: "コピー：{label}", en: "Copy: {label}" }
        pub(super) fn copied { ja: "コピーしました", en: "Copied" }
        pub(super) fn by_hand { ja: "コピーできませんでした。文字を選んでコピーしてください", en: "Could not copy; please select the text" }
    }
}
