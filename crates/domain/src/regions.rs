//! What are the prefectures of Japan called, and how is a region written in an address?

use crate::Bilingual;

/// JIS X 0401 code and name of each prefecture, in the order of the code.
pub const PREFECTURES: [(&str, Bilingual); 47] = [
    ("01", Bilingual::new("北海道", "Hokkaido")),
    ("02", Bilingual::new("青森県", "Aomori")),
    ("03", Bilingual::new("岩手県", "Iwate")),
    ("04", Bilingual::new("宮城県", "Miyagi")),
    ("05", Bilingual::new("秋田県", "Akita")),
    ("06", Bilingual::new("山形県", "Yamagata")),
    ("07", Bilingual::new("福島県", "Fukushima")),
    ("08", Bilingual::new("茨城県", "Ibaraki")),
    ("09", Bilingual::new("栃木県", "Tochigi")),
    ("10", Bilingual::new("群馬県", "Gunma")),
    ("11", Bilingual::new("埼玉県", "Saitama")),
    ("12", Bilingual::new("千葉県", "Chiba")),
    ("13", Bilingual::new("東京都", "Tokyo")),
    ("14", Bilingual::new("神奈川県", "Kanagawa")),
    ("15", Bilingual::new("新潟県", "Niigata")),
    ("16", Bilingual::new("富山県", "Toyama")),
    ("17", Bilingual::new("石川県", "Ishikawa")),
    ("18", Bilingual::new("福井県", "Fukui")),
    ("19", Bilingual::new("山梨県", "Yamanashi")),
    ("20", Bilingual::new("長野県", "Nagano")),
    ("21", Bilingual::new("岐阜県", "Gifu")),
    ("22", Bilingual::new("静岡県", "Shizuoka")),
    ("23", Bilingual::new("愛知県", "Aichi")),
    ("24", Bilingual::new("三重県", "Mie")),
    ("25", Bilingual::new("滋賀県", "Shiga")),
    ("26", Bilingual::new("京都府", "Kyoto")),
    ("27", Bilingual::new("大阪府", "Osaka")),
    ("28", Bilingual::new("兵庫県", "Hyogo")),
    ("29", Bilingual::new("奈良県", "Nara")),
    ("30", Bilingual::new("和歌山県", "Wakayama")),
    ("31", Bilingual::new("鳥取県", "Tottori")),
    ("32", Bilingual::new("島根県", "Shimane")),
    ("33", Bilingual::new("岡山県", "Okayama")),
    ("34", Bilingual::new("広島県", "Hiroshima")),
    ("35", Bilingual::new("山口県", "Yamaguchi")),
    ("36", Bilingual::new("徳島県", "Tokushima")),
    ("37", Bilingual::new("香川県", "Kagawa")),
    ("38", Bilingual::new("愛媛県", "Ehime")),
    ("39", Bilingual::new("高知県", "Kochi")),
    ("40", Bilingual::new("福岡県", "Fukuoka")),
    ("41", Bilingual::new("佐賀県", "Saga")),
    ("42", Bilingual::new("長崎県", "Nagasaki")),
    ("43", Bilingual::new("熊本県", "Kumamoto")),
    ("44", Bilingual::new("大分県", "Oita")),
    ("45", Bilingual::new("宮崎県", "Miyazaki")),
    ("46", Bilingual::new("鹿児島県", "Kagoshima")),
    ("47", Bilingual::new("沖縄県", "Okinawa")),
];

/// The name of a region of a country; for regions outside Japan the code itself.
pub fn region_name(country: &str, region_code: &str) -> Bilingual<String> {
    let known = (country == "JP").then(|| PREFECTURES.iter().find(|(code, _)| *code == region_code)).flatten();
    known
        .map_or_else(|| Bilingual::new(region_code.to_string(), region_code.to_string()), |(_, name)| name.to_strings())
}

/// `JP-01`, `US-AL`: country and region in one word, as addresses and answers write it.
pub fn region_id(country: &str, region_code: &str) -> String {
    format!("{country}-{region_code}")
}

/// Takes `JP-01` apart.
pub fn split_region_id(text: &str) -> Option<(&str, &str)> {
    let (country, region) = text.split_once('-')?;
    let plain = |s: &str| !s.is_empty() && s.len() <= 6 && s.bytes().all(|b| b.is_ascii_alphanumeric());
    (country.len() == 2 && plain(country) && plain(region)).then_some((country, region))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_written_with_its_country() {
        assert_eq!(split_region_id("JP-01"), Some(("JP", "01")));
        assert_eq!(region_name("JP", "15").ja, "新潟県");
        assert_eq!(region_name("US", "AL").en, "AL");
        assert_eq!(split_region_id("Tokyo"), None);
        assert_eq!(split_region_id("JP-01'; drop"), None);
    }
}
