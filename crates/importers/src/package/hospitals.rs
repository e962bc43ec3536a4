//! How are hospitals, their identifiers, successors and context read and written?

use super::known::Known;
use super::print::{self, Sheet};
use super::table::{Cell, Column, Layout, Row, read_rows};
use domain::HospitalId;
use domain::issue::{Issue, IssueKind, Severity};
use domain::records::{
    ContextRecord, HospitalRecord, IdentifierRecord, Match, Point, Subject, SuccessionKind, SuccessorRecord,
};
use std::collections::{HashMap, HashSet};

/// `hospitals.csv`.
pub(super) const HOSPITALS: Layout<15> = Layout {
    name: "hospitals",
    columns: [
        "id",
        "name",
        "name_kana",
        "name_en",
        "short_name",
        "country",
        "region_code",
        "municipality_code",
        "municipality",
        "area_code",
        "address",
        "latitude",
        "longitude",
        "point",
        "url",
    ],
    required: &["id", "name", "country"],
};

/// `identifiers.csv`.
pub(super) const IDENTIFIERS: Layout<7> = Layout {
    name: "identifiers",
    columns: ["hospital_id", "scheme", "value", "valid_from", "valid_to", "match", "confidence"],
    required: &["hospital_id", "scheme", "value"],
};

/// `successors.csv`.
pub(super) const SUCCESSORS: Layout<4> = Layout {
    name: "successors",
    columns: ["hospital_id", "successor_id", "date", "kind"],
    required: &["hospital_id", "kind"],
};

/// `context.csv`.
pub(super) const CONTEXT: Layout<5> = Layout {
    name: "context",
    columns: ["hospital_id", "key", "value", "valid_from", "valid_to"],
    required: &["hospital_id", "key", "value"],
};

/// Reads `hospitals.csv`.
pub(super) fn read_hospitals(bytes: &[u8], file: &str, issues: &mut Vec<Issue>) -> Option<Vec<HospitalRecord>> {
    let mut seen: HashMap<HospitalId, u32> = HashMap::new();
    read_rows(&HOSPITALS, bytes, file, issues, |columns, row| {
        let [id, name, kana, en, short, country, region, town_code, town, area, address, lat, lon, point, url] =
            *columns;
        let own = row.hospital(id)?;
        if let Some(first) = seen.get(&own) {
            let why = format!("the id stands in row {first} already");
            return row.leave_out(IssueKind::Duplicate, id, &why);
        }
        let name = row.needed(name)?;
        let country = country_code(row, country)?;
        let (latitude, longitude) = coordinates(row, lat, lon);
        let point = row.code(point, Point::parse)?;
        seen.insert(own.clone(), row.number_in_file());
        Ok(HospitalRecord {
            id: own,
            name,
            name_kana: row.text(kana),
            name_en: row.text(en),
            short_name: row.text(short),
            region_code: region_code(row, region, &country),
            country,
            municipality_code: row.text(town_code),
            municipality: row.text(town),
            area_code: row.text(area),
            address: row.text(address),
            latitude,
            longitude,
            point: if latitude.is_some() { point } else { Point::Unknown },
            url: row.text(url),
        })
    })
}

fn country_code(row: &mut Row<'_>, column: Column) -> Cell<String> {
    let text = row.needed(column)?;
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        return Ok(text);
    }
    row.leave_out(IssueKind::NotUnderstood, column, "not a country code of ISO 3166-1 (two capitals, as JP)")
}

fn region_code(row: &mut Row<'_>, column: Column, country: &str) -> String {
    let text = row.text(column);
    let is_prefecture = text.len() == 2 && text.parse::<u8>().is_ok_and(|n| (1..=47).contains(&n));
    if country == "JP" && !text.is_empty() && !is_prefecture {
        row.set_aside(IssueKind::OutOfRange, column, "a prefecture is a code from 01 to 47 (JIS X 0401)");
        return String::new();
    }
    text
}

