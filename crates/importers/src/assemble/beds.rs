//! How many beds has each hospital and facility, as the newest file prints it?

use super::Part;
use crate::crosswalk::Beds;
use domain::Day;
use domain::records::{ContextRecord, Subject};
use std::collections::HashMap;

/// Numbers with closed wards in them, as the register counts.
const KEYS: [&str; 2] = ["beds_total", "beds_reported"];

/// The newest number of each; `of_file` says which place a facility of a file has among all.
pub(super) fn newest(files: &[Part], of_file: &[Vec<usize>], facilities: usize) -> Beds {
    let mut newest: HashMap<Subject, (Option<Day>, f64)> = HashMap::new();
    for (part, places) in files.iter().zip(of_file) {
        for fact in part.batch.context.iter().filter(|fact| KEYS.contains(&&*fact.key)) {
            if let (Some(subject), Ok(number)) = (among_all(fact, places), fact.value.parse::<f64>()) {
                let known = newest.entry(subject).or_insert((fact.valid_from, number));
                if known.0 <= fact.valid_from {
                    *known = (fact.valid_from, number);
                }
            }
        }
    }
    let mut beds = Beds { of_facility: vec![None; facilities], ..Beds::default() };
    for (subject, (_, number)) in newest {
        match subject {
            Subject::Hospital(id) => drop(beds.of_hospital.insert(id, number)),
            Subject::Facility(place) => beds.of_facility[place] = Some(number),
        }
    }
    beds
}

fn among_all(fact: &ContextRecord, places: &[usize]) -> Option<Subject> {
    match &fact.hospital {
        Subject::Hospital(id) => Some(Subject::Hospital(id.clone())),
        Subject::Facility(place) => places.get(*place).copied().map(Subject::Facility),
    }
}
