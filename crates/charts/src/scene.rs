//! What exactly is drawn, and where? The outcome of placing, the input of drawing.
//!
//! Every coordinate of a chart stands in a [`Scene`]; tests look at it instead of at pictures.

use crate::ink::Ink;
use crate::measure::{Weight, text_width};

/// A point in pixels from the upper left corner.
pub type Point = (f64, f64);

/// An upright rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Area {
    /// A rectangle from its corners.
    pub const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Area {
        Area { left, top, right, bottom }
    }

    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether the other rectangle lies wholly inside.
    pub fn contains(&self, other: &Area) -> bool {
        other.left >= self.left && other.right <= self.right && other.top >= self.top && other.bottom <= self.bottom
    }

    /// The rectangle with a margin on every side.
    pub fn grown(&self, by: f64) -> Area {
        Area::new(self.left - by, self.top - by, self.right + by, self.bottom + by)
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Without gaps.
    Solid,
    /// Long dashes.
    Dashed,
    /// Dots.
    Dotted,
}

/// Which end of a text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// Whether a text has a rim of paper, to stay legible on lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rim {
    /// No rim.
    Bare,
    /// A rim of paper.
    Paper,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where its baseline begins, is centred or ends.
    pub at: Point,
    /// The text.
    pub text: String,
    /// Font size in pixels.
    pub size: f64,
    /// Font weight.
    pub weight: Weight,
    /// Which end stands at the point.
    pub anchor: Anchor,
    /// The colour.
    pub ink: Ink,
    /// The rim.
    pub rim: Rim,
}

impl Label {
    /// The rectangle the text fills, by measured width.
    pub fn area(&self) -> Area {
        let width = text_width(&self.text, self.size, self.weight);
        let left = match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - width / 2.0,
            Anchor::End => self.at.0 - width,
        };
        Area::new(left, self.at.1 - self.size * 0.88, left + width, self.at.1 + self.size * 0.16)
    }
}

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// An open line through points.
    Line {
        /// The points.
        points: Vec<Point>,
        /// The colour.
        ink: Ink,
        /// Width in pixels.
        width: f64,
        /// Dashes.
        stroke: Stroke,
    },
    /// A filled shape.
    Fill {
        /// The corners.
        points: Vec<Point>,
        /// The colour.
        ink: Ink,
    },
    /// A filled upright rectangle.
    Rect {
        /// Its edges.
        area: Area,
        /// The colour.
        ink: Ink,
    },
    /// A filled disc.
    Dot {
        /// Its centre.
        at: Point,
        /// Its radius in pixels.
        radius: f64,
        /// The colour.
        ink: Ink,
    },
    /// A line of text.
    Text(Label),
}

/// All that is drawn, in order, on a sheet of a size.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// What is drawn, lowest first.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// All texts.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(label) => Some(label),
            _ => None,
        })
    }

    /// Everything that would make the drawing illegible: text over text, marks beyond the sheet, what is not a number.
    ///
    /// Empty for every input; that is what the property tests hold on to.
    pub fn faults(&self) -> Vec<String> {
        let sheet = Area::new(0.0, 0.0, self.width, self.height).grown(0.51);
        let mut faults = Vec::new();
        let labels: Vec<(&Label, Area)> = self.labels().map(|label| (label, label.area())).collect();
        for (index, (label, area)) in labels.iter().enumerate() {
            if !sheet.contains(area) {
                faults.push(format!("text beyond the sheet: {:?} {area:?}", label.text));
            }
            for (other, other_area) in &labels[index + 1..] {
                if area.grown(-0.2).overlaps(&other_area.grown(-0.2)) {
                    faults.push(format!("text over text: {:?} {:?}", label.text, other.text));
                }
            }
        }
        for mark in &self.marks {
            if extent(mark).iter().any(|(x, y)| !sheet.contains(&Area::new(*x, *y, *x, *y))) {
                faults.push(format!("mark beyond the sheet: {mark:?}"));
            }
        }
        faults
    }
}

fn extent(mark: &Mark) -> Vec<Point> {
    match mark {
        Mark::Line { points, .. } | Mark::Fill { points, .. } => points.clone(),
        Mark::Rect { area, .. } => vec![(area.left, area.top), (area.right, area.bottom)],
        Mark::Dot { at: (x, y), radius, .. } => {
            vec![(x - radius, y - radius), (x + radius, y + radius)]
        }
        Mark::Text(_) => Vec::new(),
    }
}
