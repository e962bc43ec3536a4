//! What is kept about whoever comes here, and for how long?

use crate::site::components::contact::contact;
use crate::site::components::prose::prose;
use crate::site::document::Meta;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::{PageId, Prose};
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let page = content::page(PageId::Privacy).map_err(|error| ReportError::Store(error.to_string()))?;
    let told = here.locale.pick(&page.prose.ja, &page.prose.en);
    let here = here.clone();
    Ok(Page {
        meta: Meta { title: told.title.clone(), description: words::description(here.locale).to_owned() },
        release,
        content: Box::new(move || content(&here, told)),
    })
}

fn content(here: &Here, told: &'static Prose) -> AnyView {
    let locale = here.locale;
    view! {
        {prose(told)}
        <section class="ms-section" aria-labelledby="contact">
            <h2 id="contact">{words::ask(locale)}</h2>
            {contact(here)}
            <p><a href=here.to(&Place::Report)>{words::form(locale)}</a></p>
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn description {
            ja: "クッキーも追跡もありません。フォームで送ったものを、何のために、いつまで残すかを書いています。",
            en: "No cookies and no tracking. What the forms keep, what for and for how long.",
        }
        pub(super) fn ask { ja: "たずねる・消してもらう", en: "To ask, or to have something erased" }
        pub(super) fn form { ja: "フォームで知らせる", en: "Use the form" }
    }
}
