//! Fictional data for the drawings of a whole group: places, people, side by side, spread over the years.

use charts::*;
use i18n::Locale;

use super::{LONG_NAME, frame, reading, ruler, sequence, trend, words};

/// One of each.
pub fn figures(locale: Locale, width: f64) -> Vec<Figure> {
    vec![
        places(locale, width, 24).figure(locale),
        places(locale, width, 180).figure(locale),
        comparison(locale, width, 2).figure(locale),
        comparison(locale, width, 5).figure(locale),
        people(locale, width, "people").figure(locale),
        people_beside(locale, width, "people-beside").figure(locale),
        spread(locale, width, 11).figure(locale),
        spread(locale, width, 3).figure(locale),
        map(locale, width).figure(locale),
    ]
}

/// Areas on a grid, three of them without a value.
pub fn map(locale: Locale, width: f64) -> TileMap {
    let t = words(locale);
    let mut next = sequence();
    let mut tile = |index: u8| {
        let value = 0.1 + 0.4 * next();
        let known = match index {
            4 | 9 => Known::Missing {
                reason: t("値のある病院が少なすぎます", "Too few hospitals have a value")
            },
            11 => Known::Missing { reason: t("調査がありませんでした", "There was no survey") },
            _ => Known::Value(reading(locale, value, 0.02)),
        };
        Tile {
            column: index % 6 * 2,
            row: index / 6,
            short_name: t(["神奈川", "和歌山", "奈良"][usize::from(index % 3)], "Kanagawa"),
            code: t("", "KNG"),
            name: t(&format!("架空第{}県", index + 1), &format!("Fictional Prefecture {}", index + 1)),
            figure: if known.reading().is_some() { format!("{value:.2}") } else { String::new() },
            known,
            link: String::new(),
        }
    };
    TileMap {
        frame: Frame {
            title: t("都道府県ごとの転倒・転落", "Falls with harm by prefecture"),
            subtitle: t("1,000人・日あたり（件） ・ 2024年度", "cases per 1,000 patient-days · FY2024"),
            ..frame(locale, "map", width)
        },
        tiles: (0..30).map(&mut tile).collect(),
        bounds: vec![0.2, 0.3, 0.4],
        step_words: vec![
            t("0.2未満", "under 0.2"),
            t("0.2以上0.3未満", "0.2 to under 0.3"),
            t("0.3以上0.4未満", "0.3 to under 0.4"),
            t("0.4以上", "0.4 or more"),
        ],
        missing_words: t("値がありません", "no value"),
        shade_words: t("濃淡は値の大きさで、良し悪しではありません", "Shades show how high a value is, not how good"),
    }
}

/// Ranges of places within a group of so many.
pub fn places(locale: Locale, width: f64, of: u32) -> PlausiblePlaces {
    let t = words(locale);
    let mut next = sequence();
    let mut row = |index: u32| {
        let middle = 1.0 + f64::from(of - 1) * next();
        let half = f64::from(of) * (0.08 + 0.3 * next());
        let (first, last) = ((middle - half).max(1.0) as u32, (middle + half).min(f64::from(of)) as u32);
        PlacesRow {
            name: match index {
                2 => LONG_NAME.to_owned(),
                5 => t("しおかぜ病院", "Shiokaze Hospital"),
                _ => t(&format!("架空第{}病院", index + 1), &format!("Fictional Hospital No. {}", index + 1)),
            },
            detail: t("架空県みなと市", "Minato City"),
            places: if index % 9 == 7 {
                let reason = t("件数が少ないため、順位の幅は出しません", "No range of places: too few cases");
                PlaceRange::None { reason }
            } else {
                PlaceRange::Between {
                    first,
                    last,
                    text: t(&format!("{first}〜{last}番目"), &format!("{first} to {last}")),
                }
            },
            emphasis: if index == 5 { Emphasis::Highlighted } else { Emphasis::Plain },
        }
    };
    PlausiblePlaces {
        frame: Frame {
            title: t(
                &format!("しおかぜ病院は、{of}院の中で幅のある順位"),
                &format!("Shiokaze Hospital: a range of places among {of}"),
            ),
            subtitle: t("転倒・転落（けがあり） ・ 場所の順 ・ 2024年度", "Falls with harm · by place · FY2024"),
            ..frame(locale, &format!("places-{of}"), width)
        },
        of,
        first_word: t("少ない（良い側）", "fewer (the better side)"),
        last_word: t("多い（良くない側）", "more (the less good side)"),
        others_label: t("ほかの病院", "other hospitals"),
        rows: (0..of.min(100)).map(&mut row).collect(),
        left_out: of.saturating_sub(100),
    }
}

