//! Does a package survive writing and reading, and is everything wrong in it reported with its place?

use super::*;
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::period::{Day, Period};
use domain::records::*;
use domain::{Bilingual, HospitalId, MeasureId, Status};
use proptest::prelude::*;

const MANIFEST: &str = r#"{
  "name": "made-up", "title": "架空の県", "created": "2025-06-01T00:00:00Z", "fictional": true,
  "resources": [
    {"name": "hospitals", "path": "hospitals.csv"},
    {"name": "measures", "path": "measures.csv"},
    {"name": "observations", "path": "observations.csv"}
  ]
}"#;
const HOSPITALS: &str = "id,name,country,latitude,longitude,point\n\
    demo-1,みなと架空病院,JP,35.5,139.25,exact\n\
    demo-2,やま架空病院,JP,0.0,0.0,\n";
const MEASURES: &str = "id,name_ja,name_en,kind,direction,topic,measure_type,risk_adjusted\n\
    demo-falls,転倒,Falls,rate,lower,safety,outcome,\n\
    demo-readmission,再入院,Readmission,proportion,lower,outcomes,outcome,false\n";
const OBSERVATIONS: &str = "hospital_id,measure_id,period_start,period_end,numerator,denominator,value,status,raw\n\
    demo-1,demo-readmission,2022-04-01,2023-03-31,5,100,0.05,reported,0.05\n\
    demo-2,demo-readmission,2022-04-01,2023-03-31,,,,too_few,-\n";

fn package(tables: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let fixed = [
        ("datapackage.json", MANIFEST),
        ("hospitals.csv", HOSPITALS),
        ("measures.csv", MEASURES),
        ("observations.csv", OBSERVATIONS),
    ];
    fixed.iter().chain(tables).map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).collect()
}

/// Reads the package with one table replaced; gives the batch and its issues as `severity kind [sheet:row column=value]`.
#[track_caller]
fn check(table: &str, text: &str, expected: &[&str]) -> Batch {
    let (batch, issues) = read_package(&package(&[(table, text)]), "made-up.zip");
    let told = |i: &Issue| {
        let row = i.row.map(|r| r.to_string()).unwrap_or_default();
        format!("{} {} {}:{row} {}={}", i.severity, i.kind, i.sheet, i.column, i.value)
    };
    let told: Vec<String> = issues.iter().map(told).filter(|t| !t.contains("unknown_place")).collect();
    assert_eq!(told, expected, "{issues:#?}");
    batch
}

fn with_row(row: &str) -> String {
    format!("{OBSERVATIONS}{row}\n")
}

#[test]
fn a_small_package_is_read_whole() {
    let batch = check("hospitals.csv", HOSPITALS, &[]);
    assert_eq!((batch.hospitals.len(), batch.measures.len(), batch.observations.len()), (2, 2, 2));
    assert_eq!(batch.reality, Reality::Fictional);
    assert_eq!((&*batch.name, &*batch.title), ("made-up", "架空の県"));
    assert_eq!(batch.created, Some(Day::constant(2025, 6, 1)));
    assert_eq!(batch.measures[0].risk_adjusted, None);
    assert_eq!(batch.measures[1].risk_adjusted, Some(false));
    assert_eq!(batch.observations[1].status, Status::TooFew);
}

#[test]
fn coordinates_of_zero_mean_unknown() {
    let (batch, issues) = read_package(&package(&[]), "made-up.zip");
    assert_eq!((batch.hospitals[1].latitude, batch.hospitals[1].point), (None, Point::Unknown));
    assert!(issues.iter().any(|i| i.kind == IssueKind::UnknownPlace && i.row == Some(3)));
}

#[test]
fn a_missing_required_column_blocks_and_is_named() {
    check("hospitals.csv", "id,name\ndemo-1,a\n", &["blocking missing_column hospitals.csv:1 country="]);
    check(
        "limits.csv",
        "hospital_id\ndemo-1\n",
        &[
            "note unknown_file limits.csv: =",
            "problem missing_column limits.csv:1 measure_id=",
            "problem missing_column limits.csv:1 period_start=",
            "problem missing_column limits.csv:1 period_end=",
            "problem missing_column limits.csv:1 kind=",
        ],
    );
}

#[test]
fn a_missing_required_table_blocks() {
    let mut files = package(&[]);
    files.remove("measures.csv");
    let (batch, issues) = read_package(&files, "made-up.zip");
    assert!(batch.hospitals.is_empty());
    assert!(issues.iter().any(|i| i.severity == Severity::Blocking && i.sheet == "measures.csv"));
}

