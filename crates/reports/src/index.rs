//! What of a release is small enough to be kept at hand, so that a page asks the file only for its own values?

mod country;
mod national_values;
mod spreads;
mod succession;

#[cfg(test)]
pub(crate) use country::of_most;

use crate::care::care_facts;
use crate::error::ReportError;
use crate::finder::{ListFacts, facets, facets_by_country, list_facts};
use crate::model::{
    Break, CareFact, CorrectionNote, Ended, Event, Facets, Figure, HospitalCard, HospitalRef, MapPoint, MeasureNote,
    SourceNote,
};
use crate::newest::Newest;
use crate::place_names::{PlaceNames, name_of};
use crate::places::{Lands, Places};
use crate::romanised::romanised;
use crate::search::new_forms;
use crate::variation::Variation;
use content::region_name;
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::peers::PeerGroup;
use domain::period::parse_day;
use domain::records::{Breaks, EventKind};
use domain::regions::{region_id, split_region_id};
use domain::specialty::Specialty;
use domain::view_spec::GeoPoint;
use domain::{Bilingual, Disclosed, HospitalId, MeasureId, Period};
use national_values::NationalValues;
use std::collections::{BTreeMap, HashMap};
use store::Release;
use store::read::PooledSet;
use store::rows::{AreaRow, HospitalRow, MeasureRow, SpreadRow};

/// One hospital with the text the finder looks through.
#[derive(Debug)]
pub(crate) struct Listed {
    pub card: HospitalCard,
    pub search_text: String,
    /// What it provides, as far as published facts show.
    pub care: Vec<Disclosed<CareFact>>,
    /// What lists are narrowed by.
    pub facts: ListFacts,
}

/// One measure with its key in the file.
#[derive(Debug)]
pub(crate) struct ListedMeasure {
    pub key: i64,
    pub note: MeasureNote,
    pub breaks: Vec<Break>,
}

/// Measure, last day, first day, stratum, country, role (empty: the whole country).
pub(crate) type SpreadKey = (i64, String, String, String, String, String);

/// The index of one release.
#[derive(Debug)]
pub(crate) struct Index {
    pub hospitals: Vec<Listed>,
    pub by_id: HashMap<String, usize>,
    pub moved: HashMap<String, String>,
    pub measures: Vec<ListedMeasure>,
    pub spreads: BTreeMap<SpreadKey, SpreadRow>,
    /// Which of their values are the publisher's.
    pub national_values: NationalValues,
    pub sources: Vec<(i64, SourceNote)>,
    pub footnotes: HashMap<(String, String), Bilingual<String>>,
    pub events: Vec<(String, String, Event)>,
    /// Years put together, by measure, stratum and period.
    pub pooled: Vec<PooledSet>,
    pub successions: HashMap<String, Vec<succession::Succession>>,
    /// By hospital and measure key, newest first.
    pub corrections: Corrections,
    /// The newest value of every measure and hospital.
    pub newest: Newest,
    /// Where municipalities, medical areas and prefectures are.
    pub places: Places,
    /// Regions with their number of hospitals, those of the reader's own country first.
    pub regions: Vec<(String, Bilingual<String>, u32)>,
    /// Prefectures, medical areas and municipalities as the sources name them.
    pub areas: Vec<AreaRow>,
    /// Variation, its course, improvement and provision.
    pub variation: Variation,
    /// What lists can be narrowed by, anywhere.
    pub facets: Facets,
    /// The same for each country.
    pub facets_by_country: BTreeMap<String, Facets>,
    /// Of whoever names no place.
    pub country: String,
}

pub(crate) fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

pub(crate) fn broken(what: &str, problem: impl std::fmt::Display) -> ReportError {
    ReportError::Store(format!("{what}: {problem}"))
}

impl Index {
    /// Reads the small tables of a release.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the file cannot be read or holds a code this version does not know.
    pub async fn load(release: &Release) -> Result<Self, ReportError> {
        let rows = release.hospitals().await?;
        let by_id: HashMap<String, usize> = rows.iter().enumerate().map(|(i, row)| (row.id.clone(), i)).collect();
        let countries: Vec<String> = rows.iter().map(|row| row.country.clone()).collect();
        let (newest, rest) = tokio::join!(Newest::load(release, &countries, &by_id), Self::load_beside(release, rows));
        let (newest, mut index) = (newest?, rest?);
        let fact = |hospital, wish| newest.fact(hospital, wish);
        index.facets = facets(&index.hospitals, |_| true, fact);
        index.facets_by_country = facets_by_country(&index.hospitals, fact);
        Ok(Self { newest, by_id, ..index })
    }

