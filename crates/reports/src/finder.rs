//! Which hospitals fit a name, a place or a distance?

use crate::error::ReportError;
use crate::geography::distance_from;
use crate::index::{Index, Listed};
use crate::model::{Distance, Event, Finder, FinderRow, Page, ReleaseNote, SortKey, Suggestion};
use crate::search::words;
use crate::service::Reports;
use domain::Bilingual;
use domain::view_spec::{GeoPoint, ViewError, ViewSpec};

/// Rows of the finder where the address does not say.
const ROWS: u16 = 20;
/// Suggestions while typing.
const SUGGESTIONS: usize = 8;
/// Radii that are tried until enough hospitals are inside, kilometres.
const RADII: [u16; 7] = [10, 20, 30, 50, 100, 200, 500];
/// How many are enough.
const ENOUGH: usize = 10;

impl Reports {
    /// Hospitals by name, region, role and distance.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn finder(&self, view: &ViewSpec) -> Result<Finder, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        if view.radius_km.is_some() && view.near.is_none() {
            return Err(ReportError::View(radius_without_point()));
        }
        let mut found = matching(index, view);
        let radius_km = view.near.map(|_| view.radius_km.unwrap_or_else(|| radius_with_enough(&found)));
        if let Some(radius) = radius_km {
            found.retain(|(_, distance, _)| distance.order_km() <= f64::from(radius));
        }
        let sort = sort(&mut found, view);
        let limit = u32::from(view.limit.unwrap_or(ROWS));
        let offset = view.cursor.unwrap_or_else(|| (u32::from(view.page.unwrap_or(1)) - 1).saturating_mul(limit));
        let page = Page { offset, limit, total: u32::try_from(found.len()).unwrap_or(u32::MAX) };
        let part = found.into_iter().skip(offset as usize).take(limit as usize);
        let rows = part.map(|(listed, distance, _)| FinderRow { card: listed.card.clone(), distance }).collect();
        let events = events(index, view, &release);
        Ok(Finder { events, release, view: view.clone(), regions: index.regions.clone(), rows, page, sort, radius_km })
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
        let mut found = matching(index, view);
        sort(&mut found, view);
        Ok(found.into_iter().take(SUGGESTIONS).map(|(listed, _, _)| suggestion(listed)).collect())
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
        place: Bilingual::new(
            format!("{}{}", h.region_name.ja, h.municipality),
            format!("{}, {}", h.municipality, h.region_name.en),
        ),
    }
}

/// A hospital, how far, and how well its name fits (0 is best).
type Found<'a> = (&'a Listed, Distance, u8);

fn matching<'a>(index: &'a Index, view: &ViewSpec) -> Vec<Found<'a>> {
    let words = words(&view.query);
    index
        .hospitals
        .iter()
        .filter(|l| view.region.as_ref().is_none_or(|r| *r == l.card.hospital.region))
        .filter(|l| view.peer_group.is_none_or(|g| g == l.card.hospital.peer_group))
        .filter_map(|l| {
            let fit = fit(&l.search_text, &words)?;
            Some((l, from(view.near, l), fit))
        })
        .collect()
}

fn from(near: Option<GeoPoint>, listed: &Listed) -> Distance {
    near.map_or(Distance::Unknown, |here| distance_from(here, listed.card.point))
}

/// 0: a name is the word; 1: a name begins with it; 2: it stands within. `None` where a word is missing.
fn fit(text: &str, words: &[String]) -> Option<u8> {
    let mut best = 2;
    for word in words {
        if !text.contains(word.as_str()) {
            return None;
        }
        for part in text.split('|').filter(|p| p.starts_with(word.as_str())) {
            best = best.min(u8::from(part.len() != word.len()));
        }
    }
    Some(best)
}

fn radius_with_enough(found: &[Found<'_>]) -> u16 {
    let inside = |radius: u16| found.iter().filter(|(_, d, _)| d.order_km() <= f64::from(radius)).count();
    RADII.into_iter().find(|r| inside(*r) >= ENOUGH).unwrap_or(RADII[RADII.len() - 1])
}

fn sort(found: &mut [Found<'_>], view: &ViewSpec) -> SortKey {
    let place = |l: &Listed| {
        let h = &l.card.hospital;
        // a facility of which only the medical area is printed comes after those with a municipality
        let unknown = l.card.municipality_code.is_empty();
        (h.region.clone(), unknown, l.card.municipality_code.clone(), h.name.ja.clone(), h.id.clone())
    };
    if view.near.is_some() {
        found.sort_by(|(a, da, _), (b, db, _)| {
            let role = a.card.hospital.peer_group.cmp(&b.card.hospital.peer_group);
            role.then(da.order_km().total_cmp(&db.order_km())).then_with(|| a.card.hospital.id.cmp(&b.card.hospital.id))
        });
        return SortKey::RoleThenDistance;
    }
    let by_name = !view.query.is_empty();
    found.sort_by_cached_key(|(l, _, fit)| (if by_name { *fit } else { 0 }, place(l)));
    if by_name { SortKey::Name } else { SortKey::Place }
}
