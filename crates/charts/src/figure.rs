//! What leaves this crate: one drawing with its name, its description and the same content as a table.

use std::fmt::Write;

use i18n::Locale;

use crate::draw::draw;
use crate::ink::{Theme, style_sheet};
use crate::pen::push_escaped;
use crate::scene::{Area, Mark, Scene};
use crate::spec::Frame;
use crate::words;

/// The content of a chart as a table; every chart has one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Column heads.
    pub header: Vec<String>,
    /// Cells, as wide as the header.
    pub rows: Vec<Vec<String>>,
}

/// A part of a drawing that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The part.
    pub area: Area,
    /// Where it leads, as given.
    pub target: String,
    /// What is heard: name and value.
    pub name: String,
    /// What a reader who stays there is told besides: range, and what is said about the value.
    pub more: String,
}

/// A drawing that is ready to travel.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Prefix of the ids in the drawing.
    pub id: String,
    /// Language of the drawing.
    pub locale: Locale,
    /// Accessible name.
    pub title: String,
    /// Accessible description, generated from the data.
    pub description: String,
    /// The same content as a table.
    pub table: Table,
    /// Every coordinate.
    pub scene: Scene,
    /// Parts that lead somewhere; they are laid over the drawing inside a page and left out of an image.
    pub links: Vec<Link>,
}

/// Keeps an id to ASCII letters, digits, `-` and `_`, beginning with a letter.
fn sound_id(id: &str) -> String {
    let plain = |character: char| {
        if character.is_ascii_alphanumeric() || character == '_' { character } else { '-' }
    };
    let id: String = id.chars().take(80).map(plain).collect();
    if id.starts_with(|first: char| first.is_ascii_alphabetic()) { id } else { format!("c{id}") }
}

impl Figure {
    /// A chart of a frame: what is told of its data stands between the words of the frame.
    pub(crate) fn new(locale: Locale, frame: &Frame, told: Vec<String>, table: Table, scene: Scene) -> Figure {
        let before = [frame.description.clone(), frame.subtitle.clone()];
        let after = frame.notes.iter().chain([&frame.source]).cloned();
        let (mut known, counted) = (Vec::new(), &frame.counted);
        counted.told_once(&mut known, &frame.title);
        let parts = before.into_iter().chain(told).chain(after);
        let description: Vec<String> = parts.map(|part| counted.told_once(&mut known, &part)).collect();
        Figure {
            id: sound_id(&frame.id),
            locale,
            title: frame.title.clone(),
            description: words::sentences(locale, &description),
            table,
            scene,
            links: Vec::new(),
        }
    }

    /// The drawing as a file or image of its own: brings its colours and its ground along.
    pub fn svg(&self, theme: Theme) -> String {
        self.document(Some(theme), "")
    }

    /// The same for paper: so many millimetres wide.
    pub fn printed_svg(&self, theme: Theme, millimetres: f64) -> String {
        let Scene { width, height, .. } = &self.scene;
        let on_screen = format!("width=\"{width}\" height=\"{height}\"");
        let on_paper = format!("width=\"{millimetres}mm\" height=\"{:.2}mm\"", millimetres * height / width);
        self.document(Some(theme), "").replacen(&on_screen, &on_paper, 1)
    }

    /// The same in the middle of a sheet of a given size, as large as fits within the margin.
    pub fn placed_svg(&self, theme: Theme, (across, down): (f64, f64), margin: f64) -> String {
        let Scene { width, height, .. } = &self.scene;
        let scale = ((across - 2.0 * margin) / width).min((down - 2.0 * margin) / height);
        let (room, depth) = (across / scale, down / scale);
        let (left, top) = ((width - room) / 2.0, (height - depth) / 2.0);
        let own = format!("width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"");
        let sheet = format!("width=\"{across}\" height=\"{down}\" viewBox=\"{left:.2} {top:.2} {room:.2} {depth:.2}\"");
        let own_ground = format!("d=\"M0 0h{width}v{height}H0z\"");
        let ground = format!("d=\"M{left:.2} {top:.2}h{room:.2}v{depth:.2}H{left:.2}z\"");
        self.document(Some(theme), "").replacen(&own, &sheet, 1).replacen(&own_ground, &ground, 1)
    }

    /// The drawing to stand inside a page that has `style/40-charts.css`: no style of its own, no ground.
    pub fn inline_svg(&self) -> String {
        self.document(None, "")
    }

    fn document(&self, theme: Option<Theme>, classes: &str) -> String {
        let Scene { width, height, marks } = &self.scene;
        let (id, locale) = (&self.id, self.locale);
        // the content of an image is not heard, that of a group is
        let role = if self.links.is_empty() || theme.is_some() { "img" } else { "group" };
        let mut out = String::with_capacity(6_000 + marks.len() * 60);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mc{classes}\" role=\"{role}\" lang=\"{locale}\" \
             aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\" \
             width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n<title id=\"{id}-title\">"
        );
        push_escaped(&mut out, &self.title);
        let _ = write!(out, "</title>\n<desc id=\"{id}-desc\">");
        push_escaped(&mut out, &self.description);
        out.push_str("</desc>\n");
        if let Some(theme) = theme {
            let _ = write!(out, "<style>{}</style>\n<path class=\"mc-f-paper\" d=\"M0 0", style_sheet(theme));
            let _ = writeln!(out, "h{width}v{height}H0z\"/>");
        }
        if role == "group" {
            // the texts of the drawing are said again by its links
            out.push_str("<g aria-hidden=\"true\">\n");
            draw(&self.scene, &mut out);
            out.push_str("</g>\n");
            self.links.iter().for_each(|link| push_link(&mut out, link));
        } else {
            draw(&self.scene, &mut out);
        }
        out.push_str("</svg>\n");
        out
    }

    /// All text inside the drawing, in drawing order: what a search, a reader or a test finds in the image.
    pub fn text(&self) -> String {
        let texts = self.scene.marks.iter().filter_map(|mark| match mark {
            Mark::Text(label) => Some(label.text.as_str()),
            _ => None,
        });
        texts.collect::<Vec<_>>().join("\n")
    }
}

/// A clear field over a part of the drawing.
fn push_link(out: &mut String, link: &Link) {
    let Area { left, top, right, bottom } = link.area;
    out.push_str("<a href=\"");
    push_escaped(out, &link.target);
    out.push_str("\" aria-label=\"");
    push_escaped(out, &link.name);
    if !link.more.is_empty() {
        out.push_str("\" data-more=\"");
        push_escaped(out, &link.more);
    }
    let _ = writeln!(
        out,
        "\"><rect class=\"mc-link\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\"/></a>",
        right - left,
        bottom - top
    );
}

/// Two drawings of one chart in one page: CSS shows the one that fits, the other is hidden from everyone.
///
/// Their ids must differ.
pub fn responsive(narrow: &Figure, wide: &Figure) -> String {
    format!("{}{}", narrow.document(None, " mc-narrow"), wide.document(None, " mc-wide"))
}
