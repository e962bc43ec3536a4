//! About which country asks a reader who names no place?
//!
//! That of most hospitals. A release has no country of its own, and files of other countries beside it must not change what
//! "everywhere" means; their hospitals are found by region.

use super::Listed;
use std::collections::BTreeMap;

/// The country of most hospitals.
pub(crate) fn of_most(hospitals: &[Listed]) -> String {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for listed in hospitals {
        *counted.entry(listed.card.country.as_str()).or_default() += 1;
    }
    counted.into_iter().max_by_key(|(_, n)| *n).map_or("", |(country, _)| country).to_string()
}
