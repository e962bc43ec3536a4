//! Which beds, doctors and activity did each facility report (病床機能報告, one sheet per 構想区域)?

use super::bed_areas;
use crate::literal;
use crate::log::{Log, Place};
use crate::plausible::violation;
use crate::prefectures;
use crate::source::{Edition, Given, SourceDescription, find_edition, period_of};
use crate::table::{Row, Sheet, label};
use crate::workbook::Workbook;
use domain::ids::MeasureId;
use domain::issue::IssueKind;
use domain::measure::Kind;
use domain::period::Period;
use domain::records::{Batch, ContextRecord, FacilityRecord, ObservationRecord, Subject};
use domain::{IdError, Status};
use std::collections::BTreeSet;

/// One column of the table of facilities: the words of its headers from top to bottom.
pub(crate) struct Header {
    pub at: usize,
    pub levels: Vec<String>,
}

/// Facts kept as context: group of columns, column, key.
const FACTS: &[(&str, &str, &str)] = &[
    ("病床", "休棟中等含む計", "beds_reported"),
    ("病床", "高度急性期", "beds_fn_high_acute"),
    ("病床", "急性期", "beds_fn_acute"),
    ("病床", "回復期", "beds_fn_recovery"),
    ("病床", "慢性期", "beds_fn_chronic"),
    ("病床", "休棟中等", "beds_fn_closed"),
    ("医師数", "常勤", "doctors_fulltime"),
    ("医師数", "非常勤", "doctors_parttime"),
];

const TERTIARY: &str = "三次救急";
/// Ambulances a year below which a hospital without highly acute beds is no emergency and critical care centre: of those with
/// such beds (fiscal 2025) one in a hundred takes fewer.
const AMBULANCES_OF_A_CENTRE: f64 = 1_000.0;
/// Beds below which one without highly acute beds is none.
const BEDS_OF_A_CENTRE: f64 = 200.0;
const NO_CENTRE: &str = "facilities fill this in themselves; without highly acute beds, and with few beds or ambulances, it is \
                         no emergency and critical care centre: kept as emergency_printed, and its role follows from its beds";

/// Columns that are marked or left blank: column, key, value. 三次 stands before 二次: the higher level counts.
const FLAGS: &[(&str, &str, &str)] = &[
    ("特定機能", "advanced_treatment", "1"),
    ("地域支援", "regional_support", "1"),
    (TERTIARY, "emergency_level", "3"),
    ("二次救急", "emergency_level", "2"),
    ("在宅療養支援", "home_care_support", "1"),
];

/// Values: group of columns, column, measure, kind.
const MEASURES: &[(&str, &str, &str, Kind)] = &[
    ("診療実績", "救急車の受入件数", "jp-bed-ambulances", Kind::Count),
    ("診療実績", "全身麻酔手術件数", "jp-bed-general-anaesthesia", Kind::Count),
    ("診療実績", "分娩件数", "jp-bed-deliveries", Kind::Count),
    ("診療実績", "手術総数", "jp-bed-operations", Kind::Count),
    ("医師数", "100床当たり", "jp-bed-doctors-per-100-beds", Kind::Mean),
];

/// True where a sheet is one of this workbook.
pub(crate) fn is_area_sheet(sheet: &Sheet) -> bool {
    header_row(sheet).is_some_and(|at| {
        let headers = headers(sheet, at);
        find(&headers, "病床", "高度急性期").is_some() && find(&headers, "医師数", "常勤").is_some()
    })
}

