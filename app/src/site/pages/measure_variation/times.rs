//! How many times as high is a high place as a low one, in figures, and how did that go over the years?

use super::unit_word;
use domain::Period;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::period_words;
use reports::model::{Break, LevelVariation, VariationYear};
use std::collections::BTreeSet;

/// One decimal below ten times, none above.
pub(super) fn times(ratio: f64) -> String {
    i18n::number(ratio, usize::from(ratio < 9.95))
}

/// How many digits a ratio needs beside its range: one below ten times, and more where both ends would else be written alike.
pub(super) fn digits(ratio: f64, range: Option<(f64, f64)>) -> usize {
    let Some((low, high)) = range else { return usize::from(ratio < 9.95) };
    let usual = usize::from(high < 9.95);
    let apart = |digits: &usize| i18n::number(low, *digits) != i18n::number(high, *digits);
    (usual..=usual + 2).find(apart).unwrap_or(usual)
}

/// A ratio with its range, with so many digits; without a range that would be written as one number.
pub(super) fn in_times(
    locale: Locale,
    ratio: f64,
    range: Option<(f64, f64)>,
    digits: usize,
) -> (String, Option<String>) {
    let range = range.filter(|(low, high)| i18n::number(*low, digits) != i18n::number(*high, digits));
    (i18n::number(ratio, digits), range.map(|(low, high)| i18n::range(locale, low, high, digits)))
}

/// A ratio and its range, where they are known.
fn in_figures(year: &VariationYear) -> Option<(f64, Option<(f64, f64)>)> {
    Some((year.ratio.number()?, year.low.number().zip(year.high.number())))
}

/// The digits of a column: as many as the year needs that needs the most, so that no year seems rounder than another.
fn digits_of(level: &LevelVariation) -> usize {
    level.years.iter().filter_map(in_figures).map(|(ratio, range)| digits(ratio, range)).max().unwrap_or(1)
}

/// The ratios over the years, newest first; what stands on both sides of a break cannot be compared.
pub(super) fn years(locale: Locale, levels: &[&LevelVariation], breaks: &[Break]) -> Option<AnyView> {
    let periods: BTreeSet<Period> = levels.iter().flat_map(|l| l.years.iter().map(|y| y.period)).collect();
    if periods.len() < 2 {
        return None;
    }
    let broken = |period: Period| breaks.iter().any(|b| period.start <= b.at && b.at <= period.end);
    let cell = |level: &LevelVariation, period: Period| {
        let year = level.years.iter().find(|y| y.period == period);
        let said = year.and_then(in_figures).map(|(ratio, range)| in_times(locale, ratio, range, digits_of(level)));
        let said = match said {
            Some((ratio, Some(range))) => words::cell(locale, &ratio, &range),
            Some((ratio, None)) => words::cell_alone(locale, &ratio),
            None => words::not_known(locale).to_owned(),
        };
        // how many were compared: a survey that widens changes the figure, too
        let units = year
            .map(|y| view! { <br /><span class="ms-small ms-quiet">{words::compared(locale, &whole(y.units))}</span> });
        view! { {said} {units} }
    };
    let heads = levels.iter().map(|l| view! { <th scope="col">{unit_word(locale, l.level)}</th> }).collect_view();
    let rows = periods.iter().rev().map(|period| {
        let mark = broken(*period).then(|| view! { <span class="ms-note">{words::break_mark(locale)}</span> });
        let cells = levels.iter().map(|level| view! { <td>{cell(level, *period)}</td> }).collect_view();
        view! { <tr><th scope="row">{period_words(locale, *period)} " " {mark}</th> {cells}</tr> }
    });
    let any_break = periods.iter().any(|period| broken(*period));
    Some(
        view! {
            <div class="ms-table" tabindex="0" role="region" aria-label=words::years(locale)>
                <table>
                    <caption>{words::years(locale)}</caption>
                    <thead><tr><th scope="col">{words::year(locale)}</th>{heads}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            {any_break.then(|| view! { <p class="ms-small">{words::break_note(locale)}</p> })}
        }
        .into_any(),
    )
}

mod words {
    i18n::text! {
        pub(super) fn years { ja: "高いところは低いところの何倍か", en: "How many times as high, year by year" }
        pub(super) fn year { ja: "年", en: "Year" }
        pub(super) fn cell(times: &str, range: &str) { ja: "{times}倍（{range}）", en: "{times} ({range})" }
        pub(super) fn cell_alone(times: &str) { ja: "{times}倍", en: "{times}" }
        pub(super) fn compared(count: &str) { ja: "{count}で比較", en: "of {count}" }
        pub(super) fn not_known { ja: "計算できません", en: "not known" }
        pub(super) fn break_mark { ja: "※", en: "*" }
        pub(super) fn break_note {
            ja: "※ この年から数え方か対象が変わりました。前の年とはくらべられません。",
            en: "* From this year on, the definition or the hospitals covered changed, so it cannot be compared with the year before.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::variation::Level;
    use reports::model::Figure;

    #[test]
    fn both_ends_of_a_range_can_be_told_apart() {
        let told = |ratio, range| in_times(Locale::En, ratio, range, digits(ratio, range));
        assert_eq!(told(1.5, Some((1.2, 1.8))), ("1.5".to_owned(), Some("1.2–1.8".to_owned())));
        assert_eq!(told(1.5, Some((1.49, 1.52))), ("1.50".to_owned(), Some("1.49–1.52".to_owned())));
        assert_eq!(told(1.5, None), ("1.5".to_owned(), None));
    }

    #[test]
    fn the_years_of_a_level_have_equally_many_digits() {
        let year = |at, (ratio, low, high)| VariationYear {
            period: Period::fiscal_year(at).unwrap(),
            units: 47,
            ratio: Figure::Number(ratio),
            low: Figure::Number(low),
            high: Figure::Number(high),
        };
        let years = vec![year(2022, (1.117, 1.096, 1.149)), year(2014, (1.125, 1.103, 1.159))];
        let level = LevelVariation { level: Level::Region, years, course: None };
        assert_eq!(digits_of(&level), 2, "1.12 (1.10–1.15) beside 1.13 (1.10–1.16), not 1.1 (1.1–1.2)");
    }
}
