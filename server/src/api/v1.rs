//! What does version 1 of the API answer? Thin: a question for `reports`, its answer in the words of [`wire`].

mod answer;
mod compare;
pub mod doors;
mod history;
mod hospitals;
mod measures;
pub mod openapi;
mod rankings;
pub mod table;
pub mod wire;

pub use compare::compare;
pub use history::{changes, corrections, releases};
pub use hospitals::{hospital, hospitals};
pub use measures::{measure, measures, values};
pub use openapi::openapi;
pub use rankings::rankings;

use crate::http::Problem;
use axum::http::{StatusCode, Uri};

/// An address under `/api` that nobody answers.
pub async fn nothing_here(uri: Uri) -> Problem {
    Problem {
        status: StatusCode::NOT_FOUND,
        kind: "no-such-address",
        title: "There is nothing at this address",
        detail: format!(
            "\"{}\" is not an address of this API. See /api/v1/openapi.json for all of them.",
            short(uri.path())
        ),
        detail_ja: format!(
            "「{}」というアドレスはありません。/api/v1/openapi.json にすべてのアドレスがあります。",
            short(uri.path())
        ),
        ..Problem::default()
    }
}

/// A method that an address does not take.
pub async fn read_only() -> Problem {
    Problem {
        status: StatusCode::METHOD_NOT_ALLOWED,
        kind: "read-only",
        title: "This API is read-only",
        detail: "Only GET and HEAD are answered here.".to_string(),
        detail_ja: "ここでは GET と HEAD だけに答えます。".to_string(),
        ..Problem::default()
    }
}

fn short(path: &str) -> String {
    path.chars().filter(|c| !c.is_control()).take(120).collect()
}
