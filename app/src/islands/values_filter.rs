//! The choice of region and period above a measure's table. Without JavaScript it is a plain form that loads the page again.
//!
//! With it, the hospitals of the chosen region stand there at once, and the address follows, so that it can be handed on.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use crate::server_fns::{MeasureValue, RegionValues, measure_values};
use i18n::Locale;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

/// What the form offers and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// `ja` or `en`.
    pub locale: String,
    /// Path of the page.
    pub path: String,
    /// The measure.
    pub measure: String,
    /// Pinned release, or nothing.
    pub release: String,
    /// Hospitals that the reader collects, separated by commas, or nothing.
    pub hospitals: String,
    /// The chosen region, or nothing.
    pub region: String,
    /// The chosen period.
    pub period: String,
    /// Regions: id and name.
    pub regions: Vec<(String, String)>,
    /// Periods: value and name.
    pub periods: Vec<(String, String)>,
}

/// The form, and below it what the page shows until something else is chosen.
#[island]
pub fn ValuesFilter(
    /// What can be chosen.
    choice: Choice,
    /// The table of the page.
    children: Children,
) -> impl IntoView {
    let locale = Locale::parse(&choice.locale).unwrap_or(Locale::Ja);
    let answer = RwSignal::new(None::<RegionValues>);
    let said = RwSignal::new(String::new());
    let region = RwSignal::new(choice.region.clone());
    let period = RwSignal::new(choice.period.clone());
    let asked = StoredValue::new(choice.clone());
    let ask = move || look(asked, region.get_untracked(), period.get_untracked(), answer, said);
    let regions = options(&choice.regions, &choice.region);
    let periods = options(&choice.periods, &choice.period);
    let release = (!choice.release.is_empty())
        .then(|| view! { <input type="hidden" name="release" value=choice.release.clone() /> });
    let hospitals = (!choice.hospitals.is_empty())
        .then(|| view! { <input type="hidden" name="h" value=choice.hospitals.clone() /> });
    let form = view! {
        <form class="ms-filter" method="get" action=format!("{}#values", choice.path)>
            {release} {hospitals}
            <div class="ms-field">
                <label for="region">{words::region(locale)}</label>
                <select id="region" name="region" on:change=move |event| { region.set(event_target_value(&event)); ask(); }>
                    <option value="">{words::everywhere(locale)}</option>
                    {regions}
                </select>
            </div>
            <div class="ms-field">
                <label for="period">{words::period(locale)}</label>
                <select id="period" name="period" on:change=move |event| { period.set(event_target_value(&event)); ask(); }>
                    {periods}
                </select>
            </div>
            <button class="ms-button-quiet" type="submit">{words::show(locale)}</button>
        </form>
    }
    .into_any();
    let found =
        move || answer.get().map(|found| table(asked, (&region.get_untracked(), &period.get_untracked()), &found));
    view! {
        {form}
        <p class="ms-hidden" role="status">{move || said.get()}</p>
        <div>{found}</div>
        <div hidden=move || answer.with(Option::is_some)>{children()}</div>
    }
    .into_any()
}

fn options(all: &[(String, String)], chosen: &str) -> Vec<AnyView> {
    let option = |(value, name): &(String, String)| {
        let selected = value == chosen;
        view! { <option value=value.clone() selected=selected>{name.clone()}</option> }.into_any()
    };
    all.iter().map(option).collect()
}

/// Asks for one region; the whole country is too long for this and is loaded as a page.
fn look(
    asked: StoredValue<Choice>,
    region: String,
    period: String,
    answer: RwSignal<Option<RegionValues>>,
    said: RwSignal<String>,
) {
    let choice = asked.get_value();
    let address = address(&choice, &region, &period, 1);
    if region.is_empty() {
        // Where the browser refuses, the form is still there.
        let _ = window().location().set_href(&address);
        return;
    }
    spawn_local(async move {
        let locale = Locale::parse(&choice.locale).unwrap_or(Locale::Ja);
        let found = measure_values(choice.locale, choice.measure, period, region, choice.release).await;
        if let Ok(found) = found {
            said.set(words::found(locale, found.total));
            answer.set(Some(found));
            if let Ok(history) = window().history() {
                let _ = history.replace_state_with_url(&leptos::wasm_bindgen::JsValue::NULL, "", Some(&address));
            }
        } else {
            let _ = window().location().set_href(&address);
        }
    });
}

fn address(choice: &Choice, region: &str, period: &str, page: u32) -> String {
    let release = if choice.release.is_empty() { String::new() } else { format!("release={}&", choice.release) };
    let hospitals = choice.hospitals.replace(',', "%2C");
    let hospitals = if hospitals.is_empty() { String::new() } else { format!("h={hospitals}&") };
    let region = if region.is_empty() { String::new() } else { format!("&region={region}") };
    let page = if page > 1 { format!("&page={page}") } else { String::new() };
    let period = period.replace('/', "%2F");
    format!("{}?{release}{hospitals}period={period}{region}{page}#values", choice.path)
}

