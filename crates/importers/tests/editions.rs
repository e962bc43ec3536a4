//! Are other years of the official files read, in whatever layout they came?

mod xlsx;

use domain::issue::IssueKind;
use domain::records::{Batch, LimitKind, ObservationRecord, Subject};
use domain::{Period, Status};
use importers::{Options, RawInput, Reading, read};
use xlsx::{rows, workbook};

fn from(name: &str, bytes: &[u8]) -> Reading {
    read(&RawInput { name: name.to_string(), bytes: bytes.to_vec() }, &Options::default())
}

fn batch(reading: &Reading) -> &Batch {
    reading.batch.as_ref().unwrap_or_else(|| panic!("nothing was read: {:?}", reading.issues))
}

fn of_year<'a>(batch: &'a Batch, facility: usize, measure: &str, year: i16) -> Option<&'a ObservationRecord> {
    let period = Period::fiscal_year(year)?;
    batch
        .observations
        .iter()
        .find(|o| o.hospital == Subject::Facility(facility) && o.measure.as_str() == measure && o.period == period)
}

const STAY: &str = "
参考資料１（３）在院日数の状況|令和２年度の報告
告示番号|通番|施設名|令和元年度|||||||令和２年度||||||
|||件数|在院日数|||||||件数|在院日数||||
||||平均値|変動係数|25％タイル値|50%タイル値（中央値）|75%タイル値|最大値||平均値|変動係数|25%タイル値|中央値|75%タイル値
10001|10002|架空中央病院|400|12.5|0.8|4|9|16|90|500|12|1|4|8|15
10003|-|架空北病院|-|-|-|-|-|-|-|25|30.25|0.5|20|30|41
※1　件数が10未満のものは「-」で示した
";

#[test]
fn stays_of_several_years_side_by_side() {
    let reading = from("000758180.xlsx", &workbook(&[("在院日数の状況 ", rows(STAY)), ("目次", rows("目次|頁"))]));
    let batch = batch(&reading);
    assert_eq!(reading.kind, "dpc-rates");
    assert_eq!(batch.facilities.len(), 2);
    let first = &batch.facilities[0];
    assert_eq!((first.scheme.as_str(), first.value.as_str()), ("dpc:2020", "10001"));
    assert_eq!(first.also, [("dpc:2019".to_string(), "10002".to_string())]);
    let stay = of_year(batch, 0, "jp-dpc-los", 2019).unwrap();
    assert_eq!((stay.value, stay.denominator, stay.standard_error), (Some(12.5), Some(400.0), Some(0.5)));
    assert_eq!((stay.source_sheet.as_str(), stay.source_row), ("在院日数の状況 ", Some(5)));
    let quartiles = batch.limits.iter().find(|l| l.period == Period::fiscal_year(2020).unwrap()).unwrap();
    assert_eq!(
        (quartiles.kind, quartiles.lower, quartiles.middle, quartiles.upper),
        (LimitKind::Quartiles, Some(4.0), Some(8.0), Some(15.0))
    );
    let hidden = of_year(batch, 1, "jp-dpc-los", 2019).unwrap();
    assert_eq!((hidden.status, hidden.value, hidden.raw.as_str()), (Status::Suppressed, None, "-"));
    assert!(reading.issues.iter().any(|i| i.row == Some(7) && i.message.contains("remark")), "{:?}", reading.issues);
}

#[test]
fn outcomes_as_shares_in_per_cent_or_as_counts() {
    let shares = "
退院時転帰の状況（令和４年度）
告示番号|通番|市町村番号|施設名|件数|治癒・軽快|寛解|不変|増悪|医療資源を最も投入した傷病による死亡|医療資源を最も投入した傷病以外による死亡|その他
10001|10001|13101|架空中央病院|1,000|80.0%|1|10|1|2.0|0.5|5.5
10002|10002|13101|架空北病院|40|90|0|5|0|2.5|0|2.5
";
    let reading = from("outcome.xlsx", &workbook(&[("退院時転帰", rows(shares))]));
    let deaths = of_year(batch(&reading), 0, "jp-dpc-deaths", 2022).unwrap();
    assert_eq!((deaths.value, deaths.numerator, deaths.denominator), (Some(0.025), Some(25.0), Some(1000.0)));
    assert!(deaths.derived && deaths.raw == "2 + 0.5", "{}", deaths.raw);
    let counts = "
退院時転帰の状況（令和４年度）
告示番号|施設名|件数
||合計|治癒・軽快|医療資源を最も投入した傷病による死亡|医療資源を最も投入した傷病以外による死亡
10001|架空中央病院|1000|900|20|5
";
    let counts = counts.replace("||合計|", "||件数計|");
    let reading = from("outcome.xlsx", &workbook(&[("件数", rows(&counts))]));
    let deaths = of_year(batch(&reading), 0, "jp-dpc-deaths", 2022).unwrap();
    assert_eq!((deaths.value, deaths.numerator), (Some(0.025), Some(25.0)));
}

