//! How does a reader get from a value to the form that tells of a mistake in it, and a hospital to its own words?

use crate::site::links::{Here, Place};
use domain::HospitalId;
use domain::view_spec::{PeriodChoice, ViewSpec};
use i18n::Locale;
use leptos::prelude::*;
use reports::model::ValueRow;

/// The form for a mistake in this value.
pub fn report_address(locale: Locale, row: &ValueRow, view: &ViewSpec) -> String {
    Place::Report.href(locale, &about(row, view))
}

/// A link to it; `whose` tells it from the others of the page.
pub fn report(here: &Here, row: &ValueRow, whose: &str) -> AnyView {
    let locale = here.locale;
    let href = report_address(locale, row, &of_release(here));
    view! { <a class="ms-letter-link" href=href aria-label=words::report_of(locale, whose)>{words::report(locale)}</a> }
        .into_any()
}

/// The same below a table of several values: the form leads on from one to the others.
pub fn report_in_table(here: &Here, row: &ValueRow, whose: &str) -> AnyView {
    let locale = here.locale;
    let href = report_address(locale, row, &of_release(here));
    let named = words::in_table_of(locale, whose);
    view! { <a class="ms-letter-link" href=href aria-label=named>{words::in_table(locale)}</a> }.into_any()
}

/// The form for the hospital's own words.
pub fn reply(here: &Here, row: &ValueRow, whose: &str) -> AnyView {
    let locale = here.locale;
    let href = Place::Reply.href(locale, &about(row, &of_release(here)));
    view! { <a class="ms-letter-link" href=href aria-label=words::reply_of(locale, whose)>{words::reply(locale)}</a> }
        .into_any()
}

/// The form for what is wrong about a hospital apart from its figures.
pub fn report_hospital(here: &Here, id: &HospitalId) -> AnyView {
    let href = here.to_with(&Place::Report, |view| view.hospital = Some(id.clone()));
    view! { <a class="ms-letter-link" href=href>{words::report_place(here.locale)}</a> }.into_any()
}

fn about(row: &ValueRow, view: &ViewSpec) -> ViewSpec {
    ViewSpec {
        hospital: Some(row.hospital.id.clone()),
        measure: Some(row.measure.clone()),
        period: PeriodChoice::Given(row.period),
        stratum: row.stratum.clone(),
        ..view.clone()
    }
}

fn of_release(here: &Here) -> ViewSpec {
    ViewSpec { release: here.view.release.clone(), ..ViewSpec::default() }
}

mod words {
    i18n::text! {
        pub(super) fn report { ja: "誤りを知らせる", en: "Report an error" }
        pub(super) fn report_of(whose: &str) { ja: "誤りを知らせる：{whose}", en: "Report an error: {whose}" }
        pub(super) fn in_table { ja: "この表の誤りを知らせる", en: "Report an error in this table" }
        pub(super) fn in_table_of(whose: &str) {
            ja: "この表の誤りを知らせる：{whose}",
            en: "Report an error in this table: {whose}",
        }
        pub(super) fn report_place {
            ja: "名前・場所・役割の誤りを知らせる",
            en: "Report an error in the name, the place or the role",
        }
        pub(super) fn reply { ja: "病院から説明を添える", en: "For the hospital: add a reply" }
        pub(super) fn reply_of(whose: &str) {
            ja: "病院から説明を添える：{whose}",
            en: "For the hospital: add a reply: {whose}",
        }
    }
}
