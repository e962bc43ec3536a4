//! # PEER_MISMATCH
//!
//! **What it says:** This compares hospitals with different roles or sizes.
//!
//! **Why it matters:** Unlike tasks give unlike figures.
//!
//! **When it applies:** The hospitals shown together have different roles, or one has more than three times the beds of the other; so it is said, in other words, where a role is not known, and where no other hospital of the role is in reach.
//!
//! **Effect:** regroups rank.
//!
//! **Source:** Methods, section 8.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "PEER_MISMATCH",
    severity: "warn",
    effect: Effect::Regroups,
    blocks: &[Element::Rank],
    short: Bilingual::new("役割や規模の違う病院との比較です", "Compared with hospitals of another role or size"),
    text: Bilingual::new(
        "役割や規模の異なる病院との比較です。",
        "This compares hospitals with different roles or sizes.",
    ),
    why: "Unlike tasks give unlike figures.",
    trigger: "The hospitals shown together have different roles, or one has more than three times the beds of the other; so it is said, in other words, where a role is not known, and where no other hospital of the role is in reach.",
    source: "Methods, section 8",
    applies,
};

/// The same where nobody knows whether the roles differ: no source tells one of them.
pub const ROLE_NOT_KNOWN: Caveat = Caveat {
    short: Bilingual::new("役割が分からない病院は、比べません", "Not compared: the role is not known"),
    text: Bilingual::new(
        "公表された資料からは、役割が分かりません。同じ役割かどうか分からない病院どうしは、比べません。",
        "No published source tells the role. Hospitals that may have different roles are not compared.",
    ),
    ..CAVEAT
};

/// The same where every other hospital in reach has another role.
pub const ONLY_ONE_OF_ITS_ROLE: Caveat = Caveat {
    short: Bilingual::new("同じ役割の病院が、ほかにありません", "No other hospital of the same role here"),
    text: Bilingual::new(
        "同じ役割の病院が、ここにはほかにありません。役割のちがう病院とは、比べません。",
        "There is no other hospital of the same role here. Hospitals of different roles are not compared.",
    ),
    ..CAVEAT
};

fn applies(f: &Facts) -> bool {
    f.comparison.different_roles || f.comparison.beds_ratio.is_some_and(|r| r > 3.0)
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
            f.comparison.different_roles = true;
        }));
        assert!(with(|f| {
            f.comparison.beds_ratio = Some(3.1);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.comparison.beds_ratio = Some(3.0);
        }));
    }
}
