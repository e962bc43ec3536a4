//! What has room on a handout, so that it is one page whatever the names and sentences are?
//!
//! Lines are counted in millimetres of the printed page. Where all does not fit, the questions become fewer, then what is to be
//! said aloud is left to the page itself, and last of all the drawing: facts and their caution always stand. What each of
//! several hospitals is stands where it leaves room for some questions.

use super::{Paper, SLACK, weight};
use charts::text_width;

/// So many questions and sentences, with the drawing or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) spoken: usize,
    pub(super) asked: usize,
    pub(super) beside: usize,
    pub(super) drawing: Drawn,
}

/// Whether the ruler stands on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawn {
    Yes,
    No,
}

/// So many questions at most.
pub(super) const MOST_ASKED: usize = 5;

/// Questions that are worth more than another row about each hospital.
const SOME_ASKED: usize = 2;

/// From most to least.
const PLANS: [Plan; 10] = [
    Plan { spoken: 3, asked: 5, beside: 0, drawing: Drawn::Yes },
    Plan { spoken: 3, asked: 4, beside: 0, drawing: Drawn::Yes },
    Plan { spoken: 3, asked: 3, beside: 0, drawing: Drawn::Yes },
    Plan { spoken: 3, asked: 2, beside: 0, drawing: Drawn::Yes },
    Plan { spoken: 3, asked: 1, beside: 0, drawing: Drawn::Yes },
    Plan { spoken: 0, asked: 3, beside: 0, drawing: Drawn::Yes },
    Plan { spoken: 0, asked: 2, beside: 0, drawing: Drawn::Yes },
    Plan { spoken: 0, asked: 1, beside: 0, drawing: Drawn::Yes },
    Plan { spoken: 0, asked: 3, beside: 0, drawing: Drawn::No },
    Plan { spoken: 0, asked: 1, beside: 0, drawing: Drawn::No },
];

/// Height between the margins; lines are counted with room to spare.
const ROOM: f64 = 266.0;
/// Between the margins.
const WIDTH: f64 = 180.0;
/// Size of running text, and how high a line of it is.
const SIZE: f64 = 4.3;
const LINE: f64 = 1.65 * SIZE;
/// Edge and top line, the gaps around the facts, and the foot with its square.
const FIXED: f64 = 14.0 + 4.0 + 36.0;
/// That it is invented.
const INVENTED: f64 = 9.0;
/// Heading of a list.
const HEADING: f64 = 13.5;
/// Ruler without its caption.
const RULER: f64 = 50.0;

impl Paper<'_> {
    /// The most that fits.
    pub(super) fn plan(&self, spoken: &[&str], asked: &[&str], caption: &str) -> Plan {
        let heights = |texts: &[&str]| -> Vec<f64> { texts.iter().map(|text| lines(text, 1.0, 1.5) * LINE).collect() };
        let drawing = if caption.is_empty() { 0.0 } else { RULER + lines(caption, 0.85, 0.0) * 0.85 * LINE };
        let beside: Vec<&str> = self.told.beside.iter().map(String::as_str).collect();
        let beside = heights(&beside);
        let plan = |rows: usize| {
            let own = match rows {
                0 => 0.0,
                _ => HEADING + beside.iter().take(rows).sum::<f64>(),
            };
            Plan { beside: rows, ..fitting(self.always() + own, &heights(spoken), &heights(asked), drawing) }
        };
        let leaves_room = |plan: &Plan| plan.asked >= asked.len().min(SOME_ASKED);
        (1..=beside.len()).rev().map(plan).find(leaves_room).unwrap_or_else(|| plan(0))
    }

    /// What stands on every handout.
    fn always(&self) -> f64 {
        let scale = if self.told.heads.len() == 1 { 1.8 } else { 1.1 };
        let heads = self.told.heads.iter().map(|head| {
            // a reading stands above a name, or on a line of its own
            let reading =
                if head.reading.is_empty() { 0.0 } else { lines(&head.reading, scale / 2.0, 0.0) * scale / 2.0 };
            let name = lines(&head.name, scale, 0.0) * scale * 1.35 + reading;
            (name + lines(&head.below, 0.85, 0.0) * 0.85 * 1.4 + 0.3) * SIZE
        });
        let facts = self.told.facts.iter().map(|fact| lines(fact, 1.0, 1.8) * LINE + 0.5 * SIZE);
        let places = self.places_shown().iter().map(|said| lines(said, 0.9, 1.0) * 0.9 * 1.45 * SIZE + 0.4 * SIZE);
        let phone = match self.told.phone.as_str() {
            "" => 0.0,
            said => HEADING + lines(said, 1.0, 0.0) * LINE,
        };
        let sites = self.told.sites.iter().map(|said| lines(said, 0.9, 1.0) * 0.9 * LINE);
        let caveat = lines(&self.told.caveat, 0.95, 6.0) * 0.95 * LINE + 6.0;
        let invented = if self.release.is_demonstration() { INVENTED } else { 0.0 };
        FIXED + invented + heads.sum::<f64>() + facts.chain(places).chain(sites).sum::<f64>() + phone + caveat
    }
}

/// The first plan for which there is room beside what always stands; the last one where there is none.
fn fitting(always: f64, spoken: &[f64], asked: &[f64], drawing: f64) -> Plan {
    let list = |heights: &[f64], most: usize| match heights.iter().take(most).sum::<f64>() {
        0.0 => 0.0,
        sum => HEADING + sum,
    };
    let fits = |plan: &Plan| {
        let drawing = if plan.drawing == Drawn::Yes { drawing } else { 0.0 };
        always + drawing + list(spoken, plan.spoken) + list(asked, plan.asked) <= ROOM
    };
    let [.., least] = PLANS;
    PLANS.into_iter().find(fits).unwrap_or(least)
}

/// Lines of a text at a scale of the running text, indented by so many of its letters.
fn lines(text: &str, scale: f64, indent: f64) -> f64 {
    (text_width(text, SIZE * scale, weight(scale)) * SLACK / (WIDTH - indent * SIZE)).ceil().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handout_that_is_too_long_has_fewer_questions_first_and_loses_its_drawing_last() {
        let (spoken, asked) = ([7.0; 3], [7.0; 3]);
        let plan = |always: f64| fitting(always, &spoken, &asked, 55.0);
        assert_eq!(plan(100.0), Plan { spoken: 3, asked: 5, beside: 0, drawing: Drawn::Yes });
        assert_eq!(plan(150.0), Plan { spoken: 3, asked: 1, beside: 0, drawing: Drawn::Yes });
        assert_eq!(plan(170.0), Plan { spoken: 0, asked: 3, beside: 0, drawing: Drawn::Yes });
        assert_eq!(plan(200.0), Plan { spoken: 0, asked: 3, beside: 0, drawing: Drawn::No });
        assert_eq!(plan(1000.0), Plan { spoken: 0, asked: 1, beside: 0, drawing: Drawn::No });
    }
}
