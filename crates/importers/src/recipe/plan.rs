//! Which column of this table is what, once a recipe has met its header?

use super::description::{ContextRule, LimitRule, ObservationRule, OneOrMore, Only, PeriodRule, Recipe};
use super::field::{Field, Resolver};
use super::national::NationalPlan;
use crate::log::{Log, Place};
use crate::table::{Columns, Row, label};
use domain::Status;
use domain::ids::MeasureId;
use domain::issue::IssueKind;
use domain::measure::Kind;
use domain::records::LimitKind;
use std::collections::{BTreeMap, BTreeSet};

/// A recipe with every column found.
pub(crate) struct Plan<'a> {
    pub recipe: &'a Recipe,
    pub columns: &'a Columns,
    pub missing: Missing,
    pub footnote_means: BTreeMap<String, Status>,
    pub period: Option<PeriodPlan>,
    pub observations: Vec<ObservationPlan<'a>>,
    pub national: Vec<NationalPlan<'a>>,
    pub leave_out: Option<(Field, &'a [String])>,
    pub context: Vec<ContextPlan<'a>>,
}

/// Literals that are no value.
#[derive(Default)]
pub(crate) struct Missing {
    exact: BTreeMap<String, Status>,
    beginning: Vec<(String, Status)>,
}

impl Missing {
    pub(crate) fn status(&self, literal: &str) -> Option<Status> {
        let begins = || self.beginning.iter().find(|(start, _)| literal.starts_with(start)).map(|(_, status)| *status);
        self.exact.get(literal).copied().or_else(begins)
    }
}

/// Where the days of a row stand.
pub(crate) enum PeriodPlan {
    FiscalYear(Field),
    Month(Field),
    Days(Field, Field),
}

/// `[[observation]]` with its columns.
pub(crate) struct ObservationPlan<'a> {
    pub measure: Measure,
    pub kind: Kind,
    pub only: Option<(Field, &'a [String])>,
    pub stratum: Option<Field>,
    pub value: Vec<Field>,
    pub numerator: Option<Field>,
    pub denominator: Option<Field>,
    pub eligible: Option<Field>,
    pub expected: Option<Field>,
    pub expected_rate: Option<Field>,
    pub expected_rate_per: f64,
    pub standard_error: Option<Field>,
    pub variation: Option<Field>,
    pub response_rate: Option<Field>,
    pub per: f64,
    pub decimals: Option<u8>,
    pub values: &'a BTreeMap<String, f64>,
    pub blank: Option<Status>,
    pub footnotes: Option<Field>,
    pub published_verdict: Option<Field>,
    pub status: Option<Words>,
    pub period: Option<PeriodPlan>,
    pub limits: Vec<LimitPlan>,
}

/// The measure of a block: one, or one per row.
pub(crate) enum Measure {
    One(MeasureId),
    PerRow(Vec<super::field::Part>),
}

/// `limits` with its columns.
pub(crate) struct LimitPlan {
    pub kind: LimitKind,
    pub lower: Option<Field>,
    pub middle: Option<Field>,
    pub upper: Option<Field>,
    pub range: Option<Field>,
    pub per: f64,
}

/// `[[context]]` with its columns.
pub(crate) struct ContextPlan<'a> {
    pub key: Field,
    pub value: Field,
    pub values: &'a BTreeMap<String, String>,
    pub only: Option<(Field, &'a [String])>,
}

impl<'a> Plan<'a> {
    /// Looks every column up; a block whose column is missing is reported and left out.
    pub(crate) fn make(recipe: &'a Recipe, columns: &'a Columns, sheet: &str, log: &mut Log) -> Self {
        let mut find = Resolver::new(recipe, columns);
        let mut told = Told { columns, sheet, reported: BTreeSet::new() };
        let period = recipe.period.as_ref().and_then(|p| period_plan(p, &mut find));
        told.missing(&mut find, "the period", false, log);
        let mut observations = Vec::new();
        for rule in &recipe.observation {
            match observation_plan(recipe, rule, &mut find) {
                Ok(plan) => observations.push(plan),
                Err(why) if why.is_empty() => {}
                Err(why) => log.blocking(IssueKind::NotUnderstood, Place::sheet(sheet), why),
            }
            told.missing(&mut find, &format!("the measure \"{}\"", rule.measure), rule.optional, log);
        }
        let mut national = Vec::new();
        for rule in &recipe.national {
            match NationalPlan::make(rule, &mut find) {
                Ok(plan) => national.push(plan),
                Err(why) if why.is_empty() => {}
                Err(why) => log.blocking(IssueKind::NotUnderstood, Place::sheet(sheet), why),
            }
            told.missing(&mut find, &format!("the national value of \"{}\"", rule.measure), false, log);
        }
        let leave_out = only_plan(recipe.leave_out.as_ref(), &mut find).ok().flatten();
        told.missing(&mut find, "the rows to be left out", true, log);
        let mut context = Vec::new();
        for rule in &recipe.context {
            context.extend(context_plan(rule, &mut find));
            told.missing(&mut find, &format!("the fact \"{}\"", rule.key), rule.optional, log);
        }
        let (missing, footnote_means) = (Missing::default(), BTreeMap::new());
        let mut plan =
            Self { recipe, columns, missing, footnote_means, period, observations, national, leave_out, context };
        plan.read_codes(log);
        plan
    }

