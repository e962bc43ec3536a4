//! What stands in for a drawing where there is nothing to draw: a title on the ruler's edge.

use i18n::Locale;

use crate::figure::{Figure, Table};
use crate::ink::Ink;
use crate::measure::{Weight, wrapped};
use crate::scene::Scene;
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::Frame;

/// Distance of two ticks of the edge, px.
const TICK: f64 = 8.0;

/// A title, a sentence and the edge of a ruler: the preview of a page without a chart of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TitleCard {
    /// Title, subtitle, notes and source.
    pub frame: Frame,
}

impl TitleCard {
    /// Every coordinate.
    pub fn place(&self) -> Scene {
        let faces = Faces::zoomed(1.0);
        let mut sheet = Sheet::new(self.frame.width(), 20.0);
        self.edge(&mut sheet);
        sheet.space(24.0);
        for (text, size, weight, ink) in [
            (&self.frame.title, 34.0, Weight::Bold, Ink::Ink),
            (&self.frame.subtitle, 20.0, Weight::Regular, Ink::Quiet),
        ] {
            let face = Face::new(size, weight, ink);
            let lines = wrapped(text, face.size, face.weight, sheet.room(), 3);
            if !lines.is_empty() {
                sheet.paragraph(text, face, 3);
                sheet.space(10.0);
            }
        }
        sheet.strip(&self.frame, &faces);
        sheet.into_scene()
    }

    /// The card with its words as description; there is nothing to put into a table.
    pub fn figure(&self, locale: Locale) -> Figure {
        Figure::new(locale, &self.frame, Vec::new(), Table::default(), self.place())
    }

    fn edge(&self, sheet: &mut Sheet) {
        let (left, right) = (sheet.left(), sheet.right());
        let ticks = ((right - left) / TICK).floor() as usize;
        for tick in 0..=ticks {
            let x = left + tick as f64 * TICK;
            let length = match tick {
                _ if tick % 10 == 0 => 18.0,
                _ if tick % 5 == 0 => 12.0,
                _ => 7.0,
            };
            sheet.line(vec![(x, sheet.y), (x, sheet.y + length)], Ink::Ink, 1.0);
        }
        sheet.space(18.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_legible_at_any_width_and_says_everything() {
        let long = "独立行政法人地域医療機能推進機構あおば中央みなと総合医療センター附属リハビリテーション病院";
        for width_px in [240.0, 480.0, 640.0, 840.0, 2400.0] {
            let frame = Frame {
                title: long.to_owned(),
                subtitle: "ちがいを、ちがいと言えるところまで。".to_owned(),
                source: "版：2025-06-01".to_owned(),
                width_px,
                ..Frame::default()
            };
            let figure = TitleCard { frame }.figure(Locale::Ja);
            assert_eq!(figure.scene.faults(), Vec::<String>::new(), "{width_px}");
            assert!(figure.description.contains("ちがいと言える") && figure.text().contains("2025-06-01"));
        }
    }
}
