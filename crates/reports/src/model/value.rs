//! What is one figure of one hospital, with everything that belongs to it?

use super::PlaceName;
use domain::caveats::{Caveat, Element};
use domain::peers::PeerGroup;
use domain::records::{CommentKind, LimitKind};
use domain::specialty::Specialty;
use domain::{Bilingual, Day, Disclosed, HospitalId, MeasureId, Period, Status, Trend, Verdict};

/// A number that a publisher may or may not print beside a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// Printed, or computed on publish.
    Number(f64),
    /// Not published. This is no zero.
    NotPublished,
}

impl Figure {
    /// From a column that may be empty.
    pub fn from_column(number: Option<f64>) -> Self {
        number.map_or(Self::NotPublished, Self::Number)
    }

    /// The number, where there is one.
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Number(n) => Some(n),
            Self::NotPublished => None,
        }
    }
}

/// The hospital a figure belongs to; the municipality always stands beside the name (R23).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HospitalRef {
    /// Id.
    pub id: HospitalId,
    /// Name; `en` falls back to the Japanese name.
    pub name: Bilingual<String>,
    /// Municipality.
    pub municipality: PlaceName,
    /// `JP-15`.
    pub region: String,
    /// Name of the region.
    pub region_name: Bilingual<String>,
    /// Its country, where that is not the one of most hospitals; empty where it is.
    pub abroad: Bilingual<String>,
    /// Role.
    pub peer_group: PeerGroup,
    /// The one field it works in; `None` for a general hospital.
    pub specialty: Option<Specialty>,
}

impl HospitalRef {
    /// Whether the patients of two hospitals are of one kind, as far as their fields tell.
    pub fn has_patients_of(&self, other: &Self) -> bool {
        self.specialty == other.specialty
    }
}

/// A value, or the reason why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The publisher printed a value.
    Reported(Reported),
    /// It did not, and this is why.
    Missing {
        /// The reason.
        status: Status,
        /// The literal of the source.
        raw: String,
    },
}

impl Outcome {
    /// The value, where there is one.
    pub const fn reported(&self) -> Option<&Reported> {
        match self {
            Self::Reported(reported) => Some(reported),
            Self::Missing { .. } => None,
        }
    }

    /// The status.
    pub const fn status(&self) -> Status {
        match self {
            Self::Reported(_) => Status::Reported,
            Self::Missing { status, .. } => *status,
        }
    }
}

/// A value with its uncertainty.
#[derive(Debug, Clone, PartialEq)]
pub struct Reported {
    /// In base units.
    pub value: f64,
    /// Events.
    pub numerator: Figure,
    /// True where the numerator was derived from value × denominator.
    pub numerator_derived: bool,
    /// Patients or exposure.
    pub denominator: Figure,
    /// Expected events.
    pub expected: Figure,
    /// 95 % interval, lower end.
    pub interval_low: Figure,
    /// 95 % interval, upper end.
    pub interval_high: Figure,
    /// How the interval was made, e.g. `wilson`; empty where there is none.
    pub interval_method: String,
}

impl Reported {
    /// The interval, where there is one.
    pub const fn interval(&self) -> Option<(f64, f64)> {
        match (self.interval_low, self.interval_high) {
            (Figure::Number(low), Figure::Number(high)) => Some((low, high)),
            _ => None,
        }
    }
}

/// The range of places of a hospital within its role, nationwide; never a single place.
#[derive(Debug, Clone, PartialEq)]
pub enum Places {
    /// With 95 % certainty for all hospitals at once.
    Range {
        /// Best possible place.
        best: u32,
        /// Last possible place.
        last: u32,
        /// Among how many.
        of: u32,
        /// Hospitals that are clearly better.
        clearly_better: u32,
        /// Hospitals that are clearly worse.
        clearly_worse: u32,
    },
    /// No range, because of these caveats.
    None {
        /// The caveats that remove it.
        because: Vec<&'static Caveat>,
    },
}

/// Limits as the source printed them.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedLimit {
    /// Kind.
    pub kind: LimitKind,
    /// Lower end.
    pub lower: Figure,
    /// Middle.
    pub middle: Figure,
    /// Upper end.
    pub upper: Figure,
}

/// A footnote of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FootnoteNote {
    /// Its code there.
    pub code: String,
    /// Text; empty where the source does not explain it.
    pub text: Bilingual<String>,
}

/// Where a value stands in its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRef {
    /// Id of the source.
    pub id: String,
    /// Sheet or member.
    pub sheet: String,
    /// Row from 1; `None` where the source has none.
    pub row: Option<u32>,
}

/// A source as it is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceNote {
    /// Id.
    pub id: String,
    /// Publisher.
    pub publisher: Bilingual<String>,
    /// Title.
    pub title: Bilingual<String>,
    /// Address.
    pub url: String,
    /// Licence, empty where none is given.
    pub licence: String,
    /// Wording of the licence.
    pub attribution: Bilingual<String>,
    /// Published.
    pub published: Option<Day>,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Name of the file.
    pub file: String,
}

