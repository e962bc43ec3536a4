//! How are the measurements written down?

/// Rows of what was measured, what is wanted and what it is.
#[derive(Default)]
pub struct Table {
    rows: Vec<[String; 3]>,
}

impl Table {
    /// Adds a measurement.
    pub fn row(&mut self, what: &str, wanted: &str, is: impl Into<String>) {
        let is = is.into();
        crate::tell::line(&format!("{what}: {is} (wanted: {wanted})"));
        self.rows.push([what.to_string(), wanted.to_string(), is]);
    }

    /// The whole document.
    pub fn document(&self, machine: &str) -> String {
        let mut text = format!(
            "# Performance\n\nWritten by `cargo xtask bench > docs/PERFORMANCE.md` on: {machine}.\n\
             These are measurements, not tests: they depend on the machine.\n\n| what | wanted | measured |\n|---|---|---|\n"
        );
        for [what, wanted, is] in &self.rows {
            text.push_str(&format!("| {what} | {wanted} | {is} |\n"));
        }
        text
    }
}

/// The middle of some measurements.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_is_a_table() {
        let mut table = Table::default();
        table.row("start", "1 s", "0.2 s");
        assert!(table.document("a machine").ends_with("|---|---|---|\n| start | 1 s | 0.2 s |\n"));
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert!((median(vec![9.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
    }
}
