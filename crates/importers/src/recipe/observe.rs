//! Which value does a row print for one measure, and why is there none where there is none?

use super::field::{Field, Part, slug};
use super::plan::{LimitPlan, Measure, ObservationPlan, Plan};
use crate::literal;
use crate::log::{Log, Place};
use crate::plausible::{Figure, violation};
use crate::table::Row;
use domain::Status;
use domain::ids::MeasureId;
use domain::issue::IssueKind;
use domain::period::Period;
use domain::records::{LimitRecord, ObservationRecord, Subject};

/// The row at hand.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub row: &'a Row,
    pub sheet: &'a str,
    pub subject: &'a Subject,
    pub period: Period,
    pub source_id: &'a str,
}

/// What the cells of a value say.
enum Printed {
    Number(f64),
    Gap(Status),
    Skip,
}

/// The observation of one block, with its published limits.
pub(crate) fn observe(
    plan: &Plan<'_>,
    block: &ObservationPlan<'_>,
    at: At<'_>,
    log: &mut Log,
) -> Option<(ObservationRecord, Vec<LimitRecord>)> {
    let measure = measure_of(block, at, log)?;
    let mut record = empty(measure, block, at);
    let printed = value_of(plan, block, &mut record, at, log);
    for code in footnotes_of(plan, block, at.row) {
        if !record.footnotes.contains(&code) {
            record.footnotes.push(code);
        }
    }
    record.published_verdict = block.published_verdict.as_ref().map_or(String::new(), |f| f.of(at.row).into_owned());
    match printed {
        Printed::Skip => return None,
        Printed::Gap(status) => {
            record.status = refined(plan, block, &record, at.row, status);
            record.numerator = None;
            record.denominator = None;
            return Some((record, Vec::new()));
        }
        Printed::Number(value) => record.value = Some(value),
    }
    add_figures(plan, block, &mut record, at, log);
    if !keep_what_can_be(block, &mut record, at, plan, log) {
        return None;
    }
    let limits = block.limits.iter().filter_map(|l| limits_of(plan, l, &record, at, log)).collect();
    Some((record, limits))
}

fn measure_of(block: &ObservationPlan<'_>, at: At<'_>, log: &mut Log) -> Option<MeasureId> {
    let parts = match &block.measure {
        Measure::One(id) => return Some(id.clone()),
        Measure::PerRow(parts) => parts,
    };
    let pieces = parts.iter().map(|part| match part {
        Part::Text(text) => text.clone(),
        part => slug(&part.of(at.row)),
    });
    let id: String = pieces.collect();
    match MeasureId::parse(&id) {
        Ok(id) => Some(id),
        Err(error) => {
            let place = Place::cell(at.sheet, at.row.number, "", &id);
            log.problem(IssueKind::NotUnderstood, place, format!("the row names no measure: {error}"));
            None
        }
    }
}

fn empty(measure: MeasureId, block: &ObservationPlan<'_>, at: At<'_>) -> ObservationRecord {
    ObservationRecord {
        hospital: at.subject.clone(),
        measure,
        period: at.period,
        stratum: block.stratum.as_ref().map_or(String::new(), |f| f.of(at.row).into_owned()),
        numerator: None,
        denominator: None,
        eligible: None,
        expected: None,
        value: None,
        standard_error: None,
        response_rate: None,
        status: Status::Reported,
        raw: String::new(),
        derived: false,
        footnotes: Vec::new(),
        published_verdict: String::new(),
        source_id: at.source_id.to_string(),
        source_sheet: at.sheet.to_string(),
        source_row: Some(row_of(block.value.first().or(block.numerator.as_ref()), at.row)),
    }
}

/// The row in which the cell of a field stands.
fn row_of(field: Option<&Field>, row: &Row) -> u32 {
    match field {
        Some(Field::Column(column)) => row.number_of(*column),
        _ => row.number,
    }
}

