//! What does the page hand to the sliders? Everything the browser needs to put the lists in order by itself.
//!
//! Packed as lines of cells with tabs between: readers of a general format would be a large part of what a phone has to load.

use domain::priorities::{Candidate, Score};
use std::fmt::{Display, Write as _};
use std::str::FromStr;

/// The whole board.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Board {
    /// `ja` or `en`.
    pub locale: String,
    /// Path of the page.
    pub path: String,
    /// Parts of the address that are no weights and no answers.
    pub keep: Vec<(String, String)>,
    /// The k of "among the first k".
    pub top: u16,
    /// The criteria.
    pub criteria: Vec<BoardCriterion>,
    /// The trade-off questions.
    pub questions: Vec<BoardQuestion>,
    /// Measures that could be criteria too: id and name.
    pub more: Vec<(String, String)>,
    /// The hospitals of each role.
    pub lists: Vec<BoardList>,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardCriterion {
    /// Id of the measure.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// Why it matters to this person.
    pub why: String,
    /// The published region; `None` where the reader chose the criterion.
    pub published: Option<(f64, f64)>,
    /// The reader's own weight, where one was given.
    pub own: Option<f64>,
    /// Why it orders nobody; empty where it does.
    pub because: String,
}

/// One trade-off question.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardQuestion {
    /// Id.
    pub id: String,
    /// The question.
    pub ask: String,
    /// The first answer.
    pub first_words: String,
    /// The second.
    pub second_words: String,
    /// Criterion of the first.
    pub first: usize,
    /// Criterion of the second.
    pub second: usize,
    /// Amount of the first over amount of the second, in standard scores.
    pub ratio: f64,
    /// `first`, `second`, `either`, or nothing.
    pub answer: String,
}

/// One hospital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardHospital {
    /// Its id.
    pub id: String,
    /// Its page.
    pub href: String,
    /// Name.
    pub name: String,
    /// Municipality and how far.
    pub place: String,
    /// Key for ever.
    pub key: u64,
    /// z and its error in ten-thousandths, criterion by criterion; an error of 0 where no data covers it.
    pub scores: Vec<i32>,
    /// The values in words, one per criterion; none at all where there are too many to send.
    pub values: Vec<String>,
}

/// The hospitals of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardList {
    /// Code of the role.
    pub role: String,
    /// Name of the role.
    pub name: String,
    /// Whether its order in a group is of distance or of place.
    pub order_words: String,
    /// All hospitals of the role, nearest first.
    pub hospitals: Vec<BoardHospital>,
    /// Why nobody is placed, where nobody is.
    pub because: Vec<String>,
}

impl BoardHospital {
    /// The score of a criterion.
    pub fn score(&self, criterion: usize) -> Option<Score> {
        let pair = self.scores.get(2 * criterion..2 * criterion + 2)?;
        let error = u32::try_from(pair[1]).ok().filter(|e| *e > 0)?;
        Some(Score { z: pair[0], error })
    }

    /// Scores as they are handed over.
    pub fn packed(candidate: &Candidate) -> Vec<i32> {
        let pair = |s: &Option<Score>| s.map_or([0, 0], |s| [s.z, i32::try_from(s.error).unwrap_or(i32::MAX)]);
        candidate.scores.iter().flat_map(pair).collect()
    }
}

impl Board {
    /// The board in one text.
    pub fn packed(&self) -> String {
        let mut out = Packer::default();
        out.line("b", &[&self.locale, &self.path, &self.top]);
        self.keep.iter().for_each(|(name, value)| out.line("k", &[name, value]));
        self.more.iter().for_each(|(id, name)| out.line("m", &[id, name]));
        for c in &self.criteria {
            let published = c.published.map_or(String::new(), |(low, high)| format!("{low} {high}"));
            let own = c.own.map_or(String::new(), |own| own.to_string());
            out.line("c", &[&c.id, &c.name, &c.why, &published, &own, &c.because]);
        }
        for q in &self.questions {
            out.line("q", &[&q.id, &q.ask, &q.first_words, &q.second_words, &q.first, &q.second, &q.ratio, &q.answer]);
        }
        for list in &self.lists {
            out.line("l", &[&list.role, &list.name, &list.order_words]);
            list.because.iter().for_each(|text| out.line("x", &[text]));
            for h in &list.hospitals {
                let scores = h.scores.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
                out.line("h", &[&h.id, &h.href, &h.name, &h.place, &h.key, &scores]);
                h.values.iter().for_each(|text| out.line("v", &[text]));
            }
        }
        out.0
    }

