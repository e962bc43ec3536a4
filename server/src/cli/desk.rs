//! What have readers and hospitals sent, and what becomes of it?

use super::remarks::{self, Table};
use super::report::grouped;
use super::{CLEAN, REFUSED, review, time};
use crate::site::KEPT_DAYS;
use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use domain::letters::LetterKind;
use domain::period::{day_in_japan, days_before, time_in_japan};
use importers::RawInput;
use std::fs;
use std::path::{Path, PathBuf};
use store::Desk;
use store::desk::Letters;
use store::rows::{DecisionRow, LetterRow};

/// What can be done at the desk.
#[derive(Debug, Subcommand)]
pub enum DeskCommand {
    /// List what waits, one letter a line, and count what was decided.
    List {
        /// Also those that were decided on.
        #[arg(long)]
        all: bool,
    },
    /// Show one letter whole.
    Show {
        /// Its number.
        id: i64,
    },
    /// Accept a letter: a reply is kept for the next publish, a mistake becomes a draft of corrections.csv.
    Accept {
        /// Its number.
        id: i64,
        #[command(flatten)]
        decided: Decided,
        /// How it was checked.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Reject a letter; the reason stays in the log.
    Reject {
        /// Its number.
        id: i64,
        #[command(flatten)]
        decided: Decided,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Write the moderation log as a table: what was decided, when, by whom and why; no contacts and no texts.
    Log {
        /// A new file.
        file: PathBuf,
    },
}

/// Who decides.
#[derive(Debug, Args)]
pub struct Decided {
    /// Who decides, as it is to stand in the log: a role or initials.
    #[arg(long)]
    by: String,
}

/// Runs one of them. 0 done, 1 refused.
pub async fn run(data: &Path, command: &DeskCommand) -> anyhow::Result<u8> {
    let path = Desk::path_in(data);
    if !path.exists() {
        eprintln!("monosashi: there is no desk in {} yet; `monosashi serve` begins one", data.display());
        return Ok(REFUSED);
    }
    let desk = Desk::open(&path).await?;
    let seconds = time::clock().seconds();
    desk.forget(&days_before(day_in_japan(seconds), KEPT_DAYS).to_string()).await?;
    let done = match command {
        DeskCommand::List { all } => list(&desk, if *all { Letters::All } else { Letters::Waiting }).await,
        DeskCommand::Show { id } => show(&letter(&desk, *id).await?),
        DeskCommand::Accept { id, decided, reason } => {
            let letter = letter(&desk, *id).await?;
            accept(data, &desk, &letter, &decision(&letter, ("accepted", reason, &decided.by), seconds)).await
        }
        DeskCommand::Reject { id, decided, reason } => {
            let letter = letter(&desk, *id).await?;
            decide(&desk, &letter, &decision(&letter, ("rejected", reason, &decided.by), seconds)).await
        }
        DeskCommand::Log { file } => log(&desk, file).await,
    };
    desk.close().await;
    done
}

async fn letter(desk: &Desk, id: i64) -> anyhow::Result<LetterRow> {
    let letters = desk.letters(Letters::All).await?;
    let found = letters.into_iter().find(|letter| letter.letter_key == id);
    found.with_context(|| format!("there is no letter {id}; `monosashi desk list --all` shows all that are kept"))
}

async fn list(desk: &Desk, which: Letters) -> anyhow::Result<u8> {
    let letters = desk.letters(which).await?;
    for letter in &letters {
        let first: String = said(letter).chars().map(|c| if c == '\n' { ' ' } else { c }).take(40).collect();
        let state = if letter.state == "waiting" { String::new() } else { format!(" [{}]", letter.state) };
        println!(
            "{:>5}  {}  {:<11} {} {}{state}  {first}",
            letter.letter_key, letter.received, letter.kind, letter.hospital_id, letter.measure_id
        );
    }
    let (decisions, waiting) = (desk.decisions().await?, usize::try_from(desk.waiting().await?)?);
    let count = |action: &str| grouped(decisions.iter().filter(|decision| decision.action == action).count());
    println!(
        "{} received: {} waiting, {} accepted, {} rejected",
        grouped(decisions.len() + waiting),
        grouped(waiting),
        count("accepted"),
        count("rejected")
    );
    Ok(CLEAN)
}

fn show(letter: &LetterRow) -> anyhow::Result<u8> {
    let period = format!("{}/{}", letter.period_start, letter.period_end);
    let lines = [
        ("letter", letter.letter_key.to_string()),
        ("kind", letter.kind.clone()),
        ("state", letter.state.clone()),
        ("received", letter.received.clone()),
        ("hospital", letter.hospital_id.clone()),
        ("measure", letter.measure_id.clone()),
        ("period", if letter.period_end.is_empty() { String::new() } else { period }),
        ("stratum", letter.stratum.clone()),
        ("release", letter.release_id.clone()),
        ("value", letter.was.clone()),
        ("should be", letter.should_be.clone()),
        ("printed in", letter.stands_at.clone()),
        ("contact", letter.contact.clone()),
        ("Japanese", letter.text_ja.clone()),
        ("English", letter.text_en.clone()),
    ];
    for (name, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
        println!("{name:<11} {}", text.replace('\n', "\n            "));
    }
    if !letter.hospital_id.is_empty() {
        println!("page        /{}/hospitals/{}#{}", letter.locale, letter.hospital_id, letter.measure_id);
    }
    Ok(CLEAN)
}

/// What follows from a letter is done first: were the process killed then, the letter would still wait, and doing it again
/// changes nothing.
async fn accept(data: &Path, desk: &Desk, letter: &LetterRow, decision: &DecisionRow) -> anyhow::Result<u8> {
    if letter.state != "waiting" {
        return already_decided(letter);
    }
    match LetterKind::parse(&letter.kind)? {
        LetterKind::Explanation | LetterKind::Practice => {
            let input = RawInput { name: format!("reply-{}.csv", letter.letter_key), bytes: comment(letter)? };
            let code = remarks::stage(data, Table::Comments, &input)?;
            if code != CLEAN {
                return Ok(code);
            }
        }
        LetterKind::Error | LetterKind::Correction if !letter.period_end.is_empty() => {
            let name = format!("corrections-{}.csv", letter.letter_key);
            let path = review::put(data, &name, correction(letter, &decision.at)?)?;
            println!("Draft of a correction: {}", path.display());
            println!(
                "  Write what the value is, and why in both languages; then `monosashi correct {}`.",
                path.display()
            );
        }
        LetterKind::Error | LetterKind::Correction => {
            println!("It is about no single value, so there is nothing to draft.")
        }
    }
    decide(desk, letter, decision).await
}

async fn decide(desk: &Desk, letter: &LetterRow, decision: &DecisionRow) -> anyhow::Result<u8> {
    if decision.decided_by.trim().is_empty() || (decision.action == "rejected" && decision.reason.trim().is_empty()) {
        bail!("the log needs to say who decided, and why a letter is rejected");
    }
    if !desk.decide(decision).await? {
        return already_decided(letter);
    }
    println!("Letter {} is {}.", letter.letter_key, decision.action);
    if !letter.contact.is_empty() {
        println!("  Its contact was shown here for the last time: {}", letter.contact);
    }
    Ok(CLEAN)
}

fn already_decided(letter: &LetterRow) -> anyhow::Result<u8> {
    eprintln!("monosashi: letter {} was {} on {} already", letter.letter_key, letter.state, letter.decided);
    Ok(REFUSED)
}

fn decision(letter: &LetterRow, (action, reason, by): (&str, &str, &str), seconds: i64) -> DecisionRow {
    DecisionRow {
        letter_key: letter.letter_key,
        kind: letter.kind.clone(),
        hospital_id: letter.hospital_id.clone(),
        measure_id: letter.measure_id.clone(),
        period_end: letter.period_end.clone(),
        received: letter.received.clone(),
        action: action.to_owned(),
        reason: reason.trim().to_owned(),
        decided_by: by.trim().to_owned(),
        at: time_in_japan(seconds),
    }
}

/// As `comments.csv`, dated by the day on which it came.
fn comment(letter: &LetterRow) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["hospital_id", "measure_id", "period_end", "kind", "date", "text_ja", "text_en"])?;
    table.write_record([
        &letter.hospital_id,
        &letter.measure_id,
        &letter.period_end,
        &letter.kind,
        &letter.received,
        &letter.text_ja,
        &letter.text_en,
    ])?;
    Ok(table.into_inner()?)
}

