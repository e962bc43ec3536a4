//! Which invariants of docs/ARCHITECTURE.md can be read off the text of the project, and do they hold?
//!
//! One small function per invariant, each with a test that shows it complaining.

mod clocks;
mod crates;
mod documents;
mod files;
mod missing_values;
mod persons;
mod rust_text;
mod seal;
mod stylesheets;
mod unfinished;
mod words;

use std::fmt;
use std::process::ExitCode;

use crate::process::root;
use crate::tell;
use crate::tree::Tree;

/// One invariant: the promise in words, and the function that looks for what breaks it.
struct Check {
    promise: &'static str,
    look: fn(&Tree) -> anyhow::Result<Vec<Complaint>>,
}

/// All of them, in the order of docs/ARCHITECTURE.md.
const CHECKS: &[Check] = &[
    Check { promise: "only domain and reports can make a disclosed value", look: seal::broken },
    Check { promise: "a missing value in a report has a reason", look: missing_values::without_reason },
    Check { promise: "nobody can be identified", look: persons::identified },
    Check { promise: "the clock is read in the tools and on the command line only", look: clocks::read_elsewhere },
    Check { promise: "arrows between crates point down", look: crates::forbidden_arrows },
    Check { promise: "each library is used where it belongs", look: crates::homeless_libraries },
    Check { promise: "serde stays at the borders", look: crates::serde_inside },
    Check { promise: "every file says which question it answers", look: files::without_question },
    Check { promise: "files stay under 500 lines", look: files::too_long },
    Check { promise: "names answer a question", look: files::empty_names },
    Check { promise: "nothing panics outside tests", look: unfinished::panics },
    Check { promise: "nothing is left for later", look: unfinished::left_for_later },
    Check { promise: "docs/ARCHITECTURE.md names exactly the crates", look: documents::map },
    Check { promise: "docs/API.md names exactly the routes", look: documents::routes },
    Check { promise: "no forbidden word reaches a reader", look: words::forbidden },
    Check { promise: "what cannot be told apart is never called good", look: words::praised },
    Check { promise: "the style sheets stay under 12 kB compressed", look: stylesheets::too_large },
];

/// Something that breaks an invariant, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The file.
    pub path: String,
    /// The line, counted from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong, and what to do.
    pub says: String,
}

impl Complaint {
    /// About a file as a whole.
    pub fn about(path: &str, says: impl Into<String>) -> Self {
        Complaint { path: path.to_string(), line: 0, says: says.into() }
    }

    /// About one line of a file.
    pub fn at(path: &str, line: usize, says: impl Into<String>) -> Self {
        Complaint { path: path.to_string(), line, says: says.into() }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(formatter, "{}: {}", self.path, self.says),
            line => write!(formatter, "{}:{line}: {}", self.path, self.says),
        }
    }
}

/// How many invariants hold, and what breaks the others.
pub struct Report {
    /// Invariants that hold.
    pub held: usize,
    /// Promise and complaints of those that do not.
    pub broken: Vec<(&'static str, Vec<Complaint>)>,
}

/// Looks at the project.
pub fn look() -> anyhow::Result<Report> {
    let tree = Tree::read(root())?;
    let mut report = Report { held: 0, broken: Vec::new() };
    for check in CHECKS {
        let complaints = (check.look)(&tree)?;
        if complaints.is_empty() {
            report.held += 1;
        } else {
            report.broken.push((check.promise, complaints));
        }
    }
    for (promise, complaints) in &report.broken {
        tell::line(&format!("broken: {promise}"));
        complaints.iter().for_each(|complaint| eprintln!("    {complaint}"));
    }
    Ok(report)
}

/// `cargo xtask tidy`.
pub fn command() -> anyhow::Result<ExitCode> {
    let report = look()?;
    tell::line(&format!("{} invariants hold, {} do not", report.held, report.broken.len()));
    Ok(if report.broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
