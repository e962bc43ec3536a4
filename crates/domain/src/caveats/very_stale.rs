//! # VERY_STALE
//!
//! **What it says:** The data are over four years old; no ranking is shown.
//!
//! **Why it matters:** A hospital of four years ago may be another hospital.
//!
//! **When it applies:** More than 48 months lie between the end of the period and the release.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, section 8; "today" is the release's as-of date.

use super::rules::older_than_months;
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "VERY_STALE",
    severity: "block_rank",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new("4年以上前の値のため、順位は出しません", "Over four years old: no places are shown"),
    text: Bilingual::new(
        "4年以上前のデータのため、順位は表示しません。",
        "The data are over four years old; no ranking is shown.",
    ),
    why: "A hospital of four years ago may be another hospital.",
    trigger: "More than 48 months lie between the end of the period and the release.",
    source: "Methods, section 8; \"today\" is the release's as-of date",
    applies,
};

fn applies(f: &Facts) -> bool {
    older_than_months(f, 48)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::{Day, Period};

    fn with(change: impl FnOnce(&mut Facts)) -> bool {
        let mut facts = Facts::default();
        change(&mut facts);
        applies(&facts)
    }

    #[test]
    fn it_fires() {
        assert!(with(|f| {
            f.time.period = Period::fiscal_year(2020);
            f.time.today = Some(Day::constant(2025, 4, 1));
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.time.period = Period::fiscal_year(2020);
            f.time.today = Some(Day::constant(2025, 3, 31));
        }));
    }
}
