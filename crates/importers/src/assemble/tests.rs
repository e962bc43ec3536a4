//! Do several files say one thing together, and is everything that lost told?

use super::*;
use crate::crosswalk::normalise;
use crate::staging::Staging;
use crate::{Options, load_path, package};
use domain::ids::unlinked_facility_id;
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::records::*;
use domain::{Bilingual, Period, Status};
use std::path::PathBuf;

mod corrections;
mod renamed;
mod same_facility;

fn hospital(id: &str, name: &str, point: Option<(f64, f64)>) -> HospitalRecord {
    HospitalRecord {
        id: HospitalId::parse(id).unwrap(),
        name: name.to_string(),
        name_kana: String::new(),
        name_en: String::new(),
        short_name: String::new(),
        country: "JP".to_string(),
        region_code: String::new(),
        municipality_code: "15224".to_string(),
        municipality: String::new(),
        area_code: String::new(),
        address: "新潟県佐渡市架空１".to_string(),
        latitude: point.map(|p| p.0),
        longitude: point.map(|p| p.1),
        point: if point.is_some() { Point::Exact } else { Point::Unknown },
        url: String::new(),
    }
}

fn facility(scheme: &str, name: &str) -> FacilityRecord {
    FacilityRecord {
        scheme: scheme.to_string(),
        value: name.to_string(),
        also: vec![("made-up:1999".to_string(), format!("old {name}"))],
        name: name.to_string(),
        other_names: Vec::new(),
        region_code: "15".to_string(),
        municipality_code: String::new(),
        municipality: "佐渡市".to_string(),
        area_code: String::new(),
        valid_from: None,
        valid_to: None,
    }
}

fn area(code: &str, kind: AreaKind, name: &str, parent: &str, island: bool) -> AreaRecord {
    let name = Bilingual::new(name.to_string(), String::new());
    AreaRecord { code: code.to_string(), kind, name, parent: parent.to_string(), population: None, year: None, island }
}

fn measure_id() -> MeasureId {
    MeasureId::parse("made-up-deaths").unwrap()
}

fn measure() -> MeasureRecord {
    let empty = || Bilingual::new(String::new(), String::new());
    MeasureRecord {
        id: measure_id(),
        name: Bilingual::new("架空".to_string(), "Made up".to_string()),
        kind: Kind::Count,
        direction: Direction::Neutral,
        topic: Topic::Access,
        measure_type: MeasureType::Volume,
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
        plain: empty(),
        why: empty(),
        cannot_tell: empty(),
        owner_warning: empty(),
        means_abroad: String::new(),
    }
}

fn value(of: Subject, value: f64) -> ObservationRecord {
    ObservationRecord {
        hospital: of,
        measure: measure_id(),
        period: Period::fiscal_year(2022).unwrap(),
        stratum: String::new(),
        numerator: None,
        denominator: None,
        eligible: None,
        expected: None,
        value: Some(value),
        standard_error: None,
        response_rate: None,
        status: Status::Reported,
        raw: String::new(),
        derived: false,
        footnotes: Vec::new(),
        published_verdict: String::new(),
        source_id: "made-up".to_string(),
        source_sheet: String::new(),
        source_row: Some(7),
    }
}

fn file(name: &str, batch: Batch) -> Reading {
    let source = SourceRecord { id: name.to_string(), file: name.to_string(), ..SourceRecord::default() };
    let batch = Batch { sources: vec![source], ..batch };
    Reading { kind: "made-up".to_string(), file: name.to_string(), batch: Some(batch), ..Reading::default() }
}

fn register() -> Reading {
    let hospitals = vec![
        hospital("jp-1", "医療法人　架空会　みなと病院", Some((38.0, 138.0))),
        hospital("jp-2", "架空中央病院", None),
    ];
    file("register", Batch { hospitals, ..Batch::default() })
}

fn survey(name: &str, authority: Authority, facilities: &[&str], values: &[f64]) -> Reading {
    let observations = values.iter().enumerate().map(|(i, v)| value(Subject::Facility(i), *v)).collect();
    let facilities = facilities.iter().map(|f| facility("made-up:2022", f)).collect();
    file(name, Batch { authority, facilities, observations, ..Batch::default() })
}

fn put_together(readings: Vec<Reading>) -> Assembled {
    assemble(readings, &[measure()], &[])
}

