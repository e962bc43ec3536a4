//! # ZERO_EVENTS
//!
//! **What it says:** Zero observed does not mean zero risk; look at the upper limit.
//!
//! **Why it matters:** None in a year does not mean never.
//!
//! **When it applies:** No events, or an event for every patient.
//!
//! **Effect:** explains.
//!
//! **Source:** Methods, section 1.

use super::rules::is_reported;
use super::{Caveat, Effect, Facts};
use crate::Bilingual;
use crate::measure::Kind;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "ZERO_EVENTS",
    severity: "info",
    effect: Effect::Explains,
    blocks: &[],
    short: Bilingual::new("0件でも、起こらないという意味ではありません", "None seen does not mean none can happen"),
    text: Bilingual::new(
        "0件は「起こらない」という意味ではなく、上限の目安を併せて見てください。",
        "Zero observed does not mean zero risk; look at the upper limit.",
    ),
    why: "None in a year does not mean never.",
    trigger: "No events, or an event for every patient.",
    source: "Methods, section 1",
    applies,
};

fn applies(f: &Facts) -> bool {
    is_reported(f)
        && (f.value.events == Some(0.0)
            || (f.measure.kind == Some(Kind::Proportion) && f.value.events.is_some() && f.value.events == f.value.n))
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
            f.value.events = Some(0.0);
            f.value.n = Some(40.0);
        }));
        assert!(with(|f| {
            f.value.status = Some(Status::Reported);
            f.measure.kind = Some(Kind::Proportion);
            f.value.events = Some(40.0);
            f.value.n = Some(40.0);
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.events = Some(1.0);
            f.value.n = Some(40.0);
        }));
    }
}
