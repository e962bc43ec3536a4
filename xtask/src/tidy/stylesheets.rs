//! How much style does a reader load?

use super::Complaint;
use crate::tree::Tree;
use crate::wasm::gzip_bytes;

const BUDGET_BYTES: usize = 12_000;

/// Style sheets that are too large together.
pub fn too_large(tree: &Tree) -> anyhow::Result<Vec<Complaint>> {
    let sheets = tree.ending_in(&[".css"]).filter(|file| file.path.starts_with("style/"));
    let joined: String = sheets.map(|file| file.text.as_str()).collect();
    if joined.is_empty() {
        return Ok(vec![Complaint::about("style", "there is no style sheet")]);
    }
    let bytes = gzip_bytes(joined.as_bytes())?;
    if bytes <= BUDGET_BYTES {
        return Ok(Vec::new());
    }
    Ok(vec![Complaint::about("style", format!("{bytes} bytes compressed, {BUDGET_BYTES} are allowed"))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_beyond_the_budget_are_noticed() {
        // Numbers that do not repeat compress badly.
        let digits = (0..20_000_u32).map(|number| number.wrapping_mul(2_654_435_761).to_string());
        let large: String = digits.collect();
        assert_eq!(too_large(&Tree::of(&[("style/a.css", &large)])).unwrap().len(), 1);
        assert!(too_large(&Tree::of(&[("style/a.css", "body { margin: 0 }")])).unwrap().is_empty());
    }
}
