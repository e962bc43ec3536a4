//! What is the value of the whole country, whose number is it, and between which values does chance alone leave it?

use super::said::{comparator_name, decimals_of_many, middle_words, of_many, other_country, quantity, whole_country};
use crate::model::{Comparator, Figure, MeasureNote, MeasureReport, TargetOf};
use domain::measure::Kind;
use domain::peers::PeerGroup;
use i18n::{Locale, Quantity, in_parentheses, whole};
use statistics::interval::{exact_poisson_interval, wilson_interval};
use statistics::{Confidence, ObservedExpected, Proportion};

/// A middle of fewer hospitals says little about their role.
const FEWEST: u32 = 10;

/// The value of a group, and how the group is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalValue {
    /// `全国の4,537院をあわせると`
    pub whom: String,
    /// `1,000人中 74人`
    pub value: String,
}

/// The value of a comparator: `全国の4,537院をあわせると 1,000人中 74人`; `None` where it has none.
pub fn national_sentence(locale: Locale, measure: &MeasureNote, comparator: &Comparator) -> Option<String> {
    let NationalValue { whom, value } = national_value(locale, measure, comparator)?;
    Some(words::together(locale, &whom, &value))
}

/// The same in two parts, for places where the number stands out.
pub fn national_value(locale: Locale, measure: &MeasureNote, comparator: &Comparator) -> Option<NationalValue> {
    if quantity(measure) == Quantity::YesNo || is_middle_of_all_kinds(measure, comparator) {
        // the answer in the middle says nothing: answers are counted
        return None;
    }
    let name = comparator_name(locale, comparator);
    let (figure, whom) = match comparator.target {
        Figure::Number(target) => {
            let whom = match (comparator.target_of, other_country(locale, comparator)) {
                (TargetOf::Hospitals, _) => words::altogether(locale, &name),
                (TargetOf::Expectation, _) => words::expectation_is(locale).to_owned(),
                (TargetOf::Publisher, Some(country)) => words::published_is_of(locale, &country.within),
                (TargetOf::Publisher, None) => words::published_is(locale).to_owned(),
            };
            (target, whom)
        }
        Figure::NotPublished => (comparator.median.number()?, words::middle(locale, &name)),
    };
    Some(NationalValue { whom, value: of_many(locale, measure, figure) })
}

/// Whether all that is known of a group is the middle of plain counts: of hospitals of every size that is no measure for one.
pub fn is_bare_count(measure: &MeasureNote, comparator: &Comparator) -> bool {
    matches!(quantity(measure), Quantity::Count { .. }) && comparator.target == Figure::NotPublished
}

/// Whether that middle is of hospitals and clinics in one: a clinic without ambulances says nothing about those of hospitals.
fn is_middle_of_all_kinds(measure: &MeasureNote, comparator: &Comparator) -> bool {
    comparator.peer_group.is_none() && comparator.clinics > 0 && is_bare_count(measure, comparator)
}

/// What a value of the country is called that is not made of its hospitals: `公表元が示した全国の値`; `None` where it is.
pub(super) fn published_value(locale: Locale, comparator: &Comparator) -> Option<String> {
    match comparator.target_of {
        TargetOf::Hospitals => None,
        TargetOf::Expectation => Some(words::expectation(locale).to_owned()),
        TargetOf::Publisher => Some(match other_country(locale, comparator) {
            Some(country) => words::published_of(locale, &country.within),
            None => words::published(locale).to_owned(),
        }),
    }
}

/// What the line of the country is called in a drawing or at the head of a column: `全国`, `公表元の全国の値`.
pub(super) fn target_label(locale: Locale, comparator: &Comparator) -> String {
    match comparator.target_of {
        TargetOf::Hospitals => whole_country(locale, comparator),
        TargetOf::Expectation => words::label_of_expectation(locale).to_owned(),
        TargetOf::Publisher => match other_country(locale, comparator) {
            Some(country) => words::label_of(locale, &country.name),
            None => words::label(locale).to_owned(),
        },
    }
}

/// The middle of plain counts by role, where that of all is one of hospitals and clinics in one: of at most so many roles, those
/// with the most hospitals. `None` where no role has a middle above nothing, or the middle of all says something.
pub fn middles_of_roles(locale: Locale, report: &MeasureReport, most: usize) -> Option<String> {
    let measure = &report.values.measure;
    if !is_middle_of_all_kinds(measure, &report.national.comparator) {
        return None;
    }
    let is_role = |role: PeerGroup| !matches!(role, PeerGroup::Clinic | PeerGroup::Unclassified);
    let roles = report.peers.iter().map(|spread| &spread.comparator);
    let roles = roles.filter(|group| group.reported > 0 && group.peer_group.is_some_and(is_role));
    let (mut told, mut others): (Vec<&Comparator>, Vec<&Comparator>) =
        roles.partition(|group| group.reported >= FEWEST && group.median.number().is_some_and(|middle| middle > 0.0));
    told.sort_by_key(|group| std::cmp::Reverse(group.reported));
    others.extend(told.split_off(most.min(told.len())));
    told.sort_by_key(|group| group.peer_group);
    let said = |group: &&Comparator| {
        let name = group.peer_group?.name();
        let middle = middle_words(locale, measure, group.median)?;
        Some(words::of_role(locale, locale.pick(name.ja, name.en), &whole(group.reported), &middle))
    };
    let mut said: Vec<String> = told.iter().filter_map(said).collect();
    if said.is_empty() {
        return None;
    }
    // said of roles that have none of it, every one of them
    if !others.is_empty() && others.iter().all(|group| group.median == Figure::Number(0.0)) {
        said.push(words::other_roles(locale, &of_many(locale, measure, 0.0)));
    }
    Some(words::by_role(locale, &said.join(locale.pick("、", "; "))))
}