fn value_of(
    plan: &Plan<'_>,
    block: &ObservationPlan<'_>,
    record: &mut ObservationRecord,
    at: At<'_>,
    log: &mut Log,
) -> Printed {
    if block.value.is_empty() {
        return quotient_of(plan, block, record, at, log);
    }
    let mut sum = 0.0;
    for field in &block.value {
        let literal = field.of(at.row);
        if !record.raw.is_empty() {
            record.raw.push_str(" + ");
        }
        record.raw.push_str(&literal);
        match cell_of(plan, block, field, &literal, record, at, log) {
            Printed::Number(number) => sum += number,
            gap => return gap,
        }
    }
    let exact = literal::divided(sum, block.per);
    let several = block.value.len() > 1;
    Printed::Number(block.decimals.filter(|_| several).map_or(exact, |d| rounded(exact, d)))
}

/// One cell of a value; `7 out of 10` also gives numerator and denominator.
fn cell_of(
    plan: &Plan<'_>,
    block: &ObservationPlan<'_>,
    field: &Field,
    literal: &str,
    record: &mut ObservationRecord,
    at: At<'_>,
    log: &mut Log,
) -> Printed {
    if literal.is_empty() {
        return block.blank.map_or(Printed::Skip, Printed::Gap);
    }
    if let Some(number) = block.values.get(literal) {
        return Printed::Number(*number * block.per);
    }
    if let Some(status) = plan.missing.status(literal) {
        return Printed::Gap(status);
    }
    if let Some(number) = literal::number(literal) {
        return Printed::Number(number);
    }
    // a mark behind a number is a footnote: `8.5000*`
    if let Some(number) = literal.strip_suffix('*').and_then(literal::number) {
        record.footnotes.push("*".to_string());
        return Printed::Number(number);
    }
    if let Some((events, patients)) = literal.split_once(" out of ")
        && let (Some(events), Some(patients)) = (literal::number(events), literal::number(patients))
        && patients > 0.0
    {
        record.numerator = Some(events);
        record.denominator = Some(patients);
        return Printed::Number(events / patients * block.per);
    }
    let place = Place::cell(at.sheet, row_of(Some(field), at.row), header(plan, field), literal);
    log.problem(
        IssueKind::NotUnderstood,
        place,
        "the value is no number and no literal the recipe knows; it was left out",
    );
    Printed::Skip
}

/// Where only numerator and denominator are printed.
fn quotient_of(
    plan: &Plan<'_>,
    block: &ObservationPlan<'_>,
    record: &mut ObservationRecord,
    at: At<'_>,
    log: &mut Log,
) -> Printed {
    let (Some(events), Some(patients)) = (&block.numerator, &block.denominator) else {
        return Printed::Skip;
    };
    record.raw = format!("{} / {}", events.of(at.row), patients.of(at.row));
    let mut read = |field: &Field| {
        let literal = field.of(at.row);
        cell_of(plan, block, field, &literal, record, at, log)
    };
    match (read(events), read(patients)) {
        (Printed::Number(n), Printed::Number(d)) if d > 0.0 => Printed::Number(n / d),
        (Printed::Number(_), Printed::Number(_)) => Printed::Gap(Status::NotApplicable),
        (Printed::Number(_), gap) | (gap, _) => gap,
    }
}

/// A gap's reason: a word beside it, else a footnote that says why, else the literal itself.
fn refined(
    plan: &Plan<'_>,
    block: &ObservationPlan<'_>,
    record: &ObservationRecord,
    row: &Row,
    status: Status,
) -> Status {
    if let Some((field, words)) = &block.status
        && let Some(said) = words.get(field.of(row).as_ref())
    {
        return *said;
    }
    record.footnotes.iter().find_map(|code| plan.footnote_means.get(code)).copied().unwrap_or(status)
}

/// Codes of footnotes; a footnote printed in full is known by its text.
fn footnotes_of(plan: &Plan<'_>, block: &ObservationPlan<'_>, row: &Row) -> Vec<String> {
    let Some(field) = &block.footnotes else {
        return Vec::new();
    };
    let printed = field.of(row);
    let in_full = |text: &crate::source::Words| !printed.is_empty() && (text.en == printed || text.ja == printed);
    if let Some((code, _)) = plan.recipe.footnotes.iter().find(|(_, text)| in_full(text)) {
        return vec![code.clone()];
    }
    codes_of(&printed)
}

