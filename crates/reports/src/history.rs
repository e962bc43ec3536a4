//! What differs from the release before, what was corrected, and how did definitions change?

use crate::error::ReportError;
use crate::index::{Index, period_of};
use crate::model::{
    Change, ChangeKind, ChangeList, Corrected, CorrectionList, CorrectionNote, Figure, Page, ReleaseNote, Spoken,
    VersionNote,
};
use crate::service::{Open, Reports};
use domain::period::parse_day;
use domain::records::Breaks;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use domain::{Bilingual, HospitalId, MeasureId, Status};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::rows::{ChangeRow, CorrectionRow, MeasureVersionRow};

/// Rows of a list where the address does not say.
const ROWS: u16 = 100;

fn broken(problem: impl std::fmt::Display) -> ReportError {
    ReportError::Store(problem.to_string())
}

impl Reports {
    /// What differs from the release before.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn changes(&self, view: &ViewSpec) -> Result<ChangeList, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let all = open.file.changes().await?;
        let page = part(view, all.len());
        let rows = of_page(&all, page).map(|row| change(row, index)).collect::<Result<_, _>>()?;
        Ok(ChangeList { release, rows, page })
    }

    /// Everything that differs from the release before, not cut into parts.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn all_changes(&self, view: &ViewSpec) -> Result<Vec<Change>, ReportError> {
        let (open, _) = self.chosen(&view.release)?;
        let index = open.index().await?;
        open.file.changes().await?.iter().map(|row| change(row, index)).collect()
    }

    /// All corrections of a release, newest first: those of one hospital or measure, or since a day, where that is asked.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn corrections(&self, view: &ViewSpec) -> Result<CorrectionList, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let mut all = open.file.corrections().await?;
        if let Some(hospital) = &view.hospital {
            all.retain(|row| row.hospital_id == hospital.as_str());
        }
        if let Some(measure) = &view.measure {
            let key = index.measure(measure)?.key;
            all.retain(|row| row.measure_key == key);
        }
        if let Some(since) = view.since {
            all.retain(|row| parse_day(&row.date).is_some_and(|day| day >= since));
        }
        let page = part(view, all.len());
        let intervals = intervals(&open, of_page(&all, page)).await?;
        let rows: Vec<Corrected> =
            of_page(&all, page).map(|row| corrected(row, index, &intervals)).collect::<Result<_, _>>()?;
        let spoken_of = index.measures.iter().map(|m| &m.note).filter(|m| rows.iter().any(|row| row.measure == m.id));
        let measures = spoken_of.map(|m| (m.id.clone(), m.clone())).collect();
        Ok(CorrectionList { release, rows, measures, page })
    }

    /// The newest corrections of the current release, each with the release that brought it: the oldest that carries it.
    ///
    /// # Errors
    /// [`ReportError::NoRelease`], or that a release cannot be read.
    pub async fn corrections_brought(&self, most: u16) -> Result<(CorrectionList, Vec<ReleaseNote>), ReportError> {
        let list = self.corrections(&ViewSpec { limit: Some(most), ..ViewSpec::default() }).await?;
        let mut brought = vec![list.release.clone(); list.rows.len()];
        // the newest release comes first, so that the oldest one has the last word
        for release in self.releases().await?.releases.into_iter().filter(|r| r.as_of <= list.release.as_of) {
            let carried = self.marks_of_corrections(&release.id).await?;
            for (row, by) in list.rows.iter().zip(&mut brought) {
                if carried.contains(&mark_of(row)) {
                    *by = release.clone();
                }
            }
        }
        Ok((list, brought))
    }

    /// What tells the corrections of a release from one another; read without its index.
    async fn marks_of_corrections(&self, release: &str) -> Result<BTreeSet<Mark>, ReportError> {
        let (open, _) = self.chosen(&ReleaseChoice::Pinned(release.to_owned()))?;
        let measures: HashMap<i64, String> =
            open.file.measures().await?.into_iter().map(|m| (m.measure_key, m.id)).collect();
        let mark = |row: CorrectionRow| {
            let measure = measures.get(&row.measure_key).cloned().unwrap_or_default();
            [row.hospital_id, measure, row.period_start, row.period_end, row.stratum, row.date, row.now]
        };
        Ok(open.file.corrections().await?.into_iter().map(mark).collect())
    }

    /// Every version of every definition, by measure, oldest first.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn versions(&self, view: &ViewSpec) -> Result<BTreeMap<MeasureId, Vec<VersionNote>>, ReportError> {
        let (open, _) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let mut versions: BTreeMap<MeasureId, Vec<VersionNote>> = BTreeMap::new();
        for row in open.file.measure_versions().await? {
            if let Some(measure) = index.measure_of_key(row.measure_key) {
                versions.entry(measure.note.id.clone()).or_default().push(version(row)?);
            }
        }
        Ok(versions)
    }
}

