//! # REMOTE_ISLAND
//!
//! **What it says:** A remote or island hospital: patient choice and transfers differ from elsewhere.
//!
//! **Why it matters:** Who is treated there and who is flown out is decided by the sea and the distance.
//!
//! **When it applies:** The hospital lies on an island or in a へき地 designation.
//!
//! **Effect:** regroups.
//!
//! **Source:** Product, section "Places where a real life breaks a comparison site".

use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "REMOTE_ISLAND",
    severity: "info",
    effect: Effect::Regroups,
    blocks: &[],
    short: Bilingual::new(
        "離島・へき地の病院で、ほかとは事情が違います",
        "Island or remote hospital: its circumstances differ",
    ),
    text: Bilingual::new(
        "離島・へき地の病院で、患者の選択や搬送の事情が他と異なります。",
        "A remote or island hospital: patient choice and transfers differ from elsewhere.",
    ),
    why: "Who is treated there and who is flown out is decided by the sea and the distance.",
    trigger: "The hospital lies on an island or in a へき地 designation.",
    source: "Product, section \"Places where a real life breaks a comparison site\"",
    applies,
};

fn applies(f: &Facts) -> bool {
    f.hospital.island || f.hospital.remote_area
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
            f.hospital.island = true;
        }));
        assert!(with(|f| {
            f.hospital.remote_area = true;
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.hospital.advanced = true;
        }));
    }
}
