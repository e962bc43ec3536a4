//! Which records does a table hold that a recipe describes?

use super::description::{MeasureRule, Recipe};
use super::field::{Field, Resolver};
use super::observe::{At, observe};
use super::pivot::pivoted;
use super::plan::{ContextPlan, PeriodPlan, Plan, is_one_of};
use super::subjects::Subjects;
use crate::literal;
use crate::log::{Log, Place};
use crate::source::{Given, Words, begin, eight_digit_days, find_edition, period_abroad, period_of};
use crate::table::{Columns, Row, Sheet};
use domain::issue::IssueKind;
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::period::{Day, Period};
use domain::records::{Batch, ContextRecord, FootnoteRecord, LimitRecord, MeasureRecord, ObservationRecord, Subject};
use domain::{MeasureId, Status};
use std::collections::{HashMap, HashSet};

/// Reads a sheet whose header stands in the row `header`.
pub(crate) fn read(recipe: &Recipe, sheet: &Sheet, header: usize, given: &Given<'_>, log: &mut Log) -> Option<Batch> {
    let Some(pivot) = &recipe.pivot else {
        return read_rows(recipe, sheet, header, given, log);
    };
    let printed = sheet.rows.get(header).map(Columns::of)?;
    let wide = pivoted(pivot, sheet, header, &mut Resolver::new(recipe, &printed), log)?;
    read_rows(recipe, &wide, 0, given, log)
}

fn read_rows(recipe: &Recipe, sheet: &Sheet, header: usize, given: &Given<'_>, log: &mut Log) -> Option<Batch> {
    let columns = sheet.rows.get(header).map(Columns::of)?;
    let rows = sheet.rows.get(header + 1..).unwrap_or_default();
    let holds = |text: &str| rows.iter().take(200).any(|r| r.cells.iter().any(|c| c.trim() == text));
    let edition = find_edition(&recipe.edition, given, holds);
    let mut batch = begin(&recipe.source, &recipe.authority, edition);
    if batch.sources.iter().all(|s| s.licence.is_empty()) {
        let message = "the source gives no licence; use it for tests, not for a public site";
        log.note(IssueKind::NoLicence, Place::sheet(""), message);
    }
    batch.measures = recipe.measure.iter().filter_map(|rule| measure_of(rule, log)).collect();
    footnotes_of(recipe, &columns, rows, &mut batch, log);
    let plan = Plan::make(recipe, &columns, &sheet.name, log);
    let mut find = Resolver::new(recipe, &columns);
    let subjects = Subjects::make(recipe, &mut find);
    let Some(mut subjects) = subjects else {
        for name in find.take_missing() {
            let message = format!("without this column no row can be told apart; found: {}", columns.list());
            log.blocking(IssueKind::MissingColumn, Place { column: &name, ..Place::sheet(&sheet.name) }, message);
        }
        return None;
    };
    if matches!(subjects, Subjects::Nobody) && recipe.footnote_table.is_none() && recipe.national.is_empty() {
        let message = "the table describes other tables; it holds no values and nothing was taken";
        log.note(IssueKind::NotUnderstood, Place::sheet(&sheet.name), message);
    }
    // columns of days that this copy does not have are told above; then the days come from where they come without them
    let own_days = plan.observations.iter().all(|block| block.period.is_some());
    let abroad = recipe.hospital.as_ref().is_some_and(|h| !matches!(h.country.as_str(), "" | "JP"));
    let fixed = match &plan.period {
        None if !own_days && abroad => Some(period_abroad(edition, given, log)?),
        None if !own_days => Some(period_of(edition, given, log)?),
        _ => None,
    };
    let mut table = Table {
        plan: &plan,
        sheet,
        fixed,
        seen: HashMap::new(),
        undescribed: HashSet::new(),
        source_id: &recipe.source.id,
    };
    for row in rows {
        if log.is_blocked() {
            return None;
        }
        table.row(row, &mut subjects, &mut batch, log);
    }
    subjects.finish(&sheet.name, &mut batch, log);
    keep_measures_that_occur(&mut batch);
    if batch.observations.is_empty() && !plan.observations.is_empty() && !rows.is_empty() {
        let message = "no row gave a value; compare the names the recipe looks for with those the table prints";
        log.problem(IssueKind::NotUnderstood, Place::sheet(&sheet.name), message);
    }
    if let Some(source) = batch.sources.first_mut()
        && source.published.is_none()
    {
        source.published = eight_digit_days(given.member)
            .into_iter()
            .last()
            .or_else(|| eight_digit_days(given.file).into_iter().last());
    }
    Some(batch)
}

/// A recipe describes more measures than one edition of a table has; those without a row are no measures of it.
fn keep_measures_that_occur(batch: &mut Batch) {
    let occurring: HashSet<&MeasureId> = batch.observations.iter().map(|o| &o.measure).collect();
    batch.measures.retain(|m| occurring.contains(&m.id));
}

