//! What can a drawing be asked for: which chart, in which colours, of which size?

use super::Key;
use crate::bilingual::Bilingual;
use crate::codes;

codes! {
    /// The charts that have an address of their own, `/embed/{locale}/{chart}`.
    Chart, "chart", "図" {
        /// One measure of one hospital beside its role and the country.
        Ruler = "ruler",
        /// One measure of one hospital over the years.
        Trend = "trend",
        /// A share of one hospital as so many of 1,000 people.
        Icons = "icons",
        /// Two to five hospitals side by side.
        Compare = "compare",
        /// The hospitals of a list with their intervals.
        Intervals = "intervals",
        /// Every hospital against its size.
        Funnel = "funnel",
        /// The ranges of places within one role.
        Places = "places",
        /// The spread between hospitals over the years.
        Spread = "spread",
        /// The prefectures.
        Map = "map",
    }
}

impl Chart {
    /// What it is called.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::Ruler => Bilingual::new("ものさし（一つの病院）", "Ruler (one hospital)"),
            Self::Trend => Bilingual::new("年ごとの値（一つの病院）", "Year by year (one hospital)"),
            Self::Icons => Bilingual::new("1,000人の絵（一つの病院）", "1,000 people (one hospital)"),
            Self::Compare => Bilingual::new("病院を並べる（2〜5院）", "Hospitals side by side (2 to 5)"),
            Self::Intervals => Bilingual::new("病院ごとの値と幅", "Hospitals with their ranges"),
            Self::Funnel => Bilingual::new("全国の病院を一枚に（ファンネル図）", "Every hospital (funnel plot)"),
            Self::Places => Bilingual::new("順位の幅（同じ役割の病院）", "Ranges of places (one role)"),
            Self::Spread => Bilingual::new("病院のばらつきの移り変わり", "Spread over the years"),
            Self::Map => Bilingual::new("都道府県の地図", "Map of prefectures"),
        }
    }

    /// Whether it shows one hospital, which must be named.
    pub const fn needs_hospital(self) -> bool {
        matches!(self, Self::Ruler | Self::Trend | Self::Icons)
    }

    /// The parameters that choose what it shows.
    pub const fn question(self) -> &'static [Key] {
        match self {
            Self::Ruler | Self::Trend | Self::Icons => &[Key::Release, Key::Measure, Key::Hospital],
            Self::Spread => &[Key::Release, Key::Measure, Key::Hospital, Key::PeerGroup, Key::Stratum],
            Self::Compare => &[Key::Release, Key::Hospitals, Key::Measure],
            Self::Places => {
                &[Key::Release, Key::Measure, Key::Hospital, Key::PeerGroup, Key::Period, Key::Stratum, Key::Page]
            }
            Self::Intervals => &[
                Key::Release,
                Key::Measure,
                Key::Hospital,
                Key::Period,
                Key::Region,
                Key::PeerGroup,
                Key::Stratum,
                Key::Page,
            ],
            Self::Funnel => &[Key::Release, Key::Measure, Key::Hospital, Key::Period, Key::Stratum],
            Self::Map => &[Key::Release, Key::Measure, Key::Period, Key::Stratum],
        }
    }

    /// All parameters of its address.
    pub fn keys(self) -> Vec<Key> {
        let looks = [Key::Theme, Key::Width, Key::Height, Key::Scale, Key::Shape, Key::Millimetres];
        // `h` names hospitals where they stand side by side
        let looks = looks.into_iter().filter(|key| *key != Key::Height || self != Self::Compare);
        self.question().iter().copied().chain(looks).collect()
    }
}

codes! {
    /// The language of a drawing, where it differs from that of the page.
    Language, "language", "言語" {
        /// Japanese.
        Ja = "ja",
        /// English.
        En = "en",
    }
}

codes! {
    /// Light or dark, or as the reader's system has it.
    Theme, "theme", "色合い" {
        /// As the system has it.
        Auto = "auto",
        /// Black on white.
        Light = "light",
        /// White on black.
        Dark = "dark",
        /// One colour, for print.
        Mono = "mono",
    }
}

codes! {
    /// An image of a given shape.
    Shape, "preset", "画像の形" {
        /// 1,200 × 630 px: the preview of a link.
        Preview = "og",
        /// 1,080 × 1,080 px.
        Square = "square",
        /// One colour, 300 dots per inch.
        Print = "print",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_parameter_of_a_chart_has_two_meanings() {
        for chart in Chart::ALL {
            let mut names: Vec<&str> = chart.keys().iter().map(|key| key.parameter()).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{chart}");
        }
    }

    #[test]
    fn a_chart_of_one_hospital_takes_a_hospital() {
        for chart in Chart::ALL.iter().filter(|chart| chart.needs_hospital()) {
            assert!(chart.keys().contains(&Key::Hospital), "{chart}");
        }
    }
}
