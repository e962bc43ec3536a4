//! `/data/{release}/monosashi-{release}.sqlite`: how does the file of a release leave, and go on where it was cut off?

use super::Downloads;
use super::address::{Asked, Bytes, no_such_file};
use super::stream;
use crate::http::{Named, Problem};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use reports::ReportError;
use std::io::SeekFrom;
use tokio::fs::File;
use tokio::io::AsyncSeekExt as _;

const KIND: &str = "application/vnd.sqlite3";

/// The file itself, as it lies on the disk.
pub async fn release_file(
    State(downloads): State<Downloads>,
    Named((release, name)): Named<(String, String)>,
    method: Method,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    if name != format!("monosashi-{release}.sqlite") {
        return Err(no_such_file(&name));
    }
    let asked = Asked::read(&downloads, &release, &uri, Bytes::Same)?;
    let own_name = format!("monosashi-{}.sqlite", asked.release.id);
    let broken = |error: std::io::Error| Problem::from(ReportError::Store(error.to_string()));
    let mut file = File::open(downloads.reports.release_file(&asked.pinned())?).await.map_err(broken)?;
    let length = file.metadata().await.map_err(broken)?.len();
    if let Some(mut response) = asked.without_body(&method, &headers, KIND, &own_name) {
        if method == Method::HEAD && response.status() == StatusCode::OK {
            say_length(response.headers_mut(), length);
        }
        return Ok(response);
    }
    let Some(part) = part(&headers, asked.tag(), length) else {
        let mut response = asked.answer(KIND, &own_name, stream::of_file(file, length));
        say_length(response.headers_mut(), length);
        return Ok(response);
    };
    let Ok((first, last)) = part else {
        let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
        put(response.headers_mut(), header::CONTENT_RANGE, &format!("bytes */{length}"));
        return Ok(response);
    };
    file.seek(SeekFrom::Start(first)).await.map_err(broken)?;
    let bytes = last - first + 1;
    let mut response = asked.answer(KIND, &own_name, stream::of_file(file, bytes));
    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    say_length(response.headers_mut(), bytes);
    put(response.headers_mut(), header::CONTENT_RANGE, &format!("bytes {first}-{last}/{length}"));
    Ok(response)
}

fn say_length(headers: &mut HeaderMap, length: u64) {
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
}

fn put(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// Outside the file.
#[derive(Debug, PartialEq, Eq)]
struct Beyond;

/// First and last byte of the one part that is asked for; `None` for the whole file, as also for several parts at once, or
/// where the client has begun with another file.
fn part(headers: &HeaderMap, tag: &str, length: u64) -> Option<Result<(u64, u64), Beyond>> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    if text(header::IF_RANGE).is_some_and(|begun| begun.trim() != tag) {
        return None;
    }
    let (first, last) = text(header::RANGE)?.trim().strip_prefix("bytes=")?.split_once('-')?;
    let (first, last) = match (first.trim(), last.trim()) {
        ("", last) => {
            let last: u64 = last.parse().ok()?;
            if last == 0 {
                return Some(Err(Beyond));
            }
            (length.saturating_sub(last), length.saturating_sub(1))
        }
        (first, "") => (first.parse().ok()?, length.saturating_sub(1)),
        (first, last) => (first.parse().ok()?, last.parse::<u64>().ok()?.min(length.saturating_sub(1))),
    };
    Some(if first < length && first <= last { Ok((first, last)) } else { Err(Beyond) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(range: &str, if_range: Option<&str>, expected: Option<Result<(u64, u64), Beyond>>) {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, HeaderValue::from_str(range).unwrap());
        if let Some(begun) = if_range {
            headers.insert(header::IF_RANGE, HeaderValue::from_str(begun).unwrap());
        }
        assert_eq!(part(&headers, "\"a\"", 100), expected, "{range}");
    }

    #[test]
    fn a_download_that_was_cut_off_goes_on() {
        check("bytes=40-", None, Some(Ok((40, 99))));
        check("bytes=0-9", Some("\"a\""), Some(Ok((0, 9))));
        check("bytes=-10", None, Some(Ok((90, 99))));
        check("bytes=90-1000", None, Some(Ok((90, 99))));
        check("bytes=40-", Some("\"another\""), None);
    }

    #[test]
    fn what_cannot_be_read_is_the_whole_file_and_what_is_beyond_is_refused() {
        for whole in ["bytes=0-1,5-9", "lines=1-2", "bytes=a-b", "bytes"] {
            check(whole, None, None);
        }
        for beyond in ["bytes=100-", "bytes=9-3", "bytes=-0"] {
            check(beyond, None, Some(Err(Beyond)));
        }
    }
}
