//! Rows about measures and values.

/// A row of `measure`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeasureRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `id`.
    pub id: String,
    /// `name_ja`.
    pub name_ja: String,
    /// `name_en`.
    pub name_en: String,
    /// `kind`.
    pub kind: String,
    /// `direction`.
    pub direction: String,
    /// `topic`.
    pub topic: String,
    /// `measure_type`.
    pub measure_type: String,
    /// `unit`.
    pub unit: String,
    /// `risk_adjusted`.
    pub risk_adjusted: Option<i64>,
    /// `adjusters`.
    pub adjusters: String,
    /// `shrunken`.
    pub shrunken: Option<i64>,
    /// `national_value`.
    pub national_value: Option<f64>,
    /// `self_reported`.
    pub self_reported: Option<i64>,
    /// `audited`.
    pub audited: Option<i64>,
    /// `voluntary`.
    pub voluntary: Option<i64>,
    /// `counts_episodes`.
    pub counts_episodes: Option<i64>,
    /// `eligible_hospitals`.
    pub eligible_hospitals: Option<f64>,
    /// `min_denominator`.
    pub min_denominator: Option<f64>,
    /// `suppression_profile`.
    pub suppression_profile: String,
    /// `plain_ja`.
    pub plain_ja: String,
    /// `plain_en`.
    pub plain_en: String,
    /// `why_ja`.
    pub why_ja: String,
    /// `why_en`.
    pub why_en: String,
    /// `cannot_tell_ja`.
    pub cannot_tell_ja: String,
    /// `cannot_tell_en`.
    pub cannot_tell_en: String,
    /// `owner_warning_ja`.
    pub owner_warning_ja: String,
    /// `owner_warning_en`.
    pub owner_warning_en: String,
    /// `means_abroad`.
    pub means_abroad: String,
}

/// A row of `measure_version`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeasureVersionRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `version`.
    pub version: String,
    /// `valid_from`.
    pub valid_from: String,
    /// `valid_to`.
    pub valid_to: String,
    /// `breaks`.
    pub breaks: String,
    /// `change_ja`.
    pub change_ja: String,
    /// `change_en`.
    pub change_en: String,
}

/// A row of `spread`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SpreadRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `stratum`.
    pub stratum: String,
    /// `country`.
    pub country: String,
    /// `peer_group`.
    pub peer_group: String,
    /// `hospitals`.
    pub hospitals: i64,
    /// `reported`.
    pub reported: i64,
    /// `judged`.
    pub judged: i64,
    /// `ranked`.
    pub ranked: i64,
    /// `pooled`.
    pub pooled: i64,
    /// `target`.
    pub target: Option<f64>,
    /// `phi`.
    pub phi: Option<f64>,
    /// `tau2`.
    pub tau2: Option<f64>,
    /// `rankability`.
    pub rankability: Option<f64>,
    /// `p10`.
    pub p10: Option<f64>,
    /// `q25`.
    pub q25: Option<f64>,
    /// `median`.
    pub median: Option<f64>,
    /// `q75`.
    pub q75: Option<f64>,
    /// `p90`.
    pub p90: Option<f64>,
    /// `variation_ratio`.
    pub variation_ratio: Option<f64>,
    /// `variation_low`.
    pub variation_low: Option<f64>,
    /// `variation_high`.
    pub variation_high: Option<f64>,
    /// `outside_95`.
    pub outside_95: i64,
    /// `outside_998`.
    pub outside_998: i64,
    /// `caveats`.
    pub caveats: String,
}

/// A row of `observation`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ObservationRow {
    /// `observation_key`.
    pub observation_key: i64,
    /// `hospital_id`.
    pub hospital_id: String,
    /// `measure_key`.
    pub measure_key: i64,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `stratum`.
    pub stratum: String,
    /// `pooled`.
    pub pooled: i64,
    /// `numerator`.
    pub numerator: Option<f64>,
    /// `denominator`.
    pub denominator: Option<f64>,
    /// `eligible`.
    pub eligible: Option<f64>,
    /// `expected`.
    pub expected: Option<f64>,
    /// `value`.
    pub value: Option<f64>,
    /// `standard_error`.
    pub standard_error: Option<f64>,
    /// `response_rate`.
    pub response_rate: Option<f64>,
    /// `status`.
    pub status: String,
    /// `raw`.
    pub raw: String,
    /// `derived`.
    pub derived: i64,
    /// `published_verdict`.
    pub published_verdict: String,
    /// `source_key`.
    pub source_key: i64,
    /// `source_sheet`.
    pub source_sheet: String,
    /// `source_row`.
    pub source_row: Option<i64>,
    /// `interval_low`.
    pub interval_low: Option<f64>,
    /// `interval_high`.
    pub interval_high: Option<f64>,
    /// `interval_method`.
    pub interval_method: String,
    /// `national_class`.
    pub national_class: Option<i64>,
    /// `peer_class`.
    pub peer_class: Option<i64>,
    /// `verdict_national`.
    pub verdict_national: String,
    /// `verdict_peer`.
    pub verdict_peer: String,
    /// `rank_best`.
    pub rank_best: Option<i64>,
    /// `rank_worst`.
    pub rank_worst: Option<i64>,
    /// `rank_of`.
    pub rank_of: Option<i64>,
    /// `rank_clearly_better`.
    pub rank_clearly_better: Option<i64>,
    /// `rank_clearly_worse`.
    pub rank_clearly_worse: Option<i64>,
    /// `trend`.
    pub trend: String,
    /// `caveats`.
    pub caveats: String,
}

/// A row of `observation_footnote`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ObservationFootnoteRow {
    /// `observation_key`.
    pub observation_key: i64,
    /// `code`.
    pub code: String,
    /// `position`.
    pub position: i64,
}

/// A row of `published_limit`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LimitRow {
    /// `hospital_id`.
    pub hospital_id: String,
    /// `measure_key`.
    pub measure_key: i64,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `stratum`.
    pub stratum: String,
    /// `kind`.
    pub kind: String,
    /// `lower`.
    pub lower: Option<f64>,
    /// `middle`.
    pub middle: Option<f64>,
    /// `upper`.
    pub upper: Option<f64>,
}

/// A row of `comment`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CommentRow {
    /// `comment_key`.
    pub comment_key: i64,
    /// `hospital_id`.
    pub hospital_id: String,
    /// `measure_key`.
    pub measure_key: i64,
    /// `period_start`.
    pub period_start: Option<String>,
    /// `period_end`.
    pub period_end: Option<String>,
    /// `stratum`.
    pub stratum: String,
    /// `kind`.
    pub kind: String,
    /// `date`.
    pub date: Option<String>,
    /// `text_ja`.
    pub text_ja: String,
    /// `text_en`.
    pub text_en: String,
}
