//! Which headers keep a reader safe, and which let other sites use our data?

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// What other sites' scripts may read.
const OPEN: [&str; 4] = ["/api/", "/data/", "/embed/", "/feeds/"];
/// For answers that are no page and that nobody shows in a frame.
const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// Adds what the answer does not say itself.
pub fn complete(path: &str, headers: &mut HeaderMap) {
    put(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(headers, header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let is_page = kind.starts_with("text/html");
    if !is_page {
        put(headers, header::CONTENT_SECURITY_POLICY, DATA_POLICY);
    }
    if is_open(path) {
        put(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        put(
            headers,
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            "ETag, Link, Content-Disposition, Content-Length, Content-Range, Retry-After",
        );
        put(headers, HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");
    }
}

/// What a browser asks before another site's script may ask: reading is allowed to everyone.
pub fn preflight(headers: &mut HeaderMap) {
    put(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    put(headers, header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS");
    put(headers, header::ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, Accept, Content-Type, Range, If-Range");
    put(headers, header::ACCESS_CONTROL_MAX_AGE, "86400");
}

/// True for addresses that other sites' scripts may read.
pub fn is_open(path: &str) -> bool {
    OPEN.iter().any(|folder| path.starts_with(folder))
}

fn put(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