/// Both coordinates or none; 0.0/0.0 means unknown.
fn coordinates(row: &mut Row<'_>, lat: Column, lon: Column) -> (Option<f64>, Option<f64>) {
    let pair = [(lat, 90.0), (lon, 180.0)].map(|(column, limit): (Column, f64)| {
        let text = row.raw(column).trim();
        match text.parse::<f64>() {
            _ if text.is_empty() => None,
            Ok(degrees) if (-limit..=limit).contains(&degrees) => Some(degrees),
            Ok(_) => {
                row.set_aside(IssueKind::OutOfRange, column, "no such degrees exist");
                None
            }
            Err(_) => {
                row.set_aside(IssueKind::NotUnderstood, column, "not a number");
                None
            }
        }
    });
    match pair {
        [Some(latitude), Some(longitude)] if latitude == 0.0 && longitude == 0.0 => {
            let text = "0/0 means that the place is unknown".to_string();
            row.report(Severity::Note, IssueKind::UnknownPlace, "latitude", "0", text);
            (None, None)
        }
        [Some(latitude), Some(longitude)] => (Some(latitude), Some(longitude)),
        [None, None] => (None, None),
        [one, _] => {
            let alone = if one.is_some() { lat } else { lon };
            row.set_aside(IssueKind::UnknownPlace, alone, "one coordinate without the other says nothing");
            (None, None)
        }
    }
}

/// Reads `identifiers.csv`.
pub(super) fn read_identifiers(
    bytes: &[u8],
    file: &str,
    known: &Known,
    issues: &mut Vec<Issue>,
) -> Option<Vec<IdentifierRecord>> {
    let mut owners: HashMap<(String, String), Vec<IdentifierRecord>> = HashMap::new();
    read_rows(&IDENTIFIERS, bytes, file, issues, |columns, row| {
        let [hospital, scheme, value, from, to, matched, confidence] = *columns;
        let (valid_from, valid_to) = row.validity(from, to)?;
        let record = IdentifierRecord {
            hospital: known.hospital(row, hospital)?,
            scheme: row.needed(scheme)?,
            value: row.needed(value)?,
            valid_from,
            valid_to,
            matched: if row.raw(matched).is_empty() { Match::Given } else { row.code(matched, Match::parse)? },
            confidence: row.number(confidence, &(0.0..=1.0), "confidence lies between 0 and 1")?.unwrap_or(1.0),
        };
        let others = owners.entry((record.scheme.clone(), record.value.clone())).or_default();
        if others.iter().any(|other| other.hospital == record.hospital) {
            return row.leave_out(IssueKind::Duplicate, value, "the hospital has this identifier already");
        }
        if let Some(other) = others.iter().find(|other| at_once(other, &record)) {
            let text = format!("the identifier stands there already, for {}; both are kept", other.hospital);
            row.report(Severity::Problem, IssueKind::Duplicate, "value", &record.value, text);
        }
        others.push(record.clone());
        Ok(record)
    })
}

/// True where two identifiers share a day. A day that is not given is open.
fn at_once(one: &IdentifierRecord, other: &IdentifierRecord) -> bool {
    let ends_before =
        |a: &IdentifierRecord, b: &IdentifierRecord| a.valid_to.zip(b.valid_from).is_some_and(|(to, from)| to < from);
    !ends_before(one, other) && !ends_before(other, one)
}

/// Reads `successors.csv`. A hospital that no longer exists need not stand in `hospitals.csv`.
pub(super) fn read_successors(bytes: &[u8], file: &str, issues: &mut Vec<Issue>) -> Option<Vec<SuccessorRecord>> {
    read_rows(&SUCCESSORS, bytes, file, issues, |columns, row| {
        let [hospital, successor, date, kind] = *columns;
        let after = if row.raw(successor).trim().is_empty() { None } else { Some(row.hospital(successor)?) };
        Ok(SuccessorRecord {
            hospital: Subject::Hospital(row.hospital(hospital)?),
            successor: after.map(Subject::Hospital),
            date: row.day(date)?,
            kind: row.code(kind, SuccessionKind::parse)?,
        })
    })
}

