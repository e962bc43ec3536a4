//! Which part of a text is Japanese, and how does an English page say so? The same on the server and in the browser.

use i18n::Locale;

/// A text, already escaped, as it stands on a page of this language.
pub fn marked(locale: Locale, text: String) -> String {
    if locale == Locale::Ja {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    mark(&text, &mut out);
    out
}

/// Pushes a text, already escaped, with each of its Japanese parts in an element that says so.
pub fn mark(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(is_japanese) {
        let (before, from) = rest.split_at(at);
        let (part, after) = from.split_at(from.find(|c| !is_japanese(c)).unwrap_or(from.len()));
        out.push_str(before);
        // a mark alone is read in no language
        match part.chars().any(char::is_alphabetic) {
            true => out.push_str(&format!("<span lang=\"ja\">{part}</span>")),
            false => out.push_str(part),
        }
        rest = after;
    }
    out.push_str(rest);
}

/// Kana, kanji, and the signs and full-width letters that stand among them.
const fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}
