//! Which page answers an address? All pages on one screen.

use super::components::tray::tray;
use super::document::{Meta, Outside, document};
use super::layout::layout;
use super::letters::Returned;
use super::links::{Here, Place};
use super::pages;
use domain::letters::Form;
use domain::view_spec::{Key, ReleaseChoice, ViewSpec};
use i18n::Locale;
use leptos::prelude::AnyView;
use reports::model::{Collected, ReleaseNote};
use reports::{ReportError, Reports};

/// What a reader gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The whole document; empty for a redirect.
    pub html: String,
    /// Where to go instead.
    pub location: Option<String>,
}

/// A page before the document is put around it.
pub(super) struct Page {
    pub(super) meta: Meta,
    pub(super) release: ReleaseNote,
    pub(super) content: Box<dyn FnOnce() -> AnyView + Send>,
}

/// Answers an address: `path` and raw `query` as they stand in the request. Where a form came back that could not be taken,
/// what was typed stands in it again, and what is wrong.
pub async fn answer(reports: &Reports, outside: &Outside, (path, query): (&str, &str), returned: &Returned) -> Answer {
    let Some((locale, place)) = Place::parse(path) else {
        return no_page(reports, outside, (path, query));
    };
    let asked = ViewSpec::parse_query(query, place.keys());
    let origin = outside.origin.clone();
    let mut here = Here { locale, place: Some(place), view: ViewSpec::default(), origin };
    let page = match asked {
        Ok(view) => {
            here.view = view;
            page(reports, outside, &here, returned).await
        }
        Err(error) => Err(error.into()),
    };
    if let Err(ReportError::View(error)) = &page {
        here.view = readable(query, here.place.as_ref().map_or(&[], Place::keys), &error.parameter);
    }
    match page {
        Ok(Page { meta, release, content }) => {
            let collected = collected(reports, &here).await;
            let body = || layout(&here, Some(&release), content(), tray(&here, &collected));
            let html = document(&here, &meta, outside, body);
            Answer { status: returned.trouble.status(), html, location: None }
        }
        Err(error) => failed(reports, outside, &here, &error),
    }
}

async fn page(reports: &Reports, outside: &Outside, here: &Here, returned: &Returned) -> Result<Page, ReportError> {
    match here.place.as_ref().unwrap_or(&Place::Home) {
        Place::Home => pages::home::page(reports, here).await,
        Place::Conditions => pages::conditions::page(reports, here).await,
        Place::Condition(id) => pages::conditions::one(reports, here, id).await,
        Place::Hospitals => pages::hospitals::page(reports, here).await,
        Place::Hospital(id) => pages::hospital::page(reports, outside, here, id).await,
        Place::Measures => pages::measures::page(reports, here).await,
        Place::Measure(id) => pages::measure::page(reports, outside, here, id).await,
        Place::Priorities => pages::priorities::page(reports, here).await,
        Place::Compare => pages::compare::page(reports, here).await,
        Place::Share(sheet) => pages::share::page(reports, here, *sheet).await,
        Place::Areas => pages::areas::page(reports, here).await,
        Place::Area(code) => pages::area::page(reports, here, code).await,
        Place::Demonstration => pages::demonstration::page(reports, here).await,
        Place::Charts => pages::charts::page(reports, here).await,
        Place::Api => pages::api::page(reports, outside, here).await,
        Place::Press => pages::press::page(reports, here).await,
        Place::PressMeasure(id) => pages::press::measure_page(reports, here, id).await,
        Place::PressRegion(id) => pages::press::region_page(reports, here, id).await,
        Place::Missing => pages::missing::page(reports, here).await,
        Place::Words => pages::glossary::page(reports, here).await,
        Place::Methods => pages::methods::page(reports, here).await,
        Place::Sources => pages::sources::page(reports, here).await,
        Place::Corrections => pages::corrections::page(reports, outside, here).await,
        Place::Data => pages::data::page(reports, outside, here).await,
        Place::Terms => pages::terms::page(reports, here).await,
        Place::About => pages::about::page(reports, here).await,
        Place::Privacy => pages::privacy::page(reports, here).await,
        Place::Accessibility => pages::accessibility::page(reports, here).await,
        Place::Report if returned.kept.is_some() => {
            pages::letter_sent::page(reports, here, (Form::Report, returned)).await
        }
        Place::Reply if returned.kept.is_some() => {
            pages::letter_sent::page(reports, here, (Form::Reply, returned)).await
        }
        Place::Report => pages::letter::page(reports, outside, here, (Form::Report, returned)).await,
        Place::Reply => pages::letter::page(reports, outside, here, (Form::Reply, returned)).await,
    }
}

