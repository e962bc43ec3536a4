//! Which questions may the browser ask while a page is open? Thin: three lines into `reports`, finished wire types out.

mod suggest;

pub use suggest::{SuggestHospitals, Suggestion, suggest_hospitals};
