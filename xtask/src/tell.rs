//! What is being done, and how long did it take? Talk goes to stderr, one line at a time.

use std::time::{Duration, Instant};

/// Says one line.
pub fn line(text: &str) {
    eprintln!("monosashi: {text}");
}

/// Says what is being done, does it, and says how long it took or that it failed.
pub fn timed<T>(what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    line(&format!("{what} …"));
    let watch = Stopwatch::start();
    let result = work();
    match &result {
        Ok(_) => line(&format!("{what}: {}", watch.read())),
        Err(_) => line(&format!("{what}: failed after {}", watch.read())),
    }
    result
}

/// Measures how long a piece of work takes.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[allow(clippy::disallowed_methods, reason = "measures the work of the build, never a page")]
    pub fn start() -> Self {
        Stopwatch(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    /// The time since the start, for people: `0.4 s`, `38 s`, `3 min 05 s`.
    pub fn read(&self) -> String {
        readable(self.elapsed())
    }
}

/// A duration for people: `0.4 s`, `38 s`, `3 min 05 s`.
pub fn readable(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..100 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_at_a_glance() {
        for (milliseconds, expected) in [(412, "0.4 s"), (38_400, "38 s"), (185_000, "3 min 05 s")] {
            assert_eq!(readable(Duration::from_millis(milliseconds)), expected);
        }
    }
}
