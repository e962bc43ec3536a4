//! How does a program learn what the API answers? OpenAPI 3.1, made from the table of doors and the types of the wire.

use super::doors::{DOORS, Door, Shape};
use super::wire;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::care::Care;
use domain::peers::PeerGroup;
use domain::view_spec::Key;
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

/// Only the schemas come from here.
#[derive(OpenApi)]
#[openapi(components(schemas(
    wire::Meta,
    wire::Hospital,
    wire::HospitalDetail,
    wire::Measure,
    wire::MeasureDetail,
    wire::ValueRow,
    wire::Ranking,
    wire::Compare,
    wire::Release,
    wire::Change,
    wire::Correction
)))]
struct Schemas;

/// `/api/v1/openapi.json`.
pub async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json; charset=utf-8")], document().to_string()).into_response()
}

/// The whole description.
pub fn document() -> Value {
    let mut paths = Map::new();
    for door in DOORS {
        paths.insert(door.path.to_string(), path(door, "application/json", body(door)));
        paths.insert(format!("{}.csv", door.path), path(door, "text/csv", json!({ "type": "string" })));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Monosashi",
            "version": "1",
            "summary": "Hospital quality, with its context and its uncertainty",
            "description": DESCRIPTION,
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": schemas() },
    })
}

const DESCRIPTION: &str = "Read-only. Every value carries its caveats, its interval and its source; whoever shows a value shows \
its caveats with it. All keys are always present, null when empty. Numbers are in base units: proportions 0 to 1, rates per one unit, \
ratios observed by expected. Every path takes `release`; an answer about a pinned release never changes. Lists take `limit` (100, at most \
1,000) and `cursor` (`meta.next` of the part before). The same path with `.csv` is the same answer as a table: nested keys joined by `_`, lists \
by `;`, lists within lists by `,`. `name` is the name in Japanese. An ETag is on every answer. Where `meta.fictional` is true, hospitals and figures are invented.";

fn path(door: &Door, kind: &str, schema: Value) -> Value {
    let mut parameters = Vec::new();
    if door.path.contains("{id}") {
        let of = if door.path.contains("/hospitals/") {
            "Id of a hospital"
        } else if door.path.contains("/releases/") {
            "Id of a release"
        } else {
            "Id of a measure"
        };
        let schema = json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{1,100}$" });
        parameters.push(json!({ "name": "id", "in": "path", "required": true, "description": of, "schema": schema }));
    }
    parameters.extend(door.keys.iter().map(|key| parameter(*key)));
    let ending = if kind == "text/csv" { "_csv" } else { "" };
    let operation = format!("{}{ending}", door.name);
    let mut get = json!({
        "operationId": operation,
        "summary": door.summary,
        "parameters": parameters,
        "responses": responses(door, kind, schema),
    });
    if !door.example.is_empty() && kind == "application/json" {
        get["x-example"] = json!(door.example);
    }
    json!({ "get": get })
}

fn responses(door: &Door, kind: &str, schema: Value) -> Value {
    let problem = |what: &str| {
        let schema = json!({ "$ref": "#/components/schemas/Problem" });
        json!({ "description": what, "content": { "application/problem+json": { "schema": schema } } })
    };
    let mut all = Map::new();
    all.insert("200".to_string(), json!({ "description": door.summary, "content": { kind: { "schema": schema } } }));
    all.insert("304".to_string(), json!({ "description": "Not changed since the answer with this ETag" }));
    if door.name == "hospital" {
        all.insert("301".to_string(), problem("The hospital has another id now: `moved_to`, and `Location`"));
    }
    all.insert("400".to_string(), problem("A parameter is unknown or out of range; `parameter` names it"));
    all.insert("404".to_string(), problem("No such id or release"));
    all.insert("503".to_string(), problem("No data has been published yet"));
    Value::Object(all)
}

fn body(door: &Door) -> Value {
    let row = json!({ "$ref": format!("#/components/schemas/{}", door.schema) });
    let resource = match door.shape {
        Shape::One => row,
        Shape::List => json!({ "type": "array", "items": row }),
    };
    json!({
        "type": "object",
        "required": [door.name, "meta"],
        "properties": { door.name: resource, "meta": { "$ref": "#/components/schemas/Meta" } },
    })
}

