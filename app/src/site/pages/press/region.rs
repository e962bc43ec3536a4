//! What can be written about one prefecture in this release?

use super::measure::area_sentence;
use super::{Ready, prefecture, ready, rules, said_of_changes};
use crate::site::components::licences::without_terms;
use crate::site::document::Meta;
use crate::site::drawings::Drawing;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::measure::Topic;
use domain::view_spec::{Chart, ViewSpec};
use i18n::{Locale, in_parentheses, whole};
use leptos::prelude::*;
use reports::figures::{beside_area, period_words};
use reports::model::{AreaMeasure, AreaReport, ChangeCount};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here, id: &str) -> Result<Page, ReportError> {
    let unknown = || ReportError::NotFound { kind: "area", id: id.chars().take(20).collect() };
    let (code, name) = prefecture(id).ok_or_else(unknown)?;
    let report = reports.area(code, &here.view).await?;
    let changes = reports.tidings_in(&here.view, Some(id)).await?.changes;
    let (here, locale, id) = (here.clone(), here.locale, id.to_owned());
    let name = locale.pick(name.ja, name.en);
    Ok(Page {
        meta: Meta { title: words::title(locale, name), description: words::lead(locale, name) },
        release: report.release.clone(),
        content: Box::new(move || content(&here, (&id, name), &report, &changes)),
    })
}

fn content(here: &Here, (id, name): (&str, &str), report: &AreaReport, changes: &[ChangeCount]) -> AnyView {
    let locale = here.locale;
    let news = said_of_changes(locale, changes.iter()).unwrap_or_else(|| words::no_news(locale).to_owned());
    let measures = report.measures.iter().map(|area| {
        let with_region = |view: &mut ViewSpec| view.region = Some(id.to_owned());
        let href = format!("{}#values", here.to_with(&Place::Measure(area.measure.id.clone()), with_region));
        let asked = ViewSpec {
            measure: Some(area.measure.id.clone()),
            region: Some(id.to_owned()),
            peer_group: area.role,
            release: here.view.release.clone(),
            ..ViewSpec::default()
        };
        let chart = |chart: Chart| Drawing { locale, chart }.builder(&asked);
        let name = locale.pick(&area.measure.name.ja, &area.measure.name.en).as_str();
        // read alone, a link says of which measure it is
        let of = || view! { <span class="ms-hidden">{in_parentheses(locale, "", name)}</span> };
        // a chart of several roles in one list would be what the rules above forbid
        let of_role = area.role.map(|role| {
            let role = locale.pick(role.name().ja, role.name().en);
            view! { " · " <a href=chart(Chart::Intervals)>{words::chart(locale, role)} {of()}</a> }
        });
        view! {
            <li>
                {name.to_owned()} " — "
                <a href=href>{words::table(locale)} {of()}</a>
                {of_role} " · "
                <a href=chart(Chart::Map)>{words::map(locale)} {of()}</a>
            </li>
        }
    });
    let measured = report.sources_of_values();
    let feed = format!("/feeds/{locale}/regions/{id}.atom");
    view! {
        <p class="ms-crumb"><a href=here.to(&Place::Press)>{words::press(locale)}</a></p>
        <h1>{words::title(locale, name)}</h1>
        <p class="ms-lead">{words::hospitals(locale, name, &whole(report.hospitals()))}</p>
        <p>{news} " " <a href=feed>{words::feed(locale)}</a></p>
        {without_terms(locale, &measured)}
        {ready(locale, &report.release, &measured, by_topic(locale, name, report))}
        {rules::general(here)}
        <section class="ms-section" aria-labelledby="tables">
            <h2 id="tables">{words::tables(locale)}</h2>
            <ul>{measures.collect_view()}</ul>
            <p><a href=here.to(&Place::Area(report.area.code.clone()))>{words::area_page(locale, name)}</a></p>
        </section>
        {rules::contact(here)}
    }
    .into_any()
}

/// The sentences of all measures, each under its topic.
fn by_topic(locale: Locale, name: &str, report: &AreaReport) -> Vec<(Option<Topic>, Vec<Ready>)> {
    let of = |topic: Topic| {
        let measures = report.measures.iter().filter(move |area| area.measure.topic == topic);
        measures.map(|area| Ready {
            id: area.measure.id.to_string(),
            said: sentence(locale, name, area),
            source: Some(area.source.clone()),
        })
    };
    Topic::ALL.iter().map(|topic| (Some(*topic), of(*topic).collect())).collect()
}

fn sentence(locale: Locale, name: &str, area: &AreaMeasure) -> String {
    let period = period_words(locale, area.period);
    let national = beside_area(locale, &area.measure, &area.national);
    area_sentence(locale, (name, &area.measure, &period), &area.value, national.as_deref())
}

mod words {
    i18n::text! {
        pub(super) fn press { ja: "報道・研究の方へ", en: "For journalists and researchers" }
        pub(super) fn title(name: &str) { ja: "{name}について書くとき", en: "Writing about {name}" }
        pub(super) fn lead(name: &str) {
            ja: "{name}の病院について、数字の入った文と、書いてよいこと・書けないこと。",
            en: "Ready-made sentences with figures about hospitals in {name}, and what you may and may not write.",
        }
        pub(super) fn hospitals(name: &str, count: &str) {
            ja: "{name}には、このデータにある病院と診療所が、あわせて{count}か所あります。",
            en: "{name} has {count} hospitals and clinics in these data.",
        }
        pub(super) fn no_news {
            ja: "変わった値の記録はありません。",
            en: "No changes to values are on record.",
        }
        pub(super) fn feed { ja: "この都道府県の更新を受け取る（Atom）", en: "Follow this prefecture (Atom)" }
        pub(super) fn tables { ja: "病院ごとの表と図", en: "Tables and charts" }
        pub(super) fn table { ja: "表", en: "table" }
        pub(super) fn chart(role: &str) { ja: "病院の図（{role}）", en: "chart of its hospitals ({role})" }
        pub(super) fn map { ja: "全国の地図", en: "map of prefectures" }
        pub(super) fn area_page(name: &str) { ja: "{name}のページ", en: "Page of {name}" }
    }
}
