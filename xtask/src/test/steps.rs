//! How does each step look, apart from the browser's?

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::bail;

use super::Evidence;
use super::count::rust_tests;
use crate::process::{self, Build, cargo, command};
use crate::wasm::{BUDGET_BYTES, toolchain};
use crate::{Keep, generate, members, queries, tell};

/// `cargo fmt`.
pub fn format() -> anyhow::Result<Evidence> {
    process::run(cargo().args(["fmt", "--all", "--check"]))?;
    Ok(Evidence::passed(1, "cargo fmt"))
}

/// The invariants that can be read off the text.
pub fn tidy() -> anyhow::Result<Evidence> {
    let report = crate::tidy::look()?;
    let mut evidence = Evidence::passed(report.held, format!("{} invariants", report.held));
    evidence.failed = report.broken.len();
    Ok(evidence)
}

/// The compiler's and clippy's lints, for all crates and their tests.
pub fn lints() -> anyhow::Result<Evidence> {
    process::run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    let crates = members::read(&crate::tree::Tree::read(process::root())?)?.iter().count();
    Ok(Evidence::passed(1, format!("clippy on {crates} crates")))
}

/// Whether this run has built the tests.
static TESTS_ARE_BUILT: AtomicBool = AtomicBool::new(false);

/// Builds the server as far as the tests have not.
pub fn server() -> anyhow::Result<()> {
    if TESTS_ARE_BUILT.load(Ordering::Relaxed) {
        process::build_server_beside_tests()
    } else {
        process::build_server(Build::Debug)
    }
}

/// Unit, property, database and HTTP tests.
pub fn tests() -> anyhow::Result<Evidence> {
    let has_nextest = process::output(cargo().args(["nextest", "--version"])).is_ok();
    let build: &[&str] = if has_nextest { &["nextest", "run", "--no-run"] } else { &["test", "--no-run"] };
    tell::timed("building the tests", || process::run(cargo().args(build).args(["--workspace", "--tests"])))?;
    TESTS_ARE_BUILT.store(true, Ordering::Relaxed);
    let mut runner = cargo();
    if has_nextest {
        runner
            .args(["nextest", "run", "--workspace", "--tests", "--no-fail-fast", "--color=never"])
            .args(["--success-output=immediate", "--failure-output=final"]);
    } else {
        runner.args(["test", "--workspace", "--tests", "--no-fail-fast", "--", "--show-output", "--color=never"]);
    }
    let said = process::listen(&mut runner, |line| line.trim_start().starts_with("FAIL"))?;
    let is_end = |line: &String| line.contains("Summary [") || line.starts_with("failures:");
    let start = said.lines.iter().position(is_end).unwrap_or(if said.code == 0 { said.lines.len() } else { 0 });
    said.lines.iter().skip(start).for_each(|line| eprintln!("{line}"));
    Ok(rust_tests(&said.lines).with_exit_code(said.code))
}

/// The examples in the documentation.
pub fn examples() -> anyhow::Result<Evidence> {
    let said = process::listen(cargo().args(["test", "--workspace", "--doc", "--no-fail-fast"]), |line| {
        line.starts_with("error") || line.contains("FAILED") || line.contains("panicked")
    })?;
    let mut evidence = rust_tests(&said.lines).with_exit_code(said.code);
    evidence.what = format!("{} examples", evidence.passed);
    Ok(evidence)
}

/// Every query against a new database.
pub fn queries() -> anyhow::Result<Evidence> {
    let count = queries::refresh(Keep::Check)?;
    Ok(Evidence::passed(count, format!("{count} queries against SQLite")))
}

/// The documents that the code writes.
pub fn documents() -> anyhow::Result<Evidence> {
    let count = generate::generate(Keep::Check)?;
    Ok(Evidence::passed(count, format!("{count} documents")))
}

/// The WebAssembly and its budget.
pub fn wasm() -> anyhow::Result<Evidence> {
    let front = crate::wasm::build()?;
    if front.compressed_bytes > BUDGET_BYTES {
        bail!("{front}; {} kB are allowed", BUDGET_BYTES / 1000);
    }
    Ok(Evidence::passed(1, format!("{front}, {} kB allowed", BUDGET_BYTES / 1000)))
}

/// Asks a module for its digest, as a browser would.
const ASK_MODULE: &str = "WebAssembly.instantiate(require('fs').readFileSync(process.argv[1])) \
    .then(({ instance }) => console.log(BigInt.asUintN(64, instance.exports.digest()).toString()))";

/// The statistics, to the last bit, natively and as WebAssembly.
pub fn numbers() -> anyhow::Result<Evidence> {
    let native = process::output(&mut process::tool("same-numbers")?)?;
    let way = toolchain::find()?;
    let module = crate::wasm::compile(&way, "same-numbers", &[])?;
    let browser = process::output(command("node").args(["--eval", ASK_MODULE]).arg(module))?;
    if native.trim() != browser.trim() {
        bail!("the digest is {} natively and {} as WebAssembly", native.trim(), browser.trim());
    }
    Ok(Evidence::passed(1, format!("digest {} on both sides", native.trim())))
}
