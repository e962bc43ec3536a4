//! # STALE
//!
//! **What it says:** The data are over two years old and may not reflect today.
//!
//! **Why it matters:** Staff, wards and tasks change within two years.
//!
//! **When it applies:** More than 24 months lie between the end of the period and the release.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 8; "today" is the release's as-of date.

use super::rules::older_than_months;
use super::{Caveat, Effect, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "STALE",
    severity: "warn",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new(
        "2年以上前の値で、今とは違うかもしれません",
        "Over two years old; things may have changed since",
    ),
    text: Bilingual::new(
        "2年以上前のデータで、現在の状況とは異なる可能性があります。",
        "The data are over two years old and may not reflect today.",
    ),
    why: "Staff, wards and tasks change within two years.",
    trigger: "More than 24 months lie between the end of the period and the release.",
    source: "Methods, section 8; \"today\" is the release's as-of date",
    applies,
};

fn applies(f: &Facts) -> bool {
    older_than_months(f, 24)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::{Day, Period};

    fn with(change: impl FnOnce(&mut Facts)) -> bool {
        let mut facts = Facts::default();
        change(&mut facts);
        applies(&facts)
    }

    #[test]
    fn it_fires() {
        assert!(with(|f| {
            f.time.period = Period::fiscal_year(2022);
            f.time.today = Some(Day::constant(2025, 4, 1));
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.time.period = Period::fiscal_year(2022);
            f.time.today = Some(Day::constant(2025, 3, 31));
        }));
    }
}
