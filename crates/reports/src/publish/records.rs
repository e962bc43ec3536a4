//! Which rows does a record become that needs no thought?

use super::Inputs;
use super::facts::hospital_of;
use super::judge::{Judged, Value};
use domain::measure::{MeasureType, Topic};
use domain::period::{Day, Period};
use domain::records::{Batch, Breaks, MeasureRecord, MeasureVersionRecord, SourceRecord};
use domain::{Bilingual, MeasureId};
use std::collections::{HashMap, HashSet};
use store::rows::*;
use store::write::ReleaseRows;

/// Measures with their keys, which are the display order: topic, then type, then id.
#[derive(Debug)]
pub(super) struct MeasureIndex<'a> {
    by_id: HashMap<&'a MeasureId, (i64, &'a MeasureRecord)>,
    ordered: Vec<&'a MeasureRecord>,
    versions: HashMap<&'a MeasureId, Vec<&'a MeasureVersionRecord>>,
}

impl<'a> MeasureIndex<'a> {
    /// Gives every measure its key.
    pub fn new(batch: &'a Batch) -> Self {
        let mut ordered: Vec<&MeasureRecord> = batch.measures.iter().collect();
        ordered.sort_by_key(|m| (topic_order(m.topic), type_order(m.measure_type)));
        let by_id = ordered.iter().zip(1..).map(|(m, key)| (&m.id, (key, *m))).collect();
        let mut versions: HashMap<&MeasureId, Vec<&MeasureVersionRecord>> = HashMap::new();
        for version in &batch.measure_versions {
            versions.entry(&version.measure).or_default().push(version);
        }
        for list in versions.values_mut() {
            list.sort_by_key(|v| v.valid_from.unwrap_or(Day::MIN));
        }
        Self { by_id, ordered, versions }
    }

    /// Key and record of a measure.
    pub fn get(&self, id: &MeasureId) -> Option<(i64, &'a MeasureRecord)> {
        self.by_id.get(id).copied()
    }

    /// First day of the series a period belongs to: the newest break of definition or scope that is not after its end.
    pub fn series_since(&self, id: &MeasureId, period: Period) -> Day {
        self.newest_break(id, period, |breaks| breaks != Breaks::Nothing)
    }

    /// First day of the definition that holds in a period: the newest break of definition that is not after its end.
    pub fn definition_since(&self, id: &MeasureId, period: Period) -> Day {
        self.newest_break(id, period, |breaks| breaks == Breaks::Definition)
    }

    fn newest_break(&self, id: &MeasureId, period: Period, counts: impl Fn(Breaks) -> bool) -> Day {
        let breaks = self.versions.get(id).into_iter().flatten();
        breaks
            .filter(|v| counts(v.breaks))
            .filter_map(|v| v.valid_from)
            .filter(|day| *day <= period.end)
            .max()
            .unwrap_or(Day::MIN)
    }
}

const fn topic_order(topic: Topic) -> u8 {
    match topic {
        Topic::Outcomes => 0,
        Topic::Safety => 1,
        Topic::Experience => 2,
        Topic::Access => 3,
    }
}

const fn type_order(kind: MeasureType) -> u8 {
    match kind {
        MeasureType::Outcome => 0,
        MeasureType::Process => 1,
        MeasureType::Experience => 2,
        MeasureType::Structure => 3,
        MeasureType::Volume => 4,
    }
}

fn day(day: Option<Day>) -> Option<String> {
    day.map(|d| d.to_string())
}

fn day_or_nothing(value: Option<Day>) -> String {
    day(value).unwrap_or_default()
}

fn flag(value: Option<bool>) -> Option<i64> {
    value.map(i64::from)
}

fn both(text: &Bilingual<String>) -> (String, String) {
    (text.ja.clone(), text.en.clone())
}

