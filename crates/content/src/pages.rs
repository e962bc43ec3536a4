//! What do the pages of running text say, as HTML?

use crate::ContentError;
use crate::source_text::{SourceText, source_text, whole};
use domain::{Bilingual, codes};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::sync::LazyLock;

codes! {
    /// A page of running text.
    PageId, "page", "ページ" {
        /// What this site can and cannot tell.
        Home = "home",
        /// How the figures are made, in three layers.
        Methods = "methods",
        /// Where they come from.
        Sources = "sources",
        /// Who and why.
        About = "about",
        /// What may be done with all this.
        Terms = "terms",
        /// What is kept about whoever comes here.
        Privacy = "privacy",
        /// Who can use this, what was tested and what is missing.
        Accessibility = "accessibility",
        /// What to do where there is no page.
        NotFound = "not-found",
    }
}

/// A page of running text in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Which page.
    pub id: PageId,
    /// Its text.
    pub prose: Bilingual<Prose>,
}

/// A page in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The first heading, plain text.
    pub title: String,
    /// What stands before the first section, as HTML.
    pub lead: String,
    /// The sections, in reading order.
    pub sections: Vec<Section>,
}

/// A section of a page; its inner headings are part of its HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// For links; the same in both languages.
    pub anchor: String,
    /// Its heading, plain text.
    pub title: String,
    /// What it says, as HTML, without its own heading.
    pub html: String,
}

impl Prose {
    /// The section with this anchor.
    pub fn section(&self, anchor: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.anchor == anchor)
    }
}

/// A page of running text.
///
/// # Errors
/// [`ContentError`] where its text cannot be read.
pub fn page(id: PageId) -> Result<&'static Page, ContentError> {
    let missing = || ContentError { file: "content/pages", problem: format!("there is no page \"{id}\"") };
    pages()?.iter().find(|page| page.id == id).ok_or_else(missing)
}

/// Every page of running text.
///
/// # Errors
/// [`ContentError`] for the first text that cannot be read.
pub fn pages() -> Result<&'static [Page], ContentError> {
    whole(&PAGES)
}

const FILES: &[(PageId, SourceText, SourceText)] = &[
    (PageId::Home, source_text!("pages/home.ja.md"), source_text!("pages/home.en.md")),
    (PageId::Methods, source_text!("pages/methods.ja.md"), source_text!("pages/methods.en.md")),
    (PageId::Sources, source_text!("pages/sources.ja.md"), source_text!("pages/sources.en.md")),
    (PageId::About, source_text!("pages/about.ja.md"), source_text!("pages/about.en.md")),
    (PageId::Terms, source_text!("pages/terms.ja.md"), source_text!("pages/terms.en.md")),
    (PageId::Privacy, source_text!("pages/privacy.ja.md"), source_text!("pages/privacy.en.md")),
    (PageId::Accessibility, source_text!("pages/accessibility.ja.md"), source_text!("pages/accessibility.en.md")),
    (PageId::NotFound, source_text!("pages/not-found.ja.md"), source_text!("pages/not-found.en.md")),
];
static PAGES: LazyLock<Result<Vec<Page>, ContentError>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(id, ja, en)| {
            Ok(Page { id: *id, prose: Bilingual::new(prose(*ja, LineBreak::Nothing)?, prose(*en, LineBreak::Space)?) })
        })
        .collect()
});

/// What the end of a line means within a paragraph: the files hold one sentence per line.
#[derive(Clone, Copy)]
enum LineBreak {
    /// Japanese sentences follow each other without a space.
    Nothing,
    /// English ones with a space.
    Space,
}

fn prose(file: SourceText, line_break: LineBreak) -> Result<Prose, ContentError> {
    let mut prose = Prose { title: String::new(), lead: String::new(), sections: Vec::new() };
    let mut events =
        Parser::new_ext(file.text, Options::ENABLE_HEADING_ATTRIBUTES).map(|event| joined(event, line_break));
    let mut body: Vec<Event<'_>> = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => prose.title = heading(&mut events),
            Event::Start(Tag::Heading { level: HeadingLevel::H2, id, .. }) => {
                close(&mut prose, &mut body);
                let anchor = id.map(|id| id.to_string()).unwrap_or_default();
                let title = heading(&mut events);
                if anchor.is_empty() {
                    return Err(ContentError::at(
                        file.path,
                        &title,
                        "a section needs an anchor, as in {#small-numbers}",
                    ));
                }
                prose.sections.push(Section { anchor, title, html: String::new() });
            }
            other => body.push(other),
        }
    }
    close(&mut prose, &mut body);
    match prose.title.is_empty() {
        true => Err(ContentError::at(file.path, "#", "a page needs a heading")),
        false => Ok(prose),
    }
}

