//! How is an invented person's story told, so that nobody takes it for a report?

use content::Preset;
use i18n::Locale;
use leptos::prelude::*;

/// The story of a preset under its label.
pub fn story(locale: Locale, preset: &Preset) -> AnyView {
    view! {
        <aside class="ms-story" aria-labelledby="story">
            <p class="ms-small" id="story"><strong>{words::label(locale)}</strong></p>
            <p>{locale.pick(&preset.story.ja, &preset.story.en).clone()}</p>
        </aside>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn label { ja: "架空の話（実在の人や病院ではありません）", en: "An invented story (no real person or hospital)" }
    }
}
