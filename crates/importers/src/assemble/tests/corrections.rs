//! What does a list of corrections that an operator hands in change, and what does it leave alone?

use super::*;

/// A list of one correction that an operator hands in.
fn letter(hospital: &str, was: &str, is: &str) -> Reading {
    let correction = CorrectionRecord {
        hospital: Subject::Hospital(HospitalId::parse(hospital).unwrap()),
        measure: measure_id(),
        period: Period::fiscal_year(2022).unwrap(),
        stratum: String::new(),
        was: was.to_string(),
        is: is.to_string(),
        why: Bilingual::new("数え直し".to_string(), "Counted again".to_string()),
        date: domain::Day::constant(2025, 1, 1),
    };
    let batch = Some(Batch { corrections: vec![correction], ..Batch::default() });
    let (kind, file) = ("corrections".to_string(), "letter.csv".to_string());
    Reading { kind, file, sha256: "0".repeat(64), batch, ..Reading::default() }
}

/// Corrects the value 0.05 of 200 patients at jp-1 and gives (value, numerator, status, corrections kept, issues).
fn corrected(was: &str, is: &str) -> (Option<f64>, Option<f64>, Status, usize, usize) {
    let mut reading = survey("survey", Authority::Official, &["みなと病院"], &[0.05]);
    reading.batch.as_mut().unwrap().observations[0].denominator = Some(200.0);
    let list = letter("jp-1", was, is);
    let measure = MeasureRecord { kind: Kind::Proportion, ..measure() };
    let assembled = assemble(vec![register(), reading, list], &[measure], &[]);
    let o = &assembled.batch.observations[0];
    let problems: Vec<&Issue> = assembled.issues.iter().filter(|i| i.severity == Severity::Problem).collect();
    assert!(problems.iter().all(|i| i.file == "letter.csv"), "{problems:?}");
    (o.value, o.numerator, o.status, assembled.batch.corrections.len(), problems.len())
}

#[test]
fn a_list_of_corrections_changes_the_values_it_fits() {
    assert_eq!(corrected("0.05", "0.045"), (Some(0.045), Some(9.0), Status::Reported, 1, 0));
    assert_eq!(corrected("0.04", "0.05"), (Some(0.05), None, Status::Reported, 1, 0));
    assert_eq!(corrected("0.05", ""), (None, None, Status::NotAvailable, 1, 0));
    assert_eq!(corrected("0.06", "0.045"), (Some(0.05), None, Status::Reported, 0, 1));
    assert_eq!(corrected("0.05", "4.5"), (Some(0.05), None, Status::Reported, 0, 1));
}

/// Corrects a value of which 213 events are known, and gives (numerator, derived, number of notes).
fn counted_again(kind: Kind, (value, of): (f64, f64), is: &str) -> (Option<f64>, bool, usize) {
    let mut reading = survey("survey", Authority::Official, &["みなと病院"], &[value]);
    let o = &mut reading.batch.as_mut().unwrap().observations[0];
    o.numerator = Some(213.0);
    if kind == Kind::Ratio {
        o.expected = Some(of)
    } else {
        o.denominator = Some(of)
    }
    let measure = MeasureRecord { kind, ..measure() };
    let assembled = assemble(vec![register(), reading, letter("jp-1", &value.to_string(), is)], &[measure], &[]);
    let o = &assembled.batch.observations[0];
    assert_eq!(o.value, is.parse().ok());
    let notes = assembled.issues.iter().filter(|i| i.file == "letter.csv" && i.severity == Severity::Note);
    (o.numerator, o.derived, notes.count())
}

#[test]
fn a_corrected_rate_or_ratio_keeps_its_events_where_its_digits_tell_them() {
    let ratio = |is: &str| counted_again(Kind::Ratio, (213.0 / 247.1, 247.1), is);
    assert_eq!(ratio("0.87009"), (Some(215.0), true, 0), "215 of 247.1");
    assert_eq!(ratio("0.87"), (None, false, 1), "214.98 to within 1.2 may be 214, 215 or 216");
    let rate = |is: &str| counted_again(Kind::Rate, (213.0 / 60_000.0, 60_000.0), is);
    assert_eq!(rate("0.00365"), (Some(219.0), true, 0));
    assert_eq!(rate("3.65e-3"), (Some(219.0), true, 0));
    assert_eq!(rate("0.0037"), (None, false, 1));
    assert_eq!(rate("0"), (None, false, 1), "as few digits as can be");
    let per_thousand = |is: &str| counted_again(Kind::Rate, (3.55, 60_000.0), is);
    assert_eq!(per_thousand("3.65"), (Some(219.0), true, 0), "in the unit of the value before");
    assert_eq!(counted_again(Kind::Mean, (7.5, 100.0), "7.25"), (None, false, 0));
}

#[test]
fn a_correction_follows_a_facility_that_was_linked_later() {
    let survey = || survey("survey", Authority::Official, &["みなと病院"], &[0.05]);
    let linked = assemble(vec![register(), survey()], &[measure()], &[]);
    let (old, _) = linked.moved.iter().find(|(_, now)| now.as_str() == "jp-1").unwrap();
    let old = old.to_string();
    let assembled = assemble(vec![register(), survey(), letter(&old, "0.05", "0.045")], &[measure()], &[]);
    assert_eq!(values_of(&assembled), [("jp-1", 0.045)]);
    let listed: Vec<_> = assembled.batch.corrections.iter().map(|c| subject_text(&c.hospital)).collect();
    assert_eq!(listed, ["jp-1"]);
    let assembled = assemble(vec![register(), survey(), letter(&old, "0.06", "0.045")], &[measure()], &[]);
    assert_eq!(values_of(&assembled), [("jp-1", 0.05)]);
    assert!(assembled.batch.corrections.is_empty(), "one that does not fit is not listed as made");
    assert!(assembled.issues.iter().any(|i| i.file == "letter.csv"));
}

#[test]
fn a_value_that_its_publisher_has_masked_is_not_put_into_words() {
    for status in [Status::Suppressed, Status::TooFew] {
        for was in ["", status.as_str()] {
            let mut reading = survey("survey", Authority::Official, &["みなと病院"], &[0.05]);
            let observation = &mut reading.batch.as_mut().unwrap().observations[0];
            (observation.value, observation.status) = (None, status);
            let assembled = assemble(vec![register(), reading, letter("jp-1", was, "0.01")], &[measure()], &[]);
            let observation = &assembled.batch.observations[0];
            assert_eq!((observation.value, observation.status), (None, status));
            assert!(assembled.batch.corrections.is_empty());
            assert!(assembled.issues.iter().any(|i| i.file == "letter.csv" && i.message.contains("masked")));
        }
    }
}
