//! What does the page hand to the sliders? Everything the browser needs to put the lists in order by itself.

use domain::priorities::Score;
use serde::{Deserialize, Serialize};

/// The whole board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Board {
    /// `ja` or `en`.
    pub locale: String,
    /// Path of the page.
    pub path: String,
    /// Parts of the address that are no weights and no answers.
    pub keep: Vec<(String, String)>,
    /// The k of "among the first k".
    pub top: u16,
    /// The criteria.
    pub criteria: Vec<BoardCriterion>,
    /// The trade-off questions.
    pub questions: Vec<BoardQuestion>,
    /// Measures that could be criteria too: id and name.
    pub more: Vec<(String, String)>,
    /// The lists as the server ordered them.
    pub lists: Vec<BoardList>,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardCriterion {
    /// Id of the measure.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// Why it matters to this person.
    pub why: String,
    /// The published region; `None` where the reader chose the criterion.
    pub published: Option<(f64, f64)>,
    /// The reader's own weight, where one was given.
    pub own: Option<f64>,
    /// Why it orders nobody; empty where it does.
    pub because: String,
}

/// One trade-off question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardQuestion {
    /// Id.
    pub id: String,
    /// The question.
    pub ask: String,
    /// The first answer.
    pub first_words: String,
    /// The second.
    pub second_words: String,
    /// Criterion of the first.
    pub first: usize,
    /// Criterion of the second.
    pub second: usize,
    /// Amount of the first over amount of the second, in standard scores.
    pub ratio: f64,
    /// `first`, `second`, `either`, or nothing.
    pub answer: String,
}

/// z and its error in ten-thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardScore(pub i32, pub u32);

impl From<BoardScore> for Score {
    fn from(score: BoardScore) -> Self {
        Self { z: score.0, error: score.1 }
    }
}

/// One hospital.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardHospital {
    /// Its page.
    pub href: String,
    /// Name.
    pub name: String,
    /// Municipality and how far.
    pub place: String,
    /// Key for ever.
    pub key: u64,
    /// One per criterion.
    pub scores: Vec<Option<BoardScore>>,
    /// The values in words, one per criterion; none at all where there are too many to send.
    pub values: Vec<String>,
}

/// The hospitals of one role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardList {
    /// Code of the role.
    pub role: String,
    /// Name of the role.
    pub name: String,
    /// Whether its order in a group is of distance or of place.
    pub order_words: String,
    /// All hospitals of the role, nearest first.
    pub hospitals: Vec<BoardHospital>,
    /// The order.
    pub groups: Vec<BoardGroup>,
    /// Those that too little data covers: index, and share of the weight not covered.
    pub apart: Vec<(usize, f64)>,
    /// How many are placed.
    pub placed: usize,
    /// Why nobody is.
    pub because: Vec<String>,
}

/// Hospitals between which no line can be drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardGroup {
    /// Its members.
    pub members: Vec<BoardPosition>,
}

/// Where one hospital stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardPosition {
    /// Index of the hospital.
    pub hospital: usize,
    /// First plausible place.
    pub low: usize,
    /// Last plausible place.
    pub high: usize,
    /// Share of draws among the first k.
    pub top_share: f64,
    /// Share of the weight not covered.
    pub uncovered: f64,
    /// What would move it most.
    pub moved: Option<BoardMove>,
    /// The weights move it beyond what chance does.
    pub moved_by_weights: bool,
}

/// What would move a hospital.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardMove {
    /// Criterion.
    pub criterion: usize,
    /// True where the weight is doubled, false where it is dropped.
    pub doubled: bool,
    /// New middle place less the old one.
    pub places: i64,
}
