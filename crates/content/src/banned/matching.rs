//! When does a text hold a phrase, whatever the case and width of its letters, and what is one sentence?
//!
//! The one matching function of the project: `xtask` compiles this very file, so that `cargo xtask tidy` and the tests of this
//! crate cannot disagree. It must therefore use nothing but the standard library.

use std::ops::Range;

/// A text made comparable: narrow letters, small letters, whole katakana, and a space for every space, line end and hyphen.
pub struct Folded {
    letters: Vec<char>,
    /// Where each letter begins in the text, in bytes.
    at: Vec<usize>,
}

/// A phrase to look for, made comparable once.
pub struct Phrase {
    letters: Vec<char>,
    /// Longer phrases within which it is allowed.
    allowed: Vec<Phrase>,
}

impl Phrase {
    /// A phrase, and longer ones within which it may stand.
    pub fn of(phrase: &str, allowed: &[String]) -> Self {
        let allowed = allowed.iter().map(|outer| Self::of(outer, &[])).collect();
        Self { letters: Folded::of(phrase).letters, allowed }
    }
}

impl Folded {
    /// Makes a text comparable.
    pub fn of(text: &str) -> Self {
        let mut folded = Self { letters: Vec::new(), at: Vec::new() };
        for (at, letter) in text.char_indices() {
            let letter = narrow(letter);
            match folded.letters.last_mut() {
                Some(last) if voiced(*last, letter).is_some() => *last = voiced(*last, letter).unwrap_or(*last),
                _ => {
                    folded.letters.push(letter);
                    folded.at.push(at);
                }
            }
        }
        folded
    }

    /// Where a phrase begins, in bytes of the text, outside the longer phrases that allow it.
    ///
    /// Where a phrase begins or ends with a Latin letter or digit, a word has to begin or end there too; Japanese has no spaces.
    pub fn places(&self, phrase: &Phrase) -> Vec<usize> {
        let mut found = self.ranges(&phrase.letters);
        if !found.is_empty() {
            let allowed: Vec<Range<usize>> =
                phrase.allowed.iter().flat_map(|outer| self.ranges(&outer.letters)).collect();
            found.retain(|place| !allowed.iter().any(|a| a.start <= place.start && place.end <= a.end));
        }
        found.into_iter().filter_map(|place| self.at.get(place.start).copied()).collect()
    }

    fn ranges(&self, sought: &[char]) -> Vec<Range<usize>> {
        let splits = |edge: Option<&char>, neighbour: Option<&char>| is_latin(edge) && is_latin(neighbour);
        let mut found = Vec::new();
        for (start, letters) in self.letters.windows(sought.len().max(1)).enumerate() {
            let end = start + sought.len();
            let before = start.checked_sub(1).and_then(|before| self.letters.get(before));
            if letters == sought && !splits(sought.first(), before) && !splits(sought.last(), self.letters.get(end)) {
                found.push(start..end);
            }
        }
        found
    }
}

/// The sentences of a text, each with where it begins in bytes.
pub fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends = match letter {
            '。' | '．' | '！' | '？' | '\n' => true,
            '.' | '!' | '?' => next.is_none_or(|next| !next.is_alphanumeric() && next != '.'),
            _ => false,
        };
        if ends {
            let end = at + letter.len_utf8();
            found.push((start, text.get(start..end).unwrap_or_default()));
            start = end;
        }
    }
    found.push((start, text.get(start..).unwrap_or_default()));
    found.retain(|(_, sentence)| !sentence.trim().is_empty());
    found
}

/// Words that must not be said of something.
pub struct NeverOf {
    of: Vec<Phrase>,
    words: Vec<(String, Phrase)>,
}

impl NeverOf {
    /// The phrases that name what it is about, the words, and denials such as "does not mean good" within which a word is allowed.
    pub fn new(of: &[String], words: &[String], denials: &[String]) -> Self {
        Self {
            of: of.iter().map(|phrase| Phrase::of(phrase, &[])).collect(),
            words: words.iter().map(|word| (word.clone(), Phrase::of(word, denials))).collect(),
        }
    }

    /// The forbidden words of every sentence that names what it is about and of the sentence after it, each with the sentence's
    /// place in bytes. "This cannot be told apart. All is well." says the same as one sentence would.
    pub fn found(&self, text: &str) -> Vec<(usize, &str)> {
        let mut found = Vec::new();
        let mut was_named = false;
        for (at, sentence) in sentences(text) {
            let folded = Folded::of(sentence);
            let is_named = self.of.iter().any(|phrase| !folded.places(phrase).is_empty());
            if is_named || was_named {
                let said = self.words.iter().filter(|(_, word)| !folded.places(word).is_empty());
                found.extend(said.map(|(word, _)| (at, word.as_str())));
            }
            was_named = is_named;
        }
        found
    }
}

fn is_latin(letter: Option<&char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
}

/// Half-width katakana in the order of their code points, from U+FF66.
const KATAKANA: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

fn narrow(letter: char) -> char {
    let narrow = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{ff66}'..='\u{ff9f}' => {
            KATAKANA.chars().zip('\u{ff66}'..).find(|(_, half)| *half == letter).map_or(letter, |k| k.0)
        }
        '\u{2010}'..='\u{2013}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        other if other.is_whitespace() => ' ',
        other => other,
    };
    if narrow == '-' { ' ' } else { narrow.to_ascii_lowercase() }
}

/// A letter and the voicing mark after it, as one letter.
fn voiced(letter: char, mark: char) -> Option<char> {
    let by = |steps: u32| char::from_u32(u32::from(letter) + steps);
    match (mark, letter) {
        ('゛' | '\u{3099}', 'カ'..='ト' | 'か'..='と' | 'ハ'..='ホ' | 'は'..='ほ') => by(1),
        ('゜' | '\u{309a}', 'ハ'..='ホ' | 'は'..='ほ') => by(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, phrase: &str) -> bool {
        !Folded::of(text).places(&Phrase::of(phrase, &[])).is_empty()
    }

    #[test]
    fn case_width_hyphens_and_line_ends_make_no_difference() {
        for text in
            ["a Top-Ranked place", "ＴＯＰ　ＲＡＮＫＥＤ", "top\nranked", "top\u{2011}ranked", "top\u{a0}ranked"]
        {
            assert!(holds(text, "top-ranked"), "{text}");
        }
        assert!(holds("病院ﾜｰｽﾄ10", "ワースト") && holds("ﾍﾞｽﾄﾃﾝ", "ベストテン") && holds("へ\u{3099}", "べ"));
    }

    #[test]
    fn a_latin_word_is_whole_and_a_japanese_one_is_found_anywhere() {
        assert!(!holds("worsted rank_worst worst1", "worst") && holds("「worst」", "worst"));
        assert!(holds("地域No.1病院", "No.1") && !holds("地図No.10", "No.1"));
        assert!(holds("全国最悪級", "最悪"));
    }

    #[test]
    fn a_phrase_that_allows_a_word_allows_it_there_only() {
        let places = |text: &str| Folded::of(text).places(&Phrase::of("unsafe", &["unsafe-inline".to_string()]));
        assert!(places("'unsafe-inline'").is_empty());
        assert_eq!(places("unsafe-inline unsafe"), [14]);
    }

    #[test]
    fn sentences_end_at_full_stops_and_not_within_numbers() {
        let texts: Vec<&str> = sentences("1.0です。次。A b.c 1.5? D").iter().map(|s| s.1).collect();
        assert_eq!(texts, ["1.0です。", "次。", "A b.c 1.5?", " D"]);
    }
}
