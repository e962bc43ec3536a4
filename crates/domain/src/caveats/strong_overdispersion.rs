//! # STRONG_OVERDISPERSION
//!
//! **What it says:** Spread is very large and may reflect case mix or coding rather than quality.
//!
//! **Why it matters:** Differences this large are often differences of patients or of records.
//!
//! **When it applies:** φ is above 10.
//!
//! **Effect:** explains.
//!
//! **Source:** Spiegelhalter 2012; methods, sections 2.1 and 8.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "STRONG_OVERDISPERSION",
    severity: "warn",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "ばらつきがとても大きく、患者や記録の違いかもしれません",
        "Very wide spread: perhaps case mix or coding, not care",
    ),
    text: Bilingual::new(
        "ばらつきが非常に大きく、患者構成や記録方法の違いを測っている可能性があります。",
        "Spread is very large and may reflect case mix or coding rather than quality.",
    ),
    why: "Differences this large are often differences of patients or of records.",
    trigger: "φ is above 10.",
    source: "Spiegelhalter 2012; methods, sections 2.1 and 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.spread.phi.is_some_and(|p| p > 10.0)
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
            f.spread.phi = Some(10.1);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.spread.phi = Some(10.0);
        }));
    }
}
