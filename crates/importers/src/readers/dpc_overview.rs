//! Which facilities took part in a year's discharge survey (DPC 施設概要表), and which of them were merged or divided?

use crate::crosswalk::normalise;
use crate::literal;
use crate::log::{Log, Place};
use crate::prefectures;
use crate::source::{Given, SourceDescription, year_of};
use crate::table::{Columns, Row, Sheet, label};
use crate::workbook::Workbook;
use domain::Bilingual;
use domain::issue::IssueKind;
use domain::period::{Day, Period};
use domain::records::{Batch, ContextRecord, FacilityRecord, FootnoteRecord, Subject, SuccessionKind, SuccessorRecord};
use std::collections::HashMap;

const KNOWN_BY: &[&str] = &["告示番号", "市町村番号", "施設名", "病院類型"];

/// Column → key of the context.
const FACTS: &[(&str, &str)] = &[
    ("病院類型", "dpc_group"),
    ("DPC算定病床の入院基本料", "dpc_basic_fee"),
    ("DPC算定病床数", "beds_dpc"),
    ("回復期リハビリテーション病棟入院料病床数", "beds_rehabilitation"),
    ("回復期リハビリテーション病棟入院料等病床数", "beds_rehabilitation"),
    ("地域包括ケア病棟入院料病床数", "beds_community_care"),
    ("精神病床数", "beds_psychiatric"),
    ("療養病床数", "beds_long_term_care"),
    ("結核病床数", "beds_tuberculosis"),
    ("病床総数", "beds_total"),
];

/// True where a sheet is the list of facilities.
pub(crate) fn is_overview(sheet: &Sheet) -> bool {
    header_of(sheet).is_some()
}

/// Reads the list, the footnotes below it, and the sheet of mergers beside it.
pub(crate) fn read(
    about: &SourceDescription,
    book: &mut Workbook<'_>,
    sheet: &Sheet,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let (header, columns) = header_of(sheet)?;
    let head = sheet.rows.get(..=header)?;
    let period = year_of(head.iter().flat_map(|r| r.cells.iter()), &about.edition, given, log)?;
    let about = about.of_year(period.start.year());
    let mut batch = about.batch(None);
    let mut list = List { columns: &columns, sheet, period, seen: HashMap::new() };
    let mut footnote: Option<FootnoteRecord> = None;
    for row in sheet.rows.get(header + 1..).unwrap_or_default() {
        if list.is_facility(row) {
            list.add(row, &mut batch, log);
        } else {
            read_footnote(row, &about.source.id, &mut footnote, &mut batch);
        }
    }
    batch.footnotes.extend(footnote);
    let seen = list.seen;
    for name in book.sheets.clone().iter().filter(|name| **name != sheet.name) {
        if let Some(other) = book.sheet_or_told(name, log) {
            read_mergers(&other, period, &seen, &mut batch, log);
        }
    }
    Some(batch)
}

fn header_of(sheet: &Sheet) -> Option<(usize, Columns)> {
    sheet.rows.iter().take(10).enumerate().find_map(|(at, row)| {
        let columns = Columns::of(row);
        KNOWN_BY.iter().all(|h| columns.find(h).is_some()).then_some((at, columns))
    })
}

/// Where the facility of a number and name stands: a number can pass to another hospital within the year.
type Seen = HashMap<(String, String), usize>;

struct List<'a> {
    columns: &'a Columns,
    sheet: &'a Sheet,
    period: Period,
    seen: Seen,
}

impl List<'_> {
    fn text<'r>(&self, row: &'r Row, header: &str) -> &'r str {
        self.columns.find(header).map_or("", |at| row.get(at))
    }

    fn is_facility(&self, row: &Row) -> bool {
        !self.text(row, "施設名").is_empty() && !self.text(row, "告示番号").is_empty()
    }

    fn add(&mut self, row: &Row, batch: &mut Batch, log: &mut Log) {
        let year = self.period.start.year();
        let number = literal::folded(self.text(row, "告示番号")).into_owned();
        let (name, marks) = literal::without_marks(self.text(row, "施設名"));
        let key = (number.clone(), normalise(name));
        if let Some(earlier) = self.seen.get(&key) {
            let place = Place::cell(&self.sheet.name, row.number, "告示番号", &number);
            let message = format!("the facility stands twice; the one in place {} was kept", earlier + 1);
            log.problem(IssueKind::Duplicate, place, message);
            return;
        }
        let before = literal::folded(self.text(row, "通番")).into_owned();
        let also = if before.is_empty() || before == "-" {
            Vec::new()
        } else {
            vec![(scheme(year.saturating_sub(1)), before)]
        };
        let municipality_code = literal::folded(self.text(row, "市町村番号")).into_owned();
        let prefecture = prefectures::code_of(self.columns.find("都道府県").map_or("", |at| row.get(at)));
        let at = batch.facilities.len();
        self.seen.insert(key, at);
        batch.facilities.push(FacilityRecord {
            scheme: scheme(year),
            value: number,
            also,
            name: name.to_string(),
            other_names: Vec::new(),
            region_code: prefecture.or_else(|| municipality_code.get(..2).map(str::to_string)).unwrap_or_default(),
            municipality_code,
            municipality: String::new(),
            area_code: String::new(),
            valid_from: Some(self.period.start),
            valid_to: Some(self.period.end),
        });
        let facts = FACTS.iter().map(|(header, key)| (self.text(row, header), *key));
        for (printed, key) in facts.chain(std::iter::once((marks, "dpc_footnote"))) {
            if !printed.is_empty() && printed != "-" {
                batch.context.push(ContextRecord {
                    hospital: Subject::Facility(at),
                    key: key.to_string(),
                    value: printed.to_string(),
                    valid_from: Some(self.period.start),
                    valid_to: Some(self.period.end),
                });
            }
        }
    }
}

