//! Which files does a browser load besides a page: the style sheet, and the WebAssembly where it has been built?

use super::Site;
use crate::browser_half::BrowserHalf;
use crate::http::Named;
use app::site::{Front, style};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

const NAMES: [(&str, &str); 2] =
    [("monosashi.js", "text/javascript; charset=utf-8"), ("monosashi_bg.wasm", "application/wasm")];
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Whether the islands can run; asked again for every page, so that they join when they are ready.
pub(super) async fn front(half: &BrowserHalf) -> Front {
    let half = half.clone();
    let mark = tokio::task::spawn_blocking(move || half.mark()).await.unwrap_or_default();
    let version: String = mark.chars().filter(char::is_ascii_alphanumeric).take(16).collect();
    if version.is_empty() { Front::Absent } else { Front::Present { version } }
}

/// The style sheet, in the reader's colours or in chosen ones; its name changes with its content.
pub async fn style_sheet(Named(file): Named<String>) -> Response {
    let Some(sheet) = style::sheet_at(&format!("/assets/{file}")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let head = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, FOR_EVER)];
    (head, sheet).into_response()
}

/// One of the two files of the browser's half.
pub async fn front_file(State(site): State<Site>, Named(file): Named<String>) -> Response {
    let Some((name, kind)) = NAMES.into_iter().find(|(name, _)| *name == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let half = site.half.clone();
    match tokio::task::spawn_blocking(move || half.file(name)).await {
        Ok(Ok(bytes)) => ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, FOR_EVER)], bytes).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
