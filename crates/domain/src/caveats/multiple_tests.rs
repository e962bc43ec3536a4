//! # MULTIPLE_TESTS
//!
//! **What it says:** When many hospitals are checked at once, some stand out by chance alone.
//!
//! **Why it matters:** Among many, some stand out by chance.
//!
//! **When it applies:** More than 20 hospitals are judged on one page.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 9.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "MULTIPLE_TESTS",
    severity: "info",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "多くの病院を見ると、偶然だけで目立つ病院が出ます",
        "Of many hospitals, some stand out by chance alone",
    ),
    text: Bilingual::new(
        "多くの病院を一度に見ると、偶然だけで目立つ病院が出ます。",
        "When many hospitals are checked at once, some stand out by chance alone.",
    ),
    why: "Among many, some stand out by chance.",
    trigger: "More than 20 hospitals are judged on one page.",
    source: "Methods, section 9",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.spread.judged > 20
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
            f.spread.judged = 21;
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.spread.judged = 20;
        }));
    }
}
