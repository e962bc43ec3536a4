//! What was imported into a release? Its records again, without anything that was computed on publish.
//!
//! Importing what this gives and publishing it leads to the same release.

use crate::error::ReportError;
use crate::service::{Open, Reports};
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::period::{Day, Period, parse_day};
use domain::records::*;
use domain::view_spec::ReleaseChoice;
use domain::{Bilingual, HospitalId, MeasureId, Status};
use std::collections::HashMap;
use std::fmt::Display;
use std::sync::Arc;
use store::Release;
use store::rows::*;

/// The records of a release: small tables at once, those that grow with hospitals one hospital at a time.
#[derive(Debug)]
pub struct Export {
    open: Arc<Open>,
    keys: Keys,
    /// Id of the release.
    pub id: String,
    /// Everything but identifiers, context, values and published limits.
    pub small: Batch,
}

impl Reports {
    /// The records of a release.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn export(&self, choice: &ReleaseChoice) -> Result<Export, ReportError> {
        let (open, note) = self.chosen(choice)?;
        let (keys, mut small) = small_tables(&open.file).await?;
        // files of the world do not say when they became data of ours: on the day that the release speaks of
        small.created = small.created.or(Some(note.as_of));
        Ok(Export { open, keys, id: note.id, small })
    }
}

impl Export {
    /// The hospitals, by id.
    pub fn hospitals(&self) -> Vec<HospitalId> {
        let mut ids: Vec<HospitalId> = self.small.hospitals.iter().map(|h| h.id.clone()).collect();
        ids.sort();
        ids
    }

    /// How a hospital is known elsewhere.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the release cannot be read.
    pub async fn identifiers(&self, hospital: &HospitalId) -> Result<Vec<IdentifierRecord>, ReportError> {
        each(self.open.file.identifiers_of(hospital.as_str()).await?, identifier)
    }

    /// Its context.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the release cannot be read.
    pub async fn context(&self, hospital: &HospitalId) -> Result<Vec<ContextRecord>, ReportError> {
        each(self.open.file.context_of(hospital.as_str()).await?, context)
    }

    /// Its values as published; years that were put together on publish are not among them.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the release cannot be read.
    pub async fn observations(&self, hospital: &HospitalId) -> Result<Vec<ObservationRecord>, ReportError> {
        let mut marks: HashMap<i64, Vec<String>> = HashMap::new();
        for mark in self.open.file.marks_of_hospital(hospital.as_str()).await? {
            marks.entry(mark.observation_key).or_default().push(mark.code);
        }
        let rows = self.open.file.observations_of_hospital(hospital.as_str()).await?;
        let published = rows.into_iter().filter(|r| r.pooled == 0);
        published
            .map(|r| {
                let footnotes = marks.remove(&r.observation_key).unwrap_or_default();
                observation(r, footnotes, &self.keys)
            })
            .collect()
    }

    /// Its limits as published.
    ///
    /// # Errors
    /// [`ReportError::Store`] where the release cannot be read.
    pub async fn limits(&self, hospital: &HospitalId) -> Result<Vec<LimitRecord>, ReportError> {
        each(self.open.file.limits_of(hospital.as_str()).await?, |r| limit(r, &self.keys))
    }
}

fn broken(problem: impl Display) -> ReportError {
    ReportError::Store(problem.to_string())
}

/// Ids of measures and sources by their keys in the file.
#[derive(Debug)]
struct Keys {
    measures: HashMap<i64, MeasureId>,
    sources: HashMap<i64, String>,
}

impl Keys {
    fn measure(&self, key: i64) -> Result<MeasureId, ReportError> {
        self.measures.get(&key).cloned().ok_or_else(|| broken("a row of a measure that is not there"))
    }
}

async fn small_tables(file: &Release) -> Result<(Keys, Batch), ReportError> {
    let release = file.release().await?;
    let (measures, sources) = (file.measures().await?, file.sources().await?);
    let mut keys =
        Keys { measures: HashMap::new(), sources: sources.iter().map(|s| (s.source_key, s.id.clone())).collect() };
    for m in &measures {
        keys.measures.insert(m.measure_key, MeasureId::parse(&m.id).map_err(broken)?);
    }
    let small = Batch {
        reality: if release.fictional == 1 { Reality::Fictional } else { Reality::Real },
        name: release.name,
        title: release.title,
        created: parse_day(&release.created),
        // values without a source stand under one without an id, which is none
        sources: sources.into_iter().filter(|s| !s.id.is_empty()).map(source).collect(),
        hospitals: each(file.hospitals().await?, hospital)?,
        successors: each(file.successors().await?, successor)?,
        areas: each(file.areas().await?, area)?,
        area_observations: each(file.all_area_observations().await?, area_observation)?,
        measures: sorted(each(measures, measure)?, |m| m.id.clone()),
        measure_versions: each(file.measure_versions().await?, |r| version(r, &keys))?,
        footnotes: each(file.footnotes().await?, |r| Ok(footnote(r)))?,
        events: each(file.events().await?, event)?,
        comments: each(file.all_comments().await?, |r| comment(r, &keys))?,
        corrections: oldest_first(each(file.corrections().await?, |r| correction(r, &keys))?),
        ..Batch::default()
    };
    Ok((keys, small))
}

