//! What can an attacker deduce about the hidden cells of a table?
//!
//! The attacker knows all totals and visible cells. The smallest and largest value that a hidden cell can have is a linear
//! programme; for a table with row and column totals it is a flow in a network of rows and columns, whose answer is exact
//! and whole.

use super::{Grid, SuppressionRule};
use std::collections::VecDeque;

/// What can be deduced about one hidden cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellRange {
    /// Row of the cell.
    pub row: usize,
    /// Column of the cell.
    pub column: usize,
    /// Smallest possible value.
    pub lower: u64,
    /// Largest possible value.
    pub upper: u64,
}

/// The result of an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Every small cell can be as large as the threshold, within a range of at least threshold − 1.
    pub passed: bool,
    /// All hidden cells.
    pub ranges: Vec<CellRange>,
}

impl Audit {
    pub(super) fn failed() -> Self {
        Self { passed: false, ranges: Vec::new() }
    }
}

/// Audits a table with given hidden cells.
///
/// Passes only if every cell that the rule masks is hidden, its range reaches the threshold, and is at least threshold − 1
/// wide. Marks of the wrong shape fail.
pub fn audit_grid(grid: &Grid, suppressed: &[Vec<bool>], rule: SuppressionRule) -> Audit {
    if suppressed.len() != grid.rows() || suppressed.iter().any(|row| row.len() != grid.columns()) {
        return Audit::failed();
    }
    let (mut passed, mut ranges) = (true, Vec::new());
    for row in 0..grid.rows() {
        for column in 0..grid.columns() {
            let count = grid.cell(row, column);
            if !suppressed[row][column] {
                passed &= !rule.masks(count);
                continue;
            }
            let range = range_of(grid, suppressed, rule, (row, column));
            let wide = range.upper - range.lower >= rule.threshold().saturating_sub(1);
            passed &= !rule.masks(count) || (range.upper >= rule.threshold() && wide);
            ranges.push(range);
        }
    }
    Audit { passed, ranges }
}

/// How far the cell can grow or shrink when the other hidden cells give way.
fn range_of(grid: &Grid, suppressed: &[Vec<bool>], rule: SuppressionRule, (row, column): (usize, usize)) -> CellRange {
    let count = grid.cell(row, column);
    let (from_row, from_column) = (row, grid.rows() + column);
    // More in this cell is less elsewhere in its column: the surplus must find its way back from the column to the row.
    let growth = Network::new(grid, suppressed, rule, (row, column)).flow(from_column, from_row, u64::MAX);
    let room = count.saturating_sub(rule.least());
    let shrinkage = Network::new(grid, suppressed, rule, (row, column)).flow(from_row, from_column, room);
    CellRange { row, column, lower: count - shrinkage, upper: count.saturating_add(growth) }
}

/// Capacities between rows (0…R−1) and columns (R…R+C−1).
struct Network {
    nodes: usize,
    capacity: Vec<u64>,
}

/// Growing cells are limited by their totals, which stay below this.
const ENDLESS: u64 = 1 << 60;

impl Network {
    /// Row → column: the cell grows. Column → row: it shrinks to the least value at most.
    fn new(grid: &Grid, suppressed: &[Vec<bool>], rule: SuppressionRule, skipped: (usize, usize)) -> Self {
        let nodes = grid.rows() + grid.columns();
        let mut capacity = vec![0; nodes * nodes];
        for (row, marks) in suppressed.iter().enumerate() {
            for (column, _) in marks.iter().enumerate().filter(|(_, hidden)| **hidden) {
                if (row, column) == skipped {
                    continue;
                }
                let node = grid.rows() + column;
                capacity[row * nodes + node] = ENDLESS;
                capacity[node * nodes + row] = grid.cell(row, column).saturating_sub(rule.least());
            }
        }
        Self { nodes, capacity }
    }

    /// Edmonds–Karp: shortest augmenting paths, up to `most` in all.
    fn flow(mut self, from: usize, to: usize, most: u64) -> u64 {
        let mut total = 0;
        while total < most {
            let Some(path) = self.shortest_path(from, to) else {
                break;
            };
            let width = path.iter().map(|&(a, b)| self.capacity[a * self.nodes + b]).min().unwrap_or(0);
            let width = width.min(most - total);
            for (a, b) in path {
                self.capacity[a * self.nodes + b] -= width;
                let back = &mut self.capacity[b * self.nodes + a];
                *back = back.saturating_add(width);
            }
            total += width;
        }
        total
    }

    fn shortest_path(&self, from: usize, to: usize) -> Option<Vec<(usize, usize)>> {
        let mut came_from = vec![usize::MAX; self.nodes];
        let mut queue = VecDeque::from([from]);
        came_from[from] = from;
        while let Some(node) = queue.pop_front() {
            if node == to {
                break;
            }
            let capacities = &self.capacity[node * self.nodes..(node + 1) * self.nodes];
            for (next, came_from) in came_from.iter_mut().enumerate() {
                if *came_from == usize::MAX && capacities[next] > 0 {
                    *came_from = node;
                    queue.push_back(next);
                }
            }
        }
        if came_from[to] == usize::MAX {
            return None;
        }
        let mut path = Vec::new();
        let mut node = to;
        while node != from {
            path.push((came_from[node], node));
            node = came_from[node];
        }
        Some(path)
    }
}
