//! How are the reference files read?

use serde_json::Value;
use std::collections::HashMap;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/vectors/");

/// One row of a table by column name.
pub struct Row(HashMap<String, String>);

impl Row {
    pub fn text(&self, column: &str) -> &str {
        &self.0[column]
    }

    pub fn number(&self, column: &str) -> f64 {
        self.text(column).parse().unwrap_or_else(|_| panic!("{column}: {:?}", self.text(column)))
    }

    pub fn optional(&self, column: &str) -> Option<f64> {
        self.text(column).parse().ok()
    }
}

fn read(name: &str) -> Option<String> {
    let text = std::fs::read_to_string(format!("{FOLDER}{name}")).ok();
    if text.is_none() {
        println!("skipped: {name} is not here");
    }
    text
}

/// The rows of a simple table; empty where the file is absent.
pub fn table(name: &str) -> Vec<Row> {
    let Some(text) = read(name) else {
        return Vec::new();
    };
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| Row(columns.iter().map(|c| (*c).to_owned()).zip(line.split(',').map(str::to_owned)).collect()))
        .collect()
}

/// A JSON file; `None` where absent.
pub fn json(name: &str) -> Option<Value> {
    read(name).map(|text| serde_json::from_str(&text).unwrap())
}

/// A list of numbers in a JSON object.
pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

/// A list of whole numbers in a JSON object.
pub fn wholes(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(|v| v.as_u64().unwrap() as usize).collect()
}

#[track_caller]
pub fn near(ours: f64, reference: f64, tolerance: f64, what: &str) {
    assert!((ours - reference).abs() <= tolerance, "{what}: {ours} is not {reference}");
}

#[track_caller]
pub fn near_relative(ours: f64, reference: f64, tolerance: f64, what: &str) {
    near(ours, reference, tolerance * reference.abs().max(1e-300), what);
}
