//! Which report answers the question of a chart, and which values does the chart show?
//!
//! Embed, image, CSV and JSON of one question all come from one [`ChartReport`].

mod drawn;
mod refusals;

use crate::error::ReportError;
use crate::figures;
use crate::model::{
    AreaValue, Comment, Comparison, Corrected, HospitalRef, HospitalReport, MeasureNote, MeasureReport, Page,
    ReleaseNote, SourceNote, Spoken, SpreadYear, ValueRow,
};
use crate::origins::{Origins, Rests};
use crate::service::Reports;
use charts::IntervalList;
use domain::peers::PeerGroup;
use domain::view_spec::{Chart, Key, PeriodChoice, ReleaseChoice, Shape, ViewSpec};
use domain::{Disclosed, HospitalId, MeasureId, Period};
use i18n::{Locale, in_parentheses};
use refusals::{an_answer, needed, no_role, not_drawn, unfair, unknown};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Rows of one part of a list; the same as on the measure's page.
pub const ROWS: u16 = 25;

/// Rows of one part where the list is printed: more would be longer than a page.
pub const PRINTED_ROWS: u16 = 8;

/// Rows of one part of the list that a view asks for: fewer on paper, where the parts are counted anew.
fn rows_of(view: &ViewSpec) -> u16 {
    if view.shape == Some(Shape::Print) || view.millimetres.is_some() { PRINTED_ROWS } else { ROWS }
}

/// How much is read for a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// What is drawn.
    Drawing,
    /// Every value that is drawn, as a row.
    Values,
}

/// The answer to "what does this chart show?".
#[derive(Debug, Clone, PartialEq)]
pub struct ChartReport {
    /// Which chart.
    pub chart: Chart,
    /// The question, as it was asked.
    pub view: ViewSpec,
    subject: Subject,
    /// The hospital that is to be pointed out among others.
    pointed: Option<HospitalRef>,
    /// Where readers find the site: a drawing is carried away from it.
    site: Arc<str>,
}

#[derive(Debug, Clone, PartialEq)]
enum Subject {
    /// A measure, and one hospital beside it where one is named.
    Measure {
        report: Box<MeasureReport>,
        beside: Option<Section>,
        /// What stands behind a picture of the whole country, whatever part of the list was read.
        origins: Option<Origins>,
    },
    Hospital(Section),
    Comparison {
        report: Box<Comparison>,
        at: usize,
    },
}

/// One measure of one hospital.
#[derive(Debug, Clone, PartialEq)]
struct Section {
    report: Box<HospitalReport>,
    at: usize,
}

