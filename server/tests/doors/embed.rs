//! Does the same question get the same numbers as page, frame, drawing, image, table and JSON, and is hostile input refused?

use crate::demo::{Answer, Site};
use domain::view_spec::Chart;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is asked of the charts.
pub struct Asked {
    release: String,
    measure: String,
    hospital: String,
    /// The query of each chart, pinned: a measure that has it.
    queries: Vec<(Chart, String)>,
}

impl Asked {
    pub async fn of(site: &Site) -> Self {
        let release = site.reports.current_id();
        let measures = site.json("/api/v1/measures?limit=1000").await;
        let measures: Vec<&str> =
            measures["measures"].as_array().unwrap().iter().filter_map(|m| m["id"].as_str()).collect();
        let mut queries = Vec::new();
        for chart in Chart::ALL {
            let mut found = None;
            for measure in std::iter::once("demo-falls").chain(measures.iter().copied()) {
                let query = query(site, *chart, measure, &release).await;
                if found.is_none() && site.get(&format!("/embed/ja/{chart}.svg?{query}")).await.status == 200 {
                    found = Some(query);
                    break;
                }
            }
            queries.push((*chart, found.unwrap_or_else(|| panic!("no measure has a {chart}"))));
        }
        let hospital = reporting(site, "demo-falls").await;
        Self { release, measure: "demo-falls".to_string(), hospital, queries }
    }

    pub fn query(&self, chart: Chart) -> String {
        self.queries.iter().find(|(known, _)| *known == chart).map(|(_, query)| query.clone()).unwrap()
    }
}

async fn query(site: &Site, chart: Chart, measure: &str, release: &str) -> String {
    let hospital = reporting(site, measure).await;
    let one = if chart.needs_hospital() { format!("&hospital={hospital}") } else { String::new() };
    let several = match chart {
        Chart::Compare => format!("&h={}", fair_pair(site, &hospital).await),
        _ => String::new(),
    };
    format!("release={release}&measure={measure}{one}{several}")
}

/// A hospital that has a value with an interval.
async fn reporting(site: &Site, measure: &str) -> String {
    let values = site.json(&format!("/api/v1/measures/{measure}/values?limit=1000")).await;
    let rows = values["values"].as_array().unwrap();
    let with_interval = rows.iter().find(|row| row["status"] == "reported" && row["interval"].is_object());
    let found = with_interval.or_else(|| rows.iter().find(|row| row["status"] == "reported")).unwrap();
    found["hospital"]["id"].as_str().unwrap().to_string()
}

/// A hospital with another of its role that it may be compared with.
async fn fair_pair(site: &Site, hospital: &str) -> String {
    let own = site.json(&format!("/api/v1/hospitals/{hospital}")).await;
    let role = own["hospital"]["peer_group"].as_str().unwrap();
    let all = site.json(&format!("/api/v1/hospitals?peer_group={role}&limit=1000")).await;
    for other in all["hospitals"].as_array().unwrap().iter().filter_map(|row| row["id"].as_str()) {
        let pair = format!("{hospital},{other}");
        let compared = site.get(&format!("/api/v1/compare?h={pair}&m=demo-falls")).await;
        if compared.status == 200 && compared.json()["compare"]["guard"]["fair"] == true {
            return pair;
        }
    }
    panic!("{hospital} has nobody to be compared with");
}

