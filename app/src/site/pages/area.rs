//! What about this prefecture or medical area? Who is here, who provides what, where patients go, and which values. One sheet of paper.

mod care;
mod values;

use crate::site::components::care::without_area;
use crate::site::components::hand_on::hand_on;
use crate::site::components::hospital_line::tongue;
use crate::site::components::tray::put_in;
use crate::site::document::Meta;
use crate::site::furigana::places_read;
use crate::site::layout::emergency_in;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use care::care;
use domain::peers::PeerGroup;
use domain::variation::Level;
use i18n::{Locale, percent, whole};
use leptos::prelude::*;
use reports::figures::{hospital_name, period_words, source_words};
use reports::model::{AreaMeasure, AreaName, AreaPart, AreaReport, Figure, Flow, HospitalRef, PlaceName};
use reports::{ReportError, Reports};
use std::collections::BTreeSet;
use values::{not_together, values};

pub(in crate::site) async fn page(reports: &Reports, here: &Here, code: &str) -> Result<Page, ReportError> {
    let report = reports.area(code, &here.view).await?;
    let here = here.clone();
    Ok(Page {
        meta: meta(here.locale, &report),
        release: report.release.clone(),
        content: Box::new(move || content(&here, &report)),
    })
}

fn meta(locale: Locale, report: &AreaReport) -> Meta {
    Meta { title: title(locale, report), description: facts(locale, report) }
}

fn picked(locale: Locale, area: &AreaName) -> String {
    locale.pick(&area.name.ja, &area.name.en).clone()
}

/// The name of an area, with its reading above it where readings are on.
fn read(here: &Here, area: &AreaName) -> AnyView {
    places_read(here, &picked(here.locale, area), &[area.read()])
}

/// The area itself, its parts and its municipalities: whatever the sentences of its page may name.
fn places_of(report: &AreaReport) -> Vec<(&str, &str)> {
    let parts = report.parts.iter().flat_map(|part| part.islands.iter().map(PlaceName::read).chain([part.area.read()]));
    parts.chain(report.municipalities.iter().map(PlaceName::read)).chain([report.area.read()]).collect()
}

/// `新潟県`, `佐渡医療圏（新潟県）`.
pub(in crate::site) fn title(locale: Locale, report: &AreaReport) -> String {
    let country = locale.pick(&report.abroad.ja, &report.abroad.en);
    match report.level {
        Level::MedicalArea => {
            let name = without_area(locale, &report.area.name);
            words::medical_area_in(locale, name, &picked(locale, &report.region))
        }
        _ if !country.is_empty() => words::abroad(locale, &picked(locale, &report.area), country),
        _ => picked(locale, &report.area),
    }
}

fn content(here: &Here, report: &AreaReport) -> AnyView {
    let locale = here.locale;
    let up = (report.level == Level::MedicalArea).then(|| {
        let name = picked(locale, &report.region);
        view! { {locale.pick("・", " · ")} <a href=here.to(&Place::Area(report.region.code.clone()))>{name}</a> }
    });
    let happening = report.events.iter().map(|event| {
        view! { <p class="ms-caveat"><strong>{locale.pick(&event.text.ja, &event.text.en).clone()}</strong></p> }
    });
    view! {
        {emergency_in(locale, report.country())}
        <p class="ms-crumb"><a href=here.to(&Place::Areas)>{words::areas(locale)}</a> {up}</p>
        <h1 class="ms-h1-quiet ms-area-page">{places_read(here, &title(locale, report), &[report.area.read()])}</h1>
        <p class="ms-lead">{places_read(here, &facts(locale, report), &places_of(report))}</p>
        {happening.collect_view()}
        {islands(here, report)}
        <div class="ms-area">
            <div>
                {hospitals(here, report)}
                {parts(here, report)}
            </div>
            <div>
                {care(here, report)}
                {values(here, report)}
            </div>
        </div>
        {hand_on(here)}
        {sources(locale, report)}
    }
    .into_any()
}

