//! Does the API answer what docs/API.md says, the same in JSON, in CSV and in `reports`?

use crate::demo::{Answer, Site};
use domain::MeasureId;
use domain::view_spec::ViewSpec;
use serde_json::Value;
use server::api::v1::doors::{DOORS, Door, Shape};

fn address(door: &Door, release: &str, hospital: &str) -> String {
    let id = match door.name {
        "hospital" => hospital,
        "changes" => release,
        _ => "demo-falls",
    };
    door.path.replace("{id}", id)
}

/// What an address cannot be asked without.
fn query(door: &Door) -> &'static str {
    match door.name {
        "compare" => "?h=demo-42021,demo-01010",
        "rankings" => "?w=demo-readmission:3&region=JP-13",
        _ => "",
    }
}

fn table(answer: &Answer) -> (Vec<String>, Vec<csv::StringRecord>) {
    let mut reader = csv::Reader::from_reader(answer.body.as_slice());
    let columns = reader.headers().unwrap().iter().map(str::to_string).collect();
    (columns, reader.records().map(Result::unwrap).collect())
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[tokio::test]
async fn every_door_answers_in_json_and_as_a_table() {
    let site = Site::demonstration().await;
    let (release, hospital) = site.ids().await;
    for door in DOORS {
        let address = address(door, &release, &hospital);
        let query = query(door);
        let json = site.json(&format!("{address}{query}")).await;
        assert_eq!(keys(&json).len(), 2, "{address}");
        assert_eq!(json["meta"]["fictional"], true);
        assert_eq!(json["meta"]["release"], release.as_str());
        assert!(!json["meta"]["source"].as_array().unwrap().is_empty());
        let csv = site.get(&format!("{address}.csv{query}")).await;
        assert_eq!(csv.status, 200, "{address}.csv");
        assert!(csv.header("content-type").starts_with("text/csv; charset=utf-8"));
        assert!(csv.header("content-disposition").contains("fictional-"));
        let (columns, rows) = table(&csv);
        let mut once = columns.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), columns.len(), "{address}.csv has a column twice");
        let expected = match door.shape {
            Shape::List => json[door.name].as_array().unwrap().len(),
            Shape::One => 1,
        };
        assert_eq!(rows.len(), expected, "{address}.csv");
        assert!(expected > 0, "{address}");
    }
}

#[tokio::test]
async fn what_holds_for_an_answer_has_all_its_keys() {
    let site = Site::demonstration().await;
    let meta = &site.json("/api/v1/measures/demo-falls").await["meta"];
    assert_eq!(
        keys(meta),
        ["as_of", "fictional", "licence", "method_version", "next", "owner_warnings", "release", "source", "total"]
    );
    assert!(meta["total"].is_null() && meta["next"].is_null());
}

#[tokio::test]
async fn a_value_row_has_every_key_whatever_it_holds() {
    let site = Site::demonstration().await;
    let mut statuses = std::collections::BTreeSet::new();
    for measure in ["demo-falls", "demo-heart-attack-deaths", "demo-experience-overall"] {
        let json = site.json(&format!("/api/v1/measures/{measure}/values?limit=1000")).await;
        for row in json["values"].as_array().unwrap() {
            assert_eq!(
                keys(row),
                [
                    "caveats",
                    "corrections",
                    "denominator",
                    "derived",
                    "expected",
                    "footnotes",
                    "hospital",
                    "interval",
                    "judged_over",
                    "limits",
                    "limits_fit",
                    "no_rank_because",
                    "numerator",
                    "period",
                    "pooled",
                    "published_verdict",
                    "rank",
                    "reason",
                    "replies",
                    "reply",
                    "source",
                    "status",
                    "stratum",
                    "trend",
                    "value",
                    "verdict",
                ]
            );
            assert_eq!(keys(&row["hospital"]), ["id", "municipality", "name", "peer_group", "region"]);
            let reported = row["status"] == "reported";
            assert_eq!(row["reason"].is_null(), reported, "{row}");
            assert_eq!(row["value"].is_null(), !reported, "{row}");
            if !reported {
                let numbers = ["numerator", "denominator", "expected", "interval", "rank"];
                assert!(numbers.iter().all(|key| row[*key].is_null()), "{row}");
                assert!(row["reason"]["ja"].is_string() && row["reason"]["en"].is_string());
            }
            assert_eq!(row["rank"].is_null(), !row["no_rank_because"].as_array().unwrap().is_empty(), "{row}");
            statuses.insert(row["status"].as_str().unwrap().to_string());
        }
    }
    assert!(statuses.len() >= 3, "{statuses:?}");
}

