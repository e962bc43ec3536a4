//! What is a hospital called in Latin letters where its source prints a reading and no English name?
//!
//! Letters as on Japanese road signs: modified Hepburn without macrons.

use crate::search::romaji;
use unicode_normalization::UnicodeNormalization;

/// Kinds of institutions as readings end, large kana as the register often prints them among them.
const KINDS: &[(&str, &str)] = &[
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
/// Letters up to which a name can be read at one go; a longer one is several words of which nobody prints where they part.
const LONGEST: usize = 24;

/// `イリョウホウジンミライカイ　カトウビョウイン` → `Kato Hospital`; `None` where the reading gives no short name.
pub(crate) fn romanised(kana: &str) -> Option<String> {
    let plain: String = kana.nfkc().collect();
    let last = plain.split_whitespace().last()?;
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
            ("ﾖｺﾔﾏｷﾈﾝﾋﾞｮｳｲﾝ", Some("Yokoyamakinen Hospital")),
            ("イノウエクリニック", Some("Inoue Clinic")),
            ("マツウラ　イイン", None),
            ("オオサカチュウオウビヨウイン", Some("Osakachuo Hospital")),
            ("イリョウホウジンケイアイカイナカエビョウイン", None),
            ("トクベツナガイナマエノツイタチョウリツビョウイン", None),
            ("", None),
        ] {
            assert_eq!(romanised(kana).as_deref(), expected, "{kana}");
        }
    }
}
