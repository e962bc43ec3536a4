//! Is every official layout read as it is printed, on small invented files?

mod xlsx;

use domain::issue::{IssueKind, Severity};
use domain::records::{Authority, Batch, ContextRecord, LimitKind, ObservationRecord, Point, Subject, SuccessionKind};
use domain::{Period, Status};
use importers::{Options, RawInput, Reading, read};
use xlsx::{rows, workbook};

fn from(name: &str, bytes: &[u8]) -> Reading {
    read(&RawInput { name: name.to_string(), bytes: bytes.to_vec() }, &Options::default())
}

fn of_period(name: &str, bytes: &[u8], period: &str) -> Reading {
    let options = Options { period: Period::parse(period).ok(), recipe: None };
    read(&RawInput { name: name.to_string(), bytes: bytes.to_vec() }, &options)
}

fn batch(reading: &Reading) -> &Batch {
    reading.batch.as_ref().unwrap_or_else(|| panic!("nothing was read: {:?}", reading.issues))
}

fn told(reading: &Reading, kind: IssueKind) -> Vec<String> {
    reading.issues.iter().filter(|i| i.kind == kind).map(ToString::to_string).collect()
}

fn fact<'a>(batch: &'a Batch, subject: &Subject, key: &str) -> Option<&'a str> {
    let same = |c: &&ContextRecord| c.hospital == *subject && c.key == key;
    batch.context.iter().find(same).map(|c| c.value.as_str())
}

fn value<'a>(batch: &'a Batch, facility: usize, measure: &str) -> Option<&'a ObservationRecord> {
    let subject = Subject::Facility(facility);
    batch.observations.iter().find(|o| o.hospital == subject && o.measure.as_str() == measure)
}

#[test]
fn the_register_keeps_what_can_be_and_tells_what_cannot() {
    let reading = from("navii.csv", include_bytes!("fixtures/navii.csv"));
    let batch = batch(&reading);
    assert_eq!(reading.kind, "navii-register");
    let ids: Vec<&str> = batch.hospitals.iter().map(|h| h.id.as_str()).collect();
    assert_eq!(ids, ["jp-1399990000010", "jp-13999", "jp-1399990000030"]);
    let (central, island) = (&batch.hospitals[0], &batch.hospitals[1]);
    assert_eq!((central.point, central.municipality_code.as_str()), (Point::Exact, "13101"));
    assert_eq!((island.point, island.latitude, island.municipality_code.as_str()), (Point::Unknown, None, "01001"));
    let subject = Subject::Hospital(central.id.clone());
    assert_eq!(fact(batch, &subject, "beds_general"), Some("300"));
    assert_eq!(fact(batch, &subject, "closed_sun"), Some("1"));
    assert_eq!(fact(batch, &subject, "closed_mon"), None);
    assert_eq!(fact(batch, &subject, "closed_week2_sat"), Some("1"));
    assert_eq!(fact(batch, &subject, "closed_other"), Some("12月30日"));
    assert_eq!(told(&reading, IssueKind::UnknownPlace).len(), 1);
    assert!(told(&reading, IssueKind::Duplicate)[0].contains("row 4, column \"ID\", value \"13999\""));
    let impossible = told(&reading, IssueKind::OutOfRange);
    assert!(impossible.iter().any(|i| i.contains("row 5") && i.contains("5.0/10.0")), "{impossible:?}");
    assert!(impossible.iter().any(|i| i.contains("beds_general") && i.contains("-3")), "{impossible:?}");
    assert!(told(&reading, IssueKind::NotUnderstood)[0].contains("沢山"));
    assert_eq!(told(&reading, IssueKind::MissingValue).len(), 1);
}