fn table(asked: StoredValue<Choice>, (region, period): (&str, &str), found: &RegionValues) -> AnyView {
    let choice = asked.get_value();
    let locale = Locale::parse(&choice.locale).unwrap_or(Locale::Ja);
    let columns =
        Columns { judged: !found.verdict_head.is_empty(), placed: found.rows.iter().any(|row| !row.places.is_empty()) };
    let rows: Vec<_> = found.rows.iter().map(|row| line(&choice, found, row, columns)).collect();
    let above = found.above.iter().map(|said| view! { <p class="ms-small">{said.clone()}</p> }).collect_view();
    let below = (!found.below.is_empty()).then(|| view! { <p class="ms-small">{found.below.clone()}</p> });
    let shown = u32::try_from(found.rows.len()).unwrap_or(found.total);
    let rest = (shown < found.total).then(|| {
        // Pages of the list hold fifty rows.
        let href = address(&choice, region, period, shown / 50 + 1);
        view! { <p><a href=href>{words::rest(locale, shown)}</a></p> }
    });
    view! {
        <p>{words::found(locale, found.total)}</p>
        {above}
        <div class="ms-table">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words::hospital(locale)}</th>
                        <th scope="col">{words::value(locale)} <br /><span class="ms-quiet">{found.unit.clone()}</span></th>
                        <th scope="col">{words::range(locale)}</th>
                        {columns.judged.then(|| view! { <th scope="col">{found.verdict_head.clone()}</th> })}
                        {columns.placed.then(|| view! { <th scope="col">{words::places(locale)}</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {below}
        {rest}
        <p class="ms-source">{found.source.clone()}</p>
    }
    .into_any()
}

/// Which columns the table has beside hospital, value and range.
#[derive(Clone, Copy)]
struct Columns {
    judged: bool,
    placed: bool,
}

fn line(choice: &Choice, found: &RegionValues, row: &MeasureValue, columns: Columns) -> AnyView {
    let locale = Locale::parse(&choice.locale).unwrap_or(Locale::Ja);
    let Columns { judged, placed } = columns;
    let places = if row.places.is_empty() { words::no_range(locale).to_owned() } else { row.places.clone() };
    let release = if choice.release.is_empty() { String::new() } else { format!("?release={}", choice.release) };
    let href = format!("/{}/hospitals/{}{release}#{}", choice.locale, row.hospital, choice.measure);
    let remark = row.caveats.iter().find(|caveat| !found.said_once.contains(caveat));
    let remark = remark.map(|caveat| view! { <br /><span class="ms-small ms-quiet">{caveat.short.clone()}</span> });
    let corrected = (!row.corrected.is_empty()).then(|| {
        view! { <br /><a class="ms-small" href=row.corrected_at.clone()>{row.corrected.clone()}</a> }
    });
    let cells = if row.reason.is_empty() {
        view! {
            <td>{row.value.clone()} {remark}</td>
            <td class="ms-number">{row.range.clone()}</td>
            {judged.then(|| view! { <td><span aria-hidden="true">{row.shape.clone()}</span> " " {row.verdict.clone()}</td> })}
            {placed.then(|| view! { <td>{places} <br /><span class="ms-small ms-quiet">{row.counts.clone()}</span></td> })}
        }
        .into_any()
    } else {
        let span = (2 + u8::from(judged) + u8::from(placed)).to_string();
        view! { <td class="ms-missing" colspan=span>{row.reason.clone()}</td> }.into_any()
    };
    view! {
        <tr>
            <th scope="row"><a href=href>{row.name.clone()}</a> <br /><span class="ms-small ms-quiet">{row.place.clone()}</span> {corrected}</th>
            {cells}
        </tr>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn region { ja: "都道府県", en: "Prefecture" }
        pub(super) fn everywhere { ja: "全国", en: "All of Japan" }
        pub(super) fn period { ja: "期間", en: "Period" }
        pub(super) fn show { ja: "表示する", en: "Show" }
        pub(super) fn found(total: u32) {
            ja: "{total}院・場所の順（値の順ではありません）",
            en: "{total} hospitals in order of place, not of value",
        }
        pub(super) fn rest(shown: u32) { ja: "{shown}院より先を見る", en: "After the first {shown} hospitals" }
        pub(super) fn hospital { ja: "病院", en: "Hospital" }
        pub(super) fn value { ja: "値", en: "Value" }
        pub(super) fn range { ja: "考えられる幅", en: "Probable range" }
        pub(super) fn places { ja: "同じ役割の病院の中での順位の幅", en: "Range of places within its role" }
        pub(super) fn no_range { ja: "出しません", en: "none" }
    }
}
