//! What is told about the commonest hospital, the one without any published figure: why, what it does, whom to ask?

use crate::site::components::context;
use crate::site::links::Here;
use content::Absence;
use i18n::{Locale, list};
use leptos::prelude::*;
use reports::model::HospitalReport;

/// The page's middle in place of figures: what it does, when it is closed, why no figure stands here, and whom to ask.
pub fn view(here: &Here, report: &HospitalReport) -> AnyView {
    let locale = here.locale;
    let told = content::help(Absence::Measures).ok();
    let told = told.map(|help| {
        view! {
            <h2>{locale.pick(&help.title.ja, &help.title.en).clone()}</h2>
            <p>{locale.pick(&help.text.ja, &help.text.en).clone()}</p>
        }
    });
    view! {
        <div class="ms-edge-quiet" aria-hidden="true"></div>
        <div class="ms-columns">
            <div>
                {services(locale, report)}
                <section class="ms-section">{told}</section>
                {ask(locale, report)}
            </div>
            <div class="ms-second ms-help">
                <h3>{words::what_to_ask(locale)}</h3>
                <ul>{questions(locale)}</ul>
            </div>
        </div>
    }
    .into_any()
}

fn services(locale: Locale, report: &HospitalReport) -> AnyView {
    let services = context::services(locale, &report.context);
    let listed = match services.as_slice() {
        [] => words::no_services(locale).to_owned(),
        several => format!("{}{}", list(locale, several), words::stop(locale)),
    };
    let closed = match context::closing_days(locale, &report.context) {
        Some(days) => words::closed(locale, &days),
        None => words::closing_unknown(locale).to_owned(),
    };
    view! {
        <section class="ms-section">
            <h2>{words::services(locale)}</h2>
            <p>{listed}</p>
            <p>{closed}</p>
        </section>
    }
    .into_any()
}

fn questions(locale: Locale) -> Vec<AnyView> {
    let questions = content::general_questions().unwrap_or_default().iter().take(5);
    questions.map(|q| view! { <li>{locale.pick(&q.ja, &q.en).clone()}</li> }.into_any()).collect()
}

/// Whom to ask.
fn ask(locale: Locale, report: &HospitalReport) -> AnyView {
    let page = Some(report.card.url.clone()).filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let page = page.map(|url| view! { <li><a href=url rel="external nofollow">{words::own_page(locale)}</a></li> });
    view! {
        <section class="ms-section">
            <h2>{words::whom(locale)}</h2>
            <ul>
                <li>{words::desk(locale)}</li>
                {page}
                <li>{words::doctor(locale)}</li>
                {(report.card.country == "JP").then(|| view! { <li>{words::centre(locale)}</li> })}
            </ul>
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn stop { ja: "。", en: "." }
        pub(super) fn services { ja: "ここで受けられるもの", en: "What it offers" }
        pub(super) fn no_services {
            ja: "どの診療科やサービスがあるかは、この版の資料に書かれていません。ないという意味ではありません。",
            en: "No source in this release lists its departments or services. This does not mean that there are none.",
        }
        pub(super) fn closed(days: &str) { ja: "外来の休み：{days}。急ぐときは、休みの日も119です。", en: "Outpatients closed: {days}. In an emergency call 119 on any day." }
        pub(super) fn closing_unknown {
            ja: "外来の休みは、この版の資料に書かれていません。行く前に電話で確かめてください。",
            en: "No source in this release gives closing days. Please telephone before you go.",
        }
        pub(super) fn own_page { ja: "病院のホームページ", en: "The hospital's website" }
        pub(super) fn whom { ja: "だれに聞けるか", en: "Who to ask" }
        pub(super) fn desk {
            ja: "病院の相談窓口（医療相談室・地域連携室）。電話で、年に何人くらい診ているかを聞けます。",
            en: "The hospital's own advice desk. You can phone and ask how many people like you they treat in a year.",
        }
        pub(super) fn doctor { ja: "かかりつけ医。紹介先としてどう考えているかを聞けます。", en: "Your family doctor, who knows which hospitals they refer people to and why." }
        pub(super) fn centre { ja: "都道府県の医療安全支援センター。無料で相談できます。", en: "The medical safety support centre of your prefecture; advice is free." }
        pub(super) fn what_to_ask { ja: "聞いてみること", en: "What to ask" }
    }
}
