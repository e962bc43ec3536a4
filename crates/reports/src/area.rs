//! What about this prefecture or medical area: who is here, who provides what, where patients go, and with which values?

use crate::error::ReportError;
use crate::index::{Index, ListedMeasure, count, period_of};
use crate::model::{
    AreaList, AreaMeasure, AreaName, AreaPart, AreaReport, Care, Event, Figure, Flow, HospitalCard, HospitalRef,
    PlaceName, Provision, RegionLine,
};
use crate::newest::NewestSet;
use crate::place_names::{name_of, nameless};
use crate::service::{Open, Reports};
use crate::variation::area_value;
use content::region_name;
use domain::Disclosed;
use domain::caveats::Caveat;
use domain::peers::PeerGroup;
use domain::regions::region_id;
use domain::variation::Level;
use domain::view_spec::ViewSpec;
use std::collections::{BTreeMap, BTreeSet};
use store::rows::{AreaObservationRow, AreaRow, AreaValueRow, ProvisionRow};

/// An area that somebody asks for.
struct Asked<'a> {
    level: Level,
    code: &'a str,
    country: &'a str,
    region_code: &'a str,
    /// Hospitals and clinics here; a few have no beds.
    cards: Vec<&'a HospitalCard>,
}

impl Reports {
    /// All regions with their medical areas.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn areas(&self, view: &ViewSpec) -> Result<AreaList, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let mut regions: BTreeMap<(&str, &str), (u32, BTreeSet<&str>)> = BTreeMap::new();
        for card in index.hospitals.iter().filter(|h| h.stands()).map(|h| &h.card) {
            let (hospitals, areas) = regions.entry((&card.country, region_code(card))).or_default();
            *hospitals += 1;
            areas.extend(Some(card.area.code.as_str()).filter(|code| !code.is_empty()));
        }
        let mut by_country: BTreeMap<&str, Vec<RegionLine>> = BTreeMap::new();
        for ((country, code), (hospitals, areas)) in regions.into_iter().filter(|((_, code), _)| !code.is_empty()) {
            let inside = areas.iter().map(|area| index.area_name(Level::MedicalArea, country, area)).collect();
            let line = (index.area_name(Level::Region, country, code), hospitals, inside);
            by_country.entry(country).or_default().push(line);
        }
        let regions = by_country.remove(index.country.as_str()).unwrap_or_default();
        let by_name = |(country, mut lines): (&str, Vec<RegionLine>)| {
            lines.sort_by(|(a, ..), (b, ..)| a.name.en.cmp(&b.name.en));
            (country.to_string(), lines)
        };
        let abroad = by_country.into_iter().map(by_name).collect();
        Ok(AreaList { release, regions, abroad })
    }

    /// Everything about one area.
    ///
    /// # Errors
    /// [`ReportError`] where the area or release is unknown or cannot be read.
    pub async fn area(&self, code: &str, view: &ViewSpec) -> Result<AreaReport, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let asked = asked(index, code)?;
        let (measures, mut sources) = measures(&open, index, &asked).await?;
        let parts = parts(index, &asked);
        let (care, care_sources) = care(index, &asked, &parts)?;
        sources.extend(care_sources);
        let printed = open.file.area_observations_within(code).await?;
        Ok(AreaReport {
            release,
            level: asked.level,
            area: index.area_name(asked.level, asked.country, code),
            region: index.area_name(Level::Region, asked.country, asked.region_code),
            region_id: region_id(asked.country, asked.region_code),
            abroad: asked.cards.first().map(|card| card.hospital.abroad.clone()).unwrap_or_default(),
            population: population(index, &asked, &parts),
            year: parts.iter().find_map(|part| index.area(Level::MedicalArea, &part.area.code)?.year.map(year)),
            municipalities: municipalities(index, &asked),
            roles: roles(&asked),
            with_values: with_values(index, &asked, &measures),
            listed: listed(&asked),
            care,
            flows: flows(index, &asked, &parts, &printed)?,
            said_once: held_by_all(&measures),
            events: events(index, &asked),
            sources: index.sources_of(sources.into_iter()),
            measures,
            parts,
        })
    }
}

impl Index {
    /// The row of an area.
    pub(crate) fn area(&self, level: Level, code: &str) -> Option<&AreaRow> {
        self.areas.iter().find(|a| a.kind == level.as_str() && a.code == code)
    }

    /// Code and name of an area; the code itself where nobody names it.
    pub(crate) fn area_name(&self, level: Level, country: &str, code: &str) -> AreaName {
        match (level, self.area(level, code)) {
            (Level::Region, _) if country == "JP" => {
                // the dictionary of readings knows every prefecture
                AreaName { code: code.to_string(), name: region_name(country, code), kana: String::new() }
            }
            (_, Some(row)) => name_of(row).of_area(code),
            (Level::Region, None) => {
                AreaName { code: code.to_string(), name: region_name(country, code), kana: String::new() }
            }
            (_, None) => nameless(code),
        }
    }
}

/// `15` of `JP-15`.
fn region_code(card: &HospitalCard) -> &str {
    card.hospital.region.split_once('-').map_or("", |(_, code)| code)
}

