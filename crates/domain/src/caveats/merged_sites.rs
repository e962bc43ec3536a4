//! # MERGED_SITES
//!
//! **What it says:** Merged, split or multi-site hospital: the value combines different places.
//!
//! **Why it matters:** The hospitals before and after are different places.
//!
//! **When it applies:** The hospital merged, split or moved within the period, or several sites share one id.
//!
//! **Effect:** blocks trend.
//!
//! **Source:** Methods, section 8; `successors.csv`.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "MERGED_SITES",
    severity: "warn",
    effect: Effect::Blocks,
    blocks: &[Element::Trend],
    short: Bilingual::new(
        "統合・分割した病院、または複数の施設を合わせた値です",
        "Merged, split or several sites: places are mixed here",
    ),
    text: Bilingual::new(
        "統合・分割した病院、または複数の施設を合わせた値です。",
        "Merged, split or multi-site hospital: the value combines different places.",
    ),
    why: "The hospitals before and after are different places.",
    trigger: "The hospital merged, split or moved within the period, or several sites share one id.",
    source: "Methods, section 8; `successors.csv`",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.hospital.merged_sites
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
            f.hospital.merged_sites = true;
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.hospital.island = true;
        }));
    }
}
