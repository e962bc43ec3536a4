//! How do readings come above the kanji of a Japanese page?

use super::links::Here;
use super::text_nodes::{NEVER, rewritten};
use domain::view_spec::Ruby;
use i18n::Locale;
use leptos::prelude::*;

/// The document with readings above the words that the dictionary knows.
pub fn with_readings(html: &str) -> String {
    rewritten(html, NEVER, |_, text, out| match content::read_aloud(text) {
        Ok(parts) => {
            for part in parts {
                match part.reading {
                    Some(reading) => {
                        out.push_str(&format!("<ruby>{}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>", part.text));
                    }
                    None => out.push_str(&part.text),
                }
            }
        }
        Err(_) => out.push_str(text),
    })
}

/// A text that names places, with the reading of each above it as a whole where readings are on.
///
/// Other than words, the name of a place is read one way here and another way there, so that only who knows which place it is
/// can say how. What stands between the names is left to [`with_readings`].
pub fn places_read(here: &Here, text: &str, places: &[(&str, &str)]) -> AnyView {
    let known: Vec<(&str, &str)> =
        places.iter().copied().filter(|(name, kana)| !name.is_empty() && !kana.is_empty()).collect();
    if here.locale == Locale::En || here.view.ruby == Ruby::Off || known.is_empty() {
        return text.to_owned().into_any();
    }
    let mut parts: Vec<AnyView> = Vec::new();
    let mut rest = text;
    while let Some((at, name, kana)) = first(rest, &known) {
        let (before, from) = rest.split_at(at);
        rest = &from[name.len()..];
        parts.push(before.to_owned().into_any());
        let (name, kana) = (name.to_owned(), kana.to_owned());
        parts.push(view! { <ruby>{name}<rp>"("</rp><rt>{kana}</rt><rp>")"</rp></ruby> }.into_any());
    }
    parts.push(rest.to_owned().into_any());
    parts.collect_view().into_any()
}

/// The first of these names in a text; of two that begin there the longer one.
fn first<'a>(text: &str, known: &[(&'a str, &'a str)]) -> Option<(usize, &'a str, &'a str)> {
    let found = known.iter().filter_map(|(name, kana)| Some((text.find(name)?, *name, *kana)));
    found.min_by_key(|(at, name, _)| (*at, std::cmp::Reverse(name.len())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::links::Origin;
    use domain::view_spec::ViewSpec;

    #[test]
    fn readings_stand_in_text_and_nowhere_else() {
        let page = "<html><head><title>病院</title></head><body title=\"病院\"><p>病院 &amp; <a href=\"/病院\">救急</a></p></body>";
        let read = with_readings(page);
        assert!(read.contains("<title>病院</title>") && read.contains("title=\"病院\""), "{read}");
        assert!(
            read.contains(
                "<p><ruby>病院<rp>(</rp><rt>びょういん</rt><rp>)</rp></ruby> &amp; <a href=\"/病院\"><ruby>救急"
            ),
            "{read}"
        );
    }

    #[test]
    fn a_name_that_carries_its_reading_already_is_left_alone() {
        let page = "<h1><ruby>井上病院<rt>いのうえびょういん</rt></ruby></h1>";
        assert_eq!(with_readings(page), page);
    }

    fn shown(here: &Here, text: &str, places: &[(&str, &str)]) -> String {
        places_read(here, text, places).to_html()
    }

    #[test]
    fn a_place_is_read_as_a_whole_and_only_where_its_reading_is_known() {
        let view = ViewSpec { ruby: Ruby::On, ..ViewSpec::default() };
        let here = Here { locale: Locale::Ja, place: None, view, origin: Origin::default() };
        let places = [("津", "つ"), ("佐渡市", "さどし"), ("津市", "つし"), ("架空市", "")];
        let html = shown(&here, "新潟県佐渡市と津市と架空市", &places);
        assert!(html.contains("<ruby>佐渡市<rp>(</rp><rt>さどし</rt><rp>)</rp></ruby>"), "{html}");
        assert!(html.contains("<rt>つし</rt>") && !html.contains("<rt>つ</rt>") && html.contains("架空市"), "{html}");
        assert!(with_readings(&html).contains("<rt>にいがたけん</rt>"), "{html}");
    }

    #[test]
    fn where_readings_are_off_a_place_stands_as_it_is() {
        let view = ViewSpec::default();
        let here = Here { locale: Locale::Ja, place: None, view, origin: Origin::default() };
        assert_eq!(shown(&here, "新潟県佐渡市", &[("佐渡市", "さどし")]), "新潟県佐渡市");
    }
}
