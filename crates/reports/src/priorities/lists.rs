//! Who stands in the list of each role, and in which order, as far as there is one?

use super::reach::Reached;
use crate::index::Index;
use crate::model::{Contender, Criterion, Distance, RoleList};
use domain::caveats::{Caveat, ONLY_ONE_OF_ITS_ROLE, ROLE_NOT_KNOWN, by_id};
use domain::peers::PeerGroup;
use domain::priorities::{Candidate, Ordered, all_apart, key_of, order};
use domain::specialty::Specialty;
use domain::view_spec::ViewSpec;
use statistics::composite::{UNCOVERED_LIMIT, WeightRegion};
use std::collections::BTreeMap;

/// What the hospitals of one list share.
type Kind = (PeerGroup, Option<Specialty>);

/// One list per role and field; nothing is ever ordered across roles, nor hospitals with different patients together.
pub(super) fn lists(
    index: &Index,
    reached: &Reached,
    criteria: &[Criterion],
    region: Option<&WeightRegion>,
    view: &ViewSpec,
    top: u16,
) -> Vec<RoleList> {
    let mut roles: BTreeMap<Kind, Vec<(usize, Distance)>> = BTreeMap::new();
    for (hospital, distance) in &reached.hospitals {
        let own = &index.hospitals[*hospital].card.hospital;
        roles.entry((own.peer_group, own.specialty)).or_default().push((*hospital, *distance));
    }
    let wanted = roles.into_iter().filter(|((role, _), _)| view.peer_group.is_none_or(|g| g == *role));
    wanted.map(|(kind, members)| list(index, kind, &members, criteria, (region, top))).collect()
}

fn list(
    index: &Index,
    (role, specialty): Kind,
    members: &[(usize, Distance)],
    criteria: &[Criterion],
    (region, top): (Option<&WeightRegion>, u16),
) -> RoleList {
    let mut contenders = Vec::with_capacity(members.len());
    let mut candidates = Vec::with_capacity(members.len());
    for (hospital, distance) in members {
        let card = &index.hospitals[*hospital].card;
        let newest = |c: &Criterion| {
            let measure = index.measure(&c.measure.id).ok()?;
            index.newest.set(measure.key, &card.country)?.value(*hospital)
        };
        let usable = |c: &Criterion| c.orders_nobody_because.is_empty();
        candidates.push(Candidate {
            key: key_of(card.hospital.id.as_str()),
            scores: criteria.iter().map(|c| newest(c).and_then(|v| v.score).filter(|_| usable(c))).collect(),
        });
        contenders.push(Contender {
            card: card.clone(),
            distance: *distance,
            values: criteria.iter().map(|c| newest(c).map(crate::newest::NewestValue::disclosed)).collect(),
        });
    }
    let ordered = match region.filter(|_| role != PeerGroup::Unclassified) {
        Some(known) => order(&candidates, known, usize::from(top)),
        None => all_apart(&candidates, region),
    };
    let no_rank_because = if ordered.placed > 0 { Vec::new() } else { nobody_placed(role, criteria, &ordered) };
    RoleList { role, specialty, contenders, candidates, ordered, no_rank_because }
}

/// Why nobody of a role has a place.
fn nobody_placed(role: PeerGroup, criteria: &[Criterion], ordered: &Ordered) -> Vec<&'static Caveat> {
    let alone = matches!(ordered.apart.as_slice(), [(_, uncovered)] if *uncovered <= UNCOVERED_LIMIT + 1e-12);
    if role == PeerGroup::Unclassified {
        return vec![&ROLE_NOT_KNOWN];
    }
    if alone {
        return vec![&ONLY_ONE_OF_ITS_ROLE];
    }
    let mut because: Vec<&'static Caveat> =
        criteria.iter().filter(|c| c.share > 0.0).flat_map(|c| c.orders_nobody_because.iter().copied()).collect();
    because.extend(by_id("COMPOSITE_INSUFFICIENT"));
    because.sort_by_key(|c| c.position());
    because.dedup_by_key(|c| c.id);
    because
}
