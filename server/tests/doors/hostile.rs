//! Is whatever is hostile refused by its name, at every chart and in every form, and never with a failure of our own?

use crate::demo::Site;
use crate::embed::Asked;
use domain::view_spec::Chart;

const ENDINGS: [&str; 5] = ["", ".svg", ".png", ".csv", ".json"];

/// What nobody may ask, and the parameter at fault.
const HOSTILE: &[(&str, &str)] = &[
    ("w=100000", "w"),
    ("w=-1", "w"),
    ("w=1e3", "w"),
    ("w=NaN", "w"),
    ("w=99999999999999999999", "w"),
    ("w=400&w=500", "w"),
    ("scale=1000", "scale"),
    ("scale=0", "scale"),
    ("mm=5000", "mm"),
    ("preset=huge", "preset"),
    ("preset=..%2F..%2Fetc%2Fpasswd", "preset"),
    ("theme=%0d%0aSet-Cookie:a=b", "theme"),
    ("theme=%FF%FE", "theme"),
    ("measure=..%2F..%2Fetc%2Fpasswd", "measure"),
    ("measure=%00", "measure"),
    ("measure==HYPERLINK(1)", "measure"),
    ("release=%E2%80%AE", "release"),
    ("release=%0aX:1", "release"),
    ("release=never", "release"),
    ("surprise=1", "surprise"),
    ("%3Cscript%3E=1", "<script>"),
];

/// What nobody may ask of the charts that take the parameter.
const WHERE_TAKEN: &[(&str, &str)] = &[
    ("stratum=%00", "stratum"),
    ("stratum=%E2%80%AEevil", "stratum"),
    ("stratum=%D8%9Cevil", "stratum"),
    ("stratum=%C3%28", "stratum"),
    ("stratum=%0d%0aX", "stratum"),
    ("stratum==cmd%7C1", "stratum"),
    ("period=yesterday", "period"),
    ("period=2022-13-01/2023-03-31", "period"),
    ("period=1800-04-01/1801-03-31", "period"),
    ("region=Tokyo", "region"),
    ("peer_group=good", "peer_group"),
    ("page=0", "page"),
    ("hospital=..%2F..%2Fetc%2Fpasswd", "hospital"),
    ("hospital=%3Cscript%3E", "hospital"),
    ("hospital==cmd", "hospital"),
    ("hospital=%FF", "hospital"),
    ("hospital=nobody", "hospital"),
    ("h=%FF,%FE", "h"),
    ("h=-1", "h"),
];

#[tokio::test]
async fn what_is_hostile_is_refused_by_its_name_at_every_chart_and_in_every_form() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    for chart in Chart::ALL {
        let query = asked.query(*chart);
        let taken = |parameter: &str| chart.keys().iter().any(|key| key.parameter() == parameter);
        let here = HOSTILE.iter().chain(WHERE_TAKEN.iter().filter(|(_, parameter)| taken(parameter)));
        for (wrong, parameter) in here {
            let name = wrong.split('=').next().unwrap();
            let kept: Vec<&str> = query.split('&').filter(|pair| pair.split('=').next() != Some(name)).collect();
            for ending in ENDINGS {
                let address = format!("/embed/ja/{chart}{ending}?{}&{wrong}", kept.join("&"));
                refused(&site, &address, parameter).await;
            }
        }
        crowd(&site, *chart, &query).await;
    }
}

async fn refused(site: &Site, address: &str, parameter: &str) {
    let answer = site.get(address).await;
    let text = answer.text();
    assert!(matches!(answer.status.as_u16(), 400 | 404), "{address}: {} {text}", answer.status);
    assert!(answer.header("set-cookie").is_empty() && answer.header("x").is_empty(), "{address}");
    if answer.header("content-type") == "application/problem+json" {
        assert_eq!(answer.json()["parameter"], parameter, "{address}: {text}");
    } else {
        assert!(answer.header("content-type").starts_with("text/html"), "{address}");
        assert!(!text.contains("<script>"), "{address}");
    }
}

/// Ten thousand hospitals, and as many as an address holds.
async fn crowd(site: &Site, chart: Chart, query: &str) {
    let key = if chart == Chart::Compare { "h" } else { "hospital" };
    let many = |count: usize| (0..count).map(|n| format!("{n:x}")).collect::<Vec<_>>().join(",");
    for ending in ENDINGS {
        let all = site.get(&format!("/embed/en/{chart}{ending}?{query}&{key}={}", many(10_000))).await;
        assert_eq!(all.status, 414, "{chart}{ending}");
        let fitting = site.get(&format!("/embed/en/{chart}{ending}?{query}&{key}={}", many(600))).await;
        assert_eq!(fitting.status, 400, "{chart}{ending}: {}", fitting.text());
        if ending == ".csv" {
            assert_eq!(fitting.json()["parameter"], key, "{chart}");
        }
    }
}

