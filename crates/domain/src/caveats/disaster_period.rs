//! # DISASTER_PERIOD
//!
//! **What it says:** The period was affected by a disaster or outbreak, so it is left out of rankings.
//!
//! **Why it matters:** A flood changes who comes and how many; the figure then tells of the flood.
//!
//! **When it applies:** The period overlaps a declared disaster or outbreak of the area or the hospital.
//!
//! **Effect:** blocks rank, trend.
//!
//! **Source:** Methods, section 8; `events.csv`.

use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;
use crate::status::Status;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "DISASTER_PERIOD",
    severity: "block_rank",
    effect: Effect::Blocks,
    blocks: &[Element::Rank, Element::Trend],
    short: Bilingual::new(
        "災害・感染症の時期を含むため、順位から外しています",
        "Disaster or outbreak period: left out of all places",
    ),
    text: Bilingual::new(
        "災害や感染症流行の影響を受けた期間を含むため、順位比較から外しています。",
        "The period was affected by a disaster or outbreak, so it is left out of rankings.",
    ),
    why: "A flood changes who comes and how many; the figure then tells of the flood.",
    trigger: "The period overlaps a declared disaster or outbreak of the area or the hospital.",
    source: "Methods, section 8; `events.csv`",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.time.event || f.value.status == Some(Status::ExcludedEvent)
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
            f.time.event = true;
        }));
        assert!(with(|f| {
            f.value.status = Some(Status::ExcludedEvent);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
        }));
    }
}