/// `16, 23`, `2;3`, or codes with their texts: `5 - Results are not available, 7 - No cases met the criteria`.
fn codes_of(printed: &str) -> Vec<String> {
    let with_text = |part: &str| part.split_once(" - ").is_some_and(|(code, _)| code.len() <= 3 && !code.contains(' '));
    let texts = with_text(printed.trim());
    let mut codes: Vec<String> = Vec::new();
    for part in printed.split([',', ';']).map(str::trim).filter(|c| !c.is_empty()) {
        let code = match part.split_once(" - ") {
            Some((code, _)) if with_text(part) => code,
            // the rest of a text that holds a comma
            _ if texts => continue,
            _ => part,
        };
        if !codes.iter().any(|c| c == code) {
            codes.push(code.to_string());
        }
    }
    codes
}

fn add_figures(
    plan: &Plan<'_>,
    block: &ObservationPlan<'_>,
    record: &mut ObservationRecord,
    at: At<'_>,
    log: &mut Log,
) {
    let mut figure = |field: &Option<Field>| field.as_ref().and_then(|f| optional_number(plan, f, at, log));
    record.denominator = figure(&block.denominator).or(record.denominator);
    record.numerator = figure(&block.numerator).or(record.numerator);
    record.eligible = figure(&block.eligible);
    record.expected = figure(&block.expected);
    record.response_rate = figure(&block.response_rate).map(|r| r / 100.0);
    record.standard_error = figure(&block.standard_error).map(|e| literal::divided(e, block.per));
    if let (Some(rate), Some(patients)) = (figure(&block.expected_rate), record.denominator) {
        record.expected = Some(rate * patients / block.expected_rate_per);
    }
    if let (Some(variation), Some(value), Some(n)) = (figure(&block.variation), record.value, record.denominator)
        && n > 0.0
    {
        record.standard_error = Some(value * variation / n.sqrt());
    }
    if let (None, Some(decimals)) = (record.numerator, block.decimals) {
        record.numerator = derived_numerator(record, decimals, block.value.len());
        record.derived = record.numerator.is_some();
    }
}

/// value × denominator, where the printed decimals leave no doubt which integer it is.
fn derived_numerator(record: &ObservationRecord, decimals: u8, terms: usize) -> Option<f64> {
    let (value, n) = (record.value?, record.denominator?);
    let step = libm::pow(10.0, -f64::from(decimals));
    let slack = n * step * 0.5 * terms as f64 + 1e-9 * n.max(1.0);
    let product = value * n;
    let nearest = product.round();
    ((product - nearest).abs() <= slack && slack < 0.05).then_some(nearest)
}

fn rounded(value: f64, decimals: u8) -> f64 {
    let scale = libm::pow(10.0, f64::from(decimals));
    (value * scale).round() / scale
}

/// A figure beside the value; literals that are known gaps are simply not there.
fn optional_number(plan: &Plan<'_>, field: &Field, at: At<'_>, log: &mut Log) -> Option<f64> {
    let literal = field.of(at.row);
    if literal.is_empty() || plan.missing.status(&literal).is_some() {
        return None;
    }
    let number = literal::number(&literal);
    if number.is_none() {
        let place = Place::cell(at.sheet, row_of(Some(field), at.row), header(plan, field), &literal);
        log.problem(IssueKind::NotUnderstood, place, "the figure is no number; it was left out");
    }
    number
}

