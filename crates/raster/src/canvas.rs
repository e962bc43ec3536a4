//! How large is the image, and where on it does the drawing stand?

/// The colour of what a drawing does not cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// 0 to 255.
    pub red: u8,
    /// 0 to 255.
    pub green: u8,
    /// 0 to 255.
    pub blue: u8,
}

impl Ground {
    /// White paper.
    pub const WHITE: Ground = Ground { red: 255, green: 255, blue: 255 };
}

/// The image around a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Canvas {
    /// Pixels across.
    pub width: u32,
    /// Pixels down; `None` for as many as the drawing needs at this width.
    pub height: Option<u32>,
    /// Empty pixels on every side, so that no letter touches the edge.
    pub margin: u32,
    /// Colour of what the drawing does not cover.
    pub ground: Ground,
    /// Dots in an inch of paper, where it is meant for print.
    pub dots_per_inch: Option<u32>,
}

/// The whole image in pixels, and how the drawing is moved onto it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sheet {
    pub width: u64,
    pub height: u64,
    pub scale: f64,
    pub left: f64,
    pub top: f64,
}

impl Canvas {
    /// As wide as told and as high as the drawing needs.
    pub const fn of_width(width: u32) -> Canvas {
        Canvas { width, height: None, margin: 0, ground: Ground::WHITE, dots_per_inch: None }
    }

    /// The whole drawing as large as fits, in the middle.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub(crate) fn around(&self, width: f64, height: f64) -> Sheet {
        let (across, margin) = (f64::from(self.width), f64::from(self.margin));
        let room = (across - 2.0 * margin).max(0.0);
        let scale = match self.height {
            Some(down) => (room / width).min((f64::from(down) - 2.0 * margin).max(0.0) / height),
            None => room / width,
        };
        let down = self.height.map_or_else(|| (height * scale + 2.0 * margin).round(), f64::from);
        Sheet {
            width: u64::from(self.width),
            height: down as u64,
            scale,
            left: (across - width * scale) / 2.0,
            top: (down - height * scale) / 2.0,
        }
    }
}
