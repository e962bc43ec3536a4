//! Of which hospitals has no file told for years, so that nobody knows whether they are still there?

use domain::period::days_before;
use domain::records::{Batch, Subject};
use domain::{Day, HospitalId};
use std::collections::HashMap;

/// Days without a word after which a hospital stands in no list any more: three years.
const SILENT: i32 = 3 * 365;

/// The last day of which any file tells, for the hospitals that only files of single years name (`dpc:2014`), the newest of
/// them years before the release. A hospital of a register, or that a package defines without such numbers, is none of them.
pub(super) fn last_told(batch: &Batch, as_of: Day) -> HashMap<HospitalId, Day> {
    let mut by_year: HashMap<&HospitalId, bool> = HashMap::new();
    for identifier in &batch.identifiers {
        let of_a_year = year_of(&identifier.scheme).is_some();
        by_year.entry(&identifier.hospital).and_modify(|all| *all &= of_a_year).or_insert(of_a_year);
    }
    let mut last: HashMap<HospitalId, Day> = HashMap::new();
    let mut told = |id: &HospitalId, day: Day| {
        if by_year.get(id) == Some(&true) {
            last.entry(id.clone()).and_modify(|known| *known = day.max(*known)).or_insert(day);
        }
    };
    for identifier in &batch.identifiers {
        if let Some(end) = year_of(&identifier.scheme).and_then(|year| Day::new(year, 12, 31).ok()) {
            told(&identifier.hospital, end);
        }
    }
    for observation in &batch.observations {
        if let Subject::Hospital(id) = &observation.hospital {
            told(id, observation.period.end);
        }
    }
    let silent_since = days_before(as_of, SILENT);
    last.retain(|_, day| *day < silent_since);
    last
}

/// `dpc:2014` → 2014.
fn year_of(scheme: &str) -> Option<i16> {
    let (_, year) = scheme.rsplit_once(':')?;
    (year.len() == 4).then(|| year.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::records::{IdentifierRecord, Match};

    fn check(schemes: &[&str], expected: Option<&str>) {
        let id = HospitalId::parse("jp-1").unwrap();
        let identifier = |scheme: &&str| IdentifierRecord {
            hospital: id.clone(),
            scheme: (*scheme).to_string(),
            value: "1".to_string(),
            valid_from: None,
            valid_to: None,
            matched: Match::Given,
            confidence: 1.0,
        };
        let batch = Batch { identifiers: schemes.iter().map(identifier).collect(), ..Batch::default() };
        let told = last_told(&batch, Day::constant(2025, 6, 1));
        assert_eq!(told.get(&id).map(Day::to_string).as_deref(), expected, "{schemes:?}");
    }

    #[test]
    fn whoever_only_old_files_name_is_told_of_until_the_last_of_them() {
        check(&["dpc:2013", "dpc:2014"], Some("2014-12-31"));
        check(&["dpc:2014", "dpc:2022"], None);
        check(&["dpc:2014", "navii"], None);
        check(&["navii"], None);
        check(&[], None);
    }
}
