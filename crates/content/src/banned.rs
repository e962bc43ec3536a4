//! Which words may no reader ever meet, and does a text hold one?

mod matching;

use crate::ContentError;
use crate::source_text::{SourceText, source_text};
use matching::{Folded, NeverOf, Phrase};
use serde::Deserialize;
use std::sync::LazyLock;

/// The language a banned word belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BannedLanguage {
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// A word that no text for readers may hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BannedWord {
    /// The word or phrase.
    pub word: String,
    /// Its language.
    pub language: BannedLanguage,
    /// Why it is banned.
    pub reason: String,
    /// Longer phrases in which it may stand, such as its denial.
    #[serde(default)]
    pub allowed: Vec<String>,
}

/// A banned word found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BannedHit {
    /// The word.
    pub word: &'static BannedWord,
    /// Where it begins, in bytes.
    pub at: usize,
}

/// Every banned word, in the order of `content/banned-words.toml`.
///
/// # Errors
/// [`ContentError`] where the file cannot be read.
pub fn banned_words() -> Result<&'static [BannedWord], ContentError> {
    list().map(|list| list.word.as_slice())
}

/// The banned words in a text, whatever the case and width of its letters.
///
/// # Errors
/// [`ContentError`] where the list cannot be read.
pub fn find_banned(text: &str) -> Result<Vec<BannedHit>, ContentError> {
    let folded = Folded::of(text);
    let mut hits = Vec::new();
    for (word, phrase) in banned_words()?.iter().zip(PHRASES.iter()) {
        hits.extend(folded.places(phrase).into_iter().map(|at| BannedHit { word, at }));
    }
    hits.sort_by_key(|hit| hit.at);
    Ok(hits)
}

/// The words of praise or comfort said of what cannot be told apart, each with the place of its sentence in bytes.
///
/// # Errors
/// [`ContentError`] where the list cannot be read.
pub fn find_praise_of_no_difference(text: &str) -> Result<Vec<(usize, &'static str)>, ContentError> {
    list()?;
    Ok(NEVER.found(text))
}

const FILE: SourceText = source_text!("banned-words.toml");
static LIST: LazyLock<Result<RawList, ContentError>> = LazyLock::new(load);
/// The words made comparable, in the order of the list.
static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let words = banned_words().unwrap_or_default();
    words.iter().map(|word| Phrase::of(&word.word, &word.allowed)).collect()
});
static NEVER: LazyLock<NeverOf> = LazyLock::new(|| match list() {
    Ok(RawList { never_of_no_difference: never, .. }) => NeverOf::new(&never.of, &never.words, &never.denials),
    Err(_) => NeverOf::new(&[], &[], &[]),
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawList {
    word: Vec<BannedWord>,
    never_of_no_difference: RawNever,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNever {
    reason: String,
    of: Vec<String>,
    words: Vec<String>,
    denials: Vec<String>,
}

fn list() -> Result<&'static RawList, ContentError> {
    LIST.as_ref().map_err(Clone::clone)
}

fn load() -> Result<RawList, ContentError> {
    let list: RawList = FILE.parse()?;
    let empty = |text: &String| text.trim().is_empty();
    if list.word.iter().any(|word| empty(&word.word) || empty(&word.reason))
        || empty(&list.never_of_no_difference.reason)
    {
        return Err(ContentError::at(FILE.path, "word", "every word needs a reason"));
    }
    let never = &list.never_of_no_difference;
    if [&never.of, &never.words, &never.denials].into_iter().flatten().any(empty) {
        return Err(ContentError::at(FILE.path, "never_of_no_difference", "a phrase is empty"));
    }
    Ok(list)
}

#[cfg(test)]
mod tests;
