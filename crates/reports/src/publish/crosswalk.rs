//! Under which names and numbers is a hospital known elsewhere?

use domain::records::Batch;
use std::collections::BTreeMap;
use store::rows::IdentifierRow;

/// One row per hospital, scheme and value; of several the surest stays.
pub(super) fn identifier_rows(batch: &Batch) -> Vec<IdentifierRow> {
    let mut kept: BTreeMap<(String, String, String), IdentifierRow> = BTreeMap::new();
    for i in &batch.identifiers {
        let row = IdentifierRow {
            hospital_id: i.hospital.to_string(),
            scheme: i.scheme.clone(),
            value: i.value.clone(),
            valid_from: i.valid_from.map(|d| d.to_string()),
            valid_to: i.valid_to.map(|d| d.to_string()),
            matched: i.matched.to_string(),
            confidence: i.confidence,
        };
        let key = (row.hospital_id.clone(), row.scheme.clone(), row.value.clone());
        match kept.get(&key) {
            Some(held) if held.confidence >= row.confidence => {}
            _ => {
                kept.insert(key, row);
            }
        }
    }
    kept.into_values().collect()
}
