//! How is a hard word of a printed sheet read? Small kana above it, the first time it stands there.

use super::legal_form::{headed, parted};
use i18n::Locale;
use leptos::prelude::*;

/// Words of the sheets that not everybody reads; how each is read stands in `content/ruby.toml`. Longer ones first.
const HARD: &[&str] = &[
    "医療圏",
    "重症度",
    "急性期",
    "救急車",
    "患者",
    "医師",
    "区別",
    "紹介",
    "偶然",
    "指標",
    "公表",
    "役割",
    "調整",
    "背景",
    "順位",
    "治療",
    "範囲",
];

/// How a word is read as a whole; `None` where a part of it is not in the dictionary.
fn reading(word: &str) -> Option<String> {
    let parts = content::read_aloud(word).ok()?;
    parts.into_iter().map(|part| part.reading).collect()
}

/// Writes texts with the readings of hard words; each word is read once.
#[derive(Debug)]
pub struct Readings {
    locale: Locale,
    left: Vec<(&'static str, String)>,
}

impl Readings {
    /// For one sheet.
    pub fn new(locale: Locale) -> Self {
        let hard = HARD.iter().filter(|_| locale == Locale::Ja);
        Self { locale, left: hard.filter_map(|word| Some((*word, reading(word)?))).collect() }
    }

    /// The text with its readings.
    pub fn of(&mut self, text: &str) -> AnyView {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((start, at)) = self.next_word(rest) {
            let (word, kana) = self.left.remove(at);
            parts.push(rest[..start].to_owned().into_any());
            parts.push(ruby(word, &kana));
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
/// How much of a name has room on one line, with its kana above it.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    letters: usize,
    kana: usize,
}

impl Room {
    /// On a sheet of paper, whose type is made to fit.
    pub const PAPER: Self = Self { letters: 13, kana: 24 };
    /// In the heading of a page on a telephone.
    pub const HEADING: Self = Self { letters: 9, kana: 18 };
    /// In a line of a list on a telephone.
    pub const LINE: Self = Self { letters: 16, kana: 32 };
}

/// A name with its reading: above it where both are short enough not to be broken, else on a line of its own.
pub fn read(name: &str, kana: &str, room: Room) -> AnyView {
    match parts(name, kana, room) {
        Some(parts) => {
            let form = parted(name).map_or("", |(form, _)| form.trim_end_matches(BETWEEN));
            let small = of_the_form(&parts, form);
            let (form, own) = parts.split_at(small);
            let read = |parts: &[(&str, &str)]| {
                let parts = parts.iter().map(|(name, kana)| view! { {ruby(name, kana)} " " });
                parts.collect_view().into_any()
            };
            let form = (small > 0).then(|| view! { <span class="ms-legal">{read(form)}</span> });
            view! { {form} {read(own)} }.into_any()
        }
        None => {
            let kana = (!kana.is_empty()).then(|| view! { <span class="ms-head-reading">{kana.to_owned()}</span> });
            view! { {kana} {headed(name)} }.into_any()
        }
    }
}

/// How many parts of a name are its legal form.
fn of_the_form(parts: &[(&str, &str)], form: &str) -> usize {
    let between = BETWEEN.to_string();
    let joined = |count: usize| parts.iter().take(count).map(|(name, _)| *name).collect::<Vec<_>>().join(&between);
    (1..parts.len()).find(|count| joined(*count) == form).unwrap_or(0)
}

/// The parts of a name, each with its reading; `None` where one is too long to stand on one line.
pub fn parts<'a>(name: &'a str, kana: &'a str, room: Room) -> Option<Vec<(&'a str, &'a str)>> {
    let (mut names, mut kanas): (Vec<&str>, Vec<&str>) = (name.split(BETWEEN).collect(), kana.split(BETWEEN).collect());
    if names.len() != kanas.len() {
        (names, kanas) = (vec![name], vec![kana]);
    }
    let short = |(name, kana): &(&str, &str)| {
        !kana.is_empty() && name.chars().count() <= room.letters && kana.chars().count() <= room.kana
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
        fn parts<'a>(name: &'a str, kana: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
            super::parts(name, kana, Room::PAPER)
        }
        assert_eq!(parts("東 病院", "ひがし びょういん"), Some(vec![("東 病院", "ひがし びょういん")]));
        assert_eq!(parts("東　病院", "ひがし　びょういん").map(|parts| parts.len()), Some(2));
        assert_eq!(parts("東　病院", "ひがしびょういん").map(|parts| parts.len()), Some(1));
        assert_eq!(parts(&"東".repeat(20), &"ひ".repeat(40)), None);
        assert_eq!(parts(&"東".repeat(20), ""), None);
        let html = read(&"東".repeat(20), "", Room::PAPER).to_html();
        assert!(html.contains(&"東".repeat(20)) && !html.contains("ms-head-reading"), "{html}");
    }

    #[test]
    fn the_legal_form_of_a_name_is_small_above_it_with_readings_too() {
        let html = read("医療法人東会　港病院", "いりょうほうじんひがしかい　みなとびょういん", Room::PAPER).to_html();
        let (form, own) = html.split_once("</span>").unwrap();
        assert!(form.contains("ms-legal") && form.contains("医療法人東会") && own.contains("港病院"), "{html}");
    }

    #[test]
    fn every_hard_word_is_in_the_one_dictionary() {
        for word in HARD {
            assert!(reading(word).is_some(), "{word}");
        }
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
