//! Why has a question about a chart no drawing for an answer, and what can be asked instead?

use super::ChartReport;
use crate::error::ReportError;
use crate::figures::guard_sentence;
use crate::model::Comparison;
use domain::MeasureId;
use domain::view_spec::{Chart, Key, ViewError};
use i18n::Locale;

/// A list without anybody in it: there is no such page, or nobody in the region has the measure.
pub(super) fn not_drawn(report: &ChartReport) -> ReportError {
    let (chart, view) = (report.chart, &report.view);
    match (chart, view.page, &view.region) {
        (Chart::Intervals | Chart::Places, Some(page), _) if page > 1 => {
            ReportError::NotFound { kind: "page", id: page.to_string() }
        }
        (Chart::Intervals, _, Some(region)) => ReportError::NotFound { kind: "region", id: region.clone() },
        _ => ReportError::NotDrawn { chart: chart.as_str(), because: report.why_not() },
    }
}

pub(super) fn needed(key: Key) -> ViewError {
    ViewError {
        parameter: key.parameter().to_owned(),
        detail: "is needed here".to_owned(),
        detail_ja: "ここでは必要です".to_owned(),
    }
}

/// No scale, range or dot says more than the words.
pub(super) fn an_answer(measure: &MeasureId) -> ViewError {
    ViewError {
        parameter: Key::Measure.parameter().to_owned(),
        detail: format!(
            "is answered with yes or no, which no chart shows: its answers are in /api/v1/measures/{measure}/values"
        ),
        detail_ja: format!(
            "「はい」か「いいえ」の答えなので、図はありません。答えは /api/v1/measures/{measure}/values にあります"
        ),
    }
}

/// Over hospitals of all roles its values would tell the roles.
pub(super) fn no_role() -> ViewError {
    ViewError {
        parameter: Key::PeerGroup.parameter().to_owned(),
        detail: "is needed here: this measure is not adjusted for its patients, so its spread is drawn within one role, and no source tells the role of this hospital".to_owned(),
        detail_ja: "ここでは必要です。この指標は患者さんのちがいを調整していないので、同じ役割の病院だけで描きます。この病院の役割は、公表された資料からは分かりません".to_owned(),
    }
}

/// What may not be laid side by side on a page may not leave as an image either.
pub(super) fn unfair(comparison: &Comparison) -> ViewError {
    ViewError {
        parameter: Key::Hospitals.parameter().to_owned(),
        detail: format!("cannot be drawn: {}", guard_sentence(Locale::En, comparison)),
        detail_ja: guard_sentence(Locale::Ja, comparison),
    }
}

pub(super) fn unknown(measure: &MeasureId) -> ReportError {
    ReportError::NotFound { kind: "measure", id: measure.to_string() }
}
