//! Does a correction that an operator hands in stand beside the value, in the record and in the feed?

use crate::demo::Site;
use crate::package::{publish, said, write};
use crate::xml;
use std::fs;
use std::path::{Path, PathBuf};

/// The same package with a role for every hospital: what nobody has adjusted is drawn over the years within one role only.
fn with_roles(package: PathBuf) -> PathBuf {
    let hospitals = fs::read_to_string(package.join("hospitals.csv")).unwrap();
    let ids = hospitals.lines().skip(1).filter_map(|line| line.split(',').next());
    let roles: String = ids.map(|id| format!("{id},peer_group,regional_acute\n")).collect();
    fs::write(package.join("context.csv"), format!("hospital_id,key,value\n{roles}")).unwrap();
    let manifest = package.join("datapackage.json");
    let named = fs::read_to_string(&manifest).unwrap();
    let more = r#""resources": [{"name": "context", "path": "context.csv"},"#;
    fs::write(&manifest, named.replace(r#""resources": ["#, more)).unwrap();
    package
}

/// A release in which two values are corrected, one of them with a text that tries to be markup.
fn corrected(folder: &Path) -> PathBuf {
    let data = folder.join("data");
    publish(&data, &with_roles(write(folder, 12)));
    let file = folder.join("corrections.csv");
    let text = format!(
        "hospital_id,measure_id,period_start,period_end,stratum,was,is,why_ja,why_en,date\n\
         made-0001,made-readmission,2022-04-01,2023-03-31,,{},0.05,数え間違い</script>&,Miscounted <b>twice</b> & again,2025-06-10\n\
         made-0002,made-readmission,2020-04-01,2021-03-31,,{},0.1,転記のまちがい,Copied wrongly,2025-06-09\n",
        34.0 / 201.0,
        39.0 / 202.0,
    );
    fs::write(&file, text).unwrap();
    let (code, out, err) = said(&data, &["correct", file.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    data
}

const RECORD: &str = "/ja/corrections?hospital=made-0001#c.made-0001.made-readmission.2022-04-01.2023-03-31";

#[tokio::test]
async fn a_corrected_value_says_so_wherever_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&corrected(folder.path())).await;
    let applied = site.json("/api/v1/measures/made-readmission/values?limit=1000").await;
    let row = applied["values"].as_array().unwrap().iter().find(|row| row["hospital"]["id"] == "made-0001").unwrap();
    assert_eq!(row["value"], 0.05);
    let told = row["corrections"].as_array().unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!((&told[0]["is"], &told[0]["date"]), (&"0.05".into(), &"2025-06-10".into()));
    assert_eq!(told[0]["why_en"], "Miscounted <b>twice</b> & again");
    let told = ["2025年6月10日", "1,000人中 169", "1,000人中 50", "数え間違い&lt;/script&gt;&amp;"];
    for (address, told) in [
        ("/ja/hospitals/made-0001", &told[..]),
        ("/ja/compare?h=made-0001,made-0003&m=made-readmission", &told[..]),
        ("/ja/measures/made-readmission", &["訂正（2025年6月10日）"][..]),
    ] {
        let page = site.get(address).await.text();
        assert!(page.contains(RECORD), "{address} does not lead to the record");
        for words in told {
            assert!(page.contains(words), "{address}: {words}");
        }
    }
    // a year that is not the newest says so too, and names itself
    let page = site.get("/ja/hospitals/made-0002").await.text();
    assert!(page.contains("2020年度の値は2025年6月9日に直しました"), "{page}");
    let page = site.get("/ja/hospitals/made-0003").await.text();
    assert!(!page.contains("ms-corrected"));
}

/// A table of one correction of the newest value of the first hospital, 34 of 201.
fn letter(folder: &Path, is: &str) -> PathBuf {
    let file = folder.join(format!("corrections-{is}.csv"));
    let head = "hospital_id,measure_id,period_start,period_end,stratum,was,is,why_ja,why_en,date";
    let was = 34.0 / 201.0;
    let row = format!("made-0001,made-readmission,2022-04-01,2023-03-31,,{was},{is},数え間違い,Miscounted,2025-06-10");
    fs::write(&file, format!("{head}\n{row}\n")).unwrap();
    file
}

#[test]
fn a_correction_in_another_unit_is_told_as_the_page_would_print_it_and_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 12));
    let staged = || fs::read_dir(data.join("staged")).unwrap().count();
    let before = staged();
    let slip = letter(folder.path(), "0.00164");
    let (code, _, err) = said(&data, &["correct", slip.to_str().unwrap()]);
    assert_eq!((code, staged()), (3, before + 1), "{err}");
    assert!(err.contains("1.64 in 1,000 people instead of 169 in 1,000 people, a tenfold change or more"), "{err}");
    let hash = err.split("monosashi unstage ").nth(1).unwrap().trim();
    assert_eq!((said(&data, &["unstage", hash]).0, staged()), (0, before));
    let whole_percent = letter(folder.path(), "16.4");
    for words in [&["correct"][..], &["correct", "--force"]] {
        let (code, _, err) = said(&data, &[words, &[whole_percent.to_str().unwrap()]].concat());
        assert_eq!((code, staged()), (1, before), "{err}");
        assert!(err.contains("which it cannot be") && !err.contains("unstage"), "{err}");
    }
    let (code, out, err) = said(&data, &["correct", "--force", slip.to_str().unwrap()]);
    assert_eq!((code, staged()), (0, before + 1), "{out}{err}");
}

