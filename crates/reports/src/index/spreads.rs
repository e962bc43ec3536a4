//! What is known about the spread of a set of values, and how is it told?

use super::{Index, count};
use crate::model::{Comparator, Figure, Spread, TargetOf, Unfit, limits_fit};
use domain::Period;
use domain::measure::Kind;
use domain::peers::PeerGroup;
use statistics::funnel::{Limit, flags_expected_by_chance};
use store::rows::{ObservationRow, SpreadRow};

impl Index {
    /// The spread of a set; `peer_group` empty for the whole country.
    pub fn spread(
        &self,
        measure_key: i64,
        period: Period,
        stratum: &str,
        country: &str,
        peer_group: &str,
    ) -> Option<&SpreadRow> {
        self.spreads.get(&(
            measure_key,
            period.end.to_string(),
            period.start.to_string(),
            stratum.to_string(),
            country.to_string(),
            peer_group.to_string(),
        ))
    }

    /// Which groups of a value have limits that do not fit them; for years put together, those of their newest year.
    pub fn unfit(&self, row: &ObservationRow, country: &str, peer_group: &str) -> Unfit {
        let unfit = |group: &str| {
            let key = |start: &str| {
                let [end, stratum] = [&row.period_end, &row.stratum].map(String::clone);
                (row.measure_key, end, start.to_string(), stratum, country.to_string(), group.to_string())
            };
            let spread = match row.pooled {
                0 => self.spreads.get(&key(&row.period_start)),
                // the newest year begins last of all periods with this end
                _ => {
                    let of_group =
                        |s: &&SpreadRow| s.stratum == row.stratum && s.country == country && s.peer_group == group;
                    let years = self.spreads.range(key(&row.period_start)..).map(|(_, spread)| spread);
                    years
                        .take_while(|s| s.measure_key == row.measure_key && s.period_end == row.period_end)
                        .filter(of_group)
                        .last()
                }
            };
            spread.is_some_and(|s| !limits_fit(count(s.judged), count(s.outside_95)))
        };
        Unfit { national: unfit(""), peer: unfit(peer_group) }
    }

    /// All spreads of a measure.
    pub fn spreads_of(&self, measure_key: i64) -> impl DoubleEndedIterator<Item = &SpreadRow> {
        let low = (measure_key, String::new(), String::new(), String::new(), String::new(), String::new());
        let high = (measure_key + 1, String::new(), String::new(), String::new(), String::new(), String::new());
        self.spreads.range(low..high).map(|(_, row)| row)
    }
}

impl Index {
    /// Whether any hospital of any measure has a range of places.
    pub fn has_places(&self) -> bool {
        self.spreads.values().any(|row| row.ranked > 0)
    }
}

impl Index {
    /// A group to hold a value against; empty numbers where nothing is known of it.
    pub fn comparator(&self, row: Option<&SpreadRow>, peer_group: Option<PeerGroup>) -> Comparator {
        let figure = |of: fn(&SpreadRow) -> Option<f64>| Figure::from_column(row.and_then(of));
        Comparator {
            country: row.map_or_else(String::new, |r| r.country.clone()),
            peer_group,
            hospitals: row.map_or(0, |r| count(r.hospitals)),
            reported: row.map_or(0, |r| count(r.reported)),
            clinics: row.map_or(0, |r| self.clinics(r)),
            target: figure(|r| r.target),
            target_of: row.map_or(TargetOf::Hospitals, |r| self.target_of(r)),
            p10: figure(|r| r.p10),
            median: figure(|r| r.median),
            p90: figure(|r| r.p90),
            limits_fit: row.is_none_or(|r| limits_fit(count(r.judged), count(r.outside_95))),
        }
    }

    /// Everything known about a set.
    pub fn spread_note(&self, row: &SpreadRow) -> Spread {
        let judged = count(row.judged);
        Spread {
            comparator: self.comparator(Some(row), PeerGroup::parse(&row.peer_group).ok()),
            judged,
            ranked: count(row.ranked),
            pooled: count(row.pooled),
            phi: Figure::from_column(row.phi),
            tau2: Figure::from_column(row.tau2),
            rankability: Figure::from_column(row.rankability),
            variation_ratio: Figure::from_column(row.variation_ratio),
            variation_low: Figure::from_column(row.variation_low),
            variation_high: Figure::from_column(row.variation_high),
            outside_95: count(row.outside_95),
            outside_998: count(row.outside_998),
            outside_998_by_chance: flags_expected_by_chance(judged as usize, Limit::P998),
        }
    }

    /// How many of those with a value are clinics.
    fn clinics(&self, row: &SpreadRow) -> u32 {
        let clinic = PeerGroup::Clinic.as_str();
        if !row.peer_group.is_empty() {
            return if row.peer_group == clinic { count(row.reported) } else { 0 };
        }
        let [end, start, stratum] = [&row.period_end, &row.period_start, &row.stratum].map(String::clone);
        let key = (row.measure_key, end, start, stratum, row.country.clone(), clinic.to_string());
        self.spreads.get(&key).map_or(0, |clinics| count(clinics.reported))
    }

    fn target_of(&self, row: &SpreadRow) -> TargetOf {
        let kind = self.measure_of_key(row.measure_key).map(|measure| measure.note.kind);
        match row.target {
            Some(target) if self.national_values.has(row) => match kind {
                Some(Kind::Ratio) if target == 1.0 => TargetOf::Expectation,
                _ if target == 0.0 => TargetOf::Expectation,
                _ => TargetOf::Publisher,
            },
            _ => TargetOf::Hospitals,
        }
    }
}
