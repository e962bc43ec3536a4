//! Which values has a measure in one region, each with what has to be said about it?

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// Something to be said beside a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Id of the caveat.
    pub id: String,
    /// The line.
    pub short: String,
}

/// One hospital's value in words, or the reason why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureValue {
    /// Id of the hospital.
    pub hospital: String,
    /// Its name.
    pub name: String,
    /// Prefecture and municipality.
    pub place: String,
    /// The number in the unit of the answer; empty where there is none.
    pub value: String,
    /// Its range.
    pub range: String,
    /// In words, against whom the head of the column says; empty where nothing is judged.
    pub verdict: String,
    /// The shape of the same.
    pub shape: String,
    /// Its range of places within its role; empty where there is none.
    pub places: String,
    /// How many are clearly better, cannot be told apart and are clearly worse.
    pub counts: String,
    /// Why there is no value; empty where there is one.
    pub reason: String,
    /// Everything to be said about it, the most specific first.
    pub caveats: Vec<Remark>,
    /// That it was corrected, and when; empty where it was not.
    pub corrected: String,
    /// Where the correction is told.
    pub corrected_at: String,
    /// Where a mistake in it is reported.
    pub report_at: String,
}

/// The values of one region in the order of place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionValues {
    /// `1,000人中（人）`
    pub unit: String,
    /// Period, source and release in one line.
    pub source: String,
    /// Against whom the words stand; empty where nobody is judged.
    pub verdict_head: String,
    /// What is said above the list: how many would stand out by chance alone, and why nobody is placed.
    pub above: Vec<String>,
    /// What is said below it: that years are put together, where they are.
    pub below: String,
    /// What is true of every row.
    pub said_once: Vec<Remark>,
    /// At most two hundred.
    pub rows: Vec<MeasureValue>,
    /// How many there are altogether.
    pub total: u32,
}

/// The values of a measure in one region and period.
///
/// # Errors
/// Where the address cannot be understood, the measure is unknown, or the data cannot be read.
#[server(endpoint = "measure_values", prefix = "/_fn", input = GetUrl)]
pub async fn measure_values(
    locale: String,
    measure: String,
    period: String,
    region: String,
    release: String,
) -> Result<RegionValues, ServerFnError> {
    let reports = use_context::<reports::Reports>().ok_or_else(|| ServerFnError::new("no data"))?;
    let (measure, view) = answer::asked(&measure, &period, &region, &release)?;
    let found = reports.values(&measure, &view).await.map_err(super::slip::told)?;
    Ok(answer::wire(i18n::Locale::parse(&locale).unwrap_or(i18n::Locale::Ja), &found))
}

#[cfg(feature = "ssr")]
pub(super) mod answer {
    use super::super::slip::told;
    use super::{MeasureValue, RegionValues, Remark};
    use domain::caveats::Caveat;
    use domain::view_spec::{Key, ViewSpec};
    use domain::{Disclosed, MeasureId, Verdict};
    use i18n::Locale;
    use leptos::prelude::ServerFnError;
    use reports::ReportError;
    use reports::figures::{self, Whom};
    use reports::model::{MeasureNote, Outcome, ValueRow, ValuesReport, what_holds};

    const ROWS: u16 = 200;

    pub(super) fn asked(
        measure: &str,
        period: &str,
        region: &str,
        release: &str,
    ) -> Result<(MeasureId, ViewSpec), ServerFnError> {
        let unknown = |_| ReportError::NotFound { kind: "measure", id: measure.chars().take(100).collect() };
        let measure = MeasureId::parse(measure).map_err(unknown).map_err(told)?;
        let pairs = [("period", period), ("region", region), ("release", release)];
        let keys = [Key::Period, Key::Region, Key::Release];
        let view = ViewSpec::parse(pairs, &keys).map_err(told)?;
        Ok((measure, ViewSpec { limit: Some(ROWS), ..view }))
    }

    pub(super) fn wire(locale: Locale, found: &ValuesReport) -> RegionValues {
        let whom = Whom::of(&found.rows);
        let source = found.rows.first().map_or("", |row| row.figure().source.id.as_str());
        RegionValues {
            unit: figures::quantity(&found.measure).axis(locale),
            source: figures::source_words(locale, found.period, source, &found.sources, &found.release),
            verdict_head: whom.map(|whom| whom.head(locale, &found.measure)).unwrap_or_default(),
            above: figures::sentences_above(locale, found),
            below: figures::together_note(locale, &found.rows).unwrap_or_default().to_owned(),
            said_once: remarks(locale, &found.said_once),
            rows: found.rows.iter().map(|row| value(locale, &found.measure, row, word_of(row, whom))).collect(),
            total: found.page.total,
        }
    }

    pub(in crate::server_fns) fn remarks(locale: Locale, caveats: &[&'static Caveat]) -> Vec<Remark> {
        let remark = |caveat: &&Caveat| Remark {
            id: caveat.id.to_owned(),
            short: locale.pick(caveat.short.ja, caveat.short.en).to_owned(),
        };
        caveats.iter().map(remark).collect()
    }

    fn word_of(row: &Disclosed<ValueRow>, whom: Option<Whom>) -> Verdict {
        whom.map_or(Verdict::NotJudged, |whom| whom.verdict(row.figure()))
    }

    /// `verdict` is that beside the country or beside its own role.
    pub(in crate::server_fns) fn value(
        locale: Locale,
        measure: &MeasureNote,
        row: &Disclosed<ValueRow>,
        verdict: Verdict,
    ) -> MeasureValue {
        let figure = row.figure();
        let mut value = MeasureValue {
            hospital: figure.hospital.id.to_string(),
            name: figures::hospital_name(locale, &figure.hospital.name),
            place: figures::place_name(locale, &figure.hospital),
            value: String::new(),
            range: String::new(),
            verdict: String::new(),
            shape: String::new(),
            places: figures::places_alone(locale, figure).unwrap_or_default(),
            counts: figures::places_counts(locale, figure).unwrap_or_default(),
            reason: String::new(),
            caveats: remarks(locale, &what_holds(row)),
            corrected: String::new(),
            corrected_at: String::new(),
            report_at: crate::site::report_address(locale, figure, &ViewSpec::default()),
        };
        if let Some((said, href)) = crate::site::row_mark(locale, figure, &ViewSpec::default()) {
            (value.corrected, value.corrected_at) = (said, href);
        }
        match &figure.outcome {
            Outcome::Reported(reported) => {
                value.value = figures::number_alone(locale, measure, reported);
                value.range = figures::range_alone(locale, measure, reported);
                if verdict != Verdict::NotJudged {
                    value.verdict = figures::short_verdict_of_row(locale, measure, figure, verdict);
                    value.shape = crate::site::shape(verdict);
                }
            }
            Outcome::Missing { status, .. } => {
                let reason = status.reason();
                value.reason = locale.pick(reason.ja, reason.en).to_owned();
            }
        }
        value
    }
}
