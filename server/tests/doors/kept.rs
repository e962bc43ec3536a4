//! Does what a reader has chosen survive the way from page to page, also where an address cannot be read?

use crate::demo::Site;

const ISLAND: &str = "demo-42021";
const UNIVERSITY: &str = "demo-01010";

/// The addresses of all links, as a browser reads them.
fn links(html: &str) -> Vec<String> {
    html.split("href=\"").skip(1).filter_map(|part| part.split('"').next()).map(|a| a.replace("&amp;", "&")).collect()
}

fn hidden(html: &str, name: &str, value: &str) -> bool {
    html.contains(&format!("name=\"{name}\" value=\"{value}\""))
}

#[tokio::test]
async fn criteria_of_another_person_are_asked_about_the_same_place() {
    let site = Site::demonstration().await;
    let html = site.get("/ja/priorities?near=35.68,139.76&radius_km=30").await.text();
    let to_person = |a: &&String| a.starts_with("/ja/priorities?") && a.contains("preset=");
    let people: Vec<String> = links(&html).iter().filter(to_person).cloned().collect();
    assert!(!people.is_empty());
    for address in people {
        assert!(address.contains("near=35.68%2C139.76") && address.contains("radius_km=30"), "{address}");
    }
    assert!(hidden(&html, "radius_km", "30"));
    assert!(html.contains("name=\"near\"") && html.contains("value=\"35.68,139.76\""), "the form keeps the point");
    let area = site.get("/ja/priorities?area=1507&preset=cancer").await.text();
    assert!(area.contains("name=\"area\"") && area.contains("value=\"1507\""), "the form keeps the area");
    let condition = site.get("/ja/conditions/cancer?near=35.68,139.76&radius_km=30").await;
    if condition.status == 200 {
        let on = |a: &String| a.starts_with("/ja/priorities?") && a.contains("radius_km=30");
        assert!(links(&condition.text()).iter().any(on));
    }
}

#[tokio::test]
async fn a_place_alone_makes_no_sheet_of_criteria() {
    let site = Site::demonstration().await;
    let sheet = |html: &str| links(html).iter().any(|address| address.starts_with("/ja/share/"));
    assert!(!sheet(&site.get("/ja/priorities?region=JP-15").await.text()));
    assert!(sheet(&site.get("/ja/priorities?region=JP-15&preset=cancer").await.text()));
}

#[tokio::test]
async fn a_sheet_keeps_readings_and_what_is_collected_and_pins_only_what_is_handed_on() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    let hospital = site.get(&format!("/ja/hospitals/{ISLAND}?h={UNIVERSITY}&ruby=1")).await.text();
    let card = links(&hospital).into_iter().find(|address| address.starts_with("/ja/share/card?")).unwrap();
    assert!(card.contains(&format!("h={UNIVERSITY}")) && card.contains("ruby=1"), "{card}");
    let html = site.get(&card).await.text();
    let back = format!("/ja/hospitals/{ISLAND}?h={UNIVERSITY}&ruby=1");
    assert!(links(&html).contains(&back), "{:?}", links(&html));
    let handed = format!("/ja/hospitals/{ISLAND}?release={release}");
    assert!(html.split("id=\"message-text\"").nth(1).unwrap().contains(&handed));
    let measures = links(&html).into_iter().find(|address| address.starts_with("/ja/measures")).unwrap();
    assert!(measures.contains(UNIVERSITY) && measures.contains("ruby=1") && !measures.contains("release"));
}

#[tokio::test]
async fn an_unknown_hospital_leaves_the_comparison_of_the_others_standing() {
    let site = Site::demonstration().await;
    let answer = site.get(&format!("/ja/compare?h={ISLAND},demo-00000,{UNIVERSITY}&ruby=1&m=demo-falls")).await;
    let html = answer.text();
    assert_eq!(answer.status, 200);
    assert!(html.contains("demo-00000"), "it is said which is not there");
    assert!(html.contains("class=\"ms-list ms-compared-hospitals\""));
    assert!(links(&html).iter().any(|a| a.contains(&format!("h={ISLAND}%2C{UNIVERSITY}"))));
    assert!(hidden(&html, "h", &format!("{ISLAND},{UNIVERSITY}")), "the form asks of the others");
    assert!(hidden(&html, "ruby", "1") && hidden(&html, "m", "demo-falls"));
    assert_eq!(site.get(&format!("/api/v1/compare?h={ISLAND},demo-00000,{UNIVERSITY}")).await.status, 404);
}

#[tokio::test]
async fn an_address_that_cannot_be_read_keeps_what_can_be_read() {
    let site = Site::demonstration().await;
    let long = "x".repeat(101);
    let answer = site.get(&format!("/ja/hospitals?h={ISLAND}&region=JP-15&q={long}&ruby=1")).await;
    assert_eq!(answer.status, 400);
    let links = links(&answer.text());
    assert!(links.contains(&format!("/ja/hospitals?h={ISLAND}&region=JP-15&ruby=1")), "{links:?}");
    assert!(links.contains(&format!("/ja/measures?h={ISLAND}&ruby=1")), "{links:?}");
    let crowded = site.get(&format!("/ja/compare?h=a,b,c,d,e,f&h={ISLAND}&m=demo-falls&q={long}")).await;
    assert_eq!(crowded.status, 400);
}

#[tokio::test]
async fn a_hospital_has_as_many_measures_on_its_page_as_in_a_list() {
    let site = Site::demonstration().await;
    for id in ["demo-13001", "demo-01034", ISLAND] {
        let html = site.get(&format!("/ja/hospitals/{id}")).await.text();
        let said = html.split("class=\"ms-answer\"").nth(1).unwrap().split("</p>").next().unwrap();
        let count = site.json(&format!("/api/v1/hospitals/{id}")).await["hospital"]["reported_measures"].as_u64();
        let told = format!("指標は{}種類", count.unwrap());
        let plain: String = said.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
        assert!(plain.contains(&told), "{id}: {plain}");
        assert!(!plain.contains("どれも公表されていません"), "{id}: {plain}");
    }
    let older = site.get("/ja/hospitals/demo-01034").await.text();
    assert!(older.contains("いちばん新しい年の値がないものが"));
}
