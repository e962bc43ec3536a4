//! Does what a reader typed speak of a condition, whatever the kana, the width and the case of its letters?

/// What was typed, made comparable.
pub(super) struct Asked {
    /// Without spaces, katakana as hiragana.
    joined: String,
    /// English words with one space between, and one at both ends.
    spaced: String,
}

/// From so many letters on, the beginning of a word is enough.
const ENOUGH_JAPANESE: usize = 2;
const ENOUGH_ENGLISH: usize = 4;

impl Asked {
    pub(super) fn of(words: &str) -> Self {
        Self { joined: japanese(words), spaced: format!(" {} ", english(words)) }
    }

    /// A word stands in what was typed, or what was typed begins a word. A single letter must be the whole question: 熱.
    pub(super) fn speaks_japanese(&self, words: &[String]) -> bool {
        let typed = self.joined.as_str();
        words.iter().any(|word| {
            typed == word
                || (word.chars().count() >= ENOUGH_JAPANESE && typed.contains(word.as_str()))
                || (typed.chars().count() >= ENOUGH_JAPANESE && word.starts_with(typed))
        })
    }

    /// A whole word stands in what was typed, or what was typed begins one: "hip", never the "ear" in "heart".
    pub(super) fn speaks_english(&self, words: &[String]) -> bool {
        let typed = self.spaced.trim();
        words.iter().any(|word| {
            self.spaced.contains(&format!(" {word} "))
                || (typed.chars().count() >= ENOUGH_ENGLISH && word.starts_with(typed))
        })
    }
}

/// Hiragana, half width, lower case, no spaces or marks.
pub(super) fn japanese(text: &str) -> String {
    text.chars().map(folded).filter(|c| c.is_alphanumeric() || *c == 'ー').collect()
}

/// Lower case, one space between words, no other marks.
pub(super) fn english(text: &str) -> String {
    let plain: String = text.chars().map(folded).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn folded(c: char) -> char {
    let c = match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    };
    c.to_lowercase().next().unwrap_or(c)
}
