//! How long may a connection be silent before a question has come, and what becomes of those that are open at the end?
//!
//! `axum::serve` waits for a head without end; whoever opens connections and says nothing would in the end hold all of them.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt as _;

/// Within this time the head of a question has arrived over any line.
const PATIENCE: Duration = Duration::from_secs(30);

/// Answers until `stop` is done, and then what was asked before.
pub(super) async fn answer(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    answer_within(PATIENCE, listener, router, stop).await;
}

async fn answer_within(patience: Duration, mut listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let (stopping, stopped) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = axum::serve::Listener::accept(&mut listener) => accepted,
            () = &mut stop => break,
        };
        tokio::spawn(connection((stream, peer), patience, router.clone(), stopped.clone()));
    }
    drop(stopped);
    let _all_may_be_gone = stopping.send(());
    stopping.closed().await;
}

/// One connection, to its end.
async fn connection(
    (stream, peer): (TcpStream, SocketAddr),
    patience: Duration,
    router: Router,
    mut stopped: watch::Receiver<()>,
) {
    // small answers leave at once
    let _slower_where_refused = stream.set_nodelay(true);
    let service = router.map_request(move |request: Request<_>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    });
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(patience);
    let mut open = pin!(builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service)));
    tokio::select! {
        _ended_or_broken = open.as_mut() => return,
        _ = stopped.changed() => open.as_mut().graceful_shutdown(),
    }
    let _ended_or_broken = open.await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    #[tokio::test]
    async fn who_never_ends_a_question_is_hung_up_on_and_the_others_are_answered() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = listener.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let router = Router::new()
            .route("/", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() }));
        let serving = tokio::spawn(answer_within(Duration::from_millis(50), listener, router, async move {
            let _asked = stopped.await;
        }));
        let ask = async |head: &str| {
            let mut stream = TcpStream::connect(here).await.unwrap();
            stream.write_all(head.as_bytes()).await.unwrap();
            let mut answer = String::new();
            let _reset_or_read = stream.read_to_string(&mut answer).await;
            answer
        };
        let whole = ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
        assert!(whole.starts_with("HTTP/1.1 200") && whole.ends_with("127.0.0.1"), "{whole}");
        let half = ask("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ").await;
        assert!(!half.contains("200 OK"), "{half}");
        stop.send(()).unwrap();
        serving.await.unwrap();
    }
}
