//! Which hospitals does the national register (医療情報ネット, ナビイ) list, and what does it say of each?

use crate::literal;
use crate::log::{Log, Place};
use crate::source::{Given, SourceDescription, eight_digit_days, find_edition};
use crate::table::{Columns, Row, Sheet};
use domain::HospitalId;
use domain::issue::IssueKind;
use domain::records::{Batch, ContextRecord, HospitalRecord, IdentifierRecord, Match, Point, Subject};
use std::collections::HashMap;

/// Headers by which the register is known.
pub(crate) const KNOWN_BY: &[&str] = &["ID", "正式名称", "都道府県コード", "市区町村コード", "所在地"];

/// 機関区分: hospitals and clinics; dentists, midwives and pharmacies have other numbers.
const HOSPITAL: &str = "1";
const CLINIC: &str = "2";

/// Kinds of beds: header → key of the context.
const BEDS: &[(&str, &str)] = &[
    ("一般病床", "beds_general"),
    ("療養病床", "beds_long_term_care"),
    ("療養病床のうち医療保険適用", "beds_long_term_care_medical"),
    ("療養病床のうち介護保険適用", "beds_long_term_care_nursing"),
    ("精神病床", "beds_psychiatric"),
    ("結核病床", "beds_tuberculosis"),
    ("感染症病床", "beds_infectious"),
    ("合計病床数", "beds_total"),
];

const WEEKDAYS: &[(&str, &str)] =
    &[("月", "mon"), ("火", "tue"), ("水", "wed"), ("木", "thu"), ("金", "fri"), ("土", "sat"), ("日", "sun")];

/// The columns of the register.
struct Places {
    id: usize,
    name: usize,
    prefecture: usize,
    municipality: usize,
    address: usize,
    kana: Option<usize>,
    short: Option<usize>,
    english: Option<usize>,
    latitude: Option<usize>,
    longitude: Option<usize>,
    url: Option<usize>,
    beds: Vec<(usize, &'static str)>,
    closed: Vec<(usize, String)>,
    other_closing_days: Option<usize>,
}

/// Reads the table of institutions (施設票) of hospitals, or of clinics, of which only those with beds are kept.
pub(crate) fn read(
    about: &SourceDescription,
    sheet: &Sheet,
    header: usize,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let columns = sheet.rows.get(header).map(Columns::of)?;
    let places = Places::find(&columns)?;
    let mut batch = about.batch(find_edition(&about.edition, given, |_| false));
    if let Some(source) = batch.sources.first_mut() {
        let days = eight_digit_days(given.member).into_iter().last();
        source.published = days.or_else(|| eight_digit_days(given.file).into_iter().last()).or(source.published);
    }
    let kind = columns.find("機関区分");
    let mut seen: HashMap<String, u32> = HashMap::new();
    let (mut without_beds, mut others) = (0_usize, 0_usize);
    for row in sheet.rows.get(header + 1..).unwrap_or_default() {
        match kind.map_or(HOSPITAL, |c| row.get(c)) {
            HOSPITAL | "" => {}
            CLINIC if places.has_beds(row) => {}
            CLINIC => {
                without_beds += 1;
                continue;
            }
            _ => {
                others += 1;
                continue;
            }
        }
        let Some(id) = id_of(&places, row, sheet, &mut seen, log) else {
            continue;
        };
        let subject = Subject::Hospital(id.clone());
        add_beds(&places, row, sheet, &subject, &mut batch, log);
        add_closing_days(&places, row, &subject, &mut batch);
        batch.identifiers.push(IdentifierRecord {
            hospital: id.clone(),
            scheme: "navii".to_string(),
            value: row.get(places.id).to_string(),
            valid_from: None,
            valid_to: None,
            matched: Match::Given,
            confidence: 1.0,
        });
        batch.hospitals.push(hospital(&places, row, sheet, id, log));
    }
    if without_beds > 0 {
        let message = format!("{without_beds} clinics without beds were left out");
        log.note(IssueKind::NotUnderstood, Place::sheet(&sheet.name), message);
    }
    if others > 0 {
        let message = format!("{others} places that are no hospital and no clinic (機関区分) were left out");
        log.note(IssueKind::NotUnderstood, Place::sheet(&sheet.name), message);
    }
    Some(batch)
}

impl Places {
    fn find(columns: &Columns) -> Option<Self> {
        let mut closed: Vec<(usize, String)> = Vec::new();
        for (day, key) in WEEKDAYS {
            let weekly = columns.find(&format!("毎週決まった曜日に休診（{day}）"));
            closed.extend(weekly.map(|at| (at, format!("closed_{key}"))));
        }
        closed.extend(columns.find("祝日に休診").map(|at| (at, "closed_holiday".to_string())));
        for week in 1..=5 {
            for (day, key) in WEEKDAYS {
                let at = columns.find(&format!("決まった週に休診（定期週）第{week}週（{day}）"));
                closed.extend(at.map(|at| (at, format!("closed_week{week}_{key}"))));
            }
        }
        Some(Self {
            id: columns.find("ID")?,
            name: columns.find("正式名称")?,
            prefecture: columns.find("都道府県コード")?,
            municipality: columns.find("市区町村コード")?,
            address: columns.find("所在地")?,
            kana: columns.find("正式名称（フリガナ）"),
            short: columns.find("略称"),
            english: columns.find("英語表記（ローマ字表記）"),
            latitude: columns.find("所在地座標（緯度）"),
            longitude: columns.find("所在地座標（経度）"),
            url: columns.find("案内用ホームページアドレス"),
            beds: BEDS.iter().filter_map(|(header, key)| Some((columns.find(header)?, *key))).collect(),
            closed,
            other_closing_days: columns.find("その他の休診日（GW、お盆等）"),
        })
    }

