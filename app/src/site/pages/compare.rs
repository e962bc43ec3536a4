//! How do two to five hospitals compare, and may they be compared at all?

use crate::site::components::caveats;
use crate::site::components::compared_measure::{compared_measure, further};
use crate::site::components::comparison_guard::comparison_guard;
use crate::site::components::facts_beside::facts_beside;
use crate::site::components::hand_on::hand_on;
use crate::site::components::hospital_line::{far_or_across, hospital_line, hospital_line_with};
use crate::site::components::search::pinned;
use crate::site::components::sole_providers::sole_providers;
use crate::site::components::tray::{MOST, not_in_this_release};
use crate::site::document::Meta;
use crate::site::layout::emergency_in;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::HospitalId;
use domain::peers::PeerGroup;
use domain::view_spec::{Key, ViewSpec};
use i18n::{Locale, list};
use leptos::prelude::*;
use reports::figures::{comparison_sentence, guard_sentence, hospital_name, name_among};
use reports::model::{Compared, Comparison, Distance, FinderRow, HospitalCard};
use reports::{ReportError, Reports};

/// Hospitals found that can be added.
const FOUND: u16 = 8;

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let (known, unknown) = known(reports, here).await?;
    let comparison = reports.compare(&known).await?;
    let found = found(reports, here).await?;
    // from here on links speak of the ids that are used now
    let hospitals = comparison.hospitals.iter().map(|h| h.card.hospital.id.clone()).collect();
    let here = Here { view: ViewSpec { hospitals, ..here.view.clone() }, ..here.clone() };
    Ok(Page {
        meta: meta(here.locale, &comparison),
        release: comparison.release.clone(),
        content: Box::new(move || content(&here, (&comparison, &unknown), found.as_deref())),
    })
}

/// The question without hospitals that this release does not know, and their ids: the others are still there to see.
async fn known(reports: &Reports, here: &Here) -> Result<(ViewSpec, Vec<HospitalId>), ReportError> {
    let asked = reports.collected(&here.view).await?;
    let unknown: Vec<HospitalId> = asked.into_iter().filter(|e| e.hospital.is_none()).map(|e| e.asked).collect();
    let mut view = here.view.clone();
    view.hospitals.retain(|id| !unknown.contains(id));
    Ok((view, unknown))
}

/// What the search of this page finds; `None` where nothing is searched for.
async fn found(reports: &Reports, here: &Here) -> Result<Option<Vec<FinderRow>>, ReportError> {
    if here.view.query.is_empty() {
        return Ok(None);
    }
    let (release, query) = (here.view.release.clone(), here.view.query.clone());
    let asked = ViewSpec { release, query, limit: Some(FOUND), ..ViewSpec::default() };
    Ok(Some(reports.finder(&asked).await?.rows))
}

fn meta(locale: Locale, comparison: &Comparison) -> Meta {
    let names: Vec<String> =
        (0..comparison.hospitals.len()).map(|place| name_among(locale, comparison, place)).collect();
    let title = match names.as_slice() {
        [] => words::title(locale).to_owned(),
        _ => words::title_of(locale, &list(locale, &names)),
    };
    Meta { title, description: lead(locale, comparison) }
}

fn lead(locale: Locale, comparison: &Comparison) -> String {
    match comparison.hospitals.len() {
        0 => words::none_yet(locale).to_owned(),
        1 => words::one_yet(locale).to_owned(),
        _ => guard_sentence(locale, comparison),
    }
}

fn content(here: &Here, (comparison, unknown): (&Comparison, &[HospitalId]), found: Option<&[FinderRow]>) -> AnyView {
    let locale = here.locale;
    let unknown =
        unknown.iter().map(|id| view! { <p class="ms-caveat">{not_in_this_release(locale, id.as_str())}</p> });
    let several = comparison.hospitals.len() > 1;
    let summary = several.then(|| comparison_sentence(locale, comparison)).flatten();
    let adding = add(here, comparison, found);
    // where no figures stand side by side, the facts do; elsewhere the figures were asked for first
    let facts = facts_beside(here, comparison);
    let (before, after) = if comparison.guard.is_fair() { (None, facts) } else { (facts, None) };
    // whoever is still choosing finds the choice first
    let (first, last) = if several && found.is_none() { (None, Some(adding)) } else { (Some(adding), None) };
    view! {
        {emergency_in(locale, comparison.country().unwrap_or_default())}
        <h1 class="ms-h1-quiet">{words::title(locale)}</h1>
        <p class="ms-lead"><strong>{lead(locale, comparison)}</strong> " " {summary}</p>
        {unknown.collect_view()}
        {chosen(here, comparison)}
        {first}
        {suggestions(here, comparison)}
        {comparison_guard(here, comparison)}
        {before}
        {sole_providers(here, comparison)}
        {caveats::said_once(locale, &comparison.said_once)}
        {groups(here, comparison)}
        {several.then(|| further(here, comparison))}
        {after}
        {last}
        {several.then(|| hand_on(here))}
    }
    .into_any()
}

