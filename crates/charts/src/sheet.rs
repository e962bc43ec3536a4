//! How is a sheet filled from top to bottom: heading, drawing, caveats, source?

use crate::ink::Ink;
use crate::measure::{Weight, shortened, text_width, wrapped};
use crate::scene::{Anchor, Area, Label, Mark, Point, Rim, Scene, Stroke};
use crate::spec::{Frame, Heading, Verdict};

/// A way to set text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Face {
    pub size: f64,
    pub weight: Weight,
    pub ink: Ink,
}

impl Face {
    pub const fn new(size: f64, weight: Weight, ink: Ink) -> Face {
        Face { size, weight, ink }
    }

    pub fn width(&self, text: &str) -> f64 {
        text_width(text, self.size, self.weight)
    }

    pub fn shortened(&self, text: &str, max_width: f64) -> String {
        shortened(text, self.size, self.weight, max_width)
    }

    pub fn line_height(&self) -> f64 {
        (self.size * 1.45).round()
    }
}

/// The faces of a drawing, all from one size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Faces {
    pub title: Face,
    pub figure: Face,
    pub text: Face,
    pub quiet: Face,
    pub small: Face,
    /// What lengths are multiplied with; 1 on a page.
    pub zoom: f64,
}

impl Faces {
    pub fn zoomed(zoom: f64) -> Faces {
        let face = |size: f64, weight, ink| Face::new((size * zoom * 2.0).round() / 2.0, weight, ink);
        Faces {
            title: face(16.0, Weight::Bold, Ink::Ink),
            figure: face(19.0, Weight::Bold, Ink::Ink),
            text: face(13.5, Weight::Regular, Ink::Ink),
            quiet: face(13.0, Weight::Regular, Ink::Quiet),
            small: face(12.0, Weight::Regular, Ink::Quiet),
            zoom,
        }
    }
}

/// A sheet that is being filled; `y` is where the next thing begins.
pub(crate) struct Sheet {
    pub width: f64,
    pub pad: f64,
    pub y: f64,
    pub marks: Vec<Mark>,
}

impl Sheet {
    pub fn new(width: f64, pad: f64) -> Sheet {
        Sheet { width, pad, y: 0.0, marks: Vec::new() }
    }

    pub fn left(&self) -> f64 {
        self.pad
    }

    pub fn right(&self) -> f64 {
        self.width - self.pad
    }

    pub fn room(&self) -> f64 {
        self.right() - self.left()
    }

    pub fn space(&mut self, px: f64) {
        self.y += px;
    }

    pub fn line(&mut self, points: Vec<Point>, ink: Ink, width: f64) {
        self.marks.push(Mark::Line { points, ink, width, stroke: Stroke::Solid });
    }

    pub fn patterned(&mut self, points: Vec<Point>, ink: Ink, width: f64, stroke: Stroke) {
        self.marks.push(Mark::Line { points, ink, width, stroke });
    }

    pub fn rect(&mut self, area: Area, ink: Ink) {
        self.marks.push(Mark::Rect { area, ink });
    }

    pub fn fill(&mut self, points: Vec<Point>, ink: Ink) {
        self.marks.push(Mark::Fill { points, ink });
    }

    pub fn dot(&mut self, at: Point, radius: f64, ink: Ink) {
        self.marks.push(Mark::Dot { at, radius, ink });
    }

    /// A text at a point; empty texts are not drawn.
    pub fn text(&mut self, text: &str, at: Point, anchor: Anchor, face: Face) {
        self.label(text, at, anchor, face, Rim::Bare);
    }

    pub fn rimmed_text(&mut self, text: &str, at: Point, anchor: Anchor, face: Face) {
        self.label(text, at, anchor, face, Rim::Paper);
    }

    fn label(&mut self, text: &str, at: Point, anchor: Anchor, face: Face, rim: Rim) {
        if text.trim().is_empty() {
            return;
        }
        let Face { size, weight, ink } = face;
        let text = text.to_owned();
        self.marks.push(Mark::Text(Label { at, text, size, weight, anchor, ink, rim }));
    }

    /// A text of several lines below what is there, over the whole width.
    pub fn paragraph(&mut self, text: &str, face: Face, max_lines: usize) {
        self.indented_paragraph(text, face, 0.0, max_lines);
    }

