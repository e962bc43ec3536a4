//! In which order do hospitals stand in a list, and which of those out of reach are named?

use super::Found;
use crate::care::km_or_region;
use crate::index::Listed;
use crate::model::{ListPart, Reach, SortKey, Spot, SpotKind};
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
pub(super) fn sort(found: &mut [Found<'_>], view: &ViewSpec, spot: Option<&Spot>) -> SortKey {
    match spot.filter(|spot| spot.kind != SpotKind::Region) {
        Some(spot) if spot.point.is_some() => by_role(found, SortKey::RoleThenDistance),
        Some(_) => by_role(found, SortKey::RoleThenPlace),
        None if !view.query.is_empty() => {
            found.sort_by_cached_key(|f| (!f.surely(), f.fit, place(f.listed)));
            SortKey::Name
        }
        None if spot.is_some() || view.region.is_some() => by_role(found, SortKey::RoleThenPlace),
        None => {
            found.sort_by_cached_key(|f| (!f.surely(), place(f.listed)));
            SortKey::Place
        }
    }
}

/// Kilometres across the sea are not compared: there, hospitals of one role stand by prefecture and municipality.
fn by_role(found: &mut [Found<'_>], key: SortKey) -> SortKey {
    let near = |f: &Found<'_>| match (key, f.part) {
        (SortKey::RoleThenDistance, ListPart::Here | ListPart::Elsewhere | ListPart::NotTold) => f.distance.order_km(),
        _ => 0.0,
    };
    found.sort_by(|a, b| {
        let role = |f: &Found<'_>| f.listed.card.hospital.peer_group;
        (a.part, !a.surely(), role(a))
            .cmp(&(b.part, !b.surely(), role(b)))
            .then_with(|| near(a).total_cmp(&near(b)))
            .then_with(|| place(a.listed).cmp(&place(b.listed)))
    });
    key
}

/// Prefecture, municipality, name; a facility of which only the medical area is printed comes after those with one.
fn place(l: &Listed) -> (&str, bool, &str, &str, &str) {
    let (h, code) = (&l.card.hospital, l.card.municipality_code.as_str());
    (&h.region, code.is_empty(), code, &h.name.ja, h.id.as_str())
}