/// The value of the country with its range, for a sentence that stands alone; `None` where there is no value.
pub fn national_with_range(locale: Locale, report: &MeasureReport) -> Option<NationalValue> {
    let (measure, country) = (&report.values.measure, &report.national.comparator);
    let national = national_value(locale, measure, country)?;
    let quantity = quantity(measure);
    let Figure::Number(target) = country.target else {
        // most hospitals have none of it: that is no news about those that have
        let nothing = measure.kind == Kind::Count && country.median == Figure::Number(0.0);
        return (!nothing).then_some(national);
    };
    // the number of every page: the range of chance alone would support more digits
    let alone = || of_many(locale, measure, target);
    let value = match (country.target_of, range(report)) {
        // a convention is no news
        (TargetOf::Expectation, _) => return None,
        (TargetOf::Publisher, _) => national.value,
        (TargetOf::Hospitals, Some((low, high))) => {
            let range = quantity.range_sentence(locale, low, high, decimals_of_many(measure, target));
            in_parentheses(locale, &alone(), &range)
        }
        (TargetOf::Hospitals, None) => match why_no_range(locale, report) {
            Some(why) => in_parentheses(locale, &alone(), why),
            None => national.value,
        },
    };
    Some(NationalValue { value, ..national })
}

/// Why there is no range; `None` where that is no question, or a caveat says it already.
fn why_no_range(locale: Locale, report: &MeasureReport) -> Option<&'static str> {
    let said_already = report.values.said_once.iter().any(|caveat| caveat.id == "NO_UNCERTAINTY");
    match report.values.measure.kind {
        // a complete count has no chance in it
        Kind::Count => None,
        _ if said_already => None,
        Kind::Mean | Kind::Score => Some(words::no_range_of_mean(locale)),
        Kind::Proportion | Kind::Rate | Kind::Ratio => Some(words::no_range(locale)),
    }
}

/// The 95 % interval of chance alone, from the patients or expected events of all hospitals. Shares that are printed rounded and
/// without their counts have none, each for itself, and therefore none together.
fn range(report: &MeasureReport) -> Option<(f64, f64)> {
    let measure = &report.values.measure;
    let target = report.national.comparator.target.number()?;
    // over-dispersion is known exactly where the hospitals have errors of their own, and never of a few hospitals
    if report.national.comparator.reported >= FEWEST {
        report.national.phi.number()?;
    } else if report
        .values
        .rows
        .iter()
        .filter_map(|row| row.figure().outcome.reported())
        .any(|r| r.interval().is_none())
    {
        return None;
    }
    let size: f64 = report.funnel.iter().map(|point| point.size).sum();
    let estimate = match measure.kind {
        Kind::Proportion => wilson_interval(Proportion::new(target * size, size)?, Confidence::P95),
        Kind::Rate | Kind::Ratio if counts_events(measure, target) => {
            exact_poisson_interval(ObservedExpected::new(target * size, size)?, Confidence::P95)
        }
        _ => return None,
    };
    Some((estimate.interval.lower, estimate.interval.upper))
}

/// A ratio that is printed per 100 is no number of events over expected ones.
fn counts_events(measure: &MeasureNote, target: f64) -> bool {
    measure.kind == Kind::Rate || (0.5..=2.0).contains(&target)
}

mod words {
    i18n::text! {
        pub(super) fn altogether(whom: &str) { ja: "{whom}をあわせると", en: "{whom} together" }
        pub(super) fn middle(whom: &str) { ja: "{whom}の真ん中の値は", en: "The middle value of {whom}" }
        pub(super) fn published_is { ja: "公表元が示した全国の値は", en: "The publisher's national value" }
        pub(super) fn published_is_of(country: &str) {
            ja: "公表元が示した{country}全体の値は",
            en: "The publisher's value for {country}",
        }
        pub(super) fn expectation_is { ja: "公表元の見込みは", en: "What the publisher expects" }
        pub(super) fn together(whom: &str, value: &str) { ja: "{whom} {value}", en: "{whom}: {value}" }
        pub(super) fn published { ja: "公表元が示した全国の値", en: "the publisher's national value" }
        pub(super) fn published_of(country: &str) {
            ja: "公表元が示した{country}全体の値",
            en: "the publisher's value for {country}",
        }
        pub(super) fn expectation { ja: "公表元の見込み", en: "what the publisher expects" }
        pub(super) fn label { ja: "公表元の全国の値", en: "Publisher's national value" }
        pub(super) fn label_of(country: &str) { ja: "公表元の値（{country}）", en: "Publisher's value, {country}" }
        pub(super) fn label_of_expectation { ja: "公表元の見込み", en: "Publisher’s expectation" }
        pub(super) fn of_role(role: &str, count: &str, middle: &str) {
            ja: "{role}（{count}か所）は{middle}",
            en: "{role} ({count}): {middle}",
        }
        pub(super) fn other_roles(none: &str) { ja: "ほかの役割は{none}", en: "other roles: {none}" }
        pub(super) fn by_role(roles: &str) {
            ja: "病院の役割ごとの真ん中の値は、{roles}",
            en: "The middle value by role. {roles}",
        }
        pub(super) fn no_range {
            ja: "幅を計算できる件数が公表されていません",
            en: "the counts needed for a range are not published",
        }
        pub(super) fn no_range_of_mean {
            ja: "病院の中でのばらつきが全部の病院については分からないため、幅は計算していません",
            en: "no range is worked out, because the spread within each hospital is not known for all of them",
        }
    }
}
