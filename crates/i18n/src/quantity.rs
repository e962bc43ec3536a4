//! How is a measured value said to a lay reader: number, then range, always with its unit?
//!
//! Values come in base units (a proportion between 0 and 1, events per one unit, observed over expected)
//! and leave as words (R9, R11, R19).

use crate::numbers::{MISSING, decimals_supported, number, range};
use crate::{Locale, in_parentheses};

/// Of how many a proportion is counted; one per chart (R9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Denominator {
    /// 100
    Hundred,
    /// 1,000
    Thousand,
    /// 10,000
    TenThousand,
    /// 100,000
    HundredThousand,
}

impl Denominator {
    /// All denominators, smallest first.
    pub const ALL: [Denominator; 4] =
        [Denominator::Hundred, Denominator::Thousand, Denominator::TenThousand, Denominator::HundredThousand];

    /// The number itself.
    pub const fn count(self) -> u32 {
        match self {
            Denominator::Hundred => 100,
            Denominator::Thousand => 1_000,
            Denominator::TenThousand => 10_000,
            Denominator::HundredThousand => 100_000,
        }
    }

    /// The smallest denominator with which a typical value (the national one, say) is at least 5:
    /// `0.012` → 12 in 1,000, `0.3` → 30 in 100.
    pub fn fitting(typical: f64) -> Denominator {
        if !typical.is_finite() || typical <= 0.0 {
            return Denominator::Thousand;
        }
        Denominator::ALL
            .into_iter()
            .find(|denominator| typical * f64::from(denominator.count()) >= 5.0)
            .unwrap_or(Denominator::HundredThousand)
    }
}

/// A word that follows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unit<'a> {
    /// Behind a Japanese number, without a space.
    pub ja: &'a str,
    /// Behind exactly 1.
    pub en_one: &'a str,
    /// Behind every other number.
    pub en_many: &'a str,
}

impl<'a> Unit<'a> {
    /// 人 / people
    pub const PEOPLE: Unit<'static> = Unit { ja: "人", en_one: "person", en_many: "people" };
    /// 件 / cases
    pub const CASES: Unit<'static> = Unit { ja: "件", en_one: "case", en_many: "cases" };
    /// 日 / days
    pub const DAYS: Unit<'static> = Unit { ja: "日", en_one: "day", en_many: "days" };
    /// 分 / minutes
    pub const MINUTES: Unit<'static> = Unit { ja: "分", en_one: "minute", en_many: "minutes" };
    /// 点 / points
    pub const POINTS: Unit<'static> = Unit { ja: "点", en_one: "point", en_many: "points" };
    /// 床 / beds
    pub const BEDS: Unit<'static> = Unit { ja: "床", en_one: "bed", en_many: "beds" };
    /// 院 / hospitals
    pub const HOSPITALS: Unit<'static> = Unit { ja: "院", en_one: "hospital", en_many: "hospitals" };
    /// 人・日 / patient-days
    pub const PATIENT_DAYS: Unit<'static> = Unit { ja: "人・日", en_one: "patient-day", en_many: "patient-days" };

    /// A unit whose English word is the same for one and many.
    pub const fn new(ja: &'a str, en: &'a str) -> Unit<'a> {
        Unit { ja, en_one: en, en_many: en }
    }

    /// The number (already written) with the word behind it.
    pub fn behind(&self, locale: Locale, written: &str) -> String {
        match locale {
            Locale::Ja => format!("{written}{}", self.ja),
            Locale::En if written == "1" => format!("{written} {}", self.en_one),
            Locale::En if self.en_many.is_empty() => written.to_owned(),
            Locale::En => format!("{written} {}", self.en_many),
        }
    }

    /// The word alone.
    pub fn word(&self, locale: Locale) -> &'a str {
        locale.pick(self.ja, self.en_many)
    }
}

/// What kind of number a measure gives, and so how it is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity<'a> {
    /// A share from 0 to 1, said as "12 in 1,000 people".
    Proportion {
        /// Of how many.
        of: Denominator,
        /// What is counted above and below the line.
        counted: Unit<'a>,
    },
    /// Events per one `base`, said as "0.42 cases per 1,000 patient-days".
    Rate {
        /// Of how many `base` the rate is told.
        per: Denominator,
        /// What the rate is counted on.
        base: Unit<'a>,
        /// What happens.
        event: Unit<'a>,
    },
    /// Observed over expected, said as "1.12 times what is expected".
    Ratio,
    /// A mean or a score in its unit: "12.3 days".
    Mean {
        /// The unit of the mean.
        unit: Unit<'a>,
    },
    /// A whole number of things: "1,234 cases".
    Count {
        /// What is counted.
        unit: Unit<'a>,
    },
    /// An answer, said as "yes" (1) or "no" (0).
    YesNo,
}

