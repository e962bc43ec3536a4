//! Are places in words understood as a reader means them?

use super::*;
use crate::model::Land;
use i18n::Locale;
use store::rows::{AreaRow, HospitalRow};

fn area(kind: &str, code: &str, name: &str, parent: &str) -> AreaRow {
    AreaRow {
        kind: kind.to_string(),
        code: code.to_string(),
        name_ja: name.to_string(),
        parent: parent.to_string(),
        ..AreaRow::default()
    }
}

fn hospital(id: &str, town: (&str, &str), area: &str, point: (f64, f64)) -> HospitalRow {
    HospitalRow {
        id: id.to_string(),
        country: "JP".to_string(),
        region_code: town.0[..2].to_string(),
        municipality_code: town.0.to_string(),
        municipality: town.1.to_string(),
        area_code: area.to_string(),
        latitude: Some(point.0),
        longitude: Some(point.1),
        ..HospitalRow::default()
    }
}

/// A small Japan.
fn places() -> Places {
    let areas = [
        area("medical_area", "1311", "北多摩南部", "13"),
        area("medical_area", "3406", "福山・府中", "34"),
        area("medical_area", "1507", "佐渡", "15"),
        area("medical_area", "1501", "下越", "15"),
        area("medical_area", "1313", "島しょ", "13"),
        area("medical_area", "0102", "南檜山", "01"),
        area("medical_area", "1401", "横浜北部", "14"),
        area("municipality", "13206", "府中市", "1311"),
        area("municipality", "34208", "府中市", "3406"),
        area("municipality", "15224", "佐渡市", "1507"),
        area("municipality", "15586", "粟島浦村", "1501"),
        area("municipality", "15202", "新発田市", "1501"),
        area("municipality", "13361", "大島町", "1313"),
        area("municipality", "13401", "八丈町", "1313"),
        area("municipality", "01361", "江差町", "0102"),
        area("municipality", "01367", "奥尻町", "0102"),
        area("municipality", "14101", "横浜市鶴見区", "1401"),
        area("municipality", "14104", "横浜市中区", "1403"),
        area("municipality", "14108", "横浜市金沢区", "1401"),
        area("municipality", "02406", "横浜町", ""),
        area("municipality", "13103", "港区", "1301"),
        area("municipality", "23111", "名古屋市港区", "2301"),
    ];
    let hospitals = [
        hospital("a", ("13206", "府中市"), "1311", (35.67, 139.48)),
        hospital("b", ("34208", "府中市"), "3406", (34.57, 133.24)),
        hospital("c", ("15224", "佐渡市"), "1507", (38.02, 138.37)),
        hospital("d", ("15202", "新発田市"), "1501", (37.95, 139.33)),
        hospital("e", ("13361", "大島町"), "1313", (34.75, 139.36)),
        hospital("f", ("13401", "八丈町"), "1313", (33.11, 139.79)),
        hospital("g", ("01361", "江差町"), "0102", (41.87, 140.13)),
        hospital("h", ("01367", "奥尻町"), "0102", (42.17, 139.52)),
        hospital("i", ("14101", "横浜市鶴見区"), "1412", (35.5, 139.68)),
        hospital("j", ("14104", "横浜市中区"), "1412", (35.44, 139.64)),
    ];
    Places::new(&areas, &hospitals, &Lands::new(&areas))
}

fn means(words: &str, expected: &[&str]) {
    let found = match places().of_words(words, None) {
        Where::Spot(spot) => vec![spot.in_words(Locale::Ja)],
        Where::Ambiguous(several) => several.iter().map(|spot| spot.in_words(Locale::Ja)).collect(),
        Where::NotFound(_) | Where::Nowhere => Vec::new(),
    };
    assert_eq!(found, expected, "{words}");
}

#[test]
fn a_place_is_understood_with_and_without_its_ending_and_its_prefecture() {
    for words in ["佐渡市", "佐渡", "新潟県佐渡市", "新潟県 佐渡", "　佐渡市　"] {
        means(words, &["新潟県佐渡市"]);
    }
    means("佐渡医療圏", &["新潟県佐渡医療圏"]);
    means("下越", &["新潟県下越医療圏"]);
    means("新潟", &["新潟県"]);
    means("Niigata", &["新潟県"]);
    means("東京都", &["東京都"]);
    means("北海道奥尻郡奥尻町", &["北海道奥尻町"]);
    means("奥尻郡奥尻町", &["北海道奥尻町"]);
}

#[test]
fn a_ward_without_its_ending_is_asked_for_where_nobody_else_has_the_name() {
    for words in ["Minato", "みなと", "港", "港区"] {
        means(words, &["東京都港区", "愛知県名古屋市港区"]);
    }
    means("金沢区", &["神奈川県横浜市金沢区"]);
    means("鶴見", &["神奈川県横浜市鶴見区"]);
    means("横浜市港区", &[]);
}

#[test]
fn an_island_is_asked_for_by_its_own_name() {
    for words in ["佐渡島", "新潟県佐渡市", "Sado Island"] {
        means(words, &["新潟県佐渡市"]);
    }
    means("八丈島", &["東京都八丈町"]);
}

