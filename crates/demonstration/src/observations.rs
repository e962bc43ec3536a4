//! Which values do the fictional hospitals report, and from which true values were they drawn?

use crate::dice::{Dice, key};
use crate::draw::{self, Drawn};
use crate::facilities::Facility;
use crate::measures::{Measure, Start, Who};

/// First fiscal year with figures.
pub const FIRST_YEAR: i32 = 2018;
/// Last fiscal year with figures.
pub const LAST_YEAR: i32 = 2024;

/// One value, or the reason why there is none.
#[derive(Debug, Clone, Default)]
pub struct Observation {
    /// Index of the facility.
    pub facility: usize,
    /// Index of the measure.
    pub measure: usize,
    /// Fiscal year.
    pub year: i32,
    /// Kind of cancer, or empty.
    pub stratum: &'static str,
    /// Status code.
    pub status: &'static str,
    /// The numbers; all absent unless reported.
    pub drawn: Drawn,
    /// Literal of the invented source.
    pub raw: &'static str,
    /// Footnote codes.
    pub footnotes: &'static str,
    /// True value, also where nothing was reported.
    pub truth: Option<f64>,
    /// The hospital clearly improved over the years.
    pub improver: bool,
}

/// Every observation of every year, sorted by measure, year and facility.
pub fn observations(facilities: &[Facility], measures: &[&'static Measure]) -> Vec<Observation> {
    let mut all = Vec::new();
    for (measure_index, measure) in measures.iter().enumerate() {
        let measure_key = key(measure.id);
        let mut rows = Vec::new();
        for (facility_index, facility) in facilities.iter().enumerate() {
            let pair = Pair::new(facility, measure, measure_key);
            for year in FIRST_YEAR..=LAST_YEAR {
                let first = Observation {
                    facility: facility_index,
                    measure: measure_index,
                    year,
                    status: "reported",
                    ..Observation::default()
                };
                pair.observe(first, &mut rows);
            }
        }
        rows.sort_by_key(|row| (row.year, row.facility));
        all.append(&mut rows);
    }
    all
}

/// One measure in one facility.
struct Pair<'a> {
    facility: &'a Facility,
    measure: &'static Measure,
    measure_key: u64,
    takes_part: bool,
    level: draw::Level,
}

impl<'a> Pair<'a> {
    fn new(facility: &'a Facility, measure: &'static Measure, measure_key: u64) -> Self {
        let mut dice = Dice::new(&[facility.key, measure_key]);
        let level = draw::Level::new(&mut dice, facility, measure);
        let share = match measure.start {
            Start::Voluntary(share) => share,
            Start::Pilot => 0.3,
            Start::Always | Start::Fy2021 => 1.0,
        };
        Self {
            facility,
            measure,
            measure_key,
            takes_part: dice.chance(share) || facility.furnished || level.improver,
            level,
        }
    }

    fn observe(&self, first: Observation, rows: &mut Vec<Observation>) {
        let facility = self.facility;
        if !(facility.first_year..=facility.last_year).contains(&first.year) || !self.is_collected(first.year) {
            return;
        }
        if !self.measure.who.includes(facility) {
            if self.is_worth_saying(first.year) {
                rows.push(missing(first, "not_applicable", ""));
            }
            return;
        }
        let mut dice = Dice::new(&[facility.key, self.measure_key, first.year.unsigned_abs().into()]);
        let truth = self.level.truth(self.measure, facility, first.year);
        let first = Observation { truth, improver: self.level.improver, ..first };
        if let Some((status, raw)) = self.silence(&mut dice, first.year) {
            rows.push(missing(first, status, raw));
            return;
        }
        if self.measure.id == "demo-cancer-operations" {
            self.cancers(&mut dice, first, rows);
            return;
        }
        rows.push(self.reported(&mut dice, first));
    }

    fn reported(&self, dice: &mut Dice, first: Observation) -> Observation {
        let drawn = draw::draw(dice, &self.level, self.facility, self.measure, first.year);
        let is_count = self.measure.measure_type == "volume";
        if is_count && drawn.value.is_some_and(|v| v < 10.0) {
            return missing(first, "suppressed", "-");
        }
        if drawn.denominator.is_some_and(|n| n < f64::from(self.measure.min_denominator)) {
            return missing(first, "too_few", "");
        }
        let footnotes = self.footnotes(&drawn, first.year);
        Observation { drawn, footnotes, ..first }
    }

    /// The total of all cancers, then each kind; kinds below ten are masked so that nothing can be subtracted.
    fn cancers(&self, dice: &mut Dice, first: Observation, rows: &mut Vec<Observation>) {
        let kinds = draw::cancers(dice, &self.level, self.facility, self.measure, first.year);
        let total: u64 = kinds.iter().map(|(_, count)| count).sum();
        let masked = draw::masked(&kinds.map(|(_, count)| count));
        let row = |stratum: &'static str, count: u64, is_masked: bool| {
            let here = Observation { stratum, ..first.clone() };
            if is_masked {
                return missing(here, "suppressed", "-");
            }
            Observation {
                drawn: Drawn { value: Some(count as f64), ..Drawn::default() },
                footnotes: self.footnotes(&Drawn::default(), here.year),
                ..here
            }
        };
        rows.push(row("", total, masked.total));
        for ((stratum, count), is_masked) in kinds.into_iter().zip(masked.cells) {
            let mut cell = row(stratum, count, is_masked);
            cell.truth = None;
            rows.push(cell);
        }
    }

    fn is_collected(&self, year: i32) -> bool {
        match self.measure.start {
            Start::Always => true,
            Start::Fy2021 => year >= 2021,
            Start::Pilot => year >= 2024 || (year >= 2022 && self.takes_part),
            Start::Voluntary(_) => self.takes_part,
        }
    }

    /// Acute hospitals that do not offer something say so in the latest years.
    fn is_worth_saying(&self, year: i32) -> bool {
        year >= 2023 && self.facility.role.is_acute() && matches!(self.measure.who, Who::Offering(_))
    }

    /// Why nothing is reported, with the literal of the source.
    fn silence(&self, dice: &mut Dice, year: i32) -> Option<(&'static str, &'static str)> {
        let is_volume = self.measure.measure_type == "volume" || self.measure.measure_type == "structure";
        if self.facility.is_flooded() && year == 2023 && !is_volume {
            return Some(("excluded_event", ""));
        }
        if self.facility.furnished {
            return None;
        }
        let silent = if self.facility.silent { 0.6 } else { 0.012 };
        if dice.chance(silent) {
            return Some(("not_reported", "未報告"));
        }
        if is_volume && dice.chance(0.025) {
            return Some(("not_disclosed", "*"));
        }
        dice.chance(0.006).then_some(("not_available", ""))
    }

    fn footnotes(&self, drawn: &Drawn, year: i32) -> &'static str {
        let partial = drawn.eligible.zip(drawn.denominator).is_some_and(|(all, some)| some < 0.9 * all);
        let flooded = self.facility.is_flooded() && year == 2023;
        match (partial, flooded) {
            (true, true) => "A1;B1",
            (true, false) => "A1",
            (false, true) => "B1",
            (false, false) if self.facility.first_year == year => "C1",
            (false, false) if self.facility.joined_year <= year => "D1",
            (false, false) => "",
        }
    }
}

fn missing(row: Observation, status: &'static str, raw: &'static str) -> Observation {
    Observation { status, raw, drawn: Drawn::default(), ..row }
}