/// What the reader collects, on pages that do not show it themselves.
async fn collected(reports: &Reports, here: &Here) -> Vec<Collected> {
    let shown = here.place.as_ref().is_some_and(Place::asks_of_hospitals);
    if shown || here.view.hospitals.is_empty() {
        return Vec::new();
    }
    reports.collected(&here.view).await.unwrap_or_default()
}

fn no_page(reports: &Reports, outside: &Outside, (path, query): (&str, &str)) -> Answer {
    let locale = if path == "/en" || path.starts_with("/en/") { Locale::En } else { Locale::Ja };
    if path == format!("/{locale}") {
        return moved(Place::Home.path(locale));
    }
    // typed by hand, or cut out of a text, many an address ends in a stroke
    if let Some(shorter) = path.strip_suffix('/').filter(|shorter| Place::parse(shorter).is_some()) {
        let question = if query.is_empty() { String::new() } else { format!("?{query}") };
        return Answer { status: 308, ..moved(format!("{shorter}{question}")) };
    }
    let here = Here { locale, place: None, view: ViewSpec::default(), origin: outside.origin.clone() };
    let error = ReportError::NotFound { kind: "page", id: path.chars().take(120).collect() };
    failed(reports, outside, &here, &error)
}

/// The question of an address without the parameter that cannot be answered, and without every other that cannot be read.
fn readable(query: &str, keys: &[Key], parameter: &str) -> ViewSpec {
    let mut pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let mut wrong = parameter.to_owned();
    loop {
        let before = pairs.len();
        // one control of a form sends a part of a list: `w-demo-falls` is of `w`
        pairs
            .retain(|(name, _)| *name != wrong && !name.strip_prefix(&wrong).is_some_and(|rest| rest.starts_with('-')));
        match ViewSpec::parse(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())), keys) {
            Ok(view) => return view,
            Err(error) if pairs.len() < before => wrong = error.parameter,
            Err(_) => return ViewSpec::default(),
        }
    }
}

fn failed(reports: &Reports, outside: &Outside, here: &Here, error: &ReportError) -> Answer {
    if let ReportError::Moved { to, .. } = error
        && let Ok(id) = domain::HospitalId::parse(to)
    {
        return moved(here.to(&Place::Hospital(id)));
    }
    let asked = here.again(|_| ());
    // The page of an error speaks of the current release: the asked one may be what is missing.
    // What is collected is kept, unless it is the question itself.
    let view = match (&here.place, error) {
        (Some(_), ReportError::View(_)) => here.view.clone(),
        (Some(place), _) if place.asks_of_hospitals() => ViewSpec::default(),
        _ => ViewSpec { release: ReleaseChoice::Latest, ..here.bare() },
    };
    let here = Here { view, ..here.clone() };
    let current = current_release(reports);
    let (meta, content) = pages::error::page(&here, &asked, error, current.is_some());
    Answer {
        status: error.status(),
        html: document(&here, &meta, outside, || layout(&here, current.as_ref(), content(), None)),
        location: None,
    }
}

fn current_release(reports: &Reports) -> Option<ReleaseNote> {
    reports.release_note(&ViewSpec::default()).ok()
}

fn moved(location: String) -> Answer {
    Answer { status: 301, html: String::new(), location: Some(location) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_that_cannot_be_read_the_rest_is_kept() {
        let keys = Place::Hospitals.keys();
        let read = |query: &str, wrong: &str| readable(query, keys, wrong).to_query();
        let long = "x".repeat(101);
        assert_eq!(read(&format!("h=a&q={long}&region=JP-15"), "q"), "h=a&region=JP-15");
        assert_eq!(read("h=a&care=miracles&near=91,0&place=sado", "care"), "h=a&place=sado");
        assert_eq!(read("region=JP-15&region=JP-16&nobody=1&h=a", "nobody"), "h=a");
        assert_eq!(read("w-x=1&h=a", "w"), "h=a");
    }
}
