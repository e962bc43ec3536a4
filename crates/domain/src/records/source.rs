//! From where do records come?

use crate::Bilingual;
use crate::period::Day;

/// One row of `sources.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceRecord {
    /// Id of the source.
    pub id: String,
    /// Who published it.
    pub publisher: Bilingual<String>,
    /// Its title.
    pub title: Bilingual<String>,
    /// Where it can be had.
    pub url: String,
    /// Licence; empty where none is given.
    pub licence: String,
    /// Wording that the licence asks for.
    pub attribution: Bilingual<String>,
    /// Day of publication.
    pub published: Option<Day>,
    /// Day it was fetched.
    pub retrieved: Option<Day>,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Name of the file.
    pub file: String,
}

/// Whether a batch tells of real or of invented hospitals. The two never share a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reality {
    /// Official figures.
    #[default]
    Real,
    /// Invented figures.
    Fictional,
}

/// Which of two sources wins where both print the same value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Authority {
    /// Put together by others from official tables.
    Compiled,
    /// Published by whoever is responsible for it.
    #[default]
    Official,
}
