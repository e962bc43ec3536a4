//! Does a key of a large table occur a second time?

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// Stands for a key: 128 bits of a hash instead of the texts themselves keep a table of millions of rows small. That two
/// different keys among ten million fall together is less likely than one in 10²⁴.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Fingerprint(u64, u64);

impl Fingerprint {
    /// The fingerprint of a key, the same on every run.
    pub(crate) fn of(key: impl Hash) -> Self {
        let [a, b] = [1_u8, 2].map(|salt| {
            let mut hasher = DefaultHasher::new();
            (salt, &key).hash(&mut hasher);
            hasher.finish()
        });
        Self(a, b)
    }
}