/// Everything that is only written down.
pub(super) fn plain_rows(inputs: &Inputs<'_>, measures: &MeasureIndex<'_>) -> ReleaseRows {
    let batch = inputs.batch;
    ReleaseRows {
        sources: sources(batch),
        footnotes: footnotes(batch),
        areas: areas(batch),
        area_observations: area_observations(batch),
        successors: successors(batch),
        context: context(batch),
        measures: measure_rows(measures),
        measure_versions: versions(batch, measures),
        limits: limits(batch, measures),
        events: events(batch),
        comments: comments(batch, measures),
        corrections: corrections(batch, measures),
        issues: issues(inputs),
        ..ReleaseRows::default()
    }
}

fn sources(batch: &Batch) -> Vec<SourceRow> {
    let mut list: Vec<_> = batch.sources.iter().collect();
    let nameless = nameless_source(batch);
    list.extend(nameless.as_ref());
    list.sort_by(|a, b| a.id.cmp(&b.id));
    list.dedup_by(|later, earlier| later.id == earlier.id);
    let rows = list.into_iter().zip(1..).map(|(s, source_key)| SourceRow {
        source_key,
        id: s.id.clone(),
        publisher_ja: s.publisher.ja.clone(),
        publisher_en: s.publisher.en.clone(),
        title_ja: s.title.ja.clone(),
        title_en: s.title.en.clone(),
        url: s.url.clone(),
        licence: s.licence.clone(),
        attribution_ja: s.attribution.ja.clone(),
        attribution_en: s.attribution.en.clone(),
        published: day(s.published),
        retrieved: day(s.retrieved),
        sha256: s.sha256.clone(),
        file: s.file.clone(),
    });
    rows.collect()
}

/// A package need not say where its values come from; they are kept all the same, under a source without an id.
fn nameless_source(batch: &Batch) -> Option<SourceRecord> {
    let named: HashSet<&str> = batch.sources.iter().map(|s| s.id.as_str()).collect();
    let needed = batch.observations.iter().any(|o| !named.contains(o.source_id.as_str()));
    let title = if batch.title.is_empty() {
        Bilingual::new("出典の記載がありません".to_string(), "No source is given".to_string())
    } else {
        Bilingual::new(batch.title.clone(), batch.title.clone())
    };
    (needed && !named.contains("")).then(|| SourceRecord { title, ..SourceRecord::default() })
}

fn footnotes(batch: &Batch) -> Vec<FootnoteRow> {
    let rows = batch.footnotes.iter().map(|f| {
        let (text_ja, text_en) = both(&f.text);
        FootnoteRow { source_id: f.source_id.clone(), code: f.code.clone(), text_ja, text_en }
    });
    last_of_each(rows.collect(), |r| (r.source_id.clone(), r.code.clone()))
}

/// Keeps the last row of each key, in the order of the key.
fn last_of_each<T, K: Ord + std::hash::Hash + Clone>(rows: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut kept: std::collections::BTreeMap<K, T> = std::collections::BTreeMap::new();
    for row in rows {
        kept.insert(key(&row), row);
    }
    kept.into_values().collect()
}

fn areas(batch: &Batch) -> Vec<AreaRow> {
    let rows = batch.areas.iter().map(|a| AreaRow {
        code: a.code.clone(),
        kind: a.kind.to_string(),
        name_ja: a.name.ja.clone(),
        name_en: a.name.en.clone(),
        parent: a.parent.clone(),
        population: a.population,
        year: a.year.map(i64::from),
        island: i64::from(a.island),
    });
    last_of_each(rows.collect(), |r| (r.kind.clone(), r.code.clone()))
}

fn area_observations(batch: &Batch) -> Vec<AreaObservationRow> {
    let rows = batch.area_observations.iter().map(|a| AreaObservationRow {
        area_code: a.area_code.clone(),
        key: a.key.clone(),
        period_start: a.period.start.to_string(),
        period_end: a.period.end.to_string(),
        value: a.value,
        status: a.status.to_string(),
    });
    last_of_each(rows.collect(), |r| (r.area_code.clone(), r.key.clone(), r.period_start.clone(), r.period_end.clone()))
}

