//! How are the words of a Japanese sentence read?
//!
//! A word is read only where both its ends are sure: a run of kanji that no words fill is left alone, because a wrong reading
//! is worse than none.

mod load;

use crate::ContentError;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A part of a sentence, with the reading that stands above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// As it is written.
    pub text: String,
    /// In hiragana; `None` where nothing stands above.
    pub reading: Option<String>,
}

/// A sentence in parts; together they are the sentence.
///
/// # Errors
/// [`ContentError`] where `content/ruby.toml` cannot be read.
pub fn read_aloud(sentence: &str) -> Result<Vec<Read>, ContentError> {
    let dictionary = DICTIONARY.as_ref().map_err(Clone::clone)?;
    let mut reader = Reader { dictionary, sentence: sentence.chars().collect(), at: 0, parts: Vec::new() };
    reader.go();
    Ok(reader.parts)
}

/// Words by their first character, the longest first.
type Words = BTreeMap<char, Vec<Word>>;

struct Dictionary {
    words: Words,
    after_digits: Words,
}

/// A word with its parts.
struct Word {
    written: Vec<char>,
    parts: Vec<Read>,
}

static DICTIONARY: LazyLock<Result<Dictionary, ContentError>> = LazyLock::new(load::dictionary);

struct Reader<'a> {
    dictionary: &'a Dictionary,
    sentence: Vec<char>,
    at: usize,
    parts: Vec<Read>,
}

impl<'a> Reader<'a> {
    fn go(&mut self) {
        while let Some(c) = self.sentence.get(self.at).copied() {
            if c.is_ascii_digit() {
                self.number();
            } else if let Some(words) = self.chain(self.at, &self.dictionary.words) {
                self.take(&words);
            } else if is_kanji(c) {
                self.plain_while(is_kanji);
            } else {
                self.plain(1);
            }
        }
    }

    /// Digits, and what is counted. 1人 and 2人 are read in a way of their own.
    fn number(&mut self) {
        let from = self.at;
        self.plain_while(|c| c.is_ascii_digit() || c == ',' || c == '.');
        let digits: String = self.sentence[from..self.at].iter().collect();
        let alone = matches!(digits.as_str(), "1" | "2") && self.sentence.get(self.at) == Some(&'人');
        match self.chain(self.at, &self.dictionary.after_digits).filter(|_| !alone) {
            Some(words) => self.take(&words),
            None if self.sentence.get(self.at).copied().is_some_and(is_kanji) => self.plain_while(is_kanji),
            None => (),
        }
    }

    /// The words that fill the sentence from here up to a sure end; `None` where they do not.
    fn chain(&self, from: usize, first: &'a Words) -> Option<Vec<&'a Word>> {
        let (mut at, mut words, mut filled) = (from, first, Vec::new());
        loop {
            let word = longest(words, &self.sentence[at..])?;
            at += word.written.len();
            filled.push(word);
            let open = word.written.last().copied().is_some_and(is_kanji)
                && self.sentence.get(at).copied().is_some_and(is_kanji);
            if !open {
                return Some(filled);
            }
            words = &self.dictionary.words;
        }
    }

    fn take(&mut self, words: &[&Word]) {
        for word in words {
            self.at += word.written.len();
            for part in &word.parts {
                match &part.reading {
                    Some(_) => self.parts.push(part.clone()),
                    None => self.push_plain(&part.text),
                }
            }
        }
    }

    fn plain_while(&mut self, fits: impl Fn(char) -> bool) {
        let count = self.sentence[self.at..].iter().take_while(|c| fits(**c)).count();
        self.plain(count);
    }

    fn plain(&mut self, count: usize) {
        let text: String = self.sentence[self.at..self.at + count].iter().collect();
        self.at += count;
        self.push_plain(&text);
    }

    fn push_plain(&mut self, text: &str) {
        match self.parts.last_mut().filter(|part| part.reading.is_none()) {
            Some(last) => last.text.push_str(text),
            None => self.parts.push(Read { text: text.to_owned(), reading: None }),
        }
    }
}

fn longest<'a>(words: &'a Words, sentence: &[char]) -> Option<&'a Word> {
    words.get(sentence.first()?)?.iter().find(|word| sentence.starts_with(&word.written))
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '々')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sentence: &str) -> String {
        let parts = read_aloud(sentence).unwrap();
        let together: String = parts.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(together, sentence);
        let part = |part: Read| part.reading.map_or(part.text.clone(), |reading| format!("{}《{reading}》", part.text));
        parts.into_iter().map(part).collect()
    }

    #[test]
    fn readings_stand_above_kanji_only_and_the_longest_word_wins() {
        assert_eq!(shown("値が分かりません"), "値《あたい》が分《わ》かりません");
        assert_eq!(shown("救急車の受け入れ"), "救急車《きゅうきゅうしゃ》の受《う》け入《い》れ");
        assert_eq!(shown("お産の相談"), "お産《さん》の相談《そうだん》");
    }

    #[test]
    fn what_is_counted_is_read_as_a_count() {
        assert_eq!(shown("1,000人中12人"), "1,000人中《にんちゅう》12人《にん》");
        assert_eq!(shown("その人は2024年度に"), "その人《ひと》は2024年度《ねんど》に");
        assert_eq!(shown("1人の医師"), "1人の医師《いし》");
    }

    #[test]
    fn an_unknown_run_of_kanji_is_left_alone() {
        assert_eq!(shown("桐崎病院と病院"), "桐崎病院と病院《びょういん》");
        assert_eq!(shown("海老名市の海"), "海老名市の海《うみ》");
    }
}
