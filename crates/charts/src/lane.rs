//! What do all charts with a horizontal scale share? The ruler's edge, and the signs that are laid beside it.

use i18n::Locale;

use crate::ink::Ink;
use crate::scene::{Anchor, Area, Point};
use crate::sheet::{Face, Faces, Sheet};
use crate::spec::{Axis, BetterEnd, Field, Reading};
use crate::ticks::{Place, Scale, Ticks, tick_label, ticks};
use crate::words;

/// The strip below a ruler's edge in which things are laid.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lane {
    pub top: f64,
    pub height: f64,
    pub zoom: f64,
}

impl Lane {
    pub fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }

    /// Where a field lies, and whether all of it is on the scale.
    pub fn field(&self, scale: &Scale, field: &Field) -> Option<(Area, bool)> {
        let (low, high) = (scale.place(field.low)?, scale.place(field.high)?);
        let inset = self.height * 0.16;
        let (left, right) = (low.px().min(high.px()), low.px().max(high.px()));
        let area = Area::new(left, self.top + inset, right, self.top + self.height - inset);
        Some((area, low.is_on() && high.is_on()))
    }

    /// Band and dot of a value; what lies beyond the scale gets an angle at its end.
    pub fn reading(&self, sheet: &mut Sheet, scale: &Scale, reading: &Reading, ink: Ink) -> Option<Place> {
        let place = scale.place(reading.value)?;
        let (x, y, zoom) = (place.px(), self.middle(), self.zoom);
        let ends = reading.interval.and_then(|(low, high)| scale.place(low.min(high)).zip(scale.place(low.max(high))));
        // A dot of full size would hide a short band.
        let nearest = ends.map(|(low, high)| (x - low.px()).abs().min((high.px() - x).abs()));
        let dot = if nearest.is_some_and(|px| px < 9.0 * zoom) { 4.0 } else { 6.0 } * zoom;
        let rim = if dot < 6.0 * zoom { 0.0 } else { 1.5 * zoom };
        if let Some((low, high)) = ends {
            sheet.line(vec![(low.px(), y), (high.px(), y)], ink, 3.0 * zoom);
        }
        sheet.dot((x, y), dot + rim, if rim > 0.0 { Ink::Paper } else { ink });
        sheet.dot((x, y), dot, ink);
        let cap = if rim > 0.0 { 6.0 } else { 8.0 } * zoom;
        for end in ends.map_or(Vec::new(), |(low, high)| vec![low, high]) {
            match end {
                Place::On(end) => sheet.line(vec![(end, y - cap), (end, y + cap)], ink, 1.5 * zoom),
                beyond if place.is_on() => chevron(sheet, (beyond.px(), y), beyond.outward(), (ink, zoom)),
                _ => {}
            }
        }
        if !place.is_on() {
            sheet.dot((x, y), dot * 0.63, Ink::Paper);
            let outward = place.outward();
            chevron(sheet, (x + outward.0 * 7.0 * zoom, y), outward, (ink, zoom));
        }
        Some(place)
    }

    /// The open triangle of the national value, below the lane, its tip at the lane.
    pub fn pointer(&self, sheet: &mut Sheet, place: Place) {
        let (x, y) = (place.px(), self.top + self.height + 0.5 * self.zoom);
        open_triangle(sheet, (x, y), self.zoom);
        if !place.is_on() {
            let outward = place.outward();
            let at = (x + outward.0 * 7.0 * self.zoom, y + 6.0 * self.zoom);
            chevron(sheet, at, outward, (Ink::Ink, self.zoom));
        }
    }
}

/// An open triangle with its tip at a point.
pub(crate) fn open_triangle(sheet: &mut Sheet, (x, y): Point, zoom: f64) {
    let (half, height) = (5.5 * zoom, 9.5 * zoom);
    let corners = vec![(x, y), (x + half, y + height), (x - half, y + height)];
    sheet.fill(corners.clone(), Ink::Paper);
    sheet.line([corners.clone(), vec![corners[0], corners[1]]].concat(), Ink::Ink, 1.4 * zoom);
}

