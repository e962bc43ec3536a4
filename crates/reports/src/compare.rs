//! How do these two to five hospitals compare, and may they be compared at all?

mod choice;
mod guard;
mod pairs;
mod sole;

use crate::assemble::{Beside, absent, common};
use crate::care::printed_zeros;
use crate::error::ReportError;
use crate::evidence::reading_of;
use crate::figures::misread;
use crate::hospital::section;
use crate::index::{Index, ListedMeasure};
use crate::model::{
    Compared, Comparison, Context, Guard, HospitalCard, MeasureCompared, MeasureNote, MeasureSection, Neighbour,
    Outcome, Periods, SourceNote,
};
use crate::nearby::{NEARBY, nearest_of_role, of_role_in_region};
use crate::service::{Open, Reports};
use crate::today::Standing;
use choice::Choice;
use domain::HospitalId;
use domain::caveats::facts::HospitalFacts;
use domain::measure::Topic;
use domain::period::parse_day;
use domain::view_spec::{ViewError, ViewSpec};
use pairs::{Criticals, Side};
use store::rows::{ContextRow, ObservationRow};

/// Hospitals that fit side by side (R1).
const MOST: usize = 5;
/// Measures where the address names none (R1).
const FIRST: usize = 5;

/// What is read of one hospital.
struct Read {
    card: HospitalCard,
    facts: HospitalFacts,
    rows: Vec<ObservationRow>,
    beside: Beside,
}

impl Reports {
    /// Hospitals side by side. Fewer than two are no mistake here: the page then helps to choose.
    ///
    /// # Errors
    /// [`ReportError::View`] for more than five hospitals, [`ReportError::NotFound`] for an unknown hospital, measure or
    /// release, or that the release cannot be read.
    pub async fn compare(&self, view: &ViewSpec) -> Result<Comparison, ReportError> {
        let (open, release) = self.chosen(&view.release)?;
        let index = open.index().await?;
        let mut hospitals = asked(index, &view.hospitals)?;
        let named: Vec<&ListedMeasure> =
            view.measures.iter().map(|id| index.measure(id)).collect::<Result<Vec<_>, _>>()?;
        let mut read = Vec::with_capacity(hospitals.len());
        for compared in &mut hospitals {
            read.push(read_one(&open, index, &compared.card, release.as_of).await?);
            let id = &compared.card.hospital.id;
            compared.context = crate::hospital::context(&open, id.as_str(), release.as_of).await?;
            compared.cares = index.cares(id).to_vec();
            let rows = read.last().map_or(&[][..], |read: &Read| read.rows.as_slice());
            compared.cares.extend(printed_zeros(index, rows, &compared.cares)?);
        }
        let guard = guard::guard(index, &read);
        let criticals = Criticals::up_to(read.len());
        let (measures, further) =
            if read.len() < 2 { Default::default() } else { chosen_measures(index, &read, &named) };
        let measures = measures
            .into_iter()
            .map(|(measure, choice)| compared(index, &read, measure, &choice, (&guard, &criticals)))
            .collect::<Result<Vec<_>, _>>()?;
        let sections = || measures.iter().flat_map(|m| &m.sections);
        let cited = |used: &[&str]| -> Vec<SourceNote> {
            let notes = index.sources.iter().map(|(_, note)| note);
            notes.filter(|note| used.contains(&note.id.as_str())).cloned().collect()
        };
        let of_measures: Vec<&str> = sections().map(|s| s.newest.figure().source.id.as_str()).collect();
        let cares = hospitals.iter().flat_map(|h| &h.cares);
        let of_cares: Vec<&str> = cares.map(|care| care.figure().source.as_str()).collect();
        Ok(Comparison {
            release,
            groups: guard::groups(read.len(), &guard),
            said_once: common(sections().map(|s| &s.newest)),
            sole: sole::sole(index, &hospitals),
            suggestions: suggestions(index, &hospitals),
            sources: cited(&of_measures),
            care_sources: cited(&of_cares),
            guard,
            measures,
            further,
            hospitals,
        })
    }
}

