//! What does the finder answer?

use super::ReleaseNote;
use super::care::{CareFact, Known, Reach, Where};
use super::hospital::{Event, HospitalCard};
use super::measure::Page;
use super::value::SourceNote;
use domain::peers::PeerGroup;
use domain::specialty::{Practice, Specialty};
use domain::view_spec::{Designation, EmergencyLevel, ViewSpec};
use domain::{Bilingual, Disclosed};
use std::collections::BTreeMap;

/// Where those stand that have a small count of the care asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Few {
    /// Under a heading of their own.
    Apart,
    /// Among the others: the count leaves out what is meant.
    Among,
}

/// How far away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distance {
    /// Kilometres in a straight line.
    Km(f64),
    /// The same from a municipality's middle: say "about".
    AboutKm(f64),
    /// No point is known, or none was asked for.
    Unknown,
}

/// By what the list is ordered; always named to the reader (R18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// How well the name fits, then place.
    Name,
    /// Distance alone: of a kind of care the nearest that provide it, whatever their role.
    Distance,
    /// Role, then distance.
    RoleThenDistance,
    /// Prefecture and municipality.
    Place,
    /// Role, then municipality: around a place that no one point can stand for.
    RoleThenPlace,
}

/// Which part of the list a hospital stands in; the parts come in this order, each under its own heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListPart {
    /// In reach, or anywhere where nothing was said about the place.
    Here,
    /// The same land, but outside reach: the nearest, where too little is in reach.
    Elsewhere,
    /// Across the sea: chosen because near, not put in order by kilometres.
    AcrossTheSea,
    /// In reach, but no source says whether it has what the filters ask for: telephone and ask.
    NotTold,
}

/// Under which heading within its part a hospital stands; the headings come in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowGroup {
    /// No headings: everybody stands together.
    Together,
    /// By role, and after the general hospitals of a role those of each field.
    Role(PeerGroup, Option<Specialty>),
    /// The hospitals that a question about care is about.
    Meant,
    /// Those that print a small number of it.
    Few,
    /// Clinics with beds, where the care is mostly a hospital's.
    Clinics,
    /// Hospitals of another field, and psychiatric hospitals.
    OneField,
}

/// One hospital found.
#[derive(Debug, Clone, PartialEq)]
pub struct FinderRow {
    /// The hospital.
    pub card: HospitalCard,
    /// How far.
    pub distance: Distance,
    /// Which part of the list.
    pub part: ListPart,
    /// Under which heading of it.
    pub group: RowGroup,
    /// What shows that it provides the care asked for.
    pub care: Option<Disclosed<CareFact>>,
}

impl FinderRow {
    /// Under which heading it stands: part, how surely it provides the care, and group.
    pub fn heading(&self) -> (ListPart, Known, RowGroup) {
        heading(self.part, self.care.as_ref(), self.group)
    }
}

/// The heading of a row that has these three.
pub(crate) fn heading(
    part: ListPart,
    care: Option<&Disclosed<CareFact>>,
    group: RowGroup,
) -> (ListPart, Known, RowGroup) {
    let known = care.filter(|_| part != ListPart::NotTold);
    (part, known.map_or(Known::Provides, |fact| fact.figure().known), group)
}

/// What a question about care came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CareFilter {
    /// None was asked.
    NotAsked,
    /// Only facilities that provide it, surely or perhaps, are in the list.
    Applied,
    /// No source of the release tells about it: the list is as without the question.
    NotTold,
}

/// How much of a list is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// One part of it after another.
    Page,
    /// All of it, but of each role no more than the first so many.
    FirstOfEachRole(u32),
}

/// The answer of the finder.
#[derive(Debug, Clone, PartialEq)]
pub struct Finder {
    /// Release.
    pub release: ReleaseNote,
    /// The question.
    pub view: ViewSpec,
    /// Regions that can be chosen: `JP-15`, name, number of hospitals.
    pub regions: Vec<(String, Bilingual<String>, u32)>,
    /// Disasters and outbreaks of the reader's place, or of the chosen region, that are not over.
    pub events: Vec<Event>,
    /// Rows.
    pub rows: Vec<FinderRow>,
    /// Which part.
    pub page: Page,
    /// Order.
    pub sort: SortKey,
    /// The radius that was used (it widens where hospitals are sparse), kilometres.
    pub radius_km: Option<u16>,
    /// Where the reader is.
    pub place: Where,
    /// What counts as in reach; `None` where nothing was said about the place, or a whole prefecture.
    pub reach: Option<Reach>,
    /// What the question about care came to.
    pub care: CareFilter,
    /// How many of all rows stand in which part.
    pub parts: Vec<(ListPart, u32)>,
    /// How many of all rows stand under which heading, with how surely they provide the care.
    pub groups: BTreeMap<(ListPart, Known, RowGroup), u32>,
    /// How many in reach surely provide the care and stand in no row, because a trouble does not mean their field.
    pub left_out: u32,
    /// How much of the list the rows are.
    pub extent: Extent,
    /// Sources of the counts beside the names.
    pub sources: Vec<SourceNote>,
    /// What lists of the country that is asked about can be narrowed by.
    pub facets: Facets,
}

/// What lists of a country can be narrowed by, because some facility is known to have it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Emergency levels.
    pub emergency: Vec<EmergencyLevel>,
    /// Designations.
    pub designations: Vec<Designation>,
    /// Departments and services with how many facilities list them, the commonest first.
    pub services: Vec<(String, u32)>,
    /// Closing days are printed.
    pub saturday: bool,
    /// Beds are printed.
    pub beds: bool,
    /// Some lie on islands.
    pub island: bool,
    /// Fields of medicine, and none, with how many facilities are of each.
    pub practices: Vec<(Practice, u32)>,
}

/// A suggestion while typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Id of the hospital.
    pub id: String,
    /// Name.
    pub name: Bilingual<String>,
    /// Prefecture and municipality.
    pub place: Bilingual<String>,
}

impl Finder {
    /// How many stand in a part of the list.
    pub fn in_part(&self, part: ListPart) -> u32 {
        self.parts.iter().filter(|(own, _)| *own == part).map(|(_, count)| count).sum()
    }

    /// How many in reach surely provide the care, where one is asked for; else all in reach.
    pub fn sure(&self) -> u32 {
        self.in_reach(Known::Provides)
    }

    /// How many in reach perhaps provide it: to telephone and ask.
    pub fn may(&self) -> u32 {
        self.in_reach(Known::May)
    }

    fn in_reach(&self, wanted: Known) -> u32 {
        let fits = |(part, known): (ListPart, Known)| part == ListPart::Here && known == wanted;
        self.groups.iter().filter(|((part, known, _), _)| fits((*part, *known))).map(|(_, count)| count).sum()
    }

    /// True where something was typed of which no letter is part of a name: a legal form or a mark alone.
    pub fn names_nothing(&self) -> bool {
        !self.view.query.is_empty() && crate::search::words(&self.view.query).is_empty()
    }

    /// How many are known to fit: all but those of which no source says.
    pub fn told(&self) -> u32 {
        self.page.total.saturating_sub(self.in_part(ListPart::NotTold))
    }
}
