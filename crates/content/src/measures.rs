//! What does each measure mean, and what does it not mean, in words for readers?

mod load;

use crate::source_text::whole;
use crate::{ContentError, UnitWords, unit_words};
use domain::records::{MeasureRecord, MeasureVersionRecord};
use domain::{Bilingual, MeasureId};
use std::sync::LazyLock;

/// A measure of an official file, with everything an editor says about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What an interchange package would say about it.
    pub record: MeasureRecord,
    /// How its definition changed, oldest first.
    pub versions: Vec<MeasureVersionRecord>,
    /// Place in lists; unique.
    pub order: u16,
    /// ISO 3166-1, two letters.
    pub country: String,
    /// Ids of the sources it is read from.
    pub sources: Vec<String>,
    /// A name for narrow places.
    pub short_name: Bilingual<String>,
    /// Who or what the denominator counts: 退院した人.
    pub counted: Bilingual<String>,
    /// Who or what the numerator counts: 亡くなった人.
    pub event: Bilingual<String>,
    /// The words at both ends of the ruler.
    pub ends: Ends,
    /// Where a high value comes from without any fault, in general: stands beside a death rate that nobody has adjusted, whether it
    /// is high or not told apart. Empty where nothing has to be said.
    pub higher_where: Bilingual<String>,
    /// What speaks against a printed 0; `None` where a 0 contradicts nothing.
    pub zero: Option<Doubt>,
    /// What a reader may ask the doctor.
    pub ask: Vec<Bilingual<String>>,
    /// What it corresponds to abroad, in Japanese; the record says it in English.
    pub means_abroad_ja: String,
}

/// What else is published of a hospital that a printed 0 contradicts, and what is then said beside the 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Keys of the context, with the values that contradict it.
    pub flags: Vec<(String, Vec<String>)>,
    /// Measures of which a number above 0 contradicts it.
    pub counts: Vec<MeasureId>,
    /// What is said beside it.
    pub said: Bilingual<String>,
}

/// The words at both ends of a ruler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ends {
    /// At the low end.
    pub less: Bilingual<String>,
    /// At the high end.
    pub more: Bilingual<String>,
}

impl Measure {
    /// The words behind its numbers; `None` for proportions and ratios, which have no unit.
    ///
    /// # Errors
    /// [`ContentError`] where the units cannot be read.
    pub fn unit(&self) -> Result<Option<&'static UnitWords>, ContentError> {
        unit_words(&self.record.unit)
    }
}

/// Every measure of the official files, in display order.
///
/// # Errors
/// [`ContentError`] for the first file that cannot be read.
pub fn measures() -> Result<&'static [Measure], ContentError> {
    whole(&MEASURES)
}

/// The measure with this id; packages bring measures of their own, for which this is `None`.
///
/// # Errors
/// [`ContentError`] for the first file that cannot be read.
pub fn measure(id: &str) -> Result<Option<&'static Measure>, ContentError> {
    Ok(measures()?.iter().find(|measure| measure.record.id.as_str() == id))
}

static MEASURES: LazyLock<Result<Vec<Measure>, ContentError>> = LazyLock::new(load::all);

#[cfg(test)]
mod tests;
