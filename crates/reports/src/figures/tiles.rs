//! Which value does each prefecture have? A map of tiles, every tile a link.

use super::frame::{Saying, Surroundings, all_sources_words, frame, period_words};
use super::said::{area_range_alone, area_value_alone, area_value_words, quantity, short_name};
use crate::model::{AreaValue, MeasureNote, MeasureReport};
use charts::{Known, Reading, STEPS, Tile, TileMap};
use domain::regions::PREFECTURES;
use domain::{Bilingual, Disclosed, Period};
use i18n::Locale;

/// Code, column from the west, row from the north, short name. Neighbours stand beside one another where twelve columns
/// allow it.
const GRID: [(&str, u8, u8, Bilingual); 47] = [
    ("01", 11, 0, Bilingual::new("北海", "Hokk")),
    ("02", 11, 1, Bilingual::new("青森", "Aom")),
    ("03", 11, 2, Bilingual::new("岩手", "Iwat")),
    ("04", 11, 3, Bilingual::new("宮城", "Miyg")),
    ("05", 10, 2, Bilingual::new("秋田", "Akit")),
    ("06", 10, 3, Bilingual::new("山形", "Ymgt")),
    ("07", 10, 4, Bilingual::new("福島", "Fksm")),
    ("08", 11, 5, Bilingual::new("茨城", "Ibar")),
    ("09", 10, 5, Bilingual::new("栃木", "Toch")),
    ("10", 9, 5, Bilingual::new("群馬", "Gun")),
    ("11", 9, 6, Bilingual::new("埼玉", "Sait")),
    ("12", 10, 6, Bilingual::new("千葉", "Chib")),
    ("13", 9, 7, Bilingual::new("東京", "Toky")),
    ("14", 9, 8, Bilingual::new("神奈", "Kana")),
    ("15", 9, 4, Bilingual::new("新潟", "Niig")),
    ("16", 8, 4, Bilingual::new("富山", "Toya")),
    ("17", 7, 4, Bilingual::new("石川", "Ishi")),
    ("18", 6, 5, Bilingual::new("福井", "Fuki")),
    ("19", 8, 6, Bilingual::new("山梨", "Yns")),
    ("20", 8, 5, Bilingual::new("長野", "Nagn")),
    ("21", 7, 5, Bilingual::new("岐阜", "Gifu")),
    ("22", 8, 7, Bilingual::new("静岡", "Shiz")),
    ("23", 7, 6, Bilingual::new("愛知", "Aich")),
    ("24", 7, 7, Bilingual::new("三重", "Mie")),
    ("25", 6, 6, Bilingual::new("滋賀", "Shig")),
    ("26", 5, 6, Bilingual::new("京都", "Kyot")),
    ("27", 5, 7, Bilingual::new("大阪", "Osak")),
    ("28", 4, 6, Bilingual::new("兵庫", "Hyog")),
    ("29", 6, 7, Bilingual::new("奈良", "Nara")),
    ("30", 6, 8, Bilingual::new("和歌", "Waka")),
    ("31", 3, 6, Bilingual::new("鳥取", "Tott")),
    ("32", 2, 6, Bilingual::new("島根", "Shim")),
    ("33", 3, 7, Bilingual::new("岡山", "Okay")),
    ("34", 2, 7, Bilingual::new("広島", "Hiro")),
    ("35", 1, 6, Bilingual::new("山口", "Ygc")),
    ("36", 5, 10, Bilingual::new("徳島", "Toks")),
    ("37", 5, 9, Bilingual::new("香川", "Kaga")),
    ("38", 4, 9, Bilingual::new("愛媛", "Ehim")),
    ("39", 4, 10, Bilingual::new("高知", "Koch")),
    ("40", 1, 8, Bilingual::new("福岡", "Fuko")),
    ("41", 0, 8, Bilingual::new("佐賀", "Saga")),
    ("42", 0, 9, Bilingual::new("長崎", "Nags")),
    ("43", 1, 9, Bilingual::new("熊本", "Kum")),
    ("44", 2, 8, Bilingual::new("大分", "Oita")),
    ("45", 2, 9, Bilingual::new("宮崎", "Miyz")),
    ("46", 1, 10, Bilingual::new("鹿児", "Kgsm")),
    ("47", 0, 11, Bilingual::new("沖縄", "Okin")),
];

/// The prefectures with the value of a measure.
pub fn prefecture_map(
    around: &Surroundings<'_>,
    measure: &MeasureNote,
    period: Period,
    values: &[Disclosed<AreaValue>],
    link: impl Fn(&str) -> String,
) -> TileMap {
    let locale = around.locale;
    let value_of = |code: &str| values.iter().find(|v| v.figure().area.code == code);
    let steps = Steps::of(locale, measure, values);
    let tile = |(code, column, row, short): &(&str, u8, u8, Bilingual)| {
        let value = value_of(code).map(Disclosed::figure);
        Tile {
            column: *column,
            row: *row,
            short_name: locale.pick(short.ja, short.en).to_owned(),
            name: prefecture(locale, code),
            known: value.map_or_else(|| missing(locale), |value| known(locale, measure, value)),
            figure: value.map(|value| area_value_alone(measure, value)).unwrap_or_default(),
            link: link(code),
        }
    };
    let saying = Saying {
        title: words::title(locale, &short_name(locale, measure), &period_words(locale, period)),
        subtitle: quantity(measure).axis(locale),
        description: words::description(locale).to_owned(),
        notes: Vec::new(),
        source: String::new(),
    };
    TileMap {
        frame: frame(around, saying),
        tiles: GRID.iter().map(tile).collect(),
        bounds: steps.bounds,
        step_words: steps.words,
        missing_words: words::missing(locale).to_owned(),
    }
}

