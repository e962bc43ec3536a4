//! Is a comparison guarded, worded as it must be, and the same at every door?

use crate::demo::Site;
use domain::Verdict;
use domain::measure::Direction;
use domain::peers::PeerGroup;
use domain::view_spec::{Key, ViewSpec};
use i18n::Locale;
use reports::figures::{alternative_words, both_right, comparison_sentence, guard_sentence, name_among, pair_sentence};
use reports::model::{Comparison, Instead, Obstacle, Outcome, Pair, PairAnswer, Periods, SoleOf};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// The one hospital of the demonstration's island, and a university hospital.
const ISLAND: &str = "demo-42021";
const UNIVERSITY: &str = "demo-01010";

fn view(query: &str) -> ViewSpec {
    ViewSpec::parse_query(
        query,
        &[Key::Hospitals, Key::Measures, Key::Release, Key::Region, Key::PeerGroup, Key::Limit],
    )
    .unwrap()
}

async fn compared(site: &Site, query: &str) -> Comparison {
    site.reports.compare(&view(query)).await.unwrap()
}

/// Ids of hospitals of one role and region, those with most figures first.
async fn of_role(site: &Site, region: &str, role: PeerGroup) -> Vec<String> {
    let found = site.reports.finder(&view(&format!("region={region}&peer_group={role}&limit=1000"))).await.unwrap();
    let mut cards: Vec<_> = found.rows.into_iter().map(|row| row.card).collect();
    cards.sort_by_key(|card| std::cmp::Reverse(card.reported_measures));
    cards.into_iter().map(|card| card.hospital.id.to_string()).collect()
}

fn pairs(comparison: &Comparison) -> impl Iterator<Item = (&reports::model::MeasureCompared, &Pair)> {
    comparison.measures.iter().flat_map(|measure| measure.pairs.iter().map(move |pair| (measure, pair)))
}

/// Says both languages of everything that is said about a pair.
fn said(comparison: &Comparison, measure: &reports::model::MeasureCompared, pair: &Pair) -> String {
    let said = Locale::ALL.map(|locale| {
        let right = both_right(locale, pair).unwrap_or_default();
        format!("{} {right}", pair_sentence(locale, comparison, measure, pair))
    });
    said.join(" ").to_lowercase()
}

#[tokio::test]
async fn an_island_hospital_against_a_university_hospital_is_explained_and_not_drawn() {
    let site = Site::demonstration().await;
    let comparison = compared(&site, &format!("h={ISLAND},{UNIVERSITY}")).await;
    assert!(!comparison.guard.is_fair());
    let ids: Vec<&str> = comparison.guard.because.iter().map(|reason| reason.caveat.id).collect();
    assert_eq!(ids, ["PEER_MISMATCH", "REMOTE_ISLAND", "TEACHING_TERTIARY"]);
    let concerned: Vec<&[usize]> = comparison.guard.because.iter().map(|r| r.hospitals.as_slice()).collect();
    assert_eq!(concerned, [&[0, 1][..], &[0], &[1]]);
    assert_eq!(comparison.groups, [vec![0], vec![1]]);
    assert!(!comparison.measures.is_empty());
    for (_, pair) in pairs(&comparison) {
        assert_eq!(pair.answer.can_be_told_apart(), None);
        assert!(!pair.answer.because().is_empty());
    }
    for locale in Locale::ALL {
        let page = site.get(&format!("/{locale}/compare?h={ISLAND},{UNIVERSITY}")).await;
        assert_eq!(page.status, 200);
        let html = page.text();
        assert!(html.contains("ms-guard") && !html.contains("ms-pairs"), "{locale}");
        assert!(html.contains(&guard_sentence(locale, &comparison)));
        assert!(html.contains("119"));
    }
}

/// What is offered instead is fair, and stands under the address that is offered.
#[tokio::test]
async fn what_is_offered_instead_is_fair() {
    let site = Site::demonstration().await;
    let unfair = site.json(&format!("/api/v1/compare?h={ISLAND},{UNIVERSITY}")).await;
    let alternatives = unfair["compare"]["guard"]["alternatives"].as_array().unwrap().clone();
    assert_eq!(alternatives.len(), 4);
    for alternative in alternatives {
        let address = alternative["address"].as_str().unwrap();
        let answer = site.json(&format!("/api/v1{address}")).await;
        assert_eq!(site.get(&format!("/ja{address}")).await.status, 200);
        match alternative["kind"].as_str().unwrap() {
            "nearest_of_role" => {
                assert_eq!(answer["compare"]["guard"]["fair"], true, "{address}");
                assert!(answer["compare"]["guard"]["because"].as_array().unwrap().is_empty());
                assert!(alternative["with"][0]["distance_km"].as_f64().is_some());
            }
            kind => assert_eq!(kind, "own_peers"),
        }
    }
}

