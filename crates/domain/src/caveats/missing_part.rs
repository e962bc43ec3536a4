//! # MISSING_PART
//!
//! **What it says:** Only part of the eligible patients was reported.
//!
//! **Why it matters:** Who is left out may differ from who is counted.
//!
//! **When it applies:** Less than 90 % of the eligible patients were reported.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 8.

use super::rules::reported_share;
use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "MISSING_PART",
    severity: "warn",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new("対象の患者の一部しか報告されていません", "Only part of the eligible patients was reported"),
    text: Bilingual::new("対象患者の一部しか報告されていません。", "Only part of the eligible patients was reported."),
    why: "Who is left out may differ from who is counted.",
    trigger: "Less than 90 % of the eligible patients were reported.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    reported_share(f).is_some_and(|s| s < 0.90)
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
            f.value.n = Some(89.0);
            f.value.eligible = Some(100.0);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.n = Some(90.0);
            f.value.eligible = Some(100.0);
        }));
    }
}
