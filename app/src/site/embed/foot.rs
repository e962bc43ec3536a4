//! What stands around an embedded drawing and cannot be left out: corrections, newer releases, source, data?

use super::Embed;
use crate::site::components::reply;
use crate::site::document::site_name;
use crate::site::drawings::{Drawing, Ending};
use crate::site::links::Place;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use i18n::{Locale, date_iso, list, whole};
use leptos::prelude::*;
use reports::model::SourceNote;

/// What has happened since the drawing was made; outside of it, because a pinned drawing keeps its bytes.
pub(super) fn notices(embed: &Embed<'_>) -> impl IntoView + use<> {
    let locale = embed.locale;
    let corrected = embed.corrections.first().map(|newest| {
        let day = date_iso(locale, &newest.note.date.to_string());
        let told = words::corrected(locale, &day, &whole(embed.corrections.len()));
        view! { <p class="ms-notice" role="note">{told} " " <a href=latest(embed) target="_blank" rel="noopener">{words::see_now(locale)}</a></p> }
    });
    let release = embed.report.release();
    let newer = release.newer.as_ref().map(|_| {
        let as_of = date_iso(locale, &release.as_of.to_string());
        view! { <p class="ms-notice" role="note">{words::newer(locale, &as_of)} " " <a href=latest(embed) target="_blank" rel="noopener">{words::see_now(locale)}</a></p> }
    });
    view! { {corrected} {newer} {replied(embed)} }
}

/// That the hospital has its own words about what is drawn, and where they stand.
fn replied(embed: &Embed<'_>) -> Option<AnyView> {
    let hospital = embed.report.view.hospital.clone()?;
    let said = reply::replied(embed.locale, reply::newest(embed.report.replies())?);
    let view = ViewSpec { release: embed.report.pinned().release, ..ViewSpec::default() };
    let page = embed.origin.absolute(&Place::Hospital(hospital).href(embed.locale, &view));
    let href = format!("{page}#{}", embed.report.measure().id);
    Some(view! { <p class="ms-small"><a href=href target="_blank" rel="noopener">{said}</a></p> }.into_any())
}

/// The page of the same question in the current release.
fn latest(embed: &Embed<'_>) -> String {
    let drawing = Drawing { locale: embed.locale, chart: embed.report.chart };
    let mut view = embed.report.pinned();
    view.release = ReleaseChoice::Latest;
    view.period = embed.report.view.period;
    embed.origin.absolute(&drawing.page(&view))
}

/// Whose data, from where, and what can be had of it.
pub(super) fn foot(embed: &Embed<'_>, drawing: &Drawing, page: &str) -> impl IntoView + use<> {
    let locale = embed.locale;
    let pinned = embed.report.pinned();
    let of = |ending: Ending| embed.origin.absolute(&drawing.file(ending, &pinned));
    let cited: Vec<String> = embed.report.cited().iter().filter_map(|source| attribution(locale, source)).collect();
    let cited = (!cited.is_empty()).then(|| view! { <p>{list(locale, &cited)}</p> });
    view! {
        <footer class="ms-embed-foot">
            {cited}
            <p>
                <a href=page.to_owned() target="_blank" rel="noopener">{words::more(locale, site_name(locale))}</a>
                " · " <a href=of(Ending::Csv)>{words::data(locale)}</a>
                " · " <a href=of(Ending::Excel)>{words::excel(locale)}</a>
                " · " <a href=of(Ending::Png)>{words::image(locale)}</a>
            </p>
        </footer>
    }
}

/// The wording that the licence of a source asks for.
fn attribution(locale: Locale, source: &SourceNote) -> Option<String> {
    let told = locale.pick(&source.attribution.ja, &source.attribution.en);
    (!told.is_empty()).then(|| told.clone())
}

mod words {
    i18n::text! {
        pub(super) fn corrected(day: &str, count: &str) {
            ja: "お知らせ：この図のもとになった値のうち{count}件が、その後訂正されました（最新は{day}）。",
            en: "Please note: since then, {count} of the values behind this chart have been corrected, most recently on {day}.",
        }
        pub(super) fn newer(as_of: &str) {
            ja: "この図は{as_of}現在のデータです。新しいデータが出ています。",
            en: "This chart shows the data as of {as_of}. Newer data have been published.",
        }
        pub(super) fn see_now { ja: "いまの図を見る", en: "See the current release" }
        pub(super) fn more(site: &str) { ja: "くわしく見る（{site}）", en: "More on {site}" }
        pub(super) fn excel { ja: "Excel用", en: "for Excel" }
        pub(super) fn data { ja: "データ（CSV）", en: "Data (CSV)" }
        pub(super) fn image { ja: "画像（PNG）", en: "Image (PNG)" }
    }
}
