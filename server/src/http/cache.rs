//! Which finished bodies are kept in memory, and how many?

use super::compression::Coding;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Response, StatusCode};
use quick_cache::Weighter;
use std::sync::Arc;

/// Bytes of all bodies together.
const CAPACITY_BYTES: u64 = 64 * 1024 * 1024;
/// A body larger than this is not kept: one of them would push out hundreds of pages.
const LARGEST_BYTES: usize = 4 * 1024 * 1024;
/// How many bodies there will be, roughly.
const ENTRIES: usize = 8 * 1024;
/// What an entry takes besides its body.
const OVERHEAD_BYTES: u64 = 1024;

/// A finished answer.
#[derive(Debug, Clone)]
pub struct Finished {
    /// HTTP status.
    pub status: StatusCode,
    /// Headers, all of them.
    pub headers: HeaderMap,
    /// Body in its coding.
    pub body: Bytes,
}

impl Finished {
    /// As an answer.
    pub fn to_response(&self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        response
    }
}

/// Fingerprint of address and edition, and the coding.
type Key = (u128, Coding);

#[derive(Debug, Clone)]
struct BySize;

impl Weighter<Key, Arc<Finished>> for BySize {
    fn weight(&self, _key: &Key, finished: &Arc<Finished>) -> u64 {
        finished.body.len() as u64 + OVERHEAD_BYTES
    }
}

/// Finished bodies, the least used of which give way.
#[derive(Debug, Clone)]
pub struct Cache(Arc<quick_cache::sync::Cache<Key, Arc<Finished>, BySize>>);

impl Default for Cache {
    fn default() -> Self {
        Self(Arc::new(quick_cache::sync::Cache::with_weighter(ENTRIES, CAPACITY_BYTES, BySize)))
    }
}

impl Cache {
    /// The finished answer, where it is kept.
    pub fn get(&self, fingerprint: u128, coding: Coding) -> Option<Arc<Finished>> {
        self.0.get(&(fingerprint, coding))
    }

    /// Keeps a finished answer.
    pub fn put(&self, fingerprint: u128, coding: Coding, finished: &Arc<Finished>) {
        if finished.body.len() <= LARGEST_BYTES {
            self.0.insert((fingerprint, coding), Arc::clone(finished));
        }
    }

    /// Bytes of all bodies that are kept.
    pub fn bytes(&self) -> u64 {
        self.0.weight()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_size(bytes: usize) -> Arc<Finished> {
        Arc::new(Finished { status: StatusCode::OK, headers: HeaderMap::new(), body: Bytes::from(vec![b'x'; bytes]) })
    }

    #[test]
    fn memory_is_bounded_whatever_is_asked() {
        let cache = Cache::default();
        for fingerprint in 0..300 {
            cache.put(fingerprint, Coding::Gzip, &of_size(1024 * 1024));
        }
        assert!(cache.bytes() <= CAPACITY_BYTES, "{}", cache.bytes());
        assert!(cache.bytes() > CAPACITY_BYTES / 2, "{}", cache.bytes());
        cache.put(1000, Coding::Gzip, &of_size(LARGEST_BYTES + 1));
        assert!(cache.get(1000, Coding::Gzip).is_none());
    }
}
