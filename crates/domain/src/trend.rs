//! Which word may be said about the course of a figure over the years?

use crate::codes;

codes! {
    /// What a test over single years of one definition says (R16).
    Trend, "trend", "年ごとの変化" {
        /// The figure went up by more than chance.
        Rising = "rising",
        /// The figure went down by more than chance.
        Falling = "falling",
        /// Three or more years, and no change that chance could not make.
        NoClearChange = "no_clear_change",
        /// Fewer than three years of one definition that may be used.
        TooShort = "too_short",
        /// The hospital merged, split or moved within these years.
        Merged = "merged",
        /// There are years enough, but no error is known by which a change could be told from chance.
        Untested = "untested",
    }
}

impl Trend {
    /// Whether the figure has moved to one side by more than chance; to which, and whether that is better, it does not say.
    pub const fn is_change(self) -> bool {
        matches!(self, Self::Rising | Self::Falling)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back() {
        for trend in Trend::ALL {
            assert_eq!(Trend::parse(trend.as_str()).unwrap(), *trend);
        }
        assert!(Trend::Rising.is_change() && !Trend::NoClearChange.is_change());
    }
}
