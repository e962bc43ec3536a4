//! Which hospitals fit a name, a place, a kind of care or a distance?

mod events;
mod filters;
mod order;
mod parts;

pub(crate) use filters::{ListFacts, facets, facets_by_country, list_facts};
pub(crate) use order::{ByDistance, by_role};

use crate::care::{Meant, fact_of};
use crate::error::ReportError;
use crate::figures::place_name;
use crate::geography::distance_from;
use crate::index::{Index, Listed};
use crate::model::heading;
use crate::model::{
    CareFact, CareFilter, Distance, Extent, Facets, Few, Finder, FinderRow, Known, ListPart, Page, RowGroup, SortKey,
    SourceNote, SpotKind, Suggestion, Where,
};
use crate::search::{Word, parted, words};
use crate::service::Reports;
use domain::regions::split_region_id;
use domain::specialty::Specialty;
use domain::view_spec::{ReleaseChoice, ViewError, ViewSpec};
use domain::{Bilingual, Disclosed};
use filters::Held;
use i18n::Locale;
use std::collections::BTreeMap;

/// Rows of the finder where the address does not say.
const ROWS: u16 = 20;
/// Suggestions while typing.
const SUGGESTIONS: usize = 8;

impl Reports {
    /// Hospitals by name, place, care, role and distance.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn finder(&self, view: &ViewSpec) -> Result<Finder, ReportError> {
        self.found(view, Meant::Everybody, Few::Apart, Extent::Page).await
    }

    /// The same, but of a list by role that is longer than one part only the first of each role, with how many there are.
    ///
    /// # Errors
    /// As [`Reports::finder`].
    pub async fn finder_by_role(&self, view: &ViewSpec, first: u32) -> Result<Finder, ReportError> {
        self.found(view, Meant::Everybody, Few::Apart, Extent::FirstOfEachRole(first)).await
    }

    /// The same for a trouble: general hospitals, and of those of one field only the fields it needs.
    ///
    /// # Errors
    /// As [`Reports::finder`].
    pub async fn finder_for(&self, view: &ViewSpec, fields: &[Specialty], few: Few) -> Result<Finder, ReportError> {
        self.found(view, Meant::Only(fields), few, Extent::Page).await
    }

    async fn found(&self, view: &ViewSpec, meant: Meant<'_>, few: Few, extent: Extent) -> Result<Finder, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        if view.radius_km.is_some() && view.near.is_none() {
            return Err(ReportError::View(radius_without_point()));
        }
        filters::refuse(index, view).map_err(ReportError::View)?;
        let place = index.places.resolve(&index.hospitals, view);
        let care = care_filter(index, view);
        let asked = Asked { view, place: &place, care, meant, few, home: &index.country };
        let (mut found, open) = matching(index, &asked);
        let reach = asked.put_into_parts(index, &mut found);
        let left_out = asked.left_out(index, reach.as_ref());
        found.extend(asked.untold(open, reach.as_ref()));
        let sort = order::sort(&mut found, &asked);
        let limit = u32::from(view.limit.unwrap_or(ROWS));
        let offset = view.cursor.unwrap_or_else(|| (u32::from(view.page.unwrap_or(1)) - 1).saturating_mul(limit));
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let by_role = matches!(sort, SortKey::RoleThenDistance | SortKey::RoleThenPlace);
        let extent = if by_role && total > limit { extent } else { Extent::Page };
        let page = extent.page(Page { offset, limit, total });
        let parts = parts::counted(&found);
        let mut groups: BTreeMap<_, u32> = BTreeMap::new();
        let placed = found.into_iter().map(|one| {
            let count = groups.entry(heading(one.part, one.care, one.group)).or_default();
            *count += 1;
            (one, *count)
        });
        let placed: Vec<(Found<'_>, u32)> = placed.collect();
        let rows: Vec<FinderRow> = extent.of(placed, page);
        let facets = facets_asked(index, view, &place);
        let events = events::open(index, view, &place, release.as_of);
        Ok(Finder {
            events,
            release,
            view: view.clone(),
            regions: index.regions.clone(),
            sources: sources(index, &rows),
            rows,
            page,
            sort,
            radius_km: reach.as_ref().and_then(|reach| reach.radius_km),
            place,
            reach,
            care,
            parts,
            groups,
            left_out,
            extent,
            facets,
        })
    }

    /// The regions of a release: id as `JP-15`, name, number of hospitals.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn regions(&self, release: &ReleaseChoice) -> Result<Vec<(String, Bilingual<String>, u32)>, ReportError> {
        let (open, _) = self.chosen(release)?;
        Ok(open.index().await?.regions.clone())
    }

    /// Hospitals whose name begins or goes on like this.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn suggest(&self, view: &ViewSpec) -> Result<Vec<Suggestion>, ReportError> {
        let (open, _) = self.chosen(&view.release)?;
        let index = open.index().await?;
        if words(&view.query).is_empty() {
            return Ok(Vec::new());
        }
        let (care, meant) = (CareFilter::NotAsked, Meant::Everybody);
        let asked = Asked { view, place: &Where::Nowhere, care, meant, few: Few::Apart, home: &index.country };
        let (mut found, _) = matching(index, &asked);
        order::sort(&mut found, &asked);
        Ok(found.into_iter().take(SUGGESTIONS).map(|found| suggestion(found.listed)).collect())
    }
}