#[test]
fn an_unknown_column_is_noted_and_the_rest_is_read() {
    let batch = check(
        "hospitals.csv",
        "id,name,country,stars\ndemo-1,a,JP,5\ndemo-2,b,JP,4\n",
        &["note unknown_column hospitals.csv:1 stars="],
    );
    assert_eq!(batch.hospitals.len(), 2);
}

#[test]
fn impossible_figures_are_reported_with_their_cell() {
    for (row, issue) in [
        (
            "demo-1,demo-readmission,2021-04-01,2022-03-31,,,1.4,reported,",
            "problem out_of_range observations.csv:4 value=1.4",
        ),
        (
            "demo-1,demo-readmission,2021-04-01,2022-03-31,9,8,,reported,",
            "problem out_of_range observations.csv:4 numerator=9",
        ),
        (
            "demo-1,demo-readmission,2021-04-01,2022-03-31,-1,8,,reported,",
            "problem out_of_range observations.csv:4 numerator=-1",
        ),
        (
            "demo-1,demo-readmission,2021-04-01,2022-03-31,,,NaN,reported,",
            "problem not_understood observations.csv:4 value=NaN",
        ),
        (
            "demo-1,demo-readmission,2021-04-01,2022-03-31,,,about 3,reported,",
            "problem not_understood observations.csv:4 value=about 3",
        ),
        (
            "demo-1,demo-readmission,2021-04-01,2022-03-31,,,,reported,",
            "problem missing_value observations.csv:4 value=",
        ),
        (
            "demo-1,demo-readmission,2021-04-01,2022-03-31,,,0.1,guessed,",
            "problem not_understood observations.csv:4 status=guessed",
        ),
        (
            "demo-1,demo-readmission,2021-02-30,2022-03-31,,,0.1,reported,",
            "problem not_understood observations.csv:4 period_start=2021-02-30",
        ),
        (
            "demo-1,demo-readmission,2022-04-01,2021-03-31,,,0.1,reported,",
            "problem out_of_range observations.csv:4 period_end=2021-03-31",
        ),
        (
            "demo-9,demo-readmission,2021-04-01,2022-03-31,,,0.1,reported,",
            "problem unknown_reference observations.csv:4 hospital_id=demo-9",
        ),
        (
            "demo-1,demo-other,2021-04-01,2022-03-31,,,0.1,reported,",
            "problem unknown_reference observations.csv:4 measure_id=demo-other",
        ),
        (
            "demo-1,demo-readmission,2022-04-01,2023-03-31,,,0.9,reported,",
            "problem duplicate observations.csv:4 hospital_id=demo-1",
        ),
        ("demo-1,demo-readmission,2021-04-01", "problem damaged observations.csv:4 ="),
    ] {
        let batch = check("observations.csv", &with_row(row), &[issue]);
        assert_eq!(batch.observations.len(), 2, "{row}");
        assert_eq!(batch.observations[0].value, Some(0.05));
    }
}

#[test]
fn a_value_that_is_not_reported_carries_no_number() {
    let row = "demo-1,demo-readmission,2021-04-01,2022-03-31,3,,0.1,suppressed,3";
    let batch = check(
        "observations.csv",
        &with_row(row),
        &["problem out_of_range observations.csv:4 numerator=3", "problem out_of_range observations.csv:4 value=0.1"],
    );
    assert_eq!((batch.observations[2].numerator, batch.observations[2].value), (None, None));
}

#[test]
fn a_rate_may_have_more_events_than_units() {
    check("observations.csv", &with_row("demo-1,demo-falls,2021-04-01,2022-03-31,9,3,3,reported,"), &[]);
}

#[test]
fn a_duplicate_id_keeps_the_first() {
    let text = format!("{HOSPITALS}demo-1,もう一つ,JP,,,\n");
    let batch = check("hospitals.csv", &text, &["problem duplicate hospitals.csv:4 id=demo-1"]);
    assert_eq!(batch.hospitals[0].name, "みなと架空病院");
}

