//! What is told about the commonest hospital, the one without any published figure: why, what it does, whom to ask?

use crate::site::links::Here;
use content::Absence;
use i18n::{Locale, list};
use leptos::prelude::*;
use reports::model::HospitalReport;

/// A message without arguments.
type Word = fn(Locale) -> &'static str;

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
    let mut services: Vec<&str> = report
        .context
        .with_prefix("service:")
        .filter(|(_, value)| matches!(*value, "1" | "true"))
        .map(|(name, _)| words::service(locale, name))
        .collect();
    services.sort_unstable();
    services.dedup();
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

/// The days on which it is closed, in words; `None` where they are not published.
pub fn closing_days(locale: Locale, report: &HospitalReport) -> Option<String> {
    const DAYS: [(&str, Word); 8] = [
        ("closed_monday", words::monday),
        ("closed_tuesday", words::tuesday),
        ("closed_wednesday", words::wednesday),
        ("closed_thursday", words::thursday),
        ("closed_friday", words::friday),
        ("closed_saturday", words::saturday),
        ("closed_sunday", words::sunday),
        ("closed_holiday", words::holiday),
    ];
    let closed: Vec<&str> =
        DAYS.iter().filter(|(key, _)| report.context.is(key)).map(|(_, word)| word(locale)).collect();
    (!closed.is_empty()).then(|| list(locale, &closed))
}

mod words {
    use i18n::Locale;

    /// The service in words; an unknown one as the source names it.
    pub(super) fn service(locale: Locale, name: &str) -> &str {
        SERVICES.iter().find(|(code, ..)| *code == name).map_or(name, |(_, ja, en)| locale.pick(ja, en))
    }

    const SERVICES: [(&str, &str, &str); 20] = [
        ("emergency", "救急", "emergencies"),
        ("cardiology", "心臓の病気", "heart disease"),
        ("stroke", "脳卒中", "stroke"),
        ("orthopaedics", "骨と関節の手術", "bones and joints"),
        ("cancer_surgery", "がんの手術", "cancer surgery"),
        ("chemotherapy", "抗がん剤の治療", "chemotherapy"),
        ("radiotherapy", "放射線の治療", "radiotherapy"),
        ("obstetrics", "お産", "childbirth"),
        ("paediatrics", "こどもの病気", "children"),
        ("dialysis", "透析", "dialysis"),
        ("rehabilitation", "リハビリ", "rehabilitation"),
        ("palliative_care", "緩和ケア", "palliative care"),
        ("psychiatry", "精神科", "psychiatry"),
        ("home_care", "在宅医療", "care at home"),
        ("intensive_care", "集中治療", "intensive care"),
        ("second_opinion", "セカンドオピニオン", "second opinions"),
        ("interpreter", "通訳", "interpreters"),
        ("step_free", "段差のない通路", "step-free access"),
        ("telemedicine", "オンライン診療", "telemedicine"),
        ("social_work", "医療相談", "social work"),
    ];

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
        pub(super) fn monday { ja: "月曜", en: "Mondays" }
        pub(super) fn tuesday { ja: "火曜", en: "Tuesdays" }
        pub(super) fn wednesday { ja: "水曜", en: "Wednesdays" }
        pub(super) fn thursday { ja: "木曜", en: "Thursdays" }
        pub(super) fn friday { ja: "金曜", en: "Fridays" }
        pub(super) fn saturday { ja: "土曜", en: "Saturdays" }
        pub(super) fn sunday { ja: "日曜", en: "Sundays" }
        pub(super) fn holiday { ja: "祝日", en: "public holidays" }
    }
}
