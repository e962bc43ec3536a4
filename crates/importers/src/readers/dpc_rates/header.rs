//! Which figure of which fiscal year stands in a column, by all the words above it?

use crate::literal;
use crate::log::Log;
use crate::source::{Given, SourceDescription, year_of};
use crate::table::{Sheet, label};
use domain::period::Period;
use std::collections::BTreeSet;

/// A figure of these tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Figure {
    /// 件数: discharges.
    Patients,
    /// 在院日数の平均.
    Stay,
    /// 変動係数.
    StayVariation,
    StayLowerQuartile,
    StayMedian,
    StayUpperQuartile,
    /// 医療資源を最も投入した傷病による死亡, as a share and as a count.
    Deaths,
    DeathsCount,
    /// … 以外による死亡.
    OtherDeaths,
    OtherDeathsCount,
    /// 再入院, the same illness within the window.
    Readmission,
    /// 予定外入院.
    Unplanned,
}

/// How a number is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// In its own unit.
    Plain,
    /// A share, which some years print in per cent.
    Share,
}

impl Scale {
    pub(super) fn factor(self, percent: bool) -> f64 {
        if self == Self::Share && percent { 0.01 } else { 1.0 }
    }
}

/// The columns of a sheet.
pub(super) struct Heads {
    pub number: usize,
    pub before: Option<usize>,
    pub name: usize,
    pub municipality: Option<usize>,
    /// Column, figure, how it is printed.
    pub figures: Vec<(usize, Figure, Scale)>,
    /// Shares that are printed in per cent.
    pub percent: BTreeSet<usize>,
    /// The words above each column, top to bottom.
    words: Vec<Vec<String>>,
    /// Place of the first row of facilities.
    pub first_row: usize,
}

/// Rows in which the head is looked for.
const DEPTH: usize = 12;

/// The head of a table of facilities; `None` where the sheet is none.
pub(super) fn heads(sheet: &Sheet) -> Option<Heads> {
    let place_in = |row: usize, wanted: &str| sheet.rows.get(row)?.cells.iter().position(|c| label(c) == wanted);
    let top = (0..DEPTH.min(sheet.rows.len()))
        .find(|row| place_in(*row, "告示番号").is_some() && place_in(*row, "施設名").is_some())?;
    let number = place_in(top, "告示番号")?;
    let is_number = |text: &str| {
        let folded = literal::folded(text);
        !folded.is_empty() && folded.chars().all(|c| c.is_ascii_digit())
    };
    let first_row = (top + 1..sheet.rows.len().min(top + DEPTH))
        .find(|row| sheet.rows.get(*row).is_some_and(|r| is_number(r.get(number))))?;
    // a title stands alone in its row; a row of years above the head does not
    let filled =
        |row: usize| sheet.rows.get(row).map_or(0, |r| r.cells.iter().filter(|c| !c.trim().is_empty()).count());
    let above = (0..top).rev().take_while(|row| filled(*row) >= 2).last().unwrap_or(top);
    let words = words(sheet, above, first_row);
    let title: String =
        sheet.rows.iter().take(above).flat_map(|r| r.cells.iter()).chain([sheet.name.as_str()]).collect();
    let title = label(&title);
    let figures: Vec<(usize, Figure, Scale)> = words
        .iter()
        .enumerate()
        .filter_map(|(at, words)| figure(&words.join("|"), &title).map(|(figure, scale)| (at, figure, scale)))
        .collect();
    let only_patients = figures.iter().all(|(_, figure, _)| *figure == Figure::Patients);
    let percent = percent(sheet, first_row, &figures);
    Some(Heads {
        number,
        before: place_in(top, "通番"),
        name: place_in(top, "施設名")?,
        municipality: place_in(top, "市町村番号"),
        figures: if only_patients { Vec::new() } else { figures },
        percent,
        words,
        first_row,
    })
}

/// The words above each column; a merged cell heads the columns to its right until the next word, but not beyond the cell
/// above it.
fn words(sheet: &Sheet, above: usize, first_row: usize) -> Vec<Vec<String>> {
    let levels = sheet.rows.get(above..first_row).unwrap_or_default();
    let width = levels.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut words: Vec<Vec<String>> = vec![Vec::new(); width];
    let mut begins = vec![false; width];
    for (level, row) in levels.iter().enumerate() {
        let last = level + 1 == levels.len();
        let mut open = String::new();
        for (at, (column, begins)) in words.iter_mut().zip(&mut begins).enumerate() {
            let own = label(row.get(at));
            if !own.is_empty() {
                open = own;
                *begins = true;
                column.push(open.clone());
            } else {
                if *begins {
                    open.clear();
                }
                if !last && !open.is_empty() {
                    column.push(open.clone());
                }
            }
        }
    }
    words
}

