//! How is a comparison written: values side by side, pairs, and the guard?

use super::hospital::kilometres;
use super::value::{CaveatNote, HospitalRef, ValueRow};
use super::{Number, Row, Text};
use reports::model::{self, Comparison, Crossing, Instead, PairReason};
use serde::Serialize;
use utoipa::ToSchema;

/// Two to five hospitals side by side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Compare {
    /// The hospitals, each once, with the ids that are used now.
    pub hospitals: Vec<ComparedHospital>,
    /// One value, or its reason, per measure and hospital.
    pub values: Vec<ComparedValue>,
    /// Every pair of hospitals in every measure.
    pub pairs: Vec<Pair>,
    /// Whether the comparison is a fair one.
    pub guard: Guard,
    /// Measures that at least two of the hospitals report and that are not among `values`: to be asked for with `m`.
    pub further: Vec<String>,
}

/// One of the hospitals.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct ComparedHospital {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Municipality; null where no source prints it.
    pub municipality: Option<String>,
    /// Country and region, as `JP-15`; null where no source prints the region.
    pub region: Option<String>,
    /// Role.
    pub peer_group: String,
    /// The one field of medicine it works in, as `cancer`; null for a general hospital.
    pub specialty: Option<String>,
    /// All beds, where known.
    pub beds_total: Option<u32>,
    /// The id that was asked for, where it was given up.
    pub asked_as: Option<String>,
}

/// One figure of one hospital with its measure.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct ComparedValue {
    /// Id of the measure.
    pub measure: String,
    /// The figure.
    #[serde(flatten)]
    pub row: ValueRow,
}

/// Two hospitals in one measure.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Pair {
    /// Id of the first.
    pub a: String,
    /// Id of the second.
    pub b: String,
    /// Id of the measure.
    pub measure: String,
    /// Whether the two differ by more than chance; null where they are not compared, see `because`.
    pub can_be_told_apart: Option<bool>,
    /// How many hospitals are looked at together; the larger, the more two must differ.
    pub k: u32,
    /// Why the two are not compared.
    pub because: Vec<Because>,
}

/// Why something is not compared.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Because {
    /// Id of a caveat, or `NO_VALUE`, `DIFFERENT_PERIODS`, `PLAIN_COUNT`, `NO_COUNTS`.
    pub id: String,
    /// Whose value it is; null where it concerns both.
    pub hospital: Option<String>,
    /// In words, Japanese.
    pub text_ja: String,
    /// In words, English.
    pub text_en: String,
}

/// Is the comparison a fair one?
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Guard {
    /// True where every pair may be compared.
    pub fair: bool,
    /// Why not; empty where it is fair.
    pub because: Vec<GuardReason>,
    /// What can be compared instead.
    pub alternatives: Vec<Alternative>,
}

/// A caveat that forbids the comparison, and the hospitals that it concerns.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct GuardReason {
    /// The caveat.
    #[serde(flatten)]
    pub caveat: CaveatNote,
    /// Ids of the hospitals.
    pub hospitals: Vec<String>,
}

/// A fair question instead of an unfair one.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Alternative {
    /// `nearest_of_role`: with the nearest hospitals of its role and size. `own_peers`: the hospital against its role.
    pub kind: String,
    /// For whom.
    pub hospital: HospitalRef,
    /// With whom; empty for `own_peers`.
    pub with: Vec<NearHospital>,
    /// The address of the question, below `/api/v1` and below `/ja` or `/en`.
    pub address: String,
    /// In words.
    pub text: Text,
}

/// A hospital to compare with.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct NearHospital {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kilometres in a straight line; null where one of the two has no point.
    pub distance_km: Option<Number>,
    /// True where the sea lies between: its kilometres are not compared with those on land.
    pub across_the_sea: bool,
}

impl Row for Compare {
    fn filled() -> Self {
        let alternative = Alternative { with: vec![NearHospital::default()], ..Alternative::default() };
        Self {
            hospitals: vec![ComparedHospital::default()],
            values: vec![ComparedValue { row: ValueRow::filled(), ..ComparedValue::default() }],
            pairs: vec![Pair { because: vec![Because::default()], ..Pair::default() }],
            guard: Guard { because: vec![GuardReason::default()], alternatives: vec![alternative], ..Guard::default() },
            ..Self::default()
        }
    }
}

