//! Which hospitals fit a name, a place, a kind of care or a distance?

mod filters;
mod order;

pub(crate) use filters::{ListFacts, facets, list_facts};

use crate::care::{fact_of, radius_with_enough, reach};
use crate::error::ReportError;
use crate::figures::place_name;
use crate::geography::distance_from;
use crate::index::{Index, Listed};
use crate::model::{
    CareFact, CareFilter, Crossing, Distance, Event, Finder, FinderRow, Known, ListPart, Page, Reach, ReleaseNote,
    SourceNote, SpotKind, Suggestion, Where,
};
use crate::search::{Word, words};
use crate::service::Reports;
use domain::view_spec::{ViewError, ViewSpec};
use domain::{Bilingual, Disclosed};
use filters::Held;
use i18n::Locale;

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
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        if view.radius_km.is_some() && view.near.is_none() {
            return Err(ReportError::View(radius_without_point()));
        }
        filters::refuse(index, view).map_err(ReportError::View)?;
        let place = index.places.resolve(&index.hospitals, view);
        let care = care_filter(index, view);
        let asked = Asked { view, place: &place, care };
        let (mut found, open) = matching(index, &asked);
        let (reach, radius_km) = asked.put_into_parts(index, &mut found);
        let untold = asked.within(&open, reach.as_ref());
        let sort = order::sort(&mut found, view, place.spot());
        let limit = u32::from(view.limit.unwrap_or(ROWS));
        let offset = view.cursor.unwrap_or_else(|| (u32::from(view.page.unwrap_or(1)) - 1).saturating_mul(limit));
        let page = Page { offset, limit, total: u32::try_from(found.len()).unwrap_or(u32::MAX) };
        let parts = [ListPart::Here, ListPart::Elsewhere, ListPart::AcrossTheSea];
        let parts = parts.map(|part| (part, found.iter().filter(|f| f.part == part).count() as u32)).to_vec();
        let rows: Vec<FinderRow> =
            found.into_iter().skip(offset as usize).take(limit as usize).map(Found::row).collect();
        let events = events(index, view, &release);
        Ok(Finder {
            events,
            release,
            view: view.clone(),
            regions: index.regions.clone(),
            sources: sources(index, &rows),
            rows,
            page,
            sort,
            radius_km,
            place,
            reach,
            care,
            parts,
            untold,
            facets: index.facets.clone(),
        })
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
        let asked = Asked { view, place: &Where::Nowhere, care: CareFilter::NotAsked };
        let (mut found, _) = matching(index, &asked);
        order::sort(&mut found, view, None);
        Ok(found.into_iter().take(SUGGESTIONS).map(|found| suggestion(found.listed)).collect())
    }
}

/// What struck the chosen region and is not over; what struck one hospital stands on its own page.
fn events(index: &Index, view: &ViewSpec, release: &ReleaseNote) -> Vec<Event> {
    let Some(region) = &view.region else {
        return Vec::new();
    };
    let code = region.split_once('-').map_or("", |(_, code)| code);
    let lies_here = |area: &str| {
        let inside = |l: &Listed| {
            l.card.hospital.region == *region && (l.card.area.code == area || l.card.municipality_code == area)
        };
        area == code || area == region || index.hospitals.iter().any(inside)
    };
    let open = index.events.iter().filter(|(area, _, event)| !area.is_empty() && event.is_open(release.as_of));
    open.filter(|(area, ..)| lies_here(area)).map(|(.., event)| event.clone()).collect()
}

/// Where the counts beside the names come from.
fn sources(index: &Index, rows: &[FinderRow]) -> Vec<SourceNote> {
    index.sources_named(|id| rows.iter().filter_map(|row| row.care.as_ref()).any(|fact| fact.figure().source == id))
}

fn radius_without_point() -> ViewError {
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
}

/// A hospital that fits.
struct Found<'a> {
    listed: &'a Listed,
    distance: Distance,
    /// How well its name fits; 0 is best.
    fit: u8,
    care: Option<&'a Disclosed<CareFact>>,
    part: ListPart,
}

