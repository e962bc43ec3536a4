//! Do the hospitals of an area that can be taken together stand for the area?

use crate::publish::judge::Value;
use domain::variation::Level;
use std::collections::BTreeMap;

/// Share of the patients of an area, or of its hospitals where their patients are not printed, that may be missing.
const LEFT_OUT: f64 = 0.1;

/// Values by hospital or by the code of their area; those without a code are of no area.
pub(super) fn by_place<'v, 'a>(values: &[&'v Value<'a>], level: Level) -> BTreeMap<&'v str, Vec<&'v Value<'a>>> {
    let mut members: BTreeMap<&str, Vec<&Value<'_>>> = BTreeMap::new();
    for value in values {
        let hospital = value.known.record;
        let code = match level {
            Level::Hospital => hospital.id.as_str(),
            Level::Region => hospital.region_code.as_str(),
            Level::MedicalArea => hospital.area_code.as_str(),
        };
        if !code.is_empty() {
            members.entry(code).or_default().push(value);
        }
    }
    members
}

/// Whether those that are `silent`, because no error can be told of their value, are few beside the others.
pub(super) fn stands_for_all(told: &[&Value<'_>], silent: &[&Value<'_>]) -> bool {
    let patients = |values: &[&Value<'_>]| values.iter().map(|value| value.record.denominator).sum::<Option<f64>>();
    few(patients(told).zip(patients(silent)), (told.len(), silent.len()))
}

#[allow(clippy::cast_precision_loss)]
fn few(patients: Option<(f64, f64)>, (told, silent): (usize, usize)) -> bool {
    let (told, silent) = patients.unwrap_or((told as f64, silent as f64));
    silent <= LEFT_OUT * (told + silent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_told_where_a_tenth_of_its_patients_is_missing_and_not_where_more_are() {
        assert!(few(None, (3, 0)) && few(Some((900.0, 100.0)), (1, 9)) && few(None, (9, 1)));
        assert!(!few(Some((52_254.0, 117_526.0)), (51, 23)) && !few(None, (8, 1)));
    }
}
