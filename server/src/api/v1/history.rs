//! `/releases`, `/releases/{id}/changes` and `/corrections`: what was said before, and what became of it?

use super::answer::Question;
use super::doors::{CHANGES, CORRECTIONS, RELEASES};
use super::wire::{Change, Correction, Meta, Release};
use crate::http::{Named, Problem};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use domain::MeasureId;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use reports::model::Page;
use reports::{ReportError, Reports};

/// All releases, the newest first.
pub async fn releases(State(reports): State<Reports>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&RELEASES, &uri)?;
    let view = question.list();
    let answering = reports.release_note(&view)?;
    let list = reports.releases().await?;
    let sources = reports.sources(&Question::of_release(&view, &answering)).await?;
    let page = Page {
        offset: view.cursor.unwrap_or(0),
        limit: view.limit.map_or(u32::MAX, u32::from),
        total: u32::try_from(list.releases.len()).unwrap_or(u32::MAX),
    };
    let part = list.releases.iter().skip(page.offset as usize).take(page.limit as usize);
    let rows: Vec<Release> = part.map(|note| Release::of(note, &list.current)).collect();
    question.answer(&rows, &Meta::of(&answering, &sources.sources).with_page(page))
}

/// What differs from the release before.
pub async fn changes(State(reports): State<Reports>, Named(id): Named<String>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&CHANGES, &uri)?;
    let unknown = |_| ReportError::NotFound { kind: "release", id: id.chars().take(100).collect() };
    let id = MeasureId::parse(&id).map_err(unknown)?;
    let view = ViewSpec { release: ReleaseChoice::Pinned(id.to_string()), ..question.list() };
    let list = reports.changes(&view).await?;
    let sources = reports.sources(&view).await?;
    let rows: Vec<Change> = list.rows.iter().map(Change::of).collect();
    question.answer(&rows, &Meta::of(&list.release, &sources.sources).with_page(list.page))
}

/// All corrections, the newest first.
pub async fn corrections(State(reports): State<Reports>, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(&CORRECTIONS, &uri)?;
    let view = question.list();
    let list = reports.corrections(&view).await?;
    let sources = reports.sources(&Question::of_release(&view, &list.release)).await?;
    let rows: Vec<Correction> = list.rows.iter().map(Correction::of).collect();
    question.answer(&rows, &Meta::of(&list.release, &sources.sources).with_page(list.page))
}
