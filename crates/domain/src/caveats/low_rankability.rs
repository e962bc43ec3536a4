//! # LOW_RANKABILITY
//!
//! **What it says:** More than half of the spread on this measure is chance, so no ranking is shown.
//!
//! **Why it matters:** An order made mostly of chance would be another one next year.
//!
//! **When it applies:** Rankability below 0.50.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Lingsma 2009; van Dishoeck 2011; methods, section 4.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "LOW_RANKABILITY",
    severity: "block_rank",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new(
        "病院間の差の半分以上が偶然のため、順位は出しません",
        "Over half of the spread is chance: no places are shown",
    ),
    text: Bilingual::new(
        "この指標では病院間の差の半分以上が偶然なので、順位は表示しません。",
        "More than half of the spread on this measure is chance, so no ranking is shown.",
    ),
    why: "An order made mostly of chance would be another one next year.",
    trigger: "Rankability below 0.50.",
    source: "Lingsma 2009; van Dishoeck 2011; methods, section 4",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.spread.rankability.is_some_and(|r| r < 0.50)
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
            f.spread.rankability = Some(0.49);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.spread.rankability = Some(0.50);
        }));
    }
}