/// Reads every sheet of the workbook.
pub(crate) fn read(
    about: &SourceDescription,
    book: &mut Workbook<'_>,
    first: &Sheet,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Batch> {
    let holds = |text: &str| first.rows.iter().any(|r| r.cells.iter().any(|c| c == text));
    let edition: Option<&Edition> = find_edition(&about.edition, given, holds);
    let period = period_of(edition, given, log)?;
    let mut batch = about.batch(edition);
    let mut reader = Reader {
        source_id: &about.source.id,
        scheme: format!("bed-functions:{}", period.end.year()),
        period,
        measures: measures().ok()?,
        reported: BTreeSet::new(),
    };
    for name in book.sheets.clone() {
        if let Some(sheet) = book.sheet_or_told(&name, log) {
            reader.sheet(&sheet, &mut batch, log);
        }
    }
    Some(batch)
}

fn measures() -> Result<Vec<(&'static str, &'static str, MeasureId, Kind)>, IdError> {
    MEASURES.iter().map(|(group, column, id, kind)| Ok((*group, *column, MeasureId::parse(id)?, *kind))).collect()
}

/// What is the same for all sheets.
struct Reader<'a> {
    source_id: &'a str,
    scheme: String,
    period: Period,
    measures: Vec<(&'static str, &'static str, MeasureId, Kind)>,
    /// Columns whose absence has been reported.
    reported: BTreeSet<String>,
}

/// The area of a sheet and the row at hand.
struct At<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    headers: &'a [Header],
    subject: Subject,
}

impl At<'_> {
    /// Whether beds and ambulances contradict 三次救急. What is not printed contradicts nothing.
    fn speaks_against_a_centre(&self) -> bool {
        let number = |group, column| find(self.headers, group, column).and_then(|c| literal::number(self.row.get(c)));
        let below = |number: Option<f64>, least: f64| number.is_some_and(|n| n < least);
        number("病床", "高度急性期") == Some(0.0)
            && (below(number("病床", "休棟中等含む計"), BEDS_OF_A_CENTRE)
                || below(number("診療実績", "救急車の受入件数"), AMBULANCES_OF_A_CENTRE))
    }
}