#[test]
fn the_departments_of_the_register_become_services() {
    let text = "ID,診療科目コード,診療科目名,診療時間帯,月_診療開始時間\n13999,01001,内科,1,09:00\n13999,01001,内科,2,13:00\n13999,03031,産科,1,09:00\n";
    let reading = from("departments.csv", text.as_bytes());
    let batch = batch(&reading);
    assert_eq!(reading.kind, "jp-navii-departments");
    assert!(batch.hospitals.is_empty());
    let subject = Subject::Hospital(domain::HospitalId::parse("jp-13999").unwrap());
    assert_eq!((fact(batch, &subject, "service:内科"), fact(batch, &subject, "service:産科")), (Some("1"), Some("1")));
}

const AREA: &str = "
構想区域別の医療機関の病床機能報告上の病床数
(1)構想区域の状況
|都道府県|構想区域|①人口（万人）|③医療機関数||④一般・療養病床計（休棟中等除く）|||||休棟中等|⑥医師数（常勤換算）
||||一般病院|有床診療所||高度急性期|急性期|回復期|慢性期||常勤|非常勤
1|北海道|架空|3.5001|1|1|300|50|150|60|40|0|20|1.5
101|||||⑤構想必要量→|280|40|140|60|40
⑨推計流出患者割合：▲12.5%||||⑨推計流入患者割合：-
(2)区域内の医療機関
|①医療機関名|②所在地|③一般・療養病床||||||④医師数|||⑤医療機関機能|||||⑥診療実績
|||休棟中等含む計|高度急性期|急性期|回復期|慢性期|休棟中等|常勤|非常勤|100床当たり|特定機能|地域支援|三次救急|二次救急|在宅療養支援|救急車の受入件数|全身麻酔手術件数|分娩件数|手術総数|平均在棟日数
|||||||||||||||||||||高度急性期|急性期
1|架空中央病院|架空市|300|50|150|60|40|0|20|1.5|7.17|特|地|三次|二次||*|１２０|0|-5|12.5|-
2|架空診療所|架空町|19|0|19|0|0|0|1|0|5.3|||||在支|10|-|3|1|-|9
3|架空休診病院||未報告
";

#[test]
fn the_bed_functions_keep_every_sign_apart() {
    let bytes = workbook(&[("101北海道架空 ", rows(AREA)), ("目次", rows("目次|頁"))]);
    let reading = of_period("beds.xlsx", &bytes, "2024-04-01/2025-03-31");
    let batch = batch(&reading);
    assert_eq!(reading.kind, "bed-functions");
    assert_eq!(batch.facilities.len(), 3);
    let first = &batch.facilities[0];
    assert_eq!(
        (first.scheme.as_str(), first.value.as_str(), first.area_code.as_str()),
        ("bed-functions:2025", "0101-12", "0101")
    );
    assert_eq!((first.region_code.as_str(), first.municipality.as_str()), ("01", "架空市"));
    let central = Subject::Facility(0);
    for (key, expected) in [
        ("beds_reported", "300"),
        ("beds_fn_high_acute", "50"),
        ("beds_fn_acute", "150"),
        ("beds_fn_chronic", "40"),
        ("beds_fn_closed", "0"),
        ("doctors_parttime", "1.5"),
        ("advanced_treatment", "1"),
        ("regional_support", "1"),
        ("emergency_level", "3"),
    ] {
        assert_eq!(fact(batch, &central, key), Some(expected), "{key}");
    }
    assert_eq!(fact(batch, &Subject::Facility(1), "home_care_support"), Some("1"));
    assert_eq!(fact(batch, &Subject::Facility(2), "beds_reported"), Some("not_reported"));
    let status = |facility, measure| value(batch, facility, measure).map(|o| (o.status, o.value, o.raw.as_str()));
    assert_eq!(status(0, "jp-bed-ambulances"), Some((Status::NotDisclosed, None, "*")));
    assert_eq!(status(0, "jp-bed-general-anaesthesia"), Some((Status::Reported, Some(120.0), "１２０")));
    assert_eq!(status(0, "jp-bed-operations"), None);
    assert_eq!(status(1, "jp-bed-general-anaesthesia"), Some((Status::NotApplicable, None, "-")));
    assert_eq!(status(2, "jp-bed-deliveries"), Some((Status::NotReported, None, "未報告")));
    assert!(told(&reading, IssueKind::OutOfRange)[0].contains("row 12, column \"手術総数\", value \"-5\""));
    assert_eq!(batch.areas[0].population, Some(35_001.0));
    let of_area = |key: &str| batch.area_observations.iter().find(|a| a.key == key).map(|a| (a.value, a.status));
    assert_eq!(of_area("outflow_share"), Some((Some(0.125), Status::Reported)));
    assert_eq!(of_area("inflow_share"), Some((None, Status::NotAvailable)));
    assert_eq!(of_area("beds_needed_acute"), Some((Some(140.0), Status::Reported)));
    assert_eq!(of_area("beds_fn_closed"), Some((Some(0.0), Status::Reported)));
}

