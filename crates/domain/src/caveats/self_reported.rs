//! # SELF_REPORTED
//!
//! **What it says:** Self-reported by the hospital and not independently checked.
//!
//! **Why it matters:** Nobody else has looked.
//!
//! **When it applies:** Reported by the hospital, and not checked by a third party.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 8.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "SELF_REPORTED",
    severity: "warn",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "病院の自己申告で、第三者の確認を受けていません",
        "Reported by the hospital; not independently checked",
    ),
    text: Bilingual::new(
        "病院の自己申告で、第三者の確認を受けていません。",
        "Self-reported by the hospital and not independently checked.",
    ),
    why: "Nobody else has looked.",
    trigger: "Reported by the hospital, and not checked by a third party.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.measure.self_reported == Some(true) && f.measure.audited != Some(true)
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
            f.measure.self_reported = Some(true);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.measure.self_reported = Some(true);
            f.measure.audited = Some(true);
        }));
    }
}
