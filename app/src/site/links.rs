//! Where does each page live? Addresses are made here and read back here, and nowhere else.

use domain::regions::{region_id, split_region_id};
use domain::view_spec::{Key, ReleaseChoice, ViewSpec};
use domain::{HospitalId, MeasureId};
use i18n::Locale;

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// What is this, and where do I begin?
    Home,
    /// The finder.
    Hospitals,
    /// One hospital.
    Hospital(HospitalId),
    /// All measures.
    Measures,
    /// One measure.
    Measure(MeasureId),
    /// Own criteria.
    Priorities,
    /// Hospitals side by side.
    Compare,
    /// All areas.
    Areas,
    /// One prefecture (two digits) or medical area (four).
    Area(String),
    /// Stories of invented hospitals, held against their true values.
    Demonstration,
    /// A chart, fitted to another site or to print.
    Charts,
    /// Sentences for newsrooms, and the rules.
    Press,
    /// The same for one measure.
    PressMeasure(MeasureId),
    /// The same for one prefecture, `JP-15`.
    PressRegion(String),
    /// What programs can ask.
    Api,
    /// How the numbers are made.
    Methods,
    /// Where the numbers come from.
    Sources,
    /// Which values were corrected, why and when.
    Corrections,
    /// Everything to take away: files of a release.
    Data,
    /// What may be done with all this.
    Terms,
    /// Who makes this, and why.
    About,
}

impl Place {
    /// The path, language first.
    pub fn path(&self, locale: Locale) -> String {
        match self {
            Self::Home => format!("/{locale}/"),
            Self::Hospitals => format!("/{locale}/hospitals"),
            Self::Hospital(id) => format!("/{locale}/hospitals/{id}"),
            Self::Measures => format!("/{locale}/measures"),
            Self::Measure(id) => format!("/{locale}/measures/{id}"),
            Self::Priorities => format!("/{locale}/priorities"),
            Self::Compare => format!("/{locale}/compare"),
            Self::Areas => format!("/{locale}/areas"),
            Self::Area(code) => format!("/{locale}/areas/{code}"),
            Self::Demonstration => format!("/{locale}/demonstration"),
            Self::Charts => format!("/{locale}/charts"),
            Self::Press => format!("/{locale}/press"),
            Self::PressMeasure(id) => format!("/{locale}/press/measures/{id}"),
            Self::PressRegion(id) => format!("/{locale}/press/regions/{id}"),
            Self::Api => format!("/{locale}/api"),
            Self::Methods => format!("/{locale}/methods"),
            Self::Sources => format!("/{locale}/sources"),
            Self::Corrections => format!("/{locale}/corrections"),
            Self::Data => format!("/{locale}/data"),
            Self::Terms => format!("/{locale}/terms"),
            Self::About => format!("/{locale}/about"),
        }
    }

    /// Reads a path; `None` where no page lives there.
    pub fn parse(path: &str) -> Option<(Locale, Self)> {
        let mut segments = path.strip_prefix('/')?.split('/');
        let locale = Locale::parse(segments.next()?)?;
        let rest: Vec<&str> = segments.collect();
        let place = match rest.as_slice() {
            [] | [""] => Self::Home,
            ["hospitals"] => Self::Hospitals,
            ["hospitals", id] => Self::Hospital(HospitalId::parse(id).ok()?),
            ["measures"] => Self::Measures,
            ["measures", id] => Self::Measure(MeasureId::parse(id).ok()?),
            ["priorities"] => Self::Priorities,
            ["compare"] => Self::Compare,
            ["areas"] => Self::Areas,
            ["areas", code] => Self::Area(area_code(code)?),
            ["demonstration"] => Self::Demonstration,
            ["charts"] => Self::Charts,
            ["press"] => Self::Press,
            ["press", "measures", id] => Self::PressMeasure(MeasureId::parse(id).ok()?),
            ["press", "regions", id] => Self::PressRegion(region(id)?),
            ["api"] => Self::Api,
            ["methods"] => Self::Methods,
            ["sources"] => Self::Sources,
            ["corrections"] => Self::Corrections,
            ["data"] => Self::Data,
            ["terms"] => Self::Terms,
            ["about"] => Self::About,
            _ => return None,
        };
        Some((locale, place))
    }

