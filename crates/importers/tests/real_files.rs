//! Do the official files give the totals that were counted by hand?
//!
//! The files are not part of the repository; where they are absent the tests say so and pass.

use domain::Status;
use domain::issue::{IssueKind, Severity};
use domain::records::{AreaKind, Batch, Point, Subject};
use importers::{Options, Reading, load_path, read};
use std::collections::BTreeSet;
use std::path::PathBuf;

fn real(path: &str) -> Option<Reading> {
    let full = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(path);
    if !full.exists() {
        println!("skipped: ../shared/data/{path} is not there");
        return None;
    }
    let input = load_path(&full).unwrap_or_else(|issue| panic!("{issue}"));
    let reading = read(&input, &Options::default());
    println!("{path}: {} {:?}", reading.kind, reading.taken);
    for issue in reading.issues.iter().filter(|i| i.severity != Severity::Note).take(10) {
        println!("  {issue}");
    }
    Some(reading)
}

fn of_kind(reading: &Reading, kind: IssueKind) -> usize {
    reading.issues.iter().filter(|i| i.kind == kind).count()
}

fn problems(reading: &Reading) -> usize {
    reading.issues.iter().filter(|i| i.severity != Severity::Note).count()
}

fn values<'a>(batch: &'a Batch, measure: &'a str) -> impl Iterator<Item = &'a domain::records::ObservationRecord> {
    batch.observations.iter().filter(move |o| o.measure.as_str() == measure)
}

#[test]
fn the_register_lists_7587_hospitals_of_which_270_have_no_place() {
    let Some(reading) = real("jp-navii/01-1_hospital_facility_info_20250601.zip") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(reading.kind, "navii-register");
    assert_eq!(batch.hospitals.len(), 7_587);
    assert_eq!(batch.identifiers.len(), 7_587);
    assert_eq!(of_kind(&reading, IssueKind::UnknownPlace), 270);
    assert_eq!(problems(&reading), 0);
    assert_eq!(batch.hospitals.iter().filter(|h| h.point == Point::Unknown).count(), 270);
    let prefectures: BTreeSet<&str> = batch.hospitals.iter().map(|h| h.region_code.as_str()).collect();
    assert_eq!(prefectures.len(), 47);
    assert_eq!(batch.sources[0].published.unwrap().to_string(), "2025-06-01");
    let sapporo = batch.hospitals.iter().find(|h| h.id.as_str() == "jp-0111010000010").unwrap();
    assert_eq!(
        (sapporo.municipality_code.as_str(), sapporo.name_en.as_str()),
        ("01101", "Sapporo Medical University Hospital")
    );
    let fact = |key: &str| {
        let subject = Subject::Hospital(sapporo.id.clone());
        batch.context.iter().find(|c| c.hospital == subject && c.key == key).map(|c| c.value.as_str())
    };
    assert_eq!(fact("beds_total"), Some("848"));
    assert_eq!(fact("beds_psychiatric"), Some("32"));
    assert_eq!((fact("closed_sun"), fact("closed_mon"), fact("closed_holiday")), (Some("1"), None, Some("1")));
}

#[test]
fn the_places_have_47_prefectures_1896_municipalities_and_63_islands() {
    let Some(reading) = real("jp-places/prefectures.csv") else {
        return;
    };
    let areas = &reading.batch.as_ref().unwrap().areas;
    assert_eq!((areas.len(), areas[46].code.as_str(), areas[46].name.en.as_str()), (47, "47", "Okinawa"));
    let Some(reading) = real("jp-places/medical_areas_2017.csv") else {
        return;
    };
    let areas = &reading.batch.as_ref().unwrap().areas;
    assert_eq!(areas.iter().filter(|a| a.kind == AreaKind::Municipality).count(), 1_896);
    assert_eq!(areas.iter().filter(|a| a.kind == AreaKind::MedicalArea).count(), 344);
    assert!(areas.iter().all(|a| a.year == Some(2017)));
    let Some(reading) = real("jp-places/island_municipalities.csv") else {
        return;
    };
    let areas = &reading.batch.as_ref().unwrap().areas;
    assert_eq!(areas.iter().filter(|a| a.island).count(), 63);
    assert_eq!(problems(&reading), 0);
}

