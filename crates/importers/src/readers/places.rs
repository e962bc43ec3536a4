//! Which prefectures, medical areas, municipalities and islands are there?

use crate::literal;
use crate::log::{Log, Place};
use crate::prefectures;
use crate::source::{Given, SourceDescription, find_edition};
use crate::table::{Columns, Row, Sheet};
use domain::Bilingual;
use domain::issue::IssueKind;
use domain::period::parse_day;
use domain::records::{AreaKind, AreaRecord, Batch};
use std::collections::BTreeMap;

/// Headers of the list of prefectures.
pub(crate) const PREFECTURES_KNOWN_BY: &[&str] = &["id", "name-ja", "name-en"];
/// Headers of the list of island municipalities.
pub(crate) const ISLANDS_KNOWN_BY: &[&str] = &["pref", "municipality", "law"];

/// Reads the prefectures.
pub(crate) fn read_prefectures(
    about: &SourceDescription,
    sheet: &Sheet,
    header: usize,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let columns = sheet.rows.get(header).map(Columns::of)?;
    let (id, ja, en) = (columns.find("id")?, columns.find("name-ja")?, columns.find("name-en")?);
    let mut batch = about.batch(find_edition(&about.edition, given, |_| false));
    for row in sheet.rows.get(header + 1..).unwrap_or_default() {
        let code = literal::folded(row.get(id)).parse::<u8>().ok().filter(|c| (1..=47).contains(c));
        let Some(code) = code else {
            let place = Place::cell(&sheet.name, row.number, "id", row.get(id));
            log.problem(
                IssueKind::NotUnderstood,
                place,
                "a prefecture has a number from 1 to 47; the row was left out",
            );
            continue;
        };
        let name = Bilingual::new(row.get(ja).to_string(), row.get(en).to_string());
        batch.areas.push(AreaRecord { name, ..area(format!("{code:02}"), AreaKind::Region) });
    }
    Some(batch)
}

/// Reads the municipalities that lie wholly on islands. The list has no codes: a record's parent and name say which.
pub(crate) fn read_islands(
    about: &SourceDescription,
    sheet: &Sheet,
    header: usize,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let columns = sheet.rows.get(header).map(Columns::of)?;
    let (prefecture, municipality) = (columns.find("pref")?, columns.find("municipality")?);
    let mut batch = about.batch(find_edition(&about.edition, given, |_| false));
    for row in sheet.rows.get(header + 1..).unwrap_or_default() {
        let Some(parent) = prefectures::code_of(row.get(prefecture)) else {
            let place = Place::cell(&sheet.name, row.number, "pref", row.get(prefecture));
            log.problem(IssueKind::NotUnderstood, place, "no prefecture has this name; the row was left out");
            continue;
        };
        let name = Bilingual::new(row.get(municipality).to_string(), String::new());
        batch.areas.push(AreaRecord { name, parent, island: true, ..area(String::new(), AreaKind::Municipality) });
    }
    Some(batch)
}

/// True where a table without header has municipality, medical area and prefecture, each with its code.
pub(crate) fn are_medical_areas(sheet: &Sheet) -> bool {
    let like = |row: &Row| {
        let codes = [(0, 5), (2, 4), (4, 2)].iter().all(|(at, width)| is_code(row.get(*at), *width));
        codes && prefectures::code_of(row.get(5)).is_some()
    };
    let looked_at = sheet.rows.iter().take(20);
    let alike = looked_at.clone().filter(|r| like(r)).count();
    alike > 0 && alike * 10 >= looked_at.count() * 8
}

/// Reads municipality → 二次医療圏.
pub(crate) fn read_medical_areas(
    about: &SourceDescription,
    sheet: &Sheet,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let edition = find_edition(&about.edition, given, |_| false);
    let mut batch = about.batch(edition);
    let year = edition
        .and_then(|e| parse_day(&e.published))
        .map(|d| d.year())
        .or_else(|| year_in(given.member))
        .or_else(|| year_in(given.file));
    let mut medical: BTreeMap<String, AreaRecord> = BTreeMap::new();
    for row in &sheet.rows {
        let (code, parent) = (row.get(0), row.get(2));
        if !is_code(code, 5) || !is_code(parent, 4) {
            let place = Place::cell(&sheet.name, row.number, "", row.get(0));
            log.problem(IssueKind::NotUnderstood, place, "a row is: municipality (5 digits), name, area (4 digits), name, prefecture (2 digits), name; it was left out");
            continue;
        }
        let named = |text: &str| Bilingual::new(text.to_string(), String::new());
        let municipality = area(code.to_string(), AreaKind::Municipality);
        batch.areas.push(AreaRecord { name: named(row.get(1)), parent: parent.to_string(), year, ..municipality });
        medical.entry(parent.to_string()).or_insert_with(|| {
            let medical = area(parent.to_string(), AreaKind::MedicalArea);
            AreaRecord { name: named(row.get(3)), parent: row.get(4).to_string(), year, ..medical }
        });
    }
    batch.areas.extend(medical.into_values());
    Some(batch)
}

fn area(code: String, kind: AreaKind) -> AreaRecord {
    let name = Bilingual::new(String::new(), String::new());
    AreaRecord { code, kind, name, parent: String::new(), population: None, year: None, island: false }
}

fn is_code(text: &str, width: usize) -> bool {
    text.len() == width && text.bytes().all(|b| b.is_ascii_digit())
}

fn year_in(name: &str) -> Option<i16> {
    let runs = name.split(|c: char| !c.is_ascii_digit()).filter(|r| r.len() == 4);
    runs.filter_map(|r| r.parse().ok()).find(|y| (1990..2100).contains(y))
}