fn values_of(assembled: &Assembled) -> Vec<(&str, f64)> {
    let told = |o: &'_ ObservationRecord| o.value.unwrap();
    assembled.batch.observations.iter().map(|o| (subject_text(&o.hospital), told(o))).collect()
}

#[test]
fn a_facility_becomes_its_hospital_or_one_of_its_own() {
    let survey = survey("survey", Authority::Official, &["みなと病院", "架空診療所"], &[1.0, 2.0]);
    let assembled = put_together(vec![register(), survey]);
    let own = unlinked_facility_id("15224", &normalise("架空診療所")).unwrap();
    assert_eq!(values_of(&assembled), [("jp-1", 1.0), (own.as_str(), 2.0)]);
    assert!(assembled.batch.facilities.is_empty());
    let clinic = assembled.batch.hospitals.iter().find(|h| h.id == own).unwrap();
    assert_eq!(
        (clinic.name.as_str(), clinic.municipality.as_str(), clinic.region_code.as_str()),
        ("架空診療所", "佐渡市", "15")
    );
    let kept: Vec<_> =
        assembled.batch.identifiers.iter().map(|i| (i.hospital.as_str(), &*i.scheme, i.matched)).collect();
    assert_eq!(
        kept,
        [
            ("jp-1", "made-up:1999", Match::Exact),
            ("jp-1", "made-up:2022", Match::Exact),
            (own.as_str(), "made-up:1999", Match::Given),
            (own.as_str(), "made-up:2022", Match::Given),
        ]
        .map(|(h, s, m)| (h, s, if h == "jp-1" { Match::Suffix } else { m }))
    );
    assert_eq!((assembled.links[0].matched, assembled.links[1].matched), (Some(Match::Suffix), None));
    assert!(assembled.issues.iter().any(|i| i.kind == IssueKind::NotLinked));
}

#[test]
fn a_facility_that_is_linked_later_leaves_its_old_id_behind() {
    let survey = || survey("survey", Authority::Official, &["架空診療所"], &[2.0]);
    let before = put_together(vec![register(), survey()]);
    let own = before.batch.observations[0].hospital.clone();
    let id = HospitalId::parse("jp-2").unwrap();
    let manual_links = vec![("made-up:2022".to_string(), "架空診療所".to_string(), id.clone())];
    let links = Reading { batch: Some(Batch { manual_links, ..Batch::default() }), ..Reading::default() };
    let after = put_together(vec![register(), survey(), links]);
    assert_eq!(values_of(&after), [("jp-2", 2.0)]);
    assert_eq!(after.moved, [(HospitalId::parse(subject_text(&own)).unwrap(), id)]);
    assert!(after.batch.hospitals.iter().all(|h| h.id.as_str() != subject_text(&own)));
}

#[test]
fn a_manual_link_to_nowhere_is_told_and_left_aside() {
    let manual_links =
        vec![("made-up:2022".to_string(), "みなと病院".to_string(), HospitalId::parse("jp-99").unwrap())];
    let links = Reading { batch: Some(Batch { manual_links, ..Batch::default() }), ..Reading::default() };
    let assembled =
        put_together(vec![register(), survey("survey", Authority::Official, &["みなと病院"], &[1.0]), links]);
    assert_eq!(values_of(&assembled), [("jp-1", 1.0)]);
    assert!(assembled.issues.iter().any(|i| i.kind == IssueKind::UnknownReference && i.value == "jp-99"));
}

#[test]
fn unlinked_facilities_of_two_files_with_one_name_are_one() {
    let other = file(
        "other",
        Batch {
            facilities: vec![facility("beds:2025", "架空 診療所")],
            context: vec![ContextRecord {
                hospital: Subject::Facility(0),
                key: "beds_total".to_string(),
                value: "19".to_string(),
                valid_from: None,
                valid_to: None,
            }],
            ..Batch::default()
        },
    );
    let assembled =
        put_together(vec![register(), survey("survey", Authority::Official, &["架空診療所"], &[2.0]), other]);
    assert_eq!(assembled.batch.hospitals.len(), 3);
    assert_eq!(assembled.batch.context[0].hospital, assembled.batch.observations[0].hospital);
}

