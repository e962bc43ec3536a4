//! How does an answer become a table? Nested keys joined by `_`, lists by `;`, lists within lists by `,`.
//!
//! The columns depend on the kind of row only, never on what the rows hold.

use super::wire::{Meta, Row};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;

/// Columns that say in every row, after its own, where it comes from.
const OF_META: [&str; 3] = ["meta_release", "meta_as_of", "meta_fictional"];

/// One line per row (RFC 4180).
pub fn csv<T: Row>(rows: &[T], meta: &Meta) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let columns: Vec<String> = cells(&T::filled())?.into_iter().map(|(name, _)| name).collect();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(columns.iter().map(String::as_str).chain(OF_META))?;
    let fictional = meta.fictional.to_string();
    for row in rows {
        let held: HashMap<String, String> = cells(row)?.into_iter().collect();
        let own = columns.iter().map(|column| held.get(column).map_or("", String::as_str));
        writer.write_record(own.chain([meta.release.as_str(), &meta.as_of, &fictional]))?;
    }
    Ok(writer.into_inner()?)
}

/// The cells of a row with the names of their columns, in the order of the keys.
fn cells<T: Row>(row: &T) -> Result<Vec<(String, String)>, serde_json::Error> {
    Ok(cells_of(&serde_json::from_slice(&serde_json::to_vec(row)?)?))
}

fn cells_of(row: &Node) -> Vec<(String, String)> {
    let mut out = Vec::new();
    collect("", row, ";", &mut out);
    out
}

fn collect(name: &str, node: &Node, between: &str, out: &mut Vec<(String, String)>) {
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
            out.push((name.to_string(), parts.join(between)));
        }
        Node::Scalar(text) => out.push((name.to_string(), text.clone())),
    }
}

/// A list of objects: one column per key, in it one part per object.
fn collect_list(name: &str, items: &[Node], between: &str, out: &mut Vec<(String, String)>) {
    let mut columns: Vec<(String, Vec<String>)> = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let mut parts = Vec::new();
        collect(name, item, ",", &mut parts);
        for (column, part) in parts {
            let index = columns.iter().position(|(known, _)| *known == column).unwrap_or_else(|| {
                columns.push((column, Vec::new()));
                columns.len() - 1
            });
            columns[index].1.resize(place, String::new());
            columns[index].1.push(in_list(&part, between));
        }
    }
    for (column, mut parts) in columns {
        parts.resize(items.len(), String::new());
        out.push((column, parts.join(between)));
    }
}

/// A text within a list does not hold the sign that separates the parts; its wide form reads the same.
fn in_list(part: &str, between: &str) -> String {
    match between {
        ";" => part.replace(';', "；"),
        _ => part.replace(',', "，"),
    }
}

/// An answer as it was written, its keys in their order.
#[derive(Debug)]
enum Node {
    Scalar(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    fn text(&self) -> &str {
        match self {
            Self::Scalar(text) => text,
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
        Ok(Node::Scalar(value.to_string()))
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
        let plain: Vec<(&str, &str)> = cells.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect();
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
            &[("l_a", "1;2"), ("l_b", ";x；y"), ("m", "p;q"), ("n", "")],
        );
        check(r#"{"v": [{"c": ["p", "q"]}, {"c": []}]}"#, &[("v_c", "p,q;")]);
    }
}
