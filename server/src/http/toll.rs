//! How much may one address ask of the costly doors? A purse of points that fills again; an empty one is told when to come back.
//!
//! Pages, drawings, tables of charts and the API cost nothing, and neither does an image that is kept from before.

use super::{Allowance, Clock, Problem, Rate, Senders};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Points of a purse that nobody has used for a while; one comes back each second.
const PURSE: Rate = Rate { burst: 60, seconds: 1 };
/// An image, a table of a measure, or the rest of a file that was cut off.
const SMALL: u32 = 1;
/// The file of a release.
const FILE: u32 = 5;
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
fn price(method: &Method, path: &str, headers: &HeaderMap) -> u32 {
    let path = &decoded(path);
    if path.starts_with("/embed/") && path.ends_with(".png") {
        return SMALL;
    }
    let Some((_, file)) = path.strip_prefix("/data/").and_then(|rest| rest.split_once('/')) else { return 0 };
    match file {
        _ if method != Method::GET => 0,
        "package.zip" => PACKAGE,
        file if file.starts_with("measures/") || headers.contains_key("range") => SMALL,
        file if file.ends_with(".sqlite") => FILE,
        _ => 0,
    }
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
    let price = price(request.method(), request.uri().path(), request.headers());
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
            "Images and whole files are made for everybody by few machines. Please ask again in {seconds} s. The same chart as .svg, pages and the API can be asked at once; /data/latest/ has everything in one file."
        ),
        detail_ja: format!(
            "画像とファイルを続けて取り出しすぎです。{seconds}秒あとにもう一度お試しください。同じ図の .svg、ページ、API はすぐ使えます。/data/latest/ にすべてをまとめたファイルがあります。"
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
        let price = |path: &str| price(&Method::GET, path, &HeaderMap::new());
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
        assert_eq!(super::price(&Method::HEAD, "/data/latest/package.zip", &HeaderMap::new()), 0);
    }

    #[test]
    fn what_is_written_with_percent_signs_costs_the_same() {
        let price = |path: &str| price(&Method::GET, path, &HeaderMap::new());
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
