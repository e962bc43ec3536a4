//! Questions the public asks, answered with caveats.
