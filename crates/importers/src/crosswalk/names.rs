//! When are two names of a hospital the same name, written differently?

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Legal forms, the longer before those they contain. What stands behind one (医療法人社団 …会) is kept.
const LEGAL_FORMS: &[&str] = &[
    "社会医療法人社団",
    "社会医療法人財団",
    "特定医療法人社団",
    "特定医療法人財団",
    "特別医療法人社団",
    "特別医療法人財団",
    "医療法人社団",
    "医療法人財団",
    "社団医療法人",
    "財団医療法人",
    "地方独立行政法人",
    "国立研究開発法人",
    "社会医療法人",
    "特定医療法人",
    "特別医療法人",
    "社会福祉法人",
    "国立大学法人",
    "公立大学法人",
    "独立行政法人",
    "公益財団法人",
    "公益社団法人",
    "一般財団法人",
    "一般社団法人",
    "医療法人",
    "学校法人",
    "宗教法人",
    "財団法人",
    "社団法人",
    "有限会社",
    "株式会社",
];

/// Bodies that write their own name long or short.
const BODIES: &[(&str, &str)] = &[
    ("厚生農業協同組合連合会", "厚生連"),
    ("恩賜財団済生会支部", ""),
    ("恩賜財団", ""),
    ("国家公務員共済組合連合会", "kkr"),
    ("地域医療機能推進機構", "jcho"),
    ("労働者健康安全機構", ""),
    ("労働者健康福祉機構", ""),
    ("日本赤十字社", ""),
    ("国立病院機構", ""),
    ("kkrkkr", "kkr"),
    ("jchojcho", "jcho"),
    ("nho", ""),
    ("ja", ""),
];

/// Characters that are written in two ways (left: as folded).
const VARIANTS: &[(char, &str)] = &[
    ('高', "髙"),
    ('崎', "﨑嵜"),
    ('浜', "濱濵"),
    ('辺', "邊邉"),
    ('斎', "齋齊斉"),
    ('沢', "澤"),
    ('広', "廣"),
    ('島', "嶋嶌"),
    ('国', "國"),
    ('徳', "德"),
    ('恵', "惠"),
    ('真', "眞"),
    ('桜', "櫻"),
    ('栄', "榮"),
    ('寿', "壽"),
    ('竜', "龍"),
    ('瀬', "瀨"),
    ('会', "會"),
    ('医', "醫"),
    ('学', "學"),
    ('総', "總"),
    ('黒', "黑"),
    ('曽', "曾"),
    ('万', "萬"),
    ('富', "冨"),
    ('渕', "淵"),
    ('蔵', "藏"),
    ('円', "圓"),
    ('応', "應"),
    ('実', "實"),
    ('条', "條"),
    ('与', "與"),
    ('豊', "豐"),
    ('関', "關"),
    ('鉄', "鐵鉃"),
    ('静', "靜"),
    ('弥', "彌"),
    ('礼', "禮"),
    ('清', "淸"),
    ('済', "濟"),
    ('桧', "檜"),
    ('付', "附"),
    ('滝', "瀧"),
    ('県', "縣"),
    ('薬', "藥"),
    ('芦', "蘆"),
    ('梅', "楳"),
    ('吉', "𠮷"),
    ('梼', "檮"),
    ('達', "逹"),
    ('塚', "塚"),
    ('ケ', "ヶ"),
    ('カ', "ヵ"),
    ('ー', "-‐‑‒–—―−─ｰ"),
];

/// A name in the form in which names are compared: NFKC, no spaces, brackets, marks or legal forms, one way of writing
/// each character. The id of an unlinked facility is made from it.
pub fn normalise(name: &str) -> String {
    let folded = fold(name);
    let named = without_legal_forms(&folded);
    if named.is_empty() { folded } else { named }
}

/// As [`normalise`], with the legal form and bodies left in: tells two of the same name apart.
pub(crate) fn fold(name: &str) -> String {
    let plain: String = name.nfkc().flat_map(char::to_lowercase).map(one_way_of_writing).collect();
    let outside = without_brackets(&plain);
    let kept: String = outside.chars().filter(|c| is_kept(*c)).collect();
    if kept.is_empty() { plain.chars().filter(|c| is_kept(*c)).collect() } else { kept }
}

/// The last word of a name as it is compared; a corporation and its hospital often stand apart.
pub(super) fn last_word(name: &str) -> String {
    let plain: String = name.nfkc().collect();
    normalise(without_brackets(&plain).split_whitespace().last().unwrap_or_default())
}

fn is_kept(c: char) -> bool {
    c.is_alphanumeric() || c == 'ー' || c == '々'
}

fn one_way_of_writing(c: char) -> char {
    static FOLDED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        VARIANTS.iter().flat_map(|(folded, others)| others.chars().map(|other| (other, *folded))).collect()
    });
    FOLDED.get(&c).copied().unwrap_or(c)
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut outside = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '[' | '〔' | '【' | '<' | '〈' => depth += 1,
            ')' | ']' | '〕' | '】' | '>' | '〉' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

fn without_legal_forms(folded: &str) -> String {
    let mut name = folded.to_string();
    for form in LEGAL_FORMS {
        if name.contains(form) {
            name = name.replace(form, "");
        }
    }
    for (long, short) in BODIES {
        if name.contains(long) {
            name = name.replacen(long, short, 1);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str) {
        assert_eq!(normalise(one), normalise(other));
    }

    #[test]
    fn width_spaces_and_legal_forms_do_not_matter() {
        check("医療法人社団　明日会　あけぼの架空病院", "医療法人 明日会あけぼの架空病院");
        check("ＫＫＲ架空医療センター", "KKR 架空医療センター");
        check("医療法人（社団）明日会　架空病院", "医療法人社団明日会架空病院");
        check("独立行政法人国立病院機構　架空病院", "架空病院");
    }

    #[test]
    fn characters_written_in_two_ways_are_one() {
        check("髙﨑病院", "高崎病院");
        check("霞ヶ丘病院", "霞ケ丘病院");
        check("架空大学附属病院", "架空大学付属病院");
        check("渡邉－整形外科", "渡辺ー整形外科");
    }

    #[test]
    fn what_remains_is_never_empty() {
        assert_eq!(normalise("医療法人"), "医療法人");
        assert_eq!(normalise("（仮称）"), "仮称");
        assert_eq!(normalise(" "), "");
    }
}
