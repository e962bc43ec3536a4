//! What about this hospital?

mod doubt;

use crate::assemble::{Beside, comment, common, disclose, many_tests};
use crate::error::ReportError;
use crate::index::{Index, ListedMeasure};
use crate::model::{
    Comparator, Context, ContextFact, Event, HospitalCard, HospitalReport, IdentifierNote, MeasureSection, NoFigures,
    Predecessor, Successor, ValueRow,
};
use crate::nearby::{NEARBY, nearest_of_role};
use crate::service::{Open, Reports};
use crate::today::Standing;
use domain::caveats::Caveat;
use domain::measure::Kind;
use domain::peers::PeerGroup;
use domain::period::parse_day;
use domain::records::Match;
use domain::view_spec::ViewSpec;
use domain::{Day, Disclosed, HospitalId, Verdict};
use store::rows::ObservationRow;

impl Reports {
    /// Everything about one hospital.
    ///
    /// # Errors
    /// [`ReportError::Moved`] where the id was given up, [`ReportError::NotFound`], or that the release cannot be read.
    pub async fn hospital(&self, id: &HospitalId, view: &ViewSpec) -> Result<HospitalReport, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let card = index.hospital(id)?.clone();
        let key = id.as_str();
        let comments = open.file.comments_of(key).await?;
        let rows = open.file.observations_of_hospital(key).await?;
        let beside =
            Beside::new(open.file.limits_of(key).await?, open.file.marks_of_hospital(key).await?, &comments, index)?;
        let beside = beside.with_pooled(rows.iter().filter(|r| r.pooled == 1).cloned());
        let mut measures = sections(&rows, index, &card, &beside)?;
        let context = context(&open, key, release.as_of).await?;
        doubt::mark(&mut measures, &context);
        let mut said = comments.iter().map(|c| comment(c, index)).collect::<Result<Vec<_>, _>>()?;
        said.sort_by_key(|c| std::cmp::Reverse(c.date));
        Ok(HospitalReport {
            context,
            identifiers: identifiers(&open, key).await?,
            successors: successors(index, key),
            predecessors: predecessors(index, key),
            events: events(index, &card),
            comments: said,
            said_once: said_once(&measures),
            no_figures: no_figures(&measures),
            nearby: nearest_of_role(index, &card, NEARBY, |_| true),
            sources: index.sources_of(rows.iter().map(|r| r.source_key)),
            measures,
            card,
            release,
        })
    }
}

/// What is true of every newest value, and that many figures are judged, where they are.
fn said_once(measures: &[MeasureSection]) -> Vec<&'static Caveat> {
    let judged = |row: &ValueRow| [row.verdict_national, row.verdict_peer].iter().any(|v| *v != Verdict::NotJudged);
    let count = measures.iter().filter(|m| judged(m.newest.figure().judged())).count();
    let mut said = common(measures.iter().map(|m| &m.newest));
    said.extend(many_tests(count));
    said
}

/// All facts by key; what has ended by the day of the release comes before what holds, so that the last one counts.
pub(crate) async fn context(open: &Open, id: &str, as_of: Day) -> Result<Context, ReportError> {
    let facts = open.file.context_of(id).await?.into_iter().map(|c| ContextFact {
        key: c.key,
        value: c.value,
        valid_from: parse_day(&c.valid_from),
        valid_to: parse_day(&c.valid_to),
    });
    let mut facts: Vec<ContextFact> = facts.collect();
    facts.sort_by_cached_key(|f| (f.key.clone(), Standing::on(as_of, f.valid_from, f.valid_to)));
    Ok(Context { facts })
}

async fn identifiers(open: &Open, id: &str) -> Result<Vec<IdentifierNote>, ReportError> {
    let rows = open.file.identifiers_of(id).await?;
    rows.into_iter()
        .map(|i| {
            let matched = Match::parse(&i.matched).map_err(|e| ReportError::Store(e.to_string()))?;
            Ok(IdentifierNote {
                scheme: i.scheme,
                value: i.value,
                valid_from: i.valid_from.as_deref().and_then(parse_day),
                valid_to: i.valid_to.as_deref().and_then(parse_day),
                matched,
                confidence: i.confidence,
            })
        })
        .collect()
}

fn successors(index: &Index, id: &str) -> Vec<Successor> {
    let list = index.successions.get(id).map_or(&[][..], Vec::as_slice);
    list.iter()
        .map(|s| Successor {
            kind: s.kind,
            date: s.date,
            successor: index.by_id.get(&s.successor).map(|i| {
                let h = &index.hospitals[*i].card.hospital;
                (h.id.clone(), h.name.clone())
            }),
        })
        .collect()
}

