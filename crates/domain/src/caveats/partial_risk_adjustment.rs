//! # PARTIAL_RISK_ADJUSTMENT
//!
//! **What it says:** Only some factors are adjusted; patient differences may remain.
//!
//! **Why it matters:** What is not adjusted for stays in the figure.
//!
//! **When it applies:** Risk-adjusted, but not for all of age, severity and comorbidity.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 8.

use super::rules::fully_adjusted;
use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "PARTIAL_RISK_ADJUSTMENT",
    severity: "info",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "調整は一部だけで、患者の違いが残ることがあります",
        "Adjusted only in part; patients may still differ",
    ),
    text: Bilingual::new(
        "調整は一部の要因のみで、患者の違いが残っている可能性があります。",
        "Only some factors are adjusted; patient differences may remain.",
    ),
    why: "What is not adjusted for stays in the figure.",
    trigger: "Risk-adjusted, but not for all of age, severity and comorbidity.",
    source: "Methods, section 8",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.measure.risk_adjusted == Some(true) && !fully_adjusted(f)
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
            f.measure.risk_adjusted = Some(true);
            f.measure.adjusters = vec!["age".to_string()];
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.measure.risk_adjusted = Some(true);
            f.measure.adjusters = ["age", "severity", "comorbidity"].map(String::from).to_vec();
        }));
        assert!(!with(|f| {
            f.measure.risk_adjusted = Some(false);
        }));
    }
}
