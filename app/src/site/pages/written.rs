//! How does a page come about that is editorial text, with a way to the operator below it?

use crate::site::components::prose::prose;
use crate::site::document::Meta;
use crate::site::links::Here;
use crate::site::routes::Page;
use content::PageId;
use leptos::prelude::*;
use reports::{ReportError, Reports};

/// The text of `id`, and `below` it what the page adds.
pub(super) fn written(
    reports: &Reports,
    here: &Here,
    (id, description): (PageId, &str),
    below: fn(&Here) -> AnyView,
) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let page = content::page(id).map_err(|error| ReportError::Store(error.to_string()))?;
    let told = here.locale.pick(&page.prose.ja, &page.prose.en);
    let here = here.clone();
    Ok(Page {
        meta: Meta { title: told.title.clone(), description: description.to_owned() },
        release,
        content: Box::new(move || view! { {prose(told)} {below(&here)} }.into_any()),
    })
}
