//! By which names is a place asked for, in kanji, in kana and in Latin letters?

use crate::model::{Spot, SpotKind};
use crate::place_names::{kana_of_region, reading};
use crate::search::{latin, normalised, romaji};
use content::PlaceReading;

/// The names of one place.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Whole names as they are written: 佐渡市, 新潟県佐渡市, 佐渡医療圏.
    pub whole: Vec<String>,
    /// Without 市区町村 or 都府県: 佐渡, 新潟県佐渡.
    pub stems: Vec<String>,
    /// Of the ward of a city, without its ending: 港, みなと, Minato. They count only where no town has that name.
    pub wards: Vec<String>,
    /// As they are read and as English writes them, with and without their endings: さどし, sado, Sado City, sado-shi.
    pub sounds: Vec<String>,
}

/// All names of a place.
pub(super) fn names(spot: &Spot) -> Names {
    let mut names = Names::default();
    match spot.kind {
        SpotKind::Municipality => town(spot, &mut names),
        SpotKind::MedicalArea => area(spot, &mut names),
        SpotKind::Region => region(spot, &mut names),
        SpotKind::Point => {}
    }
    for written in [&mut names.whole, &mut names.stems] {
        *written = written.iter().map(|name| normalised(name)).filter(|name| !name.is_empty()).collect();
    }
    names.wards = names.wards.iter().map(|name| latin(&normalised(name))).filter(|name| !name.is_empty()).collect();
    names.sounds = names.sounds.iter().map(|name| latin(&normalised(name))).filter(|name| !name.is_empty()).collect();
    names
}

fn town(spot: &Spot, names: &mut Names) {
    let (name, region) = (&spot.name.ja, &spot.region_name.ja);
    names.whole.extend([name.clone(), format!("{region}{name}")]);
    let ward = name.split_once('市').filter(|(_, ward)| ward.ends_with('区'));
    names.whole.extend(ward.map(|(_, ward)| ward.to_string()));
    names.wards.extend(ward.and_then(|(_, ward)| ward.strip_suffix('区')).map(str::to_string));
    if let Some(stem) = without_last(name, &['市', '区', '町', '村']) {
        names.stems.extend([stem.clone(), format!("{region}{stem}")]);
    }
    island(spot, names);
    let known = reading(&spot.code, name);
    let mut english = english_names(spot, known);
    for one in english.clone() {
        let (own, city) = one.split_once(", ").unwrap_or((&one, ""));
        let kinds = kinds_in_english(name).iter().map(|kind| format!("{} {kind}", own.trim_end_matches("-ku")));
        let short: Vec<String> = kinds.chain([own.to_string()]).collect();
        names.wards.extend(own.strip_suffix("-ku").filter(|_| ward.is_some()).map(str::to_string));
        english.extend(short.iter().flat_map(|short| [format!("{short}, {city}"), format!("{city} {short}")]));
        english.extend(short);
    }
    names.sounds.extend(with_region_in_english(spot, english));
    if let Some(known) = known {
        let mut kana = vec![known.kana.to_string()];
        let of_ward = ward.and_then(|(city, _)| kana_of_ward(&spot.code, city, known.kana));
        names.wards.extend(of_ward.as_deref().and_then(|kana| without_sound(name, kana)));
        kana.extend(of_ward);
        // as in kanji, the ward of a city is not asked for without its ending
        kana.extend(without_sound(name, known.kana));
        names.sounds.extend(with_region_in_kana(spot, kana));
    }
}

/// The island a town stands on: of several towns of one island the reader chooses. Nobody who asks for the main island of Okinawa
/// wants a choice of thirty towns.
fn island(spot: &Spot, names: &mut Names) {
    let [only] = spot.lands.as_slice() else {
        return;
    };
    let Some(land) = only.name().filter(|land| land.ja.ends_with('島') && !land.ja.ends_with("本島")) else {
        return;
    };
    names.whole.push(land.ja.to_string());
    let short = land.en.strip_suffix("jima").or_else(|| land.en.strip_suffix("shima")).unwrap_or(land.en);
    names.sounds.extend([land.en.to_string(), format!("{short} island")]);
}

