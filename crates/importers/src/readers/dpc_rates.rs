//! How long did patients stay, how did they leave and how many came back (DPC 在院日数・退院時転帰・再入院の状況 …)?
//!
//! One family of tables: a facility per row, several fiscal years side by side, headers of two to four rows merged
//! differently every year. A column is known by all the words above it, never by its place.

mod header;

use crate::literal;
use crate::log::{Log, Place};
use crate::plausible::violation;
use crate::source::{Given, SourceDescription};
use crate::table::{Row, Sheet};
use crate::workbook::Workbook;
use domain::issue::IssueKind;
use domain::measure::Kind;
use domain::period::Period;
use domain::records::{Batch, FacilityRecord, LimitKind, LimitRecord, ObservationRecord, Subject};
use domain::{IdError, MeasureId, Status};
use header::{Figure, Heads, Scale, heads};
use std::collections::{BTreeMap, HashMap};

/// True where a sheet is one of these tables.
pub(crate) fn is_rates(sheet: &Sheet) -> bool {
    heads(sheet).is_some_and(|heads| !heads.figures.is_empty())
}

/// Reads every sheet of the family in the workbook.
pub(crate) fn read(
    about: &SourceDescription,
    book: &mut Workbook<'_>,
    _: &Sheet,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let mut batch: Option<Batch> = None;
    let mut known = HashMap::new();
    for name in book.sheets.clone() {
        let Some(sheet) = book.sheet_or_told(&name, log) else { continue };
        let Some(heads) = heads(&sheet).filter(|h| !h.figures.is_empty()) else {
            let message = "the sheet prints no stay, outcome or readmission of facilities and was left out";
            log.note(IssueKind::NotUnderstood, Place::sheet(&name), message);
            continue;
        };
        let years = header::years(&sheet, &heads, about, given, log)?;
        let newest = years.iter().map(|(_, period)| *period).max()?;
        let about = about.of_year(newest.start.year());
        let batch = batch.get_or_insert_with(|| about.batch(None));
        let Ok(measures) = Measures::new() else { return None };
        let mut reader = Reader {
            sheet: &sheet,
            heads: &heads,
            columns: by_period(&heads, &years),
            newest,
            source_id: &about.source.id,
            known: &mut known,
            measures,
        };
        for row in sheet.rows.get(heads.first_row..).unwrap_or_default() {
            reader.row(row, batch, log);
        }
    }
    batch
}

struct Measures {
    stay: MeasureId,
    deaths: MeasureId,
    readmission: MeasureId,
    unplanned: MeasureId,
}

impl Measures {
    fn new() -> Result<Self, IdError> {
        Ok(Self {
            stay: MeasureId::parse("jp-dpc-los")?,
            deaths: MeasureId::parse("jp-dpc-deaths")?,
            readmission: MeasureId::parse("jp-dpc-readmission")?,
            unplanned: MeasureId::parse("jp-dpc-unplanned")?,
        })
    }
}

/// The columns of one fiscal year.
type Columns = BTreeMap<Figure, (usize, Scale)>;

fn by_period(heads: &Heads, years: &[(usize, Period)]) -> BTreeMap<Period, Columns> {
    let mut columns: BTreeMap<Period, Columns> = BTreeMap::new();
    for (at, figure, scale) in &heads.figures {
        if let Some((_, period)) = years.iter().find(|(column, _)| column == at) {
            // of two columns of one kind the first counts; the second repeats it for another group of patients
            columns.entry(*period).or_default().entry(*figure).or_insert((*at, *scale));
        }
    }
    columns
}

struct Reader<'a> {
    sheet: &'a Sheet,
    heads: &'a Heads,
    columns: BTreeMap<Period, Columns>,
    newest: Period,
    source_id: &'a str,
    /// Where the facility of a number and name stands in the batch.
    known: &'a mut HashMap<(String, String), usize>,
    measures: Measures,
}

