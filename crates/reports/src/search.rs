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
    ('嶋', '島'),
    ('嶌', '島'),
    ('冨', '富'),
    ('峯', '峰'),
    ('瀧', '滝'),
    ('龍', '竜'),
    ('眞', '真'),
    ('實', '実'),
    ('壽', '寿'),
    ('榮', '栄'),
    ('豐', '豊'),
    ('藏', '蔵'),
    ('條', '条'),
    ('舘', '館'),
    ('曾', '曽'),
    ('𠮷', '吉'),
    ('附', '付'),
    ('ヶ', 'ケ'),
    ('ヵ', 'カ'),
    ('ヴ', 'ブ'),
    ('應', '応'),
    ('獨', '独'),
];

/// How people shorten names, in the spelling of [`normalised`], and what stands in the name.
const SHORT: &[(&str, &str)] = &[
    ("日赤", "赤十字"),
    ("医大", "医科大学"),
    ("歯大", "歯科大学"),
    ("県中", "県立中央"),
    ("国病", "国立病院"),
    ("nho", "国立病院機構"),
    ("jcho", "地域医療機能推進機構"),
    ("労災", "労働者健康安全機構"),
    ("大付属", "大学"),
    ("せいろか", "せいるか"),
    ("大病院", "大学"),
    ("大学病院", "大学"),
    ("がんせんたー", "がん研究せんたー"),
];

/// Universities whose short name is not the beginning of the long one with 大 behind it.
const UNIVERSITIES: &[(&str, &str)] = &[
    ("東大", "東京大学"),
    ("京大", "京都大学"),
    ("阪大", "大阪大学"),
    ("名大", "名古屋大学"),
    ("九大", "九州大学"),
    ("北大", "北海道大学"),
    ("神大", "神戸大学"),
    ("広大", "広島大学"),
    ("岡大", "岡山大学"),
    ("金大", "金沢大学"),
    ("熊大", "熊本大学"),
    ("長大", "長崎大学"),
    ("鹿大", "鹿児島大学"),
    ("琉大", "琉球大学"),
    ("徳大", "徳島大学"),
    ("愛大", "愛媛大学"),
    ("島大", "島根大学"),
    ("鳥大", "鳥取大学"),
    ("新大", "新潟大学"),
    ("信大", "信州大学"),
    ("岐大", "岐阜大学"),
    ("弘大", "弘前大学"),
    ("日大", "日本大学"),
    ("近大", "近畿大学"),
    ("慶大", "慶応義塾大学"),
    ("慶応", "慶応義塾大学"),
    ("名市大", "名古屋市立大学"),
    ("横市大", "横浜市立大学"),
    ("横浜市大", "横浜市立大学"),
    ("札医大", "札幌医科大学"),
    ("日医大", "日本医科大学"),
    ("東医大", "東京医科大学"),
    ("女子医大", "東京女子医科大学"),
    ("慈恵", "東京慈恵会医科大学"),
    ("慈恵医大", "東京慈恵会医科大学"),
    ("聖マリ", "聖まりあんな医科大学"),
    ("奈良医大", "奈良県立医科大学"),
    ("和歌山医大", "和歌山県立医科大学"),
    ("福島医大", "福島県立医科大学"),
    ("京都府立医大", "京都府立医科大学"),
    ("産業医大", "産業医科大学"),
];

/// What follows the name of a university in that of its hospital.
const OF_UNIVERSITY: &[&str] = &["", "病院", "付属病院", "医学部付属病院", "医学部"];

/// Legal forms: nobody needs to write them, and whoever does may write another one than the source.
const FORMS: &[&str] = &[
    "医療法人財団",
    "医療法人社団",
    "社会医療法人財団",
    "社会医療法人社団",
    "特定医療法人",
    "社会医療法人",
    "医療法人",
    "社会福祉法人",
    "公益財団法人",
    "公益社団法人",
    "一般財団法人",
    "一般社団法人",
    "地方独立行政法人",
    "独立行政法人",
    "国立大学法人",
    "公立大学法人",
    "学校法人",
    "宗教法人",
];