/// Reads `context.csv`.
pub(super) fn read_context(
    bytes: &[u8],
    file: &str,
    known: &Known,
    issues: &mut Vec<Issue>,
) -> Option<Vec<ContextRecord>> {
    let mut seen = HashSet::new();
    read_rows(&CONTEXT, bytes, file, issues, |columns, row| {
        let [hospital, key, value, from, to] = *columns;
        let (valid_from, valid_to) = row.validity(from, to)?;
        let id = known.hospital(row, hospital)?;
        let key_text = row.needed(key)?;
        if key_text.starts_with("beds_") {
            beds(row, value)?;
        }
        if !seen.insert((id.clone(), key_text.clone(), valid_from)) {
            return row.leave_out(IssueKind::Duplicate, key, "the hospital has this key for these days already");
        }
        Ok(ContextRecord {
            hospital: Subject::Hospital(id),
            key: key_text,
            value: row.text(value),
            valid_from,
            valid_to,
        })
    })
}

/// A number of beds is a count, or the status that says why it is not there.
fn beds(row: &mut Row<'_>, column: Column) -> Cell<()> {
    let text = row.raw(column).trim();
    if text.is_empty() || domain::Status::parse(text).is_ok() {
        return Ok(());
    }
    row.number(column, &(0.0..=f64::MAX), "a number of beds is not negative").map(|_| ())
}

/// Writes `hospitals.csv`.
pub(super) fn write_hospitals(records: &[HospitalRecord]) -> Sheet {
    let mut sheet = Sheet::new(&HOSPITALS);
    for h in records {
        let (lat, lon) = (print::number(h.latitude), print::number(h.longitude));
        sheet.row(
            &HOSPITALS,
            [
                h.id.as_str(),
                &h.name,
                &h.name_kana,
                &h.name_en,
                &h.short_name,
                &h.country,
                &h.region_code,
                &h.municipality_code,
                &h.municipality,
                &h.area_code,
                &h.address,
                &lat,
                &lon,
                h.point.as_str(),
                &h.url,
            ],
        );
    }
    sheet
}

/// Writes `identifiers.csv`.
pub(super) fn write_identifiers(records: &[IdentifierRecord]) -> Sheet {
    let mut sheet = Sheet::new(&IDENTIFIERS);
    for r in records {
        let (from, to, confidence) =
            (print::day(r.valid_from), print::day(r.valid_to), print::number(Some(r.confidence)));
        let cells = [r.hospital.as_str(), &r.scheme, &r.value, &from, &to, r.matched.as_str(), &confidence];
        sheet.row(&IDENTIFIERS, cells);
    }
    sheet
}

/// Writes `successors.csv`.
pub(super) fn write_successors(records: &[SuccessorRecord]) -> Sheet {
    let mut sheet = Sheet::new(&SUCCESSORS);
    for r in records {
        let Subject::Hospital(hospital) = &r.hospital else { continue };
        let successor = match &r.successor {
            Some(Subject::Hospital(id)) => id.as_str(),
            _ => "",
        };
        sheet.row(&SUCCESSORS, [hospital.as_str(), successor, &print::day(r.date), r.kind.as_str()]);
    }
    sheet
}

/// Writes `context.csv`.
pub(super) fn write_context(records: &[ContextRecord]) -> Sheet {
    let mut sheet = Sheet::new(&CONTEXT);
    for r in records {
        let Subject::Hospital(hospital) = &r.hospital else { continue };
        let (from, to) = (print::day(r.valid_from), print::day(r.valid_to));
        sheet.row(&CONTEXT, [hospital.as_str(), &r.key, &r.value, &from, &to]);
    }
    sheet
}
