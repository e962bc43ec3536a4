//! Which value does each of many areas have, laid out roughly as on a map? Tiles of one size: no area weighs more because
//! it is larger.
//!
//! Steps of one grey, from few to many, say how high a value is and never how good; a tile without a value is hatched.
//! Where there is room the value stands in the tile, so that nothing hangs on a shade.

use i18n::{Locale, in_parentheses, whole};

use crate::figure::{Figure, Link, Table};
use crate::ink::Ink;
use crate::measure::Weight;
use crate::rows::reason_of;
use crate::scene::{Anchor, Area, Scene};
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::{Frame, Known, Reading};
use crate::told;
use crate::words;

/// The most steps there are.
pub const STEPS: usize = 4;
/// Space between two tiles.
const GAP: f64 = 2.0;
/// From this width on a value has room in its tile.
const ROOMY: f64 = 40.0;
/// A name that would have to be smaller gives way to the code of its area.
const SMALLEST_NAME: f64 = 7.5;

/// The ground of a step and the text on it; each pair is legible in the light, in the dark and on paper.
const SHADES: [(Ink, Ink); STEPS] =
    [(Ink::Step1, Ink::Ink), (Ink::Step2, Ink::Ink), (Ink::Step3, Ink::Paper), (Ink::Step4, Ink::Paper)];

/// One area.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Column, from the left.
    pub column: u8,
    /// Row, from the top.
    pub row: u8,
    /// The customary short name, for the tile: `新潟`, `神奈川`.
    pub short_name: String,
    /// A few letters for a tile without room for the name; empty where the name always fits.
    pub code: String,
    /// The whole name, for the table and for whoever hears it: `新潟県`.
    pub name: String,
    /// The value, or why there is none.
    pub known: Known,
    /// The number alone, for a tile with room.
    pub figure: String,
    /// Where the tile leads, as given; empty for nowhere.
    pub link: String,
}

/// A map of tiles.
#[derive(Debug, Clone, PartialEq)]
pub struct TileMap {
    /// What stands around it.
    pub frame: Frame,
    /// The tiles.
    pub tiles: Vec<Tile>,
    /// Where one step ends and the next begins, rising; at most [`STEPS`] − 1. No steps for a map of links alone.
    pub bounds: Vec<f64>,
    /// What each step means, the lowest first; one more than there are bounds.
    pub step_words: Vec<String>,
    /// What a hatched tile means.
    pub missing_words: String,
    /// What the shades do not say; stands inside the drawing.
    pub shade_words: String,
}

impl TileMap {
    /// Every coordinate.
    pub fn place(&self, locale: Locale) -> Scene {
        let faces = Faces::zoomed(1.0);
        let mut sheet = Sheet::new(self.frame.width(), 0.5);
        self.above(&mut sheet, &faces, locale);
        let naming = self.naming();
        for (tile, area) in self.tiles.iter().zip(self.areas(&sheet)) {
            self.tile(&mut sheet, tile, area, naming);
        }
        sheet.y += self.size() * f64::from(self.rows());
        sheet.strip(&self.frame, &faces);
        sheet.into_scene()
    }

    /// The drawing with description, table and links.
    pub fn figure(&self, locale: Locale) -> Figure {
        let faces = Faces::zoomed(1.0);
        let mut above = Sheet::new(self.frame.width(), 0.5);
        self.above(&mut above, &faces, locale);
        let links = self.tiles.iter().zip(self.areas(&above)).filter(|(tile, _)| !tile.link.is_empty());
        Figure {
            links: links.map(|(tile, area)| self.link(locale, tile, area)).collect(),
            ..Figure::new(locale, &self.frame, self.told(locale), self.table(locale), self.place(locale))
        }
    }

    /// The same content as a table.
    pub fn table(&self, locale: Locale) -> Table {
        let row = |tile: &Tile| {
            let [value, range] = tile.known.cells();
            vec![tile.name.clone(), value, range]
        };
        Table {
            caption: self.frame.title.clone(),
            header: vec![
                words::head_name(locale).to_owned(),
                words::head_value(locale).to_owned(),
                words::head_range(locale).to_owned(),
            ],
            rows: self.tiles.iter().map(row).collect(),
        }
    }

