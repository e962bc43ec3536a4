//! How are the numbers of a measure said: in which unit, of how many, against whom?

use super::comparing::named_comparator;
use super::counted::{counted_words, few_alone, few_words, of_few};
use super::national::published_value;
use crate::model::{Answers, AreaValue, Comparator, CriterionValue, Figure, HospitalRef, MeasureNote, Reported};
use domain::measure::{Direction, Kind};
use domain::peers::PeerGroup;
use domain::{Bilingual, Verdict};
use i18n::{Denominator, Locale, Quantity, Unit, whole};

/// Below so many hospitals with a value nobody is compared within a role.
const FEWEST_PEERS: u32 = 10;

/// The kind of number a measure gives, with its words; one denominator per measure, whatever the hospital (R9).
pub fn quantity(measure: &MeasureNote) -> Quantity<'_> {
    let unit = unit(measure);
    match measure.kind {
        Kind::Score if measure.is_yes_or_no() => Quantity::YesNo,
        Kind::Proportion => Quantity::Proportion { of: at_least_thousand(measure.typical), counted: counted(measure) },
        Kind::Rate => Quantity::Rate { per: thousand_or_more(measure.typical), base: unit, event: Unit::CASES },
        Kind::Ratio => Quantity::Ratio,
        Kind::Mean | Kind::Score => Quantity::Mean { unit },
        Kind::Count => Quantity::Count { unit },
    }
}

fn at_least_thousand(typical: Figure) -> Denominator {
    match Denominator::fitting(typical.number().unwrap_or(0.01)) {
        Denominator::Hundred => Denominator::Thousand,
        larger => larger,
    }
}

/// Rates are told per 1,000 unless that leaves less than a tenth.
fn thousand_or_more(typical: Figure) -> Denominator {
    match typical.number() {
        Some(rate) if rate * 1000.0 < 0.1 => Denominator::fitting(rate),
        _ => Denominator::Thousand,
    }
}

/// What a share is counted in: people, unless the measure names days, operations or whatever else.
fn counted(measure: &MeasureNote) -> Unit<'_> {
    // packages write a percent sign here, too: nobody counts in it
    known_unit(measure).unwrap_or(Unit::PEOPLE)
}

fn unit(measure: &MeasureNote) -> Unit<'_> {
    known_unit(measure).unwrap_or_else(|| Unit::new(&measure.unit, &measure.unit))
}

fn known_unit(measure: &MeasureNote) -> Option<Unit<'static>> {
    let words = content::unit_words(&measure.unit).ok().flatten()?;
    Some(Unit { ja: &words.ja, en_one: &words.en_one, en_many: &words.en_many })
}

/// The words at both ends of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ends {
    /// At the low end.
    pub less: String,
    /// At the high end.
    pub more: String,
}

/// What a small and a large value are called.
pub fn ends(locale: Locale, measure: &MeasureNote) -> Ends {
    let edited = content::measure(measure.id.as_str()).ok().flatten();
    edited.map_or_else(
        || Ends { less: words::less(locale).to_owned(), more: words::more(locale).to_owned() },
        |edited| Ends { less: picked(locale, &edited.ends.less), more: picked(locale, &edited.ends.more) },
    )
}

/// The name for narrow places.
pub fn short_name(locale: Locale, measure: &MeasureNote) -> String {
    let edited = content::measure(measure.id.as_str()).ok().flatten();
    let short = edited.map(|edited| picked(locale, &edited.short_name));
    short.filter(|name| !name.is_empty()).unwrap_or_else(|| picked(locale, &measure.name))
}

/// What a part of the patients is called; the code itself where nobody has named it.
pub fn stratum_words(locale: Locale, stratum: &str) -> String {
    let named = content::stratum_name(stratum).ok().flatten();
    named.map_or_else(|| stratum.to_owned(), |name| picked(locale, &name))
}

/// The value alone: `1,000人中 12人`; of fewer than ten as it was counted: `3件のうち1件`.
pub fn value_words(locale: Locale, measure: &MeasureNote, reported: &Reported) -> String {
    if let Some(few) = of_few(measure, reported) {
        return few_words(locale, measure, few);
    }
    let quantity = quantity(measure);
    let decimals = quantity.decimals(reported.value, reported.interval());
    quantity.value(locale, reported.value, decimals)
}

