//! How is a name written so that kanji, kana, romaji and old variants find it?

use unicode_normalization::UnicodeNormalization;

/// Old or rare forms and what they are looked for as.
const VARIANTS: &[(char, char)] = &[
    ('髙', '高'),
    ('﨑', '崎'),
    ('濵', '浜'),
    ('濱', '浜'),
    ('齋', '斎'),
    ('齊', '斉'),
    ('邊', '辺'),
    ('邉', '辺'),
    ('澤', '沢'),
    ('國', '国'),
    ('廣', '広'),
    ('櫻', '桜'),
    ('德', '徳'),
    ('惠', '恵'),
    ('會', '会'),
    ('醫', '医'),
    ('學', '学'),
    ('ヶ', 'ケ'),
    ('ヵ', 'カ'),
    ('ヴ', 'ブ'),
];

/// One spelling for all: NFKC, lower case, hiragana for katakana, new forms of kanji, no spaces or marks.
pub fn normalised(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() || *c == 'ー')
        .map(|c| VARIANTS.iter().find(|(old, _)| *old == c).map_or(c, |(_, new)| *new))
        .map(hiragana)
        .collect()
}

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// Romaji of a reading without long vowels, as people type it: both `ō` written `ou` and written `o` find it.
pub fn romaji(kana: &str) -> String {
    use wana_kana::ConvertJapanese;
    let plain: String = kana.nfkc().filter(|c| c.is_alphanumeric() || *c == 'ー').collect();
    plain.to_romaji().to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

/// The same word with long vowels shortened: `toukyou` → `tokyo`.
pub fn short_vowels(romaji: &str) -> String {
    romaji.replace("ou", "o").replace("oo", "o").replace("uu", "u")
}

/// What the finder looks through for one hospital: its names, readings and place, separated by `|`.
pub fn search_text(names: &[&str], kana: &[&str], place: &str) -> String {
    let mut parts: Vec<String> = names.iter().map(|n| normalised(n)).collect();
    for reading in kana.iter().filter(|k| !k.is_empty()) {
        let latin = romaji(reading);
        parts.push(normalised(reading));
        parts.push(short_vowels(&latin));
        parts.push(latin);
    }
    parts.push(normalised(place));
    parts.retain(|p| !p.is_empty());
    let mut seen = std::collections::HashSet::new();
    parts.retain(|p| seen.insert(p.clone()));
    parts.join("|")
}

/// The words of a question, each in the spelling of [`search_text`].
pub fn words(query: &str) -> Vec<String> {
    query.split_whitespace().map(normalised).filter(|w| !w.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, text: &str) -> bool {
        words(query).iter().all(|w| text.contains(w.as_str()))
    }

    #[test]
    fn kanji_kana_romaji_and_old_forms_find_the_same_hospital() {
        let text = search_text(
            &["医療法人 髙島会 みどり台病院"],
            &["イリョウホウジン タカシマカイ ミドリダイビョウイン"],
            "佐渡市",
        );
        for query in
            ["高島会", "髙島会", "みどり台", "ミドリダイ", "midoridai", "takashima byouin", "MIDORIDAI", "佐渡 みどり"]
        {
            assert!(finds(query, &text), "{query} in {text}");
        }
        assert!(!finds("あおば", &text));
    }

    #[test]
    fn long_vowels_may_be_written_short() {
        let text = search_text(&["東京病院"], &["トウキョウビョウイン"], "");
        assert!(finds("toukyou", &text) && finds("tokyo", &text), "{text}");
    }
}
