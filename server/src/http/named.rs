//! What does a path name? Bytes that are no text name nothing, and are refused in the same form as every unknown name.

use super::Problem;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// The names in a path.
#[derive(Debug, Clone, Copy)]
pub struct Named<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let named = Path::from_request_parts(parts, state).await;
        named.map(|Path(named)| Self(named)).map_err(|_| no_text(parts.uri.path()))
    }
}

fn no_text(path: &str) -> Problem {
    let written: String = path.chars().filter(|c| !c.is_control()).take(120).collect();
    Problem {
        status: StatusCode::NOT_FOUND,
        kind: "not-found",
        title: "Not found",
        detail: format!("\"{written}\" holds bytes that are no text, and names nothing here."),
        detail_ja: format!("「{written}」には文字として読めないバイトがあり、何も指していません。"),
        ..Problem::default()
    }
}
