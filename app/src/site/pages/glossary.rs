//! What does a word mean that a reader meets here? The whole list, for reading on its own.

use crate::site::document::Meta;
use crate::site::links::Here;
use crate::site::routes::Page;
use content::Term;
use i18n::Locale;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let terms = content::glossary().map_err(|error| ReportError::Store(error.to_string()))?;
    let locale = here.locale;
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() },
        release,
        content: Box::new(move || content(locale, terms)),
    })
}

fn content(locale: Locale, terms: &'static [Term]) -> AnyView {
    let mut terms: Vec<&Term> = terms.iter().collect();
    if locale == Locale::En {
        terms.sort_by_key(|term| term.word.en.to_lowercase());
    }
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        <dl class="ms-facts ms-terms">{terms.into_iter().map(|term| entry(locale, term)).collect_view()}</dl>
    }
    .into_any()
}

fn entry(locale: Locale, term: &'static Term) -> AnyView {
    let beside = match locale {
        Locale::Ja => view! { <span class="ms-reading">{term.reading.clone()}</span> }.into_any(),
        Locale::En => view! { <span class="ms-reading" lang="ja">{term.word.ja.clone()}</span> }.into_any(),
    };
    view! {
        <dt id=term.id.clone()>{locale.pick(&term.word.ja, &term.word.en).clone()} " " {beside}</dt>
        <dd>{locale.pick(&term.meaning.ja, &term.meaning.en).clone()}</dd>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "ことばの説明", en: "What the words mean" }
        pub(super) fn lead {
            ja: "このサイトに出てくることばを、短く説明します。ページの中で点線の付いたことばは、押すと説明が出ます。",
            en: "Short explanations of the words used here. On other pages, select a word with a dotted line to see its meaning.",
        }
    }
}