#[test]
fn an_identifier_may_pass_to_another_hospital_and_one_of_two_at_once_is_told_and_kept() {
    let head = "hospital_id,scheme,value,valid_from,valid_to\n";
    let note = "note unknown_file identifiers.csv: =";
    let passed = format!("{head}demo-1,no,7,,2019-03-31\ndemo-2,no,7,2019-04-01,\n");
    assert_eq!(check("identifiers.csv", &passed, &[note]).identifiers.len(), 2);
    let at_once = format!("{head}demo-1,no,7,,\ndemo-2,no,7,2019-04-01,\n");
    let told = [note, "problem duplicate identifiers.csv:3 value=7"];
    assert_eq!(check("identifiers.csv", &at_once, &told).identifiers.len(), 2);
    let twice = format!("{head}demo-1,no,7,,\ndemo-1,no,7,2019-04-01,\n");
    assert_eq!(check("identifiers.csv", &twice, &told).identifiers.len(), 1);
}

#[test]
fn a_cell_in_another_encoding_is_reported_and_its_row_left_out() {
    let mut files = package(&[]);
    let mut bytes = HOSPITALS.as_bytes().to_vec();
    bytes.extend_from_slice(b"demo-3,\x95\x61\x89\x40,JP,,,\n");
    files.insert("hospitals.csv".to_string(), bytes);
    let (batch, issues) = read_package(&files, "made-up.zip");
    assert_eq!(batch.hospitals.len(), 2);
    assert!(issues.iter().any(|i| i.kind == IssueKind::Encoding && i.row == Some(4)));
}

#[test]
fn corrections_and_comments_may_stand_alone() {
    let text = "hospital_id,measure_id,period_start,period_end,was,is,date\n\
        demo-1,demo-falls,2021-04-01,2022-03-31,3,2,2025-01-01\n";
    let (batch, issues) = read_lone(Lone::Corrections, text.as_bytes(), "corrections.csv");
    assert_eq!((batch.corrections.len(), issues.len()), (1, 0));
    let masked = "hospital_id,measure_id,period_start,period_end,was,is,date\n\
        demo-1,demo-falls,2021-04-01,2022-03-31,too_few,2,2025-01-01\n";
    let (batch, issues) = read_lone(Lone::Corrections, masked.as_bytes(), "corrections.csv");
    assert_eq!((batch.corrections.len(), issues[0].kind), (0, IssueKind::OutOfRange));
    let long = "長".repeat(401);
    let text = format!("hospital_id,measure_id,kind,text_ja\ndemo-1,demo-falls,practice,{long}\n");
    let (batch, issues) = read_lone(Lone::Comments, text.as_bytes(), "comments.csv");
    assert_eq!((batch.comments.len(), issues[0].kind), (0, IssueKind::OutOfRange));
    let older = "hospital_id,measure_id,period_end,kind,date,text_ja,text_en\n\
        demo-1,demo-falls,2022-03-31,practice,2025-01-01,今,now\n";
    let (batch, issues) = read_lone(Lone::Comments, older.as_bytes(), "comments.csv");
    assert_eq!((batch.comments[0].period_start, batch.comments[0].stratum.as_str(), issues.len()), (None, "", 0));
}

#[test]
fn events_may_stand_alone_and_say_what_is_wrong_with_them() {
    let head = "area_code,hospital_id,kind,start,end,text_ja,text_en,source";
    let text = format!(
        "{head}\n1507,,disaster,2024-01-01,,地震,Earthquake,県\n,demo-1,outbreak,2023-01-01,2023-02-01,,,\n\
         1507,,eruption,2024-01-01,,,,\n1507,,disaster,2024-02-01,2024-01-01,,,\n,,disaster,2024-01-01,,,,\n\
         1507,,disaster,soon,,,,\n"
    );
    let (batch, issues) = read_lone(Lone::Events, text.as_bytes(), "events.csv");
    assert_eq!((batch.events.len(), batch.events[0].end, issues.len()), (2, None, 4), "{issues:#?}");
    let said: Vec<String> = issues.iter().map(ToString::to_string).collect();
    assert!(said[0].contains("disaster, outbreak"), "{}", said[0]);
    assert!(said[1].contains("before the first"), "{}", said[1]);
}

#[test]
fn tables_are_written_in_the_order_of_the_format() {
    let (batch, _) = read_package(&package(&[]), "made-up.zip");
    let written = write_package(&Batch { name: String::new(), ..batch }, "Made up!");
    let names: Vec<&str> = written.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["datapackage.json", "hospitals.csv", "measures.csv", "observations.csv"]);
    let hospitals = String::from_utf8(written[1].1.clone()).unwrap();
    assert!(hospitals.starts_with("id,name,name_kana,name_en,short_name,country,region_code,municipality_code,"));
    assert!(hospitals.contains("demo-1,みなと架空病院,,,,JP,,,,,,35.5,139.25,exact,\n"));
    let manifest = String::from_utf8(written[0].1.clone()).unwrap();
    assert!(manifest.contains("\"name\": \"made-up-\"") && manifest.contains("\"fictional\": true"), "{manifest}");
}

