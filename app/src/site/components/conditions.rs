//! How does a reader get from everyday words to the page of a condition?

use crate::site::links::{Here, Place};
use content::Condition;
use i18n::Locale;
use leptos::prelude::*;

/// Every condition with a sentence.
pub fn conditions(here: &Here) -> AnyView {
    let rows = content::conditions().unwrap_or_default().iter().map(|condition| {
        view! {
            <li>
                <p class="ms-line-name">{link(here, condition)}</p>
                <p class="ms-small">{here.locale.pick(&condition.lead.ja, &condition.lead.en).clone()}</p>
            </li>
        }
    });
    view! { <ul class="ms-list ms-people">{rows.collect_view()}</ul> }.into_any()
}

/// The names alone, for a page that is about something else.
pub fn in_everyday_words(here: &Here) -> AnyView {
    let locale = here.locale;
    let links = content::conditions().unwrap_or_default().iter().map(|c| view! { <li>{link(here, c)}</li> });
    view! {
        <nav class="ms-conditions" aria-labelledby="conditions">
            <h2 class="ms-h3" id="conditions">{words::title(locale)}</h2>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// The conditions that a reader's words speak of, on top of what else is found.
pub fn meant(here: &Here) -> Option<AnyView> {
    let locale = here.locale;
    let found = content::conditions_for(&here.view.query).unwrap_or_default();
    (!found.is_empty()).then(|| {
        let links = found.into_iter().map(|c| view! { <li>{link(here, c)}</li> });
        view! {
            <aside class="ms-meant" aria-label=words::meant_label(locale)>
                <p>{words::meant(locale, &here.view.query)}</p>
                <ul class="ms-ways">{links.collect_view()}</ul>
            </aside>
        }
        .into_any()
    })
}

fn link(here: &Here, condition: &'static Condition) -> AnyView {
    let href = here.to_same_place(&Place::Condition(condition.id.clone()), |_| ());
    view! { <a href=href>{name(here.locale, condition)}</a> }.into_any()
}

/// As people call it.
pub fn name(locale: Locale, condition: &Condition) -> String {
    locale.pick(&condition.name.ja, &condition.name.en).clone()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "病気やけがからさがす", en: "Start from an illness or injury" }
        pub(super) fn meant_label { ja: "病気やけがのページ", en: "Pages about an illness or injury" }
        pub(super) fn meant(query: &str) {
            ja: "「{query}」のことなら、先に読めるページがあります。",
            en: "Looking for “{query}”? There is a page to read first.",
        }
    }
}
