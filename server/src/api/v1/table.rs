//! How does an answer become a table? Nested keys joined by `_`, lists by `;`, lists within lists by `,`.
//!
//! The columns depend on the kind of row only, never on what the rows hold.

use super::wire::{Meta, OwnerWarning, Row, Source};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;

/// Columns that say in every row, after its own, where it comes from.
const OF_META: [&str; 8] = [
    "meta_release",
    "meta_as_of",
    "meta_fictional",
    "meta_source_ja",
    "meta_source_en",
    "meta_licence",
    "meta_owner_warning_ja",
    "meta_owner_warning_en",
];

/// One line per row (RFC 4180).
pub fn csv<T: Row>(rows: &[T], meta: &Meta) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
    csv_for(Cells::AsTheyAre, rows, meta)
}

/// The same, with the cells as whoever reads them needs them.
pub fn csv_for<T: Row>(
    cells: Cells,
    rows: &[T],
    meta: &Meta,
) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
    let table = Table::of::<T>(cells)?;
    let mut bytes = table.header()?;
    bytes.extend(table.lines(rows, meta)?);
    Ok(bytes)
}

/// What becomes of cells that a spreadsheet would take for a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// Nothing: programs read them.
    AsTheyAre,
    /// A text that begins like a formula gets a `'` in front; numbers stay numbers.
    ForSpreadsheets,
}

/// A table that is written part by part.
#[derive(Debug)]
pub struct Table {
    columns: Vec<String>,
    cells: Cells,
}

impl Table {
    /// The table of a kind of row.
    pub fn of<T: Row>(cells: Cells) -> Result<Self, serde_json::Error> {
        Ok(Self { columns: cells_of_row(&T::filled())?.into_iter().map(|cell| cell.column).collect(), cells })
    }

    /// The names of all columns.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str).chain(OF_META)
    }

    /// The first line.
    pub fn header(&self) -> Result<Vec<u8>, csv::Error> {
        line(self.columns())
    }

    /// The lines of some rows.
    pub fn lines<T: Row>(&self, rows: &[T], meta: &Meta) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
        let mut writer = lines();
        let origin = self.origin(meta);
        for row in rows {
            let held: HashMap<String, String> =
                cells_of_row(row)?.into_iter().map(|cell| cell.for_reader(self.cells)).collect();
            let own = self.columns.iter().map(|column| held.get(column).map_or("", String::as_str));
            writer.write_record(own.chain(origin.iter().map(String::as_str)))?;
        }
        Ok(written(writer)?)
    }

    /// What stands behind every row: where it comes from, and under which terms.
    fn origin(&self, meta: &Meta) -> [String; OF_META.len()] {
        let text = |text: &str| Cell { column: String::new(), text: text.to_owned(), kind: Kind::Text };
        let cell = |words: &str| text(words).for_reader(self.cells).1;
        let cited = |words: fn(&Source) -> String| cell(&each_once(meta.source.iter().map(words)));
        let warned = |words: fn(&OwnerWarning) -> &Option<String>| {
            cell(&each_once(meta.owner_warnings.iter().filter_map(|warning| words(warning).clone())))
        };
        [
            meta.release.clone(),
            meta.as_of.clone(),
            meta.fictional.to_string(),
            cited(|source| told_with(source.title_ja.as_deref(), ("（", "）"), source.publisher_ja.as_deref())),
            cited(|source| told_with(source.title_en.as_deref(), (" (", ")"), source.publisher_en.as_deref())),
            cell(meta.licence.as_deref().unwrap_or_default()),
            warned(|warning| &warning.text_ja),
            warned(|warning| &warning.text_en),
        ]
    }
}

/// One line.
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = lines();
    writer.write_record(cells)?;
    written(writer)
}

/// Texts in a list, each once.
fn each_once(texts: impl Iterator<Item = String>) -> String {
    let mut told: Vec<String> = Vec::new();
    for text in texts {
        let one = in_list(&text, ";");
        if !one.is_empty() && !told.contains(&one) {
            told.push(one);
        }
    }
    told.join(";")
}