/// Which area a code means: one with hospitals.
fn asked<'a>(index: &'a Index, code: &'a str) -> Result<Asked<'a>, ReportError> {
    let cards = || index.hospitals.iter().filter(|h| h.stands()).map(|h| &h.card);
    for level in [Level::Region, Level::MedicalArea] {
        let here = |card: &&HospitalCard| match level {
            Level::Region => region_code(card) == code,
            _ => card.area.code == code,
        };
        if let Some(first) = cards().find(here) {
            let in_country = |card: &&HospitalCard| card.country == first.country;
            return Ok(Asked {
                level,
                code,
                country: &first.country,
                region_code: region_code(first),
                cards: cards().filter(here).filter(in_country).collect(),
            });
        }
    }
    Err(ReportError::NotFound { kind: "area", id: code.to_string() })
}

fn year(year: i64) -> u16 {
    u16::try_from(year).unwrap_or(0)
}

fn roles(asked: &Asked<'_>) -> Vec<(PeerGroup, u32)> {
    let mut roles: BTreeMap<PeerGroup, u32> = BTreeMap::new();
    for card in &asked.cards {
        *roles.entry(card.hospital.peer_group).or_default() += 1;
    }
    roles.into_iter().collect()
}

fn listed(asked: &Asked<'_>) -> Vec<HospitalRef> {
    if asked.level != Level::MedicalArea {
        return Vec::new();
    }
    let mut cards = asked.cards.clone();
    cards.sort_by_key(|card| {
        (card.hospital.peer_group, &card.municipality_code, &card.hospital.name.ja, &card.hospital.id)
    });
    cards.iter().map(|card| card.hospital.clone()).collect()
}

/// The medical areas of a region; the one itself for a medical area.
fn parts(index: &Index, asked: &Asked<'_>) -> Vec<AreaPart> {
    let mut counted: BTreeMap<&str, u32> = BTreeMap::new();
    for card in asked.cards.iter().filter(|card| !card.area.code.is_empty()) {
        *counted.entry(&card.area.code).or_default() += 1;
    }
    let part = |(code, hospitals): (&str, u32)| {
        let inside: Vec<&AreaRow> = municipalities_of(index, code).collect();
        let islands: Vec<PlaceName> = inside.iter().filter(|m| m.island == 1).map(|m| name_of(m)).collect();
        AreaPart {
            area: index.area_name(Level::MedicalArea, asked.country, code),
            population: Figure::from_column(index.area(Level::MedicalArea, code).and_then(|a| a.population)),
            hospitals,
            all_islands: !inside.is_empty() && islands.len() == inside.len()
                || islands.is_empty() && only_island_hospitals(asked, code),
            islands,
        }
    };
    counted.into_iter().map(part).collect()
}

/// Where no source says which municipalities are islands, the hospitals do.
fn only_island_hospitals(asked: &Asked<'_>, code: &str) -> bool {
    let mut here = asked.cards.iter().filter(|card| card.area.code == code).peekable();
    here.peek().is_some() && here.all(|card| card.hospital.peer_group == PeerGroup::Island)
}

fn municipalities_of<'a>(index: &'a Index, code: &'a str) -> impl Iterator<Item = &'a AreaRow> {
    index.areas.iter().filter(move |a| a.kind == "municipality" && a.parent == code)
}

fn municipalities(index: &Index, asked: &Asked<'_>) -> Vec<PlaceName> {
    match asked.level {
        Level::MedicalArea => municipalities_of(index, asked.code).map(name_of).collect(),
        _ => Vec::new(),
    }
}

/// As printed; for a region without a figure of its own, the sum of its medical areas where all of them have one.
fn population(index: &Index, asked: &Asked<'_>, parts: &[AreaPart]) -> Figure {
    let own = index.area(asked.level, asked.code).and_then(|a| a.population);
    let known: Vec<f64> = parts.iter().filter_map(|p| p.population.number()).collect();
    let sum = (!known.is_empty() && known.len() == parts.len()).then(|| known.iter().sum());
    Figure::from_column(own.or(sum))
}

/// Who provides childbirth, ambulances and general anaesthesia in each medical area here.
fn care(index: &Index, asked: &Asked<'_>, parts: &[AreaPart]) -> Result<(Vec<Care>, BTreeSet<i64>), ReportError> {
    let mut by_measure: BTreeMap<i64, Vec<&ProvisionRow>> = BTreeMap::new();
    let inside =
        |row: &&ProvisionRow| row.country == asked.country && parts.iter().any(|part| part.area.code == row.area_code);
    for row in index.variation.provisions.iter().filter(inside) {
        by_measure.entry(row.measure_key).or_default().push(row);
    }
    let sources = by_measure.values().flatten().map(|row| row.source_key).collect();
    let mut care = Vec::new();
    for (key, rows) in by_measure {
        let (Some(measure), Some(first)) = (index.measure_of_key(key), rows.first()) else { continue };
        care.push(Care {
            measure: measure.note.clone(),
            period: period_of(&first.period_start, &first.period_end)?,
            areas: rows.iter().map(|row| provision(index, asked, row)).collect(),
        });
    }
    Ok((care, sources))
}