/// Whoever corrects a rate does not lose range and verdict for it.
#[tokio::test]
async fn a_corrected_rate_keeps_its_range_and_its_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = with_roles(write(folder.path(), 12));
    let measures = fs::read_to_string(package.join("measures.csv")).unwrap();
    let as_rate = measures.replace("Readmission,proportion", "Readmission,rate");
    fs::write(package.join("measures.csv"), as_rate).unwrap();
    publish(&data, &package);
    let row = async |site: &Site| {
        let values = site.json("/api/v1/measures/made-readmission/values?limit=1000").await;
        values["values"].as_array().unwrap().iter().find(|row| row["hospital"]["id"] == "made-0001").unwrap().clone()
    };
    let before = row(&Site::of(&data).await).await;
    assert_ne!(before["verdict"]["peer"], "not_judged", "{before}");
    // 33 of 201
    let file = letter(folder.path(), "0.16418");
    assert_eq!(said(&data, &["correct", file.to_str().unwrap()]).0, 0);
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    let after = row(&Site::of(&data).await).await;
    assert_eq!((&after["value"], &after["numerator"], &after["derived"]), (&0.16418.into(), &33.into(), &true.into()));
    assert!(!after["interval"].is_null() && before["verdict"] == after["verdict"], "{after}");
    assert_eq!(before["rank"].is_null(), after["rank"].is_null());
}

#[tokio::test]
async fn the_record_says_what_was_what_is_why_and_when_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&corrected(folder.path())).await;
    let page = site.get("/en/corrections").await.text();
    let (first, second) = (page.find("id=\"c.made-0001.").unwrap(), page.find("id=\"c.made-0002.").unwrap());
    assert!(first < second);
    for words in ["2 in all", "169", "50", "Miscounted &lt;b&gt;twice&lt;/b&gt; &amp; again", "10 June 2025"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(
        page.contains("/en/hospitals/made-0001#made-readmission") && page.contains("/en/measures/made-readmission")
    );
    let one = site.get("/en/corrections?hospital=made-0002").await.text();
    assert!(one.contains("id=\"c.made-0002.") && !one.contains("id=\"c.made-0001."));
    let none = site.get("/en/corrections?hospital=made-0003").await;
    assert_eq!(none.status, 200);
    assert!(none.text().contains("No figure of this hospital has been corrected."));
    assert_eq!(site.get("/en/corrections?hospitals=made-0003").await.status, 400);
}

#[tokio::test]
async fn the_feed_of_corrections_is_well_formed_and_dated_by_the_release_that_brought_them() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&corrected(folder.path())).await;
    let answer = site.get("/feeds/en/corrections.atom").await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/atom+xml; charset=utf-8"));
    let feed = xml::read(&answer.text());
    let releases = site.json("/api/v1/releases").await;
    let brought = format!("{}T00:00:00+09:00", releases["releases"][0]["as_of"].as_str().unwrap());
    assert_eq!(feed.first("updated").text, brought);
    let entries: Vec<_> = feed.all("entry").collect();
    assert_eq!(entries.len(), 2);
    assert!(entries.iter().all(|entry| entry.first("updated").text == brought));
    assert!(entries[0].first("summary").text.contains("Corrected on 10 June 2025"));
    assert!(entries[0].first("summary").text.contains("Miscounted <b>twice</b> & again"));
    let link = entries[0].first("link").attribute("href");
    assert_eq!(
        link,
        "http://127.0.0.1:3000/en/corrections?hospital=made-0001#c.made-0001.made-readmission.2022-04-01.2023-03-31"
    );
    assert_ne!(entries[0].first("id").text, entries[1].first("id").text);
}

