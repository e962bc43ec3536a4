//! About which country asks a reader who names no place, and how are the others told from it?
//!
//! That of most hospitals. A release has no country of its own, and files of other countries beside it must not change what
//! "everywhere" means; their hospitals are found by region.

use super::Listed;
use domain::Bilingual;
use domain::regions::split_region_id;
use std::collections::BTreeMap;

/// The country of most hospitals.
pub(crate) fn of_most(hospitals: &[Listed]) -> String {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for listed in hospitals {
        *counted.entry(listed.card.country.as_str()).or_default() += 1;
    }
    counted.into_iter().max_by_key(|(_, n)| *n).map_or("", |(country, _)| country).to_string()
}

/// A hospital elsewhere has the country beside its place, and one at home has not.
pub(crate) fn name_those_abroad(hospitals: &mut [Listed], home: &str) {
    for card in hospitals.iter_mut().map(|listed| &mut listed.card).filter(|card| card.country != home) {
        card.hospital.abroad = content::country_name(&card.country);
    }
}

/// Abroad, country, name where it orders, id.
type Order<'a> = (bool, &'a str, &'a str, &'a str);

/// Regions with their number of hospitals, those at home first. Hospitals of which no region is printed are in none.
pub(crate) fn regions(hospitals: &[Listed], home: &str) -> Vec<(String, Bilingual<String>, u32)> {
    // a dictionary of states is read by name, the prefectures have an order of their own
    let mut counted: BTreeMap<Order<'_>, (Bilingual<String>, u32)> = BTreeMap::new();
    for card in hospitals.iter().filter(|listed| listed.stands()).map(|listed| &listed.card) {
        let place = &card.hospital;
        if split_region_id(&place.region).is_some() {
            let abroad = card.country != home;
            let name = if abroad { place.region_name.en.as_str() } else { "" };
            let key = (abroad, card.country.as_str(), name, place.region.as_str());
            counted.entry(key).or_insert_with(|| (place.region_name.clone(), 0)).1 += 1;
        }
    }
    counted.into_iter().map(|((.., id), (name, n))| (id.to_string(), name, n)).collect()
}
