//! Which files does a browser load besides a page: the style sheet, and the WebAssembly where it has been built?

use super::Site;
use app::site::{Front, style};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::path::PathBuf;
use std::sync::Arc;

const NAMES: [(&str, &str); 2] =
    [("monosashi.js", "text/javascript; charset=utf-8"), ("monosashi_bg.wasm", "application/wasm")];
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Where the WebAssembly lies.
#[derive(Debug, Clone)]
pub(super) struct Folder(Arc<PathBuf>);

impl Folder {
    /// `pkg` below the folder that `MONOSASHI_SITE` names, or below `target/site`.
    pub(super) fn from_environment() -> Self {
        let site = std::env::var_os("MONOSASHI_SITE").map_or_else(|| PathBuf::from("target/site"), PathBuf::from);
        Self(Arc::new(site.join("pkg")))
    }

    /// Whether the islands can run; asked again for every page, so that they join when they are ready.
    pub(super) async fn front(&self) -> Front {
        match tokio::fs::read_to_string(self.0.join(".complete")).await {
            Ok(text) => Front::Present { version: text.chars().filter(char::is_ascii_alphanumeric).take(16).collect() },
            Err(_) => Front::Absent,
        }
    }
}

/// The style sheet, in the reader's colours or in chosen ones; its name changes with its content.
pub async fn style_sheet(Path(file): Path<String>) -> Response {
    let Some(sheet) = style::sheet_at(&format!("/assets/{file}")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let head = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, FOR_EVER)];
    (head, sheet).into_response()
}

/// One of the two files of the browser's half.
pub async fn front_file(State(site): State<Site>, Path(file): Path<String>) -> Response {
    let Some((name, kind)) = NAMES.into_iter().find(|(name, _)| *name == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tokio::fs::read(site.front.0.join(name)).await {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, FOR_EVER)], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