#[test]
fn the_bed_functions_hold_11760_facilities_and_1203015_beds() {
    let Some(reading) = real("jp-bed-functions/001723127.xlsx") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(problems(&reading), 0);
    assert_eq!(batch.facilities.len(), 11_760);
    assert_eq!(batch.facilities[0].scheme, "bed-functions:2025");
    assert_eq!(batch.areas.len(), 339);
    let beds = || batch.context.iter().filter(|c| c.key == "beds_reported");
    assert_eq!(beds().filter_map(|c| c.value.parse::<u32>().ok()).sum::<u32>(), 1_203_015);
    assert_eq!(beds().filter(|c| c.value == "not_reported").count(), 162);
    let ambulances = || values(batch, "jp-bed-ambulances");
    assert_eq!(ambulances().filter(|o| o.status == Status::NotDisclosed && o.raw == "*").count(), 1_422);
    assert_eq!(ambulances().filter(|o| o.status == Status::NotReported).count(), 162);
    assert_eq!(ambulances().filter_map(|o| o.value).sum::<f64>(), 6_623_794.0);
    let of_area =
        |code: &str, key: &str| batch.area_observations.iter().find(|a| a.area_code == code && a.key == key).cloned();
    assert_eq!(of_area("0101", "population").unwrap().value, Some(359_223.0));
    assert_eq!(of_area("0101", "outflow_share").unwrap().value, Some(0.035));
    assert_eq!(of_area("0101", "inflow_share").unwrap().value, Some(0.085));
    assert_eq!(of_area("0102", "inflow_share").unwrap().status, Status::NotAvailable);
    assert_eq!(of_area("2405", "outflow_share").unwrap().status, Status::NotAvailable);
    assert_eq!(of_area("0101", "beds_needed_recovery").unwrap().value, Some(1_618.0));
    let hakodate = values(batch, "jp-bed-operations").next().unwrap();
    assert_eq!(
        (hakodate.value, hakodate.source_sheet.as_str(), hakodate.source_row),
        (Some(5_819.0), "101北海道南渡島", Some(14))
    );
    assert_eq!(hakodate.period.to_string(), "2024-04-01/2025-03-31");
}

#[test]
fn the_panel_holds_eleven_years_of_4806_facilities() {
    let Some(reading) = real("jp-dpc/dpc_panel_wide.csv") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(reading.kind, "jp-dpc-panel");
    assert_eq!(problems(&reading), 2, "two hospitals print an upper quartile of 0");
    assert_eq!(of_kind(&reading, IssueKind::NoLicence), 1);
    assert_eq!(of_kind(&reading, IssueKind::Duplicate), 8);
    assert_eq!(batch.facilities.len(), 4_806);
    let keys: BTreeSet<(&str, &str)> = batch.facilities.iter().map(|f| (f.scheme.as_str(), f.value.as_str())).collect();
    assert_eq!(keys.len(), 4_806);
    assert_eq!(values(batch, "jp-dpc-volume").count(), 37_979);
    assert_eq!(values(batch, "jp-dpc-volume").filter(|o| o.period.as_fiscal_year() == Some(2022)).count(), 4_538);
    for measure in ["jp-dpc-readmission", "jp-dpc-deaths"] {
        assert_eq!(values(batch, measure).filter(|o| o.numerator.is_some() && o.derived).count(), 37_979, "{measure}");
    }
    assert_eq!(values(batch, "jp-dpc-unplanned").count(), 37_979 - 4_538);
    assert!(values(batch, "jp-dpc-unplanned").all(|o| o.numerator.is_none() && o.denominator.is_none()));
    let stay = values(batch, "jp-dpc-los").next().unwrap();
    let expected = 19.865_353_911_655_1 * 1.191_368 / 1_879.0_f64.sqrt();
    assert!((stay.standard_error.unwrap() - expected).abs() < 1e-12);
    assert_eq!(batch.limits.len(), 37_979 - 2);
}

#[test]
fn cms_2011_has_4706_hospitals_and_their_published_verdicts() {
    let Some(reading) = real("us-cms-2011/outcome-of-care-measures.csv") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(problems(&reading), 0);
    assert_eq!(batch.hospitals.len(), 4_706);
    assert!(
        batch.hospitals.iter().any(|h| h.id.as_str() == "us-01014F")
            && batch.hospitals.iter().any(|h| h.id.as_str() == "us-010001")
    );
    let deaths = || values(batch, "us-2011-mort-30-ami");
    assert_eq!(deaths().count(), 4_706);
    assert_eq!(deaths().filter(|o| o.status == Status::Reported).count(), 4_706 - 1_986);
    assert_eq!(deaths().filter(|o| o.status == Status::TooFew).count(), 1_612);
    assert_eq!(deaths().filter(|o| o.published_verdict == "Better than U.S. National Rate").count(), 71);
    let reported: Vec<_> = deaths().filter(|o| o.status == Status::Reported).collect();
    assert!(reported.iter().all(|o| o.value.is_some_and(|v| v < 0.3) && o.denominator.is_some_and(|n| n >= 25.0)));
    let limits = batch.limits.iter().filter(|l| l.measure.as_str() == "us-2011-mort-30-ami");
    assert_eq!(limits.filter(|l| l.lower < l.upper).count(), 2_720);
}

