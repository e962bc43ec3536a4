//! Is a list of corrections believable, before it is kept for the next publish?

use super::remarks::{self, Table};
use super::{CorrectArgs, REFUSED, WITH_ISSUES};
use domain::records::{CorrectionRecord, Subject};
use i18n::Locale;
use importers::{Options, RawInput, load_path, read, sha256_hex};
use reports::{Beyond, Doubt, Reports};
use std::path::Path;

/// Stages the list. What a measure cannot be is refused; a change beyond belief is kept and told with how to take it back, unless
/// the operator stands by it. 0 clean, 3 with issues, 1 refused.
pub async fn run(data: &Path, args: &CorrectArgs) -> anyhow::Result<u8> {
    let input = match load_path(&args.file) {
        Ok(input) => input,
        Err(issue) => {
            eprintln!("monosashi: {issue}");
            return Ok(REFUSED);
        }
    };
    let doubts = doubts(data, &input).await?;
    let (cannot_be, doubtful): (Vec<_>, Vec<_>) = doubts.iter().partition(|(_, d)| d.because == Beyond::WhatCanBe);
    // what a measure cannot be, it cannot be on anybody's word
    if !cannot_be.is_empty() {
        eprintln!("monosashi: nothing of {} is kept, because a value would be what it cannot be:", input.name);
        list(&cannot_be);
        return Ok(REFUSED);
    }
    let staged = remarks::stage(data, Table::Corrections, &input)?;
    if staged == REFUSED {
        return Ok(staged);
    }
    let unexplained = unexplained(&input);
    if unexplained > 0 {
        eprintln!("monosashi: {unexplained} of them have neither why_ja nor why_en; readers would see no reason");
    }
    if args.force || doubtful.is_empty() {
        return Ok(staged);
    }
    eprintln!("monosashi: kept, but look again before you publish:");
    list(&doubtful);
    eprintln!("  If that is a slip: monosashi unstage {}", sha256_hex(&input.bytes));
    Ok(WITH_ISSUES)
}

/// How many corrections of a list give no reason.
fn unexplained(input: &RawInput) -> usize {
    let corrections = read(input, &Options::default()).batch.map(|batch| batch.corrections).unwrap_or_default();
    corrections.iter().filter(|c| c.why.ja.trim().is_empty() && c.why.en.trim().is_empty()).count()
}

fn list(doubts: &[&(CorrectionRecord, Doubt)]) {
    for (correction, doubt) in doubts {
        eprintln!("  {}", told(correction, doubt));
    }
    eprintln!(
        "  Write `is` in the unit of `was`: a share from 0 to 1, a rate per one unit, else as the source counts."
    );
}

/// The corrections of a list that should be looked at again, held against the current release where there is one.
async fn doubts(data: &Path, input: &RawInput) -> anyhow::Result<Vec<(CorrectionRecord, Doubt)>> {
    let corrections = read(input, &Options::default()).batch.map(|batch| batch.corrections).unwrap_or_default();
    let reports = match Reports::open(data).await {
        Ok(reports) => reports,
        Err(error) => {
            eprintln!("monosashi: nobody has looked whether the new values can be: {error}");
            return Ok(Vec::new());
        }
    };
    let mut doubts = Vec::new();
    for correction in corrections {
        if let Some(doubt) = reports.doubt(Locale::En, &correction).await? {
            doubts.push((correction, doubt));
        }
    }
    Ok(doubts)
}

fn told(correction: &CorrectionRecord, doubt: &Doubt) -> String {
    let hospital = match &correction.hospital {
        Subject::Hospital(id) => id.as_str(),
        Subject::Facility(_) => "",
    };
    let instead = if doubt.was.is_empty() { String::new() } else { format!(" instead of {}", doubt.was) };
    let why = match doubt.because {
        Beyond::WhatCanBe => "which it cannot be",
        Beyond::Tenfold => "a tenfold change or more",
        Beyond::EveryOther => "far from the values of all other hospitals",
        Beyond::WhatStands => {
            "but the release has no such value of this hospital and period; unless the files do, the correction is left out"
        }
    };
    let stratum = if correction.stratum.is_empty() { String::new() } else { format!(" ({})", correction.stratum) };
    format!("{hospital} {}{stratum} {}: {}{instead}, {why}", correction.measure, correction.period, doubt.is)
}
