//! Where does each page live? Addresses are made here and read back here, and nowhere else.

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
            Self::Compare => &[Key::Release, Key::Hospitals, Key::Measures, Key::Query],
            Self::Corrections => &[Key::Release, Key::Hospital, Key::Page],
            _ => &[Key::Release],
        }
    }

    /// Its address with a question; parameters that this page does not take are left out.
    pub fn href(&self, locale: Locale, view: &ViewSpec) -> String {
        let keys = self.keys();
        let has = |key: Key| keys.contains(&key);
        let kept = ViewSpec {
            release: view.release.clone(),
            hospitals: if has(Key::Hospitals) { view.hospitals.clone() } else { Vec::new() },
            hospital: view.hospital.clone().filter(|_| has(Key::Hospital)),
            measures: if has(Key::Measures) { view.measures.clone() } else { Vec::new() },
            query: if has(Key::Query) { view.query.clone() } else { String::new() },
            stratum: if has(Key::Stratum) { view.stratum.clone() } else { String::new() },
            region: view.region.clone().filter(|_| has(Key::Region)),
            peer_group: view.peer_group.filter(|_| has(Key::PeerGroup)),
            near: view.near.filter(|_| has(Key::Near)),
            radius_km: view.radius_km.filter(|_| has(Key::RadiusKm)),
            area: view.area.clone().filter(|_| has(Key::Area)),
            place: if has(Key::Place) { view.place.clone() } else { String::new() },
            care: view.care.filter(|_| has(Key::Care)),
            page: view.page.filter(|page| has(Key::Page) && *page > 1),
            period: if has(Key::Period) { view.period } else { Default::default() },
            preset: view.preset.clone().filter(|_| has(Key::Preset)),
            weights: if has(Key::Weights) { view.weights.clone() } else { Vec::new() },
            wishes: if has(Key::Wishes) { view.wishes.clone() } else { Vec::new() },
            answers: if has(Key::Answers) { view.answers.clone() } else { Vec::new() },
            top: view.top.filter(|_| has(Key::Top)),
            crude: if has(Key::IncludeCrude) { view.crude } else { Default::default() },
            ..ViewSpec::default()
        };
        with_query(&self.path(locale), &kept)
    }
}

/// The code of an area as an address may write it.
fn area_code(text: &str) -> Option<String> {
    let plain = (2..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    plain.then(|| text.to_owned())
}

/// A path with the question behind it.
pub fn with_query(path: &str, view: &ViewSpec) -> String {
    let query = view.to_query();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Where the site is found from outside, `https://example.jp`, without a slash at its end.
///
/// It is configured and never read from a request: answers are kept by their address alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Default for Origin {
    fn default() -> Self {
        Self("http://127.0.0.1:3000".to_owned())
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
        Ok(Self(bare.to_owned()))
    }

    /// A path of this site as others write it.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The path of an address of this site; `None` for an address of another site.
    pub fn path_of<'a>(&self, address: &'a str) -> Option<&'a str> {
        address.strip_prefix(self.0.as_str()).filter(|path| path.starts_with('/'))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
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
        let here = Here { locale: Locale::Ja, place: Some(Place::Hospitals), view };
        assert_eq!(here.to(&Place::Measures), "/ja/measures?release=r1");
        assert_eq!(here.in_language(Locale::En), "/en/hospitals?release=r1&q=sado&page=3");
        assert_eq!(here.again(|view| view.page = None), "/ja/hospitals?release=r1&q=sado");
    }
}
