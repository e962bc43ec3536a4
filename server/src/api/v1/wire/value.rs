//! How is one figure of one hospital written, with everything that belongs to it?

use super::{Number, Period, Row, Text};
use domain::caveats::{Caveat, Effect};
use domain::records::CommentKind;
use domain::{Disclosed, Status};
use reports::model::{self, Comment, CorrectionNote, FootnoteNote, Outcome, Places, PublishedLimit, Spoken};
use serde::Serialize;
use utoipa::ToSchema;

/// The level of every interval.
pub(super) const LEVEL: f64 = 0.95;

/// The hospital a figure belongs to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct HospitalRef {
    /// Id.
    pub id: String,
    /// Name; null where the hospital is no longer in the release.
    pub name: Option<String>,
    /// Municipality; null where no source prints it.
    pub municipality: Option<String>,
    /// Country and region, as `JP-15`; null where no source prints the region.
    pub region: Option<String>,
    /// Role, see the methods.
    pub peer_group: Option<String>,
}

impl HospitalRef {
    /// Of a hospital of this release.
    pub fn of(hospital: &model::HospitalRef) -> Self {
        Self {
            id: hospital.id.to_string(),
            name: Some(hospital.name.ja.clone()),
            municipality: super::text(&hospital.municipality.name.ja),
            region: super::region(&hospital.region),
            peer_group: Some(hospital.peer_group.to_string()),
        }
    }

    /// Of a hospital that may have gone.
    pub fn of_spoken(spoken: &Spoken) -> Self {
        match spoken {
            Spoken::Known(hospital) => Self::of(hospital),
            Spoken::Gone(id) => Self { id: id.to_string(), ..Self::default() },
        }
    }
}

/// An interval with its level and method.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Interval {
    /// Lower end.
    pub low: Number,
    /// Upper end.
    pub high: Number,
    /// 0.95.
    pub level: Number,
    /// How it was made.
    pub method: String,
}

/// A limit as the source printed it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Limit {
    /// Kind.
    pub kind: String,
    /// Lower end.
    pub lower: Option<Number>,
    /// Middle.
    pub middle: Option<Number>,
    /// Upper end.
    pub upper: Option<Number>,
}

/// The words a value gets.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Verdict {
    /// Beside the whole country.
    pub national: String,
    /// Beside hospitals of the same role.
    pub peer: String,
}

/// Whether the limits behind a word describe the hospitals of the group. They do not where more than a quarter of 20 or more
/// judged hospitals stand outside them: the hospitals then differ in kind, and pages and drawings give no word against that
/// group. The word of the methods stands in `verdict` all the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct LimitsFit {
    /// Those of the whole country.
    pub national: bool,
    /// Those of the hospitals of the same role.
    pub peer: bool,
}

/// A range of places within the role, nationwide; never a single place.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Rank {
    /// First possible place.
    pub best: u32,
    /// Last possible place.
    pub worst: u32,
    /// Among how many.
    pub of: u32,
    /// How many of them are clearly better.
    pub clearly_better: u32,
    /// How many of them are clearly worse.
    pub clearly_worse: u32,
}

/// Something that has to be said about a value.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct CaveatNote {
    /// Id.
    pub id: String,
    /// `blocks`, `regroups` or `explains`.
    pub effect: String,
    /// One line, Japanese.
    pub short_ja: String,
    /// One line, English.
    pub short_en: String,
    /// Explanation, Japanese.
    pub text_ja: String,
    /// Explanation, English.
    pub text_en: String,
}

/// A footnote of the source.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Footnote {
    /// Its code there.
    pub code: String,
    /// Japanese; null where the source explains it in no words of that language.
    pub text_ja: Option<String>,
    /// English.
    pub text_en: Option<String>,
}

/// Where a value stands in its source.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct SourceRef {
    /// Id of the source; see `meta.source`. Null where a package names none.
    pub id: Option<String>,
    /// Sheet, or member of an archive.
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: Option<u32>,
}

