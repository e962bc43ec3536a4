//! Which hospitals differ by more than chance and the usual spread? Every hospital of a measure in one drawing.

use super::frame::{Saying, Surroundings, all_sources_words, frame, owner_warning, period_words};
use super::ruler::{axis, chart_verdict, pointer};
use super::said::{self, quantity};
use crate::model::{FunnelPoint, MeasureNote, MeasureReport};
use charts::{Axis, Emphasis, Funnel, LimitKind, LimitLine, LimitPoint, Missing, Pointer, Spacing};
use domain::measure::{Direction, Kind};
use domain::{HospitalId, Verdict};
use i18n::{Locale, Quantity, Unit, whole};
use statistics::funnel::{Funnel as Limits, Limit, Scale};

const STEPS: u32 = 100;
/// One hospital in so many, those with the highest values, may lie beyond the scale.
const BEYOND: usize = 200;

/// The funnel of the whole country; `None` where none may be drawn.
pub fn funnel(around: &Surroundings<'_>, report: &MeasureReport, pointed: Option<&HospitalId>) -> Option<Funnel> {
    let locale = around.locale;
    let measure = &report.values.measure;
    let quantity = quantity(measure);
    let target = pointer(locale, measure, &report.national.comparator)?;
    if report.funnel.is_empty() {
        return None;
    }
    let sizes = report.funnel.iter().map(|point| point.size);
    let largest = sizes.clone().fold(1.0, f64::max);
    let smallest = sizes.fold(f64::INFINITY, f64::min).max(1.0);
    let limits = limit_lines(locale, report, smallest, largest);
    let drawn = |point: &FunnelPoint| charts::FunnelPoint {
        x: point.size,
        y: quantity.scaled(point.value),
        verdict: if report.names_nobody_unusual() { charts::Verdict::NotJudged } else { chart_verdict(point.verdict) },
        emphasis: if pointed == Some(&point.id) { Emphasis::Highlighted } else { Emphasis::Plain },
        name: said::picked(locale, &point.name),
        text: quantity.value(locale, point.value, quantity.decimals(point.value, None)),
    };
    Some(Funnel {
        frame: frame(around, saying(around, report, &target)),
        x: Axis::new(0.0, largest).with_unit(funnel_size(locale, measure)),
        spacing: Spacing::Root,
        y: value_axis(locale, report, &target, pointed),
        target,
        limits,
        points: report.funnel.iter().map(drawn).collect(),
        verdict_words: verdict_words(locale, report),
        others_label: others(locale, report).to_owned(),
        missing: without_dot(locale, report),
    })
}

