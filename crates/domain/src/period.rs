//! Which days does a figure cover?

use crate::{Bilingual, Explained};
use jiff::civil::Date;
use std::fmt;

/// A calendar day.
pub type Day = Date;

/// A range of days, both ends included. A Japanese fiscal year is 04-01 to 03-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
}

/// Why a text is no day or no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a period: write START/END with days as 2022-04-01")]
pub struct PeriodError(pub String);

impl Explained for PeriodError {
    fn explained(&self) -> Bilingual<String> {
        let ja = format!(
            "「{}」は期間ではありません。最初の日/最後の日 を 2022-04-01/2023-03-31 のように書いてください",
            self.0
        );
        Bilingual::new(ja, self.to_string())
    }
}

impl Period {
    /// The fiscal year that begins on 1 April of `year`.
    pub fn fiscal_year(year: i16) -> Option<Self> {
        Some(Self { start: Date::new(year, 4, 1).ok()?, end: Date::new(year.checked_add(1)?, 3, 31).ok()? })
    }

    /// Reads `START/END`.
    ///
    /// # Errors
    /// [`PeriodError`] where one of the two is no day or the end lies before the start.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let refuse = || PeriodError(text.chars().take(60).collect());
        let (start, end) = text.split_once('/').ok_or_else(refuse)?;
        let start = parse_day(start).ok_or_else(refuse)?;
        let end = parse_day(end).ok_or_else(refuse)?;
        if end < start { Err(refuse()) } else { Ok(Self { start, end }) }
    }

    /// The year, where the period is exactly one fiscal year.
    pub fn as_fiscal_year(self) -> Option<i16> {
        (Self::fiscal_year(self.start.year()) == Some(self)).then(|| self.start.year())
    }

    /// True where the two share a day.
    pub fn overlaps(self, start: Day, end: Day) -> bool {
        self.start <= end && start <= self.end
    }

    /// True where more than `months` calendar months lie between the end of the period and `today`.
    pub fn ended_months_before(self, months: i32, today: Day) -> bool {
        let due = self.end.checked_add(jiff::Span::new().months(months));
        due.is_ok_and(|due| due < today)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

/// Reads a day written as `2022-04-01`.
pub fn parse_day(text: &str) -> Option<Day> {
    let text = text.trim();
    if text.len() != 10 {
        return None;
    }
    text.parse().ok()
}

const SECONDS_OF_A_DAY: i64 = 86_400;
/// Japan is nine hours ahead and has no summer time.
const JAPAN_AHEAD: i64 = 9 * 3_600;

/// The day in Japan, so many seconds after the beginning of 1970 (UTC).
pub fn day_in_japan(seconds: i64) -> Day {
    let days = seconds.saturating_add(JAPAN_AHEAD).div_euclid(SECONDS_OF_A_DAY);
    let after = jiff::Span::new().try_days(days).and_then(|days| Date::constant(1970, 1, 1).checked_add(days));
    after.unwrap_or(Date::MAX)
}

/// The same with the time of day: `2025-06-10T09:30:00+09:00`.
pub fn time_in_japan(seconds: i64) -> String {
    let of_day = seconds.saturating_add(JAPAN_AHEAD).rem_euclid(SECONDS_OF_A_DAY);
    let (hours, minutes, rest) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{}T{hours:02}:{minutes:02}:{rest:02}+09:00", day_in_japan(seconds))
}

/// So many days before; the first day there is, where that would be earlier.
pub fn days_before(day: Day, days: i32) -> Day {
    day.checked_sub(jiff::Span::new().days(days)).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fiscal_year_runs_from_april_to_march() {
        let year = Period::fiscal_year(2022).unwrap();
        assert_eq!(year.to_string(), "2022-04-01/2023-03-31");
        assert_eq!(Period::parse("2022-04-01/2023-03-31").unwrap(), year);
        assert_eq!(year.as_fiscal_year(), Some(2022));
    }

    #[test]
    fn a_day_in_japan_begins_nine_hours_earlier() {
        assert_eq!(day_in_japan(0).to_string(), "1970-01-01");
        assert_eq!(time_in_japan(1_749_513_600), "2025-06-10T09:00:00+09:00");
        assert_eq!(day_in_japan(1_749_513_600 - 9 * 3_600 - 1).to_string(), "2025-06-09");
        assert_eq!(days_before(day_in_japan(1_749_513_600), 365).to_string(), "2024-06-10");
    }

    #[test]
    fn an_end_before_the_start_is_refused() {
        assert!(Period::parse("2023-04-01/2022-03-31").is_err());
        assert!(Period::parse("latest").is_err());
    }

    #[test]
    fn age_is_counted_in_calendar_months() {
        let year = Period::fiscal_year(2022).unwrap();
        assert!(!year.ended_months_before(24, Date::constant(2025, 3, 31)));
        assert!(year.ended_months_before(24, Date::constant(2025, 4, 1)));
        assert!(!year.ended_months_before(0, Date::constant(2020, 1, 1)));
    }
}