struct Table<'a> {
    plan: &'a Plan<'a>,
    sheet: &'a Sheet,
    fixed: Option<Period>,
    /// Where the observation of a key stands in the batch.
    seen: HashMap<(Subject, MeasureId, Period, String), usize>,
    undescribed: HashSet<String>,
    source_id: &'a str,
}

impl Table<'_> {
    fn row(&mut self, row: &Row, subjects: &mut Subjects<'_>, batch: &mut Batch, log: &mut Log) {
        let speaks_of_nobody = matches!(subjects, Subjects::Nobody) && self.plan.national.is_empty();
        if speaks_of_nobody || self.is_a_remark(row, log) {
            return;
        }
        let sheet = &self.sheet.name;
        let period = match (&self.plan.period, self.fixed) {
            (Some(rule), _) => match days_of(rule, row) {
                Ok(period) => Some(period),
                Err(literal) => {
                    let place = Place::cell(sheet, row.number, "", &literal);
                    log.problem(
                        IssueKind::NotUnderstood,
                        place,
                        "the row does not say which days it covers; it was left out",
                    );
                    return;
                }
            },
            (None, fixed) => fixed,
        };
        if let Some(period) = period {
            let national = self.plan.national.iter().filter(|n| n.takes(row));
            batch.area_observations.extend(national.filter_map(|n| n.of(self.plan, row, sheet, period, log)));
        }
        if matches!(subjects, Subjects::Nobody) {
            self.report_undescribed(row, log);
            return;
        }
        let Some(subject) = subjects.of(row, sheet, period, log) else {
            return;
        };
        for rule in &self.plan.context {
            batch.context.extend(context_of(rule, row, &subject));
        }
        self.report_undescribed(row, log);
        for block in self.plan.observations.iter().filter(|b| b.takes(row)) {
            let own = block.period.as_ref().map(|rule| days_of(rule, row));
            let period = match own {
                Some(Ok(period)) => Some(period),
                Some(Err(_)) => None,
                None => period,
            };
            let Some(period) = period else { continue };
            let at = At { row, sheet, subject: &subject, period, source_id: self.source_id };
            if let Some((record, limits)) = observe(self.plan, block, at, log) {
                self.keep(record, limits, row, batch, log);
            }
        }
    }

    /// Says once of each literal that no block of the recipe takes its rows.
    fn report_undescribed(&mut self, row: &Row, log: &mut Log) {
        let mut onlys = self.plan.onlys();
        let Some(Some((Field::Column(at), _))) = self.plan.onlys().next() else {
            return;
        };
        let nobody_takes = onlys.all(|only| only.is_some_and(|(field, words)| !is_one_of(&field.of(row), words)));
        if nobody_takes && !self.plan.leaves_out(row) && self.undescribed.insert(row.get(*at).to_string()) {
            let place = Place::cell(&self.sheet.name, row.number, self.plan.columns.printed(*at), row.get(*at));
            log.note(
                IssueKind::NotUnderstood,
                place,
                "the recipe does not describe rows of this kind; they were left out",
            );
        }
    }

    /// Rows of one cell, or of none, are remarks below a table and not hospitals.
    fn is_a_remark(&self, row: &Row, log: &mut Log) -> bool {
        let mut filled = row.cells.iter().map(str::trim).filter(|c| !c.is_empty());
        let (first, second) = (filled.next(), filled.next());
        if let (Some(text), None) = (first, second) {
            let place = Place::cell(&self.sheet.name, row.number, "", text);
            log.note(IssueKind::NotUnderstood, place, "a row with a single cell was taken for a remark");
        }
        second.is_none()
    }

    /// Of two rows for one hospital, measure and period the one that prints a value is kept, else the first.
    fn keep(
        &mut self,
        record: ObservationRecord,
        limits: Vec<LimitRecord>,
        row: &Row,
        batch: &mut Batch,
        log: &mut Log,
    ) {
        let key = (record.hospital.clone(), record.measure.clone(), record.period, record.stratum.clone());
        let Some(earlier) = self.seen.get(&key).and_then(|at| batch.observations.get_mut(*at)) else {
            self.seen.insert(key, batch.observations.len());
            batch.observations.push(record);
            batch.limits.extend(limits);
            return;
        };
        let place = Place::cell(&self.sheet.name, row.number, "", &record.raw);
        let first = earlier.source_row.unwrap_or(0);
        let better = earlier.status != Status::Reported && record.status == Status::Reported;
        let kept = if better { "this one, which prints a value," } else { "that one" };
        let message =
            format!("row {first} has the same hospital, measure ({}) and period; {kept} was kept", record.measure);
        log.problem(IssueKind::Duplicate, place, message);
        if better {
            *earlier = record;
            batch.limits.extend(limits);
        }
    }
}

/// The days of a row, or the literal that could not be read.
fn days_of(rule: &PeriodPlan, row: &Row) -> Result<Period, String> {
    let text = |field: &Field| field.of(row).into_owned();
    match rule {
        PeriodPlan::FiscalYear(field) => {
            literal::fiscal_year(&text(field)).and_then(Period::fiscal_year).ok_or_else(|| text(field))
        }
        PeriodPlan::Month(field) => month(&text(field)).ok_or_else(|| text(field)),
        PeriodPlan::Days(start, end) => match (literal::day(&text(start)), literal::day(&text(end))) {
            (Some(start), Some(end)) if start <= end => Ok(Period { start, end }),
            _ => Err(format!("{} to {}", text(start), text(end))),
        },
    }
}

