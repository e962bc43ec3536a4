//! What is told where only one facility in reach provides the care: what it does, its own years, where it sends people, what
//! to ask. Nothing is compared.

use super::fact_of;
use crate::assemble::{Beside, disclose};
use crate::error::ReportError;
use crate::geography::distance_between;
use crate::hospital::context;
use crate::index::{Index, ListedMeasure, period_of};
use crate::model::{
    AreaName, Crossing, Figure, HospitalCard, LargerHospital, MapPoint, OneHospital, Outflow, OwnYears, Provider,
    Reach, ReleaseNote, SourceNote, Spot, ValueRow,
};
use crate::service::Open;
use domain::Disclosed;
use domain::care::Care;
use domain::disclosure::Seal;
use domain::peers::PeerGroup;
use store::rows::ObservationRow;

/// Larger hospitals that are named.
const LARGER: usize = 4;

/// What was asked.
pub(super) struct Asked<'a> {
    pub release: ReleaseNote,
    pub care: Care,
    pub spot: &'a Spot,
    pub reach: &'a Reach,
    /// Sources of the counts beside the names.
    pub cited: &'a [SourceNote],
}

/// Gathers everything about the sole provider.
pub(super) async fn one_hospital(
    open: &Open,
    index: &Index,
    asked: Asked<'_>,
    provider: Provider,
    may: Vec<Provider>,
    outside: Vec<Provider>,
) -> Result<OneHospital, ReportError> {
    let id = provider.card.hospital.id.as_str();
    let rows = open.file.observations_of_hospital(id).await?;
    let comments = open.file.comments_of(id).await?;
    let beside = Beside::new(open.file.limits_of(id).await?, open.file.marks_of_hospital(id).await?, &comments, index)?;
    let years = own_years(&rows, index, &provider.card, &beside, asked.care)?;
    let shown = |row: &&ObservationRow| {
        years.iter().any(|own| index.measure(&own.measure.id).is_ok_and(|m| m.key == row.measure_key))
    };
    Ok(OneHospital {
        context: context(open, id, asked.release.as_of).await?,
        outflow: outflow(open, &asked.reach.areas).await?,
        larger: larger(index, &provider.card, asked.spot, asked.care),
        questions: content::care(asked.care).map(|text| text.ask.clone()).unwrap_or_default(),
        sources: {
            let own = index.sources_of(rows.iter().filter(shown).map(|row| row.source_key));
            index.sources_named(|id| own.iter().chain(asked.cited).any(|source| source.id == id))
        },
        years,
        care: asked.care,
        place: asked.spot.clone(),
        reach: asked.reach.clone(),
        release: asked.release,
        provider,
        may,
        outside,
    })
}

/// The counts of the care, then what else says how large its work is; every printed year, and every year without a number
/// with its reason.
fn own_years(
    rows: &[ObservationRow],
    index: &Index,
    card: &HospitalCard,
    beside: &Beside,
    care: Care,
) -> Result<Vec<OwnYears>, ReportError> {
    let text = content::care(care).map_err(|error| ReportError::Store(error.to_string()))?;
    let mut all = Vec::new();
    for measure in text.counts.iter().chain(&text.years).filter_map(|id| index.measure(id).ok()) {
        let years = years_of(rows, measure, index, card, beside)?;
        if years.iter().any(|year| year.figure().outcome.reported().is_some()) {
            all.push(OwnYears { measure: measure.note.clone(), years });
        }
    }
    Ok(all)
}

fn years_of(
    rows: &[ObservationRow],
    measure: &ListedMeasure,
    index: &Index,
    card: &HospitalCard,
    beside: &Beside,
) -> Result<Vec<Disclosed<ValueRow>>, ReportError> {
    let own = rows.iter().filter(|r| r.measure_key == measure.key && r.pooled == 0 && r.stratum.is_empty());
    let mut years = own.map(|row| disclose(row, index, card, beside)).collect::<Result<Vec<_>, _>>()?;
    years.sort_by_key(|year| (year.figure().period.end, year.figure().period.start));
    Ok(years)
}

async fn outflow(open: &Open, areas: &[AreaName]) -> Result<Vec<Disclosed<Outflow>>, ReportError> {
    let mut found = Vec::new();
    for area in areas {
        for row in open.file.figures_of_area(&area.code, "outflow_share").await? {
            let flow = Outflow {
                area: area.clone(),
                period: period_of(&row.period_start, &row.period_end)?,
                share: Figure::from_column(row.value),
            };
            found.push(Disclosed::new(&Seal::of_reports(), flow, Vec::new()));
        }
    }
    Ok(found)
}

/// The nearest hospitals that take what a small one cannot: at most two of each such role, the same land first.
/// Across the sea they stand among those that provide the care, so only with what shows that they do or may; one that prints 0
/// is no way to go. Near the sole provider, but told from where the reader is, as every other distance of the page.
fn larger(index: &Index, from: &HospitalCard, spot: &Spot, care: Care) -> Vec<LargerHospital> {
    let roles = [PeerGroup::Advanced, PeerGroup::TertiaryEmergency, PeerGroup::RegionalAcute];
    if from.point.known().is_none() {
        return Vec::new();
    }
    let distance = |there: MapPoint| distance_between(from.point, there);
    let mut found: Vec<LargerHospital> = index
        .hospitals
        .iter()
        .map(|listed| (&listed.card, fact_of(listed, care)))
        .filter(|(card, fact)| from.land.crossing(&card.land) == Crossing::SameLand || fact.is_some())
        .filter(|(card, _)| roles.contains(&card.hospital.peer_group) && card.country == from.country)
        .filter(|(card, _)| card.hospital.specialty.is_none())
        .filter(|(card, _)| card.hospital.id != from.hospital.id && card.point.known().is_some())
        .map(|(card, fact)| LargerHospital {
            card: card.clone(),
            distance: distance(card.point),
            crossing: from.land.crossing(&card.land),
            fact: fact.cloned(),
        })
        .collect();
    found.sort_by(|a, b| {
        let far = a.distance.order_km().total_cmp(&b.distance.order_km());
        far.then_with(|| a.card.hospital.id.cmp(&b.card.hospital.id))
    });
    let mut taken: Vec<LargerHospital> = Vec::new();
    for hospital in found {
        let same = taken.iter().filter(|t| t.card.hospital.peer_group == hospital.card.hospital.peer_group).count();
        if same < 2 && taken.len() < LARGER {
            taken.push(hospital);
        }
    }
    if spot.point.is_some() {
        for hospital in &mut taken {
            hospital.distance = spot.distance(hospital.card.point);
        }
        taken.sort_by(|a, b| a.distance.order_km().total_cmp(&b.distance.order_km()));
    }
    taken.sort_by_key(|t| t.crossing);
    taken
}
