//! Does the page of a hospital begin with what is not taken for a verdict, and is a crude figure held against nothing it cannot be?

use crate::demo::Site;

/// The parts of a page that are about one measure each, in their order: id and text.
fn sections(html: &str) -> Vec<(String, String)> {
    let parts = html.split("<article").skip(1);
    let of = |part: &str| Some((part.split("id=\"").nth(1)?.split('"').next()?.to_owned(), part.to_owned()));
    parts.filter_map(of).collect()
}

#[tokio::test]
async fn deaths_that_nobody_has_adjusted_stand_behind_every_other_outcome_and_without_the_country() {
    let site = Site::demonstration().await;
    for locale in ["ja", "en"] {
        let html = site.get(&format!("/{locale}/hospitals/demo-01010")).await.text();
        let sections = sections(&html);
        let at = |id: &str| sections.iter().position(|(found, _)| found == id).unwrap_or_else(|| panic!("{id}"));
        let deaths = at("demo-deaths-in-hospital");
        assert!(deaths > at("demo-readmission") && deaths > at("demo-hip-fracture-stay"));
        let (_, told) = &sections[deaths];
        assert!(!told.contains("ms-national"), "no sentence");
        // a missing figure and a drawing name the country too
        let drawn = if locale == "ja" { "△" } else { "Nationwide" };
        assert!(!told.contains(drawn) && !told.contains("全国の値"), "no drawing and no column");
        assert!(sections[at("demo-readmission")].1.contains("ms-national"), "what is adjusted is held against it");
    }
}

#[tokio::test]
async fn no_public_source_tells_is_not_said_where_this_release_has_the_measure() {
    let site = Site::demonstration().await;
    let html = site.get("/ja/missing").await.text();
    assert!(html.contains("id=\"cancer-survival\"") && html.contains("id=\"doctors\""));
    for told in ["infections", "falls-and-sores", "patient-experience"] {
        assert!(!html.contains(&format!("id=\"{told}\"")), "{told}");
    }
}
