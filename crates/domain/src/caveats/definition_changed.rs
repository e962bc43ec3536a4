//! # DEFINITION_CHANGED
//!
//! **What it says:** The definition changed, so years cannot be compared.
//!
//! **Why it matters:** Two years that count different things cannot show a change.
//!
//! **When it applies:** The definition of this period differs from that of the year before.
//!
//! **Effect:** blocks trend.
//!
//! **Source:** `measure_versions.csv`.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "DEFINITION_CHANGED",
    severity: "block_trend",
    effect: Effect::Blocks,
    blocks: &[Element::Trend],
    short: Bilingual::new(
        "数え方が変わったため、前の年と比べられません",
        "The definition changed: years cannot be compared",
    ),
    text: Bilingual::new(
        "定義が変わったため、前年と比べられません。",
        "The definition changed, so years cannot be compared.",
    ),
    why: "Two years that count different things cannot show a change.",
    trigger: "The definition of this period differs from that of the year before.",
    source: "`measure_versions.csv`",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.time.definition_changed
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
            f.time.definition_changed = true;
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.time.event = true;
        }));
    }
}
