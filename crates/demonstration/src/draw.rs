//! How does a true value become the number a hospital prints?

use crate::dice::{Dice, key};
use crate::facilities::Facility;
use crate::measures::{Measure, Shape, Volume};

/// The numbers of one observation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawn {
    /// Events.
    pub numerator: Option<f64>,
    /// Patients, or units of exposure.
    pub denominator: Option<f64>,
    /// Patients who could have been reported.
    pub eligible: Option<f64>,
    /// Expected events.
    pub expected: Option<f64>,
    /// Value in base units.
    pub value: Option<f64>,
    /// Standard error of the value.
    pub standard_error: Option<f64>,
    /// Share of those asked who answered.
    pub response_rate: Option<f64>,
    /// Published limits: kind, lower, middle, upper.
    pub limits: Option<(&'static str, f64, f64, f64)>,
    /// The publisher's own verdict.
    pub published_verdict: &'static str,
}

/// Where a facility stands on a measure, over the years.
#[derive(Debug, Clone)]
pub struct Level {
    /// Distance from the national level in spreads.
    effect: f64,
    /// Change each year in spreads.
    slope: f64,
    /// Shift of its role, on the scale of the spread.
    shift: f64,
    /// Log of its volume against hospitals of the same size.
    volume: f64,
    /// Log of its case mix.
    case_mix: f64,
    /// Services offered.
    services: f64,
    /// Clearly improved over the years.
    pub improver: bool,
}

impl Level {
    /// Draws where a facility stands.
    pub fn new(dice: &mut Dice, facility: &Facility, measure: &Measure) -> Self {
        let sign = measure.sign();
        let tail = if dice.chance(0.05) { 2.1 } else { 1.0 };
        let own = dice.normal() * tail;
        let improver = sign != 0.0 && dice.chance(0.03);
        let (effect, slope) = if improver {
            (-0.2 * sign, 0.42 * sign)
        } else if sign == 0.0 {
            (own, measure.movement.own * dice.normal())
        } else {
            (
                sign * (0.4 * facility.skill + 0.35 * regional(facility, measure)) + 0.85 * own,
                measure.movement.own * dice.normal(),
            )
        };
        let shift = measure.by_role.iter().find(|(role, _)| *role == facility.role);
        Self {
            effect,
            slope,
            shift: shift.map_or(0.0, |(_, shift)| *shift),
            volume: dice.normal(),
            case_mix: 0.2 * dice.normal(),
            services: f64::from(facility.services.count_ones()),
            improver,
        }
    }

    /// Distance from the national level of the middle year, on the scale of the spread.
    fn distance(&self, measure: &Measure, year: i32) -> f64 {
        let movement = measure.movement;
        let years = f64::from(year - 2021);
        let wider = 1.0 + movement.evening_out * f64::from(2024 - year) / 5.0;
        let older = measure.older.map_or(0.0, |(before, shift)| if year < before { shift } else { 0.0 });
        movement.yearly * years + older + self.shift + measure.spread() * (wider * self.effect + self.slope * years)
    }

    /// The true value in base units; `None` where there is nothing random.
    pub fn truth(&self, measure: &Measure, facility: &Facility, year: i32) -> Option<f64> {
        let distance = self.distance(measure, year);
        match measure.shape {
            Shape::Proportion(_, base, _) | Shape::Shrunken(_, base, _) => Some(logistic(logit(base) + distance)),
            Shape::Rate(_, base, _) => Some(base * libm::exp(distance)),
            Shape::Ratio(_, _, tau) => Some(libm::exp(distance - 0.5 * tau * tau)),
            Shape::Mean(_, base, _, _) => Some((base + distance).max(0.1 * base)),
            Shape::Count(volume, _) => Some(expected_count(self, facility, measure, volume, year)),
            Shape::Services => None,
        }
    }
}

