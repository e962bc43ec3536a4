//! # NOT_REPORTED
//!
//! **What it says:** Eligible but not reported; this is not treated as a good result.
//!
//! **Why it matters:** Silence must never raise a score; it is not proof of anything either.
//!
//! **When it applies:** The hospital is eligible, and there is neither a value nor a reason for its absence.
//!
//! **Effect:** blocks composite.
//!
//! **Source:** Methods, section 5.2.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;
use crate::status::Status;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "NOT_REPORTED",
    severity: "warn",
    effect: Effect::Blocks,
    blocks: &[Element::Composite],
    short: Bilingual::new(
        "報告がありません。良いとも悪いとも言えません",
        "Not reported: this says neither good nor bad",
    ),
    text: Bilingual::new(
        "対象なのに報告がなく、良い結果とはみなしません。",
        "Eligible but not reported; this is not treated as a good result.",
    ),
    why: "Silence must never raise a score; it is not proof of anything either.",
    trigger: "The hospital is eligible, and there is neither a value nor a reason for its absence.",
    source: "Methods, section 5.2",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.value.status == Some(Status::NotReported)
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
            f.value.status = Some(Status::NotReported);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Suppressed);
        }));
    }
}
