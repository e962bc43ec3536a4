//! What does a chart need to be told? Numbers and labels that are already in the reader's language.
//!
//! The parts here are shared by all charts; each chart adds its own in its module.

/// What stands around every drawing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Frame {
    /// Unique on the page: prefix of every id in the drawing. Anything but ASCII letters, digits, `-`, `_` is replaced.
    pub id: String,
    /// States the finding or names the measure; also the accessible name.
    pub title: String,
    /// How many, compared with whom, which period.
    pub subtitle: String,
    /// Begins the accessible description; the numbers are added from the data.
    pub description: String,
    /// Caveats, most specific first; each is drawn in full inside the drawing.
    pub notes: Vec<String>,
    /// Source, period and release in one line; drawn inside the drawing.
    pub source: String,
    /// Width of the drawing in pixels; held between [`Frame::NARROWEST`] and [`Frame::WIDEST`].
    pub width_px: f64,
    /// Whether title and subtitle are part of the drawing.
    pub heading: Heading,
    /// What is counted in title and words: whoever hears them is told a number of it once.
    pub counted: Counted,
}

/// A noun behind numbers. A number that title or description has told already is not told again: the noun then stands alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counted {
    /// As it stands directly behind a number: `院`, ` hospitals`; nothing is counted where it is empty.
    pub behind: String,
    /// As it stands alone: `病院`, `hospitals`.
    pub alone: String,
}

impl Counted {
    /// Whether one of these texts tells this number of what is counted.
    pub(crate) fn is_told(&self, number: &str, texts: &[&str]) -> bool {
        let mut known = Vec::new();
        for text in texts {
            self.told_once(&mut known, text);
        }
        known.iter().any(|told| told == number)
    }

    /// A text in which no number is told that is known already; those of the text become known.
    pub(crate) fn told_once(&self, known: &mut Vec<String>, text: &str) -> String {
        if self.behind.is_empty() {
            return text.to_owned();
        }
        let (mut told, mut rest) = (String::new(), text);
        while let Some((before, after)) = rest.split_once(self.behind.as_str()) {
            let lead = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
            let number = &before[lead.len()..];
            if !number.is_empty() && known.iter().any(|other| other == number) {
                told = told + lead + &self.alone;
            } else {
                known.extend((!number.is_empty()).then(|| number.to_owned()));
                told = told + before + &self.behind;
            }
            rest = after;
        }
        told + rest
    }
}

impl Frame {
    /// The narrowest drawing.
    pub const NARROWEST: f64 = 240.0;
    /// The widest drawing.
    pub const WIDEST: f64 = 2_400.0;
    /// A good width on a phone.
    pub const PHONE: f64 = 328.0;
    /// A good width on a desktop.
    pub const DESKTOP: f64 = 680.0;

    pub(crate) fn width(&self) -> f64 {
        if self.width_px.is_nan() {
            return Frame::DESKTOP;
        }
        self.width_px.clamp(Frame::NARROWEST, Frame::WIDEST).round()
    }
}

/// Whether a drawing carries its own heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Heading {
    /// Title and subtitle are drawn: images, embeds.
    #[default]
    Drawn,
    /// The page has its own heading (and value sentence) beside the drawing.
    Elsewhere,
}

/// Which end of an axis is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BetterEnd {
    /// Neither; no arrow is drawn.
    #[default]
    Neither,
    /// Small values.
    Low,
    /// Large values.
    High,
}

/// A scale, in the unit that is printed (12 of 1,000, not 0.012).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    /// Where the scale begins; widened to a round number.
    pub low: f64,
    /// Where the scale ends; widened to a round number.
    pub high: f64,
    /// What one step means: `1,000人中（人）`.
    pub unit: String,
    /// What the low end means: `少ない`.
    pub low_word: String,
    /// What the high end means: `多い`.
    pub high_word: String,
    /// Where an arrow points.
    pub better: BetterEnd,
}

impl Axis {
    /// A bare scale.
    pub fn new(low: f64, high: f64) -> Axis {
        Axis { low, high, ..Axis::default() }
    }

