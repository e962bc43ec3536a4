//! Who can use this site, what was tested, and what does not work yet?

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
    let page = content::page(PageId::Accessibility).map_err(|error| ReportError::Store(error.to_string()))?;
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
            ja: "だれでも読めるようにするための基準、確かめたこと、まだ足りないこと。",
            en: "The standard we follow so that everybody can read this, what was tested, and what is still missing.",
        }
        pub(super) fn ask { ja: "読めない・使えないところを知らせる", en: "If something cannot be read or used" }
        pub(super) fn form { ja: "フォームで知らせる", en: "Use the form" }
    }
}
