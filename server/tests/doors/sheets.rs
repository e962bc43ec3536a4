//! Do the sheets and the page of one hospital say first whom to call and what to ask, and what cannot be told last?

use crate::demo::Site;
use crate::package::{publish, write};
use std::fs;

/// Percent-encoded: an island with one hospital.
const SADO: &str = "place=%E4%BD%90%E6%B8%A1%E5%B8%82";
/// And a city of many.
const SAPPORO: &str = "place=%E6%9C%AD%E5%B9%8C%E5%B8%82";

/// The text without tags and without readings.
pub fn read(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (tag, said) = part.split_once('>').unwrap_or(("", part));
        if !matches!(tag, "rt" | "rp") {
            text.push_str(said);
        }
    }
    text
}

/// The entries of the one list of this class.
fn entries(html: &str, class: &str) -> Vec<String> {
    let list = html.split(&format!("class=\"{class}\"")).nth(1).unwrap_or_else(|| panic!("{class}"));
    let list = list.split("</ul>").next().unwrap().split("</ol>").next().unwrap();
    list.split("<li>").skip(1).map(|entry| read(&format!("<li>{entry}")).trim().to_owned()).collect()
}

async fn text(site: &Site, address: &str) -> String {
    let answer = site.get(address).await;
    assert_eq!(answer.status, 200, "{address}");
    answer.text()
}

/// That these stand in this order.
fn in_order(html: &str, words: &[&str]) {
    let at = |word: &str| html.find(word).unwrap_or_else(|| panic!("{word}"));
    for pair in words.windows(2) {
        assert!(at(pair[0]) < at(pair[1]), "{pair:?}");
    }
}

/// The kilometres of a line; `None` where it tells none.
fn kilometres(line: &str) -> Option<f64> {
    let before = line.split(" km").next().filter(|before| before.len() < line.len())?;
    let digits: String = before.chars().rev().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    digits.chars().rev().filter(|c| *c != ',').collect::<String>().parse().ok()
}

#[tokio::test]
async fn the_handout_of_a_trouble_at_a_place_names_at_most_four_hospitals_with_town_and_count() {
    let site = Site::demonstration().await;
    for (locale, town, counted, phone, asking) in [
        ("ja", "札幌市", "全身麻酔の手術", "連絡するところ", "聞いてみること"),
        ("en", "Sapporo", "Operations under general anaesthesia", "Whom to contact", "What to ask"),
    ] {
        let html = text(&site, &format!("/{locale}/share/handout?{SAPPORO}&condition=hip-fracture")).await;
        let named = entries(&html, "ms-facts-places");
        assert_eq!(named.len(), 4, "{named:?}");
        for line in &named {
            assert!(line.contains(town) && line.to_lowercase().contains(&counted.to_lowercase()), "{line}");
        }
        let far: Vec<f64> = named.iter().map(|line| kilometres(line).unwrap_or(0.0)).collect();
        assert!(far.is_sorted(), "nearest first: {far:?}");
        in_order(&html, &["ms-facts-three", "ms-facts-places", "ms-paper-caveat", phone, asking]);
    }
}

#[tokio::test]
async fn the_handout_of_a_place_alone_names_hospitals_and_is_no_order_of_quality() {
    let site = Site::demonstration().await;
    let html = text(&site, &format!("/ja/share/handout?{SAPPORO}")).await;
    let named = entries(&html, "ms-facts-places");
    assert!((2..=5).contains(&named.len()) && named.iter().all(|line| line.contains("市）：")), "{named:?}");
    assert!(read(&html).contains("どれくらいうまくいくか"), "what the sheet cannot tell");
    assert!(read(&html).contains("役割ごとに"), "by what they are listed");
}

