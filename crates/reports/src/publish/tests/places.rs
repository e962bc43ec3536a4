//! Does every gate take the range of places away, and nothing else?

use super::{LARGE, newest, publish, publish_on, struck, world, year};
use domain::measure::{Direction, MeasureType};
use domain::period::{Day, parse_day};
use domain::records::Batch;

fn day(text: &str) -> Day {
    parse_day(text).unwrap()
}

/// No hospital has a range of places, and the caveat says why.
fn gated(caveat: &str, change: impl FnOnce(&mut Batch)) {
    let mut batch = world(&[]);
    change(&mut batch);
    let rows = publish(&batch);
    assert!(rows.observations.iter().all(|o| o.rank_best.is_none()), "{caveat}");
    assert!(newest(&rows, "large-03").caveats.split(';').any(|c| c == caveat), "{caveat}");
}

#[test]
fn without_a_gate_every_hospital_has_a_range_with_its_counts() {
    let rows = publish(&world(&[]));
    for n in 0..LARGE {
        let o = newest(&rows, &format!("large-{n:02}"));
        let (best, worst, of) = (o.rank_best.unwrap(), o.rank_worst.unwrap(), o.rank_of.unwrap());
        assert!(1 <= best && best <= worst && worst <= of && of == 30);
        assert_eq!((o.rank_clearly_better, o.rank_clearly_worse), (Some(best - 1), Some(of - worst)));
    }
}

#[test]
fn differences_that_are_mostly_chance_give_no_places() {
    gated("LOW_RANKABILITY", |b| {
        for (n, o) in (0_u16..).zip(b.observations.iter_mut()) {
            let events = 196.0 + f64::from(n * 37 % 9);
            (o.numerator, o.value) = (Some(events), Some(events / 2_000.0));
        }
    });
}

#[test]
fn a_neutral_measure_gives_no_places() {
    gated("DIRECTION_NEUTRAL", |b| b.measures[0].direction = Direction::Neutral);
}

#[test]
fn a_crude_outcome_gives_no_places_and_no_national_word() {
    let crude = |b: &mut Batch| b.measures[0].measure_type = MeasureType::Outcome;
    gated("NOT_RISK_ADJUSTED", crude);
    let mut batch = world(&[]);
    crude(&mut batch);
    let rows = publish(&batch);
    assert!(rows.observations.iter().all(|o| o.verdict_national == "not_judged"));
    let words = ["far_higher", "higher", "usual_spread", "cannot_tell", "lower", "far_lower"];
    assert!(rows.observations.iter().all(|o| words.contains(&o.verdict_peer.as_str())));
}

#[test]
fn values_of_four_years_ago_give_no_places() {
    let batch = world(&[]);
    let after = |text| publish_on(&batch, Some(day(text)));
    assert!(after("2027-03-31").observations.iter().any(|o| o.rank_best.is_some()));
    let rows = after("2027-04-01");
    assert!(rows.observations.iter().all(|o| o.rank_best.is_none()));
    assert!(newest(&rows, "large-03").caveats.contains("VERY_STALE"));
}

#[test]
fn a_disaster_takes_places_from_the_hospitals_it_struck_and_from_no_other() {
    let mut batch = world(&[]);
    batch.hospitals[3].municipality_code = "15100".to_string();
    batch.events.push(struck("15100", day("2022-07-01"), Some(day("2022-07-31"))));
    let rows = publish(&batch);
    assert_eq!(newest(&rows, "large-03").rank_best, None);
    assert_eq!(newest(&rows, "large-04").rank_of, Some(29));
}

#[test]
fn a_group_of_fewer_than_ten_gives_no_places() {
    let mut batch = world(&[]);
    for fact in batch.context.iter_mut().skip(9) {
        fact.value = "chronic_mix".to_string();
    }
    let rows = publish(&batch);
    assert_eq!((newest(&rows, "large-08").rank_best, newest(&rows, "large-09").rank_of), (None, Some(21)));
}

#[test]
fn few_expected_events_give_neither_word_nor_place() {
    let mut batch = world(&["five", "ten"]);
    batch.observations.push(year("five", 2022, 1.0, 31.0));
    batch.observations.push(year("ten", 2022, 1.0, 60.0));
    let rows = publish(&batch);
    let (five, ten) = (newest(&rows, "five"), newest(&rows, "ten"));
    assert!(five.verdict_national == "not_judged" && five.caveats.contains("FEW_EVENTS"), "{}", five.caveats);
    assert!(ten.verdict_national != "not_judged" && ten.caveats.contains("NOT_RANKED_FEW"), "{}", ten.caveats);
    assert_eq!((five.rank_best, ten.rank_best), (None, None));
    assert_eq!(newest(&rows, "large-00").rank_of, Some(30));
}
