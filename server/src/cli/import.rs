//! Which files does an operator hand over, and what became of each?

use super::report;
use super::{CLEAN, ImportArgs, REFUSED, WITH_ISSUES};
use anyhow::Context as _;
use importers::staging::{Staged, Staging};
use importers::{Options, Reading, load_path, read};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;

/// Reads and keeps every file. 0 clean, 3 loaded with issues, 1 nothing usable.
pub fn run(data: &Path, args: &ImportArgs) -> anyhow::Result<u8> {
    let options = options(args)?;
    let staging = Staging::open_to_change(data)?;
    let bar = progress(args.files.len());
    let (mut usable, mut problems) = (0, 0);
    let mut reports = Vec::new();
    for path in &args.files {
        bar.set_message(path.display().to_string());
        let (reading, staged) = one(&staging, path, &options, args.strict)?;
        usable += usize::from(staged != "nothing usable");
        problems += report::problems(&reading.issues);
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        if args.json {
            reports.push(report::as_json(&name, &reading, staged));
        } else {
            bar.suspend(|| report::print(&name, &reading, staged));
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if args.json {
        println!("{}", serde_json::to_string_pretty(&serde_json::json!({ "files": reports }))?);
    }
    Ok(match (usable, problems) {
        (0, _) => REFUSED,
        (_, 0) => CLEAN,
        _ => WITH_ISSUES,
    })
}

/// What the operator said about the files.
pub fn options(args: &ImportArgs) -> anyhow::Result<Options> {
    let recipe = match &args.recipe {
        None => None,
        Some(path) => {
            let text =
                std::fs::read_to_string(path).with_context(|| format!("cannot read the recipe {}", path.display()))?;
            Some((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
        }
    };
    Ok(Options { period: args.period, recipe })
}

fn one(staging: &Staging, path: &Path, options: &Options, strict: bool) -> anyhow::Result<(Reading, &'static str)> {
    let input = match load_path(path) {
        Ok(input) => input,
        Err(issue) => return Ok((Reading { issues: vec![issue], ..Reading::default() }, "nothing usable")),
    };
    let reading = read(&input, options);
    if strict && report::problems(&reading.issues) > 0 {
        return Ok((reading, "nothing usable"));
    }
    let staged = staging.stage(&input, options, &reading)?;
    Ok((reading, report::staged_word(&staged)))
}

/// Takes staged files back.
pub fn unstage(data: &Path, hash: &str) -> anyhow::Result<u8> {
    let gone: Vec<_> = Staging::open_to_change(data)?.unstage(hash)?;
    for entry in &gone {
        println!("{} ({}) is no longer staged", entry.file, &entry.sha256[..12.min(entry.sha256.len())]);
    }
    if gone.iter().any(|entry| entry.kind == "corrections") && data.join("releases").join("current").exists() {
        eprintln!(
            "monosashi: where these corrections have been published, the next release leaves them out of its record; \
             to keep the record, hand in the correction back instead (was, is and why)"
        );
    }
    if gone.is_empty() {
        eprintln!("monosashi: no staged file has a hash that begins with \"{hash}\"; `monosashi doctor` lists them");
        return Ok(REFUSED);
    }
    Ok(CLEAN)
}

/// A bar on a terminal, nothing elsewhere.
pub fn progress(steps: usize) -> ProgressBar {
    let bar = ProgressBar::new(steps as u64);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos}/{len} {wide_msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(std::time::Duration::from_millis(120));
    bar
}

/// What is being done at this moment, on a terminal; gone without a trace when it is dropped.
pub struct Working(ProgressBar);

impl Working {
    /// Begins with a first step.
    pub fn on(step: &'static str) -> Self {
        let bar = ProgressBar::new_spinner().with_message(step);
        bar.enable_steady_tick(std::time::Duration::from_millis(120));
        Self(bar)
    }

    /// The next step.
    pub fn now(&self, step: &'static str) {
        self.0.set_message(step);
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Stages a file that was made by the program itself.
pub fn stage_or_fail(data: &Path, path: &Path) -> anyhow::Result<()> {
    let input = load_path(path).map_err(|issue| anyhow::anyhow!("{issue}"))?;
    let reading = read(&input, &Options::default());
    let staged = Staging::open_to_change(data)?.stage(&input, &Options::default(), &reading)?;
    report::print(&input.name, &reading, report::staged_word(&staged));
    anyhow::ensure!(staged != Staged::NothingUsable, "{} could not be used", input.name);
    Ok(())
}
