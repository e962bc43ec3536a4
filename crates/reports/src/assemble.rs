//! How does a row of a measure become a figure that carries its caveats?

use crate::error::ReportError;
use crate::index::{Index, period_of};
use crate::model::{
    Comment, CorrectionNote, Figure, FootnoteNote, HospitalCard, Outcome, Places, PublishedLimit, Reported, SourceRef,
    Unfit, ValueRow, what_holds,
};
use domain::caveats::facts::{Facts, SpreadFacts, ValueFacts};
use domain::caveats::{Caveat, Element, by_id, that_apply};
use domain::disclosure::Seal;
use domain::period::parse_day;
use domain::records::{CommentKind, LimitKind};
use domain::status::Status;
use domain::{Bilingual, Disclosed, MeasureId, Period, Trend, Verdict};
use std::collections::HashMap;
use store::Release;
use store::read::MarkRow;
use store::rows::{CommentRow, LimitRow, ObservationRow};

/// What belongs to observations and stands in other tables.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    limits: HashMap<(String, i64, String, String, String), Vec<PublishedLimit>>,
    marks: HashMap<i64, Vec<String>>,
    comments: HashMap<(String, i64), Vec<Comment>>,
    pooled: HashMap<(String, i64, String, String), ObservationRow>,
}

fn broken(problem: impl std::fmt::Display) -> ReportError {
    ReportError::Store(problem.to_string())
}

impl Beside {
    pub fn new(
        limits: Vec<LimitRow>,
        marks: Vec<MarkRow>,
        comments: &[CommentRow],
        index: &Index,
    ) -> Result<Self, ReportError> {
        let mut beside = Self::default();
        for l in limits {
            let kind = LimitKind::parse(&l.kind).map_err(broken)?;
            let limit = PublishedLimit {
                kind,
                lower: Figure::from_column(l.lower),
                middle: Figure::from_column(l.middle),
                upper: Figure::from_column(l.upper),
            };
            let key = (l.hospital_id, l.measure_key, l.period_start, l.period_end, l.stratum);
            beside.limits.entry(key).or_default().push(limit);
        }
        for mark in marks {
            beside.marks.entry(mark.observation_key).or_default().push(mark.code);
        }
        for c in comments {
            beside.comments.entry((c.hospital_id.clone(), c.measure_key)).or_default().push(comment(c, index)?);
        }
        Ok(beside)
    }

    /// What stands beside rows of one measure: published limits, marks, comments, and years put together.
    pub async fn of_rows(
        release: &Release,
        rows: &[ObservationRow],
        comments: &[CommentRow],
        index: &Index,
    ) -> Result<Self, ReportError> {
        let keys: Vec<i64> = rows.iter().map(|row| row.observation_key).collect();
        let beside =
            Self::new(release.limits_beside(&keys).await?, release.marks_beside(&keys).await?, comments, index)?;
        Ok(beside.with_pooled(release.pooled_beside(&keys).await?))
    }

    /// Lays years put together beside the newest year of each.
    pub fn with_pooled(mut self, rows: impl IntoIterator<Item = ObservationRow>) -> Self {
        let keyed = rows.into_iter().filter(|r| r.pooled == 1).map(|r| (series_end(&r), r));
        self.pooled.extend(keyed);
        self
    }
}

/// Hospital, measure, last day and stratum: what years put together share with their newest year.
fn series_end(row: &ObservationRow) -> (String, i64, String, String) {
    (row.hospital_id.clone(), row.measure_key, row.period_end.clone(), row.stratum.clone())
}

/// What a hospital says.
pub(crate) fn comment(c: &CommentRow, index: &Index) -> Result<Comment, ReportError> {
    let measure = index.measure_of_key(c.measure_key).ok_or_else(|| broken("a comment without a measure"))?;
    Ok(Comment {
        measure: measure.note.id.clone(),
        measure_name: measure.note.name.clone(),
        kind: CommentKind::parse(&c.kind).map_err(broken)?,
        date: c.date.as_deref().and_then(parse_day),
        period_start: c.period_start.as_deref().and_then(parse_day),
        period_end: c.period_end.as_deref().and_then(parse_day),
        stratum: c.stratum.clone(),
        text: Bilingual::new(c.text_ja.clone(), c.text_en.clone()),
    })
}

