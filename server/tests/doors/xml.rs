//! Is a document well-formed XML, and what does it hold? A small reader for tests: it refuses what a strict one would.

/// An element with its text and its children.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> + 'a {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub fn first(&self, name: &str) -> &Element {
        let found = self.children.iter().find(|child| child.name == name);
        found.unwrap_or_else(|| panic!("<{}> holds no <{name}>", self.name))
    }
}

/// Reads a document; panics where it is not well-formed.
pub fn read(text: &str) -> Element {
    assert!(text.chars().all(|c| !c.is_control() || "\t\n\r".contains(c)), "a control character");
    let body = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap();
    let mut open: Vec<Element> = vec![Element::default()];
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        open.last_mut().unwrap().text.push_str(&plain(&rest[..at]));
        let end = rest[at..].find('>').unwrap() + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().unwrap();
            assert_eq!(closed.name, name, "closed in another order");
            open.last_mut().unwrap().children.push(closed);
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let element = begun(tag);
        if is_empty { open.last_mut().unwrap().children.push(element) } else { open.push(element) }
    }
    assert_eq!(rest.trim(), "", "text behind the root");
    assert_eq!(open.len(), 1, "an element is left open");
    let mut document = open.pop().unwrap();
    assert_eq!((document.children.len(), document.text.trim()), (1, ""), "one root and nothing beside it");
    document.children.pop().unwrap()
}

fn begun(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let is_name = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || ":-_".contains(c));
    assert!(is_name(name), "{name}");
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.trim().is_empty() {
        let (key, after) = rest.trim_start().split_once("=\"").unwrap();
        let (value, after) = after.split_once('"').unwrap();
        assert!(is_name(key) && attributes.iter().all(|(known, _)| known != key), "{key}");
        assert!(!value.contains('<'), "{value}");
        attributes.push((key.to_owned(), plain(value)));
        rest = after;
    }
    Element { name: name.to_owned(), attributes, ..Element::default() }
}

/// The text that a reader sees; a bare `&` is no XML.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').unwrap() + at;
        out.push(match &rest[at..=end] {
            "&amp;" => '&',
            "&lt;" => '<',
            "&gt;" => '>',
            "&quot;" => '"',
            "&#39;" => '\'',
            other => panic!("{other} is no entity of ours"),
        });
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}