fn figure(words: &str, title: &str) -> Option<(Figure, Scale)> {
    let has = |text: &str| words.contains(text);
    let titled = |text: &str| has(text) || title.contains(text);
    let counted = (has("件数") || has("人数")) && !has("率") && !has("割合");
    if has("死亡") {
        return Some(match (has("以外"), counted) {
            (false, false) => (Figure::Deaths, Scale::Share),
            (true, false) => (Figure::OtherDeaths, Scale::Share),
            (false, true) => (Figure::DeathsCount, Scale::Plain),
            (true, true) => (Figure::OtherDeathsCount, Scale::Plain),
        });
    }
    if titled("再入院") && has("同一") && !counted {
        let within = has("以内") || has("期間内");
        return within.then_some((Figure::Readmission, Scale::Share));
    }
    if has("予定外入院") && !counted {
        return Some((Figure::Unplanned, Scale::Share));
    }
    if titled("在院日数") {
        let stays = [
            (&["平均"][..], Figure::Stay),
            (&["変動係数"], Figure::StayVariation),
            (&["25%", "25パーセン", "第1四分位", "q1"], Figure::StayLowerQuartile),
            (&["50%", "50パーセン", "中央", "第2四分位"], Figure::StayMedian),
            (&["75%", "75パーセン", "第3四分位", "q3"], Figure::StayUpperQuartile),
        ];
        if let Some((_, figure)) = stays.iter().find(|(names, _)| names.iter().any(|name| has(name))) {
            return Some((*figure, Scale::Plain));
        }
    }
    let last = words.rsplit('|').next().unwrap_or_default();
    let all = ["件数", "退院患者数", "症例数", "件数計", "合計件数", "全体"].contains(&last);
    (all && !has("率") && !has("割合") && !has("再入院")).then_some((Figure::Patients, Scale::Plain))
}

/// Shares of which one is larger than 1 are printed in per cent.
fn percent(sheet: &Sheet, first_row: usize, figures: &[(usize, Figure, Scale)]) -> BTreeSet<usize> {
    let shares = figures.iter().filter(|(_, _, scale)| *scale == Scale::Share).map(|(at, ..)| *at);
    let rows = sheet.rows.get(first_row..).unwrap_or_default();
    let large = |at: &usize| rows.iter().any(|r| literal::number(r.get(*at)).is_some_and(|n| n > 1.0));
    let any: BTreeSet<usize> = shares.clone().collect();
    // one table is printed in one way: a column of small shares follows the others
    if any.iter().any(large) { any } else { BTreeSet::new() }
}

/// The fiscal year of each column: from the words above it, else that of the whole sheet.
pub(super) fn years(
    sheet: &Sheet,
    heads: &Heads,
    about: &SourceDescription,
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Vec<(usize, Period)>> {
    // the nearest word counts: a title above all columns may name the year of the report
    let of_column = |words: &[String]| words.iter().rev().find_map(|w| fiscal_year(w)).and_then(Period::fiscal_year);
    let mut years: Vec<(usize, Period)> = Vec::new();
    let mut whole: Option<Period> = None;
    for (at, ..) in &heads.figures {
        let printed = heads.words.get(*at).and_then(|words| of_column(words));
        let period = match (printed, whole) {
            (Some(period), _) | (None, Some(period)) => period,
            (None, None) => {
                let titles = sheet.rows.iter().take(heads.first_row).flat_map(|r| r.cells.iter());
                let texts = titles.chain([sheet.name.as_str()]);
                *whole.insert(year_of(texts, &about.edition, given, log)?)
            }
        };
        years.push((*at, period));
    }
    Some(years)
}

/// `平成30年度`, `令和元年度`, `元年度`, `2018年度`, `r6`.
fn fiscal_year(word: &str) -> Option<i16> {
    let short = |era: char| {
        let rest = word.strip_prefix(era)?.trim_end_matches("年度");
        (rest.len() <= 2 && !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())).then_some(rest)
    };
    if short('h').is_some() || short('r').is_some() {
        return literal::fiscal_year(&word.to_uppercase());
    }
    match word.find("年度")? {
        _ if word == "元年度" => Some(2019),
        _ => literal::fiscal_year(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_read_from_the_words_above_a_column() {
        for (word, year) in [
            ("平成30年度", 2018),
            ("令和元年度", 2019),
            ("元年度", 2019),
            ("令和4年度", 2022),
            ("r6", 2024),
            ("h30年度", 2018),
            ("2021年度", 2021),
        ] {
            assert_eq!(fiscal_year(&label(word)), Some(year), "{word}");
        }
        for word in ["平均値", "件数", "rate", "75%"] {
            assert_eq!(fiscal_year(word), None, "{word}");
        }
    }

    #[test]
    fn a_figure_is_known_by_its_words_and_the_title() {
        let stay = "在院日数の状況";
        for (words, title, expected) in [
            ("令和4年度|平均値", stay, Some(Figure::Stay)),
            ("令和4年度|75%タイル値", stay, Some(Figure::StayUpperQuartile)),
            ("令和4年度|件数", stay, Some(Figure::Patients)),
            ("平均値", "救急車", None),
            ("医療資源を最も投入した傷病以外による死亡", "", Some(Figure::OtherDeaths)),
            ("件数|医療資源を最も投入した傷病による死亡", "", Some(Figure::DeathsCount)),
            ("同一疾患|4週間以内", "再入院の状況", Some(Figure::Readmission)),
            ("同一疾患|4週間超", "再入院の状況", None),
            ("異なる疾患|4週間以内", "再入院の状況", None),
            ("予定外入院の率", "", Some(Figure::Unplanned)),
        ] {
            assert_eq!(figure(words, title).map(|(f, _)| f), expected, "{words}");
        }
    }
}