#[tokio::test]
async fn years_put_together_answer_to_the_period_that_their_newest_year_names() {
    let site = Site::demonstration().await;
    let question = "/api/v1/measures/demo-line-infections/values?limit=1000";
    let latest = site.json(question).await;
    let rows = latest["values"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["pooled"] == false));
    let few = rows.iter().find(|row| !row["judged_over"].is_null()).unwrap();
    assert!(!few["no_rank_because"].as_array().unwrap().is_empty() && !few["value"].is_null());
    let day = |end: &str| few["judged_over"][end].as_str().unwrap();
    let years = site.json(&format!("{question}&period={}/{}", day("start"), day("end"))).await;
    let same = years["values"].as_array().unwrap().iter().find(|row| row["hospital"] == few["hospital"]).unwrap();
    assert!(same["pooled"] == true && same["period"] == few["judged_over"] && same["trend"].is_null());
    let told: Vec<_> = rows.iter().filter(|row| !row["rank"].is_null()).collect();
    for rank in told.iter().map(|row| &row["rank"]) {
        let number = |key: &str| rank[key].as_u64().unwrap();
        assert_eq!(
            (number("clearly_better"), number("clearly_worse")),
            (number("best") - 1, number("of") - number("worst"))
        );
    }
    assert!(!told.is_empty() && rows.iter().any(|row| row["trend"] == "no_clear_change"));
}

/// Same question, same answer: JSON, CSV and the report itself.
#[tokio::test]
async fn a_value_is_the_same_at_every_door() {
    let site = Site::demonstration().await;
    let measure = "demo-heart-attack-deaths";
    let question = format!("/api/v1/measures/{measure}/values");
    let json = site.json(&format!("{question}?limit=1000")).await;
    let rows = json["values"].as_array().unwrap();
    let (columns, records) = table(&site.get(&format!("{question}.csv?limit=1000")).await);
    let view = ViewSpec { limit: Some(1000), ..ViewSpec::default() };
    let report = site.reports.values(&MeasureId::parse(measure).unwrap(), &view).await.unwrap();
    assert_eq!((rows.len(), records.len()), (report.rows.len(), report.rows.len()));
    let cell = |record: &csv::StringRecord, column: &str| {
        record[columns.iter().position(|c| c == column).unwrap()].to_string()
    };
    let [warned] = json["meta"]["owner_warnings"].as_array().unwrap().as_slice() else { panic!("{}", json["meta"]) };
    assert_eq!(warned["measure"], measure);
    let warning = warned["text_en"].as_str().unwrap();
    for ((row, record), disclosed) in rows.iter().zip(&records).zip(&report.rows) {
        let figure = disclosed.figure();
        let reported = figure.outcome.reported();
        assert_eq!(row["hospital"]["id"], figure.hospital.id.as_str());
        assert_eq!(cell(record, "hospital_id"), figure.hospital.id.as_str());
        assert_eq!(row["value"].as_f64(), reported.map(|r| r.value));
        assert_eq!(cell(record, "value").parse().ok(), reported.map(|r| r.value));
        let low = reported.and_then(|r| r.interval()).map(|(low, _)| low);
        assert_eq!(row["interval"]["low"].as_f64(), low);
        assert_eq!(cell(record, "interval_low").parse().ok(), low);
        assert_eq!(row["verdict"]["peer"], figure.verdict_peer.as_str());
        assert_eq!(cell(record, "verdict_peer"), figure.verdict_peer.as_str());
        assert_eq!(row["published_verdict"].as_str().unwrap_or_default(), figure.published_verdict);
        assert_eq!(cell(record, "published_verdict"), figure.published_verdict);
        assert_eq!(row["limits_fit"]["national"], !figure.unfit.national);
        assert_eq!(cell(record, "limits_fit_peer"), (!figure.unfit.peer).to_string());
        assert_eq!(cell(record, "meta_owner_warning_en"), warning.replace(';', ","));
        let ids: Vec<&str> = disclosed.caveats().iter().map(|c| c.id).collect();
        let told: Vec<&str> = row["caveats"].as_array().unwrap().iter().map(|c| c["id"].as_str().unwrap()).collect();
        assert_eq!(told, ids);
        assert_eq!(cell(record, "caveats_id"), ids.join(";"));
        assert_eq!(cell(record, "meta_fictional"), "true");
        assert_eq!(cell(record, "meta_licence"), json["meta"]["licence"].as_str().unwrap());
        for source in json["meta"]["source"].as_array().unwrap() {
            assert!(cell(record, "meta_source_ja").contains(source["title_ja"].as_str().unwrap()));
            assert!(cell(record, "meta_source_en").contains(source["title_en"].as_str().unwrap()));
        }
    }
}

