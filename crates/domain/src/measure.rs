//! What kind of thing does a measure measure?

use crate::{Bilingual, codes};

codes! {
    /// How a value is made.
    Kind, "kind of measure", "指標の種類" {
        /// Events among patients, 0 to 1.
        Proportion = "proportion",
        /// Observed by expected.
        Ratio = "ratio",
        /// Events per one unit of exposure.
        Rate = "rate",
        /// Mean of a quantity.
        Mean = "mean",
        /// A plain count.
        Count = "count",
        /// Points.
        Score = "score",
    }
}

codes! {
    /// Which end is better.
    Direction, "direction", "向き" {
        /// Lower is better.
        Lower = "lower",
        /// Higher is better.
        Higher = "higher",
        /// Neither is.
        Neutral = "neutral",
    }
}

codes! {
    /// The four topics, the same words everywhere (R2).
    Topic, "topic", "話題" {
        /// Outcomes.
        Outcomes = "outcomes",
        /// Safety.
        Safety = "safety",
        /// Experience.
        Experience = "experience",
        /// Access.
        Access = "access",
    }
}

impl Topic {
    /// The topic in words.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::Outcomes => Bilingual::new("効果", "Outcomes"),
            Self::Safety => Bilingual::new("安全", "Safety"),
            Self::Experience => Bilingual::new("患者の経験", "Experience"),
            Self::Access => Bilingual::new("受けやすさ", "Access"),
        }
    }
}

codes! {
    /// What the measure looks at.
    MeasureType, "type of measure", "見ているもの" {
        /// What there is.
        Structure = "structure",
        /// What is done.
        Process = "process",
        /// What becomes of patients.
        Outcome = "outcome",
        /// What patients say.
        Experience = "experience",
        /// How many.
        Volume = "volume",
    }
}
