//! What do the fictional hospitals say about their values?

use crate::package::Release;
use crate::table::Table;
use crate::world::World;

/// `comments.csv`.
pub fn comments(_world: &World, _release: &Release) -> Vec<u8> {
    Table::new("hospital_id,measure_id,period_end,kind,date,text_ja,text_en").into_bytes()
}
