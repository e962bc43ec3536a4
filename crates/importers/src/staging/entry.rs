//! What is kept about one import?

use crate::input::{RawInput, sha256_hex};
use crate::reading::{Options, Reading};
use domain::Period;
use domain::records::{Batch, Reality};
use serde::{Deserialize, Serialize};

/// One import: which file, what it turned out to be, and the options it was read with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Place in the order of imports, counted from 1.
    pub number: u32,
    /// Name of the file as it came.
    pub file: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Which layout it was.
    pub kind: String,
    side: Side,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recipe: Option<KeptRecipe>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct KeptRecipe {
    name: String,
    text: String,
}

/// Whether a file tells of real or of invented hospitals, or only adds to whatever is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Side {
    Real,
    Fictional,
    Either,
}

impl Side {
    /// Replies, corrections, events and manual links take the side of what they speak about.
    pub(super) fn of(batch: &Batch) -> Self {
        let speaks_of_others = !(batch.comments.is_empty()
            && batch.corrections.is_empty()
            && batch.events.is_empty()
            && batch.manual_links.is_empty());
        let defines = !(batch.hospitals.is_empty()
            && batch.facilities.is_empty()
            && batch.areas.is_empty()
            && batch.measures.is_empty()
            && batch.observations.is_empty()
            && batch.sources.is_empty());
        match batch.reality {
            Reality::Fictional => Self::Fictional,
            Reality::Real if speaks_of_others && !defines => Self::Either,
            Reality::Real => Self::Real,
        }
    }

    pub(super) fn clashes_with(self, other: Self) -> bool {
        matches!((self, other), (Self::Real, Self::Fictional) | (Self::Fictional, Self::Real))
    }

    pub(super) fn in_words(self) -> &'static str {
        match self {
            Self::Real | Self::Either => "real",
            Self::Fictional => "fictional",
        }
    }
}

impl Entry {
    pub(super) fn new(number: u32, input: &RawInput, sha256: String, options: &Options, reading: &Reading) -> Self {
        let recipe = options.recipe.as_ref();
        Self {
            number,
            file: input.name.clone(),
            sha256,
            kind: reading.kind.clone(),
            side: reading.batch.as_ref().map_or(Side::Either, Side::of),
            period: options.period.map(|p| p.to_string()),
            recipe: recipe.map(|(name, text)| KeptRecipe { name: name.clone(), text: text.clone() }),
        }
    }

    pub(super) fn side(&self) -> Side {
        self.side
    }

    /// True where the same bytes were read with the same options, under whatever name.
    pub(super) fn is_same_import(&self, other: &Self) -> bool {
        (&self.sha256, &self.period, &self.recipe) == (&other.sha256, &other.period, &other.recipe)
    }

    /// The options it was read with.
    ///
    /// # Errors
    /// A sentence where the period of the entry cannot be read.
    pub fn options(&self) -> Result<Options, String> {
        let period = self.period.as_deref().map(Period::parse).transpose().map_err(|e| e.to_string())?;
        let recipe = self.recipe.as_ref().map(|r| (r.name.clone(), r.text.clone()));
        Ok(Options { period, recipe })
    }

    pub(super) fn file_name(&self) -> String {
        format!("{:06}-{}.json", self.number, self.sha256.get(..16).unwrap_or(&self.sha256))
    }

    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec_pretty(self).unwrap_or_default();
        text.push(b'\n');
        text
    }

    pub(super) fn from_json(bytes: &[u8]) -> Result<Self, String> {
        let entry: Self = serde_json::from_slice(bytes).map_err(|e| e.to_string())?;
        let is_hash = entry.sha256.len() == 64 && entry.sha256.bytes().all(|b| b.is_ascii_hexdigit());
        if is_hash { Ok(entry) } else { Err(format!("\"{}\" is no SHA-256", entry.sha256)) }
    }
}

/// One digest of a list of imports.
pub(super) fn digest(entries: &[Entry]) -> String {
    let kept: Vec<_> = entries.iter().map(|e| (&e.sha256, &e.file, &e.period, &e.recipe)).collect();
    sha256_hex(&serde_json::to_vec(&kept).unwrap_or_default())
}
