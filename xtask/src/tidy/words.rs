//! Does a word reach a reader that content/banned-words.toml forbids?

use anyhow::Context;
use toml::{Table, Value};

use super::Complaint;
use super::rust_text::{Part, lines};
use crate::tree::{File, Tree};

const LIST: &str = "content/banned-words.toml";

/// Where text for readers is written.
const READER_FACING: &[&str] = &[
    "app/src/",
    "content/",
    "crates/charts/src/",
    "crates/content/src/",
    "crates/demonstration/",
    "crates/domain/src/",
    "crates/i18n/src/",
    "crates/reports/src/",
    "server/src/embed/",
    "server/src/site/",
];

/// Forbidden words in text for readers.
pub fn forbidden(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let Some(list) = tree.text(LIST) else {
        return Ok(vec![Complaint::about(LIST, "there is no list of forbidden words")]);
    };
    let words = forbidden_words(&list.parse().with_context(|| format!("{LIST} is not TOML"))?);
    if words.is_empty() {
        return Ok(vec![Complaint::about(LIST, "the list is empty")]);
    }
    let mut complaints = Vec::new();
    let ours = |file: &&File| READER_FACING.iter().any(|folder| file.path.starts_with(folder)) && file.path != LIST;
    for file in tree.ending_in(&[".rs", ".toml", ".md", ".csv"]).filter(ours) {
        for (number, line) in text_for_readers(file) {
            let line = line.to_lowercase();
            if let Some(word) = words.iter().find(|word| has_phrase(&line, word)) {
                complaints.push(Complaint::at(&file.path, number, format!("`{word}` may not reach a reader")));
            }
        }
    }
    Ok(complaints)
}

fn text_for_readers(file: &File) -> Vec<(usize, String)> {
    if file.path.ends_with(".rs") {
        return lines(file, Part::Quoted);
    }
    file.text.lines().enumerate().map(|(index, line)| (index + 1, line.to_string())).collect()
}

/// Every text in a list, and every text called `word`; reasons beside them are not words.
fn forbidden_words(table: &Table) -> Vec<String> {
    let mut words = Vec::new();
    for (key, value) in table {
        match value {
            Value::Table(inner) => words.extend(forbidden_words(inner)),
            Value::Array(items) => {
                words.extend(items.iter().filter_map(Value::as_str).map(str::to_lowercase));
                items.iter().filter_map(Value::as_table).for_each(|inner| words.extend(forbidden_words(inner)));
            }
            Value::String(word) if key == "word" => words.push(word.to_lowercase()),
            _ => {}
        }
    }
    words
}

/// Japanese has no spaces; a phrase in Latin letters begins and ends where a word does.
fn has_phrase(line: &str, phrase: &str) -> bool {
    if !phrase.is_ascii() {
        return line.contains(phrase);
    }
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    line.match_indices(phrase).any(|(start, found)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        let after = line.get(start + found.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_word_in_text_for_readers_is_noticed() {
        let tree = Tree::of(&[
            (LIST, "ja = ['ワースト']\n[[en]]\nword = 'Worst'\nwhy = 'because'"),
            ("app/src/a.rs", "let worst = \"because\";\nlet a = \"The worst of all\";\nlet b = \"worsted\";"),
            ("content/pages/a.md", "これはワースト10です"),
            ("xtask/src/a.rs", "\"worst\""),
        ]);
        let places: Vec<_> = forbidden(&tree).unwrap().into_iter().map(|found| (found.path, found.line)).collect();
        assert_eq!(places, [("app/src/a.rs".to_string(), 2), ("content/pages/a.md".to_string(), 1)]);
    }

    #[test]
    fn a_missing_list_is_noticed() {
        assert_eq!(forbidden(&Tree::of(&[])).unwrap().len(), 1);
    }
}
