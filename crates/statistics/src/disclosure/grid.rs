//! Which cells of a table with published row and column totals must be hidden together?

use super::audit::{Audit, audit_grid};
use super::line::protect;
use super::{LARGEST_CELL, SuppressionRule};

/// A table of counts whose row and column totals are published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    columns: usize,
    cells: Vec<u64>,
}

impl Grid {
    /// `None` for an empty table, rows of different lengths, more than 100 rows or columns, or a cell above 10¹⁵.
    pub fn new(rows: &[Vec<u64>]) -> Option<Self> {
        let columns = rows.first()?.len();
        let sizes = 1..=100;
        let possible = sizes.contains(&rows.len())
            && sizes.contains(&columns)
            && rows.iter().all(|row| row.len() == columns && row.iter().all(|c| *c <= LARGEST_CELL));
        possible.then(|| Self { columns, cells: rows.concat() })
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.cells.len() / self.columns
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The count in a cell; 0 outside the table.
    pub fn cell(&self, row: usize, column: usize) -> u64 {
        if column < self.columns { self.cells.get(row * self.columns + column).copied().unwrap_or(0) } else { 0 }
    }
}

/// A table after suppression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectedGrid {
    /// Hidden because the count itself is small, by row and column.
    pub primary: Vec<Vec<bool>>,
    /// Hidden, for itself or to protect others.
    pub suppressed: Vec<Vec<bool>>,
    /// The table may be printed: every line is protected and the audit passed. Otherwise the whole table is hidden.
    pub printable: bool,
    /// What the audit found about each hidden cell; empty where a line could not be protected at all.
    pub audit: Audit,
}

/// Sweeps rows, then columns, until nothing more needs to be hidden; then lets an attacker try.
///
/// Fails closed: where a line cannot be protected without its total, or the attacker can pin a small cell down, the table
/// is not printable.
pub fn suppress_grid(grid: &Grid, rule: SuppressionRule) -> ProtectedGrid {
    let primary: Vec<bool> = grid.cells.iter().map(|c| rule.masks(*c)).collect();
    let mut suppressed = primary.clone();
    let mut protected = true;
    loop {
        let before = suppressed.clone();
        protected &= sweep(grid, &mut suppressed, rule);
        if suppressed == before || !protected {
            break;
        }
    }
    let primary: Vec<Vec<bool>> = primary.chunks(grid.columns).map(<[bool]>::to_vec).collect();
    let suppressed: Vec<Vec<bool>> = suppressed.chunks(grid.columns).map(<[bool]>::to_vec).collect();
    let audit = if protected { audit_grid(grid, &suppressed, rule) } else { Audit::failed() };
    ProtectedGrid { printable: protected && audit.passed, primary, suppressed, audit }
}

fn sweep(grid: &Grid, suppressed: &mut [bool], rule: SuppressionRule) -> bool {
    let rows = (0..grid.rows()).map(|r| (0..grid.columns).map(|c| r * grid.columns + c).collect::<Vec<_>>());
    let columns = (0..grid.columns).map(|c| (0..grid.rows()).map(|r| r * grid.columns + c).collect::<Vec<_>>());
    let mut protected = true;
    for line in rows.chain(columns) {
        let cells: Vec<u64> = line.iter().map(|&i| grid.cells[i]).collect();
        let mut hidden: Vec<bool> = line.iter().map(|&i| suppressed[i]).collect();
        protected &= protect(&cells, &mut hidden, rule);
        for (&i, hidden) in line.iter().zip(hidden) {
            suppressed[i] = hidden;
        }
    }
    protected
}