/// What the hospital says about its value.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Reply {
    /// `explanation` or `practice`.
    pub kind: String,
    /// Day.
    pub date: Option<String>,
    /// Japanese; null where it was said in English only.
    pub text_ja: Option<String>,
    /// English; null where it was said in Japanese only.
    pub text_en: Option<String>,
}

/// A correction of the value.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct ValueCorrection {
    /// As printed before; null where there was none.
    pub was: Option<String>,
    /// As printed now; null where it was withdrawn.
    pub is: Option<String>,
    /// Why, Japanese.
    pub why_ja: Option<String>,
    /// Why, English.
    pub why_en: Option<String>,
    /// Day of the correction.
    pub date: String,
}

/// One figure of one hospital.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct ValueRow {
    /// Whose.
    pub hospital: HospitalRef,
    /// When.
    pub period: Period,
    /// True where the row is consecutive years put together (methods, section 13); its period says which.
    pub pooled: bool,
    /// The years put together by which the hospital is judged where this year alone is too few: ask for them by `period`.
    pub judged_over: Option<Period>,
    /// What a test over the single years says, on the newest year of a series.
    pub trend: Option<String>,
    /// Part of the patients; null for all.
    pub stratum: Option<String>,
    /// `reported`, or why there is no value.
    pub status: String,
    /// The reason in words; null for a reported value.
    pub reason: Option<Text>,
    /// In base units: proportions 0 to 1, rates per one unit, ratios observed by expected.
    pub value: Option<Number>,
    /// Events.
    pub numerator: Option<Number>,
    /// True where the numerator was worked out from value × denominator.
    pub derived: bool,
    /// Patients, or exposure.
    pub denominator: Option<Number>,
    /// Expected events.
    pub expected: Option<Number>,
    /// 95 % interval of the value.
    pub interval: Option<Interval>,
    /// Limits as the source printed them.
    pub limits: Vec<Limit>,
    /// The words.
    pub verdict: Verdict,
    /// Whether the limits behind those words describe the hospitals they stand for.
    pub limits_fit: LimitsFit,
    /// The publisher's own verdict on the value, as printed; null where it prints none.
    pub published_verdict: Option<String>,
    /// Range of places; null where none is given, see `no_rank_because`.
    pub rank: Option<Rank>,
    /// Ids of the caveats that remove the range of places.
    pub no_rank_because: Vec<String>,
    /// Everything to be said about it, the most specific first.
    pub caveats: Vec<CaveatNote>,
    /// Footnotes of the source.
    pub footnotes: Vec<Footnote>,
    /// Where it stands.
    pub source: SourceRef,
    /// What the hospital says; of several the one that explains the value. `replies` holds all.
    pub reply: Option<Reply>,
    /// Corrections of the value, the newest first.
    pub corrections: Vec<ValueCorrection>,
    /// Everything that the hospital says about the value, the newest first.
    pub replies: Vec<Reply>,
}

impl Row for ValueRow {
    fn filled() -> Self {
        Self {
            judged_over: Some(Period::default()),
            trend: Some(String::new()),
            reason: Some(Text::default()),
            interval: Some(Interval::default()),
            limits: vec![Limit::default()],
            rank: Some(Rank::default()),
            caveats: vec![CaveatNote::default()],
            footnotes: vec![Footnote::default()],
            reply: Some(Reply::default()),
            corrections: vec![ValueCorrection::default()],
            replies: vec![Reply::default()],
            ..Self::default()
        }
    }
}

