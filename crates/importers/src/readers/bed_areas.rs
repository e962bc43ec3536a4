//! What does a sheet of the bed-function workbook say of its area as a whole?

use super::bed_functions::{Header, find, gap, merged_headers};
use crate::literal;
use crate::log::{Log, Place};
use crate::table::{Row, Sheet, label};
use domain::issue::IssueKind;
use domain::period::Period;
use domain::records::{AreaKind, AreaObservationRecord, AreaRecord, Batch};
use domain::{Bilingual, Status};

/// Columns of the table of the area: group, column, key.
const COLUMNS: &[(&str, &str, &str)] = &[
    ("面積", "", "area_km2"),
    ("医療機関数", "一般病院", "hospitals"),
    ("医療機関数", "有床診療所", "clinics_with_beds"),
    ("病床計", "", "beds_total"),
    ("病床計", "高度急性期", "beds_fn_high_acute"),
    ("病床計", "急性期", "beds_fn_acute"),
    ("病床計", "回復期", "beds_fn_recovery"),
    ("病床計", "慢性期", "beds_fn_chronic"),
    ("休棟中等", "", "beds_fn_closed"),
    ("医師数", "常勤", "doctors_fulltime"),
    ("医師数", "非常勤", "doctors_parttime"),
    ("医師数", "100床当たり", "doctors_per_100_beds"),
    ("診療実績", "救急車の受入件数", "ambulances"),
    ("診療実績", "全身麻酔手術件数", "general_anaesthesia"),
    ("診療実績", "分娩件数", "deliveries"),
    ("診療実績", "手術総数", "operations"),
];

/// Beds the prefecture plans to need (構想必要量): column → key.
const NEEDED: &[(&str, &str)] = &[
    ("", "beds_needed_total"),
    ("高度急性期", "beds_needed_high_acute"),
    ("急性期", "beds_needed_acute"),
    ("回復期", "beds_needed_recovery"),
    ("慢性期", "beds_needed_chronic"),
];

/// Words in a cell whose number follows them, and the sign it is printed with: ▲ leaves the area, + comes into it.
const FLOWS: &[(&str, &str, f64)] =
    &[("推計流出患者割合", "outflow_share", -1.0), ("推計流入患者割合", "inflow_share", 1.0)];

/// Reads what stands above the table of facilities. `names`: prefecture code, area code, name of the area.
pub(crate) fn read(
    sheet: &Sheet,
    end: usize,
    names: (&str, &str, &str),
    period: Period,
    batch: &mut Batch,
    log: &mut Log,
) {
    let (region_code, area_code, area_name) = names;
    let above = sheet.rows.get(..end).unwrap_or_default();
    let mut area = AreaRecord {
        code: area_code.to_string(),
        kind: AreaKind::MedicalArea,
        name: Bilingual::new(area_name.to_string(), String::new()),
        parent: region_code.to_string(),
        population: None,
        year: Some(period.end.year()),
        island: false,
    };
    let mut values = Values { sheet, area_code, period, records: Vec::new() };
    if let Some((headers, row, below)) = table(above) {
        if let Some(at) = find(&headers, "人口", "") {
            values.cell(row, at, "population", 10_000.0, log);
            area.population = values.records.last().and_then(|r| r.value);
        }
        for (group, column, key) in COLUMNS {
            if let Some(at) = find(&headers, group, column) {
                values.cell(row, at, key, 1.0, log);
            }
        }
        if let Some(needed) = below.iter().find(|r| r.cells.iter().any(|c| label(c).starts_with("構想必要量"))) {
            for (column, key) in NEEDED {
                if let Some(at) = find(&headers, "病床計", column) {
                    values.cell(needed, at, key, 1.0, log);
                }
            }
        }
    } else {
        log.problem(
            IssueKind::MissingColumn,
            Place { column: "構想区域", ..Place::sheet(&sheet.name) },
            "the sheet has no row about the area",
        );
    }
    for row in above {
        values.flows(row, log);
    }
    batch.areas.push(area);
    batch.area_observations.append(&mut values.records);
}

/// Headers of the table of the area, its row, and the rows below it.
fn table(above: &[Row]) -> Option<(Vec<Header>, &Row, &[Row])> {
    let first = above.iter().position(|r| r.cells.iter().any(|c| label(c) == "構想区域"))?;
    let column = above.get(first)?.cells.iter().position(|c| label(c) == "構想区域")?;
    let at = first + 1 + above.iter().skip(first + 1).position(|r| !r.get(column).is_empty())?;
    Some((merged_headers(above.get(first..at)?), above.get(at)?, above.get(at + 1..)?))
}

struct Values<'a> {
    sheet: &'a Sheet,
    area_code: &'a str,
    period: Period,
    records: Vec<AreaObservationRecord>,
}

impl Values<'_> {
    fn push(&mut self, key: &str, value: Option<f64>, status: Status) {
        let area_code = self.area_code.to_string();
        self.records.push(AreaObservationRecord {
            area_code,
            key: key.to_string(),
            period: self.period,
            value,
            status,
        });
    }

    fn cell(&mut self, row: &Row, at: usize, key: &str, times: f64, log: &mut Log) {
        let printed = row.get(at);
        match (gap(printed), literal::number(printed)) {
            _ if printed.is_empty() => {}
            (Some(status), _) => self.push(key, None, status),
            (None, Some(number)) if number >= 0.0 => {
                let value = number * times;
                self.push(key, Some(if times > 1.0 { value.round() } else { value }), Status::Reported);
            }
            _ => {
                let place = Place::cell(&self.sheet.name, row.number, key, printed);
                log.problem(
                    IssueKind::NotUnderstood,
                    place,
                    "a figure of an area is a number that is not negative; it was left out",
                );
            }
        }
    }

    /// `⑨推計流出患者割合：▲3.5%` → 0.035; `-` and `XXX` → not available.
    fn flows(&mut self, row: &Row, log: &mut Log) {
        for cell in &row.cells {
            for (words, key, sign) in FLOWS {
                let Some((_, printed)) = cell.split_once(words) else {
                    continue;
                };
                let printed = printed.trim_start_matches(['：', ':']).trim();
                let share = literal::number(printed).map(|n| n * sign / 100.0);
                let place = Place::cell(&self.sheet.name, row.number, words, printed);
                match share {
                    Some(share) if (0.0..=1.0).contains(&share) => self.push(key, Some(share), Status::Reported),
                    Some(_) => log.problem(IssueKind::OutOfRange, place, "a share that leaves is printed with ▲, one that comes with +, both up to 100 %; it was left out"),
                    None => {
                        self.push(key, None, Status::NotAvailable);
                        if gap(printed).is_none() {
                            log.note(IssueKind::NotUnderstood, place, "no share is printed");
                        }
                    }
                }
            }
        }
    }
}
