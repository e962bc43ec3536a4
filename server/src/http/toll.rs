//! How much may one address ask of the costly doors? A purse of points that fills again; an empty one is told when to come back.
//!
//! Pages, drawings and the API cost nothing, but for rankings of a whole country; nor does an answer that is kept from before.

use super::{Allowance, Clock, Problem, Rate, Senders};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Points of a purse that nobody has used for a while; one comes back each second.
const PURSE: Rate = Rate { burst: 60, seconds: 1 };
/// An image, a table of a measure, or the rest of a file that was cut off.
const SMALL: u32 = 1;
/// The numbers of a chart, which may be those of every hospital of a country.
const NUMBERS: u32 = 3;
/// The file of a release.
const FILE: u32 = 5;
/// All hospitals of a country, put in order by somebody's own criteria.
const RANKING: u32 = 10;
/// A circle of more kilometres is as good as a country.
const NEAR_KM: u16 = 100;
/// A package, which is made anew.
const PACKAGE: u32 = 20;

/// The purses of all addresses; cheap to clone.
#[derive(Debug, Clone)]
pub struct Toll {
    senders: Senders,
    purses: Allowance,
}

impl Toll {
    /// With full purses for everybody.
    pub fn new(clock: Clock, senders: Senders) -> Self {
        Self { senders, purses: Allowance::new(PURSE, clock) }
    }
}

/// What an answer costs; nothing for all that is cheap. A letter may be written as its number, and asks for the same.
fn price(method: &Method, uri: &Uri, headers: &HeaderMap) -> u32 {
    let path = &decoded(uri.path());
    if path.starts_with("/embed/") {
        return match path.rsplit_once('.') {
            Some((_, "png")) => SMALL,
            Some((_, "csv" | "json")) => NUMBERS,
            _ => 0,
        };
    }
    if matches!(path.as_str(), "/api/v1/rankings" | "/api/v1/rankings.csv") {
        return if is_of_a_country(uri.query().unwrap_or_default()) { RANKING } else { 0 };
    }
    let Some((_, file)) = path.strip_prefix("/data/").and_then(|rest| rest.split_once('/')) else { return 0 };
    match file {
        _ if method != Method::GET => 0,
        "package.zip" => PACKAGE,
        file if file.starts_with("measures/") || goes_on(headers) => SMALL,
        file if file.ends_with(".sqlite") => FILE,
        _ => 0,
    }
}

/// Whether a question about own criteria names no part of the country.
fn is_of_a_country(query: &str) -> bool {
    let (mut near, mut wide) = (false, false);
    for (name, value) in form_urlencoded::parse(query.as_bytes()).filter(|(_, value)| !value.trim().is_empty()) {
        match name.as_ref() {
            "region" | "area" => return false,
            "near" => near = true,
            "radius_km" => wide = value.trim().parse::<u16>().is_ok_and(|km| km > NEAR_KM),
            _ => {}
        }
    }
    !near || wide
}

/// Whether a file is asked for from a later byte on: what is not understood, or begins at the beginning, is the whole file.
fn goes_on(headers: &HeaderMap) -> bool {
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok()).unwrap_or_default();
    let Some((first, last)) = range.trim().strip_prefix("bytes=").and_then(|bytes| bytes.split_once('-')) else {
        return false;
    };
    let first = first.trim().parse::<u64>().unwrap_or_default();
    first > 0 && (last.trim().is_empty() || last.trim().parse().is_ok_and(|last: u64| last >= first))
}

