//! # DIRECTION_NEUTRAL
//!
//! **What it says:** Higher or lower is not in itself better or worse.
//!
//! **Why it matters:** A large number is no merit and a small one no fault.
//!
//! **When it applies:** Neither end of the measure is better.
//!
//! **Effect:** blocks flag_colour, rank.
//!
//! **Source:** Methods, section 8; R6b.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;
use crate::measure::Direction;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "DIRECTION_NEUTRAL",
    severity: "info",
    effect: Effect::Blocks,
    blocks: &[Element::FlagColour, Element::Rank],
    short: Bilingual::new("多い・少ないが、良い・悪いを意味しない指標です", "Neither higher nor lower is better here"),
    text: Bilingual::new(
        "多い・少ないが直ちに良い・悪いを意味しない指標です。",
        "Higher or lower is not in itself better or worse.",
    ),
    why: "A large number is no merit and a small one no fault.",
    trigger: "Neither end of the measure is better.",
    source: "Methods, section 8; R6b",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.measure.direction == Some(Direction::Neutral)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: impl FnOnce(&mut Facts)) -> bool {
        let mut facts = Facts::default();
        change(&mut facts);
        applies(&facts)
    }

    #[test]
    fn it_fires() {
        assert!(with(|f| {
            f.measure.direction = Some(Direction::Neutral);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.measure.direction = Some(Direction::Lower);
        }));
    }
}
