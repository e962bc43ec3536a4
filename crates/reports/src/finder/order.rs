//! In which order do hospitals stand in a list, and which of those out of reach are named?

use super::Found;
use crate::care::km_or_region;
use crate::index::Listed;
use crate::model::{CareFilter, Evidence, ListPart, Reach, RowGroup, SortKey, Spot, SpotKind};
use content::CareText;
use domain::care::Care;
use domain::peers::PeerGroup;
use domain::view_spec::ViewSpec;

/// Hospitals outside reach that are named.
const ELSEWHERE: usize = 5;
/// Hospitals across the sea that are named.
const ACROSS: usize = 10;

/// Positions of the nearest on the same land but out of reach; only those that surely provide the care.
pub(super) fn nearest(spot: &Spot, found: &[Found<'_>], reach: &Reach) -> Vec<usize> {
    let out = |f: &Found<'_>| f.part == ListPart::Here && !reach.holds(spot, &f.listed.card);
    closest(spot, found, out, ELSEWHERE)
}

/// Positions of the nearest across the sea.
pub(super) fn nearest_across(spot: &Spot, found: &[Found<'_>]) -> Vec<usize> {
    closest(spot, found, |f| f.part == ListPart::AcrossTheSea, ACROSS)
}

fn closest(spot: &Spot, found: &[Found<'_>], fits: impl Fn(&Found<'_>) -> bool, count: usize) -> Vec<usize> {
    let mut far: Vec<(f64, &str, usize)> = found
        .iter()
        .enumerate()
        .filter(|(_, f)| fits(f) && f.surely())
        .map(|(at, f)| (km_or_region(spot, &f.listed.card), f.listed.card.hospital.id.as_str(), at))
        .collect();
    far.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    far.into_iter().take(count).map(|(.., at)| at).collect()
}

/// Puts a list in order: parts first, then who surely provides the care, then as the returned key says.
pub(super) fn sort(found: &mut [Found<'_>], view: &ViewSpec, spot: Option<&Spot>, care: CareFilter) -> SortKey {
    let key = match spot.filter(|spot| spot.kind != SpotKind::Region) {
        // whoever needs this care here wants the nearest that provide it: a role decides nothing
        Some(spot) if spot.point.is_some() && care == CareFilter::Applied => SortKey::Distance,
        Some(spot) if spot.point.is_some() => SortKey::RoleThenDistance,
        Some(_) => SortKey::RoleThenPlace,
        None if !view.query.is_empty() => SortKey::Name,
        None if spot.is_some() || view.region.is_some() => SortKey::RoleThenPlace,
        None => SortKey::Place,
    };
    found.iter_mut().for_each(|one| one.group = group(one, key, view));
    match key {
        SortKey::Name => found.sort_by_cached_key(|f| (!f.surely(), f.fit, place(f.listed))),
        SortKey::Place => found.sort_by_cached_key(|f| (!f.surely(), place(f.listed))),
        SortKey::Distance | SortKey::RoleThenDistance | SortKey::RoleThenPlace => in_groups(found, key),
    }
    key
}

/// Under which heading of its part it stands; across the sea always by role, because kilometres are not compared there.
fn group(found: &Found<'_>, key: SortKey, view: &ViewSpec) -> RowGroup {
    let hospital = &found.listed.card.hospital;
    match (key, view.care.and_then(|care| content::care(care).ok())) {
        (SortKey::Name | SortKey::Place, _) => RowGroup::Together,
        (SortKey::Distance, Some(text)) if found.part != ListPart::AcrossTheSea => of_care(found, text),
        _ => RowGroup::Role(hospital.peer_group, hospital.specialty),
    }
}

fn of_care(found: &Found<'_>, text: &CareText) -> RowGroup {
    let hospital = &found.listed.card.hospital;
    let psychiatric = hospital.peer_group == PeerGroup::Psychiatric && text.care != Care::Psychiatry;
    if psychiatric || hospital.specialty.is_some_and(|field| !text.fields.contains(&field)) {
        return RowGroup::OneField;
    }
    if text.clinics_apart && hospital.peer_group == PeerGroup::Clinic {
        return RowGroup::Clinics;
    }
    let printed = found.care.and_then(|fact| match fact.figure().evidence {
        Evidence::Count { value, .. } | Evidence::OlderCount { value, .. } => Some(value),
        _ => None,
    });
    let few = printed.zip(text.few).is_some_and(|(printed, few)| printed < few);
    if few { RowGroup::Few } else { RowGroup::Meant }
}

/// Kilometres across the sea are not compared: there, hospitals of one role stand by prefecture and municipality.
fn in_groups(found: &mut [Found<'_>], key: SortKey) {
    let near = |f: &Found<'_>| match (key, f.part) {
        (SortKey::RoleThenPlace, _) | (_, ListPart::AcrossTheSea) => 0.0,
        _ => f.distance.order_km(),
    };
    found.sort_by(|a, b| {
        (a.part, !a.surely(), a.group)
            .cmp(&(b.part, !b.surely(), b.group))
            .then_with(|| near(a).total_cmp(&near(b)))
            .then_with(|| place(a.listed).cmp(&place(b.listed)))
    });
}

/// Prefecture, municipality, name; a facility of which only the medical area is printed comes after those with one.
fn place(l: &Listed) -> (&str, bool, &str, &str, &str) {
    let (h, code) = (&l.card.hospital, l.card.municipality_code.as_str());
    (&h.region, code.is_empty(), code, &h.name.ja, h.id.as_str())
}
