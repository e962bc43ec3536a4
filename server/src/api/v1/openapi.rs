//! How does a program learn what the API answers? OpenAPI 3.1, made from the table of doors and the types of the wire.

use super::doors::{DOORS, Door, Shape};
use super::wire;
use app::site::ApiDoor;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Bilingual;
use domain::care::Care;
use domain::peers::PeerGroup;
use domain::specialty::Practice;
use domain::view_spec::{Designation, EmergencyLevel, Key};
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

/// All addresses in words, for the page about them.
pub fn for_people() -> Vec<ApiDoor> {
    let door = |door: &Door| ApiDoor {
        path: door.path.to_string(),
        summary: door.summary,
        parameters: door.keys.iter().map(|key| (key.parameter().to_string(), described(*key).0)).collect(),
        example: door.example.to_string(),
    };
    DOORS.iter().map(door).collect()
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
ratios observed by expected. Every path but the changes of a release takes `release`; an answer about a pinned release never changes. Lists take `limit` (100, at most \
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
        "summary": door.summary.en,
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
    all.insert("200".to_string(), json!({ "description": door.summary.en, "content": { kind: { "schema": schema } } }));
    all.insert("304".to_string(), json!({ "description": "Not changed since the answer with this ETag" }));
    if door.name == "hospital" {
        all.insert("301".to_string(), problem("The hospital has another id now: `moved_to`, and `Location`"));
    }
    all.insert("400".to_string(), problem(&refusals(door)));
    all.insert("404".to_string(), problem("No such id, release or area"));
    all.insert("414".to_string(), problem("The address is too long"));
    let mut busy = "No data has been published yet";
    if door.name == "rankings" {
        all.insert("429".to_string(), problem("Too many rankings of a whole country are asked for: see `Retry-After`"));
        busy = "No data has been published yet, or too many rankings are being made";
    }
    all.insert("503".to_string(), problem(busy));
    Value::Object(all)
}

/// Why a question that is well written may be refused all the same: parameters need one another in ways that OpenAPI has no
/// words for.
fn refusals(door: &Door) -> String {
    let takes = |key: Key| door.keys.contains(&key);
    let needs = [
        (takes(Key::Weights), "one of `preset` and `w` is required, and its weights and answers leave an order"),
        (takes(Key::RadiusKm), "`radius_km` needs `near`"),
        (takes(Key::BedsMin), "`beds_min` is no more than `beds_max`"),
        (
            takes(Key::Region),
            "`region` is a prefecture of Japan or one in which the release has a hospital, and of a country with values of the measure",
        ),
        (takes(Key::Service), "`service` is one that the release has"),
        (takes(Key::Designations), "every `designation` is one that a source of the release tells of"),
        (takes(Key::Period) || takes(Key::EveryPeriod), "a period ends no earlier than it begins"),
    ];
    let needs = needs.iter().filter(|(here, _)| *here).map(|(_, need)| format!("; {need}"));
    format!("A parameter is unknown or out of range; `parameter` names it{}", needs.collect::<String>())
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

/// An empty parameter is no question: a form sends its empty fields too.
fn parameter(key: Key) -> Value {
    let (what, schema) = described(key);
    let required = key == Key::Hospitals;
    json!({
        "name": key.parameter(),
        "in": "query",
        "required": required,
        "allowEmptyValue": !required,
        "description": what.en,
        "schema": schema,
    })
}

/// Text without control characters and without signs that turn the direction of writing.
const PLAIN_TEXT: &str = r"^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]*$";
/// `latitude,longitude`, or nothing.
const POINT: &str = r"^(-?([0-8]?[0-9](\.[0-9]{1,6})?|90),-?((1[0-7][0-9]|[0-9]{1,2})(\.[0-9]{1,6})?|180))?$";
/// A day; the last of February in a leap year is one too, which a pattern cannot tell.
const DAY: &str =
    r"[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))";

/// Two days, the second not before the first, or one of these words, or nothing.
fn period_or(words: &str) -> Value {
    json!(format!("^({words}|{DAY}/{DAY})?$"))
}

/// Two to five ids.
const HOSPITALS: &str = r"^[A-Za-z0-9._-]{1,100}(,[A-Za-z0-9._-]{1,100}){1,4}$";

/// What a parameter is, in words and as a schema.
fn described(key: Key) -> (Bilingual, Value) {
    match key {
        Key::Release | Key::Query | Key::Limit | Key::Cursor | Key::Since => of_a_list(key),
        Key::Region | Key::Area | Key::Place | Key::Near | Key::RadiusKm | Key::PeerGroup | Key::Care => {
            of_a_place(key)
        }
        Key::Period | Key::EveryPeriod | Key::Stratum => of_values(key),
        Key::Preset | Key::Weights | Key::Wishes | Key::Answers | Key::Top | Key::IncludeCrude => of_a_reader(key),
        Key::Hospitals | Key::Measures | Key::Measure | Key::Hospital => of_ids(key),
        Key::Emergency
        | Key::Designations
        | Key::Service
        | Key::Specialty
        | Key::Saturday
        | Key::BedsMin
        | Key::BedsMax
        | Key::Island => filter(key),
        Key::Condition
        | Key::Page
        | Key::Ruby
        | Key::Language
        | Key::Chart
        | Key::Theme
        | Key::Width
        | Key::Height
        | Key::Scale
        | Key::Shape
        | Key::Millimetres => (Bilingual::new("ページと図のためのもの", "Of pages and drawings"), text()),
    }
}

/// What is asked of every list and every release.
fn of_a_list(key: Key) -> (Bilingual, Value) {
    match key {
        Key::Release => (
            Bilingual::new("版の番号、または `latest`", "Id of a release, or `latest`"),
            json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{0,100}$" }),
        ),
        Key::Query => {
            (Bilingual::new("名前・よみ・場所のことば", "Words of the name, the reading or the place"), text())
        }
        Key::Limit => (Bilingual::new("この部分の行数", "Rows of this part of the list"), number(1, 1000)),
        Key::Cursor => {
            (Bilingual::new("前の部分の `meta.next`", "`meta.next` of the part before"), number(0, 100_000_000))
        }
        _ => (
            Bilingual::new("この日からの訂正", "Corrections of this day and later"),
            json!({ "type": "string", "pattern": format!("^{DAY}$"), "examples": ["2025-06-01"] }),
        ),
    }
}

/// Where, and which hospitals there.
fn of_a_place(key: Key) -> (Bilingual, Value) {
    match key {
        Key::Region => (
            Bilingual::new("国と地域。`JP-15` のように", "Country and region, as `JP-15`"),
            json!({ "type": "string", "pattern": "^[A-Za-z0-9]{2}-[A-Za-z0-9]{1,6}$" }),
        ),
        Key::Area => (
            Bilingual::new(
                "医療圏（4桁）か市区町村（5桁）の番号",
                "Code of a medical area (4 digits) or municipality (5 digits)",
            ),
            json!({ "type": "string", "pattern": "^[0-9]{4,5}$" }),
        ),
        Key::Place => (
            Bilingual::new(
                "市区町村・医療圏・都道府県の名前。漢字・かな・ローマ字",
                "A municipality, medical area or prefecture in words: kanji, kana or Latin letters",
            ),
            text(),
        ),
        Key::Near => (
            Bilingual::new(
                "`緯度,経度`（度）。一覧は役割と距離の順になります",
                "`latitude,longitude` in degrees; the list is then ordered by role and distance",
            ),
            json!({ "type": "string", "pattern": POINT, "examples": ["35.68,139.76"] }),
        ),
        Key::RadiusKm => (
            Bilingual::new(
                "`near` からの距離（km）。なければ、5院みつかるまで10、20、40、80…と広げます",
                "Kilometres around `near`; without it 10, 20, 40, 80 … until five are inside",
            ),
            number(1, 500),
        ),
        Key::PeerGroup => {
            (Bilingual::new("病院の役割", "Role"), json!({ "type": "string", "enum": codes(PeerGroup::ALL) }))
        }
        _ => (Bilingual::new("必要なこと", "What is needed"), json!({ "type": "string", "enum": codes(Care::ALL) })),
    }
}

/// Which period and which patients.
fn of_values(key: Key) -> (Bilingual, Value) {
    match key {
        Key::Period => (
            Bilingual::new("`はじめ/おわり`、または `latest`", "`START/END`, or `latest`"),
            json!({ "type": "string", "pattern": period_or("latest"), "examples": ["2022-04-01/2023-03-31"] }),
        ),
        Key::EveryPeriod => (
            Bilingual::new(
                "`はじめ/おわり`、`latest`、または `all`（すべての期間、新しい順）",
                "`START/END`, `latest`, or `all` (every period, the newest first)",
            ),
            json!({ "type": "string", "pattern": period_or("latest|all"), "examples": ["all"] }),
        ),
        _ => (Bilingual::new("患者さんの一部。なければ全体", "Part of the patients; without it, the total"), text()),
    }
}

/// What a reader says of themselves: criteria, wishes, answers.
fn of_a_reader(key: Key) -> (Bilingual, Value) {
    match key {
        Key::Preset => (
            Bilingual::new("公開している基準の名前", "A published set of criteria"),
            json!({ "type": "string", "enum": presets() }),
        ),
        Key::Weights => (
            Bilingual::new(
                "自分の重み。`指標:重み` をコンマで区切ります（0〜100）",
                "Own weights, `measure:weight` separated by commas, each 0 to 100",
            ),
            text(),
        ),
        Key::Wishes => (
            Bilingual::new(
                "希望すること。コンマで区切ります（質ではなく希望です）",
                "Facts wished for, separated by commas: a wish, not quality",
            ),
            text(),
        ),
        Key::Answers => (
            Bilingual::new(
                "どちらを取るかの問いへの答え。`問い:答え` をコンマで区切ります",
                "Answers to trade-off questions, `question:answer` separated by commas",
            ),
            text(),
        ),
        Key::Top => (
            Bilingual::new("「上位k院に入る」のk。なければ3", "The k of \"among the first k\"; 3 where it is left out"),
            number(1, 50),
        ),
        _ => (
            Bilingual::new(
                "`1`：重症度を調整していない結果も加えます。なければ、データのない重みとして数えます",
                "`1`: outcomes that are not risk-adjusted take part too; without it they count as weight that no data covers",
            ),
            json!({ "type": "string", "enum": ["0", "1"] }),
        ),
    }
}

/// Which hospitals and measures, by id.
fn of_ids(key: Key) -> (Bilingual, Value) {
    match key {
        Key::Hospitals => (
            Bilingual::new("2〜5の病院の番号。コンマで区切ります", "Ids of 2 to 5 hospitals, separated by commas"),
            json!({ "type": "string", "pattern": HOSPITALS }),
        ),
        Key::Measures => (
            Bilingual::new(
                "指標の番号。コンマで区切ります。なければ、2院以上が報告した指標を5つまで",
                "Ids of measures, separated by commas; without it, at most five that at least two of the hospitals report",
            ),
            json!({ "type": "string", "pattern": "^[A-Za-z0-9._,-]*$" }),
        ),
        Key::Measure => (Bilingual::new("指標の番号", "Id of a measure"), id()),
        _ => (Bilingual::new("病院の番号", "Id of a hospital"), id()),
    }
}

fn text() -> Value {
    json!({ "type": "string", "maxLength": 100, "pattern": PLAIN_TEXT })
}

fn id() -> Value {
    json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{0,100}$" })
}

fn number(low: u32, high: u32) -> Value {
    json!({ "type": "integer", "minimum": low, "maximum": high })
}

/// What the facilities of a list must have.
fn filter(key: Key) -> (Bilingual, Value) {
    let yes_or_no = || json!({ "type": "string", "enum": ["0", "1"] });
    let beds = || json!({ "type": "integer", "minimum": 1, "maximum": 5000 });
    match key {
        Key::Emergency => (
            Bilingual::new(
                "`2`：二次救急か救命救急、`3`：救命救急だけ",
                "`2`: secondary or tertiary emergency care, `3`: tertiary only",
            ),
            json!({ "type": "string", "enum": codes(EmergencyLevel::ALL) }),
        ),
        Key::Designations => {
            let one = codes(Designation::ALL).join("|");
            (
                Bilingual::new(
                    "指定。コンマで区切り、すべてに当てはまるもの。当てはまるかどうか資料にない施設も、`part` が `ask` の行として入ります",
                    "Designations, separated by commas: those that have all of them. Facilities of which no source says whether they fit are included as rows whose `part` is `ask`",
                ),
                json!({ "type": "string", "pattern": format!("^(({one})(,({one}))*)?$") }),
            )
        }
        Key::Service => (
            Bilingual::new(
                "診療科・サービス。資料に書かれたとおりに",
                "A department or service, as the sources name it; others are refused, and the refusal names those of the release",
            ),
            json!({ "type": "string", "maxLength": 100, "pattern": PLAIN_TEXT }),
        ),
        Key::Specialty => (
            Bilingual::new(
                "ひとつの専門の病院。`general` は、ひとつの分野に限らない病院",
                "Hospitals of one field of medicine; `general`: those of no field alone",
            ),
            json!({ "type": "string", "enum": codes(&Practice::all().collect::<Vec<_>>()) }),
        ),
        Key::Saturday => (Bilingual::new("`1`：土曜日に休みでないもの", "`1`: not closed on Saturdays"), yes_or_no()),
        Key::BedsMin => (Bilingual::new("病床の数、これ以上", "At least so many beds"), beds()),
        Key::BedsMax => (Bilingual::new("病床の数、これ以下", "At most so many beds"), beds()),
        _ => (Bilingual::new("`1`：島にあるもの", "`1`: on an island"), yes_or_no()),
    }
}

fn presets() -> Vec<&'static str> {
    content::presets().unwrap_or_default().iter().map(|preset| preset.id.as_str()).collect()
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
