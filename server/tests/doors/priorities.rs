//! Does every door give the same answer about a reader's own criteria, and is nobody placed who may not be?

use crate::demo::Site;
use axum::http::StatusCode;
use serde_json::Value;

const QUESTION: &str = "w=demo-readmission:3,demo-outpatient-wait:1,demo-physical-restraint:2&region=JP-13";

fn rows(answer: &Value) -> Vec<&Value> {
    answer["rankings"].as_array().unwrap().iter().flat_map(|list| list["rows"].as_array().unwrap()).collect()
}

fn ids(answer: &Value) -> Vec<&str> {
    let lists = answer["rankings"].as_array().unwrap().iter();
    lists.flat_map(|l| l["no_rank_because"].as_array().unwrap()).filter_map(Value::as_str).collect()
}

/// Text of a page without its tags.
fn words(html: &str) -> String {
    html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect()
}

#[tokio::test]
async fn page_server_function_json_and_csv_name_the_same_places() {
    let site = Site::demonstration().await;
    let answer = site.json(&format!("/api/v1/rankings?{QUESTION}")).await;
    let page = words(&site.get(&format!("/ja/priorities?{QUESTION}")).await.text());
    let csv = site.get(&format!("/api/v1/rankings.csv?{QUESTION}")).await.text();
    let query = QUESTION.replace('&', "%26").replace('=', "%3D");
    let board = site.json(&format!("/_fn/rank_by_priorities?locale=ja&query={query}")).await;
    let rows = rows(&answer);
    assert!(rows.len() > 20, "{}", rows.len());
    for list in answer["rankings"].as_array().unwrap() {
        let (role, placed) = (list["peer_group"].as_str().unwrap(), list["placed"].as_u64().unwrap());
        let same = board.as_array().unwrap().iter().find(|l| l["role"] == role).unwrap();
        assert_eq!(same["placed"].as_u64().unwrap(), placed, "{role}");
        for (row, member) in list["rows"].as_array().unwrap().iter().zip(same["hospitals"].as_array().unwrap()) {
            let (low, high) = (row["place"]["low"].as_u64().unwrap(), row["place"]["high"].as_u64().unwrap());
            assert_eq!(member["places"], serde_json::json!([low, high]));
            assert_eq!(member["name"], row["hospital"]["name"]);
            assert!((1..=placed).contains(&low) && low <= high && high <= placed);
            let told = placed >= 6 && low < high;
            assert_eq!(page.contains(&format!("{placed}院の中で {low}〜{high}番目のあいだ")), told, "{row}");
            assert!(csv.contains(row["hospital"]["id"].as_str().unwrap()));
        }
    }
}

/// The page promises that nobody is first.
#[tokio::test]
async fn no_page_tells_one_place_or_any_place_among_fewer_than_six() {
    let site = Site::demonstration().await;
    for preset in ["older", "chronic"] {
        let question = format!("preset={preset}&region=JP-01");
        let answer = site.json(&format!("/api/v1/rankings?{question}")).await;
        let page = words(&site.get(&format!("/ja/priorities?{question}")).await.text());
        let lists: Vec<u64> =
            answer["rankings"].as_array().unwrap().iter().map(|l| l["placed"].as_u64().unwrap()).collect();
        assert!(lists.iter().any(|placed| (1..6).contains(placed)), "{preset}: {lists:?}");
        for placed in lists.into_iter().filter(|placed| *placed > 0) {
            assert_eq!(page.contains(&format!("{placed}院の中で ")), placed >= 6, "{preset} {placed}");
        }
        for place in 1..30 {
            assert!(!page.contains(&format!("{place}〜{place}番目")), "{preset} {place}");
        }
        assert!(page.contains("6院より少ないので、位置は言いません"), "{preset}");
    }
}

#[tokio::test]
async fn a_crude_outcome_places_nobody_whatever_is_asked() {
    let site = Site::demonstration().await;
    for more in ["", "&include_crude=1"] {
        let answer = site.json(&format!("/api/v1/rankings?w=demo-deaths-in-hospital:5&region=JP-13{more}")).await;
        assert!(rows(&answer).is_empty(), "{more}");
        assert!(ids(&answer).contains(&"NOT_RISK_ADJUSTED"), "{more}: {:?}", ids(&answer));
    }
    let neutral = site.json("/api/v1/rankings?w=demo-ambulances:5&region=JP-13").await;
    assert!(rows(&neutral).is_empty() && ids(&neutral).contains(&"DIRECTION_NEUTRAL"));
}

/// Crude weight counts as not covered: with more than 40 % of it nobody is placed, with less the share is said.
#[tokio::test]
async fn crude_weight_counts_as_not_covered() {
    let site = Site::demonstration().await;
    let little = site.json("/api/v1/rankings?w=demo-readmission:3,demo-falls:1&region=JP-13").await;
    assert!(!rows(&little).is_empty());
    for row in rows(&little) {
        assert!(row["uncovered_weight"].as_f64().unwrap() >= 0.25);
        assert!(row["caveats"].as_array().unwrap().iter().any(|c| c == "COMPOSITE_PARTIAL"));
    }
    let much = site.json("/api/v1/rankings?w=demo-readmission:1,demo-falls:3&region=JP-13").await;
    assert!(rows(&much).is_empty() && ids(&much).contains(&"COMPOSITE_INSUFFICIENT"));
}

