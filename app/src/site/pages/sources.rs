//! Where does every figure come from, and under which terms?

use crate::site::document::Meta;
use crate::site::links::Here;
use crate::site::routes::Page;
use i18n::{Locale, date_iso};
use leptos::prelude::*;
use reports::model::{SourceList, SourceNote};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let list = reports.sources(&here.view).await?;
    let releases = reports.releases().await?;
    let here = here.clone();
    let locale = here.locale;
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() },
        release: list.release.clone(),
        content: Box::new(move || content(&here, &list, &releases.releases)),
    })
}

fn content(here: &Here, list: &SourceList, releases: &[reports::model::ReleaseNote]) -> AnyView {
    let locale = here.locale;
    let releases = releases.iter().map(|release| {
        let as_of = date_iso(locale, &release.as_of.to_string());
        let href = here.again(|view| {
            view.release = domain::view_spec::ReleaseChoice::Pinned(release.id.clone());
        });
        view! { <li><a href=href>{release.id.clone()}</a> " " {words::as_of(locale, &as_of)}</li> }
    });
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {list.sources.iter().map(|source| entry(locale, source)).collect_view()}
        <section class="ms-section">
            <h2>{words::releases(locale)}</h2>
            <p>{words::releases_lead(locale)}</p>
            <ul>{releases.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn entry(locale: Locale, source: &SourceNote) -> impl IntoView + use<> {
    let title = locale.pick(&source.title.ja, &source.title.en).clone();
    let attribution = locale.pick(&source.attribution.ja, &source.attribution.en).clone();
    let licence = if source.licence.is_empty() { words::no_licence(locale).to_owned() } else { source.licence.clone() };
    let published = source.published.map(|day| {
        view! { <dt>{words::published(locale)}</dt> <dd>{date_iso(locale, &day.to_string())}</dd> }
    });
    let link = (!source.url.is_empty()).then(|| {
        view! { <dt>{words::address(locale)}</dt> <dd><a href=source.url.clone() rel="external">{source.url.clone()}</a></dd> }
    });
    let sum = (!source.sha256.is_empty()).then(|| {
        view! { <br /><code class="ms-small ms-quiet">{format!("SHA-256 {}", source.sha256)}</code> }
    });
    let file = (!source.file.is_empty()).then(|| {
        view! {
            <dt>{words::file(locale)}</dt>
            <dd>{source.file.clone()} {sum}</dd>
        }
    });
    view! {
        <section class="ms-section" id=source.id.clone()>
            <h2 class="ms-h3">{title}</h2>
            <dl class="ms-facts">
                <dt>{words::publisher(locale)}</dt>
                <dd>{locale.pick(&source.publisher.ja, &source.publisher.en).clone()}</dd>
                {published}
                <dt>{words::licence(locale)}</dt>
                <dd>{licence}</dd>
                {(!attribution.is_empty()).then(|| view! { <dt>{words::cite(locale)}</dt> <dd>{attribution}</dd> })}
                {link}
                {file}
            </dl>
        </section>
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "出典", en: "Sources" }
        pub(super) fn lead {
            ja: "ここに出る数字は、すべて次の資料から取りました。数字のそばの出典は、この一覧を指しています。",
            en: "Every figure here comes from these sources. The source named beside a figure is one of those listed here.",
        }
        pub(super) fn publisher { ja: "公表したところ", en: "Published by" }
        pub(super) fn published { ja: "公表日", en: "Published on" }
        pub(super) fn licence { ja: "利用の条件", en: "Licence" }
        pub(super) fn no_licence {
            ja: "利用の条件が書かれていません。使う前に公表元に確かめてください。",
            en: "No terms are stated. Please ask the publisher before you use it.",
        }
        pub(super) fn cite { ja: "出典の書き方", en: "How to cite it" }
        pub(super) fn address { ja: "もとの場所", en: "Original address" }
        pub(super) fn file { ja: "読み込んだファイル", en: "File we read" }
        pub(super) fn releases { ja: "データの版", en: "Data releases" }
        pub(super) fn releases_lead {
            ja: "公開した版は、あとから変わりません。引用するときは、版を指すアドレスを使ってください。",
            en: "A published release never changes. When you cite it, use the address that includes the release.",
        }
        pub(super) fn as_of(day: &str) { ja: "（{day}現在）", en: "(as of {day})" }
    }
}
