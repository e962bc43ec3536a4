//! Which words of a page explain themselves when pressed? The first of each, with a popover that needs no script.
//!
//! A browser that does not know popovers shows the meanings at the end of the page; the list of all words is a page of its own.

use super::links::{Here, Place};
use super::text_nodes::{NEVER, rewritten};
use content::Term;
use i18n::Locale;

/// Where a button would stand within a link or another control, or among headings, nothing is marked.
const QUIET: &[&str] = &[
    "a", "button", "summary", "label", "legend", "h1", "h2", "h3", "h4", "table", "form", "nav", "figure", "header",
    "footer", "dt",
];

/// The document with the first mention of each word made a button, and the meanings at the end of `main`.
pub fn with_meanings(here: &Here, html: &str) -> String {
    let terms = content::glossary().unwrap_or_default();
    let shielded: Vec<&str> = NEVER.iter().chain(QUIET).copied().collect();
    let mut found: Vec<&'static Term> = Vec::new();
    let marked = rewritten(html, &shielded, |around, text, out| {
        if around.in_main && around.in_prose {
            mark(here.locale, terms, text, &mut found, out);
        } else {
            out.push_str(text);
        }
    });
    match marked.rfind("</main>").filter(|_| !found.is_empty()) {
        Some(end) => format!("{}{}{}", &marked[..end], meanings(here, &found), &marked[end..]),
        None => marked,
    }
}

/// Whether the words of a page are explained: on pages for readers, not on those for newsrooms and programs.
pub const fn explains(place: &Place) -> bool {
    matches!(
        place,
        Place::Home
            | Place::Conditions
            | Place::Condition(_)
            | Place::Hospitals
            | Place::Hospital(_)
            | Place::Measures
            | Place::Measure(_)
            | Place::Priorities
            | Place::Compare
            | Place::Areas
            | Place::Area(_)
            | Place::Missing
    )
}

fn mark(locale: Locale, terms: &'static [Term], text: &str, found: &mut Vec<&'static Term>, out: &mut String) {
    // lower case of ASCII keeps every place in the text
    let folded = text.to_ascii_lowercase();
    let mut from = 0;
    while let Some((at, length, term)) = next(locale, terms, &folded, from, found) {
        let word = &text[at..at + length];
        out.push_str(&text[from..at]);
        out.push_str(&format!(
            "<button type=\"button\" class=\"ms-word\" popovertarget=\"meaning-{}\">{word}</button>",
            term.id
        ));
        found.push(term);
        from = at + length;
    }
    out.push_str(&text[from..]);
}

/// The next word that has not been explained yet: the first in the text, and of those the longest.
fn next(
    locale: Locale,
    terms: &'static [Term],
    folded: &str,
    from: usize,
    found: &[&'static Term],
) -> Option<(usize, usize, &'static Term)> {
    let spellings =
        terms.iter().flat_map(|term| locale.pick(&term.find.ja, &term.find.en).iter().map(move |s| (s, term)));
    let places =
        spellings.filter_map(|(spelling, term)| Some((place(locale, folded, from, spelling)?, spelling.len(), term)));
    let first = places.min_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length)))?;
    if found.iter().any(|known| known.id == first.2.id) {
        return next(locale, terms, folded, first.0 + first.1, found);
    }
    Some(first)
}

fn place(locale: Locale, folded: &str, from: usize, spelling: &str) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    folded.get(from..)?.match_indices(spelling).map(|(at, _)| from + at).find(|at| {
        let whole = !letter(folded[..*at].chars().next_back()) && !letter(folded[at + spelling.len()..].chars().next());
        locale == Locale::Ja || whole
    })
}

fn meanings(here: &Here, found: &[&'static Term]) -> String {
    let locale = here.locale;
    let meanings = found.iter().map(|term| {
        let href = format!("{}#{}", here.to(&Place::Words), term.id);
        format!(
            "<div class=\"ms-meaning\" popover=\"auto\" id=\"meaning-{}\"><p><strong>{}</strong></p><p>{}</p><p><a href=\"{}\">{}</a></p></div>",
            term.id,
            escaped(locale.pick(&term.word.ja, &term.word.en)),
            escaped(locale.pick(&term.meaning.ja, &term.meaning.en)),
            escaped(&href),
            words::all(locale),
        )
    });
    meanings.collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

mod words {
    i18n::text! {
        pub(super) fn all { ja: "ことばの説明を全部見る", en: "What all the words mean" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::links::Origin;
    use domain::view_spec::ViewSpec;

    fn page(locale: Locale, html: &str) -> String {
        let here = Here { locale, place: Some(Place::Home), view: ViewSpec::default(), origin: Origin::default() };
        with_meanings(&here, html)
    }

    #[test]
    fn the_first_mention_of_a_word_explains_itself_once() {
        let told = page(Locale::Ja, "<main><h1>再入院</h1><p>再入院です。</p><p>また再入院と<a>偶然</a>。</p></main>");
        assert_eq!(told.matches("popovertarget=\"meaning-readmission\">再入院</button>").count(), 1, "{told}");
        assert!(told.contains("<h1>再入院</h1><p><button"), "{told}");
        assert!(!told.contains("meaning-chance"), "{told}");
        assert!(
            told.contains("id=\"meaning-readmission\"><p><strong>再入院</strong>") && told.ends_with("</div></main>")
        );
        assert!(told.contains("href=\"/ja/words#readmission\""), "{told}");
    }

    #[test]
    fn the_longer_word_is_meant_and_english_words_are_whole() {
        assert!(page(Locale::Ja, "<main><p>高度急性期</p></main>").contains("meaning-advanced-acute\">高度急性期<"));
        let english = page(Locale::En, "<main><p>Medical areas and rehabilitationist. Medical area.</p></main>");
        assert_eq!(english.matches("<button").count(), 1, "{english}");
        assert!(english.contains(">Medical areas</button>"), "{english}");
    }

    #[test]
    fn outside_of_the_main_part_nothing_is_marked() {
        let foot = "<main><p>a</p></main><footer><p>再入院</p></footer>";
        assert_eq!(page(Locale::Ja, foot), foot);
    }
}
