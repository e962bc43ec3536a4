//! Does every disaster or outbreak that a file tells of strike a place that somebody knows?

use domain::issue::{Issue, IssueKind, Severity};
use domain::records::Batch;
use std::collections::HashSet;

/// Tells of disasters and outbreaks of areas that nobody knows: they touch no figure.
pub(super) fn report_nowhere(batch: &Batch, issues: &mut Vec<Issue>) {
    let mut known: HashSet<String> = batch.areas.iter().map(|a| a.code.clone()).collect();
    for h in &batch.hospitals {
        known.insert(domain::regions::region_id(&h.country, &h.region_code));
        known.extend([h.region_code.clone(), h.area_code.clone(), h.municipality_code.clone()]);
    }
    known.remove("");
    for event in batch.events.iter().filter(|e| e.hospital.is_none() && !known.contains(&e.area_code)) {
        let text = format!(
            "no hospital lies in the area \"{}\" of the {} of {}, so it touches no figure (use the code of a prefecture, a medical area or a municipality)",
            event.area_code, event.kind, event.start
        );
        let issue = Issue::of_file(Severity::Problem, IssueKind::UnknownReference, "events", text);
        issues.push(Issue { value: event.area_code.clone(), ..issue });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::records::{AreaKind, AreaRecord, EventKind, EventRecord};
    use domain::{Bilingual, Day};

    fn event(area: &str) -> EventRecord {
        EventRecord {
            area_code: area.to_string(),
            hospital: None,
            kind: EventKind::Disaster,
            start: Day::constant(2024, 1, 1),
            end: None,
            text: Bilingual::new("地震".to_string(), "Earthquake".to_string()),
            source: String::new(),
        }
    }

    #[test]
    fn an_event_of_an_area_that_nobody_knows_is_told() {
        let area = AreaRecord {
            code: "1507".to_string(),
            kind: AreaKind::MedicalArea,
            name: Bilingual::new("佐渡".to_string(), "Sado".to_string()),
            parent: "15".to_string(),
            population: None,
            year: None,
            island: false,
        };
        let events = ["1507", "9999", ""].map(event).to_vec();
        let mut issues = Vec::new();
        report_nowhere(&Batch { areas: vec![area], events, ..Batch::default() }, &mut issues);
        let told: Vec<&str> = issues.iter().map(|i| i.value.as_str()).collect();
        assert_eq!(told, ["9999", ""]);
    }
}
