//! How do the pages of `app` travel over HTTP?

mod correspondence;
mod feeds;
mod front;
mod letterbox;
mod page;

pub use correspondence::correspondence;
pub use feeds::{feed, robots, sitemap_index, sitemap_part};
pub use front::{front_file, style_sheet};
pub use letterbox::{KEPT_DAYS, Letterbox, MOST_WAITING, send};
pub(crate) use page::base64;
pub use page::{home_in_japanese, page, server_function};

use crate::api::v1::openapi;
use crate::browser_half::BrowserHalf;
use crate::embed::Painter;
use crate::http::Queue;
use app::site::{ApiDoor, Origin, Outside};
use reports::Reports;
use std::sync::Arc;

/// What every answer to a reader needs.
#[derive(Debug, Clone)]
pub struct Site {
    pub(crate) reports: Reports,
    half: BrowserHalf,
    origin: Origin,
    painter: Painter,
    tables: Queue,
    api: Arc<[ApiDoor]>,
    letterbox: Letterbox,
}

impl Site {
    /// Answers from these releases, found from outside at `origin`.
    pub fn new(reports: Reports, origin: Origin, half: BrowserHalf) -> Self {
        Self {
            reports,
            half,
            origin,
            painter: Painter::default(),
            tables: Queue::default(),
            api: openapi::for_people().into(),
            letterbox: Letterbox::default(),
        }
    }

    /// The same, with a place for letters.
    #[must_use]
    pub fn with_letterbox(self, letterbox: Letterbox) -> Self {
        Self { letterbox, ..self }
    }

    /// Where the site is found from outside.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Who makes images.
    pub fn painter(&self) -> &Painter {
        &self.painter
    }

    /// Who writes down the numbers of charts.
    pub fn tables(&self) -> &Queue {
        &self.tables
    }

    async fn outside(&self) -> Outside {
        Outside {
            front: front::front(&self.half).await,
            origin: self.origin.clone(),
            api: Arc::clone(&self.api),
            forms: self.letterbox.forms(),
            letters: self.letterbox.correspondence(),
        }
    }
}
