//! What is a place called in both languages, and how is its name read?
//!
//! What a release says comes first. The lists of `content/places/` hold only where code and name fit: a new municipality
//! without a reading keeps its Japanese name, and never borrows that of another.

use crate::model::{AreaName, PlaceName};
use crate::search::normalised;
use content::PlaceReading;
use domain::Bilingual;
use std::collections::HashMap;
use store::rows::AreaRow;

/// The reading of a place.
pub(crate) fn reading(code: &str, name: &str) -> Option<PlaceReading> {
    let reading = content::place_readings().ok()?.get(code)?;
    // one list writes 鶴ヶ島 and the other 鶴ケ島
    (reading.name == name || normalised(reading.name) == normalised(name)).then_some(*reading)
}

/// The name of a place; `english` is empty where the release has none.
pub(crate) fn place_name(code: &str, name: &str, english: &str) -> PlaceName {
    let known = reading(code, name);
    let en = if english.is_empty() { known.map_or(name, |known| known.english) } else { english };
    PlaceName {
        name: Bilingual::new(name.to_string(), en.to_string()),
        kana: known.map(|known| known.kana.to_string()).unwrap_or_default(),
    }
}

/// The name of a row of the table of places.
pub(crate) fn name_of(row: &AreaRow) -> PlaceName {
    place_name(&row.code, &row.name_ja, &row.name_en)
}

/// An area that nobody names goes by its code.
pub(crate) fn nameless(code: &str) -> AreaName {
    AreaName { code: code.to_string(), name: Bilingual::new(code.to_string(), code.to_string()), kana: String::new() }
}

/// How a prefecture is read; empty where the dictionary does not know it.
pub(crate) fn kana_of_region(name: &str) -> String {
    let parts = content::read_aloud(name).unwrap_or_default();
    parts.into_iter().map(|part| part.reading).collect::<Option<String>>().unwrap_or_default()
}

/// Municipalities and medical areas of a release by their code.
#[derive(Debug, Default)]
pub(crate) struct PlaceNames {
    towns: HashMap<String, PlaceName>,
    areas: HashMap<String, PlaceName>,
}

impl PlaceNames {
    /// Of the table of places.
    pub fn new(rows: &[AreaRow]) -> Self {
        let of = |kind: &str| rows.iter().filter(|a| a.kind == kind).map(|a| (a.code.clone(), name_of(a))).collect();
        Self { towns: of("municipality"), areas: of("medical_area") }
    }

    /// A medical area.
    pub fn area(&self, code: &str) -> AreaName {
        self.areas.get(code).cloned().map_or_else(|| nameless(code), |name| name.of_area(code))
    }

    /// What stands beside the name of a hospital (R23): its municipality, or where the source prints none, the medical area.
    pub fn beside_name(&self, (code, municipality): (&str, &str), area_code: &str) -> PlaceName {
        if let Some(area) = self.areas.get(area_code).filter(|_| municipality.is_empty()) {
            let kana = if area.kana.is_empty() { String::new() } else { format!("{}いりょうけん", area.kana) };
            let name = Bilingual::new(format!("{}医療圏", area.name.ja), format!("{} medical area", area.name.en));
            return PlaceName { name, kana };
        }
        let listed = self.towns.get(code).filter(|town| town.name.ja == municipality);
        listed.cloned().unwrap_or_else(|| place_name(code, municipality, ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_holds_only_where_code_and_name_fit() {
        assert_eq!(place_name("15224", "佐渡市", "").name.en, "Sado");
        assert_eq!(place_name("15224", "佐渡市", "").kana, "さどし");
        for (code, name) in [("15224", "架空市"), ("15999", "佐渡市"), ("", "佐渡市"), ("1507", "佐渡市")] {
            let kept = place_name(code, name, "");
            assert_eq!((kept.name.en.as_str(), kept.kana.as_str()), (name, ""), "{code}");
        }
        assert_eq!(place_name("11241", "鶴ケ島市", "").name.en, "Tsurugashima");
    }

    #[test]
    fn the_english_name_of_a_release_wins() {
        let own = place_name("0101", "南渡島", "Hakodate area");
        assert_eq!((own.name.en.as_str(), own.kana.as_str()), ("Hakodate area", "みなみおしま"));
    }

    #[test]
    fn a_hospital_without_municipality_stands_in_its_medical_area() {
        let row = AreaRow {
            kind: "medical_area".to_string(),
            code: "0101".to_string(),
            name_ja: "南渡島".to_string(),
            ..AreaRow::default()
        };
        let names = PlaceNames::new(&[row]);
        let beside = names.beside_name(("", ""), "0101");
        assert_eq!((beside.name.ja.as_str(), beside.name.en.as_str()), ("南渡島医療圏", "Minami-Oshima medical area"));
        assert_eq!(beside.kana, "みなみおしまいりょうけん");
        assert_eq!(names.beside_name(("", ""), "").name.ja, "");
        assert_eq!(names.beside_name(("", "ABBEVILLE"), "").name.en, "ABBEVILLE");
    }

    #[test]
    fn every_prefecture_is_read() {
        for (_, name) in domain::regions::PREFECTURES {
            assert!(!kana_of_region(name.ja).is_empty(), "{}", name.ja);
        }
        assert_eq!(kana_of_region("新潟県"), "にいがたけん");
        assert_eq!(kana_of_region("AL"), "");
    }
}