impl ValueRow {
    /// A figure with its caveats.
    pub fn of(disclosed: &Disclosed<model::ValueRow>) -> Self {
        let figure = disclosed.figure();
        let (rank, no_rank_because) = rank(&figure.places, disclosed.caveats());
        let reported = figure.outcome.reported();
        Self {
            hospital: HospitalRef::of(&figure.hospital),
            period: figure.period.into(),
            pooled: figure.pooled,
            judged_over: figure.together.as_ref().map(|years| years.figure().period.into()),
            trend: figure.trend.map(|trend| trend.to_string()),
            stratum: super::text(&figure.stratum),
            status: figure.outcome.status().to_string(),
            reason: reason(&figure.outcome),
            value: reported.map(|r| r.value.into()),
            numerator: reported.and_then(|r| Number::of(r.numerator)),
            derived: reported.is_some_and(|r| r.numerator_derived),
            denominator: reported.and_then(|r| Number::of(r.denominator)),
            expected: reported.and_then(|r| Number::of(r.expected)),
            interval: reported.and_then(interval),
            limits: figure.limits.iter().map(limit).collect(),
            verdict: Verdict { national: figure.verdict_national.to_string(), peer: figure.verdict_peer.to_string() },
            limits_fit: LimitsFit { national: !figure.unfit.national, peer: !figure.unfit.peer },
            published_verdict: super::text(&figure.published_verdict),
            rank,
            no_rank_because,
            caveats: disclosed.caveats().iter().copied().map(CaveatNote::of).collect(),
            footnotes: figure.footnotes.iter().map(footnote).collect(),
            source: SourceRef {
                id: super::text(&figure.source.id),
                sheet: super::text(&figure.source.sheet),
                row: figure.source.row,
            },
            reply: reply(&figure.comments),
            corrections: figure.corrections.iter().map(correction).collect(),
            replies: figure.comments.iter().map(Reply::of).collect(),
        }
    }
}

fn correction(note: &CorrectionNote) -> ValueCorrection {
    ValueCorrection {
        was: super::text(&note.was),
        is: super::text(&note.is),
        why_ja: super::text(&note.why.ja),
        why_en: super::text(&note.why.en),
        date: note.date.to_string(),
    }
}

fn reason(outcome: &Outcome) -> Option<Text> {
    let status = outcome.status();
    (status != Status::Reported).then(|| (&status.reason().to_strings()).into())
}

fn interval(reported: &model::Reported) -> Option<Interval> {
    reported.interval().map(|(low, high)| Interval {
        low: low.into(),
        high: high.into(),
        level: LEVEL.into(),
        method: reported.interval_method.clone(),
    })
}

fn limit(limit: &PublishedLimit) -> Limit {
    Limit {
        kind: limit.kind.to_string(),
        lower: Number::of(limit.lower),
        middle: Number::of(limit.middle),
        upper: Number::of(limit.upper),
    }
}

/// Where there is no value, what forbids comparing it forbids a place.
fn rank(places: &Places, caveats: &[&Caveat]) -> (Option<Rank>, Vec<String>) {
    let ids = |caveats: &mut dyn Iterator<Item = &&Caveat>| caveats.map(|c| c.id.to_string()).collect();
    match places {
        Places::Range { best, last, of, clearly_better, clearly_worse } => {
            let (clearly_better, clearly_worse) = (*clearly_better, *clearly_worse);
            (Some(Rank { best: *best, worst: *last, of: *of, clearly_better, clearly_worse }), Vec::new())
        }
        Places::None { because } if because.is_empty() => {
            (None, ids(&mut caveats.iter().filter(|c| c.effect == Effect::Blocks)))
        }
        Places::None { because } => (None, ids(&mut because.iter())),
    }
}

impl CaveatNote {
    /// A caveat with its texts.
    pub fn of(caveat: &Caveat) -> Self {
        Self {
            id: caveat.id.to_string(),
            effect: caveat.effect.to_string(),
            short_ja: caveat.short.ja.to_string(),
            short_en: caveat.short.en.to_string(),
            text_ja: caveat.text.ja.to_string(),
            text_en: caveat.text.en.to_string(),
        }
    }
}

fn footnote(footnote: &FootnoteNote) -> Footnote {
    Footnote {
        code: footnote.code.clone(),
        text_ja: super::text(&footnote.text.ja),
        text_en: super::text(&footnote.text.en),
    }
}

/// An explanation of the value before a practice of the hospital.
fn reply(comments: &[Comment]) -> Option<Reply> {
    comments.iter().find(|c| c.kind == CommentKind::Explanation).or(comments.first()).map(Reply::of)
}

impl Reply {
    fn of(said: &Comment) -> Self {
        Self {
            kind: said.kind.to_string(),
            date: super::day(said.date),
            text_ja: super::text(&said.text.ja),
            text_en: super::text(&said.text.en),
        }
    }
}
