//! Is a word about the years said only where a test supports it?

use super::{LARGE, breaks_on, newest, publish, struck, world, year};
use domain::period::{Day, parse_day};
use domain::records::{Batch, Subject, SuccessionKind, SuccessorRecord};

fn course(events: &[f64], change: impl FnOnce(&mut Batch)) -> String {
    let mut batch = world(&["one"]);
    for (at, events) in (2018..).zip(events) {
        batch.observations.push(year("one", at, *events, 1_000.0));
    }
    change(&mut batch);
    newest(&publish(&batch), "one").trend.clone()
}

fn day(text: &str) -> Day {
    parse_day(text).unwrap()
}

#[test]
fn a_steady_rise_or_fall_is_told() {
    assert_eq!(course(&[80.0, 110.0, 140.0, 170.0, 200.0], |_| {}), "rising");
    assert_eq!(course(&[200.0, 170.0, 140.0, 110.0, 80.0], |_| {}), "falling");
}

#[test]
fn what_chance_can_do_is_no_change() {
    assert_eq!(course(&[100.0, 104.0, 98.0, 101.0, 106.0], |_| {}), "no_clear_change");
}

#[test]
fn two_years_are_no_course() {
    assert_eq!(course(&[50.0, 200.0], |_| {}), "too_short");
    let mut batch = world(&["one"]);
    batch.observations.push(year("one", 2022, 200.0, 1_000.0));
    let rows = publish(&batch);
    assert!(newest(&rows, "one").caveats.contains("TREND_TOO_SHORT"));
    assert!(!newest(&rows, "large-00").caveats.contains("TREND_TOO_SHORT"));
}

#[test]
fn years_before_a_break_are_not_looked_at() {
    let rises = [80.0, 110.0, 140.0, 170.0, 200.0];
    assert_eq!(course(&rises, |b| b.measure_versions.push(breaks_on(day("2021-04-01")))), "too_short");
    assert_eq!(course(&rises, |b| b.measure_versions.push(breaks_on(day("2020-04-01")))), "rising");
}

#[test]
fn a_year_that_a_disaster_touched_is_left_out() {
    let jump = [100.0, 101.0, 99.0, 100.0, 260.0];
    assert_eq!(course(&jump[..4], |_| {}), "no_clear_change");
    let flood = || struck("1507", day("2022-07-01"), Some(day("2022-08-31")));
    assert_eq!(course(&jump, |b| b.events.push(flood())), "no_clear_change");
    assert_eq!(
        course(&[80.0, 140.0, 200.0], |b| b.events.push(struck("1507", day("2019-07-01"), Some(day("2019-08-31"))))),
        "too_short"
    );
}

#[test]
fn a_merger_within_the_years_stops_the_word() {
    let merged = |b: &mut Batch| {
        b.successors.push(SuccessorRecord {
            hospital: Subject::Hospital(super::id("large-00")),
            successor: Some(Subject::Hospital(super::id("one"))),
            date: Some(day("2020-10-01")),
            kind: SuccessionKind::Merged,
        });
    };
    assert_eq!(course(&[80.0, 110.0, 140.0, 170.0, 200.0], merged), "merged");
}

#[test]
fn without_an_error_no_change_is_told() {
    let bare = |b: &mut Batch| b.observations.iter_mut().for_each(|o| o.numerator = None);
    assert_eq!(course(&[80.0, 110.0, 140.0, 170.0, 200.0], bare), "untested");
}

#[test]
fn only_the_newest_year_of_a_series_carries_the_word() {
    let rows = publish(&world(&[]));
    assert_eq!(rows.observations.iter().filter(|o| !o.trend.is_empty()).count(), LARGE);
}
