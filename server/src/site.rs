//! How do the pages of `app` travel over HTTP?

mod feeds;
mod front;
mod page;
mod picture;

pub use feeds::{feed, robots, sitemap_index, sitemap_part};
pub use front::{front_file, style_sheet};
pub use page::{home_in_japanese, page, server_function};
pub use picture::{funnel, intervals};

use app::site::{Origin, Outside};
use reports::Reports;

/// What every answer to a reader needs.
#[derive(Debug, Clone)]
pub struct Site {
    reports: Reports,
    front: front::Folder,
    origin: Origin,
}

impl Site {
    /// Answers from these releases, found from outside at `origin`.
    pub fn new(reports: Reports, origin: Origin) -> Self {
        Self { reports, front: front::Folder::from_environment(), origin }
    }

    async fn outside(&self) -> Outside {
        Outside { front: self.front.front().await, origin: self.origin.clone() }
    }
}
