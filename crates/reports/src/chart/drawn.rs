//! Which drawing does a chart's report make?

use super::{ChartReport, Plotted, Section, Subject};
use crate::error::{ReportError, Undrawn};
use crate::figures::{self, Stand, Surroundings};
use crate::model::{HospitalRef, MeasureReport, MeasureSection};
use charts::Figure;
use domain::peers::PeerGroup;
use domain::view_spec::Chart;
use domain::{Day, HospitalId};
use i18n::Locale;
use std::collections::BTreeSet;

impl Section {
    pub(super) fn measure(&self) -> &MeasureSection {
        &self.report.measures[self.at]
    }
}

impl ChartReport {
    /// Whether the measure has this drawing.
    pub(super) fn is_drawn(&self) -> bool {
        match (&self.subject, self.chart) {
            (Subject::Measure { report, .. }, Chart::Funnel) => !report.funnel.is_empty(),
            (Subject::Measure { report, .. }, Chart::Map) => !report.regions.is_empty(),
            (Subject::Measure { report, .. }, Chart::Intervals) => !report.values.rows.is_empty(),
            // a place is known or not before anything is laid out
            (Subject::Measure { report, .. }, Chart::Places) => {
                self.role().is_some_and(|role| !figures::drawn_places(report, role, (None, self.view.page)).is_empty())
            }
            (Subject::Measure { .. }, Chart::Spread) | (Subject::Hospital(_), Chart::Icons) => {
                self.figure(Locale::Ja, "c", charts::Frame::DESKTOP).is_ok()
            }
            _ => true,
        }
    }

    /// The drawing, complete in itself: heading, caveats, source and release stand inside.
    ///
    /// # Errors
    /// [`ReportError::NotDrawn`] where this measure has no such drawing.
    pub fn figure(&self, locale: Locale, id: &str, width_px: f64) -> Result<Figure, ReportError> {
        let happened = [self.absence(locale), self.corrected(locale)].into_iter().flatten();
        let notices: Vec<String> = happened.chain(self.replied(locale)).collect();
        let around = Surroundings {
            notices: &notices,
            locale,
            stand: Stand::Alone,
            id,
            width_px,
            release: self.release(),
            sources: self.sources(),
        };
        let drawn = match &self.subject {
            Subject::Measure { report, beside, .. } => self.of_all(&around, report, beside.as_ref()),
            Subject::Hospital(section) => self.of_one(&around, section.measure()),
            Subject::Comparison { report, at } => {
                let all: Vec<usize> = (0..report.hospitals.len()).collect();
                figures::comparison(&around, report, &report.measures[*at], &all).map(|drawn| drawn.figure(locale))
            }
        };
        drawn.ok_or_else(|| ReportError::NotDrawn { chart: self.chart.as_str(), because: self.why_not() })
    }

    /// Why the measure does not have this drawing.
    pub(super) fn why_not(&self) -> Undrawn {
        let (report, chart) = match &self.subject {
            Subject::Measure { report, .. } => (report, self.chart),
            Subject::Hospital(section) => return why_no_people(section.measure()),
            Subject::Comparison { .. } => return Undrawn::NoValues,
        };
        let measure = &report.values.measure;
        match chart {
            Chart::Spread if report.years.len() < 2 => Undrawn::OnePeriod,
            Chart::Spread => Undrawn::FewHospitals,
            Chart::Map if has_no_region(report) => Undrawn::NoRegions,
            Chart::Map | Chart::Funnel if measure.shrunken => Undrawn::Shrunken,
            Chart::Map | Chart::Funnel => Undrawn::NoCounts,
            Chart::Places => Undrawn::NoPlaces,
            _ => Undrawn::NoValues,
        }
    }

    /// That values of it were corrected in this release.
    fn corrected(&self, locale: Locale) -> Option<String> {
        let days: Vec<Day> = match (&self.subject, self.plotted()) {
            (Subject::Measure { report, origins: Some(origins), .. }, _) => {
                let drawn: Option<BTreeSet<&HospitalId>> =
                    (self.chart == Chart::Funnel).then(|| report.funnel.iter().map(|point| &point.id).collect());
                let role = self.role_of_spread();
                let is_drawn = |id: &HospitalId, of: PeerGroup| {
                    drawn.as_ref().is_none_or(|drawn| drawn.contains(id)) && role.is_none_or(|role| role == of)
                };
                let corrected = origins.corrected.iter().filter(|(id, role, _)| is_drawn(id, *role));
                corrected.map(|(.., day)| *day).collect()
            }
            (_, Plotted::Hospitals(rows)) => {
                rows.iter().filter_map(|row| Some(row.figure().corrections.first()?.date)).collect()
            }
            (_, Plotted::Areas(_) | Plotted::Years(..)) => Vec::new(),
        };
        figures::corrected_words(locale, &days)
    }

