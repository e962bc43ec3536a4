//! What is new, for readers who follow with a feed reader? Atom 1.0; every day in it comes from a release, never from a clock.

mod atom;
mod corrections;
mod releases;

use super::links::Origin;
use i18n::Locale;
use reports::{ReportError, Reports};

/// What a feed tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feed {
    /// Every release of the data.
    Releases,
    /// Every correction.
    Corrections,
    /// What each release changed for the hospitals of a region, `JP-15`.
    Region(String),
}

impl Feed {
    /// Where it lives.
    pub fn path(&self, locale: Locale) -> String {
        match self {
            Self::Releases => format!("/feeds/{locale}/releases.atom"),
            Self::Corrections => format!("/feeds/{locale}/corrections.atom"),
            Self::Region(region) => format!("/feeds/{locale}/regions/{region}.atom"),
        }
    }

    /// Reads a path; `None` where no feed lives there.
    pub fn parse(path: &str) -> Option<(Locale, Self)> {
        let mut segments = path.strip_prefix("/feeds/")?.strip_suffix(".atom")?.split('/');
        let locale = Locale::parse(segments.next()?)?;
        let rest: Vec<&str> = segments.collect();
        let feed = match rest.as_slice() {
            ["releases"] => Self::Releases,
            ["corrections"] => Self::Corrections,
            ["regions", region] => {
                domain::regions::split_region_id(region)?;
                Self::Region((*region).to_owned())
            }
            _ => return None,
        };
        Some((locale, feed))
    }

    /// What a reader's program calls it.
    pub fn title(&self, locale: Locale) -> &'static str {
        match self {
            Self::Releases => words::releases(locale),
            Self::Corrections => words::corrections(locale),
            Self::Region(_) => words::region(locale),
        }
    }

    /// The feed as text.
    ///
    /// # Errors
    /// [`ReportError`] where the region is unknown or the releases cannot be read.
    pub async fn document(&self, reports: &Reports, origin: &Origin, locale: Locale) -> Result<String, ReportError> {
        match self {
            Self::Releases => releases::all(reports, origin, locale).await,
            Self::Corrections => corrections::all(reports, origin, locale).await,
            Self::Region(region) => releases::of_region(reports, origin, locale, region).await,
        }
    }
}

mod words {
    i18n::text! {
        pub(super) fn releases { ja: "データの新しい版", en: "New releases of the data" }
        pub(super) fn corrections { ja: "訂正の記録", en: "Corrections" }
        pub(super) fn region { ja: "この都道府県で変わったこと", en: "What changed in this prefecture" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_the_feed_it_was_made_from() {
        for locale in Locale::ALL {
            for feed in [Feed::Releases, Feed::Corrections, Feed::Region("JP-15".to_owned())] {
                assert_eq!(Feed::parse(&feed.path(locale)), Some((locale, feed)));
            }
        }
        for path in
            ["/feeds/fr/releases.atom", "/feeds/ja/releases", "/feeds/ja/regions/../x.atom", "/feeds/ja/regions/.atom"]
        {
            assert_eq!(Feed::parse(path), None, "{path}");
        }
    }
}
