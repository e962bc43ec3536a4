//! Which hospitals does the reader collect, and how do they get into the comparison? All of it stands in the address.

use super::hospital_line::name;
use crate::put_in as said;
pub use crate::put_in::MOST;
use crate::site::furigana::places_read;
use crate::site::links::{Here, Place};
use domain::HospitalId;
use i18n::{Locale, in_parentheses, list};
use leptos::prelude::*;
use reports::figures::place_name;
use reports::model::{Collected, HospitalRef};

/// The tray; nothing where nothing is collected.
pub fn tray(here: &Here, collected: &[Collected]) -> Option<AnyView> {
    let locale = here.locale;
    (!collected.is_empty()).then(|| {
        let entries = collected.iter().map(|entry| view! { <li>{line(here, entry)}</li> }).collect_view();
        view! {
            <aside class="ms-tray" id="tray" aria-labelledby="tray-name">
                <div class="ms-tray-all">
                    <p class="ms-tray-name" id="tray-name">{words::tray(locale)}</p>
                    <details>
                        <summary>{in_short(locale, collected)}</summary>
                        <ul>{entries}</ul>
                    </details>
                    <p class="ms-tray-on">{on(here, collected)}</p>
                </div>
            </aside>
        }
        .into_any()
    })
}

/// The link that puts a hospital into the tray, or takes it out again. The page comes back where the reader was.
pub fn put_in(here: &Here, hospital: &HospitalRef) -> Option<AnyView> {
    let (locale, id) = (here.locale, &hospital.id);
    let anchor = format!("tray-{id}");
    let called = name(locale, &hospital.name);
    if here.view.hospitals.contains(id) {
        let href = without(here, id, &anchor);
        let label = said::take_out_of(locale, &called);
        return Some(
            view! {
                <p class="ms-put-in" id=anchor>
                    {said::is_in(locale)} " " <a href=href rel="nofollow" aria-label=label>{said::take_out(locale)}</a>
                </p>
            }
            .into_any(),
        );
    }
    // the tray itself says that it is full
    (here.view.hospitals.len() < MOST).then(|| {
        let href = format!("{}#{anchor}", here.again(|view| view.hospitals.push(id.clone())));
        let label = said::put_in_it(locale, &called);
        view! {
            <p class="ms-put-in" id=anchor><a href=href rel="nofollow" aria-label=label>{said::put_in(locale)}</a></p>
        }
        .into_any()
    })
}

/// The comparison of what is collected and, where there is room, of one more.
pub fn compared_with(here: &Here, id: &HospitalId) -> String {
    here.to_with(&Place::Compare, |view| {
        if !view.hospitals.contains(id) && view.hospitals.len() < MOST {
            view.hospitals.push(id.clone());
        }
    })
}

fn without(here: &Here, id: &HospitalId, anchor: &str) -> String {
    let href = here.again(|view| view.hospitals.retain(|other| other != id));
    format!("{href}#{anchor}")
}

fn emptied(here: &Here) -> String {
    here.again(|view| view.hospitals.clear())
}

fn in_short(locale: Locale, collected: &[Collected]) -> String {
    let names: Vec<String> = collected.iter().map(|entry| called(locale, entry)).collect();
    words::in_short(locale, collected.len(), &list(locale, &names))
}

fn called(locale: Locale, entry: &Collected) -> String {
    entry.hospital.as_ref().map_or_else(|| entry.asked.to_string(), |hospital| name(locale, &hospital.name))
}

/// Name, place and the way out.
fn line(here: &Here, entry: &Collected) -> AnyView {
    let locale = here.locale;
    let called = called(locale, entry);
    // with its last entry the tray itself is gone
    let last = here.view.hospitals.iter().all(|other| *other == entry.asked);
    let off = if last { emptied(here) } else { without(here, &entry.asked, "tray") };
    let label = said::take_out_of(locale, &called);
    let named = match &entry.hospital {
        Some(hospital) => {
            let href = here.to(&Place::Hospital(hospital.id.clone()));
            let place = in_parentheses(locale, "", &place_name(locale, hospital));
            let place = places_read(here, &place, &[hospital.municipality.read()]);
            view! { <a href=href>{called}</a> <span class="ms-small ms-quiet">{place}</span> }.into_any()
        }
        None => words::unknown(locale, &called).into_any(),
    };
    view! { {named} " " <a href=off rel="nofollow" aria-label=label>{said::take_out(locale)}</a> }.into_any()
}

/// What is said of a hospital that the release does not know.
pub fn not_in_this_release(locale: Locale, id: &str) -> String {
    words::unknown(locale, id)
}

/// Where to go from here.
fn on(here: &Here, collected: &[Collected]) -> AnyView {
    let locale = here.locale;
    let known = collected.iter().filter_map(|entry| Some(entry.hospital.as_ref()?.id.clone()));
    let known: Vec<HospitalId> = known.take(MOST).collect();
    let (count, full) = (known.len(), collected.len() >= MOST);
    let href = here.to_with(&Place::Compare, |view| view.hospitals = known);
    let said = match count {
        0 => return ().into_any(),
        1 => words::one_more(locale).to_owned(),
        n => words::compare(locale, n),
    };
    let full = full.then(|| view! { <span class="ms-small">{words::full(locale)}</span> });
    view! { {full} " " <a class="ms-button" href=href rel="nofollow">{said}</a> }.into_any()
}

mod words {
    i18n::text! {
        pub(super) fn tray { ja: "くらべる箱", en: "To compare" }
        pub(super) fn in_short(count: usize, names: &str) { ja: "{count}院：{names}", en: "{count} chosen: {names}" }
        pub(super) fn unknown(id: &str) {
            ja: "番号「{id}」の病院は、この版にありません。",
            en: "No hospital in this release has the ID {id}.",
        }
        pub(super) fn one_more { ja: "もう1つ選んでくらべる", en: "Choose one more to compare" }
        pub(super) fn compare(count: usize) { ja: "{count}院を並べて見る", en: "Compare these {count}" }
        pub(super) fn full { ja: "5つでいっぱいです。", en: "You can compare up to five." }
    }
}
