//! Which figure is easily taken for a verdict on treatment, and what has to stand beside a high one?

use crate::model::{MeasureNote, MeasureSection};
use domain::measure::Topic;
use domain::{Bilingual, MeasureId};

/// How easily a figure is taken for a verdict on treatment: a result that nobody has adjusted stands behind the others, and deaths
/// behind all.
pub fn misread(measure: &MeasureNote) -> u8 {
    let crude = measure.crude_outcome && measure.topic == Topic::Outcomes;
    u8::from(crude) + u8::from(crude && higher_where(&measure.id).is_some())
}

/// Where a high value of this measure comes from without any fault, where an editor has said so; in general words, because it also
/// stands beside values of which nobody can say that they are higher.
fn higher_where(id: &MeasureId) -> Option<&'static Bilingual<String>> {
    let edited = content::measure(id.as_str()).ok().flatten()?;
    Some(&edited.higher_where).filter(|text| !text.ja.is_empty())
}

/// The same beside a value that is not lower than what it is held against; a low one needs no such reason.
pub fn why_high(section: &MeasureSection) -> Option<&'static Bilingual<String>> {
    let value = section.newest.figure().outcome.reported()?.value;
    let whom = if section.measure.held_against_the_country() { &section.national } else { &section.peer };
    let usual = whom.target.number().or_else(|| whom.median.number());
    if usual.is_some_and(|usual| value < usual) {
        return None;
    }
    higher_where(&section.measure.id)
}
