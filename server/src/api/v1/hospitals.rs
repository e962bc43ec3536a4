//! `/hospitals` and `/hospitals/{id}`: which hospitals are there, and what is known about one?

use super::answer::Question;
use super::doors::{HOSPITAL, HOSPITALS};
use super::wire::{Hospital, HospitalDetail, Meta};
use crate::http::{Named, Problem};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use domain::HospitalId;
use reports::{ReportError, Reports};

/// The finder.
pub async fn hospitals(State(reports): State<Reports>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&HOSPITALS, &uri)?;
    let view = question.list();
    reports.check_region(&view, None).await?;
    let found = reports.finder(&view).await?;
    let sources = reports.sources(&Question::of_release(&view, &found.release)).await?;
    let rows: Vec<Hospital> = found.rows.iter().map(Hospital::found).collect();
    question.answer(&rows, &Meta::of(&found.release, &sources.sources).with_page(found.page))
}

/// One hospital; an id that was given up leads to the one that is used now.
pub async fn hospital(State(reports): State<Reports>, Named(id): Named<String>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&HOSPITAL, &uri)?;
    let id = question.id(&id);
    let unknown = |_| ReportError::NotFound { kind: "hospital", id: id.chars().take(100).collect() };
    let id = HospitalId::parse(id).map_err(unknown)?;
    let report = match reports.hospital(&id, &question.view).await {
        Ok(report) => report,
        Err(error @ ReportError::Moved { .. }) => return Err(moved(&question, &error)),
        Err(error) => return Err(error.into()),
    };
    let meta = Meta::of(&report.release, &report.sources).with_warnings(report.measures.iter().map(|s| &s.measure));
    question.answer(&[HospitalDetail::of(&report)], &meta)
}

fn moved(question: &Question, error: &ReportError) -> Problem {
    let location = match error {
        ReportError::Moved { to, .. } => Some(question.moved_to(to)),
        _ => None,
    };
    Problem { location, ..Problem::of(error) }
}
