//! Who provides a kind of care within the reader's reach, and what is told where only one facility does?

mod facts;
mod one;

pub(crate) use facts::{care_facts, fact_of};

use crate::error::ReportError;
use crate::index::{Index, Listed};
use crate::model::{
    CareFact, CareInReach, Crossing, HospitalCard, Known, Provider, Providers, Reach, SourceNote, Spot, SpotKind, Where,
};
use crate::service::Reports;
use domain::Disclosed;
use domain::care::Care;
use domain::view_spec::{ViewError, ViewSpec};

/// Providers outside reach that are named.
const OUTSIDE: usize = 5;
/// Radii that are tried until enough facilities are inside, kilometres.
const RADII: [u16; 7] = [10, 20, 40, 80, 160, 320, 500];
/// How many are enough.
const ENOUGH: usize = 5;

impl Reports {
    /// Where the reader is: what the place, area, point or region of an address means in this release.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn place(&self, view: &ViewSpec) -> Result<Where, ReportError> {
        let (open, _) = self.chosen(&view.release)?;
        let index = open.index().await?;
        Ok(index.places.resolve(&index.hospitals, view))
    }

    /// Who provides `view.care` within reach of the place of an address. With exactly one provider nothing is compared.
    ///
    /// # Errors
    /// [`ReportError::View`] where no care is asked for, or that the release is unknown or cannot be read.
    pub async fn care_in_reach(&self, view: &ViewSpec) -> Result<CareInReach, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let care = view.care.ok_or_else(no_care)?;
        let place = index.places.resolve(&index.hospitals, view);
        let reach = place.spot().and_then(|spot| reach(index, spot, view));
        let mut sources = Vec::new();
        let providers = match (place.spot(), &reach) {
            (Some(spot), Some(reach)) => {
                let found = Found::around(index, spot, reach, care);
                sources = found.sources(index);
                match found {
                    _ if !index.hospitals.iter().any(|l| fact_of(l, care).is_some()) => Providers::NotTold,
                    Found { mut sure, may, outside } => match sure.len() {
                        0 => Providers::None { may, outside },
                        1 => {
                            let only = sure.remove(0);
                            let asked = one::Asked { release: release.clone(), care, spot, reach, cited: &sources };
                            Providers::One(Box::new(one::one_hospital(&open, index, asked, only, may, outside).await?))
                        }
                        _ => Providers::Several { providers: sure, may },
                    },
                }
            }
            _ => Providers::NoPlace,
        };
        Ok(CareInReach { release, care, place, reach, providers, sources })
    }
}

fn no_care() -> ViewError {
    ViewError {
        parameter: "care".to_string(),
        detail: "must say which kind of care is needed".to_string(),
        detail_ja: "どの診療が必要かを書いてください".to_string(),
    }
}

/// What counts as in reach: the medical areas of the place, and around a point everything within a radius that widens until
/// enough facilities are inside. A whole prefecture is no reach.
pub(crate) fn reach(index: &Index, spot: &Spot, view: &ViewSpec) -> Option<Reach> {
    if spot.kind == SpotKind::Region {
        return None;
    }
    let radius_km = (spot.kind == SpotKind::Point).then(|| view.radius_km.unwrap_or_else(|| widened(index, spot)));
    Some(Reach { areas: spot.areas.clone(), radius_km })
}

fn widened(index: &Index, spot: &Spot) -> u16 {
    let kilometres: Vec<f64> = index
        .hospitals
        .iter()
        .filter(|l| spot.crossing(&l.card) == Crossing::SameLand)
        .map(|l| spot.distance(l.card.point).order_km())
        .collect();
    radius_with_enough(&kilometres)
}

/// The first radius with enough facilities inside.
pub(crate) fn radius_with_enough(kilometres: &[f64]) -> u16 {
    let inside = |radius: u16| kilometres.iter().filter(|km| **km <= f64::from(radius)).count();
    RADII.into_iter().find(|r| inside(*r) >= ENOUGH).unwrap_or(RADII[RADII.len() - 1])
}

