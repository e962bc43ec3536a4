//! How does a chart leave for another site, a text or a program? One question, five forms, one report.

mod data;
mod document;
mod image;
mod looks;
mod oembed;
mod painter;
mod preview;

pub use oembed::oembed;
pub use painter::Painter;

use crate::http::Problem;
use crate::site::Site;
use app::site::{Drawing, Ending};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::view_spec::{Chart, ViewSpec};
use domain::{Bilingual, HospitalId};
use i18n::Locale;
use reports::chart::{ChartReport, Reading};
use reports::{ReportError, Reports};

/// What the resizing script of a news site adds to the address of a frame; it says nothing about the chart.
const OF_THE_FRAME: [&str; 4] = ["initialWidth", "childId", "parentTitle", "parentUrl"];

/// `/embed/{locale}/{chart}` and its other forms.
pub async fn chart(
    State(site): State<Site>,
    uri: Uri,
    path: Result<Path<(String, String)>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Response {
    // bytes that are no text name no chart: they stay as they are written
    let as_written = |place: usize| uri.path().split('/').nth(place).unwrap_or_default().to_owned();
    let (locale, file) = path.map_or_else(|_| (as_written(2), as_written(3)), |Path(named)| named);
    let Some(locale) = Locale::parse(&locale) else {
        return in_no_language(&locale, Ending::split(&file).1);
    };
    let query = without_frame(query.as_deref().unwrap_or_default());
    if file == preview::FILE {
        return preview::preview(&site, locale, &query).await;
    }
    let (name, ending) = Ending::split(&file);
    let Ok(chart) = Chart::parse(name) else {
        return refused(locale, ending, unknown_chart(name));
    };
    match answered(&site, locale, (chart, ending), &query).await {
        Ok(response) => response,
        Err(problem) => refused(locale, ending, problem),
    }
}

async fn answered(
    site: &Site,
    locale: Locale,
    (chart, ending): (Chart, Ending),
    query: &str,
) -> Result<Response, Problem> {
    let view = looks::read(query, chart, ending).map_err(ReportError::from)?;
    site.reports().check_region(&view, view.measure.as_ref()).await?;
    let report = report_of(site, locale, (chart, ending), &view);
    match ending {
        Ending::Html => document::document(site, locale, report.await?).await,
        Ending::Svg => image::svg(locale, report.await?).await,
        Ending::Png => {
            let turn = site.painter().turn().await?;
            image::png(turn, locale, report.await?).await
        }
        Ending::Excel | Ending::Csv | Ending::Json => {
            let turn = site.tables().turn().await.ok_or_else(data::busy)?;
            data::data(site, turn, (locale, ending), report.await?).await
        }
    }
}

/// The numbers of a chart, as far as its form needs them.
async fn report_of(
    site: &Site,
    locale: Locale,
    (chart, ending): (Chart, Ending),
    view: &ViewSpec,
) -> Result<ChartReport, Problem> {
    let is_data = matches!(ending, Ending::Excel | Ending::Csv | Ending::Json);
    let reading = if is_data { Reading::Values } else { Reading::Drawing };
    match site.reports().chart(chart, view, reading).await {
        Err(error @ ReportError::Moved { .. }) => Err(moved((locale, chart), ending, view, &error)),
        Err(error) => Err(named(chart, error)),
        Ok(report) => Ok(report),
    }
}

/// Kinds of things that are asked for by a parameter of the same name.
const NAMED: [&str; 7] = ["measure", "hospital", "period", "stratum", "release", "region", "page"];

/// What is not there is named by the parameter that asked for it.
fn named(chart: Chart, error: ReportError) -> Problem {
    let parameter = match &error {
        ReportError::NotFound { kind: "hospital", .. } if chart == Chart::Compare => Some("h"),
        ReportError::NotFound { kind, .. } if NAMED.contains(kind) => Some(*kind),
        ReportError::NotDrawn { .. } => Some("measure"),
        _ => None,
    };
    let problem = Problem::from(error);
    Problem { parameter: problem.parameter.or(parameter.map(str::to_owned)), ..problem }
}

/// The same chart of the id that the hospital has now.
fn moved((locale, chart): (Locale, Chart), ending: Ending, view: &ViewSpec, error: &ReportError) -> Problem {
    let (view, problem) = now(view, error);
    Problem { location: Some(Drawing { locale, chart }.file(ending, &view)), ..problem }
}

/// The same question of the id that the hospital has now, and what is said of the old one.
fn now(view: &ViewSpec, error: &ReportError) -> (ViewSpec, Problem) {
    let problem = Problem::of(error);
    let hospital = problem.moved_to.as_deref().and_then(|id| HospitalId::parse(id).ok());
    (ViewSpec { hospital, ..view.clone() }, problem)
}

/// The query without what speaks of the frame alone.
fn without_frame(query: &str) -> String {
    let of_the_chart = query.split('&').filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        !OF_THE_FRAME.contains(&name)
    });
    of_the_chart.collect::<Vec<_>>().join("&")
}

