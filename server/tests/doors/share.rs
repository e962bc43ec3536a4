//! Do collected hospitals stay in the address and nowhere else, and does every view become a sheet of paper?

use crate::demo::Site;
use crate::package::{publish, write};

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
        ("condition=child-illness".to_owned(), format!("conditions/child-illness?release={release}")),
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
                assert_eq!(html.matches("class=\"ms-write\"").count(), if sheet == "questions" { 4 } else { 0 });
                assert_eq!(html.matches("class=\"ms-write-rest\"").count(), usize::from(sheet == "questions"));
            }
        }
    }
    assert_eq!(site.get("/ja/share/flag").await.status, 404);
    assert_eq!(site.get("/ja/share/card?hospital=nowhere").await.status, 404);
}

#[tokio::test]
async fn a_sheet_about_a_place_names_who_is_near_whom_to_call_and_what_it_cannot_tell() {
    let site = Site::demonstration().await;
    let place = "place=%E4%BD%90%E6%B8%A1%E5%B8%82&care=deliveries";
    let handout = site.get(&format!("/ja/share/handout?{place}")).await.text();
    let paper = handout.split("class=\"ms-paper-in\"").nth(1).unwrap();
    let paper = paper.split("</section>").next().unwrap();
    let listed = paper.split("class=\"ms-facts-places\"").nth(1).unwrap().split("</ul>").next().unwrap();
    assert!((1..=5).contains(&listed.matches("<li>").count()), "{listed}");
    assert!(listed.contains("海を渡って") && listed.contains("お産 76件"), "{listed}");
    for said in ["ナビイ", "聞いてみること", "いつまでに申し込めば", "この紙では分かりません", "119"]
    {
        assert!(unread(paper).contains(said), "{said}: {paper}");
    }
    let card = site.get(&format!("/en/share/card?{place}")).await.text();
    let listed = card.split("class=\"ms-facts-places\"").nth(1).unwrap().split("</ul>").next().unwrap();
    assert_eq!(listed.matches("<li>").count(), 3, "{listed}");
    for unknown in ["place=nowhere-at-all", "place=%E5%BA%9C%E4%B8%AD%E5%B8%82"] {
        let answer = site.get(&format!("/ja/share/handout?{unknown}")).await;
        assert!(answer.status == 200 && !answer.text().contains("ms-facts-places"), "{unknown}");
    }
    assert_eq!(site.get("/ja/share/card?condition=nothing").await.status, 404);
}

#[tokio::test]
async fn the_three_answers_are_told_alike_on_a_page_and_on_its_sheets() {
    let site = Site::demonstration().await;
    let mut usual = 0;
    for hospital in [ISLAND, UNIVERSITY, "demo-01019"] {
        let page = site.get(&format!("/ja/hospitals/{hospital}")).await.text();
        let answer = page.split("class=\"ms-answer\"").nth(1).unwrap().split("</p>").next().unwrap();
        let answer = unread(answer.split_once('>').unwrap().1);
        let handout = site.get(&format!("/ja/share/handout?hospital={hospital}")).await.text();
        let facts = handout.split("class=\"ms-facts-three\"").nth(1).unwrap().split("</ol>").next().unwrap();
        assert!(unread(facts).contains(&answer), "{answer}: {facts}");
        let words = first_words(&page);
        let told = |said: &str| words.iter().filter(|(_, word)| word.contains(said)).count();
        for (said, count) in [
            ("ほかの病院とちがうと言えるものが", told("くらべて")),
            ("ふつうのばらつきの範囲内のものが", told("ふつうのばらつきの範囲内です")),
            ("差があるとは言えないものが", told("差があるとは言えません")),
        ] {
            let counted = answer.split(said).nth(1).map_or("0", |rest| rest.split("種類").next().unwrap());
            assert_eq!(counted, count.to_string(), "{hospital} {said}: {answer}");
        }
        usual += told("ふつうのばらつきの範囲内です");
    }
    assert!(usual > 0, "the demonstration has some of every answer");
}

/// The text without tags and without what stands above it.
fn unread(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (tag, said) = part.split_once('>').unwrap_or(("", part));
        if !matches!(tag, "rt" | "rp") {
            text.push_str(said);
        }
    }
    text
}

#[tokio::test]
async fn the_sheet_of_a_trouble_asks_its_own_questions() {
    let site = Site::demonstration().await;
    let page = site.get("/ja/conditions/hip-fracture").await.text();
    assert!(page.contains("/ja/share/questions?condition=hip-fracture"));
    let sheet = site.get("/ja/share/questions?condition=hip-fracture").await.text();
    let condition = content::condition("hip-fracture").unwrap().unwrap();
    for asked in condition.ask.iter().take(3) {
        assert!(unread(&sheet).contains(&asked.ja), "{}", asked.ja);
    }
    let priorities = site.get("/ja/priorities?preset=cancer").await.text();
    assert!(priorities.contains("/ja/share/questions?preset=cancer"), "the sheet for the doctor is a link");
}

