//! How is a bare number written so that both languages read it alike?
//!
//! Nothing here panics: what is not a finite number is written as [`MISSING`].

use crate::Locale;

/// Stands where a number cannot be written.
pub const MISSING: &str = "—";

const MOST_DECIMALS: usize = 6;

/// A number with thousands separators and exactly `decimals` digits behind the point; `−` for negatives.
pub fn number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return MISSING.to_owned();
    }
    let plain = format!("{:.*}", decimals.min(MOST_DECIMALS), value.abs());
    let (integer, fraction) = match plain.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (plain.as_str(), None),
    };
    let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let mut written = String::with_capacity(plain.len() + 4);
    if value < 0.0 && !is_zero {
        written.push('−');
    }
    push_grouped(&mut written, integer);
    if let Some(fraction) = fraction {
        written.push('.');
        written.push_str(fraction);
    }
    written
}

fn push_grouped(written: &mut String, digits: &str) {
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
}

/// A whole number with thousands separators: `11,760`.
pub fn whole(value: impl TryInto<i128>) -> String {
    let Ok(value) = value.try_into() else {
        return MISSING.to_owned();
    };
    let mut written = String::new();
    if value < 0 {
        written.push('−');
    }
    push_grouped(&mut written, &value.unsigned_abs().to_string());
    written
}

/// A number that always shows its sign, for differences: `+3`, `−1.2`, `±0`.
pub fn signed(value: f64, decimals: usize) -> String {
    let written = number(value, decimals);
    if !value.is_finite() || written.starts_with('−') {
        written
    } else if written.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        format!("±{written}")
    } else {
        format!("+{written}")
    }
}

/// A share as per cent: `0.123` → `12%`.
pub fn percent(share: f64, decimals: usize) -> String {
    match number(share * 100.0, decimals) {
        missing if missing == MISSING => missing,
        written => format!("{written}%"),
    }
}

/// Two numbers as a range, without a sentence around it: `8〜17` and `8–17`.
pub fn range(locale: Locale, low: f64, high: f64, decimals: usize) -> String {
    let (low, high) = (number(low, decimals), number(high, decimals));
    if low == high {
        return low;
    }
    match locale {
        Locale::Ja => format!("{low}〜{high}"),
        Locale::En if low.starts_with('−') || high.starts_with('−') => {
            format!("{low} to {high}")
        }
        Locale::En => format!("{low}–{high}"),
    }
}

/// A distance for readers: `850 m`, `3.2 km`, `48 km`.
pub fn distance_km(kilometres: f64) -> String {
    if !kilometres.is_finite() || kilometres < 0.0 {
        MISSING.to_owned()
    } else if kilometres < 0.95 {
        format!("{} m", number((kilometres * 20.0).round() * 50.0, 0))
    } else if kilometres < 9.95 {
        format!("{} km", number(kilometres, 1))
    } else {
        format!("{} km", number(kilometres, 0))
    }
}

/// How many digits behind the point an interval of this width supports (R19).
///
/// The last digit is never coarser than a fifth of the interval and never finer than a fiftieth
/// (except that whole numbers stay whole), so that it says nothing chance could not have changed.
/// `low` and `high` are in the unit that is printed.
pub fn decimals_supported(low: f64, high: f64) -> usize {
    let width = (high - low).abs();
    if !width.is_finite() || width == 0.0 {
        return 0;
    }
    let mut step = 1.0;
    let mut decimals = 0;
    while step > width / 5.0 && decimals < 4 {
        step /= 10.0;
        decimals += 1;
    }
    decimals
}

/// Adds a remark in the parentheses of the language: `（…）` and ` (…)`.
pub fn in_parentheses(locale: Locale, before: &str, remark: &str) -> String {
    match locale {
        _ if remark.is_empty() => before.to_owned(),
        Locale::Ja => format!("{before}（{remark}）"),
        Locale::En => format!("{before} ({remark})"),
    }
}

/// Joins words as the language does: `A、B、C` and `A, B and C`.
pub fn list<S: AsRef<str>>(locale: Locale, words: &[S]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match (locale, words.as_slice()) {
        (Locale::Ja, words) => words.join("、"),
        (Locale::En, [first @ .., last]) if !first.is_empty() => {
            format!("{} and {last}", first.join(", "))
        }
        (Locale::En, words) => words.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        assert_eq!(number(11760.0, 0), "11,760");
        assert_eq!(number(999.0, 0), "999");
        assert_eq!(number(1234567.891, 2), "1,234,567.89");
        assert_eq!(whole(7587_i64), "7,587");
        assert_eq!(whole(4_500_usize), "4,500");
        assert_eq!(whole(-1000_i32), "−1,000");
        assert_eq!(percent(0.354, 0), "35%");
    }

    #[test]
    fn zero_has_no_sign_and_nonsense_has_no_digits() {
        assert_eq!(number(-0.0001, 2), "0.00");
        assert_eq!(number(-12.5, 1), "−12.5");
        for nonsense in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(number(nonsense, 1), MISSING);
            assert_eq!(percent(nonsense, 0), MISSING);
            assert_eq!(signed(nonsense, 0), MISSING);
        }
    }

    #[test]
    fn a_difference_shows_its_sign() {
        assert_eq!(signed(3.0, 0), "+3");
        assert_eq!(signed(-1.24, 1), "−1.2");
        assert_eq!(signed(0.01, 1), "±0.0");
    }

    #[test]
    fn digits_stop_where_chance_begins() {
        assert_eq!(decimals_supported(8.0, 17.0), 0);
        assert_eq!(decimals_supported(0.31, 0.56), 2);
        assert_eq!(decimals_supported(11.0, 13.0), 1);
        assert_eq!(decimals_supported(100.0, 900.0), 0);
        assert_eq!(decimals_supported(f64::NAN, 1.0), 0);
    }

    #[test]
    fn a_range_reads_naturally() {
        assert_eq!(range(Locale::Ja, 8.0, 17.0, 0), "8〜17");
        assert_eq!(range(Locale::En, 8.0, 17.0, 0), "8–17");
        assert_eq!(range(Locale::En, -2.0, 3.0, 0), "−2 to 3");
        assert_eq!(range(Locale::En, 3.01, 3.02, 1), "3.0");
    }

    #[test]
    fn words_are_joined_as_each_language_does() {
        assert_eq!(list(Locale::Ja, &["効果", "安全"]), "効果、安全");
        assert_eq!(list(Locale::En, &["a", "b", "c"]), "a, b and c");
        assert_eq!(list(Locale::En, &["a"]), "a");
        assert_eq!(list::<&str>(Locale::En, &[]), "");
        assert_eq!(in_parentheses(Locale::Ja, "12人", "2022年度"), "12人（2022年度）");
    }

    #[test]
    fn a_distance_is_as_exact_as_it_is_useful() {
        assert_eq!(distance_km(0.83), "850 m");
        assert_eq!(distance_km(3.24), "3.2 km");
        assert_eq!(distance_km(48.3), "48 km");
        assert_eq!(distance_km(f64::NAN), MISSING);
    }
}
