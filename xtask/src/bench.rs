//! How fast is it? Measured on this machine, for docs/PERFORMANCE.md.
