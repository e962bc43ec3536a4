//! # NOT_RANKED_FEW
//!
//! **What it says:** Too few events to be included in rankings.
//!
//! **Why it matters:** Places among others need more events than a verdict does.
//!
//! **When it applies:** Fewer than 10 events (or patients without one) were expected.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, sections 0 and 2.2.

use super::rules::{is_reported, least_expected};
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "NOT_RANKED_FEW",
    severity: "block_rank",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new(
        "件数が少ないため、順位の比較に含めていません",
        "Too few events to be placed among other hospitals",
    ),
    text: Bilingual::new(
        "件数が少ないため、順位の比較には含めていません。",
        "Too few events to be included in rankings.",
    ),
    why: "Places among others need more events than a verdict does.",
    trigger: "Fewer than 10 events (or patients without one) were expected.",
    source: "Methods, sections 0 and 2.2",
    applies,
};

fn applies(f: &Facts) -> bool {
    is_reported(f) && least_expected(f).is_some_and(|e| e < 10.0)
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
            f.value.expected_events = Some(9.9);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.expected_events = Some(10.0);
        }));
    }
}
