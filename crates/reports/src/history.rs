//! What differs from the release before, what was corrected, and how did definitions change?

use crate::error::ReportError;
use crate::index::{Index, period_of};
use crate::model::{
    Change, ChangeKind, ChangeList, Corrected, CorrectionList, CorrectionNote, Figure, Page, Spoken, VersionNote,
};
use crate::service::Reports;
use domain::period::parse_day;
use domain::records::Breaks;
use domain::view_spec::ViewSpec;
use domain::{Bilingual, HospitalId, MeasureId, Status};
use std::collections::BTreeMap;
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

    /// All corrections of a release, or those of one hospital, newest first.
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
        let page = part(view, all.len());
        let rows: Vec<Corrected> = of_page(&all, page).map(|row| corrected(row, index)).collect::<Result<_, _>>()?;
        let spoken_of = index.measures.iter().map(|m| &m.note).filter(|m| rows.iter().any(|row| row.measure == m.id));
        let measures = spoken_of.map(|m| (m.id.clone(), m.clone())).collect();
        Ok(CorrectionList { release, rows, measures, page })
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
        Some(place) => Spoken::Known(index.hospitals[*place].card.hospital.clone()),
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

fn corrected(row: &CorrectionRow, index: &Index) -> Result<Corrected, ReportError> {
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
