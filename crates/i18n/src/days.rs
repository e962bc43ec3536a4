//! How is a day, a period or a fiscal year written?

use crate::Locale;

/// A day of the calendar, as files print it; it knows nothing of time zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDay {
    /// Year of the common era.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl CalendarDay {
    /// A day, if there is such a day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<CalendarDay> {
        let exists = (1..=12).contains(&month) && (1..=last_day(year, month)).contains(&day);
        exists.then_some(CalendarDay { year, month, day })
    }

    /// Reads `2022-04-01`; a time behind a `T` or a space is left aside.
    pub fn parse(text: &str) -> Option<CalendarDay> {
        let text = text.split(['T', ' ']).next()?;
        let mut parts = text.split('-');
        let day =
            CalendarDay::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?;
        parts.next().is_none().then_some(day)
    }

    /// The Japanese fiscal year (1 April to 31 March) this day lies in.
    pub fn fiscal_year(self) -> i32 {
        if self.month >= 4 { self.year } else { self.year - 1 }
    }
}

fn last_day(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        _ => 31,
    }
}

/// `2022年度` / `FY2022`.
pub fn fiscal_year(locale: Locale, year: i32) -> String {
    match locale {
        Locale::Ja => format!("{year}年度"),
        Locale::En => format!("FY{year}"),
    }
}

/// `2012〜2022年度` / `FY2012–2022`; one year where both are the same.
pub fn fiscal_year_span(locale: Locale, first: i32, last: i32) -> String {
    match locale {
        _ if first == last => fiscal_year(locale, first),
        Locale::Ja => format!("{first}〜{last}年度"),
        Locale::En => format!("FY{first}–{last}"),
    }
}

/// `2025年6月1日` / `1 June 2025`.
pub fn date(locale: Locale, day: CalendarDay) -> String {
    let CalendarDay { year, month, day } = day;
    match locale {
        Locale::Ja => format!("{year}年{month}月{day}日"),
        Locale::En => format!("{day} {} {year}", english_month(month)),
    }
}

/// As [`date`], from `2025-06-01`; what is not a day is given back as it came.
pub fn date_iso(locale: Locale, text: &str) -> String {
    CalendarDay::parse(text).map_or_else(|| text.to_owned(), |day| date(locale, day))
}

/// A range of days in the shortest words that are exact.
///
/// A Japanese fiscal year is named so, as is a span of them; then calendar years, whole months, days.
pub fn period(locale: Locale, start: CalendarDay, end: CalendarDay) -> String {
    let (first, last) = (start.min(end), start.max(end));
    let from_first_of_month = first.day == 1;
    let to_last_of_month = last.day == last_day(last.year, last.month);
    match (first.month, last.month) {
        _ if first == last => date(locale, first),
        _ if !(from_first_of_month && to_last_of_month) => days_span(locale, first, last),
        (4, 3) => fiscal_year_span(locale, first.year, last.year - 1),
        (1, 12) => years_span(locale, first.year, last.year),
        _ => months_span(locale, first, last),
    }
}

/// As [`period`], from two ISO dates; what is not a day is given back as it came.
pub fn period_iso(locale: Locale, start: &str, end: &str) -> String {
    match (CalendarDay::parse(start), CalendarDay::parse(end)) {
        (Some(start), Some(end)) => period(locale, start, end),
        _ if start == end => start.to_owned(),
        _ => locale.pick(format!("{start}〜{end}"), format!("{start} to {end}")),
    }
}

fn years_span(locale: Locale, first: i32, last: i32) -> String {
    match locale {
        Locale::Ja if first == last => format!("{first}年"),
        Locale::En if first == last => first.to_string(),
        Locale::Ja => format!("{first}〜{last}年"),
        Locale::En => format!("{first}–{last}"),
    }
}

fn months_span(locale: Locale, first: CalendarDay, last: CalendarDay) -> String {
    let one_month = (first.year, first.month) == (last.year, last.month);
    let one_year = first.year == last.year;
    let (first_year, last_year) = (first.year, last.year);
    match locale {
        Locale::Ja if one_month => format!("{first_year}年{}月", first.month),
        Locale::Ja if one_year => format!("{first_year}年{}〜{}月", first.month, last.month),
        Locale::Ja => format!("{first_year}年{}月〜{last_year}年{}月", first.month, last.month),
        Locale::En if one_month => format!("{} {first_year}", english_month(first.month)),
        Locale::En if one_year => {
            format!("{} to {} {first_year}", english_month(first.month), english_month(last.month))
        }
        Locale::En => {
            format!("{} {first_year} to {} {last_year}", english_month(first.month), english_month(last.month))
        }
    }
}

fn days_span(locale: Locale, first: CalendarDay, last: CalendarDay) -> String {
    let (first, last) = (date(locale, first), date(locale, last));
    locale.pick(format!("{first}〜{last}"), format!("{first} to {last}"))
}

fn english_month(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(start: &str, end: &str, ja: &str, en: &str) {
        assert_eq!(period_iso(Locale::Ja, start, end), ja);
        assert_eq!(period_iso(Locale::En, start, end), en);
    }

    #[test]
    fn a_period_is_named_as_people_name_it() {
        check("2022-04-01", "2023-03-31", "2022年度", "FY2022");
        check("2012-04-01", "2023-03-31", "2012〜2022年度", "FY2012–2022");
        check("2024-01-01", "2024-12-31", "2024年", "2024");
        check("2021-07-01", "2024-06-30", "2021年7月〜2024年6月", "July 2021 to June 2024");
        check("2024-04-01", "2024-09-30", "2024年4〜9月", "April to September 2024");
        check("2024-02-01", "2024-02-29", "2024年2月", "February 2024");
        check("2024-07-01", "2024-07-01", "2024年7月1日", "1 July 2024");
        check("2024-07-02", "2024-07-31", "2024年7月2日〜2024年7月31日", "2 July 2024 to 31 July 2024");
        check("?", "2024", "?〜2024", "? to 2024");
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        assert_eq!(CalendarDay::parse("2023-02-29"), None);
        assert_eq!(CalendarDay::parse("2023-13-01"), None);
        assert_eq!(CalendarDay::parse("2023-01-01-01"), None);
        assert_eq!(CalendarDay::parse("2025-06-01T09:00:00"), CalendarDay::new(2025, 6, 1));
        assert_eq!(date_iso(Locale::En, "2025-06-01"), "1 June 2025");
        assert_eq!(date_iso(Locale::Ja, "いつか"), "いつか");
    }

    #[test]
    fn a_fiscal_year_begins_in_april() {
        assert_eq!(CalendarDay::parse("2023-03-31").map(CalendarDay::fiscal_year), Some(2022));
        assert_eq!(CalendarDay::parse("2023-04-01").map(CalendarDay::fiscal_year), Some(2023));
        assert_eq!(fiscal_year(Locale::Ja, 2022), "2022年度");
    }
}
