//! What about this measure?

mod every_period;

use crate::assemble::{Beside, caveats, disclose, many_tests};
use crate::error::ReportError;
use crate::index::{Index, ListedMeasure, period_of};
use crate::model::{
    Answers, FunnelPoint, HospitalCard, MeasureList, MeasureReport, MissingCount, Page, PeriodNote, ReleaseNote,
    Spread, SpreadYear, ValueRow, ValuesReport,
};
use crate::service::{Open, Reports};
use domain::caveats::{Caveat, Element};
use domain::measure::Kind;
use domain::peers::PeerGroup;
use domain::status::Status;
use domain::view_spec::{PeriodChoice, ViewSpec};
use domain::{Bilingual, Disclosed, MeasureId, Period, Verdict};
use store::read::{HospitalFilter, PointRow, StatusCount, ValueFilter};
use store::rows::SpreadRow;

/// Rows of a list where the address does not say.
const ROWS: u16 = 100;

/// One set of values that an address asks for.
pub(crate) struct Question<'a> {
    pub(crate) measure: &'a ListedMeasure,
    pub(crate) national: &'a SpreadRow,
    period: Period,
    pub(crate) filter: ValueFilter,
    hospitals: HospitalFilter,
}

impl Reports {
    /// All measures with their newest period.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn measures(&self, view: &ViewSpec) -> Result<MeasureList, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let mut measures = Vec::new();
        for measure in &index.measures {
            let Some(newest) = newest(index, measure, &Wanted { stratum: None, period: None, country: "" }) else {
                continue;
            };
            let period =
                PeriodNote { period: period_of(&newest.period_start, &newest.period_end)?, reported: reported(newest) };
            measures.push((measure.note.clone(), period, index.spread_note(newest)));
        }
        Ok(MeasureList { release, home: index.country.clone(), measures })
    }

    /// One row per hospital for a measure, a period and a stratum; of every period where all of them are asked for.
    ///
    /// # Errors
    /// [`ReportError`] where the measure or period is unknown or the release cannot be read.
    pub async fn values(&self, id: &MeasureId, view: &ViewSpec) -> Result<ValuesReport, ReportError> {
        if view.period == PeriodChoice::Every {
            return self.values_of_every_period(id, view).await;
        }
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let question = question(index, id, view)?;
        let counts = open.file.count_values(&question.filter, &question.hospitals).await?;
        listed(&open, index, release, &question, view, total(&counts)).await
    }

    /// Everything about one measure in one period.
    ///
    /// # Errors
    /// [`ReportError`] where the measure or period is unknown or the release cannot be read.
    pub async fn measure(&self, id: &MeasureId, view: &ViewSpec) -> Result<MeasureReport, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let question = question(index, id, view)?;
        // the picture shows the whole country, whatever the table shows
        let everybody = HospitalFilter { country: question.national.country.clone(), ..HospitalFilter::default() };
        let counts = open.file.count_values(&question.filter, &everybody).await?;
        let of_table = match question.hospitals == everybody {
            true => total(&counts),
            false => total(&open.file.count_values(&question.filter, &question.hospitals).await?),
        };
        let mut values = listed(&open, index, release, &question, view, of_table).await?;
        let many = many_tests(question.national.judged.try_into().unwrap_or(0));
        values.said_once.extend(many.filter(|caveat| !values.said_once.contains(caveat)));
        Ok(MeasureReport {
            breaks: question.measure.breaks.clone(),
            periods: periods(index, &question)?,
            strata: strata(index, &question),
            national: index.spread_note(question.national),
            peers: peers(index, &question),
            years: years(index, &question)?,
            years_of_roles: years_of_roles(index, &question)?,
            answers: answers(&open, index, &question).await?,
            missing: missing(&counts)?,
            funnel: funnel(&open, index, &question).await?,
            variation: crate::variation::levels(index, question.measure.key, &question.national.country)?,
            regions: crate::variation::regions(&open, index, &question.filter, question.national).await?,
            improvement: crate::variation::improvement(&open, index, question.measure.key, &question.national.country)
                .await?,
            values,
        })
    }
}