impl Reader<'_> {
    fn sheet(&mut self, sheet: &Sheet, batch: &mut Batch, log: &mut Log) {
        let Some(at) = header_row(sheet) else {
            log.note(
                IssueKind::NotUnderstood,
                Place::sheet(&sheet.name),
                "the sheet lists no facilities and was left out",
            );
            return;
        };
        let Some((region_code, area_code, area_name)) = area_of(&sheet.name) else {
            let message = "a sheet is named by area code, prefecture and area, as 101北海道南渡島; it was left out";
            log.problem(IssueKind::NotUnderstood, Place::sheet(&sheet.name), message);
            return;
        };
        bed_areas::read(sheet, at, (&region_code, &area_code, area_name), self.period, batch, log);
        let headers = headers(sheet, at);
        let (Some(name), Some(municipality)) = (find(&headers, "医療機関名", ""), find(&headers, "所在地", ""))
        else {
            self.missing_once(sheet, "所在地", &headers, log);
            return;
        };
        for row in sheet.rows.iter().skip(at + 1).filter(|r| !r.get(name).is_empty()) {
            if row.get(name).starts_with('※') {
                let place = Place::cell(&sheet.name, row.number, "", row.get(name));
                log.note(IssueKind::NotUnderstood, place, "taken for a remark");
                continue;
            }
            let at = At { sheet, row, headers: &headers, subject: Subject::Facility(batch.facilities.len()) };
            let municipality = row.get(municipality).to_string();
            batch.facilities.push(self.facility((&region_code, &area_code), &at, row.get(name), municipality));
            self.facts(&at, batch, log);
            self.flags(&at, batch, log);
            self.values(&at, batch, log);
        }
    }

    fn facility(&self, codes: (&str, &str), at: &At<'_>, name: &str, municipality: String) -> FacilityRecord {
        let (region_code, area_code) = codes;
        FacilityRecord {
            scheme: self.scheme.clone(),
            value: format!("{area_code}-{}", at.row.number),
            also: Vec::new(),
            name: name.to_string(),
            other_names: Vec::new(),
            region_code: region_code.to_string(),
            municipality_code: String::new(),
            municipality,
            area_code: area_code.to_string(),
            valid_from: None,
            valid_to: None,
        }
    }

    fn facts(&mut self, at: &At<'_>, batch: &mut Batch, log: &mut Log) {
        for (group, column, key) in FACTS {
            let Some(place) = self.column(at, group, column, log) else {
                continue;
            };
            let printed = at.row.get(place);
            if printed.is_empty() {
                continue;
            }
            let here = Place::cell(&at.sheet.name, at.row.number, column, printed);
            let value = match (gap(printed), literal::number(printed)) {
                (Some(status), _) => status.as_str().to_string(),
                (None, Some(number)) if number >= 0.0 => number.to_string(),
                (None, Some(_)) => {
                    log.problem(
                        IssueKind::OutOfRange,
                        here,
                        "a number of beds or doctors is not negative; it was left out",
                    );
                    continue;
                }
                (None, None) => {
                    log.problem(IssueKind::NotUnderstood, here, "no number and no known sign; it was left out");
                    continue;
                }
            };
            batch.context.push(fact(&at.subject, key, value));
        }
    }

    fn flags(&mut self, at: &At<'_>, batch: &mut Batch, log: &mut Log) {
        let mut given: Option<&str> = None;
        let doubtful = at.speaks_against_a_centre();
        for (column, key, value) in FLAGS {
            let Some(place) = self.column(at, "医療機関機能", column, log) else {
                continue;
            };
            let printed = at.row.get(place);
            if printed.is_empty() || gap(printed).is_some() || printed == "0" {
                continue;
            }
            if doubtful && *column == TERTIARY {
                let here = Place::cell(&at.sheet.name, at.row.number, column, printed);
                log.note(IssueKind::OutOfRange, here, NO_CENTRE);
                batch.context.push(fact(&at.subject, "emergency_printed", (*value).to_string()));
            } else if given != Some(*key) {
                given = Some(*key);
                batch.context.push(fact(&at.subject, key, (*value).to_string()));
            }
        }
    }

    fn values(&mut self, at: &At<'_>, batch: &mut Batch, log: &mut Log) {
        let beds = find(at.headers, "病床", "休棟中等含む計").map_or("", |c| at.row.get(c));
        let unreported = gap(beds) == Some(Status::NotReported);
        for (group, column, measure, kind) in self.measures.clone() {
            let Some(place) = self.column(at, group, column, log) else {
                continue;
            };
            let printed = if unreported { beds } else { at.row.get(place) };
            if printed.is_empty() {
                continue;
            }
            let mut record = self.record(at, measure, printed);
            let here = Place::cell(&at.sheet.name, at.row.number, column, printed);
            match (gap(printed), literal::number(printed)) {
                (Some(status), _) => record.status = status,
                (None, Some(number)) => record.value = Some(number),
                (None, None) => {
                    log.problem(IssueKind::NotUnderstood, here, "no number and no known sign; it was left out");
                    continue;
                }
            }
            match violation(kind, &record) {
                Some(found) => log.problem(IssueKind::OutOfRange, here, format!("{}; it was left out", found.why)),
                None => batch.observations.push(record),
            }
        }
    }

    fn record(&self, at: &At<'_>, measure: MeasureId, printed: &str) -> ObservationRecord {
        ObservationRecord {
            hospital: at.subject.clone(),
            measure,
            period: self.period,
            stratum: String::new(),
            numerator: None,
            denominator: None,
            eligible: None,
            expected: None,
            value: None,
            standard_error: None,
            response_rate: None,
            status: Status::Reported,
            raw: printed.to_string(),
            derived: false,
            footnotes: Vec::new(),
            published_verdict: String::new(),
            source_id: self.source_id.to_string(),
            source_sheet: at.sheet.name.clone(),
            source_row: Some(at.row.number),
        }
    }

    fn column(&mut self, at: &At<'_>, group: &str, column: &str, log: &mut Log) -> Option<usize> {
        let found = find(at.headers, group, column);
        if found.is_none() {
            self.missing_once(at.sheet, column, at.headers, log);
        }
        found
    }

    fn missing_once(&mut self, sheet: &Sheet, column: &str, headers: &[Header], log: &mut Log) {
        if self.reported.insert(column.to_string()) {
            let found: Vec<String> = headers.iter().map(|h| h.levels.join(" ＞ ")).collect();
            let message = format!("the table of facilities does not have this column; found: {}", found.join(", "));
            log.problem(IssueKind::MissingColumn, Place { column, ..Place::sheet(&sheet.name) }, message);
        }
    }
}

