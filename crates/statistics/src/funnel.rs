//! Is this hospital further from the target than chance explains?
//!
//! The product's method is [`product_funnel`]. The others ([`multiplicative_funnel`], [`shmi_funnel`] and the exact mode) reproduce what
//! other institutions publish.

mod exact;
mod multiplicative;
mod product;
mod scale;
mod shmi;

pub use exact::{
    LimitPoint, exact_limits_of_proportion, exact_limits_of_ratio, exact_position_of_proportion,
    exact_position_of_ratio,
};
pub use multiplicative::{MultiplicativeFunnel, multiplicative_funnel};
pub use product::{Funnel, FunnelRow, Overdispersion, Target, WINSORISED_SHARE, product_funnel};
pub use scale::{Sample, Scale};
pub use shmi::{ShmiFunnel, ShmiRow, shmi_funnel};

use crate::Direction;

/// The normal deviate of the inner funnel limits (95 %).
pub const Z_95: f64 = 1.959_963_984_540_054;
/// The normal deviate of the outer funnel limits (99.8 %).
pub const Z_998: f64 = 3.090_232_306_167_813_5;

/// Which pair of limits?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// 95 %: one hospital in twenty lies outside by chance alone.
    P95,
    /// 99.8 %: two hospitals in a thousand lie outside by chance alone.
    P998,
}

impl Limit {
    /// 1.95996… or 3.09023…
    pub fn z(self) -> f64 {
        match self {
            Self::P95 => Z_95,
            Self::P998 => Z_998,
        }
    }
}

/// Where a hospital lies relative to the limits, by the number itself (not by what is good).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// Below the 99.8 % limit (class −2).
    FarBelow,
    /// Below the 95 % limit (class −1).
    Below,
    /// Between the limits (class 0): not told apart from the target.
    Within,
    /// Above the 95 % limit (class 1).
    Above,
    /// Above the 99.8 % limit (class 2).
    FarAbove,
}

impl Position {
    /// The position of a standardised deviation. What is not a number is within.
    pub fn of(z: f64) -> Self {
        match z {
            z if z > Z_998 => Self::FarAbove,
            z if z > Z_95 => Self::Above,
            z if z < -Z_998 => Self::FarBelow,
            z if z < -Z_95 => Self::Below,
            _ => Self::Within,
        }
    }

    /// −2, −1, 0, 1 or 2.
    pub fn class(self) -> i8 {
        match self {
            Self::FarBelow => -2,
            Self::Below => -1,
            Self::Within => 0,
            Self::Above => 1,
            Self::FarAbove => 2,
        }
    }

    /// The class turned so that positive is better; `None` where neither side is better.
    pub fn oriented_class(self, direction: Direction) -> Option<i8> {
        match direction {
            Direction::HigherIsBetter => Some(self.class()),
            Direction::LowerIsBetter => Some(-self.class()),
            Direction::Neutral => None,
        }
    }
}

/// Hospitals expected outside the limits when none truly differs: 5 % or 0.2 % of them.
///
/// To be printed beside every list of outliers.
pub fn flags_expected_by_chance(hospitals: usize, limit: Limit) -> f64 {
    let share = match limit {
        Limit::P95 => 0.05,
        Limit::P998 => 0.002,
    };
    share * hospitals as f64
}
