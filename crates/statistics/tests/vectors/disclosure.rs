//! Is exactly as much hidden as must be?

use crate::files::json;
use serde_json::Value;
use statistics::disclosure::*;

fn counts(value: &Value) -> Vec<u64> {
    value.as_array().unwrap().iter().map(|v| v.as_u64().unwrap()).collect()
}

fn marks(value: &Value) -> Vec<bool> {
    value.as_array().unwrap().iter().map(|v| v.as_bool().unwrap()).collect()
}

fn rows<T>(value: &Value, row: impl Fn(&Value) -> T) -> Vec<T> {
    value.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn lines_agree() {
    let Some(cases) = json("suppression.json") else {
        return;
    };
    for case in cases["lines"].as_array().unwrap() {
        let threshold = case["threshold"].as_u64().unwrap();
        let rule = match case["zero_suppressed"].as_bool().unwrap() {
            true => SuppressionRule::masking_zeros(threshold),
            false => SuppressionRule::showing_zeros(threshold),
        };
        let ours = suppress_line(&counts(&case["cells"]), rule).unwrap();
        assert_eq!(ours.primary, marks(&case["primary"]), "{case}");
        assert_eq!(ours.suppressed, marks(&case["suppressed"]), "{case}");
        assert_eq!(ours.total_suppressed, case["total_suppressed"].as_bool().unwrap(), "{case}");
        let reference = case["attacker_interval"].as_array().map(|a| (a[0].as_u64().unwrap(), a[1].as_u64().unwrap()));
        assert_eq!(ours.deducible, reference, "{case}");
    }
}

#[test]
fn tables_and_their_audits_agree() {
    let Some(cases) = json("suppression.json") else {
        return;
    };
    for case in cases["grids"].as_array().unwrap() {
        let rule = SuppressionRule::showing_zeros(case["threshold"].as_u64().unwrap());
        let ours = suppress_grid(&Grid::new(&rows(&case["table"], counts)).unwrap(), rule);
        assert_eq!(ours.primary, rows(&case["primary"], marks));
        assert_eq!(ours.suppressed, rows(&case["suppressed"], marks));
        assert_eq!(ours.printable, !case["failed"].as_bool().unwrap());
        assert_eq!(ours.audit.passed, case["all_primary_protected"].as_bool().unwrap());
        let reference = rows(&case["intervals"], |r| CellRange {
            row: r["cell"][0].as_u64().unwrap() as usize,
            column: r["cell"][1].as_u64().unwrap() as usize,
            lower: r["lo"].as_f64().unwrap() as u64,
            upper: r["hi"].as_f64().unwrap() as u64,
        });
        assert_eq!(ours.audit.ranges, reference);
    }
}

#[test]
fn leaks_of_rates_agree() {
    let Some(cases) = json("suppression.json") else {
        return;
    };
    for case in cases["derived_rate_leak"].as_array().unwrap() {
        let rule = SuppressionRule::showing_zeros(case["threshold"].as_u64().unwrap());
        let decimals = case["decimals"].as_u64().unwrap() as u8;
        let ours = rate_leak(case["rate_pct"].as_f64().unwrap(), decimals, case["n"].as_u64().unwrap(), rule).unwrap();
        let possible = counts(&case["possible_numerators"]);
        assert_eq!(ours.numerators, possible.first().copied().zip(possible.last().copied()));
        assert_eq!(ours.leaks_numerator, case["leaks_numerator"].as_bool().unwrap());
        assert_eq!(ours.leaks_complement, case["leaks_complement"].as_bool().unwrap());
    }
}

#[test]
fn profiles_print_as_their_publishers_do() {
    let Some(cases) = json("suppression.json") else {
        return;
    };
    for case in cases["profiles"].as_array().unwrap() {
        for (name, profile) in [
            ("jp_dpc", Profile::JpDpc),
            ("jp_ndb", Profile::JpNdb),
            ("jp_gan", Profile::JpGan),
            ("us_cms", Profile::UsCms),
            ("uk_hes", Profile::UkHes),
            ("uk_1_5", Profile::Uk1To5),
        ] {
            assert_eq!(profile.print(case["value"].as_u64().unwrap()), case[name].as_str().unwrap(), "{name}");
        }
    }
}