/// The prefectures with the value of a measure, complete in itself.
pub fn measure_map(around: &Surroundings<'_>, report: &MeasureReport) -> TileMap {
    let (locale, values) = (around.locale, &report.values);
    let mut map = prefecture_map(around, &values.measure, values.period, &report.regions, |_| String::new());
    let mut notes = values.said_once.clone();
    let beside = report.regions.iter().flat_map(|area| area.caveats().iter().copied());
    for caveat in beside {
        if !notes.contains(&caveat) {
            notes.push(caveat);
        }
    }
    let saying = Saying {
        title: map.frame.title,
        subtitle: map.frame.subtitle,
        description: map.frame.description,
        notes,
        source: all_sources_words(around, values.period),
    };
    map.frame = frame(around, saying);
    map
}

/// The prefectures as links alone.
pub fn prefecture_links(around: &Surroundings<'_>, link: impl Fn(&str) -> String) -> TileMap {
    let locale = around.locale;
    let tile = |(code, column, row, short): &(&str, u8, u8, Bilingual)| Tile {
        column: *column,
        row: *row,
        short_name: locale.pick(short.ja, short.en).to_owned(),
        name: prefecture(locale, code),
        known: Known::Missing { reason: String::new() },
        figure: String::new(),
        link: link(code),
    };
    let saying = Saying {
        title: words::all(locale).to_owned(),
        subtitle: String::new(),
        description: words::links(locale).to_owned(),
        notes: Vec::new(),
        source: String::new(),
    };
    TileMap {
        frame: frame(around, saying),
        tiles: GRID.iter().map(tile).collect(),
        bounds: Vec::new(),
        step_words: Vec::new(),
        missing_words: String::new(),
    }
}

fn prefecture(locale: Locale, code: &str) -> String {
    let named = PREFECTURES.iter().find(|(known, _)| *known == code);
    named.map_or_else(|| code.to_owned(), |(_, name)| locale.pick(name.ja, name.en).to_owned())
}

fn known(locale: Locale, measure: &MeasureNote, value: &AreaValue) -> Known {
    let quantity = quantity(measure);
    Known::Value(Reading {
        value: quantity.scaled(value.value),
        interval: Some((quantity.scaled(value.low), quantity.scaled(value.high))),
        text: area_value_words(locale, measure, value),
        range_text: area_range_alone(locale, measure, value),
    })
}

fn missing(locale: Locale) -> Known {
    Known::Missing { reason: words::missing(locale).to_owned() }
}

/// Steps of one width from the lowest to the highest value: equal numbers of tiles would make small gaps look large.
struct Steps {
    bounds: Vec<f64>,
    words: Vec<String>,
}

impl Steps {
    fn of(locale: Locale, measure: &MeasureNote, values: &[Disclosed<AreaValue>]) -> Self {
        let quantity = quantity(measure);
        let scaled = values.iter().map(|v| quantity.scaled(v.figure().value));
        let (low, high) = scaled.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        if low > high {
            return Self { bounds: Vec::new(), words: Vec::new() };
        }
        let decimals = i18n::decimals_supported(low, high);
        #[allow(clippy::cast_precision_loss)]
        let edge = |step: usize| {
            let at = low + (high - low) * step as f64 / STEPS as f64;
            i18n::number(at, decimals).replace('−', "-").replace(',', "").parse().unwrap_or(at)
        };
        let mut bounds: Vec<f64> = (1..STEPS).map(edge).collect();
        bounds.dedup();
        let edges: Vec<f64> = [low].into_iter().chain(bounds.iter().copied()).chain([high]).collect();
        let words = edges.windows(2).map(|pair| i18n::range(locale, pair[0], pair[1], decimals)).collect();
        Self { bounds, words }
    }
}

mod words {
    i18n::text! {
        pub(super) fn title(measure: &str, period: &str) {
            ja: "都道府県ごとの{measure}（{period}）",
            en: "{measure} by prefecture, {period}",
        }
        pub(super) fn description {
            ja: "都道府県を同じ大きさのますで並べた図。濃いほど値が大きく、良し悪しは表しません。",
            en: "Prefectures as tiles of one size. Darker means a higher value, not a better or worse one.",
        }
        pub(super) fn missing { ja: "値がありません", en: "no value" }
        pub(super) fn all { ja: "47都道府県", en: "The 47 prefectures" }
        pub(super) fn links {
            ja: "都道府県を同じ大きさのますで並べた図。ますを選ぶと、その都道府県のページが開きます。",
            en: "Prefectures as tiles of one size. Each tile opens the page of its prefecture.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_prefecture_has_one_tile_of_its_own() {
        let codes: Vec<&str> = GRID.iter().map(|(code, ..)| *code).collect();
        assert_eq!(codes, PREFECTURES.map(|(code, _)| code));
        let places: BTreeSet<(u8, u8)> = GRID.iter().map(|(_, column, row, _)| (*column, *row)).collect();
        assert_eq!(places.len(), 47);
        assert!(GRID.iter().all(|(_, column, row, _)| *column < 12 && *row < 12));
        let short: BTreeSet<&str> = GRID.iter().flat_map(|(.., name)| [name.ja, name.en]).collect();
        assert_eq!(short.len(), 94, "no two short names are the same");
        assert!(GRID.iter().all(|(.., name)| name.ja.chars().count() == 2 && name.en.len() <= 4));
    }
}
