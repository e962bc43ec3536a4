//! Which values does a measure have in all its periods, a part at a time? Newest period first; never more than a part in memory.

use super::{ROWS, periods, question, total};
use crate::error::ReportError;
use crate::model::{Page, ValuesReport};
use crate::service::Reports;
use domain::MeasureId;
use domain::view_spec::{PeriodChoice, ViewSpec};

impl Reports {
    /// One row per hospital and period of single years; what holds for the whole list is said of its newest period.
    pub(super) async fn values_of_every_period(
        &self,
        id: &MeasureId,
        view: &ViewSpec,
    ) -> Result<ValuesReport, ReportError> {
        let (open, _) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let newest = question(index, id, view)?;
        let (limit, offset) = (view.limit.unwrap_or(ROWS), view.cursor.unwrap_or(0));
        let (mut all, mut parts): (u32, Vec<ValuesReport>) = (0, Vec::new());
        let mut left = limit;
        for note in periods(index, &newest)? {
            let of_period = ViewSpec { period: PeriodChoice::Given(note.period), page: None, ..view.clone() };
            let asked = question(index, id, &of_period)?;
            let here = total(&open.file.count_values(&asked.filter, &asked.hospitals).await?);
            let begin = offset.saturating_sub(all);
            all = all.saturating_add(here);
            if left > 0 && begin < here {
                let part = ViewSpec { limit: Some(left), cursor: Some(begin), ..of_period };
                let part = Box::pin(self.values(id, &part)).await?;
                left = left.saturating_sub(u16::try_from(part.rows.len()).unwrap_or(u16::MAX));
                parts.push(part);
            }
        }
        let page = Page { offset, limit: u32::from(limit), total: all };
        self.joined(id, view, parts, page).await
    }

    async fn joined(
        &self,
        id: &MeasureId,
        view: &ViewSpec,
        parts: Vec<ValuesReport>,
        page: Page,
    ) -> Result<ValuesReport, ReportError> {
        let frame = ViewSpec { period: PeriodChoice::Latest, limit: Some(1), cursor: None, ..view.clone() };
        let mut whole = Box::pin(self.values(id, &frame)).await?;
        whole.rows.clear();
        whole.sources.clear();
        for part in parts {
            whole.rows.extend(part.rows);
            for source in part.sources {
                if !whole.sources.contains(&source) {
                    whole.sources.push(source);
                }
            }
        }
        Ok(ValuesReport { page, ..whole })
    }
}
