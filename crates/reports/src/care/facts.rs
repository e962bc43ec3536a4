//! How does a row about care become a fact that carries its caveats?

use crate::assemble::caveats;
use crate::error::ReportError;
use crate::index::{Index, Listed, period_of};
use crate::model::{CareFact, Evidence, Known, SourceNote};
use domain::care::Care;
use domain::disclosure::Seal;
use domain::status::Status;
use domain::{Disclosed, MeasureId};
use std::collections::HashMap;
use store::Release;
use store::rows::{CareRow, ObservationRow};

/// What is known of a kind of care at a facility; `None` where nothing shows it.
pub(crate) fn fact_of(listed: &Listed, care: Care) -> Option<&Disclosed<CareFact>> {
    listed.care.iter().find(|fact| fact.figure().care == care)
}

/// All facts, by hospital.
pub(crate) async fn care_facts(
    release: &Release,
    sources: &[(i64, SourceNote)],
) -> Result<HashMap<String, Vec<Disclosed<CareFact>>>, ReportError> {
    let mut facts: HashMap<String, Vec<Disclosed<CareFact>>> = HashMap::new();
    for row in release.cares().await? {
        let fact = Disclosed::new(&Seal::of_reports(), fact(&row, sources)?, caveats(&row.caveats));
        facts.entry(row.hospital_id).or_default().push(fact);
    }
    Ok(facts)
}

/// The kinds of care of which a hospital prints a 0 in its newest number, beside those that are `known` to be there. A list names
/// nobody for them; beside hospitals that do provide them it is told.
pub(crate) fn printed_zeros(
    index: &Index,
    rows: &[ObservationRow],
    known: &[Disclosed<CareFact>],
) -> Result<Vec<Disclosed<CareFact>>, ReportError> {
    let mut zeros = Vec::new();
    for text in content::cares().unwrap_or_default() {
        if known.iter().any(|fact| fact.figure().care == text.care) {
            continue;
        }
        let newest = text.counts.iter().filter_map(|id| {
            let key = index.measure(id).ok()?.key;
            let own = rows.iter().filter(|row| row.measure_key == key && row.stratum.is_empty() && row.pooled == 0);
            Some((id, own.max_by(|a, b| a.period_end.cmp(&b.period_end))?))
        });
        let Some((measure, row)) = newest.into_iter().find(|(_, row)| row.value == Some(0.0)) else { continue };
        let source = index.sources.iter().find(|(key, _)| *key == row.source_key);
        let period = period_of(&row.period_start, &row.period_end)?;
        let zero = CareFact {
            care: text.care,
            known: Known::May,
            evidence: Evidence::Count { measure: measure.clone(), value: 0.0, period },
            source: source.map(|(_, note)| note.id.clone()).unwrap_or_default(),
        };
        zeros.push(Disclosed::new(&Seal::of_reports(), zero, caveats(&row.caveats)));
    }
    Ok(zeros)
}

fn broken(problem: impl std::fmt::Display) -> ReportError {
    ReportError::Store(format!("care: {problem}"))
}

fn fact(row: &CareRow, sources: &[(i64, SourceNote)]) -> Result<CareFact, ReportError> {
    let measure = || MeasureId::parse(&row.name).map_err(broken);
    let period = || period_of(&row.period_start, &row.period_end);
    let value = row.value.unwrap_or_default();
    let evidence = match row.shown_by.as_str() {
        "count" => Evidence::Count { measure: measure()?, value, period: period()? },
        "older_count" => Evidence::OlderCount { measure: measure()?, value, period: period()? },
        "not_known" => Evidence::NotKnown { measure: measure()?, status: Status::parse(&row.status).map_err(broken)? },
        "beds" => Evidence::Beds { beds: value },
        "designation" => Evidence::Designation,
        "service" => Evidence::Service { name: row.name.clone() },
        "role" => Evidence::Role,
        other => return Err(broken(format!("\"{other}\" shows nothing"))),
    };
    let source = sources.iter().find(|(key, _)| Some(*key) == row.source_key);
    Ok(CareFact {
        care: Care::parse(&row.care).map_err(broken)?,
        known: if row.known == "provides" { Known::Provides } else { Known::May },
        evidence,
        source: source.map(|(_, note)| note.id.clone()).unwrap_or_default(),
    })
}
