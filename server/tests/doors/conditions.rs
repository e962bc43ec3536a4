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
    let mut both = 0;
    for site in [Site::demonstration().await, Site::of(&data).await] {
        for condition in content::conditions().unwrap() {
            let page = site.get(&format!("/ja/conditions/{}", condition.id)).await.text();
            let figures = figures(&page);
            let (linked, lacking) = (figures.rfind("<dt><a "), figures.find("class=\"ms-lacking\""));
            assert!(figures.matches("class=\"ms-lacking\"").count() <= 1, "{}", condition.id);
            assert!(linked.is_some() || lacking.is_some() || condition.matters.is_empty(), "{}", condition.id);
            let (Some(linked), Some(lacking)) = (linked, lacking) else { continue };
            assert!(linked < lacking, "{}", condition.id);
            both += 1;
        }
    }
    assert!(both > 0, "some troubles have both");
}

#[tokio::test]
async fn a_place_can_be_named_also_where_nobody_tells_who_provides_the_care() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 47));
    let site = Site::of(&data).await;
    for (id, care) in [("cancer", "cancer"), ("child-illness", "paediatrics")] {
        let page = site.get(&format!("/ja/conditions/{id}")).await.text();
        let near = page.split("aria-labelledby=\"near\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(near.contains("name=\"place\"") && near.contains("聞いて確かめてください"), "{id}: {near}");
        assert!(near.contains("formaction=\"/ja/hospitals\"") && near.contains(&format!("value=\"{care}\"")), "{id}");
        assert!(page.contains("資料に書かれていません"), "{id}");
        let page = site.get(&format!("/ja/conditions/{id}?region=JP-01")).await.text();
        assert!(page.contains("架空第0病院"), "{id}");
    }
}
