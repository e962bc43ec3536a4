//! Which of the compared hospitals is the only one of its area that provides a kind of care? Then comparing is of no use there.

use crate::care::fact_of;
use crate::index::Index;
use crate::model::{Compared, Known, SoleProvider};
use domain::care::Care;

/// For each hospital the kinds of care that nobody else of its medical area, on its side of the sea, surely provides.
pub(super) fn sole(index: &Index, hospitals: &[Compared]) -> Vec<SoleProvider> {
    let of_one = |compared: &Compared| {
        let card = &compared.card;
        let around: Vec<_> =
            index.hospitals.iter().filter(|l| l.card.area.code == card.area.code && l.card.land == card.land).collect();
        let alone = |care: &Care| {
            let provides = |l: &&&crate::index::Listed| {
                fact_of(l, *care).is_some_and(|fact| fact.figure().known == Known::Provides)
            };
            let mut sure = around.iter().filter(provides);
            sure.next().is_some_and(|l| l.card.hospital.id == card.hospital.id) && sure.next().is_none()
        };
        let cares =
            if card.area.code.is_empty() { Vec::new() } else { Care::ALL.iter().copied().filter(alone).collect() };
        SoleProvider { hospital: card.hospital.clone(), area: card.area.clone(), cares }
    };
    hospitals.iter().map(of_one).filter(|sole| !sole.cares.is_empty()).collect()
}
