//! Fictional data for the gallery and the tests.

#[path = "samples/groups.rs"]
pub mod groups;

use charts::*;
use i18n::Locale;

/// The longest kind of name a register has.
pub const LONG_NAME: &str =
    "独立行政法人地域医療機能推進機構あおば中央みなと総合医療センター附属リハビリテーション病院";

/// One of each chart, and of each way a ruler can look.
pub fn figures(locale: Locale, width: f64) -> Vec<Figure> {
    let mut figures: Vec<Figure> = rulers(locale, width).iter().map(|ruler| ruler.figure(locale)).collect();
    figures.push(funnel(locale, width, 4_500).figure(locale));
    figures.push(intervals(locale, width).figure(locale));
    figures.push(trend(locale, width).figure(locale));
    let mut small = trend(locale, width);
    small.frame.id = "trend-small".to_owned();
    small.height = TrendHeight::Small;
    figures.push(small.figure(locale));
    figures.extend(groups::figures(locale, width));
    figures
}

fn words(locale: Locale) -> impl Fn(&str, &str) -> String {
    move |ja, en| locale.pick(ja, en).to_owned()
}

fn frame(locale: Locale, id: &str, width: f64) -> Frame {
    let t = words(locale);
    Frame {
        id: id.to_owned(),
        title: t("転倒・転落（けがあり）", "Falls with harm"),
        notes: vec![t("重症度は調整していません。", "Not adjusted for how ill the patients were.")],
        source: t(
            "架空のデータ ・ 2024年度 ・ 出典：架空の病院調査 ・ 公表 2025年6月1日",
            "Fictional data · FY2024 · Source: fictional hospital survey · Release of 1 June 2025",
        ),
        width_px: width,
        ..Frame::default()
    }
}

fn reading(locale: Locale, value: f64, half: f64) -> Reading {
    let (low, high) = ((value - half).max(0.0), value + half * 1.2);
    let t = words(locale);
    Reading {
        value,
        interval: Some((low, high)),
        text: t(&format!("1,000人・日あたり {value:.2}件"), &format!("{value:.2} cases per 1,000 patient-days")),
        range_text: t(
            &format!("{low:.2}〜{high:.2}件の間と考えられます"),
            &format!("probably between {low:.2} and {high:.2}"),
        ),
    }
}

/// A ruler with everything on it.
pub fn ruler(locale: Locale, id: &str, width: f64) -> Ruler {
    let t = words(locale);
    Ruler {
        frame: frame(locale, id, width),
        axis: Axis::new(0.0, 0.6).with_unit(t("1,000人・日あたり（件）", "cases per 1,000 patient-days")).with_ends(
            t("少ない", "fewer"),
            t("多い", "more"),
            BetterEnd::Low,
        ),
        height: RulerHeight::Standard,
        known: Known::Value(reading(locale, 0.42, 0.11)),
        own_label: t("この病院", "This hospital"),
        verdict: Verdict::Worse,
        verdict_words: t("同じ役割の病院より多い", "More than hospitals of the same role"),
        field: Some(Field {
            low: 0.11,
            high: 0.29,
            label: t("同じ役割の病院 24院のほとんど（8割）", "Most (8 in 10) of 24 hospitals of the same role"),
        }),
        national: Some(Pointer {
            value: 0.24,
            label: t("全国 0.24件", "Japan 0.24"),
            text: t("1,000人・日あたり 0.24件", "0.24 cases per 1,000 patient-days"),
        }),
    }
}

/// Every way a ruler can look.
pub fn rulers(locale: Locale, width: f64) -> Vec<Ruler> {
    let t = words(locale);
    let mut off = ruler(locale, "ruler-off-scale", width);
    off.known = Known::Value(reading(locale, 0.9, 0.35));
    off.axis.better = BetterEnd::Neither;
    off.verdict = Verdict::FarHigher;
    let mut missing = ruler(locale, "ruler-missing", width);
    let reason = t("症例が10件より少ないため、公表されていません", "Not published: fewer than 10 cases");
    missing.known = Known::Missing { reason };
    let mut missing_on_page = missing.clone();
    missing_on_page.frame.id = "ruler-missing-on-page".to_owned();
    missing_on_page.frame.heading = Heading::Elsewhere;
    let mut better = ruler(locale, "ruler-better", width);
    better.known = Known::Value(reading(locale, 0.13, 0.04));
    better.frame.heading = Heading::Elsewhere;
    let mut same = ruler(locale, "ruler-same", width);
    same.known = Known::Value(reading(locale, 0.26, 0.08));
    same.verdict = Verdict::CannotTell;
    same.verdict_words = t("同じ役割の病院と区別できません", "Cannot be told apart from hospitals of the same role");
    let mut sure = ruler(locale, "ruler-short-band", width);
    sure.known = Known::Value(reading(locale, 0.24, 0.008));
    sure.verdict = Verdict::UsualSpread;
    sure.verdict_words = t(
        "差はありますが、病院間のふつうのばらつきの範囲内です",
        "There is a difference, but within the usual spread between hospitals",
    );
    let mut row = ruler(locale, "ruler-row", 300.0);
    row.height = RulerHeight::Row;
    let mut row_missing = missing.clone();
    row_missing.frame.id = "ruler-row-missing".to_owned();
    row_missing.frame.width_px = 300.0;
    row_missing.height = RulerHeight::Row;
    let mut share = ruler(locale, "ruler-share", if width < 500.0 { width } else { 1_200.0 });
    share.height = RulerHeight::Share;
    let standard = ruler(locale, "ruler-standard", width);
    vec![standard, better, same, sure, off, missing, missing_on_page, row, row_missing, share]
}

