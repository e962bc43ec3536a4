//! Is what must be hidden hidden, and can nothing that is left give it away?

use super::super::tests::{falls, measure, subject, year};
use super::*;
use domain::Bilingual;
use domain::records::{CorrectionRecord, LimitKind, LimitRecord};
use proptest::prelude::*;

fn batch(profile: &str, kind: Kind, observations: Vec<ObservationRecord>) -> Batch {
    let measure = domain::records::MeasureRecord { kind, suppression_profile: profile.to_string(), ..measure() };
    Batch { measures: vec![measure], observations, ..Batch::default() }
}

fn count(stratum: &str, value: f64) -> ObservationRecord {
    ObservationRecord {
        stratum: stratum.to_string(),
        numerator: None,
        denominator: None,
        value: Some(value),
        raw: value.to_string(),
        ..year("a", 2022, 1.0, 1.0)
    }
}

fn share(stratum: &str, events: f64, patients: f64) -> ObservationRecord {
    ObservationRecord { stratum: stratum.to_string(), ..year("a", 2022, events, patients) }
}

/// What readers see, in the order of the batch; `None` is hidden.
fn seen(batch: &Batch) -> Vec<Option<f64>> {
    batch.observations.iter().map(|o| o.value).collect()
}

#[test]
fn a_small_count_is_hidden_and_nothing_of_it_is_left() {
    let mut b = batch(
        "jp_ndb",
        Kind::Count,
        vec![count("", 7.0), ObservationRecord { hospital: subject("b"), ..count("", 40.0) }],
    );
    b.limits.push(LimitRecord {
        hospital: subject("a"),
        measure: falls(),
        period: Period::fiscal_year(2022).unwrap(),
        stratum: String::new(),
        kind: LimitKind::Ci95,
        lower: Some(3.0),
        middle: None,
        upper: Some(12.0),
    });
    b.corrections.push(CorrectionRecord {
        hospital: subject("a"),
        measure: falls(),
        period: Period::fiscal_year(2022).unwrap(),
        stratum: String::new(),
        was: "6".to_string(),
        is: "7".to_string(),
        why: Bilingual::new(String::new(), String::new()),
        date: domain::Day::constant(2023, 1, 1),
    });
    let masked = protect(&mut b).unwrap();
    assert_eq!((masked[0].small, masked[0].beside, masked[0].profile.as_str()), (1, 0, "jp_ndb"));
    let hidden = &b.observations[0];
    assert_eq!((hidden.status, hidden.value, hidden.raw.as_str()), (Status::Suppressed, None, "-"));
    assert!(b.limits.is_empty());
    assert_eq!((b.corrections[0].was.as_str(), b.corrections[0].is.as_str()), ("suppressed", "suppressed"));
    assert_eq!(b.observations[1].value, Some(40.0));
}

#[test]
fn a_part_that_could_be_computed_from_the_total_takes_another_with_it() {
    let mut b =
        batch("jp_ndb", Kind::Count, vec![count("", 68.0), count("x", 3.0), count("y", 25.0), count("z", 40.0)]);
    let masked = protect(&mut b).unwrap();
    assert_eq!(seen(&b), [Some(68.0), None, None, Some(40.0)]);
    assert_eq!((masked[0].small, masked[0].beside), (1, 1));
}

#[test]
fn a_part_that_its_publisher_hides_is_protected_too() {
    let gone = ObservationRecord { status: Status::Suppressed, value: None, ..count("x", 0.0) };
    let mut b = batch("jp_ndb", Kind::Count, vec![count("", 68.0), gone, count("y", 4.0), count("z", 40.0)]);
    protect(&mut b).unwrap();
    // 68 − 40 leaves 28 for two hidden ones
    assert_eq!(seen(&b), [Some(68.0), None, None, Some(40.0)]);
}

#[test]
fn parts_that_do_not_add_up_are_hidden_together_with_the_total() {
    let mut b = batch(
        "jp_ndb",
        Kind::Count,
        vec![count("", 50.0), count("old", 45.0), count("young", 5.0), count("men", 30.0)],
    );
    protect(&mut b).unwrap();
    assert_eq!(seen(&b), [None, None, None, None]);
}

#[test]
fn a_share_is_hidden_where_its_events_or_the_others_are_few() {
    for (events, patients, shown) in [
        (5.0, 200.0, false),
        (195.0, 200.0, false),
        (0.0, 200.0, true),
        (20.0, 200.0, true),
        (4.0, 8.0, false),
        (200.0, 200.0, true),
    ] {
        let mut b = batch("us_cms", Kind::Proportion, vec![share("", events, patients)]);
        protect(&mut b).unwrap();
        assert_eq!(b.observations[0].value.is_some(), shown, "{events} of {patients}");
        assert_eq!(b.observations[0].denominator.is_some(), shown, "{events} of {patients}");
    }
}