fn successors(batch: &Batch) -> Vec<SuccessorRow> {
    let rows = batch.successors.iter().filter_map(|s| {
        let successor = s.successor.as_ref().and_then(hospital_of).map(ToString::to_string).unwrap_or_default();
        Some(SuccessorRow {
            hospital_id: hospital_of(&s.hospital)?.to_string(),
            successor_id: successor,
            date: day(s.date),
            kind: s.kind.to_string(),
        })
    });
    last_of_each(rows.collect(), |r| (r.hospital_id.clone(), r.successor_id.clone(), r.kind.clone()))
}

fn context(batch: &Batch) -> Vec<ContextRow> {
    let rows = batch.context.iter().filter_map(|c| {
        Some(ContextRow {
            hospital_id: hospital_of(&c.hospital)?.to_string(),
            key: c.key.clone(),
            value: c.value.clone(),
            valid_from: day_or_nothing(c.valid_from),
            valid_to: day_or_nothing(c.valid_to),
        })
    });
    last_of_each(rows.collect(), |r| (r.hospital_id.clone(), r.key.clone(), r.valid_from.clone()))
}

fn measure_rows(measures: &MeasureIndex<'_>) -> Vec<MeasureRow> {
    let rows = measures.ordered.iter().zip(1..).map(|(m, measure_key)| MeasureRow {
        measure_key,
        id: m.id.to_string(),
        name_ja: m.name.ja.clone(),
        name_en: m.name.en.clone(),
        kind: m.kind.to_string(),
        direction: m.direction.to_string(),
        topic: m.topic.to_string(),
        measure_type: m.measure_type.to_string(),
        unit: m.unit.clone(),
        risk_adjusted: flag(m.risk_adjusted),
        adjusters: m.adjusters.join(";"),
        shrunken: flag(m.shrunken),
        national_value: m.national_value,
        self_reported: flag(m.self_reported),
        audited: flag(m.audited),
        voluntary: flag(m.voluntary),
        counts_episodes: flag(m.counts_episodes),
        eligible_hospitals: m.eligible_hospitals,
        min_denominator: m.min_denominator,
        suppression_profile: m.suppression_profile.clone(),
        plain_ja: m.plain.ja.clone(),
        plain_en: m.plain.en.clone(),
        why_ja: m.why.ja.clone(),
        why_en: m.why.en.clone(),
        cannot_tell_ja: m.cannot_tell.ja.clone(),
        cannot_tell_en: m.cannot_tell.en.clone(),
        owner_warning_ja: m.owner_warning.ja.clone(),
        owner_warning_en: m.owner_warning.en.clone(),
        means_abroad: m.means_abroad.clone(),
    });
    rows.collect()
}

fn versions(batch: &Batch, measures: &MeasureIndex<'_>) -> Vec<MeasureVersionRow> {
    let rows = batch.measure_versions.iter().filter_map(|v| {
        let (measure_key, _) = measures.get(&v.measure)?;
        let (change_ja, change_en) = both(&v.change);
        Some(MeasureVersionRow {
            measure_key,
            version: v.version.clone(),
            valid_from: day_or_nothing(v.valid_from),
            valid_to: day_or_nothing(v.valid_to),
            breaks: v.breaks.to_string(),
            change_ja,
            change_en,
        })
    });
    last_of_each(rows.collect(), |r| (r.measure_key, r.version.clone()))
}

fn limits(batch: &Batch, measures: &MeasureIndex<'_>) -> Vec<LimitRow> {
    let rows = batch.limits.iter().filter_map(|l| {
        Some(LimitRow {
            hospital_id: hospital_of(&l.hospital)?.to_string(),
            measure_key: measures.get(&l.measure)?.0,
            period_start: l.period.start.to_string(),
            period_end: l.period.end.to_string(),
            stratum: l.stratum.clone(),
            kind: l.kind.to_string(),
            lower: l.lower,
            middle: l.middle,
            upper: l.upper,
        })
    });
    last_of_each(rows.collect(), |r| {
        (
            r.hospital_id.clone(),
            r.measure_key,
            r.period_end.clone(),
            r.period_start.clone(),
            r.stratum.clone(),
            r.kind.clone(),
        )
    })
}

