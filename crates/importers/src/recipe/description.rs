//! What can a recipe say about a table?
//!
//! A text without braces names a column, `"{A}-{B}"` puts columns together, `"=text"` stands for itself.
//! `{A:05}` fills digits up with zeros to five.

use crate::source::{Edition, SourceWords, Words};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A recipe: one TOML file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recipe {
    /// Id of the recipe, shown as the kind of the file.
    pub id: String,
    /// What the table is.
    pub title: Words,
    /// `official` (default) or `compiled`.
    #[serde(default)]
    pub authority: String,
    /// Headers by which the table is known; it must hold them all.
    pub known_by: Vec<String>,
    /// Who published it.
    pub source: SourceWords,
    /// Files whose period is known.
    #[serde(default)]
    pub edition: Vec<Edition>,
    /// Other headers a column has had: today's name → former names.
    #[serde(default)]
    pub alias: BTreeMap<String, Vec<String>>,
    /// Literals that are no value → status; a trailing `*` matches any ending.
    #[serde(default)]
    pub missing: BTreeMap<String, String>,
    /// Codes of footnotes that say why a value is missing → status.
    #[serde(default)]
    pub footnote_means: BTreeMap<String, String>,
    /// Texts of footnotes by code.
    #[serde(default)]
    pub footnotes: BTreeMap<String, Words>,
    /// A table that is itself a list of footnotes.
    pub footnote_table: Option<FootnoteTable>,
    /// Rows that are single figures of a hospital, to be put side by side first.
    pub pivot: Option<Pivot>,
    /// Which days a row covers; without it the editions, `--period` and the name are asked.
    pub period: Option<PeriodRule>,
    /// Rows that name hospitals by id.
    pub hospital: Option<HospitalRule>,
    /// Rows that name facilities to be linked by name and place.
    pub facility: Option<FacilityRule>,
    /// Values.
    #[serde(default)]
    pub observation: Vec<ObservationRule>,
    /// Values of a whole country, by which hospitals are judged.
    #[serde(default)]
    pub national: Vec<NationalRule>,
    /// Rows that are known and give no value: no block has to take them.
    pub leave_out: Option<Only>,
    /// Facts that are no quality.
    #[serde(default)]
    pub context: Vec<ContextRule>,
    /// Definitions of measures that the site does not know yet.
    #[serde(default)]
    pub measure: Vec<MeasureRule>,
    /// Recipes of the project that define measures this table has too.
    #[serde(default)]
    pub measures_of: Vec<String>,
}

/// `[footnote_table]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FootnoteTable {
    pub code: String,
    pub text: String,
    /// Sources whose footnotes these are.
    pub sources: Vec<String>,
}

/// `[pivot]`: `HAI_1_SIR`, `HAI_1_CILOWER` … stand below each other; afterwards there are columns `HAI_1_SIR Score` ….
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pivot {
    /// Rows that agree in these columns become one.
    pub same: Vec<String>,
    /// The column that names the figure of a row.
    pub name: String,
    /// The columns that become one per name.
    pub spread: Vec<String>,
}

/// `[period]`: a fiscal year, or a first and a last day.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeriodRule {
    pub fiscal_year: Option<String>,
    pub month: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
}

/// `[hospital]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HospitalRule {
    /// `us-{Facility ID}`.
    pub id: String,
    /// The column of the publisher's own id, with its scheme.
    pub number: String,
    pub scheme: String,
    /// Digits are filled up with zeros to this width.
    #[serde(default)]
    pub number_width: usize,
    /// Without a name the rows only refer to hospitals of another file.
    pub name: Option<String>,
    pub name_kana: Option<String>,
    pub name_en: Option<String>,
    pub short_name: Option<String>,
    #[serde(default)]
    pub country: String,
    pub region_code: Option<String>,
    pub municipality_code: Option<String>,
    pub municipality: Option<String>,
    pub address: Option<String>,
    pub latitude: Option<String>,
    pub longitude: Option<String>,
    pub url: Option<String>,
}

/// `[facility]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FacilityRule {
    /// `dpc:{year}`; the year is that of the first day.
    pub scheme: String,
    /// The column of the number; without it facilities are kept by name and place.
    pub number: Option<String>,
    /// The column with the number of the year before.
    pub number_before: Option<String>,
    /// Rows that agree in these columns are one facility.
    pub same_as: Vec<String>,
    pub name: String,
    /// A further name of the row, kept beside the name.
    pub other_name: Option<String>,
    pub prefecture: Option<String>,
    pub municipality_code: Option<String>,
    pub municipality: Option<String>,
}

