//! Can an anxious reader follow every sentence? Lengths, kanji and words of everything that readers meet.
//!
//! The bounds come from measuring: a Japanese sentence has 21 characters on average and an English one 10 words. They hold what
//! was reached; a sentence beyond them is to be rewritten, not excused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_JAPANESE: usize = 60;
const AVERAGE_JAPANESE: f64 = 25.0;
const KANJI_OF_ALL: f64 = 0.35;
/// Of a sentence long enough to have a share; a heading of one term is not.
const KANJI_OF_ONE: f64 = 0.6;
const ENOUGH_FOR_A_SHARE: usize = 25;
const LONGEST_ENGLISH: usize = 25;
const AVERAGE_ENGLISH: f64 = 12.0;
/// Flesch reading ease: 60 to 70 is plain English.
const EASE: f64 = 65.0;

/// Not read by citizens: lists of sources, of units and readings, and the words that nobody may meet.
const NOT_TEXT: &[&str] = &["sources", "banned-words.toml", "ruby.toml", "units.toml", "publishers.toml"];
/// Pages for newsrooms, programs and hospitals.
const NOT_FOR_CITIZENS: &[&str] = &[
    "press",
    "press.rs",
    "api.rs",
    "charts",
    "charts.rs",
    "demonstration",
    "demonstration.rs",
    "data.rs",
    "snippet.rs",
    "embed",
    "embed.rs",
    "sheet.rs",
    "terms.rs",
    "corrections.rs",
    "measure_variation.rs",
    "feeds",
    "feeds.rs",
    "licences.rs",
];

/// Words of the trade. Where one of them is used, the list of words explains it.
const HARD: &[&str] = &[
    "ばらつき",
    "区別できません",
    "調整した値",
    "二次医療圏",
    "特定機能病院",
    "災害拠点病院",
    "三次救急",
    "二次救急",
    "救命救急センター",
    "へき地",
    "地域医療支援病院",
    "がん診療連携拠点病院",
    "急性期",
    "回復期",
    "慢性期",
    "緩和ケア",
    "再入院",
    "全身麻酔",
    "合併症",
    "標準治療",
    "床ずれ",
    "セカンドオピニオン",
    "紹介状",
    "高額療養費",
    "地域包括支援センター",
    "がん相談支援センター",
    "期待値との比",
    "地域連携室",
];

struct Sentence {
    file: String,
    text: String,
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, ending: &str, without: &[&str], found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_str().unwrap();
        if without.contains(&name) {
            continue;
        }
        if path.is_dir() {
            files(&path, ending, without, found);
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
}

/// Every text of a language: `ja = "…"` in a file of content, `ja: "…"` beside a message.
fn texts(language: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    files(&project().join("content"), ".toml", NOT_TEXT, &mut found);
    files(&project().join("app/src/site"), ".rs", NOT_FOR_CITIZENS, &mut found);
    let mut texts = Vec::new();
    for path in found {
        let whole = fs::read_to_string(&path).unwrap();
        let file = path.display().to_string();
        for mark in [format!("{language} = \""), format!("{language}: \"")] {
            for (at, _) in whole.match_indices(mark.as_str()) {
                let within = whole[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
                let text = &whole[at + mark.len()..];
                let end = text.find('"').unwrap_or(text.len());
                if !within {
                    texts.push(Sentence { file: file.clone(), text: text[..end].to_owned() });
                }
            }
        }
    }
    texts
}

fn japanese() -> Vec<Sentence> {
    let parts = texts("ja").into_iter().flat_map(|whole| {
        let parts: Vec<String> = whole.text.split(['。', '？', '！']).map(|part| part.trim().to_owned()).collect();
        parts.into_iter().map(move |text| Sentence { file: whole.file.clone(), text })
    });
    parts.filter(|sentence| sentence.text.chars().count() >= 8).collect()
}

fn english() -> Vec<Sentence> {
    let parts = texts("en").into_iter().flat_map(|whole| {
        let text = whole.text.replace(['?', '!'], ".");
        let parts: Vec<String> = text.split(". ").map(|part| part.trim().to_owned()).collect();
        parts.into_iter().map(move |text| Sentence { file: whole.file.clone(), text })
    });
    parts.filter(|sentence| words(&sentence.text) >= 4).collect()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn kanji(text: &str) -> usize {
    text.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).count()
}

/// Groups of vowels, without a silent e.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let groups = letters.iter().enumerate().filter(|(at, c)| vowel(c) && (*at == 0 || !vowel(&letters[at - 1])));
    let silent = letters.ends_with(&['e']) && !letters.ends_with(&['l', 'e']);
    groups.count().saturating_sub(usize::from(silent)).max(1)
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

fn refused(sentences: &[Sentence], wrong: impl Fn(&str) -> bool) -> String {
    let wrong: Vec<String> =
        sentences.iter().filter(|s| wrong(&s.text)).map(|s| format!("{}: {}", s.file, s.text)).collect();
    wrong.join("\n")
}

#[test]
fn japanese_sentences_are_short_and_not_full_of_kanji() {
    let sentences = japanese();
    assert!(sentences.len() > 1_000, "{}", sentences.len());
    let length = |text: &str| text.chars().count();
    let dense = |text: &str| length(text) >= ENOUGH_FOR_A_SHARE && share(kanji(text), length(text)) > KANJI_OF_ONE;
    assert_eq!(refused(&sentences, |text| length(text) > LONGEST_JAPANESE || dense(text)), "");
    let all: usize = sentences.iter().map(|s| length(&s.text)).sum();
    assert!(share(all, sentences.len()) <= AVERAGE_JAPANESE, "{}", share(all, sentences.len()));
    let of_kanji: usize = sentences.iter().map(|s| kanji(&s.text)).sum();
    assert!(share(of_kanji, all) <= KANJI_OF_ALL, "{}", share(of_kanji, all));
}

#[test]
fn english_sentences_are_short_and_plain() {
    let sentences = english();
    assert_eq!(refused(&sentences, |text| words(text) > LONGEST_ENGLISH), "");
    let all: usize = sentences.iter().map(|s| words(&s.text)).sum();
    let average = share(all, sentences.len());
    assert!(average <= AVERAGE_ENGLISH, "{average}");
    let spoken: usize = sentences.iter().flat_map(|s| s.text.split_whitespace()).map(syllables).sum();
    let ease = 206.835 - 1.015 * average - 84.6 * share(spoken, all);
    assert!(ease >= EASE, "{ease}");
}

#[test]
fn words_of_the_trade_are_explained() {
    let glossary = content::glossary().unwrap();
    let used: String = texts("ja").into_iter().map(|whole| whole.text).collect();
    for word in HARD.iter().filter(|word| used.contains(**word)) {
        let explained = glossary.iter().flat_map(|term| &term.find.ja).any(|spelling| word.contains(spelling.as_str()));
        assert!(explained, "{word}");
    }
}