/// Draws the numbers of one year.
pub fn draw(dice: &mut Dice, level: &Level, facility: &Facility, measure: &Measure, year: i32) -> Drawn {
    let truth = level.truth(measure, facility, year).unwrap_or_default();
    match measure.shape {
        Shape::Proportion(volume, ..) => {
            let asked = patients(dice, level, facility, volume, year);
            proportion(dice, measure, asked, truth)
        }
        Shape::Rate(volume, ..) => {
            let days = patients(dice, level, facility, volume, year);
            quotient(dice.poisson(days as f64 * truth).min(days), days)
        }
        Shape::Ratio(volume, base, _) => {
            let n = patients(dice, level, facility, volume, year);
            let mixed = n as f64 * base * libm::exp(level.case_mix + 0.03 * dice.normal());
            ratio(dice, n, hundredths(mixed.min(0.8 * n as f64)).max(0.01), truth)
        }
        Shape::Mean(volume, _, within, _) => {
            let n = patients(dice, level, facility, volume, year);
            mean(dice, measure, n, truth, within)
        }
        Shape::Count(..) => counted(dice.poisson(truth)),
        Shape::Services => counted(level.services as u64),
        Shape::Shrunken(volume, base, tau) => {
            let n = patients(dice, level, facility, volume, year);
            shrunken(dice.binomial(n, truth), n, base, tau)
        }
    }
}

/// Kinds of cancer and their usual shares of the operations.
const CANCERS: [(&str, f64); 6] =
    [("stomach", 0.17), ("colorectal", 0.30), ("lung", 0.14), ("breast", 0.20), ("prostate", 0.12), ("liver", 0.07)];

