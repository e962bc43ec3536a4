//! Which question does an address ask? One parser and one printer for pages, embeds, images, CSV and JSON.
//!
//! `parse ∘ print` is the identity, and every door names the keys it takes, so that a mistyped parameter is an error
//! that says so instead of an answer to another question.

use crate::codes;
use crate::ids::{HospitalId, MeasureId};
use crate::peers::PeerGroup;
use crate::period::Period;
use crate::regions::{region_id, split_region_id};
use std::fmt;

codes! {
    /// The parameters an address may carry.
    Key, "parameter" {
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
        /// Rows in one answer.
        Limit = "limit",
        /// Where the next answer begins.
        Cursor = "cursor",
        /// Page of a list, from 1.
        Page = "page",
        /// Reading aids above kanji: `1`.
        Ruby = "ruby",
        /// `light`, `dark` or `auto`.
        Theme = "theme",
        /// Width of a drawing in pixels.
        Width = "w",
    }
}

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

/// Which release answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ReleaseChoice {
    /// The current one.
    #[default]
    Latest,
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
}

/// A point on the map, in millionths of a degree so that it prints as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GeoPoint {
    latitude_e6: i32,
    longitude_e6: i32,
}

impl GeoPoint {
    /// Takes degrees; `None` outside −90…90 and −180…180.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let inside = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        #[allow(clippy::cast_possible_truncation)]
        inside.then(|| Self {
            latitude_e6: (latitude * 1e6).round() as i32,
            longitude_e6: (longitude * 1e6).round() as i32,
        })
    }

    /// Degrees north.
    pub fn latitude(self) -> f64 {
        f64::from(self.latitude_e6) / 1e6
    }

    /// Degrees east.
    pub fn longitude(self) -> f64 {
        f64::from(self.longitude_e6) / 1e6
    }
}

codes! {
    /// Light or dark, or as the reader's system has it.
    Theme, "theme" {
        /// As the system has it.
        Auto = "auto",
        /// Black on white.
        Light = "light",
        /// White on black.
        Dark = "dark",
    }
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
    /// Width, 200 to 2,400 px.
    pub width: Option<u16>,
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

const MAX_HOSPITALS: usize = 60;
const MAX_TEXT: usize = 100;

impl ViewSpec {
    /// Reads the decoded pairs of a query string; `allowed` are the keys of the door.
    ///
    /// # Errors
    /// [`ViewError`] names the first parameter that is unknown here, given twice, or out of range.
    pub fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>, allowed: &[Key]) -> Result<Self, ViewError> {
        let mut spec = Self::default();
        let mut seen: Vec<Key> = Vec::new();
        for (name, value) in pairs {
            let key = Key::ALL.iter().copied().find(|k| k.as_str() == name && allowed.contains(k));
            let Some(key) = key else {
                return Err(unknown(name, allowed));
            };
            if seen.contains(&key) {
                return Err(error(name, "is given twice; write it once", "2回書かれています。1回だけ書いてください"));
            }
            seen.push(key);
            if !value.is_empty() {
                spec.set(key, value)?;
            }
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
            Key::Release if value == "latest" => self.release = ReleaseChoice::Latest,
            Key::Release => self.release = ReleaseChoice::Pinned(release_id(key, value)?),
            Key::Hospitals => self.hospitals = list(key, value, HospitalId::parse)?,
            Key::Measures => self.measures = list(key, value, MeasureId::parse)?,
            Key::Measure => self.measure = Some(MeasureId::parse(value).map_err(|e| says(key, &e))?),
            Key::Hospital => self.hospital = Some(HospitalId::parse(value).map_err(|e| says(key, &e))?),
            Key::Period if value == "latest" => self.period = PeriodChoice::Latest,
            Key::Period => self.period = PeriodChoice::Given(Period::parse(value).map_err(|e| says(key, &e))?),
            Key::Region => self.region = Some(region(key, value)?),
            Key::PeerGroup => self.peer_group = Some(PeerGroup::parse(value).map_err(|e| says(key, &e))?),
            Key::Stratum => self.stratum = plain_text(key, value)?,
            Key::Query => self.query = plain_text(key, value)?.trim().to_string(),
            Key::Near => self.near = Some(near(key, value)?),
            Key::RadiusKm => self.radius_km = Some(number(key, value, 1, 500)?),
            Key::Limit => self.limit = Some(number(key, value, 1, 1000)?),
            Key::Cursor => self.cursor = Some(number(key, value, 0, 100_000_000)?),
            Key::Page => self.page = Some(number(key, value, 1, 10_000)?),
            Key::Ruby => self.ruby = ruby(key, value)?,
            Key::Theme => self.theme = Some(Theme::parse(value).map_err(|e| says(key, &e))?),
            Key::Width => self.width = Some(number(key, value, 200, 2400)?),
        }
        Ok(())
    }

    /// The query string of this question, in the order of [`Key::ALL`]; empty for the default question.
    pub fn to_query(&self) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for key in Key::ALL {
            if let Some(value) = self.printed(*key) {
                out.append_pair(key.as_str(), &value);
            }
        }
        out.finish()
    }

    fn printed(&self, key: Key) -> Option<String> {
        let text = |s: &str| (!s.is_empty()).then(|| s.to_string());
        match key {
            Key::Release => match &self.release {
                ReleaseChoice::Latest => None,
                ReleaseChoice::Pinned(id) => Some(id.clone()),
            },
            Key::Hospitals => joined(&self.hospitals),
            Key::Measures => joined(&self.measures),
            Key::Measure => self.measure.as_ref().map(ToString::to_string),
            Key::Hospital => self.hospital.as_ref().map(ToString::to_string),
            Key::Period => match self.period {
                PeriodChoice::Latest => None,
                PeriodChoice::Given(period) => Some(period.to_string()),
            },
            Key::Region => self.region.clone(),
            Key::PeerGroup => self.peer_group.map(|g| g.to_string()),
            Key::Stratum => text(&self.stratum),
            Key::Query => text(&self.query),
            Key::Near => self.near.map(|p| format!("{},{}", p.latitude(), p.longitude())),
            Key::RadiusKm => self.radius_km.map(|n| n.to_string()),
            Key::Limit => self.limit.map(|n| n.to_string()),
            Key::Cursor => self.cursor.map(|n| n.to_string()),
            Key::Page => self.page.map(|n| n.to_string()),
            Key::Ruby => (self.ruby == Ruby::On).then(|| "1".to_string()),
            Key::Theme => self.theme.map(|t| t.to_string()),
            Key::Width => self.width.map(|n| n.to_string()),
        }
    }
}

