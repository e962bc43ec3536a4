//! # COMPOSITE_INSUFFICIENT
//!
//! **What it says:** Too few measures for an overall score.
//!
//! **Why it matters:** A score made of little says little.
//!
//! **When it applies:** Less than two thirds of the weight, or fewer than four measures, have data.
//!
//! **Effect:** blocks composite.
//!
//! **Source:** Methods, section 5.2.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "COMPOSITE_INSUFFICIENT",
    severity: "block",
    effect: Effect::Blocks,
    blocks: &[Element::Composite],
    short: Bilingual::new("指標が足りないため、総合点を出しません", "Too few measures for an overall score"),
    text: Bilingual::new("指標が足りないため、総合点を出しません。", "Too few measures for an overall score."),
    why: "A score made of little says little.",
    trigger: "Less than two thirds of the weight, or fewer than four measures, have data.",
    source: "Methods, section 5.2",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.composite.as_ref().is_some_and(|c| c.available_weight < 2.0 / 3.0 || c.reported_measures < 4)
}

#[cfg(test)]
mod tests {
    use super::super::facts::CompositeFacts;
    use super::*;

    fn with(change: impl FnOnce(&mut Facts)) -> bool {
        let mut facts = Facts::default();
        change(&mut facts);
        applies(&facts)
    }

    #[test]
    fn it_fires() {
        assert!(with(|f| {
            f.composite =
                Some(CompositeFacts { available_weight: 0.6, reported_measures: 5, ..CompositeFacts::default() });
        }));
        assert!(with(|f| {
            f.composite =
                Some(CompositeFacts { available_weight: 1.0, reported_measures: 3, ..CompositeFacts::default() });
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.composite =
                Some(CompositeFacts { available_weight: 0.7, reported_measures: 4, ..CompositeFacts::default() });
        }));
    }
}
