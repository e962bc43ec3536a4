//! How do the fictional releases come about? On exactly the path that real data takes.

use super::{PublishArgs, REFUSED, import, publish};
use importers::staging::Staging;
use std::path::Path;

/// Stages and publishes one package after the other.
pub async fn run(data: &Path) -> anyhow::Result<u8> {
    let holds_others = !Staging::open(data).list()?.is_empty() || data.join("releases").join("current").exists();
    if holds_others {
        eprintln!(
            "monosashi: {} holds other data; the demonstration needs a folder of its own: monosashi --data ./demo-data demo",
            data.display()
        );
        return Ok(REFUSED);
    }
    let draft = data.join(".demonstration");
    let mut code = super::CLEAN;
    for package in demonstration::packages()? {
        let folder = draft.join(package.name);
        demonstration::write(&package, &folder)?;
        import::stage_or_fail(data, &folder)?;
        let as_of = domain::period::parse_day(package.as_of);
        code = publish::run(data, &PublishArgs { as_of, ..PublishArgs::default() }).await?;
    }
    std::fs::remove_dir_all(&draft)?;
    Ok(code)
}
