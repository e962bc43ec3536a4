//! How are the figures made, in three layers, and which rules make a comparison fair?

use crate::site::components::prose::prose;
use crate::site::components::strip;
use crate::site::document::Meta;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::{PageId, Prose};
use domain::caveats::{CAVEATS, Effect};
use i18n::Locale;
use leptos::prelude::*;
use reports::methods::{Chapter, Language, METHODS, Method, Role};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let page = content::page(PageId::Methods).map_err(|error| ReportError::Store(error.to_string()))?;
    let locale = here.locale;
    let told = locale.pick(&page.prose.ja, &page.prose.en);
    let version = release.method_version.clone();
    let words_page = here.to(&Place::Words);
    Ok(Page {
        meta: Meta { title: told.title.clone(), description: told.title.clone() },
        release,
        content: Box::new(move || content(locale, told, words_page, version)),
    })
}

fn content(locale: Locale, told: &Prose, words_page: String, version: String) -> AnyView {
    view! {
        {prose(told)}
        {strip::strips(locale)}
        {methods(locale)}
        {caveats(locale)}
        <p><a href=words_page>{words::terms(locale)}</a></p>
        <p class="ms-source">{words::version(locale, &version)}</p>
    }
    .into_any()
}

/// Every method by the question it answers; the formulas are the third layer, one tap away.
fn methods(locale: Locale) -> AnyView {
    let chapters = METHODS.iter().map(|chapter| chapter_of_methods(locale, chapter));
    view! {
        <section class="ms-section" aria-labelledby="method-list">
            <h2 id="method-list">{words::methods(locale)}</h2>
            <p>{words::methods_lead(locale)}</p>
            {chapters.collect_view()}
        </section>
    }
    .into_any()
}

fn chapter_of_methods(locale: Locale, chapter: &'static Chapter) -> AnyView {
    let language = locale.pick(Language::Japanese, Language::English);
    let methods = chapter.methods.iter().map(|method| one_method(locale, language, method));
    view! {
        <details class="ms-more" id=chapter.id>
            <summary>{chapter.question.in_language(language)}</summary>
            <dl class="ms-facts">{methods.collect_view()}</dl>
        </details>
    }
    .into_any()
}

fn one_method(locale: Locale, language: Language, method: &'static Method) -> AnyView {
    let aside = (method.role == Role::ForComparison).then(|| words::for_comparison(locale));
    view! {
        <dt id=method.id>{method.name.in_language(language)}</dt>
        <dd>
            {method.plain.in_language(language)} " " {method.when.in_language(language)} " " {aside}
            <br />
            <span class="ms-small ms-quiet">{method.formula} " — " {method.source}</span>
        </dd>
    }
    .into_any()
}

fn caveats(locale: Locale) -> AnyView {
    let rows = CAVEATS.iter().map(|caveat| {
        view! {
            <dt id=caveat.id>{locale.pick(caveat.short.ja, caveat.short.en)}</dt>
            <dd>
                {locale.pick(caveat.text.ja, caveat.text.en)}
                <br />
                <span class="ms-small ms-quiet">{effect(locale, caveat.effect)} " " <code>{caveat.id}</code></span>
            </dd>
        }
    });
    view! {
        <section class="ms-section" aria-labelledby="caveats">
            <h2 id="caveats">{words::caveats(locale)}</h2>
            <p>{words::caveats_lead(locale)}</p>
            <dl class="ms-facts">{rows.collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn effect(locale: Locale, effect: Effect) -> &'static str {
    match effect {
        Effect::Blocks => words::blocks(locale),
        Effect::Regroups => words::regroups(locale),
        Effect::Explains => words::explains(locale),
    }
}

mod words {
    i18n::text! {
        pub(super) fn methods { ja: "計算法の一覧", en: "How it is calculated" }
        pub(super) fn methods_lead {
            ja: "問いごとに、使っている方法・式・出典を書きました。",
            en: "For each question: the method, its formula and where it comes from.",
        }
        pub(super) fn for_comparison {
            ja: "（照合用。ページの数字には使いません）",
            en: "(For comparison; no figure on these pages uses it.)",
        }
        pub(super) fn caveats { ja: "数字のそばに付く注意の一覧", en: "Every note that can appear beside a figure" }
        pub(super) fn caveats_lead {
            ja: "当てはまる場面のかぎられたものから順に並んでいます。値のそばには、当てはまるもののうち最初の一つが出ます。",
            en: "The most specific come first. A value shows the first one that applies.",
        }
        pub(super) fn blocks { ja: "比較を止めます。", en: "Stops a comparison." }
        pub(super) fn regroups { ja: "比べる相手を変えます。", en: "Changes what it is compared with." }
        pub(super) fn explains { ja: "知らせます。", en: "Adds something to know." }
        pub(super) fn terms { ja: "ことばの説明", en: "What the words mean" }
        pub(super) fn version(version: &str) { ja: "計算のしかたの版：{version}", en: "Version of the methods: {version}" }
    }
}
