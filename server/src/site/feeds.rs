//! How do feeds, the map of the site and the word to robots travel?

use super::Site;
use crate::http::{Named, Problem};
use app::site::feeds::Feed;
use app::site::sitemap::{self, Sitemap};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::view_spec::ViewSpec;
use i18n::Locale;
use reports::ReportError;

/// What is new, for feed readers; what is no feed says so in the language of its address.
pub async fn feed(State(site): State<Site>, uri: Uri) -> Response {
    match told(&site, &uri).await {
        Ok(text) => ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response(),
        Err(problem) if problem.status == StatusCode::NOT_FOUND => no_feed(&site, uri.path()),
        Err(problem) => problem.into_response(),
    }
}

async fn told(site: &Site, uri: &Uri) -> Result<String, Problem> {
    without_parameters(uri)?;
    let unknown = || ReportError::NotFound { kind: "feed", id: uri.path().chars().take(100).collect() };
    let (locale, feed) = Feed::parse(uri.path()).ok_or_else(unknown)?;
    Ok(feed.document(&site.reports, &site.origin, locale).await?)
}

/// Plain words: programs that read feeds show no pages.
fn no_feed(site: &Site, path: &str) -> Response {
    let language = path.split('/').nth(2).and_then(Locale::parse);
    let told: String = Locale::ALL
        .into_iter()
        .filter(|locale| language.is_none_or(|language| language == *locale))
        .map(|locale| {
            words::no_feed(
                locale,
                &site.origin.absolute(&Feed::Releases.path(locale)),
                &site.origin.absolute(&Feed::Corrections.path(locale)),
            )
        })
        .collect();
    let mut response = (StatusCode::NOT_FOUND, told).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    if let Some(language) = language {
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.as_str()));
    }
    response
}

mod words {
    i18n::text! {
        pub(super) fn no_feed(releases: &str, corrections: &str) {
            ja: "このアドレスには、更新のお知らせ（フィード）がありません。\nデータの新しい版：{releases}\n訂正の記録：{corrections}\n",
            en: "There is no feed at this address.\nNew releases of the data: {releases}\nCorrections: {corrections}\n",
        }
    }
}

/// The list of the parts of the map.
pub async fn sitemap_index(State(site): State<Site>, uri: Uri) -> Result<Response, Problem> {
    without_parameters(&uri)?;
    let map = Sitemap::load(&site.reports).await?;
    Ok(([(header::CONTENT_TYPE, XML)], map.index(&site.origin)).into_response())
}

/// One part of the map.
pub async fn sitemap_part(State(site): State<Site>, Named(file): Named<String>, uri: Uri) -> Result<Response, Problem> {
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