#[test]
fn a_later_file_replaces_and_is_listed() {
    let first = survey("first", Authority::Official, &["みなと病院"], &[1.0]);
    let second = survey("second", Authority::Official, &["みなと病院"], &[3.0]);
    let assembled = put_together(vec![register(), first, second]);
    assert_eq!(values_of(&assembled), [("jp-1", 3.0)]);
    let replaced: Vec<_> = assembled.issues.iter().filter(|i| i.kind == IssueKind::Replaced).collect();
    assert_eq!((replaced.len(), replaced[0].value.as_str(), replaced[0].row), (1, "1", Some(7)));
    assert!(replaced[0].message.contains("first") && replaced[0].message.contains('3'), "{}", replaced[0]);
}

#[test]
fn official_beats_compiled_in_either_order() {
    let official = || survey("official", Authority::Official, &["みなと病院"], &[1.0]);
    let compiled = || survey("compiled", Authority::Compiled, &["みなと病院"], &[3.0]);
    for order in [vec![register(), official(), compiled()], vec![register(), compiled(), official()]] {
        let assembled = put_together(order);
        assert_eq!(values_of(&assembled), [("jp-1", 1.0)]);
        let overruled: Vec<_> = assembled.issues.iter().filter(|i| i.kind == IssueKind::Overruled).collect();
        assert_eq!((overruled.len(), overruled[0].value.as_str()), (1, "3"));
    }
}

#[test]
fn of_two_facilities_that_are_one_hospital_the_one_linked_by_hand_counts() {
    let id = HospitalId::parse("jp-1").unwrap();
    let manual_links = vec![("made-up:2022".to_string(), "架空診療所".to_string(), id)];
    let links = Reading { batch: Some(Batch { manual_links, ..Batch::default() }), ..Reading::default() };
    let survey = survey("survey", Authority::Official, &["医療法人架空会みなと病院", "架空診療所"], &[1.0, 2.0]);
    let assembled = put_together(vec![register(), survey, links]);
    assert_eq!(values_of(&assembled), [("jp-1", 2.0)]);
    assert!(assembled.issues.iter().any(|i| i.kind == IssueKind::Duplicate && i.value == "1"));
}

#[test]
fn of_two_facilities_that_are_one_hospital_neither_value_is_all_of_it() {
    let mut survey = survey(
        "survey",
        Authority::Official,
        &["医療法人架空会みなと病院", "医療法人　架空会 みなと病院"],
        &[118.0, 1403.0],
    );
    // the second row has the number of the first, so that only its name tells which hospital it is
    survey.batch.as_mut().unwrap().facilities[1].scheme = "made-up:name".to_string();
    let assembled = put_together(vec![register(), survey]);
    let [only] = assembled.batch.observations.as_slice() else { panic!("{:?}", assembled.batch.observations) };
    assert_eq!((only.status, only.value, only.denominator), (Status::NotAvailable, None, None));
    assert!(assembled.issues.iter().any(|i| i.message.contains("118") && i.message.contains("1403")));
}

#[test]
fn another_source_completes_a_hospital_and_a_later_edition_replaces_it() {
    let bare = HospitalRecord { address: String::new(), ..hospital("jp-1", "MINATO", None) };
    let other = || Reading {
        kind: "other".to_string(),
        ..file("other", Batch { hospitals: vec![bare.clone()], ..Batch::default() })
    };
    for order in [vec![register(), other()], vec![other(), register()]] {
        let assembled = put_together(order);
        assert_eq!(assembled.batch.hospitals[0].latitude, Some(38.0));
        assert_eq!(assembled.batch.hospitals[0].address, "新潟県佐渡市架空１");
        assert!(assembled.issues.is_empty());
    }
    let edition = file("edition", Batch { hospitals: vec![bare.clone()], ..Batch::default() });
    let assembled = put_together(vec![register(), edition]);
    assert_eq!(
        (&*assembled.batch.hospitals[0].name, &*assembled.issues[0].value),
        ("MINATO", "医療法人　架空会　みなと病院")
    );
}

#[test]
fn the_newest_division_into_areas_counts() {
    let of_year = |year, name: &str, parent: &str| AreaRecord {
        year: Some(year),
        ..area("1513", AreaKind::MedicalArea, name, parent, false)
    };
    let old = file("old", Batch { areas: vec![of_year(2017, "佐渡", "15")], ..Batch::default() });
    let new = file("new", Batch { areas: vec![of_year(2025, "佐渡圏", "")], ..Batch::default() });
    let assembled = put_together(vec![new, old]);
    assert_eq!(assembled.batch.areas, [of_year(2025, "佐渡圏", "15")]);
}