/// The scale shows nearly all hospitals and every one that is pointed out; the few beyond stand at its edge, so that they do
/// not press all others together.
fn value_axis(locale: Locale, report: &MeasureReport, target: &Pointer, pointed: Option<&HospitalId>) -> Axis {
    let measure = &report.values.measure;
    let mut values: Vec<f64> = report.funnel.iter().map(|point| point.value).collect();
    values.sort_by(f64::total_cmp);
    values.truncate(values.len() - values.len() / BEYOND);
    let own = report.funnel.iter().filter(|point| pointed == Some(&point.id)).map(|point| point.value);
    let shown = values.into_iter().chain(own).chain([target.value / quantity(measure).factor()]);
    let (low, high) = shown.fold((f64::INFINITY, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
    axis(locale, measure, (if low <= high * 0.67 { 0.0 } else { low }, high))
}

fn saying(around: &Surroundings<'_>, report: &MeasureReport, target: &Pointer) -> Saying {
    let locale = around.locale;
    let values = &report.values;
    let spread = &report.national;
    let title = finding(locale, report);
    let abroad = said::other_country(locale, &spread.comparator);
    let country = abroad.map_or_else(|| words::nationwide(locale).to_owned(), |country| country.name);
    let subtitle = words::subtitle(
        locale,
        &said::picked(locale, &values.measure.name),
        &said::comparator_name(locale, &spread.comparator),
        &period_words(locale, values.period),
        &words::of_country(locale, &country, &target.text),
    );
    Saying {
        title,
        subtitle,
        description: words::description(locale, &size_noun(locale, &values.measure)),
        warning: owner_warning(locale, &values.measure),
        notes: values.said_once.clone(),
        source: all_sources_words(around, values.period),
    }
}

/// What the drawing shows, in one sentence.
fn finding(locale: Locale, report: &MeasureReport) -> String {
    let spread = &report.national;
    let measure = &report.values.measure;
    if !spread.comparator.limits_fit {
        return words::no_usual_spread(locale, &whole(report.funnel.len()));
    }
    if measure.crude_outcome {
        return words::no_judgement(locale, &whole(report.funnel.len()));
    }
    if spread.judged == 0 {
        return words::nobody_judged(locale, &whole(report.funnel.len()));
    }
    if spread.pooled == 0 {
        return words::told_apart(locale, &whole(spread.judged), &whole(spread.outside_95));
    }
    // every dot is one year; a hospital that is judged by several years stands in the table with them
    let judged = report.funnel.iter().filter(|point| point.judged);
    let outside = judged.clone().filter(|point| point.class != 0);
    words::told_apart_in_one_year(locale, &whole(judged.count()), &whole(outside.count()))
}

/// Hospitals that are no dot, by the reason why they have no value, or no size to be laid along the scale.
fn without_dot(locale: Locale, report: &MeasureReport) -> Vec<Missing> {
    let missing = report.missing.iter().map(|missing| {
        let reason = missing.status.reason();
        Missing { reason: locale.pick(reason.ja, reason.en).to_owned(), count: missing.hospitals as usize }
    });
    let without_size = (report.national.comparator.reported as usize).saturating_sub(report.funnel.len());
    let size = funnel_size(locale, &report.values.measure);
    let sizeless = Missing { reason: words::without_size(locale, &size), count: without_size };
    missing.chain(Some(sizeless).filter(|sizeless| sizeless.count > 0)).collect()
}

/// What a dot is called that lies inside the limits, or is not judged at all.
fn others(locale: Locale, report: &MeasureReport) -> &'static str {
    let judged = report.funnel.iter().filter(|point| point.judged).count();
    match judged {
        _ if report.names_nobody_unusual() => words::not_compared(locale),
        0 => words::nobody_compared(locale),
        _ if judged < report.funnel.len() => words::inside_or_not_judged(locale),
        _ => words::inside(locale),
    }
}

/// The words that a dot of this measure can have; one side is better only where the measure has a better side (R6b).
fn verdict_words(locale: Locale, report: &MeasureReport) -> Vec<(charts::Verdict, String)> {
    let measure = &report.values.measure;
    let sided = !measure.crude_outcome && measure.direction != Direction::Neutral;
    let can_have = |verdict: &Verdict| match verdict {
        Verdict::NotJudged => true,
        _ if report.names_nobody_unusual() => false,
        Verdict::UsualSpread | Verdict::CannotTell => true,
        other => other.is_valued() == sided,
    };
    let all = Verdict::ALL.iter().filter(|verdict| can_have(verdict));
    all.map(|verdict| (chart_verdict(*verdict), said::short_verdict(locale, measure, *verdict))).collect()
}

fn limit_lines(locale: Locale, report: &MeasureReport, smallest: f64, largest: f64) -> Vec<LimitLine> {
    let measure = &report.values.measure;
    let spread = &report.national;
    let scale = match measure.kind {
        Kind::Proportion => Scale::Proportion,
        Kind::Ratio | Kind::Rate => Scale::Ratio,
        // The chance error of a mean is not a function of the number of patients alone.
        Kind::Mean | Kind::Score | Kind::Count => return Vec::new(),
    };
    let Some(target) = spread.comparator.target.number() else {
        return Vec::new();
    };
    let limits = Limits {
        scale,
        target,
        target_transformed: scale.transform_target(target),
        phi: spread.phi.number().unwrap_or(1.0),
        tau_squared: spread.tau2.number().unwrap_or(0.0),
        rows: Vec::new(),
    };
    let factor = quantity(measure).factor();
    let line = |kind, label: &str, at: &dyn Fn(f64) -> Option<(f64, f64)>| LimitLine {
        kind,
        label: label.to_owned(),
        points: sizes(smallest, largest)
            .filter_map(|x| at(x).map(|(low, high)| LimitPoint { x, low: low * factor, high: high * factor }))
            .collect(),
    };
    let ends = |interval: statistics::Interval| (interval.lower, interval.upper);
    let chance = |x| limits.chance_limits(x, Limit::P95).map(ends);
    let spread_95 = |x| limits.control_limits(x, Limit::P95).map(ends);
    let spread_998 = |x| limits.control_limits(x, Limit::P998).map(ends);
    let mut lines = vec![line(LimitKind::Chance, words::chance(locale), &chance)];
    if !report.names_nobody_unusual() {
        lines.push(line(LimitKind::Spread95, words::spread_95(locale), &spread_95));
        lines.push(line(LimitKind::Spread998, words::spread_998(locale), &spread_998));
    }
    lines
}

/// Sizes that lie evenly on the scale of the fourth root: close together among small hospitals, where the lines bend.
fn sizes(smallest: f64, largest: f64) -> impl Iterator<Item = f64> {
    let (from, to) = (smallest.sqrt().sqrt(), largest.sqrt().sqrt());
    (0..=STEPS).map(move |step| {
        let root = from + (to - from) * f64::from(step) / f64::from(STEPS);
        root * root * root * root
    })
}

/// What lies along the scale of sizes: `退院した人の数`, `もとになる数（人・日）`.
pub fn funnel_size(locale: Locale, measure: &MeasureNote) -> String {
    match (measure.kind, days_or_things(measure)) {
        (Kind::Ratio, _) => words::expected(locale).to_owned(),
        (_, Some(unit)) => words::number_in(locale, unit.word(locale)),
        _ => words::number_of(locale, &size_noun(locale, measure)),
    }
}

/// Of what a hospital further right has more.
fn size_noun(locale: Locale, measure: &MeasureNote) -> String {
    let edited = content::measure(measure.id.as_str()).ok().flatten();
    match (measure.kind, days_or_things(measure), edited) {
        (Kind::Ratio, ..) => words::expected_cases(locale).to_owned(),
        (_, Some(unit), _) => words::more_in(locale, unit.word(locale)),
        (_, _, Some(edited)) => said::picked(locale, &edited.counted),
        _ => words::patients(locale).to_owned(),
    }
}

/// What a rate or a share is counted in, where that is no patients: patient-days, operations.
fn days_or_things(measure: &MeasureNote) -> Option<Unit<'_>> {
    match quantity(measure) {
        Quantity::Rate { base, .. } => Some(base),
        Quantity::Proportion { counted, .. } => Some(counted).filter(|counted| *counted != Unit::PEOPLE),
        _ => None,
    }
}