#[tokio::test]
async fn a_sheet_of_a_trouble_at_a_place_names_who_is_near_and_never_sends_anybody_instead_of_an_ambulance() {
    let site = Site::demonstration().await;
    let place = "place=%E4%BD%90%E6%B8%A1%E5%B8%82";
    let page = site.get("/ja/conditions/stroke").await.text();
    assert!(page.contains("href=\"tel:119\""), "the number can be touched");
    let hip = site.get(&format!("/ja/share/handout?{place}&condition=hip-fracture")).await.text();
    assert!(hip.contains("ms-facts-places") && unread(&hip).contains("佐渡市"), "who is near");
    for asked in ["care=ambulances", "condition=stroke"] {
        let sheet = unread(&site.get(&format!("/ja/share/handout?{place}&{asked}")).await.text());
        assert!(sheet.contains("どこへ運ぶかは救急隊が決めます。自分で選んで行くための紙ではありません"), "{asked}");
        assert!(!sheet.contains("行く前に") && !sheet.contains("何もしないとどうなりますか"), "{asked}");
    }
}

#[tokio::test]
async fn a_child_that_falls_ill_has_a_number_to_touch_before_everything_else() {
    let site = Site::demonstration().await;
    for locale in ["ja", "en"] {
        let page = site.get(&format!("/{locale}/conditions/child-illness")).await.text();
        let (before, after) = page.split_once("class=\"ms-call\"").unwrap();
        assert!(!before.contains("id=\"signs\"") && after.contains("href=\"tel:%238000\""), "{locale}");
    }
}

/// What the page of a hospital says first of each of its measures: id, and the word with whom it stands against.
fn first_words(page: &str) -> Vec<(String, String)> {
    let articles = page.split("<article").skip(1);
    let first = articles.filter_map(|article| {
        let id = article.split("id=\"").nth(1)?.split('"').next()?;
        let word = article.split("class=\"ms-verdict").nth(1)?.split("</p>").next()?;
        let word = word.split("</span>").nth(1)?.split("<span>").nth(1)?;
        Some((id.to_owned(), unread(word)))
    });
    first.collect()
}

#[tokio::test]
async fn a_card_says_of_a_figure_what_its_page_says_first_beside_hospitals_of_the_same_role() {
    let site = Site::demonstration().await;
    let mut beside_its_role = 0;
    for hospital in [ISLAND, UNIVERSITY, "demo-01019"] {
        let page = site.get(&format!("/ja/hospitals/{hospital}")).await.text();
        for (measure, word) in first_words(&page).into_iter().take(12) {
            let card = site.get(&format!("/ja/share/card?hospital={hospital}&measure={measure}")).await.text();
            let facts = card.split("class=\"ms-facts-three\"").nth(1).unwrap().split("</ol>").next().unwrap();
            let facts = unread(facts);
            assert!(facts.contains(&word), "{hospital} {measure}: {word}: {facts}");
            beside_its_role += usize::from(facts.contains("同じ役割"));
            let more = word.contains("くらべて") && !word.contains("側") && !word.contains("重症度");
            assert_eq!(facts.contains("良い・悪いを意味しません"), more, "{hospital} {measure}: {facts}");
        }
    }
    assert!(beside_its_role > 10, "{beside_its_role}");
}

#[tokio::test]
async fn a_sheet_names_the_hospitals_nearby_also_where_nobody_tells_who_provides_the_care() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 94));
    let site = Site::of(&data).await;
    let html = site.get("/ja/share/handout?region=JP-01&care=cancer").await.text();
    let sheet = unread(&html);
    assert!(html.contains("ms-facts-places") && sheet.contains("架空第0病院"), "{sheet}");
    assert!(sheet.contains("この版の資料では分かりません。下の病院に、しているか聞いて"), "{sheet}");
    assert!(!sheet.contains("距離は"), "none is told: {sheet}");
    let nowhere = site.get("/ja/share/handout?care=cancer").await.text();
    assert!(!nowhere.contains("ms-facts-places") && !nowhere.contains("この地点の近く"));
    assert!(unread(&nowhere).contains("場所が選ばれていません"));
    let html = site.get("/ja/share/handout?condition=cancer&region=JP-01").await.text();
    assert!(unread(&html).contains("架空第0病院"), "the same on the sheet of a trouble");
}

#[tokio::test]
async fn a_handout_says_whom_to_contact_with_addresses_that_can_be_typed_from_paper() {
    let site = Site::demonstration().await;
    for sheet in [
        format!("hospital={UNIVERSITY}"),
        "place=%E4%BD%90%E6%B8%A1%E5%B8%82&care=deliveries".to_owned(),
        "condition=hip-fracture&place=%E4%BD%90%E6%B8%A1%E5%B8%82".to_owned(),
    ] {
        let html = site.get(&format!("/ja/share/handout?{sheet}")).await.text();
        let paper = html.split("class=\"ms-paper-in\"").nth(1).unwrap().split("</section>").next().unwrap();
        let said = unread(paper);
        assert!(said.contains("連絡するところ") && !said.contains("電話するところ"), "{said}");
        assert!(said.contains("https://www.iryou.teikyouseido.mhlw.go.jp/"), "{said}");
        let sites = paper.split("class=\"ms-paper-sites\"").nth(1).unwrap().split("</ul>").next().unwrap();
        assert!(sites.contains("https://demo-"), "{sites}");
    }
    let urgent = site.get("/ja/share/handout?place=%E4%BD%90%E6%B8%A1%E5%B8%82&care=ambulances").await.text();
    assert!(!urgent.contains("ms-paper-sites"), "the ambulance crew decides");
    let cancer = unread(&site.get("/ja/share/handout?condition=cancer").await.text());
    assert!(cancer.contains("がん相談支援センターに電話します"), "{cancer}");
}
