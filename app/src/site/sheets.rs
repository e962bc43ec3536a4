//! Which sheets of paper can be handed on, and from which view is one made?

use super::links::{Here, Place};
use domain::regions::{region_id, split_region_id};
use domain::view_spec::{Key, ReleaseChoice, Ruby, ViewSpec};
use domain::{HospitalId, MeasureId};

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// A6, from hand to hand.
    Card,
    /// A3, for a wall.
    Poster,
    /// A4, for a meeting or a waiting room.
    Handout,
    /// A4, to write on and take to the doctor.
    Questions,
}

impl Sheet {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Card, Self::Handout, Self::Poster, Self::Questions];

    /// As an address writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Poster => "poster",
            Self::Handout => "handout",
            Self::Questions => "questions",
        }
    }

    /// Reads it from an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.as_str() == text)
    }
}

/// The parameters of a sheet: those of every view from which one is made.
pub const KEYS: &[Key] = &[
    Key::Release,
    Key::Hospitals,
    Key::Measures,
    Key::Measure,
    Key::Hospital,
    Key::Period,
    Key::Region,
    Key::PeerGroup,
    Key::Stratum,
    Key::Near,
    Key::RadiusKm,
    Key::Area,
    Key::Place,
    Key::Care,
    Key::Condition,
    Key::Preset,
    Key::Weights,
    Key::Wishes,
    Key::Answers,
    Key::Top,
    Key::IncludeCrude,
    Key::Ruby,
];

/// What of the finder's question makes a sheet.
const FINDER_KEYS: &[Key] =
    &[Key::Release, Key::Hospitals, Key::Place, Key::Area, Key::Care, Key::Region, Key::Near, Key::RadiusKm, Key::Ruby];

/// Whether a question says where; a sheet about the whole country would tell nothing.
fn somewhere(view: &ViewSpec) -> bool {
    !view.place.is_empty() || view.near.is_some() || view.area.is_some() || view.region.is_some()
}

/// What a sheet is about, read from its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One hospital.
    Hospital(HospitalId),
    /// Hospitals side by side.
    Compare,
    /// One measure.
    Measure(MeasureId),
    /// Own criteria.
    Priorities,
    /// Hospitals around a place, and what is needed there.
    Near,
    /// A trouble in everyday words, by its id.
    Condition(String),
    /// A prefecture or a medical area, by its code.
    Area(String),
    /// This site.
    Site,
}

impl Subject {
    /// The most particular of what the question names. Hospitals are the subject only where nothing else is: beside it they are
    /// what the reader collects on the way.
    pub fn of(view: &ViewSpec) -> Self {
        let own =
            view.preset.is_some() || !(view.weights.is_empty() && view.wishes.is_empty() && view.answers.is_empty());
        let around = !view.place.is_empty() || view.near.is_some() || view.care.is_some();
        let region = view.region.as_deref().and_then(split_region_id).map(|(_, code)| code.to_owned());
        match (&view.hospital, &view.measure, &view.condition) {
            (Some(hospital), ..) => Self::Hospital(hospital.clone()),
            (None, Some(measure), _) => Self::Measure(measure.clone()),
            (None, None, Some(condition)) => Self::Condition(condition.clone()),
            _ if own => Self::Priorities,
            _ if around => Self::Near,
            _ => match view.area.clone().or(region) {
                Some(code) => Self::Area(code),
                None => match view.hospitals.as_slice() {
                    [] => Self::Site,
                    [only] => Self::Hospital(only.clone()),
                    _ => Self::Compare,
                },
            },
        }
    }

    /// The page of the view.
    pub fn place(&self) -> Place {
        match self {
            Self::Hospital(id) => Place::Hospital(id.clone()),
            Self::Compare => Place::Compare,
            Self::Measure(id) => Place::Measure(id.clone()),
            Self::Priorities => Place::Priorities,
            Self::Near => Place::Hospitals,
            Self::Condition(id) => Place::Condition(id.clone()),
            Self::Area(code) => Place::Area(code.clone()),
            Self::Site => Place::Home,
        }
    }

    /// The way back to the view, with everything that the reader has on the way.
    pub fn back(&self, here: &Here) -> String {
        self.href(here, &here.view)
    }

    /// The address that is handed on: the view of this release, also when newer data have come, and nothing of the reader.
    pub fn address(&self, here: &Here, release: &str) -> String {
        let mut view =
            ViewSpec { release: ReleaseChoice::Pinned(release.to_owned()), ruby: Ruby::Off, ..here.view.clone() };
        if *self != Self::Compare {
            view.hospitals.clear();
        }
        self.href(here, &view)
    }

    fn href(&self, here: &Here, view: &ViewSpec) -> String {
        let href = self.place().href(here.locale, view);
        match (self, &view.measure) {
            (Self::Hospital(_), Some(measure)) => format!("{href}#{measure}"),
            _ => href,
        }
    }

