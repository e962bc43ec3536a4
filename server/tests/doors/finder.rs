//! Does the finder understand places and needs, and does nothing that a stranger writes into its address break it?

use crate::demo::Site;

/// Percent-encodes a value of a query.
fn encoded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

async fn page(site: &Site, query: &str) -> String {
    let answer = site.get(&format!("/ja/hospitals?{query}")).await;
    assert_eq!(answer.status, 200, "{query}");
    answer.text()
}

#[tokio::test]
async fn the_only_place_of_birth_of_an_island_comes_without_any_comparison() {
    let site = Site::demonstration().await;
    let html = page(&site, &format!("place={}&care=deliveries", encoded("佐渡市"))).await;
    for said in [
        "佐渡島でお産ができる施設は、公表されている資料では1か所です",
        "海を渡る病院",
        "この施設の年ごとの数",
        "お産 76件（2024年度）",
    ] {
        assert!(html.contains(said), "{said}");
    }
    let english = site.get(&format!("/en/hospitals?place={}&care=deliveries", encoded("佐渡市"))).await.text();
    for said in ["Sado: one facility for childbirth", "Across the sea", "Its own years"] {
        assert!(english.contains(said), "{said}");
    }
}

#[tokio::test]
async fn a_name_of_two_places_is_a_choice_and_the_choice_is_an_address() {
    let site = Site::demonstration().await;
    let html = page(&site, &format!("place={}", encoded("府中市"))).await;
    assert!(html.contains("東京都府中市") && html.contains("広島県府中市"));
    let chosen = page(&site, &format!("place={}", encoded("広島県府中市"))).await;
    assert!(chosen.contains("役割ごとに近い順"));
    let narrowed = page(&site, &format!("place={}&region=JP-34", encoded("府中市"))).await;
    assert!(!narrowed.contains("か所あります"));
}

#[tokio::test]
async fn a_place_that_nobody_knows_is_said_back_as_it_was_written_and_harmless() {
    let site = Site::demonstration().await;
    for place in
        ["<script>alert(1)</script>", "'; drop table hospital; --", "アトランティス", "%", "🙂", "\" onfocus=\"x"]
    {
        let html = page(&site, &format!("place={}", encoded(place))).await;
        assert!(html.contains("この資料にありません"), "{place}");
        assert!(!html.contains("<script>alert") && !html.contains("=\"\" onfocus"), "{place}");
    }
    let unknown = page(&site, "area=99999&care=cancer").await;
    assert!(unknown.contains("99999"));
}

#[tokio::test]
async fn what_cannot_be_meant_is_refused_by_name() {
    let site = Site::demonstration().await;
    let long = "x".repeat(101);
    for (query, named) in [
        ("care=miracles", "care"),
        ("area=12", "area"),
        ("place=%00", "place"),
        (&format!("place={long}"), "place"),
        ("near=91,0", "near"),
        ("radius_km=50", "radius_km"),
    ] {
        let answer = site.get(&format!("/ja/hospitals?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        assert!(answer.text().contains(named), "{query}");
    }
}

#[tokio::test]
async fn every_corner_of_the_world_and_of_the_list_answers() {
    let site = Site::demonstration().await;
    for query in [
        "near=90,0",
        "near=-90,180&care=deliveries",
        "near=35.68,139.76&care=ambulances&radius_km=1",
        "place=&care=&region=&peer_group=&q=",
        "care=psychiatry&page=10000",
        "care=rehabilitation&peer_group=clinic",
        "area=1507&near=35,135",
        "region=JP-99",
    ] {
        page(&site, query).await;
    }
}