/// As `corrections.csv`; what is no plain number is left to the operator.
fn correction(letter: &LetterRow, at: &str) -> anyhow::Result<csv::Writer<Vec<u8>>> {
    let is = if letter.should_be.parse::<f64>().is_ok_and(f64::is_finite) { &letter.should_be } else { "" };
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let head =
        ["hospital_id", "measure_id", "period_start", "period_end", "stratum", "was", "is", "why_ja", "why_en", "date"];
    table.write_record(head)?;
    table.write_record([
        letter.hospital_id.as_str(),
        &letter.measure_id,
        &letter.period_start,
        &letter.period_end,
        &letter.stratum,
        &letter.was,
        is,
        "",
        "",
        at.get(..10).unwrap_or_default(),
    ])?;
    Ok(table)
}

async fn log(desk: &Desk, file: &Path) -> anyhow::Result<u8> {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let head = [
        "letter",
        "received",
        "kind",
        "hospital_id",
        "measure_id",
        "period_end",
        "action",
        "at",
        "decided_by",
        "reason",
    ];
    table.write_record(head)?;
    for row in desk.decisions().await? {
        table.write_record([
            row.letter_key.to_string().as_str(),
            &row.received,
            &row.kind,
            &row.hospital_id,
            &row.measure_id,
            &row.period_end,
            &row.action,
            &row.at,
            &row.decided_by,
            &row.reason,
        ])?;
    }
    fs::write(file, table.into_inner()?).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{}", file.display());
    Ok(CLEAN)
}

fn said(letter: &LetterRow) -> &str {
    if letter.text_ja.is_empty() { &letter.text_en } else { &letter.text_ja }
}
