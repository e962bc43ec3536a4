//! Which disasters and outbreaks that are not over struck the place of a question?

use crate::index::{Index, Listed};
use crate::model::{Event, Spot, SpotKind, Where};
use domain::Day;
use domain::view_spec::ViewSpec;

/// What struck the reader's place, else the chosen prefecture; what struck one hospital stands on its own page.
pub(super) fn open(index: &Index, view: &ViewSpec, place: &Where, as_of: Day) -> Vec<Event> {
    let chosen = || index.places.of_code(view.region.as_deref()?).spot().cloned();
    let Some(spot) = place.spot().cloned().or_else(chosen) else {
        return Vec::new();
    };
    let open = index.events.iter().filter(|(area, _, event)| !area.is_empty() && event.is_open(as_of));
    open.filter(|(area, ..)| strikes(index, &spot, area)).map(|(.., event)| event.clone()).collect()
}

/// The place itself, what it lies in, or a part of it.
fn strikes(index: &Index, spot: &Spot, area: &str) -> bool {
    let region = spot.region.split_once('-').map_or("", |(_, code)| code);
    let around = area == region || area == spot.region || area == spot.code;
    around || spot.areas.iter().any(|own| own.code == area) || index.hospitals.iter().any(|l| is_part(l, spot, area))
}

/// Whether a struck municipality or medical area lies within the place, as its facilities say.
fn is_part(listed: &Listed, spot: &Spot, area: &str) -> bool {
    let card = &listed.card;
    match spot.kind {
        SpotKind::Region => {
            card.hospital.region == spot.region && (card.area.code == area || card.municipality_code == area)
        }
        SpotKind::MedicalArea | SpotKind::Point => {
            card.municipality_code == area && spot.areas.iter().any(|own| own.code == card.area.code)
        }
        SpotKind::Municipality => false,
    }
}
