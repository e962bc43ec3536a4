//! Which value does each prefecture have? A map of tiles, every tile a link.

use super::frame::{Saying, Surroundings, all_sources_words, frame, owner_warning, period_words};
use super::said::{area_range_alone, area_value_words, ends, quantity, short_name};
use crate::model::{AreaValue, MeasureNote, MeasureReport};
use charts::{Known, Reading, STEPS, Tile, TileMap};
use domain::measure::Direction;
use domain::regions::PREFECTURES;
use domain::{Disclosed, Period};
use i18n::Locale;

/// Code, column from the west, row from the north, three letters for an English tile without room for the name. Neighbours
/// stand beside one another where twelve columns allow it.
const GRID: [(&str, u8, u8, &str); 47] = [
    ("01", 11, 0, "HKD"),
    ("02", 11, 1, "AOM"),
    ("03", 11, 2, "IWT"),
    ("04", 11, 3, "MYG"),
    ("05", 10, 2, "AKT"),
    ("06", 10, 3, "YGT"),
    ("07", 10, 4, "FKS"),
    ("08", 11, 5, "IBR"),
    ("09", 10, 5, "TCG"),
    ("10", 9, 5, "GNM"),
    ("11", 9, 6, "SIT"),
    ("12", 10, 6, "CHB"),
    ("13", 9, 7, "TKY"),
    ("14", 9, 8, "KNG"),
    ("15", 9, 4, "NGT"),
    ("16", 8, 4, "TYM"),
    ("17", 7, 4, "ISK"),
    ("18", 6, 5, "FKI"),
    ("19", 8, 6, "YMN"),
    ("20", 8, 5, "NGN"),
    ("21", 7, 5, "GIF"),
    ("22", 8, 7, "SZO"),
    ("23", 7, 6, "AIC"),
    ("24", 7, 7, "MIE"),
    ("25", 6, 6, "SHG"),
    ("26", 5, 6, "KYT"),
    ("27", 5, 7, "OSK"),
    ("28", 4, 6, "HYG"),
    ("29", 6, 7, "NAR"),
    ("30", 6, 8, "WKY"),
    ("31", 3, 6, "TTR"),
    ("32", 2, 6, "SMN"),
    ("33", 3, 7, "OKY"),
    ("34", 2, 7, "HRS"),
    ("35", 1, 6, "YGC"),
    ("36", 5, 10, "TKS"),
    ("37", 5, 9, "KGW"),
    ("38", 4, 9, "EHM"),
    ("39", 4, 10, "KCH"),
    ("40", 1, 8, "FKO"),
    ("41", 0, 8, "SAG"),
    ("42", 0, 9, "NGS"),
    ("43", 1, 9, "KMM"),
    ("44", 2, 8, "OIT"),
    ("45", 2, 9, "MYZ"),
    ("46", 1, 10, "KGS"),
    ("47", 0, 11, "OKN"),
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
    let tile = |(code, column, row, letters): &(&str, u8, u8, &str)| {
        let value = value_of(code).map(Disclosed::figure);
        Tile {
            column: *column,
            row: *row,
            short_name: short_prefecture(locale, code),
            code: locale.pick("", letters).to_owned(),
            name: prefecture(locale, code),
            known: value.map_or_else(|| missing(locale), |value| known(locale, measure, value, steps.decimals)),
            figure: value.map(|value| quantity(measure).figure(value.value, steps.decimals)).unwrap_or_default(),
            link: link(code),
        }
    };
    let saying = Saying {
        title: words::title(locale, &short_name(locale, measure), &period_words(locale, period)),
        subtitle: quantity(measure).axis(locale),
        description: words::description(locale).to_owned(),
        warning: None,
        notes: Vec::new(),
        source: String::new(),
    };
    TileMap {
        frame: frame(around, saying),
        tiles: GRID.iter().map(tile).collect(),
        bounds: steps.bounds,
        step_words: steps.words,
        missing_words: words::missing(locale).to_owned(),
        shade_words: shade_words(locale, measure),
    }
}

