//! `/measures`, `/measures/{id}` and `/measures/{id}/values`: what is measured, and with which values?

use super::answer::Question;
use super::doors::{MEASURE, MEASURES, VALUES};
use super::wire::{Measure, MeasureDetail, Meta, ValueRow};
use crate::http::{Named, Problem};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use domain::MeasureId;
use reports::model::Page;
use reports::{ReportError, Reports};

/// All measures.
pub async fn measures(State(reports): State<Reports>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&MEASURES, &uri)?;
    let view = question.list();
    let list = reports.measures(&view).await?;
    let same = Question::of_release(&view, &list.release);
    let versions = reports.versions(&same).await?;
    let sources = reports.sources(&same).await?;
    let page = Page {
        offset: view.cursor.unwrap_or(0),
        limit: view.limit.map_or(u32::MAX, u32::from),
        total: u32::try_from(list.measures.len()).unwrap_or(u32::MAX),
    };
    let part = list.measures.iter().skip(page.offset as usize).take(page.limit as usize);
    let rows: Vec<Measure> = part
        .map(|(note, period, national)| {
            let own = versions.get(&note.id).map_or(&[][..], Vec::as_slice);
            Measure::of(note, own, period.period, national)
        })
        .collect();
    question.answer(&rows, &Meta::of(&list.release, &sources.sources).with_page(page))
}

/// One measure.
pub async fn measure(State(reports): State<Reports>, Named(id): Named<String>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&MEASURE, &uri)?;
    let id = measure_id(question.id(&id))?;
    let report = reports.measure(&id, &question.view).await?;
    let versions = reports.versions(&Question::of_release(&question.view, &report.values.release)).await?;
    let own = versions.get(&id).map_or(&[][..], Vec::as_slice);
    let values = &report.values;
    let meta = Meta::of(&values.release, &values.sources).with_warnings([&values.measure]);
    question.answer(&[MeasureDetail::of(&report, own)], &meta)
}

/// The values of a measure, one row per hospital.
pub async fn values(State(reports): State<Reports>, Named(id): Named<String>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&VALUES, &uri)?;
    let id = measure_id(&id)?;
    reports.check_region(&question.view, Some(&id)).await?;
    let report = reports.values(&id, &question.list()).await?;
    let rows: Vec<ValueRow> = report.rows.iter().map(ValueRow::of).collect();
    let meta = Meta::of(&report.release, &report.sources).with_warnings([&report.measure]);
    question.answer(&rows, &meta.with_page(report.page))
}

fn measure_id(id: &str) -> Result<MeasureId, ReportError> {
    let unknown = |_| ReportError::NotFound { kind: "measure", id: id.chars().take(100).collect() };
    MeasureId::parse(id).map_err(unknown)
}