    /// A scale that shows all finite `values`, beginning at zero where they reach below a third of the way to it.
    pub fn covering(values: impl IntoIterator<Item = f64>) -> Axis {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            return Axis::new(0.0, 1.0);
        }
        let near_zero = low >= 0.0 && low <= high * 0.67;
        let margin = (high - low) * 0.04;
        Axis::new(if near_zero { 0.0 } else { low - margin }, high + margin)
    }

    /// A scale for the great mass of the values: it leaves out the outermost `left_out` share (0.01, say) at each end,
    /// so that a few extreme values do not press all others together. What lies beyond is drawn as off the scale.
    pub fn covering_most(values: impl IntoIterator<Item = f64>, left_out: f64) -> Axis {
        let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        let last = values.len().saturating_sub(1);
        let share = if left_out.is_finite() { left_out.clamp(0.0, 0.4) } else { 0.0 };
        let skipped = (share * last as f64).floor() as usize;
        Axis::covering(values.get(skipped..=last.saturating_sub(skipped)).unwrap_or_default().iter().copied())
    }

    /// The same scale with its unit.
    pub fn with_unit(mut self, unit: impl Into<String>) -> Axis {
        self.unit = unit.into();
        self
    }

    /// The same scale with words at its ends.
    pub fn with_ends(mut self, low_word: impl Into<String>, high_word: impl Into<String>, better: BetterEnd) -> Axis {
        self.low_word = low_word.into();
        self.high_word = high_word.into();
        self.better = better;
        self
    }
}

/// The middle of a group, drawn as a grey field.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Field {
    /// Where the middle begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// `同じ役割の病院 24院のほとんど（8割）`
    pub label: String,
}

/// A value to compare with: the national one, a target.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pointer {
    /// The value.
    pub value: f64,
    /// `全国`
    pub label: String,
    /// The value in words, for the table: `1,000人中 12人`.
    pub text: String,
}

/// A number with its interval, and how both are said.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The value.
    pub value: f64,
    /// Low and high end of the interval.
    pub interval: Option<(f64, f64)>,
    /// The value in words: `1,000人中 12人`; in an interval list, whose axis names the unit, the short `12人` reads better.
    pub text: String,
    /// The interval in words: `8〜17人の間と考えられます`.
    pub range_text: String,
}

/// What is known: a number, or the reason why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Known {
    /// A number.
    Value(Reading),
    /// No number, and why: `症例が少ないため公表されていません`.
    Missing {
        /// The reason, in the reader's language.
        reason: String,
    },
}

impl Known {
    /// The reading, if there is one and it is a number.
    pub fn reading(&self) -> Option<&Reading> {
        match self {
            Known::Value(reading) if !reading.value.is_nan() => Some(reading),
            _ => None,
        }
    }

    /// The value and range as table cells; the reason in place of the value.
    pub(crate) fn cells(&self) -> [String; 2] {
        match self {
            Known::Value(reading) => [reading.text.clone(), reading.range_text.clone()],
            Known::Missing { reason } => [reason.clone(), String::new()],
        }
    }
}

/// How many have no number, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Missing {
    /// The reason, in the reader's language.
    pub reason: String,
    /// So many.
    pub count: usize,
}

/// Whether a row or point is what the reader asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Emphasis {
    /// One among others.
    #[default]
    Plain,
    /// The one the reader looks for; drawn larger and named.
    Highlighted,
}

/// What is said about a value against its comparator; a word never travels without it (R4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Verdict {
    /// Better, beyond 99.8 %.
    FarBetter,
    /// Better, beyond 95 %.
    Better,
    /// There is a difference, within the usual spread.
    UsualSpread,
    /// Cannot be told apart.
    CannotTell,
    /// Worse, beyond 95 %.
    Worse,
    /// Worse, beyond 99.8 %.
    FarWorse,
    /// Higher, beyond 99.8 %, where that is neither better nor worse.
    FarHigher,
    /// Higher, beyond 95 %, where that is neither better nor worse.
    Higher,
    /// Lower, beyond 95 %, where that is neither better nor worse.
    Lower,
    /// Lower, beyond 99.8 %, where that is neither better nor worse.
    FarLower,
    /// Not judged.
    #[default]
    NotJudged,
}