/// The part of the values that a view asks for, of `total` altogether.
async fn listed(
    open: &Open,
    index: &Index,
    release: ReleaseNote,
    question: &Question<'_>,
    view: &ViewSpec,
    total: u32,
) -> Result<ValuesReport, ReportError> {
    let limit = u32::from(view.limit.unwrap_or(ROWS));
    let offset = view.cursor.unwrap_or_else(|| (u32::from(view.page.unwrap_or(1)) - 1).saturating_mul(limit));
    let rows = open.file.values(&question.filter, &question.hospitals, i64::from(limit), i64::from(offset)).await?;
    let comments = open.file.comments_of_measure(question.measure.key).await?;
    let beside = Beside::of_rows(&open.file, &rows, &comments, index).await?;
    let sources = index.sources_of(rows.iter().map(|r| r.source_key));
    let rows = rows
        .iter()
        .filter_map(|row| Some((row, &index.hospitals[*index.by_id.get(&row.hospital_id)?].card)))
        .map(|(row, card)| disclose(row, index, card, &beside))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(ValuesReport {
        release,
        measure: question.measure.note.clone(),
        period: question.period,
        stratum: view.stratum.clone(),
        said_once: said_once(question, &rows),
        rows,
        page: Page { offset, limit, total },
        sources,
    })
}

/// What is true of every value of the set, and that many hospitals are judged, where they are.
fn said_once(question: &Question<'_>, rows: &[Disclosed<ValueRow>]) -> Vec<&'static Caveat> {
    let judged = rows.iter().filter(|row| row.figure().judged().verdict_national != Verdict::NotJudged).count();
    let note = &question.measure.note;
    let mut values = rows.iter().filter_map(|row| row.figure().outcome.reported());
    let counted = values.all(|value| value.denominator.number().is_some());
    let mut said: Vec<_> =
        caveats(&question.national.caveats).into_iter().map(|caveat| note.in_true_words(caveat, counted)).collect();
    said.extend(many_tests(judged));
    said
}

fn reported(row: &SpreadRow) -> u32 {
    u32::try_from(row.reported).unwrap_or(0)
}

fn total(counts: &[StatusCount]) -> u32 {
    u32::try_from(counts.iter().map(|c| c.hospitals).sum::<i64>()).unwrap_or(u32::MAX)
}

/// Which set of values an address means.
struct Wanted<'a> {
    /// A stratum; `None` for the total, or the last stratum of a measure without one.
    stratum: Option<&'a str>,
    period: Option<Period>,
    /// A country; empty for any.
    country: &'a str,
}

/// The newest national set that holds any value.
fn newest<'a>(index: &'a Index, measure: &ListedMeasure, wanted: &Wanted<'_>) -> Option<&'a SpreadRow> {
    let asked = wanted.period.map(|p| (p.start.to_string(), p.end.to_string()));
    let national = || {
        index
            .spreads_of(measure.key)
            .rev()
            .filter(|s| s.peer_group.is_empty() && (wanted.country.is_empty() || s.country == wanted.country))
            .filter(|s| asked.as_ref().is_none_or(|(start, end)| s.period_start == *start && s.period_end == *end))
    };
    let of = |stratum: &str| {
        let filled = national().find(|s| s.stratum == stratum && s.reported > 0);
        filled.or_else(|| national().find(|s| s.stratum == stratum))
    };
    match wanted.stratum {
        Some(stratum) => of(stratum),
        None => of("").or_else(|| national().find(|s| s.reported > 0)).or_else(|| national().next()),
    }
}

/// Years put together that an address asks for, with the national set of their newest year.
fn put_together<'a>(
    index: &'a Index,
    measure: &ListedMeasure,
    wanted: &Wanted<'_>,
) -> Option<(&'a SpreadRow, Option<Period>)> {
    let asked = wanted.period?;
    let (start, end) = (asked.start.to_string(), asked.end.to_string());
    let set = index.pooled.iter().find(|set| {
        set.measure_key == measure.key
            && set.period_start == start
            && set.period_end == end
            && wanted.stratum.is_none_or(|stratum| set.stratum == stratum)
    })?;
    let national = index.spreads_of(measure.key).rev().find(|s| {
        s.peer_group.is_empty()
            && s.stratum == set.stratum
            && s.period_end == end
            && (wanted.country.is_empty() || s.country == wanted.country)
    })?;
    Some((national, Some(asked)))
}

