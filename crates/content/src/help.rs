//! What is said, and what can be done next, where something asked for is not there?

use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::{Bilingual, codes};
use serde::Deserialize;
use std::sync::LazyLock;

codes! {
    /// What was asked for and is not there.
    Absence, "absence", "値がない理由" {
        /// A page.
        Page = "page",
        /// A hospital.
        Hospital = "hospital",
        /// A measure.
        Measure = "measure",
        /// An area.
        Area = "area",
        /// A release.
        Release = "release",
        /// A readable condition in the address.
        Parameter = "parameter",
        /// Hospitals that match a search.
        Results = "no-results",
        /// Measures of a hospital.
        Measures = "no-measures",
        /// The register entry of a facility.
        Link = "unlinked",
        /// Any release at all.
        AnyRelease = "nothing-published",
        /// A working server.
        Service = "trouble",
    }
}

/// The words for an absence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// What is absent.
    pub absence: Absence,
    /// The heading.
    pub title: Bilingual<String>,
    /// What it means and what to do next.
    pub text: Bilingual<String>,
}

/// The words for an absence.
///
/// # Errors
/// [`ContentError`] where `content/help.toml` cannot be read or says nothing about it.
pub fn help(absence: Absence) -> Result<&'static Help, ContentError> {
    let missing = || ContentError::at(FILE.path, "help", format!("nothing is said about \"{absence}\""));
    helps()?.iter().find(|help| help.absence == absence).ok_or_else(missing)
}

/// The words for every absence.
///
/// # Errors
/// [`ContentError`] where `content/help.toml` cannot be read.
pub fn helps() -> Result<&'static [Help], ContentError> {
    whole(&HELPS)
}

const FILE: SourceText = source_text!("help.toml");
static HELPS: LazyLock<Result<Vec<Help>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    help: Vec<RawHelp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHelp {
    id: String,
    title: RawText,
    text: RawText,
}

fn load() -> Result<Vec<Help>, ContentError> {
    let raw: Raw = FILE.parse()?;
    let typed = |raw: RawHelp| {
        Ok(Help {
            absence: FILE.code("help.id", Absence::parse(&raw.id))?,
            title: FILE.required(&format!("{}.title", raw.id), raw.title)?,
            text: FILE.required(&format!("{}.text", raw.id), raw.text)?,
        })
    };
    raw.help.into_iter().map(typed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_absence_has_words() {
        for absence in Absence::ALL {
            assert!(help(*absence).is_ok(), "{absence}");
        }
    }
}
