//! Do areas, words about the years and improved hospitals come out of a batch as the rules say?

use crate::publish::{Inputs, compute};
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::period::{Day, Period};
use domain::records::{
    Batch, Breaks, EventKind, EventRecord, HospitalRecord, MeasureRecord, MeasureVersionRecord, ObservationRecord,
    Point, Subject,
};
use domain::status::Status;
use domain::{Bilingual, HospitalId, MeasureId};
use store::write::ReleaseRows;

fn thresholds(_: &str) -> domain::peers::Thresholds {
    domain::peers::Thresholds {
        psychiatric_share: 0.8,
        acute_beds: 100.0,
        acute_share: 0.5,
        chronic_share: 0.5,
        small_beds: 200.0,
    }
}

fn id(text: &str) -> MeasureId {
    MeasureId::parse(text).unwrap()
}

fn measure(name: &str, kind: Kind, direction: Direction, measure_type: MeasureType) -> MeasureRecord {
    let nothing = || Bilingual::new(String::new(), String::new());
    MeasureRecord {
        id: id(name),
        name: nothing(),
        kind,
        direction,
        topic: Topic::Outcomes,
        measure_type,
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
        plain: nothing(),
        why: nothing(),
        cannot_tell: nothing(),
        owner_warning: nothing(),
        means_abroad: String::new(),
    }
}

fn hospital(number: usize, region: usize) -> HospitalRecord {
    HospitalRecord {
        id: HospitalId::parse(&format!("h-{number:04}")).unwrap(),
        name: format!("病院{number}"),
        name_kana: String::new(),
        name_en: String::new(),
        short_name: String::new(),
        country: "JP".to_string(),
        region_code: format!("{region:02}"),
        municipality_code: String::new(),
        municipality: String::new(),
        area_code: format!("{region:02}{:02}", number % 2),
        address: String::new(),
        latitude: None,
        longitude: None,
        point: Point::Unknown,
        url: String::new(),
    }
}