/// One value before it becomes a record.
struct Printed {
    value: Option<f64>,
    status: Status,
    raw: String,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, batch: &mut Batch, log: &mut Log) {
        let number = literal::folded(row.get(self.heads.number)).into_owned();
        let name = literal::without_marks(row.get(self.heads.name)).0.to_string();
        if number.is_empty() || name.is_empty() {
            if let Some(text) = row.cells.iter().map(str::trim).find(|c| !c.is_empty()) {
                let place = Place::cell(&self.sheet.name, row.number, "", text);
                log.note(IssueKind::NotUnderstood, place, "a row without number or name was taken for a remark");
            }
            return;
        }
        let at = self.facility(number, name, row, batch);
        for (period, columns) in self.columns.clone() {
            let before = batch.observations.len();
            self.stay(at, period, &columns, row, batch, log);
            self.deaths(at, period, &columns, row, batch, log);
            for (figure, measure) in
                [(Figure::Readmission, &self.measures.readmission), (Figure::Unplanned, &self.measures.unplanned)]
            {
                if let Some(printed) = self.share(&columns, &[figure], row, log) {
                    let patients = self.patients(&columns, row, log).filter(|_| figure == Figure::Readmission);
                    let record = self.record(at, measure, period, printed, patients, row);
                    batch.observations.push(with_events(record));
                }
            }
            let new = batch.observations.split_off(before);
            batch.observations.extend(new.into_iter().filter(|o| self.can_be(o, log)));
        }
    }

    /// False, and told, where a figure cannot be true.
    fn can_be(&self, o: &ObservationRecord, log: &mut Log) -> bool {
        let kind = if o.measure == self.measures.stay { Kind::Mean } else { Kind::Proportion };
        let Some(found) = violation(kind, o) else { return true };
        let place = Place::cell(&self.sheet.name, o.source_row.unwrap_or(0), o.measure.as_str(), &o.raw);
        log.problem(IssueKind::OutOfRange, place, format!("{}; it was left out", found.why));
        false
    }

    fn facility(&mut self, number: String, name: String, row: &Row, batch: &mut Batch) -> usize {
        let next = batch.facilities.len();
        let at = *self.known.entry((number.clone(), name.clone())).or_insert(next);
        if at < next {
            return at;
        }
        let year = self.newest.start.year();
        let before = self.heads.before.map(|c| literal::folded(row.get(c)).into_owned());
        let before = before.filter(|b| b.chars().all(|c| c.is_ascii_digit()) && !b.is_empty());
        batch.facilities.push(FacilityRecord {
            scheme: format!("dpc:{year}"),
            value: number,
            also: before.map(|b| (format!("dpc:{}", year.saturating_sub(1)), b)).into_iter().collect(),
            name,
            other_names: Vec::new(),
            region_code: String::new(),
            municipality_code: self.heads.municipality.map_or_else(String::new, |c| row.get(c).to_string()),
            municipality: String::new(),
            area_code: String::new(),
            valid_from: Some(self.newest.start),
            valid_to: Some(self.newest.end),
        });
        at
    }

    /// A share that may be printed as the sum of several columns; `None` where there is nothing.
    fn share(&self, columns: &Columns, figures: &[Figure], row: &Row, log: &mut Log) -> Option<Printed> {
        let mut sum = 0.0;
        let mut raw = String::new();
        for figure in figures {
            let (column, scale) = columns.get(figure)?;
            let printed = row.get(*column);
            if printed.is_empty() {
                return None;
            }
            if !raw.is_empty() {
                raw.push_str(" + ");
            }
            raw.push_str(printed);
            match (gap(printed), literal::number(printed)) {
                (Some(status), _) => return Some(Printed { value: None, status, raw }),
                (None, Some(number)) => sum += number * scale.factor(self.percent(*column)),
                (None, None) => {
                    let place = Place::cell(&self.sheet.name, row.number, "", printed);
                    log.problem(IssueKind::NotUnderstood, place, "no number and no known sign; it was left out");
                    return None;
                }
            }
        }
        Some(Printed { value: Some(sum), status: Status::Reported, raw })
    }

    fn percent(&self, column: usize) -> bool {
        self.heads.percent.contains(&column)
    }

    fn number(&self, columns: &Columns, figure: Figure, row: &Row, log: &mut Log) -> Option<f64> {
        let (column, _) = columns.get(&figure)?;
        let printed = row.get(*column);
        if printed.is_empty() || gap(printed).is_some() {
            return None;
        }
        let number = literal::number(printed);
        if number.is_none() {
            let place = Place::cell(&self.sheet.name, row.number, "", printed);
            log.problem(IssueKind::NotUnderstood, place, "the figure is no number; it was left out");
        }
        number
    }

    fn patients(&self, columns: &Columns, row: &Row, log: &mut Log) -> Option<f64> {
        self.number(columns, Figure::Patients, row, log).filter(|n| *n >= 0.0)
    }

    /// 医療資源を最も投入した傷病による死亡 and 以外による死亡 together, as shares or as counts.
    fn deaths(&self, at: usize, period: Period, columns: &Columns, row: &Row, batch: &mut Batch, log: &mut Log) {
        let patients = self.patients(columns, row, log);
        let of_counts = || {
            let counts = self.share(columns, &[Figure::DeathsCount, Figure::OtherDeathsCount], row, log)?;
            let value = counts.value.zip(patients.filter(|n| *n > 0.0)).map(|(events, n)| events / n);
            (counts.value.is_none() || value.is_some()).then_some(Printed { value, ..counts })
        };
        let shares = self.share(columns, &[Figure::Deaths, Figure::OtherDeaths], row, &mut Log::new(""));
        if let Some(printed) = shares.or_else(of_counts) {
            let record = self.record(at, &self.measures.deaths, period, printed, patients, row);
            batch.observations.push(with_events(record));
        }
    }

    fn stay(&self, at: usize, period: Period, columns: &Columns, row: &Row, batch: &mut Batch, log: &mut Log) {
        let Some(printed) = self.share(columns, &[Figure::Stay], row, log) else { return };
        let patients = self.patients(columns, row, log);
        let mut record = self.record(at, &self.measures.stay, period, printed, patients, row);
        if let (Some(value), Some(n), Some(variation)) =
            (record.value, record.denominator, self.number(columns, Figure::StayVariation, row, log))
            && n > 0.0
        {
            record.standard_error = Some(value * variation / libm::sqrt(n));
        }
        let quartile = |figure, log: &mut Log| self.number(columns, figure, row, log);
        let limit = LimitRecord {
            hospital: record.hospital.clone(),
            measure: record.measure.clone(),
            period,
            stratum: String::new(),
            kind: LimitKind::Quartiles,
            lower: quartile(Figure::StayLowerQuartile, log),
            middle: quartile(Figure::StayMedian, log),
            upper: quartile(Figure::StayUpperQuartile, log),
        };
        if record.value.is_some() && (limit.lower.is_some() || limit.middle.is_some() || limit.upper.is_some()) {
            batch.limits.push(limit);
        }
        batch.observations.push(record);
    }

    fn record(
        &self,
        at: usize,
        measure: &MeasureId,
        period: Period,
        printed: Printed,
        patients: Option<f64>,
        row: &Row,
    ) -> ObservationRecord {
        ObservationRecord {
            hospital: Subject::Facility(at),
            measure: measure.clone(),
            period,
            stratum: String::new(),
            numerator: None,
            denominator: patients.filter(|_| printed.value.is_some()),
            eligible: None,
            expected: None,
            value: printed.value,
            standard_error: None,
            response_rate: None,
            status: printed.status,
            raw: printed.raw,
            derived: false,
            footnotes: Vec::new(),
            published_verdict: String::new(),
            source_id: self.source_id.to_string(),
            source_sheet: self.sheet.name.clone(),
            source_row: Some(row.number),
        }
    }
}

/// The signs of these tables: fewer than ten, not disclosed, no figure of that year.
fn gap(printed: &str) -> Option<Status> {
    match printed {
        "-" | "－" | "―" | "‐" => Some(Status::Suppressed),
        "*" | "＊" => Some(Status::NotDisclosed),
        "…" | "・・・" | "..." => Some(Status::NotAvailable),
        _ => None,
    }
}

/// Events of a share, where share × patients leaves no doubt which whole number it is.
fn with_events(mut record: ObservationRecord) -> ObservationRecord {
    if let (Some(value), Some(patients)) = (record.value, record.denominator) {
        let events = (value * patients).round();
        if (value * patients - events).abs() <= 1e-6 * patients.max(1.0) {
            record.numerator = Some(events);
            record.derived = true;
        }
    }
    record
}