fn parameter(key: Key) -> Value {
    let text = || json!({ "type": "string", "maxLength": 100 });
    let ids = || json!({ "type": "string", "pattern": "^[A-Za-z0-9._,-]*$" });
    let number = |low: u32, high: u32| json!({ "type": "integer", "minimum": low, "maximum": high });
    let (what, schema) = match key {
        Key::Release => {
            ("Id of a release, or `latest`", json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{1,100}$" }))
        }
        Key::Query => ("Words of the name, the reading or the place", text()),
        Key::Region => (
            "Country and region, as `JP-15`",
            json!({ "type": "string", "pattern": "^[A-Za-z0-9]{2}-[A-Za-z0-9]{1,6}$" }),
        ),
        Key::PeerGroup => ("Role", json!({ "type": "string", "enum": codes(PeerGroup::ALL) })),
        Key::Near => (
            "`latitude,longitude` in degrees; the list is then ordered by role and distance",
            json!({ "type": "string", "examples": ["35.68,139.76"] }),
        ),
        Key::RadiusKm => ("Kilometres around `near`; without it, as many as it takes to find ten", number(1, 500)),
        Key::Period => ("`START/END`, or `latest`", json!({ "type": "string", "examples": ["2022-04-01/2023-03-31"] })),
        Key::Stratum => ("Part of the patients; without it, the total", text()),
        Key::Area => (
            "Code of a medical area (4 digits) or municipality (5 digits)",
            json!({ "type": "string", "pattern": "^[0-9]{4,5}$" }),
        ),
        Key::Place => ("A municipality, medical area or prefecture in words", text()),
        Key::Care => ("What is needed", json!({ "type": "string", "enum": codes(Care::ALL) })),
        Key::Preset => ("A published set of criteria", text()),
        Key::Weights => ("Own weights, `measure:weight` separated by commas, each 0 to 100", text()),
        Key::Wishes => ("Facts wished for, separated by commas: a wish, not quality", text()),
        Key::Answers => ("Answers to trade-off questions, `question:answer` separated by commas", text()),
        Key::Top => ("The k of \"among the first k\"; 3 where it is left out", number(1, 50)),
        Key::IncludeCrude => (
            "`1`: outcomes that are not risk-adjusted take part too; without it they count as weight that no data covers",
            json!({ "type": "string", "enum": ["0", "1"] }),
        ),
        Key::Limit => ("Rows of this part of the list", number(1, 1000)),
        Key::Cursor => ("`meta.next` of the part before", number(0, 100_000_000)),
        Key::Hospitals => ("Ids of 2 to 5 hospitals, separated by commas", ids()),
        Key::Measures => (
            "Ids of measures, separated by commas; without it, at most five that at least two of the hospitals report",
            ids(),
        ),
        Key::Measure | Key::Hospital => ("Ids, separated by commas", text()),
        Key::Page | Key::Ruby | Key::Theme | Key::Width => ("Of pages and drawings", text()),
    };
    json!({ "name": key.parameter(), "in": "query", "description": what, "schema": schema })
}

fn codes<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

/// The schemas of the wire; every key is always there.
fn schemas() -> Value {
    let mut schemas = serde_json::to_value(Schemas::openapi().components).unwrap_or_default()["schemas"].take();
    require_all(&mut schemas);
    if let Some(all) = schemas.as_object_mut() {
        all.insert("Problem".to_string(), problem_schema());
    }
    schemas
}

fn require_all(node: &mut Value) {
    match node {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                let keys: Vec<Value> = properties.keys().map(|key| json!(key)).collect();
                fields.insert("required".to_string(), Value::Array(keys));
            }
            fields.values_mut().for_each(require_all);
        }
        Value::Array(items) => items.iter_mut().for_each(require_all),
        _ => {}
    }
}

fn problem_schema() -> Value {
    let text = |what: &str| json!({ "type": "string", "description": what });
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail", "detail_ja"],
        "properties": {
            "type": text("What kind of problem"),
            "title": text("The kind in words"),
            "status": { "type": "integer" },
            "detail": text("What happened and what to try"),
            "detail_ja": text("The same in Japanese"),
            "parameter": text("The parameter at fault"),
            "moved_to": text("The id that is used now"),
        },
    })
}
