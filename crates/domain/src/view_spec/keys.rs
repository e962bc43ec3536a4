//! Which parameters may an address carry, and how is each written?

use crate::codes;

codes! {
    /// The parameters an address may carry.
    Key, "parameter", "パラメータ" {
        /// Pinned release, or `latest`.
        Release = "release",
        /// Hospitals side by side, separated by commas.
        Hospitals = "h",
        /// Measures, separated by commas.
        Measures = "m",
        /// One measure.
        Measure = "measure",
        /// One hospital to be pointed out.
        Hospital = "hospital",
        /// `START/END`, or `latest`.
        Period = "period",
        /// The same at a door that answers for every period at once too: `all`.
        EveryPeriod = "every_period",
        /// The first day that is asked for.
        Since = "since",
        /// `JP-15`.
        Region = "region",
        /// Role.
        PeerGroup = "peer_group",
        /// Part of the patients.
        Stratum = "stratum",
        /// Words to search for.
        Query = "q",
        /// `lat,lon`.
        Near = "near",
        /// Kilometres around `near`.
        RadiusKm = "radius_km",
        /// A medical area (4 digits) or municipality (5 digits).
        Area = "area",
        /// Where, in the reader's own words: a municipality, a medical area or a prefecture.
        Place = "place",
        /// What is needed there.
        Care = "care",
        /// Emergency level: `2` or `3`.
        Emergency = "emergency",
        /// Designations, with commas between.
        Designations = "designation",
        /// A department or service, as the sources name it.
        Service = "service",
        /// The one field of medicine in which a hospital works, or `general`.
        Specialty = "specialty",
        /// Open on Saturday: `1`.
        Saturday = "saturday",
        /// At least so many beds.
        BedsMin = "beds_min",
        /// At most so many beds.
        BedsMax = "beds_max",
        /// On an island: `1`.
        Island = "island",
        /// A published set of criteria.
        Preset = "preset",
        /// The trouble from which the reader comes.
        Condition = "condition",
        /// Own weights, `measure:weight` with commas between; 0 to 100.
        Weights = "weights",
        /// Facts that the reader wishes for, with commas between.
        Wishes = "wish",
        /// Answers to trade-off questions, `question:answer` with commas between.
        Answers = "answer",
        /// The k of "among the first k".
        Top = "k",
        /// Whether outcomes that are not risk-adjusted may take part: `1`.
        IncludeCrude = "include_crude",
        /// Rows in one answer.
        Limit = "limit",
        /// Where the next answer begins.
        Cursor = "cursor",
        /// Page of a list, from 1.
        Page = "page",
        /// Reading aids above kanji: `1`.
        Ruby = "ruby",
        /// Language of a drawing.
        Language = "lang",
        /// Which chart.
        Chart = "chart",
        /// `light`, `dark`, `mono` or `auto`.
        Theme = "theme",
        /// Width of a drawing in pixels.
        Width = "w",
        /// Height of an image in pixels.
        Height = "height",
        /// Pixels of an image for one pixel of the drawing.
        Scale = "scale",
        /// An image of a given shape.
        Shape = "shape",
        /// Width of a printed drawing in millimetres.
        Millimetres = "mm",
    }
}

impl Key {
    /// The name in an address. Weights and the width of a drawing are both `w`, at doors of their own; so are hospitals and
    /// the height of an image, criteria and the shape of one, a period and every period.
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Weights => "w",
            Self::Height => "h",
            Self::Shape => "preset",
            Self::EveryPeriod => "period",
            _ => self.as_str(),
        }
    }
}
