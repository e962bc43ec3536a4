//! Which hospital or facility does a row of a recipe's table tell of?

use super::description::{FacilityRule, HospitalRule, Recipe};
use super::field::{Field, Resolver};
use crate::literal;
use crate::log::{Log, Place};
use crate::prefectures;
use crate::table::Row;
use domain::ids::HospitalId;
use domain::issue::IssueKind;
use domain::period::Period;
use domain::records::{Batch, FacilityRecord, HospitalRecord, IdentifierRecord, Match, Point, Subject};
use std::collections::{HashMap, HashSet};

/// Collects the subjects of a table while its rows are read.
pub(crate) enum Subjects<'a> {
    Hospitals(Box<Hospitals<'a>>),
    Facilities(Box<Facilities<'a>>),
    /// The table tells of no hospitals.
    Nobody,
}

impl<'a> Subjects<'a> {
    /// Finds the columns; `None` where one that names the subject is missing (the resolver knows which).
    pub(crate) fn make(recipe: &'a Recipe, find: &mut Resolver<'_>) -> Option<Self> {
        match (&recipe.hospital, &recipe.facility) {
            (Some(rule), _) => Hospitals::make(rule, find).map(|h| Self::Hospitals(Box::new(h))),
            (None, Some(rule)) => Facilities::make(rule, find).map(|f| Self::Facilities(Box::new(f))),
            (None, None) => Some(Self::Nobody),
        }
    }

    /// The subject of a row; `None` where the row names none (which is reported).
    pub(crate) fn of(&mut self, row: &Row, sheet: &str, period: Option<Period>, log: &mut Log) -> Option<Subject> {
        match self {
            Self::Hospitals(hospitals) => hospitals.of(row, sheet, log),
            Self::Facilities(facilities) => facilities.of(row, sheet, period, log),
            Self::Nobody => None,
        }
    }

    /// Hands the collected subjects over.
    pub(crate) fn finish(self, sheet: &str, batch: &mut Batch, log: &mut Log) {
        match self {
            Self::Hospitals(hospitals) => {
                batch.hospitals = hospitals.records;
                batch.identifiers = hospitals.identifiers;
            }
            Self::Facilities(facilities) => batch.facilities = facilities.finish(sheet, log),
            Self::Nobody => {}
        }
    }
}

/// Hospitals that the table names by id.
pub(crate) struct Hospitals<'a> {
    rule: &'a HospitalRule,
    number: usize,
    id: Vec<String>,
    fields: [Option<Field>; 11],
    known: HashMap<String, HospitalId>,
    records: Vec<HospitalRecord>,
    identifiers: Vec<IdentifierRecord>,
}

impl<'a> Hospitals<'a> {
    fn make(rule: &'a HospitalRule, find: &mut Resolver<'_>) -> Option<Self> {
        let number = find.column(&rule.number)?;
        let id = rule.id.split("{}").map(str::to_string).collect();
        let wanted = [
            &rule.name,
            &rule.name_kana,
            &rule.name_en,
            &rule.short_name,
            &rule.region_code,
            &rule.municipality_code,
            &rule.municipality,
            &rule.address,
            &rule.latitude,
            &rule.longitude,
            &rule.url,
        ];
        let fields = wanted.map(|text| find.optional(text.as_ref()));
        Some(Self { rule, number, id, fields, known: HashMap::new(), records: Vec::new(), identifiers: Vec::new() })
    }

    fn of(&mut self, row: &Row, sheet: &str, log: &mut Log) -> Option<Subject> {
        let printed = row.get(self.number);
        if let Some(id) = self.known.get(printed) {
            return Some(Subject::Hospital(id.clone()));
        }
        let number = padded(printed, self.rule.number_width.min(40));
        let place = Place::cell(sheet, row.number, &self.rule.number, printed);
        if number.is_empty() {
            log.problem(IssueKind::MissingValue, place, "the row names no hospital and was left out");
            return None;
        }
        let id = match HospitalId::parse(&self.id.join(&number)) {
            Ok(id) => id,
            Err(error) => {
                log.problem(IssueKind::NotUnderstood, place, format!("the row was left out: {error}"));
                return None;
            }
        };
        self.known.insert(printed.to_string(), id.clone());
        if self.fields[0].is_some() {
            self.add(row, &id);
        }
        self.identifiers.push(IdentifierRecord {
            hospital: id.clone(),
            scheme: self.rule.scheme.clone(),
            value: number,
            valid_from: None,
            valid_to: None,
            matched: Match::Given,
            confidence: 1.0,
        });
        Some(Subject::Hospital(id))
    }