#[tokio::test]
async fn nobody_is_placed_across_roles_or_alone() {
    let site = Site::demonstration().await;
    let answer = site.json(&format!("/api/v1/rankings?{QUESTION}")).await;
    for list in answer["rankings"].as_array().unwrap() {
        let role = &list["peer_group"];
        for row in list["rows"].as_array().unwrap() {
            assert_eq!(&row["hospital"]["peer_group"], role);
        }
        assert_ne!(list["placed"], 1);
        let counted = list["rows"].as_array().unwrap().len() + list["not_placed"].as_array().unwrap().len();
        assert_eq!(list["hospitals"].as_u64(), u64::try_from(counted).ok(), "nobody is lost");
        assert_eq!(
            list["rows"].as_array().unwrap().is_empty(),
            !list["no_rank_because"].as_array().unwrap().is_empty()
        );
    }
}

#[tokio::test]
async fn every_preset_ends_usefully() {
    let site = Site::demonstration().await;
    for preset in content::presets().unwrap() {
        for locale in ["ja", "en"] {
            let page = site.get(&format!("/{locale}/priorities?preset={}&region=JP-13", preset.id)).await;
            assert_eq!(page.status, StatusCode::OK);
            let said = words(&page.text());
            let picked = |t: &domain::Bilingual<String>| if locale == "ja" { t.ja.clone() } else { t.en.clone() };
            let first = |texts: &[domain::Bilingual<String>]| texts.first().map(picked).unwrap_or_default();
            let (open, told): (Vec<_>, Vec<_>) = preset.missing.iter().partition(|gap| gap.measures.is_empty());
            let missing = open.first().map(|gap| picked(&gap.text)).unwrap_or_default();
            let plain = said.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
            for part in [first(&preset.questions), missing, first(&preset.next_steps)] {
                assert!(!part.is_empty() && plain.contains(&part), "{} {locale}: {part}", preset.id);
            }
            // the demonstration has a measure for each of these
            for gap in told {
                assert!(!plain.contains(&picked(&gap.text)), "{} {locale}: {}", preset.id, picked(&gap.text));
            }
            for contact in &preset.contacts {
                assert!(page.text().contains(&contact.url), "{} {locale}: {}", preset.id, contact.url);
            }
            let placed = plain.contains("上から3院に入りました") || plain.contains("Among the first 3 in");
            assert_eq!(placed, preset.mode == content::PresetMode::Compare, "{} {locale}", preset.id);
        }
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_is_refused_by_name() {
    let site = Site::demonstration().await;
    for (query, parameter) in [
        ("", "w"),
        ("w=demo-readmission", "w"),
        ("w=demo-readmission:101", "w"),
        ("w=demo-readmission:1,demo-readmission:2", "w"),
        ("preset=nobody", "preset"),
        ("w=demo-readmission:1&k=0", "k"),
        ("w=demo-readmission:1&include_crude=perhaps", "include_crude"),
        ("w=demo-readmission:1&region=Tokyo", "region"),
        ("w=demo-readmission:1&stratum=a", "stratum"),
    ] {
        let answer = site.get(&format!("/api/v1/rankings?{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.json()["parameter"], parameter, "{query}");
    }
    let unknown = site.get("/api/v1/rankings?w=no-such-measure:1").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nothing_is_wished_for_beforehand_and_the_order_says_so() {
    let site = Site::demonstration().await;
    for (locale, said) in [("ja", "まだ何も選んでいません。役割と"), ("en", "You have not chosen anything yet")]
    {
        let address = format!("/{locale}/priorities?preset=pregnancy&region=JP-13");
        let page = site.get(&address).await.text();
        assert!(page.contains(said), "{locale}");
        assert!(!page.contains("value=\"deliveries\" checked"), "{locale}");
        let chosen = site.get(&format!("{address}&wish=deliveries")).await.text();
        assert!(!chosen.contains(said), "{locale}");
        assert!(chosen.contains("value=\"deliveries\" checked"), "{locale}");
    }
}

#[tokio::test]
async fn births_are_no_wish_of_an_older_person_unless_the_address_has_it() {
    let site = Site::demonstration().await;
    let (births, boxed) = ("value=\"deliveries\"", "id=\"wish-near\"");
    for preset in ["older", "cancer"] {
        let address = format!("/ja/priorities?preset={preset}&region=JP-13");
        let page = site.get(&address).await.text();
        assert!(page.contains(boxed) && !page.contains(births) && !page.contains("wish-paediatrics"), "{preset}");
        assert!(site.get(&format!("{address}&wish=deliveries")).await.text().contains(births), "{preset}");
    }
    assert!(site.get("/ja/priorities?preset=pregnancy&region=JP-13").await.text().contains(births));
}

#[tokio::test]
async fn every_line_of_a_result_leads_into_the_tray_and_back_to_the_same_question() {
    let site = Site::demonstration().await;
    let address = format!("/ja/priorities?{QUESTION}&wish=ambulances");
    let page = site.get(&address).await.text();
    let wanted = page.matches("ms-line-name").count();
    assert!(wanted > 20 && page.matches("ms-put-in").count() == wanted, "{wanted}");
    let (_, rest) = page.split_once("id=\"at-").unwrap();
    let (id, _) = rest.split_once('"').unwrap();
    let (_, link) = rest.split_once("href=\"").unwrap();
    let link = link.split_once('"').unwrap().0.replace("&amp;", "&");
    assert!(link.contains("w=demo-readmission") && link.contains("wish=ambulances"), "{link}");
    let inside = site.get(link.split('#').next().unwrap()).await.text();
    assert!(inside.contains("id=\"tray\"") && inside.contains("くらべる箱に入っています。"), "{id}");
}

/// To be among the first three of four is nearly everybody's lot.
#[tokio::test]
async fn a_short_list_says_its_places_and_not_how_often_it_is_among_the_first_three() {
    let site = Site::demonstration().await;
    for region in ["JP-13", "JP-15", "JP-32"] {
        let page = site.get(&format!("/ja/priorities?preset=older&region={region}")).await.text();
        for list in page.split("<section class=\"ms-section\"><h3>").skip(1) {
            let list = list.split("</section>").next().unwrap();
            let placed = list
                .split_once('（')
                .and_then(|(_, rest)| rest.split_once("院の中で）"))
                .map(|(n, _)| n.parse::<usize>());
            if let Some(Ok(placed)) = placed {
                assert_eq!(list.contains("回、上から"), placed > 5, "{region}: {placed}");
            }
        }
    }
}

#[tokio::test]
async fn a_question_without_lists_says_why_to_programs() {
    let site = Site::demonstration().await;
    let answers = "preset=older&region=JP-13&answer=bogus:first";
    for (query, status, parameter) in [
        ("w=demo-falls:0&region=JP-13", 400, "w"),
        ("preset=emergency&region=JP-13", 400, "preset"),
        ("preset=emergency&w=demo-readmission:3&region=JP-13", 400, "preset"),
        ("preset=older&radius_km=10", 400, "radius_km"),
        ("w=demo-falls:1&answer=bogus:first&region=JP-13", 400, "answer"),
        (answers, 400, "answer"),
        ("preset=older&region=JP-99", 400, "region"),
        ("preset=older&area=9999", 404, ""),
    ] {
        let address = format!("/api/v1/rankings?{query}");
        let function = format!("/_fn/rank_by_priorities?locale=ja&query={}", query.replace('&', "%26"));
        for address in [address, function] {
            let answer = site.get(&address).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-type")), (status, "application/problem+json"));
            assert_eq!(answer.json()["parameter"].as_str().unwrap_or_default(), parameter, "{address}");
            assert!(!answer.json()["detail_ja"].as_str().unwrap().is_empty(), "{address}");
        }
    }
    let nowhere = site.get("/_fn/rank_by_priorities?locale=ja&query=preset=older").await;
    assert_eq!((nowhere.status.as_u16(), nowhere.json()["parameter"].as_str()), (400, Some("region")));
}

#[tokio::test]
async fn in_an_emergency_no_sheet_names_criteria() {
    let site = Site::demonstration().await;
    let query = "preset=emergency&w=demo-readmission:3&region=JP-13";
    let sheet = site.get(&format!("/ja/share/handout?{query}")).await;
    let page = site.get(&format!("/ja/priorities?{query}")).await;
    for answer in [sheet, page] {
        let said = words(&answer.text());
        assert_eq!(answer.status, StatusCode::OK, "{said}");
        assert!(!said.contains("条件にしたもの") && !said.contains("番目のあいだ"), "{said}");
    }
}

/// "Many" is many of the country, as beside the value on a hospital's page, and not of whoever happens to be in reach.
#[tokio::test]
async fn a_wish_for_many_is_held_against_the_middle_of_the_country_and_says_so() {
    let site = Site::demonstration().await;
    let number = |said: &str| -> u64 {
        let digits: String =
            said.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
        digits.parse().unwrap()
    };
    let (mut middles, mut above, mut below) = (Vec::new(), 0, 0);
    for region in ["JP-13", "JP-15", "JP-01"] {
        let page =
            words(&site.get(&format!("/ja/priorities?preset=healthy&region={region}&wish=operations")).await.text());
        let middle = number(page.split("全国の真ん中は").nth(1).unwrap());
        middles.push(middle);
        for part in page.split("● 全身麻酔の手術が多い：").skip(1) {
            assert!(number(part) >= middle, "{region}: {middle}: {}", number(part));
            above += 1;
        }
        for part in page.split("○ 全身麻酔の手術が多い：").skip(1).filter(|part| !part.starts_with("していません"))
        {
            assert!(number(part) < middle && part.contains("（全国の真ん中より少ない）"), "{region}: {middle}");
            below += 1;
        }
    }
    middles.dedup();
    assert!(middles.len() == 1 && above > 0 && below > 0, "{middles:?} {above} {below}");
}
