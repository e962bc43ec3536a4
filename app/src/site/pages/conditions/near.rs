//! Who is near for this trouble: at most five, in the order of the finder, or the one place that provides it?

use crate::site::components::by_country::{home, options, regions, regions_of};
use crate::site::components::care::care_name;
use crate::site::components::event_banner::event_banner;
use crate::site::components::one_hospital::one_hospital;
use crate::site::components::pager::{last, pager};
use crate::site::components::search::pinned;
use crate::site::components::which_place::{care_told, two_places, which_place};
use crate::site::links::{Here, Place};
use crate::site::pages::hospitals::{ROWS, beyond, counted, list, order, settled, summary};
use content::{Condition, PresetMode};
use domain::view_spec::{Key, ViewSpec};
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::model::{CareFilter, CareInReach, Few, Finder, Where};
use reports::{ReportError, Reports};

/// Hospitals on this page (R1).
const MOST: u16 = 5;

/// What is known about the reader's place.
pub(in crate::site) struct Near {
    pub(in crate::site) finder: Finder,
    pub(in crate::site) care: Option<CareInReach>,
}

pub(in crate::site) async fn load(reports: &Reports, here: &Here, condition: &Condition) -> Result<Near, ReportError> {
    let limit = Some(if here.view.page.is_some() { ROWS } else { MOST });
    let view = ViewSpec { care: condition.care, limit, ..here.view.clone() };
    let few = if condition.count_note.is_some() { Few::Among } else { Few::Apart };
    let mut finder = reports.finder_for(&view, &condition.fields, few).await?;
    if finder.page.offset > 0 && finder.page.offset >= finder.page.total {
        // past the end: the last part
        let view = ViewSpec { page: Some(last(finder.page)), ..view.clone() };
        finder = reports.finder_for(&view, &condition.fields, few).await?;
    }
    let in_reach = finder.care == CareFilter::Applied && finder.reach.is_some();
    let care = if in_reach { Some(reports.care_in_reach_for(&view, &condition.fields).await?) } else { None };
    Ok(Near { finder, care })
}

/// The question for a place, and its answer where one is named.
pub(super) fn near(here: &Here, condition: &'static Condition, near: &Near) -> AnyView {
    let locale = here.locale;
    // the list belongs to the care that this trouble needs, which its own address does not carry
    let here = &settled(here, &near.finder);
    let asking = Here { view: ViewSpec { care: condition.care, ..here.view.clone() }, ..here.clone() };
    let answer = somewhere(&here.view).then(|| answer(&asking, near));
    // where no source tells who provides it, that is said before a place is asked for
    let not_told = near.finder.care == CareFilter::NotTold;
    let untold = if not_told { care_told(&asking, &near.finder, None) } else { None };
    let lead = if not_told { words::whoever_is_near(locale).to_owned() } else { lead(locale, condition) };
    let note = condition.count_note.as_ref();
    let note = note.map(|note| view! { <p class="ms-caveat">{locale.pick(&note.ja, &note.en).clone()}</p> });
    let title = match condition.preset.mode {
        PresetMode::Compare => words::where_to(locale),
        PresetMode::Emergency => words::beforehand(locale),
    };
    view! {
        {untold}
        <section class="ms-section" aria-labelledby="near">
            <h2 id="near">{title}</h2>
            <p>{lead}</p>
            {note}
            {form(here, condition, &near.finder)}
            {answer}
        </section>
    }
    .into_any()
}

/// Whether the reader has said where.
pub(in crate::site) fn somewhere(view: &ViewSpec) -> bool {
    view.region.is_some() || view.area.is_some() || view.near.is_some() || !view.place.is_empty()
}

fn lead(locale: Locale, condition: &Condition) -> String {
    match (condition.preset.mode, condition.care.and_then(|care| content::care(care).ok())) {
        (PresetMode::Emergency, _) => words::the_crew_decides(locale).to_owned(),
        (PresetMode::Compare, Some(text)) => {
            words::provided(locale, locale.pick(&text.facilities.ja, &text.facilities.en))
        }
        (PresetMode::Compare, None) => words::any(locale).to_owned(),
    }
}

