//! Who provides a kind of care within the reader's reach, and what is told where only one facility does?

mod across;
mod facts;
mod one;

pub(crate) use across::taking_from_islands;
pub(crate) use facts::{care_facts, fact_of, printed_zeros};

use crate::error::ReportError;
use crate::geography::distance_from;
use crate::index::{Index, Listed};
use crate::model::{
    CareFact, CareInReach, Crossing, HospitalCard, Known, Land, Provider, Providers, Reach, SourceNote, Spot, SpotKind,
    Where,
};
use crate::service::Reports;
use domain::Disclosed;
use domain::care::Care;
use domain::peers::PeerGroup;
use domain::specialty::Specialty;
use domain::view_spec::{ViewError, ViewSpec};

/// Providers outside reach that are named.
const OUTSIDE: usize = 5;
/// Radii that are tried until enough facilities are inside, kilometres.
const RADII: [u16; 7] = [10, 20, 40, 80, 160, 320, 500];
/// How many are enough.
const ENOUGH: usize = 5;

/// Which hospitals a question can mean.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Meant<'a> {
    /// All of them.
    Everybody,
    /// General hospitals and those of these fields: nobody with heart failure is sent to an eye or a dental hospital, and
    /// nobody with a bodily illness to a psychiatric one.
    Only(&'a [Specialty]),
}

impl Meant<'_> {
    pub fn holds(self, card: &HospitalCard, care: Option<Care>) -> bool {
        let Self::Only(fields) = self else {
            return true;
        };
        let hospital = &card.hospital;
        let for_the_mind = hospital.peer_group == PeerGroup::Psychiatric || hospital.specialty == Some(Specialty::Mind);
        if for_the_mind {
            return care == Some(Care::Psychiatry);
        }
        // on an island a hospital for recovery is often the one there is
        hospital.specialty.is_none_or(|field| field == Specialty::LongTerm || fields.contains(&field))
    }
}

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
        self.in_reach(view, Meant::Everybody).await
    }

    /// The same for a trouble: general hospitals, and of those of one field only the fields it needs.
    ///
    /// # Errors
    /// As [`Reports::care_in_reach`].
    pub async fn care_in_reach_for(&self, view: &ViewSpec, fields: &[Specialty]) -> Result<CareInReach, ReportError> {
        self.in_reach(view, Meant::Only(fields)).await
    }

    async fn in_reach(&self, view: &ViewSpec, meant: Meant<'_>) -> Result<CareInReach, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let care = view.care.ok_or_else(no_care)?;
        let place = index.places.resolve(&index.hospitals, view);
        let reach = place.spot().and_then(|spot| reach_of(index, spot, view, meant));
        let mut sources = Vec::new();
        let providers = match (place.spot(), &reach) {
            (Some(spot), Some(reach)) => {
                let found = Found::around(index, spot, reach, (care, meant));
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
    reach_of(index, spot, view, Meant::Everybody)
}

fn reach_of(index: &Index, spot: &Spot, view: &ViewSpec, meant: Meant<'_>) -> Option<Reach> {
    if spot.kind == SpotKind::Region {
        return None;
    }
    // where nobody is known to provide the care, everybody counts, as in the list
    let told = |care: &Care| index.hospitals.iter().any(|l| fact_of(l, *care).is_some());
    let care = view.care.filter(told);
    let provides_it = |l: &Listed| care.is_none_or(|care| fact_of(l, care).is_some_and(provides));
    let counts = |l: &&Listed| meant.holds(&l.card, view.care) && provides_it(l);
    Some(Reach::around(index, spot, view.radius_km, index.hospitals.iter().filter(counts).map(|l| &l.card)))
}

/// Is it known that it provides the care?
fn provides(fact: &Disclosed<CareFact>) -> bool {
    fact.figure().known == Known::Provides
}

/// The first radius with enough facilities inside, or with all that the land has.
fn radius_with_enough(kilometres: &[f64]) -> u16 {
    let inside = |radius: u16| kilometres.iter().filter(|km| **km <= f64::from(radius)).count();
    let enough = ENOUGH.min(inside(RADII[RADII.len() - 1]));
    RADII.into_iter().find(|r| inside(*r) >= enough).unwrap_or(RADII[RADII.len() - 1])
}

impl Reach {
    /// What is in reach of a place; around a point the circle widens until enough of those that count lie inside, none of them
    /// across the sea.
    pub(crate) fn around<'a>(
        index: &Index,
        spot: &Spot,
        radius_km: Option<u16>,
        counting: impl Iterator<Item = &'a HospitalCard>,
    ) -> Self {
        let kilometres = || -> Vec<f64> {
            let same_land = counting.filter(|card| spot.crossing(card) == Crossing::SameLand);
            same_land.map(|card| spot.distance(card.point).order_km()).collect()
        };
        let circle =
            (spot.kind == SpotKind::Point).then(|| radius_km.unwrap_or_else(|| radius_with_enough(&kilometres())));
        let reach = Self { areas: spot.areas.clone(), radius_km: circle, islands: Vec::new() };
        let islands = reach.whole_islands(&index.hospitals, spot);
        Self { islands, ..reach }
    }

    /// The islands of the place; none where a facility of them is out of reach.
    fn whole_islands(&self, hospitals: &[Listed], spot: &Spot) -> Vec<Land> {
        let on_them = hospitals.iter().map(|l| &l.card).filter(|card| spot.lands.contains(&card.land));
        if spot.is_island() && on_them.into_iter().all(|card| self.holds(spot, card)) {
            spot.lands.clone()
        } else {
            Vec::new()
        }
    }

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
    fn around(index: &Index, spot: &Spot, reach: &Reach, (care, meant): (Care, Meant<'_>)) -> Self {
        let mut found = Self { sure: Vec::new(), may: Vec::new(), outside: Vec::new() };
        let mut outside: Vec<(&Listed, &Disclosed<CareFact>)> = Vec::new();
        for listed in index.hospitals.iter().filter(|l| meant.holds(&l.card, Some(care))) {
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
                let far = a.distance.order_km().total_cmp(&b.distance.order_km());
                far.then_with(|| a.card.hospital.id.cmp(&b.card.hospital.id))
            });
        }
        found
    }

    fn sources(&self, index: &Index) -> Vec<SourceNote> {
        let all = || self.sure.iter().chain(&self.may).chain(&self.outside);
        index.sources_named(|id| all().any(|provider| provider.fact.figure().source == id))
    }
}

