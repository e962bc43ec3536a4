//! How is one measure of one hospital laid beside the ruler?

use super::frame::{Saying, Stand, Surroundings, frame, owner_warning, period_words, source_words, whose};
use super::national::{is_bare_count, target_label};
use super::role::{first_word, judged_among_others};
use super::said::{self, comparator_name, quantity, range_words, value_words};
use crate::model::{Comparator, MeasureNote, MeasureSection, Outcome, Reported, ValueRow, what_holds};
use charts::{Axis, BetterEnd, Field, Known, Pointer, Reading, Ruler, RulerHeight, Verdict};
use domain::Disclosed;
use domain::measure::Direction;
use i18n::Locale;

/// The ruler of a section, on the scale that all hospitals of this measure share.
pub fn ruler(around: &Surroundings<'_>, section: &MeasureSection) -> Ruler {
    let locale = around.locale;
    let measure = &section.measure;
    let row = section.newest.figure();
    let verdict = chart_verdict(first_word(section).0);
    let said = verdict_words(locale, section);
    let country = Some(&section.national).filter(|_| measure.held_against_the_country());
    let whom = country.unwrap_or(&section.peer);
    let subtitle = [whose(around, &row.hospital), period_words(locale, row.period), comparator_name(locale, whom)];
    let saying = Saying {
        title: said::picked(locale, &measure.name),
        subtitle: subtitle.join(locale.pick("・", " · ")),
        description: String::new(),
        warning: owner_warning(locale, measure),
        notes: what_holds(&section.newest),
        source: source_words(locale, row.period, &row.source.id, around.sources, around.release),
    };
    Ruler {
        frame: frame(around, saying),
        axis: axis(locale, measure, holding(section.scale, &section.peer)),
        height: match around.stand {
            Stand::InPage => RulerHeight::Standard,
            Stand::Alone => RulerHeight::Share,
        },
        known: known(locale, measure, &section.newest),
        own_label: words::this_hospital(locale).to_owned(),
        verdict,
        verdict_words: if around.stand == Stand::InPage { String::new() } else { said },
        field: field(locale, measure, &section.peer).or_else(|| field(locale, measure, country?)),
        national: country
            .filter(|country| !is_bare_count(measure, country))
            .and_then(|country| pointer(locale, measure, country)),
    }
}

/// The scale with the whole band of the group on it: the shared one leaves out the largest hospitals.
fn holding((low, high): (f64, f64), group: &Comparator) -> (f64, f64) {
    let ends = group.p10.number().zip(group.p90.number()).filter(|_| group.reported >= 10);
    ends.map_or((low, high), |(p10, p90)| (low.min(p10), high.max(p90)))
}

/// The drawn verdict as a sentence with its group.
pub(super) fn verdict_words(locale: Locale, section: &MeasureSection) -> String {
    let newest = section.newest.figure();
    let row = newest.judged();
    let (verdict, whom) = first_word(section);
    let said = said::verdict_sentence(locale, &section.measure, verdict, whom);
    let others = judged_among_others(locale, row);
    let said = [Some(said.as_str()), others].into_iter().flatten().collect::<Vec<_>>().join(locale.pick("", " "));
    match &newest.together {
        Some(years) => {
            let span = period_words(locale, years.figure().period);
            i18n::in_parentheses(locale, &said, &words::judged_by(locale, &span))
        }
        None => said,
    }
}

/// The same code in the words of the charts.
pub(super) fn chart_verdict(verdict: domain::Verdict) -> Verdict {
    Verdict::from_code(verdict.as_str()).unwrap_or_default()
}

/// The scale in the unit that is printed.
pub(super) fn axis(locale: Locale, measure: &MeasureNote, (low, high): (f64, f64)) -> Axis {
    let quantity = quantity(measure);
    let ends = said::ends(locale, measure);
    let better = match measure.direction {
        _ if measure.crude_outcome => BetterEnd::Neither,
        Direction::Lower => BetterEnd::Low,
        Direction::Higher => BetterEnd::High,
        Direction::Neutral => BetterEnd::Neither,
    };
    Axis::new(quantity.scaled(low), quantity.scaled(high))
        .with_unit(quantity.axis(locale))
        .with_ends(ends.less, ends.more, better)
}

/// The value as the charts take it, or its reason.
pub(super) fn known(locale: Locale, measure: &MeasureNote, value: &Disclosed<ValueRow>) -> Known {
    match &value.figure().outcome {
        Outcome::Reported(reported) => Known::Value(reading(locale, measure, reported)),
        Outcome::Missing { status, .. } => {
            let reason = status.reason();
            Known::Missing { reason: locale.pick(reason.ja, reason.en).to_owned() }
        }
    }
}

fn reading(locale: Locale, measure: &MeasureNote, reported: &Reported) -> Reading {
    let quantity = quantity(measure);
    Reading {
        value: quantity.scaled(reported.value),
        interval: reported.interval().map(|(low, high)| (quantity.scaled(low), quantity.scaled(high))),
        text: value_words(locale, measure, reported),
        range_text: range_words(locale, measure, reported),
    }
}

pub(super) fn field(locale: Locale, measure: &MeasureNote, group: &Comparator) -> Option<Field> {
    let quantity = quantity(measure);
    let (low, high) = (group.p10.number()?, group.p90.number()?);
    (group.reported >= 10).then(|| Field {
        low: quantity.scaled(low),
        high: quantity.scaled(high),
        label: words::most(locale, &comparator_name(locale, group)),
    })
}

pub(super) fn pointer(locale: Locale, measure: &MeasureNote, group: &Comparator) -> Option<Pointer> {
    let quantity = quantity(measure);
    let whom = match group.peer_group {
        Some(_) => comparator_name(locale, group),
        None => target_label(locale, group),
    };
    let (value, label) = match group.target.number() {
        Some(target) => (target, whom),
        None => (group.median.number()?, words::middle(locale, &whom)),
    };
    Some(Pointer { value: quantity.scaled(value), label, text: said::of_many(locale, measure, value) })
}

mod words {
    i18n::text! {
        pub(super) fn this_hospital { ja: "この病院", en: "This hospital" }
        pub(super) fn judged_by(span: &str) { ja: "{span}をあわせて判定", en: "judged by {span} together" }
        pub(super) fn middle(country: &str) { ja: "{country}の真ん中", en: "{country}: middle" }
        pub(super) fn most(whom: &str) { ja: "{whom}のほとんど（8割）", en: "Most (8 in 10) of {whom}" }
    }
}
