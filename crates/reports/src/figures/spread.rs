//! Do hospitals become more alike over the years? The middle of the country or of one role in every period, and one hospital
//! over it.

use super::frame::{Saying, Surroundings, all_sources_words, frame, owner_warning, period_words, whose};
use super::ruler::{axis, known};
use super::said::{self, hospital_name, quantity};
use super::trend::{breaks, national, own_values, reached, short_period};
use crate::model::{CourseNote, MeasureNote, MeasureReport, MeasureSection, SpreadYear};
use charts::{Counted, Frame, Known, National, OwnSeries, PeriodSpread, SpreadOverTime};
use domain::peers::PeerGroup;
use domain::variation::Level;
use domain::{Period, Status};
use i18n::{Locale, whole};

/// So many hospitals are needed before a middle is drawn.
const FEWEST: u32 = 10;

/// The country or one role over the years, and one hospital over it where its section is given; `None` where fewer than two
/// periods have a spread. The years are all of one group, oldest first.
pub fn spread(
    around: &Surroundings<'_>,
    report: &MeasureReport,
    years: &[&SpreadYear],
    own: Option<&MeasureSection>,
) -> Option<SpreadOverTime> {
    let locale = around.locale;
    let values = &report.values;
    let measure = &values.measure;
    let spreads: Vec<PeriodSpread> = years.iter().map(|year| of_year(locale, measure, year)).collect();
    let known = spreads.iter().filter(|spread| matches!(spread, PeriodSpread::Between { .. })).count();
    if known < 2 {
        return None;
    }
    let periods: Vec<Period> = years.iter().map(|year| year.period).collect();
    let own = own.filter(|own| own.measure.id == measure.id && own.newest.figure().stratum == values.stratum);
    // each year has a number of its own, also where it is that of the year before
    let mut frame = Frame { counted: Counted::default(), ..frame(around, saying(around, report, years, own)) };
    frame.notes.splice(0..0, set_words(locale, years));
    Some(SpreadOverTime {
        frame,
        axis: axis(locale, measure, reach(years, own)),
        periods: periods.iter().map(|period| short_period(*period)).collect(),
        spreads,
        field_label: most(locale, years),
        median_label: words::middle(locale).to_owned(),
        national: together(locale, measure, years),
        own: own.map(|own| own_series(locale, own, &periods)),
        breaks: breaks(locale, &report.breaks, &periods),
    })
}

/// The role whose hospitals these are; `None` for the whole country.
fn role_of(years: &[&SpreadYear]) -> Option<PeerGroup> {
    years.last()?.comparator.peer_group
}

/// All hospitals of the group taken together.
fn together(locale: Locale, measure: &MeasureNote, years: &[&SpreadYear]) -> Option<National> {
    let all = national(locale, measure, years.iter().map(|year| &year.comparator))?;
    Some(match role_of(years) {
        None => all,
        Some(_) => National { label: words::role_together(locale).to_owned(), ..all },
    })
}

/// How many hospitals there are in each year, and that fields of another set of hospitals tell nothing about a change.
fn set_words(locale: Locale, years: &[&SpreadYear]) -> Vec<String> {
    let counted =
        |year: &&SpreadYear| words::in_year(locale, &short_period(year.period), &whole(year.comparator.reported));
    let counted: Vec<String> = years.iter().map(counted).collect();
    let numbers = words::numbers(locale, &counted.join(locale.pick("、", ", ")));
    let changed = set_changed(years).map(|(first, last)| words::other_set(locale, &whole(first), &whole(last)));
    std::iter::once(numbers).chain(changed).collect()
}

/// The numbers of hospitals in the first and the last year, where any year has a tenth more or less than the first.
fn set_changed(years: &[&SpreadYear]) -> Option<(u32, u32)> {
    let reported = |year: &&SpreadYear| year.comparator.reported;
    let (first, last) = (reported(years.first()?), reported(years.last()?));
    let differs = |year: &&SpreadYear| u64::from(reported(year).abs_diff(first)) * 10 > u64::from(first);
    years.iter().any(differs).then_some((first, last))
}