fn unknown_chart(name: &str) -> Problem {
    let charts = Chart::ALL.iter().map(|chart| chart.as_str()).collect::<Vec<_>>().join(", ");
    let name = shown(name);
    Problem {
        status: StatusCode::NOT_FOUND,
        kind: "no-such-chart",
        title: "There is no such chart",
        detail: format!(
            "\"{name}\" is no chart of this site. Charts: {charts}; behind the name .svg, .png, .csv, .excel.csv or .json."
        ),
        detail_ja: format!(
            "「{name}」という図はありません。図：{charts}。名前のあとに .svg、.png、.csv、.excel.csv、.json を書けます。"
        ),
        ..Problem::default()
    }
}

/// Nobody knows in which language to say it, so it is said in both.
fn in_no_language(name: &str, ending: Ending) -> Response {
    let (name, languages) = (shown(name), Locale::ALL.map(|locale| locale.to_string()).join(", "));
    let problem = Problem {
        status: StatusCode::NOT_FOUND,
        kind: "no-such-language",
        title: "There is no such language",
        detail: format!(
            "\"{name}\" is no language of this site: write /embed/ja/… or /embed/en/…. Languages: {languages}."
        ),
        detail_ja: format!(
            "「{name}」という言語はありません。/embed/ja/… か /embed/en/… と書いてください。言語：{languages}。"
        ),
        ..Problem::default()
    };
    if ending != Ending::Html {
        return problem.into_response();
    }
    let both = format!("{} {}", problem.detail_ja, problem.detail);
    refused(Locale::Ja, ending, Problem { detail_ja: both, ..problem })
}

fn shown(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || c.is_ascii_graphic()).take(60).collect()
}

/// A refusal in the form that was asked for: a frame says it to its reader, everything else to a program.
fn refused(locale: Locale, ending: Ending, problem: Problem) -> Response {
    if ending != Ending::Html || problem.location.is_some() {
        return problem.into_response();
    }
    let told = Bilingual::new(problem.detail_ja, problem.detail);
    document::page(problem.status, app::site::embed::refused(locale, &told))
}

/// Headers of a drawing: it can hold nothing that runs, wherever it is opened.
fn of_a_drawing(kind: &'static str, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    let pairs: [(HeaderName, &'static str); 2] = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *"),
    ];
    for (name, value) in pairs {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The file name under which a browser keeps an image: what it shows, and that it is invented where it is.
fn file_name(report: &ChartReport, ending: &str) -> HeaderValue {
    let invented = if report.release().reality == domain::records::Reality::Fictional { "fictional-" } else { "" };
    let (chart, measure, release) = (report.chart, &report.measure().id, &report.release().id);
    let name = format!("inline; filename=\"{invented}{measure}-{chart}-{release}.{ending}\"");
    HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("inline"))
}

impl Site {
    fn reports(&self) -> &Reports {
        &self.reports
    }
}

#[cfg(test)]
mod tests {
    use super::without_frame;

    #[test]
    fn what_a_frame_adds_does_not_count() {
        assert_eq!(without_frame("measure=a&initialWidth=600&childId=x&parentTitle=&parentUrl=h"), "measure=a");
        assert_eq!(without_frame("childIds=1"), "childIds=1");
    }
}
