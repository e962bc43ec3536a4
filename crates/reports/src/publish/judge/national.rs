//! With which national value did a publisher compare the values that it had shrunk?

use super::GroupKey;
use domain::Period;
use domain::records::{Batch, MeasureRecord};
use std::collections::HashMap;

/// National values that were published for certain days, by country and measure.
pub(super) struct NationalValues<'a> {
    of_days: HashMap<(&'a str, &'a str, Period), f64>,
}

impl<'a> NationalValues<'a> {
    /// They stand among the values of areas: the area is the country, the key the id of the measure.
    pub(super) fn of_batch(batch: &'a Batch) -> Self {
        let printed = batch.area_observations.iter();
        let of_days = printed.filter_map(|a| Some(((a.area_code.as_str(), a.key.as_str(), a.period), a.value?)));
        Self { of_days: of_days.collect() }
    }

    /// The comparator of shrunken values, for the country and the total: that of the same days, else that of the measure.
    pub(super) fn of(&self, measure: &MeasureRecord, key: &GroupKey) -> Option<f64> {
        let whole = key.peer_group.is_empty() && key.stratum.is_empty() && measure.shrunken == Some(true);
        let of_days = || self.of_days.get(&(key.country.as_str(), measure.id.as_str(), key.period)).copied();
        whole.then(|| of_days().or(measure.national_value)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Status;
    use domain::records::AreaObservationRecord;

    fn set(country: &str, days: &str, stratum: &str) -> GroupKey {
        GroupKey {
            measure_key: 1,
            period: Period::parse(days).unwrap(),
            stratum: stratum.to_string(),
            country: country.to_string(),
            peer_group: String::new(),
        }
    }

    #[test]
    fn each_period_has_its_own_and_the_measure_speaks_where_none_is_printed() {
        let days = "2020-07-01/2023-06-30";
        let printed = AreaObservationRecord {
            area_code: "US".to_string(),
            key: "falls".to_string(),
            period: Period::parse(days).unwrap(),
            value: Some(0.126),
            status: Status::Reported,
        };
        let batch = Batch { area_observations: vec![printed], ..Batch::default() };
        let values = NationalValues::of_batch(&batch);
        let mut measure = crate::publish::tests::measure();
        measure.shrunken = Some(true);
        assert_eq!(values.of(&measure, &set("US", days, "")), Some(0.126));
        assert_eq!(values.of(&measure, &set("US", "2019-07-01/2022-06-30", "")), None);
        measure.national_value = Some(0.13);
        assert_eq!(values.of(&measure, &set("US", "2019-07-01/2022-06-30", "")), Some(0.13));
        assert_eq!(values.of(&measure, &set("US", days, "women")), None);
        measure.shrunken = None;
        assert_eq!(values.of(&measure, &set("US", days, "")), None, "compared with the value of all hospitals");
    }
}