impl Verdict {
    /// All verdicts, in the order of a legend.
    pub const ALL: [Verdict; 11] = [
        Verdict::FarBetter,
        Verdict::Better,
        Verdict::FarHigher,
        Verdict::Higher,
        Verdict::UsualSpread,
        Verdict::CannotTell,
        Verdict::Lower,
        Verdict::FarLower,
        Verdict::Worse,
        Verdict::FarWorse,
        Verdict::NotJudged,
    ];

    /// Reads a verdict code of the interchange format.
    pub fn from_code(code: &str) -> Option<Verdict> {
        Some(match code {
            "far_better" => Verdict::FarBetter,
            "better" => Verdict::Better,
            "usual_spread" => Verdict::UsualSpread,
            "cannot_tell" => Verdict::CannotTell,
            "worse" => Verdict::Worse,
            "far_worse" => Verdict::FarWorse,
            "far_higher" => Verdict::FarHigher,
            "higher" => Verdict::Higher,
            "lower" => Verdict::Lower,
            "far_lower" => Verdict::FarLower,
            "not_judged" => Verdict::NotJudged,
            _ => return None,
        })
    }

    /// Whether the value lies outside the control limits.
    pub fn is_flagged(self) -> bool {
        !matches!(self, Verdict::UsualSpread | Verdict::CannotTell | Verdict::NotJudged)
    }

    /// Whether it lies outside the wider limits.
    pub fn is_far(self) -> bool {
        matches!(self, Verdict::FarBetter | Verdict::FarWorse | Verdict::FarHigher | Verdict::FarLower)
    }

    /// The shape as a character, for text beside a drawing. In one colour too, no two words that mean different things
    /// share it.
    pub fn glyph(self) -> char {
        match self {
            Verdict::FarBetter | Verdict::Better => '▲',
            Verdict::UsualSpread => '◐',
            Verdict::CannotTell => '●',
            Verdict::Worse | Verdict::FarWorse => '▼',
            Verdict::Higher | Verdict::FarHigher => '▶',
            Verdict::Lower | Verdict::FarLower => '◀',
            Verdict::NotJudged => '○',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_what_is_counted_is_told_once() {
        let check = |counted: &Counted, parts: [&str; 3], expected: [&str; 3]| {
            let mut known = Vec::new();
            assert_eq!(parts.map(|part| counted.told_once(&mut known, part)), expected);
        };
        let english = Counted { behind: " hospitals".to_owned(), alone: "hospitals".to_owned() };
        let parts = ["3 of 1,120 hospitals lie outside", "1,120 hospitals nationwide", "24 hospitals; most hospitals"];
        check(&english, parts, ["3 of 1,120 hospitals lie outside", "hospitals nationwide", parts[2]]);
        let japanese = Counted { behind: "院".to_owned(), alone: "病院".to_owned() };
        let parts = ["入院した人、全国の120院", "全国の120院とくらべて", "20院"];
        check(&japanese, parts, [parts[0], "全国の病院とくらべて", parts[2]]);
        check(&Counted::default(), parts, parts);
    }

    #[test]
    fn a_scale_begins_at_zero_where_that_does_not_waste_it() {
        let axis = Axis::covering([12.0, 30.0, f64::NAN]);
        assert_eq!(axis.low, 0.0);
        assert!(axis.high > 30.0 && axis.high < 32.0);
        let far = Axis::covering([95.0, 99.0]);
        assert!(far.low > 94.0 && far.high < 100.0);
        assert_eq!(Axis::covering([]), Axis::new(0.0, 1.0));
    }

    #[test]
    fn a_few_extreme_values_do_not_press_the_others_together() {
        let values = || (0..1000).map(f64::from).chain([1e6, f64::INFINITY]);
        assert!(Axis::covering(values()).high > 1e6);
        assert!(Axis::covering_most(values(), 0.01).high < 1100.0);
        assert_eq!(Axis::covering_most([], 0.01), Axis::new(0.0, 1.0));
        assert!(Axis::covering_most([3.0], f64::NAN).high >= 3.0);
    }

    #[test]
    fn a_verdict_code_is_read() {
        assert_eq!(Verdict::from_code("far_higher"), Some(Verdict::FarHigher));
        assert_eq!(Verdict::from_code("winner"), None);
        assert_eq!(Verdict::ALL.iter().filter(|verdict| verdict.is_flagged()).count(), 8);
    }
}