/// People, hospitals, parts.
pub(in crate::site) fn facts(locale: Locale, report: &AreaReport) -> String {
    let mut facts = Vec::new();
    if let Figure::Number(people) = report.population {
        facts.push(words::population(locale, &people_words(locale, people)));
    }
    facts.push(words::hospitals_here(locale, &whole(report.hospitals())));
    match report.level {
        Level::MedicalArea => {
            let names: Vec<&str> =
                report.municipalities.iter().map(|town| locale.pick(&town.name.ja, &town.name.en).as_str()).collect();
            if !names.is_empty() {
                facts.push(i18n::list(locale, &names));
            }
        }
        _ => facts.push(words::parts_here(locale, &whole(report.parts.len()))),
    }
    facts.join(locale.pick("・", " · "))
}

/// Ten thousands in Japanese; nobody needs the last person.
fn people_words(locale: Locale, people: f64) -> String {
    match locale {
        Locale::Ja if people >= 10_000.0 => format!("{}万", i18n::number(people / 10_000.0, usize::from(people < 1e6))),
        _ => i18n::number((people / 100.0).round() * 100.0, 0),
    }
}

/// Islands: other rules hold for whoever lives across the water.
fn islands(here: &Here, report: &AreaReport) -> Option<AnyView> {
    let locale = here.locale;
    let whole_islands: Vec<String> =
        report.parts.iter().filter(|part| part.all_islands).map(|part| picked(locale, &part.area)).collect();
    let some: Vec<String> = report
        .parts
        .iter()
        .filter(|part| !part.all_islands)
        .flat_map(|part| part.islands.iter().map(|town| locale.pick(&town.name.ja, &town.name.en).clone()))
        .collect();
    let mut told = Vec::new();
    match report.level {
        Level::MedicalArea if !whole_islands.is_empty() => told.push(words::is_island(locale).to_owned()),
        _ if !whole_islands.is_empty() => told.push(words::island_areas(locale, &i18n::list(locale, &whole_islands))),
        _ => {}
    }
    if !some.is_empty() {
        told.push(words::island_municipalities(locale, &i18n::list(locale, &some)));
    }
    let told = told.join(" ");
    (!told.is_empty())
        .then(|| view! { <p class="ms-caveat">{places_read(here, &told, &places_of(report))}</p> }.into_any())
}

