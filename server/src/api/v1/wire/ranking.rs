//! How are own criteria answered: one list per role, a range of places per hospital, never one place?

use super::value::CaveatNote;
use super::{HospitalRef, Number, Row};
use domain::priorities::{MoveChange, Position};
use reports::model::{Contender, Priorities, RoleList};
use serde::Serialize;
use utoipa::ToSchema;

/// Places that are plausible in 90 of 100 draws.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Place {
    /// First plausible place.
    pub low: u32,
    /// Last plausible place.
    pub high: u32,
}

/// What would move a hospital most.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Move {
    /// `dropped` or `doubled`.
    pub change: String,
    /// New middle place less the old one; negative is further to the front.
    pub places: i64,
}

/// One hospital in the order of its role.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct RankingRow {
    /// The hospital.
    pub hospital: HospitalRef,
    /// Share of the draws in which it is among the first k.
    pub share_top_k: Number,
    /// Plausible places within this list.
    pub place: Place,
    /// Number of its group: those of one group cannot be told apart.
    pub group: u32,
    /// Share of the weight that no data covers.
    pub uncovered_weight: Number,
    /// Id of the measure whose weight moves it most; null where none does.
    pub most_moved_by: Option<String>,
    /// How; null where nothing moves it.
    pub moved: Option<Move>,
    /// Places that chance alone allows at the middle weights.
    pub place_by_chance: Place,
    /// Ids of what has to be said about this order.
    pub caveats: Vec<String>,
}

/// A hospital that too little data covers: listed, not placed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct NotPlaced {
    /// The hospital.
    pub hospital: HospitalRef,
    /// Share of the weight that no data covers.
    pub uncovered_weight: Number,
}

/// A criterion with its share.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct CriterionRow {
    /// Id of the measure.
    pub measure: String,
    /// Lower bound of the weight.
    pub weight_low: Number,
    /// Upper bound of the weight.
    pub weight_high: Number,
    /// Share of all weights, 0 to 1.
    pub share: Number,
    /// Ids of the caveats that keep it out of every order.
    pub orders_nobody_because: Vec<String>,
}

/// The hospitals of one role.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Ranking {
    /// The role.
    pub peer_group: String,
    /// The one field of medicine of these hospitals, as `cancer`; null for the list of general hospitals.
    pub specialty: Option<String>,
    /// Hospitals of the role and field in reach.
    pub hospitals: u32,
    /// Those that have places.
    pub placed: u32,
    /// The k of `share_top_k`.
    pub k: u32,
    /// The criteria.
    pub criteria: Vec<CriterionRow>,
    /// In order of group, within a group of distance or place.
    pub rows: Vec<RankingRow>,
    /// Those with too little data.
    pub not_placed: Vec<NotPlaced>,
    /// Ids of the caveats because of which nobody has a place.
    pub no_rank_because: Vec<String>,
    /// The same with their texts.
    pub caveats: Vec<CaveatNote>,
}

impl Ranking {
    /// One row per role.
    pub fn all(answer: &Priorities) -> Vec<Self> {
        answer.lists.iter().map(|list| Self::of(answer, list)).collect()
    }

    fn of(answer: &Priorities, list: &RoleList) -> Self {
        let hospital = |i: usize| HospitalRef::of(&list.contenders[i].card.hospital);
        let groups = (1_u32..).zip(&list.ordered.groups);
        Self {
            peer_group: list.role.to_string(),
            specialty: list.specialty.map(|field| field.to_string()),
            hospitals: count(list.contenders.len()),
            placed: count(list.ordered.placed),
            k: answer.top.into(),
            criteria: answer.criteria.iter().map(CriterionRow::of).collect(),
            rows: groups
                .flat_map(|(group, members)| members.iter().map(move |position| (group, position)))
                .map(|(group, position)| RankingRow::of(answer, &list.contenders[position.candidate], position, group))
                .collect(),
            not_placed: list
                .ordered
                .apart
                .iter()
                .map(|(i, uncovered)| NotPlaced { hospital: hospital(*i), uncovered_weight: (*uncovered).into() })
                .collect(),
            no_rank_because: list.no_rank_because.iter().map(|c| c.id.to_string()).collect(),
            caveats: list.no_rank_because.iter().map(|c| CaveatNote::of(c)).collect(),
        }
    }
}

impl RankingRow {
    fn of(answer: &Priorities, contender: &Contender, position: &Position, group: u32) -> Self {
        let moved = position.moved_by;
        Self {
            hospital: HospitalRef::of(&contender.card.hospital),
            share_top_k: position.top_share.into(),
            place: Place { low: count(position.low), high: count(position.high) },
            group,
            uncovered_weight: position.uncovered.into(),
            most_moved_by: moved.and_then(|m| answer.criteria.get(m.criterion)).map(|c| c.measure.id.to_string()),
            moved: moved.map(|m| Move {
                change: match m.change {
                    MoveChange::Dropped => "dropped".to_string(),
                    MoveChange::Doubled => "doubled".to_string(),
                },
                places: m.places,
            }),
            place_by_chance: Place { low: count(position.by_chance.0), high: count(position.by_chance.1) },
            caveats: reports::said_of_place(position).iter().map(|c| c.id.to_string()).collect(),
        }
    }
}

impl CriterionRow {
    fn of(criterion: &reports::model::Criterion) -> Self {
        let (low, high) = criterion.weighting.bounds();
        Self {
            measure: criterion.measure.id.to_string(),
            weight_low: low.into(),
            weight_high: high.into(),
            share: criterion.share.into(),
            orders_nobody_because: criterion.orders_nobody_because.iter().map(|c| c.id.to_string()).collect(),
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Row for Ranking {
    fn filled() -> Self {
        let row = RankingRow { moved: Some(Move::default()), ..RankingRow::default() };
        Self {
            criteria: vec![CriterionRow::default()],
            rows: vec![row],
            not_placed: vec![NotPlaced::default()],
            caveats: vec![CaveatNote::default()],
            ..Self::default()
        }
    }
}
