//! What follows from the sliders and answers, in the browser as on the server?

use super::{Board, BoardGroup, BoardList, BoardMove, BoardPosition};
use domain::priorities::{
    Candidate, MoveChange, Ordered, Position, Preference, WeightRegion, Weighting, order, preference, region,
};
use domain::view_spec::TradeOff;

/// The reader's sliders and answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    weights: Vec<(Option<(f64, f64)>, Option<f64>)>,
    answers: Vec<Option<TradeOff>>,
}

impl Choice {
    pub(super) fn of(board: &Board) -> Self {
        Self {
            weights: board.criteria.iter().map(|c| (c.published, c.own)).collect(),
            answers: board.questions.iter().map(|q| TradeOff::parse(&q.answer).ok()).collect(),
        }
    }

    /// Where the slider of a criterion stands.
    pub(super) fn slider(&self, i: usize) -> String {
        self.weighting(i).middle().round().to_string()
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

    pub(super) fn answer(&self, i: usize) -> Option<TradeOff> {
        self.answers.get(i).copied().flatten()
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

/// The lists under these sliders; where they leave no weights, nobody is placed.
pub(super) fn lists_under(board: &Board, choice: &Choice) -> Vec<BoardList> {
    let region = choice.region(board);
    let usable: Vec<bool> = board.criteria.iter().map(|c| c.because.is_empty()).collect();
    board.lists.iter().map(|list| again(list, region.as_ref(), &usable, board.top)).collect()
}

/// A list put in order again.
fn again(list: &BoardList, region: Option<&WeightRegion>, usable: &[bool], top: u16) -> BoardList {
    let candidates: Vec<Candidate> = list
        .hospitals
        .iter()
        .map(|h| Candidate {
            key: h.key,
            scores: h.scores.iter().zip(usable).map(|(s, usable)| s.filter(|_| *usable).map(Into::into)).collect(),
        })
        .collect();
    let ordered = match region.filter(|_| list.role != domain::peers::PeerGroup::Unclassified.as_str()) {
        Some(region) => order(&candidates, region, usize::from(top)),
        None => Ordered { apart: (0..candidates.len()).map(|i| (i, 1.0)).collect(), ..Ordered::default() },
    };
    BoardList { hospitals: list.hospitals.clone(), because: list.because.clone(), ..shell(list, &ordered) }
}

fn shell(list: &BoardList, ordered: &Ordered) -> BoardList {
    BoardList {
        role: list.role.clone(),
        name: list.name.clone(),
        order_words: list.order_words.clone(),
        hospitals: Vec::new(),
        groups: groups(ordered),
        apart: ordered.apart.clone(),
        placed: ordered.placed,
        because: Vec::new(),
    }
}

/// The groups of an order, as they are handed over.
pub fn groups(ordered: &Ordered) -> Vec<BoardGroup> {
    ordered.groups.iter().map(|group| BoardGroup { members: group.iter().map(position).collect() }).collect()
}

fn position(p: &Position) -> BoardPosition {
    BoardPosition {
        hospital: p.candidate,
        low: p.low,
        high: p.high,
        top_share: p.top_share,
        uncovered: p.uncovered,
        moved: p.moved_by.map(|m| BoardMove {
            criterion: m.criterion,
            doubled: m.change == MoveChange::Doubled,
            places: m.places,
        }),
        moved_by_weights: p.moved_by_weights,
    }
}

/// The query of the address that shows the same.
pub(super) fn query(board: &Board, choice: &Choice) -> String {
    let mut parts: Vec<String> = board.keep.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
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
