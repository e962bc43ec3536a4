//! How many letters came, and what became of them? Numbers and the reasons of refusals: no text, no name, no contact.

use app::site::Correspondence;
use std::collections::BTreeMap;
use store::rows::DecisionRow;

/// Reasons that are told; more would be a second log.
const MOST_REASONS: usize = 20;

/// Every letter once, by what was last decided about it, oldest decision first; what was erased still counts as what it was
/// before.
pub fn correspondence(decisions: &[DecisionRow], waiting: usize) -> Correspondence {
    let mut last: BTreeMap<i64, &DecisionRow> = BTreeMap::new();
    for decision in decisions {
        if decision.action != "erased" || !last.contains_key(&decision.letter_key) {
            last.insert(decision.letter_key, decision);
        }
    }
    let count = |action: &str| last.values().filter(|last| last.action == action).count();
    let mut reasons: Vec<(String, usize)> = Vec::new();
    for refused in last.values().filter(|last| last.action == "rejected" && !last.reason.trim().is_empty()) {
        let reason = refused.reason.trim();
        match reasons.iter_mut().find(|(known, _)| known == reason) {
            Some((_, letters)) => *letters += 1,
            None => reasons.push((reason.to_owned(), 1)),
        }
    }
    reasons.sort_by_key(|(_, letters)| std::cmp::Reverse(*letters));
    reasons.truncate(MOST_REASONS);
    Correspondence {
        received: last.len() + waiting,
        waiting,
        accepted: count("accepted"),
        refused: count("rejected"),
        withdrawn: count("withdrawn"),
        erased: count("erased"),
        reasons,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_counts_once_by_its_last_decision_and_reasons_by_their_letters() {
        let decision = |letter_key: i64, action: &str, reason: &str| DecisionRow {
            letter_key,
            action: action.into(),
            reason: reason.into(),
            ..DecisionRow::default()
        };
        let log = [
            decision(1, "rejected", "praises another hospital"),
            decision(2, "accepted", "telephoned"),
            decision(2, "withdrawn", "the hospital asks for it"),
            decision(3, "rejected", "no value is named"),
            decision(4, "rejected", " no value is named "),
            decision(4, "erased", ""),
            decision(5, "erased", ""),
            decision(6, "accepted", ""),
        ];
        let told = correspondence(&log, 2);
        assert_eq!((told.received, told.waiting, told.accepted, told.refused), (8, 2, 1, 3));
        assert_eq!((told.withdrawn, told.erased), (1, 1));
        assert_eq!(told.reasons, [("no value is named".to_owned(), 2), ("praises another hospital".to_owned(), 1)]);
    }
}
