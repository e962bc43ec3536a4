//! Which ids belong to one hospital that was only renamed or moved?

use domain::HospitalId;
use domain::records::{Subject, SuccessionKind, SuccessorRecord};
use std::collections::{BTreeMap, BTreeSet};

/// Groups of ids that are one hospital each. A merger or a split is none: there, other patients come together or part.
pub(super) struct Renamed {
    groups: Vec<BTreeSet<HospitalId>>,
    group_of: BTreeMap<HospitalId, usize>,
}

impl Renamed {
    /// Follows chains of renamings, in whatever order they stand.
    pub(super) fn of(successors: &[SuccessorRecord]) -> Self {
        let mut all = Self { groups: Vec::new(), group_of: BTreeMap::new() };
        for record in successors {
            let same = matches!(record.kind, SuccessionKind::Renamed | SuccessionKind::Moved);
            if let (true, Subject::Hospital(before), Some(Subject::Hospital(after))) =
                (same, &record.hospital, &record.successor)
            {
                all.join(before, after);
            }
        }
        all
    }

    /// The other ids of a hospital, in their order.
    pub(super) fn others<'a>(&'a self, id: &'a HospitalId) -> impl Iterator<Item = &'a HospitalId> {
        let group = self.group_of.get(id).and_then(|place| self.groups.get(*place));
        group.into_iter().flatten().filter(move |other| *other != id)
    }

    fn join(&mut self, a: &HospitalId, b: &HospitalId) {
        let mut members = BTreeSet::from([a.clone(), b.clone()]);
        for id in [a, b] {
            if let Some(group) = self.group_of.get(id).and_then(|place| self.groups.get_mut(*place)) {
                members.append(group);
            }
        }
        for id in &members {
            self.group_of.insert(id.clone(), self.groups.len());
        }
        self.groups.push(members);
    }
}
