//! Which words of an English page are Japanese, so that a voice reads them as such?
//!
//! Most hospitals have no English name, and their names stand in links, sentences, tables and notes alike. Marked in the
//! finished text, no page can forget one. What islands hold is theirs to mark.

use super::text_nodes::rewritten;
use crate::japanese::mark;

/// Elements whose text cannot hold another element; within a drawing the table beside it says the same.
const CANNOT_BE_MARKED: &[&str] =
    &["head", "script", "style", "svg", "title", "option", "textarea", "select", "leptos-island"];

/// The document with every Japanese part of a text in an element that says so.
pub fn with_tongues(html: &str) -> String {
    rewritten(html, CANNOT_BE_MARKED, |around, text, out| {
        if around.in_japanese {
            out.push_str(text);
        } else {
            mark(text, out);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(with_tongues(html), expected);
    }

    #[test]
    fn every_japanese_part_of_a_sentence_is_marked_and_the_rest_stays() {
        check(
            "<p>Compare <b>空色病院</b> with JA山　第二病院 &amp; others.</p>",
            "<p>Compare <b><span lang=\"ja\">空色病院</span></b> with JA<span lang=\"ja\">山　第二病院</span> &amp; others.</p>",
        );
        check("<p>A・B 1〜2</p>", "<p>A・B 1〜2</p>");
    }

    #[test]
    fn what_says_its_language_already_or_cannot_hold_an_element_stays() {
        for same in [
            "<a href=\"/\" lang=\"ja\">空色<b>病院</b></a><p>a</p>",
            "<head><title>空色病院</title></head>",
            "<select><option>東京都</option></select>",
            "<leptos-island><p>空色病院</p></leptos-island>",
        ] {
            check(same, same);
        }
        check("<p lang=\"en\">空</p>", "<p lang=\"en\"><span lang=\"ja\">空</span></p>");
        check("<p lang=\"ja\">空</p><p>色</p>", "<p lang=\"ja\">空</p><p><span lang=\"ja\">色</span></p>");
    }
}