impl Quantity<'_> {
    /// The factor from base units to the number that is printed and drawn.
    pub fn factor(&self) -> f64 {
        match self {
            Quantity::Proportion { of, .. } => f64::from(of.count()),
            Quantity::Rate { per, .. } => f64::from(per.count()),
            Quantity::Ratio | Quantity::Mean { .. } | Quantity::Count { .. } | Quantity::YesNo => 1.0,
        }
    }

    /// The value in the unit that is printed and drawn: `0.012` → `12.0` of 1,000.
    pub fn scaled(&self, value: f64) -> f64 {
        value * self.factor()
    }

    /// How many digits behind the point the interval supports (base units); without one, three figures.
    pub fn decimals(&self, value: f64, interval: Option<(f64, f64)>) -> usize {
        match (self, interval) {
            (Quantity::Count { .. } | Quantity::YesNo, _) => 0,
            (Quantity::Ratio, None) => 2,
            (_, Some((low, high))) if low.is_finite() && high.is_finite() && low != high => {
                decimals_supported(self.scaled(low), self.scaled(high))
            }
            _ => decimals_of_three_figures(self.scaled(value)),
        }
    }

    /// Only the number, as in a table: `12`.
    pub fn figure(&self, value: f64, decimals: usize) -> String {
        number(self.scaled(value), decimals)
    }

    /// The value with its unit and denominator: `1,000人中 12人` / `12 in 1,000 people`.
    pub fn value(&self, locale: Locale, value: f64, decimals: usize) -> String {
        let written = self.figure(value, decimals);
        if written == MISSING {
            return written;
        }
        match (self, locale) {
            (Quantity::Proportion { of, counted }, Locale::Ja) => {
                let of = number(f64::from(of.count()), 0);
                format!("{of}{unit}中 {written}{unit}", unit = counted.ja)
            }
            (Quantity::Proportion { of, counted }, Locale::En) => {
                format!("{written} in {} {}", number(f64::from(of.count()), 0), counted.en_many)
            }
            (Quantity::Rate { per, base, event }, Locale::Ja) => {
                let per = number(f64::from(per.count()), 0);
                format!("{per}{}あたり {written}{}", base.ja, event.ja)
            }
            (Quantity::Rate { per, base, event }, Locale::En) => {
                let events = event.behind(locale, &written);
                format!("{events} per {} {}", number(f64::from(per.count()), 0), base.en_many)
            }
            (Quantity::Ratio, Locale::Ja) => format!("予測の {written}倍"),
            (Quantity::Ratio, Locale::En) => format!("{written} times what is expected"),
            (Quantity::YesNo, _) => answer(locale, value).map_or(written, str::to_owned),
            (Quantity::Mean { unit } | Quantity::Count { unit }, _) => unit.behind(locale, &written),
        }
    }

    /// The interval as a sentence: `8〜17人の間と考えられます` / `probably between 8 and 17`.
    pub fn range_sentence(&self, locale: Locale, low: f64, high: f64, decimals: usize) -> String {
        let (low_written, high_written) = (self.figure(low, decimals), self.figure(high, decimals));
        if low_written == MISSING || high_written == MISSING {
            return String::new();
        }
        if *self == Quantity::YesNo {
            return String::new();
        }
        let unit = self.range_unit(locale);
        let same = low_written == high_written;
        match locale {
            Locale::Ja if same => format!("ほぼ{low_written}{unit}と考えられます"),
            Locale::Ja => {
                let span = range(locale, self.scaled(low), self.scaled(high), decimals);
                format!("{span}{unit}の間と考えられます")
            }
            Locale::En if same => format!("probably close to {low_written}"),
            Locale::En => format!("probably between {low_written} and {high_written}"),
        }
    }

    /// Number, then range (R11): `1,000人中 12人（8〜17人の間と考えられます）`, rounded to what the interval supports.
    pub fn sentence(&self, locale: Locale, value: f64, interval: Option<(f64, f64)>) -> String {
        let decimals = self.decimals(value, interval);
        let said = self.value(locale, value, decimals);
        match interval {
            Some((low, high)) if said != MISSING && *self != Quantity::YesNo => {
                in_parentheses(locale, &said, &self.range_sentence(locale, low, high, decimals))
            }
            _ => said,
        }
    }

    /// What one step of the axis means: `1,000人中の人数` / `in 1,000 people`.
    pub fn axis(&self, locale: Locale) -> String {
        match (self, locale) {
            (Quantity::Proportion { of, counted }, Locale::Ja) => {
                format!("{}{unit}中（{unit}）", number(f64::from(of.count()), 0), unit = counted.ja)
            }
            (Quantity::Proportion { of, counted }, Locale::En) => {
                format!("in {} {}", number(f64::from(of.count()), 0), counted.en_many)
            }
            (Quantity::Rate { per, base, event }, Locale::Ja) => {
                format!("{}{}あたり（{}）", number(f64::from(per.count()), 0), base.ja, event.ja)
            }
            (Quantity::Rate { per, base, event }, Locale::En) => {
                format!("{} per {} {}", event.en_many, number(f64::from(per.count()), 0), base.en_many)
            }
            (Quantity::Ratio, Locale::Ja) => "予測の何倍か".to_owned(),
            (Quantity::Ratio, Locale::En) => "times what is expected".to_owned(),
            (Quantity::YesNo, _) => locale.pick("はい・いいえ", "yes or no").to_owned(),
            (Quantity::Mean { unit } | Quantity::Count { unit }, _) => unit.word(locale).to_owned(),
        }
    }

    fn range_unit(&self, locale: Locale) -> &str {
        match self {
            Quantity::Proportion { counted, .. } => counted.word(locale),
            Quantity::Rate { event, .. } => event.word(locale),
            Quantity::Ratio => locale.pick("倍", ""),
            Quantity::YesNo => "",
            Quantity::Mean { unit } | Quantity::Count { unit } => unit.word(locale),
        }
    }
}