    /// Heading and legend, from where to where the values run, and what the shades do not say; a hair of room so that no
    /// outline is cut.
    fn above(&self, sheet: &mut Sheet, faces: &Faces, locale: Locale) {
        sheet.heading(&self.frame, faces);
        sheet.space(1.0);
        if self.is_plain() {
            return;
        }
        self.legend(sheet, faces);
        // the unit stands above
        let short = |tile: &Tile, reading: &Reading| match tile.figure.as_str() {
            "" => told::reading(locale, reading),
            figure => in_parentheses(locale, figure, &reading.range_text),
        };
        for words in self.extremes(locale, short).iter().chain([&self.shade_words]) {
            sheet.paragraph(words, faces.small, 4);
        }
        sheet.space(10.0);
    }

    /// Whether the tiles are links and nothing else.
    fn is_plain(&self) -> bool {
        self.step_words.is_empty()
    }

    /// The lowest and the highest value with their ranges; the names stand on the tiles, and nobody is named as the last.
    fn extremes(&self, locale: Locale, written: impl Fn(&Tile, &Reading) -> String) -> Vec<String> {
        let readings = self.tiles.iter().filter_map(|tile| Some((tile, tile.known.reading()?)));
        let numbers = readings.map(|(tile, reading)| (reading.value, (tile, reading)));
        told::extremes(locale, numbers, |(tile, reading)| written(tile, reading))
    }

    fn link(&self, locale: Locale, tile: &Tile, area: Area) -> Link {
        let [_, range] = tile.known.cells();
        let more = if range.is_empty() { range } else { words::said_of(locale, words::head_range(locale), &range) };
        Link { area, target: tile.link.clone(), name: self.said(locale, tile), more }
    }

    fn said(&self, locale: Locale, tile: &Tile) -> String {
        let [value, _] = tile.known.cells();
        if value.is_empty() { tile.name.clone() } else { words::said_of(locale, &tile.name, &value) }
    }

    /// What is told of the data to whoever does not see the drawing.
    fn told(&self, locale: Locale) -> Vec<String> {
        // a map without values says by its name what it holds
        if self.is_plain() {
            return Vec::new();
        }
        let mut parts = vec![words::points_shown(locale, &whole(self.tiles.len()))];
        parts.extend(self.extremes(locale, |_, reading| told::reading(locale, reading)));
        parts.push(self.shade_words.clone());
        let without = self.tiles.iter().filter_map(|tile| Some((reason_of(&tile.known, locale)?, 1)));
        parts.extend(told::missing(locale, without));
        parts
    }

    fn columns(&self) -> u8 {
        self.tiles.iter().map(|tile| tile.column).max().unwrap_or(0).saturating_add(1)
    }

    fn rows(&self) -> u8 {
        self.tiles.iter().map(|tile| tile.row).max().unwrap_or(0).saturating_add(1)
    }

    /// The side of a tile with its gap.
    fn size(&self) -> f64 {
        ((self.frame.width() - 1.0) / f64::from(self.columns())).min(56.0)
    }

    fn areas(&self, sheet: &Sheet) -> Vec<Area> {
        let (size, left, top) = (self.size(), sheet.left(), sheet.y);
        let area = |tile: &Tile| {
            let (x, y) = (left + size * f64::from(tile.column), top + size * f64::from(tile.row));
            Area::new(x, y, x + size - GAP, y + size - GAP)
        };
        self.tiles.iter().map(area).collect()
    }

    /// The step of a value; `None` where it has none.
    fn step(&self, tile: &Tile) -> Option<usize> {
        let value = tile.known.reading()?.value;
        Some(self.bounds.iter().filter(|bound| value >= **bound).count().min(STEPS - 1))
    }

    /// Names where the longest has room, else codes; every tile of a drawing is named in one way.
    fn naming(&self) -> Naming {
        let room = self.size() - GAP;
        let fits = |tile: &Tile| tile.code.is_empty() || name_size(tile, &tile.short_name, room) >= SMALLEST_NAME;
        if self.tiles.iter().all(fits) { Naming::Names } else { Naming::Codes }
    }