/// The hospitals, each with a way to take it off again.
fn chosen(here: &Here, comparison: &Comparison) -> Option<AnyView> {
    let locale = here.locale;
    (!comparison.hospitals.is_empty()).then(|| {
        let rows = comparison.hospitals.iter().enumerate().map(|(place, compared)| {
            let id = &compared.card.hospital.id;
            let off = here.again(|view| {
                view.query.clear();
                view.hospitals.retain(|other| other != id);
            });
            let label = words::take_off(locale, &name_among(locale, comparison, place));
            view! {
                <li>
                    {hospital_line(here, &compared.card, Distance::Unknown)}
                    {asked_as(locale, compared)}
                    <p class="ms-small ms-actions"><a href=off aria-label=label>{words::off(locale)}</a></p>
                </li>
            }
        });
        view! {
            <section class="ms-section" aria-labelledby="chosen">
                <h2 class="ms-h3" id="chosen">{words::chosen(locale)}</h2>
                <ul class="ms-list ms-compared-hospitals">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn asked_as(locale: Locale, compared: &Compared) -> Option<AnyView> {
    let old = compared.asked_as.as_ref()?.to_string();
    Some(view! { <p class="ms-caveat">{words::moved(locale, &old, compared.card.hospital.id.as_str())}</p> }.into_any())
}

/// Another hospital: a form of this page, and what it has found.
fn add(here: &Here, comparison: &Comparison, found: Option<&[FinderRow]>) -> AnyView {
    let locale = here.locale;
    if comparison.hospitals.len() >= MOST {
        return view! { <p class="ms-small">{words::full(locale)}</p> }.into_any();
    }
    let measures = here.view.printed(Key::Measures).map(|measures| (Key::Measures.parameter(), measures));
    let hidden = pinned(here).into_iter().chain(measures);
    let hidden = hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    let rows = found.map(|rows| found_rows(here, rows));
    view! {
        <section class="ms-section ms-actions" aria-labelledby="add">
            <h2 id="add">{words::add(locale)}</h2>
            <form class="ms-search" method="get" role="search" action=Place::Compare.path(locale)>
                {hidden}
                <div class="ms-field ms-field-wide">
                    <label for="q">{words::name(locale)}</label>
                    <input id="q" name="q" type="search" maxlength="100" value=here.view.query.clone() />
                </div>
                <button type="submit">{words::search(locale)}</button>
            </form>
            {rows}
            <p class="ms-small">
                <a href=here.to(&Place::Hospitals)>{words::by_place(locale)}</a>
            </p>
        </section>
    }
    .into_any()
}

fn found_rows(here: &Here, rows: &[FinderRow]) -> AnyView {
    let locale = here.locale;
    let rows: Vec<&FinderRow> =
        rows.iter().filter(|row| !here.view.hospitals.contains(&row.card.hospital.id)).collect();
    if rows.is_empty() {
        return view! { <p role="status">{words::nothing(locale)}</p> }.into_any();
    }
    let rows = rows.into_iter().map(|row| addable(here, &row.card, None)).collect_view();
    view! { <ul class="ms-list">{rows}</ul> }.into_any()
}

fn addable(here: &Here, card: &HospitalCard, far: Option<String>) -> AnyView {
    let locale = here.locale;
    let id: &HospitalId = &card.hospital.id;
    let with = here.again(|view| {
        view.query.clear();
        view.hospitals.push(id.clone());
    });
    let label = words::put_in(locale, &hospital_name(locale, &card.hospital.name));
    view! {
        <li>
            {hospital_line_with(here, card, far, None)}
            <p class="ms-small"><a href=with aria-label=label>{words::with(locale)}</a></p>
        </li>
    }
    .into_any()
}

/// Where one hospital is chosen: those with which a comparison is fair.
fn suggestions(here: &Here, comparison: &Comparison) -> Option<AnyView> {
    let locale = here.locale;
    (!comparison.suggestions.is_empty()).then(|| {
        let rows = comparison
            .suggestions
            .iter()
            .map(|near| addable(here, &near.card, far_or_across(locale, near.distance, near.crossing)));
        view! {
            <section class="ms-section ms-actions" aria-labelledby="suggestions">
                <h2 id="suggestions">{words::suggestions(locale)}</h2>
                <ul class="ms-list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// The measures of every group of hospitals that may stand side by side; of a single one its own figures.
fn groups(here: &Here, comparison: &Comparison) -> Option<AnyView> {
    let locale = here.locale;
    if comparison.hospitals.len() < 2 {
        return None;
    }
    if comparison.measures.is_empty() {
        return Some(view! { <p>{words::nothing_in_common(locale)}</p> }.into_any());
    }
    let fair = comparison.guard.is_fair();
    let groups = comparison.groups.iter().enumerate().map(|(number, members)| {
        let names: Vec<String> = members.iter().map(|place| name_among(locale, comparison, *place)).collect();
        let names = list(locale, &names);
        let head = match members.len() {
            _ if fair => words::side_by_side(locale).to_owned(),
            1 if members.iter().any(|place| has_no_peers(comparison, *place)) => words::on_its_own(locale, &names),
            1 => words::alone(locale, &names),
            _ => words::together(locale, &names),
        };
        let id = format!("group-{number}");
        let measures = comparison.measures.iter();
        let measures = measures.map(|measure| compared_measure(here, comparison, measure, (number, members)));
        view! {
            <div class="ms-edge-quiet" aria-hidden="true"></div>
            <section aria-labelledby=id.clone()>
                <h2 id=id.clone()>{head}</h2>
                {measures.collect_view()}
            </section>
        }
    });
    Some(groups.collect_view().into_any())
}

/// Whether it is held against nobody: its role is not known, or most of its role have other patients.
fn has_no_peers(comparison: &Comparison, place: usize) -> bool {
    let hospital = comparison.hospitals.get(place).map(|h| &h.card.hospital);
    hospital.is_some_and(|h| h.peer_group == PeerGroup::Unclassified || h.specialty.is_some())
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "病院をくらべる", en: "Compare hospitals" }
        pub(super) fn title_of(names: &str) { ja: "{names}をくらべる", en: "Compare {names}" }
        pub(super) fn none_yet {
            ja: "2つから5つの病院を並べて見られます。まず、1つめの病院をさがしてください。",
            en: "You can see 2 to 5 hospitals side by side. Start by searching for one.",
        }
        pub(super) fn one_yet {
            ja: "あと1つ、病院を選んでください。役割と専門が同じで、規模が大きくはちがわない病院なら、並べて比べられます。",
            en: "Choose one more. Hospitals of the same role and field that do not differ much in size can be compared side by side.",
        }
        pub(super) fn chosen { ja: "選んだ病院", en: "Your hospitals" }
        pub(super) fn off { ja: "この病院を外す", en: "Remove this hospital" }
        pub(super) fn take_off(name: &str) { ja: "「{name}」を外す", en: "Remove {name}" }
        pub(super) fn moved(old: &str, new: &str) {
            ja: "番号「{old}」は「{new}」に変わりました。",
            en: "The ID {old} is now {new}.",
        }
        pub(super) fn full {
            ja: "並べられるのは5つまでです。ほかの病院を見るには、どれか1つを外してください。",
            en: "You can compare up to five hospitals. Remove one to see another.",
        }
        pub(super) fn add { ja: "病院を加える", en: "Add a hospital" }
        pub(super) fn name { ja: "病院の名前（漢字・かな・ローマ字）", en: "Hospital name (English or Japanese)" }
        pub(super) fn search { ja: "さがす", en: "Search" }
        pub(super) fn by_place { ja: "場所や役割からさがす", en: "Search by place or role" }
        pub(super) fn nothing {
            ja: "見つかりませんでした。名前の一部だけ、またはひらがなで試してください。",
            en: "Nothing was found. Try part of the name, or another spelling.",
        }
        pub(super) fn with { ja: "くわえて比べる", en: "Add and compare" }
        pub(super) fn put_in(name: &str) { ja: "「{name}」をくわえて比べる", en: "Add {name} and compare" }
        pub(super) fn suggestions {
            ja: "役割が同じで、並べて比べられる病院を、近い順に",
            en: "Nearest hospitals of the same role that can be compared",
        }
        pub(super) fn nothing_in_common {
            ja: "2つ以上の病院に値がある指標は、公表されていません。悪いという意味ではありません。それぞれの病院のページに、分かっていることを書いています。",
            en: "No published measure has a value for two or more of these hospitals. This does not mean anything bad. Each hospital's page has what is known.",
        }
        pub(super) fn side_by_side { ja: "並べて見る", en: "Side by side" }
        pub(super) fn alone(name: &str) {
            ja: "「{name}」を、同じ役割の病院のなかで見る",
            en: "{name} among hospitals of its own role",
        }
        pub(super) fn on_its_own(name: &str) { ja: "「{name}」だけを見る", en: "{name} on its own" }
        pub(super) fn together(names: &str) { ja: "並べて見る：{names}", en: "Side by side: {names}" }
    }
}
