//! How is the value of one parameter read, and how is it said what is wrong with it?

use super::{CrudeOutcomes, GeoPoint, Key, Only, Ruby, TradeOff, ViewError, Weight};
use crate::ids::MeasureId;
use crate::period::{Day, parse_day};
use crate::regions::{region_id, split_region_id};
use crate::{Bilingual, Explained};
use std::fmt;

const MAX_HOSPITALS: usize = 60;
const MAX_TEXT: usize = 100;

pub(super) fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> Option<String> {
    let all: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    (!all.is_empty()).then(|| all.join(","))
}

pub(super) fn error(parameter: &str, detail: &str, detail_ja: &str) -> ViewError {
    let parameter = parameter.chars().filter(|c| !c.is_control()).take(60).collect();
    ViewError { parameter, detail: detail.to_string(), detail_ja: detail_ja.to_string() }
}

pub(super) fn says(key: Key, problem: &impl Explained) -> ViewError {
    let printable = |text: String| text.chars().filter(|c| !c.is_control()).collect::<String>();
    let Bilingual { ja, en } = problem.explained();
    error(key.parameter(), &printable(en), &printable(ja))
}

pub(super) fn unknown(name: &str, allowed: &[Key]) -> ViewError {
    let names = allowed.iter().map(|k| k.parameter()).collect::<Vec<_>>().join(", ");
    error(
        name,
        &format!("is not known here; this address takes: {names}"),
        &format!("ここでは使えません。使えるもの：{names}"),
    )
}

pub(super) fn number<T: TryFrom<u32>>(key: Key, value: &str, low: u32, high: u32) -> Result<T, ViewError> {
    let parsed = value.parse::<u32>().ok().filter(|n| (low..=high).contains(n)).and_then(|n| T::try_from(n).ok());
    parsed.ok_or_else(|| {
        error(
            key.parameter(),
            &format!("must be a whole number from {low} to {high}"),
            &format!("{low}から{high}までの整数を書いてください"),
        )
    })
}

pub(super) fn list<T: PartialEq, E: Explained>(
    key: Key,
    value: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Vec<T>, ViewError> {
    let mut items = Vec::new();
    for part in value.split(',').filter(|p| !p.is_empty()) {
        let item = parse(part).map_err(|e| says(key, &e))?;
        if !items.contains(&item) {
            items.push(item);
        }
        if items.len() > MAX_HOSPITALS {
            return Err(error(
                key.parameter(),
                &format!("takes at most {MAX_HOSPITALS} entries"),
                &format!("{MAX_HOSPITALS}個までにしてください"),
            ));
        }
    }
    Ok(items)
}

pub(super) fn release_id(key: Key, value: &str) -> Result<String, ViewError> {
    MeasureId::parse(value).map(|id| id.to_string()).map_err(|e| says(key, &e))
}

pub(super) fn region(key: Key, value: &str) -> Result<String, ViewError> {
    split_region_id(value).map(|(country, region)| region_id(country, region)).ok_or_else(|| {
        error(
            key.parameter(),
            "must be a country and a region, as JP-15 or US-AL",
            "国と地域を JP-15 のように書いてください",
        )
    })
}

pub(super) fn plain_text(key: Key, value: &str) -> Result<String, ViewError> {
    // signs that turn the direction of writing, and what is left of bytes that are no text
    let unfit = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffd}');
    if value.chars().count() > MAX_TEXT || value.chars().any(|c| c.is_control() || unfit(c)) {
        return Err(error(
            key.parameter(),
            &format!("must be at most {MAX_TEXT} characters of plain text"),
            &format!("制御文字を含まない{MAX_TEXT}文字までで書いてください"),
        ));
    }
    Ok(value.to_string())
}

pub(super) fn near(key: Key, value: &str) -> Result<GeoPoint, ViewError> {
    let parsed = value.split_once(',').and_then(|(lat, lon)| {
        let (lat, lon) = (lat.trim().parse::<f64>().ok()?, lon.trim().parse::<f64>().ok()?);
        GeoPoint::new(lat, lon)
    });
    parsed.ok_or_else(|| {
        error(
            key.parameter(),
            "must be latitude,longitude in degrees, as 35.68,139.76",
            "緯度,経度 を 35.68,139.76 のように書いてください",
        )
    })
}

pub(super) fn ruby(key: Key, value: &str) -> Result<Ruby, ViewError> {
    match value {
        "1" => Ok(Ruby::On),
        "0" => Ok(Ruby::Off),
        _ => Err(error(key.parameter(), "must be 1 or 0", "1 か 0 を書いてください")),
    }
}

pub(super) fn only(key: Key, value: &str) -> Result<Only, ViewError> {
    match value {
        "1" => Ok(Only::These),
        "0" => Ok(Only::Any),
        _ => Err(error(key.parameter(), "must be 1 or 0", "1 か 0 を書いてください")),
    }
}

pub(super) fn area(key: Key, value: &str) -> Result<String, ViewError> {
    let fits = (4..=5).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| value.to_string()).ok_or_else(|| {
        error(
            key.parameter(),
            "must be the code of a medical area (4 digits) or of a municipality (5 digits)",
            "医療圏の番号（4けた）か市区町村の番号（5けた）を書いてください",
        )
    })
}

pub(super) fn day(key: Key, value: &str) -> Result<Day, ViewError> {
    parse_day(value).ok_or_else(|| {
        error(key.parameter(), "must be a day, as 2025-06-01", "日付を 2025-06-01 のように書いてください")
    })
}

/// `measure:weight`.
pub(super) fn weight(text: &str) -> Result<(MeasureId, Weight), Bilingual<String>> {
    let wrong = || {
        let text: String = text.chars().take(60).collect();
        Bilingual::new(
            format!("「{text}」は読み取れません。指標:重さ と書き、重さは0から100までにしてください"),
            format!("\"{text}\" is not measure:weight with a weight from 0 to 100"),
        )
    };
    let (id, weight) = text.rsplit_once(':').ok_or_else(wrong)?;
    let weight = weight.trim().parse::<f64>().ok().and_then(Weight::new).ok_or_else(wrong)?;
    Ok((MeasureId::parse(id).map_err(|e| e.explained())?, weight))
}

/// `question:answer`.
pub(super) fn answer(text: &str) -> Result<(String, TradeOff), Bilingual<String>> {
    let (question, answer) = text.split_once(':').unwrap_or((text, ""));
    let question = MeasureId::parse(question).map_err(|e| e.explained())?;
    Ok((question.to_string(), TradeOff::parse(answer).map_err(|e| e.explained())?))
}

pub(super) fn crude(key: Key, value: &str) -> Result<CrudeOutcomes, ViewError> {
    match value {
        "1" | "true" => Ok(CrudeOutcomes::TakenIn),
        "0" | "false" => Ok(CrudeOutcomes::LeftOut),
        _ => Err(error(key.parameter(), "must be 1 or 0", "1 か 0 を書いてください")),
    }
}

/// Two weights for one measure, or two answers to one question, cannot both be meant.
pub(super) fn named_once<N: PartialEq + fmt::Display, T>(
    key: Key,
    items: Vec<(N, T)>,
) -> Result<Vec<(N, T)>, ViewError> {
    let twice = items.iter().enumerate().find(|(i, (name, _))| items[..*i].iter().any(|(other, _)| other == name));
    if let Some((_, (name, _))) = twice {
        let (detail, detail_ja) = (format!("names {name} twice"), format!("{name} が2回書かれています"));
        return Err(error(key.parameter(), &detail, &detail_ja));
    }
    Ok(items)
}
