//! What stands around the content of every page: the ruler's edge, the way on, the emergency numbers, the source line.

use super::document::site_name;
use super::links::{Here, Place};
use domain::records::Reality;
use domain::view_spec::Ruby;
use i18n::{Locale, date_iso};
use leptos::prelude::*;
use reports::model::ReleaseNote;

/// The body of a page; `tray` holds what the reader collects.
pub fn layout(here: &Here, release: Option<&ReleaseNote>, content: AnyView, tray: Option<AnyView>) -> AnyView {
    let locale = here.locale;
    view! {
        <a class="ms-skip" href="#main">{words::skip(locale)}</a>
        {release.and_then(|release| fictional_band(here, release))}
        <div class="ms-edge" aria-hidden="true"></div>
        {head(here)}
        {release.and_then(|release| older_release_band(here, release))}
        <main class="ms-main" id="main" tabindex="-1">{content}</main>
        {tray}
        {foot(here, release)}
    }
    .into_any()
}

/// The one sentence that people repeat.
pub fn motto(locale: Locale) -> &'static str {
    words::motto(locale)
}

/// A number that a telephone dials when it is touched.
fn call(number: &'static str) -> AnyView {
    let href = format!("tel:{}", number.replace('#', "%23"));
    view! { <a href=href><strong>{number}</strong></a> }.into_any()
}

/// Where to call first; stands on every page where a choice of hospital is offered.
pub fn emergency(locale: Locale) -> AnyView {
    match locale {
        Locale::Ja => view! {
            <aside class="ms-emergency" aria-label="緊急のとき">
                <p>
                    "いま苦しい・危ないときは、選ばずに" {call("119")} "（こどもも）。迷うときは"
                    {call("#7119")} "、こどものことで迷う夜や休みの日は" {call("#8000")} "。つながらないときも119です。"
                </p>
            </aside>
        }
        .into_any(),
        Locale::En => view! {
            <aside class="ms-emergency" aria-label="In an emergency">
                <p>
                    "In an emergency do not choose: call " {call("119")} ", for a child too. Not sure? "
                    {call("#7119")} ". Not sure about a child, at night or on a holiday? " {call("#8000")} ". No answer? 119 again."
                </p>
            </aside>
        }
        .into_any(),
    }
}

/// The same on a page about another country (ISO 3166-1): a number that is dialled in Japan helps nobody there.
pub fn emergency_in(locale: Locale, country: &str) -> AnyView {
    if matches!(country, "" | "JP") {
        return emergency(locale);
    }
    view! {
        <aside class="ms-emergency" aria-label=words::emergency_label(locale)>
            <p>{emergency_abroad(locale, country)}</p>
        </aside>
    }
    .into_any()
}

/// Whom to call in an emergency in another country, as one sentence.
pub fn emergency_abroad(locale: Locale, country: &str) -> String {
    match content::country(country) {
        Some(known) => {
            words::emergency_abroad(locale, locale.pick(&known.within.ja, &known.within.en), &known.emergency)
        }
        None => words::emergency_elsewhere(locale).to_owned(),
    }
}

fn head(here: &Here) -> impl IntoView + use<> {
    let locale = here.locale;
    let stands = |place: &Place| (here.place.as_ref() == Some(place)).then_some("page");
    let entries = [
        (Place::Hospitals, words::hospitals(locale)),
        (Place::Priorities, words::priorities(locale)),
        (Place::Measures, words::measures(locale)),
        (Place::Methods, words::methods(locale)),
        (Place::Sources, words::sources(locale)),
    ];
    let entries = entries.map(|(place, word)| {
        view! { <li><a href=here.to(&place) aria-current=stands(&place)>{word}</a></li> }
    });
    let other = locale.other();
    view! {
        <header class="ms-head">
            <a class="ms-brand" href=here.to(&Place::Home) aria-current=stands(&Place::Home)>
                {site_name(locale)}
            </a>
            <nav aria-label=words::pages(locale)>
                <ul>{entries.collect_view()}</ul>
            </nav>
            {readings(here)}
            <a href=here.in_language(other) hreflang=other.as_str() lang=other.as_str()>
                {other.own_name()}
            </a>
        </header>
    }
}

/// Readings above kanji, on or off; English pages have none.
fn readings(here: &Here) -> Option<impl IntoView + use<>> {
    let offered = here.locale == Locale::Ja && here.place.as_ref().is_some_and(Place::takes_readings);
    let (word, next) = match here.view.ruby {
        Ruby::Off => (words::with_readings(here.locale), Ruby::On),
        Ruby::On => (words::without_readings(here.locale), Ruby::Off),
    };
    offered.then(|| view! { <a class="ms-readings" href=here.again(|view| view.ruby = next)>{word}</a> })
}

fn fictional_band(here: &Here, release: &ReleaseNote) -> Option<impl IntoView + use<>> {
    let locale = here.locale;
    let elsewhere = here.place != Some(Place::Demonstration);
    let more = (elsewhere && release.is_demonstration()).then(|| {
        view! { " " <a href=here.to(&Place::Demonstration)>{words::demonstration(locale)}</a> }
    });
    (release.reality == Reality::Fictional).then(|| {
        view! {
            <aside class="ms-band ms-band-fictional" aria-label=words::fictional(locale)>
                <p><strong>{words::fictional(locale)}</strong> {words::fictional_more(locale)} {more}</p>
            </aside>
        }
    })
}

fn older_release_band(here: &Here, release: &ReleaseNote) -> Option<impl IntoView + use<>> {
    let locale = here.locale;
    release.newer.as_ref()?;
    let newest = here.again(|view| view.release = domain::view_spec::ReleaseChoice::Latest);
    let as_of = date_iso(locale, &release.as_of.to_string());
    Some(view! {
        <aside class="ms-band" aria-label=words::earlier(locale)>
            <p>{words::older(locale, &as_of)} " " <a href=newest>{words::to_newest(locale)}</a></p>
        </aside>
    })
}