fn fact(subject: &Subject, key: &str, value: String) -> ContextRecord {
    ContextRecord { hospital: subject.clone(), key: key.to_string(), value, valid_from: None, valid_to: None }
}

/// The signs of this table that stand for a missing number.
pub(crate) fn gap(printed: &str) -> Option<Status> {
    match printed {
        "*" | "＊" => Some(Status::NotDisclosed),
        "-" | "－" | "―" => Some(Status::NotApplicable),
        "未報告" => Some(Status::NotReported),
        _ => None,
    }
}

/// `101北海道南渡島` → prefecture `01`, area `0101`, 南渡島.
fn area_of(sheet: &str) -> Option<(String, String, &str)> {
    let sheet = sheet.trim();
    let digits = sheet.bytes().take_while(u8::is_ascii_digit).count();
    let (code, named) = (sheet.get(..digits)?, sheet.get(digits..)?.trim());
    if !(3..=4).contains(&digits) {
        return None;
    }
    let (region_code, name) = prefectures::split(named)?;
    Some((region_code, format!("{code:0>4}"), name.trim()))
}

/// The row in which the headers of the table of facilities begin.
fn header_row(sheet: &Sheet) -> Option<usize> {
    sheet.rows.iter().take(40).position(|r| r.cells.iter().any(|c| label(c) == "医療機関名"))
}

/// The headers from that row down to the first facility, merged cells written out.
pub(crate) fn headers(sheet: &Sheet, first: usize) -> Vec<Header> {
    let name = sheet.rows.get(first).and_then(|r| r.cells.iter().position(|c| label(c) == "医療機関名")).unwrap_or(0);
    let below = sheet.rows.iter().skip(first + 1).take(4);
    let depth = 1 + below.take_while(|r| r.get(name).is_empty()).count();
    merged_headers(sheet.rows.get(first..first + depth).unwrap_or_default())
}

/// A merged cell holds its text in its first column: carry it to the right until the next text of its row or of a row above.
pub(crate) fn merged_headers(rows: &[Row]) -> Vec<Header> {
    let width = rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
    let mut carried: Vec<String> = vec![String::new(); rows.len()];
    let mut headers = Vec::with_capacity(width);
    for at in 0..width {
        for (depth, row) in rows.iter().enumerate() {
            let text = label(row.get(at));
            if text.is_empty() {
                continue;
            }
            for below in carried.iter_mut().skip(depth) {
                below.clear();
            }
            if let Some(place) = carried.get_mut(depth) {
                *place = text;
            }
        }
        headers.push(Header { at, levels: carried.clone() });
    }
    headers
}

/// The first column of a group (its top header is the word, else contains it) with a lower header that is the other word
/// exactly: 急性期 is a part of 高度急性期, so nothing less will do. An empty word takes the first column of the group.
pub(crate) fn find(headers: &[Header], group: &str, column: &str) -> Option<usize> {
    let wanted = label(column);
    let top = |h: &Header| h.levels.first().cloned().unwrap_or_default();
    let exactly = headers.iter().any(|h| top(h) == group);
    let of_group = headers.iter().filter(|h| if exactly { top(h) == group } else { top(h).contains(group) });
    let mut matching = of_group.filter(|h| wanted.is_empty() || h.levels.iter().skip(1).any(|l| *l == wanted));
    matching.next().map(|h| h.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_name_is_code_prefecture_and_area() {
        assert_eq!(area_of("101北海道南渡島"), Some(("01".to_string(), "0101".to_string(), "南渡島")));
        assert_eq!(area_of("2601京都府丹後 "), Some(("26".to_string(), "2601".to_string(), "丹後")));
        assert_eq!(area_of("目次"), None);
        assert_eq!(area_of("101架空県北部"), None);
    }
}
