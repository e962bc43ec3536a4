//! How is a chart taken to another site, to a text or to print, so that nothing can be left out on the way?

mod form;
mod parts;
mod take;

use crate::site::components::by_country::{Country, by_country};
use crate::site::document::Meta;
use crate::site::drawings::{Drawing, Ending, with_chart};
use crate::site::embed::Embed;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use crate::site::snippet::Snippet;
use domain::Bilingual;
use domain::view_spec::{Chart, Language, ViewSpec};
use i18n::Locale;
use leptos::prelude::*;
use reports::chart::{ChartReport, Reading};
use reports::figures::hospital_name;
use reports::model::MeasureNote;
use reports::{ReportError, Reports};

/// What a choice changes in the page.
const PARTS: &str = ".ms-head,#preview,#taken";

/// The widths up to which the preview is of one height (`embed.css`).
const SIZES: [(&str, f64); 3] = [("ms-at-360", 360.0), ("ms-at-544", 543.0), ("ms-at-wide", 2_000.0)];

/// What can be chosen.
struct Choices {
    /// The release that is kept where the newest one is not followed.
    release: String,
    /// By country, the reader's own first.
    measures: Vec<Country<MeasureNote>>,
    /// The charts that the chosen measure has, and the chosen one; where no measure is chosen, those of any measure.
    charts: Vec<Chart>,
    regions: Vec<(String, Bilingual<String>, u32)>,
    /// The hospital that is pointed out, by its name.
    hospital: Option<Bilingual<String>>,
}

/// What is shown of the chosen chart.
enum Shown {
    /// Nothing is chosen yet.
    Nothing,
    /// The chart, and what can be copied of it.
    Chart(Box<ChartReport>, Box<Snippet>),
    /// Why there is none.
    Refused(Bilingual<String>),
}

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let choices = choices(reports, &here.view, &release.id).await?;
    let here = Here { view: with_chart(&here.view), ..here.clone() };
    let shown = shown(reports, &here).await?;
    let locale = here.locale;
    Ok(Page { meta: meta(locale, &shown), release, content: Box::new(move || content(&here, &choices, &shown)) })
}

/// A link that is handed on names the chart, not the tool.
fn meta(locale: Locale, shown: &Shown) -> Meta {
    let title = match shown {
        Shown::Chart(_, snippet) => snippet.title.clone(),
        _ => words::title(locale).to_owned(),
    };
    Meta { title, description: words::lead(locale).to_owned() }
}

/// The language of the drawing.
fn language(here: &Here) -> Locale {
    match here.view.language {
        Some(Language::Ja) => Locale::Ja,
        Some(Language::En) => Locale::En,
        None => here.locale,
    }
}

async fn choices(reports: &Reports, view: &ViewSpec, release: &str) -> Result<Choices, ReportError> {
    let of_release = ViewSpec { release: view.release.clone(), ..ViewSpec::default() };
    let list = reports.measures(&of_release).await?;
    let listed = list.measures.into_iter().map(|(note, _, spread)| (note, spread.comparator.country)).collect();
    let measures = by_country(listed, &list.home, |(_, country): &(MeasureNote, String)| country.clone())
        .into_iter()
        .map(|country| Country {
            code: country.code,
            entries: country.entries.into_iter().map(|(note, _)| note).collect(),
        })
        .collect();
    let regions = reports.regions(&of_release.release).await?;
    let hospital = match &view.hospital {
        Some(id) => Some(reports.hospital(id, &of_release).await?.card.hospital.name),
        None => None,
    };
    let charts = match &view.measure {
        Some(measure) => reports.charts_of(measure, &view.release).await?,
        None => reports.charts_of_release(&view.release).await?,
    };
    Ok(Choices { release: release.to_owned(), measures, charts, regions, hospital })
}

async fn shown(reports: &Reports, here: &Here) -> Result<Shown, ReportError> {
    let (Some(chart), Some(_)) = (here.view.chart, &here.view.measure) else {
        return Ok(Shown::Nothing);
    };
    match reports.chart(chart, &here.view, Reading::Drawing).await {
        Ok(report) => {
            let snippet = Snippet::of(&embed(here, &report))?;
            Ok(Shown::Chart(Box::new(report), Box::new(snippet)))
        }
        Err(error @ (ReportError::NotDrawn { .. } | ReportError::View(_))) => Ok(Shown::Refused(error.explanation())),
        Err(error) => Err(error),
    }
}

fn embed<'a>(here: &'a Here, report: &'a ChartReport) -> Embed<'a> {
    Embed { locale: language(here), report, corrections: &[], origin: &here.origin }
}