#[tokio::test]
async fn corrections_are_asked_for_by_measure_and_since_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&corrected(folder.path())).await;
    let count = async |query: &str| {
        let list = site.json(&format!("/api/v1/corrections?{query}")).await;
        let rows = list["corrections"].as_array().unwrap().len();
        assert_eq!(list["meta"]["total"], rows, "{query}");
        rows
    };
    assert_eq!(count("").await, 2);
    assert_eq!(count("since=2025-06-09").await, 2);
    assert_eq!(count("since=2025-06-10").await, 1);
    assert_eq!(count("since=2025-06-11").await, 0);
    assert_eq!(count("measure=made-readmission&since=2025-06-10").await, 1);
    assert_eq!(site.get("/api/v1/corrections?measure=nothing").await.status, 404);
    for wrong in ["since=yesterday", "since=2025-6-1", "since=2025-02-30"] {
        let refused = site.get(&format!("/api/v1/corrections?{wrong}")).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["parameter"]), (400, &"since".into()), "{wrong}");
    }
    let table = site.get("/api/v1/measures/made-readmission/values.csv?limit=1000&period=all").await.text();
    assert!(table.lines().next().unwrap().contains(",corrections_was,corrections_is,corrections_why_ja,"));
    assert_eq!(table.matches("Copied wrongly").count(), 1, "an older period carries its correction too");
}

#[tokio::test]
async fn where_nothing_was_corrected_the_record_says_so_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 3));
    let site = Site::of(&data).await;
    let page = site.get("/ja/corrections").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("この版には、訂正した値がありません。"));
    let feed = xml::read(&site.get("/feeds/ja/corrections.atom").await.text());
    assert_eq!(feed.all("entry").count(), 0);
    assert!(feed.first("updated").text.ends_with("T00:00:00+09:00"));
}

#[tokio::test]
async fn a_pinned_chart_keeps_its_figures_while_its_frame_tells_the_correction() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&corrected(folder.path())).await;
    let releases = site.json("/api/v1/releases").await;
    let ids = releases["releases"].as_array().unwrap().iter().filter_map(|release| release["id"].as_str());
    let older = ids.into_iter().find(|id| *id != site.reports.current_id()).unwrap();
    let of = |form: &str, hospital: &str| format!("/embed/ja/ruler{form}?measure=made-readmission&hospital={hospital}");
    let frame = site.get(&format!("{}&release={older}", of("", "made-0001"))).await.text();
    assert!(frame.contains("1件が、その後訂正されました（最新は2025年6月10日）"), "{frame}");
    let drawing = site.get(&format!("{}&release={older}", of(".svg", "made-0001"))).await;
    assert!(drawing.header("cache-control").contains("immutable"));
    assert!(!drawing.text().contains("訂正"), "a pinned drawing keeps its bytes");
    let now = site.get(&of(".svg", "made-0001")).await.text();
    assert!(now.contains("訂正された値を1件ふくみます（2025年6月10日）"), "{now}");
    let two_years_back = "訂正された値を2件ふくみます（最新は2025年6月10日）";
    for (picture, said) in [("funnel", "訂正された値を1件ふくみます（2025年6月10日）"), ("spread", two_years_back)]
    {
        let drawn = site.get(&format!("/embed/ja/{picture}.svg?measure=made-readmission")).await.text();
        assert!(drawn.contains(said), "{picture}: {drawn}");
    }
    let no_role = tempfile::tempdir().unwrap();
    let data = no_role.path().join("data");
    publish(&data, &write(no_role.path(), 12));
    let refused = Site::of(&data).await.get("/embed/ja/spread.svg?measure=made-readmission").await;
    assert_eq!(refused.status, 404, "no role is known, so there is none to draw: {}", refused.text());
    let other = site.get(&format!("{}&release={older}", of("", "made-0003"))).await.text();
    assert!(!other.contains("訂正されました") && other.contains("新しいデータが出ています"));
}
