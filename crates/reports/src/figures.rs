//! How does a finished report become a drawing? Pages, embeds and images all draw from here, so that they say the same.
//!
//! Pure functions: a report in, a chart specification out. Nothing here reads a database or decides a verdict.

mod compared;
mod frame;
mod funnel;
mod intervals;
mod ruler;
mod said;
mod trend;

pub use compared::{
    alternative_words, both_right, comparison_sentence, guard_sentence, name_among, pair_sentence, reason_words,
};
pub use frame::{Stand, Surroundings, period_words, source_words};
pub use funnel::funnel;
pub use intervals::intervals;
pub use ruler::ruler;
pub use said::{
    Ends, NationalValue, comparator_name, ends, hospital_name, national_sentence, national_value, number_alone,
    place_name, quantity, range_alone, range_words, short_name, short_verdict, stratum_words, value_words,
    verdict_sentence,
};
pub use trend::{break_words, trend, trend_words, years_table};
