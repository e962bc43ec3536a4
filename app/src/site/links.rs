//! Where does each page live? Addresses are made here and read back here, and nowhere else.

mod here;
mod origin;

pub use here::Here;
pub use origin::Origin;

use super::sheets::{self, Sheet};
use domain::regions::{region_id, split_region_id};
use domain::view_spec::{Key, Ruby, ViewSpec};
use domain::{HospitalId, MeasureId};
use i18n::Locale;

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// What is this, and where do I begin?
    Home,
    /// Every condition, in everyday words.
    Conditions,
    /// One condition.
    Condition(String),
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
    /// A sheet of paper to hand on, made from a view.
    Share(Sheet),
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
    /// What no public source tells, and who holds it.
    Missing,
    /// What the words mean.
    Words,
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
    /// What is kept about whoever comes here.
    Privacy,
    /// Who can use this, what was tested, and what does not work yet.
    Accessibility,
    /// A reader tells of a mistake.
    Report,
    /// A hospital answers a value.
    Reply,
}

impl Place {
    /// The path, language first.
    pub fn path(&self, locale: Locale) -> String {
        match self {
            Self::Home => format!("/{locale}/"),
            Self::Conditions => format!("/{locale}/conditions"),
            Self::Condition(id) => format!("/{locale}/conditions/{id}"),
            Self::Hospitals => format!("/{locale}/hospitals"),
            Self::Hospital(id) => format!("/{locale}/hospitals/{id}"),
            Self::Measures => format!("/{locale}/measures"),
            Self::Measure(id) => format!("/{locale}/measures/{id}"),
            Self::Priorities => format!("/{locale}/priorities"),
            Self::Compare => format!("/{locale}/compare"),
            Self::Share(sheet) => format!("/{locale}/share/{}", sheet.as_str()),
            Self::Areas => format!("/{locale}/areas"),
            Self::Area(code) => format!("/{locale}/areas/{code}"),
            Self::Demonstration => format!("/{locale}/demonstration"),
            Self::Charts => format!("/{locale}/charts"),
            Self::Press => format!("/{locale}/press"),
            Self::PressMeasure(id) => format!("/{locale}/press/measures/{id}"),
            Self::PressRegion(id) => format!("/{locale}/press/regions/{id}"),
            Self::Api => format!("/{locale}/api"),
            Self::Missing => format!("/{locale}/missing"),
            Self::Words => format!("/{locale}/words"),
            Self::Methods => format!("/{locale}/methods"),
            Self::Sources => format!("/{locale}/sources"),
            Self::Corrections => format!("/{locale}/corrections"),
            Self::Data => format!("/{locale}/data"),
            Self::Terms => format!("/{locale}/terms"),
            Self::About => format!("/{locale}/about"),
            Self::Privacy => format!("/{locale}/privacy"),
            Self::Accessibility => format!("/{locale}/accessibility"),
            Self::Report => format!("/{locale}/report"),
            Self::Reply => format!("/{locale}/reply"),
        }
    }

    /// Reads a path; `None` where no page lives there.
    pub fn parse(path: &str) -> Option<(Locale, Self)> {
        let mut segments = path.strip_prefix('/')?.split('/');
        let locale = Locale::parse(segments.next()?)?;
        let rest: Vec<&str> = segments.collect();
        let place = match rest.as_slice() {
            [] | [""] => Self::Home,
            ["conditions"] => Self::Conditions,
            ["conditions", id] => Self::Condition(condition(id)?),
            ["hospitals"] => Self::Hospitals,
            ["hospitals", id] => Self::Hospital(HospitalId::parse(id).ok()?),
            ["measures"] => Self::Measures,
            ["measures", id] => Self::Measure(MeasureId::parse(id).ok()?),
            ["priorities"] => Self::Priorities,
            ["compare"] => Self::Compare,
            ["share", sheet] => Self::Share(Sheet::parse(sheet)?),
            ["areas"] => Self::Areas,
            ["areas", code] => Self::Area(area_code(code)?),
            ["demonstration"] => Self::Demonstration,
            ["charts"] => Self::Charts,
            ["press"] => Self::Press,
            ["press", "measures", id] => Self::PressMeasure(MeasureId::parse(id).ok()?),
            ["press", "regions", id] => Self::PressRegion(region(id)?),
            ["api"] => Self::Api,
            ["missing"] => Self::Missing,
            ["words"] => Self::Words,
            ["methods"] => Self::Methods,
            ["sources"] => Self::Sources,
            ["corrections"] => Self::Corrections,
            ["data"] => Self::Data,
            ["terms"] => Self::Terms,
            ["about"] => Self::About,
            ["privacy"] => Self::Privacy,
            ["accessibility"] => Self::Accessibility,
            ["report"] => Self::Report,
            ["reply"] => Self::Reply,
            _ => return None,
        };
        Some((locale, place))
    }

