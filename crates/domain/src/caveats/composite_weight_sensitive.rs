//! # COMPOSITE_WEIGHT_SENSITIVE
//!
//! **What it says:** The order changes with the weight given to each measure.
//!
//! **Why it matters:** The order is then the reader's choice, not a fact.
//!
//! **When it applies:** Two hospitals change places within the allowed weights.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 5.2.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "COMPOSITE_WEIGHT_SENSITIVE",
    severity: "info",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new("何を大切にするかで、順番が入れ替わります", "The order changes with what matters to you"),
    text: Bilingual::new(
        "どの指標を重く見るかで順番が入れ替わります。",
        "The order changes with the weight given to each measure.",
    ),
    why: "The order is then the reader's choice, not a fact.",
    trigger: "Two hospitals change places within the allowed weights.",
    source: "Methods, section 5.2",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.composite.as_ref().is_some_and(|c| c.order_turns)
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
            f.composite = Some(CompositeFacts { order_turns: true, ..CompositeFacts::default() });
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.composite = Some(CompositeFacts { order_turns: false, ..CompositeFacts::default() });
        }));
    }
}
