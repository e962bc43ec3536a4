//! How many checks passed, how many failed, and which were skipped and why? Read off what the runners print.

use std::collections::BTreeMap;
use std::fmt;

/// What a step found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What was looked at, in words.
    pub what: String,
    /// Checks that passed.
    pub passed: usize,
    /// Checks that failed.
    pub failed: usize,
    /// Why checks were skipped, and how many for each reason.
    pub skipped_because: BTreeMap<String, usize>,
}

impl Evidence {
    /// So many checks passed.
    pub fn passed(count: usize, what: impl Into<String>) -> Self {
        Evidence { what: what.into(), passed: count, ..Evidence::default() }
    }

    /// One thing that went wrong.
    pub fn failure(what: &str) -> Self {
        Evidence { what: what.to_string(), failed: 1, ..Evidence::default() }
    }

    /// Whether nothing failed.
    pub fn is_good(&self) -> bool {
        self.failed == 0
    }

    /// How many checks were skipped.
    pub fn skipped(&self) -> usize {
        self.skipped_because.values().sum()
    }

    /// Adds skipped checks.
    pub fn skip(&mut self, count: usize, why: &str) {
        if count > 0 {
            *self.skipped_because.entry(why.to_string()).or_default() += count;
        }
    }

    /// Makes sure that a runner that failed without counting a failure counts as one.
    pub fn with_exit_code(mut self, code: i32) -> Self {
        if code != 0 && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)?;
        if self.failed > 0 && self.passed > 0 {
            write!(formatter, ", {} failed", self.failed)?;
        }
        for (why, count) in &self.skipped_because {
            write!(formatter, " · {count} skipped: {why}")?;
        }
        Ok(())
    }
}

/// What nextest or `cargo test` counted. A test that could not look says `skipped: …` and why.
pub fn rust_tests(lines: &[String]) -> Evidence {
    let mut evidence = Evidence::default();
    let is_nextest = lines.iter().any(|line| line.contains("Summary ["));
    for line in lines.iter().map(|line| line.trim()) {
        if let Some(why) = line.strip_prefix("skipped: ") {
            evidence.skip(1, why);
        } else if line.contains(if is_nextest { "Summary [" } else { "test result: " }) {
            evidence.passed += number_before(line, "passed");
            evidence.failed += number_before(line, "failed") + number_before(line, "timed out");
            evidence.skip(number_before(line, "skipped") + number_before(line, "ignored"), "left out by name");
        }
    }
    // A test that had nothing to look at did not look.
    evidence.passed =
        evidence.passed.saturating_sub(lines.iter().filter(|line| line.trim().starts_with("skipped: ")).count());
    evidence.what = format!("{} tests", evidence.passed);
    evidence
}

/// What Playwright counted.
pub fn browser_tests(lines: &[String]) -> Evidence {
    let mut evidence = Evidence::default();
    for line in lines.iter().map(|line| line.trim()) {
        let Some((count, how)) = line.split_once(' ').and_then(|(count, how)| Some((count.parse().ok()?, how))) else {
            continue;
        };
        match how.split(" (").next().unwrap_or(how) {
            "passed" => evidence.passed += count,
            // Passed on a second try: not something to rely on.
            "failed" | "flaky" | "interrupted" => evidence.failed += count,
            "skipped" => evidence.skip(count, "not for this kind of browser"),
            "did not run" => evidence.skip(count, "came after a failure"),
            _ => {}
        }
    }
    evidence.what = format!("{} journeys", evidence.passed);
    evidence
}

/// The whole number before a word: 3 in `5 tests run: 3 passed`.
fn number_before(line: &str, word: &str) -> usize {
    let before = line.split(word).next().filter(|before| before.len() < line.len()).unwrap_or_default();
    before.split_whitespace().next_back().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_string).collect()
    }

    #[test]
    fn nextest_is_understood() {
        let said = "    skipped: no files\ntest result: ok. 1 passed;\n     Summary [   0.197s] 4 tests run: 3 passed, 1 failed, 2 skipped";
        let evidence = rust_tests(&lines(said));
        assert_eq!((evidence.passed, evidence.failed, evidence.skipped()), (2, 1, 3));
        assert_eq!(evidence.to_string(), "2 tests, 1 failed · 2 skipped: left out by name · 1 skipped: no files");
    }

    #[test]
    fn cargo_test_is_understood() {
        let said = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\ntest result: ok. 2 passed; 0 failed; 0 ignored";
        let evidence = rust_tests(&lines(said));
        assert_eq!((evidence.passed, evidence.failed, evidence.skipped()), (5, 0, 1));
    }

    #[test]
    fn playwright_is_understood() {
        let evidence = browser_tests(&lines("  1 failed\n    [phone] › a.spec.ts\n  2 skipped\n  12 passed (3.4s)"));
        assert_eq!((evidence.passed, evidence.failed, evidence.skipped()), (12, 1, 2));
    }

    #[test]
    fn a_runner_that_fails_without_a_count_has_failed() {
        assert!(!rust_tests(&lines("error: could not compile")).with_exit_code(101).is_good());
    }
}