/// A fixed sequence of numbers between 0 and 1, so that every run gives the same picture.
fn sequence() -> impl FnMut() -> f64 {
    let mut state = 0x2545_f491_u64;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1_u64 << 31) as f64
    }
}

/// A funnel of `count` hospitals.
pub fn funnel(locale: Locale, width: f64, count: usize) -> Funnel {
    let t = words(locale);
    let mut next = sequence();
    let target = 24.0;
    let half = |x: f64, z: f64, spread: f64| z * ((target * (1000.0 - target) / x) + spread * spread).sqrt();
    let mut points: Vec<FunnelPoint> = (0..count)
        .map(|index| {
            let u = next();
            let x = 20.0 + 18_000.0 * u * u * u * u;
            let normal: f64 = (0..12).map(|_| next()).sum::<f64>() - 6.0;
            let y = (target + normal * half(x, 1.12, 4.0)).max(0.0);
            let z = (y - target) / half(x, 1.0, 4.0);
            let verdict = match z {
                z if z > 3.09 => Verdict::FarWorse,
                z if z > 1.96 => Verdict::Worse,
                z if z < -3.09 => Verdict::FarBetter,
                z if z < -1.96 => Verdict::Better,
                _ => Verdict::CannotTell,
            };
            FunnelPoint {
                x: x.round(),
                y,
                verdict,
                name: format!("{}{index}", t("架空病院", "Fictional Hospital ")),
                ..FunnelPoint::default()
            }
        })
        .collect();
    for (index, name) in
        [t("みなと市民病院", "Minato Citizens' Hospital"), LONG_NAME.to_owned(), t("しおかぜ病院", "Shiokaze Hospital")]
            .into_iter()
            .enumerate()
    {
        if let Some(point) = points.get_mut(index * 7 + 3) {
            point.name = name;
            point.emphasis = Emphasis::Highlighted;
        }
    }
    let line = |kind, z, spread: f64, label: String| LimitLine {
        kind,
        label,
        points: (0..=120)
            .map(|step| {
                let share = f64::from(step) / 120.0;
                let x = 20.0 + 17_980.0 * share * share * share;
                LimitPoint { x, low: (target - half(x, z, spread)).max(0.0), high: target + half(x, z, spread) }
            })
            .collect(),
    };
    Funnel {
        frame: Frame {
            title: t("4,500院のうち、ほとんどは区別できません", "Of 4,500 hospitals, most cannot be told apart"),
            subtitle: t("再入院 ・ 全国とくらべて ・ 2022年度", "Readmissions · compared with Japan · FY2022"),
            ..frame(locale, "funnel", width)
        },
        x: Axis::new(0.0, 18_000.0).with_unit(t("患者数（人）", "patients")),
        spacing: Spacing::Root,
        y: Axis::new(0.0, 80.0).with_unit(t("1,000人中（人）", "in 1,000 people")).with_ends(
            t("少ない", "fewer"),
            t("多い", "more"),
            BetterEnd::Low,
        ),
        target: Pointer {
            value: target,
            label: t("全国 1,000人中 24人", "Japan: 24 in 1,000 people"),
            text: t("1,000人中 24人", "24 in 1,000 people"),
        },
        limits: vec![
            line(LimitKind::Chance, 1.96, 0.0, t("偶然だけならこの内側（95％）", "Chance alone stays inside (95 %)")),
            line(
                LimitKind::Spread95,
                1.96,
                4.0,
                t("病院間のふつうのばらつき（95％）", "Usual spread between hospitals (95 %)"),
            ),
            line(LimitKind::Spread998, 3.09, 4.0, t("同（99.8％）", "Usual spread (99.8 %)")),
        ],
        points,
        verdict_words: vec![
            (Verdict::FarBetter, t("とても少ない", "far fewer")),
            (Verdict::Better, t("少ない", "fewer")),
            (Verdict::Worse, t("多い", "more")),
            (Verdict::FarWorse, t("とても多い", "far more")),
            (Verdict::CannotTell, t("区別できません", "cannot be told apart")),
        ],
        others_label: t("区別できない病院", "hospitals that cannot be told apart"),
        missing: vec![
            Missing {
                reason: t("症例が少ないため公表されていません", "Not published: too few cases"), count: 312
            },
            Missing { reason: t("調査がありませんでした", "There was no survey"), count: 4 },
        ],
    }
}

