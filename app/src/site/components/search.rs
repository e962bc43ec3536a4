//! What does every form for hospitals keep that no field of it holds?

use crate::site::links::Here;
use domain::view_spec::Key;

/// The hidden fields that keep a pinned release, the hospitals that are collected, and readings above kanji.
pub fn pinned(here: &Here) -> Vec<(&'static str, String)> {
    let keys = [Key::Release, Key::Hospitals, Key::Ruby];
    keys.into_iter().filter_map(|key| Some((key.parameter(), here.view.printed(key)?))).collect()
}
