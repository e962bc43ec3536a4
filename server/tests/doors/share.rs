//! Do collected hospitals stay in the address and nowhere else, and does every view become a sheet of paper?

use crate::demo::Site;

/// The one hospital of the demonstration's island, and a university hospital.
const ISLAND: &str = "demo-42021";
const UNIVERSITY: &str = "demo-01010";

#[tokio::test]
async fn collected_hospitals_go_along_and_are_no_page_of_their_own() {
    let site = Site::demonstration().await;
    for page in ["", "hospitals", "measures", "measures/demo-falls", "priorities", "areas", "methods", "about"] {
        let html = site.get(&format!("/ja/{page}?h={ISLAND},{UNIVERSITY}")).await.text();
        assert!(html.contains("class=\"ms-tray\""), "{page}");
        assert!(html.contains(&format!("/ja/compare?h={ISLAND}%2C{UNIVERSITY}")), "{page}");
        assert!(html.contains(&format!("/en/{page}?h={ISLAND}%2C{UNIVERSITY}")), "{page}");
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"http://127.0.0.1:3000/ja/{page}\"")), "{page}");
        let head = html.split("</head>").next().unwrap();
        assert!(!head.contains("h=demo"), "{page}");
    }
    let unknown = site.get("/ja/about?h=nowhere").await;
    assert!(unknown.status == 200 && unknown.text().contains("nowhere"), "an unknown one can be taken off");
    let six = (1..=6).map(|n| format!("none-{n}")).collect::<Vec<_>>().join(",");
    assert_eq!(site.get(&format!("/ja/about?h={six}")).await.status, 200);
    let robots = site.get("/robots.txt").await.text();
    assert!(robots.contains("Disallow: /ja/*?h=") && robots.contains("Disallow: /*/share/"));
    let map = site.get("/sitemap/1.xml").await.text();
    assert!(!map.contains("h=") && !map.contains("/share/"));
}

#[tokio::test]
async fn a_hospital_is_put_in_and_taken_out_until_five_are_in() {
    let site = Site::demonstration().await;
    let page = format!("/ja/hospitals/{ISLAND}");
    let html = site.get(&page).await.text();
    assert!(html.contains(&format!("{page}?h={ISLAND}#tray-{ISLAND}")));
    let html = site.get(&format!("{page}?h={ISLAND}")).await.text();
    assert!(html.contains(&format!("href=\"{page}#tray-{ISLAND}\"")));
    let full = format!("{page}?h={UNIVERSITY},a-1,a-2,a-3,a-4");
    let html = site.get(&full).await.text();
    assert!(!html.contains("class=\"ms-put-in\"") && html.contains("5つでいっぱい"));
}

#[tokio::test]
async fn every_view_becomes_every_sheet_and_leads_back_to_this_release() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    let views = [
        (format!("hospital={ISLAND}"), format!("hospitals/{ISLAND}?release={release}")),
        (format!("hospital={ISLAND}&measure=demo-falls"), format!("hospitals/{ISLAND}?release={release}#demo-falls")),
        (format!("h={ISLAND},{UNIVERSITY}"), format!("compare?release={release}&amp;h={ISLAND}%2C{UNIVERSITY}")),
        (
            "measure=demo-falls&region=JP-15".to_owned(),
            format!("measures/demo-falls?release={release}&amp;region=JP-15"),
        ),
        ("preset=cancer".to_owned(), format!("priorities?release={release}&amp;preset=cancer")),
        ("region=JP-15".to_owned(), format!("areas/15?release={release}")),
        (String::new(), format!("?release={release}")),
    ];
    for locale in ["ja", "en"] {
        for (view, back) in &views {
            for sheet in ["card", "poster", "handout", "questions"] {
                let answer = site.get(&format!("/{locale}/share/{sheet}?{view}")).await;
                let html = answer.text();
                assert_eq!(answer.status, 200, "{sheet} {view}");
                assert!(html.contains(&format!("/{locale}/{back}")), "{sheet} {view}");
                assert!(html.contains("class=\"ms-paper-qr\"") && html.contains("https://line.me/R/share?text="));
                let facts = html.matches("class=\"ms-facts-three\"").count();
                assert_eq!(facts, usize::from(sheet != "questions"), "{sheet} {view}");
                assert_eq!(html.matches("class=\"ms-write\"").count(), if sheet == "questions" { 6 } else { 0 });
            }
        }
    }
    assert_eq!(site.get("/ja/share/flag").await.status, 404);
    assert_eq!(site.get("/ja/share/card?hospital=nowhere").await.status, 404);
}
