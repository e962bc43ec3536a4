//! # PEER_MISMATCH
//!
//! **What it says:** This compares hospitals with different roles or sizes.
//!
//! **Why it matters:** Unlike tasks give unlike figures.
//!
//! **When it applies:** The hospitals shown together have different roles, or one has more than three times the beds of the other.
//!
//! **Effect:** regroups rank.
//!
//! **Source:** Methods, section 8.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "PEER_MISMATCH",
    severity: "warn",
    effect: Effect::Regroups,
    blocks: &[Element::Rank],
    short: Bilingual::new("役割や規模の違う病院との比較です", "Compared with hospitals of another role or size"),
    text: Bilingual::new(
        "役割や規模の異なる病院との比較です。",
        "This compares hospitals with different roles or sizes.",
    ),
    why: "Unlike tasks give unlike figures.",
    trigger: "The hospitals shown together have different roles, or one has more than three times the beds of the other.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.comparison.different_roles || f.comparison.beds_ratio.is_some_and(|r| r > 3.0)
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
            f.comparison.different_roles = true;
        }));
        assert!(with(|f| {
            f.comparison.beds_ratio = Some(3.1);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.comparison.beds_ratio = Some(3.0);
        }));
    }
}
