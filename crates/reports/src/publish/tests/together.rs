//! Are years put together where one is too few, and only there?

use super::{breaks_on, newest, publish, struck, together, world, year};
use domain::period::{Day, parse_day};
use domain::records::{Batch, Subject, SuccessionKind, SuccessorRecord};
use domain::status::Status;

/// Sixty patients a year: about six to nine events are expected of them.
fn with_small(change: impl FnOnce(&mut Batch)) -> Batch {
    let mut batch = world(&["small"]);
    for (at, events) in [(2020, 3.0), (2021, 2.0), (2022, 4.0)] {
        batch.observations.push(year("small", at, events, 60.0));
    }
    change(&mut batch);
    batch
}

fn day(text: &str) -> Day {
    parse_day(text).unwrap()
}

#[test]
fn one_year_too_few_is_judged_and_placed_with_the_year_before() {
    let rows = publish(&with_small(|_| {}));
    let alone = newest(&rows, "small");
    assert!(alone.caveats.contains("NOT_RANKED_FEW") && alone.rank_best.is_none());
    assert_eq!((alone.value, alone.numerator), (Some(4.0 / 60.0), Some(4.0)));
    let years = together(&rows, "small").unwrap();
    assert_eq!((years.period_start.as_str(), years.period_end.as_str()), ("2021-04-01", "2023-03-31"));
    assert_eq!((years.numerator, years.denominator, years.value), (Some(6.0), Some(120.0), Some(0.05)));
    assert!(years.interval_low.unwrap() > 0.0 && years.interval_high < alone.interval_high);
    assert_ne!(years.verdict_national, "not_judged");
    let (best, of) = (years.rank_best.unwrap(), years.rank_of.unwrap());
    assert!(best >= 1 && of == 31, "{best} of {of}");
    assert_eq!(newest(&rows, "large-00").rank_of, Some(31));
    assert!(years.trend.is_empty());
}

#[test]
fn years_put_together_set_neither_target_nor_spread() {
    let rows = publish(&with_small(|_| {}));
    let spread = rows.spreads.iter().rfind(|s| s.peer_group.is_empty()).unwrap();
    let single: Vec<_> =
        rows.observations.iter().filter(|o| o.pooled == 0 && o.period_end == spread.period_end).collect();
    let events: f64 = single.iter().filter_map(|o| o.numerator).sum();
    let patients: f64 = single.iter().filter_map(|o| o.denominator).sum();
    assert!((spread.target.unwrap() - events / patients).abs() < 1e-12);
    assert_eq!((spread.reported, spread.judged, spread.pooled), (31, 31, 1));
}

#[test]
fn at_most_three_years_are_put_together_and_no_more_than_help() {
    // about three events expected a year: two years may be judged, four would be placed
    let mut batch = world(&["twenty", "fifteen"]);
    for at in 2018..=2022 {
        batch.observations.push(year("twenty", at, 2.0, 20.0));
        batch.observations.push(year("fifteen", at, 2.0, 15.0));
    }
    let rows = publish(&batch);
    for (name, first) in [("twenty", "2021-04-01"), ("fifteen", "2020-04-01")] {
        let years = together(&rows, name).unwrap();
        assert_eq!(years.period_start, first);
        assert!(years.rank_best.is_none() && years.caveats.contains("NOT_RANKED_FEW"), "{}", years.caveats);
        assert_ne!(years.verdict_national, "not_judged");
    }
}

#[test]
fn where_even_three_years_are_too_few_nothing_is_put_together() {
    let mut batch = world(&["tiny"]);
    for at in 2020..=2022 {
        batch.observations.push(year("tiny", at, 0.0, 8.0));
    }
    let rows = publish(&batch);
    assert!(together(&rows, "tiny").is_none());
    assert_eq!(newest(&rows, "tiny").verdict_national, "not_judged");
}

#[test]
fn a_hospital_with_enough_in_one_year_keeps_to_it() {
    let rows = publish(&with_small(|_| {}));
    assert!(rows.observations.iter().filter(|o| o.pooled == 1).all(|o| o.hospital_id == "small"));
}

fn nothing_put_together(change: impl FnOnce(&mut Batch)) {
    let rows = publish(&with_small(change));
    assert!(together(&rows, "small").is_none());
    assert_eq!(newest(&rows, "small").rank_best, None);
}

#[test]
fn years_are_never_put_together_across_a_break() {
    nothing_put_together(|b| b.measure_versions.push(breaks_on(day("2022-04-01"))));
}

#[test]
fn years_are_never_put_together_across_a_gap() {
    nothing_put_together(|b| b.observations.retain(|o| o.numerator != Some(2.0)));
}

#[test]
fn a_masked_year_is_never_joined_nor_worked_out() {
    nothing_put_together(|b| {
        let masked = b.observations.iter_mut().find(|o| o.numerator == Some(2.0)).unwrap();
        (masked.status, masked.value, masked.numerator) = (Status::Suppressed, None, None);
    });
}

#[test]
fn a_year_without_printed_counts_is_never_joined() {
    nothing_put_together(|b| {
        let printed = b.observations.iter_mut().find(|o| o.numerator == Some(2.0)).unwrap();
        printed.numerator = None;
    });
}

#[test]
fn a_year_that_a_disaster_touched_is_never_joined() {
    nothing_put_together(|b| b.events.push(struck("1507", day("2021-07-01"), Some(day("2021-08-31")))));
    nothing_put_together(|b| b.events.push(struck("15224", day("2022-07-01"), None)));
}

#[test]
fn years_around_a_merger_are_never_joined() {
    nothing_put_together(|b| {
        b.successors.push(SuccessorRecord {
            hospital: Subject::Hospital(super::id("large-00")),
            successor: Some(Subject::Hospital(super::id("small"))),
            date: Some(day("2021-10-01")),
            kind: SuccessionKind::Merged,
        });
    });
}

#[test]
fn only_the_newest_set_has_years_put_together() {
    let rows = publish(&with_small(|b| b.observations.retain(|o| o.numerator != Some(4.0))));
    assert!(together(&rows, "small").is_none());
}
