//! Is every caveat that can fire in a release fed with the facts it looks at?

use super::{newest, publish, world, year};
use domain::measure::MeasureType;
use domain::records::{Batch, ContextRecord};

fn caveats(change: impl FnOnce(&mut Batch)) -> Vec<String> {
    let mut batch = world(&[]);
    change(&mut batch);
    newest(&publish(&batch), "large-00").caveats.split(';').map(str::to_string).collect()
}

fn fires(caveat: &str, change: impl FnOnce(&mut Batch)) {
    let before = caveats(|_| {});
    assert!(!before.iter().any(|c| c == caveat), "{caveat} fires without cause: {before:?}");
    let after = caveats(change);
    assert!(after.iter().any(|c| c == caveat), "{caveat} does not fire: {after:?}");
}

fn fact(key: &str, value: &str) -> ContextRecord {
    ContextRecord { key: key.to_string(), value: value.to_string(), ..super::has_role("large-00", "") }
}

#[test]
fn fewer_than_eight_in_ten_who_report_are_a_choice() {
    fires("VOLUNTARY", |b| b.measures[0].eligible_hospitals = Some(38.0));
    let enough = caveats(|b| b.measures[0].eligible_hospitals = Some(37.5));
    assert!(!enough.iter().any(|c| c == "VOLUNTARY"));
}

#[test]
fn a_part_of_the_patients_does_not_make_a_survey_voluntary() {
    let of_one_part = caveats(|b| {
        b.measures[0].eligible_hospitals = Some(30.0);
        let part = b.observations.iter().filter(|o| o.period.end.year() == 2023).take(1).cloned();
        let part: Vec<_> =
            part.map(|o| domain::records::ObservationRecord { stratum: "05".to_string(), ..o }).collect();
        b.observations.extend(part);
    });
    assert!(!of_one_part.iter().any(|c| c == "VOLUNTARY"), "{of_one_part:?}");
}

#[test]
fn few_answers_to_a_survey_are_told_by_share_and_by_number() {
    fires("LOW_RESPONSE", |b| {
        b.measures[0].measure_type = MeasureType::Experience;
        b.observations.iter_mut().for_each(|o| o.response_rate = Some(0.29));
    });
    fires("LOW_RESPONSE", |b| {
        b.measures[0].measure_type = MeasureType::Experience;
        b.observations.retain(|o| o.hospital != super::subject("large-00"));
        b.observations.push(year("large-00", 2022, 9.0, 99.0));
    });
}

#[test]
fn a_university_hospital_without_peers_is_said_to_take_the_hardest_cases() {
    fires("TEACHING_TERTIARY", |b| {
        b.context[0].value = "advanced".to_string();
        b.context.push(fact("advanced_treatment", "1"));
    });
    let among_peers = caveats(|b| b.context.push(fact("advanced_treatment", "1")));
    assert!(!among_peers.iter().any(|c| c == "TEACHING_TERTIARY"));
}

#[test]
fn part_of_the_patients_is_told_and_too_small_a_part_is_not_placed() {
    let reported = |share: f64| {
        move |b: &mut Batch| b.observations.iter_mut().for_each(|o| o.eligible = o.denominator.map(|n| n / share))
    };
    fires("MISSING_PART", reported(0.89));
    fires("MISSING_MUCH", reported(0.69));
    assert!(!caveats(reported(0.91)).iter().any(|c| c.starts_with("MISSING")));
}

#[test]
fn a_value_without_patients_has_no_error() {
    fires("NO_UNCERTAINTY", |b| b.observations.iter_mut().for_each(|o| (o.numerator, o.denominator) = (None, None)));
}

#[test]
fn a_role_that_is_not_known_is_no_set_to_take_the_spread_from() {
    let mut batch = world(&["unknown"]);
    batch.context.retain(|c| c.hospital != super::subject("unknown"));
    for fact in batch.context.iter_mut().take(15) {
        fact.value = "unclassified".to_string();
    }
    batch.observations.push(year("unknown", 2022, 400.0, 2_000.0));
    let rows = publish(&batch);
    let o = newest(&rows, "unknown");
    assert!(o.rank_best.is_none() && o.verdict_peer == "not_judged" && o.verdict_national != "not_judged");
    assert_eq!(newest(&rows, "large-20").rank_of, Some(15));
}