/// The interval as a sentence and of how many the value is: `8〜17人の間と考えられます。1,234件から計算`; empty where neither is known.
pub fn range_words(locale: Locale, measure: &MeasureNote, reported: &Reported) -> String {
    if of_few(measure, reported).is_some() {
        return words::too_few_for_a_share(locale).to_owned();
    }
    let quantity = quantity(measure);
    let decimals = quantity.decimals(reported.value, reported.interval());
    let range = reported.interval().map(|(low, high)| quantity.range_sentence(locale, low, high, decimals));
    let told = [range, counted_words(locale, measure, reported)];
    let told: Vec<String> = told.into_iter().flatten().filter(|words| !words.is_empty()).collect();
    told.join(locale.pick("。", "; "))
}

/// The newest value of a criterion with its range, or the reason why there is none.
pub fn criterion_words(locale: Locale, measure: &MeasureNote, value: &CriterionValue) -> String {
    let Some(reported) = reported(value) else {
        let reason = value.status.reason();
        return locale.pick(reason.ja, reason.en).to_owned();
    };
    let range = range_words(locale, measure, &reported);
    let said = value_words(locale, measure, &reported);
    if range.is_empty() { said } else { i18n::in_parentheses(locale, &said, &range) }
}

fn reported(value: &CriterionValue) -> Option<Reported> {
    Some(Reported {
        value: value.value.number()?,
        numerator: Figure::NotPublished,
        numerator_derived: false,
        denominator: value.denominator,
        expected: Figure::NotPublished,
        interval_low: value.interval_low,
        interval_high: value.interval_high,
        interval_method: String::new(),
    })
}

/// The number alone, for a column whose head names the unit: `12`; of fewer than ten `3のうち1`; an answer in words.
pub fn number_alone(locale: Locale, measure: &MeasureNote, reported: &Reported) -> String {
    if let Some(few) = of_few(measure, reported) {
        return few_alone(locale, few);
    }
    let quantity = quantity(measure);
    if quantity == Quantity::YesNo {
        return quantity.value(locale, reported.value, 0);
    }
    quantity.figure(reported.value, quantity.decimals(reported.value, reported.interval()))
}

/// The range alone, for a column whose head names the unit: `8〜17`; empty where there is none, and of fewer than ten.
pub fn range_alone(locale: Locale, measure: &MeasureNote, reported: &Reported) -> String {
    if of_few(measure, reported).is_some() {
        return String::new();
    }
    let quantity = quantity(measure);
    let decimals = quantity.decimals(reported.value, reported.interval());
    reported
        .interval()
        .map(|(low, high)| i18n::range(locale, quantity.scaled(low), quantity.scaled(high), decimals))
        .unwrap_or_default()
}

/// The value of an area: `1,000人中 74人`.
pub fn area_value_words(locale: Locale, measure: &MeasureNote, area: &AreaValue) -> String {
    let quantity = quantity(measure);
    quantity.value(locale, area.value, area_decimals(&quantity, area))
}

/// The number alone, for a column whose head names the unit.
pub fn area_value_alone(measure: &MeasureNote, area: &AreaValue) -> String {
    let quantity = quantity(measure);
    quantity.figure(area.value, area_decimals(&quantity, area))
}

/// The value of the country beside that of an area: the same number as everywhere.
pub fn beside_area(locale: Locale, measure: &MeasureNote, country: &Comparator) -> Option<String> {
    Some(of_many(locale, measure, country.target.number()?))
}

/// The range as a sentence: `73〜76人の間と考えられます`.
pub fn area_range_words(locale: Locale, measure: &MeasureNote, area: &AreaValue) -> String {
    let quantity = quantity(measure);
    quantity.range_sentence(locale, area.low, area.high, area_decimals(&quantity, area))
}

/// The range alone: `73〜76`.
pub fn area_range_alone(locale: Locale, measure: &MeasureNote, area: &AreaValue) -> String {
    let quantity = quantity(measure);
    i18n::range(locale, quantity.scaled(area.low), quantity.scaled(area.high), area_decimals(&quantity, area))
}

/// What the range supports, and at most three figures: chance among a million patients is not all that makes a value uncertain.
fn area_decimals(quantity: &Quantity<'_>, area: &AreaValue) -> usize {
    quantity.decimals(area.value, Some((area.low, area.high))).min(quantity.decimals(area.value, None))
}

