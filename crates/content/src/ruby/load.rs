//! How is the dictionary read, and which part of a reading stands above which kanji?

use super::{Dictionary, Read, Word, Words, is_kanji};
use crate::ContentError;
use crate::source_text::{SourceText, source_text};
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: SourceText = source_text!("ruby.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    words: BTreeMap<String, String>,
    after_digits: BTreeMap<String, String>,
}

pub(super) fn dictionary() -> Result<Dictionary, ContentError> {
    let raw: Raw = FILE.parse()?;
    Ok(Dictionary { words: words(raw.words)?, after_digits: words(raw.after_digits)? })
}

fn words(raw: BTreeMap<String, String>) -> Result<Words, ContentError> {
    let mut words = Words::new();
    for (written, reading) in raw {
        let written_out: Vec<char> = written.chars().collect();
        let sounds: Vec<char> = reading.chars().collect();
        let hiragana = sounds.iter().all(|c| matches!(c, '\u{3041}'..='\u{3096}' | 'ー'));
        let parts = parts(&runs(&written_out), &sounds).filter(|_| hiragana);
        let parts = parts.ok_or_else(|| ContentError::at(FILE.path, &written, "the reading does not fit the word"))?;
        let Some(first) = written_out.first().copied().filter(|_| written_out.iter().copied().any(is_kanji)) else {
            return Err(ContentError::at(FILE.path, &written, "a word with a reading has kanji"));
        };
        words.entry(first).or_default().push(Word { written: written_out, parts });
    }
    for same in words.values_mut() {
        same.sort_by_key(|word| std::cmp::Reverse(word.written.len()));
    }
    Ok(words)
}

/// Kanji and kana by turns.
fn runs(written: &[char]) -> Vec<Vec<char>> {
    let mut runs: Vec<Vec<char>> = Vec::new();
    for c in written {
        match runs.last_mut().filter(|run| run.first().copied().is_some_and(is_kanji) == is_kanji(*c)) {
            Some(run) => run.push(*c),
            None => runs.push(vec![*c]),
        }
    }
    runs
}

/// Gives each run of kanji its share of the reading; kana must read as they are written.
fn parts(runs: &[Vec<char>], sounds: &[char]) -> Option<Vec<Read>> {
    let Some((run, rest)) = runs.split_first() else {
        return sounds.is_empty().then(Vec::new);
    };
    let text: String = run.iter().collect();
    if !run.first().copied().is_some_and(is_kanji) {
        let spoken: Vec<char> = run.iter().map(|c| hiragana(*c)).collect();
        let mut parts = parts(rest, sounds.strip_prefix(spoken.as_slice())?)?;
        parts.insert(0, Read { text, reading: None });
        return Some(parts);
    }
    (run.len()..=sounds.len()).chain(1..run.len().min(sounds.len() + 1)).find_map(|count| {
        let mut parts = parts(rest, &sounds[count..])?;
        parts.insert(0, Read { text: text.clone(), reading: Some(sounds[..count].iter().collect()) });
        Some(parts)
    })
}

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        other => other,
    }
}
