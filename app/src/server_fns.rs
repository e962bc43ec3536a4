//! Which questions may the browser ask while a page is open? Thin: three lines into `reports`, finished wire types out.

mod compare;
mod priorities;
#[cfg(feature = "ssr")]
mod slip;
mod suggest;
mod values;

pub use compare::{CompareHospitals, ComparedHospital, ComparedMeasure, ComparisonWords, compare_hospitals};
pub use priorities::{RankByPriorities, RankedHospital, RankedList, rank_by_priorities};
#[cfg(feature = "ssr")]
pub use slip::Slip;
pub use suggest::{SuggestHospitals, Suggestion, suggest_hospitals};
pub use values::{MeasureValue, MeasureValues, RegionValues, Remark, measure_values};
