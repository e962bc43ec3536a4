//! Are the numbers consistent with each other, with the other release and with the true values?

use std::collections::HashMap;

use super::{Sheet, second};
use crate::{draw, packages, truth};

#[test]
fn numbers_follow_from_each_other() {
    let package = second();
    let measures = Sheet::read(&package, "measures.csv");
    let kinds: HashMap<&str, &str> = measures.column("id").zip(measures.column("kind")).collect();
    let sheet = Sheet::read(&package, "observations.csv");
    for row in &sheet.rows {
        let number = |name: &str| sheet.number(row, name);
        if sheet.text(row, "status") != "reported" {
            for column in
                ["numerator", "denominator", "eligible", "expected", "value", "standard_error", "response_rate"]
            {
                assert_eq!(number(column), None, "{row:?}");
            }
            continue;
        }
        let value = number("value").unwrap();
        let (numerator, denominator) = (number("numerator"), number("denominator"));
        match kinds[sheet.text(row, "measure_id")] {
            "ratio" => assert_eq!(value, numerator.unwrap() / number("expected").unwrap(), "{row:?}"),
            "mean" => assert!(value > 0.0 && number("standard_error").unwrap() > 0.0, "{row:?}"),
            "count" => assert!(value >= 0.0 && value.fract() == 0.0, "{row:?}"),
            _ => {
                let from_counts = numerator.map(|events| events / denominator.unwrap());
                assert!(from_counts.is_none_or(|v| v == value) && (0.0..=1.0).contains(&value), "{row:?}");
            }
        }
        assert!(numerator.is_none_or(|events| Some(events) <= denominator), "{row:?}");
        assert!(number("eligible").is_none_or(|all| Some(all) >= denominator), "{row:?}");
        assert!(number("response_rate").is_none_or(|share| (0.0..=1.0).contains(&share)), "{row:?}");
    }
}

/// A total and its cells.
type Line = (Option<f64>, Vec<Option<f64>>);

#[test]
fn no_masked_count_follows_from_the_others() {
    let package = second();
    let sheet = Sheet::read(&package, "observations.csv");
    let mut lines: HashMap<(&str, &str), Line> = HashMap::new();
    for row in sheet.rows.iter().filter(|row| sheet.text(row, "measure_id") == "demo-cancer-operations") {
        let line = lines.entry((sheet.text(row, "hospital_id"), sheet.text(row, "period_start"))).or_default();
        match sheet.text(row, "stratum") {
            "" => line.0 = sheet.number(row, "value"),
            _ => line.1.push(sheet.number(row, "value")),
        }
    }
    let mut masked_lines = 0;
    for (total, cells) in lines.into_values() {
        let masked = cells.iter().filter(|cell| cell.is_none()).count();
        let shown: f64 = cells.iter().flatten().sum();
        assert!(cells.iter().flatten().all(|count| *count >= 10.0));
        if let (Some(total), 1..) = (total, masked) {
            masked_lines += 1;
            assert!(masked >= 2 && total - shown >= 10.0, "{total} {cells:?}");
        }
    }
    assert!(masked_lines > 100);
}

#[test]
fn masking_hides_a_second_cell_beside_a_lone_small_one() {
    let check = |counts: [u64; 6], total: bool, cells: [bool; 6]| {
        let masked = draw::masked(&counts);
        assert_eq!((masked.total, masked.cells), (total, cells), "{counts:?}");
    };
    check([20, 30, 40, 50, 60, 70], false, [false; 6]);
    check([4, 30, 40, 50, 60, 70], false, [true, true, false, false, false, false]);
    check([4, 3, 40, 50, 60, 70], false, [true, true, true, false, false, false]);
    check([9, 9, 40, 50, 60, 70], false, [true, true, false, false, false, false]);
    check([1, 1, 1, 1, 1, 1], true, [true; 6]);
}