/// What the shades of a measure do not say, whichever of its ends is better.
fn shade_words(locale: Locale, measure: &MeasureNote) -> String {
    let ends = ends(locale, measure);
    match measure.direction {
        _ if measure.crude_outcome => words::shades_unadjusted(locale).to_owned(),
        Direction::Neutral => words::shades_neutral(locale).to_owned(),
        Direction::Lower => words::shades(locale, &ends.less),
        Direction::Higher => words::shades(locale, &ends.more),
    }
}

/// The prefectures with the value of a measure, complete in itself.
pub fn measure_map(around: &Surroundings<'_>, report: &MeasureReport) -> TileMap {
    let values = &report.values;
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
        warning: owner_warning(around.locale, &values.measure),
        notes,
        source: all_sources_words(around, values.period),
    };
    map.frame = frame(around, saying);
    map
}

/// The prefectures as links alone.
pub fn prefecture_links(around: &Surroundings<'_>, link: impl Fn(&str) -> String) -> TileMap {
    let locale = around.locale;
    let tile = |(code, column, row, letters): &(&str, u8, u8, &str)| Tile {
        column: *column,
        row: *row,
        short_name: short_prefecture(locale, code),
        code: locale.pick("", letters).to_owned(),
        name: prefecture(locale, code),
        known: Known::Missing { reason: String::new() },
        figure: String::new(),
        link: link(code),
    };
    let saying = Saying {
        title: words::all(locale).to_owned(),
        subtitle: String::new(),
        description: words::links(locale).to_owned(),
        warning: None,
        notes: Vec::new(),
        source: String::new(),
    };
    TileMap {
        frame: frame(around, saying),
        tiles: GRID.iter().map(tile).collect(),
        bounds: Vec::new(),
        step_words: Vec::new(),
        missing_words: String::new(),
        shade_words: String::new(),
    }
}

/// As it is customarily said in a narrow place: `神奈川`, and `北海道` in full.
fn short_prefecture(locale: Locale, code: &str) -> String {
    let name = prefecture(locale, code);
    match name.strip_suffix(['都', '府', '県']) {
        Some(short) => short.to_owned(),
        None => name,
    }
}

fn prefecture(locale: Locale, code: &str) -> String {
    let named = PREFECTURES.iter().find(|(known, _)| *known == code);
    named.map_or_else(|| code.to_owned(), |(_, name)| locale.pick(name.ja, name.en).to_owned())
}

/// The value as it is printed decides about its step, so that no tile contradicts its own number.
fn known(locale: Locale, measure: &MeasureNote, value: &AreaValue, decimals: usize) -> Known {
    let quantity = quantity(measure);
    Known::Value(Reading {
        value: as_printed(quantity.scaled(value.value), decimals),
        interval: Some((quantity.scaled(value.low), quantity.scaled(value.high))),
        text: area_value_words(locale, measure, value),
        range_text: area_range_alone(locale, measure, value),
    })
}

/// The number that a reader reads.
fn as_printed(value: f64, decimals: usize) -> f64 {
    i18n::number(value, decimals).replace('−', "-").replace(',', "").parse().unwrap_or(value)
}

fn missing(locale: Locale) -> Known {
    Known::Missing { reason: words::missing(locale).to_owned() }
}

/// Steps of one width from the lowest to the highest value: equal numbers of tiles would make small gaps look large.
struct Steps {
    bounds: Vec<f64>,
    words: Vec<String>,
    /// Digits of every number on the map: those that most of its values support.
    decimals: usize,
}

impl Steps {
    fn of(locale: Locale, measure: &MeasureNote, values: &[Disclosed<AreaValue>]) -> Self {
        let quantity = quantity(measure);
        let decimals = usual(values.iter().map(|v| {
            let area = v.figure();
            quantity.decimals(area.value, Some((area.low, area.high)))
        }));
        let printed = values.iter().map(|v| as_printed(quantity.scaled(v.figure().value), decimals));
        let (low, high) = printed.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        if low > high {
            return Self { bounds: Vec::new(), words: Vec::new(), decimals };
        }
        #[allow(clippy::cast_precision_loss)]
        let edge = |step: usize| as_printed(low + (high - low) * step as f64 / STEPS as f64, decimals);
        let mut bounds: Vec<f64> = (1..STEPS).map(edge).filter(|edge| *edge > low).collect();
        bounds.dedup();
        Self { words: step_words(locale, &bounds, decimals), bounds, decimals }
    }
}

