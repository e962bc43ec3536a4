//! On which island does a municipality lie, and which municipalities share one?

use crate::ContentError;
use crate::source_text::{SourceText, source_text, whole};
use domain::Bilingual;
use std::sync::LazyLock;

/// A municipality that lies wholly on islands.
#[derive(Debug, Clone, PartialEq)]
pub struct IslandMunicipality {
    /// Prefecture, JIS X 0401.
    pub region: String,
    /// Its name.
    pub municipality: String,
    /// Roughly where its main settlement lies: degrees north and east.
    pub point: (f64, f64),
    /// The island. Two municipalities with the same one lie on the same land.
    pub island: Bilingual<String>,
}

/// All of them.
///
/// # Errors
/// [`ContentError`] where `content/places/islands.csv` cannot be read.
pub fn island_municipalities() -> Result<&'static [IslandMunicipality], ContentError> {
    whole(&ISLANDS)
}

const FILE: SourceText = source_text!("places/islands.csv");
static ISLANDS: LazyLock<Result<Vec<IslandMunicipality>, ContentError>> =
    LazyLock::new(|| FILE.text.lines().skip(1).map(row).collect());

fn row(line: &str) -> Result<IslandMunicipality, ContentError> {
    let wrong = |what: &str| ContentError::at(FILE.path, line, what);
    let cells: Vec<&str> = line.split(',').collect();
    let [region, municipality, latitude, longitude, ja, en] = cells.as_slice() else {
        return Err(wrong("a row has six cells"));
    };
    let degrees = |cell: &str| cell.parse().map_err(|_| wrong("a point is two numbers"));
    if ja.is_empty() || en.is_empty() {
        return Err(wrong("the island needs a name in both languages"));
    }
    Ok(IslandMunicipality {
        region: (*region).to_string(),
        municipality: (*municipality).to_string(),
        point: (degrees(latitude)?, degrees(longitude)?),
        island: Bilingual::new((*ja).to_string(), (*en).to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn municipalities_of_one_island_share_its_name_and_lie_close() {
        let all = island_municipalities().unwrap();
        assert_eq!(all.len(), 63);
        let on = |name: &str| all.iter().filter(|m| m.island.ja == name).collect::<Vec<_>>();
        assert_eq!(on("種子島").len(), 3);
        assert_eq!(on("奄美大島").len(), 5);
        for one in all {
            for other in on(&one.island.ja) {
                assert_eq!((&one.region, &one.island.en), (&other.region, &other.island.en), "{}", one.municipality);
                assert!((one.point.0 - other.point.0).abs() < 0.5, "{} {}", one.municipality, other.municipality);
            }
        }
    }
}
