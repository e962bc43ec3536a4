//! What may be done with texts, charts and data, what may not, and how are they cited?

use crate::site::components::licences::licences;
use crate::site::components::prose::prose;
use crate::site::document::Meta;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::{PageId, Prose};
use leptos::prelude::*;
use reports::model::SourceList;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let list = reports.sources(&here.view).await?;
    let page = content::page(PageId::Terms).map_err(|error| ReportError::Store(error.to_string()))?;
    let told = here.locale.pick(&page.prose.ja, &page.prose.en);
    let here = here.clone();
    Ok(Page {
        meta: Meta { title: told.title.clone(), description: words::description(here.locale).to_owned() },
        release: list.release.clone(),
        content: Box::new(move || content(&here, told, &list)),
    })
}

fn content(here: &Here, told: &'static Prose, list: &SourceList) -> AnyView {
    let locale = here.locale;
    view! {
        {prose(told)}
        <section class="ms-section" aria-labelledby="data-terms">
            <h2 id="data-terms">{words::of_data(locale)}</h2>
            <p>{words::of_data_lead(locale)}</p>
            {licences(locale, &list.sources)}
            <p>
                <a href=here.to(&Place::Data)>{words::data(locale)}</a>
                {locale.pick("・", " · ")}
                <a href=here.to(&Place::Sources)>{words::sources(locale)}</a>
                {locale.pick("・", " · ")}
                <a href=here.to(&Place::Corrections)>{words::corrections(locale)}</a>
            </p>
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn description {
            ja: "文章、図、データを使うときの条件。病院の広告、保険や雇用の判断には使えません。",
            en: "What may be done with texts, charts and data. Not for advertising a hospital, nor for insurance or employment.",
        }
        pub(super) fn of_data { ja: "データの利用条件（公表元ごと）", en: "Terms of the data, by publisher" }
        pub(super) fn of_data_lead {
            ja: "いま見ている版に入っている資料です。",
            en: "These are the sources of the release you are looking at.",
        }
        pub(super) fn data { ja: "データを取り出す", en: "Download the data" }
        pub(super) fn sources { ja: "出典", en: "Sources" }
        pub(super) fn corrections { ja: "訂正の記録", en: "Corrections" }
    }
}
