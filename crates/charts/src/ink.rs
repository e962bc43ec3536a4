//! Which colours does a chart use, and what becomes of them in the dark, on paper and in forced colours?
//!
//! A drawing names its colours only by class, so that one drawing serves every theme.

use std::fmt::Write;

/// A colour by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// The ground.
    Paper,
    /// Text and what is measured.
    Ink,
    /// Secondary text.
    Quiet,
    /// Ticks and axes.
    Tick,
    /// Lines that only guide the eye.
    Grid,
    /// The middle of a group.
    Field,
    /// The edge of a field.
    FieldEdge,
    /// Hatching of what is missing.
    Hatch,
    /// Points among many that need no attention of their own.
    Cloud,
    /// Better than the comparator.
    Better,
    /// Cannot be told apart.
    Same,
    /// Worse than the comparator.
    Worse,
    /// Second of several things side by side.
    Second,
    /// Third of several things side by side.
    Third,
    /// Fourth of several things side by side.
    Fourth,
    /// The ground of the lowest of four steps; never that of an empty sheet.
    Step1,
    /// The ground of the second step.
    Step2,
    /// The ground of the third step.
    Step3,
    /// The ground of the highest step.
    Step4,
}

/// For whom a drawing is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Follows the reader's system: light, dark, forced colours, print.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// One colour, for print.
    OneColour,
}

impl Theme {
    /// All themes.
    pub const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::OneColour];
}

struct Pigment {
    ink: Ink,
    class: &'static str,
    light: &'static str,
    dark: &'static str,
    print: &'static str,
    forced: &'static str,
}

const fn pigment(ink: Ink, class: &'static str, [light, dark, print, forced]: [&'static str; 4]) -> Pigment {
    Pigment { ink, class, light, dark, print, forced }
}

/// In the order of the enum; a test holds on to that.
const PALETTE: [Pigment; 19] = [
    pigment(Ink::Paper, "paper", ["#ffffff", "#1a1a1a", "#ffffff", "Canvas"]),
    pigment(Ink::Ink, "ink", ["#1a1a1a", "#f2f2f2", "#000000", "CanvasText"]),
    pigment(Ink::Quiet, "quiet", ["#595959", "#b3b3b3", "#333333", "CanvasText"]),
    pigment(Ink::Tick, "tick", ["#767676", "#8c8c8c", "#555555", "CanvasText"]),
    pigment(Ink::Grid, "grid", ["#e6e6e6", "#333333", "#dddddd", "GrayText"]),
    pigment(Ink::Field, "field", ["#e0e0e0", "#404040", "#e4e4e4", "Canvas"]),
    pigment(Ink::FieldEdge, "edge", ["#8c8c8c", "#949494", "#777777", "CanvasText"]),
    pigment(Ink::Hatch, "hatch", ["#999999", "#767676", "#888888", "GrayText"]),
    pigment(Ink::Cloud, "cloud", ["#a6a6a6", "#767676", "#aaaaaa", "GrayText"]),
    pigment(Ink::Better, "better", ["#0031d8", "#7096f8", "#000000", "CanvasText"]),
    pigment(Ink::Same, "same", ["#767676", "#b3b3b3", "#555555", "CanvasText"]),
    pigment(Ink::Worse, "worse", ["#c74700", "#ff7628", "#000000", "CanvasText"]),
    pigment(Ink::Second, "second", ["#00a3bf", "#00a3bf", "#000000", "CanvasText"]),
    pigment(Ink::Third, "third", ["#b78f00", "#b78f00", "#000000", "CanvasText"]),
    pigment(Ink::Fourth, "fourth", ["#8843e1", "#b48af0", "#000000", "CanvasText"]),
    pigment(Ink::Step1, "faint", ["#e6e6e6", "#333333", "#e4e4e4", "Canvas"]),
    pigment(Ink::Step2, "pale", ["#b8b8b8", "#595959", "#b8b8b8", "Canvas"]),
    pigment(Ink::Step3, "deep", ["#6e6e6e", "#a6a6a6", "#6e6e6e", "CanvasText"]),
    pigment(Ink::Step4, "full", ["#262626", "#f2f2f2", "#000000", "CanvasText"]),
];

impl Ink {
    /// The place of the ink in the palette; how it travels through plotters as a colour.
    pub(crate) fn index(self) -> u8 {
        PALETTE.iter().position(|pigment| pigment.ink == self).unwrap_or(1) as u8
    }