/// Says that something lies beyond the end of the scale: an open angle that points outward.
pub(crate) fn chevron(sheet: &mut Sheet, (x, y): Point, (dx, dy): Point, (ink, zoom): (Ink, f64)) {
    let (reach, half) = (4.5 * zoom, 4.0 * zoom);
    let (back_x, back_y) = (x + dx * zoom, y + dy * zoom);
    let barbs = vec![
        (back_x - dy * half, back_y + dx * half),
        (back_x + dx * reach, back_y + dy * reach),
        (back_x + dy * half, back_y - dx * half),
    ];
    sheet.line(barbs, ink, 1.6 * zoom);
}

/// The thin edges of a field, so that it is seen without colour.
pub(crate) fn field_edges(sheet: &mut Sheet, area: Area) {
    for x in [area.left, area.right] {
        sheet.line(vec![(x, area.top), (x, area.bottom)], Ink::FieldEdge, 1.0);
    }
}

/// What the two ends mean, an arrow at the better one, and the unit between them where it fits.
pub(crate) fn end_words(sheet: &mut Sheet, axis: &Axis, (left, right): (f64, f64), faces: &Faces, locale: Locale) {
    let face = faces.small;
    let [mut low, mut high] = [axis.low_word.clone(), axis.high_word.clone()];
    let arrow = match axis.better {
        BetterEnd::Neither => 0.0,
        _ => 18.0 * faces.zoom,
    };
    let better = match axis.better {
        BetterEnd::Low => Some(&mut low),
        BetterEnd::High => Some(&mut high),
        BetterEnd::Neither => None,
    };
    if let Some(word) = better {
        *word = i18n::in_parentheses(locale, word, words::better_direction(locale)).trim().to_owned();
    }
    if low.is_empty() && high.is_empty() && axis.unit.is_empty() {
        return;
    }
    let (room_left, room_right) = ((left - sheet.left()).min(8.0), (sheet.right() - right).min(8.0));
    let (left, right) = (left - room_left, right + room_right);
    let width = right - left - arrow - 12.0;
    let is_one_line = face.width(&low).max(face.width(&high)) <= width / 2.0;
    let [low, high] = [low, high].map(|word| face.shortened(&word, if is_one_line { width / 2.0 } else { width }));
    let low_end = left + face.width(&low) + if axis.better == BetterEnd::Low { arrow } else { 0.0 };
    let high_start = right - face.width(&high) - if axis.better == BetterEnd::High { arrow } else { 0.0 };
    let unit_width = face.width(&axis.unit);
    let middle = (left + right) / 2.0;
    let fits = middle - unit_width / 2.0 > low_end + 10.0 && middle + unit_width / 2.0 < high_start - 10.0;
    if !fits {
        // beside its scale where that does not begin at the edge of the sheet
        let indent = if left - sheet.left() > 40.0 { left - sheet.left() } else { 0.0 };
        sheet.indented_paragraph(&axis.unit, face, indent, 2);
    }
    let baseline = sheet.y + face.line_height() * 0.74;
    let high_baseline = baseline + if is_one_line { 0.0 } else { face.line_height() };
    if fits {
        sheet.text(&axis.unit, (middle, baseline), Anchor::Middle, face);
    }
    let (mut low_x, mut high_x) = (left, right);
    let arrow_y = |baseline: f64| baseline - face.size * 0.34;
    match axis.better {
        BetterEnd::Low => {
            better_arrow(sheet, (left + arrow - 5.0, arrow_y(baseline)), left, faces.zoom);
            low_x += arrow;
        }
        BetterEnd::High => {
            better_arrow(sheet, (right - arrow + 5.0, arrow_y(high_baseline)), right, faces.zoom);
            high_x -= arrow;
        }
        BetterEnd::Neither => {}
    }
    sheet.text(&low, (low_x, baseline), Anchor::Start, face);
    sheet.text(&high, (high_x, high_baseline), Anchor::End, face);
    sheet.y += high_baseline - baseline + face.line_height() + 2.0;
}

