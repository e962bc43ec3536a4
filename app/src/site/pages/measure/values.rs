//! Which hospitals of a measure are shown: of which region and period, as a drawing and as a table?

use super::{Regions, table};
use crate::islands::live_form::LiveForm;
use crate::site::components::by_country::regions_of;
use crate::site::components::figure;
use crate::site::components::pager::{current, pager};
use crate::site::components::search::pinned;
use crate::site::links::{Here, Place};
use domain::Bilingual;
use i18n::whole;
use leptos::prelude::*;
use reports::figures::{Stand, Surroundings, intervals, other_country, period_words};
use reports::model::MeasureReport;

/// What a choice changes in the page.
const PARTS: &str = ".ms-head,#shown";

/// The section: the choice, and below it what is shown until something else is chosen.
pub(super) fn values(here: &Here, report: &MeasureReport, regions: &Regions) -> AnyView {
    let locale = here.locale;
    let values = &report.values;
    let told = words::shown(locale, &whole(values.page.total), current(values.page));
    let turn = pager(locale, values.page, |number| format!("{}#values", here.again(|view| view.page = Some(number))));
    let form = form(here, report, regions);
    view! {
        <div class="ms-edge-quiet" aria-hidden="true"></div>
        <section aria-labelledby="values">
            <h2 id="values">{words::values(locale)}</h2>
            <LiveForm parts=PARTS.to_owned() failed=words::failed(locale).to_owned()>{form}</LiveForm>
            <div id="shown" data-said=told.clone()>
                <p>{told.clone()}</p>
                {table::above(locale, report)}
                {drawn(here, report)}
                {table::rows(here, report)}
                {turn}
            </div>
        </section>
    }
    .into_any()
}

/// Region and period; the form loads the page again where no script answers it.
fn form(here: &Here, report: &MeasureReport, regions: &Regions) -> AnyView {
    let locale = here.locale;
    let values = &report.values;
    let action = format!("{}#values", Place::Measure(values.measure.id.clone()).path(locale));
    let kept = pinned(here).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let named = |(id, name, _): (String, Bilingual<String>, u32)| (id, locale.pick(&name.ja, &name.en).clone());
    let country = &report.national.comparator;
    let at_home = other_country(locale, country).is_none();
    let label = if at_home { words::region(locale) } else { words::region_abroad(locale) };
    let everywhere = other_country(locale, country)
        .map_or_else(|| words::everywhere(locale).to_owned(), |country| words::all_of(locale, &country.within));
    let everywhere = (String::new(), everywhere);
    let regions = options(
        std::iter::once(everywhere).chain(regions_of(regions, &country.country).into_iter().map(named)),
        here.view.region.as_deref().unwrap_or_default(),
    );
    let periods = report.periods.iter().map(|note| (note.period.to_string(), period_words(locale, note.period)));
    let periods = options(periods, &values.period.to_string());
    view! {
        <form class="ms-filter" method="get" action=action>
            {kept.collect_view()}
            <div class="ms-field">
                <label for="region">{label}</label>
                <select id="region" name="region">{regions}</select>
            </div>
            <div class="ms-field">
                <label for="period">{words::period(locale)}</label>
                <select id="period" name="period">{periods}</select>
            </div>
            <button class="ms-button-quiet" type="submit">{words::show(locale)}</button>
        </form>
    }
    .into_any()
}

fn options(all: impl Iterator<Item = (String, String)>, chosen: &str) -> AnyView {
    let option = |(value, name): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{name}</option> }
    };
    all.map(option).collect_view().into_any()
}

/// The hospitals of the table with their ranges; every row leads to its hospital.
fn drawn(here: &Here, report: &MeasureReport) -> Option<AnyView> {
    let locale = here.locale;
    let values = &report.values;
    let asked = domain::view_spec::ViewSpec { hospital: None, ..here.view.clone() };
    let list = |id: &str, width_px: f64| {
        let around = Surroundings {
            notices: &[],
            locale,
            stand: Stand::InPage,
            id,
            width_px,
            release: &values.release,
            sources: &values.sources,
        };
        let mut list = intervals(&around, report, &asked);
        for (row, value) in list.rows.iter_mut().zip(&values.rows) {
            let hospital = here.to(&Place::Hospital(value.figure().hospital.id.clone()));
            row.link = format!("{hospital}#{}", values.measure.id);
        }
        list.figure(locale)
    };
    (!values.rows.is_empty() && !values.measure.is_yes_or_no()).then(|| {
        let drawing =
            figure::linked(&list("list-narrow", charts::Frame::PHONE), &list("list-wide", charts::Frame::DESKTOP));
        view! {
            <details class="ms-more">
                <summary>{words::intervals(locale)}</summary>
                {drawing}
            </details>
        }
        .into_any()
    })
}

mod words {
    i18n::text! {
        pub(super) fn region { ja: "都道府県", en: "Prefecture" }
        pub(super) fn everywhere { ja: "全国", en: "All of Japan" }
        pub(super) fn region_abroad { ja: "州・地域", en: "State or region" }
        pub(super) fn all_of(country: &str) { ja: "{country}全体", en: "All of {country}" }
        pub(super) fn period { ja: "期間", en: "Period" }
        pub(super) fn show { ja: "表示する", en: "Show" }
        pub(super) fn failed {
            ja: "読み込めませんでした。「表示する」を押してください。",
            en: "This could not be loaded. Please press “Show”.",
        }
        pub(super) fn intervals { ja: "この表の病院を、値の幅の図で見る", en: "These hospitals as a chart with their ranges" }
        pub(super) fn values { ja: "病院ごとの値", en: "Hospital by hospital" }
        pub(super) fn shown(total: &str, page: u16) {
            ja: "{total}院・場所の順（値の順ではありません）・{page}ページめ",
            en: "{total} hospitals in order of place, not of value · page {page}",
        }
    }
}
