//! Are the tables of the American hospital programmes read as they are printed, on small invented files?

use domain::Status;
use domain::issue::{IssueKind, Severity};
use domain::records::{Batch, LimitRecord, ObservationRecord, Subject};
use importers::{Options, RawInput, Reading, read};

fn from(text: &str) -> Reading {
    let input = RawInput { name: "table.csv".to_string(), bytes: text.as_bytes().to_vec() };
    read(&input, &Options::default())
}

fn batch(reading: &Reading) -> &Batch {
    reading.batch.as_ref().unwrap_or_else(|| panic!("nothing was read: {:?}", reading.issues))
}

fn problems(reading: &Reading) -> Vec<String> {
    reading.issues.iter().filter(|i| i.severity != Severity::Note).map(ToString::to_string).collect()
}

fn subject(hospital: &str) -> Subject {
    Subject::Hospital(domain::HospitalId::parse(hospital).unwrap_or_else(|e| panic!("{e}")))
}

fn value<'a>(batch: &'a Batch, hospital: &str, measure: &str) -> &'a ObservationRecord {
    let mut found =
        batch.observations.iter().filter(|o| o.hospital == subject(hospital) && o.measure.as_str() == measure);
    found.next().unwrap_or_else(|| panic!("{hospital} has no {measure}"))
}

fn limits<'a>(batch: &'a Batch, hospital: &str, measure: &str) -> &'a LimitRecord {
    let mut found = batch.limits.iter().filter(|l| l.hospital == subject(hospital) && l.measure.as_str() == measure);
    found.next().unwrap_or_else(|| panic!("{hospital} has no limits of {measure}"))
}

#[test]
fn timely_care_has_shares_minutes_and_a_word_that_is_no_value() {
    let reading = from(include_str!("fixtures/cms_timely.csv"));
    let batch = batch(&reading);
    assert_eq!(reading.kind, "us-cms-timely");
    let stay = value(batch, "us-010001", "us-timely-ed-stay");
    assert_eq!((stay.value, stay.denominator, stay.footnotes.join(";")), (Some(196.0), Some(248.0), "25".to_string()));
    assert_eq!(stay.period.to_string(), "2022-10-01/2023-09-30");
    let left = value(batch, "us-010001", "us-timely-left-unseen");
    assert_eq!((left.value, left.numerator, left.derived), (Some(0.02), None, false));
    let sepsis = value(batch, "us-010001", "us-timely-sepsis");
    assert_eq!((sepsis.value, sepsis.numerator, sepsis.denominator), (Some(0.7), Some(7.0), Some(10.0)));
    assert_eq!(value(batch, "us-010001", "us-timely-septic-shock-3h").status, Status::TooFew);
    assert_eq!(value(batch, "us-010001", "us-maternal-pc-01").value, Some(0.0));
    assert_eq!(value(batch, "us-01014F", "us-timely-sepsis").status, Status::NotReported);
    assert_eq!(value(batch, "us-01014F", "us-timely-covid-staff").value, Some(0.896));
    let volumes: Vec<&str> = batch.context.iter().map(|c| c.value.as_str()).collect();
    assert_eq!(volumes, ["very high"]);
    let told: Vec<String> = reading.issues.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|i| i.contains("\"101\"")) && told.iter().any(|i| i.contains("\"long\"")), "{told:?}");
    assert!(told.iter().any(|i| i.contains("\"NEW_1\"")) && !told.iter().any(|i| i.contains("\"EDV\"")), "{told:?}");
    assert!(batch.measures.iter().all(|m| m.id.as_str() != "us-timely-bone-pain-relief"), "only measures that occur");
}

#[test]
fn timely_care_of_older_editions_is_the_same() {
    let text = include_str!("fixtures/cms_timely.csv")
        .replace("Facility ID", "Provider ID")
        .replace("Facility Name", "Hospital Name")
        .replace("City/Town", "City")
        .replace("\"Start Date\"", "\"Measure Start Date\"")
        .replace("\"End Date\"", "\"Measure End Date\"")
        .replace(",\"2, 3\",", ",\"2 - A sample of cases, 3 - A shorter time\",");
    let reading = from(&text);
    let now = from(include_str!("fixtures/cms_timely.csv"));
    assert_eq!((reading.kind.as_str(), reading.taken == now.taken), ("us-cms-timely", true));
    assert_eq!(value(batch(&reading), "us-010001", "us-timely-sepsis").footnotes, ["2", "3"]);
}

