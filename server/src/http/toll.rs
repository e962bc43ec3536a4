//! How much may one address ask of the costly doors? A purse of points that fills again; an empty one is told when to come back.
//!
//! Pages, drawings, tables of charts and the API cost nothing, and neither does an image that is kept from before.

use super::Problem;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::time::Instant;

/// Points of a purse that nobody has used for a while; one comes back each second.
const FULL: f64 = 60.0;
/// An image, a table of a measure, or the rest of a file that was cut off.
const SMALL: f64 = 1.0;
/// The file of a release.
const FILE: f64 = 5.0;
/// A package, which is made anew.
const PACKAGE: f64 = 20.0;
/// Purses that are remembered at most.
const MOST: usize = 20_000;
/// The header in which a proxy names whom it speaks for.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Whether a proxy stands in front of the process, whose word about addresses is to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Proxy {
    /// Nobody but the connection itself says who asks.
    #[default]
    None,
    /// The last entry of `X-Forwarded-For` says it: the one that the proxy itself has added.
    Trusted,
}

/// The purses of all addresses; cheap to clone.
#[derive(Debug, Clone)]
pub struct Toll {
    proxy: Proxy,
    clock: fn() -> Instant,
    purses: Arc<Mutex<HashMap<IpAddr, Purse>>>,
}

#[derive(Debug, Clone, Copy)]
struct Purse {
    points: f64,
    counted: Instant,
}

impl Purse {
    fn now(self, now: Instant) -> f64 {
        (self.points + now.saturating_duration_since(self.counted).as_secs_f64()).min(FULL)
    }
}

impl Toll {
    /// With full purses for everybody.
    pub fn behind(proxy: Proxy) -> Self {
        Self::with_clock(proxy, Instant::now)
    }

    /// The same, where a clock of one's own says what time it is.
    pub fn with_clock(proxy: Proxy, clock: fn() -> Instant) -> Self {
        Self { proxy, clock, purses: Arc::default() }
    }

    /// Takes the price out of the purse of an address; where it holds less, the seconds until it holds enough.
    fn pay(&self, who: IpAddr, price: f64, now: Instant) -> Result<(), u64> {
        let mut purses = self.purses.lock().unwrap_or_else(PoisonError::into_inner);
        if purses.len() >= MOST {
            // a full purse is like none; where all are in use, everybody begins anew
            purses.retain(|_, purse| purse.now(now) < FULL);
            if purses.len() >= MOST {
                purses.clear();
            }
        }
        let points = purses.get(&who).map_or(FULL, |purse| purse.now(now));
        if points < price {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            return Err((price - points).ceil().max(1.0) as u64);
        }
        purses.insert(who, Purse { points: points - price, counted: now });
        Ok(())
    }

    /// Who asks: one machine, or one household of the newer addresses.
    fn asker(&self, request: &Request) -> Option<IpAddr> {
        let connection = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let told = match self.proxy {
            Proxy::None => None,
            Proxy::Trusted => forwarded(request.headers()),
        };
        told.or(connection).map(household)
    }
}

fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all(FORWARDED_FOR).iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

/// The first half of an IPv6 address: the second is chosen freely by whoever has it.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

/// What an answer costs; nothing for all that is cheap.
fn price(method: &Method, path: &str, headers: &HeaderMap) -> f64 {
    if path.starts_with("/embed/") && path.ends_with(".png") {
        return SMALL;
    }
    let Some((_, file)) = path.strip_prefix("/data/").and_then(|rest| rest.split_once('/')) else { return 0.0 };
    match file {
        _ if method != Method::GET => 0.0,
        "package.zip" => PACKAGE,
        file if file.starts_with("measures/") || headers.contains_key("range") => SMALL,
        file if file.ends_with(".sqlite") => FILE,
        _ => 0.0,
    }
}

/// The layer in front of what is costly, behind the one that keeps finished bodies.
pub async fn toll(State(toll): State<Toll>, request: Request, next: Next) -> Response {
    let price = price(request.method(), request.uri().path(), request.headers());
    if price > 0.0
        && let Some(who) = toll.asker(&request)
        && let Err(seconds) = toll.pay(who, price, (toll.clock)())
    {
        return too_often(seconds).into_response();
    }
    next.run(request).await
}

fn too_often(seconds: u64) -> Problem {
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
        retry_after: Some(seconds),
        ..Problem::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use std::time::Duration;

    fn of(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_purse_is_emptied_and_fills_again_and_is_nobody_elses() {
        let (toll, start) = (Toll::behind(Proxy::None), Instant::now());
        for _ in 0..60 {
            assert_eq!(toll.pay(of("192.0.2.1"), SMALL, start), Ok(()));
        }
        assert_eq!(toll.pay(of("192.0.2.1"), SMALL, start), Err(1));
        assert_eq!(toll.pay(of("192.0.2.1"), PACKAGE, start), Err(20));
        assert_eq!(toll.pay(of("192.0.2.2"), PACKAGE, start), Ok(()));
        let later = start + Duration::from_secs(2);
        assert_eq!(toll.pay(of("192.0.2.1"), SMALL, later), Ok(()));
        assert_eq!(toll.pay(of("192.0.2.1"), 2.0 * SMALL, later), Err(1));
        assert_eq!(toll.pay(of("192.0.2.1"), FULL, start + Duration::from_secs(600)), Ok(()));
    }

    #[test]
    fn the_memory_of_purses_is_bounded() {
        let (toll, now) = (Toll::behind(Proxy::None), Instant::now());
        for n in 0..50_000_u32 {
            let _paid = toll.pay(IpAddr::V4(n.into()), SMALL, now);
        }
        assert!(toll.purses.lock().unwrap().len() <= MOST);
    }

    #[test]
    fn a_proxy_is_believed_only_where_the_operator_says_so() {
        let mut request = Request::new(Body::empty());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 80))));
        request.headers_mut().insert(FORWARDED_FOR, "198.51.100.9, 203.0.113.7".parse().unwrap());
        assert_eq!(Toll::behind(Proxy::None).asker(&request), Some(of("10.0.0.1")));
        assert_eq!(Toll::behind(Proxy::Trusted).asker(&request), Some(of("203.0.113.7")), "the rest can be invented");
        request.headers_mut().insert(FORWARDED_FOR, "nonsense".parse().unwrap());
        assert_eq!(Toll::behind(Proxy::Trusted).asker(&request), Some(of("10.0.0.1")));
        assert_eq!(household(of("2001:db8:1:2:3:4:5:6")), of("2001:db8:1:2::"));
        assert_eq!(household(of("::ffff:192.0.2.1")), of("192.0.2.1"));
    }

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
            assert_eq!(price(free), 0.0, "{free}");
        }
        assert_eq!(super::price(&Method::HEAD, "/data/latest/package.zip", &HeaderMap::new()), 0.0);
    }
}
