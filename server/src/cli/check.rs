//! What would an import load from a file? Nothing is kept.

use super::{CLEAN, ImportArgs, REFUSED, WITH_ISSUES, import, report};
use domain::records::HospitalRecord;
use importers::{Reading, load_path, read};

/// Rows of each table that are shown.
const SHOWN: usize = 3;

/// Reads and tells. 0 clean, 3 with issues, 1 nothing usable.
pub fn run(args: &ImportArgs) -> anyhow::Result<u8> {
    let options = import::options(args)?;
    let (mut usable, mut problems) = (0, 0);
    for path in &args.files {
        let (name, reading) = match load_path(path) {
            Ok(input) => (input.name.clone(), read(&input, &options)),
            Err(issue) => (issue.file.clone(), Reading { issues: vec![issue], ..Reading::default() }),
        };
        usable += usize::from(reading.batch.is_some());
        problems += report::problems(&reading.issues);
        let fate = if reading.batch.is_some() { "would be loaded" } else { "nothing usable" };
        if args.json {
            println!("{}", serde_json::to_string_pretty(&report::as_json(&name, &reading, fate))?);
        } else {
            report::print(&name, &reading, fate);
            show(&reading);
        }
    }
    Ok(match (usable, problems) {
        (0, _) => REFUSED,
        (_, 0) => CLEAN,
        _ => WITH_ISSUES,
    })
}

/// The first values as they were understood, so that a wrong column is seen at once.
fn show(reading: &Reading) {
    let Some(batch) = &reading.batch else { return };
    for o in batch.observations.iter().take(SHOWN) {
        let number = |n: Option<f64>| n.map_or_else(|| "–".to_string(), |n| n.to_string());
        println!(
            "  e.g. {} {} {}: value {}, {} of {}, {} (\"{}\")",
            subject(&o.hospital, batch),
            o.measure,
            o.period,
            number(o.value),
            number(o.numerator),
            number(o.denominator),
            o.status,
            o.raw
        );
    }
    for h in batch.hospitals.iter().take(SHOWN) {
        println!("  e.g. {}", placed(h));
    }
}

/// Id and name, and the municipality where the source gives one.
fn placed(h: &HospitalRecord) -> String {
    let place = if h.municipality.is_empty() { String::new() } else { format!(" ({})", h.municipality) };
    format!("{} {}{place}", h.id, h.name)
}

fn subject(subject: &domain::records::Subject, batch: &domain::records::Batch) -> String {
    match subject {
        domain::records::Subject::Hospital(id) => id.to_string(),
        domain::records::Subject::Facility(place) => {
            batch.facilities.get(*place).map_or_else(String::new, |f| f.name.clone())
        }
    }
}