    /// The parameters that its address takes.
    pub const fn keys(&self) -> &'static [Key] {
        match self {
            Self::Hospitals => &[
                Key::Release,
                Key::Query,
                Key::Place,
                Key::Area,
                Key::Care,
                Key::Region,
                Key::PeerGroup,
                Key::Near,
                Key::RadiusKm,
                Key::Emergency,
                Key::Designations,
                Key::Service,
                Key::Saturday,
                Key::BedsMin,
                Key::BedsMax,
                Key::Island,
                Key::Page,
            ],
            Self::Measure(_) => &[Key::Release, Key::Period, Key::Region, Key::PeerGroup, Key::Stratum, Key::Page],
            Self::Priorities => &[
                Key::Release,
                Key::Preset,
                Key::Weights,
                Key::Wishes,
                Key::Answers,
                Key::Region,
                Key::Area,
                Key::Place,
                Key::Near,
                Key::RadiusKm,
                Key::PeerGroup,
                Key::Top,
                Key::IncludeCrude,
            ],
            Self::Charts => &[
                Key::Release,
                Key::Hospitals,
                Key::Measure,
                Key::Hospital,
                Key::Period,
                Key::Region,
                Key::PeerGroup,
                Key::Stratum,
                Key::Page,
                Key::Language,
                Key::Chart,
                Key::Theme,
                Key::Width,
                Key::Millimetres,
            ],
            Self::Compare => &[Key::Release, Key::Hospitals, Key::Measures, Key::Query],
            Self::Corrections => &[Key::Release, Key::Hospital, Key::Page],
            _ => &[Key::Release],
        }
    }

    /// Its address with a question; parameters that this page does not take are left out, and so is the first page of a list.
    pub fn href(&self, locale: Locale, view: &ViewSpec) -> String {
        let kept = ViewSpec { page: view.page.filter(|page| *page > 1), ..view.clone() };
        with_query(&self.path(locale), &kept.to_query_of(self.keys()))
    }
}

/// The id of a region as an address may write it.
fn region(text: &str) -> Option<String> {
    let (country, code) = split_region_id(text)?;
    Some(region_id(country, code)).filter(|id| id == text)
}

/// The code of an area as an address may write it.
fn area_code(text: &str) -> Option<String> {
    let plain = (2..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    plain.then(|| text.to_owned())
}

/// A path with the question behind it.
pub fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Where the site is found from outside, `https://example.jp`, without a slash at its end.
///
/// It is configured and never read from a request: answers are kept by their address alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    address: String,
    contact: Option<String>,
}

impl Default for Origin {
    fn default() -> Self {
        Self { address: "http://127.0.0.1:3000".to_owned(), contact: None }
    }
}

impl Origin {
    /// Reads `http://` or `https://` with a host, and a port where needed.
    ///
    /// # Errors
    /// Says what is wrong with the address.
    pub fn parse(address: &str) -> Result<Self, String> {
        let bare = address.trim().trim_end_matches('/');
        let rest = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
        let Some(rest) = rest else {
            return Err(format!("\"{address}\" is no address of a site; write https://example.jp"));
        };
        let sound = |c: char| c.is_ascii_alphanumeric() || ".-_~:[]".contains(c);
        if rest.is_empty() || !rest.chars().all(sound) {
            return Err(format!("\"{address}\" must be a host and nothing else; write https://example.jp"));
        }
        Ok(Self { address: bare.to_owned(), contact: None })
    }

    /// A path of this site as others write it.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The path of an address of this site; `None` for an address of another site.
    pub fn path_of<'a>(&self, address: &'a str) -> Option<&'a str> {
        address.strip_prefix(self.address.as_str()).filter(|path| path.starts_with('/'))
    }

    /// The same, with whom to write to: an address of mail or of a page.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn with_contact(self, contact: &str) -> Result<Self, String> {
        let sound = !contact.chars().any(|c| c.is_control() || c.is_whitespace() || "<>\"'".contains(c));
        let is_page = contact.starts_with("https://") || contact.starts_with("http://");
        if sound && (is_page || (contact.contains('@') && !contact.contains(':'))) {
            Ok(Self { contact: Some(contact.to_owned()), ..self })
        } else {
            Err(format!("\"{contact}\" is no contact; write press@example.jp or https://example.jp/contact"))
        }
    }

    /// Whom to write to.
    pub fn contact(&self) -> Option<&str> {
        self.contact.as_deref()
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.address
    }
}

/// Where the reader stands: every link of a page is made from here, so that a pinned release stays pinned.
#[derive(Debug, Clone, PartialEq)]
pub struct Here {
    /// Language.
    pub locale: Locale,
    /// Page; `None` on a page that says that there is none.
    pub place: Option<Place>,
    /// Question.
    pub view: ViewSpec,
    /// Where the site is found from outside.
    pub origin: Origin,
}

