//! How does the document of a frame travel? With leave to stand in any frame, and with nothing else.

use crate::http::Problem;
use crate::site::{Site, base64};
use app::site::embed::{Embed, HEIGHT_SCRIPT};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use i18n::Locale;
use reports::chart::ChartReport;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'; frame-ancestors *",
        base64(&Sha256::digest(HEIGHT_SCRIPT.as_bytes()))
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'; frame-ancestors *"))
});

/// The chart as a document. A large chart takes a while to lay out: nobody else waits for it.
pub(super) async fn document(site: &Site, locale: Locale, report: ChartReport) -> Result<Response, Problem> {
    let corrections = site.reports().corrections_since(&report).await?;
    let origin = site.origin().clone();
    let html = tokio::task::spawn_blocking(move || {
        Embed { locale, report: &report, corrections: &corrections, origin: &origin }.html()
    });
    Ok(page(StatusCode::OK, html.await.map_err(|_| Problem::unexpected())??))
}

/// A document that may stand in a frame of anybody.
pub(super) fn page(status: StatusCode, html: String) -> Response {
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY.clone());
    response
}
