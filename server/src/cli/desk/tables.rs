//! How are letters and decisions written as tables: for the next publish, for the operator, and for everybody?

use crate::api::v1::table::for_spreadsheets;
use crate::cli::closed_file;
use anyhow::bail;
use domain::letters::LetterKind;
use domain::records::CorrectionRecord;
use std::path::Path;
use store::rows::{DecisionRow, LetterRow};

/// Beside `is` in every draft.
const UNIT: &str =
    "write `is` in the unit of `was`: a share from 0 to 1, a rate per one unit, else as the source counts";

/// As `comments.csv`, dated by the day on which it came.
pub fn comment(letter: &LetterRow) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record([
        "hospital_id",
        "measure_id",
        "period_end",
        "kind",
        "date",
        "text_ja",
        "text_en",
        "period_start",
        "stratum",
    ])?;
    table.write_record([
        &letter.hospital_id,
        &letter.measure_id,
        &letter.period_end,
        &letter.kind,
        &letter.received,
        &letter.text_ja,
        &letter.text_en,
        &letter.period_start,
        &letter.stratum,
    ])?;
    Ok(table.into_inner()?)
}

/// As `corrections.csv`, with what the sender wrote beside it in columns that `correct` passes over. What a hospital says
/// is proposed as the reason; what a reader says is not.
pub fn correction(letter: &LetterRow, at: &str) -> anyhow::Result<csv::Writer<Vec<u8>>> {
    let proposed = LetterKind::parse(&letter.kind)? == LetterKind::Correction;
    let said = [&letter.text_ja, &letter.text_en].map(|text| for_spreadsheets(text));
    let [why_ja, why_en] = if proposed { said.clone() } else { Default::default() };
    let [said_ja, said_en] = if proposed { Default::default() } else { said };
    let beside = [said_ja, said_en].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    table.write_record([
        "hospital_id",
        "measure_id",
        "period_start",
        "period_end",
        "stratum",
        "was",
        "is",
        "why_ja",
        "why_en",
        "date",
        "sender_should_be",
        "sender_stands_at",
        "sender_says",
        "unit",
    ])?;
    table.write_record([
        letter.hospital_id.as_str(),
        &letter.measure_id,
        &letter.period_start,
        &letter.period_end,
        &letter.stratum,
        &letter.was,
        CorrectionRecord::NOT_DECIDED,
        &why_ja,
        &why_en,
        at.get(..10).unwrap_or_default(),
        &for_spreadsheets(&letter.should_be),
        &for_spreadsheets(&letter.stands_at),
        &beside,
        UNIT,
    ])?;
    Ok(table)
}

/// The moderation log: neither contacts nor texts.
pub fn log(decisions: &[DecisionRow]) -> anyhow::Result<Vec<u8>> {
    let head = [
        "letter",
        "received",
        "kind",
        "hospital_id",
        "measure_id",
        "period_start",
        "period_end",
        "stratum",
        "action",
        "at",
        "decided_by",
        "reason",
    ];
    let rows = decisions.iter().map(|row| {
        [
            row.letter_key.to_string(),
            row.received.clone(),
            row.kind.clone(),
            row.hospital_id.clone(),
            row.measure_id.clone(),
            row.period_start.clone(),
            row.period_end.clone(),
            row.stratum.clone(),
            row.action.clone(),
            row.at.clone(),
            row.decided_by.clone(),
            row.reason.clone(),
        ]
    });
    printed(head, rows)
}

/// The letters with their texts, and without their contacts: those stay at the desk.
pub fn letters(letters: &[LetterRow]) -> anyhow::Result<Vec<u8>> {
    let head = [
        "letter",
        "received",
        "kind",
        "state",
        "decided",
        "hospital_id",
        "measure_id",
        "period_start",
        "period_end",
        "stratum",
        "was",
        "should_be",
        "stands_at",
        "text_ja",
        "text_en",
    ];
    let rows = letters.iter().map(|row| {
        [
            row.letter_key.to_string(),
            row.received.clone(),
            row.kind.clone(),
            row.state.clone(),
            row.decided.clone(),
            row.hospital_id.clone(),
            row.measure_id.clone(),
            row.period_start.clone(),
            row.period_end.clone(),
            row.stratum.clone(),
            row.was.clone(),
            row.should_be.clone(),
            row.stands_at.clone(),
            row.text_ja.clone(),
            row.text_en.clone(),
        ]
    });
    printed(head, rows)
}

fn printed<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    table.write_record(head)?;
    for row in rows {
        table.write_record(row.map(|cell| for_spreadsheets(&cell)))?;
    }
    Ok(table.into_inner()?)
}

/// Writes a file that is not there yet, for nobody but the operator.
pub fn write_new(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if file.exists() {
        bail!("{} is there already; name a new file", file.display());
    }
    closed_file::write(file, bytes)?;
    println!("{}", file.display());
    Ok(())
}