#[test]
fn readmissions_of_the_same_illness_within_the_window() {
    let text = "
（１０）再入院の状況
告示番号|通番|施設名|平成27年度||||平成28年度|||
|||件数|同一疾患||異なる疾患|件数|同一疾患||異なる疾患
||||6週間以内|6週間超|6週間以内||4週間以内|4週間超|4週間以内
20001|20001|架空中央病院|1000|0.09|0.02|0.1|1000|0.074|0.02|0.08
20002|20002|架空南病院|50|1.4|0|0|200|0.05|0|0
";
    let reading = from("readmission.xlsx", &workbook(&[("再入院の状況", rows(text))]));
    // one share is larger than 1, so the table is taken to print per cent
    assert_eq!(of_year(batch(&reading), 0, "jp-dpc-readmission", 2016).and_then(|o| o.value), Some(0.00074));
    let text = text.replace("|50|1.4|", "|50|0.14|");
    let reading = from("readmission.xlsx", &workbook(&[("再入院の状況", rows(&text))]));
    let before = of_year(batch(&reading), 0, "jp-dpc-readmission", 2015).unwrap();
    assert_eq!((before.value, before.numerator), (Some(0.09), Some(90.0)));
    let after = of_year(batch(&reading), 0, "jp-dpc-readmission", 2016).unwrap();
    assert_eq!((after.value, after.numerator, after.derived), (Some(0.074), Some(74.0), true));
}

#[test]
fn a_number_that_passes_to_another_hospital_within_the_year_is_two_facilities() {
    let text = "
告示番号※1|通番※2|市町村番号|都道府県|施設名|病院類型|DPC算定病床数※3|病床総数※8|令和4年度 提出月数※9
30912|30921|13101|東京|架空旧病院|DPC参加病院|78|135|2
30912|-|13101|東京|架空新センター|DPC参加病院|109|379|10
30999|30999|13101|東京|架空隣病院|DPC参加病院|50|99|12
";
    let mergers = "
合併/分割||合併分割 前|||合併分割 後
||告示番号|通番|施設名|告示番号|通番|施設名
2022-06-01|合併|30912|30921|架空旧病院|30912|-|架空新センター
||30999|30999|架空隣病院
";
    let reading =
        from("r4.xlsx", &workbook(&[("施設概要表", rows(text)), ("合併分割医療機関の取扱い", rows(mergers))]));
    let batch = batch(&reading);
    let names: Vec<&str> = batch.facilities.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(names, ["架空旧病院", "架空新センター", "架空隣病院"]);
    let pairs: Vec<_> = batch.successors.iter().map(|s| (s.hospital.clone(), s.successor.clone())).collect();
    let (old, new, beside) = (Subject::Facility(0), Subject::Facility(1), Subject::Facility(2));
    assert_eq!(pairs, [(old, Some(new.clone())), (beside, Some(new))]);
    assert!(!reading.issues.iter().any(|i| i.kind == IssueKind::Duplicate), "{:?}", reading.issues);
}

#[test]
fn the_days_of_a_bed_report_are_never_taken_from_what_several_years_print() {
    let text = "
(1)構想区域の状況
|都道府県|構想区域|①人口（万人）|④病床計
1|北海道|架空|35.9223|300
|①医療機関名|②所在地|③一般・療養病床||④医師数||⑥診療実績
|||休棟中等含む計|高度急性期|常勤|100床当たり|分娩件数
1|架空中央病院|架空市|300|50|20|7|3
";
    let reading = from("another.xlsx", &workbook(&[("101北海道架空", rows(text))]));
    assert!(reading.batch.is_none());
    assert!(reading.issues.iter().any(|i| i.message.contains("--period")), "{:?}", reading.issues);
}

#[test]
fn an_old_workbook_with_lines_above_the_head_is_read() {
    let name = "SHMI data at trust level, Jul20-Jun21 (xls).xls";
    let reading = from(name, include_bytes!("fixtures/shmi.xls"));
    let batch = batch(&reading);
    assert_eq!(reading.kind, "gb-shmi");
    let found: Vec<_> = batch.observations.iter().map(|o| (o.value, o.numerator, o.expected, o.status)).collect();
    assert_eq!(
        found,
        [(Some(1.0526), Some(400.0), Some(380.0), Status::Reported), (None, None, None, Status::Suppressed)]
    );
    assert_eq!(batch.observations[0].period.to_string(), "2020-07-01/2021-06-30");
    assert_eq!(batch.observations[0].source_row, Some(6));
}

#[test]
fn dentists_and_midwives_are_no_hospitals() {
    let register = include_str!("fixtures/navii.csv");
    let reading = from(
        "navii.csv",
        register.replace("\"Kaku Central Hospital\",\"1\"", "\"Kaku Central Hospital\",\"3\"").as_bytes(),
    );
    assert!(batch(&reading).hospitals.iter().all(|h| h.name != "架空中央病院"));
    assert!(reading.issues.iter().any(|i| i.message.contains("機関区分")), "{:?}", reading.issues);
}
