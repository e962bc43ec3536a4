//! Lists of numbers and labels in, accessible SVG out.
//!
//! Which picture says this honestly and legibly?
//! This crate must never know what a hospital, a measure or a release is, and never read a file or a clock:
//! it gets numbers in the unit that is printed and labels that are already translated.
//! Each chart is a *spec* (`Ruler`, `Comparison`, `IntervalList`, `PlausiblePlaces`, `IconArray`, `Funnel`, `Trend`,
//! `SpreadOverTime`, `TileMap`), is *placed* (a [`Scene`] of coordinates, tested without drawing) and *drawn* (plotters,
//! through a backend of our own); title, description and table come from the same spec, and source and caveats stand
//! inside the drawing.

mod breaks;
mod card;
mod comparison;
mod draw;
mod figure;
mod funnel;
mod icons;
mod ink;
mod intervals;
mod lane;
mod legend;
mod measure;
mod pen;
mod places;
mod rows;
mod ruler;
mod scene;
mod series;
mod sheet;
mod shelf;
mod spec;
mod spread;
mod ticks;
mod tiles;
mod told;
mod trend;
mod upright;
mod words;
mod years;

pub use breaks::{Break, BreakKind};
pub use card::TitleCard;
pub use comparison::{ComparedRow, Comparison};
pub use figure::{Figure, Link, Table, responsive};
pub use funnel::{Funnel, FunnelPoint, LimitKind, LimitLine, LimitPoint, Spacing};
pub use icons::{IconArray, IconGroup};
pub use ink::{Ink, Theme, style_sheet};
pub use intervals::{IntervalList, IntervalRow};
pub use measure::{Weight, shortened, text_width, wrapped};
pub use places::{PlaceRange, PlacesRow, PlausiblePlaces};
pub use ruler::{Ruler, RulerHeight};
pub use scene::{Anchor, Area, Label, Mark, Point, Rim, Scene, Stroke};
pub use spec::{Axis, BetterEnd, Counted, Emphasis, Field, Frame, Heading, Known, Missing, Pointer, Reading, Verdict};
pub use spread::{OwnSeries, PeriodSpread, SpreadOverTime};
pub use tiles::{STEPS, Tile, TileMap};
pub use trend::{National, Trend, TrendHeight};