fn content(here: &Here, choices: &Choices, shown: &Shown) -> AnyView {
    let locale = here.locale;
    let taken = match shown {
        Shown::Chart(report, snippet) => Some(take::take(here, report, snippet)),
        _ => None,
    };
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        <div class="ms-builder">
            <div id="preview" data-said=said(locale, shown)>{result(here, shown)} {pointed(here, choices)}</div>
            {form::form(here, choices)}
        </div>
        <div id="taken">{taken}</div>
    }
    .into_any()
}

/// What is read out when a choice has changed the chart.
fn said(locale: Locale, shown: &Shown) -> String {
    match shown {
        Shown::Nothing => words::choose(locale).to_owned(),
        Shown::Chart(_, snippet) => words::renewed(locale, &snippet.title),
        Shown::Refused(told) => locale.pick(&told.ja, &told.en).clone(),
    }
}

/// The chart, or why there is none; it comes first, because a link to this page is a link to the chart.
fn result(here: &Here, shown: &Shown) -> AnyView {
    let locale = here.locale;
    match shown {
        Shown::Nothing => view! { <p>{words::choose(locale)}</p> }.into_any(),
        Shown::Refused(told) => view! {
            <section id="chart" class="ms-section">
                <h2>{words::none(locale)}</h2>
                <p>{locale.pick(&told.ja, &told.en).clone()}</p>
                {needs_hospital(here)}
            </section>
        }
        .into_any(),
        Shown::Chart(report, snippet) => {
            let drawing = Drawing { locale: language(here), chart: report.chart };
            let handed_on = report.handed_on();
            let frame = drawing.file(Ending::Html, &handed_on);
            let sizes = SIZES.map(|(class, width_px)| {
                let shape = format!("0 0 1 {}", snippet.heights.at(width_px));
                view! { <svg class=class viewBox=shape aria-hidden="true"></svg> }
            });
            view! {
                <section id="chart" class="ms-section" aria-labelledby="chart-title">
                    <h2 id="chart-title">{words::preview(locale)}</h2>
                    {parts::dropped(locale, report.chart, &here.view)}
                    <div class="ms-sized">
                        {sizes}
                        <iframe class="ms-frame" src=frame title=snippet.title.clone() height=snippet.height_px.to_string()></iframe>
                    </div>
                    {parts::parts(here, report)}
                    <p><a href=drawing.page(&handed_on)>{words::page(locale)}</a></p>
                </section>
            }
            .into_any()
        }
    }
}

/// The way to a hospital, where one is needed.
fn needs_hospital(here: &Here) -> Option<AnyView> {
    let missing = here.view.chart.is_some_and(Chart::needs_hospital) && here.view.hospital.is_none();
    let href = here.to(&Place::Hospitals);
    missing.then(|| view! { <p><a href=href>{words::find(here.locale)}</a></p> }.into_any())
}

/// Who is pointed out, and how that is undone.
fn pointed(here: &Here, choices: &Choices) -> Option<AnyView> {
    let locale = here.locale;
    let name = hospital_name(locale, choices.hospital.as_ref()?);
    let without = here.again(|view| {
        view.hospital = None;
        view.chart = view.chart.filter(|chart| !chart.needs_hospital());
    });
    Some(view! { <p>{words::pointed(locale, &name)} " " <a href=without>{words::without(locale)}</a></p> }.into_any())
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "図を使う", en: "Use a chart" }
        pub(super) fn lead {
            ja: "記事・資料・サイトに、図をそのまま持っていけます。出典・期間・幅・注意は図の中にあり、はずれません。",
            en: "Use a chart in an article, a document or a website. Its source, period, range and caveats are part of it and cannot be lost.",
        }
        pub(super) fn choose { ja: "指標と図の種類を選んでください。", en: "Choose a measure and a chart." }
        pub(super) fn none { ja: "この図はありません", en: "There is no such chart" }
        pub(super) fn preview { ja: "できあがり", en: "How it will look" }
        pub(super) fn renewed(title: &str) { ja: "図とコードを新しくしました：{title}", en: "The chart and its code have changed: {title}" }
        pub(super) fn pointed(name: &str) { ja: "印を付けている病院：{name}。", en: "Highlighted hospital: {name}." }
        pub(super) fn without { ja: "病院に印を付けない図にする", en: "Do not highlight a hospital" }
        pub(super) fn page { ja: "この図のあるページを読む", en: "Read the page of this chart" }
        pub(super) fn find {
            ja: "病院をさがす（病院のページの「この図を使う」から戻れます）",
            en: "Find a hospital (“Use this chart” on its page leads back here)",
        }
    }
}