/// With whom a value is compared: `全国の4,538院`, `同じ役割の24院`.
pub fn comparator_name(locale: Locale, comparator: &Comparator) -> String {
    let count = whole(comparator.reported);
    let clinics = comparator.clinics > 0;
    match comparator.peer_group {
        None => match other_country(locale, comparator) {
            Some(country) if clinics => words::with_clinics_of(locale, &country.within, &count),
            Some(country) => words::of_country(locale, &country.within, &count),
            None if clinics => words::with_clinics(locale, &count),
            None => words::national(locale, &count),
        },
        Some(_) => words::peers(locale, &count),
    }
}

/// A country that is not the one this site is written in: its name alone, and within a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abroad {
    /// `United States`
    pub name: String,
    /// `the United States`
    pub within: String,
}

/// The country of a group, where "nationwide" would be taken for Japan.
pub fn other_country(locale: Locale, comparator: &Comparator) -> Option<Abroad> {
    let code = comparator.country.as_str();
    (!matches!(code, "" | "JP")).then(|| match content::country(code) {
        Some(country) => Abroad { name: picked(locale, &country.name), within: picked(locale, &country.within) },
        None => Abroad { name: code.to_owned(), within: code.to_owned() },
    })
}

/// What the whole country of a group is called beside a value: `全国`, `アメリカ`.
pub fn whole_country(locale: Locale, comparator: &Comparator) -> String {
    other_country(locale, comparator).map_or_else(|| words::country(locale).to_owned(), |country| country.name)
}

/// The value of a group of many: with the same digits on every page and in every year.
pub fn of_many(locale: Locale, measure: &MeasureNote, value: f64) -> String {
    quantity(measure).value(locale, value, decimals_of_many(measure, value))
}

/// The middle of a group in words; `None` where there is none.
pub fn middle_words(locale: Locale, measure: &MeasureNote, middle: Figure) -> Option<String> {
    middle.number().map(|middle| of_many(locale, measure, middle))
}

/// The digits of a group of many: those of three figures of a typical value, so that all years have as many; more where a value
/// is so small that it would be nothing.
pub(super) fn decimals_of_many(measure: &MeasureNote, value: f64) -> usize {
    let quantity = quantity(measure);
    let of = |value: f64| quantity.decimals(value, None);
    match measure.typical.number() {
        Some(typical) if typical > 0.0 => of(typical).max(of(value).saturating_sub(1)),
        _ => of(value),
    }
}

/// How many hospitals answered what: `アメリカの2,123院のうち、「はい」2,045院・「いいえ」78院`.
pub fn answers_sentence(locale: Locale, comparator: &Comparator, answers: Answers) -> String {
    let whom = comparator_name(locale, comparator);
    words::answers(locale, &whom, &whole(answers.yes), &whole(answers.no))
}

/// The verdict as a sentence that names the comparator; a word never stands alone.
pub fn verdict_sentence(locale: Locale, measure: &MeasureNote, verdict: Verdict, comparator: &Comparator) -> String {
    let whom = published_value(locale, comparator).unwrap_or_else(|| named_comparator(locale, comparator));
    match verdict {
        Verdict::UsualSpread => words::usual_spread(locale, &whom),
        Verdict::CannotTell => words::cannot_tell(locale, &whom),
        Verdict::NotJudged => not_judged(locale, measure, comparator),
        _ if measure.crude_outcome => {
            let how = i18n::in_parentheses(locale, &adverb(locale, measure, verdict), words::unadjusted(locale));
            words::different(locale, &whom, &how)
        }
        _ => words::different(locale, &whom, &adverb(locale, measure, verdict)),
    }
}

/// The verdict for a narrow place.
pub fn short_verdict(locale: Locale, measure: &MeasureNote, verdict: Verdict) -> String {
    match verdict {
        Verdict::UsualSpread => words::short_usual_spread(locale).to_owned(),
        Verdict::CannotTell | Verdict::NotJudged => {
            let word = verdict.word();
            locale.pick(word.ja, word.en).to_owned()
        }
        _ => adverb(locale, measure, verdict),
    }
}

/// What the better and the other end of a measure are called: `少ない（良い側）`; `None` where neither is better.
pub(super) fn sides(locale: Locale, measure: &MeasureNote) -> Option<(String, String)> {
    let (better, other) = (words::good_side(locale), words::other_side(locale));
    let Ends { less, more } = ends(locale, measure);
    let (first, last) = match measure.direction {
        Direction::Lower => (less, more),
        Direction::Higher => (more, less),
        Direction::Neutral => return None,
    };
    Some((i18n::in_parentheses(locale, &first, better), i18n::in_parentheses(locale, &last, other)))
}

