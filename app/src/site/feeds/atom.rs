//! How is a feed written? (RFC 4287)

use super::Feed;
use crate::site::document::site_name;
use crate::site::links::Origin;
use crate::site::xml::Xml;
use domain::Day;
use i18n::Locale;

/// One piece of news.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Never changes, never comes back.
    pub(super) id: String,
    /// One line.
    pub(super) title: String,
    /// The day it speaks of.
    pub(super) day: Day,
    /// The path of the page that tells more.
    pub(super) path: String,
    /// Plain sentences.
    pub(super) summary: String,
    /// More pages: title and path.
    pub(super) related: Vec<(String, String)>,
}

/// What stands above the entries.
pub(super) struct Head<'a> {
    pub(super) feed: &'a Feed,
    pub(super) locale: Locale,
    pub(super) origin: &'a Origin,
    pub(super) title: String,
    pub(super) subtitle: String,
    /// The path of the page that the feed belongs to.
    pub(super) page: String,
    /// The day of the newest entry, or of the release where there is none.
    pub(super) updated: Day,
}

/// The feed as text.
pub(super) fn written(head: &Head<'_>, entries: &[Entry]) -> String {
    let locale = head.locale;
    let own = head.origin.absolute(&head.feed.path(locale));
    let mut xml = Xml::begin("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", locale.as_str())]);
    xml.text("id", &[], &own);
    xml.text("title", &[], &format!("{}{}{}", head.title, locale.pick("｜", " | "), site_name(locale)));
    xml.text("subtitle", &[], &head.subtitle);
    xml.text("updated", &[], &moment(head.updated));
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &head.origin.absolute(&head.page))]);
    let other = locale.other();
    let others = head.origin.absolute(&head.feed.path(other));
    xml.empty(
        "link",
        &[("rel", "alternate"), ("type", "application/atom+xml"), ("hreflang", other.as_str()), ("href", &others)],
    );
    xml.open("author", &[]);
    xml.text("name", &[], site_name(locale));
    xml.close();
    for entry in entries {
        write_entry(&mut xml, head.origin, entry);
    }
    xml.finish()
}

fn write_entry(xml: &mut Xml, origin: &Origin, entry: &Entry) {
    xml.open("entry", &[]);
    xml.text("id", &[], &entry.id);
    xml.text("title", &[], &entry.title);
    xml.text("updated", &[], &moment(entry.day));
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &origin.absolute(&entry.path))]);
    for (title, path) in &entry.related {
        xml.empty("link", &[("rel", "related"), ("title", title), ("href", &origin.absolute(path))]);
    }
    xml.text("summary", &[], &entry.summary);
    xml.close();
}

/// The beginning of a day in Japan.
fn moment(day: Day) -> String {
    format!("{day}T00:00:00+09:00")
}
