//! Are the special functions exact?

use crate::files::{near_relative, table};
use statistics::special::{beta_quantile, gamma_quantile, normal_cdf, normal_quantile, student_quantile};

#[test]
fn special_functions_agree_with_forty_digit_values() {
    for row in table("special_functions.csv") {
        let (a, p) = (row.optional("a").unwrap_or(0.0), row.number("p"));
        let ours = match row.text("fn") {
            "norm_ppf" => normal_quantile(p).unwrap(),
            "norm_cdf" => normal_cdf(p),
            "gamma_ppf" => gamma_quantile(p, a).unwrap(),
            "beta_ppf" => beta_quantile(p, a, row.number("b")).unwrap(),
            "t_ppf" => student_quantile(p, a).unwrap(),
            other => panic!("unknown function {other}"),
        };
        let what = format!("{} {} {} {}", row.text("fn"), row.text("a"), row.text("b"), row.text("p"));
        // Near p = 1 a double holds the tail of a decimal p to ten digits only: not the function's error.
        let tolerance = if row.text("fn") == "norm_ppf" { 1e-9 } else { 1e-11 };
        near_relative(ours, row.number("value"), tolerance, &what);
    }
}
