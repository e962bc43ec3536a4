//! # SUPPRESSED
//!
//! **What it says:** The source hides this value because counts are small; we neither show nor estimate it.
//!
//! **Why it matters:** A masked count protects patients; filling it in would undo that, and a gap is not bad news.
//!
//! **When it applies:** The publisher masked the value because counts are small (`-`, `*`, `<11`, `1~3`).
//!
//! **Effect:** blocks value, rank, trend, composite.
//!
//! **Source:** Methods, section 6; publishers' own masking rules.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;
use crate::status::Status;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "SUPPRESSED",
    severity: "block",
    effect: Effect::Blocks,
    blocks: &[Element::Value, Element::Rank, Element::Trend, Element::Composite],
    short: Bilingual::new(
        "件数が少ないため、公表元が値を伏せています",
        "The publisher hides this value: too few cases",
    ),
    text: Bilingual::new(
        "件数が少ないため公表元が値を伏せており、ここでも表示も推計もしません。",
        "The source hides this value because counts are small; we neither show nor estimate it.",
    ),
    why: "A masked count protects patients; filling it in would undo that, and a gap is not bad news.",
    trigger: "The publisher masked the value because counts are small (`-`, `*`, `<11`, `1~3`).",
    source: "Methods, section 6; publishers' own masking rules",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.value.status == Some(Status::Suppressed)
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
            f.value.status = Some(Status::Suppressed);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::NotReported);
        }));
    }
}
