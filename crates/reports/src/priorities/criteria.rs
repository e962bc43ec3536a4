//! Which criteria does a question name, how much does each weigh, and which of them can order nobody?

use crate::error::ReportError;
use crate::index::{Index, ListedMeasure};
use crate::model::{Asked, Criterion, MeasureNote};
use content::Preset;
use domain::Bilingual;
use domain::caveats::{Caveat, Element, by_id};
use domain::measure::Direction;
use domain::priorities::Weighting;
use domain::view_spec::{CrudeOutcomes, ViewError, ViewSpec};
use statistics::composite::LARGEST_CRITERIA;

/// The criteria of a preset that this release has, with the reader's own weights put over them.
pub(super) fn criteria(
    index: &Index,
    view: &ViewSpec,
    preset: Option<&'static Preset>,
    country: &str,
) -> Result<Vec<Criterion>, ReportError> {
    let mut criteria = Vec::new();
    for wanted in preset.map_or(&[][..], |p| p.criteria.as_slice()) {
        if let Ok(measure) = index.measure(&wanted.measure) {
            let weighting = Weighting::Between(wanted.low, wanted.high);
            criteria.extend(criterion(index, view, measure, country, (weighting, wanted.why.clone())));
        }
    }
    for (id, weight) in &view.weights {
        let measure = index.measure(id)?;
        let weighting = Weighting::Around(weight.value());
        match criteria.iter_mut().find(|c| c.measure.id == *id) {
            Some(criterion) => criterion.weighting = weighting,
            None => criteria.extend(criterion(index, view, measure, country, (weighting, Bilingual::default()))),
        }
    }
    if criteria.len() > LARGEST_CRITERIA {
        return Err(ReportError::View(too_many()));
    }
    let all: f64 = criteria.iter().map(|c| c.weighting.middle()).sum();
    for criterion in criteria.iter_mut().filter(|_| all > 0.0) {
        criterion.share = criterion.weighting.middle() / all;
    }
    Ok(criteria)
}

fn too_many() -> ViewError {
    ViewError {
        parameter: "w".to_string(),
        detail: format!("takes at most {LARGEST_CRITERIA} measures"),
        detail_ja: format!("指標は{LARGEST_CRITERIA}個までにしてください"),
    }
}

/// `None` where no hospital of the country has a row of this measure.
fn criterion(
    index: &Index,
    view: &ViewSpec,
    listed: &ListedMeasure,
    country: &str,
    (weighting, why): (Weighting, Bilingual<String>),
) -> Option<Criterion> {
    let set = index.newest.set(listed.key, country)?;
    Some(Criterion {
        measure: listed.note.clone(),
        period: set.period,
        weighting,
        share: 0.0,
        why,
        orders_nobody_because: orders_nobody(index, view, listed, country),
    })
}

/// The caveats that keep a measure out of every order; empty where it can take part.
fn orders_nobody(index: &Index, view: &ViewSpec, listed: &ListedMeasure, country: &str) -> Vec<&'static Caveat> {
    let named = |id: &str| by_id(id).into_iter().collect::<Vec<_>>();
    let Some(set) = index.newest.set(listed.key, country) else {
        return named("NOT_REPORTED");
    };
    if listed.note.direction == Direction::Neutral {
        return named("DIRECTION_NEUTRAL");
    }
    if listed.note.crude_outcome && (view.crude == CrudeOutcomes::LeftOut || set.scale.is_none()) {
        let mut because = named("NOT_RISK_ADJUSTED");
        because.extend(set.frequent(|c| c.id == "STRONG_OVERDISPERSION"));
        return because;
    }
    if set.scale.is_some() {
        return Vec::new();
    }
    let because = set.frequent(|c| c.removes(Element::Rank) || c.removes(Element::CompositeRank));
    let because = if because.is_empty() { named("NO_UNCERTAINTY") } else { because };
    because.into_iter().map(|caveat| listed.note.in_true_words(caveat, false)).collect()
}

/// The trade-off questions whose two sides can both take part.
pub(super) fn asked(
    index: &Index,
    view: &ViewSpec,
    preset: Option<&'static Preset>,
    criteria: &[Criterion],
    country: &str,
) -> Vec<Asked> {
    let place = |id: &domain::MeasureId| {
        criteria.iter().position(|c| c.measure.id == *id && c.orders_nobody_because.is_empty())
    };
    let in_standard_scores = |id: &domain::MeasureId, amount: f64| {
        let (deviation, slope) = index.newest.set(index.measure(id).ok()?.key, country)?.scale?;
        Some(amount * slope / deviation).filter(|a| *a > 0.0 && a.is_finite())
    };
    let questions = preset.map_or(&[][..], |p| p.trade_offs.as_slice());
    questions
        .iter()
        .filter_map(|question| {
            let (first, second) = (place(&question.prefers)?, place(&question.over)?);
            let a = in_standard_scores(&question.prefers, question.first_amount)?;
            let b = in_standard_scores(&question.over, question.second_amount)?;
            let answer = view.answers.iter().find(|(id, _)| *id == question.id).map(|(_, answer)| *answer);
            Some(Asked { question, first, second, ratio: a / b, answer })
        })
        .collect()
}

/// Measures that can order hospitals and are not among the criteria yet.
pub(super) fn more(index: &Index, view: &ViewSpec, criteria: &[Criterion], country: &str) -> Vec<MeasureNote> {
    let others = index.measures.iter().filter(|m| !criteria.iter().any(|c| c.measure.id == m.note.id));
    let usable = others.filter(|m| orders_nobody(index, view, m, country).is_empty());
    usable.map(|m| m.note.clone()).collect()
}
