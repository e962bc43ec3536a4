//! Rows about the variation between hospitals and areas, and about who provides what where.

/// A row of `area_value`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AreaValueRow {
    /// `kind`.
    pub kind: String,
    /// `area_code`.
    pub area_code: String,
    /// `measure_key`.
    pub measure_key: i64,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `country`.
    pub country: String,
    /// `hospitals`.
    pub hospitals: i64,
    /// `value`.
    pub value: f64,
    /// `interval_low`.
    pub interval_low: f64,
    /// `interval_high`.
    pub interval_high: f64,
    /// `source_key`.
    pub source_key: i64,
}

/// A row of `variation`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VariationRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `country`.
    pub country: String,
    /// `level`.
    pub level: String,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `units`.
    pub units: i64,
    /// `ratio`.
    pub ratio: Option<f64>,
    /// `low`.
    pub low: Option<f64>,
    /// `high`.
    pub high: Option<f64>,
}

/// A row of `variation_course`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VariationCourseRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `country`.
    pub country: String,
    /// `level`.
    pub level: String,
    /// `first_end`.
    pub first_end: String,
    /// `last_end`.
    pub last_end: String,
    /// `periods`.
    pub periods: i64,
    /// `units`.
    pub units: i64,
    /// `course`.
    pub course: String,
}

/// A row of `improvement`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImprovementRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `country`.
    pub country: String,
    /// `first_end`.
    pub first_end: String,
    /// `last_end`.
    pub last_end: String,
    /// `tested`.
    pub tested: i64,
    /// `improved`.
    pub improved: i64,
    /// `by_chance`.
    pub by_chance: f64,
}

/// A row of `improved`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImprovedRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `hospital_id`.
    pub hospital_id: String,
    /// `first_end`.
    pub first_end: String,
    /// `last_end`.
    pub last_end: String,
}

/// A row of `provision`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProvisionRow {
    /// `area_code`.
    pub area_code: String,
    /// `measure_key`.
    pub measure_key: i64,
    /// `country`.
    pub country: String,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `providing`.
    pub providing: i64,
    /// `not_providing`.
    pub not_providing: i64,
    /// `unknown`.
    pub unknown: i64,
    /// `sole_hospital_id`.
    pub sole_hospital_id: String,
    /// `source_key`.
    pub source_key: i64,
}