#[test]
fn parts_of_a_share_are_protected_in_events_patients_and_the_rest() {
    // events 30 = 3 + 15 + 12: the next smallest number of events goes too
    let mut b = batch(
        "us_cms",
        Kind::Proportion,
        vec![share("", 30.0, 600.0), share("x", 3.0, 100.0), share("y", 15.0, 200.0), share("z", 12.0, 300.0)],
    );
    protect(&mut b).unwrap();
    assert_eq!(seen(&b), [Some(0.05), None, Some(0.075), None]);
}

#[test]
fn a_rate_that_pins_down_a_small_count_is_hidden() {
    for (value, raw, patients, shown) in [
        (0.025, "2.5", 200.0, false),
        (0.08, "8.0%", 200.0, true),
        (0.968, "", 31.0, false),
        (0.009, "0.009", 1000.0, false),
    ] {
        let o =
            ObservationRecord { numerator: None, value: Some(value), raw: raw.to_string(), ..share("", 1.0, patients) };
        let mut b = batch("us_cms", Kind::Proportion, vec![o]);
        protect(&mut b).unwrap();
        assert_eq!(b.observations[0].value.is_some(), shown, "{value} of {patients}");
    }
}

#[test]
fn a_ratio_and_a_rate_give_their_events_away() {
    let o = |value, expected, patients| ObservationRecord {
        numerator: None,
        value: Some(value),
        expected,
        denominator: patients,
        ..share("", 1.0, 1.0)
    };
    let mut ratio = batch(
        "us_cms",
        Kind::Ratio,
        vec![o(1.25, Some(4.0), None), ObservationRecord { hospital: subject("b"), ..o(1.25, Some(40.0), None) }],
    );
    protect(&mut ratio).unwrap();
    assert_eq!(seen(&ratio), [None, Some(1.25)]);
    let mut rate = batch("us_cms", Kind::Rate, vec![o(0.002, None, Some(2500.0))]);
    protect(&mut rate).unwrap();
    assert_eq!(seen(&rate), [None]);
}

#[test]
fn a_profile_that_rounds_hides_nothing_beside() {
    let mut b =
        batch("uk_hes", Kind::Count, vec![count("", 68.0), count("x", 3.0), count("y", 26.0), count("z", 39.0)]);
    let masked = protect(&mut b).unwrap();
    assert_eq!(seen(&b), [Some(70.0), None, Some(25.0), Some(40.0)]);
    assert_eq!((masked[0].small, masked[0].beside), (1, 0));
    let mut b = batch("uk_hes", Kind::Proportion, vec![share("", 21.0, 198.0)]);
    protect(&mut b).unwrap();
    assert_eq!((b.observations[0].numerator, b.observations[0].value), (Some(20.0), Some(0.1)));
}

#[test]
fn an_unknown_profile_is_refused_and_what_is_published_as_printed_stays() {
    let mut b = batch("jp_dcp", Kind::Count, vec![count("", 3.0)]);
    let said = protect(&mut b).unwrap_err().to_string();
    assert!(said.contains("falls") && said.contains("jp_dcp") && said.contains("jp_dpc"), "{said}");
    for name in ["", "as_published"] {
        let mut b = batch(name, Kind::Count, vec![count("", 3.0)]);
        assert!(protect(&mut b).unwrap().is_empty());
        assert_eq!(seen(&b), [Some(3.0)]);
    }
}

proptest! {
    #[test]
    fn nothing_hidden_can_be_computed_from_what_is_left(parts in prop::collection::vec(0u32..60, 2..7), zeros in any::<bool>()) {
        let profile = if zeros { "jp_dpc" } else { "jp_ndb" };
        let rule = Profile::named(profile).unwrap().rule();
        let total: u32 = parts.iter().sum();
        let mut observations = vec![count("", f64::from(total))];
        observations.extend(parts.iter().enumerate().map(|(i, n)| count(&format!("s{i}"), f64::from(*n))));
        let mut b = batch(profile, Kind::Count, observations);
        protect(&mut b).unwrap();
        let once = b.clone();
        for (n, o) in parts.iter().zip(&b.observations[1..]) {
            prop_assert!(o.value.is_none() || !rule.masks(u64::from(*n)));
        }
        if let Some(total) = b.observations[0].value {
            let left = total - b.observations[1..].iter().filter_map(|o| o.value).sum::<f64>();
            let hidden = b.observations[1..].iter().filter(|o| o.value.is_none()).count();
            // each hidden one may be anything from the least to this
            let most = left - rule.least() as f64 * (hidden.saturating_sub(1)) as f64;
            prop_assert!(hidden == 0 || (hidden >= 2 && most >= rule.threshold() as f64));
        }
        protect(&mut b).unwrap();
        prop_assert_eq!(once.observations, b.observations);
    }
}
