//! What time is it? Whoever starts the process says how that is known; nothing else looks at a clock.

use std::fmt;
use std::sync::Arc;

/// Gives the seconds since the beginning of 1970 (UTC), whenever it is asked.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Clock {
    /// A clock that is read like this.
    pub fn new(read: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// Seconds since the beginning of 1970.
    pub fn seconds(&self) -> i64 {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}