#[test]
fn complications_and_deaths_keep_interval_verdict_and_reason() {
    let reading = from(include_str!("fixtures/cms_complications.csv"));
    let batch = batch(&reading);
    assert_eq!(reading.kind, "us-cms-complications");
    let heart = value(batch, "us-010001", "us-mort-30-hf");
    assert_eq!((heart.value, heart.denominator), (Some(0.149), Some(705.0)));
    assert_eq!(heart.published_verdict, "Worse Than the National Rate");
    let around = limits(batch, "us-010001", "us-mort-30-hf");
    assert_eq!((around.lower, around.upper), (Some(0.126), Some(0.175)));
    assert_eq!(value(batch, "us-010001", "us-mort-30-cabg").status, Status::TooFew);
    assert_eq!(value(batch, "us-01014F", "us-mort-30-ami").status, Status::NotReported);
    let deaths = value(batch, "us-010001", "us-psi-04");
    assert!((deaths.value.unwrap() - 0.1842).abs() < 1e-12, "printed per 1,000");
    let together = value(batch, "us-010001", "us-psi-90");
    assert_eq!((together.value, together.denominator), (Some(0.82), None));
    assert_eq!(batch.limits.len(), 5);
    let told = problems(&reading);
    assert!(told.len() == 2 && told[0].contains("row 9") && told[0].contains("-0.5"), "{told:?}");
    assert!(told[1].contains("row 10") && told[1].contains("not in this order"), "{told:?}");
}

#[test]
fn names_of_indicators_until_2017_are_known() {
    let text = include_str!("fixtures/cms_complications.csv").replace("PSI_04", "PSI_4_SURG_COMP");
    let reading = from(&text.replace("PSI_90", "PSI_90_SAFETY"));
    assert!(value(batch(&reading), "us-010001", "us-psi-04").value.is_some());
    assert_eq!(value(batch(&reading), "us-010001", "us-psi-90").value, Some(0.82));
}

#[test]
fn unplanned_visits_may_be_days_below_nought() {
    let reading = from(include_str!("fixtures/cms_unplanned.csv"));
    let batch = batch(&reading);
    assert_eq!((reading.kind.as_str(), problems(&reading)), ("us-cms-unplanned", vec![]));
    let days = limits(batch, "us-010001", "us-edac-30-ami");
    assert_eq!((days.lower, days.upper), (Some(-18.7), Some(-1.9)));
    assert_eq!(value(batch, "us-010001", "us-edac-30-ami").value, Some(-10.4));
    assert_eq!(value(batch, "us-010001", "us-readm-30-hf").numerator, None, "no numerator of a standardised rate");
    assert_eq!(value(batch, "us-01014F", "us-readm-30-hf").status, Status::TooFew);
    assert!((value(batch, "us-010001", "us-colonoscopy-visits").value.unwrap() - 0.0134).abs() < 1e-12);
    assert_eq!(value(batch, "us-01014F", "us-outpatient-surgery-visits").value, Some(1.4));
}

#[test]
fn infections_are_put_together_from_their_figures_with_their_own_days() {
    let reading = from(include_str!("fixtures/cms_infections.csv"));
    let batch = batch(&reading);
    assert_eq!((reading.kind.as_str(), problems(&reading)), ("us-cms-infections", vec![]));
    let lines = value(batch, "us-010001", "us-hai-clabsi");
    assert_eq!((lines.value, lines.numerator, lines.expected), (Some(0.9), Some(9.0), Some(10.0)));
    assert_eq!((lines.period.to_string().as_str(), lines.source_row), ("2022-10-01/2023-09-30", Some(7)));
    let bowel = value(batch, "us-010001", "us-hai-cdi");
    assert_eq!((bowel.value, bowel.period.to_string().as_str()), (Some(0.0), "2022-07-01/2023-06-30"));
    assert_eq!(bowel.published_verdict, "Better than the National Benchmark");
    let around = limits(batch, "us-010001", "us-hai-cdi");
    assert_eq!((around.lower, around.upper), (None, Some(0.91)), "no lower limit without an infection");
    let unknown = value(batch, "us-01014F", "us-hai-clabsi");
    assert_eq!((unknown.status, unknown.numerator), (Status::NotAvailable, None));
    assert_eq!(batch.observations.len(), 3);
}

#[test]
fn the_survey_of_patients_gives_answers_means_stars_and_who_answered() {
    let reading = from(include_str!("fixtures/cms_hcahps.csv"));
    let batch = batch(&reading);
    assert_eq!((reading.kind.as_str(), problems(&reading)), ("us-cms-hcahps", vec![]));
    let nurses = value(batch, "us-010001", "us-hcahps-nurses");
    assert_eq!((nurses.value, nurses.denominator, nurses.response_rate), (Some(0.84), Some(429.0), Some(0.19)));
    assert_eq!((nurses.numerator, nurses.footnotes.join(";")), (None, "11".to_string()));
    assert_eq!(value(batch, "us-010001", "us-hcahps-nurses-low").value, Some(0.02));
    assert_eq!(value(batch, "us-010001", "us-hcahps-nurses-mean").value, Some(94.0));
    assert_eq!(value(batch, "us-010001", "us-hcahps-nurses-stars").value, Some(5.0));
    assert_eq!(value(batch, "us-010001", "us-hcahps-summary-stars").value, Some(4.0));
    let few = value(batch, "us-01014F", "us-hcahps-nurses");
    assert_eq!((few.value, few.denominator, few.response_rate), (Some(0.91), None, Some(0.12)));
    assert_eq!(value(batch, "us-01014F", "us-hcahps-nurses-stars").status, Status::TooFew);
    let parent = value(batch, "us-01014F", "us-hcahps-rating");
    assert_eq!((parent.status, parent.footnotes.join(";")), (Status::NotAvailable, "5;24".to_string()));
    assert!(reading.issues.iter().all(|i| i.kind != IssueKind::NotUnderstood), "the middle answer is known");
}