fn most(locale: Locale, years: &[&SpreadYear]) -> String {
    if role_of(years).is_some() {
        return words::most_of_role(locale).to_owned();
    }
    let country = years.last().and_then(|year| said::other_country(locale, &year.comparator));
    country.map_or_else(|| words::most(locale).to_owned(), |country| words::most_in(locale, &country.within))
}

fn of_year(locale: Locale, measure: &MeasureNote, year: &SpreadYear) -> PeriodSpread {
    let group = &year.comparator;
    let numbers = (group.p10.number(), group.median.number(), group.p90.number());
    let (Some(low), Some(median), Some(high)) = numbers else {
        return PeriodSpread::Missing { reason: words::few(locale).to_owned() };
    };
    if group.reported < FEWEST {
        return PeriodSpread::Missing { reason: words::few(locale).to_owned() };
    }
    let quantity = quantity(measure);
    let decimals = quantity.decimals(median, Some((low, high)));
    let [low_px, median_px, high_px] = [low, median, high].map(|value| quantity.scaled(value));
    PeriodSpread::Between {
        low: low_px,
        median: median_px,
        high: high_px,
        median_text: quantity.value(locale, median, decimals),
        range_text: words::of_hospitals(
            locale,
            &i18n::range(locale, low_px, high_px, decimals),
            &whole(group.reported),
        ),
    }
}

/// The values of a hospital in the order of the country's periods; a period it has no row for keeps that reason.
fn own_series(locale: Locale, own: &MeasureSection, periods: &[Period]) -> OwnSeries {
    let absent = Status::NotAvailable.reason();
    let of_period = |period: &Period| {
        let value = own.history.iter().find(|value| value.figure().period == *period);
        let missing = || Known::Missing { reason: locale.pick(absent.ja, absent.en).to_owned() };
        value.map_or_else(missing, |value| known(locale, &own.measure, value))
    };
    OwnSeries {
        label: hospital_name(locale, &own.newest.figure().hospital.name),
        values: periods.iter().map(of_period).collect(),
    }
}

/// From the lowest to the highest that is drawn.
fn reach(years: &[&SpreadYear], own: Option<&MeasureSection>) -> (f64, f64) {
    let country = years.iter().flat_map(|year| {
        let group = &year.comparator;
        [group.p10, group.p90, group.target].into_iter().filter_map(crate::model::Figure::number)
    });
    reached(country.chain(own.into_iter().flat_map(own_values))).unwrap_or((0.0, 1.0))
}

fn saying(
    around: &Surroundings<'_>,
    report: &MeasureReport,
    years: &[&SpreadYear],
    own: Option<&MeasureSection>,
) -> Saying {
    let locale = around.locale;
    let values = &report.values;
    let name = said::picked(locale, &values.measure.name);
    let hospitals = report.variation.iter().find(|level| level.level == Level::Hospital);
    let course = hospitals.and_then(|level| level.course.as_ref()).filter(|_| values.stratum.is_empty());
    // it is of all roles, whose patients it would tell, and not of one of them
    let course = course.filter(|_| values.measure.comparable_over_roles() && role_of(years).is_none());
    // beside fields of other hospitals every year a word about the years would be taken from them
    let course = course.filter(|_| set_changed(years).is_none());
    let role = role_of(years).map(|role| locale.pick(role.name().ja, role.name().en).to_owned());
    let mut subtitle: Vec<String> = role.into_iter().chain([words::chance_inside(locale).to_owned()]).collect();
    subtitle.extend(own.map(|own| whose(around, &own.newest.figure().hospital)));
    Saying {
        title: course.map_or_else(|| words::title(locale, &name), |course| finding(locale, &name, course)),
        subtitle: subtitle.join(locale.pick("・", " · ")),
        description: String::new(),
        warning: owner_warning(locale, &values.measure),
        notes: values.said_once.clone(),
        source: all_sources_words(around, span(years).unwrap_or(values.period)),
    }
}

/// All years that are drawn.
fn span(years: &[&SpreadYear]) -> Option<Period> {
    let (first, last) = (years.first()?, years.last()?);
    Some(Period { start: first.period.start, end: last.period.end })
}

/// What a test says of the true differences between hospitals (R16): the words of the course, with its years.
fn finding(locale: Locale, measure: &str, course: &CourseNote) -> String {
    let word = course.course.word();
    words::finding(locale, measure, locale.pick(word.ja, word.en), &years_of(locale, course))
}

