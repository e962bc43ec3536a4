//! Rows that say which release this is, from where it comes, and what differs.

/// A row of `release`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReleaseRow {
    /// `id`.
    pub id: String,
    /// `as_of`.
    pub as_of: String,
    /// `fictional`.
    pub fictional: i64,
    /// `name`.
    pub name: String,
    /// `title`.
    pub title: String,
    /// `created`.
    pub created: String,
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