    fn has_beds(&self, row: &Row) -> bool {
        self.beds.iter().any(|(at, _)| literal::number(row.get(*at)).is_some_and(|n| n > 0.0))
    }
}

fn id_of(
    places: &Places,
    row: &Row,
    sheet: &Sheet,
    seen: &mut HashMap<String, u32>,
    log: &mut Log,
) -> Option<HospitalId> {
    let printed = row.get(places.id);
    let place = Place::cell(&sheet.name, row.number, "ID", printed);
    let number = literal::folded(printed);
    let id = match HospitalId::parse(&format!("jp-{number}")) {
        Ok(id) if !number.is_empty() => id,
        Ok(_) => {
            log.problem(IssueKind::MissingValue, place, "the row has no ID and was left out");
            return None;
        }
        Err(error) => {
            log.problem(IssueKind::NotUnderstood, place, format!("the row was left out: {error}"));
            return None;
        }
    };
    if row.get(places.name).is_empty() {
        let place = Place::cell(&sheet.name, row.number, "正式名称", "");
        log.problem(IssueKind::MissingValue, place, "a hospital without a name was left out");
        return None;
    }
    if let Some(first) = seen.insert(number.into_owned(), row.number) {
        seen.insert(printed.to_string(), first);
        log.problem(IssueKind::Duplicate, place, format!("the same ID stands in row {first}; that row was kept"));
        return None;
    }
    Some(id)
}

fn hospital(places: &Places, row: &Row, sheet: &Sheet, id: HospitalId, log: &mut Log) -> HospitalRecord {
    let text = |at: Option<usize>| at.map_or(String::new(), |c| row.get(c).to_string());
    let region_code = format!("{:0>2}", literal::folded(row.get(places.prefecture)));
    let within = literal::folded(row.get(places.municipality)).into_owned();
    let municipality_code = if within.is_empty() { String::new() } else { format!("{region_code}{within:0>3}") };
    let point = point_of(places, row, sheet, log);
    HospitalRecord {
        id,
        name: text(Some(places.name)),
        name_kana: text(places.kana),
        name_en: text(places.english),
        short_name: text(places.short),
        country: "JP".to_string(),
        region_code,
        municipality_code,
        municipality: String::new(),
        area_code: String::new(),
        address: text(Some(places.address)),
        latitude: point.map(|p| p.0),
        longitude: point.map(|p| p.1),
        point: if point.is_some() { Point::Exact } else { Point::Unknown },
        url: text(places.url),
    }
}

/// 0.0/0.0 means unknown; anything outside Japan's bounds cannot be.
fn point_of(places: &Places, row: &Row, sheet: &Sheet, log: &mut Log) -> Option<(f64, f64)> {
    let (latitude, longitude) = (places.latitude?, places.longitude?);
    let (printed_latitude, printed_longitude) = (row.get(latitude), row.get(longitude));
    let printed = format!("{printed_latitude}/{printed_longitude}");
    let place = Place::cell(&sheet.name, row.number, "所在地座標（緯度）", &printed);
    match (literal::number(printed_latitude), literal::number(printed_longitude)) {
        (Some(north), Some(east)) if (20.0..=46.0).contains(&north) && (122.0..=154.5).contains(&east) => {
            Some((north, east))
        }
        (Some(north), Some(east)) if north == 0.0 && east == 0.0 => {
            log.note(IssueKind::UnknownPlace, place, "the coordinates 0.0/0.0 mean that the place is unknown");
            None
        }
        (None, None) if printed_latitude.is_empty() && printed_longitude.is_empty() => {
            log.note(IssueKind::UnknownPlace, place, "there are no coordinates");
            None
        }
        _ => {
            log.problem(
                IssueKind::OutOfRange,
                place,
                "the coordinates do not lie in Japan; the place is taken as unknown",
            );
            None
        }
    }
}

fn add_beds(places: &Places, row: &Row, sheet: &Sheet, subject: &Subject, batch: &mut Batch, log: &mut Log) {
    for (at, key) in &places.beds {
        let printed = row.get(*at);
        if printed.is_empty() {
            continue;
        }
        let place = Place::cell(&sheet.name, row.number, key, printed);
        match literal::number(printed) {
            Some(beds) if (0.0..=9_999.0).contains(&beds) && beds.fract() == 0.0 => {
                batch.context.push(fact(subject, key, &beds.to_string()));
            }
            Some(_) => log.problem(
                IssueKind::OutOfRange,
                place,
                "a number of beds is a whole number from 0 to 9,999; it was left out",
            ),
            None => log.problem(IssueKind::NotUnderstood, place, "a number of beds is no number; it was left out"),
        }
    }
}

/// In these columns 0 means closed and 1 open, although their headers say 休診: so the register's definition (定義書).
fn add_closing_days(places: &Places, row: &Row, subject: &Subject, batch: &mut Batch) {
    for (at, key) in &places.closed {
        if row.get(*at) == "0" {
            batch.context.push(fact(subject, key, "1"));
        }
    }
    if let Some(text) = places.other_closing_days.map(|at| row.get(at)).filter(|t| !t.is_empty()) {
        batch.context.push(fact(subject, "closed_other", text));
    }
}

fn fact(subject: &Subject, key: &str, value: &str) -> ContextRecord {
    ContextRecord {
        hospital: subject.clone(),
        key: key.to_string(),
        value: value.to_string(),
        valid_from: None,
        valid_to: None,
    }
}
