//! Which question does an address ask? One parser and one printer for pages, embeds, images, CSV and JSON.
//!
//! `parse ∘ print` is the identity, and every door names the keys it takes, so that a mistyped parameter is an error
//! that says so instead of an answer to another question.

mod drawing;
mod filters;
mod keys;
mod point;
mod reading;

pub use drawing::{Chart, Language, Shape, Theme};
pub use filters::{Designation, EmergencyLevel, Filters, Only};
pub use keys::Key;
pub use point::GeoPoint;

use crate::care::{Care, Wish};
use crate::codes;
use crate::ids::{HospitalId, MeasureId};
use crate::peers::PeerGroup;
use crate::period::{Day, Period};
use reading::{
    answer, area, crude, day, error, joined, list, named_once, near, number, plain_text, region, release_id, ruby,
    says, unknown, weight,
};
use std::collections::BTreeMap;

/// Why an address could not be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("parameter \"{parameter}\": {detail}")]
pub struct ViewError {
    /// The parameter as written.
    pub parameter: String,
    /// What is wrong and what to write instead.
    pub detail: String,
    /// The same in Japanese.
    pub detail_ja: String,
}

/// How an address says that it follows the newest release.
pub const LATEST: &str = "latest";

/// Which release answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ReleaseChoice {
    /// The current one, because the address names none.
    #[default]
    Latest,
    /// The current one at any time, because the address says `latest`: what is handed on follows the newest release (E6).
    Following,
    /// A pinned one.
    Pinned(String),
}

/// Which period answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PeriodChoice {
    /// The newest one of the measure.
    #[default]
    Latest,
    /// A given one.
    Given(Period),
    /// All of them, one after another.
    Every,
}

/// The question of an address. Fields that the address does not carry have their defaults.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ViewSpec {
    /// Which release.
    pub release: ReleaseChoice,
    /// Hospitals side by side.
    pub hospitals: Vec<HospitalId>,
    /// Measures.
    pub measures: Vec<MeasureId>,
    /// One measure.
    pub measure: Option<MeasureId>,
    /// One hospital.
    pub hospital: Option<HospitalId>,
    /// Which period.
    pub period: PeriodChoice,
    /// The first day, of corrections.
    pub since: Option<Day>,
    /// Country and region, e.g. `JP-15`.
    pub region: Option<String>,
    /// Role.
    pub peer_group: Option<PeerGroup>,
    /// Part of the patients; empty for all.
    pub stratum: String,
    /// Words to search for.
    pub query: String,
    /// Around where.
    pub near: Option<GeoPoint>,
    /// How far, kilometres, 1 to 500.
    pub radius_km: Option<u16>,
    /// A medical area or municipality, by its code.
    pub area: Option<String>,
    /// Where, in the reader's own words.
    pub place: String,
    /// What is needed there.
    pub care: Option<Care>,
    /// What the facilities of a list must have.
    pub filters: Filters,
    /// A published set of criteria.
    pub preset: Option<String>,
    /// The trouble from which the reader comes.
    pub condition: Option<String>,
    /// Own weights.
    pub weights: Vec<(MeasureId, Weight)>,
    /// Facts that the reader wishes for.
    pub wishes: Vec<Wish>,
    /// Answers to trade-off questions, by the id of the question.
    pub answers: Vec<(String, TradeOff)>,
    /// The k of "among the first k", 1 to 50.
    pub top: Option<u16>,
    /// Whether crude outcomes may take part.
    pub crude: CrudeOutcomes,
    /// Rows, 1 to 1,000.
    pub limit: Option<u16>,
    /// Where to go on.
    pub cursor: Option<u32>,
    /// Page from 1.
    pub page: Option<u16>,
    /// Reading aids.
    pub ruby: Ruby,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// Language of a drawing.
    pub language: Option<Language>,
    /// Which chart.
    pub chart: Option<Chart>,
    /// Width, 200 to 2,400 px.
    pub width: Option<u16>,
    /// Height of an image, 100 to 2,400 px.
    pub height: Option<u16>,
    /// Pixels of an image for one pixel of the drawing, 1 to 4.
    pub scale: Option<u16>,
    /// An image of a given shape.
    pub shape: Option<Shape>,
    /// Width in print, 40 to 420 mm.
    pub millimetres: Option<u16>,
}

