//! Two languages; a missing translation does not compile.
