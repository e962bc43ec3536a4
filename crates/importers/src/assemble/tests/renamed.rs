//! Does a hospital that only changed its name count once?

use super::*;

fn id(text: &str) -> Subject {
    Subject::Hospital(HospitalId::parse(text).unwrap())
}

fn hospitals() -> Vec<HospitalRecord> {
    ["old", "new", "newest"].map(|name| hospital(name, name, None)).to_vec()
}

fn followed(before: &str, after: &str, kind: SuccessionKind) -> SuccessorRecord {
    SuccessorRecord { hospital: id(before), successor: Some(id(after)), date: None, kind }
}

fn with_values(name: &str, values: &[(&str, f64)], successors: Vec<SuccessorRecord>) -> Reading {
    let observations = values.iter().map(|(of, v)| value(id(of), *v)).collect();
    let limits = values.iter().map(|(of, v)| LimitRecord {
        hospital: id(of),
        measure: measure_id(),
        period: Period::fiscal_year(2022).unwrap(),
        stratum: String::new(),
        kind: LimitKind::Ci95,
        lower: Some(*v),
        middle: None,
        upper: Some(9.0),
    });
    let limits = limits.collect();
    file(name, Batch { hospitals: hospitals(), observations, limits, successors, ..Batch::default() })
}

#[test]
fn a_value_under_the_new_id_replaces_the_one_under_the_old() {
    for kind in [SuccessionKind::Renamed, SuccessionKind::Moved] {
        let first = with_values("first", &[("old", 1.0)], Vec::new());
        let second = with_values("second", &[("new", 2.0)], vec![followed("old", "new", kind)]);
        let assembled = put_together(vec![first, second]);
        assert_eq!(values_of(&assembled), [("new", 2.0)]);
        let limits: Vec<_> = assembled.batch.limits.iter().map(|l| (subject_text(&l.hospital), l.lower)).collect();
        assert_eq!(limits, [("new", Some(2.0))]);
        let told: Vec<_> = assembled.issues.iter().filter(|i| i.kind == IssueKind::Replaced).collect();
        assert_eq!(told.len(), 1, "what was replaced is listed");
        assert_eq!(told[0].value, "1");
    }
}

#[test]
fn a_chain_of_names_is_one_hospital() {
    let chain =
        vec![followed("new", "newest", SuccessionKind::Renamed), followed("old", "new", SuccessionKind::Renamed)];
    let first = with_values("first", &[("old", 1.0)], Vec::new());
    let second = with_values("second", &[("newest", 1.0)], chain);
    assert_eq!(values_of(&put_together(vec![first, second])), [("newest", 1.0)]);
}

#[test]
fn hospitals_that_merged_or_parted_stay_two() {
    for kind in [SuccessionKind::Merged, SuccessionKind::Split] {
        let first = with_values("first", &[("old", 1.0)], Vec::new());
        let second = with_values("second", &[("new", 2.0)], vec![followed("old", "new", kind)]);
        assert_eq!(values_of(&put_together(vec![first, second])), [("new", 2.0), ("old", 1.0)]);
    }
}

#[test]
fn one_file_that_prints_both_is_believed() {
    let both =
        with_values("both", &[("old", 1.0), ("new", 2.0)], vec![followed("old", "new", SuccessionKind::Renamed)]);
    let assembled = put_together(vec![both]);
    assert_eq!(values_of(&assembled), [("new", 2.0), ("old", 1.0)]);
    assert_eq!(assembled.batch.limits.len(), 2);
}
