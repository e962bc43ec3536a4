//! What fits a reader who says what matters to them?
//!
//! Criteria are measures with a good direction; wishes are neutral facts. The first give ranges of places within a role, the
//! second an order of the reader's own that says so. Neither ever becomes one number.

mod criteria;
mod lists;
mod reach;
mod refusals;
mod wishes;

use crate::error::ReportError;
use crate::index::Index;
use crate::model::{Asked, Contradiction, Criterion, Priorities, ReleaseNote, RoleList, SourceNote, WishList};
use crate::service::{Open, Reports};
use content::{Preset, PresetMode};
use domain::caveats::{Caveat, by_id};
use domain::priorities::{Position, Preference, WeightRegion, WeightRegionError, Weighting, preference, region};
use domain::view_spec::{ViewError, ViewSpec};
use std::collections::BTreeSet;

/// The k of "among the first k" where the address does not say.
const TOP: u16 = 3;

impl Reports {
    /// A reader's own criteria and wishes, over the hospitals within reach; without a place, over none.
    ///
    /// # Errors
    /// [`ReportError`] where a preset or measure is unknown, a parameter is out of range, or the release cannot be read.
    pub async fn priorities(&self, view: &ViewSpec) -> Result<Priorities, ReportError> {
        self.answer(view, Nowhere::MeansNobody).await
    }

    /// The same for programs, which are told why there is no list: without a place, over the whole country.
    ///
    /// # Errors
    /// As [`Reports::priorities`], and where the question contradicts itself, names no place of the release, or asks for an
    /// order in an emergency.
    pub async fn rankings(&self, view: &ViewSpec) -> Result<Priorities, ReportError> {
        refusals::before(view, preset(view)?)?;
        self.check_region(view, None).await?;
        self.answer(view, Nowhere::MeansEverybody).await?.with_lists()
    }

    /// The same for programs that show a part of the page: a place is needed.
    ///
    /// # Errors
    /// As [`Reports::rankings`], and where no place is named.
    pub async fn rankings_here(&self, view: &ViewSpec) -> Result<Priorities, ReportError> {
        refusals::before(view, preset(view)?)?;
        self.check_region(view, None).await?;
        self.answer(view, Nowhere::MeansNobody).await?.with_place()?.with_lists()
    }

    /// Works it out where nobody waits: thousands of hospitals are put in order many times.
    async fn answer(&self, view: &ViewSpec, nowhere: Nowhere) -> Result<Priorities, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        open.index().await?;
        let view = view.clone();
        let answered = tokio::task::spawn_blocking(move || answered(&open, release, &view, nowhere));
        answered.await.map_err(|stopped| ReportError::Store(stopped.to_string()))?
    }
}

fn answered(open: &Open, release: ReleaseNote, view: &ViewSpec, nowhere: Nowhere) -> Result<Priorities, ReportError> {
    let index = open.index_at_hand()?;
    let preset = preset(view)?;
    let country = reach::country(index, view);
    let mut criteria = criteria::criteria(index, view, preset, &country)?;
    if is_emergency(preset) {
        criteria.clear();
    }
    let asked = criteria::asked(index, view, preset, &criteria, &country);
    let reached = reach::reached(index, view, &country, nowhere == Nowhere::MeansEverybody);
    let wishes = wishes::wish_list(index, &reached, view, preset)?;
    let top = view.top.unwrap_or(TOP);
    let (contradiction, lists) = match wanted(preset, &criteria, &asked) {
        Ok(region) => (None, lists::lists(index, &reached, &criteria, region.as_ref(), view, top)),
        Err(contradiction) => (Some(contradiction), Vec::new()),
    };
    Ok(Priorities {
        regions: index.regions.clone(),
        sources: sources(index, &criteria, &lists, &wishes),
        wishes,
        in_reach: u32::try_from(reached.hospitals.len()).unwrap_or(u32::MAX),
        place: reached.place,
        view: view.clone(),
        release,
        preset,
        more: criteria::more(index, view, &criteria, &country),
        criteria,
        asked,
        contradiction,
        top,
        lists,
    })
}

/// What a question without a place asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nowhere {
    MeansNobody,
    MeansEverybody,
}

/// What has to be said about a range of places: that weight is not covered, or that the weights move it.
pub fn said_of_place(position: &Position) -> Vec<&'static Caveat> {
    let partial = (position.uncovered > 1e-12).then_some("COMPOSITE_PARTIAL");
    let sensitive = position.moved_by_weights.then_some("COMPOSITE_WEIGHT_SENSITIVE");
    [partial, sensitive].into_iter().flatten().filter_map(by_id).collect()
}

fn preset(view: &ViewSpec) -> Result<Option<&'static Preset>, ReportError> {
    let Some(id) = &view.preset else {
        return Ok(None);
    };
    let found = content::preset(id).map_err(|e| ReportError::Store(e.to_string()))?;
    found.map(Some).ok_or_else(|| ReportError::View(unknown_preset(id)))
}

fn unknown_preset(id: &str) -> ViewError {
    let known = content::presets().unwrap_or_default().iter().map(|p| p.id.as_str()).collect::<Vec<_>>().join(", ");
    ViewError {
        parameter: "preset".to_string(),
        detail: format!("\"{id}\" is not a preset: use one of {known}"),
        detail_ja: format!("「{id}」という条件はありません。使えるもの：{known}"),
    }
}

fn is_emergency(preset: Option<&Preset>) -> bool {
    preset.is_some_and(|p| p.mode == PresetMode::Emergency)
}

/// The region of weights that is left; none where there is no criterion at all. In an emergency nobody is put in order,
/// whatever weights the address holds.
fn wanted(
    preset: Option<&Preset>,
    criteria: &[Criterion],
    asked: &[Asked],
) -> Result<Option<WeightRegion>, Contradiction> {
    if is_emergency(preset) {
        return Err(Contradiction::NobodyChooses);
    }
    if criteria.is_empty() {
        return Ok(None);
    }
    let weights: Vec<Weighting> = criteria.iter().map(|c| c.weighting).collect();
    let preferences: Vec<Preference> =
        asked.iter().filter_map(|a| preference(a.answer?, a.first, a.second, a.ratio)).collect();
    region(&weights, &preferences).map(Some).map_err(|error| match error {
        WeightRegionError::NothingWanted => Contradiction::NothingWanted,
        _ => Contradiction::Answers,
    })
}

/// The sources of the values and counts that are shown.
fn sources(index: &Index, criteria: &[Criterion], lists: &[RoleList], wishes: &WishList) -> Vec<SourceNote> {
    let countries: BTreeSet<&str> = lists.iter().flat_map(|l| &l.contenders).map(|c| c.card.country.as_str()).collect();
    let of_criteria = criteria
        .iter()
        .filter_map(|c| index.measure(&c.measure.id).ok())
        .flat_map(|m| countries.iter().filter_map(|country| index.newest.set(m.key, country)))
        .flat_map(|set| set.sources.iter().map(String::as_str));
    let ids: BTreeSet<&str> = of_criteria.chain(wishes.counts.iter().map(|count| count.source.as_str())).collect();
    index.sources.iter().filter(|(_, s)| ids.contains(s.id.as_str())).map(|(_, s)| s.clone()).collect()
}