    /// The parameters that its address takes.
    pub const fn keys(&self) -> &'static [Key] {
        match self {
            Self::Hospitals => &[
                Key::Release,
                Key::Hospitals,
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
                Key::Specialty,
                Key::Saturday,
                Key::BedsMin,
                Key::BedsMax,
                Key::Island,
                Key::Page,
                Key::Ruby,
            ],
            Self::Measure(_) => &[
                Key::Release,
                Key::Hospitals,
                Key::Period,
                Key::Region,
                Key::PeerGroup,
                Key::Stratum,
                Key::Page,
                Key::Ruby,
            ],
            Self::Priorities => &[
                Key::Release,
                Key::Hospitals,
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
                Key::Ruby,
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
            Self::Condition(_) => &[
                Key::Release,
                Key::Hospitals,
                Key::Region,
                Key::Area,
                Key::Place,
                Key::Near,
                Key::RadiusKm,
                Key::Page,
                Key::Ruby,
            ],
            Self::Compare => &[Key::Release, Key::Hospitals, Key::Measures, Key::Query, Key::Ruby],
            Self::Share(_) => sheets::KEYS,
            Self::Corrections => &[Key::Release, Key::Hospitals, Key::Hospital, Key::Page, Key::Ruby],
            Self::Report | Self::Reply => {
                &[Key::Release, Key::Hospitals, Key::Measure, Key::Hospital, Key::Period, Key::Stratum, Key::Ruby]
            }
            _ => &[Key::Release, Key::Hospitals, Key::Ruby],
        }
    }

    /// Whether the hospitals of its address are the page's own question and not what a reader collects on the way.
    pub const fn asks_of_hospitals(&self) -> bool {
        matches!(self, Self::Compare | Self::Charts | Self::Share(_))
    }

    /// Whether readings stand above its kanji where the reader wants them; a sheet of paper has its own.
    pub fn takes_readings(&self) -> bool {
        self.keys().contains(&Key::Ruby) && !matches!(self, Self::Share(_))
    }

    /// Its address with a question; parameters that this page does not take are left out, and so is the first page of a list,
    /// unless without it the page shows less than that.
    pub fn href(&self, locale: Locale, view: &ViewSpec) -> String {
        let ruby = if locale == Locale::Ja { view.ruby } else { Ruby::Off };
        let begins_short = match self {
            Self::Hospitals => asks_for_a_place_alone(view),
            Self::Condition(_) => true,
            _ => false,
        };
        let kept = ViewSpec { page: view.page.filter(|page| *page > 1 || begins_short), ruby, ..view.clone() };
        with_query(&self.path(locale), &kept.to_query_of(self.keys()))
    }
}

/// Whether a question of the finder is where, and nothing else: its list begins with the first of each role.
pub fn asks_for_a_place_alone(view: &ViewSpec) -> bool {
    let somewhere = !view.place.is_empty() || view.region.is_some() || view.area.is_some() || view.near.is_some();
    let by_name_or_role = !view.query.is_empty() || view.peer_group.is_some();
    somewhere && view.care.is_none() && !by_name_or_role && view.filters.is_empty()
}

/// The id of a region as an address may write it.
fn region(text: &str) -> Option<String> {
    let (country, code) = split_region_id(text)?;
    Some(region_id(country, code)).filter(|id| id == text)
}

