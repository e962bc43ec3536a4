//! # VOLUNTARY
//!
//! **What it says:** Participation is voluntary; only taking-part hospitals are compared.
//!
//! **Why it matters:** Who takes part by choice is not everybody.
//!
//! **When it applies:** Participation is voluntary, or fewer than 80 % of the hospitals report.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, section 8.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "VOLUNTARY",
    severity: "warn",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new(
        "任意参加のため、参加した病院だけの比較です",
        "Voluntary: only hospitals that took part are compared",
    ),
    text: Bilingual::new(
        "任意参加の調査で、参加病院だけの比較です。",
        "Participation is voluntary; only taking-part hospitals are compared.",
    ),
    why: "Who takes part by choice is not everybody.",
    trigger: "Participation is voluntary, or fewer than 80 % of the hospitals report.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.measure.voluntary == Some(true) || f.measure.participation.is_some_and(|p| p < 0.80)
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
            f.measure.voluntary = Some(true);
        }));
        assert!(with(|f| {
            f.measure.participation = Some(0.79);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.measure.participation = Some(0.80);
        }));
    }
}
