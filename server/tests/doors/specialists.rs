//! Are hospitals of one field told as such, found by their field, and never taken for what the others of their role are?

use crate::demo::Site;
use crate::package::{publish, write};
use crate::sheets::read;
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

const MANIFEST: &str = r#"{"name": "made-up", "title": "架空の県", "created": "2025-06-01T00:00:00Z", "fictional": true,
    "resources": [{"name": "hospitals", "path": "hospitals.csv"}, {"name": "measures", "path": "measures.csv"},
    {"name": "observations", "path": "observations.csv"}, {"name": "context", "path": "context.csv"}]}"#;

/// Sixty hospitals, of which two are for the eyes and one is for cancer; this one and a general one are advanced.
async fn sixty() -> (TempDir, Site) {
    let folder = tempfile::tempdir().unwrap();
    let package = write(folder.path(), 60);
    let hospitals = package.join("hospitals.csv");
    let mut named = fs::read_to_string(&hospitals).unwrap();
    for (general, special) in [("第0病院", "第0がんセンター"), ("第3病院", "第3眼科病院"), ("第50病院", "第50眼科病院")]
    {
        named = named.replace(general, special);
    }
    fs::write(hospitals, named).unwrap();
    let context = "hospital_id,key,value\nmade-0000,advanced_treatment,1\nmade-0047,advanced_treatment,1\n\
        made-0000,beds_total,400\nmade-0047,beds_total,600\n";
    fs::write(package.join("context.csv"), context).unwrap();
    fs::write(package.join("datapackage.json"), MANIFEST).unwrap();
    let data = folder.path().join("data");
    publish(&data, &package);
    (folder, Site::of(&data).await)
}

fn ids(answer: &Value) -> Vec<&str> {
    answer["hospitals"].as_array().unwrap().iter().filter_map(|row| row["id"].as_str()).collect()
}

#[tokio::test]
async fn a_cancer_centre_is_told_by_its_field_and_nowhere_as_a_university_hospital() {
    let (_folder, site) = sixty().await;
    let page = async |address: &str| site.get(address).await.text();
    let html = page("/ja/hospitals/made-0000").await;
    let title = html.split("class=\"ms-title\"").nth(1).unwrap().split("</div>").next().unwrap();
    assert!(read(title).contains("がんの専門病院（特定機能病院）") && !title.contains("大学病院"), "its own role");
    let group = "役割の組は「大学病院・特定機能病院」ですが、その多くは、ほかの病気の人を診ています";
    assert!(read(&html).contains(group), "its group");
    let english = read(&page("/en/hospitals/made-0000").await);
    assert!(english.contains("Cancer hospital (advanced-treatment hospital)"));
    assert!(english.contains("Most of these have other patients, so it is not judged against them"));
    let general = read(&page("/ja/hospitals/made-0047").await);
    assert!(general.contains("比べる相手は「大学病院・特定機能病院」です"));
}

#[tokio::test]
async fn a_list_is_narrowed_to_one_field_or_to_none_and_the_condition_can_be_taken_off() {
    let (_folder, site) = sixty().await;
    let html = site.get("/ja/hospitals?specialty=eyes").await.text();
    assert!(html.contains("made-0003") && html.contains("made-0050") && !html.contains("made-0004"));
    assert!(html.contains("<option value=\"eyes\" selected>眼の専門（2）</option>"), "the form says what is asked");
    assert!(html.contains("「眼の専門」の条件を外す"), "a chip takes it off");
    assert!(!html.contains("value=\"heart\""), "a field that nobody has is not offered");
    let all = site.json("/api/v1/hospitals?limit=100").await;
    let eyes = site.json("/api/v1/hospitals?specialty=eyes&limit=100").await;
    let general = site.json("/api/v1/hospitals?specialty=general&limit=100").await;
    assert_eq!((ids(&all).len(), ids(&general).len()), (60, 57));
    assert_eq!(ids(&eyes), ["made-0003", "made-0050"]);
    assert!(general["hospitals"].as_array().unwrap().iter().all(|row| row["specialty"].is_null()));
    let refused = site.get("/api/v1/hospitals?specialty=hearts").await;
    assert_eq!(refused.status, 400);
    assert!(refused.text().contains("general, cancer, heart"), "{}", refused.text());
}
