//! # TEACHING_TERTIARY
//!
//! **What it says:** This hospital receives complex referrals; keep that in mind.
//!
//! **Why it matters:** The hardest cases are sent there.
//!
//! **When it applies:** A 特定機能病院, university or tertiary emergency hospital is compared with hospitals of other roles.
//!
//! **Effect:** regroups.
//!
//! **Source:** Methods, section 8.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "TEACHING_TERTIARY",
    severity: "info",
    effect: Effect::Regroups,
    blocks: &[],
    short: Bilingual::new(
        "重い患者や紹介された患者が集まる病院です",
        "This hospital receives severe and referred cases",
    ),
    text: Bilingual::new(
        "重症患者や紹介患者が集まる病院であることを考慮してください。",
        "This hospital receives complex referrals; keep that in mind.",
    ),
    why: "The hardest cases are sent there.",
    trigger: "A 特定機能病院, university or tertiary emergency hospital is compared with hospitals of other roles.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.hospital.advanced && !f.comparison.stratified_by_role
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
            f.hospital.advanced = true;
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.hospital.advanced = true;
            f.comparison.stratified_by_role = true;
        }));
    }
}