/// The texts of a drawing.
fn words(svg: &str) -> Vec<String> {
    let parts = svg.split("<text ").skip(1).filter_map(|part| part.split_once('>')?.1.split_once("</text>"));
    parts.map(|(text, _)| text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")).collect()
}

/// The cells of one column of a table.
fn column(csv: &str, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader.headers().unwrap().iter().position(|head| head == name).unwrap_or_else(|| panic!("{name}: {csv}"));
    reader.records().map(|row| row.unwrap()[at].to_string()).collect()
}

async fn fetched(site: &Site, address: &str) -> Answer {
    let answer = site.get(address).await;
    assert_eq!(answer.status, 200, "{address}: {}", String::from_utf8_lossy(&answer.body));
    answer
}

#[tokio::test]
async fn every_form_of_a_chart_says_the_same() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    for chart in Chart::ALL {
        let query = asked.query(*chart);
        for locale in ["ja", "en"] {
            let of = |ending: &str| format!("/embed/{locale}/{chart}{ending}?{query}");
            let json = fetched(&site, &of(".json")).await.json();
            let csv = fetched(&site, &of(".csv")).await.text();
            let svg = fetched(&site, &of(".svg")).await.text();
            let html = fetched(&site, &of("")).await.text();
            let title = json["chart"]["title"].as_str().unwrap();
            let description = json["chart"]["description"].as_str().unwrap();
            assert!(!title.is_empty() && !description.is_empty());
            let plain = |text: &str| text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'");
            assert!(
                plain(&svg).contains(&format!("<desc id=\"figure-desc\">{description}</desc>")),
                "{chart} {locale}"
            );
            assert!(plain(&html).contains(description), "{chart} {locale}: the words of the frame");
            // rows: the same as JSON and as CSV, all of the pinned release
            let rows = json["values"].as_array().unwrap();
            assert!(!rows.is_empty(), "{chart}");
            let values: Vec<String> = rows.iter().map(|row| row["value"].to_string().replace("null", "")).collect();
            assert_eq!(column(&csv, "value"), values, "{chart}");
            assert!(column(&csv, "meta_release").iter().all(|id| *id == asked.release));
            if !json["values"][0]["hospital"].is_null() {
                let ids: Vec<&str> = rows.iter().map(|row| row["hospital"]["id"].as_str().unwrap()).collect();
                assert_eq!(column(&csv, "hospital_id"), ids);
            }
            // whoever does not see it hears when, from where to where, and that what is missing is not bad
            let missing = rows.iter().any(|row| row["status"].as_str().is_some_and(|status| status != "reported"));
            let not_bad =
                if locale == "ja" { "悪いという意味ではありません" } else { "does not mean it is bad" };
            assert!(!missing || description.contains(not_bad), "{chart} {locale}: {description}");
            if [Chart::Funnel, Chart::Map, Chart::Intervals, Chart::Spread].contains(chart) {
                let runs = if locale == "ja" { "値は" } else { "Values run from " };
                assert!(description.contains(runs), "{chart} {locale}: {description}");
            }
            // caveats and source stand inside the drawing
            let drawn = words(&svg).concat();
            assert!(drawn.contains(&asked.release), "{chart}: the release stands in the drawing");
            assert!(drawn.contains(if locale == "ja" { "架空のデータ" } else { "Fictional data" }), "{chart}");
        }
    }
}

#[tokio::test]
async fn the_figures_of_a_drawing_are_those_of_the_page() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    let page = fetched(&site, &format!("/ja/hospitals/{}?release={}", asked.hospital, asked.release)).await.text();
    let ruler = fetched(&site, &format!("/embed/ja/ruler.json?{}", asked.query(Chart::Ruler))).await.json();
    let api = site.json(&format!("/api/v1/hospitals/{}?release={}", asked.hospital, asked.release)).await;
    let own = api["hospital"]["values"].as_array().or(api["hospital"]["measures"].as_array());
    let same = own.unwrap().iter().any(|value| value.to_string().contains(&ruler["values"][0]["value"].to_string()));
    assert!(same, "the API knows the value of the ruler");
    let svg = fetched(&site, &format!("/embed/ja/ruler.svg?{}", asked.query(Chart::Ruler))).await.text();
    let told = words(&svg).into_iter().find(|text| text.contains("1,000")).unwrap();
    let number = told.split_whitespace().next_back().unwrap_or(&told);
    assert!(page.contains(number), "{told}");
    let funnel = fetched(&site, &format!("/embed/ja/funnel.csv?{}", asked.query(Chart::Funnel))).await.text();
    let all =
        site.json(&format!("/api/v1/measures/{}/values?release={}&limit=1000", asked.measure, asked.release)).await;
    let with_size = |row: &&serde_json::Value| row["status"] == "reported" && row["denominator"].is_number();
    let drawn: BTreeSet<String> = column(&funnel, "hospital_id").into_iter().collect();
    let known: BTreeSet<String> = all["values"]
        .as_array()
        .unwrap()
        .iter()
        .filter(with_size)
        .map(|row| row["hospital"]["id"].as_str().unwrap().to_string())
        .collect();
    assert_eq!(drawn, known, "the funnel's table holds every dot and nothing else");
}

