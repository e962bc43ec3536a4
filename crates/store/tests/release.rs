//! Is a release whole or not there at all, and does it come back as it was written?

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use store::read::{HospitalFilter, ValueFilter};
use store::rows::*;
use store::write::{ReleaseRows, point_current_at};
use store::{Release, ReleaseWriter, StoreError};

fn rows(id: &str) -> ReleaseRows {
    let hospital = |n: i64| HospitalRow {
        id: format!("h{n}"),
        name: format!("病院{n}"),
        country: "JP".into(),
        region_code: format!("{:02}", n % 2 + 1),
        peer_group: "unclassified".into(),
        ..HospitalRow::default()
    };
    let observation = |n: i64| ObservationRow {
        observation_key: n,
        hospital_id: format!("h{n}"),
        measure_key: 1,
        period_start: "2022-04-01".into(),
        period_end: "2023-03-31".into(),
        value: (n != 3).then_some(0.1),
        status: if n == 3 { "suppressed".into() } else { "reported".into() },
        source_key: 1,
        verdict_national: "not_judged".into(),
        verdict_peer: "not_judged".into(),
        ..ObservationRow::default()
    };
    ReleaseRows {
        release: ReleaseRow { id: id.into(), as_of: "2023-03-31".into(), ..ReleaseRow::default() },
        sources: vec![SourceRow { source_key: 1, id: "s".into(), ..SourceRow::default() }],
        hospitals: (1..=4).map(hospital).collect(),
        measures: vec![MeasureRow { measure_key: 1, id: "m".into(), ..MeasureRow::default() }],
        observations: (1..=4).map(observation).collect(),
        ..ReleaseRows::default()
    }
}

fn filter() -> ValueFilter {
    ValueFilter {
        measure_key: 1,
        period_start: "2022-04-01".into(),
        period_end: "2023-03-31".into(),
        stratum: String::new(),
        pooled: 0,
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn what_is_written_is_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let rows = rows("r");
    let path = ReleaseWriter::new(folder.path()).write(&rows).await.unwrap();
    let release = Release::open(&path).await.unwrap();
    assert_eq!(release.release().await.unwrap(), rows.release);
    assert_eq!(release.hospitals().await.unwrap(), rows.hospitals);
    assert_eq!(release.all_observations().await.unwrap(), rows.observations);
    assert_eq!(release.observations_of_hospital("h3").await.unwrap(), rows.observations[2..3]);
}

#[tokio::test]
async fn values_are_filtered_counted_and_paged() {
    let folder = tempfile::tempdir().unwrap();
    let path = ReleaseWriter::new(folder.path()).write(&rows("r")).await.unwrap();
    let release = Release::open(&path).await.unwrap();
    let odd = HospitalFilter { region_code: "02".into(), ..HospitalFilter::default() };
    let found = release.values(&filter(), &odd, 10, 0).await.unwrap();
    assert_eq!(found.iter().map(|o| o.hospital_id.as_str()).collect::<Vec<_>>(), ["h1", "h3"]);
    let counts = release.count_values(&filter(), &HospitalFilter::default()).await.unwrap();
    assert_eq!(
        counts.iter().map(|c| (c.status.as_str(), c.hospitals)).collect::<Vec<_>>(),
        [("reported", 3), ("suppressed", 1)]
    );
    assert_eq!(release.values(&filter(), &HospitalFilter::default(), 2, 3).await.unwrap().len(), 1);
    assert_eq!(release.points(&filter()).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_release_that_breaks_a_rule_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let writer = ReleaseWriter::new(folder.path());
    writer.write(&rows("old")).await.unwrap();
    point_current_at(folder.path(), "old").unwrap();
    let mut broken = rows("new");
    broken.observations[0].hospital_id = "nobody".into();
    assert!(matches!(writer.write(&broken).await, Err(StoreError::Database { .. })));
    assert_eq!(names(folder.path()), ["current", "old.sqlite"]);
    assert!(Release::open(&folder.path().join("current")).await.is_ok());
}

#[tokio::test]
async fn what_a_killed_publish_left_is_swept_away_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    for left in [".r.draft.partial", ".r.packed.partial"] {
        std::fs::write(folder.path().join(left), "half a file").unwrap();
    }
    ReleaseWriter::new(folder.path()).write(&rows("r")).await.unwrap();
    assert_eq!(names(folder.path()), ["r.sqlite"]);
}

#[tokio::test]
async fn a_file_that_is_no_release_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.sqlite");
    std::fs::write(&path, "").unwrap();
    assert!(matches!(Release::open(&path).await, Err(StoreError::Version { found: 0, .. })));
    std::fs::write(&path, "this is a poem, not a database, and it is long enough").unwrap();
    assert!(matches!(Release::open(&path).await, Err(StoreError::Database { .. })));
}

#[tokio::test]
async fn a_number_beside_a_reason_is_against_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    let mut rows = rows("r");
    rows.observations[2].value = Some(0.3);
    assert!(ReleaseWriter::new(folder.path()).write(&rows).await.is_err());
}