impl Here {
    /// The address of another page in the same language and release, without any other question.
    pub fn to(&self, place: &Place) -> String {
        place.href(self.locale, &self.bare())
    }

    /// The address of another page with a question made from the bare one.
    pub fn to_with(&self, place: &Place, ask: impl FnOnce(&mut ViewSpec)) -> String {
        let mut view = self.bare();
        ask(&mut view);
        place.href(self.locale, &view)
    }

    /// This page with another question.
    pub fn again(&self, ask: impl FnOnce(&mut ViewSpec)) -> String {
        let mut view = self.view.clone();
        ask(&mut view);
        self.place.as_ref().unwrap_or(&Place::Home).href(self.locale, &view)
    }

    /// This page in another language, the question unchanged.
    pub fn in_language(&self, locale: Locale) -> String {
        self.place.as_ref().unwrap_or(&Place::Home).href(locale, &self.view)
    }

    /// The id of the pinned release, where there is one.
    pub fn pinned(&self) -> Option<&str> {
        match &self.view.release {
            ReleaseChoice::Pinned(id) => Some(id),
            ReleaseChoice::Latest => None,
        }
    }

    fn bare(&self) -> ViewSpec {
        ViewSpec { release: self.view.release.clone(), ..ViewSpec::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Vec<Place> {
        let hospital = HospitalId::parse("jp-0111010000010").unwrap();
        let measure = MeasureId::parse("jp-dpc-readmission").unwrap();
        vec![
            Place::Home,
            Place::Hospitals,
            Place::Hospital(hospital),
            Place::Measures,
            Place::Measure(measure),
            Place::Priorities,
            Place::Compare,
            Place::Areas,
            Place::Area("1507".to_owned()),
            Place::Demonstration,
            Place::Charts,
            Place::Press,
            Place::Api,
            Place::PressMeasure(MeasureId::parse("jp-dpc-los").unwrap()),
            Place::PressRegion("JP-15".to_owned()),
            Place::Methods,
            Place::Sources,
            Place::Corrections,
            Place::Data,
            Place::Terms,
            Place::About,
        ]
    }

    #[test]
    fn an_address_is_read_back_as_it_was_made() {
        for place in places() {
            for locale in Locale::ALL {
                assert_eq!(Place::parse(&place.path(locale)), Some((locale, place.clone())));
            }
        }
    }

    #[test]
    fn an_origin_is_a_host_and_knows_its_own_addresses() {
        let origin = Origin::parse("https://example.jp/").unwrap();
        assert_eq!(origin.absolute("/ja/"), "https://example.jp/ja/");
        assert_eq!(origin.path_of("https://example.jp/ja/measures/a"), Some("/ja/measures/a"));
        for foreign in ["https://example.jp.evil.test/ja/", "http://example.jp/ja/", "/ja/", "https://example.jp"] {
            assert_eq!(origin.path_of(foreign), None, "{foreign}");
        }
        for contact in ["press@example.jp", "https://example.jp/contact"] {
            assert_eq!(Origin::default().with_contact(contact).unwrap().contact(), Some(contact));
        }
        for wrong in ["javascript:a@b", "example", "a@b c", "https://a\"b"] {
            assert!(Origin::default().with_contact(wrong).is_err(), "{wrong}");
        }
        for wrong in ["example.jp", "https://", "https://a b", "https://a/b", "javascript:alert(1)", "https://a\nb"] {
            assert!(Origin::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_lives_at_an_unknown_address() {
        for path in [
            "/",
            "/fr/",
            "/ja/hospitals/",
            "/ja/hospitals/a b",
            "/ja/x",
            "ja",
            "/ja/measures/a/b",
            "/ja/areas/1",
            "/ja/areas/1-5",
        ] {
            assert_eq!(Place::parse(path), None, "{path}");
        }
    }

    #[test]
    fn a_pinned_release_stays_pinned_and_the_rest_is_left_behind() {
        let view = ViewSpec::parse_query("release=r1&q=sado&page=3", Place::Hospitals.keys()).unwrap();
        let here = Here { locale: Locale::Ja, place: Some(Place::Hospitals), view, origin: Origin::default() };
        assert_eq!(here.to(&Place::Measures), "/ja/measures?release=r1");
        assert_eq!(here.in_language(Locale::En), "/en/hospitals?release=r1&q=sado&page=3");
        assert_eq!(here.again(|view| view.page = None), "/ja/hospitals?release=r1&q=sado");
    }
}
