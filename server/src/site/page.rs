//! What travels with a page: status, policy, and nothing that depends on the reader?

use super::Site;
use crate::http::Problem;
use app::server_fns::Slip;
use app::site::{Answer, Returned, STARTER, answer};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::Uri;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::provide_context;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// `/` goes to the first language for good.
pub async fn home_in_japanese() -> Response {
    (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, "/ja/")]).into_response()
}

/// Any page, and the page that says that there is none.
pub async fn page(State(site): State<Site>, uri: Uri) -> Response {
    site.page_of(&uri, &Returned::default()).await
}

impl Site {
    /// The page of an address, with a form that came back.
    pub(super) async fn page_of(&self, uri: &Uri, returned: &Returned) -> Response {
        let outside = self.outside().await;
        let asked = (uri.path(), uri.query().unwrap_or_default());
        as_response(answer(&self.reports, &outside, asked, returned).await)
    }
}

fn as_response(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, answer.html).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if let Some(to) = answer.location.and_then(|to| HeaderValue::from_str(&to).ok()) {
        headers.insert(header::LOCATION, to);
    }
    for (name, value) in SAFETY.iter() {
        headers.insert(name.clone(), value.clone());
    }
    response
}

/// A question of an island. What cannot be answered is refused in the words of the API; what the framework would say of
/// itself is for nobody who reads here.
pub async fn server_function(State(site): State<Site>, request: Request<Body>) -> Response {
    let path = request.uri().path();
    if leptos::server_fn::axum::get_server_fn_service(path, Method::GET).is_none() {
        return no_such_function(path).into_response();
    }
    let (reports, slip) = (site.reports.clone(), Slip::default());
    let told = slip.clone();
    let context = move || {
        provide_context(reports.clone());
        provide_context(told.clone());
    };
    let response = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    match slip.take() {
        Some(error) => Problem::from(error).into_response(),
        None if response.status().is_server_error() => not_understood(response).await.into_response(),
        None => response,
    }
}

/// What the framework says of arguments that are missing or of another kind.
const ARGUMENTS: &str = "Args|";

/// A call that no function has seen: its arguments are at fault, or this site.
async fn not_understood(response: Response) -> Problem {
    let said = to_bytes(response.into_body(), LONGEST_WORDS).await.unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let Some(fault) = said.strip_prefix(ARGUMENTS) else {
        tracing::error!(%said, "a server function has failed");
        return Problem::unexpected();
    };
    Problem {
        status: StatusCode::BAD_REQUEST,
        kind: "bad-parameter",
        title: "A parameter is not understood",
        detail: format!("The arguments of this function are not understood: {fault}."),
        detail_ja: "この関数への引数が足りないか、形がちがいます。どこかは detail（英語）にあります。".to_string(),
        ..Problem::default()
    }
}

/// No words of the framework are longer.
const LONGEST_WORDS: usize = 4096;

fn no_such_function(path: &str) -> Problem {
    let name: String = path.rsplit('/').next().unwrap_or_default().chars().take(60).collect();
    Problem {
        status: StatusCode::NOT_FOUND,
        kind: "no-such-address",
        title: "There is nothing at this address",
        detail: format!("\"{name}\" is no function of this site. Programs ask /api/v1/, see /api/v1/openapi.json."),
        detail_ja: format!(
            "「{name}」という関数はありません。プログラムからは /api/v1/ を使ってください。/api/v1/openapi.json にすべてのアドレスがあります。"
        ),
        ..Problem::default()
    }
}

/// Scripts by hash, so that pages stay the same for everyone and can be kept.
static SAFETY: LazyLock<Vec<(HeaderName, HeaderValue)>> = LazyLock::new(|| {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-{}'; style-src 'self'; \
         img-src 'self' data:; frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        base64(&Sha256::digest(STARTER.as_bytes()))
    );
    let pairs = [
        (header::CONTENT_SECURITY_POLICY, policy.as_str()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(), microphone=()"),
    ];
    let made = pairs.into_iter().filter_map(|(name, value)| Some((name, HeaderValue::from_str(value).ok()?)));
    made.collect()
});

pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |group, byte| (group << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(group >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_are_written_as_every_browser_reads_them() {
        let pairs = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (plain, written) in pairs {
            assert_eq!(base64(plain.as_bytes()), written);
        }
    }
}