/// Draws the number of operations for each kind of cancer.
pub fn cancers(
    dice: &mut Dice,
    level: &Level,
    facility: &Facility,
    measure: &Measure,
    year: i32,
) -> [(&'static str, u64); 6] {
    let Shape::Count(volume, _) = measure.shape else {
        return CANCERS.map(|(kind, _)| (kind, 0));
    };
    let mean = expected_count(level, facility, measure, volume, year);
    let mut habits = Dice::new(&[facility.key, 6]);
    CANCERS.map(|(kind, share)| {
        let habit = libm::exp(0.35 * habits.normal());
        (kind, dice.poisson(mean * share * habit))
    })
}

/// Which cells of a line are hidden.
pub struct Masked {
    /// The sum.
    pub total: bool,
    /// The cells.
    pub cells: [bool; 6],
}

/// Hides counts of one to nine (zeros too), and enough beside them that none follows from the sum.
pub fn masked(counts: &[u64; 6]) -> Masked {
    let mut cells = counts.map(|count| count < 10);
    let hidden = |cells: &[bool; 6]| -> (u64, u64) {
        let sum = counts.iter().zip(cells).filter(|(_, hide)| **hide).map(|(count, _)| *count).sum();
        (sum, cells.iter().filter(|hide| **hide).count() as u64)
    };
    while let (sum, 1..) = hidden(&cells) {
        let (_, number) = hidden(&cells);
        if number >= 2 && sum >= 10 {
            break;
        }
        let next = (0..6).filter(|i| !cells[*i]).min_by_key(|i| counts[*i]);
        let Some(next) = next else {
            return Masked { total: true, cells };
        };
        cells[next] = true;
    }
    Masked { total: false, cells }
}

/// How many patients there are in a year; all patients (or all their days) are the same number in every measure.
fn patients(dice: &mut Dice, level: &Level, facility: &Facility, volume: Volume, year: i32) -> u64 {
    let (base, share) = match volume {
        Volume::PatientDays(share) => (facility.patient_days, share),
        Volume::Discharges(share) => (facility.discharges, share),
        Volume::Beds(each) => (facility.beds as f64, each),
    };
    let whole = share == 1.0;
    let noise = if whole { Dice::new(&[facility.key, 3, year.unsigned_abs().into()]).normal() } else { dice.normal() };
    let spread = match share {
        _ if whole => 0.0,
        ..0.5 => 0.3,
        _ => 0.05,
    };
    let n = base * share * libm::exp(spread * level.volume + 0.02 * noise) * busy(facility, year);
    libm::round(n).max(1.0) as u64
}

/// Hospitals were emptier in the years of the epidemic; a flood closes wards, and a merger brings patients.
fn busy(facility: &Facility, year: i32) -> f64 {
    let everywhere = match year {
        2020 => 0.91,
        2021 => 0.94,
        2022 => 0.96,
        _ => 1.0,
    };
    let flood = if facility.is_flooded() && year == 2023 { 0.62 } else { 1.0 };
    let merger = if facility.joined_year <= year { 1.55 } else { 1.0 };
    everywhere * flood * merger
}

/// What the hospitals of a prefecture have in common on a measure (standard normal).
fn regional(facility: &Facility, measure: &Measure) -> f64 {
    Dice::new(&[key(&facility.prefecture), key(measure.id)]).normal()
}

fn expected_count(level: &Level, facility: &Facility, measure: &Measure, volume: Volume, year: i32) -> f64 {
    let base = match volume {
        Volume::PatientDays(share) => facility.patient_days * share,
        Volume::Discharges(share) => facility.discharges * share,
        Volume::Beds(each) => facility.beds as f64 * each,
    };
    base * libm::exp(level.distance(measure, year)) * busy(facility, year)
}

/// Events among patients; a few hospitals report only a part, and of a survey only a part answers.
fn proportion(dice: &mut Dice, measure: &Measure, asked: u64, truth: f64) -> Drawn {
    let share = if measure.is_survey() {
        response(dice)
    } else if dice.chance(0.06) {
        dice.between(0.55, 0.95)
    } else {
        1.0
    };
    let n = libm::round(asked as f64 * share).max(1.0) as u64;
    let answered = measure.is_survey().then(|| thousandths(n as f64 / asked as f64).min(1.0));
    Drawn {
        eligible: (!measure.is_survey()).then_some(asked as f64),
        response_rate: answered,
        ..quotient(dice.binomial(n, truth), n)
    }
}

fn quotient(events: u64, n: u64) -> Drawn {
    Drawn {
        numerator: Some(events as f64),
        denominator: Some(n as f64),
        value: Some(events as f64 / n as f64),
        ..Drawn::default()
    }
}

fn ratio(dice: &mut Dice, n: u64, expected: f64, truth: f64) -> Drawn {
    let events = dice.poisson(expected * truth).min(n) as f64;
    Drawn {
        numerator: Some(events),
        denominator: Some(n as f64),
        expected: Some(expected),
        value: Some(events / expected),
        ..Drawn::default()
    }
}

fn mean(dice: &mut Dice, measure: &Measure, asked: u64, truth: f64, within: f64) -> Drawn {
    let share = if measure.is_survey() { response(dice) } else { 1.0 };
    let n = libm::round(asked as f64 * share).max(1.0);
    let error = within / libm::sqrt(n);
    let value = hundredths((truth + error * dice.normal()).max(0.05 * truth));
    let value = if measure.unit == "points" { value.min(10.0) } else { value };
    let is_stay = measure.unit == "days";
    Drawn {
        denominator: Some(n),
        value: Some(value),
        standard_error: Some(thousandths(error * (1.0 + 0.04 * dice.normal().clamp(-2.0, 2.0))).max(0.001)),
        response_rate: measure.is_survey().then(|| thousandths(n / asked as f64).min(1.0)),
        limits: is_stay
            .then(|| ("quartiles", hundredths(0.68 * value), hundredths(0.93 * value), hundredths(1.22 * value))),
        ..Drawn::default()
    }
}

fn counted(count: u64) -> Drawn {
    Drawn { value: Some(count as f64), ..Drawn::default() }
}

/// What a publisher prints that shrinks: value and interval estimate, and its verdict against the national value.
fn shrunken(events: u64, n: u64, national: f64, tau: f64) -> Drawn {
    let raw = (events as f64 + 0.5) / (n as f64 + 1.0);
    let variance = 1.0 / (n as f64 * national * (1.0 - national));
    let weight = tau * tau / (tau * tau + variance);
    let middle = logit(national) + weight * (logit(raw) - logit(national));
    let half = 1.959_964 * libm::sqrt(weight * variance);
    let (low, high) = (thousandths(logistic(middle - half)), thousandths(logistic(middle + half)));
    let value = thousandths(logistic(middle));
    let verdict = if low > national {
        "worse"
    } else if high < national {
        "better"
    } else {
        "no different"
    };
    Drawn {
        denominator: Some(n as f64),
        value: Some(value),
        limits: Some(("ci95", low, value, high)),
        published_verdict: verdict,
        ..Drawn::default()
    }
}

fn response(dice: &mut Dice) -> f64 {
    (0.44 + 0.11 * dice.normal()).clamp(0.14, 0.82)
}

fn logit(p: f64) -> f64 {
    libm::log(p / (1.0 - p))
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

fn hundredths(x: f64) -> f64 {
    libm::round(x * 100.0) / 100.0
}

fn thousandths(x: f64) -> f64 {
    libm::round(x * 1000.0) / 1000.0
}
