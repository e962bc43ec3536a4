//! SVG in, PNG out, with the same bytes on every machine.
//!
//! How does a drawing become an image where no browser is? The fonts travel inside the program (BIZ UDPGothic, SIL Open
//! Font License, `fonts/OFL.txt`), so that a server without any font draws Japanese, and draws it as every other one.
//! This crate must never know what a drawing shows.

mod canvas;
mod encode;
mod fonts;

pub use canvas::{Canvas, Ground};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg;

/// The most pixels of one image: 4 bytes each are held while it is drawn.
pub const MOST_PIXELS: u64 = 24_000_000;

/// Why there is no image.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// The text is no SVG.
    #[error("the drawing cannot be read: {0}")]
    Drawing(#[from] usvg::Error),
    /// The image would be empty or larger than [`MOST_PIXELS`].
    #[error("an image of {width} × {height} pixels is not drawn; at most {MOST_PIXELS} pixels are")]
    Size {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// The image could not be written.
    #[error("the image cannot be written: {0}")]
    Encoding(#[from] png::EncodingError),
    /// A font that travels inside the program cannot be unpacked.
    #[error("a font of this program cannot be read")]
    Font,
}

/// Draws an SVG document onto a canvas and writes it as PNG.
///
/// Needs about 30 ms for an image of 1,200 pixels; call it where nobody waits for the thread.
///
/// # Errors
/// [`RasterError`] where the text is no SVG or the image would be too large.
pub fn png(svg: &str, canvas: &Canvas) -> Result<Vec<u8>, RasterError> {
    let options =
        usvg::Options { fontdb: fonts::database()?, font_family: fonts::FAMILY.to_owned(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options)?;
    let size = tree.size();
    let sheet = canvas.around(f64::from(size.width()), f64::from(size.height()));
    let mut pixmap = empty(&sheet)?;
    let Ground { red, green, blue } = canvas.ground;
    pixmap.fill(Color::from_rgba8(red, green, blue, 255));
    #[allow(clippy::cast_possible_truncation)]
    let placed = Transform::from_scale(sheet.scale as f32, sheet.scale as f32)
        .post_translate(sheet.left as f32, sheet.top as f32);
    resvg::render(&tree, placed, &mut pixmap.as_mut());
    encode::opaque(&pixmap, canvas.dots_per_inch)
}

fn empty(sheet: &canvas::Sheet) -> Result<Pixmap, RasterError> {
    let (width, height) = (sheet.width, sheet.height);
    let too_large = RasterError::Size { width, height };
    if width.saturating_mul(height) > MOST_PIXELS {
        return Err(too_large);
    }
    let sides = u32::try_from(width).ok().zip(u32::try_from(height).ok());
    sides.and_then(|(width, height)| Pixmap::new(width, height)).ok_or(too_large)
}

#[cfg(test)]
mod tests;