#[test]
fn a_name_that_exists_twice_gives_a_choice_and_the_prefecture_decides() {
    means("府中市", &["東京都府中市", "広島県府中市"]);
    means("広島県府中市", &["広島県府中市"]);
    means("横浜", &["青森県横浜町", "神奈川県横浜市"]);
    let narrowed = places().of_words("府中", Some("JP-34"));
    assert_eq!(narrowed.spot().map(|spot| spot.in_words(Locale::Ja)).as_deref(), Some("広島県府中市"));
}

#[test]
fn a_place_is_understood_in_kana_and_in_latin_letters() {
    let sado = [
        "さど",
        "サド",
        "ｻﾄﾞ",
        "さどし",
        "にいがたけんさどし",
        "sado",
        "Sado City",
        "sado-shi",
        "Sado, Niigata",
        "SADO SHI",
    ];
    for words in sado.into_iter().chain(["Sado City, Niigata Prefecture"]) {
        means(words, &["新潟県佐渡市"]);
    }
    for words in ["Okushiri", "Okushiri Town", "okushiri-cho", "おくしり", "オクシリチョウ"] {
        means(words, &["北海道奥尻町"]);
    }
    for words in
        ["Minami-Hiyama", "minamihiyama", "みなみひやま", "Minami-Hiyama medical area", "みなみひやまいりょうけん"]
    {
        means(words, &["北海道南檜山医療圏"]);
    }
    means("Esashi Town, Hiyama, Hokkaido", &["北海道江差町"]);
    for words in ["Naka-ku, Yokohama", "Yokohama Naka-ku", "yokohamashi nakaku", "なかく", "Naka Ward"] {
        means(words, &["神奈川県横浜市中区"]);
    }
    for words in ["にいがた", "niigata-ken", "Niigata Prefecture", "niigata"] {
        means(words, &["新潟県"]);
    }
    for words in ["tokyo", "toukyou", "Tōkyō", "tohkyoh", "とうきょうと"] {
        means(words, &["東京都"]);
    }
    means("ふちゅう", &["東京都府中市", "広島県府中市"]);
    means("Fuchuu, Hiroshima", &["広島県府中市"]);
}

/// Every municipality and medical area of the lists together, which is more than any release has. A town lies in the medical
/// area of its name where there is one.
/// What kept its name under a new code is there once.
fn all_of_japan() -> Places {
    let readings = content::place_readings().unwrap();
    let today = readings.iter().filter(|(code, _)| !("22131"..="22137").contains(*code) && **code != "2404");
    let (areas, towns): (Vec<_>, Vec<_>) = today.partition(|(code, _)| code.len() == 4);
    let mut rows: Vec<AreaRow> = areas.iter().map(|(code, p)| area("medical_area", code, p.name, &code[..2])).collect();
    rows.extend(towns.iter().map(|(code, p)| area("municipality", code, p.name, "")));
    let mut hospitals: Vec<HospitalRow> = Vec::new();
    for (code, place) in &towns {
        let own = areas.iter().find(|(area, a)| area[..2] == code[..2] && place.name.starts_with(a.name));
        hospitals.push(hospital("a", (code, place.name), own.map_or("", |(code, _)| code), (35.0, 135.0)));
    }
    for (code, place) in &areas {
        let here = hospital("a", (code, place.name), code, (35.0, 135.0));
        hospitals.push(HospitalRow { municipality_code: String::new(), ..here });
    }
    Places::new(&rows, &hospitals, &Lands::new(&rows))
}

#[test]
fn every_place_of_japan_is_found_again_by_the_words_that_tell_it_apart_in_both_languages() {
    let places = all_of_japan();
    assert!(places.spots.len() > 2200);
    for (spot, locale) in places.spots.iter().flat_map(|spot| Locale::ALL.iter().map(move |locale| (spot, *locale))) {
        let words = spot.in_words(locale);
        assert!(locale == Locale::Ja || words.is_ascii() || words.contains('–'), "{words}");
        let again = places.of_words(&words, None);
        assert_eq!(again.spot(), Some(spot), "{words}: {again:?}");
    }
}

#[test]
fn a_city_and_its_prefecture_of_one_name_are_told_apart_by_the_words_of_the_question() {
    let places = all_of_japan();
    let choice = |words: &str| match places.of_words(words, None) {
        Where::Ambiguous(several) => several.iter().map(|spot| spot.in_words(Locale::En)).collect(),
        Where::Spot(spot) => vec![spot.in_words(Locale::En)],
        _ => Vec::new(),
    };
    assert_eq!(choice("Niigata"), ["Niigata City, Niigata", "Niigata Prefecture"]);
    assert_eq!(choice("Osaka"), ["Osaka City, Osaka", "Osaka Prefecture"]);
    assert_eq!(choice("Niigata City"), ["Niigata City, Niigata"]);
    assert_eq!(choice("oosaka-fu"), ["Osaka Prefecture"]);
    assert_eq!(choice("Sado"), ["Sado City, Niigata"]);
    assert_eq!(choice("Hokkaido"), ["Hokkaido"]);
}

