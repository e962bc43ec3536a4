//! What follows from the sliders and answers, in the browser as on the server?

use super::{Board, BoardHospital, BoardList};
use domain::peers::PeerGroup;
use domain::priorities::{
    Candidate, Ordered, Preference, WeightRegion, Weighting, all_apart, order, preference, region,
};
use domain::view_spec::{Key, TradeOff};

/// The parameter that holds the collected hospitals.
const COLLECTED: &str = Key::Hospitals.parameter();

/// The published region of a criterion, and the reader's own weight.
type Weighed = (Option<(f64, f64)>, Option<f64>);

/// The reader's sliders and answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    weights: Vec<Weighed>,
    answers: Vec<Option<TradeOff>>,
}

impl Choice {
    pub(super) fn of(board: &Board) -> Self {
        Self {
            weights: board.criteria.iter().map(|c| (c.published, c.own)).collect(),
            answers: board.questions.iter().map(|q| TradeOff::parse(&q.answer).ok()).collect(),
        }
    }

    /// The reader's own weight of a criterion.
    pub(super) fn named(&self, i: usize) -> Option<f64> {
        self.weights.get(i).and_then(|(_, own)| *own)
    }

    pub(super) fn set(&mut self, i: usize, weight: f64) {
        if let Some((_, own)) = self.weights.get_mut(i) {
            *own = Some(weight.clamp(0.0, 100.0));
        }
    }

    pub(super) fn say(&mut self, i: usize, answer: Option<TradeOff>) {
        if let Some(said) = self.answers.get_mut(i) {
            *said = answer;
        }
    }

    /// The share of each criterion in all weights, in whole percent.
    pub(super) fn shares(&self) -> Vec<u32> {
        let middles: Vec<f64> = (0..self.weights.len()).map(|i| self.weighting(i).middle()).collect();
        let all: f64 = middles.iter().sum();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        middles.iter().map(|m| if all > 0.0 { (100.0 * m / all).round() as u32 } else { 0 }).collect()
    }

    fn weighting(&self, i: usize) -> Weighting {
        match self.weights.get(i) {
            Some((_, Some(own))) => Weighting::Around(*own),
            Some((Some((low, high)), None)) => Weighting::Between(*low, *high),
            _ => Weighting::Around(0.0),
        }
    }

    fn region(&self, board: &Board) -> Option<WeightRegion> {
        let weights: Vec<Weighting> = (0..self.weights.len()).map(|i| self.weighting(i)).collect();
        let preferences: Vec<Preference> = board
            .questions
            .iter()
            .zip(&self.answers)
            .filter_map(|(q, answer)| preference((*answer)?, q.first, q.second, q.ratio))
            .collect();
        region(&weights, &preferences).ok()
    }
}

/// The order of every list under these sliders; where they leave no weights, nobody is placed.
pub(super) fn orders(board: &Board, choice: &Choice) -> Vec<Ordered> {
    let region = choice.region(board);
    board.lists.iter().map(|list| one(board, list, region.as_ref())).collect()
}

fn one(board: &Board, list: &BoardList, region: Option<&WeightRegion>) -> Ordered {
    let score = |h: &BoardHospital, i: usize| h.score(i).filter(|_| board.criteria[i].because.is_empty());
    let scores = |h: &BoardHospital| (0..board.criteria.len()).map(|i| score(h, i)).collect();
    let candidates: Vec<Candidate> =
        list.hospitals.iter().map(|h| Candidate { key: h.key, scores: scores(h) }).collect();
    match region.filter(|_| list.role != PeerGroup::Unclassified.as_str()) {
        Some(known) => order(&candidates, known, usize::from(board.top)),
        None => all_apart(&candidates, region),
    }
}

/// The query of the address that shows the same.
pub(super) fn query(board: &Board, choice: &Choice) -> String {
    query_with(board, choice, &collected(board))
}

/// The hospitals that the reader has collected so far.
pub(super) fn collected(board: &Board) -> Vec<&str> {
    let hospitals = board.keep.iter().find(|(name, _)| name == COLLECTED);
    hospitals.map(|(_, ids)| ids.split(',').collect()).unwrap_or_default()
}

/// The same with other hospitals collected.
pub(super) fn query_with(board: &Board, choice: &Choice, collected: &[&str]) -> String {
    let kept = board.keep.iter().filter(|(name, _)| name != COLLECTED);
    let mut parts: Vec<String> = kept.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    if !collected.is_empty() {
        parts.push(format!("{COLLECTED}={}", encoded(&collected.join(","))));
    }
    let weights: Vec<String> = board
        .criteria
        .iter()
        .zip(&choice.weights)
        .filter_map(|(c, (_, own))| Some(format!("{}%3A{}", c.id, (*own)?)))
        .collect();
    let answers: Vec<String> = board
        .questions
        .iter()
        .zip(&choice.answers)
        .filter_map(|(q, answer)| Some(format!("{}%3A{}", q.id, (*answer)?)))
        .collect();
    for (name, list) in [("w", weights), ("answer", answers)] {
        if !list.is_empty() {
            parts.push(format!("{name}={}", list.join("%2C")));
        }
    }
    parts.join("&")
}

/// Percent-encoding of everything but letters, digits and `-._~`.
fn encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~');
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
