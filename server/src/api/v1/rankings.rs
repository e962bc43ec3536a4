//! `/rankings`: who stands where under a reader's own criteria?

use super::answer::Question;
use super::doors::RANKINGS;
use super::wire::{Meta, Ranking};
use crate::http::Problem;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use reports::Reports;

/// One list per role.
pub async fn rankings(State(reports): State<Reports>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&RANKINGS, &uri)?;
    let answer = reports.rankings(&question.view).await?;
    let rows = Ranking::all(&answer);
    question.answer(&rows, &Meta::of(&answer.release, &answer.sources).with_total(rows.len()))
}