#[test]
fn cms_2024_has_12077_numeric_ratios_of_3129_hospitals() {
    let Some(reading) = real("us-cms-2024/FY_2024_Hospital_Readmissions_Reduction_Program_Hospital.csv") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(problems(&reading), 0);
    assert_eq!((batch.observations.len(), batch.hospitals.len()), (18_774, 3_129));
    assert_eq!(batch.observations.iter().filter(|o| o.value.is_some()).count(), 12_077);
    assert_eq!(batch.observations.iter().filter(|o| o.status == Status::TooFew).count(), 3_204);
    assert_eq!(batch.observations.iter().filter(|o| o.status == Status::NotApplicable).count(), 204);
    let heart = values(batch, "us-hrrp-hf").next().unwrap();
    assert_eq!((heart.value, heart.denominator), (Some(1.1003), Some(616.0)));
    assert!((heart.expected.unwrap() - 129.47).abs() < 0.01);
    assert_eq!(heart.period.to_string(), "2019-07-01/2022-06-30");
    let Some(reading) = real("us-cms-2024/FY_2024_HAC_Reduction_Program_Hospital.csv") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(problems(&reading), 0);
    assert_eq!(batch.observations.len(), 3_129 * 7);
    assert_eq!(values(batch, "us-hac-psi-90").filter(|o| o.value.is_some()).count(), 3_129 - 263);
    let Some(reading) = real("us-cms-2024/Maternal_Health-Hospital.csv") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(
        (problems(&reading), of_kind(&reading, IssueKind::Duplicate)),
        (17, 17),
        "17 hospitals stand twice for PC_05"
    );
    assert_eq!(batch.observations.len(), 13_804 - 17);
    assert_eq!(values(batch, "us-maternal-sm-7").filter(|o| o.status == Status::NotApplicable).count(), 1_129);
    let Some(reading) = real("us-cms-2024/Hospital_General_Information.csv") else {
        return;
    };
    assert_eq!(reading.batch.as_ref().unwrap().hospitals.len(), 5_398);
    let Some(reading) = real("us-cms-2024/Footnote_Crosswalk.csv") else {
        return;
    };
    assert_eq!(reading.batch.as_ref().unwrap().footnotes.len(), 14 * 32);
}

#[test]
fn shmi_has_142_trusts_271691_deaths_and_bands_of_11_115_and_16() {
    let Some(reading) = real("uk-shmi/shmi-2013-january.csv") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(problems(&reading), 0);
    assert_eq!(batch.observations.len(), 142);
    assert_eq!(batch.observations.iter().filter_map(|o| o.numerator).sum::<f64>(), 271_691.0);
    let band = |name: &str| batch.observations.iter().filter(|o| o.published_verdict == name).count();
    assert_eq!((band("1"), band("2"), band("3")), (11, 115, 16));
    assert_eq!(batch.limits.len(), 284);
    assert_eq!(batch.observations[0].period.to_string(), "2011-07-01/2012-06-30");
}

#[test]
fn tables_that_only_describe_others_are_known_and_give_nothing() {
    for path in ["us-cms-2024/Measure_Dates.csv", "jp-navii/001306376.xlsx"] {
        let Some(reading) = real(path) else { return };
        assert!(reading.batch.is_some() && reading.taken.is_empty(), "{path}");
        assert_eq!(problems(&reading), 0, "{path}");
    }
}

#[test]
fn the_dpc_counts_of_fy2018_sum_to_11256227_with_110330_masked() {
    let Some(reading) = real("jp-dpc/fy2018_mdc_counts.xlsx") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(problems(&reading), 0);
    assert_eq!(batch.facilities.len(), 4_764);
    let printed: Vec<f64> = batch.observations.iter().filter_map(|o| o.value).collect();
    assert_eq!((printed.len(), printed.iter().sum::<f64>()), (61_174, 11_256_227.0));
    assert_eq!(batch.observations.iter().filter(|o| o.status == Status::Suppressed && o.raw == "-").count(), 110_330);
    let first = &batch.observations[0];
    assert_eq!(
        (first.stratum.as_str(), first.value, first.period.as_fiscal_year()),
        ("01-noop", Some(975.0), Some(2018))
    );
}

#[test]
fn the_dpc_overview_of_fy2018_lists_4764_facilities_their_footnotes_and_mergers() {
    let Some(reading) = real("jp-dpc/fy2018_facility_overview.xlsx") else {
        return;
    };
    let batch = reading.batch.as_ref().unwrap();
    assert_eq!(problems(&reading), 0);
    assert_eq!(batch.facilities.iter().filter(|f| !f.municipality_code.is_empty()).count(), 4_764);
    assert_eq!(batch.facilities[0].scheme, "dpc:2018");
    assert_eq!(batch.facilities[3].region_code, "02");
    assert_eq!(batch.footnotes.len(), 12);
    assert!(batch.successors.len() >= 6, "{}", batch.successors.len());
}