    /// The short name in class attributes.
    pub(crate) fn class_of(index: u8) -> &'static str {
        PALETTE.get(usize::from(index)).map_or("ink", |pigment| pigment.class)
    }
}

const FONTS: &str =
    "\"BIZ UDPGothic\",\"Hiragino Sans\",\"Noto Sans CJK JP\",\"Noto Sans JP\",\"Yu Gothic\",Meiryo,Arial,sans-serif";

/// The rules every drawing needs, as CSS: class `mc-f-…` fills, class `mc-s-…` strokes.
///
/// The same text stands inside each self-contained drawing and, for [`Theme::System`], in the site's own style sheet;
/// it never changes from drawing to drawing, so a content security policy can name it by its hash.
pub fn style_sheet(theme: Theme) -> String {
    let mut css = String::with_capacity(4_000);
    let _ = write!(
        css,
        ".mc{{font-family:{FONTS};font-variant-numeric:tabular-nums;max-width:100%;height:auto{}}}",
        if theme == Theme::System { "" } else { ";stroke-linejoin:round" }
    );
    match theme {
        Theme::System => push_system(&mut css),
        Theme::Light => push_fixed(&mut css, |pigment| pigment.light),
        Theme::Dark => push_fixed(&mut css, |pigment| pigment.dark),
        Theme::OneColour => push_fixed(&mut css, |pigment| pigment.print),
    }
    css
}

/// Inside a page the rules hold against those of the page, and follow the reader's system.
fn push_system(css: &mut String) {
    css.push_str(
        ".mc path,.mc line{stroke-linecap:butt;stroke-linejoin:round}.mc .mc-r{stroke-linecap:round}\
         .mc .mc-h{stroke-width:4px;paint-order:stroke;stroke-linejoin:round}",
    );
    push_rules(css, ".mc .mc-h", |pigment| pigment.light);
    css.push_str("@media (prefers-color-scheme:dark){");
    push_rules(css, ".mc .mc-h", |pigment| pigment.dark);
    css.push_str("}@media print{");
    push_rules(css, ".mc .mc-h", |pigment| pigment.print);
    css.push_str(".mc{print-color-adjust:exact}}@media (forced-colors:active){");
    push_rules(css, ".mc .mc-h", |pigment| pigment.forced);
    css.push_str(".mc .mc-f-field{stroke:CanvasText}}");
}

/// In an image of its own each rule is one class, which every renderer of SVG understands.
fn push_fixed(css: &mut String, colour: impl Fn(&Pigment) -> &'static str) {
    css.push_str(".mc-r{stroke-linecap:round}.mc-h{stroke-width:4px;paint-order:stroke}");
    push_rules(css, ".mc-h", colour);
}

fn push_rules(css: &mut String, rimmed: &str, colour: impl Fn(&Pigment) -> &'static str) {
    for pigment in &PALETTE {
        let (class, colour) = (pigment.class, colour(pigment));
        let _ = write!(css, ".mc-f-{class}{{fill:{colour}}}.mc-s-{class}{{fill:none;stroke:{colour}}}");
        if pigment.ink == Ink::Paper {
            let _ = write!(css, "{rimmed}{{stroke:{colour}}}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_is_found_at_its_own_place() {
        for (index, pigment) in PALETTE.iter().enumerate() {
            assert_eq!(pigment.ink as usize, index);
            assert_eq!(Ink::class_of(pigment.ink.index()), pigment.class);
        }
    }

    #[test]
    fn only_the_system_theme_asks_the_system() {
        assert!(style_sheet(Theme::System).contains("forced-colors"));
        for theme in [Theme::Light, Theme::Dark, Theme::OneColour] {
            assert!(!style_sheet(theme).contains("@media"));
        }
    }

    #[test]
    fn an_image_needs_nothing_but_classes() {
        for theme in [Theme::Light, Theme::Dark, Theme::OneColour] {
            let css = style_sheet(theme);
            for selector in css.split('}').filter_map(|rule| rule.split_once('{')).map(|(selector, _)| selector) {
                let class = selector.strip_prefix('.').unwrap_or_default();
                let plain = |c: char| c.is_ascii_lowercase() || c == '-';
                assert!(!class.is_empty() && class.chars().all(plain), "{selector}");
            }
        }
    }

    #[test]
    fn the_site_style_sheet_carries_the_same_rules() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style/40-charts.css");
        let site = std::fs::read_to_string(path).unwrap();
        assert!(
            site.contains(&style_sheet(Theme::System)),
            "style/40-charts.css is behind; see: cargo run -p charts --example stylesheet"
        );
    }
}