    /// Everything but the newest values and what is made of them.
    async fn load_beside(release: &Release, rows: Vec<HospitalRow>) -> Result<Self, ReportError> {
        let area_rows = release.areas().await?;
        let lands = Lands::new(&area_rows);
        let places = Places::new(&area_rows, &rows, &lands);
        let names = PlaceNames::new(&area_rows);
        let sources = sources(release).await?;
        let mut care = care_facts(release, &sources).await?;
        let mut facts = list_facts(release).await?;
        let mut hospitals = Vec::with_capacity(rows.len());
        for row in rows {
            let own = (care.remove(&row.id).unwrap_or_default(), facts.remove(&row.id).unwrap_or_default());
            hospitals.push(listed(row, &names, (&places, &lands), own)?);
        }
        let successions = succession::load(release).await?;
        succession::mark(&mut hospitals, &successions, &release.release().await?.as_of);
        let country = country::of_most(&hospitals);
        country::name_those_abroad(&mut hospitals, &country);
        let spreads = spreads(release).await?;
        let measures = measures(release, &spreads).await?;
        Ok(Self {
            facets: Facets::default(),
            facets_by_country: BTreeMap::new(),
            newest: Newest::default(),
            national_values: NationalValues::load(release, &hospitals).await?,
            regions: country::regions(&hospitals, &country),
            country,
            by_id: HashMap::new(),
            moved: release.moved().await?.into_iter().map(|m| (m.old_id, m.hospital_id)).collect(),
            measures,
            spreads,
            sources,
            footnotes: footnotes(release).await?,
            events: events(release).await?,
            pooled: release.pooled_sets().await?,
            successions,
            corrections: corrections(release).await?,
            places,
            hospitals,
            areas: area_rows,
            variation: Variation::load(release).await?,
        })
    }

    /// A hospital by id.
    ///
    /// # Errors
    /// [`ReportError::Moved`] where it has another id now, [`ReportError::NotFound`] otherwise.
    pub fn hospital(&self, id: &HospitalId) -> Result<&HospitalCard, ReportError> {
        if let Some(i) = self.by_id.get(id.as_str()) {
            return Ok(&self.hospitals[*i].card);
        }
        Err(match self.moved.get(id.as_str()) {
            Some(to) => ReportError::Moved { from: id.to_string(), to: to.clone() },
            None => ReportError::NotFound { kind: "hospital", id: id.to_string() },
        })
    }

    /// The kinds of care that something shows at a hospital; nothing for an id that is not known.
    pub fn cares(&self, id: &HospitalId) -> &[Disclosed<CareFact>] {
        self.by_id.get(id.as_str()).map_or(&[], |i| self.hospitals[*i].care.as_slice())
    }

    /// A measure by id.
    ///
    /// # Errors
    /// [`ReportError::NotFound`].
    pub fn measure(&self, id: &MeasureId) -> Result<&ListedMeasure, ReportError> {
        let found = self.measures.iter().find(|m| m.note.id == *id);
        found.ok_or_else(|| ReportError::NotFound { kind: "measure", id: id.to_string() })
    }

    /// A measure by its key.
    pub fn measure_of_key(&self, key: i64) -> Option<&ListedMeasure> {
        self.measures.iter().find(|m| m.key == key)
    }

    /// A source by its key.
    pub fn source(&self, key: i64) -> Option<&SourceNote> {
        self.sources.iter().find(|(k, _)| *k == key).map(|(_, s)| s)
    }

    /// The sources of these keys, each once.
    pub fn sources_of(&self, keys: impl Iterator<Item = i64>) -> Vec<SourceNote> {
        let wanted: std::collections::BTreeSet<i64> = keys.collect();
        self.sources.iter().filter(|(k, _)| wanted.contains(k)).map(|(_, s)| s.clone()).collect()
    }

    /// The sources with an id that fits.
    pub fn sources_named(&self, fits: impl Fn(&str) -> bool) -> Vec<SourceNote> {
        self.sources.iter().map(|(_, s)| s).filter(|s| !s.id.is_empty() && fits(&s.id)).cloned().collect()
    }
}

/// The period of a row.
pub(crate) fn period_of(start: &str, end: &str) -> Result<Period, ReportError> {
    Period::parse(&format!("{start}/{end}")).map_err(|e| broken("period", e))
}

fn map_point(row: &HospitalRow) -> MapPoint {
    let point = row.latitude.zip(row.longitude).and_then(|(lat, lon)| GeoPoint::new(lat, lon));
    match (point, row.point.as_str()) {
        (Some(p), "about") => MapPoint::About(p),
        (Some(p), _) => MapPoint::Exact(p),
        (None, _) => MapPoint::Unknown,
    }
}

