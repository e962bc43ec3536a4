//! Which cells of a row with a published total must be hidden together?

use super::LARGEST_CELL;

/// Below which number is a count hidden, and is a zero hidden too?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SuppressionRule {
    threshold: u64,
    zeros_masked: bool,
}

impl SuppressionRule {
    /// 1 to threshold − 1 are hidden, zeros are shown.
    pub const fn showing_zeros(threshold: u64) -> Self {
        Self { threshold, zeros_masked: false }
    }

    /// 0 to threshold − 1 are hidden.
    pub const fn masking_zeros(threshold: u64) -> Self {
        Self { threshold, zeros_masked: true }
    }

    /// Counts below this are hidden.
    pub fn threshold(self) -> u64 {
        self.threshold
    }

    /// Are zeros hidden too?
    pub fn zeros_masked(self) -> bool {
        self.zeros_masked
    }

    /// The smallest value that a hidden cell can have in the eyes of a reader: 0 or 1.
    pub fn least(self) -> u64 {
        u64::from(!self.zeros_masked)
    }

    /// Is this count hidden for itself?
    pub fn masks(self, count: u64) -> bool {
        count < self.threshold && (count > 0 || self.zeros_masked)
    }
}

/// A line after suppression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectedLine {
    /// Hidden because the count itself is small.
    pub primary: Vec<bool>,
    /// Hidden, for itself or to protect others.
    pub suppressed: Vec<bool>,
    /// The total had to be hidden as well.
    pub total_suppressed: bool,
    /// What a reader can deduce about any hidden cell from the total: between these. `None` where nothing is hidden or the
    /// total is.
    pub deducible: Option<(u64, u64)>,
}

/// Hides small cells and as many others as the published total makes necessary.
///
/// With S the sum and k the number of hidden cells, k ≥ 2 and S − least·(k − 1) ≥ threshold must hold; otherwise the
/// smallest visible positive cell is hidden too (of equals the first), and when none is left, the total. `None` for a cell
/// above 10¹⁵ or more than 10³ cells.
///
/// ```
/// use statistics::disclosure::*;
/// let line = suppress_line(&[3, 25, 40], SuppressionRule::showing_zeros(10)).unwrap();
/// assert_eq!(line.suppressed, [true, true, false]);
/// assert_eq!(line.deducible, Some((1, 27)));
/// ```
pub fn suppress_line(cells: &[u64], rule: SuppressionRule) -> Option<ProtectedLine> {
    if cells.len() > 1_000 || cells.iter().any(|c| *c > LARGEST_CELL) {
        return None;
    }
    let primary: Vec<bool> = cells.iter().map(|c| rule.masks(*c)).collect();
    let mut suppressed = primary.clone();
    let total_suppressed = !protect(cells, &mut suppressed, rule);
    let hidden = hidden(cells, &suppressed);
    let deducible =
        (hidden.count > 0 && !total_suppressed).then(|| (rule.least(), hidden.sum - rule.least() * (hidden.count - 1)));
    Some(ProtectedLine { primary, suppressed, total_suppressed, deducible })
}

/// x events among n known patients: the events and the rest are a line of two cells. `true`: both may be printed.
///
/// An impossible fraction (x > n) may not.
pub fn suppress_fraction(events: u64, patients: u64, rule: SuppressionRule) -> bool {
    patients.checked_sub(events).is_some_and(|rest| !rule.masks(events) && !rule.masks(rest))
}

pub(super) struct Hidden {
    pub(super) sum: u64,
    pub(super) count: u64,
}

pub(super) fn hidden(cells: &[u64], suppressed: &[bool]) -> Hidden {
    let values = || cells.iter().zip(suppressed).filter(|(_, hidden)| **hidden).map(|(cell, _)| *cell);
    Hidden { sum: values().sum(), count: values().count() as u64 }
}

/// Hides further cells until the line is protected. `false`: no cell is left and the total must go.
pub(super) fn protect(cells: &[u64], suppressed: &mut [bool], rule: SuppressionRule) -> bool {
    loop {
        let now = hidden(cells, suppressed);
        if now.count == 0 {
            return true;
        }
        let reach = now.sum.saturating_sub(rule.least() * (now.count - 1));
        if now.count >= 2 && reach >= rule.threshold {
            return true;
        }
        let next = (0..cells.len()).filter(|&i| !suppressed[i] && cells[i] > 0).min_by_key(|&i| cells[i]);
        match next {
            Some(i) => suppressed[i] = true,
            None => return false,
        }
    }
}
