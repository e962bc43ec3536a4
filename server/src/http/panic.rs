//! What does a reader see where the program itself failed? An answer, never a broken connection.

use super::Problem;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use std::any::Any;

/// For programs.
pub fn as_problem(panic: Box<dyn Any + Send + 'static>) -> Response {
    log(panic.as_ref());
    Problem::unexpected().into_response()
}

/// For readers.
pub fn as_page(panic: Box<dyn Any + Send + 'static>) -> Response {
    log(panic.as_ref());
    (StatusCode::INTERNAL_SERVER_ERROR, Html(PAGE)).into_response()
}

fn log(panic: &(dyn Any + Send)) {
    let said = panic.downcast_ref::<&str>().copied();
    let said = said.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(panic = said.unwrap_or("without words"), "a request failed");
}

const PAGE: &str = "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>ものさし | Monosashi</title></head><body>\
<h1>ページを表示できませんでした</h1><p>このサイトの側の不具合です。しばらくしてからもう一度お試しください。</p>\
<p><a href=\"/ja/\">最初のページへ</a></p>\
<h2 lang=\"en\">This page could not be shown</h2><p lang=\"en\">The fault is ours. Please try again in a while.</p>\
<p lang=\"en\"><a href=\"/en/\">To the first page</a></p></body></html>";

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::Body;
    use axum::http::Request;
    use axum::routing::get;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;

    #[tokio::test]
    async fn a_failure_is_an_answer() {
        async fn fails() -> &'static str {
            std::panic::panic_any("a failure of our own")
        }
        for (layer, kind) in [
            (CatchPanicLayer::custom(as_problem as fn(Box<dyn Any + Send>) -> Response), "application/problem+json"),
            (CatchPanicLayer::custom(as_page as fn(Box<dyn Any + Send>) -> Response), "text/html; charset=utf-8"),
        ] {
            let router = Router::new().route("/", get(fails)).layer(layer);
            let response = router.oneshot(Request::new(Body::empty())).await.unwrap();
            assert_eq!(response.status(), 500);
            assert_eq!(response.headers()["content-type"], kind);
        }
    }
}
