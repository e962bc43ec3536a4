//! What have readers and hospitals sent, and what becomes of it?

mod tables;

use super::remarks::{self, Table};
use super::report::grouped;
use super::{CLEAN, REFUSED, review, time};
use crate::site::{KEPT_DAYS, correspondence};
use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use domain::Status;
use domain::letters::LetterKind;
use domain::period::{day_in_japan, days_before, time_in_japan};
use importers::RawInput;
use std::collections::BTreeSet;
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
    /// Reject letters; the reason stays in the log.
    Reject {
        /// Their numbers.
        #[arg(required = true)]
        ids: Vec<i64>,
        #[command(flatten)]
        decided: Decided,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Take an accepted letter back: its reply or correction is gone with the next publish, and the log says so.
    Withdraw {
        /// Its number.
        id: i64,
        #[command(flatten)]
        decided: Decided,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Erase what a letter says and who sent it; the log keeps its number and its value.
    Erase {
        /// Its number.
        id: i64,
        /// Who erases it, as it is to stand in the log.
        #[arg(long, default_value = "desk")]
        by: String,
    },
    /// Write the letters with their texts as a table, without contacts.
    Export {
        /// A new file.
        file: PathBuf,
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
    // also of letters that the server has forgotten
    forget_drafts(data, &desk).await?;
    let done = on(data, &desk, command, seconds).await;
    if !desk.sweep().await? {
        eprintln!("monosashi: somebody reads the desk just now, so what was erased may stand in its journal for a day");
    }
    desk.close().await;
    done
}

async fn on(data: &Path, desk: &Desk, command: &DeskCommand, seconds: i64) -> anyhow::Result<u8> {
    let all = || desk.letters(Letters::All);
    match command {
        DeskCommand::List { all } => list(desk, if *all { Letters::All } else { Letters::Waiting }).await,
        DeskCommand::Show { id } => show(&letter(desk, *id).await?),
        DeskCommand::Accept { id, decided, reason } => {
            let letter = letter(desk, *id).await?;
            accept(data, desk, &letter, &decision(&letter, ("accepted", reason, &decided.by), seconds)?).await
        }
        DeskCommand::Reject { ids, decided, reason } => {
            let mut letters = Vec::new();
            for id in ids {
                letters.push(letter(desk, *id).await?);
            }
            let mut code = CLEAN;
            for letter in &letters {
                let decision = decision(letter, ("rejected", reason, &decided.by), seconds)?;
                code = code.max(reject(data, desk, letter, &decision).await?);
            }
            Ok(code)
        }
        DeskCommand::Withdraw { id, decided, reason } => {
            withdraw(data, desk, *id, ("withdrawn", reason, &decided.by), seconds).await
        }
        DeskCommand::Erase { id, by } => {
            let letter = letter(desk, *id).await?;
            erase(data, desk, &letter, &decision(&letter, ("erased", "", by), seconds)?).await
        }
        DeskCommand::Export { file } => tables::write_new(file, &tables::letters(&all().await?)?).map(|()| CLEAN),
        DeskCommand::Log { file } => tables::write_new(file, &tables::log(&desk.decisions().await?)?).map(|()| CLEAN),
    }
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
    let waiting = usize::try_from(desk.waiting().await?)?;
    println!("{}", counted(&desk.decisions().await?, waiting));
    Ok(CLEAN)
}

/// Every letter once, as the page of corrections counts them.
fn counted(decisions: &[DecisionRow], waiting: usize) -> String {
    let told = correspondence(decisions, waiting);
    let always = [("accepted", told.accepted), ("rejected", told.refused)];
    let always = always.map(|(action, count)| format!(", {} {action}", grouped(count)));
    let sometimes = [("withdrawn", told.withdrawn), ("erased", told.erased)].map(|(action, count)| match count {
        0 => String::new(),
        n => format!(", {} {action}", grouped(n)),
    });
    let received = grouped(told.received);
    format!("{received} received: {} waiting{}{}", grouped(waiting), always.concat(), sometimes.concat())
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
    warn_of_advertising(letter);
    if !letter.hospital_id.is_empty() {
        println!("page        /{}/hospitals/{}#{}", letter.locale, letter.hospital_id, letter.measure_id);
    }
    Ok(CLEAN)
}

/// What no text of this site may say, hospitals may mostly not say of themselves either (医療法 第6条の5): to be looked at by whoever
/// decides.
fn warn_of_advertising(letter: &LetterRow) {
    let text = [letter.text_ja.as_str(), letter.text_en.as_str()].join("\n");
    let hits = content::find_banned(&text).unwrap_or_default();
    let mut found: Vec<&str> = hits.iter().map(|hit| hit.word.word.as_str()).collect();
    found.dedup();
    if !found.is_empty() {
        eprintln!(
            "monosashi: letter {} says {}, which a hospital may not advertise with; it would be published as it is written, \
             so ask its sender for other words, or take it back with `monosashi desk withdraw`",
            letter.letter_key,
            found.join(", ")
        );
    }
}

/// What follows from a letter is done first: were the process killed then, the letter would still wait, and doing it again
/// changes nothing.
async fn accept(data: &Path, desk: &Desk, letter: &LetterRow, decision: &DecisionRow) -> anyhow::Result<u8> {
    if letter.state != "waiting" {
        return already_decided(letter);
    }
    match LetterKind::parse(&letter.kind)? {
        LetterKind::Explanation | LetterKind::Practice => {
            let input = RawInput { name: reply_name(letter.letter_key), bytes: tables::comment(letter)? };
            warn_of_advertising(letter);
            let code = remarks::stage(data, Table::Comments, &input)?;
            if code != CLEAN {
                return Ok(code);
            }
        }
        LetterKind::Error | LetterKind::Correction if Status::parse(&letter.was).is_ok_and(Status::is_masked) => {
            bail!(
                "letter {} speaks of a value that its publisher has masked ({}): it stays masked, so there is nothing to \
                 correct; reject the letter, and point its sender to the publisher",
                letter.letter_key,
                letter.was
            );
        }
        LetterKind::Error | LetterKind::Correction if !letter.period_end.is_empty() => {
            let draft = tables::correction(letter, &decision.at)?;
            let path = review::put(data, &draft_name(letter.letter_key), draft)?;
            println!("Draft of a correction: {}", path.display());
            println!(
                "  Look into the source, write what the value is in place of the ?, and why in both languages; delete the \
                 columns behind date; then `monosashi correct {}`.",
                path.display()
            );
        }
        LetterKind::Error | LetterKind::Correction => {
            println!("It is about no single value, so there is nothing to draft.")
        }
    }
    let code = decide(desk, letter, decision).await?;
    if code == CLEAN {
        println!("  To take it back: monosashi desk withdraw {} --by … --reason …", letter.letter_key);
    }
    Ok(code)
}

/// An acceptance may have been cut off half-way: what followed from it is undone first.
async fn reject(data: &Path, desk: &Desk, letter: &LetterRow, decision: &DecisionRow) -> anyhow::Result<u8> {
    if letter.state != "waiting" {
        return already_decided(letter);
    }
    undo(data, letter.letter_key)?;
    decide(desk, letter, decision).await
}

async fn decide(desk: &Desk, letter: &LetterRow, decision: &DecisionRow) -> anyhow::Result<u8> {
    if !desk.decide(decision).await? {
        return already_decided(letter);
    }
    println!("Letter {} is {}.", letter.letter_key, decision.action);
    if !letter.contact.is_empty() {
        println!("  Its contact was shown here for the last time: {}", letter.contact);
    }
    Ok(CLEAN)
}

/// The letter itself may have been erased since: the log knows what it was about.
async fn withdraw(data: &Path, desk: &Desk, id: i64, words: (&str, &str, &str), seconds: i64) -> anyhow::Result<u8> {
    let log = desk.decisions().await?;
    let last = log.iter().rev().find(|row| row.letter_key == id && row.action != "erased");
    let Some(accepted) = last.filter(|row| row.action == "accepted") else {
        eprintln!("monosashi: letter {id} is not accepted, so there is nothing to take back");
        return Ok(REFUSED);
    };
    let decision = decided(accepted.clone(), words, seconds)?;
    let gone = undo(data, id)?;
    desk.withdraw(&decision).await?;
    println!("Letter {id} is withdrawn.");
    println!("{}", if gone { "  The next `monosashi publish` leaves it out." } else { "  Nothing of it was staged." });
    Ok(CLEAN)
}

async fn erase(data: &Path, desk: &Desk, letter: &LetterRow, decision: &DecisionRow) -> anyhow::Result<u8> {
    let id = letter.letter_key;
    if letter.state == "waiting" {
        undo(data, id)?;
    }
    remove_draft(data, id)?;
    if !desk.erase(decision).await? {
        return already_decided(letter);
    }
    println!("What letter {id} said and who sent it is erased.");
    if letter.state == "accepted" {
        println!("  What was published stays: `monosashi desk withdraw {id}` takes it back as well.");
    }
    Ok(CLEAN)
}

fn already_decided(letter: &LetterRow) -> anyhow::Result<u8> {
    eprintln!("monosashi: letter {} was {} on {} already", letter.letter_key, letter.state, letter.decided);
    Ok(REFUSED)
}

fn reply_name(id: i64) -> String {
    format!("reply-{id}.csv")
}

fn draft_name(id: i64) -> String {
    format!("corrections-{id}.csv")
}

/// Takes back what was kept of a letter for the next publish. True where there was any.
fn undo(data: &Path, id: i64) -> anyhow::Result<bool> {
    remove_draft(data, id)?;
    let gone = [reply_name(id), draft_name(id)].map(|name| remarks::take_back(data, &name));
    gone.into_iter().try_fold(false, |any, gone| Ok(gone? || any))
}

fn remove_draft(data: &Path, id: i64) -> anyhow::Result<()> {
    let path = data.join("review").join(draft_name(id));
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}

/// A draft holds what the sender wrote, and is kept no longer than the letter.
pub(super) async fn forget_drafts(data: &Path, desk: &Desk) -> anyhow::Result<()> {
    let kept: BTreeSet<i64> = desk.letters(Letters::All).await?.iter().map(|letter| letter.letter_key).collect();
    let decided: BTreeSet<i64> = desk.decisions().await?.iter().map(|row| row.letter_key).collect();
    decided.difference(&kept).try_for_each(|id| remove_draft(data, *id))
}

fn decision(letter: &LetterRow, words: (&str, &str, &str), seconds: i64) -> anyhow::Result<DecisionRow> {
    let about = DecisionRow {
        letter_key: letter.letter_key,
        kind: letter.kind.clone(),
        hospital_id: letter.hospital_id.clone(),
        measure_id: letter.measure_id.clone(),
        period_start: letter.period_start.clone(),
        period_end: letter.period_end.clone(),
        stratum: letter.stratum.clone(),
        received: letter.received.clone(),
        ..DecisionRow::default()
    };
    decided(about, words, seconds)
}

/// A line of the log, which must say who and why before anything follows from it.
fn decided(about: DecisionRow, (action, reason, by): (&str, &str, &str), seconds: i64) -> anyhow::Result<DecisionRow> {
    let needs_why = matches!(action, "rejected" | "withdrawn");
    if by.trim().is_empty() || (needs_why && reason.trim().is_empty()) {
        bail!("the log needs to say who decided, and why a letter is rejected or withdrawn");
    }
    Ok(DecisionRow {
        action: action.to_owned(),
        reason: reason.trim().to_owned(),
        decided_by: by.trim().to_owned(),
        at: time_in_japan(seconds),
        ..about
    })
}

fn said(letter: &LetterRow) -> &str {
    if letter.text_ja.is_empty() { &letter.text_en } else { &letter.text_ja }
}
