//! Does a release made from the fictional package keep what the rules promise, from file to answer?

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use domain::view_spec::{Key, ViewSpec};
use domain::{HospitalId, MeasureId, Verdict};
use importers::assemble::assemble;
use importers::{Options, RawInput, load_path, read};
use reports::model::{Outcome, Places};
use reports::publish::{Inputs, compute};
use reports::{ReportError, Reports};
use std::path::Path;
use store::write::{ReleaseRows, point_current_at};

fn thresholds(country: &str) -> domain::peers::Thresholds {
    content::peer_groups(country).unwrap().thresholds
}

fn package(folder: &Path) -> RawInput {
    let [_, second] = demonstration::packages().unwrap();
    demonstration::write(&second, folder).unwrap();
    load_path(folder).unwrap()
}

fn rows() -> ReleaseRows {
    let folder = tempfile::tempdir().unwrap();
    let reading = read(&package(folder.path()), &Options::default());
    let assembled = assemble(vec![reading], &[], &[]);
    compute(&Inputs {
        batch: &assembled.batch,
        issues: &assembled.issues,
        moved: &assembled.moved,
        id: Some("demonstration"),
        as_of: None,
        input_digest: "0011223344556677",
        previous_id: "",
        thresholds,
    })
}

async fn published(data: &Path) -> Reports {
    let folder = data.join("releases");
    store::ReleaseWriter::new(&folder).write(&rows()).await.unwrap();
    point_current_at(&folder, "demonstration").unwrap();
    Reports::open(data).await.unwrap()
}

fn view(query: &str) -> ViewSpec {
    ViewSpec::parse_query(query, Key::ALL).unwrap()
}

#[tokio::test]
async fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let rows = rows();
    let first = store::ReleaseWriter::new(one.path()).write(&rows).await.unwrap();
    let second = store::ReleaseWriter::new(two.path()).write(&self::rows()).await.unwrap();
    assert!(std::fs::read(first).unwrap() == std::fs::read(second).unwrap());
}

#[tokio::test]
async fn every_hospital_answers_and_no_rule_is_broken_on_any_value() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let found = reports.finder(&view("limit=1000")).await.unwrap();
    assert!(found.page.total >= 1200);
    let mut values = 0;
    for row in found.rows.iter().step_by(7) {
        let report = reports.hospital(&row.card.hospital.id, &ViewSpec::default()).await.unwrap();
        for section in &report.measures {
            for figure in &section.history {
                values += 1;
                let value = figure.figure();
                if section.measure.crude_outcome {
                    assert_eq!(value.verdict_national, Verdict::NotJudged, "{} {}", value.hospital.id, value.measure);
                    assert!(!value.verdict_peer.is_valued());
                }
                match &value.outcome {
                    Outcome::Missing { .. } => assert_eq!(value.verdict_peer, Verdict::NotJudged),
                    Outcome::Reported(r) => {
                        if let Some((low, high)) = r.interval() {
                            assert!(low <= r.value && r.value <= high, "{value:?}");
                        }
                    }
                }
                if let Some(years) = value.together.as_deref() {
                    let removed = |e| years.caveats().iter().any(|c| c.removes(e));
                    let range = matches!(years.figure().places, Places::Range { .. });
                    assert!(!(removed(domain::caveats::Element::Rank) && range));
                    assert!(!removed(domain::caveats::Element::Flag) && matches!(value.places, Places::None { .. }));
                    assert!(!figure.caveats().iter().any(|c| c.id == "DISASTER_PERIOD"));
                }
                if let Places::Range { best, last, of, .. } = value.places {
                    assert!(1 <= best && best <= last && last <= of);
                    assert!(!figure.caveats().iter().any(|c| c.removes(domain::caveats::Element::Rank)));
                }
            }
        }
    }
    assert!(values > 5_000, "{values}");
}

#[tokio::test]
async fn a_list_of_values_and_a_hospital_page_tell_the_same() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let id = MeasureId::parse("demo-falls").unwrap();
    let list = reports.values(&id, &view("region=JP-32&limit=200")).await.unwrap();
    assert!(!list.rows.is_empty());
    for figure in &list.rows {
        let page = reports.hospital(&figure.figure().hospital.id, &ViewSpec::default()).await.unwrap();
        let section = page.measures.iter().find(|s| s.measure.id == id).unwrap();
        let same = section.history.iter().find(|h| h.figure().period == list.period).unwrap();
        assert_eq!(same, figure);
    }
}

#[tokio::test]
async fn a_measure_tells_its_spread_against_the_country_whatever_the_filter() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let id = MeasureId::parse("demo-falls").unwrap();
    let all = reports.measure(&id, &ViewSpec::default()).await.unwrap();
    let one = reports.measure(&id, &view("region=JP-32")).await.unwrap();
    assert_eq!(all.national, one.national);
    assert_eq!(all.funnel, one.funnel);
    assert!(one.values.page.total < all.values.page.total);
    assert_eq!(all.funnel.len() as u32, all.national.comparator.reported);
}

