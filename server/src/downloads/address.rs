//! Which release does the address of a download mean, and which headers travel with it?

use super::Downloads;
use crate::http::{Edition, Problem};
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::Response;
use domain::MeasureId;
use domain::records::Reality;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use reports::ReportError;
use reports::model::ReleaseNote;
use sha2::{Digest, Sha256};

/// The word that stands for the current release.
const LATEST: &str = "latest";

/// A download that was asked for.
#[derive(Debug)]
pub(super) struct Asked {
    /// The release that answers.
    pub(super) release: ReleaseNote,
    /// As the address names it.
    choice: ReleaseChoice,
    /// Strong where the bytes are always the same, weak where they may be compressed on the way.
    tag: String,
}

/// Whether the same address always has the same bytes, whatever the client accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bytes {
    /// Always.
    Same,
    /// It may be compressed.
    Coded,
}

/// Which release a segment of an address means.
pub(super) fn release_choice(segment: &str) -> Result<ReleaseChoice, ReportError> {
    if segment == LATEST {
        return Ok(ReleaseChoice::Latest);
    }
    let unknown = |_| ReportError::NotFound { kind: "release", id: shown(segment) };
    MeasureId::parse(segment).map(|id| ReleaseChoice::Pinned(id.to_string())).map_err(unknown)
}

/// A text of an address as a refusal repeats it.
pub(super) fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(100).collect()
}

/// No download takes a parameter.
pub(super) fn without_parameters(uri: &Uri) -> Result<(), Problem> {
    ViewSpec::parse_query(uri.query().unwrap_or_default(), &[]).map(|_| ()).map_err(|error| Problem::of(&error.into()))
}

/// Nothing of this name can be taken away.
pub(super) fn no_such_file(name: &str) -> Problem {
    Problem::of(&ReportError::NotFound { kind: "file", id: shown(name) })
}

/// Too much is being made at this moment; `Retry-After` says when to come again.
pub(super) fn busy(detail_ja: &str, detail: &str) -> Problem {
    Problem {
        status: StatusCode::SERVICE_UNAVAILABLE,
        kind: "busy",
        title: "Too much is asked for at this moment",
        detail: detail.to_owned(),
        detail_ja: detail_ja.to_owned(),
        ..Problem::default()
    }
}

/// No body, and no word about how long one would be.
fn nothing() -> Body {
    Body::from_stream(futures_util::stream::empty::<std::io::Result<axum::body::Bytes>>())
}

impl Asked {
    /// Reads the segment that names the release.
    pub(super) fn read(downloads: &Downloads, segment: &str, uri: &Uri, bytes: Bytes) -> Result<Self, Problem> {
        without_parameters(uri)?;
        let choice = release_choice(segment)?;
        let release = downloads.reports.release_note(&ViewSpec { release: choice.clone(), ..ViewSpec::default() })?;
        let mark = downloads.reports.release_mark(&ReleaseChoice::Pinned(release.id.clone()))?;
        let mut hash = Sha256::new();
        for part in [Edition::build(), &mark, &release.id, uri.path()] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let hex: String = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let tag = match bytes {
            Bytes::Same => format!("\"{hex}\""),
            Bytes::Coded => format!("W/\"{hex}\""),
        };
        Ok(Self { release, choice, tag })
    }

    /// The release that answers, by its name: another one may become the latest meanwhile.
    pub(super) fn pinned(&self) -> ReleaseChoice {
        ReleaseChoice::Pinned(self.release.id.clone())
    }

    /// As `ETag`.
    pub(super) fn tag(&self) -> &str {
        &self.tag
    }

    /// The answer to a client that has it already, or that asks for the headers only.
    pub(super) fn without_body(
        &self,
        method: &Method,
        headers: &HeaderMap,
        kind: &'static str,
        name: &str,
    ) -> Option<Response> {
        let bare = |text: &str| text.trim().trim_start_matches("W/").to_owned();
        let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
        if known.split(',').any(|one| one.trim() == "*" || bare(one) == bare(&self.tag)) {
            let mut response = self.answer(kind, name, nothing());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(header::CONTENT_TYPE);
            response.headers_mut().remove(header::CONTENT_DISPOSITION);
            return Some(response);
        }
        (method == Method::HEAD).then(|| self.answer(kind, name, nothing()))
    }

    /// The answer; `name` is what the file is called on the reader's disk.
    pub(super) fn answer(&self, kind: &'static str, name: &str, body: Body) -> Response {
        let mut response = Response::new(body);
        let headers = response.headers_mut();
        let policy = match self.choice {
            ReleaseChoice::Pinned(_) => "public, max-age=31536000, immutable",
            ReleaseChoice::Latest | ReleaseChoice::Following => "public, max-age=300, stale-while-revalidate=86400",
        };
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(policy));
        let disposition = format!("attachment; filename=\"{}\"", self.file_name(name));
        for (key, value) in [(header::ETAG, self.tag.as_str()), (header::CONTENT_DISPOSITION, &disposition)] {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(key, value);
            }
        }
        response
    }

    /// A file says on every disk that it is invented, where it is.
    fn file_name(&self, name: &str) -> String {
        let invented = if self.release.reality == Reality::Fictional { "fictional-" } else { "" };
        format!("{invented}{name}")
    }
}
