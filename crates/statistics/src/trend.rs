//! Has something changed over time?
//!
//! Two years: [`period_change`]. Three to eleven: [`weighted_slope`]. Twelve points or more: [`control_chart`]. Values are
//! compared on the scale of the funnel ([`crate::funnel::Scale`]), and never across a change of definition.

mod control_chart;
mod slope;
mod two_periods;

pub use control_chart::{
    Assurance, ChartPoint, ControlChart, NEAR_SHARE, News, SpecialCause, XMR_FACTOR, assurance, control_chart,
};
pub use slope::{Slope, cochran_armitage, weighted_slope};
pub use two_periods::{Change, PeriodChange, period_change, pooled_score_test};