impl Extent {
    /// Which part of the list is told: all of it where each role is told in short.
    fn page(self, page: Page) -> Page {
        match self {
            Self::Page => page,
            Self::FirstOfEachRole(_) => Page { offset: 0, limit: page.total, ..page },
        }
    }

    /// The rows that are told, of all rows with the place of each under its heading.
    fn of(self, placed: Vec<(Found<'_>, u32)>, page: Page) -> Vec<FinderRow> {
        let told = |row: &Found<'_>, place: u32| match (self, row.part, row.group) {
            (Self::FirstOfEachRole(first), ListPart::Here, RowGroup::Role(..)) => place <= first,
            _ => true,
        };
        let part = placed.into_iter().skip(page.offset as usize).take(page.limit as usize);
        part.filter(|(row, place)| told(row, *place)).map(|(row, _)| row.row()).collect()
    }
}

/// What the hospitals of the country that a question is about can be narrowed by; without a place, of the country of the release.
fn facets_asked(index: &Index, view: &ViewSpec, place: &Where) -> Facets {
    let region = place.spot().map(|spot| spot.region.as_str()).or(view.region.as_deref());
    let country = region.and_then(split_region_id).map_or(index.country.as_str(), |(country, _)| country);
    index.facets_by_country.get(country).unwrap_or(&index.facets).clone()
}

/// Where the counts beside the names come from.
fn sources(index: &Index, rows: &[FinderRow]) -> Vec<SourceNote> {
    index.sources_named(|id| rows.iter().filter_map(|row| row.care.as_ref()).any(|fact| fact.figure().source == id))
}

/// A circle needs its middle.
pub(crate) fn radius_without_point() -> ViewError {
    ViewError {
        parameter: "radius_km".to_string(),
        detail: "needs near=latitude,longitude beside it".to_string(),
        detail_ja: "near=緯度,経度 といっしょに書いてください".to_string(),
    }
}

fn suggestion(listed: &Listed) -> Suggestion {
    let h = &listed.card.hospital;
    Suggestion {
        id: h.id.to_string(),
        name: h.name.clone(),
        place: Bilingual::new(place_name(Locale::Ja, h), place_name(Locale::En, h)),
    }
}

fn care_filter(index: &Index, view: &ViewSpec) -> CareFilter {
    match view.care {
        None => CareFilter::NotAsked,
        Some(care) if index.hospitals.iter().any(|l| fact_of(l, care).is_some()) => CareFilter::Applied,
        Some(_) => CareFilter::NotTold,
    }
}

/// The question, understood.
#[derive(Clone, Copy)]
struct Asked<'a> {
    view: &'a ViewSpec,
    place: &'a Where,
    care: CareFilter,
    meant: Meant<'a>,
    few: Few,
    /// The country of the release.
    home: &'a str,
}

/// A hospital that fits.
struct Found<'a> {
    listed: &'a Listed,
    distance: Distance,
    /// How well its name fits; 0 is best.
    fit: u8,
    care: Option<&'a Disclosed<CareFact>>,
    part: ListPart,
    group: RowGroup,
}