    fn tile(&self, sheet: &mut Sheet, tile: &Tile, area: Area, naming: Naming) {
        let size = area.right - area.left;
        let plain = self.is_plain();
        let is_hatched = !plain && self.step(tile).is_none();
        let ink = match self.step(tile) {
            _ if plain => open(sheet, area),
            Some(step) => ground(sheet, area, step),
            None => {
                sheet.hatch(area, 5.0);
                outline(sheet, area);
                Ink::Ink
            }
        };
        let middle = (area.left + area.right) / 2.0;
        let roomy = size >= ROOMY && !plain;
        let words = if naming == Naming::Codes && !tile.code.is_empty() { &tile.code } else { &tile.short_name };
        let name = Face::new(name_size(tile, words, size), Weight::Bold, ink);
        let value = Face::new((size * 0.3).min(12.5), Weight::Regular, ink);
        let has_value = roomy && !tile.figure.is_empty();
        let baseline = if has_value { area.top + size * 0.44 } else { area.top + size * 0.5 + name.size * 0.36 };
        let short = name.shortened(words, size - 1.0);
        // on hatching a name needs a rim to be read
        if is_hatched {
            sheet.rimmed_text(&short, (middle, baseline), Anchor::Middle, name);
        } else {
            sheet.text(&short, (middle, baseline), Anchor::Middle, name);
        }
        if has_value {
            let figure = value.shortened(&tile.figure, size - 2.0);
            sheet.text(&figure, (middle, area.top + size * 0.82), Anchor::Middle, value);
        }
    }

    fn legend(&self, sheet: &mut Sheet, faces: &Faces) {
        let face = faces.quiet;
        let height = face.line_height();
        let steps = self.step_words.iter().take(STEPS).enumerate().map(|(step, words)| (Some(step), words));
        let is_any_missing = self.tiles.iter().any(|tile| tile.known.reading().is_none());
        let missing = Some((None, &self.missing_words)).filter(|(_, words)| is_any_missing && !words.is_empty());
        let mut x = sheet.left();
        for (step, words) in steps.chain(missing) {
            let words = face.shortened(words, sheet.room() - 28.0);
            let width = 28.0 + face.width(&words);
            if x > sheet.left() && x + width > sheet.right() {
                (x, sheet.y) = (sheet.left(), sheet.y + height);
            }
            let sign = Area::new(x, sheet.y + 2.0, x + 22.0, sheet.y + height - 2.0);
            match step {
                Some(step) => drop(ground(sheet, sign, step)),
                None => {
                    sheet.hatch(sign, 4.0);
                    outline(sheet, sign);
                }
            }
            sheet.text(&words, (x + 28.0, sheet.y + height * 0.74), Anchor::Start, face);
            x += width + 14.0;
        }
        sheet.space(height + 2.0);
    }
}

/// How the tiles of a drawing are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    Names,
    Codes,
}

/// The size at which a name fills its tile without being cut off; smaller for the few long ones.
///
/// Latin names differ much in length: short ones are not set so large that they seem to weigh more.
fn name_size(tile: &Tile, name: &str, room: f64) -> f64 {
    let wanted = (room * 0.42).min(if tile.code.is_empty() { 14.0 } else { 11.5 });
    let width = Face::new(wanted, Weight::Bold, Ink::Ink).width(name);
    // a hair of room, so that rounding cuts nothing off
    if width > room - 2.0 { wanted * (room - 2.0) / width } else { wanted }
}

/// A tile that has no value to show; the ink for text on it.
fn open(sheet: &mut Sheet, area: Area) -> Ink {
    sheet.rect(area, Ink::Paper);
    outline(sheet, area);
    Ink::Ink
}

/// Fills a tile; the ink for text on it.
fn ground(sheet: &mut Sheet, area: Area, step: usize) -> Ink {
    let (ground, text) = SHADES[step.min(STEPS - 1)];
    sheet.rect(area, ground);
    outline(sheet, area);
    text
}