fn provision(index: &Index, asked: &Asked<'_>, row: &ProvisionRow) -> Provision {
    let sole = index.by_id.get(&row.sole_hospital_id).map(|i| index.hospitals[*i].card.hospital.clone());
    Provision {
        area: index.area_name(Level::MedicalArea, asked.country, &row.area_code),
        providing: count(row.providing),
        unknown: count(row.unknown),
        sole,
    }
}

/// The newest flows that the file prints.
fn flows(
    index: &Index,
    asked: &Asked<'_>,
    parts: &[AreaPart],
    printed: &[AreaObservationRow],
) -> Result<Vec<Flow>, ReportError> {
    let newest = |code: &str, key: &str| printed.iter().rev().find(|o| o.area_code == code && o.key == key);
    let codes = parts.iter().map(|part| part.area.code.as_str()).chain(Some(asked.code).filter(|_| parts.is_empty()));
    let mut flows = Vec::new();
    for code in codes {
        let (outflow, inflow) = (newest(code, "outflow_share"), newest(code, "inflow_share"));
        let Some(any) = outflow.or(inflow) else { continue };
        let value = |row: Option<&AreaObservationRow>| Figure::from_column(row.and_then(|r| r.value));
        flows.push(Flow {
            area: index.area_name(Level::MedicalArea, asked.country, code),
            period: period_of(&any.period_start, &any.period_end)?,
            outflow: value(outflow),
            inflow: value(inflow),
        });
    }
    Ok(flows)
}

/// The newest value of every measure, and the keys of their sources.
async fn measures(
    open: &Open,
    index: &Index,
    asked: &Asked<'_>,
) -> Result<(Vec<AreaMeasure>, BTreeSet<i64>), ReportError> {
    let rows = open.file.area_values_of_area(asked.level.as_str(), asked.code, asked.country).await?;
    let mut newest: BTreeMap<i64, &AreaValueRow> = BTreeMap::new();
    // in the order of periods: the last one stays
    newest.extend(rows.iter().map(|row| (row.measure_key, row)));
    let sources = newest.values().map(|row| row.source_key).collect();
    let mut measures = Vec::new();
    for (key, row) in newest {
        let Some(measure) = index.measure_of_key(key) else { continue };
        let period = period_of(&row.period_start, &row.period_end)?;
        let national = index.spread(key, period, "", asked.country, "");
        measures.push(AreaMeasure {
            measure: measure.note.clone(),
            period,
            value: area_value(row, index.area_name(asked.level, asked.country, asked.code), national),
            national: index.comparator(national, None),
            source: index.source(row.source_key).map(|s| s.id.clone()).unwrap_or_default(),
            role: role_with_most(index, asked, key),
        });
    }
    Ok((measures, sources))
}

/// The hospitals of a medical area with a value of their own.
fn with_values(index: &Index, asked: &Asked<'_>, measures: &[AreaMeasure]) -> Vec<HospitalRef> {
    let shown = |measure: &&ListedMeasure| measures.iter().any(|area| area.measure.id == measure.note.id);
    let sets: Vec<&NewestSet> = index
        .measures
        .iter()
        .filter(shown)
        .filter_map(|measure| index.newest.set(measure.key, asked.country))
        .collect();
    let has_value = |hospital: &HospitalRef| {
        let at = index.by_id.get(hospital.id.as_str());
        at.is_some_and(|at| sets.iter().any(|set| set.value(*at).is_some_and(|value| value.number().is_some())))
    };
    listed(asked).into_iter().filter(has_value).collect()
}

/// The role of which the most hospitals here have a value; hospitals that have no role of one kind are none.
fn role_with_most(index: &Index, asked: &Asked<'_>, measure_key: i64) -> Option<PeerGroup> {
    let newest = index.newest.set(measure_key, asked.country)?;
    let mut counted: BTreeMap<PeerGroup, u32> = BTreeMap::new();
    for card in &asked.cards {
        let at = index.by_id.get(card.hospital.id.as_str());
        let has_value = at.and_then(|at| newest.value(*at)?.number()).is_some();
        if has_value && card.hospital.peer_group != PeerGroup::Unclassified {
            *counted.entry(card.hospital.peer_group).or_default() += 1;
        }
    }
    counted.into_iter().max_by_key(|(_, hospitals)| *hospitals).map(|(role, _)| role)
}

fn held_by_all(measures: &[AreaMeasure]) -> Vec<&'static Caveat> {
    let caveats = |m: &AreaMeasure| Disclosed::caveats(&m.value).to_vec();
    let Some((first, rest)) = measures.split_first() else { return Vec::new() };
    let mut held = caveats(first);
    held.retain(|caveat| rest.iter().all(|m| m.value.caveats().contains(caveat)));
    held
}

/// What happens here and is not over; a hospital's own events stand on its page.
fn events(index: &Index, asked: &Asked<'_>) -> Vec<Event> {
    let here = |code: &str| code == asked.code || (code == asked.region_code && !code.is_empty());
    let open = index.events.iter().filter(|(area, _, event)| here(area) && event.end.is_none());
    open.map(|(_, _, event)| event.clone()).collect()
}
