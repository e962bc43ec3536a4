//! What happens to every request before and after it is answered? One layer in front of pages, API and drawings alike.
//!
//! The ETag is known before anything is asked of the data; a body is finished once per edition and coding.

use super::cache::{Cache, Finished};
use super::compression::{Coding, shrinks};
use super::freshness::CachePolicy;
use super::{Edition, Problem, headers};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// No answer is larger.
const LARGEST_BODY_BYTES: usize = 256 * 1024 * 1024;
/// Bodies above this are compressed on a thread of their own.
const BUSY_BYTES: usize = 16 * 1024;
/// No question is longer.
const LONGEST_ADDRESS: usize = 4096;

/// What the layer holds.
#[derive(Debug, Clone)]
pub struct Travel {
    edition: Edition,
    cache: Cache,
}

impl Travel {
    /// With an empty cache.
    pub fn of(edition: Edition) -> Self {
        Self { edition, cache: Cache::default() }
    }
}

/// The layer.
pub async fn travel(State(travel): State<Travel>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_string();
    if request.method() == Method::OPTIONS && headers::is_open(&path) {
        let mut response = StatusCode::NO_CONTENT.into_response();
        headers::preflight(response.headers_mut());
        return response;
    }
    let is_head = request.method() == Method::HEAD;
    if !is_head && request.method() != Method::GET {
        return plain(&path, next.run(request).await);
    }
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    if address.len() > LONGEST_ADDRESS {
        return plain(&path, too_long().into_response());
    }
    let fingerprint = travel.edition.fingerprint(address);
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let coding = Coding::accepted(accepted);
    let tag = etag(fingerprint);
    let finished = match travel.cache.get(fingerprint, coding) {
        Some(finished) => finished,
        None => {
            if is_known(request.headers(), &tag) && may_be_known(&path) {
                return not_modified(&path, request.uri().query().unwrap_or_default(), &tag);
            }
            let known = request.headers().get(header::IF_NONE_MATCH).cloned();
            let asked =
                Asked { fingerprint, path, query: request.uri().query().unwrap_or_default().to_string(), coding };
            let address = address.to_string();
            *request.method_mut() = Method::GET;
            let response = next.run(request).await;
            let is_current = || travel.edition.fingerprint(&address) == fingerprint;
            let finished = finish(&travel.cache, &asked, response, is_current).await;
            return leave(&finished, known.as_ref(), is_head);
        }
    };
    leave(&finished, request.headers().get(header::IF_NONE_MATCH), is_head)
}

/// What a body is finished for.
struct Asked {
    fingerprint: u128,
    path: String,
    query: String,
    coding: Coding,
}

/// The finished body with all its headers; kept where it is right until the next release.
async fn finish(cache: &Cache, asked: &Asked, response: Response, is_current: impl Fn() -> bool) -> Arc<Finished> {
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY_BYTES).await else {
        let failed = Problem::unexpected().into_response();
        return Arc::new(Finished { status: failed.status(), headers: failed.headers().clone(), body: Bytes::new() });
    };
    let body = compressed(&mut parts.headers, asked.coding, body).await;
    headers::complete(&asked.path, &mut parts.headers);
    let policy = CachePolicy::of(&asked.path, &asked.query, parts.status);
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(policy.header()));
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    // an answer that a new release overtook is given, but not kept and not marked
    let keep = parts.status == StatusCode::OK && policy != CachePolicy::Never && is_current();
    if keep {
        parts.headers.insert(header::ETAG, etag(asked.fingerprint));
    }
    let finished = Arc::new(Finished { status: parts.status, headers: parts.headers, body });
    if keep {
        cache.put(asked.fingerprint, asked.coding, &finished);
    }
    finished
}

async fn compressed(headers: &mut HeaderMap, coding: Coding, body: Bytes) -> Bytes {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if !shrinks(kind) || headers.contains_key(header::CONTENT_ENCODING) {
        return body;
    }
    headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    let Some(name) = coding.header() else { return body };
    let small = if body.len() < BUSY_BYTES {
        coding.apply(&body)
    } else {
        let whole = body.clone();
        tokio::task::spawn_blocking(move || coding.apply(&whole)).await.ok().flatten()
    };
    let Some(small) = small else { return body };
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    small.into()
}

fn leave(finished: &Finished, known: Option<&HeaderValue>, is_head: bool) -> Response {
    let tag = finished.headers.get(header::ETAG);
    if tag.is_some_and(|tag| known.is_some_and(|known| holds(known, tag))) {
        return unchanged(finished.headers.clone());
    }
    let mut response = finished.to_response();
    if is_head {
        *response.body_mut() = Body::empty();
    }
    response
}

/// Weak: the same for every coding of one body.
fn etag(fingerprint: u128) -> HeaderValue {
    HeaderValue::from_str(&format!("W/\"{fingerprint:032x}\"")).unwrap_or(HeaderValue::from_static("W/\"0\""))
}

fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    headers.get(header::IF_NONE_MATCH).is_some_and(|known| holds(known, tag))
}

/// A tag can only be known of an address that answered before; what speaks of this moment has none.
fn may_be_known(path: &str) -> bool {
    CachePolicy::of(path, "", StatusCode::OK) != CachePolicy::Never
}

/// True where `If-None-Match` names the tag, weakly compared.
fn holds(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let bare = |text: &str| text.trim().trim_start_matches("W/").to_string();
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else { return false };
    known.split(',').any(|one| bare(one) == bare(tag))
}

fn not_modified(path: &str, query: &str, tag: &HeaderValue) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::ETAG, tag.clone());
    let policy = CachePolicy::of(path, query, StatusCode::OK);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(policy.header()));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers::complete(path, &mut headers);
    unchanged(headers)
}

fn unchanged(mut headers: HeaderMap) -> Response {
    for about_the_body in [header::CONTENT_LENGTH, header::CONTENT_TYPE, header::CONTENT_ENCODING] {
        headers.remove(about_the_body);
    }
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    *response.headers_mut() = headers;
    response
}

/// An answer that is never kept.
fn plain(path: &str, mut response: Response) -> Response {
    headers::complete(path, response.headers_mut());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(CachePolicy::Never.header()));
    response
}

fn too_long() -> Problem {
    Problem {
        status: StatusCode::URI_TOO_LONG,
        kind: "address-too-long",
        title: "The address is too long",
        detail: format!("An address has at most {LONGEST_ADDRESS} characters. Ask for fewer things at once."),
        detail_ja: format!("アドレスは{LONGEST_ADDRESS}文字までです。一度にたずねるものを減らしてください。"),
        ..Problem::default()
    }
}
