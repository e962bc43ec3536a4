//! What has to be said beside a figure, and what may not be done with it?
//!
//! One file per caveat, each with the same headings; the list below is made by hand and is the display order: the most
//! specific first, so that the first that applies is the line beside the value (R14).

pub mod facts;
mod rules;

mod already_shrunk;
mod composite_insufficient;
mod composite_partial;
mod composite_weight_sensitive;
mod count_episodes;
mod definition_changed;
mod direction_neutral;
mod disaster_period;
mod few_events;
mod low_rankability;
mod low_reliability;
mod low_response;
mod merged_sites;
mod missing_much;
mod missing_part;
mod moderate_rankability;
mod multiple_tests;
mod no_uncertainty;
mod not_applicable;
mod not_ranked_few;
mod not_reported;
mod not_risk_adjusted;
mod overdispersed;
mod partial_risk_adjustment;
mod peer_mismatch;
mod remote_island;
mod self_reported;
mod small_denominator;
mod stale;
mod star_boundary;
mod strong_overdispersion;
mod suppressed;
mod teaching_tertiary;
mod topped_out;
mod trend_too_short;
mod very_stale;
mod voluntary;
mod wide_interval;
mod zero_events;

pub use facts::Facts;
pub use no_uncertainty::{COUNTED, ROUNDED, YES_OR_NO};
pub use peer_mismatch::{ONLY_ONE_OF_ITS_ROLE, ROLE_NOT_KNOWN};

use crate::{Bilingual, codes};

codes! {
    /// What a caveat does to a comparison.
    Effect, "effect", "はたらき" {
        /// Removes the element it names.
        Blocks = "blocks",
        /// Asks for another group of hospitals.
        Regroups = "regroups",
        /// Says something to know.
        Explains = "explains",
    }
}

codes! {
    /// What a caveat can remove.
    Element, "element", "要素" {
        /// The value itself.
        Value = "value",
        /// Better, worse, higher, lower.
        Flag = "flag",
        /// The colour of a verdict.
        FlagColour = "flag_colour",
        /// The range of places.
        Rank = "rank",
        /// The word about the course over time.
        Trend = "trend",
        /// The place in a composite.
        Composite = "composite",
        /// The range of places of a composite.
        CompositeRank = "composite_rank",
        /// The funnel.
        Funnel = "funnel",
    }
}

/// A rule about figures.
#[derive(Debug, Clone, Copy)]
pub struct Caveat {
    /// Its id, as `SMALL_DENOMINATOR`.
    pub id: &'static str,
    /// `info`, `warn`, `block`, `block_rank` …
    pub severity: &'static str,
    /// What it does.
    pub effect: Effect,
    /// What it removes.
    pub blocks: &'static [Element],
    /// The line beside a value, at most 60 characters.
    pub short: Bilingual,
    /// The explanation.
    pub text: Bilingual,
    /// Why it matters.
    pub why: &'static str,
    /// When it applies, in words.
    pub trigger: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// Whether it applies.
    pub applies: fn(&Facts) -> bool,
}

impl PartialEq for Caveat {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Caveat {
    /// Its place in [`CAVEATS`].
    pub fn position(&self) -> usize {
        CAVEATS.iter().position(|c| c.id == self.id).unwrap_or(CAVEATS.len())
    }

    /// True where it removes `element`.
    pub fn removes(&self, element: Element) -> bool {
        self.blocks.contains(&element)
    }
}

/// The caveats that apply, in display order.
pub fn that_apply(facts: &Facts) -> Vec<&'static Caveat> {
    CAVEATS.iter().copied().filter(|c| (c.applies)(facts)).collect()
}

/// The caveat of this id.
pub fn by_id(id: &str) -> Option<&'static Caveat> {
    CAVEATS.iter().copied().find(|c| c.id == id)
}