fn events(batch: &Batch) -> Vec<EventRow> {
    let rows = batch.events.iter().zip(1..).map(|(e, event_key)| EventRow {
        event_key,
        area_code: e.area_code.clone(),
        hospital_id: e.hospital.as_ref().and_then(hospital_of).map(ToString::to_string).unwrap_or_default(),
        kind: e.kind.to_string(),
        start: e.start.to_string(),
        until: day(e.end),
        text_ja: e.text.ja.clone(),
        text_en: e.text.en.clone(),
        source: e.source.clone(),
    });
    rows.collect()
}

fn comments(batch: &Batch, measures: &MeasureIndex<'_>) -> Vec<CommentRow> {
    let rows = batch.comments.iter().zip(1..).filter_map(|(c, comment_key)| {
        Some(CommentRow {
            comment_key,
            hospital_id: hospital_of(&c.hospital)?.to_string(),
            measure_key: measures.get(&c.measure)?.0,
            period_start: day(c.period_start),
            period_end: day(c.period_end),
            stratum: c.stratum.clone(),
            kind: c.kind.to_string(),
            date: day(c.date),
            text_ja: c.text.ja.clone(),
            text_en: c.text.en.clone(),
        })
    });
    rows.collect()
}

fn corrections(batch: &Batch, measures: &MeasureIndex<'_>) -> Vec<CorrectionRow> {
    let rows = batch.corrections.iter().zip(1..).filter_map(|(c, correction_key)| {
        Some(CorrectionRow {
            correction_key,
            hospital_id: hospital_of(&c.hospital)?.to_string(),
            measure_key: measures.get(&c.measure)?.0,
            period_start: c.period.start.to_string(),
            period_end: c.period.end.to_string(),
            stratum: c.stratum.clone(),
            was: c.was.clone(),
            now: c.is.clone(),
            why_ja: c.why.ja.clone(),
            why_en: c.why.en.clone(),
            date: c.date.to_string(),
        })
    });
    rows.collect()
}

/// Where something was not understood, without what stood there: a release is public, and a cell that was refused may hold
/// a count that is hidden. The operator has the whole text in the report of the import.
fn issues(inputs: &Inputs<'_>) -> Vec<IssueRow> {
    let rows = inputs.issues.iter().zip(1..).map(|(i, issue_key)| IssueRow {
        issue_key,
        severity: i.severity.to_string(),
        kind: i.kind.to_string(),
        file: i.file.clone(),
        sheet: i.sheet.clone(),
        row: i.row.map(i64::from),
        column_name: i.column.clone(),
        value: String::new(),
        message: String::new(),
    });
    rows.collect()
}

/// Values that one part holds.
const PART: usize = 65_536;

/// The values in parts, the last ones first, each of which gives its room back as soon as it has become rows.
fn in_parts(mut values: Vec<Value<'_>>) -> Vec<Vec<Value<'_>>> {
    let mut parts = Vec::new();
    while !values.is_empty() {
        parts.push(values.split_off(values.len().saturating_sub(PART)));
        values.shrink_to_fit();
    }
    parts
}

/// The observations with everything that was computed, and their footnotes.
pub(super) fn put_observations(rows: &mut ReleaseRows, judged: Judged<'_>) {
    let source_keys: HashMap<String, i64> = rows.sources.iter().map(|s| (s.id.clone(), s.source_key)).collect();
    // years put together come after all that was published
    let count = judged.values.len() + judged.pooled.len();
    let parts = in_parts(judged.values);
    rows.observations.reserve_exact(count);
    let all = parts.into_iter().rev().flatten().chain(judged.pooled.into_values());
    for (value, observation_key) in all.zip(1..) {
        let o = &value.record;
        let source_key = source_keys.get(&o.source_id).or_else(|| source_keys.get(""));
        let Some(source_key) = source_key.copied() else {
            continue;
        };
        for (code, position) in o.footnotes.iter().zip(1..) {
            rows.observation_footnotes.push(ObservationFootnoteRow { observation_key, code: code.clone(), position });
        }
        rows.observations.push(value.row(observation_key, source_key));
    }
}
