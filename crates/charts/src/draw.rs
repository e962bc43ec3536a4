//! How does a placed scene become SVG? By plotters, mark by mark, and nothing is decided here any more.

use plotters::coord::Shift;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{DrawingArea, IntoDrawingArea, IntoFont, ShapeStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, RGBColor, TextStyle};

use crate::ink::Ink;
use crate::measure::Weight;
use crate::pen::{DASHED, DOTTED, Pen, RIM, TENTHS};
use crate::scene::{Anchor, Label, Mark, Point, Rim, Scene, Stroke};

type Sheet<'a> = DrawingArea<Pen<'a>, Shift>;

/// Adds the elements of a scene to an SVG document.
pub(crate) fn draw(scene: &Scene, out: &mut String) {
    let sheet = Pen::new(out, (scene.width, scene.height)).into_drawing_area();
    for mark in &scene.marks {
        draw_mark(&sheet, mark);
    }
    // The pen writes to memory and cannot fail.
    let _ = sheet.present();
}

fn draw_mark(sheet: &Sheet<'_>, mark: &Mark) {
    let _ = match mark {
        Mark::Line { points, ink, width, stroke } => {
            let pattern = match stroke {
                Stroke::Solid => 0,
                Stroke::Dashed => DASHED,
                Stroke::Dotted => DOTTED,
            };
            let style = style(*ink, pattern, *width);
            sheet.draw(&PathElement::new(points.iter().map(tenths).collect::<Vec<_>>(), style))
        }
        Mark::Fill { points, ink } => {
            let points: Vec<_> = points.iter().map(tenths).collect();
            sheet.draw(&Polygon::new(points, style(*ink, 0, 0.0).filled()))
        }
        Mark::Rect { area, ink } => {
            let corners = [tenths(&(area.left, area.top)), tenths(&(area.right, area.bottom))];
            sheet.draw(&Rectangle::new(corners, style(*ink, 0, 0.0).filled()))
        }
        Mark::Dot { at, radius, ink } => {
            let radius = (radius * TENTHS).round() as i32;
            sheet.draw(&Circle::new(tenths(at), radius, style(*ink, 0, 0.0).filled()))
        }
        Mark::Text(label) => sheet.draw(&Text::new(label.text.as_str(), tenths(&label.at), text_style(label))),
    };
}

fn tenths(&(x, y): &Point) -> (i32, i32) {
    ((x * TENTHS).round() as i32, (y * TENTHS).round() as i32)
}

fn style(ink: Ink, pattern: u8, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: RGBColor(ink.index(), pattern, 0).to_rgba(),
        filled: false,
        stroke_width: (width * TENTHS).round() as u32,
    }
}

fn text_style(label: &Label) -> TextStyle<'static> {
    let weight = match label.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    };
    let anchor = match label.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let rim = match label.rim {
        Rim::Bare => 0,
        Rim::Paper => RIM,
    };
    TextStyle {
        font: ("sans-serif", label.size).into_font().style(weight),
        color: RGBColor(label.ink.index(), rim, 0).to_backend_color(),
        pos: Pos::new(anchor, VPos::Bottom),
    }
}
