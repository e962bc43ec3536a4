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

#[test]
fn a_table_of_single_figures_is_put_side_by_side_first() {
    let reading = with(include_str!("fixtures/infections.toml"), include_bytes!("fixtures/infections.csv"), None);
    let batch = batch(&reading);
    let found: Vec<_> = batch
        .observations
        .iter()
        .map(|o| (o.measure.as_str(), o.value, o.numerator, o.expected, o.status, o.source_row))
        .collect();
    // each value says in which row of the file it stands
    assert_eq!(
        found,
        [
            ("us-hai-clabsi", Some(0.9), Some(9.0), Some(10.0), Status::Reported, Some(6)),
            ("us-hai-cauti", None, None, None, Status::NotApplicable, Some(8)),
            ("us-hai-clabsi", None, None, None, Status::NotAvailable, Some(10)),
            ("us-hai-cauti", Some(2.0), Some(12.0), Some(6.0), Status::Reported, Some(13)),
        ]
    );
    assert_eq!((batch.limits[0].lower, batch.limits[0].upper), (Some(0.41), Some(1.62)));
    assert_eq!(batch.observations[3].published_verdict, "Worse than the National Benchmark");
    let twice = reading.issues.iter().find(|i| i.kind == IssueKind::Duplicate).unwrap();
    assert!(twice.row == Some(9) && twice.message.contains("row 8"), "{twice}");
    let missing = include_str!("fixtures/infections.toml").replace("spread = [\"Score\"", "spread = [\"Rate\"");
    let reading = with(&missing, include_bytes!("fixtures/infections.csv"), None);
    assert!(reading.batch.is_none() && reading.issues.iter().any(|i| i.column == "Rate"), "{:?}", reading.issues);
}

#[test]
fn names_of_other_editions_and_marks_behind_numbers_are_read() {
    let text = include_str!("fixtures/cms_readmissions.csv").replace("READM-30-HF-HRRP", "READM_30_HF_HRRP");
    let input = RawInput { name: "FY_2019_readmissions.csv".to_string(), bytes: text.into_bytes() };
    let reading = read(&input, &Options::default());
    assert_eq!(batch(&reading).observations.iter().filter(|o| o.value == Some(1.1)).count(), 1);
    let deciles = "Hospital_Name,PROVIDER ID,State,Fiscal Year,Domain_1_Score,Domain_1_Start_Date,Domain_1_End_Date,\
        AHRQ_PSI_90_Score,Domain_2_Start_Date,Domain_2_End_Date,TOTAL_HAC_SCORE,Footnotes\n\
        INVENTED HOSPITAL,10005,AL,2016,3.0,07012012,06302014,3.0,01012013,12312014,8.5000*,5 - Results are not available\n";
    let input = RawInput { name: "hac.csv".to_string(), bytes: deciles.as_bytes().to_vec() };
    let reading = read(&input, &Options::default());
    let found = &batch(&reading).observations[0];
    assert_eq!((reading.kind.as_str(), found.value), ("us-cms-hac-deciles", Some(8.5)));
    assert_eq!(found.period.to_string(), "2012-07-01/2014-12-31");
    assert_eq!(found.footnotes, ["*", "5"]);
}

#[test]
fn a_year_in_a_name_is_no_period_abroad_and_no_row_taken_is_said() {
    let text = include_str!("fixtures/cms_readmissions.csv").replace("\"Start Date\"", "\"From\"");
    let input = RawInput { name: "FY_2023_readmissions.csv".to_string(), bytes: text.into_bytes() };
    let reading = read(&input, &Options::default());
    assert!(reading.batch.is_none());
    assert!(reading.issues.iter().any(|i| i.message.contains("--period")), "{:?}", reading.issues);
    let text = include_str!("fixtures/cms_readmissions.csv").replace("READM-30", "RETURN-30");
    let input = RawInput { name: "readmissions.csv".to_string(), bytes: text.into_bytes() };
    let reading = read(&input, &Options::default());
    assert!(reading.issues.iter().any(|i| i.message.contains("no row gave a value")), "{:?}", reading.issues);
}

/// The fenced block of a language in a page of the documentation.
fn fenced<'p>(page: &'p str, language: &str) -> &'p str {
    let after = page.split_once(&format!("```{language}\n")).map_or("", |(_, after)| after);
    after.split_once("```").map_or("", |(block, _)| block)
}

#[test]
fn the_worked_example_of_the_documentation_works() {
    let page = include_str!("../../../docs/RECIPES.md");
    let options =
        Options { period: None, recipe: Some(("my-mortality.toml".to_string(), fenced(page, "toml").to_string())) };
    let table = RawInput { name: "table-2023.csv".to_string(), bytes: fenced(page, "csv").as_bytes().to_vec() };
    let reading = read(&table, &options);
    let batch = batch(&reading);
    assert_eq!((batch.hospitals.len(), batch.measures.len(), batch.limits.len()), (2, 2, 2));
    let found: Vec<_> = batch
        .observations
        .iter()
        .map(|o| (o.measure.as_str(), o.period.to_string(), o.value, o.status, o.footnotes.join(";")))
        .collect();
    let days = || "2022-07-01/2023-06-30".to_string();
    assert_eq!(
        found,
        [
            ("my-mort-30-hf", days(), Some(0.116), Status::Reported, String::new()),
            ("my-mort-30-hf", days(), None, Status::TooFew, "1".to_string()),
            ("my-mort-30-pn", days(), Some(0.182), Status::Reported, "2;7".to_string()),
        ]
    );
    assert_eq!((batch.limits[0].lower, batch.limits[0].upper), (Some(0.098), Some(0.137)));
    assert!(reading.issues.iter().all(|i| i.kind == IssueKind::PeriodFromName), "{:?}", reading.issues);
}
