//! Who makes this, with what money, and what is the answer to 医者ガチャ?

use crate::site::components::prose::prose;
use crate::site::document::Meta;
use crate::site::links::Here;
use crate::site::routes::Page;
use content::PageId;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let page = content::page(PageId::About).map_err(|error| ReportError::Store(error.to_string()))?;
    let told = here.locale.pick(&page.prose.ja, &page.prose.en);
    Ok(Page {
        meta: Meta { title: told.title.clone(), description: told.title.clone() },
        release,
        content: Box::new(move || prose(told)),
    })
}
