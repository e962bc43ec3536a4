//! What does the crate find in these files, and what does it not understand?
//!
//! `cargo run --release -p importers --example read_files -- FILE…`

use importers::{Options, load_path, read};
use std::path::Path;

fn main() {
    for name in std::env::args().skip(1) {
        match load_path(Path::new(&name)) {
            Err(issue) => println!("{issue}"),
            Ok(input) => {
                let reading = read(&input, &Options::default());
                println!("{name}: {} ({})", reading.kind, reading.title.en);
                for taken in &reading.taken {
                    println!("  {:>9} {}", taken.count, taken.what);
                }
                println!("  {:>9} issues", reading.issues.len());
                for issue in reading.issues.iter().take(5) {
                    println!("            {}: {issue}", issue.severity);
                }
            }
        }
    }
}
