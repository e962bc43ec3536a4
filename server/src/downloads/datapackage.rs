//! `/data/{release}/datapackage.json`: what is in the tables of a release, for programs that read Frictionless data packages?

use super::address::{release_choice, without_parameters};
use super::columns::COLUMNS;
use super::{Downloads, licences};
use crate::http::{Named, Problem};
use axum::extract::State;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::records::Reality;
use reports::ReportError;
use reports::model::{Contents, MeasureContents, SourceNote};
use serde_json::{Value, json};

/// The description of all tables of a release.
pub async fn datapackage(
    State(downloads): State<Downloads>,
    Named(release): Named<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    without_parameters(&uri)?;
    let contents = downloads.reports.contents(&release_choice(&release)?).await?;
    json_answer(&described(&downloads, &contents), "application/json; charset=utf-8")
}

/// A description as it leaves.
pub(super) fn json_answer(described: &Value, kind: &'static str) -> Result<Response, Problem> {
    let mut body =
        serde_json::to_vec_pretty(described).map_err(|error| Problem::from(ReportError::Store(error.to_string())))?;
    body.push(b'\n');
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Ok(response)
}

fn described(downloads: &Downloads, contents: &Contents) -> Value {
    let release = &contents.release;
    let fictional = release.reality == Reality::Fictional;
    json!({
        "profile": "tabular-data-package",
        "name": name(&format!("monosashi-{}", release.id)),
        "id": downloads.origin.absolute(&format!("/data/{}/datapackage.json", release.id)),
        "title": title(&release.title, fictional),
        "description": description(fictional),
        "version": release.id,
        "created": format!("{}T00:00:00Z", release.as_of),
        "homepage": downloads.origin.absolute(&format!("/ja/data?release={}", release.id)),
        "fictional": fictional,
        "keywords": ["医療の質", "病院", "hospital quality", "Japan"],
        "licenses": licences_of(contents.sources.iter()),
        "sources": contents.sources.iter().map(source).collect::<Vec<_>>(),
        "contributors": [{ "title": "Monosashi", "role": "publisher", "path": downloads.origin.as_str() }],
        "resources": contents.measures.iter().map(|measure| resource(contents, measure)).collect::<Vec<_>>(),
    })
}

fn title(of_data: &str, fictional: bool) -> String {
    let title = if of_data.is_empty() { "病院ごとの医療の質 / Quality of care by hospital" } else { of_data };
    if fictional { format!("【架空のデータ / FICTIONAL】{title}") } else { title.to_owned() }
}

const fn description(fictional: bool) -> &'static str {
    if fictional {
        "病院も数字も、実在しません。One table per measure: all periods and all parts of the patients. No hospital and no figure here is real."
    } else {
        "指標ごとに一つの表です。すべての期間と区分を含みます。One table per measure: all periods and all parts of the patients, each value with its interval, verdicts, caveats and source."
    }
}

/// Licences that sources name. A source without one is named under `sources`, with what that means.
pub(super) fn licences_of<'a>(sources: impl Iterator<Item = &'a SourceNote>) -> Value {
    let licences = licences::named(sources).into_iter().map(|printed| match licences::known(&printed) {
        Some(known) => json!({ "name": known.name, "path": known.url, "title": printed }),
        None => json!({ "name": name(&printed), "title": printed }),
    });
    licences.collect()
}

fn source(source: &SourceNote) -> Value {
    let titles = [&source.title.en, &source.title.ja, &source.id];
    let title = titles.into_iter().find(|t| !t.is_empty()).cloned().unwrap_or_default();
    let mut described = json!({
        "title": title,
        "title_ja": source.title.ja,
        "id": source.id,
        "publisher": source.publisher.en,
        "publisher_ja": source.publisher.ja,
        "attribution": source.attribution.en,
        "attribution_ja": source.attribution.ja,
        "licence": if source.licence.is_empty() { NO_LICENCE } else { &source.licence },
    });
    if let (false, Some(described)) = (source.url.is_empty(), described.as_object_mut()) {
        described.insert("path".to_owned(), json!(source.url));
    }
    described
}

/// What the lack of a licence means.
const NO_LICENCE: &str = "none stated: not to be republished";

fn resource(contents: &Contents, measure: &MeasureContents) -> Value {
    let note = &measure.note;
    let own = |source: &&SourceNote| measure.sources.contains(&source.id);
    json!({
        "profile": "tabular-data-resource",
        "name": name(note.id.as_str()),
        "path": format!("measures/{}.csv", note.id),
        "title": note.name.en,
        "title_ja": note.name.ja,
        "description": note.plain.en,
        "description_ja": note.plain.ja,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "header": true },
        "licenses": licences_of(contents.sources.iter().filter(own)),
        "sources": contents.sources.iter().filter(own).map(source).collect::<Vec<_>>(),
        "schema": {
            "fields": COLUMNS.iter().map(|column| json!({
                "name": column.name, "type": column.kind, "description": column.holds,
            })).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": ["hospital_id", "period_start", "period_end", "stratum", "pooled"],
        },
    })
}

/// A name as Frictionless wants it: lower case, digits, `.`, `_`, `-`.
fn name(text: &str) -> String {
    let legal =
        |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c.to_ascii_lowercase() } else { '-' };
    text.chars().map(legal).collect()
}
