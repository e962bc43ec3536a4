//! # MISSING_MUCH
//!
//! **What it says:** Reporting is too incomplete to rank.
//!
//! **Why it matters:** Who is left out may differ from who is counted.
//!
//! **When it applies:** Less than 70 % of the eligible patients were reported.
//!
//! **Effect:** blocks rank, composite.
//!
//! **Source:** Methods, section 8.

use super::rules::reported_share;
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "MISSING_MUCH",
    severity: "block_rank",
    effect: Effect::Blocks,
    blocks: &[Element::Rank, Element::Composite],
    short: Bilingual::new(
        "報告された患者が7割未満のため、順位に含めません",
        "Under 70% of patients reported: not given a place",
    ),
    text: Bilingual::new("報告率が低いため、順位には含めません。", "Reporting is too incomplete to rank."),
    why: "Who is left out may differ from who is counted.",
    trigger: "Less than 70 % of the eligible patients were reported.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    reported_share(f).is_some_and(|s| s < 0.70)
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
            f.value.n = Some(69.0);
            f.value.eligible = Some(100.0);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.n = Some(70.0);
            f.value.eligible = Some(100.0);
        }));
    }
}
