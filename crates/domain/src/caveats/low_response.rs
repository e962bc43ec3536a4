//! # LOW_RESPONSE
//!
//! **What it says:** Few people answered, and they may not be typical.
//!
//! **Why it matters:** The few who answer a survey may not be like the rest.
//!
//! **When it applies:** A survey with fewer than 30 % answers, or fewer than 100.
//!
//! **Effect:** blocks rank.
//!
//! **Source:** Methods, section 8; CMS footnotes 6 and 10.

use super::rules::is_reported;
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;
use crate::measure::MeasureType;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "LOW_RESPONSE",
    severity: "warn",
    effect: Effect::Blocks,
    blocks: &[Element::Rank],
    short: Bilingual::new(
        "回答が少なく、答えた人に偏りがあるかもしれません",
        "Few answered; they may differ from other patients",
    ),
    text: Bilingual::new(
        "回答が少なく、答えた人に偏りがある可能性があります。",
        "Few people answered, and they may not be typical.",
    ),
    why: "The few who answer a survey may not be like the rest.",
    trigger: "A survey with fewer than 30 % answers, or fewer than 100.",
    source: "Methods, section 8; CMS footnotes 6 and 10",
    applies,
};

fn applies(f: &Facts) -> bool {
    is_reported(f)
        && f.measure.measure_type == Some(MeasureType::Experience)
        && (f.value.response_rate.is_some_and(|r| r < 0.30) || f.value.n.is_some_and(|n| n < 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
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
            f.measure.measure_type = Some(MeasureType::Experience);
            f.value.response_rate = Some(0.29);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.measure.measure_type = Some(MeasureType::Experience);
            f.value.response_rate = Some(0.30);
            f.value.n = Some(100.0);
        }));
    }
}
