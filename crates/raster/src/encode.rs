//! How is an image written? Without transparency: a drawing has its own ground, whatever it is laid on.

use crate::RasterError;
use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::Pixmap;

const INCHES_IN_A_METRE: f64 = 39.370_078_74;

/// Writes an image whose every pixel is opaque.
pub(crate) fn opaque(pixmap: &Pixmap, dots_per_inch: Option<u32>) -> Result<Vec<u8>, RasterError> {
    let colours: Vec<u8> = pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut out = Vec::with_capacity(colours.len() / 20);
    let mut encoder = Encoder::new(&mut out, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    if let Some(dots) = dots_per_inch {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let per_metre = (f64::from(dots) * INCHES_IN_A_METRE).round() as u32;
        encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(out)
}