#[test]
fn limits_go_with_the_value_they_were_published_with() {
    let limit = |lower: f64| LimitRecord {
        hospital: Subject::Facility(0),
        measure: measure_id(),
        period: Period::fiscal_year(2022).unwrap(),
        stratum: String::new(),
        kind: LimitKind::Ci95,
        lower: Some(lower),
        middle: None,
        upper: Some(9.0),
    };
    let with_limit = |name: &str, lower: f64| {
        let mut reading = survey(name, Authority::Official, &["みなと病院"], &[lower]);
        reading.batch.as_mut().unwrap().limits.push(limit(lower));
        reading
    };
    let plain = survey("third", Authority::Official, &["みなと病院"], &[5.0]);
    let assembled = put_together(vec![register(), with_limit("first", 1.0), with_limit("second", 2.0)]);
    assert_eq!(assembled.batch.limits.iter().map(|l| l.lower).collect::<Vec<_>>(), [Some(2.0)]);
    let assembled = put_together(vec![register(), with_limit("first", 1.0), plain]);
    assert!(assembled.batch.limits.is_empty());
}

#[test]
fn places_give_names_areas_islands_and_approximate_points() {
    let areas = vec![
        area("15", AreaKind::Region, "新潟県", "", false),
        area("15224", AreaKind::Municipality, "佐渡市", "1513", false),
        area("", AreaKind::Municipality, "佐渡市", "15", true),
    ];
    let places = file("places", Batch { areas, ..Batch::default() });
    let assembled = put_together(vec![places, register()]);
    let filled = &assembled.batch.hospitals[1];
    assert_eq!(
        (filled.municipality.as_str(), filled.area_code.as_str(), filled.region_code.as_str()),
        ("佐渡市", "1513", "15")
    );
    assert_eq!((filled.latitude, filled.longitude, filled.point), (Some(38.0), Some(138.0), Point::About));
    assert_eq!(assembled.batch.hospitals[0].point, Point::Exact);
    assert_eq!(assembled.batch.context.iter().filter(|c| c.key == "remote_island").count(), 2);
    assert_eq!(assembled.batch.areas.iter().filter(|a| a.island).count(), 1);
    assert!(assembled.batch.areas.iter().all(|a| !a.code.is_empty()));
    let mut back = assembled.batch.hospitals.clone();
    without_filled_points(&mut back);
    assert_eq!((back[1].latitude, back[1].point), (None, Point::Unknown));
    assert_eq!(back[0], assembled.batch.hospitals[0]);
}

#[test]
fn what_nothing_defines_is_left_out_and_told_once() {
    let mut reading = survey("survey", Authority::Official, &["みなと病院"], &[1.0]);
    let observations = &mut reading.batch.as_mut().unwrap().observations;
    let other = MeasureId::parse("made-up-unknown").unwrap();
    let stranger = Subject::Hospital(HospitalId::parse("jp-9").unwrap());
    let period = Period::fiscal_year(2021).unwrap();
    observations.push(ObservationRecord { measure: other.clone(), ..value(Subject::Facility(0), 1.0) });
    observations.push(ObservationRecord { measure: other, period, ..value(Subject::Facility(0), 1.0) });
    observations.push(value(stranger, 1.0));
    let assembled = put_together(vec![register(), reading]);
    assert_eq!(values_of(&assembled), [("jp-1", 1.0)]);
    let unknown: Vec<_> = assembled.issues.iter().filter(|i| i.kind == IssueKind::UnknownReference).collect();
    assert_eq!(unknown.iter().map(|i| &*i.value).collect::<Vec<_>>(), ["jp-9", "made-up-unknown"]);
    assert!(unknown[1].message.contains("2 entries"));
}

#[test]
fn a_package_comes_out_as_it_went_in() {
    let hospitals =
        vec![hospital("jp-1", "架空みなと病院", Some((38.0, 138.0))), hospital("jp-2", "架空中央病院", None)];
    let observations = hospitals.iter().map(|h| value(Subject::Hospital(h.id.clone()), 0.5)).collect();
    let source = SourceRecord { id: "made-up".to_string(), licence: "CC0".to_string(), ..SourceRecord::default() };
    let areas = vec![area("15224", AreaKind::Municipality, "佐渡", "1513", false)];
    let batch = Batch {
        reality: Reality::Fictional,
        title: "架空".to_string(),
        hospitals,
        measures: vec![measure()],
        observations,
        areas,
        sources: vec![source],
        ..Batch::default()
    };
    let written = package::write_package(&batch, "made-up");
    let (read, issues) = package::read_package(&written.iter().cloned().collect(), "made-up");
    assert!(issues.is_empty(), "{issues:?}");
    let reading = Reading { kind: PACKAGE.to_string(), batch: Some(read), ..Reading::default() };
    let mut assembled = assemble(vec![reading], &[], &[]);
    assert_eq!(assembled.batch.hospitals[1].point, Point::About);
    without_filled_points(&mut assembled.batch.hospitals);
    assert_eq!(package::write_package(&assembled.batch, "made-up"), written);
}