/// What the hospital says about its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Of what.
    pub measure: MeasureId,
    /// Its name.
    pub measure_name: Bilingual<String>,
    /// Kind.
    pub kind: CommentKind,
    /// Date.
    pub date: Option<Day>,
    /// Start of the period meant; `None` for every period that ends on that day.
    pub period_start: Option<Day>,
    /// End of the period meant; `None` for all.
    pub period_end: Option<Day>,
    /// Of whom; empty for all.
    pub stratum: String,
    /// Text.
    pub text: Bilingual<String>,
}

impl Comment {
    /// Whether it speaks of this value. Without a day it speaks of the measure as a whole, and so of each of its values.
    pub fn speaks_of(&self, period: Period, stratum: &str) -> bool {
        let Some(end) = self.period_end else {
            return self.stratum.is_empty() || self.stratum == stratum;
        };
        end == period.end && self.period_start.is_none_or(|start| start == period.start) && self.stratum == stratum
    }
}

/// Was / is / why / when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionNote {
    /// The value before.
    pub was: String,
    /// The value now.
    pub is: String,
    /// Why.
    pub why: Bilingual<String>,
    /// When.
    pub date: Day,
}

/// Groups of which so many hospitals stand outside the limits of the usual spread that those limits are not usual at all: the
/// hospitals differ in kind, and "clearly more" would say nothing but that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unfit {
    /// The whole country.
    pub national: bool,
    /// The hospitals of the same role.
    pub peer: bool,
}

/// One figure of one hospital. It travels only inside `Disclosed`.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueRow {
    /// Whose.
    pub hospital: HospitalRef,
    /// Of what.
    pub measure: MeasureId,
    /// When.
    pub period: Period,
    /// Of whom; empty for all.
    pub stratum: String,
    /// Several years put together on publish.
    pub pooled: bool,
    /// The value or the reason.
    pub outcome: Outcome,
    /// Against the whole country.
    pub verdict_national: Verdict,
    /// Against hospitals of the same role.
    pub verdict_peer: Verdict,
    /// Whose limits do not describe the hospitals they stand for, so that no word of theirs is shown.
    pub unfit: Unfit,
    /// Range of places.
    pub places: Places,
    /// Limits as published.
    pub limits: Vec<PublishedLimit>,
    /// Footnotes.
    pub footnotes: Vec<FootnoteNote>,
    /// The publisher's own verdict, as printed.
    pub published_verdict: String,
    /// Where it stands.
    pub source: SourceRef,
    /// What the hospital says.
    pub comments: Vec<Comment>,
    /// Corrections of this value, newest first.
    pub corrections: Vec<CorrectionNote>,
    /// The years put together by which the hospital is judged, where this year alone is too few.
    pub together: Option<Box<Disclosed<ValueRow>>>,
    /// What a test over the single years says; on the newest year of a series.
    pub trend: Option<Trend>,
}

/// Everything to be said beside a value. Where years are put together, what keeps one year from being judged no longer
/// holds, and what holds for those years does.
pub fn what_holds(value: &Disclosed<ValueRow>) -> Vec<&'static Caveat> {
    let own = value.caveats().iter().copied();
    let Some(years) = value.figure().together.as_deref() else {
        return own.collect();
    };
    let about_comparing = |c: &Caveat| c.removes(Element::Flag) || c.removes(Element::Rank);
    let mut held: Vec<&'static Caveat> = own.filter(|c| !about_comparing(c)).collect();
    held.extend(years.caveats().iter().copied().filter(|c| !value.caveats().contains(c) || about_comparing(c)));
    held.sort_by_key(|c| c.position());
    held
}

/// The one line beside a value (R14): the most specific of [`what_holds`] that has not been said.
pub fn line_beside(value: &Disclosed<ValueRow>, said_already: &[&'static Caveat]) -> Option<&'static Caveat> {
    what_holds(value).into_iter().find(|caveat| !said_already.contains(caveat))
}

impl ValueRow {
    /// The row whose words and places count for the hospital: its years put together where there are any.
    pub fn judged(&self) -> &Self {
        self.together.as_deref().map_or(self, Disclosed::figure)
    }

    /// The word beside the whole country as readers see it: none where its limits do not fit.
    pub fn national_word(&self) -> Verdict {
        if self.unfit.national { Verdict::NotJudged } else { self.verdict_national }
    }

    /// The word beside the hospitals of the same role as readers see it: a hospital of one field gets none, since most of its role
    /// have patients of another kind; nor does anybody where the limits of the role do not fit.
    pub fn peer_word(&self) -> Verdict {
        if self.hospital.specialty.is_some() || self.unfit.peer { Verdict::NotJudged } else { self.verdict_peer }
    }

    /// The range of places within its role as readers see it, for the same reason none for a hospital of one field; `None` where
    /// there is no range.
    pub fn places_told(&self) -> Option<&Places> {
        let of_one_field = self.hospital.specialty.is_some();
        Some(&self.judged().places).filter(|places| !of_one_field && matches!(places, Places::Range { .. }))
    }
}
