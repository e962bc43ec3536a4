//! What are the true values behind the fictional observations?

use crate::table::Table;

/// The true value of one measure in one hospital and year.
#[derive(Debug, Clone, PartialEq)]
pub struct TrueValue {
    /// Hospital, by its id in the second release.
    pub hospital_id: String,
    /// Measure.
    pub measure_id: &'static str,
    /// First day of the period.
    pub period_start: &'static str,
    /// Last day of the period.
    pub period_end: &'static str,
    /// In base units, as an observation of the measure would be with endless patients.
    pub value: f64,
}

/// The true values the generator drew from.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    /// Sorted by measure, period and hospital.
    pub values: Vec<TrueValue>,
}

impl Truth {
    /// The true value of a hospital in the period that starts on `period_start`.
    pub fn value(&self, hospital_id: &str, measure_id: &str, period_start: &str) -> Option<f64> {
        let wanted = (measure_id, period_start, hospital_id);
        self.values
            .binary_search_by(|v| (v.measure_id, v.period_start, v.hospital_id.as_str()).cmp(&wanted))
            .ok()
            .and_then(|index| self.values.get(index))
            .map(|found| found.value)
    }

    /// The same as a CSV file.
    pub fn csv(&self) -> Vec<u8> {
        let mut table = Table::new("hospital_id,measure_id,period_start,period_end,value");
        for row in &self.values {
            table
                .text(&row.hospital_id)
                .text(row.measure_id)
                .text(row.period_start)
                .text(row.period_end)
                .number(Some(row.value))
                .end();
        }
        table.into_bytes()
    }
}
