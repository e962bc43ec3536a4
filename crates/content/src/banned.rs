//! Which words may no reader ever meet, and does a text hold one?

use crate::ContentError;
use crate::source_text::{SourceText, source_text, whole};
use serde::Deserialize;
use std::sync::LazyLock;

/// The language a banned word belongs to, which decides how it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BannedLanguage {
    /// Found anywhere in a text.
    Ja,
    /// Found as a whole word or phrase.
    En,
}

/// A word that no text for readers may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BannedWord {
    /// The word or phrase.
    pub word: String,
    /// Its language.
    pub language: BannedLanguage,
    /// Why it is banned.
    pub reason: String,
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
    whole(&WORDS)
}

/// The banned words in a text, whatever the case and width of its letters.
///
/// # Errors
/// [`ContentError`] where the list cannot be read.
pub fn find_banned(text: &str) -> Result<Vec<BannedHit>, ContentError> {
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let folded: Vec<char> = text.chars().map(fold).collect();
    let mut hits = Vec::new();
    for word in banned_words()? {
        let sought: Vec<char> = word.word.chars().map(fold).collect();
        let places = (0..folded.len()).filter(|&at| stands_at(&folded, at, &sought, word.language));
        hits.extend(places.map(|at| BannedHit { word, at: offsets[at] }));
    }
    hits.sort_by_key(|hit| hit.at);
    Ok(hits)
}

const FILE: SourceText = source_text!("banned-words.toml");
static WORDS: LazyLock<Result<Vec<BannedWord>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    word: Vec<RawWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWord {
    word: String,
    language: BannedLanguage,
    reason: String,
}

fn load() -> Result<Vec<BannedWord>, ContentError> {
    let raw: RawWords = FILE.parse()?;
    raw.word
        .into_iter()
        .map(|raw| match raw.word.trim().is_empty() || raw.reason.trim().is_empty() {
            true => Err(ContentError::at(FILE.path, "word", "every word needs a reason")),
            false => Ok(BannedWord { word: raw.word, language: raw.language, reason: raw.reason }),
        })
        .collect()
}

/// Full-width letters become narrow ones, capitals small ones; one character stays one character.
fn fold(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    };
    narrow.to_ascii_lowercase()
}

fn stands_at(text: &[char], at: usize, sought: &[char], language: BannedLanguage) -> bool {
    let Some(rest) = text.get(at..) else {
        return false;
    };
    if !rest.starts_with(sought) {
        return false;
    }
    match language {
        BannedLanguage::Ja => true,
        BannedLanguage::En => {
            let letter = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
            !letter(at.checked_sub(1).and_then(|before| text.get(before))) && !letter(rest.get(sought.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find_banned(text).unwrap().iter().map(|hit| hit.word.word.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn banned_words_are_found_in_any_case_and_width() {
        check("The WORST ten", &["worst"]);
        check("病院ワースト10", &["ワースト"]);
        check("ランキング１位の名医", &["ランキング1位", "名医"]);
        check("地域Ｎｏ．１", &["No.1"]);
        check("an unsafe hospital", &["unsafe hospital"]);
    }

    #[test]
    fn words_inside_other_words_are_left_alone() {
        check("worsted cloth", &[]);
        check("a hospital safe from floods", &[]);
        check("区別できません", &[]);
    }

    #[test]
    fn a_hit_says_where_it_begins() {
        assert_eq!(find_banned("病院ワースト").unwrap()[0].at, "病院".len());
    }
}
