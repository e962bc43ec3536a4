//! What matters and no public source tells hospital by hospital, who holds it, and what can be done instead?

use crate::site::document::Meta;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::{Holder, MissingFact};
use domain::MeasureId;
use domain::view_spec::ViewSpec;
use i18n::Locale;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let loaded = loaded(reports, here).await?;
    let facts = content::missing_facts().map_err(|error| ReportError::Store(error.to_string()))?;
    let facts: Vec<&'static MissingFact> = facts.iter().filter(|fact| fact.is_open(&loaded)).collect();
    let here = here.clone();
    let invented = release.is_demonstration().then(|| words::invented(here.locale));
    Ok(Page {
        meta: Meta { title: words::title(here.locale).to_owned(), description: words::lead(here.locale).to_owned() },
        release,
        content: Box::new(move || content(&here, &facts, invented)),
    })
}

/// The measures of this release: what one of them tells is not missing.
pub(in crate::site) async fn loaded(reports: &Reports, here: &Here) -> Result<Vec<MeasureId>, ReportError> {
    let view = ViewSpec { release: here.view.release.clone(), ..ViewSpec::default() };
    let list = reports.measures(&view).await?;
    Ok(list.measures.into_iter().map(|(note, ..)| note.id).collect())
}

fn content(here: &Here, facts: &[&'static MissingFact], invented: Option<&'static str>) -> AnyView {
    let locale = here.locale;
    let entries = facts.iter().map(|fact| {
        let link = format!("#{}", fact.id);
        view! { <li><a href=link>{locale.pick(&fact.what.ja, &fact.what.en).clone()}</a></li> }
    });
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {invented.map(|said| view! { <p class="ms-caveat">{said}</p> })}
        <p>{words::not_bad(locale)}</p>
        <nav class="ms-register" aria-label=words::contents(locale)><ol>{entries.collect_view()}</ol></nav>
        {facts.iter().map(|fact| entry(locale, fact)).collect_view()}
        <p class="ms-section">
            <a href=here.to(&Place::Sources)>{words::sources(locale)}</a>
            {locale.pick("・", " · ")}
            <a href=format!("{}#errors", here.to(&Place::About))>{words::tell(locale)}</a>
        </p>
    }
    .into_any()
}

fn entry(locale: Locale, fact: &'static MissingFact) -> AnyView {
    let told = |text: &domain::Bilingual<String>| locale.pick(&text.ja, &text.en).clone();
    view! {
        <section class="ms-section" aria-labelledby=fact.id.clone()>
            <h2 class="ms-h3" id=fact.id.clone()>{told(&fact.what)}</h2>
            <dl class="ms-facts">
                <dt>{words::who(locale)}</dt>
                <dd>{told(&fact.who)} " " {fact.holder.as_ref().map(|holder| link(locale, holder))}</dd>
                <dt>{words::why(locale)}</dt>
                <dd>{told(&fact.why)}</dd>
                <dt>{words::instead(locale)}</dt>
                <dd>{told(&fact.instead)}</dd>
            </dl>
        </section>
    }
    .into_any()
}

fn link(locale: Locale, holder: &'static Holder) -> AnyView {
    let name = locale.pick(&holder.name.ja, &holder.name.en).clone();
    view! { <a href=holder.url.clone() rel="external">{name}</a> }.into_any()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "公表されていないこと", en: "What is not published" }
        pub(super) fn lead {
            ja: "病院を選ぶときに大切でも、病院ごとには公表されていないことがあります。だれが持っているか、代わりに何ができるかをまとめました。",
            en: "Much that matters in choosing a hospital is not published hospital by hospital. Here is who holds it, and what you can do instead.",
        }
        pub(super) fn not_bad {
            ja: "公表されていないことは、その病院が悪いという意味ではありません。多くは、集めるしくみがないからです。",
            en: "When something is not published, it does not mean anything bad about a hospital. In most cases nobody collects it.",
        }
        pub(super) fn invented {
            ja: "これは実際の日本のことです。架空のデータには、あるものとして入れています。",
            en: "This is about Japan as it is. The fictional data hold some of it as if it were published.",
        }
        pub(super) fn contents { ja: "一覧", en: "List" }
        pub(super) fn who { ja: "持っているのは", en: "Who holds it" }
        pub(super) fn why { ja: "公表されていない理由", en: "Why it is not public" }
        pub(super) fn instead { ja: "代わりにできること", en: "What you can do instead" }
        pub(super) fn sources { ja: "このサイトにある資料", en: "The sources of this site" }
        pub(super) fn tell { ja: "まちがいを見つけたら", en: "If you find a mistake" }
    }
}