impl Comparison {
    /// The same, where at least two hospitals were named.
    ///
    /// # Errors
    /// [`ReportError::View`] names the parameter otherwise.
    pub fn of_two_or_more(self) -> Result<Self, ReportError> {
        if self.hospitals.len() < 2 {
            return Err(number_of_hospitals());
        }
        Ok(self)
    }
}

fn number_of_hospitals() -> ReportError {
    ReportError::View(ViewError {
        parameter: "h".to_string(),
        detail: "must name 2 to 5 different hospitals, separated by commas".to_string(),
        detail_ja: "ちがう病院を2つから5つまで、コンマで区切って書いてください".to_string(),
    })
}

/// The hospitals asked for; an id that was given up leads to the one that is used now.
fn asked(index: &Index, ids: &[HospitalId]) -> Result<Vec<Compared>, ReportError> {
    let mut hospitals: Vec<Compared> = Vec::new();
    for id in ids {
        let (card, asked_as) = match index.hospital(id) {
            Ok(card) => (card, None),
            Err(ReportError::Moved { to, .. }) => {
                let to = HospitalId::parse(&to).map_err(|e| ReportError::Store(e.to_string()))?;
                (index.hospital(&to)?, Some(id.clone()))
            }
            Err(error) => return Err(error),
        };
        if hospitals.iter().all(|known| known.card.hospital.id != card.hospital.id) {
            hospitals.push(Compared { card: card.clone(), asked_as, context: Context::default(), cares: Vec::new() });
        }
        if hospitals.len() > MOST {
            return Err(number_of_hospitals());
        }
    }
    Ok(hospitals)
}

async fn read_one(open: &Open, index: &Index, card: &HospitalCard, as_of: domain::Day) -> Result<Read, ReportError> {
    let id = card.hospital.id.as_str();
    let rows = open.file.observations_of_hospital(id).await?;
    let comments = open.file.comments_of(id).await?;
    let beside = Beside::new(open.file.limits_of(id).await?, open.file.marks_of_hospital(id).await?, &comments, index)?;
    let context = open.file.context_of(id).await?;
    let standing = |c: &ContextRow| Standing::on(as_of, parse_day(&c.valid_from), parse_day(&c.valid_to));
    let held = |key: &str| context.iter().filter(|c| c.key == key && standing(c).holds()).max_by_key(|c| standing(c));
    let get = |key: &str| held(key).map(|c| c.value.as_str());
    Ok(Read { card: card.clone(), facts: HospitalFacts::of_context(get), rows, beside })
}

fn suggestions(index: &Index, hospitals: &[Compared]) -> Vec<Neighbour> {
    let [only] = hospitals else {
        return Vec::new();
    };
    let fits = guard::fits(&only.card);
    match nearest_of_role(index, &only.card, NEARBY, &fits) {
        none if none.is_empty() => of_role_in_region(index, &only.card, NEARBY, &fits),
        found => found,
    }
}

/// The measures that are shown, each with the stratum and period that are compared, and those on request.
fn chosen_measures<'a>(
    index: &'a Index,
    read: &[Read],
    named: &[&'a ListedMeasure],
) -> (Vec<(&'a ListedMeasure, Choice)>, Vec<MeasureNote>) {
    let all = index.measures.iter().map(|measure| (measure, Choice::of(measure.key, read)));
    let mut common: Vec<(&ListedMeasure, Choice)> = all.filter(|(_, choice)| choice.reported >= 2).collect();
    // what is easily taken for a verdict comes last, and so does a topic that has nothing else, as on the page of a hospital;
    // within a topic what most of the hospitals report comes first
    let of_topic = |topic: Topic| common.iter().map(|(m, _)| &m.note).filter(move |note| note.topic == topic);
    let least: Vec<_> = Topic::ALL.iter().map(|topic| (*topic, of_topic(*topic).map(misread).min())).collect();
    let least = |topic: Topic| least.iter().find(|(other, _)| *other == topic).and_then(|(_, least)| *least);
    common.sort_by_key(|(m, choice)| {
        (least(m.note.topic), m.note.topic, misread(&m.note), std::cmp::Reverse(choice.reported))
    });
    let shown: Vec<(&ListedMeasure, Choice)> = if named.is_empty() {
        let topics: Vec<Topic> = common.iter().map(|(measure, _)| measure.note.topic).collect();
        in_turn(&topics, FIRST).into_iter().map(|at| common[at].clone()).collect()
    } else {
        named.iter().map(|measure| (*measure, Choice::of(measure.key, read))).collect()
    };
    let is_shown = |measure: &ListedMeasure| shown.iter().any(|(other, _)| other.key == measure.key);
    let further = common.iter().filter(|(m, _)| !is_shown(m)).map(|(m, _)| m.note.clone()).collect();
    (shown, further)
}

/// One of each topic in turn until there are enough, so that no topic hides behind another; in display order (R1, R2).
fn in_turn(topics: &[Topic], enough: usize) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    let mut order = topics.to_vec();
    order.dedup();
    for round in 0..topics.len() {
        for topic in &order {
            chosen.extend(topics.iter().enumerate().filter(|(_, t)| *t == topic).map(|(at, _)| at).nth(round));
        }
        if chosen.len() >= enough {
            break;
        }
    }
    chosen.truncate(enough);
    chosen.sort_unstable();
    chosen
}

