//! Can an operator describe a table that the project has never seen, without Rust?

use domain::issue::IssueKind;
use domain::records::Batch;
use domain::{Period, Status};
use importers::{Options, RawInput, Reading, read};

fn with(recipe: &str, bytes: &[u8], period: Option<&str>) -> Reading {
    let options = Options {
        period: period.and_then(|p| Period::parse(p).ok()),
        recipe: Some(("recipe.toml".to_string(), recipe.to_string())),
    };
    read(&RawInput { name: "table.csv".to_string(), bytes: bytes.to_vec() }, &options)
}

fn batch(reading: &Reading) -> &Batch {
    reading.batch.as_ref().unwrap_or_else(|| panic!("nothing was read: {:?}", reading.issues))
}

#[test]
fn a_long_table_with_measures_of_its_own() {
    let reading = with(include_str!("fixtures/timely_care.toml"), include_bytes!("fixtures/timely_care.csv"), None);
    let batch = batch(&reading);
    assert_eq!(reading.kind, "example-timely-care");
    assert_eq!(batch.measures.len(), 2);
    let found: Vec<_> = batch
        .observations
        .iter()
        .map(|o| (o.measure.as_str(), o.value, o.numerator, o.denominator, o.status))
        .collect();
    assert_eq!(
        found,
        [
            ("us-timely-op-18b", Some(210.0), None, Some(412.0), Status::Reported),
            ("us-timely-sep-1", Some(0.61), None, Some(120.0), Status::Reported),
            ("us-timely-sep-1", Some(0.7), Some(7.0), Some(10.0), Status::Reported),
            ("us-timely-op-18b", None, None, None, Status::NotAvailable),
        ]
    );
    assert_eq!(batch.sources[0].licence, "Public domain (US Government work)");
}

#[test]
fn a_monthly_table_that_prints_only_events_and_patients() {
    let reading = with(include_str!("fixtures/ae_monthly.toml"), include_bytes!("fixtures/ae_monthly.csv"), None);
    let batch = batch(&reading);
    let found: Vec<_> = batch.observations.iter().map(|o| (o.value, o.numerator, o.status)).collect();
    assert_eq!(found, [(Some(0.25), Some(300.0), Status::Reported), (None, None, Status::NotApplicable)]);
    assert_eq!(batch.observations[0].period.to_string(), "2023-04-01/2023-04-30");
    assert!(reading.issues.iter().any(|i| i.kind == IssueKind::OutOfRange && i.row == Some(5)), "{:?}", reading.issues);
}

#[test]
fn a_list_of_facilities_by_name_in_cp932_with_an_interval_in_one_cell() {
    let recipe = include_str!("fixtures/card_use.toml");
    let reading = with(recipe, include_bytes!("fixtures/card_use.csv"), Some("2024-04-01/2025-03-31"));
    let batch = batch(&reading);
    assert!(reading.issues.iter().any(|i| i.kind == IssueKind::Encoding && i.message.contains("CP932")));
    let facility = &batch.facilities[0];
    assert_eq!(
        (facility.region_code.as_str(), facility.municipality.as_str(), facility.scheme.as_str()),
        ("13", "千代田区", "card-use:name")
    );
    assert_eq!(batch.observations[0].value, Some(0.345));
    assert_eq!((batch.limits[0].lower, batch.limits[0].upper), (Some(0.301), Some(0.389)));
    assert_eq!((batch.observations[1].status, batch.observations[1].raw.as_str()), (Status::NotDisclosed, "*"));
}

#[test]
fn a_recipe_that_does_not_fit_names_the_column_and_what_was_found() {
    let recipe = include_str!("fixtures/timely_care.toml").replace("\"Sample\"]", "\"Sample size\"]");
    let reading = with(&recipe, include_bytes!("fixtures/timely_care.csv"), None);
    assert!(reading.batch.is_none());
    let issue = reading.issues.iter().find(|i| i.kind == IssueKind::MissingColumn).unwrap();
    assert!(issue.column == "Sample size" && issue.message.contains("Measure Name"), "{issue}");
    let broken = with("id = 3", b"a,b", None);
    assert!(broken.issues[0].message.contains("recipe.toml"), "{:?}", broken.issues);
}
