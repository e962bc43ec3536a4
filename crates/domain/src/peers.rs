//! With which hospitals can a hospital be compared at all?

use crate::{Bilingual, codes};

codes! {
    /// The roles, in the order in which they are listed; [`assign`] says which of them a hospital has.
    PeerGroup, "peer group", "役割" {
        /// On an island municipality.
        Island = "island",
        /// 特定機能病院: most are university hospitals, some work in one field of medicine.
        Advanced = "advanced",
        /// Tertiary emergency centre.
        TertiaryEmergency = "tertiary_emergency",
        /// At least 80 % psychiatric beds.
        Psychiatric = "psychiatric",
        /// Acute care of a region.
        RegionalAcute = "regional_acute",
        /// Mostly long-term and recovery care.
        ChronicMix = "chronic_mix",
        /// Small; `small_rural` is its code in files, and size is what it is told by.
        SmallRural = "small_rural",
        /// Clinic with fewer than 20 beds.
        Clinic = "clinic",
        /// Too little is known.
        Unclassified = "unclassified",
    }
}

impl PeerGroup {
    /// What the group is called.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::Island => Bilingual::new("離島の病院・診療所", "Island hospitals and clinics"),
            Self::Advanced => Bilingual::new("大学病院・特定機能病院", "University and advanced hospitals"),
            Self::TertiaryEmergency => Bilingual::new("救命救急センターのある病院", "Tertiary emergency hospitals"),
            Self::Psychiatric => Bilingual::new("精神科の病院", "Psychiatric hospitals"),
            Self::RegionalAcute => Bilingual::new("地域の急性期の病院", "Regional acute hospitals"),
            Self::ChronicMix => Bilingual::new("療養・回復が中心の病院", "Long-term and recovery hospitals"),
            Self::SmallRural => Bilingual::new("規模の小さい病院", "Small hospitals"),
            Self::Clinic => Bilingual::new("入院できる診療所", "Clinics with beds"),
            Self::Unclassified => Bilingual::new("役割が分からない施設", "Role not known"),
        }
    }
}

/// What is known about a hospital's role; counts are beds, 0 where none, `None` where unknown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RoleFacts {
    /// Lies on an island.
    pub island: bool,
    /// 特定機能病院.
    pub advanced: bool,
    /// 2 or 3.
    pub emergency_level: Option<u8>,
    /// 地域医療支援病院.
    pub regional_support: bool,
    /// All beds.
    pub beds_total: Option<f64>,
    /// Every bed that it reported is in a closed ward.
    pub all_closed: bool,
    /// Psychiatric beds.
    pub beds_psychiatric: Option<f64>,
    /// Highly acute and acute beds by function.
    pub beds_acute: Option<f64>,
    /// Recovery and chronic beds by function, or long-term-care beds.
    pub beds_chronic: Option<f64>,
    /// Ambulances a year.
    pub ambulances: Option<f64>,
    /// The source calls it a clinic, or it has fewer than 20 beds.
    pub clinic: bool,
    /// A remote or sparsely populated area.
    pub remote_area: bool,
    /// What the package itself says.
    pub given: Option<PeerGroup>,
}

/// Thresholds of a country, from `content/peer-groups/`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Share of psychiatric beds from which a hospital is psychiatric.
    pub psychiatric_share: f64,
    /// Acute beds from which a hospital can be regional acute.
    pub acute_beds: f64,
    /// Share of acute beds from which a hospital can be regional acute.
    pub acute_share: f64,
    /// Share of recovery, chronic and long-term beds from which a hospital is chronic mix.
    pub chronic_share: f64,
    /// Beds below which a hospital is small.
    pub small_beds: f64,
}

/// A role and the reason for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The role.
    pub group: PeerGroup,
    /// Why, in one sentence.
    pub reason: Bilingual<String>,
}

/// Gives a hospital its role: the first rule that matches wins; what a package says wins over all.
pub fn assign(facts: &RoleFacts, thresholds: &Thresholds) -> Assignment {
    let (group, ja, en) = rule(facts, thresholds);
    Assignment { group, reason: Bilingual::new(ja, en) }
}

/// The role that a hospital would have without the sea around it; `None` off islands. An island has one role for all, but a hospital
/// for the mind or for long-term care has other patients than one for emergencies there too.
pub fn on_mainland(facts: &RoleFacts, thresholds: &Thresholds) -> Option<Assignment> {
    let mainland = RoleFacts { island: false, given: None, ..facts.clone() };
    (assign(facts, thresholds).group == PeerGroup::Island).then(|| assign(&mainland, thresholds))
}

