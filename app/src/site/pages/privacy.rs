//! What is kept about whoever comes here, and for how long?

use super::written::written;
use crate::site::components::contact::contact;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::PageId;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    written(reports, here, (PageId::Privacy, words::description(here.locale)), content)
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
            ja: "クッキーも追跡もありません。フォームで送ったものを、何のために、いつまで残すかを書いています。",
            en: "No cookies and no tracking. What the forms keep, what for and for how long.",
        }
        pub(super) fn ask { ja: "たずねる・消してもらう", en: "To ask a question, or to have something deleted" }
        pub(super) fn form { ja: "フォームで知らせる", en: "Use the form" }
    }
}