/// How many hospitals are in pairs that have an answer; `None` where no pair has one.
fn truly_compared(measure: &reports::model::MeasureCompared) -> Option<usize> {
    let answered = measure.pairs.iter().filter(|pair| pair.answer.can_be_told_apart().is_some());
    let members: BTreeSet<usize> = answered.flat_map(|pair| [pair.a, pair.b]).collect();
    (!members.is_empty()).then_some(members.len())
}

#[tokio::test]
async fn a_sentence_counts_only_the_hospitals_that_are_truly_compared() {
    let site = Site::demonstration().await;
    let ids = of_role(&site, "JP-13", PeerGroup::RegionalAcute).await;
    let mut of_two_or_three = 0;
    for few in ids.windows(3).take(12) {
        let asked = format!("h={},{ISLAND}", few.join(","));
        let comparison = compared(&site, &asked).await;
        for (measure, pair) in pairs(&comparison) {
            if pair.answer.can_be_told_apart().is_some() {
                assert_eq!(Some(pair.k), truly_compared(measure), "{asked}");
                assert!(said(&comparison, measure, pair).contains(&format!("この{}病院だけ", pair.k)), "{asked}");
                of_two_or_three += usize::from(pair.k < 4);
            }
        }
        let page = site.get(&format!("/ja/compare?{asked}")).await.text();
        assert!(!page.contains("この4病院だけ"), "{asked}: the island hospital is compared with nobody");
    }
    assert!(of_two_or_three > 0);
}

#[tokio::test]
async fn hospitals_of_one_role_and_size_are_compared_with_the_threshold_of_their_number() {
    let site = Site::demonstration().await;
    let ids = of_role(&site, "JP-13", PeerGroup::RegionalAcute).await;
    let mut answers = BTreeSet::new();
    let mut ever_fair = false;
    for few in ids.windows(3).take(12) {
        let comparison = compared(&site, &format!("h={}", few.join(","))).await;
        let fair = comparison.guard.is_fair();
        ever_fair |= fair;
        assert!((1..=5).contains(&comparison.measures.len()));
        assert_eq!(fair, comparison.groups == [vec![0, 1, 2]]);
        for (measure, pair) in pairs(&comparison) {
            assert_eq!(pair.k, truly_compared(measure).unwrap_or(3));
            let rows = [pair.a, pair.b].map(|place| measure.sections[place].newest.figure());
            if let Some(apart) = pair.answer.can_be_told_apart() {
                answers.insert(apart);
                assert!(comparison.guard.allows(pair.a, pair.b));
                assert_eq!(rows[0].period, rows[1].period);
                let values = rows.map(|row| row.outcome.reported().unwrap().value);
                match pair.answer {
                    PairAnswer::FirstLower => assert!(values[0] < values[1]),
                    PairAnswer::FirstHigher => assert!(values[0] > values[1]),
                    _ => assert!(!said(&comparison, measure, pair).contains("良い")),
                }
            }
        }
        for locale in Locale::ALL {
            assert!(comparison_sentence(locale, &comparison).is_some() || !fair);
        }
    }
    assert!(ever_fair);
    assert_eq!(answers.len(), 2, "some can be told apart and some cannot");
}