/// The hospitals that went into this one, by id.
fn predecessors(index: &Index, id: &str) -> Vec<Predecessor> {
    let into = index.hospitals.iter().map(|listed| &listed.card.hospital).flat_map(|before| {
        let list = index.successions.get(before.id.as_str()).map_or(&[][..], Vec::as_slice);
        list.iter().filter(|s| s.successor == id && before.id.as_str() != id).map(move |s| (before, s))
    });
    into.map(|(before, s)| Predecessor {
        kind: s.kind,
        date: s.date,
        hospital: (before.id.clone(), before.name.clone()),
    })
    .collect()
}

fn events(index: &Index, card: &HospitalCard) -> Vec<Event> {
    let region_code = card.hospital.region.split_once('-').map_or("", |(_, code)| code);
    let here = [region_code, &card.hospital.region, &card.area.code, &card.municipality_code];
    let touches = |area: &str, hospital: &str| {
        hospital == card.hospital.id.as_str() || (!area.is_empty() && here.contains(&area))
    };
    index.events.iter().filter(|(area, hospital, _)| touches(area, hospital)).map(|(_, _, e)| e.clone()).collect()
}

/// One section per measure, in display order, those with a value first within each topic.
fn sections(
    rows: &[ObservationRow],
    index: &Index,
    card: &HospitalCard,
    beside: &Beside,
) -> Result<Vec<MeasureSection>, ReportError> {
    let mut sections = Vec::new();
    for measure in &index.measures {
        let own: Vec<&ObservationRow> = rows.iter().filter(|r| r.measure_key == measure.key && r.pooled == 0).collect();
        if let Some(section) = section(&own, measure, index, card, beside)? {
            sections.push(section);
        }
    }
    sections.sort_by_key(|s| (s.measure.topic, s.newest.figure().outcome.reported().is_none()));
    Ok(sections)
}

pub(crate) fn section(
    own: &[&ObservationRow],
    measure: &ListedMeasure,
    index: &Index,
    card: &HospitalCard,
    beside: &Beside,
) -> Result<Option<MeasureSection>, ReportError> {
    let series = own.iter().any(|r| r.stratum.is_empty());
    let Some(stratum) = (if series { Some("") } else { own.last().map(|r| r.stratum.as_str()) }) else {
        return Ok(None);
    };
    let mut history = Vec::new();
    for row in own.iter().filter(|r| r.stratum == stratum) {
        history.push(disclose(row, index, card, beside)?);
    }
    let Some(newest) = history.last().cloned() else {
        return Ok(None);
    };
    let end = newest.figure().period.end.to_string();
    let mut strata = Vec::new();
    for row in own.iter().filter(|r| r.stratum != stratum && r.period_end == end) {
        strata.push(disclose(row, index, card, beside)?);
    }
    Ok(Some(section_of(measure, index, card, history, newest, strata)))
}

/// Puts a value beside the country and the hospitals of its role.
pub(crate) fn section_of(
    measure: &ListedMeasure,
    index: &Index,
    card: &HospitalCard,
    history: Vec<Disclosed<ValueRow>>,
    newest: Disclosed<ValueRow>,
    strata: Vec<Disclosed<ValueRow>>,
) -> MeasureSection {
    let role = card.hospital.peer_group;
    let row = newest.figure();
    let national = |figure: &Disclosed<ValueRow>| {
        index.comparator(index.spread(measure.key, figure.figure().period, &row.stratum, &card.country, ""), None)
    };
    let role_known = role != PeerGroup::Unclassified;
    let peer = index.spread(measure.key, row.period, &row.stratum, &card.country, role.as_str());
    let national_now = national(&newest);
    MeasureSection {
        doubt: None,
        scale: scale(measure.note.kind, &national_now, &newest),
        national: national_now,
        peer: index.comparator(peer.filter(|_| role_known), Some(role)),
        national_history: history.iter().map(national).collect(),
        breaks: measure.breaks.clone(),
        measure: measure.note.clone(),
        newest,
        history,
        strata,
    }
}

/// The same scale for every hospital of a measure: from 0 to well beyond the 90th percentile of the country. A value
/// beyond it is drawn with an off-scale mark.
fn scale(kind: Kind, national: &Comparator, newest: &Disclosed<ValueRow>) -> (f64, f64) {
    let high = national.p90.number().or_else(|| newest.figure().outcome.reported().map(|r| r.value)).unwrap_or(1.0);
    match kind {
        Kind::Proportion => (0.0, (high * 1.6).clamp(f64::MIN_POSITIVE, 1.0)),
        Kind::Ratio => (0.0, (high * 1.3).max(2.0)),
        _ => (0.0, (high * 1.6).max(f64::MIN_POSITIVE)),
    }
}

fn no_figures(measures: &[MeasureSection]) -> NoFigures {
    let mut values = measures.iter().flat_map(|m| m.history.iter().chain(&m.strata));
    match (measures.is_empty(), values.any(|v| v.figure().outcome.reported().is_some())) {
        (true, _) => NoFigures::NotInAnySource,
        (false, false) => NoFigures::AllMissing,
        (false, true) => NoFigures::HasFigures,
    }
}
