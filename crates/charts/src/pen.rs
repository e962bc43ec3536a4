//! How do plotters' drawing calls become SVG elements whose colours are classes?
//!
//! A backend for plotters: it works in tenths of a pixel (plotters counts in whole units), takes the red part of a colour
//! as the number of an [`Ink`] and the green part as a line style, and joins neighbouring lines and discs of one style
//! into one path, so that thousands of points stay small.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::ink::Ink;

/// Units of the backend in one pixel.
pub(crate) const TENTHS: f64 = 10.0;
/// The green part of a colour that asks for dashes.
pub(crate) const DASHED: u8 = 1;
/// The green part of a colour that asks for dots.
pub(crate) const DOTTED: u8 = 2;
/// The green part of a colour that asks for a rim of paper around text.
pub(crate) const RIM: u8 = 3;

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

#[derive(PartialEq, Clone, Copy)]
enum Run {
    Strokes { ink: u8, pattern: u8, width: u32 },
    Fills { ink: u8 },
    Discs { ink: u8, radius: u32 },
}

/// Writes SVG elements to the end of a text.
pub(crate) struct Pen<'a> {
    out: &'a mut String,
    size: (u32, u32),
    run: Option<Run>,
    at: BackendCoord,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(out: &'a mut String, (width, height): (f64, f64)) -> Pen<'a> {
        let size = ((width * TENTHS) as u32, (height * TENTHS) as u32);
        Pen { out, size, run: None, at: (0, 0) }
    }

    fn begin(&mut self, run: Run) {
        if self.run == Some(run) {
            return;
        }
        self.end_run();
        self.at = (0, 0);
        let _ = match run {
            Run::Strokes { ink, pattern, width } => {
                let class = Ink::class_of(ink);
                let dashes = match pattern {
                    DASHED => " stroke-dasharray=\"6 4\"",
                    DOTTED => " stroke-dasharray=\"1.5 3\"",
                    _ => "",
                };
                let width = Tenths(width as i32);
                write!(self.out, "<path class=\"mc-s-{class}\" stroke-width=\"{width}\"{dashes} d=\"")
            }
            Run::Fills { ink } => {
                write!(self.out, "<path class=\"mc-f-{}\" d=\"", Ink::class_of(ink))
            }
            Run::Discs { ink, radius } => {
                let (class, width) = (Ink::class_of(ink), Tenths(radius as i32 * 2));
                write!(
                    self.out,
                    "<path class=\"mc-s-{class} mc-r\" stroke-linecap=\"round\" stroke-width=\"{width}\" d=\""
                )
            }
        };
        self.run = Some(run);
    }

    fn end_run(&mut self) {
        if self.run.take().is_some() {
            self.out.push_str("\"/>\n");
        }
    }

    /// Relative steps are shorter than places and compress better.
    fn step(&mut self, command: char, (x, y): BackendCoord) {
        let (dx, dy) = (x - self.at.0, y - self.at.1);
        let _ = match (command, dx, dy) {
            ('l', 0, dy) => write!(self.out, "v{}", Tenths(dy)),
            ('l', dx, 0) => write!(self.out, "h{}", Tenths(dx)),
            _ => write!(self.out, "{command}{} {}", Tenths(dx), Tenths(dy)),
        };
        self.at = (x, y);
    }

    fn trace(&mut self, path: impl IntoIterator<Item = BackendCoord>) {
        for (index, point) in path.into_iter().enumerate() {
            self.step(if index == 0 { 'm' } else { 'l' }, point);
        }
    }
}

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        self.end_run();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Outcome {
        self.draw_rect((x, y), (x + 10, y + 10), &colour, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        if fill {
            return self.fill_polygon(corners, style);
        }
        self.draw_path(corners.into_iter().chain([(left, top)]), style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        let (ink, pattern, _) = style.color().rgb;
        self.begin(Run::Strokes { ink, pattern, width: style.stroke_width() });
        self.trace(path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Outcome {
        self.begin(Run::Fills { ink: style.color().rgb.0 });
        let mut first = None;
        for (index, point) in corners.into_iter().enumerate() {
            first = first.or(Some(point));
            self.step(if index == 0 { 'm' } else { 'l' }, point);
        }
        self.out.push('z');
        self.at = first.unwrap_or(self.at);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, _fill: bool) -> Outcome {
        self.begin(Run::Discs { ink: style.color().rgb.0, radius });
        self.step('m', centre);
        // A line of almost no length with a round cap is a disc, in a dozen bytes.
        self.out.push_str("h.1");
        self.at.0 += 1;
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Outcome {
        self.end_run();
        let (ink, rim, _) = style.color().rgb;
        let class = Ink::class_of(ink);
        let rim = if rim == RIM { " mc-h" } else { "" };
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = match style.style() {
            FontStyle::Bold => " font-weight=\"700\"",
            _ => "",
        };
        let size = Tenths((style.size() * TENTHS) as i32);
        let (x, y) = (Tenths(x), Tenths(y));
        let _ = write!(
            self.out,
            "<text class=\"mc-f-{class}{rim}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}>"
        );
        push_escaped(self.out, text);
        self.out.push_str("</text>\n");
        Ok(())
    }
}

/// A number of tenths, written as short as SVG allows.
struct Tenths(i32);

impl std::fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, tenths) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match (tenths / 10, tenths % 10) {
            (whole, 0) => write!(formatter, "{sign}{whole}"),
            (whole, tenth) => write!(formatter, "{sign}{whole}.{tenth}"),
        }
    }
}

/// Adds text to an XML document; what XML cannot carry and what turns the direction of text is left out.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {}
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_written_short() {
        let written: Vec<String> = [0, 5, -5, 120, -123].map(|tenths| Tenths(tenths).to_string()).to_vec();
        assert_eq!(written, ["0", "0.5", "-0.5", "12", "-12.3"]);
    }

    #[test]
    fn text_cannot_leave_its_element() {
        let mut out = String::new();
        push_escaped(&mut out, "</text><script>'\"&\u{0}\u{8}\u{202e}\n病院");
        assert_eq!(out, "&lt;/text&gt;&lt;script&gt;&#39;&quot;&amp;病院");
    }
}
