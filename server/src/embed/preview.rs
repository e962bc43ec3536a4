//! What does a link to a page show where it is handed on? The chart of its measure or hospital, or the name of the site.

use super::image::sheet;
use super::{now, of_a_drawing};
use crate::http::Problem;
use crate::site::Site;
use app::site::{PREVIEW_KEYS, motto, site_name};
use axum::response::{IntoResponse, Response};
use charts::{Frame, TitleCard};
use domain::records::Reality;
use domain::view_spec::{Chart, Key, Shape, ViewSpec};
use i18n::{Locale, list};
use reports::chart::{ChartReport, Reading};
use reports::figures::{fictional_words, guard_sentence, hospital_name, name_among, place_name};
use reports::model::ReleaseNote;
use reports::{ReportError, Undrawn};

/// Its name in an address.
pub(super) const FILE: &str = "preview.png";

/// Charts with a row per hospital, which are too long for a preview.
const LONG: [Chart; 2] = [Chart::Intervals, Chart::Places];

/// What is drawn.
enum Subject {
    Chart(Box<ChartReport>),
    /// A list, and what is drawn where it is too long to be read.
    List(Box<ChartReport>, Card),
    Card(Card),
}

/// A name on an empty sheet.
struct Card {
    title: String,
    subtitle: String,
    release: Box<ReleaseNote>,
}

/// The image, 1,200 × 630 px.
pub(super) async fn preview(site: &Site, locale: Locale, query: &str) -> Response {
    match painted(site, locale, query).await {
        Ok(image) => of_a_drawing("image/png", image),
        Err(problem) => problem.into_response(),
    }
}

/// The same preview of the id that the hospital has now.
fn moved(locale: Locale, view: &ViewSpec, error: &ReportError) -> Problem {
    let (view, problem) = now(view, error);
    let query = view.to_query();
    Problem { location: Some(format!("/embed/{locale}/{FILE}?{query}")), ..problem }
}

async fn painted(site: &Site, locale: Locale, query: &str) -> Result<Vec<u8>, Problem> {
    let view = ViewSpec::parse_query(query, PREVIEW_KEYS).map_err(ReportError::from)?;
    site.reports().check_region(&view, view.measure.as_ref()).await?;
    let turn = site.painter().turn().await?;
    let subject = match subject(site, locale, &view).await {
        Err(error @ ReportError::Moved { .. }) => return Err(moved(locale, &view, &error)),
        answered => answered?,
    };
    let shaped = ViewSpec { shape: Some(Shape::Preview), ..ViewSpec::default() };
    let paint = move || match &subject {
        Subject::Chart(report) => sheet(&shaped, |width_px| report.figure(locale, "figure", width_px)),
        Subject::List(report, card) => sheet(&shaped, |width_px| report.figure(locale, "figure", width_px))
            .or_else(|_too_long| sheet(&shaped, |width_px| Ok(named(locale, card, width_px)))),
        Subject::Card(card) => sheet(&shaped, |width_px| Ok(named(locale, card, width_px))),
    };
    turn.paint(Key::Shape, paint).await
}

