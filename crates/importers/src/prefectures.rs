//! Which code has a Japanese prefecture, however its name is written?

/// JIS X 0401 in order: 北海道 is `01`.
const NAMES: [&str; 47] = [
    "北海道",
    "青森県",
    "岩手県",
    "宮城県",
    "秋田県",
    "山形県",
    "福島県",
    "茨城県",
    "栃木県",
    "群馬県",
    "埼玉県",
    "千葉県",
    "東京都",
    "神奈川県",
    "新潟県",
    "富山県",
    "石川県",
    "福井県",
    "山梨県",
    "長野県",
    "岐阜県",
    "静岡県",
    "愛知県",
    "三重県",
    "滋賀県",
    "京都府",
    "大阪府",
    "兵庫県",
    "奈良県",
    "和歌山県",
    "鳥取県",
    "島根県",
    "岡山県",
    "広島県",
    "山口県",
    "徳島県",
    "香川県",
    "愛媛県",
    "高知県",
    "福岡県",
    "佐賀県",
    "長崎県",
    "熊本県",
    "大分県",
    "宮崎県",
    "鹿児島県",
    "沖縄県",
];

/// The two-digit code of a prefecture, its name with or without 都, 府, 県.
pub(crate) fn code_of(name: &str) -> Option<String> {
    let name = name.trim();
    let at = NAMES
        .iter()
        .position(|n| *n == name || (*n != "北海道" && n.strip_suffix(['都', '府', '県']) == Some(name)))?;
    Some(format!("{:02}", at + 1))
}

/// The prefecture a text begins with, and what follows it.
pub(crate) fn split(text: &str) -> Option<(String, &str)> {
    NAMES.iter().enumerate().find_map(|(at, name)| Some((format!("{:02}", at + 1), text.strip_prefix(name)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefectures_are_known_with_and_without_their_suffix() {
        assert_eq!(code_of("北海道").as_deref(), Some("01"));
        assert_eq!(code_of("京都").as_deref(), Some("26"));
        assert_eq!(code_of("沖縄県").as_deref(), Some("47"));
        assert_eq!(code_of("東").as_deref(), None);
        assert_eq!(split("神奈川県横浜"), Some(("14".to_string(), "横浜")));
    }
}