#[tokio::test]
async fn the_columns_of_a_table_do_not_depend_on_its_rows() {
    let site = Site::demonstration().await;
    for (one, other) in [
        ("/api/v1/measures/demo-falls/values.csv?limit=1", "/api/v1/measures/demo-heart-attack-deaths/values.csv"),
        ("/api/v1/hospitals.csv?limit=1", "/api/v1/hospitals.csv?q=%E5%B3%B6"),
        ("/api/v1/measures.csv?limit=1", "/api/v1/measures.csv?cursor=5"),
        ("/api/v1/corrections.csv", "/api/v1/corrections.csv?cursor=100000"),
    ] {
        assert_eq!(table(&site.get(one).await).0, table(&site.get(other).await).0, "{one}");
    }
}

#[tokio::test]
async fn the_parts_of_a_list_make_the_whole() {
    let site = Site::demonstration().await;
    let whole = site.json("/api/v1/hospitals?region=JP-13&limit=1000").await;
    let mut parts: Vec<Value> = Vec::new();
    let mut address = "/api/v1/hospitals?region=JP-13&limit=7".to_string();
    loop {
        let answer = site.get(&address).await;
        let json = answer.json();
        assert_eq!(json["meta"]["total"], whole["meta"]["total"]);
        parts.extend(json["hospitals"].as_array().unwrap().iter().cloned());
        let Some(next) = json["meta"]["next"].as_str() else { break };
        assert!(answer.header("link").ends_with("; rel=\"next\""));
        address = format!("/api/v1/hospitals?region=JP-13&limit=7&cursor={next}");
    }
    assert_eq!(&parts, whole["hospitals"].as_array().unwrap());
    assert!(parts.len() >= 25);
}

#[tokio::test]
async fn every_period_answers_part_by_part_without_a_row_lost_or_told_twice() {
    let site = Site::demonstration().await;
    let question = "/api/v1/measures/demo-falls/values";
    let measure = site.json("/api/v1/measures/demo-falls").await;
    let mut expected: Vec<Value> = Vec::new();
    for period in measure["measure"]["periods"].as_array().unwrap() {
        let (start, end) = (period["start"].as_str().unwrap(), period["end"].as_str().unwrap());
        let of_period = site.json(&format!("{question}?region=JP-13&limit=1000&period={start}/{end}")).await;
        expected.extend(of_period["values"].as_array().unwrap().iter().cloned());
    }
    let mut parts: Vec<Value> = Vec::new();
    let mut address = format!("{question}?period=all&region=JP-13&limit=17");
    loop {
        let answer = site.get(&address).await;
        let json = answer.json();
        assert_eq!(json["meta"]["total"], expected.len());
        parts.extend(json["values"].as_array().unwrap().iter().cloned());
        let link = answer.header("link").to_string();
        let Some(next) = link.strip_prefix('<').and_then(|rest| rest.split('>').next()) else { break };
        assert!(next.contains("period=all") && next.contains("cursor="), "{next}");
        address = next.to_string();
    }
    assert!(expected.len() > 3 * 17, "several parts, and more than one period: {}", expected.len());
    assert_eq!(parts, expected);
    let beyond = site.json(&format!("{question}?period=all&cursor=90000000")).await;
    assert_eq!(beyond["values"].as_array().unwrap().len(), 0);
    refused(&site, "/api/v1/measures/demo-falls?period=all", 400).await;
}

#[tokio::test]
async fn filters_filter() {
    let site = Site::demonstration().await;
    let near = site.json("/api/v1/hospitals?near=38.0,138.4&radius_km=30").await;
    for row in near["hospitals"].as_array().unwrap() {
        assert!(row["distance_km"].as_f64().unwrap() <= 30.0);
    }
    let values = site.json("/api/v1/measures/demo-falls/values?region=JP-13&peer_group=regional_acute").await;
    let rows = values["values"].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        assert_eq!(
            (&row["hospital"]["region"], &row["hospital"]["peer_group"]),
            (&"JP-13".into(), &"regional_acute".into())
        );
    }
    let measure = site.json("/api/v1/measures/demo-falls").await;
    let oldest = measure["measure"]["periods"].as_array().unwrap().last().unwrap().clone();
    let (start, end) = (oldest["start"].as_str().unwrap(), oldest["end"].as_str().unwrap());
    let values = site.json(&format!("/api/v1/measures/demo-falls/values?period={start}/{end}&limit=1")).await;
    assert_eq!(values["values"][0]["period"]["end"], end);
}

