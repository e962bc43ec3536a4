//! Does the description describe exactly what is served?

use crate::demo::Site;
use serde_json::Value;
use server::api::v1::openapi::document;
use std::collections::BTreeSet;

/// The addresses of the API in the router, but for the description itself and the one that says "nothing here".
fn served() -> BTreeSet<String> {
    let router = include_str!("../../src/router.rs");
    let routes = router.split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut paths: BTreeSet<String> = routes
        .filter(|path| path.starts_with("/api/v1/") && !path.ends_with("openapi.json"))
        .map(str::to_string)
        .collect();
    // one handler takes an id with and without `.csv`
    let ids: Vec<String> = paths.iter().filter(|path| path.ends_with("{id}")).cloned().collect();
    paths.extend(ids.iter().map(|path| format!("{path}.csv")));
    paths
}

#[test]
fn every_address_is_described_and_every_description_is_served() {
    let document = document();
    let described: BTreeSet<String> = document["paths"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(described, served());
}

fn references<'a>(node: &'a Value, found: &mut BTreeSet<&'a str>) {
    match node {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str));
            fields.values().for_each(|field| references(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_schema_that_is_spoken_of_is_there() {
    let document = document();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    assert!(found.len() > 20);
    for reference in found {
        let pointer = reference.trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

#[tokio::test]
async fn every_example_can_be_asked() {
    let site = Site::demonstration().await;
    let document = site.json("/api/v1/openapi.json").await;
    assert_eq!(document["openapi"], "3.1.0");
    let mut asked = 0;
    for path in document["paths"].as_object().unwrap().values() {
        if let Some(example) = path["get"]["x-example"].as_str() {
            site.json(example).await;
            asked += 1;
        }
    }
    assert!(asked >= 5);
}

/// Whoever copies an address out of the document gets an answer.
#[tokio::test]
async fn every_address_in_the_document_can_be_asked() {
    let site = Site::demonstration().await;
    let document = include_str!("../../../docs/API.md");
    let mut asked = 0;
    for rest in document.split("curl ").skip(1) {
        let address = rest.split("http://127.0.0.1:3000").nth(1).unwrap().split('\'').next().unwrap();
        let answer = site.get(address).await;
        assert!(answer.status == 200, "{address}: {}", answer.status);
        asked += 1;
    }
    assert!(asked >= 15);
}

/// Every key of an answer is described, and every key that is described as always there is there.
#[tokio::test]
async fn answers_have_the_keys_that_are_described() {
    let site = Site::demonstration().await;
    let document = document();
    for (address, name, schema) in [
        ("/api/v1/hospitals?limit=20", "hospitals", "Hospital"),
        ("/api/v1/measures/demo-falls/values?limit=20", "values", "ValueRow"),
        ("/api/v1/releases", "releases", "Release"),
        ("/api/v1/corrections", "corrections", "Correction"),
    ] {
        let described = &document["components"]["schemas"][schema];
        let mut required: Vec<&str> =
            described["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        required.sort_unstable();
        for row in site.json(address).await[name].as_array().unwrap() {
            let keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, required, "{address}");
        }
    }
}