/// Hospital, measure, period, stratum, day and the value now.
type Mark = [String; 7];

fn mark_of(row: &Corrected) -> Mark {
    let (period, note) = (row.period, &row.note);
    [
        row.hospital.id().to_string(),
        row.measure.to_string(),
        period.start.to_string(),
        period.end.to_string(),
        row.stratum.clone(),
        note.date.to_string(),
        note.is.clone(),
    ]
}

fn part(view: &ViewSpec, total: usize) -> Page {
    let limit = u32::from(view.limit.unwrap_or(ROWS));
    let offset = view.cursor.unwrap_or_else(|| (u32::from(view.page.unwrap_or(1)) - 1).saturating_mul(limit));
    Page { offset, limit, total: u32::try_from(total).unwrap_or(u32::MAX) }
}

fn of_page<T>(all: &[T], page: Page) -> impl Iterator<Item = &T> {
    all.iter().skip(page.offset as usize).take(page.limit as usize)
}

fn spoken(id: &str, index: &Index) -> Result<Spoken, ReportError> {
    Ok(match index.by_id.get(id) {
        Some(place) => Spoken::Known(Box::new(index.hospitals[*place].card.hospital.clone())),
        None => Spoken::Gone(HospitalId::parse(id).map_err(broken)?),
    })
}

fn change(row: &ChangeRow, index: &Index) -> Result<Change, ReportError> {
    let status = |code: &str| (!code.is_empty()).then(|| Status::parse(code)).transpose().map_err(broken);
    Ok(Change {
        hospital: spoken(&row.hospital_id, index)?,
        measure: MeasureId::parse(&row.measure_id).map_err(broken)?,
        period: period_of(&row.period_start, &row.period_end)?,
        stratum: row.stratum.clone(),
        kind: ChangeKind::parse(&row.kind).map_err(broken)?,
        was: Figure::from_column(row.was),
        is: Figure::from_column(row.now),
        was_status: status(&row.was_status)?,
        is_status: status(&row.is_status)?,
    })
}

/// Whose, of what, first and last day, of whom.
type Value = (String, i64, String, String, String);

fn value_of(row: &CorrectionRow) -> Value {
    let days = (row.period_start.clone(), row.period_end.clone());
    (row.hospital_id.clone(), row.measure_key, days.0, days.1, row.stratum.clone())
}

/// The intervals of the values that some corrections speak of, as they stand now.
async fn intervals(
    open: &Open,
    rows: impl Iterator<Item = &CorrectionRow>,
) -> Result<HashMap<Value, (f64, f64)>, ReportError> {
    let spoken_of: BTreeSet<Value> = rows.map(value_of).collect();
    let hospitals: BTreeSet<&String> = spoken_of.iter().map(|value| &value.0).collect();
    let mut intervals = HashMap::new();
    for hospital in hospitals {
        for row in open.file.observations_of_hospital(hospital).await? {
            let value = (row.hospital_id, row.measure_key, row.period_start, row.period_end, row.stratum);
            if let Some(ends) = row.interval_low.zip(row.interval_high).filter(|_| row.pooled == 0)
                && spoken_of.contains(&value)
            {
                intervals.insert(value, ends);
            }
        }
    }
    Ok(intervals)
}

fn corrected(
    row: &CorrectionRow,
    index: &Index,
    intervals: &HashMap<Value, (f64, f64)>,
) -> Result<Corrected, ReportError> {
    let interval = intervals.get(&value_of(row));
    let measure = index.measure_of_key(row.measure_key).ok_or_else(|| broken("a correction without a measure"))?;
    Ok(Corrected {
        hospital: spoken(&row.hospital_id, index)?,
        measure: measure.note.id.clone(),
        period: period_of(&row.period_start, &row.period_end)?,
        stratum: row.stratum.clone(),
        note: CorrectionNote {
            was: row.was.clone(),
            is: row.now.clone(),
            why: Bilingual::new(row.why_ja.clone(), row.why_en.clone()),
            date: parse_day(&row.date).ok_or_else(|| broken(&row.date))?,
        },
        interval_low: Figure::from_column(interval.map(|(low, _)| *low)),
        interval_high: Figure::from_column(interval.map(|(_, high)| *high)),
    })
}

fn version(row: MeasureVersionRow) -> Result<VersionNote, ReportError> {
    Ok(VersionNote {
        version: row.version,
        valid_from: parse_day(&row.valid_from),
        valid_to: parse_day(&row.valid_to),
        breaks: Breaks::parse(&row.breaks).map_err(broken)?,
        change: Bilingual::new(row.change_ja, row.change_en),
    })
}
