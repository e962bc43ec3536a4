//! # TOPPED_OUT
//!
//! **What it says:** Almost all hospitals are near the ceiling, so differences say little.
//!
//! **Why it matters:** Where nearly all do it always, the rest of the difference says little.
//!
//! **When it applies:** The 10th percentile is at least 95 % (higher is better), or the 90th at most 5 % (lower is better) unless rankability is 0.75 or more, of a share.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, section 8.

use super::rules::topped_out;
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "TOPPED_OUT",
    severity: "block_rank",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new(
        "ほとんどの病院の値が同じ端に集まり、比べる意味が小さいです",
        "Nearly all values lie close to one end: gaps say little",
    ),
    text: Bilingual::new(
        "ほとんどの病院が上限に近く、差を比べる意味がほとんどありません。",
        "Almost all hospitals are near the ceiling, so differences say little.",
    ),
    why: "Where nearly all do it always, the rest of the difference says little.",
    trigger: "The 10th percentile is at least 95 % (higher is better), or the 90th at most 5 % (lower is better) unless rankability is 0.75 or more, of a share.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    topped_out(f)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Direction;
    use crate::measure::Kind;

    fn with(change: impl FnOnce(&mut Facts)) -> bool {
        let mut facts = Facts::default();
        change(&mut facts);
        applies(&facts)
    }

    #[test]
    fn it_fires() {
        assert!(with(|f| {
            f.measure.kind = Some(Kind::Proportion);
            f.measure.direction = Some(Direction::Higher);
            f.spread.p10 = Some(0.95);
        }));
        assert!(with(|f| {
            f.measure.kind = Some(Kind::Proportion);
            f.measure.direction = Some(Direction::Lower);
            f.spread.p90 = Some(0.05);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.measure.kind = Some(Kind::Proportion);
            f.measure.direction = Some(Direction::Higher);
            f.spread.p10 = Some(0.94);
        }));
    }

    #[test]
    fn rare_deaths_that_surely_differ_are_not_near_the_end() {
        let deaths = |rankability| {
            with(|f| {
                f.measure.kind = Some(Kind::Proportion);
                f.measure.direction = Some(Direction::Lower);
                (f.spread.p10, f.spread.p90) = (Some(0.019), Some(0.049));
                f.spread.rankability = rankability;
            })
        };
        assert!(!deaths(Some(0.987)) && !deaths(Some(0.75)));
        assert!(deaths(Some(0.4)) && deaths(None));
    }
}
