//! What does a source print about a hospital's values?

use super::Subject;
use crate::Bilingual;
use crate::Status;
use crate::ids::MeasureId;
use crate::period::Day;
use crate::period::Period;

/// One row of `observations.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct ObservationRecord {
    /// The hospital.
    pub hospital: Subject,
    /// The measure.
    pub measure: MeasureId,
    /// Days covered.
    pub period: Period,
    /// Part of the patients, empty for all.
    pub stratum: String,
    /// Events.
    pub numerator: Option<f64>,
    /// Patients, or units of exposure.
    pub denominator: Option<f64>,
    /// Patients who could have been reported.
    pub eligible: Option<f64>,
    /// Expected events (a count).
    pub expected: Option<f64>,
    /// Value in base units.
    pub value: Option<f64>,
    /// Standard error of the value, in base units.
    pub standard_error: Option<f64>,
    /// Share of those asked who answered, 0 to 1.
    pub response_rate: Option<f64>,
    /// Why it is there or not.
    pub status: Status,
    /// The literal of the source.
    pub raw: String,
    /// True where the numerator was derived from value × denominator.
    pub derived: bool,
    /// Codes of footnotes of the same source.
    pub footnotes: Vec<String>,
    /// The publisher's own verdict, as printed.
    pub published_verdict: String,
    /// Id of the source.
    pub source_id: String,
    /// Sheet or member of an archive.
    pub source_sheet: String,
    /// Row, counted from 1.
    pub source_row: Option<u32>,
}

crate::codes! {
    /// Kinds of published limits.
    LimitKind, "kind of limit", "範囲の種類" {
        /// 95 % confidence or interval estimate.
        Ci95 = "ci95",
        /// 99.8 % Poisson limits.
        Poisson998 = "poisson998",
        /// Over-dispersed 95 % control limits.
        Overdispersed95 = "overdispersed95",
        /// First quartile, median, third quartile.
        Quartiles = "quartiles",
        /// Predicted value.
        Predicted = "predicted",
        /// Expected rate.
        ExpectedRate = "expected_rate",
    }
}

/// One row of `limits.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct LimitRecord {
    /// The hospital.
    pub hospital: Subject,
    /// The measure.
    pub measure: MeasureId,
    /// Days covered.
    pub period: Period,
    /// Stratum.
    pub stratum: String,
    /// Kind.
    pub kind: LimitKind,
    /// Lower end.
    pub lower: Option<f64>,
    /// Middle.
    pub middle: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
}

/// One row of `footnotes.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FootnoteRecord {
    /// The source.
    pub source_id: String,
    /// Its code there.
    pub code: String,
    /// Text.
    pub text: Bilingual<String>,
}

/// One row of `comments.csv`: what a hospital says about its value.
#[derive(Debug, Clone, PartialEq)]
pub struct CommentRecord {
    /// The hospital.
    pub hospital: Subject,
    /// The measure.
    pub measure: MeasureId,
    /// Start of the period meant; `None` for every period that ends on that day.
    pub period_start: Option<Day>,
    /// End of the period meant; `None` for all.
    pub period_end: Option<Day>,
    /// Part of the patients, empty for all.
    pub stratum: String,
    /// Explanation or practice.
    pub kind: CommentKind,
    /// Date.
    pub date: Option<Day>,
    /// At most 400 characters.
    pub text: Bilingual<String>,
}

crate::codes! {
    /// Kinds of comments.
    CommentKind, "kind of comment", "病院の説明の種類" {
        /// Explains a value.
        Explanation = "explanation",
        /// Tells what the hospital does.
        Practice = "practice",
    }
}

/// One row of `corrections.csv`: was / is / why / when.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrectionRecord {
    /// The hospital.
    pub hospital: Subject,
    /// The measure.
    pub measure: MeasureId,
    /// Days covered.
    pub period: Period,
    /// Stratum.
    pub stratum: String,
    /// The value before, as printed; empty where there was none.
    pub was: String,
    /// The value now, as printed; empty where it was withdrawn.
    pub is: String,
    /// Why.
    pub why: Bilingual<String>,
    /// When.
    pub date: Day,
}

impl CorrectionRecord {
    /// Stands in `is` of a draft until somebody has looked into the source; it is no value and withdraws none.
    pub const NOT_DECIDED: &str = "?";
}