    /// Reads it back; `None` where it is no packed board.
    pub fn unpacked(text: &str) -> Option<Self> {
        let mut board = Self::default();
        for line in text.lines() {
            let mut cells = line.split('\t');
            board.take(cells.next()?, &cells.collect::<Vec<_>>())?;
        }
        Some(board)
    }

    fn take(&mut self, kind: &str, cells: &[&str]) -> Option<()> {
        let text = |i: usize| cells.get(i).map(ToString::to_string);
        match kind {
            "b" => (self.locale, self.path, self.top) = (text(0)?, text(1)?, number(cells, 2)?),
            "k" => self.keep.push((text(0)?, text(1)?)),
            "m" => self.more.push((text(0)?, text(1)?)),
            "c" => self.criteria.push(BoardCriterion {
                id: text(0)?,
                name: text(1)?,
                why: text(2)?,
                published: cells.get(3)?.split_once(' ').and_then(|(l, h)| Some((l.parse().ok()?, h.parse().ok()?))),
                own: number(cells, 4),
                because: text(5)?,
            }),
            "q" => self.questions.push(BoardQuestion {
                id: text(0)?,
                ask: text(1)?,
                first_words: text(2)?,
                second_words: text(3)?,
                first: number(cells, 4)?,
                second: number(cells, 5)?,
                ratio: number(cells, 6)?,
                answer: text(7)?,
            }),
            "l" => self.lists.push(BoardList {
                role: text(0)?,
                name: text(1)?,
                order_words: text(2)?,
                hospitals: Vec::new(),
                because: Vec::new(),
            }),
            "x" => self.lists.last_mut()?.because.push(text(0)?),
            "h" => self.lists.last_mut()?.hospitals.push(BoardHospital {
                id: text(0)?,
                href: text(1)?,
                name: text(2)?,
                place: text(3)?,
                key: number(cells, 4)?,
                scores: cells.get(5)?.split(' ').filter_map(|n| n.parse().ok()).collect(),
                values: Vec::new(),
            }),
            "v" => self.lists.last_mut()?.hospitals.last_mut()?.values.push(text(0)?),
            _ => return None,
        }
        Some(())
    }
}

fn number<T: FromStr>(cells: &[&str], i: usize) -> Option<T> {
    cells.get(i)?.parse().ok()
}

/// Lines of cells; a text keeps neither tabs nor line breaks.
#[derive(Default)]
struct Packer(String);

impl Packer {
    fn line(&mut self, kind: &str, cells: &[&dyn Display]) {
        self.0.push_str(kind);
        for cell in cells {
            let start = self.0.len() + 1;
            // Writing into a text cannot fail.
            let _ = write!(self.0, "\t{cell}");
            if self.0[start..].contains(['\t', '\n', '\r']) {
                let plain = self.0[start..].replace(['\t', '\n', '\r'], " ");
                self.0.replace_range(start.., &plain);
            }
        }
        self.0.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_is_read_back_as_it_was_packed() {
        let text = |s: &str| s.to_string();
        let hospital = BoardHospital {
            id: text("a"),
            href: text("/ja/hospitals/a"),
            name: text("「あ」病院"),
            place: text("佐渡市・直線で2.1km"),
            key: u64::MAX,
            scores: vec![-30_000, 1, 0, 0],
            values: vec![text("1,000人中 12人"), text("")],
        };
        let board = Board {
            locale: text("ja"),
            path: text("/ja/priorities"),
            keep: vec![(text("region"), text("JP-15"))],
            top: 3,
            criteria: vec![
                BoardCriterion {
                    id: text("a"),
                    name: text("A"),
                    why: text(""),
                    published: Some((0.5, 3.0)),
                    own: None,
                    because: text(""),
                },
                BoardCriterion {
                    id: text("b"),
                    name: text("B"),
                    why: text("w"),
                    published: None,
                    own: Some(2.25),
                    because: text("x"),
                },
            ],
            questions: vec![BoardQuestion {
                id: text("q"),
                ask: text("?"),
                first_words: text("1"),
                second_words: text("2"),
                first: 0,
                second: 1,
                ratio: 0.1 + 0.2,
                answer: text("either"),
            }],
            more: vec![(text("c"), text("C"))],
            lists: vec![BoardList {
                role: text("island"),
                name: text("離島の病院"),
                order_words: text("近い順"),
                hospitals: vec![hospital],
                because: vec![text("足りません")],
            }],
        };
        assert_eq!(Board::unpacked(&board.packed()), Some(board));
    }

    #[test]
    fn what_is_no_board_is_none() {
        for text in ["z\t1", "h\tx", "b\tja", "c\ta"] {
            assert_eq!(Board::unpacked(text), None, "{text}");
        }
    }
}
