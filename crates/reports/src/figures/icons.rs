//! Of 1,000 patients of a hospital, how many is that? For shares that are told of 1,000 people only.

use super::counted::of_few;
use super::frame::{Saying, Surroundings, frame, owner_warning, period_words, source_words, whose};
use super::national::{NationalValue, national_value};
use super::ruler::{known, verdict_words};
use super::said::{self, hospital_name, quantity, range_alone, value_words};
use crate::model::{Comparator, MeasureNote, MeasureSection, what_holds};
use charts::{IconArray, IconGroup, Known, Reading};
use domain::peers::PeerGroup;
use i18n::{Denominator, Locale, Quantity, Unit, in_parentheses};

/// The newest value of a section as people, and a group beside it: the country, or where nobody has adjusted an outcome the
/// hospitals of the same role alone.
///
/// `None` where the measure is no share of people or one told of 10,000 and more, and for a value of fewer than ten patients.
pub fn icons(around: &Surroundings<'_>, section: &MeasureSection) -> Option<IconArray> {
    let measure = &section.measure;
    let row = section.newest.figure();
    let few = row.outcome.reported().and_then(|reported| of_few(measure, reported));
    if !drawn_as_icons(measure) || few.is_some() {
        return None;
    }
    let locale = around.locale;
    let beside = if measure.held_against_the_country() { &section.national } else { &section.peer };
    let is_group = beside.peer_group.is_none_or(|role| role != PeerGroup::Unclassified);
    let saying = Saying {
        title: title(locale, section),
        subtitle: [whose(around, &row.hospital), period_words(locale, row.period), verdict_words(locale, section)]
            .join(locale.pick("・", " · ")),
        description: words::description(locale).to_owned(),
        warning: owner_warning(locale, measure),
        notes: what_holds(&section.newest),
        source: source_words(locale, row.period, &row.source.id, around.sources, around.release),
    };
    Some(IconArray {
        frame: frame(around, saying),
        own: IconGroup {
            label: hospital_name(locale, &row.hospital.name),
            known: known(locale, measure, &section.newest),
        },
        beside: of_group(locale, measure, beside).filter(|_| is_group),
        counted_words: counted(locale, measure),
        others_words: words::others(locale).to_owned(),
    })
}

/// The measure with its number and range.
fn title(locale: Locale, section: &MeasureSection) -> String {
    let name = said::picked(locale, &section.measure.name);
    let Some(reported) = section.newest.figure().outcome.reported() else {
        return name;
    };
    let value = value_words(locale, &section.measure, reported);
    let range = range_alone(locale, &section.measure, reported);
    words::title(locale, &name, &in_parentheses(locale, &value, &range))
}

fn of_group(locale: Locale, measure: &MeasureNote, group: &Comparator) -> Option<IconGroup> {
    let NationalValue { whom, value } = national_value(locale, measure, group)?;
    let figure = group.target.number().or_else(|| group.median.number())?;
    let people = Reading { value: quantity(measure).scaled(figure), text: value, ..Reading::default() };
    Some(IconGroup { label: whom, known: Known::Value(people) })
}

/// Who is counted: `すぐにまた入院した人`.
fn counted(locale: Locale, measure: &MeasureNote) -> String {
    let edited = content::measure(measure.id.as_str()).ok().flatten();
    let event = edited.map(|edited| said::picked(locale, &edited.event)).filter(|event| !event.is_empty());
    event.unwrap_or_else(|| words::counted(locale, &said::picked(locale, &measure.name)))
}

/// Whether the values of a measure are so many of 1,000 people.
pub fn drawn_as_icons(measure: &MeasureNote) -> bool {
    let shape = quantity(measure);
    matches!(shape, Quantity::Proportion { of: Denominator::Thousand, counted } if counted == Unit::PEOPLE)
}

mod words {
    i18n::text! {
        pub(super) fn title(measure: &str, value: &str) { ja: "{measure}：{value}", en: "{measure}: {value}" }
        pub(super) fn description {
            ja: "1,000人を1人ずつの形で並べた図。塗りつぶした人が、この数にあたります。",
            en: "A thousand people, one figure each. Those filled in make up the number.",
        }
        pub(super) fn counted(measure: &str) { ja: "「{measure}」に数えられた人", en: "People counted in “{measure}”" }
        pub(super) fn others { ja: "ほかの人", en: "Everyone else" }
    }
}