fn id() -> HospitalId {
    HospitalId::parse("demo-1").unwrap()
}

fn measure() -> MeasureId {
    MeasureId::parse("demo-m").unwrap()
}

prop_compose! {
    fn days()(a in 0_i32..9000, b in 0_i32..9000) -> (Day, Day) {
        let day = |n: i32| Day::constant(2000, 1, 1).saturating_add(jiff::Span::new().days(n));
        (day(a.min(b)), day(a.max(b)))
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-zA-Z0-9 ,\"\n;'東京都病院（髙﨑）-]{0,12}", "\\PC{0,8}"]
}

fn both() -> impl Strategy<Value = Bilingual<String>> {
    (text(), text()).prop_map(|(ja, en)| Bilingual::new(ja, en))
}

fn name() -> impl Strategy<Value = String> {
    "[a-z東京病院]{1,8}"
}

fn figure() -> impl Strategy<Value = Option<f64>> {
    proptest::option::of(prop_oneof![0.0..1e9_f64, proptest::num::f64::POSITIVE, Just(0.1 + 0.2)])
}

fn measure_record() -> impl Strategy<Value = MeasureRecord> {
    let flags = proptest::array::uniform6(proptest::option::of(any::<bool>()));
    let texts = (name(), name(), text(), text(), text());
    let words = (both(), both(), both(), both());
    (flags, texts, words, proptest::array::uniform3(figure()), proptest::collection::vec("[a-z]{1,5}", 0..3)).prop_map(
        |(flags, (ja, en, unit, profile, abroad), (plain, why, cannot_tell, owner_warning), figures, adjusters)| {
            MeasureRecord {
                id: measure(),
                name: Bilingual::new(ja, en),
                kind: Kind::Score,
                direction: Direction::Neutral,
                topic: Topic::Access,
                measure_type: MeasureType::Structure,
                unit,
                risk_adjusted: flags[0],
                adjusters,
                shrunken: flags[1],
                national_value: figures[0],
                self_reported: flags[2],
                audited: flags[3],
                voluntary: flags[4],
                counts_episodes: flags[5],
                eligible_hospitals: figures[1],
                min_denominator: figures[2],
                suppression_profile: profile,
                plain,
                why,
                cannot_tell,
                owner_warning,
                means_abroad: abroad,
            }
        },
    )
}

prop_compose! {
    fn observation()(
        (start, end) in days(), texts in proptest::array::uniform4(text()), figures in proptest::array::uniform6(figure()),
        value in 0.0..1.0_f64, share in 0.0..=1.0_f64, derived in any::<bool>(), row in proptest::option::of(any::<u32>()),
        status in proptest::sample::select(Status::ALL), footnotes in proptest::collection::vec("[a-z0-9*]{1,3}", 0..3),
    ) -> ObservationRecord {
        let told = status == Status::Reported;
        let shown = |f: Option<f64>| f.filter(|_| told);
        let [stratum, raw, published_verdict, source_sheet] = texts;
        ObservationRecord {
            hospital: Subject::Hospital(id()), measure: measure(), period: Period { start, end }, stratum,
            numerator: shown(figures[0]), denominator: shown(figures[1]), eligible: shown(figures[2]),
            expected: shown(figures[3]), value: shown(Some(value)), standard_error: shown(figures[5]),
            response_rate: shown(Some(share)), status, raw, derived, footnotes, published_verdict,
            source_id: String::new(), source_sheet, source_row: row,
        }
    }
}

