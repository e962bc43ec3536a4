//! A button that prints the page. Without JavaScript it is not there: the browser's own does the same.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use i18n::Locale;
use leptos::prelude::*;

/// The button; it is shown once it can work.
#[island]
pub fn PrintButton(
    /// `ja` or `en`.
    locale: String,
) -> impl IntoView {
    let locale = Locale::parse(&locale).unwrap_or(Locale::Ja);
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    let print = move |_| {
        // Where the browser refuses, its own command is still there.
        let _ = window().print();
    };
    view! {
        <p hidden=move || !awake.get()>
            <button type="button" on:click=print>{words::print(locale)}</button>
        </p>
    }
}

mod words {
    i18n::text! {
        pub(super) fn print { ja: "印刷する", en: "Print" }
    }
}