fn joined<T: ToString>(items: &[T]) -> Option<String> {
    (!items.is_empty()).then(|| items.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
}

fn error(parameter: &str, detail: &str, detail_ja: &str) -> ViewError {
    let parameter = parameter.chars().filter(|c| !c.is_control()).take(60).collect();
    ViewError { parameter, detail: detail.to_string(), detail_ja: detail_ja.to_string() }
}

fn says(key: Key, problem: &dyn fmt::Display) -> ViewError {
    let detail: String = problem.to_string().chars().filter(|c| !c.is_control()).collect();
    error(key.as_str(), &detail, &format!("値を読み取れません（{detail}）"))
}

fn unknown(name: &str, allowed: &[Key]) -> ViewError {
    let names = allowed.iter().map(|k| k.as_str()).collect::<Vec<_>>().join(", ");
    error(
        name,
        &format!("is not known here; this address takes: {names}"),
        &format!("ここでは使えません。使えるもの：{names}"),
    )
}

fn number<T: TryFrom<u32>>(key: Key, value: &str, low: u32, high: u32) -> Result<T, ViewError> {
    let parsed = value.parse::<u32>().ok().filter(|n| (low..=high).contains(n)).and_then(|n| T::try_from(n).ok());
    parsed.ok_or_else(|| {
        error(
            key.as_str(),
            &format!("must be a whole number from {low} to {high}"),
            &format!("{low}から{high}までの整数を書いてください"),
        )
    })
}

fn list<T: PartialEq, E: fmt::Display>(
    key: Key,
    value: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Vec<T>, ViewError> {
    let mut items = Vec::new();
    for part in value.split(',').filter(|p| !p.is_empty()) {
        let item = parse(part).map_err(|e| says(key, &e))?;
        if !items.contains(&item) {
            items.push(item);
        }
        if items.len() > MAX_HOSPITALS {
            return Err(error(
                key.as_str(),
                &format!("takes at most {MAX_HOSPITALS} entries"),
                &format!("{MAX_HOSPITALS}個までにしてください"),
            ));
        }
    }
    Ok(items)
}

fn release_id(key: Key, value: &str) -> Result<String, ViewError> {
    MeasureId::parse(value).map(|id| id.to_string()).map_err(|e| says(key, &e))
}

fn region(key: Key, value: &str) -> Result<String, ViewError> {
    split_region_id(value).map(|(country, region)| region_id(country, region)).ok_or_else(|| {
        error(
            key.as_str(),
            "must be a country and a region, as JP-15 or US-AL",
            "国と地域を JP-15 のように書いてください",
        )
    })
}

fn plain_text(key: Key, value: &str) -> Result<String, ViewError> {
    let bidi = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if value.chars().count() > MAX_TEXT || value.chars().any(|c| c.is_control() || bidi(c)) {
        return Err(error(
            key.as_str(),
            &format!("must be at most {MAX_TEXT} characters of plain text"),
            &format!("制御文字を含まない{MAX_TEXT}文字までで書いてください"),
        ));
    }
    Ok(value.to_string())
}

fn near(key: Key, value: &str) -> Result<GeoPoint, ViewError> {
    let parsed = value.split_once(',').and_then(|(lat, lon)| {
        let (lat, lon) = (lat.trim().parse::<f64>().ok()?, lon.trim().parse::<f64>().ok()?);
        GeoPoint::new(lat, lon)
    });
    parsed.ok_or_else(|| {
        error(
            key.as_str(),
            "must be latitude,longitude in degrees, as 35.68,139.76",
            "緯度,経度 を 35.68,139.76 のように書いてください",
        )
    })
}

fn ruby(key: Key, value: &str) -> Result<Ruby, ViewError> {
    match value {
        "1" => Ok(Ruby::On),
        "0" => Ok(Ruby::Off),
        _ => Err(error(key.as_str(), "must be 1 or 0", "1 か 0 を書いてください")),
    }
}

#[cfg(test)]
mod tests;