/// Two to five hospitals side by side, the last of five without a figure.
pub fn comparison(locale: Locale, width: f64, count: usize) -> Comparison {
    let t = words(locale);
    let whom = t("同じ役割の24院とくらべて、", "Compared with 24 hospitals of the same role: ");
    let row = |index: usize| {
        let value = [0.42, 0.21, 0.26, 0.12, 0.3][index];
        let (verdict, word) = match value {
            value if value > 0.4 => (Verdict::Worse, t("多い（良くない側）", "more (the less good side)")),
            value if value < 0.15 => (Verdict::Better, t("少ない（良い側）", "fewer (the better side)")),
            _ => (Verdict::CannotTell, t("差があるとは言えません", "cannot be told apart")),
        };
        let missing = Known::Missing {
            reason: t("症例が少ないため公表されていません", "Not published: too few cases"),
        };
        ComparedRow {
            name: match index {
                0 => t("しおかぜ病院", "Shiokaze Hospital"),
                2 => LONG_NAME.to_owned(),
                _ => t(&format!("架空第{}病院", index + 1), &format!("Fictional Hospital No. {}", index + 1)),
            },
            detail: t("架空県みなと市", "Minato City"),
            known: if index == 4 { missing } else { Known::Value(reading(locale, value, 0.07)) },
            verdict,
            verdict_words: format!("{whom}{word}"),
        }
    };
    let ruler = ruler(locale, &format!("comparison-{count}"), width);
    Comparison {
        frame: Frame {
            title: t("転倒・転落（けがあり）：差があると言えます", "Falls with harm: the hospitals can be told apart"),
            subtitle: t("2024年度", "FY2024"),
            ..ruler.frame
        },
        axis: ruler.axis,
        rows: (0..count.min(5)).map(row).collect(),
        field: ruler.field,
        national: ruler.national.map(|national| Pointer { label: t("全国", "Japan"), ..national }),
        answers: vec![t(
            "この2病院だけを比べると、「架空第2病院」のほうが「しおかぜ病院」より少ない（良い側）と言えます。",
            "Comparing only these 2, the figure of Fictional Hospital No. 2 is lower than that of Shiokaze Hospital (the better side).",
        )],
    }
}

fn in_thousand(locale: Locale, value: f64, interval: Option<(f64, f64)>) -> Known {
    let t = words(locale);
    Known::Value(Reading {
        value,
        interval,
        text: t(&format!("1,000人中 {value}人"), &format!("{value} in 1,000 people")),
        range_text: interval.map_or(String::new(), |(low, high)| {
            t(&format!("{low}〜{high}人の間と考えられます"), &format!("probably between {low} and {high}"))
        }),
    })
}

/// One thousand people.
pub fn people(locale: Locale, width: f64, id: &str) -> IconArray {
    let t = words(locale);
    IconArray {
        frame: Frame {
            title: t("しおかぜ病院：再入院は1,000人中 12人", "Shiokaze Hospital: 12 of 1,000 were readmitted"),
            subtitle: t("30日以内の再入院 ・ 2024年度", "Readmission within 30 days · FY2024"),
            ..frame(locale, id, width)
        },
        own: IconGroup {
            label: t("しおかぜ病院の患者さん", "Patients of Shiokaze Hospital"),
            known: in_thousand(locale, 12.0, Some((8.0, 17.0))),
        },
        beside: None,
        counted_words: t("30日以内に再入院した人", "readmitted within 30 days"),
        others_words: t("しなかった人", "not readmitted"),
    }
}

/// Two thousands, one beside the other.
pub fn people_beside(locale: Locale, width: f64, id: &str) -> IconArray {
    let t = words(locale);
    IconArray {
        own: IconGroup { label: LONG_NAME.to_owned(), known: in_thousand(locale, 128.0, Some((96.0, 167.0))) },
        beside: Some(IconGroup {
            label: t("全国の4,538院の患者さん", "Patients of 4,538 hospitals nationwide"),
            known: in_thousand(locale, 93.0, None),
        }),
        ..people(locale, width, id)
    }
}

/// The spread of the last so many of eleven years, one of them without figures; one hospital over the long series.
pub fn spread(locale: Locale, width: f64, years: usize) -> SpreadOverTime {
    let t = words(locale);
    let all = trend(locale, width);
    let first = all.periods.len() - years;
    let between = |index: usize| {
        let (low, high) = (0.1 + 0.004 * index as f64, 0.56 - 0.028 * index as f64);
        let median = (low + high) * 0.47;
        PeriodSpread::Between {
            low,
            median,
            high,
            median_text: t(&format!("{median:.2}件"), &format!("{median:.2}")),
            range_text: t(&format!("{low:.2}〜{high:.2}件"), &format!("{low:.2} to {high:.2}")),
        }
    };
    let of_year = |index: usize| match index {
        5 => PeriodSpread::Missing { reason: t("調査がありませんでした", "There was no survey") },
        _ => between(index),
    };
    SpreadOverTime {
        frame: Frame {
            title: t("病院のあいだの差は、小さくなってきました", "Hospitals have become more alike"),
            subtitle: t("転倒・転落（けがあり） ・ 全国の24院", "Falls with harm · 24 hospitals nationwide"),
            ..frame(locale, &format!("spread-{years}"), width)
        },
        axis: all.axis,
        periods: all.periods[first..].to_vec(),
        spreads: (first..all.periods.len()).map(of_year).collect(),
        field_label: t("病院のほとんど（8割）", "Most hospitals (8 in 10)"),
        median_label: t("真ん中の病院", "The hospital in the middle"),
        national: all.national.map(|national| National { values: national.values[first..].to_vec(), ..national }),
        own: (years > 5)
            .then(|| OwnSeries { label: t("しおかぜ病院", "Shiokaze Hospital"), values: all.values.clone() }),
        breaks: if years > 5 { all.breaks } else { Vec::new() },
    }
}
