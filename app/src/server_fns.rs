//! Which questions may the browser ask while a page is open? Thin: three lines into `reports`, finished wire types out.

mod compare;
mod suggest;
mod values;

pub use compare::{CompareHospitals, ComparedHospital, ComparedMeasure, ComparisonWords, compare_hospitals};
pub use suggest::{SuggestHospitals, Suggestion, suggest_hospitals};
pub use values::{MeasureValue, MeasureValues, RegionValues, Remark, measure_values};
