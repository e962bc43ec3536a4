//! How does the process start to serve, and how does it notice a new release?

use super::CLEAN;
use anyhow::Context as _;
use reports::Reports;
use std::net::SocketAddr;
use std::path::Path;

/// Serves until it is asked to stop.
pub async fn run(data: &Path, addr: SocketAddr) -> anyhow::Result<u8> {
    let reports = Reports::open(data).await?;
    let listener = tokio::net::TcpListener::bind(addr)
        .await
        .with_context(|| format!("cannot listen on {addr}: is another program using it? Try --addr 127.0.0.1:3001"))?;
    eprintln!("monosashi: http://{}", listener.local_addr()?);
    axum::serve(listener, crate::router::router(reports)).await?;
    Ok(CLEAN)
}
