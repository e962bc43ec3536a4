//! How is a break in a series shown: a line with its words above the plot, or with a number that the legend explains?

use crate::ink::Ink;
use crate::legend::Sign;
use crate::scene::{Anchor, Area, Stroke};
use crate::sheet::{Face, Sheet, circle};
use crate::upright::Upright;
use crate::years::Years;

/// Room of a numbered circle.
const CIRCLE: f64 = 18.0;
/// More words than these would stand higher than the plot.
const MOST_WORDS: usize = 4;

/// Why years before and after cannot simply be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// What is counted changed: the line ends and begins anew.
    Definition,
    /// Who is counted changed: the line of all goes on in dashes, that of one as it was.
    Scope,
}

/// A break between two periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Break {
    /// The index of the first period after the break.
    pub before: usize,
    /// What changed.
    pub kind: BreakKind,
    /// The same in words: `2016年度から数え方が変わりました`.
    pub label: String,
}

/// A break that is drawn, with the index of the first period after it among the drawn ones.
pub(crate) type Drawn<'a> = (usize, &'a Break);

/// Breaks inside the drawn periods, from left to right.
pub(crate) fn drawn<'a>(breaks: &'a [Break], years: &Years) -> Vec<Drawn<'a>> {
    let inside = |change: &'a Break| {
        let index = change.before.checked_sub(years.first)?;
        (index > 0 && index < years.count).then_some((index, change))
    };
    let mut breaks: Vec<Drawn<'a>> = breaks.iter().filter_map(inside).collect();
    breaks.sort_by_key(|(index, _)| *index);
    breaks
}

/// How the breaks of one drawing are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// Words above the plot, each beginning at its line.
    Words,
    /// Numbers above the plot; the words stand in the legend.
    Numbers,
}

/// Words where each fits on one line to the right of its break, else numbers.
pub(crate) fn naming(breaks: &[Drawn<'_>], years: &Years, right: f64, face: Face) -> Naming {
    let fits = |(index, change): &Drawn<'_>| years.start(*index) + face.width(&change.label) <= right;
    if breaks.len() <= MOST_WORDS && breaks.iter().all(fits) { Naming::Words } else { Naming::Numbers }
}

/// What the legend says of numbered breaks.
pub(crate) fn legend_items(breaks: &[Drawn<'_>]) -> Vec<(Sign, String)> {
    let numbered = breaks.iter().zip(1..);
    numbered.map(|((_, change), number)| (Sign::Number(number), change.label.clone())).collect()
}

/// Takes the room above the plot that the names of the breaks need; returns where their lines begin.
///
/// The leftmost name stands highest, so that no line runs through another's words.
pub(crate) fn place_names(
    sheet: &mut Sheet,
    breaks: &[Drawn<'_>],
    (years, naming): (&Years, Naming),
    face: Face,
) -> Vec<f64> {
    let face = Face { ink: Ink::Ink, ..face };
    let mut heads = Vec::new();
    match naming {
        Naming::Words => {
            for (index, change) in breaks {
                let baseline = sheet.y + face.line_height() * 0.74;
                let left = years.start(*index) - 4.0;
                let words = face.shortened(&change.label, sheet.right() - left);
                sheet.text(&words, (left, baseline), Anchor::Start, face);
                sheet.y += face.line_height();
                heads.push(sheet.y + 1.0);
            }
        }
        Naming::Numbers if !breaks.is_empty() => {
            let mut free = f64::NEG_INFINITY;
            for ((index, _), number) in breaks.iter().zip(1..) {
                let x = years.start(*index).max(free + CIRCLE / 2.0);
                if x + CIRCLE / 2.0 <= sheet.right() {
                    numbered_circle(sheet, (x, sheet.y + CIRCLE / 2.0), number, face);
                    free = x + CIRCLE / 2.0;
                }
                heads.push(sheet.y + CIRCLE);
            }
            sheet.y += CIRCLE;
        }
        Naming::Numbers => {}
    }
    heads
}

/// A small number in a circle.
pub(crate) fn numbered_circle(sheet: &mut Sheet, (x, y): (f64, f64), number: usize, face: Face) {
    let face = Face { size: face.size - 1.5, ink: Ink::Ink, ..face };
    sheet.line(circle((x, y), CIRCLE * 0.42), Ink::Ink, 1.0);
    sheet.text(&number.to_string(), (x, y + face.size * 0.36), Anchor::Middle, face);
}

/// What broke before a period, for a table.
pub(crate) fn said_before(locale: i18n::Locale, breaks: &[Break], index: usize) -> String {
    let here = breaks.iter().filter(|change| change.before == index);
    i18n::list(locale, &here.map(|change| change.label.as_str()).collect::<Vec<_>>())
}

/// The lines themselves: a gap between two edges where the definition changed, dots where the scope did.
pub(crate) fn draw_lines(sheet: &mut Sheet, breaks: &[Drawn<'_>], (years, heads): (&Years, &[f64]), upright: &Upright) {
    let Area { top, bottom, .. } = upright.plot;
    for ((index, change), head) in breaks.iter().zip(heads) {
        let (x, head) = (years.start(*index), head.min(top));
        match change.kind {
            BreakKind::Definition => {
                sheet.rect(Area::new(x - 3.0, top - 1.0, x + 3.0, bottom), Ink::Paper);
                for side in [x - 3.0, x + 3.0] {
                    sheet.line(vec![(side, top - 1.0), (side, bottom)], Ink::Tick, 1.0);
                }
                sheet.line(vec![(x, head), (x, top - 1.0)], Ink::Tick, 1.0);
            }
            BreakKind::Scope => {
                sheet.patterned(vec![(x, head), (x, bottom)], Ink::Tick, 1.2, Stroke::Dotted);
            }
        }
    }
}

/// The breaks that part the line of one: which others are counted changes the value of all, not its own.
pub(crate) fn of_its_own<'a>(breaks: &[Drawn<'a>]) -> Vec<Drawn<'a>> {
    breaks.iter().copied().filter(|(_, change)| change.kind == BreakKind::Definition).collect()
}

/// Whether a line may go on from the period before `index`, and how.
pub(crate) fn bridge(breaks: &[Drawn<'_>], index: usize) -> Option<Stroke> {
    let here = || breaks.iter().filter(|(at, _)| *at == index).map(|(_, change)| change.kind);
    if here().any(|kind| kind == BreakKind::Definition) {
        return None;
    }
    Some(if here().any(|kind| kind == BreakKind::Scope) { Stroke::Dashed } else { Stroke::Solid })
}
