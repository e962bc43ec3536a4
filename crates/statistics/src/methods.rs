//! Which methods are there, when is which used, and where do they come from?
//!
//! Plain data in Japanese and English, from which documents are generated: readable by a journalist, exact enough to check.

mod combining;
mod intervals;
mod judging;
mod places;
mod protecting;

use core::fmt::Write;

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Japanese.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in one language.
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Japanese => self.ja,
            Language::English => self.en,
        }
    }
}

/// A language of the method texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// 日本語
    Japanese,
    /// English
    English,
}

/// How settled is a method's place in the product?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// What the pages show.
    Used,
    /// Kept so that others' published results can be reproduced and ours be checked.
    ForComparison,
}

/// One method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// A stable name for links.
    pub id: &'static str,
    /// The name of the method.
    pub name: Text,
    /// When it is used.
    pub when: Text,
    /// What it does, for a reader without statistics.
    pub plain: Text,
    /// The formula.
    pub formula: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// The function of this crate.
    pub function: &'static str,
    /// Shown on pages, or kept for comparison.
    pub role: Role,
}

/// Methods that answer one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// A stable name for links.
    pub id: &'static str,
    /// The question.
    pub question: Text,
    /// The methods, most important first.
    pub methods: &'static [Method],
}

/// All methods, in reading order.
pub const METHODS: &[Chapter] = &[
    intervals::CHAPTER,
    judging::FUNNELS,
    judging::DIFFERENCES,
    places::CHAPTER,
    combining::GUESSES,
    combining::COMPOSITES,
    judging::TIME,
    protecting::CHAPTER,
];

/// All methods as Markdown: a heading per question, then each method with when, what, formula, source and function.
///
/// Headings begin at `##`; every heading has its stable id in the form `{#id}`.
pub fn markdown(language: Language) -> String {
    let mut page = String::new();
    for chapter in METHODS {
        // Writing into a string cannot fail.
        let _ = writeln!(page, "## {} {{#{}}}\n", chapter.question.in_language(language), chapter.id);
        for method in chapter.methods {
            write_method(&mut page, method, language);
        }
    }
    page
}

fn write_method(page: &mut String, method: &Method, language: Language) {
    let labels = match language {
        Language::Japanese => ["使うとき", "式", "出典", "関数", "（照合用。ページには使いません）"],
        Language::English => ["When", "Formula", "Source", "Function", " (for comparison; no page uses it)"],
    };
    let role = if method.role == Role::ForComparison { labels[4] } else { "" };
    let _ = writeln!(page, "### {}{role} {{#{}}}\n", method.name.in_language(language), method.id);
    let _ = writeln!(page, "{}\n", method.plain.in_language(language));
    let _ = writeln!(page, "- {}: {}", labels[0], method.when.in_language(language));
    let _ = writeln!(page, "- {}: {}", labels[1], method.formula);
    let _ = writeln!(page, "- {}: {}", labels[2], method.source);
    let _ = writeln!(page, "- {}: `{}`\n", labels[3], method.function);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_is_told_in_both_languages_under_its_own_id() {
        let methods: Vec<&Method> = METHODS.iter().flat_map(|chapter| chapter.methods).collect();
        let mut ids: Vec<&str> = methods.iter().map(|m| m.id).chain(METHODS.iter().map(|c| c.id)).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
        for method in methods {
            for text in [method.name, method.when, method.plain] {
                assert!(!text.ja.is_ascii() && !text.en.is_empty(), "{}", method.id);
                assert!(!text.en.chars().any(|c| ('ぁ'..='ヿ').contains(&c)), "{}", method.id);
            }
            assert!(!method.formula.is_empty() && !method.source.is_empty() && !method.function.is_empty());
        }
    }

    #[test]
    fn the_page_holds_every_method() {
        for language in [Language::Japanese, Language::English] {
            let page = markdown(language);
            assert!(METHODS.iter().flat_map(|c| c.methods).all(|m| page.contains(&format!("{{#{}}}", m.id))));
        }
    }
}
