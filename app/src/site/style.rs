//! Which style sheet do all pages share, and under which name is it served?

use domain::view_spec::Theme;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The style sheet; its files in the order of their numbers.
pub const SHEET: &str = concat!(
    include_str!("../../../style/00-tokens.css"),
    include_str!("../../../style/10-base.css"),
    include_str!("../../../style/20-layout.css"),
    include_str!("../../../style/30-components/areas.css"),
    include_str!("../../../style/30-components/compare.css"),
    include_str!("../../../style/30-components/conditions.css"),
    include_str!("../../../style/30-components/embed.css"),
    include_str!("../../../style/30-components/finder.css"),
    include_str!("../../../style/30-components/letter-form.css"),
    include_str!("../../../style/30-components/letter-link.css"),
    include_str!("../../../style/30-components/measure.css"),
    include_str!("../../../style/30-components/paper.css"),
    include_str!("../../../style/30-components/priorities.css"),
    include_str!("../../../style/30-components/one-hospital.css"),
    include_str!("../../../style/30-components/reply.css"),
    include_str!("../../../style/30-components/search.css"),
    include_str!("../../../style/30-components/table.css"),
    include_str!("../../../style/30-components/tray.css"),
    include_str!("../../../style/40-charts.css"),
    include_str!("../../../style/90-print.css"),
);

/// Where it is served: the name changes with the content, so that it can be kept for ever.
pub static HREF: LazyLock<String> = LazyLock::new(|| address(SHEET));

/// What asks the reader's system for its colours, and what stands in its place where the colours are chosen.
const DARK: [&str; 2] = ["(prefers-color-scheme: dark)", "(prefers-color-scheme:dark)"];
/// The rules of the drawings for paper, as the crate `charts` writes them.
const ON_PAPER: &str = "@media print{";

/// The style sheet in chosen colours.
pub struct Tinted {
    theme: Theme,
    /// Where it is served.
    pub href: String,
    /// The sheet.
    pub sheet: String,
}

static TINTED: LazyLock<Vec<Tinted>> = LazyLock::new(|| {
    let chosen = [(Theme::Light, "not all", None), (Theme::Dark, "all", None), (Theme::Mono, "not all", Some("all"))];
    let tinted = chosen.map(|(theme, dark, paper)| {
        let asked = DARK.iter().fold(SHEET.to_owned(), |sheet, asked| sheet.replace(asked, dark));
        let scheme = if theme == Theme::Dark { "color-scheme: dark" } else { "color-scheme: light" };
        let sheet = asked.replace("color-scheme: light dark", scheme);
        let sheet = paper.map_or(sheet.clone(), |paper| sheet.replace(ON_PAPER, &format!("@media {paper}{{")));
        Tinted { theme, href: address(&sheet), sheet }
    });
    tinted.into()
});

fn address(sheet: &str) -> String {
    let digest = Sha256::digest(sheet.as_bytes());
    let hex: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("/assets/{hex}.css")
}

/// Where the sheet of a theme is served.
pub fn href(theme: Theme) -> &'static str {
    TINTED.iter().find(|tinted| tinted.theme == theme).map_or(HREF.as_str(), |tinted| tinted.href.as_str())
}

/// The sheet that is served at an address.
pub fn sheet_at(href: &str) -> Option<&'static str> {
    if href == HREF.as_str() {
        return Some(SHEET);
    }
    TINTED.iter().find(|tinted| tinted.href == href).map(|tinted| tinted.sheet.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_theme_no_longer_asks_the_system() {
        let sheet = |theme| sheet_at(href(theme)).unwrap();
        assert!(DARK.iter().any(|asked| sheet(Theme::Auto).contains(asked)));
        for theme in [Theme::Light, Theme::Dark, Theme::Mono] {
            assert!(!DARK.iter().any(|asked| sheet(theme).contains(asked)), "{theme}");
        }
        assert!(
            sheet(Theme::Dark).contains("color-scheme: dark;") && sheet(Theme::Light).contains("color-scheme: light;")
        );
        assert!(!sheet(Theme::Mono).contains(ON_PAPER) && sheet(Theme::Light).contains(ON_PAPER));
        assert!(sheet_at("/assets/0.css").is_none());
    }
}
