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

/// Hides what several published totals of the same parts make necessary: patients, events and those without an event.
///
/// `lines` hold one number per part, `None` where a part's own publisher hides it already; `hidden` says which parts are
/// hidden and is added to. A part is hidden in all lines or in none. `false`: the total must go, because no part is left, or
/// because the parts do not add up to it, so that nothing can be said about what it gives away; all parts are hidden then.
///
/// ```
/// use statistics::disclosure::*;
/// let mut hidden = [true, false, false];
/// let events = PublishedTotal { parts: &[Some(3), Some(25), Some(40)], total: 68 };
/// assert!(protect_parts(&[events], &mut hidden, SuppressionRule::showing_zeros(10)));
/// assert_eq!(hidden, [true, true, false]);
/// ```
pub fn protect_parts(lines: &[PublishedTotal<'_>], hidden: &mut [bool], rule: SuppressionRule) -> bool {
    if !hidden.contains(&true) {
        return true;
    }
    if lines.iter().any(|line| line.parts.len() != hidden.len() || !line.adds_up()) {
        hidden.fill(true);
        return false;
    }
    loop {
        let Some(line) = lines.iter().find(|line| !line.is_protected(hidden, rule)) else { return true };
        match line.smallest_visible(hidden) {
            Some(next) => hidden[next] = true,
            None => {
                hidden.fill(true);
                return false;
            }
        }
    }
}

/// The parts of a published total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedTotal<'a> {
    /// The parts; `None` where a part is hidden already and its number is not known here.
    pub parts: &'a [Option<u64>],
    /// Their sum, which readers see.
    pub total: u64,
}

impl PublishedTotal<'_> {
    /// Known parts make the total, or leave something for the unknown ones.
    fn adds_up(&self) -> bool {
        let known: u64 = self.parts.iter().flatten().fold(0, |sum: u64, part| sum.saturating_add(*part));
        if self.parts.contains(&None) { known <= self.total } else { known == self.total }
    }

    fn is_protected(&self, hidden: &[bool], rule: SuppressionRule) -> bool {
        let visible = self.parts.iter().zip(hidden).filter(|(_, hidden)| !**hidden).filter_map(|(part, _)| *part);
        let rest = visible.fold(self.total, u64::saturating_sub);
        let count = hidden.iter().filter(|h| **h).count() as u64;
        count >= 2 && rest.saturating_sub(rule.least() * (count - 1)) >= rule.threshold()
    }

    fn smallest_visible(&self, hidden: &[bool]) -> Option<usize> {
        let visible = (0..hidden.len()).filter(|&i| !hidden[i]);
        visible.filter_map(|i| Some((self.parts[i].filter(|part| *part > 0)?, i))).min().map(|(_, i)| i)
    }
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