/// Hospitals by role; in a prefecture each a way into the finder.
fn hospitals(here: &Here, report: &AreaReport) -> AnyView {
    let locale = here.locale;
    let rows = report.roles.iter().map(|(role, count)| view! { <li>{role_line(here, report, *role, *count)}</li> });
    view! {
        <section class="ms-section" aria-labelledby="hospitals">
            <h2 id="hospitals">{words::by_role(locale)}</h2>
            <ul>{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn role_line(here: &Here, report: &AreaReport, role: PeerGroup, count: u32) -> AnyView {
    let locale = here.locale;
    let name = role.name();
    let name = locale.pick(name.ja, name.en);
    let counted = words::places(locale, &whole(count));
    if report.level == Level::MedicalArea {
        let own = report.listed.iter().filter(|hospital| hospital.peer_group == role);
        let links = own.map(|hospital| view! { <li>{hospital_link(here, hospital)}</li> }).collect_view();
        return view! {
            <details class="ms-more ms-roles">
                <summary>{name} " " {counted}</summary>
                <ul>{links}</ul>
            </details>
        }
        .into_any();
    }
    let href = here.to_with(&Place::Hospitals, |view| {
        view.region = Some(report.region_id.clone());
        view.peer_group = Some(role);
    });
    view! { <a href=href>{name}</a> " " {counted} }.into_any()
}

fn hospital_link(here: &Here, hospital: &HospitalRef) -> AnyView {
    view! { {plain_link(here, hospital)} {put_in(here, hospital)} }.into_any()
}

/// Name and place, within a sentence.
fn plain_link(here: &Here, hospital: &HospitalRef) -> AnyView {
    let locale = here.locale;
    let href = here.to(&Place::Hospital(hospital.id.clone()));
    let town = &hospital.municipality;
    let place = places_read(here, locale.pick(&town.name.ja, &town.name.en), &[town.read()]);
    let name = hospital_name(locale, &hospital.name);
    view! {
        <a href=href lang=tongue(locale, &name)>{name.clone()}</a> " "
        <span class="ms-small ms-quiet">{place}</span>
    }
    .into_any()
}

/// The medical areas of a prefecture as a table, or where the patients of a medical area go.
fn parts(here: &Here, report: &AreaReport) -> AnyView {
    let locale = here.locale;
    let period = report.flows.first().map(|flow| period_words(locale, flow.period));
    let note = period.map(|period| {
        // the sentences of a medical area need no columns explained
        let said = match report.level {
            Level::MedicalArea => words::flows_of(locale, &period),
            _ => words::flows_how(locale, &period),
        };
        view! { <p class="ms-small">{said}</p> }
    });
    if report.level == Level::MedicalArea {
        return report
            .flows
            .first()
            .map(|flow| {
                view! {
                    <section class="ms-section" aria-labelledby="flows">
                        <h2 id="flows">{words::flows(locale)}</h2>
                        <p>{outflow_words(locale, flow)}</p>
                        <p>{inflow_words(locale, flow)}</p>
                        {note}
                    </section>
                }
            })
            .into_any();
    }
    let rows = report.parts.iter().map(|part| part_row(here, part, &report.flows)).collect_view();
    view! {
        <section class="ms-section">
            <h2 id="parts">{words::medical_areas(locale)}</h2>
            <div class="ms-table ms-parts" tabindex="0" role="region" aria-label=words::medical_areas(locale)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words::medical_area(locale)}</th>
                            <th scope="col">{words::people(locale)}</th>
                            <th scope="col">{words::facilities(locale)}</th>
                            <th scope="col">{words::leave(locale)}</th>
                            <th scope="col">{words::come(locale)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {note}
        </section>
    }
    .into_any()
}

fn part_row(here: &Here, part: &AreaPart, flows: &[Flow]) -> AnyView {
    let locale = here.locale;
    let flow = flows.iter().find(|flow| flow.area.code == part.area.code);
    let share = |of: fn(&Flow) -> Figure| {
        let known = flow.and_then(|flow| of(flow).number());
        known.map_or_else(|| words::not_printed(locale).to_owned(), |share| percent(share, 0))
    };
    let people = part.population.number();
    let people = people.map_or_else(|| words::not_printed(locale).to_owned(), |people| people_words(locale, people));
    view! {
        <tr>
            <th scope="row"><a href=here.to(&Place::Area(part.area.code.clone()))>{read(here, &part.area)}</a></th>
            <td>{people}</td>
            <td>{whole(part.hospitals)}</td>
            <td>{share(|flow| flow.outflow)}</td>
            <td>{share(|flow| flow.inflow)}</td>
        </tr>
    }
    .into_any()
}

/// Where its residents are treated.
pub(in crate::site) fn flow_words(locale: Locale, flow: &Flow) -> String {
    outflow_words(locale, flow)
}

fn outflow_words(locale: Locale, flow: &Flow) -> String {
    match flow.outflow.number() {
        Some(share) => words::outflow(locale, &percent(share, 0)),
        None => words::outflow_unknown(locale).to_owned(),
    }
}

fn inflow_words(locale: Locale, flow: &Flow) -> String {
    match flow.inflow.number() {
        Some(share) => words::inflow(locale, &percent(share, 0)),
        None => words::inflow_unknown(locale).to_owned(),
    }
}

/// Every source once, with its newest period.
fn sources(locale: Locale, report: &AreaReport) -> AnyView {
    let mut said: BTreeSet<String> = BTreeSet::new();
    let mut cite = |period: domain::Period, id: &str| {
        said.insert(source_words(locale, period, id, &report.sources, &report.release));
    };
    let shown: &[AreaMeasure] = if not_together(locale, report).is_some() { &[] } else { &report.measures };
    for measure in shown {
        cite(measure.period, &measure.source);
    }
    let of_values: BTreeSet<&str> = report.measures.iter().map(|m| m.source.as_str()).collect();
    if let Some(care) = report.care.first() {
        for source in report.sources.iter().filter(|s| !of_values.contains(s.id.as_str())) {
            cite(care.period, &source.id);
        }
    }
    said.into_iter().map(|line| view! { <p class="ms-source">{line}</p> }).collect_view().into_any()
}

mod words {
    i18n::text! {
        pub(super) fn areas { ja: "地域", en: "Areas" }
        pub(super) fn medical_area_in(name: &str, region: &str) {
            ja: "{name}医療圏（{region}）",
            en: "{name} medical area ({region})",
        }
        pub(super) fn population(people: &str) { ja: "人口 約{people}人", en: "about {people} people" }
        pub(super) fn hospitals_here(count: &str) {
            ja: "この資料にある病院と診療所 {count}か所",
            en: "{count} hospitals and clinics in these data",
        }
        pub(super) fn parts_here(count: &str) { ja: "医療圏 {count}", en: "{count} medical areas" }
        pub(super) fn is_island {
            ja: "この医療圏はすべて島です。海を渡る病院との距離や値は、そのままくらべられません。",
            en: "This whole medical area is on islands. Distances to hospitals across the water, and their figures, cannot be compared directly.",
        }
        pub(super) fn island_areas(names: &str) { ja: "すべてが島の医療圏：{names}。", en: "Medical areas wholly on islands: {names}." }
        pub(super) fn island_municipalities(names: &str) { ja: "島の市町村：{names}。", en: "Municipalities on islands: {names}." }
        pub(super) fn by_role { ja: "病院と診療所（役割ごと）", en: "Hospitals and clinics by role" }
        pub(super) fn places(count: &str) { ja: "{count}か所", en: "{count}" }
        pub(super) fn medical_areas { ja: "医療圏と、患者さんの行き来", en: "Medical areas, and where patients go" }
        pub(super) fn medical_area { ja: "医療圏", en: "Medical area" }
        pub(super) fn people { ja: "人口", en: "People" }
        pub(super) fn facilities { ja: "病院など", en: "Hospitals" }
        pub(super) fn leave { ja: "よそで入院", en: "Treated elsewhere" }
        pub(super) fn come { ja: "よそから入院", en: "From elsewhere" }
        pub(super) fn not_printed { ja: "公表なし", en: "not published" }
        pub(super) fn flows { ja: "患者さんの行き来", en: "Where patients go" }
        pub(super) fn flows_how(period: &str) {
            ja: "「よそで入院」は、ここに住む入院患者さんのうち、ほかの医療圏の病院に入院した人の割合。「よそから入院」は、ここの病院の入院患者さんのうち、ほかの医療圏に住む人の割合です（{period}の公表）。",
            en: "“Treated elsewhere”: the share of inpatients living here who were in hospitals of other medical areas. “From elsewhere”: the share of inpatients of the hospitals here who live in other medical areas (published for {period}).",
        }
        pub(super) fn flows_of(period: &str) { ja: "{period}の公表です。", en: "Published for {period}." }
        pub(super) fn outflow(share: &str) {
            ja: "ここに住む入院患者さんのうち{share}が、ほかの医療圏の病院に入院しています。",
            en: "{share} of inpatients who live here are in hospitals of other medical areas.",
        }
        pub(super) fn outflow_unknown {
            ja: "ほかの医療圏の病院に入院した人の割合は、公表されていません。",
            en: "How many residents are treated in other medical areas is not published.",
        }
        pub(super) fn inflow(share: &str) {
            ja: "ここの病院の入院患者さんのうち{share}は、ほかの医療圏に住んでいます。",
            en: "{share} of inpatients of the hospitals here live in other medical areas.",
        }
        pub(super) fn inflow_unknown {
            ja: "ほかの医療圏から来る人の割合は、公表されていません。",
            en: "How many patients come from other medical areas is not published.",
        }
        pub(super) fn abroad(name: &str, country: &str) { ja: "{name}（{country}）", en: "{name}, {country}" }
    }
}
