//! How is a question that cannot be answered refused, so that a program and a person can read why? (RFC 9457)

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Bilingual;
use reports::ReportError;
use serde_json::{Map, Value, json};

/// Seconds after which something that is busy may be asked again.
const SOON: u64 = 5;

/// Why there is no answer, and what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    /// HTTP status.
    pub status: StatusCode,
    /// The last part of `type`.
    pub kind: &'static str,
    /// The kind in words.
    pub title: &'static str,
    /// What happened here and what to try, English.
    pub detail: String,
    /// The same in Japanese.
    pub detail_ja: String,
    /// The parameter at fault.
    pub parameter: Option<String>,
    /// The id that is used now.
    pub moved_to: Option<String>,
    /// Where to ask instead.
    pub location: Option<String>,
    /// Seconds after which to ask again.
    pub retry_after: Option<u64>,
}

impl Problem {
    /// The face of a [`ReportError`] for programs.
    pub fn of(error: &ReportError) -> Self {
        let Bilingual { ja: detail_ja, en: detail } = error.explanation();
        let (kind, title) = match error {
            ReportError::NotFound { .. } => ("not-found", "Not found"),
            ReportError::NotDrawn { .. } => ("no-such-chart", "This measure has no such chart"),
            ReportError::Moved { .. } => ("moved", "The hospital has another id now"),
            ReportError::View(_) => ("bad-parameter", "A parameter is not understood"),
            ReportError::NoRelease => ("no-release", "No data has been published yet"),
            ReportError::Store(_) => ("data-unreadable", "The data cannot be read"),
        };
        Self {
            status: StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            kind,
            title,
            detail,
            detail_ja,
            parameter: match error {
                ReportError::View(view) => Some(view.parameter.clone()),
                _ => None,
            },
            moved_to: match error {
                ReportError::Moved { to, .. } => Some(to.clone()),
                _ => None,
            },
            location: None,
            retry_after: None,
        }
    }

    /// Of a failure that has nothing to say to the reader; what happened is written to the log.
    pub fn unexpected() -> Self {
        Self {
            status: StatusCode::INTERNAL_SERVER_ERROR,
            kind: "unexpected",
            title: "Something went wrong here",
            detail: "This is a fault of this site, not of the question. Please try again in a while.".to_string(),
            detail_ja: "このサイトの側の不具合です。しばらくしてからもう一度お試しください。".to_string(),
            ..Self::default()
        }
    }

    fn body(&self) -> Vec<u8> {
        let mut body = Map::new();
        body.insert("type".to_string(), json!(format!("urn:monosashi:problem:{}", self.kind)));
        body.insert("title".to_string(), json!(self.title));
        body.insert("status".to_string(), json!(self.status.as_u16()));
        body.insert("detail".to_string(), json!(self.detail));
        body.insert("detail_ja".to_string(), json!(self.detail_ja));
        for (key, value) in [("parameter", &self.parameter), ("moved_to", &self.moved_to)] {
            if let Some(value) = value {
                body.insert(key.to_string(), json!(value));
            }
        }
        serde_json::to_vec(&Value::Object(body)).unwrap_or_default()
    }
}

impl From<ReportError> for Problem {
    fn from(error: ReportError) -> Self {
        if let ReportError::Store(what) = &error {
            tracing::error!(what, "the release cannot be read");
        }
        Self::of(&error)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        let busy = (self.status == StatusCode::SERVICE_UNAVAILABLE).then_some(SOON);
        if let Some(seconds) = self.retry_after.or(busy) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        if let Some(to) = self.location.as_deref().and_then(|to| HeaderValue::from_str(to).ok()) {
            headers.insert(header::LOCATION, to);
        }
        response
    }
}
