//! How is a document for feed readers and search engines written, so that it is well-formed whatever the data hold?

use std::fmt::Write as _;

/// An XML document under construction.
#[derive(Debug)]
pub struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// Begins a document with its root element.
    pub fn begin(root: &'static str, attributes: &[(&str, &str)]) -> Self {
        let mut xml = Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() };
        xml.open(root, attributes);
        xml
    }

    /// Opens an element that holds others.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">\n");
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            let _to_memory = writeln!(self.text, "</{name}>");
        }
    }

    /// An element that holds text only.
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes, ">");
        self.text.push_str(&escaped(text));
        let _to_memory = writeln!(self.text, "</{name}>");
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>\n");
    }

    /// Closes what is open.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.indent();
        let _to_memory = write!(self.text, "<{name}");
        for (key, value) in attributes {
            let _to_memory = write!(self.text, " {key}=\"{}\"", escaped(value));
        }
        self.text.push_str(end);
    }

    fn indent(&mut self) {
        self.text.extend(self.open.iter().map(|_| ' '));
    }
}

/// A text in an element or in quotation marks; what XML 1.0 cannot hold is left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars().filter(|c| is_legal(*c)) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

const fn is_legal(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let mut xml = Xml::begin("feed", &[("a", "\"><x")]);
        xml.text("title", &[], "<b>&\u{0}\u{b}\u{fffe}]]>\u{1f600}");
        xml.open("entry", &[]);
        xml.empty("link", &[("href", "?a=1&b=2")]);
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed a=\"&quot;&gt;&lt;x\">\n <title>&lt;b&gt;&amp;]]&gt;\u{1f600}</title>\n <entry>\n  <link href=\"?a=1&amp;b=2\"/>\n </entry>\n</feed>\n";
        assert_eq!(xml.finish(), expected);
    }
}
