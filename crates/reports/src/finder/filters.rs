//! Which facilities have what a list asks for, which have not, and of which is it not known?

use crate::error::ReportError;
use crate::index::{Index, Listed};
use crate::model::{Facets, Land};
use domain::care::Wish;
use domain::peers::PeerGroup;
use domain::specialty::Practice;
use domain::view_spec::{Designation, EmergencyLevel, Filters, Key, Only, ViewError, ViewSpec};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::Release;
use store::rows::ContextRow;

/// What the sources say about one facility, as far as lists are narrowed by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ListFacts {
    pub emergency: Option<EmergencyLevel>,
    designations: Vec<(Designation, Held)>,
    services: BTreeSet<String>,
    /// It stands in the yearly report on beds, which marks some tasks and leaves the others blank.
    in_bed_report: bool,
}

/// Whether something is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// Yes.
    Yes,
    /// No.
    No,
    /// No source says.
    NotTold,
}

/// The facts of all facilities, by id.
pub(crate) async fn list_facts(release: &Release) -> Result<HashMap<String, ListFacts>, ReportError> {
    let mut facts: HashMap<String, ListFacts> = HashMap::new();
    for row in release.facts_of_lists().await? {
        facts.entry(row.hospital_id.clone()).or_default().hear(&row);
    }
    Ok(facts)
}

/// What lists of each country of this release can be narrowed by.
pub(crate) fn facets_by_country(
    hospitals: &[Listed],
    fact: impl Fn(usize, Wish) -> Option<bool>,
) -> BTreeMap<String, Facets> {
    let countries: BTreeSet<&str> = hospitals.iter().map(|l| l.card.country.as_str()).collect();
    let of = |country: &str| facets(hospitals, |l| l.card.country == country, &fact);
    countries.into_iter().map(|country| (country.to_string(), of(country))).collect()
}

/// The same of those that count: only what some facility is known to have.
pub(crate) fn facets(
    all: &[Listed],
    counts: impl Fn(&Listed) -> bool,
    fact: impl Fn(usize, Wish) -> Option<bool>,
) -> Facets {
    let hospitals = || all.iter().filter(|l| counts(l));
    let mut services: HashMap<&str, u32> = HashMap::new();
    for name in hospitals().flat_map(|l| &l.facts.services) {
        *services.entry(name).or_default() += 1;
    }
    let mut services: Vec<(String, u32)> = services.into_iter().map(|(name, n)| (name.to_string(), n)).collect();
    services.sort_by(|(name, n), (other, m)| m.cmp(n).then_with(|| name.cmp(other)));
    let holds = |d: Designation| hospitals().any(|l| l.facts.designation(d) == Held::Yes);
    let level = |e: EmergencyLevel| hospitals().any(|l| l.facts.emergency == Some(e));
    Facets {
        emergency: EmergencyLevel::ALL.iter().copied().filter(|e| level(*e)).collect(),
        designations: Designation::ALL.iter().copied().filter(|d| holds(*d)).collect(),
        services,
        saturday: all.iter().enumerate().any(|(at, l)| counts(l) && fact(at, Wish::Saturday) == Some(true)),
        beds: hospitals().any(|l| l.card.beds_total.is_some()),
        island: hospitals().any(|l| on_island(l) == Held::Yes),
        practices: practices(&hospitals().collect::<Vec<_>>()),
    }
}

fn practices(hospitals: &[&Listed]) -> Vec<(Practice, u32)> {
    let count = |asked: Practice| hospitals.iter().filter(|l| l.stands() && practice(l) == asked).count();
    let counted = Practice::all().map(|asked| (asked, u32::try_from(count(asked)).unwrap_or(u32::MAX)));
    counted.filter(|(_, count)| *count > 0).collect()
}

/// What cannot be meant, or is no service of this release.
pub(super) fn refuse(index: &Index, view: &ViewSpec) -> Result<(), ViewError> {
    if let Some(error) = view.filters.contradiction() {
        return Err(error);
    }
    if let Some(unknown) = view.filters.designations.iter().find(|d| !index.facets.designations.contains(d)) {
        return Err(told_by_nobody(*unknown, &index.facets.designations));
    }
    let service = view.filters.service.as_str();
    if service.is_empty() || index.facets.services.iter().any(|(name, _)| name == service) {
        return Ok(());
    }
    if index.facets.services.is_empty() {
        return Err(ViewError {
            parameter: Key::Service.parameter().to_string(),
            detail: "cannot be asked for: this release tells no departments or services".to_string(),
            detail_ja: "使えません。この版には、診療科・サービスの資料がありません".to_string(),
        });
    }
    let names: Vec<&str> = index.facets.services.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    Err(ViewError {
        parameter: Key::Service.parameter().to_string(),
        detail: format!("is no department or service of this release; it has: {names}"),
        detail_ja: format!("この版の資料にない診療科・サービスです。使えるもの：{names}"),
    })
}

/// To call every hospital a maybe would be no answer.
fn told_by_nobody(unknown: Designation, told: &[Designation]) -> ViewError {
    let told: Vec<&str> = told.iter().map(|designation| designation.as_str()).collect();
    let (en, ja) = match told.as_slice() {
        [] => ("it tells of none".to_string(), "この版で使える指定はありません".to_string()),
        told => (format!("it tells of: {}", told.join(", ")), format!("使えるもの：{}", told.join(", "))),
    };
    ViewError {
        parameter: Key::Designations.parameter().to_string(),
        detail: format!("cannot be {unknown}: no source of this release says who has it; {en}"),
        detail_ja: format!("「{unknown}」は使えません。どの病院に当たるかを書いた資料が、この版にありません。{ja}"),
    }
}