fn listed(
    row: HospitalRow,
    names: &PlaceNames,
    (places, lands): (&Places, &Lands),
    (care, facts): (Vec<Disclosed<CareFact>>, ListFacts),
) -> Result<Listed, ReportError> {
    let (point, land) = (map_point(&row), places.land_of(&row, lands));
    let read = romanised(&row.name_kana);
    // a name that is only the Japanese one in letters is no English name
    let is_reading = ["byoin", "byouin"].iter().any(|end| row.name_en.to_lowercase().ends_with(end));
    let en = match (row.name_en.is_empty() || (is_reading && read.is_some()), read) {
        (true, read) => read.unwrap_or_else(|| row.name.clone()),
        (false, _) => row.name_en,
    };
    let municipality = names.beside_name((&row.municipality_code, &row.municipality), &row.area_code);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let beds_total = row.beds_total.filter(|b| (0.0..1e6).contains(b)).map(|b| b.round() as u32);
    let card = HospitalCard {
        hospital: HospitalRef {
            id: HospitalId::parse(&row.id).map_err(|e| broken("hospital", e))?,
            name: Bilingual::new(row.name, en),
            municipality,
            region: region_id(&row.country, &row.region_code),
            region_name: region_name(&row.country, &row.region_code),
            abroad: Bilingual::default(),
            peer_group: PeerGroup::parse(&row.peer_group).map_err(|e| broken("role", e))?,
            specialty: specialty(&row.specialty)?,
        },
        name_kana: row.name_kana,
        short_name: row.short_name,
        country: row.country,
        municipality_code: row.municipality_code,
        area: names.area(&row.area_code),
        peer_reason: Bilingual::new(row.peer_reason_ja, row.peer_reason_en),
        specialty_reason: Bilingual::new(row.specialty_reason_ja, row.specialty_reason_en),
        address: row.address,
        point,
        land,
        url: row.url,
        emergency: facts.emergency,
        beds_total,
        reported_measures: count(row.reported_measures),
        ended: parse_day(&row.last_told).map(Ended::NotToldSince),
    };
    Ok(Listed { card, search_text: new_forms(&row.search_text), care, facts })
}

/// Nothing stands there for a general hospital.
fn specialty(code: &str) -> Result<Option<Specialty>, ReportError> {
    let parsed = (!code.is_empty()).then(|| Specialty::parse(code));
    parsed.transpose().map_err(|e| broken("specialty", e))
}

async fn spreads(release: &Release) -> Result<BTreeMap<SpreadKey, SpreadRow>, ReportError> {
    let rows = release.spreads().await?;
    Ok(rows
        .into_iter()
        .map(|r| {
            let key = (
                r.measure_key,
                r.period_end.clone(),
                r.period_start.clone(),
                r.stratum.clone(),
                r.country.clone(),
                r.peer_group.clone(),
            );
            (key, r)
        })
        .collect())
}

async fn measures(
    release: &Release,
    spreads: &BTreeMap<SpreadKey, SpreadRow>,
) -> Result<Vec<ListedMeasure>, ReportError> {
    let mut breaks: HashMap<i64, Vec<Break>> = HashMap::new();
    for v in release.measure_versions().await? {
        let kind = Breaks::parse(&v.breaks).map_err(|e| broken("version", e))?;
        if let Some(at) = parse_day(&v.valid_from).filter(|_| kind != Breaks::Nothing) {
            breaks.entry(v.measure_key).or_default().push(Break {
                at,
                kind,
                change: Bilingual::new(v.change_ja, v.change_en),
            });
        }
    }
    let typical = |key: i64| {
        let national =
            spreads.values().rev().find(|s| s.measure_key == key && s.peer_group.is_empty() && s.stratum.is_empty());
        Figure::from_column(national.and_then(|s| s.median))
    };
    let rows = release.measures().await?;
    rows.into_iter()
        .map(|m| {
            let (key, typical) = (m.measure_key, typical(m.measure_key));
            let note = measure_note(m, typical)?;
            Ok(ListedMeasure { key, note, breaks: breaks.remove(&key).unwrap_or_default() })
        })
        .collect()
}