/// `2023-04`, `2023年4月`, `April 2023`, `Apr-23`: the whole month.
fn month(text: &str) -> Option<Period> {
    let folded = literal::folded(text);
    let parts: Vec<&str> = folded.split(['-', '/', ' ', '年', '月']).filter(|p| !p.is_empty()).collect();
    let start = match parts.as_slice() {
        [year, month] if year.len() == 4 && month.len() <= 2 => literal::day(&format!("{year}-{month}-1")),
        [month, year] if year.len() == 4 => literal::day(&format!("1-{month}-{year}")),
        [month, year] => literal::day(&format!("1-{month}-20{year}")),
        _ => literal::day(&folded).filter(|d: &Day| d.day() == 1),
    }?;
    Some(Period { start, end: start.last_of_month() })
}

fn context_of(rule: &ContextPlan<'_>, row: &Row, subject: &Subject) -> Option<ContextRecord> {
    if let Some((field, words)) = &rule.only
        && !is_one_of(&field.of(row), words)
    {
        return None;
    }
    let printed = rule.value.of(row);
    let value = rule.values.get(printed.as_ref()).or_else(|| rule.values.get("*"));
    let value = value.map_or(printed.as_ref(), String::as_str).trim();
    let key = rule.key.of(row);
    (!value.is_empty()).then(|| ContextRecord {
        hospital: subject.clone(),
        key: key.into_owned(),
        value: value.to_string(),
        valid_from: None,
        valid_to: None,
    })
}

fn footnotes_of(recipe: &Recipe, columns: &Columns, rows: &[Row], batch: &mut Batch, log: &mut Log) {
    for (code, text) in &recipe.footnotes {
        batch.footnotes.push(FootnoteRecord {
            source_id: recipe.source.id.clone(),
            code: code.clone(),
            text: text.both(),
        });
    }
    let Some(table) = &recipe.footnote_table else {
        return;
    };
    let mut find = Resolver::new(recipe, columns);
    let (Some(code), Some(text)) = (find.column(&table.code), find.column(&table.text)) else {
        for name in find.take_missing() {
            let message = format!("the list of footnotes needs this column; found: {}", columns.list());
            log.blocking(IssueKind::MissingColumn, Place { column: &name, ..Place::sheet("") }, message);
        }
        return;
    };
    for row in rows.iter().filter(|r| !r.get(code).is_empty()) {
        let words = Words { ja: String::new(), en: row.get(text).to_string() };
        for source_id in &table.sources {
            let record =
                FootnoteRecord { source_id: source_id.clone(), code: row.get(code).to_string(), text: words.both() };
            batch.footnotes.push(record);
        }
    }
}

fn measure_of(rule: &MeasureRule, log: &mut Log) -> Option<MeasureRecord> {
    match try_measure(rule) {
        Ok(record) => Some(record),
        Err(why) => {
            log.problem(
                IssueKind::NotUnderstood,
                Place::sheet(""),
                format!("the recipe's measure \"{}\": {why}", rule.id),
            );
            None
        }
    }
}

fn try_measure(rule: &MeasureRule) -> Result<MeasureRecord, String> {
    let told = |e: domain::codes::CodeError| e.to_string();
    Ok(MeasureRecord {
        id: MeasureId::parse(&rule.id).map_err(|e| e.to_string())?,
        name: rule.name.both(),
        kind: Kind::parse(&rule.kind).map_err(told)?,
        direction: Direction::parse(&rule.direction).map_err(told)?,
        topic: Topic::parse(&rule.topic).map_err(told)?,
        measure_type: MeasureType::parse(&rule.measure_type).map_err(told)?,
        unit: rule.unit.clone(),
        risk_adjusted: rule.risk_adjusted,
        adjusters: rule.adjusters.clone(),
        shrunken: rule.shrunken,
        national_value: rule.national_value,
        self_reported: rule.self_reported,
        audited: rule.audited,
        voluntary: rule.voluntary,
        counts_episodes: rule.counts_episodes,
        eligible_hospitals: rule.eligible_hospitals,
        min_denominator: rule.min_denominator,
        suppression_profile: rule.suppression_profile.clone(),
        plain: rule.plain.both(),
        why: rule.why.both(),
        cannot_tell: rule.cannot_tell.both(),
        owner_warning: rule.owner_warning.both(),
        means_abroad: rule.means_abroad.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_in_several_forms() {
        for text in ["2023-04", "2023年4月", "April 2023", "Apr-23", "2023/04/01", "Apr 2023"] {
            assert_eq!(month(text).map(|p| p.to_string()).as_deref(), Some("2023-04-01/2023-04-30"), "{text}");
        }
    }
}