#[tokio::test]
async fn a_look_that_would_be_ignored_is_refused_and_told_where_it_belongs() {
    let site = Site::demonstration().await;
    let asked = Asked::of(&site).await;
    for chart in Chart::ALL {
        let query = asked.query(*chart);
        let height = |look: &str| *chart == Chart::Compare && look.starts_with("h=");
        for (ending, look, parameter, instead) in [
            ("", "scale=2", "scale", ".png"),
            ("", "preset=og", "preset", ".svg, .png"),
            ("", "mm=86", "mm", ".svg, .png"),
            (".svg", "scale=2", "scale", ".png"),
            (".png", "preset=og&w=400", "w", "\"preset\""),
            (".png", "preset=square&h=400", "h", "\"preset\""),
            (".png", "mm=86&scale=2", "scale", "\"mm\""),
            (".svg", "preset=print&w=400", "w", "\"preset\""),
            (".csv", "theme=dark", "theme", ".svg"),
            (".json", "w=400", "w", ".png"),
        ] {
            if height(look.rsplit('&').next().unwrap()) {
                continue;
            }
            let answer = site.get(&format!("/embed/en/{chart}{ending}?{query}&{look}")).await;
            let text = answer.text();
            assert_eq!(answer.status, 400, "{chart}{ending} {look}");
            let told = text.replace("\\\"", "\"").replace("&quot;", "\"");
            assert!(told.contains(&format!("Parameter \"{parameter}\"")), "{chart}{ending} {look}: {told}");
            assert!(told.contains(instead), "{chart}{ending} {look}: {told}");
        }
    }
}

#[tokio::test]
async fn an_image_that_is_too_large_names_what_made_it_so() {
    let site = Site::demonstration().await;
    let query = "measure=demo-falls";
    for (look, parameter) in [("w=2400&scale=4", "scale"), ("mm=500", "mm"), ("w=2400&h=2400&scale=4", "scale")] {
        let answer = site.get(&format!("/embed/en/intervals.png?{query}&{look}")).await;
        assert_eq!(answer.status, 400, "{look}: {}", answer.header("content-type"));
        assert_eq!(answer.json()["parameter"], parameter, "{look}");
    }
    for (look, parameter) in [("preset=og", "preset"), ("h=200", "h")] {
        let answer = site.get(&format!("/embed/en/intervals.png?{query}&{look}")).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["parameter"]), (400, &parameter.into()), "{look}");
    }
}

#[tokio::test]
async fn a_language_or_chart_that_is_not_there_is_said_to_be_missing() {
    let site = Site::demonstration().await;
    let query = "measure=demo-falls";
    for nowhere in ["/embed/ja/pie.svg", "/embed/ja/..%2Ffunnel.svg", "/embed/ja/%FF.png", "/embed/ja/%0d%0aX:1.csv"] {
        let answer = site.get(&format!("{nowhere}?{query}")).await;
        assert_eq!(answer.status, 404, "{nowhere}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{nowhere}");
    }
    let other = site.get(&format!("/embed/fr/funnel.svg?{query}")).await;
    assert_eq!(
        (other.status.as_u16(), other.json()["type"].as_str().unwrap()),
        (404, "urn:monosashi:problem:no-such-language")
    );
    assert!(other.json()["detail"].as_str().unwrap().contains("ja, en"));
    let frame = site.get(&format!("/embed/fr/funnel?{query}")).await;
    assert_eq!((frame.status.as_u16(), frame.header("content-type")), (404, "text/html; charset=utf-8"));
    assert!(frame.text().contains("fr") && frame.text().contains("ja, en"));
    assert_eq!(site.get(&format!("/embed/%FF/funnel.svg?{query}")).await.status, 404);
    assert_eq!(site.get("/embed/ja/funnel.svg").await.json()["parameter"], "measure");
    assert_eq!(site.get("/embed/ja/funnel.svg?measure=no-such").await.status, 404);
}

#[tokio::test]
async fn bytes_that_are_no_text_name_nothing_and_are_refused_as_everything_else() {
    let site = Site::demonstration().await;
    for address in [
        "/api/v1/hospitals/%ff",
        "/api/v1/measures/%ff",
        "/api/v1/measures/%ff/values",
        "/api/v1/releases/%ff/changes",
        "/data/latest/measures/%ff.csv",
        "/data/%ff/package.zip",
        "/data/latest/%ff.sqlite",
        "/data/%ff/catalog.jsonld",
        "/sitemap/%ff",
        "/pkg/%ff",
    ] {
        let answer = site.get(address).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (404, "application/problem+json"),
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_slip_in_a_call_of_the_browser_is_refused_in_the_words_of_the_api() {
    let site = Site::demonstration().await;
    for (call, status, said) in [
        ("rank_by_priorities?locale=ja&query=preset=nonsense", 400, "preset"),
        ("measure_values?locale=ja&measure=none&period=&region=&release=", 404, "none"),
        ("measure_values?locale=ja&measure=demo-falls&period=x&region=&release=", 400, "period"),
        ("measure_values?locale=ja", 400, "measure"),
        ("compare_hospitals?locale=en&hospitals=x&measures=&release=", 404, "x"),
        ("suggest_hospitals?locale=ja&q=a&release=never", 404, "never"),
        ("no_such_function", 404, "no_such_function"),
        ("%ff", 404, "%ff"),
    ] {
        let answer = site.get(&format!("/_fn/{call}")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (status, "application/problem+json"),
            "{call}"
        );
        let detail = answer.json()["detail"].as_str().unwrap().to_string();
        assert!(detail.contains(said) && !detail.contains("ServerError") && !detail.contains("macro"), "{detail}");
    }
}
