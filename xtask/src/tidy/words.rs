//! Does a word reach a reader that content/banned-words.toml forbids, or is something called good that cannot be told apart?

/// The function that the tests of `crates/content` use too: one file, compiled into both, so that they cannot disagree.
#[path = "../../../crates/content/src/banned/matching.rs"]
mod matching;

use anyhow::Context;
use matching::{Folded, NeverOf, Phrase};
use toml::{Table, Value};

use super::Complaint;
use super::rust_text::{Part, lines};
use crate::tree::{File, Tree};

const LIST: &str = "content/banned-words.toml";

/// Where text for readers is written: pages, programs' answers, the command line, documents.
const READER_FACING: &[&str] =
    &["README.md", "app/", "content/", "crates/", "docs/", "server/", "style/", "xtask/documents/"];

/// Where documentation comments are read by the public: utoipa prints them in the description of the API.
const DESCRIBED: &str = "server/src/api/";

/// Forbidden words in text for readers.
pub fn forbidden(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let Some(list) = list(tree)? else {
        return Ok(vec![Complaint::about(LIST, "there is no list of forbidden words")]);
    };
    let words = words(&list);
    if words.is_empty() {
        return Ok(vec![Complaint::about(LIST, "the list is empty")]);
    }
    Ok(complaints(tree, |text| {
        let folded = Folded::of(text);
        let found = words.iter().flat_map(|(word, phrase)| folded.places(phrase).into_iter().map(move |at| (at, word)));
        found.map(|(at, word)| (at, format!("`{word}` may not reach a reader"))).collect()
    }))
}

/// Praise or comfort beside "cannot be told apart".
pub fn praised(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let rule = list(tree)?.and_then(|list| list.get("never_of_no_difference").and_then(Value::as_table).cloned());
    let Some(rule) = rule else {
        return Ok(vec![Complaint::about(LIST, "nothing says what may not be said of what cannot be told apart")]);
    };
    let [of, words, denials] = ["of", "words", "denials"].map(|key| texts(&rule, key));
    let rule = NeverOf::new(&of, &words, &denials);
    Ok(complaints(tree, |text| {
        let says = |word| format!("`{word}` may not be said of what cannot be told apart");
        rule.found(text).into_iter().map(|(at, word)| (at, says(word))).collect()
    }))
}

/// What is wrong with each text, by its place in bytes.
fn complaints(tree: &Tree, wrong: impl Fn(&str) -> Vec<(usize, String)>) -> Vec<Complaint> {
    let ours = |file: &&File| READER_FACING.iter().any(|folder| file.path.starts_with(folder)) && file.path != LIST;
    let mut complaints = Vec::new();
    for file in tree.ending_in(&[".rs", ".toml", ".md", ".csv", ".css"]).filter(ours) {
        for (number, text) in text_for_readers(file) {
            let line = |at: usize| number + text.get(..at).map_or(0, |before| before.matches('\n').count());
            complaints.extend(wrong(&text).into_iter().map(|(at, says)| Complaint::at(&file.path, line(at), says)));
        }
    }
    complaints
}

/// Prose as a whole, because a thought runs over its lines; elsewhere each line by itself.
fn text_for_readers(file: &File) -> Vec<(usize, String)> {
    let whole = file.text.lines().enumerate().map(|(index, line)| (index + 1, line.to_string()));
    if file.path.ends_with(".md") {
        return vec![(1, file.text.clone())];
    }
    if !file.path.ends_with(".rs") {
        return whole.collect();
    }
    let mut text = lines(file, Part::Quoted);
    if file.path.starts_with(DESCRIBED) && !file.is_test {
        text.extend(whole.filter(|(_, line)| line.trim_start().starts_with("///")));
        text.sort_by_key(|(number, _)| *number);
    }
    text
}

fn list(tree: &Tree) -> anyhow::Result<Option<Table>> {
    tree.text(LIST).map(|text| text.parse().with_context(|| format!("{LIST} is not TOML"))).transpose()
}

fn words(list: &Table) -> Vec<(String, Phrase)> {
    let rows = list.get("word").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table);
    let word = |row: &Table| {
        let word = row.get("word")?.as_str()?;
        Some((word.to_string(), Phrase::of(word, &texts(row, "allowed"))))
    };
    rows.filter_map(word).collect()
}

fn texts(table: &Table, key: &str) -> Vec<String> {
    let list = table.get(key).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "[[word]]\nword = 'ワースト'\n[[word]]\nword = 'Worst'\nreason = 'because'\n\
                         [[word]]\nword = 'unsafe'\nallowed = ['unsafe-inline']\n\
                         [never_of_no_difference]\nof = ['apart']\nwords = ['good']\ndenials = ['not mean good']\n";

    fn places(found: Vec<Complaint>) -> Vec<(String, usize)> {
        found.into_iter().map(|found| (found.path, found.line)).collect()
    }

    fn at(path: &str, line: usize) -> (String, usize) {
        (path.to_string(), line)
    }

    #[test]
    fn a_forbidden_word_in_text_for_readers_is_noticed() {
        let tree = Tree::of(&[
            (LIST, WORDS),
            (
                "app/src/a.rs",
                "let worst = \"because\";\nlet a = \"The worst of all\";\nlet b = \"worsted rank_worst\";",
            ),
            ("content/pages/a.md", "これはﾜｰｽﾄ10です"),
            ("server/src/a.rs", "/// The worst.\nlet a = \"style-src 'unsafe-inline'\";"),
            ("server/src/api/v1/a.rs", "/// The ＷＯＲＳＴ.\nworst: u32,"),
            ("xtask/src/a.rs", "\"worst\""),
        ]);
        let expected = [at("app/src/a.rs", 2), at("content/pages/a.md", 1), at("server/src/api/v1/a.rs", 1)];
        assert_eq!(places(forbidden(&tree).unwrap()), expected);
    }

    #[test]
    fn praise_of_what_cannot_be_told_apart_is_noticed() {
        let text = "Not to be told apart. It does not mean good.\nGood.\n\nNot to be told apart.\nThat is good.\n";
        let tree = Tree::of(&[(LIST, WORDS), ("docs/a.md", text)]);
        assert_eq!(places(praised(&tree).unwrap()), [at("docs/a.md", 5)]);
    }

    #[test]
    fn a_missing_list_is_noticed() {
        assert_eq!(forbidden(&Tree::of(&[])).unwrap().len(), 1);
        assert_eq!(praised(&Tree::of(&[])).unwrap().len(), 1);
        assert_eq!(forbidden(&Tree::of(&[(LIST, "")])).unwrap().len(), 1);
    }
}
