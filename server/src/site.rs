//! How do the pages of `app` travel over HTTP?

mod front;
mod page;
mod picture;

pub use front::{front_file, style_sheet};
pub use page::{home_in_japanese, page, server_function};
pub use picture::{funnel, intervals};

use reports::Reports;

/// What every answer to a reader needs.
#[derive(Debug, Clone)]
pub struct Site {
    reports: Reports,
    front: front::Folder,
}

impl Site {
    /// Answers from these releases.
    pub fn new(reports: Reports) -> Self {
        Self { reports, front: front::Folder::from_environment() }
    }
}
