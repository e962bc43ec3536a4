//! Why is a value there, or why is it not?

use crate::{Bilingual, codes};

codes! {
    /// The closed list of reasons a value is shown or missing. Everything but `reported` carries no numbers.
    Status, "status", "値の有無" {
        /// The publisher printed a value.
        Reported = "reported",
        /// The publisher masked the value because counts are small.
        Suppressed = "suppressed",
        /// Too few patients for the publisher to compute a value.
        TooFew = "too_few",
        /// The publisher decided not to disclose it.
        NotDisclosed = "not_disclosed",
        /// The hospital does not do this.
        NotApplicable = "not_applicable",
        /// The publisher has no value; no reason is given.
        NotAvailable = "not_available",
        /// The hospital should have reported and did not.
        NotReported = "not_reported",
        /// Left out because of a disaster, an outbreak or another declared event.
        ExcludedEvent = "excluded_event",
    }
}

impl Status {
    /// Whether the publisher has masked the value, so that nobody may put it into words instead.
    pub const fn is_masked(self) -> bool {
        matches!(self, Self::Suppressed | Self::TooFew)
    }

    /// The reason in words, for every status but [`Status::Reported`] (where both texts are empty).
    pub const fn reason(self) -> Bilingual {
        match self {
            Self::Reported => Bilingual::new("", ""),
            Self::Suppressed => Bilingual::new(
                "件数が少ないため、公表元が値を伏せています",
                "Hidden by the publisher because the counts are small",
            ),
            Self::TooFew => Bilingual::new(
                "患者さんの数が少ないため、公表元が値を計算していません",
                "Too few patients for the publisher to work out a value",
            ),
            Self::NotDisclosed => Bilingual::new("公表元が公表していません", "Not disclosed by the publisher"),
            Self::NotApplicable => Bilingual::new(
                "この病院では行っていないため、対象外です",
                "Does not apply: the hospital does not do this",
            ),
            Self::NotAvailable => Bilingual::new("公表された値がありません", "No value has been published"),
            Self::NotReported => Bilingual::new("この病院からの報告がありません", "The hospital did not report"),
            Self::ExcludedEvent => Bilingual::new(
                "災害や感染症の流行などのため、この期間の値は除かれています",
                "Left out because of a disaster, an outbreak or a similar event in this period",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gap_has_a_reason_in_both_languages() {
        for status in Status::ALL.iter().filter(|s| **s != Status::Reported) {
            assert!(!status.reason().ja.is_empty() && !status.reason().en.is_empty());
            assert_eq!(Status::parse(status.as_str()).unwrap(), *status);
        }
    }

    #[test]
    fn an_unknown_status_names_the_allowed_ones() {
        let error = Status::parse("missing").unwrap_err().to_string();
        assert!(error.contains("\"missing\"") && error.contains("not_reported"), "{error}");
    }
}
