//! Which page does an address get? Pages are pure functions of the build, the set of releases and the address.

pub mod document;
pub mod drawings;
pub mod embed;
pub mod feeds;
pub mod layout;
pub mod letters;
pub mod links;
pub mod routes;
pub mod sheet;
pub mod sheets;
pub mod sitemap;
pub mod snippet;
pub mod style;

mod components;
mod explained;
mod furigana;
mod json;
mod linked_data;
mod pages;
mod text_nodes;
mod told;
mod tongues;
mod xml;

pub use components::correction::row_mark;
pub use components::letter_link::report_address;
pub use components::priority_sheet::board_of;
pub use components::verdict::shape;

pub use document::{ApiDoor, Front, Outside, STARTER, site_name};
pub use drawings::{Drawing, Ending, PREVIEW_KEYS, Settled, with_chart};
pub use layout::motto;
pub use letters::{Correspondence, Forms, Kept, Refusal, Returned, Trouble};
pub use links::{Origin, Place};
pub use routes::{Answer, answer};
pub use sheet::sheet;
