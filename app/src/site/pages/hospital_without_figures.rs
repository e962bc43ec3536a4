//! What is told about the commonest hospital, the one without any published figure: why, what it does, whom to ask?

use crate::site::components::context;
use crate::site::links::Here;
use content::Absence;
use i18n::{Locale, list};
use leptos::prelude::*;
use reports::model::HospitalReport;

/// The page's middle in place of figures.
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
        <section>{told}</section>
        {services(locale, report)}
        {ask(locale)}
    }
    .into_any()
}

fn services(locale: Locale, report: &HospitalReport) -> Option<AnyView> {
    let services = context::services(locale, &report.context);
    (!services.is_empty()).then(|| {
        view! {
            <section class="ms-section">
                <h2>{words::services(locale)}</h2>
                <p>{list(locale, &services)}{words::stop(locale)}</p>
            </section>
        }
        .into_any()
    })
}

/// Whom to ask, and what.
fn ask(locale: Locale) -> AnyView {
    let questions = content::general_questions().unwrap_or_default();
    let questions = questions.iter().take(5).map(|question| {
        view! { <li>{locale.pick(&question.ja, &question.en).clone()}</li> }
    });
    view! {
        <section class="ms-section">
            <h2>{words::whom(locale)}</h2>
            <ul>
                <li>{words::desk(locale)}</li>
                <li>{words::doctor(locale)}</li>
                <li>{words::centre(locale)}</li>
            </ul>
            <h3>{words::what_to_ask(locale)}</h3>
            <ul>{questions.collect_view()}</ul>
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn stop { ja: "。", en: "." }
        pub(super) fn services { ja: "ここで受けられるもの", en: "What it offers" }
        pub(super) fn whom { ja: "だれに聞けるか", en: "Whom to ask" }
        pub(super) fn desk {
            ja: "病院の相談窓口（医療相談室・地域連携室）。電話で、年に何人くらい診ているかを聞けます。",
            en: "The hospital's own advice desk. You can telephone and ask how many people like you they treat in a year.",
        }
        pub(super) fn doctor { ja: "かかりつけ医。紹介先としてどう考えているかを聞けます。", en: "Your family doctor, who knows which hospitals they refer people to and why." }
        pub(super) fn centre { ja: "都道府県の医療安全支援センター。無料で相談できます。", en: "The medical safety support centre of your prefecture; advice is free." }
        pub(super) fn what_to_ask { ja: "聞いてみること", en: "What to ask" }
    }
}