#[test]
fn nobody_knows_a_place_of_another_world() {
    for words in ["アトランティス", "'; drop table hospital; --", "市", "<script>", "🙂", "郡", "%", "県"] {
        means(words, &[]);
    }
}

#[test]
fn every_choice_leads_back_to_itself() {
    let places = places();
    for (spot, locale) in places.spots.iter().flat_map(|spot| Locale::ALL.iter().map(move |locale| (spot, *locale))) {
        let again = places.of_words(&spot.in_words(locale), None);
        assert_eq!(again.spot(), Some(spot), "{}", spot.in_words(locale));
    }
}

#[test]
fn the_facilities_say_in_which_medical_area_their_municipality_lies_today() {
    let places = places();
    let areas = |words: &str| {
        let found = places.of_words(words, None);
        found.spot().unwrap().areas.iter().map(|area| area.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(areas("横浜市中区"), ["1412"]);
    assert_eq!(areas("横浜市"), ["1412"]);
    // no facility lies there, but the rest of its old area went to the new one
    assert_eq!(areas("横浜市金沢区"), ["1412"]);
    assert!(areas("横浜町").is_empty());
}

#[test]
fn an_island_municipality_is_an_island_and_its_mixed_medical_area_is_not() {
    let places = places();
    let spot = |words: &str| places.of_words(words, None).spot().unwrap().clone();
    assert!(spot("佐渡市").is_island() && spot("佐渡医療圏").is_island());
    assert!(spot("奥尻町").is_island());
    assert!(!spot("南檜山").is_island() && !spot("江差町").is_island());
    assert!(!spot("東京都").is_island());
    let islands = spot("島しょ");
    assert!(islands.is_island() && islands.lands.len() == 2 && islands.point.is_none());
}

#[test]
fn municipalities_of_one_island_lie_on_the_same_land() {
    let lands = Lands::new(&[]);
    let of = |region: &'static str, name: &'static str| {
        lands.of(lands::Municipality { country: "JP", region, code: "", name })
    };
    assert_eq!(of("46", "西之表市"), of("46", "南種子町"));
    assert_ne!(of("46", "西之表市"), of("46", "屋久島町"));
    assert_ne!(of("46", "徳之島町"), of("46", "奄美市"));
    assert_eq!(of("13", "青ケ島村"), of("13", "青ヶ島村"));
    assert_eq!(of("47", "那覇市"), of("47", "名護市"));
    assert_ne!(of("47", "那覇市"), of("47", "石垣市"));
    assert_eq!(of("13", "府中市"), Land::Mainland);
    assert_eq!(lands.of(lands::Municipality { country: "US", region: "47", code: "", name: "那覇市" }), Land::Mainland);
}

#[test]
fn a_facility_without_a_municipality_lies_where_all_of_its_medical_area_does() {
    let areas = [
        area("medical_area", "1507", "佐渡", "15"),
        area("medical_area", "1501", "下越", "15"),
        area("medical_area", "4704", "宮古", "47"),
        area("municipality", "15224", "佐渡市", "1507"),
        area("municipality", "15586", "粟島浦村", "1501"),
        area("municipality", "15202", "新発田市", "1501"),
        area("municipality", "47214", "宮古島市", "4704"),
        area("municipality", "47375", "多良間村", "4704"),
    ];
    let hospitals = [
        hospital("a", ("15224", "佐渡市"), "1507", (38.02, 138.37)),
        hospital("b", ("15202", "新発田市"), "1501", (37.95, 139.33)),
        hospital("m", ("47214", "宮古島市"), "4704", (24.8, 125.3)),
    ];
    let lands = Lands::new(&areas);
    let places = Places::new(&areas, &hospitals, &lands);
    let land = |area: &str| {
        let row = hospital("c", (&area[..2], ""), area, (0.0, 0.0));
        places.land_of(&HospitalRow { municipality_code: String::new(), ..row }, &lands)
    };
    assert!(land("1507").name().is_some_and(|name| name.ja == "佐渡島"));
    // a mixed area counts as the mainland; of several islands nobody knows which
    assert_eq!(land("1501"), Land::Mainland);
    assert_eq!(land("4704"), Land::Unknown);
    assert_eq!(places.land_of(&hospitals[1], &lands), Land::Mainland);
}

#[test]
fn a_prefecture_elsewhere_outweighs_an_area_that_no_field_shows() {
    let places = places();
    let place = |area: Option<&str>, region: &str| {
        let view = ViewSpec { area: area.map(str::to_string), region: Some(region.to_string()), ..ViewSpec::default() };
        places.resolve(&[], &view).spot().map(|spot| spot.in_words(Locale::Ja))
    };
    assert_eq!(place(Some("1507"), "JP-13").as_deref(), Some("東京都"));
    assert_eq!(place(Some("1507"), "JP-15").as_deref(), Some("新潟県佐渡医療圏"));
    assert_eq!(place(None, "JP-13").as_deref(), Some("東京都"));
}