fn events_among(hospital: &HospitalId, year: i16, events: f64, patients: f64) -> ObservationRecord {
    ObservationRecord {
        hospital: Subject::Hospital(hospital.clone()),
        measure: id("given-in-time"),
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

/// Twelve regions of four hospitals each; their shares lie `spread(year)` apart, and rise with the region.
fn country(years: std::ops::RangeInclusive<i16>, spread: impl Fn(i16) -> f64) -> Batch {
    let mut batch = Batch {
        measures: vec![measure("given-in-time", Kind::Proportion, Direction::Higher, MeasureType::Process)],
        ..Batch::default()
    };
    for number in 0..48usize {
        let hospital = hospital(number, 1 + number / 4);
        for year in years.clone() {
            #[allow(clippy::cast_precision_loss)]
            let share = 0.5 + spread(year) * ((number / 4) as f64 - 5.5) / 5.5;
            batch.observations.push(events_among(&hospital.id, year, (share * 2000.0).round(), 2000.0));
        }
        batch.hospitals.push(hospital);
    }
    batch
}

fn published(batch: &Batch) -> ReleaseRows {
    compute(&Inputs {
        batch,
        issues: &[],
        moved: &[],
        id: Some("r"),
        as_of: None,
        input_digest: "0011223344556677",
        previous_id: "",
        thresholds,
    })
}

fn course(rows: &ReleaseRows, level: &str) -> Option<String> {
    rows.variation_courses.iter().find(|r| r.level == level).map(|r| r.course.clone())
}

#[test]
fn an_area_is_the_sum_of_its_hospitals() {
    let batch = country(2020..=2020, |_| 0.3);
    let rows = published(&batch);
    let first = rows.area_values.iter().find(|r| r.kind == "region" && r.area_code == "01").unwrap();
    assert_eq!(first.hospitals, 4);
    assert!((first.value - 0.2).abs() < 1e-12, "1,600 of 8,000");
    assert!(first.interval_low < 0.2 && first.interval_high > 0.2 && first.interval_high - first.interval_low < 0.02);
    assert_eq!(rows.area_values.iter().filter(|r| r.kind == "region").count(), 12);
    assert_eq!(rows.area_values.iter().filter(|r| r.kind == "medical_area").count(), 24);
    let all: i64 = rows.area_values.iter().filter(|r| r.kind == "region").map(|r| r.hospitals).sum();
    assert_eq!(all, 48);
}

#[test]
fn an_area_in_which_hardly_anything_can_happen_has_no_value() {
    let mut batch = country(2020..=2020, |_| 0.0);
    for observation in &mut batch.observations[..4] {
        (observation.numerator, observation.denominator, observation.value) = (Some(0.0), Some(2.0), Some(0.0));
    }
    let rows = published(&batch);
    let regions: Vec<&str> =
        rows.area_values.iter().filter(|r| r.kind == "region").map(|r| r.area_code.as_str()).collect();
    assert!(regions.len() == 11 && !regions.contains(&"01"), "4 events of 8 patients are expected: {regions:?}");
}

#[test]
fn what_is_masked_or_touched_by_a_disaster_is_no_part_of_an_area() {
    let mut batch = country(2020..=2020, |_| 0.3);
    let masked = &mut batch.observations[0];
    (masked.status, masked.numerator, masked.value) = (Status::Suppressed, None, None);
    batch.events.push(EventRecord {
        area_code: "02".to_string(),
        hospital: None,
        kind: EventKind::Disaster,
        start: Day::constant(2020, 7, 1),
        end: Some(Day::constant(2020, 9, 1)),
        text: Bilingual::new(String::new(), String::new()),
        source: String::new(),
    });
    let rows = published(&batch);
    let region = |code: &str| rows.area_values.iter().find(|r| r.kind == "region" && r.area_code == code);
    assert_eq!(region("01").unwrap().hospitals, 3);
    assert!(region("02").is_none());
    assert_eq!(rows.variations.iter().find(|r| r.level == "region").unwrap().units, 11);
    assert_eq!(rows.variations.iter().find(|r| r.level == "hospital").unwrap().units, 43);
}

#[test]
fn a_high_region_is_held_against_a_low_one_without_chance() {
    let rows = published(&country(2020..=2020, |_| 0.3));
    let region = rows.variations.iter().find(|r| r.level == "region").unwrap();
    let (ratio, low, high) = (region.ratio.unwrap(), region.low.unwrap(), region.high.unwrap());
    assert!(low < ratio && ratio < high, "{low} {ratio} {high}");
    assert!((2.0..5.0).contains(&ratio), "{ratio}");
    let same = published(&country(2020..=2020, |_| 0.0));
    let same = same.variations.iter().find(|r| r.level == "region").unwrap();
    assert!((same.ratio.unwrap() - 1.0).abs() < 1e-9, "nothing but chance");
}

#[test]
fn differences_that_shrink_get_their_word_and_two_years_get_none() {
    let shrinking = |year: i16| 0.35 - 0.06 * f64::from(year - 2018);
    let rows = published(&country(2018..=2022, shrinking));
    assert_eq!(course(&rows, "hospital").as_deref(), Some("narrowing"));
    let growing = published(&country(2018..=2022, |year| 0.05 + 0.06 * f64::from(year - 2018)));
    assert_eq!(course(&growing, "hospital").as_deref(), Some("widening"));
    let steady = published(&country(2018..=2022, |_| 0.2));
    assert_eq!(course(&steady, "hospital").as_deref(), Some("no_clear_change"));
    assert_eq!(course(&published(&country(2021..=2022, shrinking)), "hospital"), None);
}

#[test]
fn hospitals_that_join_the_survey_do_not_drive_areas_apart() {
    let spread = |year: i16| 0.05 + 0.06 * f64::from(year - 2018);
    assert_eq!(course(&published(&country(2018..=2022, spread)), "region").as_deref(), Some("widening"));
    // the same growing spread, but only among hospitals of which each is new in its year
    let mut batch = country(2018..=2022, |_| 0.1);
    let lasting = batch.hospitals.len();
    for (at, year) in (2018..=2022).enumerate() {
        let joining = country(year..=year, |year| 0.05 + 0.1 * f64::from(year - 2018));
        for (mut hospital, mut observation) in joining.hospitals.into_iter().zip(joining.observations) {
            hospital.id = HospitalId::parse(&format!("new-{at}-{}", hospital.id)).unwrap();
            observation.hospital = Subject::Hospital(hospital.id.clone());
            batch.hospitals.push(hospital);
            batch.observations.push(observation);
        }
    }
    assert_eq!(batch.hospitals.len(), lasting * 6);
    assert_eq!(course(&published(&batch), "region").as_deref(), Some("no_clear_change"));
}

#[test]
fn a_break_of_definition_or_scope_is_never_crossed() {
    let mut batch = country(2018..=2022, |year| 0.35 - 0.06 * f64::from(year - 2018));
    for breaks in [Breaks::Definition, Breaks::Scope] {
        batch.measure_versions = vec![MeasureVersionRecord {
            measure: id("given-in-time"),
            version: "new".to_string(),
            valid_from: Some(Day::constant(2021, 4, 1)),
            valid_to: None,
            breaks,
            change: Bilingual::new(String::new(), String::new()),
        }];
        assert_eq!(course(&published(&batch), "hospital"), None, "{breaks}");
        batch.measure_versions[0].valid_from = Some(Day::constant(2020, 4, 1));
        let rows = published(&batch);
        let kept = rows.variation_courses.iter().find(|r| r.level == "hospital").unwrap();
        assert_eq!((kept.periods, kept.first_end.as_str()), (3, "2021-03-31"), "{breaks}");
    }
}

#[test]
fn the_order_of_hospitals_and_values_changes_nothing() {
    let mut batch = country(2018..=2022, |_| 0.3);
    let before = published(&batch);
    batch.hospitals.reverse();
    batch.observations.reverse();
    batch.observations.swap(3, 77);
    let after = published(&batch);
    assert_eq!(before.area_values, after.area_values);
    assert_eq!(before.variations, after.variations);
    assert_eq!(before.variation_courses, after.variation_courses);
    assert_eq!(before.improved, after.improved);
}

#[test]
fn only_a_steady_rise_toward_the_better_end_is_a_clear_improvement() {
    let mut batch = country(2018..=2022, |_| 0.2);
    let better = batch.hospitals[5].id.clone();
    for o in batch.observations.iter_mut().filter(|o| o.hospital == Subject::Hospital(better.clone())) {
        let events = 500.0 + 150.0 * f64::from(o.period.start.year() - 2018);
        (o.numerator, o.value) = (Some(events), Some(events / 2000.0));
    }
    let rows = published(&batch);
    let named: Vec<&str> = rows.improved.iter().map(|r| r.hospital_id.as_str()).collect();
    assert_eq!(named, [better.as_str()]);
    let test = &rows.improvements[0];
    assert_eq!((test.tested, test.improved), (48, 1));
    assert!(test.by_chance < 1.0);
    batch.measures[0].direction = Direction::Lower;
    assert!(published(&batch).improved.is_empty(), "a rise away from the better end");
    batch.measures[0].direction = Direction::Higher;
    batch.measures[0].measure_type = MeasureType::Outcome;
    assert!(published(&batch).improvements.is_empty(), "a crude outcome improves nobody");
}

#[test]
fn plain_counts_and_shrunken_values_have_no_variation() {
    let mut batch = country(2020..=2020, |_| 0.3);
    batch.measures[0].shrunken = Some(true);
    assert!(published(&batch).variations.is_empty());
    batch.measures[0].shrunken = None;
    batch.measures[0].kind = Kind::Count;
    assert!(published(&batch).area_values.is_empty());
}

#[test]
fn fewer_than_ten_areas_are_not_compared() {
    let mut batch = country(2020..=2020, |_| 0.3);
    batch.hospitals.truncate(36);
    let rows = published(&batch);
    assert_eq!(rows.area_values.iter().filter(|r| r.kind == "region").count(), 9);
    assert!(rows.variations.iter().all(|r| r.level != "region"));
}

#[test]
fn one_printed_provider_is_named_and_masked_ones_are_counted_apart() {
    let mut batch = country(2020..=2020, |_| 0.3);
    batch.measures.push(measure("jp-bed-deliveries", Kind::Count, Direction::Neutral, MeasureType::Volume));
    let births = |hospital: usize, births: Option<f64>| ObservationRecord {
        measure: id("jp-bed-deliveries"),
        numerator: births,
        denominator: None,
        value: births,
        status: if births.is_some() { Status::Reported } else { Status::NotReported },
        ..events_among(&batch.hospitals[hospital].id, 2024, 0.0, 1.0)
    };
    let printed = [births(0, Some(120.0)), births(2, Some(0.0)), births(1, None), births(3, Some(0.0))];
    batch.observations.extend(printed);
    let rows = published(&batch);
    let area = |code: &str| rows.provisions.iter().find(|r| r.area_code == code).unwrap();
    assert_eq!((area("0100").providing, area("0100").sole_hospital_id.as_str()), (1, "h-0000"));
    let none = area("0101");
    assert_eq!((none.providing, none.not_providing, none.unknown), (0, 1, 1));
    assert_eq!(none.sole_hospital_id, "");
}