    fn read_codes(&mut self, log: &mut Log) {
        for (literal, code) in &self.recipe.missing {
            match (status(code), literal.strip_suffix('*').filter(|start| !start.is_empty())) {
                (Ok(status), Some(start)) => self.missing.beginning.push((start.to_string(), status)),
                (Ok(status), None) => {
                    self.missing.exact.insert(literal.clone(), status);
                }
                (Err(why), _) => log.blocking(IssueKind::NotUnderstood, Place::sheet(""), why),
            }
        }
        for (code, means) in &self.recipe.footnote_means {
            match status(means) {
                Ok(status) => {
                    self.footnote_means.insert(code.clone(), status);
                }
                Err(why) => log.blocking(IssueKind::NotUnderstood, Place::sheet(""), why),
            }
        }
    }
}

/// What has been said of columns that the table does not have; each is named once.
struct Told<'a> {
    columns: &'a Columns,
    sheet: &'a str,
    reported: BTreeSet<String>,
}

impl Told<'_> {
    fn missing(&mut self, find: &mut Resolver<'_>, what: &str, optional: bool, log: &mut Log) {
        for name in find.take_missing() {
            if !self.reported.insert(name.clone()) {
                continue;
            }
            let place = Place { column: &name, ..Place::sheet(self.sheet) };
            if optional {
                log.note(IssueKind::MissingColumn, place, format!("this edition does not have {what}"));
            } else {
                let found = self.columns.list();
                let message = format!("{what} needs this column and the table does not have it; found: {found}");
                log.problem(IssueKind::MissingColumn, place, message);
            }
        }
    }
}

impl Plan<'_> {
    /// What the blocks ask of a row, in their order.
    pub(crate) fn onlys(&self) -> impl Iterator<Item = Option<&(Field, &[String])>> {
        let of_values = self.observations.iter().map(|b| b.only.as_ref());
        of_values.chain(self.national.iter().map(|n| n.only.as_ref()))
    }

    /// True for rows of a kind that is known and gives no value.
    pub(crate) fn leaves_out(&self, row: &Row) -> bool {
        self.leave_out.as_ref().is_some_and(|(field, words)| is_one_of(&field.of(row), words))
    }
}

impl ObservationPlan<'_> {
    /// True where the block speaks of rows like this one.
    pub(crate) fn takes(&self, row: &Row) -> bool {
        self.only.as_ref().is_none_or(|(field, words)| is_one_of(&field.of(row), words))
    }
}

/// `READM-30-AMI-HRRP` and `READM_30_AMI_HRRP` are one name in two editions.
pub(crate) fn is_one_of(printed: &str, words: &[String]) -> bool {
    let folded = label(printed);
    words.iter().any(|word| word == printed) || (!folded.is_empty() && words.iter().any(|word| label(word) == folded))
}

fn status(code: &str) -> Result<Status, String> {
    Status::parse(code).map_err(|e| format!("the recipe says: {e}"))
}

fn period_plan(rule: &PeriodRule, find: &mut Resolver<'_>) -> Option<PeriodPlan> {
    match (&rule.fiscal_year, &rule.month, &rule.start, &rule.end) {
        (Some(year), ..) => find.field(year).map(PeriodPlan::FiscalYear),
        (_, Some(month), ..) => find.field(month).map(PeriodPlan::Month),
        (_, _, Some(start), Some(end)) => match (find.field(start), find.field(end)) {
            (Some(start), Some(end)) => Some(PeriodPlan::Days(start, end)),
            _ => None,
        },
        _ => None,
    }
}

