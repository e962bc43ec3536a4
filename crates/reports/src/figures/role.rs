//! What is a hospital called below its name, against whom does its first word stand, and what is said of one whose patients are of
//! another kind?

use crate::model::{Comparator, HospitalCard, HospitalRef, MeasureSection, ValueRow};
use domain::Verdict;
use domain::peers::PeerGroup;
use i18n::{Locale, in_parentheses};

/// `がんの専門病院（特定機能病院）`; of a hospital whose role is not known the field alone.
pub fn role_words(locale: Locale, hospital: &HospitalRef) -> String {
    match field_and_role(locale, hospital) {
        (Some(field), Some(role)) => in_parentheses(locale, &capital(&field), &role),
        (field, role) => alone(field, role),
    }
}

/// The same where it stands in parentheses itself or is followed by some: `がんの専門病院・特定機能病院`.
pub fn role_words_within(locale: Locale, hospital: &HospitalRef) -> String {
    match field_and_role(locale, hospital) {
        (Some(field), Some(role)) => words::field_and_role(locale, &capital(&field), &role),
        (field, role) => alone(field, role),
    }
}

/// The field and the role; beside a field no role that says nothing.
fn field_and_role(locale: Locale, hospital: &HospitalRef) -> (Option<String>, Option<String>) {
    let name = hospital.peer_group.name();
    let name = locale.pick(name.ja, name.en);
    let Some(field) = field_words(locale, hospital) else {
        return (None, Some(name.to_owned()));
    };
    let role = match hospital.peer_group {
        PeerGroup::Unclassified => None,
        // a hospital of one field is no university's
        PeerGroup::Advanced => Some(words::advanced(locale).to_owned()),
        _ => Some(first_letter(name, |letter| letter.to_ascii_lowercase())),
    };
    (Some(field), role)
}

fn alone(field: Option<String>, role: Option<String>) -> String {
    field.map(|field| capital(&field)).or(role).unwrap_or_default()
}

/// `Cancer hospital`: the field begins the words.
fn capital(field: &str) -> String {
    first_letter(field, |letter| letter.to_ascii_uppercase())
}

fn first_letter(words: &str, change: fn(&char) -> char) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| change(&first)).into_iter().chain(letters).collect()
}

/// With whom a hospital of one field stands in one group, and that most of them have other patients; `None` for a general
/// hospital. The name of the group is not its own: it may be no university's.
pub fn group_of_others(locale: Locale, hospital: &HospitalRef) -> Option<String> {
    let group = hospital.peer_group.name();
    let known = hospital.specialty.is_some() && hospital.peer_group != PeerGroup::Unclassified;
    known.then(|| words::group_of_others(locale, locale.pick(group.ja, group.en)))
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
    match (row.peer_word(), row.national_word()) {
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
        pub(super) fn field_and_role(field: &str, role: &str) { ja: "{field}・{role}", en: "{field}, {role}" }
        pub(super) fn group_of_others(group: &str) {
            ja: "役割の組は「{group}」ですが、その多くは、ほかの病気の人を診ています。患者がちがうので、よしあしは比べません。",
            en: "By role it is grouped with: {group}. Most of these have other patients, so it is not judged against them.",
        }
        pub(super) fn advanced { ja: "特定機能病院", en: "advanced-treatment hospital" }
        pub(super) fn hospital(field: &str) { ja: "{field}病院", en: "{field} hospital" }
        pub(super) fn clinic(field: &str) { ja: "{field}診療所", en: "{field} clinic" }
        pub(super) fn meaning(field: &str, reason: &str) {
            ja: "{field}です（{reason}）。かかっている人の病気がほかの病院とちがうので、すべての病気を合わせた数字は、いろいろな病気を診る病院とは比べられません。",
            en: "Its work is mostly of one kind ({field}). {reason}. Its patients differ, so figures of all diseases together do not compare with those of a general hospital.",
        }
        pub(super) fn among_others {
            ja: "ほかの病院の多くは、ほかの病気の人を診ています。患者がちがうため、差があっても、よしあしは分かりません。",
            en: "Most other hospitals have other patients. A difference from them does not show which is better.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlaceName;
    use domain::specialty::Specialty;
    use domain::{Bilingual, HospitalId};

    fn hospital(peer_group: PeerGroup, specialty: Option<Specialty>) -> HospitalRef {
        HospitalRef {
            id: HospitalId::parse("fictional-1").unwrap(),
            name: Bilingual::new("空色病院".to_owned(), "Sky Hospital".to_owned()),
            municipality: PlaceName::default(),
            region: "JP-15".to_owned(),
            region_name: Bilingual::default(),
            abroad: Bilingual::default(),
            peer_group,
            specialty,
        }
    }

    fn check(role: PeerGroup, field: Option<Specialty>, (ja, en): (&str, &str)) {
        let hospital = hospital(role, field);
        assert_eq!((role_words(Locale::Ja, &hospital), role_words(Locale::En, &hospital)), (ja.into(), en.into()));
    }

    #[test]
    fn a_hospital_of_one_field_is_told_by_its_field_and_is_no_university_hospital() {
        let cancer = Some(Specialty::Cancer);
        check(
            PeerGroup::Advanced,
            cancer,
            ("がんの専門病院（特定機能病院）", "Cancer hospital (advanced-treatment hospital)"),
        );
        check(PeerGroup::Unclassified, cancer, ("がんの専門病院", "Cancer hospital"));
        check(PeerGroup::Advanced, None, ("大学病院・特定機能病院", "University and advanced hospitals"));
        let within = role_words_within(Locale::Ja, &hospital(PeerGroup::Advanced, cancer));
        assert_eq!(within, "がんの専門病院・特定機能病院");
    }

    #[test]
    fn the_group_of_a_hospital_of_one_field_is_told_with_its_other_patients() {
        let centre = hospital(PeerGroup::Advanced, Some(Specialty::Cancer));
        for locale in Locale::ALL {
            let said = group_of_others(locale, &centre).unwrap();
            assert!(said.contains(locale.pick("ほかの病気の人", "other patients")), "{said}");
        }
        assert_eq!(group_of_others(Locale::Ja, &hospital(PeerGroup::Advanced, None)), None);
    }
}