pub(crate) fn question<'a>(index: &'a Index, id: &MeasureId, view: &ViewSpec) -> Result<Question<'a>, ReportError> {
    let measure = index.measure(id)?;
    let (country, region_code) = view.region.as_deref().and_then(domain::regions::split_region_id).unwrap_or(("", ""));
    let wanted = Wanted {
        stratum: (!view.stratum.is_empty()).then_some(view.stratum.as_str()),
        period: match view.period {
            // every period is read one after another; what is said once is said of the newest
            PeriodChoice::Latest | PeriodChoice::Every => None,
            PeriodChoice::Given(period) => Some(period),
        },
        country,
    };
    let one_year = newest(index, measure, &wanted).map(|national| (national, None));
    let found = one_year.or_else(|| put_together(index, measure, &wanted));
    let (national, years) = found.ok_or_else(|| match view.period {
        PeriodChoice::Given(period) => ReportError::NotFound { kind: "period", id: period.to_string() },
        PeriodChoice::Latest | PeriodChoice::Every => match view.region.as_deref() {
            // a measure of one country says nothing of the regions of another
            Some(region) if newest(index, measure, &Wanted { country: "", ..wanted }).is_some() => {
                ReportError::NotFound { kind: "region", id: region.to_string() }
            }
            _ => ReportError::NotFound { kind: "stratum", id: view.stratum.clone() },
        },
    })?;
    Ok(Question {
        measure,
        national,
        period: years.map_or_else(|| period_of(&national.period_start, &national.period_end), Ok)?,
        filter: ValueFilter {
            measure_key: measure.key,
            period_start: years.map_or_else(|| national.period_start.clone(), |y| y.start.to_string()),
            period_end: national.period_end.clone(),
            stratum: national.stratum.clone(),
            pooled: i64::from(years.is_some()),
        },
        hospitals: HospitalFilter {
            country: national.country.clone(),
            region_code: region_code.to_string(),
            peer_group: view.peer_group.map(|g| g.to_string()).unwrap_or_default(),
        },
    })
}

fn periods(index: &Index, question: &Question<'_>) -> Result<Vec<PeriodNote>, ReportError> {
    let same = country_over_time(index, question).rev();
    same.map(|s| Ok(PeriodNote { period: period_of(&s.period_start, &s.period_end)?, reported: reported(s) })).collect()
}

fn years(index: &Index, question: &Question<'_>) -> Result<Vec<SpreadYear>, ReportError> {
    country_over_time(index, question).map(|row| spread_year(index, row)).collect()
}

fn spread_year(index: &Index, row: &SpreadRow) -> Result<SpreadYear, ReportError> {
    let role = PeerGroup::parse(&row.peer_group).ok();
    Ok(SpreadYear {
        period: period_of(&row.period_start, &row.period_end)?,
        comparator: index.comparator(Some(row), role),
    })
}

/// A role that nobody knows is none.
fn years_of_roles(index: &Index, question: &Question<'_>) -> Result<Vec<SpreadYear>, ReportError> {
    let of_roles = index.spreads_of(question.measure.key).filter(|s| {
        !s.peer_group.is_empty() && s.stratum == question.filter.stratum && s.country == question.national.country
    });
    let mut years = of_roles.map(|row| spread_year(index, row)).collect::<Result<Vec<_>, _>>()?;
    years.retain(|year| year.comparator.peer_group != Some(PeerGroup::Unclassified));
    years.sort_by_key(|year| (year.comparator.peer_group, year.period.end));
    Ok(years)
}

/// The country in every period of the stratum, oldest first.
pub(crate) fn country_over_time<'a>(
    index: &'a Index,
    question: &'a Question<'_>,
) -> impl DoubleEndedIterator<Item = &'a SpreadRow> {
    index.spreads_of(question.measure.key).filter(|s| {
        s.peer_group.is_empty() && s.stratum == question.filter.stratum && s.country == question.national.country
    })
}