    fn add(&mut self, row: &Row, id: &HospitalId) {
        let text = |at: usize| self.fields[at].as_ref().map_or(String::new(), |f| f.of(row).trim().to_string());
        let degrees = |at: usize| literal::number(&text(at)).filter(|d| *d != 0.0 && d.abs() <= 180.0);
        let (latitude, longitude) = (degrees(8), degrees(9));
        let known = latitude.is_some() && longitude.is_some();
        self.records.push(HospitalRecord {
            id: id.clone(),
            name: text(0),
            name_kana: text(1),
            name_en: text(2),
            short_name: text(3),
            country: self.rule.country.clone(),
            region_code: text(4),
            municipality_code: text(5),
            municipality: text(6),
            area_code: String::new(),
            address: text(7),
            latitude: latitude.filter(|_| known),
            longitude: longitude.filter(|_| known),
            point: if known { Point::Exact } else { Point::Unknown },
            url: text(10),
        });
    }
}

fn padded(number: &str, width: usize) -> String {
    let folded = literal::folded(number);
    let all_digits = !folded.is_empty() && folded.bytes().all(|b| b.is_ascii_digit());
    if all_digits { format!("{folded:0>width$}") } else { folded.into_owned() }
}

/// Facilities to be linked by name and place.
pub(crate) struct Facilities<'a> {
    rule: &'a FacilityRule,
    number: Option<usize>,
    number_before: Option<usize>,
    same_as: Vec<usize>,
    name: usize,
    other_name: Option<usize>,
    prefecture: Option<usize>,
    municipality_code: Option<usize>,
    municipality: Option<usize>,
    known: HashMap<Vec<String>, usize>,
    found: Vec<Found>,
}

/// A facility while its rows are collected: numbers by year, with the row they stand in.
struct Found {
    record: FacilityRecord,
    newest: i16,
    own: Vec<(String, String, u32)>,
    before: Vec<(String, String, u32)>,
}

impl Found {
    fn add_name(&mut self, name: &str) {
        let names = &mut self.record.other_names;
        if !name.is_empty() && name != self.record.name && !names.iter().any(|n| n == name) {
            names.push(name.to_string());
        }
    }
}

impl<'a> Facilities<'a> {
    fn make(rule: &'a FacilityRule, find: &mut Resolver<'_>) -> Option<Self> {
        let same_as: Option<Vec<usize>> = rule.same_as.iter().map(|name| find.column(name)).collect();
        let mut optional = |name: &Option<String>| name.as_ref().map(|n| find.column(n));
        let number = match optional(&rule.number) {
            Some(None) => return None,
            found => found.flatten(),
        };
        Some(Self {
            rule,
            number,
            number_before: optional(&rule.number_before).flatten(),
            other_name: optional(&rule.other_name).flatten(),
            prefecture: optional(&rule.prefecture).flatten(),
            municipality_code: optional(&rule.municipality_code).flatten(),
            municipality: optional(&rule.municipality).flatten(),
            name: find.column(&rule.name)?,
            same_as: same_as?,
            known: HashMap::new(),
            found: Vec::new(),
        })
    }

    fn scheme(&self, year: i16) -> String {
        self.rule.scheme.replace("{year}", &year.to_string())
    }

