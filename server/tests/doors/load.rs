//! Does one address that asks for too many costly things wait, while everybody else and everything cheap goes on?

use crate::demo::Site;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use server::http::{Clock, Senders, Toll};
use server::router::{Gates, router_with};
use std::net::SocketAddr;
use tower::ServiceExt;

/// The demonstration behind a toll whose clock stands still: however slow the machine is, no point comes back.
async fn behind_a_toll(senders: Senders) -> Router {
    let site = Site::demonstration().await;
    let toll = Toll::new(Clock::new(|| 1_000), senders);
    let gates = Gates { toll: Some(toll), ..Gates::default() };
    router_with(site.reports.clone(), site.edition.clone(), gates)
}

/// Asks from an address, behind a proxy that names another one.
async fn ask(router: &Router, from: [u8; 4], forwarded_for: &str, address: &str) -> (StatusCode, HeaderMap) {
    let mut request = Request::get(address).header("x-forwarded-for", forwarded_for).body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from((from, 40_000))));
    let (parts, _) = router.clone().oneshot(request).await.unwrap().into_parts();
    (parts.status, parts.headers)
}

const PACKAGE: &str = "/data/latest/package.zip";

/// Empties the purse of an address.
async fn emptied(router: &Router, from: [u8; 4], forwarded_for: &str) -> HeaderMap {
    for _ in 0..4 {
        let (status, headers) = ask(router, from, forwarded_for, PACKAGE).await;
        if status == 429 {
            return headers;
        }
        assert!(status == 200 || status == 503, "{status}");
    }
    panic!("four packages at once are not too many");
}

#[tokio::test]
async fn who_asks_for_too_much_waits_and_nobody_else_does() {
    let router = behind_a_toll(Senders::Peer).await;
    let greedy = [192, 0, 2, 1];
    let refused = emptied(&router, greedy, "203.0.113.1").await;
    let wait: u64 = refused["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait));
    assert_eq!(
        (&refused["cache-control"], &refused["content-type"]),
        (&"no-store".parse().unwrap(), &"application/problem+json".parse().unwrap())
    );
    assert_eq!(
        ask(&router, greedy, "203.0.113.2", PACKAGE).await.0,
        429,
        "a header that anybody can write changes nothing"
    );
    for cheap in
        ["/ja/", "/embed/ja/funnel.svg?measure=demo-falls", "/embed/ja/funnel?measure=demo-falls", "/api/v1/releases"]
    {
        assert_eq!(ask(&router, greedy, "", cheap).await.0, 200, "{cheap}");
    }
    assert_ne!(ask(&router, [192, 0, 2, 2], "", PACKAGE).await.0, 429);
}

#[tokio::test]
async fn the_order_of_a_whole_country_costs_and_that_of_a_prefecture_does_not() {
    let router = behind_a_toll(Senders::Peer).await;
    let greedy = [192, 0, 2, 4];
    emptied(&router, greedy, "").await;
    let costly = ["/api/v1/rankings?preset=older", "/embed/ja/funnel.json?measure=demo-falls"];
    for costly in costly {
        assert_eq!(ask(&router, greedy, "", costly).await.0, 429, "{costly}");
        assert_eq!(ask(&router, [192, 0, 2, 5], "", costly).await.0, 200, "{costly}");
        assert_eq!(ask(&router, greedy, "", costly).await.0, 200, "what is kept from before costs nothing: {costly}");
    }
    assert_eq!(ask(&router, greedy, "", "/api/v1/rankings?preset=older&region=JP-13").await.0, 200);
}

#[tokio::test]
async fn behind_a_trusted_proxy_the_reader_has_the_purse_and_not_the_proxy() {
    let router = behind_a_toll(Senders::Forwarded).await;
    let proxy = [10, 0, 0, 1];
    emptied(&router, proxy, "198.51.100.1, 203.0.113.1").await;
    assert_eq!(ask(&router, proxy, "198.51.100.2, 203.0.113.1", PACKAGE).await.0, 429);
    assert_ne!(ask(&router, proxy, "203.0.113.2", PACKAGE).await.0, 429);
}

#[tokio::test]
async fn an_image_that_is_kept_costs_nothing() {
    let router = behind_a_toll(Senders::Peer).await;
    let (from, image) = ([192, 0, 2, 3], "/embed/ja/preview.png");
    assert_eq!(ask(&router, from, "", image).await.0, 200);
    emptied(&router, from, "").await;
    for _ in 0..100 {
        assert_eq!(ask(&router, from, "", image).await.0, 200);
    }
}
