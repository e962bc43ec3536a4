//! Which ids may the rows of a package refer to?

use super::table::{Cell, Column, Row};
use domain::issue::{IssueKind, Severity};
use domain::measure::Kind;
use domain::records::Batch;
use domain::{HospitalId, MeasureId};
use std::collections::{HashMap, HashSet};

/// The hospitals, measures and sources that a package defines.
#[derive(Default)]
pub(super) struct Known {
    hospitals: Option<HashMap<String, HospitalId>>,
    measures: Option<HashMap<String, (MeasureId, Kind)>>,
    sources: HashSet<String>,
    reported_sources: HashSet<String>,
}

impl Known {
    /// Takes the definitions of a batch.
    pub(super) fn of(batch: &Batch) -> Self {
        let hospitals = batch.hospitals.iter().map(|h| (h.id.to_string(), h.id.clone())).collect();
        let measures = batch.measures.iter().map(|m| (m.id.to_string(), (m.id.clone(), m.kind))).collect();
        let sources = batch.sources.iter().map(|s| s.id.clone()).collect();
        Self { hospitals: Some(hospitals), measures: Some(measures), sources, reported_sources: HashSet::new() }
    }

    /// Whether the table is none of a package.
    pub(super) const fn stands_alone(&self) -> bool {
        self.hospitals.is_none()
    }

    /// A hospital of the package; any hospital where a table stands alone.
    pub(super) fn hospital(&self, row: &mut Row<'_>, column: Column) -> Cell<HospitalId> {
        let Some(hospitals) = &self.hospitals else { return row.hospital(column) };
        match hospitals.get(row.raw(column).trim()) {
            Some(id) => Ok(id.clone()),
            None => {
                row.hospital(column)?;
                row.leave_out(IssueKind::UnknownReference, column, "hospitals.csv has no hospital of this id")
            }
        }
    }

    /// A measure of the package and its kind; any measure where a table stands alone.
    pub(super) fn measure(&self, row: &mut Row<'_>, column: Column) -> Cell<(MeasureId, Kind)> {
        let Some(measures) = &self.measures else { return Ok((row.measure(column)?, Kind::Score)) };
        match measures.get(row.raw(column).trim()) {
            Some((id, kind)) => Ok((id.clone(), *kind)),
            None => {
                row.measure(column)?;
                row.leave_out(IssueKind::UnknownReference, column, "measures.csv has no measure of this id")
            }
        }
    }

    /// A source of the package, or empty. An unknown one is reported once and left aside.
    pub(super) fn source(&mut self, row: &mut Row<'_>, column: Column) -> String {
        let id = row.raw(column).trim();
        if id.is_empty() || self.sources.contains(id) {
            return id.to_string();
        }
        let id = id.to_string();
        if self.reported_sources.insert(id.clone()) {
            let text = "sources.csv has no source of this id; its values are loaded without a source".to_string();
            row.report(Severity::Problem, IssueKind::UnknownReference, "source_id", &id, text);
        }
        String::new()
    }
}
