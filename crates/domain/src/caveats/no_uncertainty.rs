//! # NO_UNCERTAINTY
//!
//! **What it says:** No patient count or error is published, so we cannot tell a real gap from chance.
//!
//! **Why it matters:** Without a range of chance, a gap cannot be told from chance. A count of patients does not suffice where the share is rounded.
//!
//! **When it applies:** A value has neither a standard error nor an interval, and its counts do not give one. Counts and structure (staff, equipment) of neutral measures are complete and have no sampling error; of an answer with yes or no it is said in other words that it places nobody.
//!
//! **Effect:** blocks flag, rank, composite_rank.
//!
//! **Source:** Methods, section 1.

use super::rules::{is_neutral_and_complete, is_reported};
use super::{Caveat, Effect, Element, Facts};
use crate::Bilingual;

/// See the file's own text.
pub const CAVEAT: Caveat = Caveat {
    id: "NO_UNCERTAINTY",
    severity: "block_rank",
    effect: Effect::Blocks,
    blocks: &[Element::Flag, Element::Rank, Element::CompositeRank],
    short: Bilingual::new(
        "偶然の幅が分からず、偶然の差かどうか言えません",
        "No range of chance: a real gap cannot be told from chance",
    ),
    text: Bilingual::new(
        "患者数や誤差が公表されていないため、差が偶然かどうか判断できません。",
        "No patient count or error is published, so we cannot tell a real gap from chance.",
    ),
    why: "Without a range of chance, a gap cannot be told from chance. A count of patients does not suffice where the share is rounded.",
    trigger: "A value has neither a standard error nor an interval, and its counts do not give one. Counts and structure (staff, equipment) of neutral measures are complete and have no sampling error; of an answer with yes or no it is said in other words that it places nobody.",
    source: "Methods, section 1",
    applies,
};

/// The same of an answer with yes or no: chance has no part in it, and nobody is placed by it.
pub const YES_OR_NO: Caveat = Caveat {
    short: Bilingual::new(
        "「はい」か「いいえ」の答えです。順位はつけません",
        "A yes or no answer: nobody is placed by it",
    ),
    text: Bilingual::new(
        "病院の「はい」か「いいえ」の答えです。良し悪しの判定も、順位もつけません。",
        "The hospital answers yes or no. Nobody is judged or placed by it.",
    ),
    ..CAVEAT
};

/// The same of a value whose cases are counted in print: what is missing is how far they lie apart.
pub const COUNTED: Caveat = Caveat {
    text: Bilingual::new(
        "もとの件数は公表されていますが、1件ごとのばらつきや誤差が公表されていないため、差が偶然かどうか判断できません。",
        "The number of cases is published, but not how far they lie apart or any error, so we cannot tell a real gap from chance.",
    ),
    ..CAVEAT
};

/// The same of a share whose patients are counted in print: what is missing is the number of events behind its rounding.
pub const ROUNDED: Caveat = Caveat {
    text: Bilingual::new(
        "割合は丸めて公表され、あてはまった人の数が公表されていないため、差が偶然かどうか判断できません。",
        "The share is printed rounded, without the number of people behind it, so we cannot tell a real gap from chance.",
    ),
    ..CAVEAT
};

fn applies(f: &Facts) -> bool {
    is_reported(f) && !is_neutral_and_complete(f) && f.value.interval.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Direction;
    use crate::measure::{Kind, MeasureType};
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
        }));
    }

    #[test]
    fn it_stays_silent() {
        assert!(!applies(&Facts::default()));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.interval = Some((0.1, 0.2));
        }));
        assert!(!with(|f| {
            f.value.status = Some(Status::Reported);
            f.measure.kind = Some(Kind::Count);
            f.measure.direction = Some(Direction::Neutral);
        }));
    }

    #[test]
    fn doctors_for_every_hundred_beds_are_counted_to_the_last_and_a_mean_over_patients_is_not() {
        let of = |measure_type| {
            with(|f| {
                f.value.status = Some(Status::Reported);
                f.measure.kind = Some(Kind::Mean);
                f.measure.direction = Some(Direction::Neutral);
                f.measure.measure_type = Some(measure_type);
            })
        };
        assert!(!of(MeasureType::Structure));
        assert!(of(MeasureType::Process));
    }

    #[test]
    fn a_published_number_of_patients_is_not_denied() {
        let fires = with(|f| {
            f.value.status = Some(Status::Reported);
            f.value.n = Some(1_310.0);
        });
        assert!(fires, "a rounded share gives no interval, whatever its denominator");
        // the long text is fixed with its id; what stands beside a value is the short one
        let text = CAVEAT.short;
        assert!(!text.en.to_lowercase().contains("patient") && !text.ja.contains("患者"), "{text:?}");
    }
}
