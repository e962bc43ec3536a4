//! Which hospitals of a list are in reach, which are named beside them, and of which is nothing known?

use super::{Asked, Found, matching, order};
use crate::care::Meant;
use crate::index::Index;
use crate::model::{CareFilter, Crossing, Distance, ListPart, Reach, Spot, SpotKind};
use domain::view_spec::ViewSpec;

/// The parts of a list in their order, each with its number of hospitals.
pub(super) fn counted(found: &[Found<'_>]) -> Vec<(ListPart, u32)> {
    let count = |part| found.iter().filter(|f| f.part == part).count();
    let all = [ListPart::Here, ListPart::Elsewhere, ListPart::AcrossTheSea, ListPart::NotTold];
    all.map(|part| (part, u32::try_from(count(part)).unwrap_or(u32::MAX))).to_vec()
}

/// Around a point the circle decides, elsewhere the medical areas; never across the sea.
fn is_here(view: &ViewSpec, (spot, reach): (&Spot, &Reach), found: &Found<'_>) -> bool {
    match reach.radius_km {
        Some(_) if spot.crossing(&found.listed.card) == Crossing::AcrossTheSea => false,
        // nobody knows how far it is; where the circle is not the reader's, the medical area says that it is near
        Some(_) if found.distance == Distance::Unknown && view.radius_km.is_none() => {
            reach.areas.iter().any(|area| area.code == found.listed.card.area.code)
        }
        Some(_) => in_circle(reach, found),
        None => reach.holds(spot, &found.listed.card),
    }
}

fn in_circle(reach: &Reach, found: &Found<'_>) -> bool {
    reach.radius_km.is_none_or(|km| found.distance.order_km() <= f64::from(km))
}

impl Asked<'_> {
    /// The place, where something can be in reach of it.
    fn spot(&self) -> Option<&Spot> {
        self.place.spot().filter(|spot| spot.kind != SpotKind::Region)
    }

    /// Of those of which no source says whether they fit, the ones in reach: they can be asked.
    pub(super) fn untold<'a>(&self, open: Vec<Found<'a>>, reach: Option<&Reach>) -> Vec<Found<'a>> {
        let near = |found: &Found<'_>| self.spot().zip(reach).is_none_or(|near| is_here(self.view, near, found));
        open.into_iter().filter(near).map(|found| Found { part: ListPart::NotTold, ..found }).collect()
    }

    /// How many in reach surely provide the care, but work in a field that the trouble does not mean. The finder, which knows no
    /// trouble, names them.
    pub(super) fn left_out(&self, index: &Index, reach: Option<&Reach>) -> u32 {
        if self.care != CareFilter::Applied || matches!(self.meant, Meant::Everybody) {
            return 0;
        }
        let (everybody, _) = matching(index, &Asked { meant: Meant::Everybody, ..*self });
        let near = |found: &Found<'_>| self.spot().zip(reach).is_none_or(|near| is_here(self.view, near, found));
        let left = |f: &&Found<'_>| f.surely() && !self.meant.holds(&f.listed.card, self.view.care) && near(f);
        u32::try_from(everybody.iter().filter(left).count()).unwrap_or(u32::MAX)
    }

    /// Keeps what is in reach, adds the nearest elsewhere where that is too little, and sets apart what lies across the sea.
    pub(super) fn put_into_parts(&self, index: &Index, found: &mut Vec<Found<'_>>) -> Option<Reach> {
        let spot = self.spot()?;
        for one in found.iter_mut().filter(|f| spot.crossing(&f.listed.card) == Crossing::AcrossTheSea) {
            one.part = ListPart::AcrossTheSea;
        }
        let counting = found.iter().filter(|f| f.surely()).map(|f| &f.listed.card);
        let reach = Reach::around(index, spot, self.view.radius_km, counting);
        let in_reach = found.iter().filter(|f| is_here(self.view, (spot, &reach), f) && f.surely()).count();
        let enough = if self.care == CareFilter::Applied { 1 } else { 0 };
        let elsewhere = if spot.kind != SpotKind::Point && in_reach <= enough {
            order::nearest(spot, found, &reach)
        } else {
            Vec::new()
        };
        let beyond = self.beyond(spot, &reach, found);
        let mut at = 0;
        found.retain_mut(|one| {
            let (here, position) = (is_here(self.view, (spot, &reach), one), at);
            at += 1;
            if !here && one.part == ListPart::Here {
                one.part = ListPart::Elsewhere;
            }
            here || elsewhere.contains(&position) || beyond.contains(&position)
        });
        Some(reach)
    }

    /// Which are named across the sea: the nearest from an island of which nothing is left out, and what lies in the circle
    /// around a point; in a circle that the reader gave, all of it.
    fn beyond(&self, spot: &Spot, reach: &Reach, found: &[Found<'_>]) -> Vec<usize> {
        let circle = |at: &usize| found.get(*at).is_some_and(|f| in_circle(reach, f));
        let across = |at: &usize| found.get(*at).is_some_and(|f| f.part == ListPart::AcrossTheSea);
        match (spot.kind, self.view.radius_km) {
            (SpotKind::Point, Some(_)) => (0..found.len()).filter(across).filter(circle).collect(),
            _ if !reach.islands.is_empty() => order::nearest_across(spot, found, |_| true),
            (SpotKind::Point, None) => order::nearest_across(spot, found, |f| in_circle(reach, f)),
            _ => Vec::new(),
        }
    }
}