#[tokio::test]
async fn a_crude_outcome_or_a_neutral_measure_differs_and_is_never_better() {
    let site = Site::demonstration().await;
    let ids = of_role(&site, "JP-13", PeerGroup::RegionalAcute).await;
    let all = site.reports.measures(&ViewSpec::default()).await.unwrap();
    let open = all.measures.iter().filter(|(note, ..)| note.crude_outcome || note.direction == Direction::Neutral);
    let open: Vec<String> = open.map(|(note, ..)| note.id.to_string()).collect();
    let mut differ = 0;
    for two in ids.windows(2).take(20) {
        let comparison = compared(&site, &format!("h={}&m={}", two.join(","), open.join(","))).await;
        for (measure, pair) in pairs(&comparison) {
            let text = said(&comparison, measure, pair);
            if pair.answer.can_be_told_apart().is_some() {
                assert!(!measure.measure.crude_outcome || text.contains("重症度を調整していません"), "{text}");
                for word in ["better side", "良い側", "worse", "良くない"] {
                    assert!(!text.contains(word), "{text}");
                }
            }
            for section in &measure.sections {
                let row = section.newest.figure();
                assert!(!row.verdict_peer.is_valued() && !row.verdict_national.is_valued());
            }
            if pair.answer.can_be_told_apart() == Some(true) {
                differ += 1;
                assert!(text.contains("と言えます（") && text.contains(" than "), "who has less is said: {text}");
            }
        }
    }
    assert!(differ > 0);
}

#[tokio::test]
async fn what_has_no_value_has_a_reason_and_is_not_compared() {
    let site = Site::demonstration().await;
    let ids = of_role(&site, "JP-13", PeerGroup::RegionalAcute).await;
    let all = site.reports.measures(&ViewSpec::default()).await.unwrap();
    let all: Vec<String> = all.measures.iter().map(|(note, ..)| note.id.to_string()).collect();
    let mut obstacles = BTreeSet::new();
    for few in ids.windows(5).step_by(5).take(8) {
        let query = format!("h={}&m={}", few.join(","), all.join(","));
        let comparison = compared(&site, &query).await;
        for (measure, pair) in pairs(&comparison) {
            for reason in pair.answer.because() {
                obstacles.insert(reason.obstacle.id());
                if let (Obstacle::NoValue(status), Some(place)) = (reason.obstacle, reason.hospital) {
                    assert_eq!(measure.sections[place].newest.figure().outcome.status(), status);
                }
            }
            for place in [pair.a, pair.b] {
                if let Outcome::Missing { status, .. } = &measure.sections[place].newest.figure().outcome {
                    assert_eq!(pair.answer.can_be_told_apart(), None);
                    assert!(!status.reason().ja.is_empty());
                    assert_eq!(measure.sections[place].newest.figure().verdict_peer, Verdict::NotJudged);
                }
            }
            if measure.periods == Periods::Differ {
                obstacles.insert("periods");
            }
        }
        assert!(site.get(&format!("/ja/compare?{query}")).await.text().contains("悪いという意味ではありません"));
    }
    assert!(obstacles.contains("NO_VALUE") && obstacles.len() > 1, "{obstacles:?}");
}

/// Page, JSON, CSV and the browser's question tell the same numbers.
#[tokio::test]
async fn a_comparison_is_the_same_at_every_door() {
    let site = Site::demonstration().await;
    let ids = of_role(&site, "JP-13", PeerGroup::RegionalAcute).await[..3].join(",");
    let report = compared(&site, &format!("h={ids}")).await;
    let json = site.json(&format!("/api/v1/compare?h={ids}")).await;
    let answer = &json["compare"];
    let csv = site.get(&format!("/api/v1/compare.csv?h={ids}")).await;
    assert_eq!(csv.status, 200);
    let mut table = csv::Reader::from_reader(csv.body.as_slice());
    let columns = table.headers().unwrap().clone();
    let record = table.records().next().unwrap().unwrap();
    let cells = |column: &str| -> Vec<String> {
        let at = columns.iter().position(|c| c == column).unwrap_or_else(|| panic!("no column {column}"));
        record[at].split(';').map(str::to_string).collect()
    };
    let page = site.get(&format!("/ja/compare?h={ids}")).await.text();
    let asked = format!("/_fn/compare_hospitals?locale=ja&hospitals={ids}&measures=&release=");
    let browser = site.json(&asked).await;
    let values = answer["values"].as_array().unwrap();
    let sections: Vec<_> = report.measures.iter().flat_map(|m| &m.sections).collect();
    let in_words = browser["measures"].as_array().unwrap().iter().flat_map(|m| m["values"].as_array().unwrap());
    assert_eq!(values.len(), sections.len());
    for (at, ((value, section), told)) in values.iter().zip(&sections).zip(in_words).enumerate() {
        let row = section.newest.figure();
        assert_eq!(value["measure"], section.measure.id.as_str());
        assert_eq!(value["hospital"]["id"], row.hospital.id.as_str());
        assert_eq!(told["hospital"], row.hospital.id.as_str());
        let reported = row.outcome.reported();
        assert_eq!(value["value"].as_f64(), reported.map(|r| r.value));
        assert_eq!(cells("values_value")[at].parse().ok(), reported.map(|r| r.value));
        assert_eq!(cells("values_verdict_peer")[at], row.verdict_peer.as_str());
        if let Some(reported) = reported {
            assert!(page.contains(&reports::figures::value_words(Locale::Ja, &section.measure, reported)));
            assert_eq!(told["value"], reports::figures::number_alone(Locale::Ja, &section.measure, reported).as_str());
        }
        let told: Vec<&str> = told["caveats"].as_array().unwrap().iter().map(|c| c["id"].as_str().unwrap()).collect();
        assert_eq!(told, section.newest.caveats().iter().map(|c| c.id).collect::<Vec<_>>());
    }
    let apart: Vec<Option<bool>> = pairs(&report).map(|(_, pair)| pair.answer.can_be_told_apart()).collect();
    let told = answer["pairs"].as_array().unwrap();
    assert_eq!(told.iter().map(|pair| pair["can_be_told_apart"].as_bool()).collect::<Vec<_>>(), apart);
    assert_eq!(cells("pairs_can_be_told_apart").iter().map(|c| c.parse().ok()).collect::<Vec<_>>(), apart);
    for (measure, pair) in pairs(&report) {
        assert!(page.contains(&pair_sentence(Locale::Ja, &report, measure, pair)));
    }
    assert_eq!(answer["guard"]["fair"], report.guard.is_fair());
    assert_eq!(browser["fair"], report.guard.is_fair());
    assert_eq!(cells("guard_fair"), [report.guard.is_fair().to_string()]);
    assert_eq!(browser["answer"], guard_sentence(Locale::Ja, &report).as_str());
    let keys: Vec<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["further", "guard", "hospitals", "pairs", "values"]);
}

