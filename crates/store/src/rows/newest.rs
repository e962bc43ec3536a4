//! Rows about the newest values, as own criteria need them.

/// A row of `newest_set`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewestSetRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `country`.
    pub country: String,
    /// `period_start`.
    pub period_start: String,
    /// `period_end`.
    pub period_end: String,
    /// `centre`.
    pub centre: Option<f64>,
    /// `deviation`.
    pub deviation: Option<f64>,
    /// `slope`.
    pub slope: Option<f64>,
    /// `sources`.
    pub sources: String,
}

/// A row of `newest_value`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewestValueRow {
    /// `measure_key`.
    pub measure_key: i64,
    /// `hospital_id`.
    pub hospital_id: String,
    /// `status`.
    pub status: String,
    /// `value`.
    pub value: Option<f64>,
    /// `interval_low`.
    pub interval_low: Option<f64>,
    /// `interval_high`.
    pub interval_high: Option<f64>,
    /// `denominator`.
    pub denominator: Option<f64>,
    /// `score`.
    pub score: Option<i64>,
    /// `score_error`.
    pub score_error: Option<i64>,
    /// `caveats`.
    pub caveats: String,
}

/// A row of `wish_fact`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WishFactRow {
    /// `hospital_id`.
    pub hospital_id: String,
    /// `wish`.
    pub wish: String,
    /// `holds`.
    pub holds: i64,
}
