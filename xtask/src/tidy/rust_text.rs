//! What of a Rust file is code, what is text for people, and where do its tests begin?

use crate::tree::File;

/// Which part of a file to look at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Code without comments and without what is in quotation marks.
    Code,
    /// What is in quotation marks, and nothing else.
    Quoted,
}

/// The lines of one part of a file, outside its tests, with their numbers; the other parts are blank.
pub fn lines(file: &File, part: Part) -> Vec<(usize, String)> {
    if file.is_test {
        return Vec::new();
    }
    let outside_tests = before_tests(&file.text);
    number(&separate(outside_tests, part))
}

/// The lines of code of a whole file, tests included.
pub fn all_code(text: &str) -> Vec<(usize, String)> {
    number(&separate(text, Part::Code))
}

/// Whether a line of code holds this word as a whole word.
pub fn has_word(line: &str, word: &str) -> bool {
    words(line).any(|other| other == word)
}

/// The words of a line of code.
pub fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|character: char| !character.is_alphanumeric() && character != '_').filter(|word| !word.is_empty())
}

/// Everything before the module of tests that a file holds itself.
fn before_tests(text: &str) -> &str {
    let mut modules = text.match_indices("#[cfg(test)]\nmod ");
    let own = modules.find(|(start, _)| {
        let declaration = text.get(*start..).unwrap_or_default().lines().nth(1);
        declaration.is_some_and(|line| line.ends_with('{'))
    });
    own.and_then(|(start, _)| text.get(..start)).unwrap_or(text)
}

fn number(text: &str) -> Vec<(usize, String)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line.to_string())).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Code,
    LineComment,
    BlockComment,
    Text,
    RawText { hashes: usize },
}

/// Keeps the wanted part; everything else becomes spaces, so that lines and columns stay.
fn separate(text: &str, part: Part) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut inside = Inside::Code;
    let mut index = 0;
    while let Some(&character) = characters.get(index) {
        let rest = characters.get(index..).unwrap_or_default();
        let (next, taken) = step(inside, rest);
        for &taken_character in rest.iter().take(taken) {
            let wanted = match part {
                Part::Code => inside == Inside::Code && next == Inside::Code,
                Part::Quoted => matches!(inside, Inside::Text | Inside::RawText { .. }) && inside == next,
            };
            kept.push(if taken_character == '\n' || wanted { taken_character } else { ' ' });
        }
        debug_assert!(taken > 0, "stuck at {character}");
        inside = next;
        index += taken;
    }
    kept
}

/// What the next characters lead to, and how many they are.
fn step(inside: Inside, rest: &[char]) -> (Inside, usize) {
    match (inside, rest) {
        (Inside::Code, ['/', '/', ..]) => (Inside::LineComment, 2),
        (Inside::Code, ['/', '*', ..]) => (Inside::BlockComment, 2),
        (Inside::Code, ['r', '"', ..]) => (Inside::RawText { hashes: 0 }, 2),
        (Inside::Code, ['r', '#', after @ ..]) if raw_hashes(after).is_some() => {
            let hashes = raw_hashes(after).unwrap_or(1);
            (Inside::RawText { hashes }, hashes + 2)
        }
        (Inside::Code, ['\'', '\\', ..]) => {
            let end = rest.iter().skip(3).position(|character| *character == '\'').unwrap_or(0);
            (Inside::Code, end + 4)
        }
        (Inside::Code, ['\'', _, '\'', ..]) => (Inside::Code, 3),
        (Inside::Code, ['"', ..]) => (Inside::Text, 1),
        (Inside::LineComment, ['\n', ..]) | (Inside::Text, ['"', ..]) => (Inside::Code, 1),
        (Inside::BlockComment, ['*', '/', ..]) => (Inside::Code, 2),
        (Inside::Text, ['\\', _, ..]) => (Inside::Text, 2),
        (Inside::RawText { hashes }, ['"', after @ ..])
            if after.iter().take_while(|character| **character == '#').count() >= hashes =>
        {
            (Inside::Code, hashes + 1)
        }
        _ => (inside, 1),
    }
}

/// The number of `#` of a raw string of which one was already read.
fn raw_hashes(after: &[char]) -> Option<usize> {
    let more = after.iter().take_while(|character| **character == '#').count();
    (after.get(more) == Some(&'"')).then_some(more + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "let a = \"x.unwrap() // \\\" é\"; // unwrap\nlet b = '\"'; let c = r#\"raw \"word\"\"#; done()\n";

    fn of(text: &str, part: Part) -> Vec<String> {
        let file = File { path: "a.rs".to_string(), text: text.to_string(), is_test: false };
        lines(&file, part).into_iter().map(|(_, line)| line).collect()
    }

    #[test]
    fn code_is_what_is_neither_comment_nor_text() {
        let code = of(FILE, Part::Code);
        assert_eq!(code.len(), 2);
        assert!(!code[0].contains("unwrap"));
        assert!(code[1].contains("let c =") && code[1].contains("done()") && !code[1].contains("word"));
    }

    #[test]
    fn text_is_what_is_in_quotation_marks() {
        let text = of(FILE, Part::Quoted);
        assert!(text[0].contains("é") && !text[0].contains("let"));
        assert!(text[1].contains("raw \"word\"") && !text[1].contains("done"));
    }

    #[test]
    fn tests_are_left_out() {
        let text = "#[cfg(test)]\nmod c;\nfn a() {}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n";
        let code = of(text, Part::Code);
        assert!(code[2].contains("fn a") && code.iter().all(|line| !line.contains("fn b")));
    }
}
