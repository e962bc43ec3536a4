//! Two languages; a missing translation does not compile.
//!
//! Which words and number forms does a reader of each language expect?
//! This crate must never know what a hospital, a measure or a page is: it knows languages, numbers and days.
//! The locale is a plain argument everywhere, never a context.

mod days;
mod locale;
mod numbers;
mod quantity;
mod text;

pub use days::{CalendarDay, date, date_iso, fiscal_year, fiscal_year_span, period, period_iso};
pub use locale::{Locale, UnknownLocale};
pub use numbers::{
    MISSING, decimals_supported, distance_km, in_parentheses, list, number, percent, range, signed, whole,
};
pub use quantity::{Denominator, Quantity, Unit};
