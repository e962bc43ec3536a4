//! Which published facts show that a facility provides a kind of care, and what does one ask where only one does?

use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::care::Care;
use domain::peers::PeerGroup;
use domain::specialty::Specialty;
use domain::{Bilingual, MeasureId};
use serde::Deserialize;
use std::sync::LazyLock;

/// What shows a kind of care, and the words around it.
#[derive(Debug, Clone, PartialEq)]
pub struct CareText {
    /// Which care.
    pub care: Care,
    /// Measures whose printed count shows it.
    pub counts: Vec<MeasureId>,
    /// Counts of beds in the context that show it.
    pub beds: Vec<String>,
    /// Keys of the context, with the values that show it.
    pub flags: Vec<(String, Vec<String>)>,
    /// Roles that show it.
    pub roles: Vec<PeerGroup>,
    /// Departments and services that show it.
    pub services: Vec<String>,
    /// Departments and services that make it possible.
    pub hints: Vec<String>,
    /// Departments of which it takes one; empty where it takes none.
    pub needs: Vec<String>,
    /// Fields of medicine whose hospitals stand among the others in a list of it.
    pub fields: Vec<Specialty>,
    /// Whether clinics with beds stand after the hospitals, under a heading of their own.
    pub clinics_apart: bool,
    /// Printed counts below this stand after the others, under a heading of their own.
    pub few: Option<f64>,
    /// What else a sole provider shows over its own years.
    pub years: Vec<MeasureId>,
    /// What one facility is called that provides it.
    pub facility: Bilingual<String>,
    /// The same for several.
    pub facilities: Bilingual<String>,
    /// The printed count in words, `{n}` for the number.
    pub counted: Bilingual<String>,
    /// The beds in words, `{n}` for the number.
    pub bedded: Bilingual<String>,
    /// What its beds or numbers do not tell apart, said once where they are listed; `None` where they do.
    pub note: Option<Bilingual<String>>,
    /// Whom to telephone.
    pub phone: Bilingual<String>,
    /// What to ask there.
    pub ask: Vec<Bilingual<String>>,
}

/// The text of one kind of care.
///
/// # Errors
/// [`ContentError`] where `content/care.toml` cannot be read.
pub fn care(care: Care) -> Result<&'static CareText, ContentError> {
    let missing = || ContentError::at(FILE.path, "care", format!("{care} is not described"));
    cares()?.iter().find(|text| text.care == care).ok_or_else(missing)
}

/// All kinds of care.
///
/// # Errors
/// [`ContentError`] where `content/care.toml` cannot be read.
pub fn cares() -> Result<&'static [CareText], ContentError> {
    whole(&CARES)
}

const FILE: SourceText = source_text!("care.toml");
static CARES: LazyLock<Result<Vec<CareText>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    care: Vec<RawCare>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCare {
    id: String,
    #[serde(default)]
    counts: Vec<String>,
    #[serde(default)]
    beds: Vec<String>,
    #[serde(default)]
    flags: Vec<RawFlag>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    services: Vec<String>,
    #[serde(default)]
    hints: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    years: Vec<String>,
    #[serde(default)]
    fields: Vec<String>,
    #[serde(default)]
    clinics_apart: bool,
    few: Option<f64>,
    facility: RawText,
    facilities: RawText,
    counted: RawText,
    bedded: RawText,
    note: Option<RawText>,
    phone: RawText,
    ask: Vec<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFlag {
    key: String,
    values: Vec<String>,
}

fn load() -> Result<Vec<CareText>, ContentError> {
    let raw: Raw = FILE.parse()?;
    raw.care.into_iter().map(typed).collect()
}

fn typed(raw: RawCare) -> Result<CareText, ContentError> {
    let measures = |key: &str, ids: Vec<String>| -> Result<Vec<MeasureId>, ContentError> {
        let read = |id: String| MeasureId::parse(&id).map_err(|error| ContentError::at(FILE.path, key, error));
        ids.into_iter().map(read).collect()
    };
    let role = |code: String| FILE.code("care.roles", PeerGroup::parse(&code));
    let field = |code: String| FILE.code("care.fields", Specialty::parse(&code));
    Ok(CareText {
        care: FILE.code("care.id", Care::parse(&raw.id))?,
        counts: measures("care.counts", raw.counts)?,
        beds: raw.beds,
        flags: raw.flags.into_iter().map(|flag| (flag.key, flag.values)).collect(),
        roles: raw.roles.into_iter().map(role).collect::<Result<_, ContentError>>()?,
        services: raw.services,
        hints: raw.hints,
        needs: raw.needs,
        years: measures("care.years", raw.years)?,
        fields: raw.fields.into_iter().map(field).collect::<Result<_, ContentError>>()?,
        clinics_apart: raw.clinics_apart,
        few: raw.few,
        facility: FILE.required("care.facility", raw.facility)?,
        facilities: FILE.required("care.facilities", raw.facilities)?,
        counted: FILE.required("care.counted", raw.counted)?,
        bedded: FILE.required("care.bedded", raw.bedded)?,
        note: raw.note.map(|note| FILE.required("care.note", note)).transpose()?,
        phone: FILE.required("care.phone", raw.phone)?,
        ask: FILE.each("care.ask", raw.ask)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_care_is_shown_by_something_and_has_questions() {
        for code in Care::ALL {
            let text = care(*code).unwrap();
            let shown = text.counts.len() + text.beds.len() + text.flags.len() + text.services.len();
            assert!(shown > 0, "{code}");
            assert!(text.ask.len() >= 3, "{code}");
            assert!(text.counted.ja.contains("{n}") && text.bedded.en.contains("{n}"), "{code}");
        }
    }
}