#[test]
fn a_small_hospital_without_highly_acute_beds_is_no_emergency_centre_whatever_it_ticks() {
    let ticked = |high_acute: &str, beds: &str, ambulances: &str| {
        let row = AREA.replace(
            "300|50|150|60|40|0|20|1.5|7.17|特|地|三次|二次||*|",
            &format!("{beds}|{high_acute}|150|60|40|0|20|1.5|7.17|特|地|三次|二次||{ambulances}|"),
        );
        let reading = of_period("beds.xlsx", &workbook(&[("101北海道架空", rows(&row))]), "2024-04-01/2025-03-31");
        let of = |key: &str| fact(batch(&reading), &Subject::Facility(0), key).map(str::to_string);
        (of("emergency_level"), of("emergency_printed"))
    };
    let told = |level: &str, printed: Option<&str>| (Some(level.to_string()), printed.map(str::to_string));
    assert_eq!(ticked("0", "110", "1500"), told("2", Some("3")), "few beds");
    assert_eq!(ticked("0", "300", "132"), told("2", Some("3")), "few ambulances");
    assert_eq!(ticked("0", "220", "2370"), told("3", None), "a hospital of its region that is one");
    assert_eq!(ticked("30", "30", "906"), told("3", None), "a centre that is nothing else");
    assert_eq!(ticked("-", "110", "132"), told("3", None), "what is not printed contradicts nothing");
}

#[test]
fn a_moved_column_is_found_and_a_missing_one_is_named_once() {
    let moved = AREA.replace("|分娩件数|手術総数|", "|手術総数|分娩件数|");
    let reading = of_period("beds.xlsx", &workbook(&[("101北海道架空", rows(&moved))]), "2024-04-01/2025-03-31");
    assert_eq!(value(batch(&reading), 0, "jp-bed-operations").and_then(|o| o.value), Some(0.0));
    let without = AREA.replace("|分娩件数|", "|お産|");
    let sheets = [("101北海道架空", rows(&without)), ("102北海道架空東", rows(&without))];
    let reading = of_period("beds.xlsx", &workbook(&sheets), "2024-04-01/2025-03-31");
    let missing = told(&reading, IssueKind::MissingColumn);
    assert_eq!(missing.len(), 1);
    assert!(missing[0].contains("分娩件数") && missing[0].contains("お産"), "{missing:?}");
    assert_eq!(batch(&reading).facilities.len(), 6);
}

#[test]
fn a_table_without_days_asks_for_them() {
    let reading = from("beds.xlsx", &workbook(&[("101北海道架空", rows(AREA))]));
    assert!(reading.batch.is_none());
    assert!(reading.issues.iter().any(|i| i.severity == Severity::Blocking && i.message.contains("--period")));
    let named = from("病床機能_2024年度.xlsx", &workbook(&[("101北海道架空", rows(AREA))]));
    assert_eq!(told(&named, IssueKind::PeriodFromName).len(), 1);
    assert_eq!(batch(&named).observations[0].period.as_fiscal_year(), Some(2024));
}

