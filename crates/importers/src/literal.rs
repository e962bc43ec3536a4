//! Which number or day does a printed literal mean?

use domain::period::Day;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Full-width digits and signs folded, white space around removed.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfkc().collect::<String>().trim().to_string()) }
}

/// A name and the footnote marks behind it (`架空病院※9` → `架空病院`, `※9`): a mark is no part of the name.
pub(crate) fn without_marks(name: &str) -> (&str, &str) {
    let is_mark =
        |text: &str| text.chars().all(|c| c == '※' || c.is_numeric() || c.is_whitespace() || c == ',' || c == '、');
    match name.find('※') {
        Some(at) if at > 0 && is_mark(&name[at..]) => (name[..at].trim_end(), name[at..].trim()),
        _ => (name, ""),
    }
}

/// Reads a number: full-width digits, thousands separators, `▲`, `△`, `−` as minus, a leading `+`, a trailing `%` (ignored).
pub(crate) fn number(text: &str) -> Option<f64> {
    if let Ok(number) = text.parse::<f64>() {
        return number.is_finite().then_some(number);
    }
    let folded = folded(text);
    let (negative, rest) = match folded.chars().next()? {
        sign @ ('▲' | '△' | '−' | '-' | '–') => (true, &folded[sign.len_utf8()..]),
        '+' => (false, &folded[1..]),
        _ => (false, folded.as_ref()),
    };
    let digits: String = rest.trim().trim_end_matches('%').trim().chars().filter(|c| *c != ',').collect();
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let number = digits.parse::<f64>().ok().filter(|n| n.is_finite())?;
    Some(if negative { -number } else { number })
}

/// A printed number in another unit, without the last digits that a division in binary adds: 11.6 % is 0.116.
pub(crate) fn divided(number: f64, by: f64) -> f64 {
    let quotient = number / by;
    // fifteen digits are what a printed decimal number keeps in either direction
    if by == 1.0 { number } else { format!("{quotient:.14e}").parse().unwrap_or(quotient) }
}

/// Reads a day: `2022-04-01`, `2022/4/1`, `07/01/2017` (month first), `20250601`, `07012012` (month first), `2018年5月1日`, `01-JUL-2012`, `01-JUL-12`, times ignored.
pub(crate) fn day(text: &str) -> Option<Day> {
    let folded = folded(text);
    let date = folded.split(['T', ' ']).next().unwrap_or("");
    if date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit()) {
        return civil(&date[..4], &date[4..6], &date[6..]).or_else(|| civil(&date[4..], &date[..2], &date[2..4]));
    }
    let parts: Vec<&str> = date.split(['-', '/', '.', '年', '月', '日']).filter(|p| !p.is_empty()).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => civil(year, month, day),
        [day, month, year] if month.chars().all(char::is_alphabetic) => {
            let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_string() };
            civil(&year, &month_number(month)?.to_string(), day)
        }
        [month, day, year] if year.len() == 4 => civil(year, month, day),
        _ => None,
    }
}

fn civil(year: &str, month: &str, day: &str) -> Option<Day> {
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn month_number(name: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = name.to_lowercase();
    MONTHS.iter().position(|m| lower.starts_with(m)).map(|at| at + 1)
}

/// The Gregorian year in which a Japanese fiscal year begins: `2018`, `H30`, `平成30年度`, `令和元年度`, `R7`.
pub(crate) fn fiscal_year(text: &str) -> Option<i16> {
    let folded = folded(text);
    let text = folded.as_ref();
    for (era, first) in [("平成", 1988_i16), ("令和", 2018), ("H", 1988), ("R", 2018)] {
        if let Some(at) = text.find(era) {
            let rest = &text[at + era.len()..];
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let year: i16 = if rest.starts_with('元') { 1 } else { digits.parse().ok()? };
            return year.checked_add(first);
        }
    }
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|y| (1900..2200).contains(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footnote_mark_is_no_part_of_a_name() {
        assert_eq!(without_marks("架空病院※9"), ("架空病院", "※9"));
        assert_eq!(without_marks("架空病院 ※１０ ※11"), ("架空病院", "※１０ ※11"));
        assert_eq!(without_marks("第2架空病院"), ("第2架空病院", ""));
        assert_eq!(without_marks("※架空病院"), ("※架空病院", ""));
        assert_eq!(without_marks("架空※病院"), ("架空※病院", ""));
        assert_eq!(without_marks("※9"), ("※9", ""));
    }

    #[test]
    fn numbers_are_read_in_every_dress() {
        for (text, expected) in [
            ("12", 12.0),
            ("１，２３４", 1234.0),
            ("1,234.5", 1234.5),
            ("▲3.5%", -3.5),
            ("+8.5%", 8.5),
            ("9.8e-05", 0.000_098),
            (" 7 ", 7.0),
            (".5", 0.5),
        ] {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        for text in ["", "-", "*", "N/A", "未報告", "inf", "NaN", "7 out of 10", "１２人"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn percentages_become_the_shares_they_print() {
        for (percent, share) in [(11.6, 0.116), (18.2, 0.182), (0.1, 0.001), (100.0, 1.0), (33.3333, 0.333_333)] {
            assert_eq!(divided(percent, 100.0), share);
        }
        assert_eq!(divided(1.0 / 3.0, 1.0), 1.0 / 3.0);
    }

    #[test]
    fn days_are_read_in_every_dress() {
        let expected = Day::constant(2017, 7, 1);
        for text in [
            "2017-07-01",
            "07/01/2017",
            "7/1/2017",
            "2017/7/1",
            "20170701",
            "2017年7月1日",
            "01-JUL-2017",
            "01-JUL-17",
            "07012017",
            "2017-07-01T00:00:00",
        ] {
            assert_eq!(day(text), Some(expected), "{text}");
        }
        for text in ["", "-", "2017", "31/31/2017", "1Q2022"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn fiscal_years_are_read_from_eras() {
        for (text, year) in [
            ("平成30年度", 2018),
            ("令和元年度", 2019),
            ("令和７年度", 2025),
            ("2022", 2022),
            ("2018年度", 2018),
            ("H30", 2018),
        ] {
            assert_eq!(fiscal_year(text), Some(year), "{text}");
        }
        assert_eq!(fiscal_year("DPC患者数"), None);
    }
}