/// The answer that a number stands for.
fn answer(locale: Locale, value: f64) -> Option<&'static str> {
    match value {
        1.0 => Some(locale.pick("はい", "Yes")),
        0.0 => Some(locale.pick("いいえ", "No")),
        _ => None,
    }
}

fn decimals_of_three_figures(value: f64) -> usize {
    match value.abs() {
        0.0 => 0,
        large if large >= 100.0 => 0,
        medium if medium >= 10.0 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: Quantity<'static> = Quantity::Proportion { of: Denominator::Thousand, counted: Unit::PEOPLE };
    const FALLS: Quantity<'static> =
        Quantity::Rate { per: Denominator::Thousand, base: Unit::PATIENT_DAYS, event: Unit::CASES };

    fn check(quantity: Quantity<'_>, value: f64, interval: Option<(f64, f64)>, ja: &str, en: &str) {
        assert_eq!(quantity.sentence(Locale::Ja, value, interval), ja);
        assert_eq!(quantity.sentence(Locale::En, value, interval), en);
    }

    #[test]
    fn a_value_is_number_then_range_and_never_one_in_x() {
        check(
            PEOPLE,
            0.0121,
            Some((0.008, 0.0174)),
            "1,000人中 12人（8〜17人の間と考えられます）",
            "12 in 1,000 people (probably between 8 and 17)",
        );
        check(
            FALLS,
            0.000_42,
            Some((0.000_31, 0.000_56)),
            "1,000人・日あたり 0.42件（0.31〜0.56件の間と考えられます）",
            "0.42 cases per 1,000 patient-days (probably between 0.31 and 0.56)",
        );
        check(
            Quantity::Ratio,
            1.118,
            Some((0.94, 1.31)),
            "予測の 1.12倍（0.94〜1.31倍の間と考えられます）",
            "1.12 times what is expected (probably between 0.94 and 1.31)",
        );
        check(
            Quantity::Mean { unit: Unit::DAYS },
            12.34,
            Some((11.5, 13.2)),
            "12.3日（11.5〜13.2日の間と考えられます）",
            "12.3 days (probably between 11.5 and 13.2)",
        );
        check(Quantity::Count { unit: Unit::CASES }, 1234.0, None, "1,234件", "1,234 cases");
        check(Quantity::Count { unit: Unit::BEDS }, 1.0, None, "1床", "1 bed");
        check(Quantity::YesNo, 1.0, None, "はい", "Yes");
        check(Quantity::YesNo, 0.0, Some((0.0, 1.0)), "いいえ", "No");
    }

    #[test]
    fn a_small_hospital_is_rounded_more_than_a_large_one() {
        assert_eq!(PEOPLE.decimals(0.012, Some((0.002, 0.04))), 0);
        assert_eq!(PEOPLE.decimals(0.012, Some((0.0118, 0.0122))), 2);
        assert_eq!(PEOPLE.decimals(0.012, None), 1);
    }

    #[test]
    fn the_denominator_keeps_small_numbers_readable() {
        assert_eq!(Denominator::fitting(0.3), Denominator::Hundred);
        assert_eq!(Denominator::fitting(0.012), Denominator::Thousand);
        assert_eq!(Denominator::fitting(0.0012), Denominator::TenThousand);
        assert_eq!(Denominator::fitting(0.000_000_1), Denominator::HundredThousand);
        assert_eq!(Denominator::fitting(f64::NAN), Denominator::Thousand);
    }

    #[test]
    fn nonsense_is_a_dash_without_a_range() {
        check(PEOPLE, f64::NAN, Some((0.0, 1.0)), "—", "—");
        check(PEOPLE, 0.0, Some((f64::NAN, 0.1)), "1,000人中 0人", "0 in 1,000 people");
    }

    #[test]
    fn an_interval_that_closes_is_said_to_be_close() {
        assert_eq!(PEOPLE.range_sentence(Locale::Ja, 0.012, 0.012, 0), "ほぼ12人と考えられます");
        assert_eq!(PEOPLE.range_sentence(Locale::En, 0.012, 0.012, 0), "probably close to 12");
    }
}
