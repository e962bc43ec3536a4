//! The process: HTTP and command line.
fn main() {}
