//! By which value of the whole country does a publisher judge its hospitals, in a table that prints one row per measure?

use super::description::NationalRule;
use super::field::{Field, Resolver};
use super::plan::{Plan, is_one_of, only_plan};
use crate::literal;
use crate::log::{Log, Place};
use crate::table::Row;
use domain::Status;
use domain::ids::MeasureId;
use domain::issue::IssueKind;
use domain::period::Period;
use domain::records::AreaObservationRecord;

/// `[[national]]` with its columns.
pub(crate) struct NationalPlan<'a> {
    measure: MeasureId,
    country: &'a str,
    pub only: Option<(Field, &'a [String])>,
    value: Field,
    per: f64,
}

impl<'a> NationalPlan<'a> {
    /// An empty error means that a column is missing, which the caller reports.
    pub(super) fn make(rule: &'a NationalRule, find: &mut Resolver<'_>) -> Result<Self, String> {
        Ok(Self {
            measure: MeasureId::parse(&rule.measure).map_err(|e| format!("the recipe says: {e}"))?,
            country: &rule.country,
            only: only_plan(rule.only.as_ref(), find)?,
            value: find.field(&rule.value).ok_or_else(String::new)?,
            per: rule.per.unwrap_or(1.0),
        })
    }

    /// True where the block speaks of rows like this one.
    pub(super) fn takes(&self, row: &Row) -> bool {
        self.only.as_ref().is_none_or(|(field, words)| is_one_of(&field.of(row), words))
    }

    /// The country's value, kept under the id of the measure; known gaps are simply not there.
    pub(super) fn of(
        &self,
        plan: &Plan<'_>,
        row: &Row,
        sheet: &str,
        period: Period,
        log: &mut Log,
    ) -> Option<AreaObservationRecord> {
        let printed = self.value.of(row);
        if printed.is_empty() || plan.missing.status(&printed).is_some() {
            return None;
        }
        let Some(number) = literal::number(&printed) else {
            let place = Place::cell(sheet, row.number, "", &printed);
            log.problem(IssueKind::NotUnderstood, place, "the national value is no number; it was left out");
            return None;
        };
        Some(AreaObservationRecord {
            area_code: self.country.to_string(),
            key: self.measure.to_string(),
            period,
            value: Some(literal::divided(number, self.per)),
            status: Status::Reported,
        })
    }
}
