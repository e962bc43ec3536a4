//! What do the answers of the API look like? The only place that names their keys.
//!
//! All keys are always there, `null` where there is nothing to say.

mod area;
mod compare;
mod history;
mod hospital;
mod measure;
mod ranking;
mod told;
mod value;

pub use area::{AreaValue, SpreadYear};
pub use compare::Compare;
pub use history::{Change, Correction, Release};
pub use hospital::{Hospital, HospitalDetail};
pub use measure::{Measure, MeasureDetail};
pub use ranking::Ranking;
pub use told::OfMeasure;
pub use value::{HospitalRef, ValueRow};

use domain::records::Reality;
use domain::regions::split_region_id;
use domain::{Bilingual, Day};
use reports::model::{Figure, MeasureNote, Page, ReleaseNote, SourceNote};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

/// A row of an answer.
pub trait Row: Serialize {
    /// A row in which nothing is missing, so that the columns of its table are known before the first real one.
    fn filled() -> Self;
}

/// A number in the fewest digits that read back the same.
#[derive(Debug, Clone, Copy, PartialEq, Default, ToSchema)]
pub struct Number(f64);

impl Number {
    /// The number, where there is one.
    pub fn of(figure: Figure) -> Option<Self> {
        figure.number().map(Self)
    }
}

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        Self(number)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[allow(clippy::cast_possible_truncation)]
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// What holds for the whole answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Meta {
    /// Id of the release that answered.
    pub release: String,
    /// The day the release speaks of.
    pub as_of: String,
    /// True where hospitals and figures are invented.
    pub fictional: bool,
    /// Where the figures come from.
    pub source: Vec<Source>,
    /// Licences of the sources, separated by `; `; null where a source gives none.
    pub licence: Option<String>,
    /// Version of the methods.
    pub method_version: String,
    /// Rows of the whole list; null where the answer is no list.
    pub total: Option<u32>,
    /// `cursor` of the next part of the list; null on the last one.
    pub next: Option<String>,
    /// What publishers warn of where values of their measures stand in the answer; it belongs beside those values.
    pub owner_warnings: Vec<OwnerWarning>,
}

/// What the publisher of a measure warns of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct OwnerWarning {
    /// Id of the measure.
    pub measure: String,
    /// Japanese.
    pub text_ja: Option<String>,
    /// English.
    pub text_en: Option<String>,
}

impl Meta {
    /// Of an answer that is no list.
    pub fn of(release: &ReleaseNote, sources: &[SourceNote]) -> Self {
        Self {
            release: release.id.clone(),
            as_of: release.as_of.to_string(),
            fictional: release.reality == Reality::Fictional,
            source: sources.iter().map(Source::of).collect(),
            licence: licence(sources),
            method_version: release.method_version.clone(),
            total: None,
            next: None,
            owner_warnings: Vec::new(),
        }
    }

    /// The same of an answer with values of these measures.
    pub fn with_warnings<'a>(self, measures: impl IntoIterator<Item = &'a MeasureNote>) -> Self {
        let warned = measures.into_iter().filter(|measure| !measure.owner_warning.is_empty());
        let owner_warnings = warned.map(|measure| OwnerWarning {
            measure: measure.id.to_string(),
            text_ja: text(&measure.owner_warning.ja),
            text_en: text(&measure.owner_warning.en),
        });
        Self { owner_warnings: owner_warnings.collect(), ..self }
    }

    /// The same for a part of a list.
    pub fn with_page(self, page: Page) -> Self {
        Self { total: Some(page.total), next: page.next().map(|offset| offset.to_string()), ..self }
    }

    /// The same for a list that is never cut.
    pub fn with_total(self, total: usize) -> Self {
        Self { total: u32::try_from(total).ok(), ..self }
    }
}

fn licence(sources: &[SourceNote]) -> Option<String> {
    let mut licences: Vec<&str> = sources.iter().map(|s| s.licence.as_str()).collect();
    licences.sort_unstable();
    licences.dedup();
    let all_given = !licences.is_empty() && licences.iter().all(|l| !l.is_empty());
    all_given.then(|| licences.join("; "))
}

/// A source as it is cited.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Source {
    /// Id; null where a package names no source.
    pub id: Option<String>,
    /// Publisher, Japanese.
    pub publisher_ja: Option<String>,
    /// Publisher, English.
    pub publisher_en: Option<String>,
    /// Title, Japanese.
    pub title_ja: Option<String>,
    /// Title, English.
    pub title_en: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// Wording the licence asks for, Japanese.
    pub attribution_ja: Option<String>,
    /// Wording the licence asks for, English.
    pub attribution_en: Option<String>,
    /// Day of publication.
    pub published: Option<String>,
    /// SHA-256 of the file.
    pub sha256: Option<String>,
    /// Name of the file.
    pub file: Option<String>,
}

impl Source {
    fn of(source: &SourceNote) -> Self {
        Self {
            id: text(&source.id),
            publisher_ja: text(&source.publisher.ja),
            publisher_en: text(&source.publisher.en),
            title_ja: text(&source.title.ja),
            title_en: text(&source.title.en),
            url: text(&source.url),
            licence: text(&source.licence),
            attribution_ja: text(&source.attribution.ja),
            attribution_en: text(&source.attribution.en),
            published: day(source.published),
            sha256: text(&source.sha256),
            file: text(&source.file),
        }
    }
}

/// Days covered, both ends included.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Period {
    /// First day.
    pub start: String,
    /// Last day.
    pub end: String,
}

impl From<domain::Period> for Period {
    fn from(period: domain::Period) -> Self {
        Self { start: period.start.to_string(), end: period.end.to_string() }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Text {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl From<&Bilingual<String>> for Text {
    fn from(text: &Bilingual<String>) -> Self {
        Self { ja: text.ja.clone(), en: text.en.clone() }
    }
}

/// A text, or `null` where it is empty.
fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_string())
}

/// Country and region, or `null` where only the country is known.
fn region(region: &str) -> Option<String> {
    split_region_id(region).map(|_| region.to_string())
}

fn day(day: Option<Day>) -> Option<String> {
    day.map(|d| d.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_point_and_others_read_back_the_same() {
        let printed = |n: f64| serde_json::to_string(&Number(n)).unwrap();
        assert_eq!(printed(12.0), "12");
        assert_eq!(printed(0.0), "0");
        assert_eq!(printed(0.1), "0.1");
        for n in [1.0 / 3.0, 1e-9, 123_456.789, 1e300] {
            assert_eq!(printed(n).parse::<f64>().unwrap(), n);
        }
    }

    #[test]
    fn a_source_without_a_licence_leaves_the_whole_answer_without_one() {
        let source = |licence: &str| SourceNote {
            id: "a".into(),
            publisher: Bilingual::default(),
            title: Bilingual::default(),
            url: String::new(),
            licence: licence.into(),
            attribution: Bilingual::default(),
            published: None,
            sha256: String::new(),
            file: String::new(),
        };
        assert_eq!(licence(&[source("B"), source("A"), source("B")]), Some("A; B".into()));
        assert_eq!(licence(&[source("A"), source("")]), None);
        assert_eq!(licence(&[]), None);
    }
}
