//! How is a hospital written, in a list and alone?

use super::{Number, Row, ValueRow, day, text};
use domain::records::Point;
use reports::model::{self, Comment, Distance, FinderRow, HospitalCard, HospitalReport, ListPart};
use serde::Serialize;
use utoipa::ToSchema;

/// A hospital or clinic with beds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Hospital {
    /// Id.
    pub id: String,
    /// Official name.
    pub name: String,
    /// Reading.
    pub name_kana: Option<String>,
    /// English name; null where none is known.
    pub name_en: Option<String>,
    /// Short name.
    pub short_name: Option<String>,
    /// ISO 3166-1.
    pub country: String,
    /// Country and region, as `JP-15`; null where no source prints the region.
    pub region: Option<String>,
    /// Municipality code.
    pub municipality_code: Option<String>,
    /// Municipality; null where no source prints it.
    pub municipality: Option<String>,
    /// 二次医療圏.
    pub area_code: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Degrees north.
    pub latitude: Option<Number>,
    /// Degrees east.
    pub longitude: Option<Number>,
    /// `exact`, `about` (the middle of the municipality), or null.
    pub point: Option<String>,
    /// Home page.
    pub url: Option<String>,
    /// Role.
    pub peer_group: String,
    /// The one field of medicine it works in, as `cancer`; null for a general hospital.
    pub specialty: Option<String>,
    /// Beds.
    pub beds_total: Option<u32>,
    /// Measures with a value; 0 is no fault.
    pub reported_measures: u32,
    /// Kilometres from `near`, in a straight line; see `point` for how exact. Null without `near`.
    pub distance_km: Option<Number>,
    /// True where it is known to fit the question; null where no source says whether it has what the filters ask for, which
    /// is no "no", and where nothing was asked.
    pub fits: Option<bool>,
    /// Which part of the list: `here`, within reach or where no point was given; `elsewhere`, the same land, outside reach;
    /// `across_the_sea`, whose kilometres are not compared with those on land; `ask`, in reach, but no source says whether it
    /// fits. Null where the hospital is asked for alone.
    pub part: Option<String>,
}

impl Row for Hospital {
    fn filled() -> Self {
        Self::default()
    }
}

impl Hospital {
    /// A hospital of the finder.
    pub fn found(row: &FinderRow) -> Self {
        let fits = (row.part != ListPart::NotTold).then_some(true);
        Self { fits, part: Some(part(row.part).to_string()), ..Self::of(&row.card, row.distance) }
    }

    /// A hospital, and how far it is.
    pub fn of(card: &HospitalCard, distance: Distance) -> Self {
        let hospital = &card.hospital;
        let point = card.point.known();
        Self {
            id: hospital.id.to_string(),
            name: hospital.name.ja.clone(),
            name_kana: text(&card.name_kana),
            name_en: Some(hospital.name.en.clone()).filter(|en| *en != hospital.name.ja),
            short_name: text(&card.short_name),
            country: card.country.clone(),
            region: super::region(&hospital.region),
            municipality_code: text(&card.municipality_code),
            municipality: text(&hospital.municipality.name.ja),
            area_code: text(&card.area.code),
            address: text(&card.address),
            latitude: point.map(|(p, _)| p.latitude().into()),
            longitude: point.map(|(p, _)| p.longitude().into()),
            point: point.map(|(_, exactness)| exactness).filter(|e| *e != Point::Unknown).map(|e| e.to_string()),
            url: text(&card.url),
            peer_group: hospital.peer_group.to_string(),
            specialty: hospital.specialty.map(|field| field.to_string()),
            beds_total: card.beds_total,
            reported_measures: card.reported_measures,
            distance_km: kilometres(distance),
            fits: None,
            part: None,
        }
    }
}

const fn part(part: ListPart) -> &'static str {
    match part {
        ListPart::Here => "here",
        ListPart::Elsewhere => "elsewhere",
        ListPart::AcrossTheSea => "across_the_sea",
        ListPart::NotTold => "ask",
    }
}

/// To ten metres; more would be pretended.
pub(super) fn kilometres(distance: Distance) -> Option<Number> {
    match distance {
        Distance::Km(km) | Distance::AboutKm(km) => Some(((km * 100.0).round() / 100.0).into()),
        Distance::Unknown => None,
    }
}

/// One fact of the context.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct ContextFact {
    /// Key of the interchange package, as `beds_total`.
    pub key: String,
    /// Value as text; `1` for a flag.
    pub value: String,
    /// First day of validity.
    pub valid_from: Option<String>,
    /// Last day of validity.
    pub valid_to: Option<String>,
}

/// How it is known elsewhere.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Identifier {
    /// Scheme.
    pub scheme: String,
    /// Value, always text.
    pub value: String,
    /// First day of validity.
    pub valid_from: Option<String>,
    /// Last day of validity.
    pub valid_to: Option<String>,
    /// How it was linked: `given`, `exact`, `suffix` or `manual`.
    #[serde(rename = "match")]
    pub matched: String,
    /// How surely, 0 to 1.
    pub confidence: Number,
}

