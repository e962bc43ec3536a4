//! Which address is answered by what? Every route on one screen, grouped by who calls it.

use crate::api::v1;
use crate::downloads::{self, Downloads};
use crate::embed;
use crate::http::{Edition, Queue, Toll, Travel, large, panic, toll, travel};
use crate::operators;
use crate::site::{self, Letterbox, Site};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{any, get};
use axum::{Extension, Router};
use reports::Reports;
use tower_http::catch_panic::CatchPanicLayer;

/// What stands before the doors that cost something or keep something.
#[derive(Debug, Clone, Default)]
pub struct Gates {
    /// What one address may ask of costly doors; without it, whatever it wants.
    pub toll: Option<Toll>,
    /// Where letters go; closed where this server only reads.
    pub letterbox: Letterbox,
}

/// All routes of a server that only reads, for somebody who may ask for everything.
pub fn router(reports: Reports, edition: Edition) -> Router {
    router_with(reports, edition, Gates::default())
}

/// All routes, behind the one layer that keeps finished bodies.
pub fn router_with(reports: Reports, edition: Edition, gates: Gates) -> Router {
    let Gates { toll: purses, letterbox } = gates;
    let edition = edition.with_forms(letterbox.forms()).with_letters(letterbox.clone());
    let reports = reports.found_at(edition.origin().as_str());
    let programs = Router::new()
        // programs
        .route("/api/v1/hospitals", get(v1::hospitals))
        .route("/api/v1/hospitals.csv", get(v1::hospitals))
        .route("/api/v1/hospitals/{id}", get(v1::hospital))
        .route("/api/v1/measures", get(v1::measures))
        .route("/api/v1/measures.csv", get(v1::measures))
        .route("/api/v1/measures/{id}", get(v1::measure))
        .route("/api/v1/measures/{id}/values", get(v1::values))
        .route("/api/v1/measures/{id}/values.csv", get(v1::values))
        .route("/api/v1/rankings", get(v1::rankings))
        .route("/api/v1/rankings.csv", get(v1::rankings))
        .route("/api/v1/compare", get(v1::compare))
        .route("/api/v1/compare.csv", get(v1::compare))
        .route("/api/v1/releases", get(v1::releases))
        .route("/api/v1/releases.csv", get(v1::releases))
        .route("/api/v1/releases/{id}/changes", get(v1::changes))
        .route("/api/v1/releases/{id}/changes.csv", get(v1::changes))
        .route("/api/v1/corrections", get(v1::corrections))
        .route("/api/v1/corrections.csv", get(v1::corrections))
        .route("/api/v1/openapi.json", get(v1::openapi))
        .route("/api/{*rest}", any(v1::nothing_here))
        // operators
        .route("/healthz", get(operators::healthz))
        .route("/readyz", get(operators::readyz))
        .route("/version", get(operators::version))
        .method_not_allowed_fallback(v1::read_only)
        .layer(CatchPanicLayer::custom(panic::as_problem))
        .layer(Extension(Queue::default()))
        .with_state(reports.clone())
        .layer(from_fn_with_state(purses.clone(), toll));
    let library = Downloads::new(reports.clone(), edition.origin().clone());
    let descriptions = Router::new()
        // whole releases: what is in them
        .route("/data/{release}/datapackage.json", get(downloads::datapackage))
        .route("/data/{release}/catalog.jsonld", get(downloads::catalog))
        .method_not_allowed_fallback(v1::read_only)
        .layer(CatchPanicLayer::custom(panic::as_problem))
        .with_state(library.clone());
    let streams = Router::new()
        // whole releases: too large to be finished in memory, so they pass by the layer that keeps finished bodies
        .route("/data/{release}/{file}", get(downloads::release_file))
        .route("/data/{release}/package.zip", get(downloads::package))
        .route("/data/{release}/measures/{id}", get(downloads::values))
        .method_not_allowed_fallback(v1::read_only)
        .layer(CatchPanicLayer::custom(panic::as_problem))
        .with_state(library)
        .layer(from_fn_with_state(purses.clone(), toll))
        .layer(from_fn(large));
    let site = Router::new()
        // readers
        .route("/", get(site::home_in_japanese))
        .route("/{locale}", get(site::page))
        .route("/{locale}/", get(site::page))
        .route("/{locale}/conditions", get(site::page))
        .route("/{locale}/conditions/{id}", get(site::page))
        .route("/{locale}/hospitals", get(site::page))
        .route("/{locale}/hospitals/{id}", get(site::page))
        .route("/{locale}/measures", get(site::page))
        .route("/{locale}/measures/{id}", get(site::page))
        .route("/{locale}/priorities", get(site::page))
        .route("/{locale}/compare", get(site::page))
        .route("/{locale}/share/{sheet}", get(site::page))
        .route("/{locale}/areas", get(site::page))
        .route("/{locale}/areas/{code}", get(site::page))
        .route("/{locale}/demonstration", get(site::page))
        .route("/{locale}/charts", get(site::page))
        .route("/{locale}/api", get(site::page))
        .route("/{locale}/press", get(site::page))
        .route("/{locale}/press/measures/{id}", get(site::page))
        .route("/{locale}/press/regions/{id}", get(site::page))
        .route("/{locale}/missing", get(site::page))
        .route("/{locale}/words", get(site::page))
        .route("/{locale}/methods", get(site::page))
        .route("/{locale}/sources", get(site::page))
        .route("/{locale}/corrections", get(site::page))
        .route("/{locale}/data", get(site::page))
        .route("/{locale}/terms", get(site::page))
        .route("/{locale}/about", get(site::page))
        .route("/{locale}/privacy", get(site::page))
        .route("/{locale}/accessibility", get(site::page))
        .route("/{locale}/report", get(site::page).post(site::send))
        .route("/{locale}/reply", get(site::page).post(site::send))
        // feed readers and search engines
        .route("/feeds/{locale}/releases.atom", get(site::feed))
        .route("/feeds/{locale}/corrections.atom", get(site::feed))
        .route("/feeds/{locale}/regions/{file}", get(site::feed))
        .route("/feeds/{locale}/{*rest}", get(site::feed))
        .route("/sitemap.xml", get(site::sitemap_index))
        .route("/sitemap/{part}", get(site::sitemap_part))
        .route("/robots.txt", get(site::robots))
        // the reader's browser
        .route("/_fn/{name}", get(site::server_function))
        .route("/assets/{file}", get(site::style_sheet))
        .route("/pkg/{file}", get(site::front_file))
        // pictures of a page or of another site
        .route("/embed/{locale}/{chart}", get(embed::chart))
        .route("/oembed", get(embed::oembed))
        .fallback(site::page)
        .layer(CatchPanicLayer::custom(panic::as_page))
        .with_state(
            Site::new(reports, edition.origin().clone(), edition.browser_half().clone()).with_letterbox(letterbox),
        )
        .layer(from_fn_with_state(purses, toll));
    let finished = programs.merge(descriptions).merge(site).layer(from_fn_with_state(Travel::of(edition), travel));
    finished.merge(streams)
}