#[test]
fn the_panel_follows_a_hospital_over_its_numbers() {
    let reading = from("panel.csv", include_bytes!("fixtures/dpc_panel.csv"));
    let batch = batch(&reading);
    assert_eq!((reading.kind.as_str(), batch.authority), ("jp-dpc-panel", Authority::Compiled));
    let central = &batch.facilities[0];
    assert_eq!((central.scheme.as_str(), central.value.as_str()), ("dpc:2022", "10002"));
    let also: Vec<String> = central.also.iter().map(|(s, v)| format!("{s}={v}")).collect();
    assert_eq!(also, ["dpc:2021=10001", "dpc:2020=00007"]);
    assert_eq!(central.other_names, ["旧架空病院"]);
    assert_eq!(batch.facilities[1].scheme, "dpc:2021", "its number of 2022 belongs to another");
    assert_eq!(told(&reading, IssueKind::Duplicate).len(), 1);
    let readmission = value(batch, 0, "jp-dpc-readmission").unwrap();
    assert_eq!((readmission.numerator, readmission.derived, readmission.source_row), (Some(31.0), true, Some(2)));
    let deaths = value(batch, 0, "jp-dpc-deaths").unwrap();
    assert_eq!((deaths.numerator, deaths.value, deaths.raw.as_str()), (Some(25.0), Some(0.025), "0.02 + 0.005"));
    let unplanned = value(batch, 0, "jp-dpc-unplanned").unwrap();
    assert_eq!((unplanned.numerator, unplanned.denominator, unplanned.derived), (None, None, false));
    let stay = value(batch, 0, "jp-dpc-los").unwrap();
    assert!((stay.standard_error.unwrap() - 12.5 * 0.8 / 1000_f64.sqrt()).abs() < 1e-12);
    let quartiles = batch.limits.iter().find(|l| l.kind == LimitKind::Quartiles).unwrap();
    assert_eq!((quartiles.lower, quartiles.middle, quartiles.upper), (Some(4.0), Some(9.0), Some(16.0)));
    let impossible = told(&reading, IssueKind::OutOfRange);
    assert!(impossible.iter().any(|i| i.contains("row 4") && i.contains("value \"1.4\"")), "{impossible:?}");
    assert!(
        impossible.iter().any(|i| i.contains("row 5") && i.contains("退院患者数") && i.contains("-5")),
        "{impossible:?}"
    );
    assert!(told(&reading, IssueKind::NotUnderstood).iter().any(|i| i.contains("二〇二〇")));
    assert_eq!(told(&reading, IssueKind::NoLicence).len(), 1);
}

#[test]
fn dpc_counts_below_ten_are_masked_and_carried_over_two_rows() {
    let groups = (1..=18).map(|n| format!("{n:02}")).collect::<Vec<_>>().join("|");
    let text = format!(
        "||||平成30年度\n告示番号|通番|施設名|手術|{groups}\n||||DPC患者数\n010001|010000|架空中央病院|無し|975|-\n|||有り|222|10\n020002|-|架空北病院|無し|-\n※ 10未満は「-」\n"
    );
    let shares = text.replace("DPC患者数", "構成比率");
    let reading = from("x.xlsx", &workbook(&[("件数", rows(&text)), ("割合 ", rows(&shares))]));
    let batch = batch(&reading);
    assert_eq!(reading.kind, "dpc-counts");
    assert_eq!(batch.observations.len(), 5);
    let last = &batch.observations[3];
    assert_eq!((last.stratum.as_str(), last.value, last.period.as_fiscal_year()), ("02-op", Some(10.0), Some(2018)));
    assert_eq!(batch.observations[1].status, Status::Suppressed);
    assert_eq!(batch.facilities[0].also, [("dpc:2017".to_string(), "010000".to_string())]);
    assert_eq!(batch.sources[0].id, "jp-dpc-fy2018-counts");
}