/// A path as the doors read it: once without its percent signs.
fn decoded(path: &str) -> String {
    let mut parts = path.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let digits = part.get(..2).filter(|two| two.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(&part.as_bytes()[2..]);
            }
            None => bytes.extend([b"%", part.as_bytes()].concat()),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The layer in front of what is costly, behind the one that keeps finished bodies.
pub async fn toll(State(toll): State<Option<Toll>>, request: Request, next: Next) -> Response {
    let price = price(request.method(), request.uri(), request.headers());
    if let Some(Toll { senders, purses }) = toll.filter(|_| price > 0) {
        let who = senders.of(request.headers(), request.extensions());
        if let Err(seconds) = purses.take_many(who, price) {
            return too_often(seconds).into_response();
        }
    }
    next.run(request).await
}

fn too_often(seconds: u32) -> Problem {
    Problem {
        status: StatusCode::TOO_MANY_REQUESTS,
        kind: "too-many-requests",
        title: "Too much was asked for at once",
        detail: format!(
            "Images, tables, whole files and rankings of a whole country are made for everybody by few machines. Please ask again in {seconds} s. The same chart as .svg, pages and the rest of the API can be asked at once; /data/latest/ has everything in one file."
        ),
        detail_ja: format!(
            "画像・表・ファイル・全国の順位を続けて取り出しすぎです。{seconds}秒あとにもう一度お試しください。同じ図の .svg、ページ、API のほかの答えはすぐ使えます。/data/latest/ にすべてをまとめたファイルがあります。"
        ),
        retry_after: Some(seconds.into()),
        ..Problem::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_costly_costs() {
        let price = |address: &str| price(&Method::GET, &address.parse().unwrap(), &HeaderMap::new());
        assert_eq!(price("/embed/ja/funnel.png"), SMALL);
        assert_eq!(price("/data/latest/package.zip"), PACKAGE);
        assert_eq!(price("/data/latest/monosashi-latest.sqlite"), FILE);
        assert_eq!(price("/data/latest/measures/a.csv"), SMALL);
        for free in [
            "/",
            "/ja/",
            "/embed/ja/funnel.svg",
            "/embed/ja/funnel",
            "/api/v1/hospitals",
            "/data/latest/catalog.jsonld",
        ] {
            assert_eq!(price(free), 0, "{free}");
        }
        let head = "/data/latest/package.zip".parse().unwrap();
        assert_eq!(super::price(&Method::HEAD, &head, &HeaderMap::new()), 0);
    }

    #[test]
    fn the_numbers_of_a_chart_and_the_order_of_a_country_have_a_price() {
        let price = |address: &str| price(&Method::GET, &address.parse().unwrap(), &HeaderMap::new());
        for numbers in ["/embed/ja/funnel.json?measure=a", "/embed/en/places.csv", "/embed/ja/funnel.%6Ason"] {
            assert_eq!(price(numbers), NUMBERS, "{numbers}");
        }
        let country = ["preset=older", "w=a:1", "region=&preset=older", "near=35.6,139.7&radius_km=101", "area="];
        for query in country {
            assert_eq!(price(&format!("/api/v1/rankings?{query}")), RANKING, "{query}");
            assert_eq!(price(&format!("/api/v1/rankings.csv?{query}")), RANKING, "{query}");
        }
        for query in ["w=a:1&region=JP-13", "area=1301&w=a:1", "near=35.6,139.7", "near=35.6,139.7&radius_km=100"] {
            assert_eq!(price(&format!("/api/v1/rankings?{query}")), 0, "{query}");
        }
    }

    #[test]
    fn only_the_rest_of_a_file_is_cheaper_than_the_file() {
        let price = |range: &'static str| {
            let headers = HeaderMap::from_iter([(header::RANGE, range.parse().unwrap())]);
            price(&Method::GET, &"/data/latest/monosashi-latest.sqlite".parse().unwrap(), &headers)
        };
        for rest in ["bytes=1-", "bytes=4096-8191", " bytes=5 - 9"] {
            assert_eq!(price(rest), SMALL, "{rest}");
        }
        for whole in ["x", "bytes=0-", "bytes=0-99", "bytes=-500", "bytes=5-1", "bytes=a-", "lines=5-", "bytes=5-9,0-"]
        {
            assert_eq!(price(whole), FILE, "{whole}");
        }
    }

    #[test]
    fn what_is_written_with_percent_signs_costs_the_same() {
        let price = |address: &str| price(&Method::GET, &address.parse().unwrap(), &HeaderMap::new());
        assert_eq!(price("/embed/ja/funnel%2Epng"), SMALL);
        assert_eq!(price("/embed/ja/funnel.%70n%67"), SMALL);
        assert_eq!(price("/data/latest/monosashi-latest%2esqlite"), FILE);
        assert_eq!(price("/data/late%73t/package%2Ezip"), PACKAGE);
        // no number: the sign stands for itself, as in the doors
        assert_eq!(decoded("/embed/ja/100%.png%é%2"), "/embed/ja/100%.png%é%2");
        assert_eq!(decoded("/embed/ja/%+f"), "/embed/ja/%+f");
        assert_eq!(price("/embed/ja/funnel%252Epng"), 0);
    }
}