/// What stands in the rows of a chart's table.
#[derive(Debug, Clone, PartialEq)]
pub enum Plotted<'a> {
    /// One row per hospital and period.
    Hospitals(Vec<&'a Disclosed<ValueRow>>),
    /// One row per area.
    Areas(&'a [Disclosed<AreaValue>]),
    /// One row per period of the whole country or of one role, and those of the hospital that is drawn over them.
    Years(Vec<&'a SpreadYear>, Vec<&'a Disclosed<ValueRow>>),
}

impl Reports {
    /// The numbers of a chart.
    ///
    /// # Errors
    /// [`ReportError`] where the question names no measure or hospital, one that is unknown, or a chart that this measure
    /// does not have.
    pub async fn chart(&self, chart: Chart, view: &ViewSpec, reading: Reading) -> Result<ChartReport, ReportError> {
        // what the address of the chart does not take must not change what it shows
        let view = &view.of_keys(&chart.keys());
        let measure = view.measure.clone().ok_or_else(|| needed(Key::Measure))?;
        let mut pointed = None;
        let subject = match chart {
            Chart::Ruler | Chart::Trend | Chart::Icons => {
                let hospital = view.hospital.as_ref().ok_or_else(|| needed(Key::Hospital))?;
                Subject::Hospital(self.of_hospital(hospital, &measure, view).await?)
            }
            Chart::Compare => self.of_comparison(&measure, view).await?,
            _ => {
                let named = match &view.hospital {
                    Some(hospital) => Some(self.hospital(hospital, view).await?),
                    None => None,
                };
                pointed = named.as_ref().map(|report| report.card.hospital.clone());
                self.of_measure((chart, &measure), view, reading, named).await?
            }
        };
        let report = ChartReport { chart, view: view.clone(), subject, pointed, site: self.site() };
        if report.measure().is_yes_or_no() {
            return Err(an_answer(&measure).into());
        }
        match report.is_drawn() {
            true => Ok(report),
            false if report.pointed_has_no_role() => Err(no_role().into()),
            false => Err(not_drawn(&report)),
        }
    }

    async fn of_hospital(&self, id: &HospitalId, measure: &MeasureId, view: &ViewSpec) -> Result<Section, ReportError> {
        let report = self.hospital(id, view).await?;
        let at = report.measures.iter().position(|section| section.measure.id == *measure);
        let at = at.ok_or_else(|| unknown(measure))?;
        Ok(Section { report: Box::new(report), at })
    }

    async fn of_comparison(&self, measure: &MeasureId, view: &ViewSpec) -> Result<Subject, ReportError> {
        let asked = ViewSpec { measures: vec![measure.clone()], ..view.clone() };
        let report = self.compare(&asked).await?.of_two_or_more()?;
        if !report.guard.is_fair() {
            return Err(unfair(&report).into());
        }
        let at = report.measures.iter().position(|compared| compared.measure.id == *measure);
        let at = at.ok_or_else(|| unknown(measure))?;
        Ok(Subject::Comparison { report: Box::new(report), at })
    }

    async fn of_measure(
        &self,
        (chart, measure): (Chart, &MeasureId),
        view: &ViewSpec,
        reading: Reading,
        named: Option<HospitalReport>,
    ) -> Result<Subject, ReportError> {
        let page = u32::from(view.page.unwrap_or(1) - 1);
        let (limit, cursor) = match (chart, reading) {
            (Chart::Intervals, _) => (rows_of(view), page * u32::from(rows_of(view))),
            // the places of a role are drawn from its rows
            (Chart::Places, _) | (_, Reading::Values) => (u16::MAX, 0),
            // what is drawn does not stand in the rows
            (_, Reading::Drawing) => (1, 0),
        };
        let beside = named.filter(|_| chart == Chart::Spread).and_then(|report| {
            let at = report.measures.iter().position(|section| section.measure.id == *measure)?;
            Some(Section { report: Box::new(report), at })
        });
        let view = ViewSpec { limit: Some(limit), cursor: Some(cursor), page: None, ..view.clone() };
        let origins = match chart {
            Chart::Funnel | Chart::Map => Some(self.origins(measure, &view, Rests::OnePeriod).await?),
            Chart::Spread => Some(self.origins(measure, &view, Rests::AllPeriods).await?),
            _ => None,
        };
        Ok(Subject::Measure { report: Box::new(self.measure(measure, &view).await?), beside, origins })
    }

    /// The charts that a measure has, as far as its values say; those of hospitals need one with a value, which is not known yet.
    ///
    /// # Errors
    /// [`ReportError`] where the measure is unknown or the release cannot be read.
    pub async fn charts_of(&self, measure: &MeasureId, release: &ReleaseChoice) -> Result<Vec<Chart>, ReportError> {
        let view = ViewSpec { release: release.clone(), measure: Some(measure.clone()), ..ViewSpec::default() };
        let subject = self.of_measure((Chart::Places, measure), &view, Reading::Values, None).await?;
        let mut probe = ChartReport { chart: Chart::Places, view, subject, pointed: None, site: self.site() };
        if probe.measure().is_yes_or_no() {
            return Ok(Vec::new());
        }
        let icons = figures::drawn_as_icons(probe.measure());
        let mut has = |chart: Chart| {
            probe.chart = chart;
            if chart.needs_hospital() {
                chart != Chart::Icons || icons
            } else {
                chart == Chart::Compare || probe.is_drawn()
            }
        };
        Ok(Chart::ALL.iter().copied().filter(|chart| has(*chart)).collect())
    }

    /// The charts that any measure of a release may have.
    ///
    /// # Errors
    /// [`ReportError`] where the release is unknown or cannot be read.
    pub async fn charts_of_release(&self, release: &ReleaseChoice) -> Result<Vec<Chart>, ReportError> {
        let has_places = self.chosen(release)?.0.index().await?.has_places();
        Ok(Chart::ALL.iter().copied().filter(|chart| *chart != Chart::Places || has_places).collect())
    }

    /// What has been corrected since of the values behind a chart, newest first; a pinned chart keeps its figures and gains
    /// the notice. Nothing for a chart of the current release, which shows the corrected values.
    ///
    /// # Errors
    /// [`ReportError::Store`] where a release cannot be read.
    pub async fn corrections_since(&self, report: &ChartReport) -> Result<Vec<Corrected>, ReportError> {
        if report.release().newer.is_none() {
            return Ok(Vec::new());
        }
        let everything = |release: ReleaseChoice| ViewSpec { release, limit: Some(u16::MAX), ..ViewSpec::default() };
        let now = self.corrections(&everything(ReleaseChoice::Latest)).await?.rows;
        let pinned = ReleaseChoice::Pinned(report.release().id.clone());
        let known = self.corrections(&everything(pinned)).await?.rows;
        Ok(now.into_iter().filter(|c| !known.contains(c) && report.rests_on(c)).collect())
    }
}

impl ChartReport {
    /// The release that answered.
    pub fn release(&self) -> &ReleaseNote {
        match &self.subject {
            Subject::Measure { report, .. } => &report.values.release,
            Subject::Hospital(section) => &section.report.release,
            Subject::Comparison { report, .. } => &report.release,
        }
    }

    /// The measure that is shown.
    pub fn measure(&self) -> &MeasureNote {
        match &self.subject {
            Subject::Measure { report, .. } => &report.values.measure,
            Subject::Hospital(section) => &section.report.measures[section.at].measure,
            Subject::Comparison { report, at } => &report.measures[*at].measure,
        }
    }

    /// The period that is shown; of several, the newest.
    pub fn period(&self) -> Period {
        match &self.subject {
            Subject::Measure { report, .. } => report.values.period,
            Subject::Hospital(section) => section.measure().newest.figure().period,
            Subject::Comparison { report, at } => report.measures[*at].sections[0].newest.figure().period,
        }
    }

    /// Of a drawing of one hospital, which and when: `井上病院（福岡県糸島市）・2022年度`.
    pub fn whose(&self, locale: Locale) -> Option<String> {
        let Subject::Hospital(section) = &self.subject else {
            return None;
        };
        let hospital = &section.measure().newest.figure().hospital;
        let named = in_parentheses(
            locale,
            &figures::hospital_name(locale, &hospital.name),
            &figures::place_name(locale, hospital),
        );
        Some([named, figures::period_words(locale, self.period())].join(locale.pick("・", " · ")))
    }

    /// What the hospital says about the value that is drawn; nothing where several hospitals are drawn.
    pub fn replies(&self) -> &[Comment] {
        match &self.subject {
            Subject::Hospital(section) => &section.measure().newest.figure().comments,
            Subject::Measure { .. } | Subject::Comparison { .. } => &[],
        }
    }

    /// Sources that may be cited.
    pub fn sources(&self) -> &[SourceNote] {
        match &self.subject {
            Subject::Measure { origins: Some(origins), .. } => &origins.sources,
            Subject::Measure { report, .. } => &report.values.sources,
            Subject::Hospital(section) => &section.report.sources,
            Subject::Comparison { report, .. } => &report.sources,
        }
    }

    /// The sources of the values that are shown, and no others.
    pub fn cited(&self) -> Vec<SourceNote> {
        // those of a measure are of its values already
        let (Plotted::Hospitals(rows), false) = (self.plotted(), matches!(self.subject, Subject::Measure { .. }))
        else {
            return self.sources().to_vec();
        };
        let named: BTreeSet<&str> = rows.iter().map(|row| row.figure().source.id.as_str()).collect();
        self.sources().iter().filter(|source| named.contains(source.id.as_str())).cloned().collect()
    }

    /// What stands in the table of this chart. A funnel is read with [`Reading::Values`] for it.
    pub fn plotted(&self) -> Plotted<'_> {
        match (&self.subject, self.chart) {
            (Subject::Measure { report, .. }, Chart::Map) => Plotted::Areas(&report.regions),
            (Subject::Measure { .. }, Chart::Spread) => Plotted::Years(self.years(), self.own_years()),
            (Subject::Measure { report, .. }, Chart::Funnel) => {
                let drawn: BTreeSet<&HospitalId> = report.funnel.iter().map(|point| &point.id).collect();
                let rows = report.values.rows.iter().filter(|row| drawn.contains(&row.figure().hospital.id));
                Plotted::Hospitals(rows.collect())
            }
            (Subject::Measure { report, .. }, Chart::Places) => {
                let drawn = self.role().map(|role| figures::drawn_places(report, role, self.asked()));
                Plotted::Hospitals(drawn.unwrap_or_default())
            }
            (Subject::Measure { report, .. }, _) => {
                Plotted::Hospitals(report.values.rows.iter().take(IntervalList::ROWS).collect())
            }
            (Subject::Hospital(section), Chart::Trend) => {
                Plotted::Hospitals(section.report.measures[section.at].history.iter().collect())
            }
            (Subject::Hospital(section), _) => Plotted::Hospitals(vec![&section.report.measures[section.at].newest]),
            (Subject::Comparison { report, at }, _) => {
                Plotted::Hospitals(report.measures[*at].sections.iter().map(|section| &section.newest).collect())
            }
        }
    }

    /// The same question with everything named that may change by itself: the release, and the period where it was the newest.
    pub fn pinned(&self) -> ViewSpec {
        let period = match &self.subject {
            Subject::Measure { report, .. } => PeriodChoice::Given(report.values.period),
            _ => self.view.period,
        };
        ViewSpec { release: ReleaseChoice::Pinned(self.release().id.clone()), period, ..self.view.clone() }
    }

    /// The same question as it is handed on: pinned, or following the newest release where that was asked for by name.
    pub fn handed_on(&self) -> ViewSpec {
        if self.view.release == ReleaseChoice::Following { self.view.clone() } else { self.pinned() }
    }

    /// Who is pointed out, and which part is asked for.
    fn asked(&self) -> (Option<&HospitalId>, Option<u16>) {
        (self.view.hospital.as_ref(), self.view.page)
    }

    /// Which part of its list is drawn, where there is more than one.
    pub fn part(&self) -> Option<Page> {
        let Subject::Measure { report, .. } = &self.subject else {
            return None;
        };
        let page = match self.chart {
            Chart::Intervals => report.values.page,
            Chart::Places => {
                let (part, parts) = figures::part_of_places(report, self.role()?, self.asked());
                let [part, parts] = [part, parts].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
                Page { offset: part.saturating_sub(1), limit: 1, total: parts }
            }
            _ => return None,
        };
        (page.total > page.limit).then_some(page)
    }

    /// Hospitals of the whole list of which a part is drawn; none where no list is drawn.
    pub fn rows(&self) -> u32 {
        match &self.subject {
            Subject::Measure { report, .. } => report.values.page.total,
            Subject::Hospital(_) | Subject::Comparison { .. } => 0,
        }
    }

    /// The roles by which a long list can be taken apart: those with a hospital that has the measure, and how many.
    pub fn roles(&self) -> Vec<(PeerGroup, u32)> {
        let Subject::Measure { report, .. } = &self.subject else {
            return Vec::new();
        };
        let groups = report.peers.iter().map(|spread| &spread.comparator);
        groups.filter(|group| group.hospitals > 0).filter_map(|g| Some((g.peer_group?, g.hospitals))).collect()
    }

    /// The role whose places are drawn: the one asked for, that of the hospital pointed out, or the first that has places.
    fn role(&self) -> Option<PeerGroup> {
        let Subject::Measure { report, .. } = &self.subject else {
            return None;
        };
        let pointed = || self.pointed.as_ref().map(|hospital| hospital.peer_group);
        let with_places = || {
            let placed = report.values.rows.iter().map(Disclosed::figure).filter(|row| row.places_told().is_some());
            placed.map(|row| row.hospital.peer_group).min()
        };
        self.view.peer_group.or_else(pointed).or_else(with_places)
    }

    /// The role whose spread is drawn; `None` for the whole country. Over all roles a measure that nobody has adjusted for its
    /// patients would tell the roles: it is drawn for the role asked for, that of the hospital pointed out, or the largest.
    fn role_of_spread(&self) -> Option<PeerGroup> {
        let (Subject::Measure { report, .. }, Chart::Spread) = (&self.subject, self.chart) else {
            return None;
        };
        if self.view.peer_group.is_some() || report.values.measure.comparable_over_roles() {
            return self.view.peer_group;
        }
        let pointed = self.pointed.as_ref().map(|hospital| hospital.peer_group);
        let largest = || {
            let groups = report.years_of_roles.iter().map(|year| &year.comparator);
            groups.max_by_key(|group| group.reported)?.peer_group
        };
        pointed.or_else(largest).or(Some(PeerGroup::Unclassified))
    }

    /// Whether the hospital is the reason why there is no role to draw: there are roles, and no source tells its own.
    fn pointed_has_no_role(&self) -> bool {
        let any = matches!(&self.subject, Subject::Measure { report, .. } if !report.years_of_roles.is_empty());
        any && self.role_of_spread() == Some(PeerGroup::Unclassified)
    }

    /// Whether the hospital that is pointed out has the role whose spread is drawn.
    fn is_of_the_role_of_spread(&self) -> bool {
        let own = self.pointed.as_ref().map(|hospital| hospital.peer_group);
        self.role_of_spread().is_none_or(|role| own == Some(role))
    }

    /// The periods of the spread that is drawn, oldest first.
    fn years(&self) -> Vec<&SpreadYear> {
        let Subject::Measure { report, .. } = &self.subject else {
            return Vec::new();
        };
        match self.role_of_spread() {
            None => report.years.iter().collect(),
            role => report.years_of_roles.iter().filter(|year| year.comparator.peer_group == role).collect(),
        }
    }

    /// The values of the hospital that are drawn over the spread.
    fn own_years(&self) -> Vec<&Disclosed<ValueRow>> {
        let Subject::Measure { report, beside: Some(section), .. } = &self.subject else {
            return Vec::new();
        };
        let section = section.measure();
        if section.newest.figure().stratum != report.values.stratum || !self.is_of_the_role_of_spread() {
            return Vec::new();
        }
        let of_year = |year: &SpreadYear| section.history.iter().find(|value| value.figure().period == year.period);
        self.years().into_iter().filter_map(of_year).collect()
    }

    /// The hospital that was to be pointed out and is not there.
    fn absent(&self) -> Option<&HospitalRef> {
        let hospital = self.pointed.as_ref()?;
        let shows = match (&self.subject, self.plotted()) {
            (Subject::Measure { report, .. }, _) if self.chart == Chart::Funnel => {
                report.funnel.iter().any(|point| point.id == hospital.id)
            }
            (_, Plotted::Hospitals(rows)) => rows.iter().any(|row| row.figure().hospital.id == hospital.id),
            (_, Plotted::Years(_, own)) => !own.is_empty(),
            (_, Plotted::Areas(_)) => true,
        };
        (!shows).then_some(hospital)
    }

    /// Whether a corrected value is one of those behind this chart.
    fn rests_on(&self, corrected: &Corrected) -> bool {
        let row = |value: &Disclosed<ValueRow>| {
            let figure = value.figure();
            figure.hospital.id == *corrected.hospital.id()
                && figure.period == corrected.period
                && figure.stratum == corrected.stratum
        };
        if corrected.measure != self.measure().id {
            return false;
        }
        match (&self.subject, self.plotted()) {
            (Subject::Measure { report, .. }, Plotted::Years(years, _)) => {
                let role = match &corrected.hospital {
                    Spoken::Known(hospital) => Some(hospital.peer_group),
                    Spoken::Gone(_) => None,
                };
                report.values.stratum == corrected.stratum
                    && years.iter().any(|year| year.period == corrected.period)
                    && self.role_of_spread().is_none_or(|drawn| role.is_none_or(|role| role == drawn))
            }
            (Subject::Measure { report, .. }, _) if matches!(self.chart, Chart::Funnel | Chart::Map) => {
                report.values.stratum == corrected.stratum && report.values.period == corrected.period
            }
            (_, Plotted::Hospitals(rows)) => rows.into_iter().any(row),
            (_, Plotted::Areas(_) | Plotted::Years(..)) => false,
        }
    }
}