mod words {
    i18n::text! {
        pub(super) fn told_apart(judged: &str, outside: &str) {
            ja: "{judged}院のうち{outside}院が、ふつうのばらつきの外にあります",
            en: "{outside} of {judged} hospitals lie outside the usual spread",
        }
        pub(super) fn told_apart_in_one_year(judged: &str, outside: &str) {
            ja: "1年だけで判定できる{judged}院のうち{outside}院が、ふつうのばらつきの外にあります",
            en: "{outside} of {judged} hospitals that one year suffices to judge lie outside the usual spread",
        }
        pub(super) fn no_usual_spread(count: &str) {
            ja: "{count}院の値。種類のちがう病院がまざるため、どこまでが「ふつう」かは言えません",
            en: "Values of {count} hospitals; hospitals of different kinds are mixed, so no range is called usual",
        }
        pub(super) fn no_judgement(count: &str) {
            ja: "{count}院の値。重症度を調整していないため、良し悪しは判定しません",
            en: "Values of {count} hospitals; not adjusted for how ill patients were, so none is called better or worse",
        }
        pub(super) fn nobody_judged(count: &str) {
            ja: "{count}院の値。どの病院も判定していません",
            en: "Values of {count} hospitals; none is judged",
        }
        pub(super) fn subtitle(measure: &str, whom: &str, period: &str, target: &str) {
            ja: "{measure}・{whom}・{period}・{target}",
            en: "{measure} · {whom} · {period} · {target}",
        }
        pub(super) fn of_country(country: &str, value: &str) { ja: "{country}は{value}", en: "{country} {value}" }
        pub(super) fn nationwide { ja: "全国", en: "nationwide" }
        pub(super) fn description(size: &str) {
            ja: "点は病院。右ほど{size}が多く、まぐれの幅がせまくなります。",
            en: "Each dot is a hospital. The further right, the more {size}, and the less room for chance.",
        }
        pub(super) fn without_size(size: &str) {
            ja: "値はあるが、公表されていません：{size}",
            en: "There is a value, but this is not published: {size}",
        }
        pub(super) fn inside { ja: "ふつうのばらつきの中にある病院", en: "Within the usual spread" }
        pub(super) fn inside_or_not_judged {
            ja: "ふつうのばらつきの中にあるか、この1年では判定できない病院",
            en: "Within the usual spread, or too few patients to be judged by one year",
        }
        pub(super) fn nobody_compared { ja: "病院（判定していません）", en: "Hospitals (not judged)" }
        pub(super) fn not_compared { ja: "病院（良し悪しは判定しません）", en: "Hospitals (not judged)" }
        pub(super) fn chance { ja: "偶然だけの幅（95％）", en: "Chance alone (95%)" }
        pub(super) fn spread_95 { ja: "ふつうのばらつきの幅（95％）", en: "Usual spread (95%)" }
        pub(super) fn spread_998 { ja: "ふつうのばらつきの幅（99.8％）", en: "Usual spread (99.8%)" }
        pub(super) fn expected { ja: "予測される件数", en: "Expected number of cases" }
        pub(super) fn expected_cases { ja: "予測される件数", en: "expected cases" }
        pub(super) fn number_of(counted: &str) { ja: "{counted}の数", en: "Number of {counted}" }
        pub(super) fn number_in(unit: &str) { ja: "もとになる数（{unit}）", en: "Number of {unit}" }
        pub(super) fn more_in(unit: &str) { ja: "もとになる数（{unit}）", en: "{unit}" }
        pub(super) fn patients { ja: "患者さん", en: "patients" }
    }
}