fn adverb(locale: Locale, measure: &MeasureNote, verdict: Verdict) -> String {
    let Ends { less, more } = ends(locale, measure);
    let far = matches!(verdict, Verdict::FarBetter | Verdict::FarWorse | Verdict::FarHigher | Verdict::FarLower);
    let high = matches!(
        (verdict, measure.direction),
        (Verdict::FarHigher | Verdict::Higher, _)
            | (Verdict::FarBetter | Verdict::Better, Direction::Higher)
            | (Verdict::FarWorse | Verdict::Worse, Direction::Lower)
    );
    let word = if high { more } else { less };
    let side = match verdict {
        Verdict::FarBetter | Verdict::Better => words::good_side(locale),
        Verdict::FarWorse | Verdict::Worse => words::other_side(locale),
        _ => "",
    };
    let said = if far { words::clearly(locale, &word) } else { word };
    if side.is_empty() { said } else { i18n::in_parentheses(locale, &said, side) }
}

fn not_judged(locale: Locale, measure: &MeasureNote, comparator: &Comparator) -> String {
    let said = match comparator.peer_group {
        None if measure.crude_outcome => words::crude(locale),
        _ if measure.kind == Kind::Count => words::plain_count(locale),
        _ if measure.is_yes_or_no() => words::an_answer(locale),
        Some(PeerGroup::Unclassified) => words::role_not_known(locale),
        None if !comparator.limits_fit => words::no_usual_spread(locale),
        Some(_) if !comparator.limits_fit => words::no_usual_spread_of_peers(locale),
        Some(_) if comparator.reported < FEWEST_PEERS => words::few_peers(locale),
        Some(_) => words::no_verdict_of_peers(locale),
        None if has_value(comparator) => words::for_orientation(locale),
        None => words::no_verdict(locale),
    };
    said.to_owned()
}

/// Whether the value of a group stands beside that of a hospital.
fn has_value(comparator: &Comparator) -> bool {
    comparator.target.number().or_else(|| comparator.median.number()).is_some()
}

/// The name in the reader's language; the Japanese one where there is no other.
pub fn hospital_name(locale: Locale, name: &Bilingual<String>) -> String {
    picked(locale, name)
}

/// Municipality and prefecture, the smaller first in English; at least the country where neither is printed.
pub fn place_name(locale: Locale, hospital: &HospitalRef) -> String {
    let region = picked(locale, &hospital.region_name);
    let town = picked(locale, &hospital.municipality.name);
    let country = picked(locale, &hospital.abroad);
    match locale {
        _ if region.is_empty() && town.is_empty() => country,
        _ if region.is_empty() => town,
        Locale::Ja if !country.is_empty() && !town.is_empty() => format!("{region} {town}"),
        _ if town.is_empty() => region,
        Locale::Ja if town.starts_with(&region) => town,
        Locale::Ja => format!("{region}{town}"),
        Locale::En => format!("{town}, {region}"),
    }
}

/// The same with the country of a hospital elsewhere, where a page tells it once.
pub fn place_and_country(locale: Locale, hospital: &HospitalRef) -> String {
    let (place, country) = (place_name(locale, hospital), picked(locale, &hospital.abroad));
    match locale {
        _ if country.is_empty() || place == country => place,
        Locale::Ja => format!("{country}・{place}"),
        Locale::En => format!("{place}, {country}"),
    }
}

pub(super) fn picked(locale: Locale, text: &Bilingual<String>) -> String {
    let own = locale.pick(&text.ja, &text.en);
    if own.is_empty() { text.ja.clone() } else { own.clone() }
}

/// A sentence with its full stop.
pub(super) fn stopped(locale: Locale, sentence: &str) -> String {
    format!("{sentence}{}", locale.pick("。", "."))
}