/// Two buttons: the first five hospitals, or all of them, a part at a time.
fn form(here: &Here, condition: &'static Condition, finder: &Finder) -> AnyView {
    let locale = here.locale;
    let hidden = pinned(here).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let chosen = here.view.region.clone().unwrap_or_default();
    // the care, its words and its numbers to call are those at home
    let at_home = regions_of(&finder.regions, &home(&finder.regions));
    let regions = options(locale, regions(locale, &at_home), &chosen);
    view! {
        <form class="ms-filter ms-near-form" method="get" action=format!("{}#near", Place::Condition(condition.id.clone()).path(locale))>
            {hidden.collect_view()}
            <div class="ms-field">
                <label for="place">{words::place(locale)}</label>
                <input id="place" name="place" type="text" maxlength="100" autocomplete="off" value=here.view.place.clone()
                    aria-describedby="place-hint" />
                <p class="ms-small ms-quiet" id="place-hint">{words::place_hint(locale)}</p>
            </div>
            <div class="ms-field">
                <label for="region">{words::region(locale)}</label>
                <select id="region" name="region">
                    <option value="">{words::choose(locale)}</option>
                    {regions}
                </select>
            </div>
            <div class="ms-buttons">
                <button type="submit">{words::five(locale)}</button>
                <button type="submit" class="ms-button-quiet" name=Key::Page.parameter() value="1">
                    {words::everyone(locale)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn answer(here: &Here, near: &Near) -> AnyView {
    let Near { finder, care } = near;
    let events = event_banner(here.locale, &finder.events, finder.release.as_of);
    if let Some(one) = care.as_ref().and_then(CareInReach::one) {
        return view! { {two_places(here, finder)} {events} {one_hospital(here, one)} }.into_any();
    }
    // said above the question for a place
    let told = if finder.care == CareFilter::NotTold { None } else { care_told(here, finder, care.as_ref()) };
    view! {
        {events}
        {two_places(here, finder)}
        {which_place(here, &finder.place)}
        {told}
        {rows(here, finder)}
    }
    .into_any()
}

fn rows(here: &Here, finder: &Finder) -> Option<AnyView> {
    let locale = here.locale;
    if matches!(finder.place, Where::Ambiguous(_) | Where::NotFound(_)) {
        return None;
    }
    let page = finder.page;
    let more = (here.view.page.is_none() && page.total > u32::from(MOST)).then(|| {
        let href = part(here, 1);
        view! { <p><a class="ms-onward" href=href>{words::more(locale, &whole(page.total))}</a></p> }
    });
    let pages = here.view.page.and_then(|_| pager(locale, page, |number| part(here, number)));
    let asked = here.view.clone();
    let finder_page =
        here.to_with(&Place::Hospitals, |view| *view = ViewSpec { release: view.release.clone(), page: None, ..asked });
    Some(
        view! { <p class="ms-count" role="status">{said(here, finder)}</p>
        <p class="ms-small">{meant(locale, finder)}</p>
        {list::list(here, finder)}
        {beyond(here, finder)}
        {more}
        {pages}
        <p class="ms-small"><a href=finder_page>{words::with_filters(locale)}</a></p> }
        .into_any(),
    )
}

/// Whom the list leaves out, and how many of them the finder, which knows no trouble, has beside them.
fn meant(locale: Locale, finder: &Finder) -> String {
    match finder.left_out {
        0 => words::meant(locale).to_owned(),
        count => words::left_out(locale, &whole(count)),
    }
}

/// One part of the whole list, which stands in this page: it is of this trouble, which no other page knows.
fn part(here: &Here, number: u16) -> String {
    format!("{}#near", here.again(|view| view.page = Some(number)))
}

fn said(here: &Here, finder: &Finder) -> String {
    let locale = here.locale;
    match (finder.page.total, here.view.care.filter(|_| finder.care == CareFilter::Applied)) {
        (0, _) => words::none(locale).to_owned(),
        _ if here.view.page.is_some() => summary(here, finder),
        (_, Some(care)) => words::some_of_care(
            locale,
            &shown(finder),
            &counted(locale, finder),
            care_name(locale, care),
            &order(locale, finder),
        ),
        (_, None) => words::some(locale, &shown(finder), &counted(locale, finder), &order(locale, finder)),
    }
}

fn shown(finder: &Finder) -> String {
    whole(finder.rows.len())
}

mod words {
    i18n::text! {
        pub(super) fn whoever_is_near {
            ja: "場所を選ぶと、近くの病院を5か所までならべます。しているかは、病院に聞いて確かめてください。",
            en: "Choose a place to see up to five hospitals nearby. Ask them whether they provide it.",
        }
        pub(super) fn where_to { ja: "どこで受けられるか", en: "Where can I go?" }
        pub(super) fn beforehand { ja: "起きる前に：近くで救急車を受け入れている所", en: "In advance: who takes ambulances near you" }
        pub(super) fn the_crew_decides {
            ja: "よしあしの順ではありません。どこへ運ぶかは、救急隊が体の状態を見て決めます。",
            en: "This is not an order of quality. The ambulance crew decides where to go, depending on the patient’s condition.",
        }
        pub(super) fn provided(facilities: &str) {
            ja: "場所を選ぶと、{facilities}を5か所までならべます。",
            en: "Choose a place to see up to five: {facilities}.",
        }
        pub(super) fn any {
            ja: "場所を選ぶと、近くの病院を5か所までならべます。まずはかかりつけ医に相談できます。",
            en: "Choose a place to see up to five hospitals. Ask your family doctor first.",
        }
        pub(super) fn place { ja: "どこで？（市区町村）", en: "Where? (town)" }
        pub(super) fn place_hint { ja: "例：佐渡市", en: "For example Sado" }
        pub(super) fn region { ja: "または都道府県", en: "Or a prefecture" }
        pub(super) fn choose { ja: "選んでください", en: "Please choose" }
        pub(super) fn five { ja: "5か所まで見る", en: "Show up to five" }
        pub(super) fn everyone { ja: "一覧で見る", en: "Show them all" }
        pub(super) fn none { ja: "見つかりませんでした。場所を広げてみてください。", en: "Nothing was found. Try a wider area." }
        pub(super) fn some(shown: &str, total: &str, order: &str) {
            ja: "{total}。ここには{shown}件をならべます（{order}）",
            en: "{total}, {shown} shown, {order}",
        }
        pub(super) fn some_of_care(shown: &str, total: &str, care: &str, order: &str) {
            ja: "{care}：{total}。ここには{shown}件をならべます（{order}）",
            en: "{care}: {total}, {shown} shown, {order}",
        }
        pub(super) fn more(total: &str) { ja: "{total}件すべてを見る", en: "See all {total}" }
        pub(super) fn with_filters {
            ja: "名前や役割、ベッドの数でもしぼりこむ（そちらの一覧には、ほかの分野の専門病院も入ります）",
            en: "Narrow by name, role or beds as well (that list also has hospitals of other fields)",
        }
        pub(super) fn left_out(count: &str) {
            ja: "眼や歯、こころの病気のように、ほかの分野を専門にする病院は、ここに入れていません（{count}件）。",
            en: "Hospitals of other fields, such as eyes, teeth or mental illness, are left out here ({count}).",
        }
        pub(super) fn meant {
            ja: "眼や歯、こころの病気のように、ほかの分野を専門にする病院は、ここに入れていません。",
            en: "Hospitals of other fields, such as eyes, teeth or mental illness, are left out here.",
        }
    }
}
