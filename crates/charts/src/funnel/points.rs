//! Which points are drawn how: merged into a cloud, each on its own, beyond the scale, or by name?

use std::collections::BTreeSet;

use i18n::{Locale, in_parentheses};

use super::labels::{Anchored, name_points};
use super::sizes::Sizes;
use super::{Funnel, FunnelPoint, is_drawn};
use crate::ink::Ink;
use crate::lane::chevron;
use crate::scene::{Area, Point};
use crate::sheet::{Face, Sheet, circle};
use crate::spec::{Emphasis, Verdict};
use crate::ticks::{Place, Scale};
use crate::words;

/// Away from the plot, in steps of one: left or right, up or down.
type Outward = (i8, i8);

/// The points of a funnel, by the way they are drawn.
pub(super) struct Points<'a> {
    /// Not flagged: those that would lie on the same pixel are one dot.
    cloud: BTreeSet<(i32, i32)>,
    /// Flagged: every one.
    flagged: Vec<(Verdict, Point)>,
    /// Beyond the scale, at its edge.
    beyond: BTreeSet<(usize, Outward, i32, i32)>,
    /// How many lie beyond the scale.
    pub beyond_count: usize,
    named: Vec<(&'a FunnelPoint, Point, Outward)>,
    radius: f64,
}

impl<'a> Points<'a> {
    pub fn sorted(funnel: &'a Funnel, x: &Sizes, y: &Scale) -> Points<'a> {
        let mut points = Points {
            cloud: BTreeSet::new(),
            flagged: Vec::new(),
            beyond: BTreeSet::new(),
            beyond_count: 0,
            named: Vec::new(),
            radius: if funnel.frame.width() < 480.0 { 1.6 } else { 2.0 },
        };
        for point in funnel.points.iter().filter(|point| is_drawn(point)) {
            if let Some(places) = x.place(point.x).zip(y.place(point.y)) {
                points.add(point, places);
            }
        }
        let order = |(verdict, at): &(Verdict, Point)| (verdict_order(*verdict), at.0 as i32, at.1 as i32);
        points.flagged.sort_by_key(order);
        points
    }

    fn add(&mut self, point: &'a FunnelPoint, (px, py): (Place, Place)) {
        let at = (px.px(), py.px());
        let pixel = (at.0.round() as i32, at.1.round() as i32);
        let outward = (sideways(px), -sideways(py));
        let is_beyond = outward != (0, 0);
        self.beyond_count += usize::from(is_beyond);
        if point.emphasis == Emphasis::Highlighted {
            self.named.push((point, at, outward));
        } else if is_beyond {
            let verdict = if point.verdict.is_flagged() { point.verdict } else { Verdict::CannotTell };
            self.beyond.insert((verdict_order(verdict), outward, pixel.0, pixel.1));
        } else if point.verdict.is_flagged() {
            self.flagged.push((point.verdict, at));
        } else {
            self.cloud.insert(pixel);
        }
    }

    pub fn draw_cloud(&self, sheet: &mut Sheet) {
        for (x, y) in &self.cloud {
            sheet.dot((f64::from(*x), f64::from(*y)), self.radius, Ink::Cloud);
        }
    }

    /// Shapes at their exact places; what lies beyond the scale stands at its edge with an angle outward.
    pub fn draw_flagged(&self, sheet: &mut Sheet) {
        // Where very many are flagged, large shapes would be one black field.
        let size = self.radius * if self.flagged.len() > 400 { 1.5 } else { 2.1 };
        for (verdict, at) in &self.flagged {
            sheet.verdict(*verdict, *at, size);
        }
        for (verdict, outward, x, y) in &self.beyond {
            let (at, direction) = ((f64::from(*x), f64::from(*y)), direction(*outward));
            let inside = (at.0 - direction.0 * 5.0, at.1 - direction.1 * 5.0);
            match Verdict::ALL.get(*verdict).copied().filter(|verdict| verdict.is_flagged()) {
                Some(verdict) => sheet.verdict(verdict, inside, size),
                None => sheet.dot(inside, self.radius, Ink::Cloud),
            }
            chevron(sheet, at, direction, (Ink::Tick, 0.9));
        }
    }

    /// The highlighted points with their names.
    pub fn draw_named(&self, sheet: &mut Sheet, plot: Area, face: Face, locale: Locale) {
        let mut anchored = Vec::new();
        for (point, at, outward) in &self.named {
            sheet.dot(*at, 9.0, Ink::Paper);
            sheet.line(circle(*at, 7.5), Ink::Ink, 1.6);
            match point.verdict {
                Verdict::NotJudged => sheet.dot(*at, 3.2, Ink::Ink),
                judged => sheet.verdict(judged, *at, 4.2),
            }
            let mut name = point.name.clone();
            if *outward != (0, 0) {
                let direction = direction(*outward);
                let edge = (at.0 + direction.0 * 7.0, at.1 + direction.1 * 7.0);
                chevron(sheet, edge, direction, (Ink::Ink, 1.0));
                name = in_parentheses(locale, &name, words::off_scale(locale));
            }
            anchored.push(Anchored { name, at: *at });
        }
        name_points(sheet, &anchored, plot, face);
    }
}

fn sideways(place: Place) -> i8 {
    match place {
        Place::On(_) => 0,
        Place::Below(_) => -1,
        Place::Above(_) => 1,
    }
}

/// A corner points upward or downward: the value matters more than the size.
fn direction((dx, dy): Outward) -> Point {
    if dy != 0 { (0.0, f64::from(dy)) } else { (f64::from(dx), 0.0) }
}

fn verdict_order(verdict: Verdict) -> usize {
    Verdict::ALL.iter().position(|candidate| *candidate == verdict).unwrap_or(0)
}
