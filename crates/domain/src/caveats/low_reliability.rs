//! # LOW_RELIABILITY
//!
//! **What it says:** For this hospital, chance affects the value more than real differences do.
//!
//! **Why it matters:** More of this value is chance than is the hospital.
//!
//! **When it applies:** τ²/(τ² + s²) is below 0.5.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, section 8.

use super::rules::is_reported;
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "LOW_RELIABILITY",
    severity: "warn",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new(
        "この病院の値は、偶然の影響のほうが大きいです",
        "Chance shapes this hospital's value more than care does",
    ),
    text: Bilingual::new(
        "この病院の値は、実力差よりも偶然の影響の方が大きい状態です。",
        "For this hospital, chance affects the value more than real differences do.",
    ),
    why: "More of this value is chance than is the hospital.",
    trigger: "τ²/(τ² + s²) is below 0.5.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    is_reported(f) && f.value.reliability.is_some_and(|r| r < 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::Status;

    fn with(change: impl FnOnce(&mut Facts)) -> bool {
        let mut facts = Facts::default();
        change(&mut facts);
        applies(&facts)
    }

    #[test]
    fn it_fires() {
        assert!(with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.reliability = Some(0.49);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.reliability = Some(0.5);
        }));
    }
}