fn strata(index: &Index, question: &Question<'_>) -> Vec<String> {
    let here = index.spreads_of(question.measure.key).filter(|s| {
        s.peer_group.is_empty()
            && s.period_end == question.national.period_end
            && s.period_start == question.national.period_start
    });
    let mut strata: Vec<String> = here.map(|s| s.stratum.clone()).filter(|s| !s.is_empty()).collect();
    strata.dedup();
    strata
}

fn peers(index: &Index, question: &Question<'_>) -> Vec<Spread> {
    let f = &question.filter;
    let roles = index.spreads_of(f.measure_key).filter(|s| {
        !s.peer_group.is_empty()
            && s.period_end == question.national.period_end
            && s.period_start == question.national.period_start
            && s.stratum == f.stratum
            && s.country == question.national.country
    });
    let mut spreads: Vec<Spread> = roles.map(|row| index.spread_note(row)).collect();
    spreads.sort_by_key(|s| s.comparator.peer_group);
    spreads
}

fn missing(counts: &[StatusCount]) -> Result<Vec<MissingCount>, ReportError> {
    let mut list = Vec::new();
    for c in counts {
        let status = Status::parse(&c.status).map_err(|e| ReportError::Store(e.to_string()))?;
        if status != Status::Reported {
            list.push(MissingCount { status, hospitals: u32::try_from(c.hospitals).unwrap_or(u32::MAX) });
        }
    }
    Ok(list)
}

/// How many hospitals of the country answered yes and no; `None` where that is not what is asked.
async fn answers(open: &Open, index: &Index, question: &Question<'_>) -> Result<Option<Answers>, ReportError> {
    if !question.measure.note.is_yes_or_no() {
        return Ok(None);
    }
    let mut answers = Answers::default();
    for row in open.file.points(&question.filter).await? {
        let here = index.by_id.get(&row.hospital_id).map(|at| &index.hospitals[*at].card.country);
        match row.value.filter(|_| here == Some(&question.national.country)) {
            Some(1.0) => answers.yes += 1,
            Some(0.0) => answers.no += 1,
            _ => {}
        }
    }
    Ok(Some(answers))
}

/// Every dot of the funnel; none where a caveat forbids a funnel or the measure has no size to lay along the axis.
async fn funnel(open: &Open, index: &Index, question: &Question<'_>) -> Result<Vec<FunnelPoint>, ReportError> {
    let forbidden = |c: &&'static Caveat| c.removes(Element::Funnel);
    // years put together are those of some hospitals only
    if question.filter.pooled == 1
        || question.measure.note.shrunken
        || caveats(&question.national.caveats).iter().any(forbidden)
    {
        return Ok(Vec::new());
    }
    let rows = open.file.points(&question.filter).await?;
    let kind = question.measure.note.kind;
    let country = &question.national.country;
    Ok(rows
        .iter()
        .filter_map(|row| {
            let card = &index.hospitals[*index.by_id.get(&row.hospital_id)?].card;
            (card.country == *country).then(|| point(row, card, kind)).flatten()
        })
        .collect())
}

fn point(row: &PointRow, card: &HospitalCard, kind: Kind) -> Option<FunnelPoint> {
    let size = match kind {
        Kind::Proportion | Kind::Rate => row.denominator,
        Kind::Ratio => row.expected,
        Kind::Mean | Kind::Score => row.denominator,
        Kind::Count => None,
    };
    let town = &card.hospital.municipality.name;
    Some(FunnelPoint {
        id: card.hospital.id.clone(),
        name: Bilingual::new(
            format!("{}（{}）", card.hospital.name.ja, town.ja),
            format!("{} ({})", card.hospital.name.en, town.en),
        ),
        size: size.filter(|s| *s > 0.0)?,
        value: row.value?,
        class: row.national_class.and_then(|c| i8::try_from(c).ok()).unwrap_or(0),
        judged: row.national_class.is_some(),
        verdict: Verdict::parse(&row.verdict_national).unwrap_or(Verdict::NotJudged),
    })
}
