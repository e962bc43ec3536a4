//! Which of the compared hospitals is the only one of its island or medical area that provides a kind of care? Then comparing is
//! of no use there.

use crate::care::fact_of;
use crate::index::{Index, Listed};
use crate::model::{Compared, HospitalCard, Known, Land, SoleOf, SoleProvider, SpotKind};
use domain::Bilingual;
use domain::care::Care;
use i18n::Locale;

/// For each hospital the kinds of care that nobody else of its island, or of its medical area on whatever land, provides or may provide.
pub(super) fn sole(index: &Index, hospitals: &[Compared]) -> Vec<SoleProvider> {
    let of_one = |compared: &Compared| {
        let card = &compared.card;
        let of_island = island(index, card);
        let on_land = |other: &HospitalCard| {
            other.land == card.land || (other.land == Land::Unknown && other.area.code == card.area.code)
        };
        let in_area = |other: &HospitalCard| other.area.code == card.area.code;
        let near = |counts: &dyn Fn(&HospitalCard) -> bool| -> Vec<&Listed> {
            index.hospitals.iter().filter(|listed| counts(&listed.card)).collect()
        };
        let (of_land, of_area) = (of_island.as_ref().map(|_| near(&on_land)), near(&in_area));
        let (mut island, mut area) = (Vec::new(), Vec::new());
        for care in Care::ALL {
            if of_land.as_ref().is_some_and(|near| alone(near, card, *care)) {
                island.push(*care);
            } else if !card.area.code.is_empty() && alone(&of_area, card, *care) {
                area.push(*care);
            }
        }
        let hospital = &card.hospital;
        let of_area = SoleOf::Area(card.area.clone());
        let both = of_island.map(|of| (of, island)).into_iter().chain([(of_area, area)]);
        both.map(|(of, cares)| SoleProvider { hospital: hospital.clone(), of, cares }).collect::<Vec<_>>()
    };
    hospitals.iter().flat_map(of_one).filter(|sole| !sole.cares.is_empty()).collect()
}

/// The island of a hospital, and the words that lead there.
fn island(index: &Index, card: &HospitalCard) -> Option<SoleOf> {
    card.land.name()?;
    let found = index.places.of_code(&card.municipality_code);
    let town = found.spot().filter(|spot| spot.kind == SpotKind::Municipality)?;
    Some(SoleOf::Island {
        land: card.land.clone(),
        place: Bilingual::new(town.in_words(Locale::Ja), town.in_words(Locale::En)),
    })
}

/// Whether nobody else of those near provides the care, nor may: a count that was not printed is no proof that there is none.
fn alone(near: &[&Listed], card: &HospitalCard, care: Care) -> bool {
    let facts = near.iter().filter_map(|l| Some((l, fact_of(l, care)?)));
    let (own, others): (Vec<_>, Vec<_>) = facts.partition(|(l, _)| l.card.hospital.id == card.hospital.id);
    others.is_empty() && own.iter().any(|(_, fact)| fact.figure().known == Known::Provides)
}