/// Whether a facility has all that is asked for: one "no" decides, and without one, anything untold leaves it open.
pub(super) fn holds(index: &Index, at: usize, filters: &Filters) -> Held {
    if filters.is_empty() {
        return Held::Yes;
    }
    let listed = &index.hospitals[at];
    let mut answers: Vec<Held> = filters.designations.iter().map(|d| listed.facts.designation(*d)).collect();
    answers.extend(filters.emergency.map(|level| listed.facts.emergency(level)));
    if !filters.service.is_empty() {
        answers.push(listed.facts.service(&filters.service));
    }
    if filters.saturday == Only::These {
        answers.push(known(index.newest.fact(at, Wish::Saturday)));
    }
    if filters.island == Only::These {
        answers.push(on_island(listed));
    }
    answers.extend(filters.specialty.map(|asked| known(Some(asked == practice(listed)))));
    answers.extend(beds(listed, filters));
    let found = |held| answers.contains(&held);
    match (found(Held::No), found(Held::NotTold)) {
        (true, _) => Held::No,
        (false, true) => Held::NotTold,
        (false, false) => Held::Yes,
    }
}

const fn known(holds: Option<bool>) -> Held {
    match holds {
        Some(true) => Held::Yes,
        Some(false) => Held::No,
        None => Held::NotTold,
    }
}

fn practice(listed: &Listed) -> Practice {
    let hospital = &listed.card.hospital;
    Practice::of(hospital.peer_group, hospital.specialty)
}

fn on_island(listed: &Listed) -> Held {
    let island = listed.card.hospital.peer_group == PeerGroup::Island || listed.card.land.name().is_some();
    known((island || listed.card.land == Land::Mainland).then_some(island))
}

fn beds(listed: &Listed, filters: &Filters) -> Option<Held> {
    if filters.beds_min.is_none() && filters.beds_max.is_none() {
        return None;
    }
    let least = filters.beds_min.map_or(0, u32::from);
    let most = filters.beds_max.map_or(u32::MAX, u32::from);
    Some(known(listed.card.beds_total.map(|beds| (least..=most).contains(&beds))))
}

impl ListFacts {
    fn hear(&mut self, row: &ContextRow) {
        let set = matches!(row.value.as_str(), "1" | "true" | "yes");
        let (key, value) = (row.key.as_str(), row.value.as_str());
        if let Some(name) = key.strip_prefix("service:") {
            if set {
                self.services.insert(name.to_string());
            }
        } else if let Ok(designation) = Designation::parse(key) {
            // later rows of the same key are newer
            self.designations.retain(|(known, _)| *known != designation);
            self.designations.push((designation, known(Some(set))));
        } else if key == "emergency_level" {
            self.emergency = EmergencyLevel::parse(value).ok();
        } else {
            self.in_bed_report = true;
        }
    }

    fn emergency(&self, level: EmergencyLevel) -> Held {
        match self.emergency {
            Some(own) => known(Some(own >= level)),
            None => self.blank(),
        }
    }

    fn designation(&self, wanted: Designation) -> Held {
        let told = self.designations.iter().find(|(known, _)| *known == wanted).map(|(_, held)| *held);
        told.unwrap_or(match wanted {
            Designation::AdvancedTreatment | Designation::RegionalSupport => self.blank(),
            Designation::DisasterBase | Designation::CancerDesignated | Designation::Teaching => Held::NotTold,
        })
    }

    /// A list of services that does not name it says no; without any list nothing is known.
    fn service(&self, name: &str) -> Held {
        match (self.services.contains(name), self.services.is_empty()) {
            (true, _) => Held::Yes,
            (false, true) => Held::NotTold,
            (false, false) => Held::No,
        }
    }

    /// What a blank in the report on beds says.
    const fn blank(&self) -> Held {
        if self.in_bed_report { Held::No } else { Held::NotTold }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(rows: &[(&str, &str)]) -> ListFacts {
        let mut facts = ListFacts::default();
        for (key, value) in rows {
            facts.hear(&ContextRow { key: (*key).into(), value: (*value).into(), ..ContextRow::default() });
        }
        facts
    }

    #[test]
    fn a_blank_says_no_only_where_its_source_covers_the_hospital() {
        let covered = facts(&[("beds_fn_acute", "100"), ("regional_support", "1")]);
        assert_eq!(covered.emergency(EmergencyLevel::Secondary), Held::No);
        assert_eq!(covered.designation(Designation::AdvancedTreatment), Held::No);
        assert_eq!(covered.designation(Designation::RegionalSupport), Held::Yes);
        assert_eq!(covered.designation(Designation::Teaching), Held::NotTold);
        let unknown = facts(&[]);
        assert_eq!(unknown.emergency(EmergencyLevel::Secondary), Held::NotTold);
        assert_eq!(unknown.service("dialysis"), Held::NotTold);
        assert_eq!(facts(&[("teaching", "0")]).designation(Designation::Teaching), Held::No);
    }

    #[test]
    fn a_tertiary_centre_takes_whoever_a_secondary_hospital_takes() {
        let centre = facts(&[("emergency_level", "3"), ("service:dialysis", "1")]);
        assert_eq!(centre.emergency(EmergencyLevel::Secondary), Held::Yes);
        assert_eq!(facts(&[("emergency_level", "2")]).emergency(EmergencyLevel::Tertiary), Held::No);
        assert_eq!((centre.service("dialysis"), centre.service("stroke")), (Held::Yes, Held::No));
    }
}