/// Reports figures that cannot be true. False where nothing is left of the observation.
fn keep_what_can_be(
    block: &ObservationPlan<'_>,
    record: &mut ObservationRecord,
    at: At<'_>,
    plan: &Plan<'_>,
    log: &mut Log,
) -> bool {
    while let Some(found) = violation(block.kind, record) {
        let field = match found.figure {
            Figure::Value => block.value.first(),
            Figure::Numerator => block.numerator.as_ref(),
            Figure::Denominator => block.denominator.as_ref(),
            Figure::Expected => block.expected.as_ref().or(block.expected_rate.as_ref()),
            Figure::StandardError => block.standard_error.as_ref().or(block.variation.as_ref()),
        };
        let literal = field.map_or_else(|| record.raw.clone(), |f| f.of(at.row).into_owned());
        let place = Place::cell(at.sheet, row_of(field, at.row), field.map_or("", |f| header(plan, f)), &literal);
        log.problem(IssueKind::OutOfRange, place, format!("{}; it was left out", found.why));
        match found.figure {
            Figure::Value => return false,
            Figure::Numerator if block.value.is_empty() => return false,
            Figure::Numerator => record.numerator = None,
            Figure::Denominator if block.value.is_empty() => return false,
            Figure::Denominator => {
                record.denominator = None;
                record.numerator = None;
                record.standard_error = None;
            }
            Figure::Expected => record.expected = None,
            Figure::StandardError => record.standard_error = None,
        }
        record.derived &= record.numerator.is_some();
    }
    true
}

fn limits_of(
    plan: &Plan<'_>,
    rule: &LimitPlan,
    record: &ObservationRecord,
    at: At<'_>,
    log: &mut Log,
) -> Option<LimitRecord> {
    let mut figure = |field: &Option<Field>| {
        let number = field.as_ref().and_then(|f| optional_number(plan, f, at, log));
        number.map(|n| literal::divided(n, rule.per))
    };
    let (mut lower, middle, mut upper) = (figure(&rule.lower), figure(&rule.middle), figure(&rule.upper));
    if let Some(range) = &rule.range
        && let Some((from, to)) = ends_of(&range.of(at.row))
    {
        lower = Some(literal::divided(from, rule.per));
        upper = Some(literal::divided(to, rule.per));
    }
    let ordered: Vec<f64> = [lower, middle, upper].into_iter().flatten().collect();
    if ordered.windows(2).any(|pair| pair[0] > pair[1]) {
        let printed: Vec<String> = ordered.iter().map(f64::to_string).collect();
        let field = rule.lower.as_ref().or(rule.range.as_ref());
        let place = Place::cell(at.sheet, row_of(field, at.row), field.map_or("", |f| header(plan, f)), "");
        let message =
            format!("lower, middle and upper are not in this order ({}); they were left out", printed.join(", "));
        log.problem(IssueKind::OutOfRange, place, message);
        return None;
    }
    let limit = LimitRecord {
        hospital: record.hospital.clone(),
        measure: record.measure.clone(),
        period: record.period,
        stratum: record.stratum.clone(),
        kind: rule.kind,
        lower,
        middle,
        upper,
    };
    (lower.is_some() || middle.is_some() || upper.is_some()).then_some(limit)
}

/// The two numbers of `0.8 - 1.2`, `0.8, 1.2`, `(0.8 to 1.2)` or `0.8～1.2`.
fn ends_of(text: &str) -> Option<(f64, f64)> {
    let text = literal::folded(text);
    let inner = text.trim_matches(['(', ')', '[', ']']);
    let separators = [" to ", " - ", "–", "~", ";", ", ", ",", "-"];
    separators.into_iter().find_map(|s| {
        let (from, to) = inner.split_once(s)?;
        Some((literal::number(from)?, literal::number(to)?))
    })
}

fn header<'p>(plan: &'p Plan<'_>, field: &Field) -> &'p str {
    match field {
        Field::Column(at) => plan.columns.printed(*at),
        Field::Fixed(_) | Field::Joined(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_are_read_as_codes_with_or_without_their_texts() {
        assert_eq!(codes_of("16, 23"), ["16", "23"]);
        assert_eq!(codes_of("2;3"), ["2", "3"]);
        assert_eq!(codes_of("5 - Results are not available, for this period"), ["5"]);
        assert_eq!(codes_of("1 - Too few cases, 5 - No results"), ["1", "5"]);
        assert!(codes_of("").is_empty());
    }

    #[test]
    fn an_interval_is_read_from_one_cell() {
        for text in ["0.8 - 1.2", "0.8, 1.2", "(0.8 to 1.2)", "0.8～1.2", "0.8-1.2"] {
            assert_eq!(ends_of(text), Some((0.8, 1.2)), "{text}");
        }
        assert_eq!(ends_of("N/A"), None);
    }
}
