//! Is the process alive, can it answer, and which program with which release is it?

use crate::http::Edition;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::records::Reality;
use domain::view_spec::ViewSpec;
use reports::Reports;
use serde::Serialize;

/// The program and the release it answers from.
#[derive(Debug, Serialize)]
pub struct Version {
    name: &'static str,
    version: &'static str,
    build: &'static str,
    release: Option<String>,
    as_of: Option<String>,
    fictional: Option<bool>,
    method_version: Option<String>,
}

/// `/healthz`: the process runs.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// `/readyz`: there is a release to answer from.
pub async fn readyz(State(reports): State<Reports>) -> (StatusCode, &'static str) {
    match reports.release_note(&ViewSpec::default()) {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "no release has been published yet\n"),
    }
}

/// `/version`: which program, which release.
pub async fn version(State(reports): State<Reports>) -> Json<Version> {
    let note = reports.release_note(&ViewSpec::default()).ok();
    Json(Version {
        name: "monosashi",
        version: env!("CARGO_PKG_VERSION"),
        build: Edition::build(),
        release: note.as_ref().map(|n| n.id.clone()),
        as_of: note.as_ref().map(|n| n.as_of.to_string()),
        fictional: note.as_ref().map(|n| n.reality == Reality::Fictional),
        method_version: note.map(|n| n.method_version),
    })
}
