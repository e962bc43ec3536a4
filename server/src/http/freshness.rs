//! How long may an answer be kept? A function of the address and the status, nothing else.

use axum::http::StatusCode;

/// Until when an answer is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// The address names what it holds: a pinned release, a hash.
    ForEver,
    /// Until the next release; the ETag says whether there was one.
    UntilNextRelease,
    /// As long, but only with whoever asked: the address says where somebody is.
    WithTheReader,
    /// A refusal: it may be right in a minute.
    Briefly,
    /// It speaks of this moment.
    Never,
}

/// Answers that speak of the process, not of the data.
const OF_THIS_MOMENT: [&str; 3] = ["/healthz", "/readyz", "/version"];
/// Addresses whose name changes with their content.
const HASHED: [&str; 2] = ["/assets/", "/pkg/"];
/// Drawings and data; a pinned page may gain a notice, these may not.
const PINNABLE: [&str; 4] = [".svg", ".png", ".csv", ".json"];
/// Files of a release, which the path names.
const DOWNLOADS: &str = "/data/";
/// Lists of releases grow, whichever release is asked.
const GROWING: [&str; 2] = ["/api/v1/releases", "/api/v1/releases.csv"];

impl CachePolicy {
    /// The policy of an answer.
    pub fn of(path: &str, query: &str, status: StatusCode) -> Self {
        let of_this_moment = OF_THIS_MOMENT.contains(&path) || status == StatusCode::TOO_MANY_REQUESTS;
        if of_this_moment || status.is_server_error() {
            return Self::Never;
        }
        if names_a_position(query) {
            return Self::WithTheReader;
        }
        if status.is_client_error() {
            return Self::Briefly;
        }
        let is_data = path.starts_with("/api/v1/")
            || path.starts_with(DOWNLOADS)
            || PINNABLE.iter().any(|ending| path.ends_with(ending));
        let pinned = is_pinned(query) || path.starts_with("/api/v1/releases/") || names_release(path);
        let for_ever = HASHED.iter().any(|folder| path.starts_with(folder)) || (is_data && pinned);
        if status == StatusCode::OK && for_ever && !GROWING.contains(&path) {
            Self::ForEver
        } else {
            Self::UntilNextRelease
        }
    }

    /// As `Cache-Control`.
    pub const fn header(self) -> &'static str {
        match self {
            Self::ForEver => "public, max-age=31536000, immutable",
            Self::UntilNextRelease => "public, max-age=300, stale-while-revalidate=86400",
            Self::WithTheReader => "private, max-age=300",
            Self::Briefly => "public, max-age=60",
            Self::Never => "no-store",
        }
    }
}

/// True where the query holds a point on the map, or holds an address that does.
fn names_a_position(query: &str) -> bool {
    let holds = |text: &str| text.split(['&', '?']).any(|pair| pair.len() > "near=".len() && pair.starts_with("near="));
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.any(|(name, value)| (name == "near" && !value.is_empty()) || holds(&value))
}

/// True where the path of a download names a release.
fn names_release(path: &str) -> bool {
    let release = path.strip_prefix(DOWNLOADS).and_then(|rest| rest.split('/').next());
    release.is_some_and(|release| release != "latest")
}

/// True where the query names a release.
fn is_pinned(query: &str) -> bool {
    let releases = query.split('&').filter_map(|pair| pair.strip_prefix("release="));
    // an id needs no percent sign; what is written with one may be another word for `latest`
    releases.into_iter().any(|release| !release.is_empty() && release != "latest" && !release.contains('%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, query: &str, status: u16, expected: CachePolicy) {
        let status = StatusCode::from_u16(status).unwrap();
        assert_eq!(CachePolicy::of(path, query, status), expected, "{path}?{query}");
    }

    #[test]
    fn what_is_pinned_is_kept_for_ever_but_a_page_may_gain_a_notice() {
        use CachePolicy::{ForEver, UntilNextRelease};
        check("/api/v1/measures/a/values", "release=r1", 200, ForEver);
        check("/api/v1/measures/a/values", "release=latest", 200, UntilNextRelease);
        check("/api/v1/measures/a/values", "region=JP-13", 200, UntilNextRelease);
        check("/api/v1/releases/r1/changes", "", 200, ForEver);
        check("/api/v1/releases", "release=r1", 200, UntilNextRelease);
        check("/embed/ja/funnel.svg", "measure=a&release=r1", 200, ForEver);
        check("/embed/ja/funnel", "measure=a&release=r1", 200, UntilNextRelease);
        check("/ja/measures/a", "release=r1", 200, UntilNextRelease);
        check("/data/r1/datapackage.json", "", 200, ForEver);
        check("/data/latest/datapackage.json", "", 200, UntilNextRelease);
        check("/feeds/ja/releases.atom", "", 200, UntilNextRelease);
        check("/sitemap.xml", "", 200, UntilNextRelease);
        check("/assets/0123.css", "", 200, ForEver);
    }

    #[test]
    fn nobody_but_the_reader_keeps_where_the_reader_is() {
        use CachePolicy::{UntilNextRelease, WithTheReader};
        check("/ja/hospitals", "near=35.68,139.76&within=10", 200, WithTheReader);
        check("/embed/ja/map.svg", "release=r1&ne%61r=35.68%2C139.76", 200, WithTheReader);
        check("/_fn/measure_values", "locale=ja&query=sort%3Dname%26near%3D35.68%2C139.76", 200, WithTheReader);
        check("/ja/hospitals", "near=&linear=1", 200, UntilNextRelease);
        check("/ja/hospitals", "near=95,0", 422, WithTheReader);
        assert!(WithTheReader.header().starts_with("private"));
    }

    #[test]
    fn refusals_are_not_kept_for_long() {
        check("/api/v1/hospitals/x", "release=r1", 404, CachePolicy::Briefly);
        check("/assets/old.css", "", 404, CachePolicy::Briefly);
        check("/ja/", "", 500, CachePolicy::Never);
        check("/embed/ja/funnel.png", "release=r1", 429, CachePolicy::Never);
        check("/healthz", "", 200, CachePolicy::Never);
    }
}
