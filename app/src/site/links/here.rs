//! Where is a reader, and what goes along from there to the next page?

use super::{Origin, Place};
use domain::view_spec::{ReleaseChoice, ViewSpec};
use i18n::Locale;

/// Where the reader stands: every link of a page is made from here, so that a pinned release stays pinned.
#[derive(Debug, Clone, PartialEq)]
pub struct Here {
    /// Language.
    pub locale: Locale,
    /// Page; `None` on a page that says that there is none.
    pub place: Option<Place>,
    /// Question.
    pub view: ViewSpec,
    /// Where the site is found from outside.
    pub origin: Origin,
}

impl Here {
    /// The address of another page in the same language and release, with the collected hospitals, with readings where they
    /// are on, and no other question.
    pub fn to(&self, place: &Place) -> String {
        self.to_with(place, |_| ())
    }

    /// The address of another page with a question made from the bare one.
    pub fn to_with(&self, place: &Place, ask: impl FnOnce(&mut ViewSpec)) -> String {
        let mut view = self.bare();
        if *place == Place::Charts {
            // a chart of hospitals is asked for by name
            view.hospitals.clear();
        }
        ask(&mut view);
        place.href(self.locale, &view)
    }

    /// The address of another page that asks about the same place, with a question made from that.
    pub fn to_same_place(&self, place: &Place, ask: impl FnOnce(&mut ViewSpec)) -> String {
        self.to_with(place, |view| {
            let own = &self.view;
            view.region.clone_from(&own.region);
            view.area.clone_from(&own.area);
            view.place.clone_from(&own.place);
            view.near = own.near;
            // a distance is one from a point
            view.radius_km = own.radius_km.filter(|_| own.near.is_some());
            ask(view);
        })
    }

    /// This page with another question.
    pub fn again(&self, ask: impl FnOnce(&mut ViewSpec)) -> String {
        let mut view = self.view.clone();
        ask(&mut view);
        self.place.as_ref().unwrap_or(&Place::Home).href(self.locale, &view)
    }

    /// This page in another language, the question unchanged.
    pub fn in_language(&self, locale: Locale) -> String {
        self.place.as_ref().unwrap_or(&Place::Home).href(locale, &self.view)
    }

    /// What goes along to every page, as an address writes it: `release=r1&h=a%2Cb`.
    pub fn kept(&self) -> String {
        self.bare().to_query()
    }

    /// The id of the pinned release, where there is one.
    pub fn pinned(&self) -> Option<&str> {
        match &self.view.release {
            ReleaseChoice::Pinned(id) => Some(id),
            ReleaseChoice::Latest | ReleaseChoice::Following => None,
        }
    }

    /// This page as everybody else knows it: without the hospitals that one reader collects.
    pub fn as_others_know_it(&self) -> Self {
        let mut here = self.clone();
        if !self.place.as_ref().is_some_and(Place::asks_of_hospitals) {
            here.view.hospitals.clear();
        }
        here
    }

    /// What goes along to every page: the release, the hospitals that are collected, and readings.
    pub fn bare(&self) -> ViewSpec {
        // other pages show the newest release anyway
        let release = match &self.view.release {
            ReleaseChoice::Following => ReleaseChoice::Latest,
            named => named.clone(),
        };
        ViewSpec { release, hospitals: self.view.hospitals.clone(), ruby: self.view.ruby, ..ViewSpec::default() }
    }
}
