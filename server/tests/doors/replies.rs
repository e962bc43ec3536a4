//! Does what a hospital says stand beside the value it speaks of, and beside no other?

use crate::demo::Site;
use crate::package::{publish, said, write};
use std::fs;
use std::path::{Path, PathBuf};

/// A release in which one hospital speaks of its newest value, of an earlier year, of a part and of a measure as a whole.
fn replied(folder: &Path) -> PathBuf {
    let data = folder.join("data");
    publish(&data, &write(folder, 12));
    let file = folder.join("comments.csv");
    let text = "hospital_id,measure_id,period_end,kind,date,text_ja,text_en,period_start,stratum\n\
        made-0001,made-readmission,2023-03-31,explanation,2025-06-10,いまの年の説明,,2022-04-01,\n\
        made-0001,made-readmission,2023-03-31,practice,2025-06-11,いまの年の取り組み,What we do now,2022-04-01,\n\
        made-0001,made-readmission,2021-03-31,explanation,2025-06-09,前の年の説明,An earlier year,2020-04-01,\n\
        made-0001,made-readmission,2023-03-31,explanation,2025-06-08,集中治療室の説明,On intensive care,2022-04-01,icu\n\
        made-0002,made-readmission,2023-03-31,explanation,2025-06-07,\"一行目\n<b>二行目</b>\",Only this,,\n";
    fs::write(&file, text).unwrap();
    let (code, out, err) = said(&data, &["reply", file.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}{err}");
    let (code, out, err) = said(&data, &["publish"]);
    assert_eq!(code, 0, "{out}{err}");
    data
}

#[tokio::test]
async fn a_reply_stands_once_and_with_the_year_or_part_it_speaks_of() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&replied(folder.path())).await;
    let page = site.get("/ja/hospitals/made-0001").await.text();
    for words in ["いまの年の説明", "いまの年の取り組み", "前の年の説明", "集中治療室の説明"]
    {
        assert_eq!(page.matches(words).count(), 1, "{words}");
    }
    assert!(
        page.contains("病院からの説明（2025年6月10日）") && page.contains("病院の取り組み（2025年6月11日）"),
        "{page}"
    );
    assert!(page.contains("病院からの説明（2020年度、2025年6月9日）"), "an earlier year names itself");
    // the hospital has no value of this part, so the reply stands apart, with its measure, its year and its part
    let general = page.split("病院からの説明</h2>").nth(1).or_else(|| page.split("ms-section").last()).unwrap();
    assert!(general.contains("集中治療室の説明"));
    assert!(
        page.contains("再入院</a> （2022年度（icu））") || page.contains("再入院</a>（2022年度（icu））"),
        "{page}"
    );
    let english = site.get("/en/hospitals/made-0001").await.text();
    let before = english.split("いまの年の説明").next().unwrap().rsplit("<p").next().unwrap();
    assert!(before.contains("lang=\"ja\""), "a text in Japanese alone says so: {before}");
    assert!(english.contains("An earlier year") && !english.contains("前の年の説明"));
}

#[tokio::test]
async fn the_api_lists_every_reply_to_a_value_and_none_to_another_part() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&replied(folder.path())).await;
    let values = site.json("/api/v1/measures/made-readmission/values?limit=1000").await;
    let row = values["values"].as_array().unwrap().iter().find(|row| row["hospital"]["id"] == "made-0001").unwrap();
    assert_eq!(row["reply"]["text_ja"], "いまの年の説明");
    let replies: Vec<_> = row["replies"].as_array().unwrap().iter().map(|reply| reply["date"].clone()).collect();
    assert_eq!(replies, ["2025-06-11", "2025-06-10"]);
    let hospital = site.json("/api/v1/hospitals/made-0001").await;
    let comments = hospital["hospital"]["comments"].as_array().unwrap();
    assert_eq!(comments.len(), 4);
    let part = comments.iter().find(|comment| comment["stratum"] == "icu").unwrap();
    assert_eq!((&part["measure"], &part["period_start"]), (&"made-readmission".into(), &"2022-04-01".into()));
}

#[tokio::test]
async fn a_comparison_and_a_frame_say_that_the_hospital_has_replied() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&replied(folder.path())).await;
    let page = site.get("/ja/compare?h=made-0001,made-0002,made-0003&m=made-readmission").await.text();
    assert_eq!(page.matches("病院からの説明があります").count(), 2);
    assert!(page.contains("一行目\n&lt;b&gt;二行目&lt;/b&gt;"), "as it was sent, and never as markup");
    let frame = async |hospital: &str| {
        site.get(&format!("/embed/en/ruler?measure=made-readmission&hospital={hospital}")).await.text()
    };
    let told = frame("made-0001").await;
    assert!(told.contains("The hospital has replied (11 June 2025)"), "{told}");
    assert!(told.contains("/en/hospitals/made-0001?release=") && told.contains("#made-readmission\""), "{told}");
    assert!(!frame("made-0003").await.contains("has replied"));
}

/// An image is carried away without the frame around it.
#[tokio::test]
async fn a_drawing_says_that_the_hospital_has_replied_and_where() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::of(&replied(folder.path())).await;
    let drawing = async |locale: &str, chart: &str, hospital: &str| {
        let address = format!("/embed/{locale}/{chart}.svg?measure=made-readmission&{hospital}");
        let answer = site.get(&address).await;
        assert_eq!(answer.status, 200, "{address}: {}", answer.text());
        answer.text().replace("</tspan>", "").split('<').filter_map(|p| p.split('>').nth(1)).collect::<String>()
    };
    for chart in ["ruler", "trend", "icons"] {
        let told = drawing("ja", chart, "hospital=made-0001").await;
        assert!(
            told.contains(
                "この病院からの説明があります（2025年6月11日）：http://127.0.0.1:3000/ja/hospitals/made-0001"
            ),
            "{chart}: {told}"
        );
        assert!(!told.contains("いまの年の説明"), "the words stand on the page");
    }
    let english = drawing("en", "ruler", "hospital=made-0001").await;
    assert!(english.contains("The hospital has replied"), "{english}");
    assert!(!drawing("en", "ruler", "hospital=made-0003").await.contains("has replied"));
    let many = drawing("en", "funnel", "hospital=made-0001").await;
    assert!(!many.contains("has replied"));
    let demonstration = Site::demonstration().await;
    let address = "/embed/en/compare.svg?measure=demo-falls&h=demo-02002,demo-02006";
    let side = demonstration.get(address).await.text();
    assert!(side.contains("has replied"), "{side}");
}