#[tokio::test]
async fn the_browser_hears_why_a_comparison_is_not_fair() {
    let site = Site::demonstration().await;
    let asked = format!("/_fn/compare_hospitals?locale=en&hospitals={ISLAND},{UNIVERSITY}&measures=&release=");
    let told = site.json(&asked).await;
    assert_eq!(told["fair"], false);
    assert_eq!(told["because"][0]["id"], "PEER_MISMATCH");
    let report = compared(&site, &format!("h={ISLAND},{UNIVERSITY}")).await;
    let first = &report.guard.alternatives[0];
    let words = alternative_words(&report, first);
    assert!(matches!(first.instead, Instead::Nearest(_)));
    assert_eq!(told["alternatives"][0], words.en.as_str());
    assert_ne!(site.get("/_fn/compare_hospitals?locale=en&hospitals=x&measures=&release=").await.status, 200);
}

/// R23: of two hospitals of one name each is named with its place, wherever a sentence speaks of them.
#[tokio::test]
async fn hospitals_of_one_name_are_told_apart_by_their_place() {
    let site = Site::demonstration().await;
    let namesakes = [("demo-02011", "demo-47003", true), ("demo-01050", "demo-46007", false)];
    for (one, other, fair) in namesakes {
        let report = compared(&site, &format!("h={one},{other}")).await;
        assert_eq!(report.guard.is_fair(), fair);
        let hospital = |place: usize| &report.hospitals[place].card.hospital;
        assert_eq!(hospital(0).name, hospital(1).name, "the demonstration has hospitals of one name");
        let page = site.get(&format!("/ja/compare?h={one},{other}")).await.text();
        for place in [0, 1] {
            let named = name_among(Locale::Ja, &report, place);
            assert!(named.contains(&hospital(place).municipality.name.ja), "{named}");
            assert!(page.contains(&named));
            let told = pairs(&report).filter(|(_, pair)| pair.a == place || pair.b == place);
            for (measure, pair) in told {
                assert!(pair_sentence(Locale::Ja, &report, measure, pair).contains(&named));
            }
            for alternative in report.guard.alternatives.iter().filter(|a| a.hospital == place) {
                assert!(alternative_words(&report, alternative).ja.contains(&named));
            }
        }
        let alone = compared(&site, &format!("h={one}")).await;
        assert_eq!(name_among(Locale::Ja, &alone, 0), hospital(0).name.ja);
    }
}

