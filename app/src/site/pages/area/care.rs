//! Who provides childbirth, takes ambulances or gives anaesthesia in this area, and where is only one place or none?

use super::{plain_link, read};
use crate::site::components::hospital_line::tongue;
use crate::site::links::{Here, Place};
use domain::variation::Level;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::{hospital_name, period_words, short_name};
use reports::model::{AreaReport, Care, Provision};

/// So many medical areas have room on one sheet with the names of their only places.
const FEW_AREAS: usize = 12;

/// Who provides childbirth, ambulances and anaesthesia where nobody else does.
pub(super) fn care(here: &Here, report: &AreaReport) -> Option<AnyView> {
    let locale = here.locale;
    let first = report.care.first()?;
    let rows = report.care.iter().map(|care| {
        let told = match report.level {
            Level::MedicalArea => care.areas.first().map(|area| one_area(here, area)),
            _ => Some(many_areas(here, care)),
        };
        view! { <dt>{care_name(locale, care)}</dt> <dd>{told}</dd> }
    });
    // on paper there is no room for the names of many places; each area has a page of its own
    let many = (report.parts.len() > FEW_AREAS).then_some("ms-many");
    Some(
        view! {
            <section class="ms-section" aria-labelledby="care">
                <h2 id="care">{words::care(locale)}</h2>
                <dl class=many>{rows.collect_view()}</dl>
                <p class="ms-small">{words::care_how(locale, &period_words(locale, first.period))}</p>
            </section>
        }
        .into_any(),
    )
}

fn care_name(locale: Locale, care: &Care) -> String {
    match care.measure.id.as_str() {
        id if id.ends_with("-deliveries") => words::deliveries(locale).to_owned(),
        id if id.ends_with("-ambulances") => words::ambulances(locale).to_owned(),
        id if id.ends_with("-general-anaesthesia") => words::anaesthesia(locale).to_owned(),
        _ => short_name(locale, &care.measure),
    }
}

/// The places of one medical area.
fn one_area(here: &Here, area: &Provision) -> AnyView {
    let locale = here.locale;
    let more = (area.unknown > 0).then(|| words::perhaps_more(locale, &whole(area.unknown)));
    match &area.sole {
        Some(sole) => {
            // a place in small type ends the sentence: a full stop behind it would stand alone
            view! { {words::only(locale)} {plain_link(here, sole)} " " {more} }.into_any()
        }
        None if area.providing == 0 => view! { {words::nobody(locale)} " " {more} }.into_any(),
        None => view! { {words::several(locale, &whole(area.providing))} " " {more} }.into_any(),
    }
}

/// The medical areas with one place, and those with none.
fn many_areas(here: &Here, care: &Care) -> AnyView {
    let locale = here.locale;
    let with = |providing: u32| care.areas.iter().filter(|a| a.providing == providing).collect::<Vec<&Provision>>();
    let (one, none) = (with(1), with(0));
    let unknown: u32 = one.iter().chain(&none).map(|area| area.unknown).sum();
    let more = (unknown > 0).then(|| view! { <p class="ms-small">{words::perhaps_more(locale, &whole(unknown))}</p> });
    let rest = care.areas.len() - one.len() - none.len();
    view! {
        {(!one.is_empty()).then(|| view! { <p>{words::one_place(locale)} " " {links(here, &one)}</p> })}
        {(!none.is_empty()).then(|| view! { <p>{words::no_place(locale)} " " {links(here, &none)}</p> })}
        {(rest > 0).then(|| view! { <p>{words::more_places(locale, &whole(rest))}</p> })}
        {more}
    }
    .into_any()
}

fn links(here: &Here, areas: &[&Provision]) -> AnyView {
    let locale = here.locale;
    let links = areas.iter().enumerate().map(|(at, area)| {
        let between = (at > 0).then(|| locale.pick("、", ", "));
        let sole = area.sole.as_ref().map(|sole| {
            let name = hospital_name(locale, &sole.name);
            let tongue = tongue(locale, &name);
            view! { <span class="ms-sole" lang=tongue>{i18n::in_parentheses(locale, "", &name)}</span> }
        });
        view! { {between} <a href=here.to(&Place::Area(area.area.code.clone()))>{read(here, &area.area)}</a> {sole} }
    });
    links.collect_view().into_any()
}

mod words {
    i18n::text! {
        pub(super) fn care { ja: "ここで受けられるか", en: "Is it provided here?" }
        pub(super) fn deliveries { ja: "お産", en: "Childbirth" }
        pub(super) fn ambulances { ja: "救急車の受け入れ", en: "Ambulances" }
        pub(super) fn anaesthesia { ja: "全身麻酔の手術", en: "Operations under general anaesthesia" }
        pub(super) fn only { ja: "件数を公表しているのは1か所だけです：", en: "Exactly one place publishes a number: " }
        pub(super) fn nobody { ja: "件数を公表しているところはありません。", en: "No place publishes a number." }
        pub(super) fn several(count: &str) { ja: "{count}か所が件数を公表しています。", en: "{count} places publish a number." }
        pub(super) fn perhaps_more(count: &str) {
            ja: "ほかに{count}か所は、値が伏せられているか未報告です。ほかにも受けられるところがあるかもしれません。",
            en: "For {count} more, the figure is withheld or was not reported, so there may be other places.",
        }
        pub(super) fn one_place { ja: "1か所だけの医療圏：", en: "Medical areas with one place:" }
        pub(super) fn no_place { ja: "件数を公表しているところのない医療圏：", en: "Medical areas where no place publishes a number:" }
        pub(super) fn more_places(count: &str) { ja: "2か所以上ある医療圏：{count}", en: "Medical areas with two or more: {count}" }
        pub(super) fn care_how(period: &str) {
            ja: "{period}に1件以上と公表した病院と、ベッドのある診療所を数えています。いまも受け入れているかは、電話で確かめてください。",
            en: "Counts hospitals and clinics with beds that published one or more cases for {period}. Please telephone to check that they still provide it.",
        }
    }
}