/// Whether kanji carry their reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ruby {
    /// No.
    #[default]
    Off,
    /// Yes.
    On,
}

/// Whether outcomes that nobody has adjusted for risk may take part in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CrudeOutcomes {
    /// They only count as weight that no data covers.
    #[default]
    LeftOut,
    /// The reader has asked for them, knowing what they are.
    TakenIn,
}

codes! {
    /// What a reader prefers in a trade-off question.
    TradeOff, "answer", "答え" {
        /// The first of the two.
        First = "first",
        /// The second.
        Second = "second",
        /// Neither.
        Either = "either",
    }
}

/// A weight in thousandths, so that it prints as it was read; 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Weight(u32);

impl Weight {
    /// Takes 0 to 100; `None` outside and for what is no number.
    pub fn new(weight: f64) -> Option<Self> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (0.0..=100.0).contains(&weight).then(|| Self((weight * 1000.0).round() as u32))
    }

    /// The weight.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

/// One control of a form can send only its own value: `w-demo-falls=3` is `w=demo-falls:3`, and so for answers.
fn of_a_box<'a>(name: &'a str, value: &str, allowed: &[Key]) -> Option<(&'a str, String)> {
    let boxes = [Key::Weights, Key::Answers].into_iter().filter(|key| allowed.contains(key));
    boxes.map(Key::parameter).find_map(|list| {
        let item = name.strip_prefix(list)?.strip_prefix('-')?;
        let entry = if value.is_empty() { String::new() } else { format!("{item}:{value}") };
        Some((&name[..list.len()], entry))
    })
}

/// Parameters that hold a list may stand several times, as the boxes of a form send them.
const LISTS: &[Key] = &[Key::Hospitals, Key::Measures, Key::Designations, Key::Weights, Key::Wishes, Key::Answers];

