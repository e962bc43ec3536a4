//! What happens to a body too large to be finished in memory? It leaves as it is made, with the same safe headers as all others.

use super::freshness::CachePolicy;
use super::headers;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The layer in front of downloads.
pub async fn large(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_string();
    if request.method() == Method::OPTIONS && headers::is_open(&path) {
        let mut response = StatusCode::NO_CONTENT.into_response();
        headers::preflight(response.headers_mut());
        return response;
    }
    let mut response = next.run(request).await;
    headers::complete(&path, response.headers_mut());
    if !response.headers().contains_key(header::CACHE_CONTROL) {
        let policy = CachePolicy::of(&path, "", response.status());
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(policy.header()));
    }
    response
}