    /// The same with room at the left for a sign.
    pub fn indented_paragraph(&mut self, text: &str, face: Face, indent: f64, max_lines: usize) {
        for line in wrapped(text, face.size, face.weight, self.room() - indent, max_lines) {
            let baseline = self.y + face.line_height() * 0.74;
            self.text(&line, (self.left() + indent, baseline), Anchor::Start, face);
            self.y += face.line_height();
        }
    }

    /// Title and subtitle, where they belong to the drawing.
    pub fn heading(&mut self, frame: &Frame, faces: &Faces) {
        if frame.heading == Heading::Elsewhere {
            return;
        }
        self.space((4.0 * faces.zoom).round());
        self.paragraph(&frame.title, faces.title, 4);
        self.paragraph(&frame.subtitle, faces.quiet, 4);
        self.space((8.0 * faces.zoom).round());
    }

    /// The ruler edge, the caveats and the source: nothing of it can be cropped off without cutting into the drawing.
    pub fn strip(&mut self, frame: &Frame, faces: &Faces) {
        self.space((10.0 * faces.zoom).round());
        let notes = frame.notes.iter().filter(|note| !note.trim().is_empty());
        for note in notes {
            self.paragraph(note, Face { ink: Ink::Ink, ..faces.small }, 4);
        }
        self.paragraph(&frame.source, faces.small, 4);
        self.space((6.0 * faces.zoom).round());
    }

    /// Hatching at 45° inside a rectangle, as plain lines.
    pub fn hatch(&mut self, area: Area, spacing: f64) {
        let (width, height) = (area.right - area.left, area.bottom - area.top);
        if !(width > 0.0 && height > 0.0) {
            return;
        }
        let count = ((width + height) / spacing).floor() as u32;
        for index in 1..=count {
            let offset = f64::from(index) * spacing;
            let start = (area.left + (offset - height).max(0.0), area.top + offset.min(height));
            let end = (area.left + offset.min(width), area.top + (offset - width).max(0.0));
            self.line(vec![start, end], Ink::Hatch, 1.0);
        }
    }

    /// The shape of a verdict around a centre.
    pub fn verdict(&mut self, verdict: Verdict, (x, y): Point, radius: f64) {
        let r = if verdict.is_far() { radius * 1.2 } else { radius };
        let ink = verdict_ink(verdict);
        let triangle = |ax: f64, ay: f64| {
            let (px, py) = (-ay, ax);
            vec![
                (x + ax * r, y + ay * r),
                (x - ax * r * 0.75 + px * r, y - ay * r * 0.75 + py * r),
                (x - ax * r * 0.75 - px * r, y - ay * r * 0.75 - py * r),
            ]
        };
        match verdict {
            Verdict::FarBetter | Verdict::Better => self.fill(triangle(0.0, -1.0), ink),
            Verdict::FarWorse | Verdict::Worse => self.fill(triangle(0.0, 1.0), ink),
            Verdict::FarHigher | Verdict::Higher => self.fill(triangle(1.0, 0.0), ink),
            Verdict::FarLower | Verdict::Lower => self.fill(triangle(-1.0, 0.0), ink),
            Verdict::UsualSpread => {
                let ring = circle((x, y), radius * 0.85);
                // the left half: from the lowest point over the left one to the highest
                self.fill(ring[6..=18].to_vec(), ink);
                self.line(ring, ink, (radius * 0.24).max(1.0));
            }
            Verdict::CannotTell => self.dot((x, y), radius * 0.85, ink),
            Verdict::NotJudged => {
                self.patterned(circle((x, y), radius * 0.85), ink, 1.4, Stroke::Dotted);
            }
        }
    }

    pub fn into_scene(self) -> Scene {
        Scene { width: self.width, height: self.y.ceil(), marks: self.marks }
    }
}

/// The colour of a verdict; what is neither better nor worse has none.
pub(crate) fn verdict_ink(verdict: Verdict) -> Ink {
    match verdict {
        Verdict::FarBetter | Verdict::Better => Ink::Better,
        Verdict::FarWorse | Verdict::Worse => Ink::Worse,
        Verdict::UsualSpread | Verdict::CannotTell | Verdict::NotJudged => Ink::Same,
        _ => Ink::Ink,
    }
}

/// A circle as a closed line; 24 corners look round at the size of a sign.
pub(crate) fn circle((x, y): Point, radius: f64) -> Vec<Point> {
    (0..=24)
        .map(|corner| {
            let angle = f64::from(corner) * std::f64::consts::TAU / 24.0;
            (x + radius * libm::cos(angle), y + radius * libm::sin(angle))
        })
        .collect()
}
