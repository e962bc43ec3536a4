//! # TREND_TOO_SHORT
//!
//! **What it says:** Too few time points to speak of a trend.
//!
//! **Why it matters:** Two points are no course.
//!
//! **When it applies:** Fewer than three periods of one definition (fewer than 12 points for a control chart).
//!
//! **Effect:** blocks trend.
//!
//! **Source:** Methods, section 7; R16.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "TREND_TOO_SHORT",
    severity: "block_trend",
    effect: Effect::Blocks,
    blocks: &[Element::Trend],
    short: Bilingual::new("期間が短く、増えた・減ったとは言えません", "Too few years to speak of a trend"),
    text: Bilingual::new("期間が短く、傾向とは言えません。", "Too few time points to speak of a trend."),
    why: "Two points are no course.",
    trigger: "Fewer than three periods of one definition (fewer than 12 points for a control chart).",
    source: "Methods, section 7; R16",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.time.trend_points.is_some_and(|n| n < 3)
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
            f.time.trend_points = Some(2);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.time.trend_points = Some(3);
        }));
    }
}