fn better_arrow(sheet: &mut Sheet, (from, y): Point, to: f64, zoom: f64) {
    let head = if to < from { 4.5 } else { -4.5 } * zoom;
    sheet.line(vec![(from, y), (to, y)], Ink::Ink, 1.4 * zoom);
    let barbs = vec![(to + head, y - 4.0 * zoom), (to, y), (to + head, y + 4.0 * zoom)];
    sheet.line(barbs, Ink::Ink, 1.4 * zoom);
}

/// Ticks and scale for a ruler between two pixels, with room at both ends for half a number or the sign of what lies
/// beyond; also the pixels where the scale itself begins and ends.
pub(crate) fn fitted(axis: &Axis, (left, right): (f64, f64), face: Face) -> (Ticks, Scale, (f64, f64)) {
    let width = |value: f64, ticks: &Ticks| face.width(&tick_label(value, ticks.decimals));
    let inset = |ticks: &Ticks| {
        let ends = [ticks.low, ticks.high].map(|end| width(end, ticks) / 2.0);
        ends.into_iter().fold(face.size * 1.1, f64::max) + 2.0
    };
    let gap = |ticks: &Ticks| {
        let widest = ticks.major.iter().map(|value| width(*value, ticks)).fold(20.0, f64::max);
        widest + face.size * 1.8
    };
    let mut chosen = ticks(axis, right - left - 28.0, 40.0);
    for _ in 0..4 {
        chosen = ticks(axis, right - left - 2.0 * inset(&chosen), gap(&chosen));
    }
    let inset = inset(&chosen);
    let span = ((left + inset).round(), (right - inset).round());
    let scale = Scale::new(&chosen, span.0, span.1);
    (chosen, scale, span)
}

/// Numbers, ticks and edge of a ruler, from the sheet's place downwards.
pub(crate) fn ruler_edge(sheet: &mut Sheet, ticks: &Ticks, scale: &Scale, face: Face, zoom: f64) {
    numbers(sheet, ticks, scale, face);
    edge(sheet, ticks, scale, zoom);
}

/// The numbers above the ticks.
pub(crate) fn numbers(sheet: &mut Sheet, ticks: &Ticks, scale: &Scale, face: Face) {
    let baseline = sheet.y + face.size;
    let mut taken = f64::NEG_INFINITY;
    for (label, x) in ticks.labels().filter_map(|(value, label)| Some((label, scale.place(value)?.px()))) {
        let half = face.width(&label) / 2.0;
        if x - half >= taken {
            sheet.text(&label, (x, baseline), Anchor::Middle, face);
            taken = x + half + 2.0;
        }
    }
    sheet.y += (face.size * 1.3).round();
}

/// Ticks that stand on the ruler's edge; the edge is where the sheet goes on.
pub(crate) fn edge(sheet: &mut Sheet, ticks: &Ticks, scale: &Scale, zoom: f64) {
    let y = sheet.y + (10.0 * zoom).round();
    for (list, length, width) in [(&ticks.minor, 4.0, 1.0), (&ticks.middle, 6.5, 1.0), (&ticks.major, 10.0, 1.2)] {
        for value in list {
            if let Some(place) = scale.place(*value) {
                sheet.line(vec![(place.px(), y - length * zoom), (place.px(), y)], Ink::Tick, width);
            }
        }
    }
    if let (Some(low), Some(high)) = (scale.place(ticks.low), scale.place(ticks.high)) {
        sheet.line(vec![(low.px() - 0.6, y), (high.px() + 0.6, y)], Ink::Ink, 1.4);
    }
    sheet.y = y + 1.0;
}
