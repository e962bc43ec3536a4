//! Do areas answer, and are their values the sums of their hospitals, on invented and on real files?

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use domain::MeasureId;
use domain::period::Period;
use domain::records::Batch;
use domain::variation::Level;
use domain::view_spec::ViewSpec;
use importers::assemble::assemble;
use importers::{Options, load_path, read};
use reports::publish::{Inputs, compute};
use reports::{ReportError, Reports};
use std::collections::BTreeMap;
use std::path::Path;
use store::write::{ReleaseRows, point_current_at};

fn computed(batch: &Batch) -> ReleaseRows {
    compute(&Inputs {
        batch,
        issues: &[],
        moved: &[],
        id: Some("variation"),
        as_of: None,
        input_digest: "0011223344556677",
        previous_id: "",
        thresholds: |country| content::peer_groups(country).unwrap().thresholds,
    })
}

async fn demonstration(data: &Path) -> Reports {
    let package = data.join("package");
    let [_, second] = demonstration::packages().unwrap();
    demonstration::write(&second, &package).unwrap();
    let assembled = assemble(vec![read(&load_path(&package).unwrap(), &Options::default())], &[], &[]);
    let folder = data.join("releases");
    store::ReleaseWriter::new(&folder).write(&computed(&assembled.batch)).await.unwrap();
    point_current_at(&folder, "variation").unwrap();
    Reports::open(data).await.unwrap()
}

#[tokio::test]
async fn every_area_of_the_list_answers_and_an_unknown_one_is_not_found() {
    let data = tempfile::tempdir().unwrap();
    let reports = demonstration(data.path()).await;
    let view = ViewSpec::default();
    let list = reports.areas(&view).await.unwrap();
    assert_eq!(list.regions.len(), 47);
    let mut hospitals = 0;
    for (region, count, inside) in &list.regions {
        let report = reports.area(&region.code, &view).await.unwrap();
        assert_eq!((report.level, report.hospitals()), (Level::Region, *count), "{}", region.code);
        assert_eq!(report.parts.len(), inside.len());
        assert_eq!(report.parts.iter().map(|p| p.hospitals).sum::<u32>(), *count);
        assert!(!report.measures.is_empty() && report.flows.len() == inside.len(), "{}", region.code);
        hospitals += count;
    }
    assert!(hospitals > 1000);
    let (code, name) = ("1507", reports.area("1507", &view).await.unwrap());
    assert_eq!((name.level, name.region.code.as_str(), name.area.code.as_str()), (Level::MedicalArea, "15", code));
    for unknown in ["99", "9999", "zz"] {
        let answer = reports.area(unknown, &view).await;
        assert!(matches!(answer, Err(ReportError::NotFound { kind: "area", .. })), "{unknown}");
    }
}

#[tokio::test]
async fn an_area_names_the_one_place_and_says_that_masked_ones_may_be_more() {
    let data = tempfile::tempdir().unwrap();
    let reports = demonstration(data.path()).await;
    let sado = reports.area("1507", &ViewSpec::default()).await.unwrap();
    let births = sado.care.iter().find(|c| c.measure.id.as_str() == "demo-deliveries").unwrap();
    assert_eq!(births.areas.len(), 1);
    assert_eq!(births.areas[0].providing, 1);
    assert!(births.areas[0].sole.is_some());
    assert!(sado.parts[0].all_islands);
}

#[tokio::test]
async fn a_measure_tells_its_variation_and_who_clearly_improved_with_their_practice() {
    let data = tempfile::tempdir().unwrap();
    let reports = demonstration(data.path()).await;
    let view = ViewSpec::default();
    let (mut named, mut told, mut words) = (0, 0, 0);
    for (measure, ..) in reports.measures(&view).await.unwrap().measures {
        let report = reports.measure(&measure.id, &view).await.unwrap();
        assert_eq!(report.variation.len(), 3);
        for level in &report.variation {
            assert!(level.years.iter().all(|y| y.units >= 10), "{}", measure.id);
            words += usize::from(level.course.is_some());
        }
        let Some(improvement) = report.improvement else { continue };
        assert!(!measure.crude_outcome && improvement.by_chance < 1.0 && improvement.hospitals.len() <= 10);
        let regions: Vec<&str> =
            improvement.hospitals.iter().map(|h| h.last.figure().hospital.region.as_str()).collect();
        assert!(regions.is_sorted(), "in order of place: {regions:?}");
        named += improvement.hospitals.len();
        told += improvement.hospitals.iter().filter(|h| !h.practice.is_empty()).count();
    }
    assert!(named > 0 && words > 0, "{named} improved, {told} with a practice, {words} words");
    println!("{named} improved, {told} with a practice, {words} words");
}

#[test]
fn the_prefectures_of_japan_are_the_sums_of_their_hospitals() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/jp-dpc/dpc_panel_wide.csv");
    let places = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/jp-places/prefectures.csv");
    if !file.exists() || !places.exists() {
        println!("skipped: the discharge survey is not here");
        return;
    }
    let readings = [&file, &places].map(|f| read(&load_path(f).unwrap(), &Options::default())).into();
    let known: Vec<_> = content::measures().unwrap().iter().map(|m| m.record.clone()).collect();
    let mut batch = assemble(readings, &known, &[]).batch;
    let (measure, year) = (MeasureId::parse("jp-dpc-readmission").unwrap(), Period::fiscal_year(2022).unwrap());
    batch.observations.retain(|o| o.measure == measure && o.period == year && o.stratum.is_empty());
    let rows = computed(&batch);
    let regions: Vec<_> = rows.area_values.iter().filter(|r| r.kind == "region").collect();
    assert_eq!(regions.len(), 47);
    let region_of: BTreeMap<&str, &str> =
        rows.hospitals.iter().map(|h| (h.id.as_str(), h.region_code.as_str())).collect();
    let mut sums: BTreeMap<&str, (f64, f64, i64)> = BTreeMap::new();
    for o in rows.observations.iter().filter(|o| o.value.is_some()) {
        let sum = sums.entry(region_of[o.hospital_id.as_str()]).or_default();
        *sum = (sum.0 + o.numerator.unwrap(), sum.1 + o.denominator.unwrap(), sum.2 + 1);
    }
    for region in &regions {
        let (events, patients, hospitals) = sums[region.area_code.as_str()];
        assert_eq!(region.hospitals, hospitals);
        assert!((region.value - events / patients).abs() < 1e-12, "{region:?}");
    }
    let (events, patients) = sums.values().fold((0.0, 0.0), |all, s| (all.0 + s.0, all.1 + s.1));
    let national = rows.spreads.iter().find(|s| s.peer_group.is_empty()).unwrap();
    assert!((national.target.unwrap() - events / patients).abs() < 1e-4, "{national:?}");
    assert_eq!(regions.iter().map(|r| r.hospitals).sum::<i64>(), national.reported);
}