fn joined(event: Event<'_>, line_break: LineBreak) -> Event<'_> {
    match (event, line_break) {
        (Event::SoftBreak, LineBreak::Nothing) => Event::Text(CowStr::Borrowed("")),
        (Event::SoftBreak, LineBreak::Space) => Event::Text(CowStr::Borrowed(" ")),
        (other, _) => other,
    }
}

/// The plain text up to the end of the heading.
fn heading<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            _ => {}
        }
    }
    text
}

/// Writes what has gathered to the last section, or to the lead where there is none yet.
fn close(prose: &mut Prose, body: &mut Vec<Event<'_>>) {
    let target = match prose.sections.last_mut() {
        Some(section) => &mut section.html,
        None => &mut prose.lead,
    };
    html::push_html(target, body.drain(..));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_sections_in_the_same_order() {
        for page in pages().unwrap() {
            let anchors = |prose: &Prose| prose.sections.iter().map(|s| s.anchor.clone()).collect::<Vec<_>>();
            assert_eq!(anchors(&page.prose.ja), anchors(&page.prose.en), "{}", page.id);
            assert!(!page.prose.ja.sections.is_empty(), "{}", page.id);
        }
    }

    #[test]
    fn inner_headings_and_lists_agree_too() {
        let count = |html: &str, tag: &str| html.matches(tag).count();
        for page in pages().unwrap() {
            for (ja, en) in page.prose.ja.sections.iter().zip(&page.prose.en.sections) {
                for tag in ["<h3", "<li>", "<p>"] {
                    assert_eq!(count(&ja.html, tag), count(&en.html, tag), "{} {} {tag}", page.id, ja.anchor);
                }
            }
        }
    }

    #[test]
    fn a_line_ends_a_sentence_without_a_gap_in_japanese_and_with_one_in_english() {
        let file = |text| SourceText { path: "content/pages/example.md", text };
        let text = "# 題\n\n一つ。\n二つ。\n\n## 節 {#part}\n\n- 三つ。\n";
        let japanese = prose(file(text), LineBreak::Nothing).unwrap();
        assert_eq!((japanese.title.as_str(), japanese.lead.as_str()), ("題", "<p>一つ。二つ。</p>\n"));
        assert_eq!(japanese.section("part").unwrap().html, "<ul>\n<li>三つ。</li>\n</ul>\n");
        let english = prose(file("# T\n\nOne.\nTwo.\n"), LineBreak::Space).unwrap();
        assert_eq!(english.lead, "<p>One. Two.</p>\n");
    }

    /// Beside Japanese punctuation `**` closes nothing.
    #[test]
    fn no_mark_of_the_source_is_left_in_the_text() {
        for page in pages().unwrap() {
            for section in page.prose.ja.sections.iter().chain(&page.prose.en.sections) {
                assert!(!section.html.contains("**"), "{} {}", page.id, section.anchor);
            }
        }
    }

    /// R23, and one sentence per line: a change touches one line.
    #[test]
    fn lines_are_short_sentences() {
        for (id, ja, en) in FILES {
            for line in ja.text.lines() {
                assert!(line.chars().count() <= 80, "{id}: {line}");
            }
            for line in en.text.lines() {
                assert!(line.split_whitespace().count() <= 35, "{id}: {line}");
            }
        }
    }

    #[test]
    fn a_section_without_an_anchor_is_refused() {
        let file = SourceText { path: "content/pages/example.md", text: "# T\n\n## Part\n" };
        assert!(prose(file, LineBreak::Space).unwrap_err().to_string().contains("`Part`"));
    }

    #[test]
    fn the_methods_page_quotes_the_words_of_the_verdicts() {
        use domain::Verdict::{CannotTell, FarHigher, UsualSpread};
        let methods = &page(PageId::Methods).unwrap().prose;
        let all = |prose: &Prose| prose.sections.iter().map(|s| s.html.to_lowercase()).collect::<String>();
        for verdict in [CannotTell, UsualSpread, FarHigher] {
            let word = verdict.word();
            assert!(all(&methods.ja).contains(word.ja), "{}", word.ja);
            assert!(all(&methods.en).contains(&word.en.to_lowercase()), "{}", word.en);
        }
    }

    #[test]
    fn the_emergency_numbers_come_first_at_home() {
        let home = &page(PageId::Home).unwrap().prose;
        for prose in [&home.ja, &home.en] {
            assert_eq!(prose.sections[0].anchor, "emergency");
            assert!(["119", "#7119", "#8000"].iter().all(|number| prose.sections[0].html.contains(number)));
        }
    }
}
