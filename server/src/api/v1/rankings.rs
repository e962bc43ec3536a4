//! `/rankings`: who stands where under a reader's own criteria?

use super::answer::Question;
use super::doors::RANKINGS;
use super::wire::{Meta, Ranking};
use crate::http::{Problem, Queue};
use axum::Extension;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use reports::Reports;

/// One list per role; a whole country is put in order by one at a time, so that pages do not wait.
pub async fn rankings(
    State(reports): State<Reports>,
    Extension(queue): Extension<Queue>,
    uri: Uri,
) -> Result<Response, Problem> {
    let question = Question::read(&RANKINGS, &uri)?;
    let _turn = queue.turn().await.ok_or_else(busy)?;
    let answer = reports.rankings(&question.view).await?;
    let rows = Ranking::all(&answer);
    let measures = answer.criteria.iter().map(|criterion| &criterion.measure);
    let meta = Meta::of(&answer.release, &answer.sources).with_warnings(measures);
    question.answer(&rows, &meta.with_total(rows.len()))
}

fn busy() -> Problem {
    Problem {
        status: StatusCode::SERVICE_UNAVAILABLE,
        kind: "busy",
        title: "Too many rankings are being made",
        detail: "Please ask again in a few seconds. A question about one region is answered sooner.".to_string(),
        detail_ja: "順位の計算がこみあっています。数秒あとにもう一度お試しください。地域をしぼると早く答えられます。"
            .to_string(),
        ..Problem::default()
    }
}
