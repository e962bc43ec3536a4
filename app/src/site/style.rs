//! Which style sheet do all pages share, and under which name is it served?

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The style sheet; its files in the order of their numbers.
pub const SHEET: &str = concat!(
    include_str!("../../../style/00-tokens.css"),
    include_str!("../../../style/10-base.css"),
    include_str!("../../../style/20-layout.css"),
    include_str!("../../../style/30-components/areas.css"),
    include_str!("../../../style/30-components/compare.css"),
    include_str!("../../../style/30-components/finder.css"),
    include_str!("../../../style/30-components/measure.css"),
    include_str!("../../../style/30-components/priorities.css"),
    include_str!("../../../style/30-components/one-hospital.css"),
    include_str!("../../../style/30-components/search.css"),
    include_str!("../../../style/30-components/table.css"),
    include_str!("../../../style/40-charts.css"),
    include_str!("../../../style/90-print.css"),
);

/// Where it is served: the name changes with the content, so that it can be kept for ever.
pub static HREF: LazyLock<String> = LazyLock::new(|| {
    let digest = Sha256::digest(SHEET.as_bytes());
    let hex: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("/assets/{hex}.css")
});