/// The most frequent of all, the smallest of equally frequent ones.
fn usual(decimals: impl Iterator<Item = usize>) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    decimals.for_each(|decimals| *counts.entry(decimals).or_insert(0_usize) += 1);
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(0, |(decimals, _)| decimals)
}

/// What each step means; where one ends the next begins, and no number belongs to two.
fn step_words(locale: Locale, bounds: &[f64], decimals: usize) -> Vec<String> {
    let written: Vec<String> = bounds.iter().map(|bound| i18n::number(*bound, decimals)).collect();
    let [Some(first), Some(last)] = [written.first(), written.last()] else {
        return vec![words::one_step(locale).to_owned()];
    };
    let between = written.windows(2).map(|pair| words::step_between(locale, &pair[0], &pair[1]));
    let ends = [words::step_below(locale, first), words::step_from(locale, last)];
    let [below, from] = ends;
    std::iter::once(below).chain(between).chain([from]).collect()
}

mod words {
    i18n::text! {
        pub(super) fn title(measure: &str, period: &str) {
            ja: "都道府県ごとの{measure}（{period}）",
            en: "{measure} by prefecture, {period}",
        }
        pub(super) fn description {
            ja: "都道府県を同じ大きさのますで並べた図。",
            en: "Prefectures as tiles of one size.",
        }
        pub(super) fn shades(better: &str) {
            ja: "濃淡は値の大きさです。よい方向は「{better}」ですが、どの色も地域や病院の良し悪しではありません",
            en: "Shades show how high a value is. The better direction is “{better}”, but no shade judges an area or its hospitals",
        }
        pub(super) fn shades_neutral {
            ja: "濃淡は値の大きさです。どちらがよいとは言えない数字で、どの色も良し悪しではありません",
            en: "Shades show how high a value is. For this figure neither end is better: no shade is good or bad",
        }
        pub(super) fn shades_unadjusted {
            ja: "濃淡は値の大きさです。患者さんの重症度を調整していないため、どの色も良し悪しではありません",
            en: "Shades show how high a value is. It is not adjusted for how ill patients were: no shade is good or bad",
        }
        pub(super) fn one_step { ja: "どこも同じ値", en: "the same value everywhere" }
        pub(super) fn step_below(first: &str) { ja: "{first}未満", en: "under {first}" }
        pub(super) fn step_between(from: &str, below: &str) { ja: "{from}以上{below}未満", en: "{from} to under {below}" }
        pub(super) fn step_from(last: &str) { ja: "{last}以上", en: "{last} or more" }
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
        let letters: BTreeSet<&str> = GRID.iter().map(|(.., letters)| *letters).collect();
        assert_eq!(letters.len(), 47, "no two abbreviations are the same");
    }

    #[test]
    fn a_prefecture_keeps_its_customary_short_name() {
        let short = |code| short_prefecture(Locale::Ja, code);
        assert_eq!(
            ["01", "13", "14", "26", "30", "46"].map(short),
            ["北海道", "東京", "神奈川", "京都", "和歌山", "鹿児島"]
        );
        assert_eq!(short_prefecture(Locale::En, "14"), "Kanagawa");
    }

    #[test]
    fn no_number_belongs_to_two_steps() {
        let words = step_words(Locale::Ja, &[0.97, 1.01, 1.05], 2);
        assert_eq!(words, ["0.97未満", "0.97以上1.01未満", "1.01以上1.05未満", "1.05以上"]);
        assert_eq!(step_words(Locale::En, &[1.0], 1), ["under 1.0", "1.0 or more"]);
        assert_eq!(step_words(Locale::En, &[], 1).len(), 1);
        assert_eq!(usual([2, 2, 1, 3, 1].into_iter()), 1);
    }
}