#[tokio::test]
async fn an_image_has_the_size_and_the_colours_that_were_asked_for() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    let query = asked.query(Chart::Ruler);
    for (look, width, height) in [
        ("", 1200, None),
        ("&w=400", 400, None),
        ("&w=800&scale=2", 1600, None),
        ("&preset=og", 1200, Some(630)),
        ("&preset=square", 1080, Some(1080)),
        ("&w=500&h=300", 500, Some(300)),
        ("&preset=print&mm=86", 1016, None),
    ] {
        let answer = fetched(&site, &format!("/embed/ja/ruler.png?{query}{look}")).await;
        assert_eq!(answer.header("content-type"), "image/png");
        assert!(answer.header("cache-control").contains("immutable"), "a pinned image keeps its bytes");
        let number = |at: usize| u32::from_be_bytes(answer.body[at..at + 4].try_into().unwrap());
        assert_eq!(number(16), width, "{look}");
        if let Some(height) = height {
            assert_eq!(number(20), height, "{look}");
        }
        let again = fetched(&site, &format!("/embed/ja/ruler.png?{query}{look}&theme=auto")).await;
        assert_eq!(answer.body, again.body, "the same drawing is the same bytes");
    }
    let light = fetched(&site, &format!("/embed/ja/ruler.png?{query}&theme=light")).await;
    let dark = fetched(&site, &format!("/embed/ja/ruler.png?{query}&theme=dark")).await;
    assert_ne!(light.body, dark.body);
    let printed = fetched(&site, &format!("/embed/ja/ruler.svg?{query}&mm=86")).await.text();
    assert!(printed.contains("width=\"86mm\""), "{}", &printed[..200]);
    for (look, size) in [
        ("&preset=square", "width=\"1080\" height=\"1080\""),
        ("&preset=og", "width=\"1200\" height=\"630\""),
        ("&w=500&h=400", "width=\"500\" height=\"400\""),
    ] {
        let drawing = fetched(&site, &format!("/embed/ja/ruler.svg?{query}{look}")).await.text();
        assert!(drawing.contains(size) && !drawing.contains("d=\"M0 0h"), "{look}: {}", &drawing[..300]);
    }
}

#[tokio::test]
async fn what_is_handed_out_as_rows_is_what_is_drawn() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    for chart in [Chart::Places, Chart::Intervals] {
        let query = asked.query(chart);
        let rows = fetched(&site, &format!("/embed/ja/{chart}.json?{query}")).await.json();
        let rows = rows["values"].as_array().unwrap();
        let drawing = words(&fetched(&site, &format!("/embed/ja/{chart}.svg?{query}&w=1200")).await.text()).concat();
        assert!(!rows.is_empty() && rows.len() <= 60, "{chart}: {}", rows.len());
        for row in rows {
            let name: String = row["hospital"]["name"].as_str().unwrap().chars().take(5).collect();
            assert!(drawing.contains(&name), "{chart}: {name}");
        }
    }
    let query = asked.query(Chart::Spread);
    let country = fetched(&site, &format!("/embed/ja/spread.csv?{query}")).await.text();
    assert!(column(&country, "hospital_id").iter().all(String::is_empty));
    let measure = query.split("measure=").nth(1).unwrap().split('&').next().unwrap().to_string();
    let hospital = reporting(&site, &measure).await;
    let both = fetched(&site, &format!("/embed/ja/spread.csv?{query}&hospital={hospital}")).await.text();
    let years = column(&country, "period_end");
    let own: Vec<String> = column(&both, "hospital_id").into_iter().filter(|id| !id.is_empty()).collect();
    assert!(!own.is_empty() && own.len() <= years.len() && own.iter().all(|id| *id == hospital), "{both}");
    assert_eq!(column(&both, "period_end")[..years.len()], years);
    assert!(column(&both, "measure_id").iter().all(|id| *id == measure));
    let last = "measure_id,definition_version,meta_release,meta_as_of,meta_fictional,meta_source_ja,meta_source_en,meta_licence,\
         meta_owner_warning_ja,meta_owner_warning_en";
    assert!(both.lines().next().unwrap().ends_with(last));
    assert!(column(&both, "meta_licence").iter().all(|licence| licence == "CC0-1.0"), "{both}");
    assert!(column(&both, "meta_source_ja").iter().all(|cited| !cited.is_empty()), "{both}");
}

