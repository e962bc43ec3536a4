//! # OVERDISPERSED
//!
//! **What it says:** Hospitals differ more than chance allows, so limits were widened.
//!
//! **Why it matters:** With limits for chance alone, nearly every large hospital would stand outside.
//!
//! **When it applies:** φ is above 1 and τ² above 0.
//!
//! **Effect:** explains.
//!
//! **Source:** Spiegelhalter 2005, 2012; methods, section 2.1.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "OVERDISPERSED",
    severity: "info",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "病院どうしのちがいが、偶然だけのちがいより大きい指標です",
        "Hospitals differ more than chance alone would make them",
    ),
    text: Bilingual::new(
        "病院間の差が偶然の範囲より大きいため、判定の幅を広げています。",
        "Hospitals differ more than chance allows, so limits were widened.",
    ),
    why: "With limits for chance alone, nearly every large hospital would stand outside.",
    trigger: "φ is above 1 and τ² above 0.",
    source: "Spiegelhalter 2005, 2012; methods, section 2.1",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.spread.phi.is_some_and(|p| p > 1.0) && f.spread.tau2.is_some_and(|t| t > 0.0)
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
            f.spread.phi = Some(2.0);
            f.spread.tau2 = Some(0.001);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.spread.phi = Some(2.0);
            f.spread.tau2 = Some(0.0);
        }));
    }
}