async fn refused(site: &Site, query: &str, status: u16) -> Value {
    let answer = site.get(&format!("/api/v1/compare?{query}")).await;
    assert_eq!(answer.status, status, "{query}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/problem+json");
    answer.json()
}

#[tokio::test]
async fn a_question_nobody_can_answer_is_refused_by_name() {
    let site = Site::demonstration().await;
    let ids = of_role(&site, "JP-13", PeerGroup::RegionalAcute).await;
    let many = |n: usize| ids.iter().cycle().take(n).cloned().collect::<Vec<_>>().join(",");
    for query in ["", "h=", &format!("h={ISLAND}"), &format!("h={ISLAND},{ISLAND}"), &format!("h={}", many(6))] {
        assert_eq!(refused(&site, query, 400).await["parameter"], "h", "{query}");
    }
    let sixty: Vec<String> = (0..61).map(|n| format!("demo-{n}")).collect();
    assert_eq!(refused(&site, &format!("h={}", sixty.join(",")), 400).await["parameter"], "h");
    for hostile in ["h=%00", "h=a%20b,c", "h=%E2%80%AE", "h=%3Cscript%3E", "h='%20or%201=1"] {
        assert_eq!(refused(&site, hostile, 400).await["parameter"], "h", "{hostile}");
        assert_eq!(site.get(&format!("/ja/compare?{hostile}")).await.status, 400);
    }
    refused(&site, &format!("h={ISLAND},demo-00000"), 404).await;
    refused(&site, &format!("h={ISLAND},{UNIVERSITY}&m=nothing"), 404).await;
    refused(&site, &format!("h={ISLAND},{UNIVERSITY}&release=never"), 404).await;
    assert_eq!(refused(&site, "hospitals=a,b", 400).await["parameter"], "hospitals");
    assert_eq!(site.get(&format!("/en/compare?h={}", many(6))).await.status, 400);
    // the same hospital twice among others is one hospital
    let twice = format!("h={},{},{}", ids[0], ids[1], ids[0]);
    assert_eq!(compared(&site, &twice).await.hospitals.len(), 2);
}

#[tokio::test]
async fn with_fewer_than_two_hospitals_the_page_helps_to_choose() {
    let site = Site::demonstration().await;
    let none = site.get("/ja/compare").await;
    assert_eq!(none.status, 200);
    assert!(none.text().contains("name=\"q\""));
    let one = compared(&site, &format!("h={ISLAND}")).await;
    assert!(one.measures.is_empty() && !one.suggestions.is_empty());
    let page = site.get(&format!("/ja/compare?h={ISLAND}")).await.text();
    for near in &one.suggestions {
        let card = &near.card;
        assert_eq!(card.hospital.peer_group, PeerGroup::Island);
        assert!(page.contains(&format!("h={ISLAND}%2C{}", card.hospital.id)), "{}", card.hospital.id);
    }
    let found = site.get(&format!("/ja/compare?h={ISLAND}&q=%E5%A4%A7%E5%AD%A6")).await.text();
    assert!(found.contains(&format!("h={ISLAND}%2Cdemo-")));
    let release = site.json("/api/v1/releases").await["releases"][1]["id"].as_str().unwrap().to_string();
    let pinned = site.get(&format!("/ja/compare?h={ISLAND}&release={release}")).await.text();
    assert!(pinned.contains(&format!("/ja/compare?release={release}&amp;h={ISLAND}%2C")));
    let hospital = site.get(&format!("/ja/hospitals/{ISLAND}")).await.text();
    assert!(hospital.contains(&format!("/ja/compare?h={ISLAND}")));
}

#[tokio::test]
async fn a_clinic_of_one_field_is_held_only_against_its_own() {
    let site = Site::demonstration().await;
    let (eyes, other_eyes, general) = ("demo-01002", "demo-01024", "demo-01014");
    let fair = compared(&site, &format!("h={eyes},{other_eyes}")).await;
    assert!(fair.guard.is_fair());
    let unfair = compared(&site, &format!("h={eyes},{general}")).await;
    assert!(!unfair.guard.is_fair());
    for alternative in &unfair.guard.alternatives {
        let own = unfair.hospitals[alternative.hospital].card.hospital.specialty;
        if let Instead::Nearest(nearest) = &alternative.instead {
            assert!(nearest.iter().all(|near| near.card.hospital.specialty == own));
        }
    }
    let drawing = |h: &str| format!("/embed/ja/compare.svg?h={h}&measure=demo-insurance-card");
    assert_eq!(site.get(&drawing(&format!("{eyes},{general}"))).await.status, 400);
    assert_eq!(site.get(&drawing(&format!("{eyes},{other_eyes}"))).await.status, 200);
    let page = site.get(&format!("/ja/compare?h={eyes},{general}")).await.text();
    assert!(page.contains("眼の専門診療所"), "the page says of which field it is");
}

