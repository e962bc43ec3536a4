//! Which facility did an operator link to which hospital by hand?

use crate::log::{Log, Place};
use crate::source::{Given, SourceDescription};
use crate::table::{Columns, Sheet};
use domain::HospitalId;
use domain::issue::IssueKind;
use domain::records::Batch;

/// Headers of a list of links.
pub(crate) const KNOWN_BY: &[&str] = &["scheme", "value", "hospital_id"];

/// Reads `scheme,value,hospital_id`; a row without a hospital decides nothing.
pub(crate) fn read(_: &SourceDescription, sheet: &Sheet, header: usize, _: &Given<'_>, log: &mut Log) -> Option<Batch> {
    let columns = sheet.rows.get(header).map(Columns::of)?;
    let (scheme, value, hospital) = (columns.find("scheme")?, columns.find("value")?, columns.find("hospital_id")?);
    let mut batch = Batch::default();
    // a review list in which nothing was written yet is a list of open questions
    for row in sheet.rows.get(header + 1..).unwrap_or_default().iter().filter(|r| !r.get(hospital).is_empty()) {
        match HospitalId::parse(row.get(hospital)) {
            Ok(id) => batch.manual_links.push((row.get(scheme).to_string(), row.get(value).to_string(), id)),
            Err(error) => {
                let place = Place::cell(&sheet.name, row.number, "hospital_id", row.get(hospital));
                log.problem(IssueKind::NotUnderstood, place, format!("the link was left out: {error}"));
            }
        }
    }
    Some(batch)
}