#[test]
fn the_second_release_differs_only_where_it_says_so() {
    let [first, second] = packages().unwrap();
    let corrections = Sheet::read(&second, "corrections.csv");
    let corrected: HashMap<(&str, &str, &str), (&str, &str)> = corrections
        .rows
        .iter()
        .map(|row| {
            let text = |name| corrections.text(row, name);
            ((text("hospital_id"), text("measure_id"), text("period_start")), (text("was"), text("is")))
        })
        .collect();
    let (old, new) = (Sheet::read(&first, "observations.csv"), Sheet::read(&second, "observations.csv"));
    let fields = ["hospital_id", "measure_id", "period_start", "stratum"];
    let value = |sheet: &Sheet, row: &csv::StringRecord| {
        (sheet.text(row, "value").to_owned(), sheet.text(row, "status").to_owned())
    };
    let before: HashMap<Vec<&str>, (String, String)> =
        old.rows.iter().map(|row| (fields.map(|f| old.text(row, f)).to_vec(), value(&old, row))).collect();
    let (mut shared, mut differing) = (0, 0);
    for row in &new.rows {
        let key = fields.map(|f| new.text(row, f));
        let Some(was) = before.get(key.as_slice()) else {
            continue;
        };
        let is = value(&new, row);
        shared += 1;
        if *was != is {
            differing += 1;
            assert_eq!(corrected.get(&(key[0], key[1], key[2])), Some(&(was.0.as_str(), is.0.as_str())), "{key:?}");
        }
    }
    assert!(shared > 80_000, "{shared}");
    assert_eq!(differing, corrected.len());
}

#[test]
fn proportions_scatter_around_the_true_values_as_chance_has_it() {
    let (package, truth) = (second(), truth().unwrap());
    let sheet = Sheet::read(&package, "observations.csv");
    for measure in ["demo-two-blood-cultures", "demo-experience-explained", "demo-hip-surgery-within-two-days"] {
        let scores: Vec<f64> = sheet
            .rows
            .iter()
            .filter(|row| sheet.text(row, "measure_id") == measure && sheet.text(row, "status") == "reported")
            .map(|row| {
                let p = truth.value(sheet.text(row, "hospital_id"), measure, sheet.text(row, "period_start")).unwrap();
                let n = sheet.number(row, "denominator").unwrap();
                (sheet.number(row, "value").unwrap() - p) / libm::sqrt(p * (1.0 - p) / n)
            })
            .collect();
        let n = scores.len() as f64;
        let mean = scores.iter().sum::<f64>() / n;
        let variance = scores.iter().map(|z| (z - mean) * (z - mean)).sum::<f64>() / n;
        assert!(n > 700.0 && mean.abs() < 0.12 && (variance - 1.0).abs() < 0.15, "{measure}: {n} {mean} {variance}");
    }
}

#[test]
fn expected_counts_are_calibrated_and_on_both_sides_of_the_gates() {
    let package = second();
    let sheet = Sheet::read(&package, "observations.csv");
    let (mut few, mut some, mut many) = (0, 0, 0);
    let mut sums: HashMap<&str, (f64, f64)> = HashMap::new();
    for row in &sheet.rows {
        let Some(expected) = sheet.number(row, "expected") else {
            continue;
        };
        match expected {
            ..5.0 => few += 1,
            5.0..10.0 => some += 1,
            _ => many += 1,
        }
        let sum = sums.entry(sheet.text(row, "measure_id")).or_default();
        *sum = (sum.0 + sheet.number(row, "numerator").unwrap(), sum.1 + expected);
    }
    assert!(few > 500 && some > 500 && many > 500, "{few} {some} {many}");
    assert_eq!(sums.len(), 8);
    for (measure, (observed, expected)) in sums {
        assert!((0.93..1.12).contains(&(observed / expected)), "{measure}: {}", observed / expected);
    }
}

#[test]
fn the_truth_is_sorted_and_complete() {
    let (package, truth) = (second(), truth().unwrap());
    assert!(truth.values.is_sorted_by(|a, b| {
        (a.measure_id, a.period_start, &a.hospital_id) < (b.measure_id, b.period_start, &b.hospital_id)
    }));
    let sheet = Sheet::read(&package, "observations.csv");
    for row in sheet.rows.iter().filter(|row| sheet.number(row, "denominator").is_some()) {
        let found =
            truth.value(sheet.text(row, "hospital_id"), sheet.text(row, "measure_id"), sheet.text(row, "period_start"));
        assert!(found.is_some_and(|v| v > 0.0), "{row:?}");
    }
    assert_eq!(truth.csv().iter().filter(|byte| **byte == b'\n').count(), truth.values.len() + 1);
}