/// The real Japanese files, where a release of them is at hand.
#[tokio::test]
async fn on_the_real_files_an_island_is_guarded_and_the_crude_share_never_says_better() {
    let Some(folder) = std::env::var_os("MONOSASHI_REAL") else {
        println!("skipped: MONOSASHI_REAL names no data folder with a release of the Japanese files");
        return;
    };
    let site = Site::of(Path::new(&folder)).await;
    let sado = of_role(&site, "JP-15", PeerGroup::Island).await;
    let university = of_role(&site, "JP-15", PeerGroup::Advanced).await;
    let unfair = compared(&site, &format!("h={},{}", sado[0], university[0])).await;
    assert!(!unfair.guard.is_fair());
    assert!(unfair.guard.because.iter().any(|reason| reason.caveat.id == "REMOTE_ISLAND"));
    assert!(unfair.guard.alternatives.len() >= 3);
    let mut fair = 0;
    let acute = of_role(&site, "JP-13", PeerGroup::RegionalAcute).await;
    for two in acute.windows(2).take(20) {
        let comparison = compared(&site, &format!("h={}&m=jp-dpc-deaths", two.join(","))).await;
        for (measure, pair) in pairs(&comparison) {
            fair += usize::from(pair.answer.can_be_told_apart().is_some());
            assert!(!said(&comparison, measure, pair).contains("良い側"));
        }
    }
    assert!(fair > 0);
}

#[tokio::test]
async fn the_only_place_of_an_area_is_told_what_it_does_instead() {
    let site = Site::demonstration().await;
    let comparison = compared(&site, "h=demo-42021,demo-01010").await;
    let sole = comparison.sole.iter().find(|sole| sole.hospital.id.as_str() == "demo-42021").unwrap();
    assert!(!sole.cares.is_empty());
    // it stands on an island, and the island is named, not the area with what lies across the sea
    let SoleOf::Island { place, .. } = &sole.of else { panic!("{sole:?}") };
    let place: String = place.ja.bytes().map(|b| format!("%{b:02X}")).collect();
    let page = site.get("/ja/compare?h=demo-42021,demo-01010").await.text();
    assert!(page.contains("その地域に1か所しかないもの"));
    for care in &sole.cares {
        let asked = format!("care={care}");
        let links = page.split("href=\"").filter_map(|rest| rest.split('"').next());
        let leads = |way: &&str| way.starts_with("/ja/hospitals?") && way.contains(&asked) && way.contains(&place);
        let way = links.into_iter().find(leads).unwrap();
        let there = site.get(&way.replace("&amp;", "&")).await.text();
        assert!(there.contains("公表されている資料では1か所"), "{way}");
    }
}

#[tokio::test]
async fn two_that_differ_may_both_lie_within_the_usual_spread_and_the_drawing_says_so() {
    let site = Site::demonstration().await;
    let query = "h=demo-11010,demo-44012&m=demo-deaths-in-hospital";
    let report = compared(&site, query).await;
    assert!(pairs(&report).any(|(_, pair)| pair.answer.can_be_told_apart() == Some(true)));
    let words = report.measures[0].sections.iter().map(|section| section.newest.figure().judged().peer_word());
    assert!(words.into_iter().all(|word| word == domain::Verdict::UsualSpread));
    let drawing = "measure=demo-deaths-in-hospital&h=demo-11010,demo-44012";
    for (locale, both, how) in [
        ("en", "Beside all the others, each of them lies within the usual spread", "is lower than that of"),
        ("ja", "どの病院も、ほかの多くの病院とくらべれば", "より少ない"),
    ] {
        let frame = site.get(&format!("/embed/{locale}/compare?{drawing}")).await.text();
        let page = site.get(&format!("/{locale}/compare?{query}")).await.text();
        for told in [frame, page] {
            assert!(told.contains(both) && told.contains(how), "{locale}: {told}");
            assert!(!told.contains("is fewer than"));
        }
    }
}