/// Where the name of an institution ends, as opposed to the name of the corporation behind it.
const INSTITUTIONS: &[&str] = &["病院", "医院", "診療所", "くりにっく", "せんたー"];

/// One spelling for all: NFKC, lower case, hiragana for katakana, new forms of kanji, no spaces or marks.
pub fn normalised(text: &str) -> String {
    let text: String = text.nfkc().collect();
    let before = std::iter::once(' ').chain(text.chars());
    before
        .zip(text.chars())
        .map(|(before, c)| if DASHES.contains(&c) && is_kana(before) { 'ー' } else { c })
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() || *c == 'ー')
        .map(new_form)
        .map(hiragana)
        .collect()
}

/// What some names have behind a kana instead of the mark of a long vowel: センタ－.
const DASHES: [char; 5] = ['-', '‐', '−', '―', '–'];

const fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | 'ァ'..='ヶ')
}

/// The text with new forms for old ones: a release may have been made when fewer were known.
pub(crate) fn new_forms(text: &str) -> String {
    text.chars().map(new_form).collect()
}

fn new_form(c: char) -> char {
    VARIANTS.iter().find(|(old, _)| *old == c).map_or(c, |(_, new)| *new)
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

/// The one spelling that Latin letters are held against: no long vowels, and n before b, m and p.
pub(crate) fn latin(word: &str) -> String {
    if !word.is_ascii() {
        return word.to_string();
    }
    short_vowels(word).replace("mb", "nb").replace("mp", "np").replace("mm", "nm").replace("tch", "cch")
}

/// The ways in which the sound of a word may have been meant: `Ohta` is Ota as well as O-hta.
pub(crate) fn spellings(word: &str) -> [String; 2] {
    let word = without_macrons(word);
    [latin(&word), latin(&word.replace("oh", "o"))]
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

/// One word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// In the spelling of [`search_text`].
    pub written: String,
    /// What else it may stand for: each a list of parts that must all be there.
    others: Vec<Vec<String>>,
    /// How a name may begin with it: as written, or as what it stands for.
    pub beginnings: Vec<String>,
}

impl Word {
    /// The same, where a name may have more between its beginning and the word hospital: 佐渡病院 for 佐渡総合病院.
    fn parted(&self) -> Option<Self> {
        let before = self.written.strip_suffix("病院").filter(|before| before.chars().count() > 1)?;
        let mut parted = self.clone();
        parted.others.push(vec![before.to_string(), "病院".to_string()]);
        Some(parted)
    }

    /// Does the text of a hospital hold it?
    pub fn is_in(&self, text: &str) -> bool {
        let written = self.written.as_str();
        // three Latin letters stand by chance in many a reading: an acronym begins a name
        let found = if is_acronym(written) {
            text.split('|').any(|part| part.starts_with(written))
        } else {
            text.contains(written)
        };
        found || self.others.iter().any(|parts| parts.iter().all(|part| text.contains(part.as_str())))
    }
}

/// The words of a question without legal forms, with what shortened names stand for.
pub(crate) fn words(query: &str) -> Vec<Word> {
    let written = query.split_whitespace().map(|word| without_form(&without_macrons(&normalised(word))));
    written.filter(|w| !w.is_empty()).map(word).collect()
}

/// The words as they may be meant where nothing is called as they are written; `None` where they cannot be meant otherwise.
pub(crate) fn parted(words: &[Word]) -> Option<Vec<Word>> {
    words
        .iter()
        .any(|word| word.parted().is_some())
        .then(|| words.iter().map(|word| word.parted().unwrap_or_else(|| word.clone())).collect())
}

fn word(written: String) -> Word {
    let others = others(&written);
    let beginnings = std::iter::once(written.clone()).chain(others.iter().map(|parts| parts.concat())).collect();
    Word { written, others, beginnings }
}

/// `医療法人高島会` → `高島会`; with an institution behind the corporation only the institution is looked for.
fn without_form(word: &str) -> String {
    let Some(rest) = FORMS.iter().find_map(|form| word.strip_prefix(form)) else {
        return word.to_string();
    };
    let institution = rest.split_once('会').map(|(_, institution)| institution);
    let named = institution.filter(|name| INSTITUTIONS.iter().any(|end| name.ends_with(end) && name.len() > end.len()));
    named.unwrap_or(rest).to_string()
}

fn others(word: &str) -> Vec<Vec<String>> {
    if let Some(university) = university(word) {
        return vec![vec![university.to_string()]];
    }
    let mut others: Vec<Vec<String>> = Vec::new();
    for (short, long) in SHORT {
        if let Some((before, after)) = word.split_once(short) {
            let parts = [before, long, after].into_iter().filter(|part| !part.is_empty());
            others.push(parts.map(str::to_string).collect());
        }
    }
    // the register prints びよういん and じゆうじ where people write びょういん and じゅうじ
    let large: String = word.chars().map(large_kana).collect();
    if large != word {
        others.push(vec![large]);
    }
    if word.is_ascii() && !is_acronym(word) {
        others.extend([short_vowels(word), short_vowels(&word.replace("oh", "o"))].map(|one| vec![one]));
    }
    others
}

/// `京大病院` → `京都大学`; not `東大和病院`.
fn university(word: &str) -> Option<&'static str> {
    let of = |short: &str| word.strip_prefix(short).is_some_and(|rest| OF_UNIVERSITY.contains(&rest));
    UNIVERSITIES.iter().find(|(short, _)| of(short)).map(|(_, long)| *long)
}

