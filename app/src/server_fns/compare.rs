//! How do a few hospitals compare, in words, with everything that has to be said about it?

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use super::values::{MeasureValue, Remark};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// One of the hospitals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedHospital {
    /// Id that is used now.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Prefecture and municipality.
    pub place: String,
    /// Its role.
    pub role: String,
}

/// One measure of all the hospitals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedMeasure {
    /// Id.
    pub measure: String,
    /// Its name.
    pub name: String,
    /// `1,000人中（人）`
    pub unit: String,
    /// One value or reason per hospital, in their order; its verdict is that beside hospitals of its own role.
    pub values: Vec<MeasureValue>,
    /// Who can be told apart, one sentence per pair, and why another answer is also right.
    pub pairs: Vec<String>,
    /// Period, source and release in one line; empty where nobody has a value.
    pub source: String,
}

/// A comparison in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparisonWords {
    /// The hospitals.
    pub hospitals: Vec<ComparedHospital>,
    /// True where they may be laid side by side.
    pub fair: bool,
    /// The answer of the guard.
    pub answer: String,
    /// Why they are not laid side by side.
    pub because: Vec<Remark>,
    /// What can be compared instead.
    pub alternatives: Vec<String>,
    /// What is true of every value.
    pub said_once: Vec<Remark>,
    /// The measures.
    pub measures: Vec<ComparedMeasure>,
}

/// Two to five hospitals side by side; `hospitals` and `measures` are ids with commas between.
///
/// # Errors
/// Where the question cannot be understood, an id is unknown, or the data cannot be read.
#[server(endpoint = "compare_hospitals", prefix = "/_fn", input = GetUrl)]
pub async fn compare_hospitals(
    locale: String,
    hospitals: String,
    measures: String,
    release: String,
) -> Result<ComparisonWords, ServerFnError> {
    let reports = use_context::<reports::Reports>().ok_or_else(|| ServerFnError::new("no data"))?;
    let view = answer::asked(&hospitals, &measures, &release)?;
    let found = reports.compare(&view).await.and_then(reports::model::Comparison::of_two_or_more);
    let found = found.map_err(super::slip::told)?;
    Ok(answer::wire(i18n::Locale::parse(&locale).unwrap_or(i18n::Locale::Ja), &found))
}

#[cfg(feature = "ssr")]
mod answer {
    use super::super::slip::told;
    use super::super::values::answer::{remarks, value};
    use super::{ComparedHospital, ComparedMeasure, ComparisonWords, MeasureValue};
    use domain::view_spec::{Key, ViewSpec};
    use i18n::Locale;
    use leptos::prelude::ServerFnError;
    use reports::figures;
    use reports::model::{Alternative, Compared, Comparison, MeasureCompared, MeasureSection};

    pub(super) fn asked(hospitals: &str, measures: &str, release: &str) -> Result<ViewSpec, ServerFnError> {
        let pairs = [("h", hospitals), ("m", measures), ("release", release)];
        ViewSpec::parse(pairs, &[Key::Hospitals, Key::Measures, Key::Release]).map_err(told)
    }

    pub(super) fn wire(locale: Locale, found: &Comparison) -> ComparisonWords {
        let caveats: Vec<_> = found.guard.because.iter().map(|reason| reason.caveat).collect();
        ComparisonWords {
            hospitals: found.hospitals.iter().map(|compared| hospital(locale, compared)).collect(),
            fair: found.guard.is_fair(),
            answer: figures::guard_sentence(locale, found),
            because: remarks(locale, &caveats),
            alternatives: found.guard.alternatives.iter().map(|a| alternative(locale, found, a)).collect(),
            said_once: remarks(locale, &found.said_once),
            measures: found.measures.iter().map(|compared| measure(locale, found, compared)).collect(),
        }
    }

    fn hospital(locale: Locale, compared: &Compared) -> ComparedHospital {
        let hospital = &compared.card.hospital;
        ComparedHospital {
            id: hospital.id.to_string(),
            name: figures::hospital_name(locale, &hospital.name),
            place: figures::place_name(locale, hospital),
            role: figures::role_words(locale, hospital),
        }
    }

    fn alternative(locale: Locale, found: &Comparison, alternative: &Alternative) -> String {
        let said = figures::alternative_words(found, alternative);
        locale.pick(said.ja, said.en)
    }

    fn measure(locale: Locale, found: &Comparison, compared: &MeasureCompared) -> ComparedMeasure {
        let name = &compared.measure.name;
        let pairs = compared.pairs.iter().flat_map(|pair| {
            let said = figures::pair_sentence(locale, found, compared, pair);
            std::iter::once(said).chain(figures::both_right(locale, pair))
        });
        let cited = compared.sections.iter().map(|s| s.newest.figure()).find(|row| !row.source.id.is_empty());
        let source =
            cited.map(|row| figures::source_words(locale, row.period, &row.source.id, &found.sources, &found.release));
        ComparedMeasure {
            measure: compared.measure.id.to_string(),
            name: locale.pick(&name.ja, &name.en).clone(),
            unit: figures::quantity(&compared.measure).axis(locale),
            values: compared.sections.iter().map(|section| of_section(locale, section)).collect(),
            pairs: pairs.collect(),
            source: source.unwrap_or_default(),
        }
    }

    fn of_section(locale: Locale, section: &MeasureSection) -> MeasureValue {
        value(locale, &section.measure, &section.newest, section.newest.figure().peer_word())
    }
}
