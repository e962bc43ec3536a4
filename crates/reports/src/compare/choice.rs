//! Which part of the patients and which days of a measure are compared?

use super::Read;
use crate::index::{Index, ListedMeasure, period_of};
use domain::{Period, Status};
use std::collections::BTreeMap;
use store::rows::ObservationRow;

/// What is compared of one measure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    /// The total where anybody has it, else the part of the patients that most of the hospitals report.
    pub stratum: String,
    /// The newest days that all hospitals with a value report; `None` where there are none.
    pub days: Option<(String, String)>,
    /// Hospitals with a value in any period.
    pub reported: usize,
}

impl Choice {
    /// For these hospitals.
    pub fn of(measure_key: i64, read: &[Read]) -> Self {
        let stratum = stratum(measure_key, read);
        let mut counted: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut reported = 0;
        for hospital in read {
            let mut any = false;
            for row in of_measure(measure_key, hospital).filter(|row| row.stratum == stratum && has_value(row)) {
                any = true;
                *counted.entry((row.period_end.clone(), row.period_start.clone())).or_default() += 1;
            }
            reported += usize::from(any);
        }
        let days = counted.into_iter().rev().find(|(_, hospitals)| *hospitals == reported).map(|(days, _)| days);
        Self { stratum, days, reported }
    }

    /// The row of one hospital: of the days that all report, else its newest.
    pub fn row<'a>(&self, measure_key: i64, hospital: &'a Read) -> Option<&'a ObservationRow> {
        let own = || of_measure(measure_key, hospital).filter(|row| row.stratum == self.stratum);
        let of_days = self
            .days
            .as_ref()
            .and_then(|(end, start)| own().find(|row| row.period_end == *end && row.period_start == *start));
        let newest_value = || own().rfind(|row| has_value(row));
        of_days.or_else(newest_value).or_else(|| own().next_back())
    }

    /// The days that are spoken of where a hospital has no row: those chosen, else the newest of the measure.
    pub fn period_or(&self, index: &Index, measure: &ListedMeasure) -> Period {
        let chosen = self.days.as_ref().and_then(|(end, start)| period_of(start, end).ok());
        let newest =
            || index.spreads_of(measure.key).next_back().and_then(|s| period_of(&s.period_start, &s.period_end).ok());
        let never = domain::Day::constant(1970, 1, 1);
        chosen.or_else(newest).unwrap_or(Period { start: never, end: never })
    }
}

fn of_measure(measure_key: i64, hospital: &Read) -> impl DoubleEndedIterator<Item = &ObservationRow> {
    hospital.rows.iter().filter(move |row| row.measure_key == measure_key && row.pooled == 0)
}

fn has_value(row: &ObservationRow) -> bool {
    row.status == Status::Reported.as_str() && row.value.is_some()
}

fn stratum(measure_key: i64, read: &[Read]) -> String {
    let mut hospitals: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for hospital in read {
        let mut own: BTreeMap<&str, bool> = BTreeMap::new();
        for row in of_measure(measure_key, hospital) {
            *own.entry(&row.stratum).or_default() |= has_value(row);
        }
        for (stratum, has_value) in own {
            let counted = hospitals.entry(stratum).or_default();
            *counted = (counted.0 + usize::from(has_value), counted.1 + 1);
        }
    }
    if hospitals.contains_key("") {
        return String::new();
    }
    // of equally frequent ones the first by name
    let most = hospitals.iter().rev().max_by_key(|(_, counted)| **counted);
    most.map(|(stratum, _)| (*stratum).to_string()).unwrap_or_default()
}
