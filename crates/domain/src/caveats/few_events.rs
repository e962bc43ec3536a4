//! # FEW_EVENTS
//!
//! **What it says:** Fewer than 5 events were expected, so we do not judge better or worse.
//!
//! **Why it matters:** Where hardly anything can happen, one case more or less turns any verdict.
//!
//! **When it applies:** Fewer than 5 events (or fewer than 5 patients without one) were expected at the national value.
//!
//! **Effect:** blocks flag, rank.
//!
//! **Source:** Methods, section 0: eligibility gates.

use super::rules::{is_reported, least_expected};
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "FEW_EVENTS",
    severity: "block_flag",
    effect: Effect::Blocks,
    blocks: &[Element::Flag, Element::Rank],
    short: Bilingual::new(
        "見込まれる件数が5件未満のため、判定しません",
        "Fewer than 5 events expected: no verdict is given",
    ),
    text: Bilingual::new(
        "起こると見込まれる件数が5件未満のため、良し悪しを判定しません。",
        "Fewer than 5 events were expected, so we do not judge better or worse.",
    ),
    why: "Where hardly anything can happen, one case more or less turns any verdict.",
    trigger: "Fewer than 5 events (or fewer than 5 patients without one) were expected at the national value.",
    source: "Methods, section 0: eligibility gates",
    applies,
};

fn applies(f: &Facts) -> bool {
    is_reported(f) && least_expected(f).is_some_and(|e| e < 5.0)
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
            f.value.expected_events = Some(4.9);
        }));
        assert!(with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.expected_events = Some(40.0);
            f.value.expected_non_events = Some(1.0);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.expected_events = Some(5.0);
        }));
    }
}
