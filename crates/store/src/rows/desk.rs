//! Rows of the desk: what somebody sent, and what was decided about it.

/// A row of `letter`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterRow {
    /// `letter_key`; given by the desk.
    pub letter_key: i64,
    /// `kind`.
    pub kind: String,
    /// `locale`.
    pub locale: String,
    /// `release_id`.
    pub release_id: String,
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
    /// `was`.
    pub was: String,
    /// `text_ja`.
    pub text_ja: String,
    /// `text_en`.
    pub text_en: String,
    /// `should_be`.
    pub should_be: String,
    /// `stands_at`.
    pub stands_at: String,
    /// `contact`.
    pub contact: String,
    /// `received`.
    pub received: String,
    /// `state`.
    pub state: String,
    /// `decided`.
    pub decided: String,
}

/// A row of `decision`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecisionRow {
    /// `letter_key`.
    pub letter_key: i64,
    /// `kind`.
    pub kind: String,
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
    /// `received`.
    pub received: String,
    /// `action`.
    pub action: String,
    /// `reason`.
    pub reason: String,
    /// `decided_by`.
    pub decided_by: String,
    /// `at`.
    pub at: String,
}
