//! What do the generated documents say? `documents NAME` prints one; `cargo xtask generate` keeps them under docs/.

mod data_sources;
mod methods;

use anyhow::bail;

fn main() -> anyhow::Result<()> {
    let name = std::env::args().nth(1).unwrap_or_default();
    let text = match name.as_str() {
        "methods" => methods::document()?,
        "data-sources" => data_sources::document()?,
        other => bail!("there is no document `{other}`; there are methods and data-sources"),
    };
    print!("{text}");
    Ok(())
}

/// Says where the text comes from, for whoever wants to change it.
fn generated_from(sources: &str) -> String {
    format!("Written by `cargo xtask generate` from {sources}; change it there.\n")
}