async fn subject(site: &Site, locale: Locale, view: &ViewSpec) -> Result<Subject, ReportError> {
    let reports = site.reports();
    if let (None, Some(id)) = (&view.measure, &view.hospital) {
        let report = reports.hospital(id, view).await?;
        let drawn = report.measures.iter().filter(|section| !section.measure.is_yes_or_no());
        let shown = drawn.into_iter().find(|section| section.newest.figure().outcome.reported().is_some());
        if let Some(measure) = shown.map(|section| section.measure.id.clone()) {
            return chart(site, Chart::Ruler, &ViewSpec { measure: Some(measure), ..view.clone() }).await;
        }
        let (title, subtitle) =
            (hospital_name(locale, &report.card.hospital.name), place_name(locale, &report.card.hospital));
        return Ok(Subject::Card(Card { title, subtitle, release: Box::new(report.release) }));
    }
    if view.hospitals.len() > 1 {
        let compared = reports.compare(view).await?;
        let names = (0..compared.hospitals.len()).map(|place| name_among(locale, &compared, place)).collect::<Vec<_>>();
        let (title, subtitle) = (list(locale, &names), guard_sentence(locale, &compared));
        return Ok(Subject::Card(Card { title, subtitle, release: Box::new(compared.release) }));
    }
    if let (Some(_), None, Some(region)) = (&view.measure, &view.hospital, &view.region) {
        return of_region(site, locale, view, region).await;
    }
    if view.measure.is_some() {
        let usual = if view.hospital.is_some() { Chart::Ruler } else { Chart::Funnel };
        let asked = view.chart.filter(|chart| !LONG.contains(chart)).unwrap_or(usual);
        return match chart(site, asked, view).await {
            Err(ReportError::NotDrawn { .. } | ReportError::View(_)) => of_measure(site, locale, view).await,
            drawn => drawn,
        };
    }
    let release = Box::new(reports.release_note(view)?);
    Ok(Subject::Card(Card { title: site_name(locale).to_owned(), subtitle: motto(locale).to_owned(), release }))
}

/// The hospitals of one region, where they fit; else its name with that of the measure.
async fn of_region(site: &Site, locale: Locale, view: &ViewSpec, region: &str) -> Result<Subject, ReportError> {
    let name = site.reports().region_name(region).await?;
    let card = measure_card(site, locale, view).await?;
    let card = Card { subtitle: locale.pick(name.ja, name.en), ..card };
    Ok(match site.reports().chart(Chart::Intervals, view, Reading::Drawing).await {
        Ok(report) => Subject::List(Box::new(report), card),
        Err(ReportError::NotDrawn { .. } | ReportError::NotFound { kind: "region", .. }) => Subject::Card(card),
        Err(error) => return Err(error),
    })
}

async fn chart(site: &Site, chart: Chart, view: &ViewSpec) -> Result<Subject, ReportError> {
    Ok(Subject::Chart(Box::new(site.reports().chart(chart, view, Reading::Drawing).await?)))
}

/// The name of a measure, where none of its charts fits.
async fn of_measure(site: &Site, locale: Locale, view: &ViewSpec) -> Result<Subject, ReportError> {
    Ok(Subject::Card(measure_card(site, locale, view).await?))
}

async fn measure_card(site: &Site, locale: Locale, view: &ViewSpec) -> Result<Card, ReportError> {
    let id = view.measure.clone().ok_or(ReportError::NotDrawn { chart: "preview", because: Undrawn::NoValues })?;
    let report = site.reports().measure(&id, &ViewSpec { limit: Some(1), ..view.clone() }).await?;
    let note = &report.values.measure;
    Ok(Card {
        title: locale.pick(&note.name.ja, &note.name.en).clone(),
        subtitle: locale.pick(&note.plain.ja, &note.plain.en).clone(),
        release: Box::new(report.values.release.clone()),
    })
}

fn named(locale: Locale, Card { title, subtitle, release }: &Card, width_px: f64) -> charts::Figure {
    let fictional = release.reality == Reality::Fictional;
    let notes = fictional.then(|| fictional_words(locale).to_owned()).into_iter().collect();
    let frame = Frame { title: title.clone(), subtitle: subtitle.clone(), notes, width_px, ..Frame::default() };
    TitleCard { frame }.figure(locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hospital_that_has_another_id_leads_to_the_preview_of_that() {
        let error = ReportError::Moved { from: "made-old".to_string(), to: "made-new".to_string() };
        let view = ViewSpec::parse_query("hospital=made-old", PREVIEW_KEYS).unwrap();
        let problem = moved(Locale::En, &view, &error);
        assert_eq!(problem.location.as_deref(), Some("/embed/en/preview.png?hospital=made-new"));
        assert_eq!(problem.status, 301);
    }
}