/// Over hospitals of all roles a crude outcome would tell their patients.
#[tokio::test]
async fn the_spread_of_what_nobody_has_adjusted_is_drawn_within_one_role() {
    let site = Site::demonstration().await;
    let roles = |csv: &str| {
        let named = column(csv, "peer_group").into_iter().zip(column(csv, "hospital_id"));
        named
            .filter(|(_, hospital)| hospital.is_empty())
            .map(|(role, _)| role)
            .collect::<std::collections::BTreeSet<_>>()
    };
    let spread =
        async |ending: &str, query: &str| fetched(&site, &format!("/embed/en/spread.{ending}?{query}")).await.text();
    let crude = "measure=demo-deaths-in-hospital";
    let largest = roles(&spread("csv", crude).await);
    assert_eq!((largest.len(), largest.contains("")), (1, false), "{largest:?}");
    let drawing = words(&spread("svg", crude).await).join(" ");
    assert!(drawing.contains("Most hospitals of this role") && !drawing.contains("nationwide"), "{drawing}");
    let rural = roles(&spread("csv", &format!("{crude}&peer_group=small_rural")).await);
    assert_eq!(rural.iter().collect::<Vec<_>>(), ["small_rural"]);
    let values = site.json("/api/v1/measures/demo-deaths-in-hospital/values?peer_group=small_rural&limit=1").await;
    let hospital = values["values"][0]["hospital"]["id"].as_str().unwrap();
    let own = spread("csv", &format!("{crude}&hospital={hospital}")).await;
    assert_eq!(roles(&own).iter().collect::<Vec<_>>(), ["small_rural"]);
    assert!(column(&own, "hospital_id").iter().any(|id| id == hospital), "{own}");
    let other = spread("svg", &format!("{crude}&hospital={hospital}&peer_group=regional_acute")).await;
    assert!(words(&other).join(" ").contains("This drawing holds no value of"), "{other}");
    let adjusted = spread("csv", "measure=demo-readmission").await;
    assert_eq!(roles(&adjusted).iter().collect::<Vec<_>>(), [""], "an adjusted one is of the whole country");
}

#[tokio::test]
async fn a_hospital_that_is_not_in_the_drawing_is_spoken_of() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    let values = site.json("/api/v1/measures/demo-falls/values?limit=1000").await;
    let silent = values["values"].as_array().unwrap().iter().find(|row| row["status"] != "reported").unwrap();
    let silent = silent["hospital"]["id"].as_str().unwrap();
    let query = format!("release={}&measure=demo-falls", asked.release);
    for ending in ["", ".svg"] {
        let funnel = fetched(&site, &format!("/embed/ja/funnel{ending}?{query}&hospital={silent}")).await.text();
        assert!(funnel.contains("の点はありません"), "{ending}");
        let shown = fetched(&site, &format!("/embed/ja/funnel{ending}?{query}&hospital={}", asked.hospital)).await;
        assert!(!shown.text().contains("の点はありません"), "{ending}");
    }
    let last = values["values"].as_array().unwrap().last().unwrap()["hospital"]["id"].as_str().unwrap();
    let list = fetched(&site, &format!("/embed/en/intervals.svg?{query}&hospital={last}")).await.text();
    assert!(words(&list).join(" ").contains("is not in this part of the list"), "{list}");
    for chart in ["funnel", "intervals", "places", "spread"] {
        let nobody = site.get(&format!("/embed/ja/{chart}.svg?{query}&hospital=nobody")).await;
        assert_eq!((nobody.status.as_u16(), &nobody.json()["parameter"]), (404, &"hospital".into()), "{chart}");
    }
}

#[tokio::test]
async fn what_may_not_be_laid_side_by_side_is_not_drawn_either() {
    let site = Site::demonstration().await;
    for ending in ["", ".svg", ".png", ".csv", ".json"] {
        let unfair = format!("/embed/ja/compare{ending}?measure=demo-falls&h=demo-42021,demo-01010");
        let answer = site.get(&unfair).await;
        assert_eq!(answer.status, 400, "{ending}");
        assert!(answer.text().contains("役割や規模がちがう"), "{}", answer.text());
        assert_eq!(site.get(&format!("/embed/ja/compare{ending}?measure=demo-falls&h=demo-42021")).await.status, 400);
    }
}