    /// The question that leads back to a page: what makes a sheet of it. What the reader collects goes along.
    pub fn asked(here: &Here) -> Option<ViewSpec> {
        let place = here.place.as_ref()?;
        let mut asked = match place {
            Place::Compare | Place::Priorities | Place::Measure(_) | Place::Condition(_) => here.view.clone(),
            // the place and the need; names, roles and filters are the reader's own search
            Place::Hospitals => here.view.of_keys(FINDER_KEYS),
            _ => ViewSpec { release: here.view.release.clone(), ..here.bare() },
        };
        match place {
            Place::Hospital(id) => asked.hospital = Some(id.clone()),
            Place::Measure(id) => asked.measure = Some(id.clone()),
            Place::Area(code) if code.len() == 2 => asked.region = Some(region_id("JP", code)),
            Place::Area(code) => asked.area = Some(code.clone()),
            Place::Condition(id) => asked.condition = Some(id.clone()),
            Place::Hospitals if !somewhere(&asked) => return None,
            Place::Compare | Place::Priorities | Place::Hospitals | Place::Home => {}
            _ => return None,
        }
        Some(asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Locale;

    #[test]
    fn a_sheet_leads_back_to_the_view_it_was_made_from() {
        let pages = [
            ("/ja/hospitals/a", ""),
            ("/ja/measures/m", "region=JP-15"),
            ("/ja/compare", "h=a%2Cb"),
            ("/ja/areas/1507", ""),
            ("/ja/areas/15", ""),
            ("/ja/priorities", "region=JP-15&preset=cancer"),
            ("/ja/hospitals", "place=sado&care=deliveries"),
            ("/ja/hospitals", "near=38%2C138.4&radius_km=50"),
            ("/ja/conditions/child-illness", "region=JP-15"),
            ("/ja/", ""),
        ];
        for (path, query) in pages {
            let (locale, place) = Place::parse(path).unwrap();
            let view = ViewSpec::parse_query(query, place.keys()).unwrap();
            let origin = crate::site::Origin::default();
            let asked = Subject::asked(&Here { locale, place: Some(place), view, origin }).unwrap();
            let sheet = Place::Share(Sheet::Card).href(locale, &asked);
            let (_, asked) = sheet.split_once('?').unwrap_or((&sheet, ""));
            let here = Here {
                locale,
                place: Some(Place::Share(Sheet::Card)),
                view: ViewSpec::parse_query(asked, KEYS).unwrap(),
                origin: crate::site::Origin::default(),
            };
            let back = Subject::of(&here.view).address(&here, "r1");
            let query = if query.is_empty() { "release=r1".to_owned() } else { format!("release=r1&{query}") };
            assert_eq!(back, format!("{path}?{query}"), "{sheet}");
        }
    }

    #[test]
    fn a_search_without_a_place_makes_no_sheet_and_a_name_or_a_filter_stays_behind() {
        let asked = |query: &str| {
            let view = ViewSpec::parse_query(query, Place::Hospitals.keys()).unwrap();
            let origin = crate::site::Origin::default();
            Subject::asked(&Here { locale: Locale::Ja, place: Some(Place::Hospitals), view, origin })
        };
        assert_eq!(asked("q=sado&care=deliveries"), None);
        let sheet = asked("q=sado&beds_min=100&page=2&place=sado&care=deliveries").unwrap();
        assert_eq!(sheet.to_query(), "place=sado&care=deliveries");
        assert_eq!(Subject::of(&sheet), Subject::Near);
    }

    #[test]
    fn one_hospital_alone_is_not_compared() {
        let of = |query: &str| Subject::of(&ViewSpec::parse_query(query, KEYS).unwrap());
        assert_eq!(of("h=a"), Subject::Hospital(HospitalId::parse("a").unwrap()));
        assert_eq!(of("h=a,b"), Subject::Compare);
    }

    #[test]
    fn what_a_reader_has_on_the_way_comes_back_from_a_sheet_and_is_not_handed_on() {
        let pages = ["/ja/hospitals/a?", "/ja/measures/m?", "/ja/areas/15?", "/ja/priorities?preset=cancer&"];
        for page in pages {
            let (path, query) = page.split_once('?').unwrap();
            let (locale, place) = Place::parse(path).unwrap();
            let view = ViewSpec::parse_query(&format!("{query}h=b,c&ruby=1"), place.keys()).unwrap();
            let origin = crate::site::Origin::default();
            let here = Here { locale, place: Some(place), view, origin: origin.clone() };
            let sheet = Place::Share(Sheet::Card);
            let view = ViewSpec::parse_query(&Subject::asked(&here).unwrap().to_query(), sheet.keys()).unwrap();
            let there = Here { locale, place: Some(sheet), view, origin };
            let subject = Subject::of(&there.view);
            assert_eq!(subject.back(&there), here.again(|_| ()), "{page}");
            let handed = subject.address(&there, "r1");
            assert!(handed.contains("release=r1") && !handed.contains("h=") && !handed.contains("ruby"), "{handed}");
        }
    }
}