impl Compare {
    /// Of a finished comparison.
    pub fn of(comparison: &Comparison) -> Self {
        let measures = || comparison.measures.iter();
        let value = |section: &model::MeasureSection| ComparedValue {
            measure: section.measure.id.to_string(),
            row: ValueRow::of(&section.newest),
        };
        Self {
            hospitals: comparison.hospitals.iter().map(hospital).collect(),
            values: measures().flat_map(|measure| measure.sections.iter().map(value)).collect(),
            pairs: measures().flat_map(|measure| measure.pairs.iter().map(|p| pair(comparison, measure, p))).collect(),
            guard: guard(comparison),
            further: comparison.further.iter().map(|measure| measure.id.to_string()).collect(),
        }
    }
}

fn hospital(compared: &model::Compared) -> ComparedHospital {
    let card = &compared.card;
    ComparedHospital {
        id: card.hospital.id.to_string(),
        name: card.hospital.name.ja.clone(),
        municipality: super::text(&card.hospital.municipality.name.ja),
        region: super::region(&card.hospital.region),
        peer_group: card.hospital.peer_group.to_string(),
        specialty: card.hospital.specialty.map(|field| field.to_string()),
        beds_total: card.beds_total,
        asked_as: compared.asked_as.as_ref().map(ToString::to_string),
    }
}

fn id_of(comparison: &Comparison, place: usize) -> String {
    comparison.hospitals.get(place).map(|h| h.card.hospital.id.to_string()).unwrap_or_default()
}

fn pair(comparison: &Comparison, measure: &model::MeasureCompared, pair: &model::Pair) -> Pair {
    Pair {
        a: id_of(comparison, pair.a),
        b: id_of(comparison, pair.b),
        measure: measure.measure.id.to_string(),
        can_be_told_apart: pair.answer.can_be_told_apart(),
        k: u32::try_from(pair.k).unwrap_or(u32::MAX),
        because: pair.answer.because().iter().map(|reason| because(comparison, reason)).collect(),
    }
}

fn because(comparison: &Comparison, reason: &PairReason) -> Because {
    let text = reason.obstacle.text();
    Because {
        id: reason.obstacle.id().to_string(),
        hospital: reason.hospital.map(|place| id_of(comparison, place)),
        text_ja: text.ja.to_string(),
        text_en: text.en.to_string(),
    }
}

fn guard(comparison: &Comparison) -> Guard {
    let reason = |reason: &model::GuardReason| GuardReason {
        caveat: CaveatNote::of(reason.caveat),
        hospitals: reason.hospitals.iter().map(|place| id_of(comparison, *place)).collect(),
    };
    let found = &comparison.guard;
    Guard {
        fair: found.is_fair(),
        because: found.because.iter().map(reason).collect(),
        alternatives: found.alternatives.iter().filter_map(|a| alternative(comparison, a)).collect(),
    }
}

fn alternative(comparison: &Comparison, alternative: &model::Alternative) -> Option<Alternative> {
    let hospital = &comparison.hospitals.get(alternative.hospital)?.card.hospital;
    let text = reports::figures::alternative_words(comparison, alternative);
    let (kind, with, address) = match &alternative.instead {
        Instead::Nearest(found) => {
            let ids: Vec<&str> = found.iter().map(|near| near.card.hospital.id.as_str()).collect();
            let with = found.iter().map(|near| NearHospital {
                id: near.card.hospital.id.to_string(),
                name: near.card.hospital.name.ja.clone(),
                distance_km: kilometres(near.distance),
                across_the_sea: near.crossing == Crossing::AcrossTheSea,
            });
            ("nearest_of_role", with.collect(), format!("/compare?h={},{}", hospital.id, ids.join(",")))
        }
        Instead::OwnPeers { .. } => ("own_peers", Vec::new(), format!("/hospitals/{}", hospital.id)),
    };
    Some(Alternative {
        kind: kind.to_string(),
        hospital: HospitalRef::of(hospital),
        with,
        address,
        text: (&text).into(),
    })
}