#[tokio::test]
async fn a_frame_needs_nothing_and_may_stand_anywhere() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    for chart in Chart::ALL {
        let answer = fetched(&site, &format!("/embed/ja/{chart}?{}", asked.query(*chart))).await;
        let policy = answer.header("content-security-policy").to_string();
        assert!(policy.contains("frame-ancestors *") && policy.contains("default-src 'none'"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && answer.header("x-frame-options").is_empty());
        assert!(answer.header("set-cookie").is_empty());
        assert!(answer.header("cache-control").starts_with("public, max-age=300"), "a pinned frame may gain a notice");
        let html = answer.text();
        assert_eq!(html.matches("<script").count(), 1, "the one that tells its height");
        for part in ["<svg", "<table", "出典", "/embed/ja/", ".csv?", "application/json+oembed"] {
            assert!(html.contains(part), "{chart}: {part}");
        }
        assert!(!html.contains("<img src=\"http") && !html.contains("@font-face"));
        let svg = fetched(&site, &format!("/embed/ja/{chart}.svg?{}", asked.query(*chart))).await;
        assert!(svg.header("content-security-policy").starts_with("default-src 'none'"));
        let drawing = svg.text();
        assert!(!drawing.contains("<script") && !drawing.contains(" on") && !drawing.contains("href="), "{chart}");
    }
}

#[tokio::test]
async fn a_frame_of_an_older_release_says_so_outside_of_the_drawing() {
    let site = Site::demonstration().await;
    let releases = site.json("/api/v1/releases").await;
    let ids: Vec<&str> = releases["releases"].as_array().unwrap().iter().filter_map(|r| r["id"].as_str()).collect();
    let current = site.reports.current_id();
    let older = ids.iter().find(|id| **id != current).unwrap();
    let frame = fetched(&site, &format!("/embed/ja/funnel?measure=demo-falls&release={older}")).await.text();
    assert!(frame.contains("新しいデータが出ています"), "the notice");
    let drawing = fetched(&site, &format!("/embed/ja/funnel.svg?measure=demo-falls&release={older}")).await.text();
    assert!(!drawing.contains("新しいデータが出ています"), "a pinned drawing keeps its bytes");
    let now = fetched(&site, &format!("/embed/ja/funnel?measure=demo-falls&release={current}")).await.text();
    assert!(!now.contains("新しいデータが出ています"));
}

#[tokio::test]
async fn oembed_answers_for_our_addresses_alone() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    let encoded = |url: &str| form_urlencoded::byte_serialize(url.as_bytes()).collect::<String>();
    let home = "http://127.0.0.1:3000";
    for url in [
        format!("{home}/ja/measures/demo-falls"),
        format!("{home}/embed/en/funnel?{}", asked.query(Chart::Funnel)),
        format!("{home}/ja/charts?chart=map&measure=demo-falls"),
        format!("{home}/ja/hospitals/{}#demo-falls", asked.hospital),
    ] {
        let answer =
            fetched(&site, &format!("/oembed?url={}&maxwidth=500&format=json&referrer=x", encoded(&url))).await;
        assert!(answer.header("content-type").starts_with("application/json"));
        let told = answer.json();
        assert_eq!((&told["version"], &told["type"]), (&"1.0".into(), &"rich".into()));
        let html = told["html"].as_str().unwrap();
        assert!(html.starts_with("<iframe ") && html.contains("title=") && html.contains("loading=\"lazy\""), "{html}");
        assert!(html.contains(&format!("release={}", asked.release)), "pinned: {html}");
        assert!(told["width"].as_u64().unwrap() <= 500 && told["height"].as_u64().unwrap() > 100);
        let xml = fetched(&site, &format!("/oembed?url={}&format=xml", encoded(&url))).await;
        assert!(xml.text().contains("<oembed>") && xml.text().contains("&lt;iframe"));
    }
    let region = encoded(&format!("{home}/ja/measures/demo-falls?region=JP-15"));
    let told = fetched(&site, &format!("/oembed?url={region}")).await.json();
    assert!(told["html"].as_str().unwrap().contains("/embed/ja/intervals?"), "{told}");
    assert!(told["html"].as_str().unwrap().contains("region=JP-15"), "{told}");
    for foreign in ["https://example.com/ja/measures/demo-falls", "http://127.0.0.1:3000.evil.test/ja/", "javascript:1"]
    {
        assert_eq!(site.get(&format!("/oembed?url={}", encoded(foreign))).await.status, 404, "{foreign}");
    }
    assert_eq!(site.get("/oembed").await.status, 400);
    let ours = encoded(&format!("{home}/ja/measures/demo-falls"));
    assert_eq!(site.get(&format!("/oembed?url={ours}&format=yaml")).await.status, 501);
    assert_eq!(site.get(&format!("/oembed?url={ours}&maxwidth=wide")).await.status, 400);
    let page = fetched(&site, "/ja/measures/demo-falls").await.text();
    assert!(page.contains("application/json+oembed") && page.contains("href=\"http://127.0.0.1:3000/oembed?url="));
}

