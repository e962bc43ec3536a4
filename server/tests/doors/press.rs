//! Do the pages for newsrooms give only sentences that can be printed as they stand, and do they lead where they say?

use crate::demo::Site;

#[tokio::test]
async fn a_difference_between_hospitals_of_all_roles_is_not_printed_unless_adjusted() {
    let site = Site::demonstration().await;
    let crude = site.get("/ja/press/measures/demo-deaths-in-hospital").await.text();
    assert!(!crude.contains("高い病院は") && crude.contains("病院の役割や患者さんのちがい"), "not over all roles");
    let process = site.get("/ja/press/measures/demo-nutrition-assessment").await.text();
    assert!(!process.contains("高い病院は") && process.contains("病院の役割や患者さんのちがいも"));
    let page = site.get("/ja/measures/demo-nutrition-assessment").await.text();
    assert!(page.contains("や患者さんのちがいも入っています"), "the page of the measure says so, too");
    let adjusted = site.get("/ja/press/measures/demo-readmission").await.text();
    assert!(!adjusted.contains("病院の役割や患者さんのちがい"));
}

#[tokio::test]
async fn a_measure_leads_to_sentences_of_prefectures_only_where_there_are_some() {
    let site = Site::demonstration().await;
    let with = site.get("/en/press/measures/demo-falls").await.text();
    assert!(with.contains("/en/press/regions/JP-42#demo-falls"));
    let count = site.get("/en/press/measures/demo-deliveries").await.text();
    assert!(!count.contains("/en/press/regions/"));
}

#[tokio::test]
async fn a_sentence_of_a_prefecture_carries_every_caveat_of_its_value() {
    let site = Site::demonstration().await;
    let html = site.get("/en/press/regions/JP-42").await.text();
    let said = html.split("id=\"demo-hand-hygiene\"").nth(1).unwrap().split("</li>").next().unwrap();
    for caveat in ["The range covers chance alone", "in 1,000 moments", "only hospitals that took part"] {
        assert!(said.contains(caveat), "{caveat}: {said}");
    }
    assert!(html.contains("table<span class=\"ms-hidden\"> (Falls in hospital)</span>"), "links are told apart");
}

#[tokio::test]
async fn an_address_with_a_stroke_at_its_end_leads_to_the_page() {
    let site = Site::demonstration().await;
    let answer = site.get("/ja/about/?h=a").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (308, "/ja/about?h=a"));
    assert_eq!(site.get("/ja/nowhere/").await.status, 404);
}