fn foot(here: &Here, release: Option<&ReleaseNote>) -> impl IntoView + use<> {
    let locale = here.locale;
    let data = release.map(|release| {
        let as_of = date_iso(locale, &release.as_of.to_string());
        view! {
            <p>
                {words::release(locale, &release.id, &as_of)} " "
                <a href=here.to(&Place::Sources)>{words::all_sources(locale)}</a>
            </p>
        }
    });
    view! {
        <footer class="ms-foot">
            <p><strong>{words::motto(locale)}</strong></p>
            {data}
            <p>{words::promise(locale)} " " <a href=here.to(&Place::About)>{words::about(locale)}</a></p>
            <ul>
                <li><a href=here.to(&Place::Conditions)>{words::conditions(locale)}</a></li>
                <li><a href=here.to(&Place::Words)>{words::glossary(locale)}</a></li>
                <li><a href=here.to(&Place::Missing)>{words::missing(locale)}</a></li>
                <li><a href=here.to(&Place::Data)>{words::data(locale)}</a></li>
                <li><a href=here.to(&Place::Press)>{words::press(locale)}</a></li>
                <li><a href=here.to(&Place::Api)>{words::api(locale)}</a></li>
                <li><a href=here.to(&Place::Corrections)>{words::corrections(locale)}</a></li>
                <li><a href=format!("{}#hospitals", here.to(&Place::About))>{words::for_hospitals(locale)}</a></li>
                <li><a href=here.to(&Place::Report)>{words::report(locale)}</a></li>
                <li><a href=here.to(&Place::Terms)>{words::terms(locale)}</a></li>
                <li><a href=here.to(&Place::Privacy)>{words::privacy(locale)}</a></li>
                <li><a href=here.to(&Place::Accessibility)>{words::accessibility(locale)}</a></li>
            </ul>
        </footer>
    }
}

mod words {
    i18n::text! {
        pub(super) fn emergency_label { ja: "緊急のとき", en: "In an emergency" }
        pub(super) fn emergency_abroad(country: &str, number: &str) {
            ja: "{country}での緊急のときは、選ばずに{number}に電話します。",
            en: "In an emergency in {country} do not choose: call {number}.",
        }
        pub(super) fn emergency_elsewhere {
            ja: "緊急のときは、選ばずに、その国の緊急の番号に電話します。",
            en: "In an emergency do not choose: call the emergency number of that country.",
        }
        pub(super) fn with_readings { ja: "ふりがなをつける", en: "Add readings" }
        pub(super) fn without_readings { ja: "ふりがなを消す", en: "Remove readings" }
        pub(super) fn skip { ja: "本文へ", en: "Skip to content" }
        pub(super) fn pages { ja: "ページ", en: "Pages" }
        pub(super) fn hospitals { ja: "病院をさがす", en: "Find a hospital" }
        pub(super) fn priorities { ja: "大切なことで選ぶ", en: "What matters to you" }
        pub(super) fn measures { ja: "指標", en: "Measures" }
        pub(super) fn methods { ja: "しくみ", en: "Methods" }
        pub(super) fn sources { ja: "出典", en: "Sources" }
        pub(super) fn fictional { ja: "架空のデータ", en: "Fictional data" }
        pub(super) fn fictional_more {
            ja: "：病院も数字も、実在しません。",
            en: ": no hospital and no figure here is real.",
        }
        pub(super) fn demonstration { ja: "答え合わせを見る", en: "See how often our statements are right" }
        pub(super) fn earlier { ja: "以前の版", en: "Earlier release" }
        pub(super) fn older(as_of: &str) {
            ja: "これは以前の版です（{as_of}現在）。",
            en: "This is an earlier release (as of {as_of}).",
        }
        pub(super) fn to_newest { ja: "新しい版を見る", en: "See the current release" }
        pub(super) fn release(id: &str, as_of: &str) {
            ja: "データの版：{id}（{as_of}現在）。",
            en: "Data release: {id} (as of {as_of}).",
        }
        pub(super) fn all_sources { ja: "すべての出典", en: "All sources" }
        pub(super) fn motto {
            ja: "ちがいを、ちがいと言えるところまで。",
            en: "Differences, as far as they are real.",
        }
        pub(super) fn about { ja: "このサイトについて", en: "About this site" }
        pub(super) fn press { ja: "報道・研究の方へ", en: "For journalists" }
        pub(super) fn api { ja: "API", en: "API" }
        pub(super) fn conditions { ja: "病気やけがからさがす", en: "Start from an illness or injury" }
        pub(super) fn glossary { ja: "ことばの説明", en: "What the words mean" }
        pub(super) fn missing { ja: "公表されていないこと", en: "What is not published" }
        pub(super) fn data { ja: "データを取り出す", en: "Download the data" }
        pub(super) fn corrections { ja: "訂正の記録", en: "Corrections" }
        pub(super) fn for_hospitals { ja: "病院の方へ", en: "For hospitals" }
        pub(super) fn report { ja: "誤りを知らせる", en: "Report an error" }
        pub(super) fn privacy { ja: "個人の情報", en: "Privacy" }
        pub(super) fn accessibility { ja: "アクセシビリティ", en: "Accessibility" }
        pub(super) fn terms { ja: "利用の条件", en: "Terms of use" }
        pub(super) fn promise {
            ja: "病院からお金を受け取りません。広告はありません。クッキーも追跡もありません。",
            en: "No money from hospitals, no advertising, no cookies, no tracking.",
        }
    }
}
