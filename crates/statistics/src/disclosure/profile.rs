//! Which small counts does a publisher mask, and what does it print instead?

use super::SuppressionRule;

/// The rule of a source for counts of patients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Japan, DPC survey and hospitals' own indicators: 0–9 become "-".
    JpDpc,
    /// Japan, NDB open data: 1–9 become "-", 0 is shown.
    JpNdb,
    /// Japan, hospital-based cancer registries: 1–3 become "1~3", 0 is shown.
    JpGan,
    /// United States, CMS cell size policy: 1–10 become "<11", 0 is shown, no cell may be derivable.
    UsCms,
    /// England, hospital episode statistics since 2018: 1–7 become "*", the rest is rounded to the nearest 5.
    UkHes,
    /// England before 2018: 1–5 become "*", with complementary suppression.
    Uk1To5,
}

impl Profile {
    /// All of them, with the names that packages and recipes use.
    pub const NAMED: [(&str, Self); 6] = [
        ("jp_dpc", Self::JpDpc),
        ("jp_ndb", Self::JpNdb),
        ("jp_gan", Self::JpGan),
        ("us_cms", Self::UsCms),
        ("uk_hes", Self::UkHes),
        ("uk_1_5", Self::Uk1To5),
    ];

    /// The profile of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, profile)| *profile)
    }

    /// Counts below this are masked (0 only where [`SuppressionRule::zeros_masked`] says so).
    pub fn rule(self) -> SuppressionRule {
        match self {
            Self::JpDpc => SuppressionRule::masking_zeros(10),
            Self::JpNdb => SuppressionRule::showing_zeros(10),
            Self::JpGan => SuppressionRule::showing_zeros(4),
            Self::UsCms => SuppressionRule::showing_zeros(11),
            Self::UkHes => SuppressionRule::showing_zeros(8),
            Self::Uk1To5 => SuppressionRule::showing_zeros(6),
        }
    }

    /// The sign that stands for a masked count.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::JpDpc | Self::JpNdb => "-",
            Self::JpGan => "1~3",
            Self::UsCms => "<11",
            Self::UkHes | Self::Uk1To5 => "*",
        }
    }

    /// The count as this publisher would print it.
    ///
    /// ```
    /// use statistics::disclosure::Profile;
    /// assert_eq!(Profile::JpDpc.print(9), "-");
    /// assert_eq!(Profile::UkHes.print(12), "10");
    /// ```
    pub fn print(self, count: u64) -> String {
        if self.rule().masks(count) {
            return self.symbol().to_owned();
        }
        self.rounded(count).to_string()
    }

    /// A visible count as this publisher rounds it.
    pub fn rounded(self, count: u64) -> u64 {
        if self.rounds() { (count.saturating_add(2) / 5).saturating_mul(5) } else { count }
    }

    /// Are visible counts rounded? Then a total gives nothing away and no other cell has to be hidden with a small one.
    pub fn rounds(self) -> bool {
        matches!(self, Self::UkHes)
    }
}

/// The NDB threshold for municipalities: `None` below 2,000 inhabitants (no counts at all), 20 below 25,000, else 10.
pub fn ndb_threshold(inhabitants: u64) -> Option<SuppressionRule> {
    match inhabitants {
        0..2_000 => None,
        2_000..25_000 => Some(SuppressionRule::showing_zeros(20)),
        _ => Some(SuppressionRule::showing_zeros(10)),
    }
}
