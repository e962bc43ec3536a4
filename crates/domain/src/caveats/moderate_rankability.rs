//! # MODERATE_RANKABILITY
//!
//! **What it says:** Ranks are only a rough guide; neighbours may not truly differ.
//!
//! **Why it matters:** Neighbouring places are mostly chance.
//!
//! **When it applies:** Rankability from 0.50 to below 0.75.
//!
//! **Effect:** explains.
//!
//! **Source:** Lingsma 2009; van Dishoeck 2011; methods, section 4.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "MODERATE_RANKABILITY",
    severity: "warn",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "順位は大まかな目安です。近い順位に差があるとは限りません",
        "Places are rough; neighbours may not differ at all",
    ),
    text: Bilingual::new(
        "順位は大まかな目安で、近い順位どうしに差があるとは言えません。",
        "Ranks are only a rough guide; neighbours may not truly differ.",
    ),
    why: "Neighbouring places are mostly chance.",
    trigger: "Rankability from 0.50 to below 0.75.",
    source: "Lingsma 2009; van Dishoeck 2011; methods, section 4",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.spread.rankability.is_some_and(|r| (0.50..0.75).contains(&r))
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
            f.spread.rankability = Some(0.50);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.spread.rankability = Some(0.75);
        }));
    }
}