fn each<R, T>(rows: Vec<R>, to: impl Fn(R) -> Result<T, ReportError>) -> Result<Vec<T>, ReportError> {
    rows.into_iter().map(to).collect()
}

fn sorted<T, K: Ord>(mut list: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    list.sort_by_key(key);
    list
}

fn oldest_first(mut list: Vec<CorrectionRecord>) -> Vec<CorrectionRecord> {
    list.sort_by_key(|c| c.date);
    list
}

fn subject(id: &str) -> Result<Subject, ReportError> {
    HospitalId::parse(id).map(Subject::Hospital).map_err(broken)
}

fn day(text: &Option<String>) -> Option<Day> {
    text.as_deref().and_then(parse_day)
}

fn period(start: &str, end: &str) -> Result<Period, ReportError> {
    Period::parse(&format!("{start}/{end}")).map_err(broken)
}

fn flag(value: Option<i64>) -> Option<bool> {
    value.map(|n| n == 1)
}

fn source(r: SourceRow) -> SourceRecord {
    SourceRecord {
        published: day(&r.published),
        retrieved: day(&r.retrieved),
        id: r.id,
        publisher: Bilingual::new(r.publisher_ja, r.publisher_en),
        title: Bilingual::new(r.title_ja, r.title_en),
        url: r.url,
        licence: r.licence,
        attribution: Bilingual::new(r.attribution_ja, r.attribution_en),
        sha256: r.sha256,
        file: r.file,
    }
}

fn hospital(r: HospitalRow) -> Result<HospitalRecord, ReportError> {
    Ok(HospitalRecord {
        id: HospitalId::parse(&r.id).map_err(broken)?,
        point: Point::parse(&r.point).map_err(broken)?,
        name: r.name,
        name_kana: r.name_kana,
        name_en: r.name_en,
        short_name: r.short_name,
        country: r.country,
        region_code: r.region_code,
        municipality_code: r.municipality_code,
        municipality: r.municipality,
        area_code: r.area_code,
        address: r.address,
        latitude: r.latitude,
        longitude: r.longitude,
        url: r.url,
    })
}

fn identifier(r: IdentifierRow) -> Result<IdentifierRecord, ReportError> {
    Ok(IdentifierRecord {
        hospital: HospitalId::parse(&r.hospital_id).map_err(broken)?,
        valid_from: day(&r.valid_from),
        valid_to: day(&r.valid_to),
        matched: Match::parse(&r.matched).map_err(broken)?,
        scheme: r.scheme,
        value: r.value,
        confidence: r.confidence,
    })
}

fn successor(r: SuccessorRow) -> Result<SuccessorRecord, ReportError> {
    Ok(SuccessorRecord {
        hospital: subject(&r.hospital_id)?,
        successor: if r.successor_id.is_empty() { None } else { Some(subject(&r.successor_id)?) },
        date: day(&r.date),
        kind: SuccessionKind::parse(&r.kind).map_err(broken)?,
    })
}

fn context(r: ContextRow) -> Result<ContextRecord, ReportError> {
    Ok(ContextRecord {
        hospital: subject(&r.hospital_id)?,
        valid_from: parse_day(&r.valid_from),
        valid_to: parse_day(&r.valid_to),
        key: r.key,
        value: r.value,
    })
}

fn area(r: AreaRow) -> Result<AreaRecord, ReportError> {
    Ok(AreaRecord {
        kind: AreaKind::parse(&r.kind).map_err(broken)?,
        code: r.code,
        name: Bilingual::new(r.name_ja, r.name_en),
        parent: r.parent,
        population: r.population,
        year: r.year.and_then(|y| i16::try_from(y).ok()),
        island: r.island == 1,
    })
}

fn area_observation(r: AreaObservationRow) -> Result<AreaObservationRecord, ReportError> {
    Ok(AreaObservationRecord {
        period: period(&r.period_start, &r.period_end)?,
        status: Status::parse(&r.status).map_err(broken)?,
        area_code: r.area_code,
        key: r.key,
        value: r.value,
    })
}

