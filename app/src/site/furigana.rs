//! How do readings come above the kanji of a Japanese page?

use super::text_nodes::{NEVER, rewritten};

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
