//! How is it said where a hospital may stand? Never as one place, and among few not at all.

use domain::priorities::Position;
use i18n::Locale;
use std::fmt::Write as _;

/// Below so many placed hospitals of one role nobody is told a place: among two, the first half would be the first place.
pub const FEWEST: usize = 6;

/// Width of the scale, in its own units.
const SCALE: f64 = 240.0;

/// Where a hospital may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// From one place to another one.
    Places(usize, usize),
    /// In one of three parts of the list, which ends at these places.
    Part(Part, usize, usize),
}

/// A third of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Front,
    Middle,
    Back,
}

/// The range of the draws; where they leave one place, that of chance alone; where that leaves one too, the third it lies in.
pub(super) fn shown(p: &Position, placed: usize) -> Shown {
    let by_chance = (p.by_chance.0.min(p.low), p.by_chance.1.max(p.high));
    match (p.low == p.high, by_chance.0 == by_chance.1) {
        (false, _) => Shown::Places(p.low, p.high),
        (true, false) => Shown::Places(by_chance.0, by_chance.1),
        (true, true) => third(p.low, placed),
    }
}

fn third(place: usize, placed: usize) -> Shown {
    let ends = [placed / 3, placed - placed / 3, placed];
    match place {
        place if place <= ends[0] => Shown::Part(Part::Front, 1, ends[0]),
        place if place <= ends[1] => Shown::Part(Part::Middle, ends[0] + 1, ends[1]),
        _ => Shown::Part(Part::Back, ends[1] + 1, ends[2]),
    }
}

/// The same in words.
pub(super) fn in_words(locale: Locale, p: &Position, placed: usize) -> String {
    match shown(p, placed) {
        Shown::Places(low, high) => words::places(locale, low, high, placed),
        Shown::Part(Part::Front, ..) => words::front(locale, placed),
        Shown::Part(Part::Middle, ..) => words::middle(locale, placed),
        Shown::Part(Part::Back, ..) => words::back(locale, placed),
    }
}

/// The same on the scale from the first to the last place; the words beside it say it too.
#[allow(clippy::cast_precision_loss)]
pub(super) fn bar(p: &Position, placed: usize) -> String {
    let (Shown::Places(low, high) | Shown::Part(_, low, high)) = shown(p, placed);
    let step = SCALE / placed.max(1) as f64;
    let shown = placed.clamp(1, 60);
    let mut ticks = String::new();
    for tick in 0..=shown {
        let (x, foot) = (SCALE * tick as f64 / shown as f64, if tick % 5 == 0 { 20 } else { 17 });
        let _ = write!(ticks, "M{x:.1} 14V{foot}");
    }
    let (left, width) = (step * (low as f64 - 1.0), step * (high + 1 - low) as f64);
    format!(
        "<svg class=\"ms-place\" viewBox=\"-1 0 242 21\" width=\"242\" height=\"21\" aria-hidden=\"true\" focusable=\"false\">\
         <path class=\"ms-place-tick\" d=\"M0 14H{SCALE}{ticks}\"/>\
         <rect class=\"ms-place-bar\" x=\"{left:.1}\" y=\"4\" width=\"{width:.1}\" height=\"7\"/></svg>"
    )
}

mod words {
    i18n::text! {
        pub(super) fn places(low: usize, high: usize, of: usize) {
            ja: "{of}院の中で {low}〜{high}番目のあいだ",
            en: "Somewhere from {low} to {high} among {of}",
        }
        pub(super) fn front(of: usize) { ja: "{of}院の中で 前のほう", en: "Toward the front among {of}" }
        pub(super) fn middle(of: usize) { ja: "{of}院の中で 真ん中のあたり", en: "Around the middle among {of}" }
        pub(super) fn back(of: usize) { ja: "{of}院の中で 後ろのほう", en: "Toward the back among {of}" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(low: usize, high: usize, by_chance: (usize, usize)) -> Position {
        let (candidate, top_share, uncovered, moved_by, moved_by_weights) = (0, 1.0, 0.0, None, false);
        Position { candidate, low, high, top_share, uncovered, moved_by, by_chance, moved_by_weights }
    }

    #[test]
    fn nobody_is_told_one_place() {
        let said = |low, high, by_chance| in_words(Locale::Ja, &at(low, high, by_chance), 9);
        assert_eq!(said(2, 4, (1, 6)), "9院の中で 2〜4番目のあいだ");
        assert_eq!(said(1, 1, (1, 3)), "9院の中で 1〜3番目のあいだ");
        for place in 1..=9 {
            let said = said(place, place, (place, place));
            assert!(!said.contains("番目"), "{said}");
        }
        assert!(said(1, 1, (1, 1)).contains("前のほう") && said(9, 9, (9, 9)).contains("後ろのほう"));
    }

    #[test]
    fn the_thirds_of_a_list_hold_every_place_once() {
        for placed in FEWEST..40 {
            let parts = |place| match third(place, placed) {
                Shown::Part(_, low, high) => (low, high),
                Shown::Places(..) => unreachable!("a third"),
            };
            assert!((1..=placed).all(|place| (parts(place).0..=parts(place).1).contains(&place)), "{placed}");
            assert!((1..=placed).all(|place| parts(place).0 < parts(place).1), "{placed}");
        }
    }
}
