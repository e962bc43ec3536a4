//! Which questions about own criteria have no lists for an answer, and what is a program told instead?

use crate::error::ReportError;
use crate::finder::radius_without_point;
use crate::model::{Contradiction, Priorities, Where};
use content::Preset;
use domain::view_spec::{ViewError, ViewSpec};

/// What is seen in the address alone: nothing is asked, or a part of it would be passed over.
pub(super) fn before(view: &ViewSpec, preset: Option<&Preset>) -> Result<(), ReportError> {
    if view.preset.is_none() && view.weights.is_empty() {
        return refuse(
            "w",
            "give weights as w=measure:weight,… or a preset=ID",
            "w=指標:重み,… か preset=ID を書いてください",
        );
    }
    if view.radius_km.is_some() && view.near.is_none() {
        return Err(ReportError::View(radius_without_point()));
    }
    let questions: Vec<&str> = preset.map_or(&[][..], |p| &p.trade_offs).iter().map(|q| q.id.as_str()).collect();
    match view.answers.iter().find(|(id, _)| !questions.contains(&id.as_str())) {
        None => Ok(()),
        Some((id, _)) if questions.is_empty() => refuse(
            "answer",
            &format!("answers \"{id}\", and nothing is asked here: choose a preset with questions"),
            &format!("「{id}」への答えですが、ここには質問がありません。質問のある preset を選んでください"),
        ),
        Some((id, _)) => {
            let questions = questions.join(", ");
            refuse(
                "answer",
                &format!("answers \"{id}\", which this preset does not ask: its questions are {questions}"),
                &format!("「{id}」という質問は、この preset にありません。質問：{questions}"),
            )
        }
    }
}

impl Priorities {
    /// The answer, where a place was named.
    pub(super) fn with_place(self) -> Result<Self, ReportError> {
        match self.place {
            Where::Nowhere => refuse(
                "region",
                "is missing: say where, with region, area, place or near",
                "がありません。region・area・place・near のどれかで場所を書いてください",
            ),
            _ => Ok(self),
        }
    }

    /// The answer, where it has lists; else why it has none.
    pub(super) fn with_lists(self) -> Result<Self, ReportError> {
        match &self.place {
            Where::NotFound(id) => return Err(ReportError::NotFound { kind: "place", id: id.clone() }),
            Where::Ambiguous(_) => {
                return refuse(
                    "place",
                    "is the name of several places: write region beside it",
                    "同じ名前の場所がいくつかあります。region も書いてください",
                );
            }
            Where::Nowhere | Where::Spot(_) => {}
        }
        match self.contradiction {
            None => Ok(self),
            Some(Contradiction::NothingWanted) => refuse(
                "w",
                "gives every measure the weight 0: one of them must weigh something",
                "すべての重みが0です。どれか一つは0より大きくしてください",
            ),
            Some(Contradiction::Answers) => refuse(
                "answer",
                "contradicts the weights or another answer: no weights satisfy all of them",
                "重みか、ほかの答えと両立しません。すべてを満たす重みがありません",
            ),
            Some(Contradiction::NobodyChooses) => refuse(
                "preset",
                "has no order for an emergency, in which nobody chooses a hospital: call 119, and the crew decides",
                "救急では、だれも病院を選びません。119番に電話し、行き先は救急隊が決めます。順番はありません",
            ),
        }
    }
}

fn refuse<T>(parameter: &str, detail: &str, detail_ja: &str) -> Result<T, ReportError> {
    Err(ReportError::View(ViewError {
        parameter: parameter.to_string(),
        detail: detail.to_string(),
        detail_ja: detail_ja.to_string(),
    }))
}
