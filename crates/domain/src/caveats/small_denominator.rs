//! # SMALL_DENOMINATOR
//!
//! **What it says:** Few patients were counted, so chance alone can move this number a lot.
//!
//! **Why it matters:** Among few patients, chance alone moves a share a lot.
//!
//! **When it applies:** Fewer than 30 patients, or fewer than the publisher's own minimum where that is larger.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, sections 0 and 8.

use super::rules::{is_reported, smallest_n};
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "SMALL_DENOMINATOR",
    severity: "warn",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new(
        "対象の患者が少なく、偶然で大きく上下します",
        "Few patients: chance alone can move this a lot",
    ),
    text: Bilingual::new(
        "対象となった患者が少なく、偶然で大きく上下します。",
        "Few patients were counted, so chance alone can move this number a lot.",
    ),
    why: "Among few patients, chance alone moves a share a lot.",
    trigger: "Fewer than 30 patients, or fewer than the publisher's own minimum where that is larger.",
    source: "Methods, sections 0 and 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    is_reported(f) && f.value.n.is_some_and(|n| n < smallest_n(f))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::Status;

    fn with(change: impl FnOnce(&mut Facts)) -> bool {
        let mut facts = Facts::default();
        change(&mut facts);
        applies(&facts)
    }

    #[test]
    fn it_fires() {
        assert!(with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.n = Some(29.0);
        }));
        assert!(with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.n = Some(99.0);
            f.measure.min_denominator = Some(100.0);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.n = Some(30.0);
        }));
    }
}
