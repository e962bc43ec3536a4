//! What does every form for hospitals keep that no field of it holds?

use crate::site::links::Here;

/// The hidden field that keeps a pinned release.
pub fn pinned(here: &Here) -> Vec<(&'static str, String)> {
    here.pinned().map(|id| ("release", id.to_owned())).into_iter().collect()
}
