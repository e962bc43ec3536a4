//! Do feeds, the map of the site and the descriptions for search engines hold what they promise?

use crate::demo::Site;
use crate::xml;

const ORIGIN: &str = "http://127.0.0.1:3000";

#[tokio::test]
async fn feeds_tell_of_every_release_with_absolute_addresses_and_no_clock() {
    let site = Site::demonstration().await;
    let releases = site.json("/api/v1/releases").await;
    let releases = releases["releases"].as_array().unwrap().clone();
    for address in ["/feeds/ja/releases.atom", "/feeds/en/releases.atom", "/feeds/ja/regions/JP-15.atom"] {
        let answer = site.get(address).await;
        assert_eq!(answer.status, 200, "{address}");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let feed = xml::read(&answer.text());
        assert_eq!((feed.name.as_str(), feed.attribute("xmlns")), ("feed", "http://www.w3.org/2005/Atom"));
        assert_eq!(feed.first("id").text, format!("{ORIGIN}{address}"));
        let own = feed.all("link").find(|link| link.attribute("rel") == "self").unwrap();
        assert_eq!(own.attribute("href"), format!("{ORIGIN}{address}"));
        let entries: Vec<_> = feed.all("entry").collect();
        assert_eq!(entries.len(), releases.len());
        for (entry, release) in entries.iter().zip(&releases) {
            let as_of = release["as_of"].as_str().unwrap();
            assert_eq!(entry.first("updated").text, format!("{as_of}T00:00:00+09:00"));
            assert!(entry.first("id").text.ends_with(release["id"].as_str().unwrap()));
            assert!(entry.all("link").all(|link| link.attribute("href").starts_with(ORIGIN)));
        }
        assert_eq!(site.get(address).await.body, answer.body);
    }
}