/// The id of a condition as an address may write it.
fn condition(text: &str) -> Option<String> {
    let plain = (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    plain.then(|| text.to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Vec<Place> {
        let hospital = HospitalId::parse("jp-0111010000010").unwrap();
        let measure = MeasureId::parse("jp-dpc-readmission").unwrap();
        vec![
            Place::Home,
            Place::Conditions,
            Place::Condition("hip-fracture".to_owned()),
            Place::Hospitals,
            Place::Hospital(hospital),
            Place::Measures,
            Place::Measure(measure),
            Place::Priorities,
            Place::Compare,
            Place::Share(Sheet::Card),
            Place::Share(Sheet::Questions),
            Place::Areas,
            Place::Area("1507".to_owned()),
            Place::Demonstration,
            Place::Charts,
            Place::Press,
            Place::Api,
            Place::PressMeasure(MeasureId::parse("jp-dpc-los").unwrap()),
            Place::PressRegion("JP-15".to_owned()),
            Place::Missing,
            Place::Words,
            Place::Methods,
            Place::Sources,
            Place::Corrections,
            Place::Data,
            Place::Terms,
            Place::About,
            Place::Privacy,
            Place::Accessibility,
            Place::Report,
            Place::Reply,
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
    fn readings_go_along_on_japanese_pages_and_stay_behind_on_english_ones() {
        let view = ViewSpec::parse_query("ruby=1", Place::Home.keys()).unwrap();
        let here = Here { locale: Locale::Ja, place: Some(Place::Home), view, origin: Origin::default() };
        assert_eq!(here.to(&Place::Words), "/ja/words?ruby=1");
        assert_eq!(here.to(&Place::Charts), "/ja/charts");
        assert_eq!(here.in_language(Locale::En), "/en/");
    }

    #[test]
    fn a_page_about_the_same_place_keeps_all_that_says_where() {
        let at = |query: &str| {
            let view = ViewSpec::parse_query(query, Place::Hospitals.keys()).unwrap();
            let here = Here { locale: Locale::Ja, place: Some(Place::Hospitals), view, origin: Origin::default() };
            here.to_same_place(&Place::Priorities, |view| view.preset = Some("cancer".to_owned()))
        };
        let point = "near=38%2C138.4&radius_km=50&region=JP-15&area=1507&place=sado";
        for part in point.split('&') {
            assert!(at(&format!("{point}&q=a&care=deliveries")).contains(part), "{part}");
        }
        assert_eq!(at("radius_km=50&q=a"), "/ja/priorities?preset=cancer");
    }

    #[test]
    fn a_pinned_release_stays_pinned_and_the_rest_is_left_behind() {
        let view = ViewSpec::parse_query("release=r1&q=sado&page=3", Place::Hospitals.keys()).unwrap();
        let here = Here { locale: Locale::Ja, place: Some(Place::Hospitals), view, origin: Origin::default() };
        assert_eq!(here.to(&Place::Measures), "/ja/measures?release=r1");
        assert_eq!(here.in_language(Locale::En), "/en/hospitals?release=r1&q=sado&page=3");
        assert_eq!(here.again(|view| view.page = None), "/ja/hospitals?release=r1&q=sado");
    }

    #[test]
    fn the_first_page_of_a_list_is_left_out_where_it_is_the_list_itself() {
        let at = |place: Place, query: &str| {
            let view = ViewSpec::parse_query(query, place.keys()).unwrap();
            place.href(Locale::Ja, &view)
        };
        assert_eq!(at(Place::Hospitals, "q=sado&region=JP-15&page=1"), "/ja/hospitals?region=JP-15&q=sado");
        assert_eq!(at(Place::Hospitals, "page=1"), "/ja/hospitals");
        assert_eq!(
            at(Place::Measure(MeasureId::parse("demo-falls").unwrap()), "region=JP-15&page=1"),
            "/ja/measures/demo-falls?region=JP-15"
        );
        // of a place alone the page without a number shows the first of each role
        assert_eq!(at(Place::Hospitals, "region=JP-15&page=1"), "/ja/hospitals?region=JP-15&page=1");
    }

    #[test]
    fn collected_hospitals_go_along_to_every_page_and_are_nobody_elses() {
        let view = ViewSpec::parse_query("h=a,b&q=sado", Place::Hospitals.keys()).unwrap();
        let here = Here { locale: Locale::En, place: Some(Place::Hospitals), view, origin: Origin::default() };
        for place in places().into_iter().filter(|place| *place != Place::Charts) {
            let href = here.to(&place);
            assert!(href.ends_with("?h=a%2Cb"), "{href}");
            let (_, query) = href.split_once('?').unwrap();
            assert!(ViewSpec::parse_query(query, place.keys()).is_ok(), "{href}");
        }
        assert_eq!(here.to(&Place::Charts), "/en/charts");
        assert_eq!(here.as_others_know_it().in_language(Locale::En), "/en/hospitals?q=sado");
        let compare = Here { place: Some(Place::Compare), ..here };
        assert_eq!(compare.as_others_know_it(), compare);
    }
}