#[tokio::test]
async fn years_put_together_are_reached_by_their_own_period_and_by_no_other() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let id = MeasureId::parse("demo-line-infections").unwrap();
    let latest = reports.values(&id, &view("limit=1000")).await.unwrap();
    assert!(latest.rows.iter().all(|row| !row.figure().pooled));
    let few = latest.rows.iter().find(|row| row.figure().together.is_some()).unwrap().figure();
    let years = few.together.as_deref().unwrap();
    assert!(years.figure().pooled && years.figure().period.start < few.period.start);
    assert_eq!(years.figure().period.end, few.period.end);
    let asked = reports.values(&id, &view(&format!("limit=1000&period={}", years.figure().period))).await.unwrap();
    assert_eq!(asked.period, years.figure().period);
    assert!(asked.rows.iter().all(|row| row.figure().pooled));
    assert_eq!(asked.rows.iter().find(|row| row.figure().hospital == few.hospital), Some(years));
    let page = reports.hospital(&few.hospital.id, &ViewSpec::default()).await.unwrap();
    let section = page.measures.iter().find(|s| s.measure.id == id).unwrap();
    assert!(section.history.iter().all(|year| !year.figure().pooled));
    assert_eq!(section.newest.figure().together.as_deref(), Some(years));
    let report = reports.measure(&id, &ViewSpec::default()).await.unwrap();
    assert!(report.national.pooled > 0 && report.values.said_once.iter().any(|c| c.id == "MULTIPLE_TESTS"));
    assert!(report.periods.iter().all(|p| p.period != years.figure().period));
    let error = reports.values(&id, &view("period=2020-04-01/2023-03-31")).await.unwrap_err();
    assert!(matches!(error, ReportError::NotFound { kind: "period", .. }), "{error}");
}

#[tokio::test]
async fn what_is_not_over_is_told_with_its_place_and_what_is_over_is_not() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let shaken = reports.finder(&view("region=JP-30")).await.unwrap();
    assert_eq!(shaken.events.len(), 1);
    assert!(shaken.events[0].is_open(shaken.release.as_of) && !shaken.events[0].place.ja.is_empty());
    assert!(reports.finder(&view("region=JP-21")).await.unwrap().events.is_empty());
    assert!(reports.finder(&view("")).await.unwrap().events.is_empty());
}

#[tokio::test]
async fn an_unknown_id_says_so() {
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let nobody = HospitalId::parse("demo-00000").unwrap();
    let error = reports.hospital(&nobody, &ViewSpec::default()).await.unwrap_err();
    assert!(matches!(error, ReportError::NotFound { kind: "hospital", .. }), "{error}");
    let error = reports.finder(&view("release=none")).await.unwrap_err();
    assert_eq!(error.status(), 404);
}

#[tokio::test]
async fn a_folder_without_a_release_is_no_fault() {
    let data = tempfile::tempdir().unwrap();
    let reports = Reports::open(data.path()).await.unwrap();
    assert!(matches!(reports.releases().await, Err(ReportError::NoRelease)));
}

/// The largest k that still has to be expected of n throws with probability p: more than k come up once in a thousand
/// times, computed exactly.
fn allowed(n: u64, p: f64) -> u64 {
    let mut density = (0..n).fold(1.0, |all, _| all * (1.0 - p));
    let mut below = density;
    let mut k = 0;
    while 1.0 - below > 0.001 {
        density *= (n - k) as f64 / (k + 1) as f64 * p / (1.0 - p);
        k += 1;
        below += density;
    }
    k
}

#[tokio::test]
async fn the_promised_error_rate_is_kept_against_the_true_values() {
    assert_eq!((allowed(100, 0.05), allowed(20, 0.05)), (13, 5));
    let data = tempfile::tempdir().unwrap();
    let reports = published(data.path()).await;
    let report = reports.demonstration(&ViewSpec::default()).await.unwrap();
    let all = report.all;
    // every table promises that with 95 % probability not one of its statements about a pair is false
    assert!(all.false_tables.of >= 40, "{all:?}");
    assert!(all.false_tables.n <= allowed(all.false_tables.of, 0.05), "{all:?}");
    assert!(all.told_right.of > 10_000 && 20 * (all.told_right.of - all.told_right.n) <= all.told_right.of, "{all:?}");
    assert!(20 * (all.within.of - all.within.n) <= all.within.of, "{all:?}");
    // the same eyes see false statements where each pair is compared as if it were the only one
    assert!(2 * all.false_alone.n > all.false_alone.of, "{all:?}");
    // a plain list decides every pair, and is wrong far more often
    assert!(all.reversed.n * all.told_right.of > 10 * (all.told_right.of - all.told_right.n) * all.reversed.of);
    assert!(all.front.of >= 10 && all.displaced.of > 0 && all.missed.of > 0 && all.beyond.of > 0, "{all:?}");
    assert_eq!(reports.demonstration(&ViewSpec::default()).await.unwrap(), report);
    assert!(report.stories.look_alike.is_some() && report.stories.improver.is_some());
    assert!(report.stories.island_together.is_some() && report.stories.crude.is_some());
}

#[tokio::test]
async fn a_release_of_other_hospitals_has_no_true_values() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("releases");
    let mut real = rows();
    real.release.fictional = 0;
    store::ReleaseWriter::new(&folder).write(&real).await.unwrap();
    point_current_at(&folder, "demonstration").unwrap();
    let reports = Reports::open(data.path()).await.unwrap();
    let error = reports.demonstration(&ViewSpec::default()).await.unwrap_err();
    assert!(matches!(error, ReportError::NotFound { kind: "page", .. }), "{error}");
}
