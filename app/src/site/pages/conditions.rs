//! For which troubles is there a page, in everyday words?

mod figures;
mod near;
mod one;

pub(in crate::site) use near::{Near, load as load_near, somewhere};
pub(in crate::site) use one::page as one;

use crate::site::components::conditions::conditions;
use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::Here;
use crate::site::routes::Page;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let here = here.clone();
    Ok(Page {
        meta: Meta { title: words::title(here.locale).to_owned(), description: words::lead(here.locale).to_owned() },
        release,
        content: Box::new(move || content(&here)),
    })
}

fn content(here: &Here) -> AnyView {
    let locale = here.locale;
    view! {
        {emergency(locale)}
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {conditions(here)}
        <p class="ms-small">{words::more(locale)}</p>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "病気やけがからさがす", en: "Start from an illness or injury" }
        pub(super) fn lead {
            ja: "病院の数字を見る前に、知っておきたいことを一つずつまとめました。まだ決めなくてかまいません。",
            en: "What to know before looking at figures, one condition at a time. You do not have to decide yet.",
        }
        pub(super) fn more {
            ja: "ここにない病気も、かかりつけ医と、病院の相談室で相談できます。",
            en: "For anything not listed here, your family doctor and a hospital’s advice desk can help.",
        }
    }
}
