//! Which language does the reader read?

use std::fmt;
use std::str::FromStr;

/// A language of the site; also the first path segment of every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// Japanese, the first language of the site.
    Ja,
    /// English, in parity.
    En,
}

impl Locale {
    /// All languages, the first one first.
    pub const ALL: [Locale; 2] = [Locale::Ja, Locale::En];

    /// Reads a path segment or a language tag: `ja`, `en` (exactly, in lower case).
    pub fn parse(text: &str) -> Option<Locale> {
        match text {
            "ja" => Some(Locale::Ja),
            "en" => Some(Locale::En),
            _ => None,
        }
    }

    /// The language tag, for paths and `lang` attributes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Locale::Ja => "ja",
            Locale::En => "en",
        }
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Locale::Ja => "日本語",
            Locale::En => "English",
        }
    }

    /// The other language, for the switch at the top of a page.
    pub const fn other(self) -> Locale {
        match self {
            Locale::Ja => Locale::En,
            Locale::En => Locale::Ja,
        }
    }

    /// Goes through all languages, the first one first.
    pub fn iter() -> impl Iterator<Item = Locale> {
        Locale::ALL.into_iter()
    }

    /// Picks the text of this language out of a pair, as texts come from data files.
    pub fn pick<T>(self, ja: T, en: T) -> T {
        match self {
            Locale::Ja => ja,
            Locale::En => en,
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// The text is not the tag of a language of this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLocale(pub String);

impl fmt::Display for UnknownLocale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "unknown language {:?}; the languages are ja and en", self.0)
    }
}

impl std::error::Error for UnknownLocale {}

impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(text: &str) -> Result<Locale, UnknownLocale> {
        Locale::parse(text).ok_or_else(|| UnknownLocale(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_tag_is_read_back() {
        for locale in Locale::iter() {
            assert_eq!(locale.as_str().parse(), Ok(locale));
            assert_eq!(locale.other().other(), locale);
        }
        assert_eq!(Locale::parse("JA"), None);
        assert!("fr".parse::<Locale>().is_err());
    }
}