/// Every caveat, in display order.
pub const CAVEATS: &[&Caveat] = &[
    &suppressed::CAVEAT,
    &not_applicable::CAVEAT,
    &not_reported::CAVEAT,
    &disaster_period::CAVEAT,
    &merged_sites::CAVEAT,
    &no_uncertainty::CAVEAT,
    &few_events::CAVEAT,
    &small_denominator::CAVEAT,
    &zero_events::CAVEAT,
    &not_ranked_few::CAVEAT,
    &missing_much::CAVEAT,
    &missing_part::CAVEAT,
    &low_response::CAVEAT,
    &definition_changed::CAVEAT,
    &very_stale::CAVEAT,
    &stale::CAVEAT,
    &remote_island::CAVEAT,
    &teaching_tertiary::CAVEAT,
    &peer_mismatch::CAVEAT,
    &wide_interval::CAVEAT,
    &low_reliability::CAVEAT,
    &not_risk_adjusted::CAVEAT,
    &partial_risk_adjustment::CAVEAT,
    &already_shrunk::CAVEAT,
    &low_rankability::CAVEAT,
    &moderate_rankability::CAVEAT,
    &topped_out::CAVEAT,
    &direction_neutral::CAVEAT,
    &voluntary::CAVEAT,
    &self_reported::CAVEAT,
    &strong_overdispersion::CAVEAT,
    &overdispersed::CAVEAT,
    &count_episodes::CAVEAT,
    &trend_too_short::CAVEAT,
    &multiple_tests::CAVEAT,
    &composite_insufficient::CAVEAT,
    &composite_partial::CAVEAT,
    &composite_weight_sensitive::CAVEAT,
    &star_boundary::CAVEAT,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_fits_beside_a_value() {
        for caveat in CAVEATS.iter().chain(&[&ROLE_NOT_KNOWN, &ONLY_ONE_OF_ITS_ROLE, &YES_OR_NO, &COUNTED, &ROUNDED]) {
            for line in [caveat.short.ja, caveat.short.en] {
                assert!((1..=60).contains(&line.chars().count()), "{}: {line}", caveat.id);
            }
        }
    }

    #[test]
    fn every_caveat_is_found_by_its_id_and_says_what_it_removes() {
        for caveat in CAVEATS {
            assert_eq!(by_id(caveat.id).map(|c| c.id), Some(caveat.id));
            match caveat.effect {
                Effect::Blocks => assert!(!caveat.blocks.is_empty(), "{}", caveat.id),
                Effect::Explains => assert!(caveat.blocks.is_empty(), "{}", caveat.id),
                Effect::Regroups => {}
            }
        }
    }

    #[test]
    fn the_list_is_the_reference_list() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/vectors/caveats.csv");
        let Ok(reference) = std::fs::read_to_string(path) else {
            println!("skipped: the reference list of caveats is not here");
            return;
        };
        let mut ids: Vec<&str> = reference.lines().skip(1).filter_map(|l| l.split(',').next()).collect();
        let mut ours: Vec<&str> = CAVEATS.iter().map(|c| c.id).collect();
        ids.sort_unstable();
        ours.sort_unstable();
        assert_eq!(ours, ids);
        for line in reference.lines().skip(1) {
            let cells = cells(line);
            let caveat = by_id(&cells[0]).unwrap();
            let blocks = caveat.blocks.iter().map(|e| e.as_str()).collect::<Vec<_>>().join(",");
            assert_eq!([caveat.severity, caveat.effect.as_str(), &blocks], [&cells[2], &cells[3], &cells[4]], "{line}");
            assert_eq!([caveat.text.ja, caveat.text.en], [&cells[5], &cells[6]], "{line}");
        }
    }

    /// The cells of a line of CSV; a quoted cell may hold commas and doubled quotation marks.
    fn cells(line: &str) -> Vec<String> {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for part in line.split_inclusive(['"', ',']) {
            let (text, end) = part.split_at(part.trim_end_matches(['"', ',']).len());
            cells.last_mut().unwrap().push_str(text);
            match end {
                "\"" => quoted = !quoted,
                "," if quoted => cells.last_mut().unwrap().push(','),
                "," => cells.push(String::new()),
                _ => {}
            }
        }
        cells
    }
}