#[tokio::test]
async fn every_page_has_a_picture_for_its_links() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    for page in [
        "/ja/".to_string(),
        "/en/methods".to_string(),
        "/ja/measures/demo-falls".to_string(),
        "/ja/measures/demo-falls?region=JP-15".to_string(),
        "/ja/measures/demo-falls?region=JP-13".to_string(),
        format!("/ja/hospitals/{}", asked.hospital),
    ] {
        let html = fetched(&site, &page).await.text();
        let image =
            html.split_once("property=\"og:image\" content=\"").map(|(_, rest)| rest.split('"').next().unwrap());
        let image = image.unwrap_or_else(|| panic!("{page} has no picture")).replace("&amp;", "&");
        let path = image.strip_prefix("http://127.0.0.1:3000").unwrap_or_else(|| panic!("{image} is absolute"));
        let answer = fetched(&site, path).await;
        assert_eq!(&answer.body[..8], b"\x89PNG\r\n\x1a\n", "{page}");
        assert_eq!(&answer.body[16..24], &[0, 0, 4, 176, 0, 0, 2, 118], "{page}: 1,200 × 630");
    }
    let of = |query: &str| format!("/embed/ja/preview.png?measure=demo-falls{query}");
    let country = fetched(&site, &of("")).await.body;
    assert_ne!(fetched(&site, &of("&region=JP-15")).await.body, country, "a region has a picture of its own");
}

#[tokio::test]
async fn the_page_that_hands_out_charts_offers_what_is_drawn() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    for locale in ["ja", "en"] {
        let bare = fetched(&site, &format!("/{locale}/charts")).await.text();
        assert!(bare.contains("name=\"measure\"") && !bare.contains("<iframe"));
        for chart in Chart::ALL {
            let query = asked.query(*chart);
            let html =
                fetched(&site, &format!("/{locale}/charts?chart={chart}&{query}&lang=en&theme=dark")).await.text();
            assert!(html.contains(&format!("/embed/en/{chart}?release={}", asked.release)), "{chart}");
            assert!(html.contains("@misc{") && html.contains("data-monosashi"), "{chart}");
            assert!(html.contains("Data: Monosashi (fictional)"), "{chart}: a citation names its source");
            assert!(html.contains(if locale == "ja" { "医療広告" } else { "advertising" }), "{chart}");
        }
    }
    let without = fetched(&site, "/ja/charts?chart=ruler&measure=demo-falls").await.text();
    assert!(
        !without.contains("<iframe") && without.contains("/ja/hospitals"),
        "a hospital is needed, and the way is shown"
    );
}

#[tokio::test]
async fn pages_answer_while_images_are_made() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    let query = asked.query(Chart::Funnel);
    fetched(&site, "/ja/measures/demo-falls").await;
    let images: Vec<_> = (0..12_u32).map(|n| format!("/embed/ja/funnel.png?{query}&w={}", 1000 + n)).collect();
    let made = Arc::new(AtomicUsize::new(0));
    let page = async {
        let answer = fetched(&site, "/ja/measures/demo-falls?region=JP-13").await;
        (answer.status, made.load(Ordering::Relaxed))
    };
    let (answers, (status, made_before)) = tokio::join!(all_of(&site, &images, &made), page);
    assert_eq!(status, 200);
    assert!(made_before < images.len(), "the page was there before the last image");
    assert!(answers.iter().all(|answer| answer.status == 200 || answer.status == 503));
}

/// Asks for all of them at once, and counts those that have come.
async fn all_of(site: &Site, addresses: &[String], made: &Arc<AtomicUsize>) -> Vec<Answer> {
    let mut tasks = Vec::new();
    for address in addresses {
        let (site, address, made) = (site.clone(), address.clone(), Arc::clone(made));
        tasks.push(tokio::spawn(async move {
            let answer = site.get(&address).await;
            made.fetch_add(1, Ordering::Relaxed);
            answer
        }));
    }
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    answers
}