fn outline(sheet: &mut Sheet, area: Area) {
    let Area { left, top, right, bottom } = area;
    let corners = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    sheet.line(corners, Ink::FieldEdge, 1.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(column: u8, row: u8, value: Option<f64>) -> Tile {
        let known = match value {
            Some(value) => Known::Value(Reading { value, text: format!("{value}人"), ..Reading::default() }),
            None => Known::Missing { reason: "公表されていません".to_owned() },
        };
        Tile {
            column,
            row,
            short_name: if row == 5 { "神奈川" } else { "新潟" }.to_owned(),
            code: String::new(),
            name: "新潟県".to_owned(),
            known,
            figure: value.map(|v| v.to_string()).unwrap_or_default(),
            link: "/ja/areas/15".to_owned(),
        }
    }

    fn map(width_px: f64) -> TileMap {
        TileMap {
            frame: Frame { id: "m".to_owned(), title: "地図".to_owned(), width_px, ..Frame::default() },
            tiles: (0..12).flat_map(|c| (0..12).map(move |r| tile(c, r, (r != 3).then(|| f64::from(r))))).collect(),
            bounds: vec![2.0, 4.0, 8.0],
            step_words: ["0〜1", "2〜3", "4〜7", "8〜11"].map(str::to_owned).to_vec(),
            missing_words: "値なし".to_owned(),
            shade_words: "濃淡は値の大きさで、良し悪しではありません".to_owned(),
        }
    }

    #[test]
    fn nothing_is_illegible_at_any_width() {
        for width in [240.0, 328.0, 500.0, 680.0, 1200.0] {
            for locale in Locale::ALL {
                assert_eq!(map(width).place(locale).faults(), Vec::<String>::new(), "{width}");
            }
        }
    }

    #[test]
    fn every_tile_is_a_link_with_its_name_and_value() {
        let figure = map(680.0).figure(Locale::Ja);
        assert_eq!(figure.links.len(), 144);
        let svg = figure.inline_svg();
        assert_eq!(svg.matches("<a href=\"/ja/areas/15\"").count(), 144);
        assert!(svg.contains("role=\"group\"") && !svg.contains("role=\"img\""));
        assert!(figure.links[0].name.contains("新潟県") && figure.links[0].name.contains("0人"));
        for (link, rect) in figure.links.iter().zip(map(680.0).areas(&Sheet::new(680.0, 0.5))) {
            assert!((link.area.right - link.area.left - (rect.right - rect.left)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_value_is_in_the_step_whose_bound_it_reaches() {
        let map = map(680.0);
        let step = |value| map.step(&tile(0, 0, Some(value)));
        assert_eq!([step(1.9), step(2.0), step(7.9), step(99.0)], [Some(0), Some(1), Some(2), Some(3)]);
        assert_eq!(map.step(&tile(0, 0, None)), None);
    }

    #[test]
    fn names_are_never_cut_off_and_long_ones_give_way_to_codes() {
        for width in [328.0, 400.0, 680.0, 1200.0] {
            let mut map = map(width);
            let drawn = |map: &TileMap, name: &str| map.figure(Locale::Ja).text().lines().any(|line| line == name);
            assert!(drawn(&map, "神奈川"), "{width}");
            for tile in &mut map.tiles {
                (tile.short_name, tile.code) = ("Fukushima".to_owned(), "FKS".to_owned());
            }
            assert_eq!(drawn(&map, "Fukushima"), width > 600.0, "{width}");
            assert_eq!(drawn(&map, "FKS"), width < 600.0, "{width}");
        }
    }

    #[test]
    fn the_lowest_step_does_not_look_empty_and_the_drawing_says_what_shades_are_not() {
        let map = map(680.0);
        let grounds: Vec<Ink> = SHADES.iter().map(|(ground, _)| *ground).collect();
        assert!(!grounds.contains(&Ink::Paper));
        let text = map.figure(Locale::Ja).text();
        assert!(text.contains("良し悪しではありません") && text.contains("値は0から11まで"), "{text}");
    }

    #[test]
    fn a_missing_value_is_said_not_to_be_bad() {
        let description = map(680.0).figure(Locale::Ja).description;
        assert!(description.contains("悪いという意味ではありません"), "{description}");
    }
}
