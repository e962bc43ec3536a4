//! # NOT_APPLICABLE
//!
//! **What it says:** Not applicable: the hospital does not provide this service.
//!
//! **Why it matters:** A hospital that does not offer a service is not bad at it.
//!
//! **When it applies:** The service is not provided.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, section 8.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;
use crate::status::Status;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "NOT_APPLICABLE",
    severity: "info",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new("この診療を行っていないため、対象外です", "Not applicable: this care is not provided here"),
    text: Bilingual::new(
        "この診療を行っていないため対象外です。",
        "Not applicable: the hospital does not provide this service.",
    ),
    why: "A hospital that does not offer a service is not bad at it.",
    trigger: "The service is not provided.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.value.status == Some(Status::NotApplicable)
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
            f.value.status = Some(Status::NotApplicable);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
        }));
    }
}
