//! Fictional, deterministic interchange packages.