/// The caveats of a list of ids.
pub(crate) fn caveats(ids: &str) -> Vec<&'static Caveat> {
    ids.split(';').filter_map(by_id).collect()
}

/// The caveats that hold for every figure with a value; said once at the top of a page.
pub(crate) fn common<'a>(figures: impl Iterator<Item = &'a Disclosed<ValueRow>>) -> Vec<&'static Caveat> {
    let mut held: Option<Vec<&'static Caveat>> = None;
    let mut seen = 0;
    for figure in figures.filter(|f| f.figure().outcome.reported().is_some()) {
        seen += 1;
        match &mut held {
            None => held = Some(what_holds(figure)),
            Some(common) => {
                let these = what_holds(figure);
                common.retain(|c| these.contains(c));
                // in the words that are true of all
                let differs = |c: &Caveat| these.iter().any(|own| own.id == c.id && own.text != c.text);
                common.iter_mut().filter(|c| differs(c)).for_each(|c| *c = by_id(c.id).unwrap_or(c));
            }
        }
    }
    held.filter(|_| seen > 1).unwrap_or_default()
}

/// Joins a figure and what has to be said about it.
pub(crate) fn sealed<T>(figure: T, caveats: Vec<&'static Caveat>) -> Disclosed<T> {
    Disclosed::new(&Seal::of_reports(), figure, caveats)
}

/// Of many hospitals some stand out by chance alone: to be said where so many are judged on one page.
pub(crate) fn many_tests(judged: usize) -> Option<&'static Caveat> {
    let facts = Facts { spread: SpreadFacts { judged, ..SpreadFacts::default() }, ..Facts::default() };
    by_id("MULTIPLE_TESTS").filter(|caveat| (caveat.applies)(&facts))
}

/// Joins a row, its hospital, and what stands beside it.
pub(crate) fn disclose(
    row: &ObservationRow,
    index: &Index,
    card: &HospitalCard,
    beside: &Beside,
) -> Result<Disclosed<ValueRow>, ReportError> {
    let measure = index.measure_of_key(row.measure_key).ok_or_else(|| broken("an observation without a measure"))?;
    let held = caveats(&row.caveats).into_iter();
    let caveats: Vec<_> = held.map(|caveat| measure.note.in_true_words(caveat, row.denominator.is_some())).collect();
    let together = beside.pooled.get(&series_end(row)).filter(|_| row.pooled == 0);
    let together = together.map(|pooled| disclose(pooled, index, card, beside)).transpose()?;
    let source = index.source(row.source_key).map(|s| s.id.clone()).unwrap_or_default();
    let figure = ValueRow {
        hospital: card.hospital.clone(),
        measure: measure.note.id.clone(),
        period: period_of(&row.period_start, &row.period_end)?,
        stratum: row.stratum.clone(),
        pooled: row.pooled == 1,
        outcome: outcome(row)?,
        verdict_national: Verdict::parse(&row.verdict_national).map_err(broken)?,
        verdict_peer: Verdict::parse(&row.verdict_peer).map_err(broken)?,
        unfit: index.unfit(row, &card.country, card.hospital.peer_group.as_str()),
        places: places(row, &caveats),
        limits: limits(row, beside),
        footnotes: footnotes(row, index, beside, &source),
        published_verdict: row.published_verdict.clone(),
        source: SourceRef {
            id: source,
            sheet: row.source_sheet.clone(),
            row: row.source_row.and_then(|r| u32::try_from(r).ok()),
        },
        comments: comments(row, beside)?,
        corrections: corrections(row, index),
        together: together.map(Box::new),
        trend: (!row.trend.is_empty()).then(|| Trend::parse(&row.trend)).transpose().map_err(broken)?,
    };
    Ok(sealed(figure, caveats))
}