/// A title with its publisher, or whichever of the two there is.
fn told_with(title: Option<&str>, (open, close): (&str, &str), publisher: Option<&str>) -> String {
    match (title, publisher) {
        (Some(title), Some(publisher)) => format!("{title}{open}{publisher}{close}"),
        (one, other) => one.or(other).unwrap_or_default().to_owned(),
    }
}

fn lines() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new())
}

fn written(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, csv::Error> {
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A cell with the name of its column.
#[derive(Debug, PartialEq, Eq)]
struct Cell {
    column: String,
    text: String,
    kind: Kind,
}

/// What a cell was before it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A number, a truth value or nothing.
    Number,
    /// Words of a source or of ours.
    Text,
}

/// What begins a formula in one of the usual programs, the wide forms of a Japanese keyboard among them.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Text that no spreadsheet takes for a formula.
pub fn for_spreadsheets(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

impl Cell {
    fn for_reader(self, cells: Cells) -> (String, String) {
        let risky = cells == Cells::ForSpreadsheets && self.kind == Kind::Text;
        (self.column, if risky { for_spreadsheets(&self.text) } else { self.text })
    }
}

/// The cells of a row with the names of their columns, in the order of the keys.
fn cells_of_row<T: Row>(row: &T) -> Result<Vec<Cell>, serde_json::Error> {
    Ok(cells_of(&serde_json::from_slice(&serde_json::to_vec(row)?)?))
}

fn cells_of(row: &Node) -> Vec<Cell> {
    let mut out = Vec::new();
    collect("", row, ";", &mut out);
    out
}

fn collect(name: &str, node: &Node, between: &str, out: &mut Vec<Cell>) {
    let column = || name.to_string();
    match node {
        Node::Object(fields) => {
            for (key, field) in fields {
                let name = if name.is_empty() { key.clone() } else { format!("{name}_{key}") };
                collect(&name, field, between, out);
            }
        }
        Node::List(items) if items.iter().any(|i| matches!(i, Node::Object(_))) => {
            collect_list(name, items, between, out);
        }
        Node::List(items) => {
            let parts: Vec<String> = items.iter().map(|item| in_list(item.text(), between)).collect();
            let kind = if items.iter().any(|i| matches!(i, Node::Text(_))) { Kind::Text } else { Kind::Number };
            out.push(Cell { column: column(), text: parts.join(between), kind });
        }
        Node::Scalar(text) => out.push(Cell { column: column(), text: text.clone(), kind: Kind::Number }),
        Node::Text(text) => out.push(Cell { column: column(), text: text.clone(), kind: Kind::Text }),
    }
}

/// A list of objects: one column per key, in it one part per object.
fn collect_list(name: &str, items: &[Node], between: &str, out: &mut Vec<Cell>) {
    let mut columns: Vec<(String, Vec<String>, Kind)> = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let mut parts = Vec::new();
        collect(name, item, ",", &mut parts);
        for part in parts {
            let index = columns.iter().position(|(known, ..)| *known == part.column).unwrap_or_else(|| {
                columns.push((part.column.clone(), Vec::new(), Kind::Number));
                columns.len() - 1
            });
            let (_, held, kind) = &mut columns[index];
            held.resize(place, String::new());
            held.push(in_list(&part.text, between));
            if part.kind == Kind::Text {
                *kind = Kind::Text;
            }
        }
    }
    for (column, mut parts, kind) in columns {
        parts.resize(items.len(), String::new());
        out.push(Cell { column, text: parts.join(between), kind });
    }
}

/// A text within a list does not hold the sign that separates the parts. Japanese takes its wide form, which reads the same;
/// among Latin letters that would be a foreign body, and a lighter sign of their own does.
fn in_list(part: &str, between: &str) -> String {
    let latin = part.chars().all(|c| u32::from(c) < 0x2e80);
    match (between, latin) {
        (";", true) => part.replace(';', ","),
        (";", false) => part.replace(';', "；"),
        (_, true) => part.replace(", ", " / ").replace(',', "/"),
        (_, false) => part.replace(',', "，"),
    }
}

/// An answer as it was written, its keys in their order.
#[derive(Debug)]
enum Node {
    /// A number, a truth value or nothing.
    Scalar(String),
    /// Words.
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    fn text(&self) -> &str {
        match self {
            Self::Scalar(text) | Self::Text(text) => text,
            Self::List(_) | Self::Object(_) => "",
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Scalar(String::new()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Scalar(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Scalar(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Scalar(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        let shortest = serde_json::Number::from_f64(value).map(|n| n.to_string());
        Ok(Node::Scalar(shortest.unwrap_or_default()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = entries.next_entry()? {
            fields.push(field);
        }
        Ok(Node::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(row: &str, expected: &[(&str, &str)]) {
        let cells = cells_of(&serde_json::from_str(row).unwrap());
        let plain: Vec<(&str, &str)> = cells.iter().map(|cell| (cell.column.as_str(), cell.text.as_str())).collect();
        assert_eq!(plain, expected);
    }

    #[test]
    fn nested_keys_are_joined_in_their_order() {
        check(
            r#"{"hospital": {"id": "a"}, "value": 0.1, "interval": null, "fictional": true}"#,
            &[("hospital_id", "a"), ("value", "0.1"), ("interval", ""), ("fictional", "true")],
        );
    }

    #[test]
    fn lists_are_joined_by_semicolons_and_keep_their_places() {
        check(
            r#"{"l": [{"a": 1, "b": null}, {"a": 2, "b": "x;y"}], "m": ["p", "q"], "n": []}"#,
            &[("l_a", "1;2"), ("l_b", ";x,y"), ("m", "p;q"), ("n", "")],
        );
        check(
            r#"{"l": [{"ja": "幅；広い;狭い", "en": "wide; narrow, both"}, {"ja": "あ", "en": "b"}]}"#,
            &[("l_ja", "幅；広い；狭い;あ"), ("l_en", "wide, narrow, both;b")],
        );
        check(r#"{"v": [{"c": ["p, r", "値,幅"]}]}"#, &[("v_c", "p / r,値，幅")]);
        check(r#"{"v": [{"c": ["p", "q"]}, {"c": []}]}"#, &[("v_c", "p,q;")]);
    }

    #[test]
    fn every_row_carries_its_sources_each_once_and_the_terms() {
        let source = |id: &str, title: &str, publisher: &str| Source {
            id: Some(id.into()),
            title_ja: Some(format!("{title}の表")),
            title_en: Some(title.into()),
            publisher_ja: Some(publisher.into()).filter(|p: &String| !p.is_empty()),
            publisher_en: Some(publisher.into()).filter(|p: &String| !p.is_empty()),
            ..Source::default()
        };
        let sources = vec![source("a", "=A; B", "P"), source("b", "=A; B", "P"), source("c", "C", "")];
        let meta = Meta { release: "r".into(), source: sources, licence: Some("X; Y".into()), ..Meta::default() };
        let table = |cells| Table { columns: Vec::new(), cells };
        let warning = OwnerWarning {
            text_ja: Some("くらべない".into()),
            text_en: Some("Not to compare; at all".into()),
            ..OwnerWarning::default()
        };
        let meta = Meta { owner_warnings: vec![warning], ..meta };
        let plain =
            ["r", "", "false", "=A； Bの表（P）;Cの表", "=A, B (P);C", "X; Y", "くらべない", "Not to compare, at all"];
        assert_eq!(table(Cells::AsTheyAre).origin(&meta), plain);
        assert_eq!(table(Cells::ForSpreadsheets).origin(&meta)[4], "'=A, B (P);C");
        let none_given = Meta { licence: None, ..meta };
        assert_eq!(table(Cells::AsTheyAre).origin(&none_given)[5], "");
    }

    #[test]
    fn a_text_that_begins_like_a_formula_is_no_formula_and_a_number_stays_one() {
        let row =
            r#"{"t": "=1+1", "w": "＝1", "n": -0.5, "l": ["@a", "b"], "f": ["a", "=b"], "v": [{"n": -1}], "p": "5"}"#;
        let cells = cells_of(&serde_json::from_str(row).unwrap());
        let told: Vec<String> = cells.into_iter().map(|cell| cell.for_reader(Cells::ForSpreadsheets).1).collect();
        assert_eq!(told, ["'=1+1", "'＝1", "-0.5", "'@a;b", "a;=b", "-1", "5"]);
    }
}
