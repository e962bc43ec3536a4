//! How does one look at the fictional packages and their true values? `cargo run -p demonstration --example write_packages DIR`

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args().nth(1).ok_or("say into which folder")?;
    for package in demonstration::packages()? {
        demonstration::write(&package, &Path::new(&dir).join(package.name))?;
    }
    std::fs::write(Path::new(&dir).join("truth.csv"), demonstration::truth()?.csv())?;
    Ok(())
}
