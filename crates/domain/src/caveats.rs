//! What has to be said beside a figure, and what may not be done with it?
//!
//! One file per caveat, each with the same headings; the list below is made by hand and is the display order: the most
//! specific first, so that the first that applies is the line beside the value (R14).

pub mod facts;

pub use facts::Facts;

use crate::{Bilingual, codes};

codes! {
    /// What a caveat does to a comparison.
    Effect, "effect" {
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
    Element, "element" {
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
        CAVEATS
            .iter()
            .position(|c| c.id == self.id)
            .unwrap_or(CAVEATS.len())
    }

    /// True where it removes `element`.
    pub fn removes(&self, element: Element) -> bool {
        self.blocks.contains(&element)
    }
}

/// The caveats that apply, in display order.
pub fn that_apply(facts: &Facts) -> Vec<&'static Caveat> {
    CAVEATS
        .iter()
        .copied()
        .filter(|c| (c.applies)(facts))
        .collect()
}

/// The caveat of this id.
pub fn by_id(id: &str) -> Option<&'static Caveat> {
    CAVEATS.iter().copied().find(|c| c.id == id)
}

/// Every caveat, in display order.
pub const CAVEATS: &[&Caveat] = &[];