#[tokio::test]
async fn an_older_release_answers_when_it_is_named() {
    let site = Site::demonstration().await;
    let releases = site.json("/api/v1/releases").await;
    let list = releases["releases"].as_array().unwrap();
    assert_eq!(list.len(), 2);
    assert_eq!((&list[0]["current"], &list[1]["current"]), (&true.into(), &false.into()));
    let older = list[1]["id"].as_str().unwrap();
    assert_eq!(list[0]["previous_id"], older);
    let answer = site.json(&format!("/api/v1/measures?release={older}")).await;
    assert_eq!(answer["meta"]["release"], older);
    assert_ne!(answer["meta"]["as_of"], releases["meta"]["as_of"]);
}

async fn refused(site: &Site, address: &str, status: u16) -> Value {
    let answer = site.get(address).await;
    assert_eq!(answer.status, status, "{address}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
    let problem = answer.json();
    for key in ["type", "title", "detail", "detail_ja"] {
        assert!(problem[key].as_str().is_some_and(|text| !text.is_empty()), "{address}: {key}");
    }
    assert_eq!(problem["status"], status);
    problem
}

#[tokio::test]
async fn a_question_that_is_not_understood_is_refused_by_name() {
    let site = Site::demonstration().await;
    for (query, parameter) in [
        ("nonsense=1", "nonsense"),
        ("limit=0", "limit"),
        ("limit=1001", "limit"),
        ("limit=ten", "limit"),
        ("limit=5&limit=6", "limit"),
        ("cursor=-1", "cursor"),
        ("near=north", "near"),
        ("near=91,0", "near"),
        ("region=Tokyo", "region"),
        ("radius_km=9999", "radius_km"),
        ("release=a%20b", "release"),
        ("q=%00", "q"),
        ("q=%E2%80%AE", "q"),
        ("peer_group=good", "peer_group"),
    ] {
        let problem = refused(&site, &format!("/api/v1/hospitals?{query}"), 400).await;
        assert_eq!(problem["parameter"], parameter, "{query}");
        assert!(problem["detail"].as_str().unwrap().contains(parameter), "{query}");
        assert!(problem["detail_ja"].as_str().unwrap().contains(parameter), "{query}");
    }
    let problem = refused(&site, "/api/v1/measures/demo-falls/values.csv?sort=value", 400).await;
    assert_eq!(problem["parameter"], "sort");
    refused(&site, "/api/v1/measures/demo-falls/values?period=2022", 400).await;
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let site = Site::demonstration().await;
    for address in [
        "/api/v1/hospitals/nobody",
        "/api/v1/hospitals/nobody.csv",
        "/api/v1/hospitals/%E7%97%85%E9%99%A2",
        "/api/v1/measures/nothing",
        "/api/v1/measures/nothing/values",
        "/api/v1/measures/demo-falls/values?period=1990-04-01/1991-03-31",
        "/api/v1/hospitals?release=never",
        "/api/v1/releases/never/changes",
        "/api/v1/doctors",
        "/api/v2/hospitals",
    ] {
        refused(&site, address, 404).await;
    }
}

#[tokio::test]
async fn nothing_can_be_changed_over_http() {
    let site = Site::demonstration().await;
    for method in ["POST", "PUT", "DELETE"] {
        let answer = site.ask(method, "/api/v1/hospitals", &[]).await;
        assert_eq!(answer.status, 405);
        assert_eq!(answer.json()["status"], 405);
    }
}

#[tokio::test]
async fn without_a_release_every_door_says_so() {
    let empty = tempfile::tempdir().unwrap();
    let site = Site::of(empty.path()).await;
    refused(&site, "/api/v1/hospitals", 503).await;
    assert_eq!(site.get("/healthz").await.status, 200);
    assert_eq!(site.get("/readyz").await.status, 503);
    assert_eq!(site.get("/ja/").await.status, 503);
    assert!(site.json("/version").await["release"].is_null());
}

#[tokio::test]
async fn the_changes_of_a_release_are_of_the_one_that_their_path_names() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    let answer = site.get(&format!("/api/v1/releases/{release}/changes?release={release}")).await;
    assert_eq!((answer.status.as_u16(), answer.json()["parameter"].as_str()), (400, Some("release")));
}
