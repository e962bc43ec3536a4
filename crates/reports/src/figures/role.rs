//! What is a hospital called below its name, against whom does its first word stand, and what is said of one whose patients are of
//! another kind?

use crate::model::{Comparator, HospitalCard, HospitalRef, MeasureSection, ValueRow};
use domain::Verdict;
use domain::peers::PeerGroup;
use i18n::Locale;

/// `地域の急性期の病院・がんの専門病院`; of a hospital whose role is not known the field alone.
pub fn role_words(locale: Locale, hospital: &HospitalRef) -> String {
    let role = hospital.peer_group.name();
    let role = match hospital.peer_group {
        // a hospital of one field is no university's
        PeerGroup::Advanced if hospital.specialty.is_some() => words::advanced(locale),
        _ => locale.pick(role.ja, role.en),
    };
    match field_words(locale, hospital) {
        Some(field) if hospital.peer_group == PeerGroup::Unclassified => field,
        Some(field) => words::role_and_field(locale, role, &field),
        None => role.to_owned(),
    }
}

/// `がんの専門病院`; `None` for a general hospital.
pub fn field_words(locale: Locale, hospital: &HospitalRef) -> Option<String> {
    let name = hospital.specialty?.name();
    let name = locale.pick(name.ja, name.en);
    // only a hospital may be called one (医療法)
    let called_clinic = ["クリニック", "医院", "診療所"].iter().any(|word| hospital.name.ja.contains(word));
    Some(match hospital.peer_group == PeerGroup::Clinic || called_clinic {
        true => words::clinic(locale, name),
        false => words::hospital(locale, name),
    })
}

/// What it means that a hospital works in one field, with the reason; `None` for a general hospital.
pub fn field_sentence(locale: Locale, card: &HospitalCard) -> Option<String> {
    let field = field_words(locale, &card.hospital)?;
    let reason = locale.pick(&card.specialty_reason.ja, &card.specialty_reason.en);
    Some(words::meaning(locale, &field, reason))
}

/// The word that is said first, with whom it stands against: hospitals of the same role; where those give no word, the country.
pub fn first_word(section: &MeasureSection) -> (Verdict, &Comparator) {
    let row = section.newest.figure().judged();
    match (row.peer_word(), row.verdict_national) {
        (Verdict::NotJudged, national) if national != Verdict::NotJudged => (national, &section.national),
        (peer, _) => (peer, &section.peer),
    }
}

/// What stands where a general hospital has a word: that most of the role have other patients; `None` for a general hospital, and
/// for a value that nobody would judge.
pub fn judged_among_others(locale: Locale, row: &ValueRow) -> Option<&'static str> {
    let judged = [row.verdict_national, row.verdict_peer].iter().any(|verdict| *verdict != Verdict::NotJudged);
    row.hospital.specialty.filter(|_| judged).map(|_| words::among_others(locale))
}

mod words {
    i18n::text! {
        pub(super) fn role_and_field(role: &str, field: &str) { ja: "{role}・{field}", en: "{role}, {field}" }
        pub(super) fn advanced { ja: "特定機能病院", en: "Advanced-treatment hospital" }
        pub(super) fn hospital(field: &str) { ja: "{field}病院", en: "{field} hospital" }
        pub(super) fn clinic(field: &str) { ja: "{field}診療所", en: "{field} clinic" }
        pub(super) fn meaning(field: &str, reason: &str) {
            ja: "{field}です（{reason}）。かかっている人の病気がほかの病院とちがうので、すべての病気を合わせた数字は、いろいろな病気を診る病院とは比べられません。",
            en: "It is a specialist ({field}). {reason}. Its patients differ, so figures of all diseases together do not compare with those of a general hospital.",
        }
        pub(super) fn among_others {
            ja: "ほかの病院の多くは、ほかの病気の人を診ています。患者がちがうため、差があっても、よしあしは分かりません。",
            en: "Most other hospitals have other patients. A difference from them does not show which is better.",
        }
    }
}