/// An empty error means that a column is missing, which the caller reports.
fn observation_plan<'a>(
    recipe: &'a Recipe,
    rule: &'a ObservationRule,
    find: &mut Resolver<'_>,
) -> Result<ObservationPlan<'a>, String> {
    let absent = String::new;
    let defined = || recipe.measure.iter().find(|m| m.id == rule.measure).map(|m| m.kind.as_str());
    let kind = rule.kind.as_deref().or_else(defined).unwrap_or("");
    let kind = Kind::parse(kind).map_err(|e| format!("the recipe says for \"{}\": {e}", rule.measure))?;
    let limits: Result<Vec<_>, String> = rule.limits.iter().map(|l| limit_plan(l, rule.per, find)).collect();
    Ok(ObservationPlan {
        measure: measure_of(&rule.measure, find)?,
        kind,
        only: only_plan(rule.only.as_ref(), find)?,
        stratum: rule.stratum.as_ref().map(|s| find.field(s).ok_or_else(absent)).transpose()?,
        value: value_fields(rule, find)?,
        numerator: find.optional(rule.numerator.as_ref()),
        denominator: find.optional(rule.denominator.as_ref()),
        eligible: find.optional(rule.eligible.as_ref()),
        expected: find.optional(rule.expected.as_ref()),
        expected_rate: find.optional(rule.expected_rate.as_ref()),
        expected_rate_per: rule.expected_rate_per.or(rule.per).unwrap_or(1.0),
        standard_error: find.optional(rule.standard_error.as_ref()),
        variation: find.optional(rule.variation.as_ref()),
        response_rate: find.optional(rule.response_rate.as_ref()),
        per: rule.per.unwrap_or(1.0),
        decimals: rule.decimals,
        values: &rule.values,
        blank: blank_status(rule)?,
        footnotes: find.optional(rule.footnotes.as_ref()),
        published_verdict: find.optional(rule.published_verdict.as_ref()),
        status: status_by(rule, find)?,
        period: rule.period.as_ref().map(|p| period_plan(p, find).ok_or_else(absent)).transpose()?,
        limits: limits?,
    })
}

fn value_fields(rule: &ObservationRule, find: &mut Resolver<'_>) -> Result<Vec<Field>, String> {
    let columns: &[String] = match &rule.value {
        None => &[],
        Some(OneOrMore::One(name)) => std::slice::from_ref(name),
        Some(OneOrMore::More(names)) => names,
    };
    columns.iter().map(|name| find.field(name).ok_or_else(String::new)).collect()
}

fn blank_status(rule: &ObservationRule) -> Result<Option<Status>, String> {
    match rule.blank.as_deref() {
        Some("skip") => Ok(None),
        Some(code) => status(code).map(Some),
        None => Ok(Some(Status::NotAvailable)),
    }
}

/// A column whose words say why a value is missing, with the status of each.
type Words = (Field, BTreeMap<String, Status>);

fn status_by(rule: &ObservationRule, find: &mut Resolver<'_>) -> Result<Option<Words>, String> {
    let Some(by) = &rule.status else { return Ok(None) };
    let words: Result<_, String> = by.is.iter().map(|(word, code)| Ok((word.clone(), status(code)?))).collect();
    Ok(find.field(&by.column).zip(Some(words?)))
}

fn measure_of(text: &str, find: &mut Resolver<'_>) -> Result<Measure, String> {
    if text.contains('{') {
        return match find.field(text) {
            Some(Field::Joined(parts)) => Ok(Measure::PerRow(parts)),
            _ => Err(String::new()),
        };
    }
    MeasureId::parse(text).map(Measure::One).map_err(|e| format!("the recipe says: {e}"))
}

pub(super) fn only_plan<'a>(
    only: Option<&'a Only>,
    find: &mut Resolver<'_>,
) -> Result<Option<(Field, &'a [String])>, String> {
    match only {
        None => Ok(None),
        Some(only) => find.field(&only.column).map(|f| Some((f, only.is.as_slice()))).ok_or_else(String::new),
    }
}

fn limit_plan(rule: &LimitRule, per: Option<f64>, find: &mut Resolver<'_>) -> Result<LimitPlan, String> {
    Ok(LimitPlan {
        kind: LimitKind::parse(&rule.kind).map_err(|e| format!("the recipe says: {e}"))?,
        lower: find.optional(rule.lower.as_ref()),
        middle: find.optional(rule.middle.as_ref()),
        upper: find.optional(rule.upper.as_ref()),
        range: find.optional(rule.range.as_ref()),
        per: rule.per.or(per).unwrap_or(1.0),
    })
}

fn context_plan<'a>(rule: &'a ContextRule, find: &mut Resolver<'_>) -> Option<ContextPlan<'a>> {
    let key = if rule.key.contains('{') { find.field(&rule.key)? } else { Field::Fixed(rule.key.clone()) };
    let only = only_plan(rule.only.as_ref(), find).ok()?;
    Some(ContextPlan { key, value: find.field(&rule.value)?, values: &rule.values, only })
}
