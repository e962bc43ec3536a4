//! `/compare`: how do two to five hospitals compare, and may they be compared?

use super::answer::Question;
use super::doors::COMPARE;
use super::wire::{Compare, Meta};
use crate::http::Problem;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use reports::Reports;

/// Hospitals side by side.
pub async fn compare(State(reports): State<Reports>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&COMPARE, &uri)?;
    let comparison = reports.compare(&question.view).await?.of_two_or_more()?;
    let measures = comparison.measures.iter().map(|compared| &compared.measure);
    let meta = Meta::of(&comparison.release, &comparison.sources).with_warnings(measures);
    question.answer(&[Compare::of(&comparison)], &meta)
}