/// What became of a hospital.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Successor {
    /// `merged`, `split`, `renamed`, `moved` or `closed`.
    pub kind: String,
    /// When.
    pub date: Option<String>,
    /// The hospital after; null where it closed.
    pub successor_id: Option<String>,
}

/// A disaster or an outbreak.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Event {
    /// `disaster` or `outbreak`.
    pub kind: String,
    /// First day.
    pub start: String,
    /// Last day; null while it is open.
    pub end: Option<String>,
    /// Japanese.
    pub text_ja: Option<String>,
    /// English.
    pub text_en: Option<String>,
}

/// What a hospital says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Said {
    /// `explanation` or `practice`.
    pub kind: String,
    /// Day.
    pub date: Option<String>,
    /// Last day of the period meant; null for all.
    pub period_end: Option<String>,
    /// Japanese.
    pub text_ja: Option<String>,
    /// English.
    pub text_en: Option<String>,
    /// Id of the measure it speaks of.
    pub measure: String,
    /// First day of the period meant; null for every period that ends on that day.
    pub period_start: Option<String>,
    /// Part of the patients; null for all.
    pub stratum: Option<String>,
}

/// The newest value of one measure.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct MeasureValue {
    /// Id of the measure.
    pub measure: String,
    /// The value.
    #[serde(flatten)]
    pub row: ValueRow,
}

/// Everything about one hospital.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct HospitalDetail {
    /// The hospital.
    #[serde(flatten)]
    pub hospital: Hospital,
    /// Name of the 二次医療圏, Japanese.
    pub area_name_ja: Option<String>,
    /// Name of the 二次医療圏, English.
    pub area_name_en: Option<String>,
    /// Why it has this role, Japanese.
    pub peer_reason_ja: String,
    /// Why it has this role, English.
    pub peer_reason_en: String,
    /// What kind of place it is.
    pub context: Vec<ContextFact>,
    /// How it is known elsewhere.
    pub identifiers: Vec<Identifier>,
    /// What became of it.
    pub successors: Vec<Successor>,
    /// What happened there.
    pub events: Vec<Event>,
    /// What it says.
    pub comments: Vec<Said>,
    /// The newest value per measure.
    pub values: Vec<MeasureValue>,
}

impl Row for HospitalDetail {
    fn filled() -> Self {
        Self {
            context: vec![ContextFact::default()],
            identifiers: vec![Identifier::default()],
            successors: vec![Successor::default()],
            events: vec![Event::default()],
            comments: vec![Said::default()],
            values: vec![MeasureValue { measure: String::new(), row: ValueRow::filled() }],
            ..Self::default()
        }
    }
}

impl HospitalDetail {
    /// Everything about it.
    pub fn of(report: &HospitalReport) -> Self {
        let card = &report.card;
        Self {
            hospital: Hospital::of(card, Distance::Unknown),
            area_name_ja: text(&card.area.name.ja),
            area_name_en: text(&card.area.name.en),
            peer_reason_ja: card.peer_reason.ja.clone(),
            peer_reason_en: card.peer_reason.en.clone(),
            context: report.context.facts.iter().map(fact).collect(),
            identifiers: report.identifiers.iter().map(identifier).collect(),
            successors: report.successors.iter().map(successor).collect(),
            events: report.events.iter().map(event).collect(),
            comments: report.comments.iter().map(said).collect(),
            values: report.measures.iter().map(value).collect(),
        }
    }
}

fn fact(fact: &model::ContextFact) -> ContextFact {
    ContextFact {
        key: fact.key.clone(),
        value: fact.value.clone(),
        valid_from: day(fact.valid_from),
        valid_to: day(fact.valid_to),
    }
}

fn identifier(note: &model::IdentifierNote) -> Identifier {
    Identifier {
        scheme: note.scheme.clone(),
        value: note.value.clone(),
        valid_from: day(note.valid_from),
        valid_to: day(note.valid_to),
        matched: note.matched.to_string(),
        confidence: note.confidence.into(),
    }
}

fn successor(successor: &model::Successor) -> Successor {
    Successor {
        kind: successor.kind.to_string(),
        date: day(successor.date),
        successor_id: successor.successor.as_ref().map(|(id, _)| id.to_string()),
    }
}

fn event(event: &model::Event) -> Event {
    Event {
        kind: event.kind.to_string(),
        start: event.start.to_string(),
        end: day(event.end),
        text_ja: text(&event.text.ja),
        text_en: text(&event.text.en),
    }
}

fn said(comment: &Comment) -> Said {
    Said {
        kind: comment.kind.to_string(),
        date: day(comment.date),
        period_end: day(comment.period_end),
        text_ja: text(&comment.text.ja),
        text_en: text(&comment.text.en),
        measure: comment.measure.to_string(),
        period_start: day(comment.period_start),
        stratum: text(&comment.stratum),
    }
}

fn value(section: &model::MeasureSection) -> MeasureValue {
    MeasureValue { measure: section.measure.id.to_string(), row: ValueRow::of(&section.newest) }
}
