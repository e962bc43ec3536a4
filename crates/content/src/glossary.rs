//! What does a word mean that readers meet here?

use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::Bilingual;
use serde::Deserialize;
use std::sync::LazyLock;

/// A word and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// For links: `#interval`.
    pub id: String,
    /// The word.
    pub word: Bilingual<String>,
    /// The Japanese word in hiragana.
    pub reading: String,
    /// What it means, in one or two sentences.
    pub meaning: Bilingual<String>,
    /// How it stands in running text, the longest first; English in lower case.
    pub find: Bilingual<Vec<String>>,
}

/// Every word, in the order of its Japanese reading.
///
/// # Errors
/// [`ContentError`] where `content/glossary.toml` cannot be read.
pub fn glossary() -> Result<&'static [Term], ContentError> {
    whole(&TERMS)
}

/// The word with this id.
///
/// # Errors
/// [`ContentError`] where `content/glossary.toml` cannot be read.
pub fn term(id: &str) -> Result<Option<&'static Term>, ContentError> {
    Ok(glossary()?.iter().find(|term| term.id == id))
}

const FILE: SourceText = source_text!("glossary.toml");
static TERMS: LazyLock<Result<Vec<Term>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    term: Vec<RawTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    id: String,
    word: RawText,
    reading: String,
    meaning: RawText,
    find: RawFind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFind {
    ja: Vec<String>,
    en: Vec<String>,
}

fn load() -> Result<Vec<Term>, ContentError> {
    let raw: Raw = FILE.parse()?;
    let typed = |raw: RawTerm| {
        let kana = |c: char| ('\u{3041}'..='\u{3096}').contains(&c) || c == 'ー';
        if raw.reading.is_empty() || !raw.reading.chars().all(kana) {
            return Err(ContentError::at(FILE.path, &format!("{}.reading", raw.id), "write it in hiragana"));
        }
        Ok(Term {
            word: FILE.required(&format!("{}.word", raw.id), raw.word)?,
            meaning: FILE.required(&format!("{}.meaning", raw.id), raw.meaning)?,
            find: Bilingual::new(spellings(&raw.id, raw.find.ja)?, spellings(&raw.id, raw.find.en)?),
            id: raw.id,
            reading: raw.reading,
        })
    };
    raw.term.into_iter().map(typed).collect()
}

fn spellings(id: &str, mut spellings: Vec<String>) -> Result<Vec<String>, ContentError> {
    if spellings.iter().any(|spelling| spelling.trim().is_empty() || *spelling != spelling.to_lowercase()) {
        return Err(ContentError::at(FILE.path, &format!("{id}.find"), "write words, English ones in lower case"));
    }
    spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.len()));
    Ok(spellings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_order_of_their_reading_and_are_found_in_one_way_only() {
        let terms = glossary().unwrap();
        assert!(terms.windows(2).all(|two| two[0].reading <= two[1].reading));
        let mut spellings: Vec<&str> =
            terms.iter().flat_map(|term| term.find.ja.iter().chain(&term.find.en)).map(String::as_str).collect();
        let count = spellings.len();
        spellings.sort_unstable();
        spellings.dedup();
        assert_eq!(spellings.len(), count);
    }

    #[test]
    fn a_word_is_found_by_its_id_and_no_id_is_used_twice() {
        assert_eq!(term("interval").unwrap().unwrap().word.en, "Probable range");
        let mut ids: Vec<&str> = glossary().unwrap().iter().map(|term| term.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), glossary().unwrap().len());
    }

    #[test]
    fn cannot_be_told_apart_is_not_called_good() {
        let meaning = &term("indistinguishable").unwrap().unwrap().meaning;
        assert!(meaning.ja.contains("良いという意味でもありません") && meaning.en.contains("nor that they are good"));
    }
}
