//! # COMPOSITE_PARTIAL
//!
//! **What it says:** The overall score uses only part of the measures.
//!
//! **Why it matters:** What is missing may be what matters to the reader.
//!
//! **When it applies:** Part of the weight has no data.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 5.2.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "COMPOSITE_PARTIAL",
    severity: "warn",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new("一部の指標だけで計算した総合点です", "This overall score uses only some of the measures"),
    text: Bilingual::new(
        "総合点は一部の指標だけで計算しています。",
        "The overall score uses only part of the measures.",
    ),
    why: "What is missing may be what matters to the reader.",
    trigger: "Part of the weight has no data.",
    source: "Methods, section 5.2",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.composite.as_ref().is_some_and(|c| c.available_weight < 1.0)
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
            f.composite = Some(CompositeFacts { available_weight: 0.9, ..CompositeFacts::default() });
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.composite = Some(CompositeFacts { available_weight: 1.0, ..CompositeFacts::default() });
        }));
    }
}