/// The reason in place of a value that stands in no source of the release.
pub(crate) fn absent(card: &HospitalCard, measure: &MeasureId, period: Period, stratum: &str) -> Disclosed<ValueRow> {
    let status = Status::NotAvailable;
    let facts = Facts { value: ValueFacts { status: Some(status), ..ValueFacts::default() }, ..Facts::default() };
    let caveats = that_apply(&facts);
    let figure = ValueRow {
        hospital: card.hospital.clone(),
        measure: measure.clone(),
        period,
        stratum: stratum.to_string(),
        pooled: false,
        outcome: Outcome::Missing { status, raw: String::new() },
        verdict_national: Verdict::NotJudged,
        verdict_peer: Verdict::NotJudged,
        unfit: Unfit::default(),
        places: Places::None { because: caveats.iter().copied().filter(|c| c.removes(Element::Rank)).collect() },
        limits: Vec::new(),
        footnotes: Vec::new(),
        published_verdict: String::new(),
        source: SourceRef { id: String::new(), sheet: String::new(), row: None },
        comments: Vec::new(),
        corrections: Vec::new(),
        together: None,
        trend: None,
    };
    sealed(figure, caveats)
}

fn outcome(row: &ObservationRow) -> Result<Outcome, ReportError> {
    let status = Status::parse(&row.status).map_err(broken)?;
    Ok(match row.value {
        Some(value) if status == Status::Reported => Outcome::Reported(Reported {
            value,
            numerator: Figure::from_column(row.numerator),
            numerator_derived: row.derived == 1,
            denominator: Figure::from_column(row.denominator),
            expected: Figure::from_column(row.expected),
            interval_low: Figure::from_column(row.interval_low),
            interval_high: Figure::from_column(row.interval_high),
            interval_method: row.interval_method.clone(),
        }),
        _ => {
            // a row that says "reported" and has no value is a gap of the publisher's
            let status = if status == Status::Reported { Status::NotAvailable } else { status };
            Outcome::Missing { status, raw: row.raw.clone() }
        }
    })
}

fn places(row: &ObservationRow, caveats: &[&'static Caveat]) -> Places {
    let number = |n: Option<i64>| n.and_then(|n| u32::try_from(n).ok());
    let range = (
        number(row.rank_best),
        number(row.rank_worst),
        number(row.rank_of),
        number(row.rank_clearly_better),
        number(row.rank_clearly_worse),
    );
    match range {
        (Some(best), Some(last), Some(of), Some(clearly_better), Some(clearly_worse)) => {
            Places::Range { best, last, of, clearly_better, clearly_worse }
        }
        _ => Places::None { because: caveats.iter().copied().filter(|c| c.removes(Element::Rank)).collect() },
    }
}

fn limits(row: &ObservationRow, beside: &Beside) -> Vec<PublishedLimit> {
    if beside.limits.is_empty() || row.value.is_none() {
        return Vec::new();
    }
    let key = (
        row.hospital_id.clone(),
        row.measure_key,
        row.period_start.clone(),
        row.period_end.clone(),
        row.stratum.clone(),
    );
    beside.limits.get(&key).cloned().unwrap_or_default()
}

fn footnotes(row: &ObservationRow, index: &Index, beside: &Beside, source: &str) -> Vec<FootnoteNote> {
    let codes = beside.marks.get(&row.observation_key).map_or(&[][..], Vec::as_slice);
    codes
        .iter()
        .map(|code| {
            let text = index.footnotes.get(&(source.to_string(), code.clone())).cloned().unwrap_or_default();
            FootnoteNote { code: code.clone(), text }
        })
        .collect()
}

fn comments(row: &ObservationRow, beside: &Beside) -> Result<Vec<Comment>, ReportError> {
    let Some(all) = beside.comments.get(&(row.hospital_id.clone(), row.measure_key)) else {
        return Ok(Vec::new());
    };
    let period = period_of(&row.period_start, &row.period_end)?;
    Ok(all.iter().filter(|c| c.speaks_of(period, &row.stratum)).cloned().collect())
}

fn corrections(row: &ObservationRow, index: &Index) -> Vec<CorrectionNote> {
    let all = index.corrections.get(&(row.hospital_id.clone(), row.measure_key)).map_or(&[][..], Vec::as_slice);
    let here = all.iter().filter(|(period, stratum, _)| {
        *stratum == row.stratum
            && period.start.to_string() == row.period_start
            && period.end.to_string() == row.period_end
    });
    here.map(|(_, _, note)| note.clone()).collect()
}
