//! What of a choice does a chart not take, and how does a reader reach the hospitals that its drawing has no room for?

use crate::site::components::pager::pager;
use crate::site::links::Here;
use domain::view_spec::{Chart, Key, ViewSpec};
use i18n::{Locale, list, whole};
use leptos::prelude::*;
use reports::chart::ChartReport;

/// What was chosen and has no effect on this chart, in a sentence each.
pub(super) fn dropped(locale: Locale, chart: Chart, view: &ViewSpec) -> Option<AnyView> {
    let idle = |key: Key| !chart.question().contains(&key) && view.printed(key).is_some();
    let of_whom: Vec<&str> = [(Key::Region, words::region(locale)), (Key::PeerGroup, words::role(locale))]
        .into_iter()
        .filter_map(|(key, name)| idle(key).then_some(name))
        .collect();
    let others: Vec<&str> = [
        (Key::Hospital, words::hospital(locale)),
        (Key::Hospitals, words::hospitals(locale)),
        (Key::Period, words::period(locale)),
        (Key::Stratum, words::stratum(locale)),
        (Key::Page, words::page(locale)),
    ]
    .into_iter()
    .filter_map(|(key, name)| idle(key).then_some(name))
    .collect();
    let one = chart.needs_hospital() || chart == Chart::Compare;
    let of_whom = (!of_whom.is_empty()).then(|| match (chart, one) {
        (_, true) => words::of_named(locale, &list(locale, &of_whom)),
        (Chart::Places, _) => words::of_one_role(locale, &list(locale, &of_whom)),
        _ => words::of_all(locale, &list(locale, &of_whom)),
    });
    let others = (!others.is_empty()).then(|| words::without(locale, &list(locale, &others)));
    let said: Vec<_> = [of_whom, others].into_iter().flatten().map(|s| view! { <p class="ms-small">{s}</p> }).collect();
    (!said.is_empty()).then(|| said.into_any())
}

/// The other parts of a list that is too long for one drawing, and its roles, each a drawing of its own.
pub(super) fn parts(here: &Here, report: &ChartReport) -> Option<AnyView> {
    let locale = here.locale;
    let page = report.part()?;
    let turn = pager(locale, page, |number| to(here.again(|view| view.page = Some(number))));
    let roles: Vec<_> = report
        .roles()
        .into_iter()
        .filter(|(role, _)| here.view.peer_group != Some(*role))
        .map(|(role, hospitals)| {
            let name = words::of_role(locale, locale.pick(role.name().ja, role.name().en), &whole(hospitals));
            let href = to(here.again(|view| (view.peer_group, view.page) = (Some(role), None)));
            view! { <li><a href=href>{name}</a></li> }
        })
        .collect();
    let roles = (!roles.is_empty()).then(|| view! { <p>{words::by_role(locale)}</p> <ul class="ms-ways">{roles}</ul> });
    Some(view! { <p>{words::too_long(locale)}</p> {turn} {roles} }.into_any())
}

fn to(address: String) -> String {
    format!("{address}#chart")
}

mod words {
    i18n::text! {
        pub(super) fn region { ja: "地域", en: "region" }
        pub(super) fn role { ja: "役割", en: "role" }
        pub(super) fn hospital { ja: "印を付ける病院", en: "the highlighted hospital" }
        pub(super) fn hospitals { ja: "並べる病院", en: "the hospitals side by side" }
        pub(super) fn period { ja: "期間", en: "the period" }
        pub(super) fn stratum { ja: "患者さんの区分", en: "the part of the patients" }
        pub(super) fn page { ja: "何枚めの図か", en: "the part of the list" }
        pub(super) fn of_all(what: &str) {
            ja: "この図は{what}で分けられないので、全国で描きました。",
            en: "This chart cannot be split by {what}, so it shows the whole country.",
        }
        pub(super) fn of_one_role(what: &str) {
            ja: "この図は{what}で分けられないので、全国の同じ役割の病院で描きました。",
            en: "This chart cannot be split by {what}, so it shows the hospitals of one role in the whole country.",
        }
        pub(super) fn of_named(what: &str) {
            ja: "この図は名前を選んだ病院の図なので、{what}の選択は使いませんでした。",
            en: "This chart shows the hospitals you named, so your choice of {what} was not used.",
        }
        pub(super) fn without(what: &str) {
            ja: "この図では使わなかった選択：{what}。",
            en: "Not used in this chart: {what}.",
        }
        pub(super) fn too_long {
            ja: "一枚には25院までを描きます。残りは、次の図にあります。",
            en: "One drawing holds at most 25 hospitals. The others are in the next ones.",
        }
        pub(super) fn by_role { ja: "役割ごとの図にもできます：", en: "Or one role at a time:" }
        pub(super) fn of_role(role: &str, count: &str) { ja: "{role}（全国{count}院）", en: "{role} ({count} in the country)" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::links::Place;

    #[test]
    fn a_choice_that_a_chart_does_not_take_is_said() {
        let view =
            ViewSpec::parse_query("measure=m&region=JP-15&peer_group=clinic&page=2", Place::Charts.keys()).unwrap();
        let said = |chart: Chart| dropped(Locale::Ja, chart, &view).map(|v| v.to_html()).unwrap_or_default();
        assert!(
            said(Chart::Funnel).contains("この図は地域、役割で分けられないので、全国で描きました"),
            "{}",
            said(Chart::Funnel)
        );
        assert!(said(Chart::Funnel).contains("何枚めの図か"));
        assert!(said(Chart::Places).contains("この図は地域で分けられないので"));
        assert!(said(Chart::Ruler).contains("名前を選んだ病院の図"));
        assert_eq!(said(Chart::Intervals), "");
    }
}
