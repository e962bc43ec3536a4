//! What time is it? The one place of the process that looks at the clock of the machine.

use crate::http::Clock;
use std::time::{SystemTime, UNIX_EPOCH};

/// The clock of this machine.
pub fn clock() -> Clock {
    Clock::new(seconds)
}

#[allow(
    clippy::disallowed_methods,
    reason = "letters are dated and counted; everything behind this takes the time as an argument"
)]
fn seconds() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
