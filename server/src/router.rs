//! Which address is answered by what? Every route on one screen, grouped by who calls it.

use crate::site::{self, Site};
use axum::Router;
use axum::routing::get;
use reports::Reports;

/// All routes.
pub fn router(reports: Reports) -> Router {
    let site = Site::new(reports);
    Router::new()
        // readers
        .route("/", get(site::home_in_japanese))
        .route("/{locale}", get(site::page))
        .route("/{locale}/", get(site::page))
        .route("/{locale}/hospitals", get(site::page))
        .route("/{locale}/hospitals/{id}", get(site::page))
        .route("/{locale}/measures", get(site::page))
        .route("/{locale}/measures/{id}", get(site::page))
        .route("/{locale}/methods", get(site::page))
        .route("/{locale}/sources", get(site::page))
        .route("/{locale}/about", get(site::page))
        // the reader's browser
        .route("/_fn/{name}", get(site::server_function))
        .route("/assets/{file}", get(site::style_sheet))
        .route("/pkg/{file}", get(site::front_file))
        // pictures of a page or of another site
        .route("/embed/{locale}/funnel.svg", get(site::funnel))
        .route("/embed/{locale}/intervals.svg", get(site::intervals))
        // operators
        .route("/healthz", get(|| async { "ok\n" }))
        .fallback(site::page)
        .with_state(site)
}
