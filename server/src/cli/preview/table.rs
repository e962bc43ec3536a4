//! How do all values of one hospital stand in a table that its people can open and check?

use super::BYTE_ORDER_MARK;
use domain::Disclosed;
use reports::model::{Figure, HospitalReport, MeasureNote, Places, Reported, ValueRow, what_holds};

/// The columns; numbers in base units as in the interchange package.
const COLUMNS: [&str; 27] = [
    "measure",
    "measure_ja",
    "measure_en",
    "period_start",
    "period_end",
    "pooled",
    "stratum",
    "status",
    "reason_ja",
    "reason_en",
    "value",
    "numerator",
    "numerator_derived",
    "denominator",
    "expected",
    "interval_low",
    "interval_high",
    "verdict_national",
    "verdict_peer",
    "rank_best",
    "rank_worst",
    "rank_of",
    "caveats",
    "published_verdict",
    "source",
    "source_sheet",
    "source_row",
];

/// A value with its measure.
pub type Value<'a> = (&'a MeasureNote, &'a Disclosed<ValueRow>);

/// Every value of the hospital: years, years put together and parts.
pub fn values(report: &HospitalReport) -> Vec<Value<'_>> {
    let mut values = Vec::new();
    for section in &report.measures {
        let together = section.history.iter().filter_map(|value| value.figure().together.as_deref());
        values.extend(section.history.iter().chain(together).chain(&section.strata).map(|v| (&section.measure, v)));
    }
    values
}

/// The table, one line per value.
pub fn csv(values: &[Value<'_>]) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    table.write_record(COLUMNS)?;
    for (measure, value) in values {
        table.write_record(line(measure, value))?;
    }
    Ok(table.into_inner()?)
}

fn line(measure: &MeasureNote, value: &Disclosed<ValueRow>) -> [String; 27] {
    let row = value.figure();
    let reported = row.outcome.reported();
    let number = |of: fn(&Reported) -> Figure| reported.and_then(|r| of(r).number()).map_or_else(String::new, text);
    let reason = |words: &str| if reported.is_some() { String::new() } else { words.to_string() };
    let caveats: Vec<&str> = what_holds(value).iter().map(|c| c.id).collect();
    let (best, worst, of) = match row.places {
        Places::Range { best, last, of, .. } => (best.to_string(), last.to_string(), of.to_string()),
        Places::None { .. } => Default::default(),
    };
    let said = row.outcome.status().reason();
    [
        measure.id.to_string(),
        measure.name.ja.clone(),
        measure.name.en.clone(),
        row.period.start.to_string(),
        row.period.end.to_string(),
        row.pooled.to_string(),
        row.stratum.clone(),
        row.outcome.status().to_string(),
        reason(said.ja),
        reason(said.en),
        reported.map_or_else(String::new, |r| text(r.value)),
        number(|r| r.numerator),
        reported.is_some_and(|r| r.numerator_derived).to_string(),
        number(|r| r.denominator),
        number(|r| r.expected),
        number(|r| r.interval_low),
        number(|r| r.interval_high),
        row.verdict_national.to_string(),
        row.verdict_peer.to_string(),
        best,
        worst,
        of,
        caveats.join(";"),
        row.published_verdict.clone(),
        row.source.id.clone(),
        row.source.sheet.clone(),
        row.source.row.map_or_else(String::new, |n| n.to_string()),
    ]
}

fn text(number: f64) -> String {
    number.to_string()
}
