//! How high must a frame be at its own width so that nothing is cut off, where no script tells it?
//!
//! A frame shows one of two drawings, whichever fits, and scales it with its width. Style sheets of today can compute that in
//! another site's page; where one cannot, the height of the highest is left.

use charts::Scene;
use domain::view_spec::ReleaseChoice;

/// From this width on the wide drawing is shown (`embed.css`).
const WIDE_FROM_PX: f64 = 544.0;
/// How far the style sheet enlarges a drawing: the narrow one, the wide one.
const LARGEST_PX: [f64; 2] = [408.0, 640.0];
/// The margins at both sides together.
const SIDES_PX: f64 = 17.0;
/// What stands below and above a drawing until its words are opened: notices, links, source. Lines are shorter, and so more,
/// where the frame is narrow.
const AROUND_PX: [f64; 2] = [215.0, 158.0];
/// Room for the notice that a pinned frame gains one day: that newer data have been published.
const NOTICE_PX: [f64; 2] = [115.0, 92.0];

/// Room for the line that says that the hospital has replied.
const REPLY_PX: [f64; 2] = [64.0, 40.0];

/// The heights of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heights {
    /// Height of the narrow and of the wide drawing at a width of one pixel.
    steepness: [f64; 2],
    /// What stands around them.
    around_px: [f64; 2],
}

impl Heights {
    /// Of the two drawings; a frame that follows the newest release never gains the notice of a newer one.
    pub(super) fn of(narrow: &Scene, wide: &Scene, release: &ReleaseChoice) -> Self {
        let notice = if *release == ReleaseChoice::Following { [0.0; 2] } else { NOTICE_PX };
        Self {
            steepness: [narrow, wide].map(|scene| scene.height / scene.width),
            around_px: [AROUND_PX[0] + notice[0], AROUND_PX[1] + notice[1]],
        }
    }

    /// With room for the line about a reply.
    pub(super) fn with_reply(mut self) -> Self {
        for (around, more) in self.around_px.iter_mut().zip(REPLY_PX) {
            *around += more;
        }
        self
    }

    /// The height of a frame of a width.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn at(self, width_px: f64) -> u32 {
        let which = usize::from(width_px >= WIDE_FROM_PX);
        let drawn = (width_px - SIDES_PX).clamp(0.0, LARGEST_PX[which]) * self.steepness[which];
        (drawn + self.around_px[which]).ceil() as u32
    }

    /// Enough at every width.
    pub fn highest(self) -> u32 {
        LARGEST_PX.map(|largest| self.at(largest + SIDES_PX)).into_iter().max().unwrap_or_default()
    }

    /// The same for a style sheet, in a container whose width counts (`cqw`).
    pub fn css(self) -> String {
        let [narrow, wide] = [0, 1].map(|which| {
            let (largest, steepness, around) = (LARGEST_PX[which], self.steepness[which], self.around_px[which]);
            format!("min(100cqw - {SIDES_PX}px,{largest}px)*{steepness:.3} + {around}px")
        });
        // below the bound the second is far below zero, above it the first
        let bound = WIDE_FROM_PX - 0.5;
        format!("height:max(min({narrow},({bound}px - 100cqw)*9999),min({wide},(100cqw - {bound}px)*9999))")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::style::SHEET;

    fn heights(release: &ReleaseChoice) -> Heights {
        let scene = |width, height| Scene { width, height, marks: Vec::new() };
        Heights::of(&scene(328.0, 656.0), &scene(640.0, 640.0), release)
    }

    #[test]
    fn a_frame_is_as_high_as_the_drawing_that_it_shows_at_its_width() {
        let heights = heights(&ReleaseChoice::Following);
        assert_eq!(heights.at(345.0), 656 + 215);
        assert_eq!(heights.at(543.0), 816 + 215);
        assert_eq!(heights.at(657.0), 640 + 158);
        assert_eq!(heights.at(2_000.0), heights.at(657.0));
        assert_eq!(heights.highest(), 816 + 215);
    }

    #[test]
    fn a_pinned_frame_has_room_for_the_notice_of_a_newer_release() {
        let [pinned, following] = [ReleaseChoice::Latest, ReleaseChoice::Following].map(|release| heights(&release));
        assert!(pinned.at(345.0) > following.at(345.0) + 100 && pinned.at(657.0) > following.at(657.0) + 80);
    }

    #[test]
    fn the_widths_are_those_of_the_style_sheet() {
        for said in
            [format!("(min-width: {WIDE_FROM_PX}px)"), format!("{}px;", LARGEST_PX[0]), format!("{}px;", LARGEST_PX[1])]
        {
            assert!(SHEET.contains(&said), "{said}");
        }
    }
}
