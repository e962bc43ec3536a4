//! Between which values does the true number plausibly lie?
//!
//! An [`Estimate`] never travels without the name of the method that made its interval.

mod difference;
mod mean;
mod proportion;
mod ratio;
mod standardised;

pub use difference::{conditional_p_value, mid_p_value, newcombe_interval, ratio_of_ratios_interval};
pub use mean::{normal_interval, t_interval};
pub use proportion::{clopper_pearson_interval, wilson_interval};
pub use ratio::{byar_interval, exact_poisson_interval, mid_p_interval, phe_interval, vandenbroucke_interval};
pub use standardised::{Stratum, dobson_interval};

/// Lower and upper end, in the unit of the estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

impl Interval {
    /// Does the interval hold this value, ends included?
    pub fn contains(self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// Upper minus lower end.
    pub fn width(self) -> f64 {
        self.upper - self.lower
    }
}

/// The method behind an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntervalMethod {
    /// Wilson's score interval of a proportion.
    Wilson,
    /// The exact interval of a proportion by Clopper and Pearson.
    ClopperPearson,
    /// The exact Poisson interval by Garwood.
    ExactPoisson,
    /// Byar's approximation to the exact Poisson interval.
    Byar,
    /// The mid-P variant of the exact Poisson interval.
    MidP,
    /// Vandenbroucke's square-root interval.
    Vandenbroucke,
    /// Student's interval of a mean.
    StudentT,
    /// Value ± z × standard error.
    Normal,
    /// Dobson's interval of a directly standardised rate.
    Dobson,
    /// Newcombe's hybrid score interval of a difference of proportions.
    Newcombe,
    /// The conditional exact interval of a ratio of two O/E.
    ConditionalExact,
}

impl IntervalMethod {
    /// The method's name for people, as statisticians write it in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wilson => "Wilson score",
            Self::ClopperPearson => "Clopper–Pearson exact",
            Self::ExactPoisson => "exact Poisson (Garwood)",
            Self::Byar => "Byar",
            Self::MidP => "mid-P",
            Self::Vandenbroucke => "Vandenbroucke",
            Self::StudentT => "Student's t",
            Self::Normal => "normal",
            Self::Dobson => "Dobson",
            Self::Newcombe => "Newcombe hybrid score",
            Self::ConditionalExact => "conditional exact",
        }
    }
}

/// A value, the interval around it, how sure the interval is, and by which method it was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The value as counted, not shrunken.
    pub value: f64,
    /// Where the true value plausibly lies.
    pub interval: Interval,
    /// The coverage of the interval.
    pub confidence: crate::Confidence,
    /// How the interval was made.
    pub method: IntervalMethod,
}
