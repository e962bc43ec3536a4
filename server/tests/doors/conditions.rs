//! Does the page of a trouble tell first what this release can, then once what it cannot, and does it ask where?

use crate::demo::Site;
use crate::package::{publish, write};

fn figures(page: &str) -> &str {
    page.split("aria-labelledby=\"figures\"").nth(1).unwrap().split("</section>").next().unwrap()
}

#[tokio::test]
async fn what_the_release_cannot_tell_is_one_sentence_after_what_it_can() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 47));
    let (mut told, mut lacked) = (0, 0);
    for site in [Site::demonstration().await, Site::of(&data).await] {
        for condition in content::conditions().unwrap() {
            let page = site.get(&format!("/ja/conditions/{}", condition.id)).await.text();
            let figures = figures(&page);
            let (linked, lacking) = (figures.rfind("<dt><a "), figures.find("class=\"ms-lacking\""));
            assert!(figures.matches("class=\"ms-lacking\"").count() <= 1, "{}", condition.id);
            assert!(linked.is_some() || lacking.is_some() || condition.matters.is_empty(), "{}", condition.id);
            assert!(linked.zip(lacking).is_none_or(|(linked, lacking)| linked < lacking), "{}", condition.id);
            told += usize::from(linked.is_some());
            lacked += usize::from(lacking.is_some());
        }
    }
    assert!(told > 0 && lacked > 0, "{told} {lacked}");
}

#[tokio::test]
async fn a_place_can_be_named_also_where_nobody_tells_who_provides_the_care() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 47));
    let site = Site::of(&data).await;
    for id in ["cancer", "child-illness"] {
        let page = site.get(&format!("/ja/conditions/{id}")).await.text();
        let near = page.split("aria-labelledby=\"near\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(near.contains("name=\"place\"") && near.contains("聞いて確かめてください"), "{id}: {near}");
        assert!(near.contains("name=\"page\" value=\"1\""), "{id}: the whole list stands here");
        assert!(page.contains("資料に書かれていません"), "{id}");
        let page = site.get(&format!("/ja/conditions/{id}?region=JP-01")).await.text();
        assert!(page.contains("架空第0病院"), "{id}");
    }
}

#[tokio::test]
async fn the_whole_list_of_a_trouble_stands_on_its_own_page_a_part_at_a_time() {
    let site = Site::demonstration().await;
    let at = |page: &str| format!("/ja/conditions/operation?region=JP-13{page}");
    let names = |html: &str| html.matches("class=\"ms-line-name\"").count();
    let short = site.get(&at("")).await.text();
    assert_eq!(names(&short), 5);
    assert!(short.contains("page=1#near"), "the way to all of them");
    assert!(short.contains("care=operations"), "and to filters");
    let (first, second) = (site.get(&at("&page=1")).await.text(), site.get(&at("&page=2")).await.text());
    assert_eq!(names(&first), 20);
    assert!(first.contains("page=2#near") && second.contains("2ページめ") && names(&second) > 0);
    let past = site.get(&at("&page=900")).await.text();
    assert!(names(&past) > 0 && past.contains("rel=\"prev\""), "past the end stands the last part");
}

#[tokio::test]
async fn after_a_stroke_or_a_broken_hip_the_page_leads_on_to_rehabilitation_at_the_same_place() {
    let site = Site::demonstration().await;
    for (id, locale) in [("stroke", "ja"), ("hip-fracture", "en")] {
        let page = site.get(&format!("/{locale}/conditions/{id}?place=%E4%BD%90%E6%B8%A1%E5%B8%82")).await.text();
        let way = format!("href=\"/{locale}/hospitals?place=%E4%BD%90%E6%B8%A1%E5%B8%82&amp;care=rehabilitation\"");
        assert!(page.contains(&way), "{id}");
        let english = page.contains("find places for rehabilitation");
        assert!(english || page.contains("リハビリを受けられる所をさがす"), "{id}");
    }
    assert!(!site.get("/ja/conditions/cancer").await.text().contains("care=rehabilitation"));
}

#[tokio::test]
async fn places_with_few_operations_under_general_anaesthesia_are_not_called_small_for_a_broken_hip() {
    let site = Site::demonstration().await;
    let (mut few, note) = (0, "脊椎麻酔");
    let values = site.json("/api/v1/measures/demo-general-anaesthesia/values?region=JP-46&limit=500").await;
    let small =
        values["values"].as_array().unwrap().iter().filter(|row| row["value"].as_f64().is_some_and(|n| n < 100.0));
    for row in small.take(3) {
        let hospital = site.json(&format!("/api/v1/hospitals/{}", row["hospital"]["id"].as_str().unwrap())).await;
        let [latitude, longitude] = ["latitude", "longitude"].map(|at| hospital["hospital"][at].as_f64().unwrap());
        let near = format!("near={latitude:.2},{longitude:.2}&radius_km=50");
        let finder = site.get(&format!("/ja/hospitals?{near}&care=operations")).await.text();
        let hip = site.get(&format!("/ja/conditions/hip-fracture?{near}")).await.text();
        few += usize::from(finder.contains("数の少ないところ"));
        assert!(hip.contains(note) && !hip.contains("数の少ないところ"), "{near}");
    }
    assert!(few > 0, "the finder keeps them apart");
    let operation = site.get("/ja/conditions/operation?region=JP-13").await.text();
    assert!(!operation.contains(note), "it is of broken hips");
    let sheet = site.get("/ja/share/handout?condition=hip-fracture&place=%E4%BD%90%E6%B8%A1%E5%B8%82").await.text();
    assert!(sheet.contains("脊椎麻酔"), "the sheet says it too");
}
