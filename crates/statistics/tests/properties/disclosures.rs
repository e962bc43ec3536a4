//! Does suppression survive an attacker who tries everything?

use proptest::prelude::*;
use statistics::disclosure::*;

/// All tables with the same totals and visible cells, by trying every value: the ranges of the hidden cells.
fn brute_force(table: &[Vec<u64>], suppressed: &[Vec<bool>], least: u64) -> Vec<(u64, u64)> {
    let hidden: Vec<(usize, usize)> = (0..table.len())
        .flat_map(|r| (0..table[0].len()).map(move |c| (r, c)))
        .filter(|&(r, c)| suppressed[r][c])
        .collect();
    let mut ranges = vec![(u64::MAX, 0); hidden.len()];
    let mut guess = table.to_vec();
    try_all(table, &mut guess, &hidden, 0, least, &mut ranges);
    ranges
}

fn try_all(
    table: &[Vec<u64>],
    guess: &mut Vec<Vec<u64>>,
    hidden: &[(usize, usize)],
    next: usize,
    least: u64,
    ranges: &mut [(u64, u64)],
) {
    let column = |t: &[Vec<u64>], c: usize| t.iter().map(|row| row[c]).sum::<u64>();
    let Some(&(r, c)) = hidden.get(next) else {
        let rows = guess.iter().zip(table).all(|(g, t)| g.iter().sum::<u64>() == t.iter().sum::<u64>());
        if rows && (0..table[0].len()).all(|c| column(guess, c) == column(table, c)) {
            for (range, &(r, c)) in ranges.iter_mut().zip(hidden) {
                *range = (range.0.min(guess[r][c]), range.1.max(guess[r][c]));
            }
        }
        return;
    };
    let most = table[r].iter().sum::<u64>().min(column(table, c));
    for value in least..=most {
        guess[r][c] = value;
        try_all(table, guess, hidden, next + 1, least, ranges);
    }
    guess[r][c] = table[r][c];
}

proptest! {
    #[test]
    fn what_is_printable_cannot_be_computed_back(
        cells in prop::collection::vec(prop::collection::vec(0u64..60, 5), 2..6),
        threshold in 3u64..12,
        zeros in any::<bool>(),
    ) {
        let rule = if zeros { SuppressionRule::masking_zeros(threshold) } else { SuppressionRule::showing_zeros(threshold) };
        let table = suppress_grid(&Grid::new(&cells).unwrap(), rule);
        if table.printable {
            prop_assert!(table.audit.passed);
            for (row, marks) in cells.iter().zip(&table.suppressed) {
                for (count, hidden) in row.iter().zip(marks) {
                    prop_assert!(*hidden || !rule.masks(*count));
                }
            }
            for range in &table.audit.ranges {
                let count = cells[range.row][range.column];
                prop_assert!(range.lower <= count && count <= range.upper);
                prop_assert!(!rule.masks(count) || (range.upper >= threshold && range.upper - range.lower >= threshold - 1));
            }
        }
    }

    #[test]
    fn the_audit_finds_exactly_what_brute_force_finds(cells in prop::collection::vec(prop::collection::vec(1u64..7, 3), 2)) {
        let rule = SuppressionRule::showing_zeros(3);
        let everything = vec![vec![true; 3]; 2];
        let audit = audit_grid(&Grid::new(&cells).unwrap(), &everything, rule);
        let ours: Vec<(u64, u64)> = audit.ranges.iter().map(|r| (r.lower, r.upper)).collect();
        prop_assert_eq!(ours, brute_force(&cells, &everything, 1));
        let some = vec![vec![true, true, false], vec![true, true, false]];
        let audit = audit_grid(&Grid::new(&cells).unwrap(), &some, rule);
        let ours: Vec<(u64, u64)> = audit.ranges.iter().map(|r| (r.lower, r.upper)).collect();
        prop_assert_eq!(ours, brute_force(&cells, &some, 1));
    }

    #[test]
    fn lines_keep_their_promise(cells in prop::collection::vec(0u64..80, 0..9), threshold in 2u64..12) {
        let rule = SuppressionRule::showing_zeros(threshold);
        let line = suppress_line(&cells, rule).unwrap();
        for (i, count) in cells.iter().enumerate() {
            prop_assert!(!rule.masks(*count) || line.suppressed[i]);
        }
        if let Some((low, high)) = line.deducible {
            prop_assert!(high >= threshold && low <= 1);
        }
    }

    #[test]
    fn a_rate_always_contains_its_own_numerator(n in 1u64..5_000, share in 0.0..=1.0f64, decimals in 0u8..4) {
        let x = (share * n as f64).round() as u64;
        let scale = libm::pow(10.0, f64::from(decimals));
        let rate = (100.0 * x as f64 / n as f64 * scale).round() / scale;
        let (low, high) = rate_leak(rate, decimals, n, SuppressionRule::showing_zeros(10)).unwrap().numerators.unwrap();
        prop_assert!(low <= x && x <= high);
        let nearest = nearest_numerator_of_rate(rate, decimals, n).unwrap();
        prop_assert!(nearest.abs_diff(x) as f64 <= rounding_of_numerator(decimals, n) + 0.5 + 1e-6);
    }
}

#[test]
fn impossible_tables_have_a_defined_answer() {
    let rule = SuppressionRule::showing_zeros(10);
    assert!(Grid::new(&[]).is_none() && Grid::new(&[vec![]]).is_none() && Grid::new(&[vec![1], vec![1, 2]]).is_none());
    assert!(suppress_line(&[u64::MAX], rule).is_none());
    assert!(suppress_line(&[], rule).is_some_and(|line| !line.total_suppressed));
    assert!(!suppress_fraction(5, 4, rule) && !suppress_fraction(95, 100, rule) && suppress_fraction(50, 100, rule));
    assert!(rate_leak(101.0, 1, 10, rule).is_none() && rate_leak(f64::NAN, 1, 10, rule).is_none());
    assert_eq!(numerator_of_rate(33.3, 1, 3), Some(1));
    assert_eq!(numerator_of_rate(33.3, 1, 100_000), None);
    let lonely = suppress_grid(&Grid::new(&[vec![3, 0], vec![0, 5]]).unwrap(), rule);
    assert!(!lonely.printable, "totals would give every cell away");
}