impl Found<'_> {
    fn row(self) -> FinderRow {
        FinderRow {
            card: self.listed.card.clone(),
            distance: self.distance,
            part: self.part,
            group: self.group,
            care: self.care.cloned(),
        }
    }

    fn surely(&self) -> bool {
        self.care.is_none_or(|fact| fact.figure().known == Known::Provides)
    }
}

/// Those that fit, and those that would if more were known of them.
fn matching<'a>(index: &'a Index, asked: &Asked<'_>) -> (Vec<Found<'a>>, Vec<Found<'a>>) {
    let words = words(&asked.view.query);
    let nowhere = matches!(asked.place, Where::Ambiguous(_) | Where::NotFound(_));
    // 医療法人 or a mark alone: nothing of it is part of a name, and everybody is no answer to it
    if nowhere || (words.is_empty() && !asked.view.query.is_empty()) {
        return (Vec::new(), Vec::new());
    }
    let (fitting, open) = matching_words(index, asked, &words);
    match parted(&words) {
        Some(parted) if fitting.is_empty() && open.is_empty() => matching_words(index, asked, &parted),
        _ => (fitting, open),
    }
}

fn matching_words<'a>(index: &'a Index, asked: &Asked<'_>, words: &[Word]) -> (Vec<Found<'a>>, Vec<Found<'a>>) {
    let view = asked.view;
    let (mut fitting, mut open) = (Vec::new(), Vec::new());
    // beside a place in words the prefecture only decides between places of one name
    let chosen = view.region.as_deref().filter(|_| view.place.is_empty() && view.area.is_none());
    // and a prefecture in words is that prefecture
    let in_words = asked.place.spot().filter(|spot| spot.kind == SpotKind::Region).map(|spot| spot.region.as_str());
    let region = in_words.or(chosen);
    // whoever names no place asks about the country of the release; whoever names a hospital asks about that hospital
    let country = (words.is_empty() && matches!(asked.place, Where::Nowhere)).then_some(index.country.as_str());
    for (at, listed) in index.hospitals.iter().enumerate() {
        let hospital = &listed.card.hospital;
        // whoever asks by name may mean a hospital that has ended, and reads so beside it
        if words.is_empty() && !listed.stands() {
            continue;
        }
        if country.is_some_and(|c| c != listed.card.country) || region.is_some_and(|r| r != hospital.region) {
            continue;
        }
        if view.peer_group.is_some_and(|g| g != hospital.peer_group) || !asked.meant.holds(&listed.card, view.care) {
            continue;
        }
        let Some(found) = asked.found(listed, words) else {
            continue;
        };
        match filters::holds(index, at, &view.filters) {
            Held::Yes => fitting.push(found),
            Held::NotTold => open.push(found),
            Held::No => {}
        }
    }
    (fitting, open)
}

/// 0: a name is the word; 1: a name begins with it; 2: it stands within. `None` where a word is missing.
fn fit(text: &str, words: &[Word]) -> Option<u8> {
    let mut best = 2;
    for word in words {
        if !word.is_in(text) {
            return None;
        }
        for start in &word.beginnings {
            for part in text.split('|').filter(|part| part.starts_with(start.as_str())) {
                best = best.min(u8::from(part.len() != start.len()));
            }
        }
    }
    Some(best)
}

impl Asked<'_> {
    /// A hospital with everything but its filters; `None` where its name or its care does not fit.
    fn found<'a>(&self, listed: &'a Listed, words: &[Word]) -> Option<Found<'a>> {
        let care = self.view.care.and_then(|care| fact_of(listed, care));
        if self.care == CareFilter::Applied && care.is_none() {
            return None;
        }
        let fit = fit(&listed.search_text, words)?;
        let distance = match (self.place.spot(), self.view.near) {
            (Some(spot), _) => spot.distance(listed.card.point),
            (None, Some(here)) => distance_from(here, listed.card.point),
            (None, None) => Distance::Unknown,
        };
        Some(Found { listed, distance, fit, care, part: ListPart::Here, group: RowGroup::Together })
    }
}