#[tokio::test]
async fn the_sheet_of_questions_asks_what_the_question_is_about_and_leaves_room_for_answers() {
    let site = Site::demonstration().await;
    let asked = |query: &str| format!("/ja/share/questions?{query}");
    let births = content::care(domain::care::Care::Deliveries).unwrap();
    let ambulances = content::care(domain::care::Care::Ambulances).unwrap();
    let cancer = content::presets().unwrap().iter().find(|preset| preset.id == "cancer").unwrap();
    for (query, expected) in [
        (format!("{SADO}&care=deliveries"), &births.ask),
        (format!("{SADO}&care=ambulances"), &ambulances.ask),
        ("preset=cancer".to_owned(), &cancer.questions),
    ] {
        let html = text(&site, &asked(&query)).await;
        let questions = entries(&html, "ms-asked");
        let own: Vec<&str> = expected.iter().map(|question| question.ja.as_str()).take(questions.len()).collect();
        assert!(questions.len() <= 6 && questions.iter().zip(&own).all(|(asked, own)| asked == own), "{questions:?}");
        in_order(&html, &["ms-paper-about", "ms-asked", "ms-write", "ms-write-rest"]);
    }
    let hospital = entries(&text(&site, &asked("hospital=demo-01010")).await, "ms-asked");
    assert_eq!(hospital.len(), 6, "three about what is looked at, three for every visit: {hospital:?}");
    let urgent = text(&site, &asked(&format!("{SADO}&care=ambulances"))).await;
    assert!(!read(&urgent).contains("何もしないとどうなりますか"), "nobody weighs treatments in an ambulance");
}

#[tokio::test]
async fn where_there_is_one_hospital_whom_to_call_and_what_to_ask_stand_before_any_figure() {
    let site = Site::demonstration().await;
    for (locale, order) in [
        ("ja", ["だれに電話するか", "聞いてみること", "この施設が公表している数", "<table"]),
        ("en", ["Who to telephone", "What to ask", "The figure that it publishes", "<table"]),
    ] {
        for care in ["deliveries", "operations"] {
            let html = text(&site, &format!("/{locale}/hospitals?{SADO}&care={care}")).await;
            let main = html.split("<main").nth(1).unwrap();
            in_order(main, &order);
            assert!(!main.contains("ms-verdict"), "nobody is judged where there is nobody beside");
        }
    }
}

#[tokio::test]
async fn a_hospital_without_figures_says_what_it_does_and_whom_to_ask_and_shows_no_table_of_values() {
    let folder = tempfile::tempdir().unwrap();
    let package = write(folder.path(), 20);
    let hospitals = package.join("hospitals.csv");
    let listed = fs::read_to_string(&hospitals).unwrap() + "made-9999,架空の静かな病院,JP,01,架空市\n";
    fs::write(hospitals, listed).unwrap();
    publish(&folder.path().join("data"), &package);
    let site = Site::of(&folder.path().join("data")).await;
    let html = text(&site, "/ja/hospitals/made-9999").await;
    in_order(&html, &["ここで受けられるもの", "だれに聞けるか", "聞いてみること"]);
    assert!(!html.contains("<article"), "no measure stands there");
}

#[tokio::test]
async fn unadjusted_outcomes_open_neither_a_page_nor_a_handout() {
    let site = Site::demonstration().await;
    let measures = site.json("/api/v1/measures?limit=200").await;
    let crude: Vec<&str> = measures["measures"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|measure| measure["topic"] == "outcomes" && measure["crude_outcome"] == true)
        .filter_map(|measure| measure["id"].as_str())
        .collect();
    assert!(!crude.is_empty(), "the demonstration has some");
    let html = text(&site, "/ja/hospitals/demo-01010").await;
    let open = html.split("class=\"ms-rest\"").next().unwrap();
    for id in &crude {
        assert!(!open.contains(&format!("id=\"{id}\"")), "{id} stands among the first five");
    }
    let handout = text(&site, "/ja/share/handout?hospital=demo-01010").await;
    let facts = entries(&handout, "ms-facts-three").concat();
    assert!(!facts.contains("死亡") && !facts.contains("亡くな"), "{facts}");
}