impl ViewSpec {
    /// Reads the decoded pairs of a query string; `allowed` are the keys of the door.
    ///
    /// # Errors
    /// [`ViewError`] names the first parameter that is unknown here, given twice, or out of range.
    pub fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>, allowed: &[Key]) -> Result<Self, ViewError> {
        let mut spec = Self::default();
        let mut seen: Vec<Key> = Vec::new();
        let mut lists: BTreeMap<Key, String> = BTreeMap::new();
        for (name, value) in pairs {
            let boxed = of_a_box(name, value, allowed);
            let (name, value) = boxed.as_ref().map_or((name, value), |(name, value)| (*name, value.as_str()));
            let key = Key::ALL.iter().copied().find(|k| k.parameter() == name && allowed.contains(k));
            let Some(key) = key else {
                return Err(unknown(name, allowed));
            };
            if LISTS.contains(&key) {
                let list = lists.entry(key).or_default();
                list.push(',');
                list.push_str(value);
                continue;
            }
            if seen.contains(&key) {
                return Err(error(name, "is given twice; write it once", "2回書かれています。1回だけ書いてください"));
            }
            seen.push(key);
            if !value.is_empty() {
                spec.set(key, value)?;
            }
        }
        for (key, list) in lists {
            spec.set(key, &list)?;
        }
        Ok(spec)
    }

    /// Reads a raw query string (`a=1&b=2`, percent-encoded).
    ///
    /// # Errors
    /// As [`ViewSpec::parse`].
    pub fn parse_query(query: &str, allowed: &[Key]) -> Result<Self, ViewError> {
        let pairs: Vec<(String, String)> =
            form_urlencoded::parse(query.as_bytes()).map(|(k, v)| (k.into_owned(), v.into_owned())).collect();
        Self::parse(pairs.iter().map(|(k, v)| (k.as_str(), v.as_str())), allowed)
    }

    fn set(&mut self, key: Key, value: &str) -> Result<(), ViewError> {
        match key {
            Key::Release if value == LATEST => self.release = ReleaseChoice::Following,
            Key::Release => self.release = ReleaseChoice::Pinned(release_id(key, value)?),
            Key::Hospitals => self.hospitals = list(key, value, HospitalId::parse)?,
            Key::Measures => self.measures = list(key, value, MeasureId::parse)?,
            Key::Measure => self.measure = Some(MeasureId::parse(value).map_err(|e| says(key, &e))?),
            Key::Hospital => self.hospital = Some(HospitalId::parse(value).map_err(|e| says(key, &e))?),
            Key::EveryPeriod if value == "all" => self.period = PeriodChoice::Every,
            Key::Period | Key::EveryPeriod if value == "latest" => self.period = PeriodChoice::Latest,
            Key::Since => self.since = Some(day(key, value)?),
            Key::Period | Key::EveryPeriod => {
                self.period = PeriodChoice::Given(Period::parse(value).map_err(|e| says(key, &e))?)
            }
            Key::Region => self.region = Some(region(key, value)?),
            Key::PeerGroup => self.peer_group = Some(PeerGroup::parse(value).map_err(|e| says(key, &e))?),
            Key::Stratum => self.stratum = plain_text(key, value)?,
            Key::Query => self.query = plain_text(key, value)?.trim().to_string(),
            Key::Near => self.near = Some(near(key, value)?),
            Key::RadiusKm => self.radius_km = Some(number(key, value, 1, 500)?),
            Key::Area => self.area = Some(area(key, value)?),
            Key::Place => self.place = plain_text(key, value)?.trim().to_string(),
            Key::Care => self.care = Some(Care::parse(value).map_err(|e| says(key, &e))?),
            Key::Emergency
            | Key::Designations
            | Key::Service
            | Key::Specialty
            | Key::Saturday
            | Key::BedsMin
            | Key::BedsMax
            | Key::Island => self.filters.set(key, value)?,
            Key::Preset => self.preset = Some(release_id(key, value)?),
            Key::Condition => self.condition = Some(release_id(key, value)?),
            Key::Weights => self.weights = named_once(key, list(key, value, weight)?)?,
            Key::Wishes => self.wishes = list(key, value, Wish::parse)?,
            Key::Answers => self.answers = named_once(key, list(key, value, answer)?)?,
            Key::Top => self.top = Some(number(key, value, 1, 50)?),
            Key::IncludeCrude => self.crude = crude(key, value)?,
            Key::Limit => self.limit = Some(number(key, value, 1, 1000)?),
            Key::Cursor => self.cursor = Some(number(key, value, 0, 100_000_000)?),
            Key::Page => self.page = Some(number(key, value, 1, 10_000)?),
            Key::Ruby => self.ruby = ruby(key, value)?,
            Key::Theme => self.theme = Some(Theme::parse(value).map_err(|e| says(key, &e))?),
            Key::Language => self.language = Some(Language::parse(value).map_err(|e| says(key, &e))?),
            Key::Chart => self.chart = Some(Chart::parse(value).map_err(|e| says(key, &e))?),
            Key::Width => self.width = Some(number(key, value, 200, 2400)?),
            Key::Height => self.height = Some(number(key, value, 100, 2400)?),
            Key::Scale => self.scale = Some(number(key, value, 1, 4)?),
            Key::Shape => self.shape = Some(Shape::parse(value).map_err(|e| says(key, &e))?),
            Key::Millimetres => self.millimetres = Some(number(key, value, 40, 420)?),
        }
        Ok(())
    }

    /// The query string of this question, in the order of [`Key::ALL`]; empty for the default question.
    pub fn to_query(&self) -> String {
        self.to_query_of(Key::ALL)
    }

    /// The same, as far as it is of these parameters: what a door does not take is left out.
    pub fn to_query_of(&self, keys: &[Key]) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for key in Key::ALL.iter().filter(|key| keys.contains(key)) {
            if let Some(value) = self.printed(*key) {
                out.append_pair(key.parameter(), &value);
            }
        }
        out.finish()
    }

    /// The question as far as it is asked by these parameters; the rest has its defaults.
    #[must_use]
    pub fn of_keys(&self, keys: &[Key]) -> Self {
        Self::parse_query(&self.to_query_of(keys), keys).unwrap_or_default()
    }

    /// The value of one parameter as an address carries it.
    pub fn printed(&self, key: Key) -> Option<String> {
        let text = |s: &str| (!s.is_empty()).then(|| s.to_string());
        match key {
            Key::Release => match &self.release {
                ReleaseChoice::Latest => None,
                ReleaseChoice::Following => Some(LATEST.to_string()),
                ReleaseChoice::Pinned(id) => Some(id.clone()),
            },
            Key::Hospitals => joined(&self.hospitals),
            Key::Measures => joined(&self.measures),
            Key::Measure => self.measure.as_ref().map(ToString::to_string),
            Key::Hospital => self.hospital.as_ref().map(ToString::to_string),
            Key::Period => match self.period {
                PeriodChoice::Latest | PeriodChoice::Every => None,
                PeriodChoice::Given(period) => Some(period.to_string()),
            },
            Key::EveryPeriod => (self.period == PeriodChoice::Every).then(|| "all".to_string()),
            Key::Since => self.since.map(|day| day.to_string()),
            Key::Region => self.region.clone(),
            Key::PeerGroup => self.peer_group.map(|g| g.to_string()),
            Key::Stratum => text(&self.stratum),
            Key::Query => text(&self.query),
            Key::Near => self.near.map(|p| format!("{},{}", p.latitude(), p.longitude())),
            Key::RadiusKm => self.radius_km.map(|n| n.to_string()),
            Key::Area => self.area.clone(),
            Key::Place => text(&self.place),
            Key::Care => self.care.map(|c| c.to_string()),
            Key::Emergency
            | Key::Designations
            | Key::Service
            | Key::Specialty
            | Key::Saturday
            | Key::BedsMin
            | Key::BedsMax
            | Key::Island => self.filters.printed(key),
            Key::Preset => self.preset.clone(),
            Key::Condition => self.condition.clone(),
            Key::Weights => joined(self.weights.iter().map(|(id, w)| format!("{id}:{}", w.value()))),
            Key::Wishes => joined(&self.wishes),
            Key::Answers => joined(self.answers.iter().map(|(question, answer)| format!("{question}:{answer}"))),
            Key::Top => self.top.map(|n| n.to_string()),
            Key::IncludeCrude => (self.crude == CrudeOutcomes::TakenIn).then(|| "1".to_string()),
            Key::Limit => self.limit.map(|n| n.to_string()),
            Key::Cursor => self.cursor.map(|n| n.to_string()),
            Key::Page => self.page.map(|n| n.to_string()),
            Key::Ruby => (self.ruby == Ruby::On).then(|| "1".to_string()),
            Key::Theme => self.theme.map(|t| t.to_string()),
            Key::Language => self.language.map(|l| l.to_string()),
            Key::Chart => self.chart.map(|c| c.to_string()),
            Key::Width => self.width.map(|n| n.to_string()),
            Key::Height => self.height.map(|n| n.to_string()),
            Key::Scale => self.scale.map(|n| n.to_string()),
            Key::Shape => self.shape.map(|s| s.to_string()),
            Key::Millimetres => self.millimetres.map(|n| n.to_string()),
        }
    }
}

#[cfg(test)]
mod tests;
