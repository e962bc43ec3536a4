//! What does a newcomer see first: one question, one sentence, and what this site can and cannot tell.

use crate::site::components::first_question::{by_name, first_question};
use crate::site::components::{conditions, prose};
use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::PageId;
use domain::view_spec::ViewSpec;
use i18n::Locale;
use leptos::prelude::*;
use reports::model::{Finder, MeasureList};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let view = ViewSpec { limit: Some(1), ..here.view.clone() };
    let finder = reports.finder(&view).await?;
    let measures = reports.measures(&here.view).await?;
    let here = here.clone();
    Ok(Page {
        meta: meta(here.locale),
        release: finder.release.clone(),
        content: Box::new(move || content(&here, &finder, &measures)),
    })
}

fn meta(locale: Locale) -> Meta {
    Meta { title: words::motto(locale).to_owned(), description: words::description(locale).to_owned() }
}

fn content(here: &Here, finder: &Finder, measures: &MeasureList) -> AnyView {
    let locale = here.locale;
    let hospitals = i18n::whole(finder.page.total);
    // the hospitals counted are those of the reader's country, and so are the measures
    let at_home = measures.measures.iter().filter(|(.., spread)| spread.comparator.country == measures.home);
    let count = i18n::whole(at_home.count());
    let told = content::page(PageId::Home).ok().map(|page| locale.pick(&page.prose.ja, &page.prose.en));
    let told: Vec<_> = ["can", "cannot"].iter().filter_map(|anchor| told?.section(anchor)).collect();
    let demonstration = finder.release.is_demonstration().then(|| {
        view! { <li><a href=here.to(&Place::Demonstration)>{words::see_demonstration(locale)}</a></li> }
    });
    view! {
        {emergency(locale)}
        <div class="ms-home">
            <div class="ms-hero">
                <h1>{words::motto_lines(locale).map(|line| view! { <span class="ms-line-of">{line}</span> })}</h1>
                {first_question(here, &finder.regions)}
                {conditions::in_everyday_words(here)}
                <p class="ms-lead">{words::what(locale)}</p>
                {by_name(here)}
            </div>
            {people(here)}
        </div>
        <div class="ms-edge-quiet" aria-hidden="true"></div>
        <section aria-label=words::can_title(locale)>
            <div class="ms-pair">{told.into_iter().map(prose::section).collect_view()}</div>
        </section>
        <section class="ms-section" aria-labelledby="numbers">
            <h2 id="numbers">{words::numbers_title(locale)}</h2>
            <p>{words::numbers(locale, &hospitals, &count)}</p>
            <ul class="ms-ways">
                <li><a href=here.to(&Place::Measures)>{words::see_measures(locale)}</a></li>
                <li><a href=here.to(&Place::Areas)>{words::see_areas(locale)}</a></li>
                <li><a href=here.to(&Place::Methods)>{words::see_methods(locale)}</a></li>
                <li><a href=here.to(&Place::Sources)>{words::see_sources(locale)}</a></li>
                {demonstration}
            </ul>
        </section>
    }
    .into_any()
}

/// The presets as people, one line each, and the way to criteria of one's own.
fn people(here: &Here) -> AnyView {
    let locale = here.locale;
    let rows: Vec<_> = content::presets()
        .unwrap_or_default()
        .iter()
        .map(|preset| {
            let href = here.to_with(&Place::Priorities, |view| view.preset = Some(preset.id.clone()));
            let lead = first_sentence(locale, locale.pick(&preset.lead.ja, &preset.lead.en));
            view! {
                <li>
                    <a href=href>{locale.pick(&preset.name.ja, &preset.name.en).clone()}</a>
                    <p class="ms-small ms-quiet">{lead}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="ms-whom" aria-labelledby="people">
            <h2 id="people">{words::people(locale)}</h2>
            <ul class="ms-plain">{rows}</ul>
            <p class="ms-small"><a href=here.to(&Place::Priorities)>{words::own_ruler(locale)}</a></p>
        </section>
    }
    .into_any()
}

fn first_sentence(locale: Locale, text: &str) -> String {
    let end = match locale {
        Locale::Ja => text.find('。').map(|at| at + '。'.len_utf8()),
        Locale::En => text.find(". ").map(|at| at + 1),
    };
    text[..end.unwrap_or(text.len())].to_owned()
}

mod words {
    use i18n::Locale;

    /// The sentence that people repeat, one line each.
    pub(super) const fn motto_lines(locale: Locale) -> [&'static str; 2] {
        match locale {
            Locale::Ja => ["病院の「ちがい」を、", "ちがいと言えるところまで。"],
            Locale::En => ["Differences between hospitals,", "as far as they are real."],
        }
    }

    i18n::text! {
        pub(super) fn motto {
            ja: "病院の「ちがい」を、ちがいと言えるところまで",
            en: "Differences between hospitals, as far as they are real",
        }
        pub(super) fn description {
            ja: "日本の病院の公表された数字を、病院の事情と、数字の幅といっしょに見られます。ちがいと言えないものは、言えないと書きます。",
            en: "Published figures for hospitals in Japan, each with its context and its range. Where differences cannot be told apart, we say so.",
        }
        pub(super) fn what {
            ja: "公表された数字を、その病院の事情と、数字の幅といっしょに見られます。",
            en: "Published figures, each shown with the hospital's circumstances and its range.",
        }
        pub(super) fn can_title { ja: "このサイトで分かること・分からないこと", en: "What this site can and cannot tell you" }
        pub(super) fn numbers_title { ja: "ここにあるもの", en: "What is here" }
        pub(super) fn numbers(hospitals: &str, measures: &str) {
            ja: "病院や診療所{hospitals}か所と、{measures}種類の指標。すべて公表された資料からで、出典が付いています。",
            en: "{hospitals} hospitals and clinics, {measures} measures. Everything comes from published sources, each named beside its figure.",
        }
        pub(super) fn people { ja: "あなたに近い人から始める", en: "Start with someone like you" }
        pub(super) fn own_ruler { ja: "自分だけのものさしを作る", en: "Choose what matters to you" }
        pub(super) fn see_areas { ja: "地域のちがいと、1か所しかない地域を見る", en: "Differences between areas, and areas with one provider" }
        pub(super) fn see_measures { ja: "どんな指標があるか見る", en: "See all measures" }
        pub(super) fn see_methods { ja: "数字の作り方と、比べ方の決まり", en: "How figures are made and compared" }
        pub(super) fn see_demonstration {
            ja: "架空の病院のお話と、答え合わせ",
            en: "Stories of fictional hospitals, and how often our statements are right",
        }
        pub(super) fn see_sources { ja: "数字の出どころ", en: "Where the figures come from" }
    }
}