fn large_kana(c: char) -> char {
    match c {
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'っ' => 'つ',
        other => other,
    }
}

fn is_acronym(word: &str) -> bool {
    SHORT.iter().any(|(short, _)| short.is_ascii() && *short == word)
}

/// `tōkyō` → `tokyo`.
fn without_macrons(word: &str) -> String {
    const LONG: [(char, char); 10] = [
        ('ā', 'a'),
        ('ī', 'i'),
        ('ū', 'u'),
        ('ē', 'e'),
        ('ō', 'o'),
        ('â', 'a'),
        ('î', 'i'),
        ('û', 'u'),
        ('ê', 'e'),
        ('ô', 'o'),
    ];
    word.chars().map(|c| LONG.iter().find(|(long, _)| *long == c).map_or(c, |(_, short)| *short)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, text: &str) -> bool {
        words(query).iter().all(|word| word.is_in(text))
    }

    fn of_name(name: &str) -> String {
        search_text(&[name], &[], "")
    }

    #[test]
    fn a_name_as_people_say_it_finds_the_hospital() {
        let parted = |query: &str, text: &str| parted(&words(query)).unwrap().iter().all(|word| word.is_in(text));
        assert!(parted("佐渡病院", &of_name("架空連合会佐渡総合病院")) && !parted("佐渡病院", &of_name("佐渡診療所")));
        assert!(finds("信州大学病院", &of_name("信州大学医学部附属病院")));
        assert!(finds("国立がんセンター", &of_name("国立がん研究センター中央病院")));
        assert!(finds("架空医療センター", &of_name("架空医療センタ－")) && finds("A-B病院", &of_name("AB病院")));
    }

    #[test]
    fn small_kana_find_a_reading_that_the_register_prints_with_large_ones() {
        let text = search_text(&["松江赤十字病院"], &["マツエセキジユウジビヨウイン"], "松江市");
        assert!(words("まつえせきじゅうじびょういん").iter().all(|word| word.is_in(&text)));
        assert!(!words("まつえせいきょう").iter().all(|word| word.is_in(&text)));
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
    fn a_short_name_of_a_university_is_that_university_and_no_other() {
        for (query, name) in [
            ("東大病院", "架空東京大学医学部附属病院"),
            ("京大", "京都大学医学部附属病院"),
            ("慶応病院", "慶應義塾大学病院"),
            ("慶應", "慶応義塾大学病院"),
            ("獨協", "独協医科大学病院"),
        ] {
            assert!(finds(query, &of_name(name)), "{query} in {name}");
        }
        assert!(!finds("東大病院", &of_name("東北大学病院")));
        assert!(finds("東大和病院", &of_name("東大和病院")) && !finds("東大和病院", &of_name("東京大学和病院")));
        let word = &words("阪大病院")[0];
        assert!(word.beginnings.iter().any(|start| of_name("大阪大学病院").starts_with(start)));
    }

    #[test]
    fn long_vowels_may_be_written_short() {
        let text = search_text(&["東京病院"], &["トウキョウビョウイン"], "");
        assert!(finds("toukyou", &text) && finds("tokyo", &text), "{text}");
    }

    #[test]
    fn romaji_is_understood_in_the_ways_it_is_written() {
        let text = search_text(&["大阪東京病院"], &["オオサカトウキョウビョウイン"], "");
        for query in ["oosaka", "osaka", "ohsaka", "Ōsaka", "Tōkyō", "TOUKYOU byoin", "tôkyô", "toukyo"] {
            assert!(finds(query, &text), "{query} in {text}");
        }
    }

    #[test]
    fn old_forms_half_width_kana_and_other_spellings_are_the_same_word() {
        for (query, name) in [
            ("髙橋病院", "高橋病院"),
            ("高橋病院", "髙橋病院"),
            ("ﾐﾄﾞﾘﾀﾞｲ", "みどり台病院ミドリダイ"),
            ("大学医学部付属病院", "大学医学部附属病院"),
            ("中嶋", "中島医院"),
            ("吉沢", "𠮷澤病院"),
            ("市ケ谷", "市ヶ谷クリニック"),
        ] {
            assert!(finds(query, &of_name(name)), "{query} in {name}");
        }
    }

    #[test]
    fn a_legal_form_may_be_written_left_out_or_be_another_one() {
        for query in [
            "桐崎病院",
            "社会医療法人桐崎会桐崎病院",
            "医療法人社団桐崎会 桐崎病院",
            "医療法人 桐崎会",
            "特定医療法人 桐崎病院",
        ] {
            assert!(finds(query, &of_name("医療法人財団 桐崎会 桐崎病院")), "{query}");
        }
        assert!(finds("社会医療法人桐崎会桐崎病院", &of_name("桐崎病院")));
        assert!(!finds("医療法人社団 青葉会", &of_name("桐崎病院")));
    }

    #[test]
    fn shortened_names_find_the_long_ones() {
        for (query, name) in [
            ("成田日赤", "成田赤十字病院"),
            ("名古屋第一日赤", "日本赤十字社愛知医療センター名古屋第一病院"),
            ("済生会", "社会福祉法人恩賜財団済生会新潟病院"),
            ("和歌山医大", "和歌山県立医科大学附属病院"),
            ("医大", "関西医科大学総合医療センター"),
            ("新潟大病院", "新潟大学医歯学総合病院"),
            ("労災", "関西労災病院"),
            ("NHO 埼玉", "独立行政法人国立病院機構 埼玉病院"),
            ("ＪＣＨＯ", "独立行政法人地域医療機能推進機構 大阪病院"),
        ] {
            assert!(finds(query, &of_name(name)), "{query} in {name}");
        }
        assert!(!finds("日赤", &of_name("大阪病院")));
        let reading = search_text(&["本庄病院"], &["ビョウインホンジョウ"], "");
        assert!(reading.contains("nho") && !finds("NHO", &reading), "{reading}");
    }
}
