//! Which numbers does a chart show, as a table and as JSON? Exactly the rows that are drawn.

use super::file_name;
use crate::api::v1::table;
use crate::api::v1::wire::{AreaValue, Meta, OfMeasure, SpreadYear, ValueRow};
use crate::downloads::Form;
use crate::http::Problem;
use crate::http::queue::Turn;
use crate::site::Site;
use app::site::Ending;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Disclosed;
use i18n::Locale;
use reports::ReportError;
use reports::chart::{ChartReport, Plotted};
use reports::model::VersionNote;
use serde::Serialize;

/// Width at which a drawing is described; its words do not depend on it.
const DESCRIBED_PX: f64 = 680.0;

/// Too many wait for the numbers of a chart.
pub(super) fn busy() -> Problem {
    Problem {
        status: StatusCode::SERVICE_UNAVAILABLE,
        kind: "busy",
        title: "Too many tables are being made",
        detail: "Please ask again in a few seconds. All values of a measure are in /data/latest/measures/ID.csv."
            .to_string(),
        detail_ja: "表の作成がこみあっています。数秒あとにもう一度お試しください。指標のすべての値は /data/latest/measures/ID.csv にあります。".to_string(),
        ..Problem::default()
    }
}

/// The rows as a table, or the drawing in words with the rows; a large chart is written where nobody waits for it, by whoever
/// has the turn.
pub(super) async fn data(
    site: &Site,
    turn: Turn,
    (locale, ending): (Locale, Ending),
    report: ChartReport,
) -> Result<Response, Problem> {
    let mut versions = site.reports().versions(&report.pinned()).await?;
    let versions = versions.remove(&report.measure().id).unwrap_or_default();
    let written = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        match ending {
            Ending::Json => json(locale, &report, &versions),
            Ending::Excel => csv(&report, &versions, Form::Spreadsheet),
            _ => csv(&report, &versions, Form::Plain),
        }
    });
    written.await.map_err(|_| Problem::unexpected())?
}

fn csv(report: &ChartReport, versions: &[VersionNote], form: Form) -> Result<Response, Problem> {
    let meta = Meta::of(report.release(), &report.cited()).with_warnings([report.measure()]);
    let table = match rows(report, versions) {
        Rows::Hospitals(rows) => table::csv_for(form.cells(), &rows, &meta),
        Rows::Areas(rows) => table::csv_for(form.cells(), &rows, &meta),
        Rows::Years(rows) => table::csv_for(form.cells(), &rows, &meta),
    };
    let body = [form.mark(), &table.map_err(|error| broken(&*error))?].concat();
    Ok(travelling("text/csv; charset=utf-8; header=present", report, form.ending(), body))
}

fn json(locale: Locale, report: &ChartReport, versions: &[VersionNote]) -> Result<Response, Problem> {
    let figure = report.figure(locale, "figure", DESCRIBED_PX)?;
    let told = Told {
        id: report.chart.as_str(),
        language: locale.as_str(),
        title: &figure.title,
        description: &figure.description,
        measure: report.measure().id.as_str(),
    };
    let meta = Meta::of(report.release(), &report.cited()).with_warnings([report.measure()]);
    let body = serde_json::to_vec(&Envelope { chart: told, values: rows(report, versions), meta });
    Ok(travelling("application/json; charset=utf-8", report, "json", body.map_err(|error| broken(&error))?))
}

/// The rows of a chart, in the words of the API, each with its measure and the version of its definition.
#[derive(Serialize)]
#[serde(untagged)]
enum Rows {
    Hospitals(Vec<OfMeasure<ValueRow>>),
    Areas(Vec<OfMeasure<AreaValue>>),
    Years(Vec<OfMeasure<SpreadYear>>),
}

fn rows(report: &ChartReport, versions: &[VersionNote]) -> Rows {
    let measure = &report.measure().id;
    match report.plotted() {
        Plotted::Hospitals(rows) => {
            let told = |row: &Disclosed<reports::model::ValueRow>| {
                OfMeasure::of(ValueRow::of(row), measure, versions, row.figure().period)
            };
            Rows::Hospitals(rows.into_iter().map(told).collect())
        }
        Plotted::Areas(areas) => {
            let period = report.period();
            Rows::Areas(
                areas
                    .iter()
                    .map(|area| OfMeasure::of(AreaValue::of(area, period), measure, versions, period))
                    .collect(),
            )
        }
        Plotted::Years(years, own) => {
            let country = years.iter().map(|year| OfMeasure::of(SpreadYear::of(year), measure, versions, year.period));
            let own = own
                .into_iter()
                .map(|row| OfMeasure::of(SpreadYear::of_hospital(row), measure, versions, row.figure().period));
            Rows::Years(country.chain(own).collect())
        }
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    chart: Told<'a>,
    values: Rows,
    meta: Meta,
}

#[derive(Serialize)]
struct Told<'a> {
    id: &'a str,
    language: &'a str,
    title: &'a str,
    description: &'a str,
    measure: &'a str,
}

fn travelling(kind: &'static str, report: &ChartReport, ending: &str, body: Vec<u8>) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_DISPOSITION, file_name(report, ending));
    response
}

fn broken(error: &dyn std::fmt::Display) -> Problem {
    Problem::of(&ReportError::Store(error.to_string()))
}
