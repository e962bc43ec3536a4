//! How is what was read, and what was not, told to an operator and to a machine?

use domain::issue::{Issue, Severity};
use importers::Reading;
use importers::staging::Staged;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Issues of one kind that are printed in full; the rest is counted.
const SHOWN: usize = 5;

/// How many issues lost something.
pub fn problems(issues: &[Issue]) -> usize {
    issues.iter().filter(|i| i.severity >= Severity::Problem).count()
}

/// One file, for people.
pub fn print(name: &str, reading: &Reading, staged: &str) {
    let kind = if reading.kind.is_empty() { "not recognised" } else { &reading.kind };
    println!("{name}: {kind}, {staged}");
    for taken in &reading.taken {
        println!("  {:>9} {}", grouped(taken.count), taken.what);
    }
    print_issues(&reading.issues, "--json lists all");
}

/// Issues by kind, the gravest first; `all` says where those are that are only counted.
pub fn print_issues(issues: &[Issue], all: &str) {
    let mut kinds: BTreeMap<(std::cmp::Reverse<Severity>, &str), Vec<&Issue>> = BTreeMap::new();
    for issue in issues {
        kinds.entry((std::cmp::Reverse(issue.severity), issue.kind.as_str())).or_default().push(issue);
    }
    for ((severity, kind), list) in kinds {
        println!("  {} × {kind} ({})", grouped(list.len()), severity.0);
        for issue in list.iter().take(SHOWN) {
            println!("      {issue}");
        }
        if list.len() > SHOWN {
            println!("      … and {} more ({all})", grouped(list.len() - SHOWN));
        }
    }
}

/// One file, for machines.
pub fn as_json(name: &str, reading: &Reading, staged: &str) -> Value {
    let taken: serde_json::Map<String, Value> =
        reading.taken.iter().map(|t| (t.what.clone(), json!(t.count))).collect();
    json!({
        "file": name,
        "kind": reading.kind,
        "sha256": reading.sha256,
        "staged": staged,
        "taken": taken,
        "issues": reading.issues.iter().map(issue).collect::<Vec<_>>(),
    })
}

fn issue(i: &Issue) -> Value {
    json!({
        "severity": i.severity.as_str(),
        "kind": i.kind.as_str(),
        "file": i.file,
        "sheet": i.sheet,
        "row": i.row,
        "column": i.column,
        "value": i.value,
        "message": i.message,
    })
}

/// What became of a file, in a word.
pub fn staged_word(staged: &Staged) -> &'static str {
    match staged {
        Staged::Added(_) => "staged",
        Staged::AlreadyThere(_) => "already there",
        Staged::NothingUsable => "nothing usable",
    }
}

/// 11760 → 11,760.
pub fn grouped(n: usize) -> String {
    i18n::whole(n as i128)
}
