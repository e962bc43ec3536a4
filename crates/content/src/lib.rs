//! Editorial text: what the project says in its own words about measures, sources, roles and methods.
//!
//! The folder `content/` is compiled in through lists kept by hand in display order, so that the program needs no files.
//! Every text exists in both languages, an unknown key is an error that names its file, and a test reads everything.
//! This crate must never know a hospital, a value or a database.

mod banned;
mod care;
mod conditions;
mod countries;
mod error;
mod gap;
mod glossary;
mod help;
mod islands;
mod measures;
mod missing;
mod pages;
mod peer_groups;
mod place_readings;
mod presets;
mod published_verdicts;
mod questions;
mod ruby;
mod source_text;
mod sources;
mod specialties;
mod strata;
mod units;
mod wishes;

pub use banned::{BannedHit, BannedLanguage, BannedWord, banned_words, find_banned, find_praise_of_no_difference};
pub use care::{CareText, care, cares};
pub use conditions::{Call, Condition, Matter, Onward, WISHED_STRATA_OF, condition, conditions, conditions_for};
pub use countries::{Country, countries, country, country_name, region_name};
pub use error::ContentError;
pub use gap::Gap;
pub use glossary::{Term, glossary, term};
pub use help::{Absence, Help, help, helps};
pub use islands::{IslandMunicipality, island_municipalities};
pub use measures::{Doubt, Ends, Measure, measure, measures};
pub use missing::{Holder, MissingFact, missing_facts};
pub use pages::{Page, PageId, Prose, Section, page, pages};
pub use peer_groups::{PeerGroups, peer_groups};
pub use place_readings::{PlaceReading, PlaceReadings, place_readings};
pub use presets::{Contact, Preset, PresetCriterion, PresetMode, TradeOffQuestion, preset, presets};
pub use published_verdicts::{PublishedVerdict, published_verdict, published_verdicts};
pub use questions::{general_questions, questions};
pub use ruby::{Read, read_aloud};
pub use sources::{Source, source, sources};
pub use specialties::specialty_rules;
pub use strata::{illness_groups, stratum_name};
pub use units::{UnitWords, YES_OR_NO, unit_words, units};
pub use wishes::{AtLeast, WishText, wishes};

#[cfg(test)]
mod everything;
