//! # ALREADY_SHRUNK
//!
//! **What it says:** The source has pulled this value toward the average; small hospitals look more average than they may be.
//!
//! **Why it matters:** Small hospitals look average because they were made so.
//!
//! **When it applies:** The publisher has pulled the values toward the average.
//!
//! **Effect:** blocks funnel.
//!
//! **Source:** Methods, section 3.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "ALREADY_SHRUNK",
    severity: "info",
    effect: Effect::Blocks,
    blocks: &[Element::Funnel],
    short: Bilingual::new(
        "公表元が平均に近づけた値で、小さな病院ほど平均寄りです",
        "Already pulled toward the average by its publisher",
    ),
    text: Bilingual::new(
        "公表元が平均に近づける補正をした値で、小さな病院ほど平均に近く見えます。",
        "The source has pulled this value toward the average; small hospitals look more average than they may be.",
    ),
    why: "Small hospitals look average because they were made so.",
    trigger: "The publisher has pulled the values toward the average.",
    source: "Methods, section 3",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.measure.shrunken == Some(true)
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
            f.measure.shrunken = Some(true);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.measure.shrunken = Some(false);
        }));
    }
}