#[test]
fn cancer_hospitals_have_an_interval_in_two_columns() {
    let reading = from(include_str!("fixtures/cms_pch_visits.csv"));
    let batch = batch(&reading);
    assert_eq!((reading.kind.as_str(), problems(&reading)), ("us-cms-pch-visits", vec![]));
    let admitted = value(batch, "us-050999", "us-pch-chemotherapy-admissions");
    assert_eq!((admitted.value, admitted.denominator), (Some(0.159), Some(2174.0)));
    assert_eq!(admitted.published_verdict, "Worse than the National Rate");
    let around = limits(batch, "us-050999", "us-pch-chemotherapy-admissions");
    assert_eq!((around.lower, around.upper), (Some(0.135), Some(0.186)));
    assert_eq!(value(batch, "us-050999", "us-pch-prostate-complications").value, Some(44.4));
    assert_eq!(value(batch, "us-330998", "us-pch-chemotherapy-admissions").status, Status::TooFew);
    assert_eq!(value(batch, "us-330998", "us-pch-prostate-complications").status, Status::TooFew);
    assert_eq!(batch.limits.len(), 1);
}

#[test]
fn a_cell_may_print_events_and_patients_in_words() {
    let reading = from(include_str!("fixtures/cms_pch_palliative.csv"));
    let batch = batch(&reading);
    assert_eq!((reading.kind.as_str(), problems(&reading)), ("us-cms-pch-palliative", vec![]));
    let figures = |hospital: &str, measure: &str| {
        let found = value(batch, hospital, measure);
        (found.value, found.numerator, found.denominator, found.derived)
    };
    let last_days = "us-pch-chemotherapy-14-days";
    assert_eq!(figures("us-050999", last_days), (Some(0.24), Some(23.0), Some(96.0), true));
    assert_eq!(figures("us-330998", last_days), (Some(0.7), Some(7.0), Some(10.0), false));
    assert_eq!(figures("us-050999", "us-pch-no-hospice"), (Some(0.411), None, Some(691.0), false));
    assert_eq!(value(batch, "us-330998", "us-pch-no-hospice").status, Status::NotAvailable);
}

#[test]
fn infections_of_cancer_hospitals_are_the_measures_of_all_hospitals() {
    let reading = from(include_str!("fixtures/cms_pch_infections.csv"));
    let batch = batch(&reading);
    assert_eq!((reading.kind.as_str(), problems(&reading)), ("us-cms-pch-infections", vec![]));
    let bowel = value(batch, "us-050999", "us-hai-cdi");
    assert_eq!((bowel.value, bowel.numerator, bowel.expected), (Some(0.943), Some(73.0), Some(77.424)));
    let staff = value(batch, "us-050999", "us-timely-covid-staff");
    assert_eq!((staff.value, staff.denominator), (Some(0.878), Some(9299.0)));
    assert_eq!(staff.period.to_string(), "2023-07-01/2023-09-30");
    assert_eq!(value(batch, "us-330998", "us-hai-cdi").status, Status::NotApplicable);
    let ids: Vec<&str> = batch.measures.iter().map(|m| m.id.as_str()).collect();
    assert_eq!(ids, ["us-hai-cdi", "us-timely-covid-staff"]);
}

#[test]
fn national_values_are_kept_for_their_own_days() {
    let reading = from(
        "\"Measure ID\",\"Measure Name\",\"National Rate\",\"Number of Hospitals Worse\",\"Footnote\",\"Start Date\",\"End Date\"\n\
         MORT_30_AMI,Death rate for heart attack patients,12.6,28,,07/01/2020,06/30/2023\n\
         PSI_04,Death rate among surgical inpatients,167.87,45,,07/01/2020,06/30/2022\n\
         PSI_90,Patient safety composite,1.00,160,,07/01/2020,06/30/2022\n\
         READM_30_HF,Heart failure,Not Applicable,Not Applicable,,07/01/2020,06/30/2023\n\
         READM_30_PN,Pneumonia,many,55,,07/01/2020,06/30/2023\n\
         NEW_1,A measure of next year,3.1,1,,07/01/2020,06/30/2023\n",
    );
    let found: Vec<_> = batch(&reading)
        .area_observations
        .iter()
        .map(|a| (a.area_code.as_str(), a.key.as_str(), a.period.to_string(), a.value))
        .collect();
    let (deaths, harm) = ("2020-07-01/2023-06-30".to_string(), "2020-07-01/2022-06-30".to_string());
    assert_eq!(reading.kind, "us-cms-national");
    assert_eq!(found, [("US", "us-mort-30-ami", deaths, Some(0.126)), ("US", "us-psi-04", harm, Some(0.16787))]);
    assert!(problems(&reading).len() == 1 && problems(&reading)[0].contains("\"many\""), "{:?}", reading.issues);
    assert!(reading.issues.iter().any(|i| i.value == "NEW_1") && !reading.issues.iter().any(|i| i.value == "PSI_90"));
}