#[tokio::test]
async fn the_feed_of_a_prefecture_counts_what_the_list_of_changes_holds() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    let mut expected = std::collections::BTreeMap::<String, u64>::new();
    let mut cursor = Some("0".to_owned());
    while let Some(from) = cursor {
        let part = site.json(&format!("/api/v1/releases/{release}/changes?limit=1000&cursor={from}")).await;
        for change in part["changes"].as_array().unwrap() {
            if change["hospital"]["region"] == "JP-15" {
                *expected.entry(change["measure"].as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
        cursor = part["meta"]["next"].as_str().map(str::to_owned);
    }
    let feed = xml::read(&site.get("/feeds/en/regions/JP-15.atom").await.text());
    let entry = feed.first("entry");
    assert!(!expected.is_empty());
    for link in entry.all("link").filter(|link| link.attribute("rel") == "related") {
        let href = link.attribute("href");
        let measure = href.split("/measures/").nth(1).unwrap().split('?').next().unwrap();
        let said = entry.first("summary").text.clone();
        let told = said.split(&format!("“{}”: ", link.attribute("title"))).nth(1).unwrap().split('.').next().unwrap();
        let sum: u64 = told.split(", ").map(|part| part.split(' ').next().unwrap().parse::<u64>().unwrap()).sum();
        assert_eq!(sum, expected[measure], "{measure}: {told}");
        assert_eq!(site.get(href.strip_prefix(ORIGIN).unwrap()).await.status, 200, "{href}");
    }
}

#[tokio::test]
async fn what_is_no_feed_is_refused() {
    let site = Site::demonstration().await;
    for (address, status) in [
        ("/feeds/fr/releases.atom", 404),
        ("/feeds/ja/regions/JP-99.atom", 404),
        ("/feeds/ja/regions/..%2f..%2fx.atom", 404),
        ("/feeds/ja/regions/JP-15", 404),
        ("/feeds/ja/releases.atom?page=2", 400),
        ("/sitemap/0.xml", 404),
        ("/sitemap/99999999999999999999.xml", 404),
        ("/sitemap.xml?x=1", 400),
    ] {
        let answer = site.get(address).await;
        assert_eq!(answer.status, status, "{address}: {}", answer.text());
    }
    for (address, language, words) in [
        ("/feeds/en/regions/JP-99.atom", "en", "There is no feed"),
        ("/feeds/en/nothing", "en", "There is no feed"),
        ("/feeds/en/a/b/c/d.atom", "en", "There is no feed"),
        ("/feeds/ja/nothing.atom", "ja", "フィード"),
        ("/feeds/fr/releases.atom", "", "There is no feed"),
    ] {
        let answer = site.get(address).await;
        let told = (answer.status.as_u16(), answer.header("content-type"), answer.header("content-language"));
        assert_eq!(told, (404, "text/plain; charset=utf-8", language), "{address}");
        assert!(answer.text().contains(words), "{address}");
        assert_eq!(answer.text().contains("フィード"), language != "en", "{address}");
    }
    let refused = site.get("/feeds/ja/releases.atom?page=2").await;
    assert_eq!(refused.json()["parameter"], "page");
}

#[tokio::test]
async fn heads_of_pages_lead_to_the_feeds() {
    let site = Site::demonstration().await;
    let page = site.get("/ja/areas/15").await.text();
    let head = page.split("</head>").next().unwrap();
    for feed in ["releases", "corrections", "regions/JP-15"] {
        let link = format!("href=\"{ORIGIN}/feeds/ja/{feed}.atom\"");
        assert!(head.contains("type=\"application/atom+xml\"") && head.contains(&link), "{link}: {head}");
    }
    let other = site.get("/ja/measures").await.text();
    assert!(!other.contains("/regions/JP-"));
}

#[tokio::test]
async fn the_map_names_every_hospital_in_both_languages() {
    let site = Site::demonstration().await;
    let robots = site.get("/robots.txt").await;
    assert!(robots.text().contains(&format!("Sitemap: {ORIGIN}/sitemap.xml")));
    let index = xml::read(&site.get("/sitemap.xml").await.text());
    let mut places = Vec::new();
    for part in index.all("sitemap") {
        let address = part.first("loc").text.clone();
        let map = xml::read(&site.get(address.strip_prefix(ORIGIN).unwrap()).await.text());
        for url in map.all("url") {
            let languages: Vec<&str> = url.all("xhtml:link").map(|link| link.attribute("hreflang")).collect();
            assert_eq!(languages, ["ja", "en"]);
            places.push(url.first("loc").text.clone());
        }
    }
    let total = site.json("/api/v1/hospitals?limit=1").await["meta"]["total"].as_u64().unwrap() as usize;
    for locale in ["ja", "en"] {
        let own = places.iter().filter(|p| p.starts_with(&format!("{ORIGIN}/{locale}/hospitals/"))).count();
        // those that have ended keep their pages, and stand in no list
        let ended = ["demo-10010", "demo-27006", "demo-28015"].iter();
        let ended = ended.filter(|id| places.contains(&format!("{ORIGIN}/{locale}/hospitals/{id}")));
        assert_eq!((own, ended.count()), (total + 3, 3));
    }
    let few = |kind: &str| places.iter().filter(|p| p.contains(kind)).take(3).cloned().collect::<Vec<_>>();
    let lists = places.iter().filter(|p| !["/hospitals/", "/areas/", "/measures/"].iter().any(|kind| p.contains(kind)));
    let asked: Vec<String> =
        lists.cloned().chain(few("/hospitals/")).chain(few("/areas/")).chain(few("/measures/")).collect();
    assert!(asked.len() >= 24 + 9, "{asked:?}");
    for path in asked {
        assert_eq!(site.get(path.strip_prefix(ORIGIN).unwrap()).await.status, 200, "{path}");
    }
}

/// The descriptions of a page.
fn described(page: &str) -> Vec<serde_json::Value> {
    let blocks = page.split("<script type=\"application/ld+json\">").skip(1);
    blocks.map(|block| serde_json::from_str(block.split("</script>").next().unwrap()).unwrap()).collect()
}

#[tokio::test]
async fn search_engines_are_told_where_the_data_are_and_no_rating() {
    let site = Site::demonstration().await;
    let (release, hospital) = site.ids().await;
    for (address, kind) in [
        ("/ja/measures/demo-falls".to_owned(), "Dataset"),
        ("/en/data".to_owned(), "Dataset"),
        (format!("/ja/hospitals/{hospital}"), "Hospital"),
    ] {
        let answer = site.get(&address).await;
        let page = answer.text();
        assert!(!page.contains("aggregateRating"), "{address}");
        assert!(answer.header("content-security-policy").contains("script-src 'self'"));
        let blocks = described(&page);
        assert_eq!(blocks.len(), 1, "{address}");
        assert_eq!(blocks[0]["@type"], kind, "{address}");
        if kind == "Dataset" {
            assert_eq!(blocks[0]["isAccessibleForFree"], true);
            assert!(blocks[0]["temporalCoverage"].as_str().unwrap().contains('/'));
            assert!(!blocks[0]["license"].as_array().unwrap().is_empty() && !blocks[0]["spatialCoverage"].is_null());
            for file in blocks[0]["distribution"].as_array().unwrap() {
                let path = file["contentUrl"].as_str().unwrap().strip_prefix(ORIGIN).unwrap();
                assert!(path.contains(&release));
                assert_eq!(site.ask("HEAD", path, &[]).await.status, 200, "{path}");
            }
        } else {
            let data = blocks[0]["healthcareReportingData"]["url"].as_str().unwrap();
            assert_eq!(site.get(data.strip_prefix(ORIGIN).unwrap()).await.status, 200, "{data}");
            assert!(!blocks[0]["name"].as_str().unwrap().is_empty() && !blocks[0]["address"].is_null());
        }
    }
}

#[tokio::test]
async fn terms_and_data_are_reached_from_every_page_and_name_the_rules() {
    let site = Site::demonstration().await;
    for locale in ["ja", "en"] {
        let home = site.get(&format!("/{locale}/")).await.text();
        for page in ["data", "corrections", "terms"] {
            assert!(home.contains(&format!("href=\"/{locale}/{page}\"")), "{locale} {page}");
        }
    }
    let terms = site.get("/ja/terms").await.text();
    for rule in ["医療広告ガイドライン", "保険", "雇用", "特定", "出典の書き方", "CC0"] {
        assert!(terms.contains(rule), "{rule}");
    }
    let measure = site.get("/en/measures/demo-deaths-in-hospital").await.text();
    assert!(measure.contains("Similar measures abroad") && measure.contains("not the same as HSMR or SHMI"));
}