#[test]
fn the_official_files_come_together() {
    let data = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data"));
    if !data.exists() {
        println!("skipped: ../shared/data is not there");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let staging = Staging::open(folder.path());
    for path in [
        "jp-navii/01-1_hospital_facility_info_20250601.zip",
        "jp-bed-functions/001723127.xlsx",
        "jp-dpc/dpc_panel_wide.csv",
        "jp-places/prefectures.csv",
        "jp-places/medical_areas_2017.csv",
        "jp-places/island_municipalities.csv",
        "jp-dpc/fy2018_facility_overview.xlsx",
        "jp-dpc/fy2018_mdc_counts.xlsx",
        "us-cms-2024/Hospital_General_Information.csv",
        "us-cms-2024/FY_2024_Hospital_Readmissions_Reduction_Program_Hospital.csv",
        "us-cms-2011/outcome-of-care-measures.csv",
        "uk-shmi/shmi-2013-january.csv",
    ] {
        let input = load_path(&data.join(path)).unwrap();
        // Read once only, when everything is loaded again.
        let reading = Reading { batch: Some(Batch::default()), ..Reading::default() };
        staging.stage(&input, &Options::default(), &reading).unwrap();
    }
    let readings = staging.load_all().unwrap();
    let ids: BTreeSet<MeasureId> =
        readings.iter().flat_map(|r| &r.batch.as_ref().unwrap().observations).map(|o| o.measure.clone()).collect();
    let known: Vec<_> = ids.into_iter().map(|id| MeasureRecord { id, ..measure() }).collect();
    let printed = readings.iter().map(|r| r.batch.as_ref().unwrap().observations.len()).sum::<usize>();
    let assembled = assemble(readings, &known, &[]);
    let batch = &assembled.batch;
    println!(
        "{} hospitals, {} of {printed} observations, {} links, {} moved",
        batch.hospitals.len(),
        batch.observations.len(),
        assembled.links.len(),
        assembled.moved.len()
    );
    for kind in IssueKind::ALL {
        let found: Vec<_> = assembled.issues.iter().filter(|i| i.kind == *kind).collect();
        found.first().inspect(|first| println!("{} × {kind}, e.g. {first}", found.len()));
        if *kind == IssueKind::Duplicate {
            for i in &found {
                println!("{i}");
                for l in assembled.links.iter().filter(|l| i.message.starts_with(l.hospital.as_str())) {
                    println!("    {l:?}");
                }
            }
        }
    }
    let japan = |h: &&HospitalRecord| h.country == "JP" && (h.municipality.is_empty() || h.region_code.is_empty());
    let nameless: Vec<_> =
        batch.hospitals.iter().filter(japan).map(|h| (&h.id, &h.name, &h.municipality_code)).collect();
    println!("{} without municipality, e.g. {:?}", nameless.len(), nameless.iter().take(5).collect::<Vec<_>>());
    let islands: BTreeSet<_> = batch.context.iter().filter(|c| c.key == "remote_island").map(|c| &c.hospital).collect();
    println!("{} hospitals on islands", islands.len());
    // a town of which no source prints a point has none: the middle of its medical area may lie a day's walk away
    let nowhere = batch.hospitals.iter().filter(|h| h.country == "JP" && h.latitude.is_none());
    let (lost, with_town) = (nowhere.clone().count(), nowhere.filter(|h| !h.municipality.is_empty()).count());
    assert_eq!((lost, with_town), (365, 229), "of these files, so many have no point, and so many of them a town");
    assert!(batch.hospitals.len() > 7_587);
    let numbers: HashSet<_> = batch.identifiers.iter().map(|i| (&i.scheme, &i.value)).collect();
    assert_eq!(numbers.len(), batch.identifiers.len(), "a number belongs to two hospitals");
    assert!(batch.hospitals.windows(2).all(|pair| pair[0].id < pair[1].id));
}
