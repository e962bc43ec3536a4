//! Which digest do the statistics have in a native program? `cargo xtask test numbers` compares it with the browser's.

fn main() {
    println!("{}", same_numbers::digest());
}
