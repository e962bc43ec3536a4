//! How many years must be put together before a value may be judged?
//!
//! Only consecutive years of one definition may be given; the caller ends the list where the definition changed or a year
//! is missing. The result is labelled with its years. Trends use single years.

use crate::eligibility::{PATIENTS_TO_RANK, Permission, expected_events, permission};
use crate::{ObservedExpected, Proportion, SampleMean};

/// The most years that are put together.
pub const MOST_YEARS: usize = 3;

/// A value over one to three years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pooled<T> {
    /// The value over those years.
    pub value: T,
    /// How many years, counted back from the latest.
    pub years: usize,
    /// What the expected events now permit.
    pub permission: Permission,
}

/// Pools proportions: Σx among Σn over the fewest years that permit most.
///
/// `latest_first`: this year, last year, the year before; further years are not looked at. One year is kept where more
/// years permit no more. The target is that of the pooled period (a proportion). `None` for an empty list.
///
/// ```
/// use statistics::{Proportion, eligibility::Permission, pooling::pool_proportions};
/// let year = |x| Proportion::new(x, 60.0).unwrap();
/// let pooled = pool_proportions(&[year(4.0), year(6.0), year(5.0)], 0.1).unwrap();
/// assert_eq!((pooled.years, pooled.permission), (2, Permission::FlagAndRank));
/// ```
pub fn pool_proportions(latest_first: &[Proportion], target: f64) -> Option<Pooled<Proportion>> {
    fewest_years(
        latest_first,
        |a, b| Proportion::new(a.events() + b.events(), a.patients() + b.patients()),
        |p| permission(expected_events(*p, target)),
    )
}

/// Pools O/E: ΣO over ΣE over the fewest years that permit most. `None` for an empty list.
pub fn pool_ratios(latest_first: &[ObservedExpected]) -> Option<Pooled<ObservedExpected>> {
    fewest_years(
        latest_first,
        |a, b| ObservedExpected::new(a.observed() + b.observed(), a.expected() + b.expected()),
        |r| permission(r.expected()),
    )
}

/// Pools means: Σnȳ/Σn with √Σ(ns)²/Σn over the fewest years that reach 30 patients (or most years if none does).
///
/// `None` for an empty list.
pub fn pool_means(latest_first: &[SampleMean]) -> Option<Pooled<SampleMean>> {
    fewest_years(latest_first, add_means, |m| {
        if m.patients() >= PATIENTS_TO_RANK { Permission::FlagAndRank } else { Permission::ShowOnly }
    })
}

fn add_means(a: SampleMean, b: SampleMean) -> Option<SampleMean> {
    let patients = a.patients() + b.patients();
    let (share_a, share_b) = (a.patients() / patients, b.patients() / patients);
    let mean = share_a * a.reading().value() + share_b * b.reading().value();
    let error = libm::hypot(share_a * a.reading().standard_error(), share_b * b.reading().standard_error());
    SampleMean::new(mean, error, patients)
}

fn fewest_years<T: Copy>(
    latest_first: &[T],
    add: impl Fn(T, T) -> Option<T>,
    permitted: impl Fn(&T) -> Permission,
) -> Option<Pooled<T>> {
    let mut value = *latest_first.first()?;
    let mut best = Pooled { value, years: 1, permission: permitted(&value) };
    for (years, &year) in latest_first.iter().enumerate().take(MOST_YEARS).skip(1) {
        let Some(sum) = add(value, year) else { break };
        value = sum;
        let permission = permitted(&value);
        if permission > best.permission {
            best = Pooled { value, years: years + 1, permission };
        }
    }
    Some(best)
}
