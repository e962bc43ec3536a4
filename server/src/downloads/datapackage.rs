//! `/data/{release}/datapackage.json`: what is in the tables of a release, for programs that read Frictionless data packages?

use super::address::{release_choice, without_parameters};
use super::columns::COLUMNS;
use super::digest::Proof;
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
    let proof = downloads.digests.of_release(&downloads.reports, &contents.release.id).await?;
    json_answer(&described(&downloads, &contents, &proof), "application/json; charset=utf-8")
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

fn described(downloads: &Downloads, contents: &Contents, proof: &Proof) -> Value {
    let release = &contents.release;
    let fictional = release.reality == Reality::Fictional;
    let mut described = json!({
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
        "sources": contents.sources.iter().map(source).collect::<Vec<_>>(),
        "contributors": [{ "title": "Monosashi", "role": "publisher", "path": downloads.origin.as_str() }],
        // a table is written while it leaves, so that only the file of the release can be proved
        "release_file": {
            "path": format!("monosashi-{}.sqlite", release.id),
            "mediatype": "application/vnd.sqlite3",
            "bytes": proof.bytes,
            "hash": format!("sha256:{}", proof.sha256),
        },
        "resources": contents.measures.iter().map(|measure| resource(contents, measure)).collect::<Vec<_>>(),
    });
    put_terms(&mut described, contents.sources.iter());
    described
}

/// `licenses` only where every source has one: a licence for the whole would else be read as one for all of it. Where a source
/// states none, `rights` names it and says what that means.
fn put_terms<'a>(described: &mut Value, sources: impl Iterator<Item = &'a SourceNote> + Clone) {
    let Some(described) = described.as_object_mut() else { return };
    let without: Vec<&str> =
        sources.clone().filter(|source| source.licence.is_empty()).map(|source| source.id.as_str()).collect();
    if without.is_empty() {
        described.insert("licenses".to_owned(), licences_of(sources));
        return;
    }
    let named = without.join(", ");
    described.insert(
        "rights".to_owned(),
        json!(format!("{named}: {NO_LICENCE}. The licences of the other sources stand under sources.")),
    );
    described.insert(
        "rights_ja".to_owned(),
        json!(format!(
            "{named}：利用の条件が書かれていません。公表元に確かめるまで、配り直さないでください。ほかの出典の条件は sources にあります。"
        )),
    );
}

fn title(of_data: &str, fictional: bool) -> String {
    let title = if of_data.is_empty() { crate::package::TITLE } else { of_data };
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
pub(super) const NO_LICENCE: &str = "no licence stated: not to be handed on before its publisher has agreed";

fn resource(contents: &Contents, measure: &MeasureContents) -> Value {
    let note = &measure.note;
    let own = |source: &&SourceNote| measure.sources.contains(&source.id);
    let mut described = json!({
        "profile": "tabular-data-resource",
        "name": name(note.id.as_str()),
        "path": format!("measures/{}.csv", note.id),
        "title": note.name.en,
        "title_ja": note.name.ja,
        "description": with_warning(&note.plain.en, &note.owner_warning.en, " The publisher warns: "),
        "description_ja": with_warning(&note.plain.ja, &note.owner_warning.ja, " 公表元からの注意："),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "header": true },
        "sources": contents.sources.iter().filter(own).map(source).collect::<Vec<_>>(),
        "schema": {
            "fields": COLUMNS.iter().map(|column| json!({
                "name": column.name, "type": column.kind, "description": column.holds,
            })).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": ["hospital_id", "period_start", "period_end", "stratum", "pooled"],
        },
    });
    put_terms(&mut described, contents.sources.iter().filter(own));
    described
}

/// What a measure counts, and what its publisher warns of.
pub(super) fn with_warning(plain: &str, warning: &str, between: &str) -> String {
    if warning.is_empty() { plain.to_owned() } else { format!("{plain}{between}{warning}").trim_start().to_owned() }
}

/// A name as Frictionless wants it: lower case, digits, `.`, `_`, `-`.
fn name(text: &str) -> String {
    let legal =
        |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c.to_ascii_lowercase() } else { '-' };
    text.chars().map(legal).collect()
}