/// `[[observation]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ObservationRule {
    /// Id of the measure; columns in braces are written in lower case with hyphens.
    pub measure: String,
    pub kind: Option<String>,
    /// Only rows whose cell is one of these.
    pub only: Option<Only>,
    pub stratum: Option<String>,
    /// One column, or several that are added.
    pub value: Option<OneOrMore>,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    pub eligible: Option<String>,
    pub expected: Option<String>,
    /// An expected rate; its product with the denominator is the expected number.
    pub expected_rate: Option<String>,
    /// What the expected rate is divided by, where that is not `per`.
    pub expected_rate_per: Option<f64>,
    pub standard_error: Option<String>,
    /// A coefficient of variation: value × it ÷ √denominator is the standard error.
    pub variation: Option<String>,
    pub response_rate: Option<String>,
    /// What printed values, rates and limits are divided by: 100 for percentages.
    pub per: Option<f64>,
    /// Decimals a share is printed with; a numerator is derived where value × denominator is an integer to within rounding.
    pub decimals: Option<u8>,
    /// Words that stand for numbers: `Yes` = 1.
    #[serde(default)]
    pub values: BTreeMap<String, f64>,
    /// What an empty cell means: a status, or `skip`. Default `not_available`.
    pub blank: Option<String>,
    /// The column of footnote codes, separated by commas or semicolons.
    pub footnotes: Option<String>,
    pub published_verdict: Option<String>,
    /// A column whose words say why a value is missing.
    pub status: Option<StatusBy>,
    pub period: Option<PeriodRule>,
    #[serde(default)]
    pub limits: Vec<LimitRule>,
    /// True where not every edition has the columns: their absence is a note and no problem.
    #[serde(default)]
    pub optional: bool,
}

/// `[[national]]`: a row is a measure, not a hospital.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NationalRule {
    /// Id of the measure, which another table defines.
    pub measure: String,
    /// ISO 3166-1, two letters.
    pub country: String,
    /// Only rows whose cell is one of these.
    pub only: Option<Only>,
    pub value: String,
    /// What the printed value is divided by: 100 for percentages.
    pub per: Option<f64>,
}

/// A column, or several to be added.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// `only = { column = "Measure ID", is = ["PC_01"] }`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Only {
    pub column: String,
    pub is: Vec<String>,
}

/// `status = { column = "Comparison", is = { "Number of Cases Too Small" = "too_few" } }`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatusBy {
    pub column: String,
    pub is: BTreeMap<String, String>,
}

/// `limits = [{ kind = "ci95", lower = "Lower", upper = "Upper" }]`, or one `range` cell (`0.8 - 1.2`).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LimitRule {
    pub kind: String,
    pub lower: Option<String>,
    pub middle: Option<String>,
    pub upper: Option<String>,
    pub range: Option<String>,
    /// Where these are printed in another unit than the value.
    pub per: Option<f64>,
}

/// `[[context]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContextRule {
    pub key: String,
    pub value: String,
    /// Words → values; words that are not listed are kept, or left out where the list ends with `"*" = ""`.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    pub only: Option<Only>,
    /// True where not every edition has the columns: their absence is a note and no problem.
    #[serde(default)]
    pub optional: bool,
}

/// `[[measure]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureRule {
    pub id: String,
    pub name: Words,
    pub kind: String,
    pub direction: String,
    pub topic: String,
    pub measure_type: String,
    #[serde(default)]
    pub unit: String,
    pub risk_adjusted: Option<bool>,
    #[serde(default)]
    pub adjusters: Vec<String>,
    pub shrunken: Option<bool>,
    pub national_value: Option<f64>,
    pub self_reported: Option<bool>,
    pub audited: Option<bool>,
    pub voluntary: Option<bool>,
    pub counts_episodes: Option<bool>,
    pub eligible_hospitals: Option<f64>,
    pub min_denominator: Option<f64>,
    #[serde(default)]
    pub suppression_profile: String,
    #[serde(default)]
    pub plain: Words,
    #[serde(default)]
    pub why: Words,
    #[serde(default)]
    pub cannot_tell: Words,
    #[serde(default)]
    pub owner_warning: Words,
    #[serde(default)]
    pub means_abroad: String,
}
