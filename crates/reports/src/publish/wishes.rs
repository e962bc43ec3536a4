//! Which neutral facts, counted by no measure, may a reader wish for?

use super::facts::hospital_of;
use domain::HospitalId;
use domain::care::Wish;
use domain::period::Day;
use domain::records::Batch;
use std::collections::{BTreeMap, BTreeSet};
use store::rows::WishFactRow;

/// A month has days in at most so many weeks.
const WEEKS: usize = 5;

/// What the context of one hospital says about its days and tasks.
#[derive(Debug, Default)]
struct Said {
    /// The source prints closing days at all.
    tells_days: bool,
    closed_every_saturday: bool,
    /// The weekdays on which it is always closed: all seven are a slip of whoever filled in the form.
    closed_days: BTreeSet<String>,
    /// In which weeks of the month Saturdays are closed.
    saturdays: BTreeSet<String>,
    cancer_designated: Option<bool>,
    paediatrics: Option<bool>,
}

impl Said {
    /// `None` where nothing is said of days.
    fn works_on_saturdays(&self) -> Option<bool> {
        let is_slip = self.closed_days.len() == 7;
        (self.tells_days && !is_slip).then_some(!self.closed_every_saturday && self.saturdays.len() < WEEKS)
    }
}

/// One row per hospital and wish where something is known.
pub(super) fn wish_facts(batch: &Batch, as_of: Day) -> Vec<WishFactRow> {
    let mut said: BTreeMap<&HospitalId, Said> = BTreeMap::new();
    for fact in batch.context.iter().filter(|f| f.valid_to.is_none_or(|end| end >= as_of)) {
        if let Some(id) = hospital_of(&fact.hospital) {
            hear(said.entry(id).or_default(), &fact.key, matches!(fact.value.as_str(), "1" | "true" | "yes"));
        }
    }
    let known = said.into_iter().flat_map(|(id, said)| {
        let facts = [
            (Wish::Saturday, said.works_on_saturdays()),
            (Wish::CancerDesignated, said.cancer_designated),
            (Wish::Paediatrics, said.paediatrics),
        ];
        facts.into_iter().filter_map(move |(wish, holds)| Some((id, wish, holds?)))
    });
    known
        .map(|(id, wish, holds)| WishFactRow {
            hospital_id: id.to_string(),
            wish: wish.to_string(),
            holds: i64::from(holds),
        })
        .collect()
}

/// Closed on one Saturday of the month is not closed on Saturdays; on all five it is.
fn hear(said: &mut Said, key: &str, set: bool) {
    match key {
        "closed_sat" | "closed_saturday" => {
            said.tells_days = true;
            said.closed_every_saturday |= set;
            said.closed_days.extend(set.then(|| "sat".to_string()));
        }
        "cancer_designated" => said.cancer_designated = Some(set),
        "service:paediatrics" | "service:小児科" => said.paediatrics = Some(set),
        _ if key.starts_with("closed_") => {
            said.tells_days = true;
            said.closed_days.extend(weekday_of(key).filter(|_| set).map(str::to_string));
            if let Some(week) = saturday_of(key).filter(|_| set) {
                said.saturdays.insert(week.to_string());
            }
        }
        _ => {}
    }
}

/// `mon` of `closed_mon` and `closed_monday`.
fn weekday_of(key: &str) -> Option<&str> {
    let day = key.strip_prefix("closed_")?.get(..3)?;
    ["mon", "tue", "wed", "thu", "fri", "sun"].into_iter().find(|known| *known == day)
}

/// `2` of `closed_week2_sat`.
fn saturday_of(key: &str) -> Option<&str> {
    let (week, day) = key.strip_prefix("closed_week")?.split_once('_')?;
    matches!(day, "sat" | "saturday").then_some(week)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_closed_saturday_in_the_month_is_not_closed_on_saturdays() {
        let mut said = Said::default();
        hear(&mut said, "closed_week1_sat", true);
        assert!(said.tells_days && !said.closed_every_saturday);
        hear(&mut said, "closed_sat", true);
        assert!(said.closed_every_saturday);
    }

    #[test]
    fn five_closed_saturdays_in_the_month_are_closed_on_saturdays() {
        let mut said = Said::default();
        for week in 1..=4 {
            hear(&mut said, &format!("closed_week{week}_sat"), true);
        }
        assert_eq!(said.works_on_saturdays(), Some(true));
        hear(&mut said, "closed_week5_mon", true);
        assert_eq!(said.works_on_saturdays(), Some(true));
        hear(&mut said, "closed_week5_sat", true);
        assert_eq!(said.works_on_saturdays(), Some(false));
    }

    #[test]
    fn closed_on_every_day_of_the_week_is_a_slip_and_says_nothing_of_saturdays() {
        let mut said = Said::default();
        for day in ["mon", "tue", "wed", "thu", "fri", "sat"] {
            hear(&mut said, &format!("closed_{day}"), true);
        }
        assert_eq!(said.works_on_saturdays(), Some(false));
        hear(&mut said, "closed_sunday", true);
        assert_eq!(said.works_on_saturdays(), None);
    }

    #[test]
    fn a_source_without_closing_days_says_nothing() {
        let mut said = Said::default();
        hear(&mut said, "beds_total", false);
        assert!(!said.tells_days && said.cancer_designated.is_none());
    }
}
