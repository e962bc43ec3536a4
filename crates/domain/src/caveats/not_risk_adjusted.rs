//! # NOT_RISK_ADJUSTED
//!
//! **What it says:** Not adjusted for age or severity: hospitals treating sicker patients can look worse.
//!
//! **Why it matters:** Hospitals that treat the sickest look bad on crude figures.
//!
//! **When it applies:** An outcome that its publisher does not adjust for the patients' risks, or does not say it does.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, section 8; R6b.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;
use crate::measure::MeasureType;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "NOT_RISK_ADJUSTED",
    severity: "warn",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new("患者の年齢や重症度を調整していません", "Not adjusted for patients' age or severity"),
    text: Bilingual::new(
        "患者の重症度や年齢を調整していないため、重い患者を多く診る病院ほど悪く見えます。",
        "Not adjusted for age or severity: hospitals treating sicker patients can look worse.",
    ),
    why: "Hospitals that treat the sickest look bad on crude figures.",
    trigger: "An outcome that its publisher does not adjust for the patients' risks, or does not say it does.",
    source: "Methods, section 8; R6b",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.measure.measure_type == Some(MeasureType::Outcome) && f.measure.risk_adjusted != Some(true)
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
            f.measure.measure_type = Some(MeasureType::Outcome);
            f.measure.risk_adjusted = Some(false);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.measure.measure_type = Some(MeasureType::Outcome);
            f.measure.risk_adjusted = Some(true);
        }));
        assert!(!with(|f| {
            f.measure.measure_type = Some(MeasureType::Process);
            f.measure.risk_adjusted = Some(false);
        }));
    }
}
