//! Rows about hospitals and areas.

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
    /// `specialty`.
    pub specialty: String,
    /// `specialty_reason_ja`.
    pub specialty_reason_ja: String,
    /// `specialty_reason_en`.
    pub specialty_reason_en: String,
    /// `search_text`.
    pub search_text: String,
    /// `beds_total`.
    pub beds_total: Option<f64>,
    /// `reported_measures`.
    pub reported_measures: i64,
    /// `last_told`: a day, or empty.
    pub last_told: String,
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

/// A row of `care`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CareRow {
    /// `hospital_id`.
    pub hospital_id: String,
    /// `care`.
    pub care: String,
    /// `known`.
    pub known: String,
    /// `shown_by`.
    pub shown_by: String,
    /// `name`.
    pub name: String,
    /// `value`.
    pub value: Option<f64>,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `status`.
    pub status: String,
    /// `caveats`.
    pub caveats: String,
    /// `source_key`.
    pub source_key: Option<i64>,
}