impl Found<'_> {
    fn row(self) -> FinderRow {
        FinderRow { card: self.listed.card.clone(), distance: self.distance, part: self.part, care: self.care.cloned() }
    }

    fn surely(&self) -> bool {
        self.care.is_none_or(|fact| fact.figure().known == Known::Provides)
    }
}

/// Those that fit, and those that would if more were known of them.
fn matching<'a>(index: &'a Index, asked: &Asked<'_>) -> (Vec<Found<'a>>, Vec<Found<'a>>) {
    let view = asked.view;
    let (mut fitting, mut open) = (Vec::new(), Vec::new());
    if matches!(asked.place, Where::Ambiguous(_) | Where::NotFound(_)) {
        return (fitting, open);
    }
    let words = words(&view.query);
    // beside a place in words the prefecture only decides between places of one name
    let chosen = view.region.as_deref().filter(|_| view.place.is_empty() && view.area.is_none());
    // and a prefecture in words is that prefecture
    let in_words = asked.place.spot().filter(|spot| spot.kind == SpotKind::Region).map(|spot| spot.region.as_str());
    let region = in_words.or(chosen);
    for (at, listed) in index.hospitals.iter().enumerate() {
        let hospital = &listed.card.hospital;
        if region.is_some_and(|r| r != hospital.region) || view.peer_group.is_some_and(|g| g != hospital.peer_group) {
            continue;
        }
        let Some(found) = asked.found(listed, &words) else {
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
        let written = word.written.as_str();
        for part in text.split('|').filter(|p| p.starts_with(written)) {
            best = best.min(u8::from(part.len() != written.len()));
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
        Some(Found { listed, distance, fit, care, part: ListPart::Here })
    }

    /// How many of these are in reach.
    fn within(&self, open: &[Found<'_>], reach: Option<&Reach>) -> u32 {
        let near = |found: &&Found<'_>| match (self.place.spot(), reach) {
            (Some(spot), Some(reach)) => reach.holds(spot, &found.listed.card),
            _ => true,
        };
        u32::try_from(open.iter().filter(near).count()).unwrap_or(u32::MAX)
    }

    /// Keeps what is in reach, adds the nearest elsewhere where that is too little, and sets apart what lies across the sea.
    fn put_into_parts(&self, index: &Index, found: &mut Vec<Found<'_>>) -> (Option<Reach>, Option<u16>) {
        let Some(spot) = self.place.spot().filter(|spot| spot.kind != SpotKind::Region) else {
            return (None, None);
        };
        for one in found.iter_mut().filter(|f| spot.crossing(&f.listed.card) == Crossing::AcrossTheSea) {
            one.part = ListPart::AcrossTheSea;
        }
        if spot.kind == SpotKind::Point {
            let radius = self.view.radius_km.unwrap_or_else(|| {
                let kilometres: Vec<f64> = found.iter().map(|f| f.distance.order_km()).collect();
                radius_with_enough(&kilometres)
            });
            found.retain(|f| f.distance.order_km() <= f64::from(radius));
            let areas = spot.areas.clone();
            return (Some(Reach { areas, radius_km: Some(radius) }), Some(radius));
        }
        let Some(reach) = reach(index, spot, self.view) else {
            return (None, None);
        };
        let in_reach = found.iter().filter(|f| reach.holds(spot, &f.listed.card) && f.surely()).count();
        let enough = if self.care == CareFilter::Applied { 1 } else { 0 };
        let elsewhere = if in_reach <= enough { order::nearest(spot, found, &reach) } else { Vec::new() };
        let beyond = if spot.is_island() { order::nearest_across(spot, found) } else { Vec::new() };
        let mut at = 0;
        found.retain_mut(|one| {
            let (here, position) = (reach.holds(spot, &one.listed.card), at);
            at += 1;
            if !here && one.part == ListPart::Here {
                one.part = ListPart::Elsewhere;
            }
            here || elsewhere.contains(&position) || beyond.contains(&position)
        });
        (Some(reach), None)
    }
}