fn rule(f: &RoleFacts, t: &Thresholds) -> (PeerGroup, String, String) {
    let percent = |share: f64| (share * 100.0).round();
    let total = f.beds_total.filter(|b| *b > 0.0);
    let share = |part: Option<f64>| total.zip(part).map(|(all, part)| part / all);
    let plain = |group, ja: &str, en: &str| (group, ja.to_string(), en.to_string());
    if let Some(group) = f.given {
        return plain(group, "データを出した側がこの役割を示しています", "The data package itself names this role");
    }
    if f.island {
        return plain(
            PeerGroup::Island,
            "全域が島の市町村にあります",
            "It lies in a municipality that is wholly on islands",
        );
    }
    if f.all_closed {
        return plain(
            PeerGroup::Unclassified,
            "届け出たベッドが、すべて休んでいる病棟にあります",
            "All the beds it reported are in closed wards",
        );
    }
    if f.clinic {
        return plain(PeerGroup::Clinic, "ベッドが20床に満たない診療所です", "It is a clinic with fewer than 20 beds");
    }
    if f.advanced {
        return plain(
            PeerGroup::Advanced,
            "国が認めた特定機能病院です",
            "It is an advanced-treatment hospital approved by the state",
        );
    }
    if f.emergency_level == Some(3) {
        return plain(PeerGroup::TertiaryEmergency, "三次救急を担っています", "It provides tertiary emergency care");
    }
    if let Some(s) = share(f.beds_psychiatric).filter(|s| *s >= t.psychiatric_share) {
        let p = percent(s);
        return (
            PeerGroup::Psychiatric,
            format!("ベッドの{p}％が精神病床です"),
            format!("{p}% of its beds are psychiatric"),
        );
    }
    let acute = f.beds_acute.unwrap_or(0.0);
    let acute_share = share(f.beds_acute).unwrap_or(0.0);
    if acute >= t.acute_beds && acute_share >= t.acute_share && (f.emergency_level.is_some() || f.regional_support) {
        let p = percent(acute_share);
        return (
            PeerGroup::RegionalAcute,
            format!("救急を担い、急性期のベッドが{acute}床（{p}％）あります"),
            format!("It takes emergencies and has {acute} acute beds ({p}%)"),
        );
    }
    if let Some(s) = share(f.beds_chronic).filter(|s| *s >= t.chronic_share) {
        let p = percent(s);
        return (
            PeerGroup::ChronicMix,
            format!("ベッドの{p}％が回復期・慢性期・療養です"),
            format!("{p}% of its beds are for recovery or long-term care"),
        );
    }
    match total {
        Some(beds) if beds < t.small_beds => (
            PeerGroup::SmallRural,
            format!("ベッドが{beds}床の小さな病院です"),
            format!("It is a small hospital with {beds} beds"),
        ),
        Some(_) if acute > 0.0 => plain(
            PeerGroup::RegionalAcute,
            "急性期のベッドをもつ地域の病院です",
            "It is a hospital of its region with acute beds",
        ),
        _ => plain(PeerGroup::Unclassified, "役割を決める情報が足りません", "Too little is published to say its role"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Thresholds = Thresholds {
        psychiatric_share: 0.8,
        acute_beds: 100.0,
        acute_share: 0.5,
        chronic_share: 0.5,
        small_beds: 200.0,
    };

    fn check(facts: RoleFacts, expected: PeerGroup) {
        assert_eq!(assign(&facts, &T).group, expected);
    }

    #[test]
    fn an_island_comes_before_everything_but_the_package() {
        check(RoleFacts { island: true, advanced: true, ..Default::default() }, PeerGroup::Island);
        let of_the_mind = RoleFacts { beds_total: Some(90.0), beds_psychiatric: Some(90.0), ..Default::default() };
        let without_the_sea = |island| on_mainland(&RoleFacts { island, ..of_the_mind.clone() }, &T).map(|a| a.group);
        assert_eq!((without_the_sea(true), without_the_sea(false)), (Some(PeerGroup::Psychiatric), None));
        check(RoleFacts { island: true, given: Some(PeerGroup::Advanced), ..Default::default() }, PeerGroup::Advanced);
    }

    #[test]
    fn eighty_percent_psychiatric_beds_make_a_psychiatric_hospital() {
        let facts = |psychiatric| RoleFacts {
            beds_total: Some(100.0),
            beds_psychiatric: Some(psychiatric),
            ..Default::default()
        };
        check(facts(80.0), PeerGroup::Psychiatric);
        check(facts(79.0), PeerGroup::SmallRural);
    }

    #[test]
    fn whoever_has_closed_wards_only_has_no_role() {
        let clinic = RoleFacts { beds_total: Some(19.0), clinic: true, ..Default::default() };
        check(clinic.clone(), PeerGroup::Clinic);
        check(RoleFacts { all_closed: true, ..clinic }, PeerGroup::Unclassified);
    }

    #[test]
    fn nothing_known_is_unclassified() {
        check(RoleFacts::default(), PeerGroup::Unclassified);
    }
}
