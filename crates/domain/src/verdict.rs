//! Which word does a value get beside its comparator?

use crate::{Bilingual, codes};

codes! {
    /// The closed list of verdict codes.
    Verdict, "verdict", "判定" {
        /// Beyond the 99.8 % limits, on the better side.
        FarBetter = "far_better",
        /// Beyond the 95 % limits, on the better side.
        Better = "better",
        /// The own interval excludes the comparator, but the limits do not.
        UsualSpread = "usual_spread",
        /// The own interval contains the comparator.
        CannotTell = "cannot_tell",
        /// Beyond the 95 % limits, on the other side.
        Worse = "worse",
        /// Beyond the 99.8 % limits, on the other side.
        FarWorse = "far_worse",
        /// Beyond the 99.8 % limits, above; for neutral measures and crude outcomes.
        FarHigher = "far_higher",
        /// Beyond the 95 % limits, above; for neutral measures and crude outcomes.
        Higher = "higher",
        /// Beyond the 95 % limits, below; for neutral measures and crude outcomes.
        Lower = "lower",
        /// Beyond the 99.8 % limits, below; for neutral measures and crude outcomes.
        FarLower = "far_lower",
        /// No verdict is given; a caveat says why.
        NotJudged = "not_judged",
    }
}

impl Verdict {
    /// The word a reader sees; `comparator` is said beside it, not in it.
    pub const fn word(self) -> Bilingual {
        match self {
            Self::FarBetter => Bilingual::new("はっきり良い", "Clearly better"),
            Self::Better => Bilingual::new("良い", "Better"),
            Self::UsualSpread => Bilingual::new(
                "差はありますが、病院間のふつうのばらつきの範囲内です",
                "Different, but within the usual spread between hospitals",
            ),
            Self::CannotTell => Bilingual::new("差があるとは言えません", "Cannot be told apart"),
            Self::Worse => Bilingual::new("良くない", "Not as good"),
            Self::FarWorse => Bilingual::new("はっきり良くない", "Clearly not as good"),
            Self::FarHigher => Bilingual::new("はっきり多い", "Clearly higher"),
            Self::Higher => Bilingual::new("多い", "Higher"),
            Self::Lower => Bilingual::new("少ない", "Lower"),
            Self::FarLower => Bilingual::new("はっきり少ない", "Clearly lower"),
            Self::NotJudged => Bilingual::new("判定しません", "Not judged"),
        }
    }

    /// 1 on the better or higher side, −1 on the other, 0 where it cannot be told apart or lies within the usual spread;
    /// `None` where nothing is judged.
    pub const fn side(self) -> Option<i8> {
        match self {
            Self::FarBetter | Self::Better | Self::FarHigher | Self::Higher => Some(1),
            Self::UsualSpread | Self::CannotTell => Some(0),
            Self::Worse | Self::FarWorse | Self::Lower | Self::FarLower => Some(-1),
            Self::NotJudged => None,
        }
    }

    /// True for the four words that may be coloured as better or worse.
    pub const fn is_valued(self) -> bool {
        matches!(self, Self::FarBetter | Self::Better | Self::Worse | Self::FarWorse)
    }
}

/// What is needed to word a position against control limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// −2 … 2: beyond the 99.8 % (±2) or 95 % (±1) over-dispersed limits, + above the target.
    pub class: i8,
    /// The hospital's own 95 % interval does not contain the target.
    pub own_interval_excludes_target: OwnInterval,
    /// How the measure may be worded.
    pub wording: Wording,
}

/// Whether the hospital's own interval contains the comparator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnInterval {
    /// It does.
    ContainsTarget,
    /// It does not.
    ExcludesTarget,
}

/// Which pair of words a measure may get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Better and worse; a higher value is better.
    HigherIsBetter,
    /// Better and worse; a lower value is better.
    LowerIsBetter,
    /// Only higher and lower (neutral measures and crude outcomes, R6b).
    Neutral,
}

impl Position {
    /// The verdict by R5, R6 and R6b.
    pub const fn verdict(self) -> Verdict {
        let better_side = match self.wording {
            Wording::LowerIsBetter => -self.class,
            Wording::HigherIsBetter | Wording::Neutral => self.class,
        };
        match (self.wording, better_side) {
            (Wording::Neutral, 2..) => Verdict::FarHigher,
            (Wording::Neutral, 1) => Verdict::Higher,
            (Wording::Neutral, -1) => Verdict::Lower,
            (Wording::Neutral, ..=-2) => Verdict::FarLower,
            (_, 2..) => Verdict::FarBetter,
            (_, 1) => Verdict::Better,
            (_, -1) => Verdict::Worse,
            (_, ..=-2) => Verdict::FarWorse,
            (_, 0) => match self.own_interval_excludes_target {
                OwnInterval::ExcludesTarget => Verdict::UsualSpread,
                OwnInterval::ContainsTarget => Verdict::CannotTell,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(class: i8, own: OwnInterval, wording: Wording, expected: Verdict) {
        assert_eq!(Position { class, own_interval_excludes_target: own, wording }.verdict(), expected);
    }

    #[test]
    fn fewer_falls_read_better_only_outside_the_limits() {
        check(-1, OwnInterval::ExcludesTarget, Wording::LowerIsBetter, Verdict::Better);
        check(-2, OwnInterval::ExcludesTarget, Wording::LowerIsBetter, Verdict::FarBetter);
        check(0, OwnInterval::ExcludesTarget, Wording::LowerIsBetter, Verdict::UsualSpread);
        check(0, OwnInterval::ContainsTarget, Wording::LowerIsBetter, Verdict::CannotTell);
    }

    #[test]
    fn a_neutral_measure_never_reads_better_or_worse() {
        for class in -2..=2 {
            let position = Position {
                class,
                own_interval_excludes_target: OwnInterval::ExcludesTarget,
                wording: Wording::Neutral,
            };
            assert!(!position.verdict().is_valued());
        }
        check(2, OwnInterval::ExcludesTarget, Wording::Neutral, Verdict::FarHigher);
    }
}
