//! Where in a finished document does text stand that readers read, and what stands there instead?
//!
//! One walk over the bytes of a page: tags pass as they are, and only text outside of shielded elements is offered. What islands
//! hold is never touched, because the browser's half expects the text that the server wrote.

/// Elements whose text is never running text.
pub const NEVER: &[&str] = &[
    "bdi",
    "head",
    "script",
    "style",
    "svg",
    "title",
    "option",
    "textarea",
    "select",
    "ruby",
    "code",
    "pre",
    "leptos-island",
];

/// What stands around a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Around {
    /// Within `main`.
    pub in_main: bool,
    /// Within a paragraph, a list item or a description.
    pub in_prose: bool,
    /// Within an element that says that it is Japanese, other than the document itself.
    pub in_japanese: bool,
}

/// The document with every text outside of the shielded elements replaced by what `instead` pushes; text stays escaped.
pub fn rewritten(html: &str, shielded: &[&str], mut instead: impl FnMut(Around, &str, &mut String)) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 4);
    let mut rest = html;
    let (mut main, mut prose) = (0_u32, 0_u32);
    // how much of the document is left where the outermost Japanese element ends
    let mut japanese: Option<usize> = None;
    while let Some(at) = rest.find('<') {
        let (text, from_tag) = rest.split_at(at);
        japanese = japanese.filter(|end| rest.len() > *end);
        let around = Around { in_main: main > 0, in_prose: prose > 0, in_japanese: japanese.is_some() };
        say(around, text, &mut out, &mut instead);
        let tag = &from_tag[..tag_length(from_tag)];
        out.push_str(tag);
        rest = &from_tag[tag.len()..];
        let (name, closes) = named(tag);
        if !closes && shielded.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            let inside = shielded_length(rest, name);
            out.push_str(&rest[..inside]);
            rest = &rest[inside..];
            continue;
        }
        if !closes && japanese.is_none() && is_japanese(tag, name) {
            japanese = Some(rest.len() - shielded_length(rest, name));
        }
        let count = match name {
            "main" => &mut main,
            "p" | "li" | "dd" => &mut prose,
            _ => continue,
        };
        *count = if closes { count.saturating_sub(1) } else { *count + 1 };
    }
    let around = Around { in_main: main > 0, in_prose: prose > 0, in_japanese: false };
    say(around, rest, &mut out, &mut instead);
    out
}

/// Whether an element that holds others says that it is Japanese; of the document itself that is the language of the page.
fn is_japanese(tag: &str, name: &str) -> bool {
    const HOLD_NOTHING: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];
    name != "html" && !HOLD_NOTHING.contains(&name) && tag.contains(" lang=\"ja\"")
}

fn say(around: Around, text: &str, out: &mut String, instead: &mut impl FnMut(Around, &str, &mut String)) {
    if text.trim().is_empty() {
        out.push_str(text);
    } else {
        instead(around, text, out);
    }
}

/// Bytes of the tag or comment at the beginning; a `>` within quotation marks does not end it.
fn tag_length(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |at| at + 3);
    }
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None, b'>') => return at + 1,
            _ => (),
        }
    }
    html.len()
}

/// The name of a tag, and whether it closes its element.
fn named(tag: &str) -> (&str, bool) {
    let inner = tag.trim_start_matches('<');
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(inner.len());
    (&inner[..end], closes)
}

/// Bytes up to and with the tag that closes the element, elements of the same name within it counted.
fn shielded_length(html: &str, name: &str) -> usize {
    let (mut depth, mut at) = (1_u32, 0);
    while let Some(next) = html[at..].find('<') {
        at += next;
        let tag = &html[at..at + tag_length(&html[at..])];
        let (found, closes) = named(tag);
        if found.eq_ignore_ascii_case(name) {
            depth = if closes { depth - 1 } else { depth + 1 };
        }
        at += tag.len();
        if depth == 0 {
            return at;
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(html: &str) -> String {
        rewritten(html, NEVER, |around, text, out| {
            let place = if around.in_prose { "p" } else { "-" };
            out.push_str(&format!("[{place}{}]", text.to_uppercase()));
        })
    }

    #[test]
    fn text_is_offered_and_tags_attributes_and_shielded_elements_pass_as_they_are() {
        assert_eq!(marked("<p title=\"a > b\">a<b>c</b></p>d"), "<p title=\"a > b\">[pA]<b>[pC]</b></p>[-D]");
        for same in [
            "<script>if(a<b){c}</script>",
            "<svg><g><text>a</text></g></svg>",
            "<leptos-island><p>a<leptos-island>b</leptos-island></p></leptos-island>",
            "<!DOCTYPE html><!--a-->",
            "<select><option>a</option></select>",
        ] {
            assert_eq!(marked(same), same);
        }
    }

    #[test]
    fn a_document_that_is_cut_off_ends_where_it_ends() {
        assert_eq!(marked("<p>a<script>b"), "<p>[pA]<script>b");
        assert_eq!(marked("a<p"), "[-A]<p");
    }
}