fn measure(r: MeasureRow) -> Result<MeasureRecord, ReportError> {
    Ok(MeasureRecord {
        id: MeasureId::parse(&r.id).map_err(broken)?,
        kind: Kind::parse(&r.kind).map_err(broken)?,
        direction: Direction::parse(&r.direction).map_err(broken)?,
        topic: Topic::parse(&r.topic).map_err(broken)?,
        measure_type: MeasureType::parse(&r.measure_type).map_err(broken)?,
        name: Bilingual::new(r.name_ja, r.name_en),
        unit: r.unit,
        risk_adjusted: flag(r.risk_adjusted),
        adjusters: r.adjusters.split(';').filter(|a| !a.is_empty()).map(str::to_string).collect(),
        shrunken: flag(r.shrunken),
        national_value: r.national_value,
        self_reported: flag(r.self_reported),
        audited: flag(r.audited),
        voluntary: flag(r.voluntary),
        counts_episodes: flag(r.counts_episodes),
        eligible_hospitals: r.eligible_hospitals,
        min_denominator: r.min_denominator,
        suppression_profile: r.suppression_profile,
        plain: Bilingual::new(r.plain_ja, r.plain_en),
        why: Bilingual::new(r.why_ja, r.why_en),
        cannot_tell: Bilingual::new(r.cannot_tell_ja, r.cannot_tell_en),
        owner_warning: Bilingual::new(r.owner_warning_ja, r.owner_warning_en),
        means_abroad: r.means_abroad,
    })
}

fn version(r: MeasureVersionRow, keys: &Keys) -> Result<MeasureVersionRecord, ReportError> {
    Ok(MeasureVersionRecord {
        measure: keys.measure(r.measure_key)?,
        valid_from: parse_day(&r.valid_from),
        valid_to: parse_day(&r.valid_to),
        breaks: Breaks::parse(&r.breaks).map_err(broken)?,
        version: r.version,
        change: Bilingual::new(r.change_ja, r.change_en),
    })
}

fn observation(r: ObservationRow, footnotes: Vec<String>, keys: &Keys) -> Result<ObservationRecord, ReportError> {
    Ok(ObservationRecord {
        hospital: subject(&r.hospital_id)?,
        measure: keys.measure(r.measure_key)?,
        period: period(&r.period_start, &r.period_end)?,
        status: Status::parse(&r.status).map_err(broken)?,
        stratum: r.stratum,
        numerator: r.numerator,
        denominator: r.denominator,
        eligible: r.eligible,
        expected: r.expected,
        value: r.value,
        standard_error: r.standard_error,
        response_rate: r.response_rate,
        raw: r.raw,
        derived: r.derived == 1,
        footnotes,
        published_verdict: r.published_verdict,
        source_id: keys.sources.get(&r.source_key).cloned().unwrap_or_default(),
        source_sheet: r.source_sheet,
        source_row: r.source_row.and_then(|n| u32::try_from(n).ok()),
    })
}

fn limit(r: LimitRow, keys: &Keys) -> Result<LimitRecord, ReportError> {
    Ok(LimitRecord {
        hospital: subject(&r.hospital_id)?,
        measure: keys.measure(r.measure_key)?,
        period: period(&r.period_start, &r.period_end)?,
        kind: LimitKind::parse(&r.kind).map_err(broken)?,
        stratum: r.stratum,
        lower: r.lower,
        middle: r.middle,
        upper: r.upper,
    })
}

fn footnote(r: FootnoteRow) -> FootnoteRecord {
    FootnoteRecord { source_id: r.source_id, code: r.code, text: Bilingual::new(r.text_ja, r.text_en) }
}

fn event(r: EventRow) -> Result<EventRecord, ReportError> {
    Ok(EventRecord {
        hospital: if r.hospital_id.is_empty() { None } else { Some(subject(&r.hospital_id)?) },
        kind: EventKind::parse(&r.kind).map_err(broken)?,
        start: parse_day(&r.start).ok_or_else(|| broken(&r.start))?,
        end: day(&r.until),
        area_code: r.area_code,
        text: Bilingual::new(r.text_ja, r.text_en),
        source: r.source,
    })
}

fn comment(r: CommentRow, keys: &Keys) -> Result<CommentRecord, ReportError> {
    Ok(CommentRecord {
        hospital: subject(&r.hospital_id)?,
        measure: keys.measure(r.measure_key)?,
        period_start: day(&r.period_start),
        period_end: day(&r.period_end),
        stratum: r.stratum,
        kind: CommentKind::parse(&r.kind).map_err(broken)?,
        date: day(&r.date),
        text: Bilingual::new(r.text_ja, r.text_en),
    })
}

fn correction(r: CorrectionRow, keys: &Keys) -> Result<CorrectionRecord, ReportError> {
    Ok(CorrectionRecord {
        hospital: subject(&r.hospital_id)?,
        measure: keys.measure(r.measure_key)?,
        period: period(&r.period_start, &r.period_end)?,
        date: parse_day(&r.date).ok_or_else(|| broken(&r.date))?,
        stratum: r.stratum,
        was: r.was,
        is: r.now,
        why: Bilingual::new(r.why_ja, r.why_en),
    })
}
