//! How do feeds, the map of the site and the word to robots travel?

use super::Site;
use crate::http::Problem;
use app::site::feeds::Feed;
use app::site::sitemap::{self, Sitemap};
use axum::extract::{Path, State};
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Response};
use domain::view_spec::ViewSpec;
use reports::ReportError;

/// What is new, for feed readers.
pub async fn feed(State(site): State<Site>, uri: Uri) -> Result<Response, Problem> {
    without_parameters(&uri)?;
    let unknown = || ReportError::NotFound { kind: "feed", id: uri.path().chars().take(100).collect() };
    let (locale, feed) = Feed::parse(uri.path()).ok_or_else(unknown)?;
    let text = feed.document(&site.reports, &site.origin, locale).await?;
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response())
}

/// The list of the parts of the map.
pub async fn sitemap_index(State(site): State<Site>, uri: Uri) -> Result<Response, Problem> {
    without_parameters(&uri)?;
    let map = Sitemap::load(&site.reports).await?;
    Ok(([(header::CONTENT_TYPE, XML)], map.index(&site.origin)).into_response())
}

/// One part of the map.
pub async fn sitemap_part(State(site): State<Site>, Path(file): Path<String>, uri: Uri) -> Result<Response, Problem> {
    without_parameters(&uri)?;
    let map = Sitemap::load(&site.reports).await?;
    let unknown = || ReportError::NotFound { kind: "part of the map", id: file.chars().take(100).collect() };
    let part = Sitemap::number(&file).and_then(|number| map.part(&site.origin, number)).ok_or_else(unknown)?;
    Ok(([(header::CONTENT_TYPE, XML)], part).into_response())
}

/// What robots are asked.
pub async fn robots(State(site): State<Site>) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], sitemap::robots(&site.origin)).into_response()
}

const XML: &str = "application/xml; charset=utf-8";

fn without_parameters(uri: &Uri) -> Result<(), Problem> {
    ViewSpec::parse_query(uri.query().unwrap_or_default(), &[]).map(|_| ()).map_err(|error| Problem::of(&error.into()))
}
