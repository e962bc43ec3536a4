//! What can be put into the methods, and what is refused at the door?
//!
//! Every input is checked once, when it is made: a function that takes a [`Proportion`] cannot meet n = 0 or x > n. The
//! constructors answer `None` for impossible values; nothing else in the crate has to.

/// The largest count accepted, 10¹². Above it `None`: no register counts that many patients.
pub const LARGEST_COUNT: f64 = 1e12;

/// The largest size of a measured value accepted, 10⁴⁰; its standard error must lie in [10⁻⁴⁰, 10⁴⁰].
///
/// Inside these bounds no intermediate result overflows, so that no method can answer with infinity or `NaN`.
pub const LARGEST_VALUE: f64 = 1e40;

fn without_dust(count: f64) -> f64 {
    if count < 1e-9 { 0.0 } else { count }
}

/// x events among n patients.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion {
    events: f64,
    patients: f64,
}

impl Proportion {
    /// `None` unless 0 ≤ events ≤ patients and 1 ≤ patients ≤ 10¹². Fractions of an event below 10⁻⁹ are none.
    pub fn new(events: f64, patients: f64) -> Option<Self> {
        let valid = (1.0..=LARGEST_COUNT).contains(&patients) && (0.0..=patients).contains(&events);
        valid.then_some(Self { events: without_dust(events), patients })
    }

    /// x, the patients with the event.
    pub fn events(self) -> f64 {
        self.events
    }

    /// n, all patients counted.
    pub fn patients(self) -> f64 {
        self.patients
    }

    /// x/n.
    pub fn value(self) -> f64 {
        self.events / self.patients
    }
}

/// O events observed where E were expected; a rate is the same with E = reference rate × person-time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ObservedExpected {
    observed: f64,
    expected: f64,
}

impl ObservedExpected {
    /// `None` unless 0 ≤ observed ≤ 10¹² and 10⁻⁹ ≤ expected ≤ 10¹². Fractions of an event below 10⁻⁹ are none.
    pub fn new(observed: f64, expected: f64) -> Option<Self> {
        let valid = (0.0..=LARGEST_COUNT).contains(&observed) && (1e-9..=LARGEST_COUNT).contains(&expected);
        valid.then_some(Self { observed: without_dust(observed), expected })
    }

    /// O, events seen.
    pub fn observed(self) -> f64 {
        self.observed
    }

    /// E, events expected from the case mix.
    pub fn expected(self) -> f64 {
        self.expected
    }

    /// O/E.
    pub fn value(self) -> f64 {
        self.observed / self.expected
    }
}

/// A value with its standard error on a scale where errors are near enough normal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    value: f64,
    standard_error: f64,
}

impl Reading {
    /// `None` unless |value| ≤ 10⁴⁰ and 10⁻⁴⁰ ≤ standard error ≤ 10⁴⁰: a reading without error is not a reading.
    pub fn new(value: f64, standard_error: f64) -> Option<Self> {
        let valid = value.abs() <= LARGEST_VALUE && (1e-40..=LARGEST_VALUE).contains(&standard_error);
        valid.then_some(Self { value, standard_error })
    }

    /// A reading that other checked input guarantees to be possible.
    pub(crate) fn inside_bounds(value: f64, standard_error: f64) -> Self {
        Self { value, standard_error }
    }

    /// The value, in its own unit.
    pub fn value(self) -> f64 {
        self.value
    }

    /// Its standard error, in the same unit.
    pub fn standard_error(self) -> f64 {
        self.standard_error
    }

    /// Squared standard error.
    pub fn variance(self) -> f64 {
        self.standard_error * self.standard_error
    }

    /// 1/s², the weight of inverse-variance methods.
    pub fn precision(self) -> f64 {
        1.0 / self.variance()
    }
}

/// A mean over patients with its standard error; the patients weigh it in a national mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SampleMean {
    reading: Reading,
    patients: f64,
}

impl SampleMean {
    /// `None` unless (mean, standard error) is a [`Reading`] and 1 ≤ patients ≤ 10¹².
    pub fn new(mean: f64, standard_error: f64, patients: f64) -> Option<Self> {
        let reading = Reading::new(mean, standard_error)?;
        (1.0..=LARGEST_COUNT).contains(&patients).then_some(Self { reading, patients })
    }

    /// The mean and its standard error.
    pub fn reading(self) -> Reading {
        self.reading
    }

    /// n, patients averaged.
    pub fn patients(self) -> f64 {
        self.patients
    }
}

/// Which way is good news?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better, as with survival.
    HigherIsBetter,
    /// Less is better, as with complications.
    LowerIsBetter,
    /// Neither: a description, such as volume or length of stay.
    Neutral,
}

/// How often a method is right: the coverage of an interval or of a set of intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence(f64);

impl Confidence {
    /// 95 %, the level of intervals and of warning limits.
    pub const P95: Self = Self(0.95);
    /// 99.8 %, the level of the outer funnel limits.
    pub const P998: Self = Self(0.998);

    /// `None` unless 0.5 ≤ level ≤ 1 − 10⁻⁹.
    pub fn new(level: f64) -> Option<Self> {
        (0.5..=1.0 - 1e-9).contains(&level).then_some(Self(level))
    }

    /// The level, for example 0.95.
    pub fn level(self) -> f64 {
        self.0
    }

    /// α/2, the probability left out on each side.
    pub fn tail(self) -> f64 {
        0.5 * (1.0 - self.0)
    }

    /// Φ⁻¹(1 − α/2): 1.96 at 95 %, 3.09 at 99.8 %.
    pub fn z(self) -> f64 {
        -crate::special::normal_quantile(self.tail()).unwrap_or(0.0)
    }
}
