//! What does a row of each table look like? One struct per table, written and read alike; the schema explains the columns.

/// A row of `release`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReleaseRow {
    /// `id`.
    pub id: String,
    /// `as_of`.
    pub as_of: String,
    /// `fictional`.
    pub fictional: i64,
    /// `title`.
    pub title: String,
    /// `method_version`.
    pub method_version: String,
    /// `input_digest`.
    pub input_digest: String,
    /// `previous_id`.
    pub previous_id: String,
}

/// A row of `source`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SourceRow {
    /// `source_key`.
    pub source_key: i64,
    /// `id`.
    pub id: String,
    /// `publisher_ja`.
    pub publisher_ja: String,
    /// `publisher_en`.
    pub publisher_en: String,
    /// `title_ja`.
    pub title_ja: String,
    /// `title_en`.
    pub title_en: String,
    /// `url`.
    pub url: String,
    /// `licence`.
    pub licence: String,
    /// `attribution_ja`.
    pub attribution_ja: String,
    /// `attribution_en`.
    pub attribution_en: String,
    /// `published`.
    pub published: Option<String>,
    /// `retrieved`.
    pub retrieved: Option<String>,
    /// `sha256`.
    pub sha256: String,
    /// `file`.
    pub file: String,
}

/// A row of `footnote`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FootnoteRow {
    /// `source_id`.
    pub source_id: String,
    /// `code`.
    pub code: String,
    /// `text_ja`.
    pub text_ja: String,
    /// `text_en`.
    pub text_en: String,
}

/// A row of `area`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AreaRow {
    /// `code`.
    pub code: String,
    /// `kind`.
    pub kind: String,
    /// `name_ja`.
    pub name_ja: String,
    /// `name_en`.
    pub name_en: String,
    /// `parent`.
    pub parent: String,
    /// `population`.
    pub population: Option<f64>,
    /// `year`.
    pub year: Option<i64>,
    /// `island`.
    pub island: i64,
}

/// A row of `area_observation`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AreaObservationRow {
    /// `area_code`.
    pub area_code: String,
    /// `key`.
    pub key: String,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `value`.
    pub value: Option<f64>,
    /// `status`.
    pub status: String,
}

/// A row of `hospital`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HospitalRow {
    /// `id`.
    pub id: String,
    /// `name`.
    pub name: String,
    /// `name_kana`.
    pub name_kana: String,
    /// `name_en`.
    pub name_en: String,
    /// `short_name`.
    pub short_name: String,
    /// `country`.
    pub country: String,
    /// `region_code`.
    pub region_code: String,
    /// `municipality_code`.
    pub municipality_code: String,
    /// `municipality`.
    pub municipality: String,
    /// `area_code`.
    pub area_code: String,
    /// `address`.
    pub address: String,
    /// `latitude`.
    pub latitude: Option<f64>,
    /// `longitude`.
    pub longitude: Option<f64>,
    /// `point`.
    pub point: String,
    /// `url`.
    pub url: String,
    /// `peer_group`.
    pub peer_group: String,
    /// `peer_reason_ja`.
    pub peer_reason_ja: String,
    /// `peer_reason_en`.
    pub peer_reason_en: String,
    /// `search_text`.
    pub search_text: String,
    /// `beds_total`.
    pub beds_total: Option<f64>,
    /// `reported_measures`.
    pub reported_measures: i64,
}

/// A row of `identifier`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IdentifierRow {
    /// `hospital_id`.
    pub hospital_id: String,
    /// `scheme`.
    pub scheme: String,
    /// `value`.
    pub value: String,
    /// `valid_from`.
    pub valid_from: Option<String>,
    /// `valid_to`.
    pub valid_to: Option<String>,
    /// `match`.
    pub matched: String,
    /// `confidence`.
    pub confidence: f64,
}

/// A row of `moved`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MovedRow {
    /// `old_id`.
    pub old_id: String,
    /// `hospital_id`.
    pub hospital_id: String,
}

/// A row of `successor`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SuccessorRow {
    /// `hospital_id`.
    pub hospital_id: String,
    /// `successor_id`.
    pub successor_id: String,
    /// `date`.
    pub date: Option<String>,
    /// `kind`.
    pub kind: String,
}

/// A row of `context`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ContextRow {
    /// `hospital_id`.
    pub hospital_id: String,
    /// `key`.
    pub key: String,
    /// `value`.
    pub value: String,
    /// `valid_from`.
    pub valid_from: String,
    /// `valid_to`.
    pub valid_to: String,
}

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

/// A row of `event`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventRow {
    /// `event_key`.
    pub event_key: i64,
    /// `area_code`.
    pub area_code: String,
    /// `hospital_id`.
    pub hospital_id: String,
    /// `kind`.
    pub kind: String,
    /// `start`.
    pub start: String,
    /// `end`.
    pub until: Option<String>,
    /// `text_ja`.
    pub text_ja: String,
    /// `text_en`.
    pub text_en: String,
    /// `source`.
    pub source: String,
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
    /// `period_end`.
    pub period_end: Option<String>,
    /// `kind`.
    pub kind: String,
    /// `date`.
    pub date: Option<String>,
    /// `text_ja`.
    pub text_ja: String,
    /// `text_en`.
    pub text_en: String,
}

/// A row of `correction`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CorrectionRow {
    /// `correction_key`.
    pub correction_key: i64,
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
    /// `was`.
    pub was: String,
    /// `is`.
    pub now: String,
    /// `why_ja`.
    pub why_ja: String,
    /// `why_en`.
    pub why_en: String,
    /// `date`.
    pub date: String,
}

/// A row of `change`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChangeRow {
    /// `change_key`.
    pub change_key: i64,
    /// `hospital_id`.
    pub hospital_id: String,
    /// `measure_id`.
    pub measure_id: String,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `stratum`.
    pub stratum: String,
    /// `kind`.
    pub kind: String,
    /// `was`.
    pub was: Option<f64>,
    /// `is`.
    pub now: Option<f64>,
    /// `was_status`.
    pub was_status: String,
    /// `is_status`.
    pub is_status: String,
}

/// A row of `import_issue`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IssueRow {
    /// `issue_key`.
    pub issue_key: i64,
    /// `severity`.
    pub severity: String,
    /// `kind`.
    pub kind: String,
    /// `file`.
    pub file: String,
    /// `sheet`.
    pub sheet: String,
    /// `row`.
    pub row: Option<i64>,
    /// `column_name`.
    pub column_name: String,
    /// `value`.
    pub value: String,
    /// `message`.
    pub message: String,
}
