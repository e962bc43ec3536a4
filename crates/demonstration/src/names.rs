//! What is a fictional hospital called?
//!
//! Every name holds a stem that no facility of the national register has (the list was checked against it).

use crate::Error;
use crate::dice::Dice;
use crate::places::{Municipality, Prefecture, cell, rows};
use crate::roles::Role;

/// An invented word, as it could be a place or a family.
#[derive(Debug, Clone)]
pub struct Stem {
    kanji: String,
    kana: String,
    romaji: String,
}

/// The names of one facility.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Official name.
    pub ja: String,
    /// Reading in katakana.
    pub kana: String,
    /// English name.
    pub en: String,
    /// Short name.
    pub short: String,
}

/// The invented words.
///
/// # Errors
/// [`Error::List`] where the list is damaged.
pub fn stems() -> Result<Vec<Stem>, Error> {
    Ok(rows(include_str!("../data/name_stems.csv"))?
        .iter()
        .map(|row| Stem { kanji: cell(row, 0), kana: cell(row, 1), romaji: cell(row, 2) })
        .collect())
}

/// What stands around the stem: `{s}` the stem, `{m}` the municipality, `{p}` the prefecture.
struct Pattern(&'static str, &'static str, &'static str);

const UNIVERSITY: &[Pattern] = &[
    Pattern("{s}医科大学病院", "{s}イカダイガクビョウイン", "{s} Medical University Hospital"),
    Pattern("{s}大学医学部附属病院", "{s}ダイガクイガクブフゾクビョウイン", "{s} University Hospital"),
];
const TERTIARY: &[Pattern] = &[
    Pattern("{p}立{s}医療センター", "{p}リツ{s}イリョウセンター", "{p} Prefectural {s} Medical Center"),
    Pattern("{s}救命医療センター", "{s}キュウメイイリョウセンター", "{s} Emergency Medical Center"),
    Pattern(
        "{m}立{s}総合医療センター",
        "{m}リツ{s}ソウゴウイリョウセンター",
        "{m} Municipal {s} General Medical Center",
    ),
];
const ACUTE: &[Pattern] = &[
    Pattern("{m}立{s}病院", "{m}リツ{s}ビョウイン", "{m} Municipal {s} Hospital"),
    Pattern("{s}総合病院", "{s}ソウゴウビョウイン", "{s} General Hospital"),
    Pattern("{s}記念病院", "{s}キネンビョウイン", "{s} Memorial Hospital"),
    Pattern("{s}中央病院", "{s}チュウオウビョウイン", "{s} Central Hospital"),
    Pattern("{p}立{s}病院", "{p}リツ{s}ビョウイン", "{p} Prefectural {s} Hospital"),
    Pattern("{s}病院", "{s}ビョウイン", "{s} Hospital"),
    Pattern("{s}医療センター", "{s}イリョウセンター", "{s} Medical Center"),
    Pattern("{s}会総合病院", "{s}カイソウゴウビョウイン", "{s}-kai General Hospital"),
];
const RURAL: &[Pattern] = &[
    Pattern("{m}国保{s}病院", "{m}コクホ{s}ビョウイン", "{m} National Health Insurance {s} Hospital"),
    Pattern("{m}立{s}病院", "{m}リツ{s}ビョウイン", "{m} Municipal {s} Hospital"),
    Pattern("{s}病院", "{s}ビョウイン", "{s} Hospital"),
];
const ISLAND: &[Pattern] = &[
    Pattern("{m}立{s}病院", "{m}リツ{s}ビョウイン", "{m} Municipal {s} Hospital"),
    Pattern("{s}島しょ医療センター", "{s}トウショイリョウセンター", "{s} Island Medical Center"),
];
const CHRONIC: &[Pattern] = &[
    Pattern("{s}リハビリテーション病院", "{s}リハビリテーションビョウイン", "{s} Rehabilitation Hospital"),
    Pattern("{s}温泉病院", "{s}オンセンビョウイン", "{s} Onsen Hospital"),
    Pattern("{s}慢性期病院", "{s}マンセイキビョウイン", "{s} Long-Term Care Hospital"),
    Pattern("{s}病院", "{s}ビョウイン", "{s} Hospital"),
    Pattern("{s}ケアミックス病院", "{s}ケアミックスビョウイン", "{s} Care-Mix Hospital"),
];
const PSYCHIATRIC: &[Pattern] = &[
    Pattern("{s}こころの病院", "{s}ココロノビョウイン", "{s} Mental Health Hospital"),
    Pattern("{s}神経科病院", "{s}シンケイカビョウイン", "{s} Neuropsychiatric Hospital"),
    Pattern("{s}丘病院", "{s}オカビョウイン", "{s}-oka Hospital"),
];
const PALLIATIVE: &[Pattern] = &[
    Pattern("{s}ホスピス病院", "{s}ホスピスビョウイン", "{s} Hospice"),
    Pattern("{s}緩和ケア病院", "{s}カンワケアビョウイン", "{s} Palliative Care Hospital"),
];
const CLINIC: &[Pattern] = &[
    Pattern("{s}内科外科医院", "{s}ナイカゲカイイン", "{s} Medical and Surgical Clinic"),
    Pattern("{s}整形外科クリニック", "{s}セイケイゲカクリニック", "{s} Orthopaedic Clinic"),
    Pattern("{s}眼科医院", "{s}ガンカイイン", "{s} Eye Clinic"),
    Pattern("{s}有床診療所", "{s}ユウショウシンリョウショ", "{s} Clinic"),
];
const BIRTH: &[Pattern] = &[
    Pattern("{s}レディースクリニック", "{s}レディースクリニック", "{s} Women's Clinic"),
    Pattern("{s}産婦人科医院", "{s}サンフジンカイイン", "{s} Maternity Clinic"),
];

/// Tokyo and Hokkaido are no prefectures in English.
fn english(pattern: &'static str, prefecture: &Prefecture) -> &'static str {
    match (pattern, prefecture.code.as_str()) {
        ("{p} Prefectural {s} Medical Center", "13") => "{p} Metropolitan {s} Medical Center",
        ("{p} Prefectural {s} Hospital", "13") => "{p} Metropolitan {s} Hospital",
        ("{p} Prefectural {s} Medical Center", "01") => "{p} {s} Medical Center",
        ("{p} Prefectural {s} Hospital", "01") => "{p} {s} Hospital",
        _ => pattern,
    }
}

/// Gives a facility its names.
pub fn name(dice: &mut Dice, role: Role, stem: &Stem, town: &Municipality, prefecture: &Prefecture) -> Name {
    let patterns = match role {
        Role::University => UNIVERSITY,
        Role::Tertiary => TERTIARY,
        Role::Acute => ACUTE,
        Role::Rural => RURAL,
        Role::Island => ISLAND,
        Role::Chronic => CHRONIC,
        Role::Psychiatric => PSYCHIATRIC,
        Role::Palliative => PALLIATIVE,
        Role::Clinic => CLINIC,
        Role::BirthClinic => BIRTH,
    };
    let Pattern(ja, kana, en) = &patterns[dice.below(patterns.len())];
    let fill = |pattern: &str, s: &str, m: &str, p: &str| pattern.replace("{s}", s).replace("{m}", m).replace("{p}", p);
    let short = if role.is_clinic() { "医院" } else { "病院" };
    Name {
        ja: fill(ja, &stem.kanji, &town.name, &prefecture.name),
        kana: fill(kana, &stem.kana, &town.kana, &prefecture.kana),
        en: fill(english(en, prefecture), &stem.romaji, &town.name_en, &prefecture.name_en),
        short: format!("{}{short}", stem.kanji),
    }
}