fn scheme(year: i16) -> String {
    format!("dpc:{year}")
}

/// Footnotes stand below the list: ※, a number, a text that may go on in the next rows.
fn read_footnote(row: &Row, source_id: &str, open: &mut Option<FootnoteRecord>, batch: &mut Batch) {
    let text: String = row.cells.iter().map(str::trim).collect();
    if let Some(rest) = text.strip_prefix('※') {
        batch.footnotes.extend(open.take());
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let words = rest.get(digits.len()..).unwrap_or("").trim().to_string();
        *open = Some(FootnoteRecord {
            source_id: source_id.to_string(),
            code: format!("※{digits}"),
            text: Bilingual::new(words, String::new()),
        });
    } else if let (Some(note), false) = (open, text.is_empty()) {
        note.text.ja.push_str(&text);
    }
}

/// One side of a merger: number and name.
type Side = (String, String);

/// The columns of the sheet of mergers, before and after.
struct MergerColumns {
    header: usize,
    numbers: [usize; 2],
    names: [usize; 2],
}

fn merger_columns(sheet: &Sheet) -> Option<MergerColumns> {
    sheet.rows.iter().take(10).enumerate().find_map(|(header, row)| {
        let places = |wanted: &str| -> Vec<usize> {
            row.cells.iter().enumerate().filter(|(_, c)| label(c) == wanted).map(|(at, _)| at).collect()
        };
        let numbers = <[usize; 2]>::try_from(places("告示番号")).ok()?;
        let names = <[usize; 2]>::try_from(places("施設名")).ok()?;
        Some(MergerColumns { header, numbers, names })
    })
}

/// Merged cells hold their text in their first row: the last text of each column goes on downwards.
fn read_mergers(sheet: &Sheet, period: Period, seen: &Seen, batch: &mut Batch, log: &mut Log) {
    let Some(columns) = merger_columns(sheet) else {
        let message = "the sheet is no list of mergers and was left out";
        log.note(IssueKind::NotUnderstood, Place::sheet(&sheet.name), message);
        return;
    };
    let mut added: Seen = seen.clone();
    let (mut date, mut said): (Option<Day>, String) = (None, String::new());
    let mut sides: [Side; 2] = Default::default();
    for row in sheet.rows.get(columns.header + 1..).unwrap_or_default() {
        if !row.get(0).is_empty() {
            date = literal::day(row.get(0));
            said = row.get(1).to_string();
        }
        for (side, (number, name)) in sides.iter_mut().zip(columns.numbers.iter().zip(&columns.names)) {
            if !row.get(*number).is_empty() {
                *side = (row.get(*number).to_string(), literal::without_marks(row.get(*name)).0.to_string());
            }
        }
        let Some(kind) = kind_of(&said) else {
            let place = Place::cell(&sheet.name, row.number, "合併/分割", &said);
            log.problem(IssueKind::NotUnderstood, place, "a row is 合併 or 分割; it was left out");
            continue;
        };
        let [before, after] = &sides;
        if key_of(before) != key_of(after) {
            let successor = Some(side(after, before, period, &mut added, batch));
            let hospital = side(before, after, period, &mut added, batch);
            batch.successors.push(SuccessorRecord { hospital, successor, date, kind });
        }
    }
}

fn kind_of(said: &str) -> Option<SuccessionKind> {
    match said {
        "合併" => Some(SuccessionKind::Merged),
        "分割" => Some(SuccessionKind::Split),
        _ => None,
    }
}

fn key_of((number, name): &Side) -> (String, String) {
    (number.clone(), normalise(name))
}

/// By number and name, else by the number alone where it means one facility.
fn place_of(side: &Side, added: &Seen) -> Option<usize> {
    let of_number = || {
        let mut places = added.iter().filter(|((number, _), _)| *number == side.0).map(|(_, at)| *at);
        places.next().filter(|_| places.next().is_none())
    };
    added.get(&key_of(side)).copied().or_else(of_number)
}

/// The facility of a side; one that the list does not have lies in the prefecture of the other.
fn side(this: &Side, other: &Side, period: Period, added: &mut Seen, batch: &mut Batch) -> Subject {
    if let Some(at) = place_of(this, added) {
        return Subject::Facility(at);
    }
    let beside = place_of(other, added).and_then(|at| batch.facilities.get(at));
    let region_code = beside.map_or(String::new(), |f| f.region_code.clone());
    let at = batch.facilities.len();
    batch.facilities.push(FacilityRecord {
        scheme: scheme(period.start.year()),
        value: this.0.clone(),
        also: Vec::new(),
        name: this.1.clone(),
        other_names: Vec::new(),
        region_code,
        municipality_code: String::new(),
        municipality: String::new(),
        area_code: String::new(),
        valid_from: Some(period.start),
        valid_to: Some(period.end),
    });
    added.insert(key_of(this), at);
    Subject::Facility(at)
}