#[test]
fn the_dpc_overview_gives_beds_footnotes_and_mergers() {
    let list = "
告示番号※1|通番※2|市町村番号|都道府県|施設名|病院類型|DPC算定病床数※3|精神病床数|病床総数※7|平成30年度提出月数※8
010001|010000|13101|東京|架空中央病院|平成18年度DPC参加病院|300|20|320|12
020002|-|02201|青森|架空北病院※9|平成30年度出来高算定病院|0|0|80|3

※1 平成30年度の告示番号
※7 医療保険対象病床
 に限る
";
    let mergers = "
合併/分割||合併分割 前|||合併分割 後
||告示番号|通番|施設名|告示番号|通番|施設名
2018/5/1|合併|010001|010000|架空中央病院|010001|010000|架空中央病院
||039999|039998|架空東病院|||
";
    let reading = from("x.xlsx", &workbook(&[("施設概要表", rows(list)), ("合併分割医療機関の取扱い", rows(mergers))]));
    let batch = batch(&reading);
    assert_eq!(reading.kind, "dpc-overview");
    assert_eq!(fact(batch, &Subject::Facility(0), "beds_dpc"), Some("300"));
    assert_eq!((&*batch.facilities[1].region_code, &*batch.facilities[1].name), ("02", "架空北病院"));
    assert_eq!(fact(batch, &Subject::Facility(1), "dpc_footnote"), Some("※9"));
    assert_eq!(fact(batch, &Subject::Facility(0), "dpc_footnote"), None);
    let notes: Vec<(&str, &str)> = batch.footnotes.iter().map(|f| (f.code.as_str(), f.text.ja.as_str())).collect();
    assert_eq!(notes, [("※1", "平成30年度の告示番号"), ("※7", "医療保険対象病床に限る")]);
    assert_eq!(batch.successors.len(), 1);
    let merger = &batch.successors[0];
    assert_eq!((merger.kind, merger.date.unwrap().to_string().as_str()), (SuccessionKind::Merged, "2018-05-01"));
    assert_eq!((&merger.hospital, &merger.successor), (&Subject::Facility(2), &Some(Subject::Facility(0))));
    assert_eq!(batch.facilities[2].name, "架空東病院");
}

#[test]
fn shmi_is_read_with_a_latin_1_footer_and_another_spelling() {
    let reading = from("shmi-2013-april.csv", include_bytes!("fixtures/shmi.csv"));
    let batch = batch(&reading);
    assert_eq!(told(&reading, IssueKind::Encoding).len(), 1);
    assert_eq!(batch.observations.len(), 2);
    assert_eq!(batch.observations[0].hospital, Subject::Hospital(domain::HospitalId::parse("gb-X1A").unwrap()));
    assert_eq!((batch.observations[0].numerator, batch.observations[0].expected), (Some(50.0), Some(40.0)));
    assert_eq!(batch.observations[1].numerator, None, "a negative count is left out");
    assert_eq!(batch.observations[0].period.to_string(), "2011-10-01/2012-09-30");
    assert_eq!(told(&reading, IssueKind::PeriodFromName).len(), 1);
}

#[test]
fn cms_ids_keep_zeros_and_letters_and_every_gap_its_reason() {
    let reading = from("readmissions.csv", include_bytes!("fixtures/cms_readmissions.csv"));
    let batch = batch(&reading);
    let ids: Vec<&str> = batch.hospitals.iter().map(|h| h.id.as_str()).collect();
    assert_eq!(ids, ["us-1014F", "us-010002"]);
    let first = &batch.observations[0];
    assert_eq!(
        (first.measure.as_str(), first.expected, first.period.to_string().as_str()),
        ("us-hrrp-hf", Some(40.0), "2017-07-01/2020-06-30")
    );
    let few = &batch.observations[1];
    assert_eq!((few.status, few.footnotes.join("/"), few.raw.as_str()), (Status::TooFew, "1/23".to_string(), "N/A"));
    assert_eq!(batch.observations.len(), 3);
    assert_eq!(told(&reading, IssueKind::Duplicate).len(), 1);
    let other = told(&reading, IssueKind::NotUnderstood);
    assert!(
        other.iter().any(|i| i.contains("READM-30-STROKE-HRRP")) && other.iter().any(|i| i.contains("\"high\"")),
        "{other:?}"
    );
}
