//! Which numbers does a chart show, as a table and as JSON? Exactly the rows that are drawn.

use super::file_name;
use crate::api::v1::table;
use crate::api::v1::wire::{AreaValue, Meta, SpreadYear, ValueRow};
use crate::http::Problem;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use i18n::Locale;
use reports::ReportError;
use reports::chart::{ChartReport, Plotted};
use serde::Serialize;

/// Width at which a drawing is described; its words do not depend on it.
const DESCRIBED_PX: f64 = 680.0;

/// The rows as a table.
pub(super) fn csv(report: &ChartReport) -> Result<Response, Problem> {
    let meta = Meta::of(report.release(), &report.cited());
    let body = match rows(report) {
        Rows::Hospitals(rows) => table::csv(&rows, &meta),
        Rows::Areas(rows) => table::csv(&rows, &meta),
        Rows::Years(rows) => table::csv(&rows, &meta),
    };
    let body = body.map_err(|error| broken(&*error))?;
    Ok(travelling("text/csv; charset=utf-8; header=present", report, "csv", body))
}

/// The drawing in words, and the rows.
pub(super) fn json(locale: Locale, report: &ChartReport) -> Result<Response, Problem> {
    let figure = report.figure(locale, "figure", DESCRIBED_PX)?;
    let told = Told {
        id: report.chart.as_str(),
        language: locale.as_str(),
        title: &figure.title,
        description: &figure.description,
        measure: report.measure().id.as_str(),
    };
    let meta = Meta::of(report.release(), &report.cited());
    let body = serde_json::to_vec(&Envelope { chart: told, values: rows(report), meta });
    Ok(travelling("application/json; charset=utf-8", report, "json", body.map_err(|error| broken(&error))?))
}

/// The rows of a chart, in the words of the API.
#[derive(Serialize)]
#[serde(untagged)]
enum Rows {
    Hospitals(Vec<ValueRow>),
    Areas(Vec<AreaValue>),
    Years(Vec<SpreadYear>),
}

fn rows(report: &ChartReport) -> Rows {
    match report.plotted() {
        Plotted::Hospitals(rows) => Rows::Hospitals(rows.into_iter().map(ValueRow::of).collect()),
        Plotted::Areas(areas) => Rows::Areas(areas.iter().map(AreaValue::of).collect()),
        Plotted::Years(years) => Rows::Years(years.iter().map(SpreadYear::of).collect()),
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