    /// That a hospital whose own value is drawn has its own words about it, and where they stand: an image that was carried away
    /// still says so. In a drawing whose points bear no names, the words stand on the page of each.
    fn replied(&self, locale: Locale) -> Vec<String> {
        let named = self.chart == Chart::Intervals || !matches!(self.subject, Subject::Measure { .. });
        let (Plotted::Hospitals(rows), true) = (self.plotted(), named) else {
            return Vec::new();
        };
        let mut with_reply: Vec<(&HospitalRef, Option<Day>)> = Vec::new();
        for row in rows.iter().map(|row| row.figure()).filter(|row| !row.comments.is_empty()) {
            let newest = row.comments.iter().filter_map(|comment| comment.date).max();
            match with_reply.iter_mut().find(|(known, _)| known.id == row.hospital.id) {
                Some((_, day)) => *day = newest.max(*day),
                None => with_reply.push((&row.hospital, newest)),
            }
        }
        let alone = matches!(self.subject, Subject::Hospital(_));
        let told = with_reply.iter().map(|(hospital, day)| {
            let day = day.map(|day| i18n::date_iso(locale, &day.to_string())).unwrap_or_default();
            let page = format!("{}/{locale}/hospitals/{}", self.site, hospital.id);
            let said = match alone {
                true => words::has_replied(locale).to_owned(),
                false => words::one_has_replied(locale, &figures::hospital_name(locale, &hospital.name)),
            };
            words::stands_at(locale, &i18n::in_parentheses(locale, &said, &day), &page)
        });
        told.collect()
    }

    /// That the hospital which somebody looks for is not in the drawing.
    fn absence(&self, locale: Locale) -> Option<String> {
        let name = figures::hospital_name(locale, &self.absent()?.name);
        Some(match self.chart {
            Chart::Funnel => words::no_dot(locale, &name),
            Chart::Intervals => words::not_in_this_part(locale, &name),
            _ => words::not_drawn(locale, &name),
        })
    }

    fn of_one(&self, around: &Surroundings<'_>, section: &MeasureSection) -> Option<Figure> {
        let locale = around.locale;
        Some(match self.chart {
            Chart::Trend => figures::trend(around, section).figure(locale),
            Chart::Icons => figures::icons(around, section)?.figure(locale),
            _ => figures::ruler(around, section).figure(locale),
        })
    }

    fn of_all(&self, around: &Surroundings<'_>, report: &MeasureReport, beside: Option<&Section>) -> Option<Figure> {
        let (locale, pointed) = (around.locale, self.view.hospital.as_ref());
        Some(match self.chart {
            Chart::Funnel => figures::funnel(around, report, pointed)?.figure(locale),
            Chart::Map => figures::measure_map(around, report).figure(locale),
            Chart::Places => figures::places(around, report, self.role()?, self.asked())?.figure(locale),
            Chart::Spread => {
                let beside = beside.filter(|_| self.is_of_the_role_of_spread()).map(Section::measure);
                figures::spread(around, report, &self.years(), beside)?.figure(locale)
            }
            _ => figures::intervals(around, report, &self.view).figure(locale),
        })
    }
}

fn why_no_people(section: &MeasureSection) -> Undrawn {
    let reported = section.newest.figure().outcome.reported();
    match reported.and_then(|reported| figures::of_few(&section.measure, reported)) {
        Some(_) => Undrawn::FewPatients,
        None => Undrawn::NotPeople,
    }
}

/// Regions are printed of all hospitals of a country, or of none.
fn has_no_region(report: &MeasureReport) -> bool {
    report.values.rows.first().is_some_and(|row| row.figure().hospital.region_name.ja.is_empty())
}

mod words {
    i18n::text! {
        pub(super) fn has_replied { ja: "この病院からの説明があります", en: "The hospital has replied" }
        pub(super) fn one_has_replied(name: &str) { ja: "{name}からの説明があります", en: "{name} has replied" }
        pub(super) fn stands_at(said: &str, page: &str) { ja: "{said}：{page}", en: "{said}: {page}" }
        pub(super) fn no_dot(name: &str) {
            ja: "{name}の点はありません。この期間の値か、対象の人数が公表されていません",
            en: "{name} has no dot: its value for this period, or the number of patients behind it, is not published",
        }
        pub(super) fn not_in_this_part(name: &str) {
            ja: "{name}は、一覧のこの部分にはありません",
            en: "{name} is not in this part of the list",
        }
        pub(super) fn not_drawn(name: &str) {
            ja: "{name}の値は、この図にありません",
            en: "This drawing holds no value of {name}",
        }
    }
}
