//! # COUNT_EPISODES
//!
//! **What it says:** Counts episodes, so one patient may be counted several times.
//!
//! **Why it matters:** A person who comes three times counts three times.
//!
//! **When it applies:** The measure counts episodes, not people.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 8.

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "COUNT_EPISODES",
    severity: "info",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "延べ件数です。同じ患者を複数回数えることがあります",
        "Counts stays or visits: one patient may count repeatedly",
    ),
    text: Bilingual::new(
        "延べ件数のため、同じ患者が複数回数えられています。",
        "Counts episodes, so one patient may be counted several times.",
    ),
    why: "A person who comes three times counts three times.",
    trigger: "The measure counts episodes, not people.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.measure.counts_episodes == Some(true)
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
            f.measure.counts_episodes = Some(true);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.measure.counts_episodes = Some(false);
        }));
    }
}
