//! How is the name of a municipality or a medical area read, and how is it written in English?

use crate::ContentError;
use crate::source_text::{SourceText, source_text};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The name of a place with its reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceReading {
    /// As it is written; the reading is that of this name only.
    pub name: &'static str,
    /// In hiragana.
    pub kana: &'static str,
    /// In English: Hepburn without marks for long vowels.
    pub english: &'static str,
}

/// By code: 5 digits a municipality (JIS X 0402), 4 digits a medical area.
pub type PlaceReadings = BTreeMap<&'static str, PlaceReading>;

/// All of them.
///
/// # Errors
/// [`ContentError`] where a list of `content/places/` cannot be read.
pub fn place_readings() -> Result<&'static PlaceReadings, ContentError> {
    READINGS.as_ref().map_err(Clone::clone)
}

const MUNICIPALITIES: SourceText = source_text!("places/municipality-readings.csv");
const MEDICAL_AREAS: SourceText = source_text!("places/medical-area-readings.csv");
static READINGS: LazyLock<Result<PlaceReadings, ContentError>> = LazyLock::new(|| {
    let mut readings = rows(MUNICIPALITIES, 5)?;
    readings.append(&mut rows(MEDICAL_AREAS, 4)?);
    Ok(readings)
});

fn rows(file: SourceText, digits: usize) -> Result<PlaceReadings, ContentError> {
    let mut readings = PlaceReadings::new();
    for line in file.text.lines().skip(1) {
        let (code, reading) = row(line, digits).map_err(|what| ContentError::at(file.path, line, what))?;
        if readings.insert(code, reading).is_some() {
            return Err(ContentError::at(file.path, line, "the code stands there twice"));
        }
    }
    Ok(readings)
}

/// The last cell may hold a comma; then it stands in quotation marks.
fn row(line: &'static str, digits: usize) -> Result<(&'static str, PlaceReading), &'static str> {
    let cells: Vec<&'static str> = line.splitn(4, ',').collect();
    let [code, name, kana, last] = cells.as_slice() else {
        return Err("a row has four cells");
    };
    let english = last.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(last);
    if code.len() != digits || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("the code has another number of digits");
    }
    if name.is_empty() || kana.is_empty() || !kana.chars().all(|c| matches!(c, '\u{3041}'..='\u{3096}' | 'ー')) {
        return Err("a name has a reading in hiragana");
    }
    let latin = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | ',' | '-' | '\'' | '–');
    if english.is_empty() || !english.chars().all(latin) || last.contains(',') != last.starts_with('"') {
        return Err("the English name is written in plain letters");
    }
    Ok((code, PlaceReading { name, kana, english }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_well_formed_and_known_places_are_read_as_people_read_them() {
        let all = place_readings().unwrap();
        assert_eq!(all.keys().filter(|code| code.len() == 5).count(), 1919);
        assert_eq!(all.keys().filter(|code| code.len() == 4).count(), 359);
        let of = |code: &str| (all[code].name, all[code].kana, all[code].english);
        assert_eq!(of("15224"), ("佐渡市", "さどし", "Sado"));
        assert_eq!(of("01101"), ("札幌市中央区", "さっぽろしちゅうおうく", "Chuo-ku, Sapporo"));
        assert_eq!(of("0101"), ("南渡島", "みなみおしま", "Minami-Oshima"));
        assert_eq!(of("2409"), ("伊賀", "いが", "Iga"));
    }

    #[test]
    fn a_reading_ends_as_its_name_ends() {
        let sounds = |last: char| match last {
            '市' => &["し"][..],
            '区' => &["く"],
            '町' => &["まち", "ちょう"],
            '村' => &["むら", "そん"],
            _ => &[],
        };
        for (code, place) in place_readings().unwrap().iter().filter(|(code, _)| code.len() == 5) {
            let last = place.name.chars().last().unwrap();
            assert!(sounds(last).iter().any(|sound| place.kana.ends_with(sound)), "{code} {place:?}");
        }
    }

    #[test]
    fn a_row_that_is_not_well_formed_is_refused() {
        for line in [
            "1522,佐渡市,さどし,Sado",
            "15224,佐渡市,サドシ,Sado",
            "15224,佐渡市,さどし,佐渡",
            "15224,佐渡市,さどし",
            "15224,,さどし,Sado",
            "01101,札幌市中央区,さっぽろしちゅうおうく,Chuo-ku, Sapporo",
        ] {
            assert!(row(line, 5).is_err(), "{line}");
        }
    }
}
