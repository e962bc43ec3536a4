//! How does a row about care become a fact that carries its caveats?

use crate::assemble::caveats;
use crate::error::ReportError;
use crate::index::{Listed, period_of};
use crate::model::{CareFact, Evidence, Known, SourceNote};
use domain::care::Care;
use domain::disclosure::Seal;
use domain::status::Status;
use domain::{Disclosed, MeasureId};
use std::collections::HashMap;
use store::Release;
use store::rows::CareRow;

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