fn compared(
    index: &Index,
    read: &[Read],
    measure: &ListedMeasure,
    choice: &Choice,
    (guard, criticals): (&Guard, &Criticals),
) -> Result<MeasureCompared, ReportError> {
    let mut sections: Vec<MeasureSection> = Vec::with_capacity(read.len());
    let mut readings = Vec::with_capacity(read.len());
    for hospital in read {
        let row = choice.row(measure.key, hospital);
        readings.push(row.and_then(|row| reading_of(row, &measure.note)));
        sections.push(one_section(index, measure, hospital, row, choice)?);
    }
    let scale = sections.iter().map(|s| s.scale).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0.0, 1.0));
    for section in &mut sections {
        section.scale = scale;
    }
    let sides: Vec<Side<'_>> =
        sections.iter().zip(&readings).map(|(section, reading)| Side { section, reading: *reading }).collect();
    let pairs = pairs::pairs(&measure.note, &sides, guard, read, criticals);
    let periods = periods(&sections).unwrap_or_else(|| Periods::Same(choice.period_or(index, measure)));
    Ok(MeasureCompared { measure: measure.note.clone(), periods, sections, pairs })
}

/// Whether all that have a value have it for the same days; `None` where nobody has one.
fn periods(sections: &[MeasureSection]) -> Option<Periods> {
    let rows = sections.iter().map(|s| s.newest.figure());
    let mut reported = rows.filter(|f| matches!(f.outcome, Outcome::Reported(_))).map(|f| f.period);
    let first = reported.next()?;
    Some(if reported.all(|period| period == first) { Periods::Same(first) } else { Periods::Differ })
}

/// The value of one hospital; one without any row gets the reason that no value has been published.
fn one_section(
    index: &Index,
    measure: &ListedMeasure,
    hospital: &Read,
    row: Option<&ObservationRow>,
    choice: &Choice,
) -> Result<MeasureSection, ReportError> {
    let own: Vec<&ObservationRow> = row.into_iter().collect();
    let made = section(&own, measure, index, &hospital.card, &hospital.beside)?;
    Ok(made.unwrap_or_else(|| {
        let period = choice.period_or(index, measure);
        let newest = absent(&hospital.card, &measure.note.id, period, &choice.stratum);
        crate::hospital::section_of(measure, index, &hospital.card, vec![newest.clone()], newest, Vec::new())
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_comes_once_before_any_comes_twice() {
        use Topic::{Access, Experience, Outcomes, Safety};
        let topics = [Outcomes, Outcomes, Outcomes, Safety, Safety, Experience, Access];
        assert_eq!(in_turn(&topics, 5), [0, 1, 3, 5, 6]);
        assert_eq!(in_turn(&topics[..2], 5), [0, 1]);
        assert!(in_turn(&[], 5).is_empty());
        assert_eq!(in_turn(&[Safety, Safety, Outcomes], 2), [0, 2], "in the order in which they come");
    }
}
