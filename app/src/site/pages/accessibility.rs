//! Who can use this site, what was tested, and what does not work yet?

use super::written::written;
use crate::site::components::contact::contact;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::PageId;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    written(reports, here, (PageId::Accessibility, words::description(here.locale)), content)
}

fn content(here: &Here) -> AnyView {
    let locale = here.locale;
    view! {
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
