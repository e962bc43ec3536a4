//! Who works out what is costly, and how many at once? Never so many that pages wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many may wait; whoever comes after is asked to come again.
const MOST_WAITING: usize = 24;

/// A few places to work at, and a line before them; cheap to clone.
#[derive(Debug, Clone)]
pub struct Queue {
    places: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
}

impl Default for Queue {
    /// Half of the processors, at least one: the other half answers pages.
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        Self { places: Arc::new(Semaphore::new((processors / 2).max(1))), waiting: Arc::default() }
    }
}

/// One who waits or works, no longer counted when the turn is over in whatever way.
#[derive(Debug)]
struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The right to work; whoever drops it lets the next one begin.
#[derive(Debug)]
pub struct Turn {
    _place: OwnedSemaphorePermit,
    _counted: Counted,
}

impl Queue {
    /// Waits for a place; none where too many wait already. Whatever is read for the work comes after: many who wait must cost
    /// pages nothing.
    pub async fn turn(&self) -> Option<Turn> {
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let counted = Counted(Arc::clone(&self.waiting));
        if before >= MOST_WAITING {
            return None;
        }
        let place = Arc::clone(&self.places).acquire_owned().await.ok()?;
        Some(Turn { _place: place, _counted: counted })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_comes_when_the_line_is_full_goes_away_and_it_empties() {
        let queue = Queue::default();
        let all = u32::try_from(queue.places.available_permits()).unwrap();
        let held = Arc::clone(&queue.places).acquire_many_owned(all).await.unwrap();
        let waiting: Vec<_> = (0..MOST_WAITING)
            .map(|_| {
                let queue = queue.clone();
                tokio::spawn(async move { queue.turn().await.is_some() })
            })
            .collect();
        while queue.waiting.load(Ordering::Relaxed) < MOST_WAITING {
            tokio::task::yield_now().await;
        }
        assert!(queue.turn().await.is_none());
        drop(held);
        for one in waiting {
            assert!(one.await.unwrap());
        }
        assert_eq!(queue.waiting.load(Ordering::Relaxed), 0);
        assert!(queue.turn().await.is_some());
    }
}
