//! Which row of a hospital's context holds on the day of a release? Of the rows of one key the greatest.

use domain::Day;

/// How a row stands on a day: what has ended comes before what holds, and of these the one that began last counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Standing {
    holds: bool,
    from: Option<Day>,
}

impl Standing {
    /// From the first day of a row to its last; one that is not known is no bound.
    pub fn on(today: Day, from: Option<Day>, to: Option<Day>) -> Self {
        Self { holds: to.is_none_or(|end| end >= today), from }
    }

    /// Whether the row has not ended.
    pub const fn holds(self) -> bool {
        self.holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::period::parse_day;

    #[test]
    fn the_row_that_holds_and_began_last_counts() {
        let today = parse_day("2025-10-01").unwrap();
        let of = |from: &str, to: &str| Standing::on(today, parse_day(from), parse_day(to));
        let rows = [of("2024-04-01", "2025-03-31"), of("", ""), of("2020-04-01", "2025-10-01"), of("2023-04-01", "")];
        assert!(rows.is_sorted() && !rows[0].holds() && rows[1..].iter().all(|row| row.holds()));
    }
}
