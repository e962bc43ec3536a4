//! # STAR_BOUNDARY
//!
//! **What it says:** Close to a class boundary; a small change would move it to another class.
//!
//! **Why it matters:** A hair's breadth decides the class.
//!
//! **When it applies:** The distance to the nearest boundary is below 1.96 standard errors.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 5.1.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "STAR_BOUNDARY",
    severity: "info",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "区分の境目に近く、わずかな差で区分が変わります",
        "Near a class boundary: a small change would move it",
    ),
    text: Bilingual::new(
        "評価の境目に近く、わずかな差で別の区分になります。",
        "Close to a class boundary; a small change would move it to another class.",
    ),
    why: "A hair's breadth decides the class.",
    trigger: "The distance to the nearest boundary is below 1.96 standard errors.",
    source: "Methods, section 5.1",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.composite.as_ref().and_then(|c| c.boundary_distance_in_se).is_some_and(|d| d < 1.96)
}

#[cfg(test)]
mod tests {
    use super::super::facts::CompositeFacts;
    use super::*;

    fn with(change: impl FnOnce(&mut Facts)) -> bool {
        let mut facts = Facts::default();
        change(&mut facts);
        applies(&facts)
    }

    #[test]
    fn it_fires() {
        assert!(with(|f| {
            f.composite = Some(CompositeFacts { boundary_distance_in_se: Some(1.9), ..CompositeFacts::default() });
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.composite = Some(CompositeFacts { boundary_distance_in_se: Some(2.0), ..CompositeFacts::default() });
        }));
    }
}