/// A list of fourteen hospitals, one with a very long name, two without a figure.
pub fn intervals(locale: Locale, width: f64) -> IntervalList {
    let t = words(locale);
    let mut next = sequence();
    let places =
        [t("架空県みなと市", "Minato City"), t("架空県あおば町", "Aoba Town"), t("架空県しま村", "Shima Village")];
    let rows = (0..14)
        .map(|index| {
            let value = 0.1 + 0.4 * next();
            let half = 0.03 + 0.12 * next();
            let verdict = match value {
                value if value - half > 0.26 => Verdict::Worse,
                value if value + half < 0.22 => Verdict::Better,
                _ => Verdict::CannotTell,
            };
            let known = if index > 11 {
                Known::Missing {
                    reason: t("症例が少ないため公表されていません", "Not published: too few cases")
                }
            } else {
                let text = t(&format!("{value:.2}件"), &format!("{value:.2}"));
                Known::Value(Reading { text, ..reading(locale, value, half) })
            };
            IntervalRow {
                name: match index {
                    2 => LONG_NAME.to_owned(),
                    5 => t("しおかぜ病院", "Shiokaze Hospital"),
                    _ => t(&format!("架空第{}病院", index + 1), &format!("Fictional Hospital No. {}", index + 1)),
                },
                detail: places[index % 3].clone(),
                known,
                verdict,
                verdict_words: match verdict {
                    Verdict::Worse => t("全国より多い", "more than Japan as a whole"),
                    Verdict::Better => t("全国より少ない", "fewer than Japan as a whole"),
                    _ => t("区別できません", "cannot be told apart"),
                },
                emphasis: if index == 5 { Emphasis::Highlighted } else { Emphasis::Plain },
                link: String::new(),
            }
        })
        .collect();
    let ruler = ruler(locale, "intervals", width);
    IntervalList {
        frame: Frame {
            title: t(
                "14院のうち10院は全国と区別できません",
                "10 of 14 hospitals cannot be told apart from Japan as a whole",
            ),
            subtitle: t("転倒・転落（けがあり） ・ 近い順 ・ 2024年度", "Falls with harm · by distance · FY2024"),
            ..ruler.frame
        },
        axis: ruler.axis,
        target: ruler.national,
        field: None,
        rows,
    }
}

/// Eleven years with a change of scope, a change of definition and a missing year.
pub fn trend(locale: Locale, width: f64) -> Trend {
    let t = words(locale);
    let mut next = sequence();
    let values = (0..11)
        .map(|index| match index {
            7 => Known::Missing {
                reason: t("災害のため報告がありません", "Not reported because of a disaster")
            },
            _ => Known::Value(reading(locale, if index < 4 { 0.40 } else { 0.24 } + 0.06 * next(), 0.05)),
        })
        .collect();
    Trend {
        frame: Frame {
            title: t("3年続けて同じくらい", "About the same for three years"),
            subtitle: t("しおかぜ病院 ・ 転倒・転落（けがあり）", "Shiokaze Hospital · falls with harm"),
            ..frame(locale, "trend", width)
        },
        height: TrendHeight::Standard,
        axis: ruler(locale, "", width).axis,
        periods: (2012..2023).map(|year| year.to_string()).collect(),
        values,
        own_label: t("この病院", "This hospital"),
        national: Some(National {
            label: t("全国", "Japan"),
            values: (0..11).map(|index| Some(if index < 4 { 0.33 } else { 0.22 } - 0.004 * f64::from(index))).collect(),
            texts: Vec::new(),
        }),
        breaks: vec![
            Break {
                before: 2,
                kind: BreakKind::Scope,
                label: t("2014年度から対象の病院が増えました", "From FY2014 more hospitals are counted"),
            },
            Break {
                before: 4,
                kind: BreakKind::Definition,
                label: t(
                    "2016年度から数え方が変わりました。前の年とはくらべられません",
                    "From FY2016 it is counted differently; earlier years cannot be compared",
                ),
            },
        ],
    }
}
