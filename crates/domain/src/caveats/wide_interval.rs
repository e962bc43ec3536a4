//! # WIDE_INTERVAL
//!
//! **What it says:** The 95% interval is wider than the usual gap between hospitals; this value alone cannot show who is better.
//!
//! **Why it matters:** A range wider than the usual gap between hospitals holds many places at once.
//!
//! **When it applies:** The 95 % interval is more than twice as wide as the middle half of hospitals (ratios: its upper end is more than three times its lower).
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, section 8.

use super::rules::{is_reported, wide};
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "WIDE_INTERVAL",
    severity: "warn",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new(
        "考えられる幅が広く、順位は言えません",
        "The range is too wide to say anything about its place",
    ),
    text: Bilingual::new(
        "95%区間が病院間の普通の差より広く、この値だけでは優劣を言えません。",
        "The 95% interval is wider than the usual gap between hospitals; this value alone cannot show who is better.",
    ),
    why: "A range wider than the usual gap between hospitals holds many places at once.",
    trigger: "The 95 % interval is more than twice as wide as the middle half of hospitals (ratios: its upper end is more than three times its lower).",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    is_reported(f) && wide(f)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Kind;
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
            f.value.interval = Some((0.0, 0.3));
            f.spread.q25 = Some(0.10);
            f.spread.q75 = Some(0.20);
        }));
        assert!(with(|f| {
            f.value.status = Some(Status::Reported);
            f.measure.kind = Some(Kind::Ratio);
            f.value.interval = Some((0.5, 1.6));
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.interval = Some((0.1, 0.3));
            f.spread.q25 = Some(0.10);
            f.spread.q75 = Some(0.20);
        }));
    }
}