prop_compose! {
    fn batch()(
        texts in proptest::array::uniform9(text()), hospital_name in name(), title in text(), (first, last) in days(),
        measure in measure_record(), observations in proptest::collection::vec(observation(), 0..4), words in both(),
        latitude in -90.0..90.0_f64, longitude in 0.1..180.0_f64, fictional in any::<bool>(), code in name(),
        figures in proptest::array::uniform3(0.0..1e6_f64),
    ) -> Batch {
        let subject = Subject::Hospital(id());
        let period = Period { start: first, end: last };
        let mut observations = observations;
        observations.sort_by(|a, b| (a.period, &a.stratum).cmp(&(b.period, &b.stratum)));
        observations.dedup_by(|a, b| (a.period, &a.stratum) == (b.period, &b.stratum));
        let [name_kana, name_en, short_name, municipality_code, municipality, area_code, address, url, value] = texts;
        let mut limits = figures;
        limits.sort_by(f64::total_cmp);
        Batch {
            reality: if fictional { Reality::Fictional } else { Reality::Real },
            name: "made-up-too".to_string(), title, created: Some(first),
            hospitals: vec![HospitalRecord {
                id: id(), name: hospital_name, name_kana, name_en, short_name, country: "JP".to_string(),
                region_code: "13".to_string(), municipality_code, municipality, area_code, address,
                latitude: Some(latitude), longitude: Some(longitude), point: Point::Exact, url,
            }],
            identifiers: vec![IdentifierRecord {
                hospital: id(), scheme: code.clone(), value: code.clone(), valid_from: Some(first), valid_to: None,
                matched: Match::Suffix, confidence: 0.9,
            }],
            successors: vec![SuccessorRecord {
                hospital: subject.clone(), successor: None, date: Some(last), kind: SuccessionKind::Closed,
            }],
            context: vec![ContextRecord {
                hospital: subject.clone(), key: code.clone(), value, valid_from: None, valid_to: Some(last),
            }],
            areas: vec![AreaRecord {
                code: code.clone(), kind: AreaKind::MedicalArea, name: words.clone(), parent: "13".to_string(),
                population: Some(figures[0]), year: Some(2017), island: false,
            }],
            area_observations: vec![AreaObservationRecord {
                area_code: code.clone(), key: "outflow_share".to_string(), period, value: Some(figures[1]),
                status: Status::Reported,
            }],
            measures: vec![measure],
            measure_versions: vec![MeasureVersionRecord {
                measure: self::measure(), version: code.clone(), valid_from: Some(first), valid_to: Some(last),
                breaks: Breaks::Scope, change: words.clone(),
            }],
            observations,
            limits: vec![LimitRecord {
                hospital: subject.clone(), measure: self::measure(), period, stratum: String::new(),
                kind: LimitKind::Quartiles, lower: Some(limits[0]), middle: Some(limits[1]), upper: Some(limits[2]),
            }],
            footnotes: vec![FootnoteRecord { source_id: code.clone(), code: code.clone(), text: words.clone() }],
            events: vec![EventRecord {
                area_code: code.clone(), hospital: None, kind: EventKind::Disaster, start: first, end: Some(last),
                text: words.clone(), source: code.clone(),
            }],
            comments: vec![CommentRecord {
                hospital: subject.clone(), measure: self::measure(), period_start: Some(first),
                period_end: Some(last), stratum: "icu".to_string(), kind: CommentKind::Practice, date: None, text: words.clone(),
            }],
            corrections: vec![CorrectionRecord {
                hospital: subject, measure: self::measure(), period, stratum: String::new(), was: "1".to_string(),
                is: String::new(), why: words.clone(), date: last,
            }],
            sources: vec![SourceRecord {
                id: code.clone(), publisher: words.clone(), title: words.clone(), licence: code, attribution: words,
                published: Some(first), ..SourceRecord::default()
            }],
            ..Batch::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_reads_back_the_same(batch in batch()) {
        let files: BTreeMap<String, Vec<u8>> = write_package(&batch, "made-up").into_iter().collect();
        let (read, issues) = read_package(&files, "made-up.zip");
        prop_assert!(issues.is_empty(), "{issues:#?}");
        prop_assert_eq!(&read, &batch);
        let again: BTreeMap<String, Vec<u8>> = write_package(&read, "made-up").into_iter().collect();
        prop_assert_eq!(again, files);
    }

    #[test]
    fn a_damaged_package_never_panics(cut in 0_usize..400, place in 0_usize..400, byte in any::<u8>()) {
        for table in ["datapackage.json", "hospitals.csv", "measures.csv", "observations.csv"] {
            let mut files = package(&[]);
            let bytes = files.get_mut(table).unwrap();
            let place = place % bytes.len();
            bytes[place] = byte;
            bytes.truncate(bytes.len().saturating_sub(cut % 60));
            let (read, _) = read_package(&files, "made-up.zip");
            prop_assert!(read.observations.len() <= 2);
        }
    }
}
