//! Which values do the hospitals of this area have, taken together beside the country or, on islands, each alone?

use super::super::measure::direction_words;
use super::super::press::chance_alone;
use super::{plain_link, read};
use crate::site::links::{Here, Place};
use domain::variation::Level;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::{area_range_words, area_value_words, beside_area, other_country, period_words, short_name};
use reports::model::{AreaMeasure, AreaReport};

/// Measures that are shown at once (R1); the rest is one tap away.
const SHOWN: usize = 5;

/// The hospitals here taken together, beside the country.
pub(super) fn values(here: &Here, report: &AreaReport) -> AnyView {
    let locale = here.locale;
    if report.measures.is_empty() {
        return view! {
            <section class="ms-section">
                <h2 id="values">{words::values(locale)}</h2>
                <p>{words::no_values(locale)}</p>
            </section>
        }
        .into_any();
    }
    if let Some(why) = not_together(locale, report) {
        return each_alone(here, report, why);
    }
    let said_once = report.said_once.iter().map(|caveat| {
        view! { <p class="ms-caveat ms-small">{locale.pick(caveat.short.ja, caveat.short.en)}</p> }
    });
    let (first, rest) = report.measures.split_at(report.measures.len().min(SHOWN));
    let more = (!rest.is_empty()).then(|| {
        let address = here.origin.absolute(&here.again(|_| ()));
        view! {
            <p class="ms-small ms-on-paper">{words::more_there(locale, &whole(rest.len()), &address)}</p>
            <details class="ms-more ms-rest-of-area">
                <summary>{words::more_values(locale, &whole(rest.len()))}</summary>
                {value_table(here, report, rest)}
            </details>
        }
    });
    view! {
        <section class="ms-section">
            <h2 id="values">{words::values(locale)}</h2>
            <p class="ms-small">{words::values_how(locale)} {locale.pick("", " ")} {chance_alone(locale)}</p>
            {said_once.collect_view()}
            {value_table(here, report, first)}
            {more}
        </section>
    }
    .into_any()
}

/// Why the hospitals here are not put together and held against the country: across the water, or only one of them.
pub(super) fn not_together(locale: Locale, report: &AreaReport) -> Option<&'static str> {
    if report.level != Level::MedicalArea || report.with_values.is_empty() {
        return None;
    }
    let island = report.parts.iter().any(|part| part.all_islands);
    let one = report.measures.iter().all(|measure| measure.value.figure().hospitals <= 1);
    match (island, one) {
        (true, _) => Some(words::values_of_island(locale)),
        (_, true) => Some(words::values_of_one(locale)),
        _ => None,
    }
}

/// The hospitals that have values, each with its own page.
fn each_alone(here: &Here, report: &AreaReport, why: &'static str) -> AnyView {
    let links = report.with_values.iter().map(|hospital| view! { <li>{plain_link(here, hospital)}</li> });
    view! {
        <section class="ms-section">
            <h2 id="values">{words::values_alone(here.locale)}</h2>
            <p>{why}</p>
            <ul>{links.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn value_table(here: &Here, report: &AreaReport, measures: &[AreaMeasure]) -> AnyView {
    let locale = here.locale;
    let rows = measures.iter().map(|measure| value_row(here, report, measure)).collect_view();
    let abroad = measures.first().and_then(|measure| other_country(locale, &measure.national));
    let country = abroad.map_or_else(|| words::country(locale).to_owned(), |country| country.name);
    view! {
        <div class="ms-table" tabindex="0" role="region" aria-label=words::values(locale)>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words::measure(locale)}</th>
                        <th scope="col">{read(here, &report.area)}</th>
                        <th scope="col">{country}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn value_row(here: &Here, report: &AreaReport, row: &AreaMeasure) -> AnyView {
    let locale = here.locale;
    let area = row.value.figure();
    let national = beside_area(locale, &row.measure, &row.national);
    let national = national.unwrap_or_else(|| super::words::not_printed(locale).to_owned());
    let line = row.value.line(&report.said_once);
    // one sentence about its direction is enough
    let told = line.is_some_and(|caveat| matches!(caveat.id, "NOT_RISK_ADJUSTED" | "DIRECTION_NEUTRAL"));
    let direction = (!told).then(|| {
        view! { <br /><span class="ms-small ms-quiet">{direction_words(locale, &row.measure)}</span> }
    });
    let line = line.map(|caveat| {
        view! { <br /><span class="ms-small ms-quiet">{locale.pick(caveat.short.ja, caveat.short.en)}</span> }
    });
    let period = period_words(locale, row.period);
    view! {
        <tr>
            <th scope="row">
                <a href=here.to(&Place::Measure(row.measure.id.clone()))>{short_name(locale, &row.measure)}</a>
                <br />
                <span class="ms-small ms-quiet">{words::of(locale, &period, &whole(area.hospitals))}</span>
                {direction}
                {line}
            </th>
            <td>
                {area_value_words(locale, &row.measure, area)} <br />
                <span class="ms-small ms-quiet">{area_range_words(locale, &row.measure, area)}</span>
            </td>
            <td>{national}</td>
        </tr>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn values { ja: "ここの病院をあわせた値", en: "All hospitals here combined" }
        pub(super) fn values_how {
            ja: "ここにある病院の値を、患者さんの数でならしてあわせました。住んでいる人の値ではありません。伏せられた値、災害や感染の広がりがあった時期の値、見込まれる件数が5件に満たない値は入れていません。",
            en: "The hospitals located here, combined by their numbers of patients. This is not about the residents. Withheld values, values from times of disaster or outbreak, and values where fewer than 5 events are expected, are left out.",
        }
        pub(super) fn values_alone { ja: "値のある病院", en: "Hospitals with figures" }
        pub(super) fn values_of_island {
            ja: "島の病院の値は、あわせて全国の値と並べません。受けもつ患者さんも、頼れる病院もちがうからです。値は、背景といっしょに病院のページにあります。",
            en: "Figures of hospitals on islands are not combined and set beside the country: their patients differ, and so does the help within reach. Each hospital's page has its figures, with their background.",
        }
        pub(super) fn values_of_one {
            ja: "ここで値があるのは1か所だけなので、あわせた値はありません。値は、背景といっしょに病院のページにあります。",
            en: "Only one hospital here has figures, so there is nothing to combine. Its page has them, with their background.",
        }
        pub(super) fn no_values {
            ja: "あわせられる値は公表されていません。悪いという意味ではありません。",
            en: "No values that could be combined are published. This does not mean anything bad.",
        }
        pub(super) fn more_values(count: &str) { ja: "ほかの指標（{count}）", en: "More measures ({count})" }
        pub(super) fn more_there(count: &str, address: &str) {
            ja: "ほかに{count}の指標：{address}",
            en: "{count} more measures: {address}",
        }
        pub(super) fn measure { ja: "指標", en: "Measure" }
        pub(super) fn country { ja: "全国", en: "Country" }
        pub(super) fn of(period: &str, hospitals: &str) { ja: "{period}・{hospitals}院", en: "{period} · hospitals: {hospitals}" }
    }
}
