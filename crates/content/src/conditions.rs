//! What does somebody look for who knows the trouble, not the measure: a fall, a birth, a stroke?
//!
//! One file per condition in `content/conditions/`. What is not measured is said first; a measure is named by what it answers,
//! so that a release without it can say so. Strata are a reader's wish for "more of this kind", never a verdict.

mod load;
mod matching;

use crate::ContentError;
use crate::gap::Gap;
use crate::presets::Preset;
use crate::source_text::whole;
use domain::care::Care;
use domain::specialty::Specialty;
use domain::{Bilingual, MeasureId};
use std::sync::LazyLock;

/// A trouble in everyday words, and what helps to choose a hospital for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Id, as in an address.
    pub id: String,
    /// Place in the list.
    pub order: i64,
    /// The preset that fits.
    pub preset: &'static Preset,
    /// What is needed there, where a source tells who provides it.
    pub care: Option<Care>,
    /// What the count of that care leaves out for this trouble: then a small count says nothing.
    pub count_note: Option<Bilingual<String>>,
    /// Whom to telephone, where that is somebody else than for the care in general.
    pub phone: Option<Bilingual<String>>,
    /// Fields of medicine whose hospitals are meant beside the general ones; those of other fields stand in no list of it.
    pub fields: Vec<Specialty>,
    /// As people call it.
    pub name: Bilingual<String>,
    /// For whom the page is.
    pub lead: Bilingual<String>,
    /// Whom to call at once where nobody's life is at risk: the first thing to do.
    pub call: Option<Call>,
    /// When to call whom, 119 first.
    pub emergency: Vec<Bilingual<String>>,
    /// What no public source tells.
    pub not_measured: Vec<Gap>,
    /// What the figures can tell.
    pub matters: Vec<Matter>,
    /// Parts of the discharged patients: a wish for more of this kind.
    pub strata: Vec<String>,
    /// What can be done in the next seven days.
    pub steps: Vec<Bilingual<String>>,
    /// Care that is needed afterwards: a way on to who provides it at the same place.
    pub then: Vec<Onward>,
    /// For the doctor.
    pub ask: Vec<Bilingual<String>>,
    /// Words that people type.
    words: Words,
}

/// Care that is needed after this trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onward {
    /// Which.
    pub care: Care,
    /// In which words the list of its providers is offered.
    pub say: Bilingual<String>,
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// As it is dialled.
    pub number: String,
    /// What to do: call it.
    pub say: Bilingual<String>,
    /// When it answers, and what if it does not.
    pub note: Bilingual<String>,
}

/// Something that a figure may tell about a condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Matter {
    /// In a few words, for a release that has no figure for it.
    pub what: Bilingual<String>,
    /// Why it matters, and what it does not say.
    pub why: Bilingual<String>,
    /// Measures that tell it; the first that a release has.
    pub measures: Vec<MeasureId>,
}

/// Words that people type, in the spelling of [`matching`].
#[derive(Debug, Clone, PartialEq, Eq)]
struct Words {
    japanese: Vec<String>,
    english: Vec<String>,
}

/// The measure whose strata are wished for.
pub const WISHED_STRATA_OF: &str = "jp-dpc-volume";

/// Every condition, in display order.
///
/// # Errors
/// [`ContentError`] for the first file that cannot be read or breaks a rule.
pub fn conditions() -> Result<&'static [Condition], ContentError> {
    whole(&CONDITIONS)
}

/// The condition of this id.
///
/// # Errors
/// As [`conditions`].
pub fn condition(id: &str) -> Result<Option<&'static Condition>, ContentError> {
    Ok(conditions()?.iter().find(|condition| condition.id == id))
}

/// The conditions that a reader's own words speak of, in display order; none for words that speak of none.
///
/// # Errors
/// As [`conditions`].
pub fn conditions_for(words: &str) -> Result<Vec<&'static Condition>, ContentError> {
    let asked = matching::Asked::of(words);
    Ok(conditions()?.iter().filter(|condition| condition.is_meant(&asked)).collect())
}

impl Condition {
    fn is_meant(&self, asked: &matching::Asked) -> bool {
        asked.speaks_japanese(&self.words.japanese) || asked.speaks_english(&self.words.english)
    }
}

static CONDITIONS: LazyLock<Result<Vec<Condition>, ContentError>> = LazyLock::new(load::all);

#[cfg(test)]
mod tests;
