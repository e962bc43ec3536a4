//! What is a letter of a reader or a hospital about: one value as it stands, a hospital, a measure, or the whole site?

use crate::error::ReportError;
use crate::model::{Matter, MeasureSection, ValueRow};
use crate::service::Reports;
use domain::Disclosed;
use domain::view_spec::{PeriodChoice, ViewSpec};

impl Reports {
    /// What stands on the page that a letter speaks of.
    ///
    /// # Errors
    /// [`ReportError`] where there is no such hospital, measure or value, or the release cannot be read.
    pub async fn matter(&self, view: &ViewSpec) -> Result<Matter, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let bare =
            Matter { release, hospital: None, measure: None, value: None, others: Vec::new(), sources: Vec::new() };
        let Some(id) = &view.hospital else {
            let measure = match &view.measure {
                Some(id) => Some(open.index().await?.measure(id)?.note.clone()),
                None => None,
            };
            return Ok(Matter { measure, ..bare });
        };
        let report = self.hospital(id, view).await?;
        let Some(id) = &view.measure else {
            return Ok(Matter { hospital: Some(report.card), ..bare });
        };
        let section = report.measures.into_iter().find(|section| section.measure.id == *id);
        let section = section.ok_or_else(|| ReportError::NotFound { kind: "measure", id: id.to_string() })?;
        let value = value_of(&section, view).cloned().ok_or_else(|| absent(view))?;
        let others = section.history.iter().rev().chain(&section.strata);
        let others = others.filter(|row| **row != value).cloned().collect();
        Ok(Matter {
            hospital: Some(report.card),
            measure: Some(section.measure),
            value: Some(value),
            others,
            sources: report.sources,
            ..bare
        })
    }
}

fn value_of<'a>(section: &'a MeasureSection, view: &ViewSpec) -> Option<&'a Disclosed<ValueRow>> {
    let mut rows = std::iter::once(&section.newest).chain(&section.strata).chain(section.history.iter().rev());
    rows.find(|row| {
        let row = row.figure();
        let of_period = match view.period {
            PeriodChoice::Latest | PeriodChoice::Every => true,
            PeriodChoice::Given(period) => row.period == period,
        };
        of_period && (view.stratum.is_empty() || row.stratum == view.stratum)
    })
}

fn absent(view: &ViewSpec) -> ReportError {
    match view.period {
        PeriodChoice::Given(period) => ReportError::NotFound { kind: "period", id: period.to_string() },
        PeriodChoice::Latest | PeriodChoice::Every => {
            ReportError::NotFound { kind: "stratum", id: view.stratum.clone() }
        }
    }
}