/// The nearest elsewhere. The same land comes first; across the sea stand those that take whom an island sends away, not in order
/// by distance.
fn nearest_outside(spot: &Spot, outside: Vec<(&Listed, &Disclosed<CareFact>)>) -> Vec<Provider> {
    let far = outside.into_iter().map(|(l, fact)| (km_or_region(spot, &l.card), &l.card, (l, fact)));
    let (mut land, across): (Vec<_>, Vec<_>) = far.partition(|(_, card, _)| spot.crossing(card) == Crossing::SameLand);
    land.sort_by(|(km, card, _), (other_km, other, _)| {
        km.total_cmp(other_km).then_with(|| card.hospital.id.cmp(&other.hospital.id))
    });
    let land = land.into_iter().map(|(.., one)| one);
    let chosen = land.chain(taking_from_islands(across, OUTSIDE)).take(OUTSIDE);
    let mut chosen: Vec<Provider> = chosen.map(|(listed, fact)| provider(spot, listed, fact)).collect();
    let place = |p: &Provider| {
        let h = &p.card.hospital;
        (
            h.peer_group == PeerGroup::Island,
            h.peer_group,
            h.region.clone(),
            p.card.municipality_code.clone(),
            h.id.clone(),
        )
    };
    let first = chosen.iter().position(|p| p.crossing == Crossing::AcrossTheSea).unwrap_or(chosen.len());
    chosen[first..].sort_by_key(place);
    chosen
}

/// Kilometres for choosing; from a place without a point the same prefecture is nearer than all others.
pub(crate) fn km_or_region(spot: &Spot, card: &HospitalCard) -> f64 {
    match spot.point.or(spot.around) {
        Some(here) => distance_from(here, card.point).order_km(),
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
pub(crate) use tests::{hospital, spot};

#[cfg(test)]
mod tests;
