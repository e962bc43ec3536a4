//! What is a hospital called in Latin letters where its source prints a reading and no English name?
//!
//! Letters as on Japanese road signs: modified Hepburn without macrons.

use crate::search::romaji;
use unicode_normalization::UnicodeNormalization;

/// Kinds of institutions as readings end, large kana as the register often prints them among them; the longer ending first.
const KINDS: &[(&str, &str)] = &[
    ("ダイガクイガクブフゾクビョウイン", "University Hospital"),
    ("ダイガクフゾクビョウイン", "University Hospital"),
    ("ダイガクビョウイン", "University Hospital"),
    ("ソウゴウビョウイン", "General Hospital"),
    ("ソウゴウビヨウイン", "General Hospital"),
    ("チュウオウビョウイン", "Central Hospital"),
    ("チュウオウビヨウイン", "Central Hospital"),
    ("キネンビョウイン", "Memorial Hospital"),
    ("キネンビヨウイン", "Memorial Hospital"),
    ("リハビリテーションビョウイン", "Rehabilitation Hospital"),
    ("ソウゴウイリョウセンター", "General Medical Center"),
    ("イリョウセンター", "Medical Center"),
    ("ビョウイン", "Hospital"),
    ("ビヨウイン", "Hospital"),
    ("クリニック", "Clinic"),
    ("クリニツク", "Clinic"),
    ("シンリョウジョ", "Clinic"),
    ("シンリョウショ", "Clinic"),
    ("シンリヨウジヨ", "Clinic"),
    ("シンリヨウシヨ", "Clinic"),
    ("イイン", "Clinic"),
    ("センター", "Center"),
];
/// What ends the name of an owner that stands before the hospital's own without a space.
const OWNERS: &[&str] =
    &["コクリツケンキュウカイハツホウジン", "キョウドウクミアイレンゴウカイ", "コクリツビョウインキコウ"];
/// National centres, whose English names everybody knows them by.
const NATIONAL: &[(&str, &str)] = &[
    ("コクリツガンケンキュウセンター", "National Cancer Center"),
    ("コクリツジュンカンキビョウケンキュウセンター", "National Cerebral and Cardiovascular Center"),
    ("コクリツセイイクイリョウケンキュウセンター", "National Center for Child Health and Development"),
    ("コクリツチョウジュイリョウケンキュウセンター", "National Center for Geriatrics and Gerontology"),
];
/// Letters up to which a name can be read at one go; a longer one is several words of which nobody prints where they part.
const LONGEST: usize = 24;

/// `イリョウホウジンミライカイ　カトウビョウイン` → `Kato Hospital`; `None` where the reading gives no short name.
pub(crate) fn romanised(kana: &str) -> Option<String> {
    let plain: String = kana.nfkc().collect();
    let last = plain.split_whitespace().last()?;
    let last = OWNERS.iter().find_map(|owner| last.split_once(owner)).map_or(last, |(_, own)| own);
    if let Some((rest, centre)) = NATIONAL.iter().find_map(|(kana, name)| Some((last.strip_prefix(kana)?, name))) {
        let alone = KINDS.iter().find(|(end, _)| *end == rest).map(|(_, kind)| (*kind).to_string());
        let part = alone.or_else(|| romanised(rest)).unwrap_or_default();
        return Some(format!("{centre} {part}").trim_end().to_string());
    }
    let (named, kind) =
        KINDS.iter().find_map(|(end, kind)| Some((last.strip_suffix(end)?, *kind))).unwrap_or((last, ""));
    if named.contains("ホウジン") {
        return None;
    }
    let letters = road_sign(&romaji(named));
    if letters.is_empty() || letters.len() > LONGEST {
        return None;
    }
    let mut name: String = letters[..1].to_ascii_uppercase();
    name.push_str(&letters[1..]);
    if !kind.is_empty() {
        name = format!("{name} {kind}");
    }
    Some(name)
}

/// `toukyou` → `tokyo`, `chuuou` → `chuo`; `inoue` and `matsuura` keep their vowels, which belong to two parts of the word.
fn road_sign(romaji: &str) -> String {
    const GLIDES: [char; 3] = ['y', 'h', 'j'];
    let letters: Vec<char> = romaji.chars().collect();
    let vowel = |at: usize| letters.get(at).is_some_and(|c| "aiueo".contains(*c));
    let mut short = String::with_capacity(romaji.len());
    for (at, c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|b| letters.get(b)).copied();
        let glide = at.checked_sub(2).and_then(|b| letters.get(b)).is_some_and(|g| GLIDES.contains(g));
        let long = match (before, *c) {
            (Some('o'), 'u' | 'o') => !vowel(at + 1),
            (Some('u'), 'u') => glide,
            _ => false,
        };
        if !long {
            short.push(*c);
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_becomes_a_name_that_can_be_said() {
        for (kana, expected) in [
            ("カトウビョウイン", Some("Kato Hospital")),
            ("イリョウホウジンソウセイカイ　フクオカミライビョウイン", Some("Fukuokamirai Hospital")),
            ("ﾖｺﾔﾏｷﾈﾝﾋﾞｮｳｲﾝ", Some("Yokoyama Memorial Hospital")),
            (
                "アケボノケンコウセイノウギョウキョウドウクミアイレンゴウカイミナトソウゴウビョウイン",
                Some("Minato General Hospital"),
            ),
            (
                "コクリツケンキュウカイハツホウジンコクリツガンケンキュウセンターヒガシビョウイン",
                Some("National Cancer Center Higashi Hospital"),
            ),
            ("ソウゴウビョウイン", None),
            ("イノウエクリニック", Some("Inoue Clinic")),
            ("マツウラ　イイン", None),
            ("オオサカチュウオウビヨウイン", Some("Osaka Central Hospital")),
            ("イリョウホウジンケイアイカイナカエビョウイン", None),
            ("トクベツナガイナマエノツイタチョウリツビョウイン", None),
            ("", None),
        ] {
            assert_eq!(romanised(kana).as_deref(), expected, "{kana}");
        }
    }
}
