//! What must a change pass, and did it? `cargo xtask test` runs every step, whatever happened to the ones before.

mod browser;
mod count;
mod steps;

use std::process::ExitCode;

use anyhow::bail;

use crate::tell::{self, Stopwatch};

pub use count::Evidence;

/// One step: its name on the command line, what it promises, and how it looks.
struct Step {
    name: &'static str,
    promise: &'static str,
    look: fn() -> anyhow::Result<Evidence>,
}

/// All steps; the quick ones come first.
const STEPS: &[Step] = &[
    Step { name: "format", promise: "the code is laid out alike", look: steps::format },
    Step { name: "tidy", promise: "the invariants of the architecture hold", look: steps::tidy },
    Step { name: "lints", promise: "the compiler and clippy have nothing to say", look: steps::lints },
    Step { name: "tests", promise: "every part does what it says", look: steps::tests },
    Step { name: "examples", promise: "the examples in the documentation run", look: steps::examples },
    Step { name: "queries", promise: "every query fits the schema", look: steps::queries },
    Step { name: "documents", promise: "the generated documents are up to date", look: steps::documents },
    Step { name: "wasm", promise: "the browser's half builds and is small", look: steps::wasm },
    Step { name: "numbers", promise: "a browser computes what the server computes", look: steps::numbers },
    Step { name: "browser", promise: "a reader gets there, with and without JavaScript", look: browser::look },
];

/// How a step ended.
struct Ended {
    step: &'static Step,
    evidence: Evidence,
    took: String,
}

/// Runs all steps, or only those named; ends with what was found.
pub fn run(only: &[String]) -> anyhow::Result<ExitCode> {
    if let Some(unknown) = only.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no step `{unknown}`; there are {}", names.join(", "));
    }
    let watch = Stopwatch::start();
    let chosen = STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name));
    let ended: Vec<Ended> = chosen.map(run_step).collect();
    Ok(report(&ended, &watch.read()))
}

fn run_step(step: &'static Step) -> Ended {
    tell::line(&format!("── {}: {} …", step.name, step.promise));
    let watch = Stopwatch::start();
    let evidence = (step.look)().unwrap_or_else(|error| Evidence::failure(&format!("{error:#}")));
    let took = watch.read();
    tell::line(&format!("── {}: {} ({took})", step.name, if evidence.is_good() { "good" } else { "FAILED" }));
    Ended { step, evidence, took }
}

/// A dozen lines for people, and one for programs.
fn report(ended: &[Ended], took: &str) -> ExitCode {
    println!();
    for Ended { step, evidence, took } in ended {
        let mark = if evidence.is_good() { "good  " } else { "FAILED" };
        println!("{mark}  {} · {evidence} · {took}", step.promise);
    }
    let total = |count: fn(&Evidence) -> usize| ended.iter().map(|ended| count(&ended.evidence)).sum::<usize>();
    let (passed, failed) = (total(|evidence| evidence.passed), total(|evidence| evidence.failed));
    let skipped = total(|evidence| evidence.skipped());
    println!("all of it took {took}");
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
