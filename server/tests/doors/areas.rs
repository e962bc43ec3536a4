//! Do the pages of areas and the section about variation say what they promise, in both languages?

use crate::demo::Site;

#[tokio::test]
async fn the_areas_are_a_map_of_links_with_a_list_beside_it() {
    let site = Site::demonstration().await;
    for locale in ["ja", "en"] {
        let html = site.get(&format!("/{locale}/areas")).await.text();
        for code in 1..=47 {
            // twice in the map, drawn narrow and wide, and once in the list
            let link = format!("href=\"/{locale}/areas/{code:02}\"");
            assert_eq!(html.matches(&link).count(), 3, "{link}");
        }
        assert!(!html.contains('…'), "a name is cut off on the map in {locale}");
    }
}

#[tokio::test]
async fn an_area_tells_who_is_here_who_provides_what_and_where_patients_go() {
    let site = Site::demonstration().await;
    let html = site.get("/ja/areas/15").await.text();
    for said in ["新潟県", "119", "ここで受けられるか", "お産", "よそで入院", "ここの病院をあわせた値", "全国", "出典"]
    {
        assert!(html.contains(said), "{said}");
    }
    assert!(html.contains("/ja/hospitals?region=JP-15&amp;peer_group="), "roles lead into the finder");
    let sado = site.get("/en/areas/1507").await.text();
    for said in ["Sado", "Exactly one place publishes a number", "is on islands", "Source"] {
        assert!(sado.contains(said), "{said}");
    }
    for unknown in ["/ja/areas/99", "/ja/areas/x", "/en/areas/15-1", "/ja/areas/1507/x"] {
        assert_eq!(site.get(unknown).await.status, 404, "{unknown}");
    }
}

#[tokio::test]
async fn an_island_is_not_held_against_the_country_and_others_say_what_a_range_leaves_out() {
    let site = Site::demonstration().await;
    let iki = site.get("/ja/areas/4208").await.text();
    assert!(iki.contains("島の病院の値は") && !iki.contains("<th scope=\"col\">全国"), "no column of the country");
    assert!(iki.contains("href=\"/ja/hospitals/demo-42021\"") && !iki.contains("「よそで入院」は"));
    let english = site.get("/en/areas/4208").await.text();
    assert!(english.contains("Iki medical area") && !english.contains("area medical area"));
    let nagasaki = site.get("/ja/areas/42").await.text();
    for said in ["差があるとは言い切れません", "ほど良い数字です", "「よそで入院」は", "ほかに"]
    {
        assert!(nagasaki.contains(said), "{said}");
    }
}

#[tokio::test]
async fn a_measure_says_in_a_sentence_how_different_prefectures_are() {
    let site = Site::demonstration().await;
    let html = site.get("/ja/measures/demo-hand-hygiene").await.text();
    for said in
        ["地域や病院のちがいは、縮まっているか", "偶然のばらつき", "医療圏", "はっきり良くなった病院", "偶然だけで"]
    {
        assert!(html.contains(said), "{said}");
    }
    assert!(html.contains("href=\"/ja/areas/47\""));
    let counts = site.get("/en/measures/demo-deliveries").await.text();
    assert!(counts.contains("This is a simple count") && !counts.contains("times the value"));
    let shrunken = site.get("/en/measures/demo-heart-failure-readmission").await.text();
    assert!(shrunken.contains("moved the values towards the national average"));
}

#[tokio::test]
async fn the_api_gives_variation_by_level() {
    let site = Site::demonstration().await;
    let answer = site.get("/api/v1/measures/demo-hand-hygiene").await.json();
    let levels = answer["measure"]["variation_by_level"].as_array().unwrap();
    for level in ["hospital", "region", "medical_area"] {
        assert!(levels.iter().any(|row| row["level"] == level && row["units"].as_u64() >= Some(10)), "{level}");
    }
    assert!(answer["measure"]["variation"]["ratio"].is_number(), "what was there is still there");
    let courses = answer["measure"]["variation_course"].as_array().unwrap();
    assert!(courses.iter().all(|row| row["periods"].as_u64() >= Some(3)));
}
