//! How is a hard word of a printed sheet read? Small kana above it, the first time it stands there.

use i18n::Locale;
use leptos::prelude::*;

/// Words of the sheets that not everybody reads. Longer ones first.
const READINGS: &[(&str, &str)] = &[
    ("医療圏", "いりょうけん"),
    ("重症度", "じゅうしょうど"),
    ("有床診療所", "ゆうしょうしんりょうじょ"),
    ("急性期", "きゅうせいき"),
    ("救急車", "きゅうきゅうしゃ"),
    ("患者", "かんじゃ"),
    ("医師", "いし"),
    ("区別", "くべつ"),
    ("紹介", "しょうかい"),
    ("偶然", "ぐうぜん"),
    ("指標", "しひょう"),
    ("公表", "こうひょう"),
    ("役割", "やくわり"),
    ("調整", "ちょうせい"),
    ("背景", "はいけい"),
    ("順位", "じゅんい"),
    ("治療", "ちりょう"),
    ("範囲", "はんい"),
];

/// Writes texts with the readings of hard words; each word is read once.
#[derive(Debug)]
pub struct Readings {
    locale: Locale,
    left: Vec<(&'static str, &'static str)>,
}

impl Readings {
    /// For one sheet.
    pub fn new(locale: Locale) -> Self {
        let left = if locale == Locale::Ja { READINGS.to_vec() } else { Vec::new() };
        Self { locale, left }
    }

    /// The text with its readings.
    pub fn of(&mut self, text: &str) -> AnyView {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((start, at)) = self.next_word(rest) {
            let (word, kana) = self.left.remove(at);
            parts.push(rest[..start].to_owned().into_any());
            parts.push(ruby(word, kana));
            rest = &rest[start + word.len()..];
        }
        parts.push(rest.to_owned().into_any());
        view! { <span lang=self.locale.as_str()>{parts}</span> }.into_any()
    }

    fn next_word(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.left.iter().enumerate().filter_map(|(at, (word, _))| Some((text.find(word)?, at)));
        found.min()
    }
}

/// What parts a name that a register writes in several.
const BETWEEN: char = '\u{3000}';
/// Kana above a name that stays on one line.
const MOST_KANA: usize = 24;
/// Letters of such a name.
const MOST_LETTERS: usize = 13;

/// A name with its reading: above it where both are short enough not to be broken, else on a line of its own.
pub fn read(name: &str, kana: &str) -> AnyView {
    match parts(name, kana) {
        Some(parts) => {
            let parts = parts.into_iter().map(|(name, kana)| view! { {ruby(name, kana)} " " });
            parts.collect_view().into_any()
        }
        None => view! { <span class="ms-head-reading">{kana.to_owned()}</span> {name.to_owned()} }.into_any(),
    }
}

/// The parts of a name, each with its reading; `None` where one is too long to stand on one line.
pub fn parts<'a>(name: &'a str, kana: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let (mut names, mut kanas): (Vec<&str>, Vec<&str>) = (name.split(BETWEEN).collect(), kana.split(BETWEEN).collect());
    if names.len() != kanas.len() {
        (names, kanas) = (vec![name], vec![kana]);
    }
    let short = |(name, kana): &(&str, &str)| {
        kana.is_empty() || (name.chars().count() <= MOST_LETTERS && kana.chars().count() <= MOST_KANA)
    };
    let parts: Vec<(&str, &str)> = names.into_iter().zip(kanas).collect();
    parts.iter().all(short).then_some(parts)
}

/// A word with its reading above it.
fn ruby(word: &str, kana: &str) -> AnyView {
    if kana.is_empty() {
        return word.to_owned().into_any();
    }
    view! { <ruby>{word.to_owned()}<rp>"（"</rp><rt>{kana.to_owned()}</rt><rp>"）"</rp></ruby> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_too_long_for_one_line_has_its_reading_on_a_line_of_its_own() {
        assert_eq!(parts("東 病院", "ひがし びょういん"), Some(vec![("東 病院", "ひがし びょういん")]));
        assert_eq!(parts("東　病院", "ひがし　びょういん").map(|parts| parts.len()), Some(2));
        assert_eq!(parts("東　病院", "ひがしびょういん").map(|parts| parts.len()), Some(1));
        assert_eq!(parts(&"東".repeat(20), &"ひ".repeat(40)), None);
        assert!(parts(&"東".repeat(20), "").is_some());
    }

    #[test]
    fn a_word_is_read_once_and_nothing_is_lost() {
        let mut readings = Readings::new(Locale::Ja);
        let html = readings.of("医師に聞く。医師は役割を話す。").to_html();
        assert_eq!(html.matches("<ruby>").count(), 2, "{html}");
        assert!(html.contains("<rt>いし</rt>") && html.contains("。医師は"), "{html}");
        assert!(!readings.of("医師").to_html().contains("<ruby>"));
        assert!(!Readings::new(Locale::En).of("doctor").to_html().contains("<ruby>"));
    }
}