impl Reach {
    /// Is this facility in reach of the place? Never across the sea.
    pub fn holds(&self, spot: &Spot, card: &HospitalCard) -> bool {
        let near = |km: u16| spot.distance(card.point).order_km() <= f64::from(km);
        spot.crossing(card) == Crossing::SameLand
            && (self.areas.iter().any(|area| area.code == card.area.code) || self.radius_km.is_some_and(near))
    }
}

/// The facilities of a care, sorted by where they are.
struct Found {
    sure: Vec<Provider>,
    may: Vec<Provider>,
    outside: Vec<Provider>,
}

impl Found {
    fn around(index: &Index, spot: &Spot, reach: &Reach, care: Care) -> Self {
        let mut found = Self { sure: Vec::new(), may: Vec::new(), outside: Vec::new() };
        let mut outside: Vec<(&Listed, &Disclosed<CareFact>)> = Vec::new();
        for listed in &index.hospitals {
            let Some(fact) = fact_of(listed, care) else {
                continue;
            };
            match (reach.holds(spot, &listed.card), fact.figure().known) {
                (true, Known::Provides) => found.sure.push(provider(spot, listed, fact)),
                (true, Known::May) => found.may.push(provider(spot, listed, fact)),
                (false, Known::Provides) => outside.push((listed, fact)),
                (false, Known::May) => {}
            }
        }
        found.outside = nearest_outside(spot, outside);
        for list in [&mut found.sure, &mut found.may] {
            list.sort_by(|a, b| {
                let role = |p: &Provider| p.card.hospital.peer_group;
                let far = a.distance.order_km().total_cmp(&b.distance.order_km());
                role(a).cmp(&role(b)).then(far).then_with(|| a.card.hospital.id.cmp(&b.card.hospital.id))
            });
        }
        found
    }

    fn sources(&self, index: &Index) -> Vec<SourceNote> {
        let all = || self.sure.iter().chain(&self.may).chain(&self.outside);
        index.sources_named(|id| all().any(|provider| provider.fact.figure().source == id))
    }
}

/// The nearest elsewhere. The same land comes first; across the sea the nearest are chosen, but not put in order by distance.
fn nearest_outside(spot: &Spot, outside: Vec<(&Listed, &Disclosed<CareFact>)>) -> Vec<Provider> {
    let mut outside: Vec<(Crossing, f64, &Listed, &Disclosed<CareFact>)> =
        outside.into_iter().map(|(l, fact)| (spot.crossing(&l.card), km_or_region(spot, &l.card), l, fact)).collect();
    outside.sort_by(|(crossing, km, l, _), (other, other_km, o, _)| {
        crossing.cmp(other).then(km.total_cmp(other_km)).then_with(|| l.card.hospital.id.cmp(&o.card.hospital.id))
    });
    let mut chosen: Vec<Provider> =
        outside.into_iter().take(OUTSIDE).map(|(_, _, listed, fact)| provider(spot, listed, fact)).collect();
    let place = |p: &Provider| {
        let h = &p.card.hospital;
        (h.peer_group, h.region.clone(), p.card.municipality_code.clone(), h.id.clone())
    };
    let first = chosen.iter().position(|p| p.crossing == Crossing::AcrossTheSea).unwrap_or(chosen.len());
    chosen[first..].sort_by_key(place);
    chosen
}

/// Kilometres for choosing; from a place without a point the same prefecture is nearer than all others.
pub(crate) fn km_or_region(spot: &Spot, card: &HospitalCard) -> f64 {
    match spot.point {
        Some(_) => spot.distance(card.point).order_km(),
        None if card.hospital.region == spot.region => 0.0,
        None => f64::INFINITY,
    }
}

pub(crate) fn provider(spot: &Spot, listed: &Listed, fact: &Disclosed<CareFact>) -> Provider {
    Provider {
        card: listed.card.clone(),
        fact: fact.clone(),
        distance: spot.distance(listed.card.point),
        crossing: spot.crossing(&listed.card),
    }
}

#[cfg(test)]
mod tests;