fn measure_note(m: MeasureRow, typical: Figure) -> Result<MeasureNote, ReportError> {
    let measure_type = MeasureType::parse(&m.measure_type).map_err(|e| broken("measure", e))?;
    let risk_adjusted = m.risk_adjusted.map(|n| n == 1);
    Ok(MeasureNote {
        id: MeasureId::parse(&m.id).map_err(|e| broken("measure", e))?,
        name: Bilingual::new(m.name_ja, m.name_en),
        kind: Kind::parse(&m.kind).map_err(|e| broken("measure", e))?,
        direction: Direction::parse(&m.direction).map_err(|e| broken("measure", e))?,
        topic: Topic::parse(&m.topic).map_err(|e| broken("measure", e))?,
        measure_type,
        unit: m.unit,
        risk_adjusted,
        adjusters: m.adjusters.split(';').filter(|a| !a.is_empty()).map(str::to_string).collect(),
        shrunken: m.shrunken == Some(1),
        plain: Bilingual::new(m.plain_ja, m.plain_en),
        why: Bilingual::new(m.why_ja, m.why_en),
        cannot_tell: Bilingual::new(m.cannot_tell_ja, m.cannot_tell_en),
        owner_warning: Bilingual::new(m.owner_warning_ja, m.owner_warning_en),
        means_abroad: m.means_abroad,
        crude_outcome: measure_type == MeasureType::Outcome && risk_adjusted != Some(true),
        typical,
    })
}

async fn sources(release: &Release) -> Result<Vec<(i64, SourceNote)>, ReportError> {
    let rows = release.sources().await?;
    Ok(rows
        .into_iter()
        .map(|s| {
            let note = SourceNote {
                id: s.id,
                publisher: Bilingual::new(s.publisher_ja, s.publisher_en),
                title: Bilingual::new(s.title_ja, s.title_en),
                url: s.url,
                licence: s.licence,
                attribution: Bilingual::new(s.attribution_ja, s.attribution_en),
                published: s.published.as_deref().and_then(parse_day),
                sha256: s.sha256,
                file: s.file,
            };
            (s.source_key, note)
        })
        .collect())
}

async fn footnotes(release: &Release) -> Result<HashMap<(String, String), Bilingual<String>>, ReportError> {
    let rows = release.footnotes().await?;
    Ok(rows.into_iter().map(|f| ((f.source_id, f.code), Bilingual::new(f.text_ja, f.text_en))).collect())
}

/// What a prefecture, a medical area or a municipality is called, by its code.
async fn place_names(release: &Release) -> Result<HashMap<String, Bilingual<String>>, ReportError> {
    let mut names = HashMap::new();
    for area in release.areas().await? {
        let Bilingual { ja, en } = name_of(&area).name;
        let name = match area.kind.as_str() {
            "medical_area" => Bilingual::new(format!("{ja}医療圏"), format!("the medical area of {en}")),
            _ => Bilingual::new(ja, en),
        };
        names.insert(area.code, name);
    }
    Ok(names)
}

/// The name of the area that an event struck; empty where it struck one hospital.
fn struck_place(names: &HashMap<String, Bilingual<String>>, area_code: &str) -> Bilingual<String> {
    let region = || {
        let (country, code) = split_region_id(area_code).unwrap_or(("JP", area_code));
        let name = region_name(country, code);
        if name.ja == code { Bilingual::default() } else { name }
    };
    names.get(area_code).cloned().unwrap_or_else(region)
}

async fn events(release: &Release) -> Result<Vec<(String, String, Event)>, ReportError> {
    let names = place_names(release).await?;
    let mut events = Vec::new();
    for e in release.events().await? {
        let kind = EventKind::parse(&e.kind).map_err(|e| broken("event", e))?;
        let Some(start) = parse_day(&e.start) else {
            return Err(broken("event", &e.start));
        };
        let event = Event {
            kind,
            start,
            end: e.until.as_deref().and_then(parse_day),
            text: Bilingual::new(e.text_ja, e.text_en),
            place: struck_place(&names, &e.area_code),
        };
        events.push((e.area_code, e.hospital_id, event));
    }
    Ok(events)
}

pub(crate) type Corrections = HashMap<(String, i64), Vec<(Period, String, CorrectionNote)>>;

async fn corrections(release: &Release) -> Result<Corrections, ReportError> {
    let mut by_value: Corrections = HashMap::new();
    for c in release.corrections().await? {
        let period = period_of(&c.period_start, &c.period_end)?;
        let Some(date) = parse_day(&c.date) else {
            return Err(broken("correction", &c.date));
        };
        let note = CorrectionNote { was: c.was, is: c.now, why: Bilingual::new(c.why_ja, c.why_en), date };
        by_value.entry((c.hospital_id, c.measure_key)).or_default().push((period, c.stratum, note));
    }
    Ok(by_value)
}