fn years_of(locale: Locale, course: &CourseNote) -> String {
    let year = |end: domain::Day| {
        let fiscal = Period::fiscal_year(end.year() - 1).filter(|period| period.end == end);
        fiscal.map_or_else(|| i18n::date_iso(locale, &end.to_string()), |period| period_words(locale, period))
    };
    words::from_to(locale, &year(course.first_end), &year(course.last_end))
}

mod words {
    i18n::text! {
        pub(super) fn title(measure: &str) {
            ja: "{measure}：病院のあいだの差、年ごと",
            en: "{measure}: how far hospitals lie apart, year by year",
        }
        pub(super) fn finding(measure: &str, word: &str, years: &str) {
            ja: "{measure}：病院のあいだの本当の差は、{word}（{years}）",
            en: "{measure}: true differences between hospitals, {years}: {word}",
        }
        pub(super) fn from_to(first: &str, last: &str) { ja: "{first}から{last}", en: "{first} to {last}" }
        pub(super) fn in_year(year: &str, count: &str) { ja: "{year} {count}院", en: "{year}: {count}" }
        pub(super) fn numbers(by_year: &str) { ja: "値のある病院：{by_year}", en: "Hospitals with a value: {by_year}" }
        pub(super) fn other_set(first: &str, last: &str) {
            ja: "病院の顔ぶれが年ごとに大きく変わっています（{first}院から{last}院）。灰色の長さの変化から、差が広がった・縮まったとは言えません。",
            en: "The set of hospitals changed a great deal ({first} to {last}). Longer or shorter grey fields do not show that differences grew or shrank.",
        }
        pub(super) fn chance_inside {
            ja: "灰色の長さには、偶然の差も入っています",
            en: "The grey fields also hold differences by chance",
        }
        pub(super) fn most { ja: "全国の病院のほとんど（8割）", en: "Most hospitals nationwide (8 in 10)" }
        pub(super) fn most_in(country: &str) {
            ja: "{country}の病院のほとんど（8割）",
            en: "Most hospitals in {country} (8 in 10)",
        }
        pub(super) fn most_of_role { ja: "この役割の病院のほとんど（8割）", en: "Most hospitals of this role (8 in 10)" }
        pub(super) fn role_together { ja: "この役割の病院をあわせた値", en: "All hospitals of this role together" }
        pub(super) fn middle { ja: "真ん中の病院", en: "The hospital in the middle" }
        pub(super) fn few { ja: "値のある病院が10院に足りません", en: "Fewer than 10 hospitals have a value" }
        pub(super) fn of_hospitals(range: &str, count: &str) { ja: "{range}（{count}院）", en: "{range} ({count} hospitals)" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Comparator;

    fn of(numbers: &[u32]) -> Vec<SpreadYear> {
        let year = |(at, reported): (usize, &u32)| SpreadYear {
            period: Period::fiscal_year(2012 + i16::try_from(at).unwrap()).unwrap(),
            comparator: Comparator {
                country: "JP".to_owned(),
                peer_group: None,
                hospitals: *reported,
                reported: *reported,
                clinics: 0,
                target: crate::model::Figure::NotPublished,
                target_of: crate::model::TargetOf::Hospitals,
                p10: crate::model::Figure::NotPublished,
                median: crate::model::Figure::NotPublished,
                p90: crate::model::Figure::NotPublished,
                limits_fit: true,
            },
        };
        numbers.iter().enumerate().map(year).collect()
    }

    #[test]
    fn every_year_has_its_number_and_another_set_of_hospitals_is_named() {
        let said = |numbers: &[u32]| {
            let years = of(numbers);
            set_words(Locale::En, &years.iter().collect::<Vec<_>>())
        };
        let grown = said(&[2848, 3461, 4537]);
        assert_eq!(grown[0], "Hospitals with a value: 2012: 2,848, 2013: 3,461, 2014: 4,537");
        assert!(grown[1].contains("2,848 to 4,537"), "{grown:?}");
        assert_eq!(said(&[100, 110, 95]).len(), 1);
        assert_eq!(said(&[100, 111, 100]).len(), 2);
        assert_eq!(said(&[100, 89, 100]).len(), 2);
    }
}
