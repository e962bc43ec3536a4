//! Does what is computed on publish keep the gates: years put together, places, and words about the years?

mod course;
mod fed;
mod places;
mod together;

use super::{Inputs, compute};
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::peers::Thresholds;
use domain::period::{Day, Period};
use domain::records::*;
use domain::status::Status;
use domain::{Bilingual, HospitalId, MeasureId};
use store::rows::ObservationRow;
use store::write::ReleaseRows;

/// Large hospitals of one role, whose figures truly differ.
pub(super) const LARGE: usize = 30;

fn thresholds(_: &str) -> Thresholds {
    Thresholds { psychiatric_share: 0.8, acute_beds: 100.0, acute_share: 0.5, chronic_share: 0.5, small_beds: 200.0 }
}

fn text(text: &str) -> Bilingual<String> {
    Bilingual::new(text.to_string(), text.to_string())
}

pub(super) fn id(name: &str) -> HospitalId {
    HospitalId::parse(name).unwrap()
}

pub(super) fn subject(name: &str) -> Subject {
    Subject::Hospital(id(name))
}

pub(super) fn falls() -> MeasureId {
    MeasureId::parse("falls").unwrap()
}

fn hospital(name: &str) -> HospitalRecord {
    HospitalRecord {
        id: id(name),
        name: name.to_string(),
        name_kana: String::new(),
        name_en: String::new(),
        short_name: String::new(),
        country: "JP".to_string(),
        region_code: "15".to_string(),
        municipality_code: "15224".to_string(),
        municipality: "佐渡市".to_string(),
        area_code: "1507".to_string(),
        address: String::new(),
        latitude: None,
        longitude: None,
        point: Point::Unknown,
        url: String::new(),
    }
}

pub(super) fn measure() -> MeasureRecord {
    MeasureRecord {
        id: falls(),
        name: text("Falls"),
        kind: Kind::Proportion,
        direction: Direction::Lower,
        topic: Topic::Safety,
        measure_type: MeasureType::Process,
        unit: String::new(),
        risk_adjusted: None,
        adjusters: Vec::new(),
        shrunken: None,
        national_value: None,
        self_reported: None,
        audited: None,
        voluntary: None,
        counts_episodes: None,
        eligible_hospitals: None,
        min_denominator: None,
        suppression_profile: String::new(),
        plain: text(""),
        why: text(""),
        cannot_tell: text(""),
        owner_warning: text(""),
        means_abroad: String::new(),
    }
}

/// Events among patients in one fiscal year.
pub(super) fn year(name: &str, year: i16, events: f64, patients: f64) -> ObservationRecord {
    ObservationRecord {
        hospital: Subject::Hospital(id(name)),
        measure: falls(),
        period: Period::fiscal_year(year).unwrap(),
        stratum: String::new(),
        numerator: Some(events),
        denominator: Some(patients),
        eligible: None,
        expected: None,
        value: Some(events / patients),
        standard_error: None,
        response_rate: None,
        status: Status::Reported,
        raw: String::new(),
        derived: false,
        footnotes: Vec::new(),
        published_verdict: String::new(),
        source_id: String::new(),
        source_sheet: String::new(),
        source_row: None,
    }
}

pub(super) fn has_role(name: &str, role: &str) -> ContextRecord {
    ContextRecord {
        hospital: Subject::Hospital(id(name)),
        key: "peer_group".to_string(),
        value: role.to_string(),
        valid_from: None,
        valid_to: None,
    }
}

/// Thirty large hospitals between 3 % and 26 % in 2020, 2021 and 2022, and the hospitals that a test adds.
pub(super) fn world(small: &[&str]) -> Batch {
    let mut batch = Batch { measures: vec![measure()], ..Batch::default() };
    for n in 0..LARGE {
        let name = format!("large-{n:02}");
        batch.hospitals.push(hospital(&name));
        batch.context.push(has_role(&name, "regional_acute"));
        for at in [2020, 2021, 2022] {
            #[allow(clippy::cast_precision_loss)]
            batch.observations.push(year(&name, at, 60.0 + 16.0 * n as f64, 2_000.0));
        }
    }
    for name in small {
        batch.hospitals.push(hospital(name));
        batch.context.push(has_role(name, "regional_acute"));
    }
    batch
}

pub(super) fn publish(batch: &Batch) -> ReleaseRows {
    publish_on(batch, None)
}

pub(super) fn publish_on(batch: &Batch, as_of: Option<Day>) -> ReleaseRows {
    compute(&Inputs {
        batch,
        issues: &[],
        moved: &[],
        id: Some("test"),
        as_of,
        input_digest: "00112233",
        previous_id: "",
        thresholds,
    })
}

/// The newest single year of a hospital.
pub(super) fn newest<'a>(rows: &'a ReleaseRows, name: &str) -> &'a ObservationRow {
    rows.observations.iter().rfind(|o| o.hospital_id == name && o.pooled == 0).unwrap()
}

/// Its years put together, where there are any.
pub(super) fn together<'a>(rows: &'a ReleaseRows, name: &str) -> Option<&'a ObservationRow> {
    rows.observations.iter().find(|o| o.hospital_id == name && o.pooled == 1)
}

pub(super) fn struck(area: &str, from: Day, until: Option<Day>) -> EventRecord {
    EventRecord {
        area_code: area.to_string(),
        hospital: None,
        kind: EventKind::Disaster,
        start: from,
        end: until,
        text: text("Flood"),
        source: "prefecture".to_string(),
    }
}

pub(super) fn breaks_on(day: Day) -> MeasureVersionRecord {
    MeasureVersionRecord {
        measure: falls(),
        version: "2".to_string(),
        valid_from: Some(day),
        valid_to: None,
        breaks: Breaks::Definition,
        change: text(""),
    }
}