fn area(spot: &Spot, names: &mut Names) {
    let (name, region) = (&spot.name.ja, &spot.region_name.ja);
    let kinds = ["医療圏", "二次医療圏", "保健医療圏"];
    names.whole.extend(kinds.iter().flat_map(|kind| [format!("{name}{kind}"), format!("{region}{name}{kind}")]));
    names.stems.push(name.clone());
    let known = reading(&spot.code, name);
    let mut english = english_names(spot, known);
    for one in english.clone() {
        english.extend([format!("{one} area"), format!("{one} medical area")]);
    }
    names.sounds.extend(with_region_in_english(spot, english));
    if let Some(known) = known {
        names
            .sounds
            .extend(with_region_in_kana(spot, vec![known.kana.to_string(), format!("{}いりょうけん", known.kana)]));
    }
}

fn region(spot: &Spot, names: &mut Names) {
    let name = &spot.name.ja;
    names.whole.push(name.clone());
    names.stems.extend(without_last(name, &['都', '府', '県']));
    for english in english_names(spot, None) {
        names.sounds.extend([format!("{english} prefecture"), english]);
    }
    let kana = kana_of_region(name);
    let ending = [('都', "と"), ('府', "ふ"), ('県', "けん")].into_iter().find(|(last, _)| name.ends_with(*last));
    let stem = ending.and_then(|(_, sound)| kana.strip_suffix(sound)).map(str::to_string);
    names.sounds.extend(in_both_letters(stem.into_iter().chain([kana])));
}

/// That of the release and that of the list; a place without one carries its Japanese name there.
fn english_names(spot: &Spot, known: Option<PlaceReading>) -> Vec<String> {
    let own = Some(spot.name.en.clone()).filter(|own| *own != spot.name.ja);
    own.into_iter().chain(known.map(|known| known.english.to_string())).collect()
}

/// What English readers may write behind the name.
fn kinds_in_english(name: &str) -> &'static [&'static str] {
    match name.chars().last() {
        Some('市') => &["city"],
        Some('町') => &["town", "cho", "machi"],
        Some('村') => &["village", "mura"],
        Some('区') => &["ward"],
        _ => &[],
    }
}

fn with_region_in_english(spot: &Spot, names: Vec<String>) -> Vec<String> {
    let region = &spot.region_name.en;
    let each = |name: String| [format!("{name} {region}"), format!("{name} {region} prefecture"), name];
    names.into_iter().flat_map(each).collect()
}

fn with_region_in_kana(spot: &Spot, names: Vec<String>) -> Vec<String> {
    let region = kana_of_region(&spot.region_name.ja);
    let each = |name: String| [format!("{region}{name}"), name];
    in_both_letters(names.into_iter().flat_map(each)).collect()
}

fn in_both_letters(kana: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    kana.flat_map(|kana| [romaji(&kana), kana])
}

fn without_last(name: &str, endings: &[char]) -> Option<String> {
    name.strip_suffix(endings).filter(|stem| !stem.is_empty()).map(str::to_string)
}

/// さど of 佐渡市, read さどし.
fn without_sound(name: &str, kana: &str) -> Option<String> {
    let sounds: &[&str] = match name.chars().last()? {
        '市' => &["し"],
        '区' => &["く"],
        '町' => &["まち", "ちょう"],
        '村' => &["むら", "そん"],
        _ => &[],
    };
    let stem = sounds.iter().find_map(|sound| kana.strip_suffix(sound));
    stem.filter(|stem| !stem.is_empty()).map(str::to_string)
}

/// ちゅうおうく of 札幌市中央区: what remains behind the reading of the city.
fn kana_of_ward(code: &str, city: &str, kana: &str) -> Option<String> {
    let (city, region) = (format!("{city}市"), code.get(..2)?);
    let all = content::place_readings().ok()?;
    let (_, known) = all.iter().find(|(code, known)| code.starts_with(region) && known.name == city)?;
    kana.strip_prefix(known.kana).map(str::to_string)
}
