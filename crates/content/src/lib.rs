//! Editorial text, read into typed values.