    fn of(&mut self, row: &Row, sheet: &str, period: Option<Period>, log: &mut Log) -> Option<Subject> {
        if row.get(self.name).is_empty() {
            let place = Place::cell(sheet, row.number, &self.rule.name, "");
            log.problem(IssueKind::MissingValue, place, "the row names no facility and was left out");
            return None;
        }
        let at = self.place_of(row);
        let year = period.map_or(0, |p| p.start.year());
        let (own, before) = (self.number_in(self.number, row), self.number_in(self.number_before, row));
        let (scheme, scheme_before) = (self.scheme(year), self.scheme(year.saturating_sub(1)));
        let municipality_code = self.municipality_code.map(|c| row.get(c).to_string());
        let other_name = self.other_name.map_or("", |c| row.get(c));
        let found = self.found.get_mut(at)?;
        found.own.extend(own.map(|n| (scheme, n, row.number)));
        found.before.extend(before.map(|n| (scheme_before, n, row.number)));
        found.add_name(other_name);
        if year >= found.newest {
            found.newest = year;
            found.record.municipality_code = municipality_code.unwrap_or_default();
        }
        Some(Subject::Facility(at))
    }

    /// Where the facility of a row stands; a new one is added.
    fn place_of(&mut self, row: &Row) -> usize {
        let key: Vec<String> = self.same_as.iter().map(|at| row.get(*at).to_string()).collect();
        if let Some(at) = self.known.get(&key) {
            return *at;
        }
        let at = self.found.len();
        let record = self.record(row);
        self.found.push(Found { record, newest: i16::MIN, own: Vec::new(), before: Vec::new() });
        self.known.insert(key, at);
        at
    }

    fn number_in(&self, column: Option<usize>, row: &Row) -> Option<String> {
        column.map(|c| literal::folded(row.get(c)).into_owned()).filter(|n| is_number(n))
    }

    fn record(&self, row: &Row) -> FacilityRecord {
        let text = |at: Option<usize>| at.map_or(String::new(), |c| row.get(c).to_string());
        let municipality_code = text(self.municipality_code);
        let from_code = || municipality_code.get(..2).map(str::to_string);
        let region_code = prefectures::code_of(&text(self.prefecture)).or_else(from_code).unwrap_or_default();
        FacilityRecord {
            scheme: String::new(),
            value: String::new(),
            also: Vec::new(),
            name: text(Some(self.name)),
            other_names: Vec::new(),
            region_code,
            municipality_code,
            municipality: text(self.municipality),
            area_code: String::new(),
            valid_from: None,
            valid_to: None,
        }
    }

    /// Gives every facility its newest number as key and the others beside it; no number is given twice.
    fn finish(mut self, sheet: &str, log: &mut Log) -> Vec<FacilityRecord> {
        let mut taken: HashSet<(String, String)> = HashSet::new();
        for found in &mut self.found {
            found.own.sort_by(|a, b| b.0.cmp(&a.0));
            let numbers = std::mem::take(&mut found.own);
            for (scheme, number, row) in numbers {
                if taken.insert((scheme.clone(), number.clone())) {
                    found.record.also.push((scheme, number));
                } else {
                    let place = Place::cell(sheet, row, self.rule.number.as_deref().unwrap_or(""), &number);
                    let message = format!(
                        "another facility has the same number in {scheme}; this one is known by its other numbers"
                    );
                    log.note(IssueKind::Duplicate, place, message);
                }
            }
        }
        for found in &mut self.found {
            for (scheme, number, _) in std::mem::take(&mut found.before) {
                if taken.insert((scheme.clone(), number.clone())) {
                    found.record.also.push((scheme, number));
                }
            }
        }
        let scheme = self.rule.scheme.replace(":{year}", "");
        self.found.into_iter().map(|found| keyed(found.record, &scheme)).collect()
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text != "-"
}

/// The first identifier becomes the key; a facility without any is keyed by place and name.
fn keyed(mut record: FacilityRecord, scheme: &str) -> FacilityRecord {
    if record.also.is_empty() {
        record.scheme = format!("{scheme}:name");
        record.value = format!("{}{}/{}", record.region_code, record.municipality_code, record.name);
    } else {
        (record.scheme, record.value) = record.also.remove(0);
    }
    record
}