mod words {
    i18n::text! {
        pub(super) fn less { ja: "少ない", en: "lower" }
        pub(super) fn more { ja: "多い", en: "higher" }
        pub(super) fn national(count: &str) { ja: "全国の{count}院", en: "{count} hospitals nationwide" }
        pub(super) fn of_country(country: &str, count: &str) { ja: "{country}の{count}院", en: "{count} hospitals in {country}" }
        pub(super) fn with_clinics(count: &str) {
            ja: "全国の病院と診療所{count}か所",
            en: "{count} hospitals and clinics nationwide",
        }
        pub(super) fn with_clinics_of(country: &str, count: &str) {
            ja: "{country}の病院と診療所{count}か所",
            en: "{count} hospitals and clinics in {country}",
        }
        pub(super) fn country { ja: "全国", en: "Nationwide" }
        pub(super) fn peers(count: &str) { ja: "同じ役割の{count}院", en: "{count} hospitals of the same role" }
        pub(super) fn answers(whom: &str, yes: &str, no: &str) {
            ja: "{whom}のうち、「はい」{yes}院・「いいえ」{no}院",
            en: "Of {whom}, {yes} answered yes and {no} no",
        }
        pub(super) fn different(whom: &str, how: &str) { ja: "{whom}とくらべて、{how}", en: "Compared with {whom}: {how}" }
        pub(super) fn unadjusted { ja: "重症度を調整していません", en: "not adjusted for how ill patients were" }
        pub(super) fn clearly(how: &str) { ja: "はっきり{how}", en: "clearly {how}" }
        pub(super) fn good_side { ja: "良い側", en: "the better side" }
        pub(super) fn other_side { ja: "良くない側", en: "the less good side" }
        pub(super) fn usual_spread(whom: &str) {
            ja: "{whom}と差はありますが、病院間のふつうのばらつきの範囲内です",
            en: "Different from {whom}, but within the usual spread between hospitals",
        }
        pub(super) fn short_usual_spread { ja: "ふつうのばらつきの範囲内", en: "Within the usual spread" }
        pub(super) fn cannot_tell(whom: &str) {
            ja: "{whom}と差があるとは言えません",
            en: "Cannot be told apart from {whom}",
        }
        pub(super) fn too_few_for_a_share {
            ja: "10件より少ないため、割合にしません",
            en: "fewer than 10, so no share is worked out",
        }
        pub(super) fn crude {
            ja: "国全体とはくらべません。患者さんの重症度を調整していないからです。",
            en: "Not compared with the country, because it is not adjusted for how ill the patients were.",
        }
        pub(super) fn no_usual_spread {
            ja: "国全体とくらべた判定はしません。種類のちがう病院がまざり、どこまでが「ふつう」か決められないからです。",
            en: "Not judged against the country: hospitals of different kinds are mixed, and no range fits them all.",
        }
        pub(super) fn no_usual_spread_of_peers {
            ja: "同じ役割の病院とくらべた判定はしません。同じ役割でも病院どうしのちがいが大きく、どこまでが「ふつう」か決められないからです。",
            en: "Not judged against hospitals of the same role: even these differ so much that no range fits them all.",
        }
        pub(super) fn role_not_known {
            ja: "同じ役割の病院とはくらべません。この病院の役割が、この版の資料では分からないからです。",
            en: "Not compared with hospitals of the same role: the role of this hospital is not known in this release.",
        }
        pub(super) fn few_peers {
            ja: "同じ役割の病院とはくらべません。値のある病院が少ないからです。",
            en: "Not compared with hospitals of the same role: too few of them have a value.",
        }
        pub(super) fn plain_count {
            ja: "数えただけの値です。多い・少ないの判定はしません。",
            en: "A plain count: whether it is high or low is not judged.",
        }
        pub(super) fn an_answer {
            ja: "「はい」か「いいえ」の答えです。良し悪しの判定はしません。",
            en: "An answer with yes or no: it is not judged.",
        }
        pub(super) fn no_verdict_of_peers {
            ja: "同じ役割の病院とはくらべません。くらべるのに必要な件数が分からないか、少なすぎるからです。",
            en: "Not compared with hospitals of the same role: the counts this needs are not known, or too small.",
        }
        pub(super) fn for_orientation {
            ja: "全国の値は、大きさのめやすです。この病院がちがうかどうかは判定しません。判定に必要な件数が分からないか、少なすぎるからです。",
            en: "The national value is for orientation. Whether this hospital differs is not judged: the counts this needs are not known, or too small.",
        }
        pub(super) fn no_verdict {
            ja: "国全体とはくらべません。くらべるのに必要な件数が分からないか、少なすぎるからです。",
            en: "Not compared with the country: the counts this needs are not known, or too small.",
        }
    }
}

#[cfg(test)]
mod tests;
