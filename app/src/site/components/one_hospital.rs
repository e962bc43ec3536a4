//! Only one facility in reach provides the care: what it does, its own years, where it sends people, what to ask. Nothing is
//! compared, and nothing here says how well.

use super::care::{about_counts, areas_name, common, fact, note, reach_name};
use super::hospital_line::{far_from_place, hospital_line_with, name};
use super::named_links::linked;
use super::tray::put_in;
use super::{caveats, context, letter_link, table};
use crate::site::links::{Here, Place};
use crate::site::told::General;
use domain::Disclosed;
use domain::care::Care;
use domain::peers::PeerGroup;
use i18n::{Locale, list, percent, whole};
use leptos::prelude::*;
use reports::figures::{period_words, source_words, value_words};
use reports::model::{
    CareFact, Crossing, Distance, HospitalCard, LargerHospital, OneHospital, Outcome, OwnYears, Provider, SpotKind,
    ValueRow,
};

/// The whole answer: the sole provider, whom to call and what to ask, then its figure, and the nearest elsewhere.
pub fn one_hospital(here: &Here, one: &OneHospital) -> AnyView {
    let locale = here.locale;
    let may: Vec<Row<'_>> = one.may.iter().map(Row::of).collect();
    let elsewhere = one.outside.iter().filter(|p| p.crossing == Crossing::SameLand);
    let elsewhere: Vec<Row<'_>> = elsewhere.map(Row::of).collect();
    view! {
        <section class="ms-one" aria-labelledby="one-hospital">
            <h2 id="one-hospital">{finding(locale, one)}</h2>
            {note(locale, one.care)}
            {who(here, one)}
            {phone(here, one)}
            {questions(locale, one)}
            {sends(here, one)}
            {years(here, one)}
            <p class="ms-small">{counted_where(locale, one)} {words::no_comparison(locale)}</p>
        </section>
        {rows(here, one, &may, words::may(locale), words::may_why(locale))}
        {rows(here, one, &elsewhere, words::elsewhere(locale), words::elsewhere_why(locale))}
        {rows(here, one, &across(one), words::across(locale), words::across_why(locale))}
    }
    .into_any()
}

/// One hospital of a list.
struct Row<'a> {
    card: &'a HospitalCard,
    distance: Distance,
    crossing: Crossing,
    fact: Option<&'a Disclosed<CareFact>>,
}

impl<'a> Row<'a> {
    fn of(provider: &'a Provider) -> Self {
        let Provider { card, fact, distance, crossing } = provider;
        Self { card, distance: *distance, crossing: *crossing, fact: Some(fact) }
    }
}

/// Everybody across the sea, once: who provides this care, then the larger hospitals that are not among them.
fn across(one: &OneHospital) -> Vec<Row<'_>> {
    let providers = one.outside.iter().filter(|p| p.crossing == Crossing::AcrossTheSea);
    let mut rows: Vec<Row<'_>> = providers.map(Row::of).collect();
    for larger in one.larger.iter().filter(|l| l.crossing == Crossing::AcrossTheSea) {
        if !rows.iter().any(|row| row.card.hospital.id == larger.card.hospital.id) {
            rows.push(Row {
                card: &larger.card,
                distance: larger.distance,
                crossing: larger.crossing,
                fact: larger.fact.as_ref(),
            });
        }
    }
    rows.sort_by_key(|row| {
        let (card, h) = (row.card, &row.card.hospital);
        (h.peer_group == PeerGroup::Island, h.peer_group, &h.region, &card.municipality_code, &h.id)
    });
    rows
}

/// 「佐渡島でお産ができる施設は、公表されている資料では1か所です」.
pub fn finding(locale: Locale, one: &OneHospital) -> String {
    let place = reach_name(locale, &one.place, &one.reach);
    let kind = content::care(one.care).map(|text| locale.pick(text.facility.ja.as_str(), text.facility.en.as_str()));
    words::finding(locale, &place, kind.unwrap_or_default())
}

fn counted_where(locale: Locale, one: &OneHospital) -> String {
    let areas = areas_name(locale, &one.reach);
    let whole_island = one.place.kind == SpotKind::Point && one.reach.islands.len() == 1;
    let said = match one.reach.radius_km {
        Some(_) if whole_island => words::counted_on(locale, &reach_name(locale, &one.place, &one.reach)),
        Some(km) => words::counted_around(locale, &areas, km),
        None => words::counted_in(locale, &areas),
    };
    let sea = if one.place.is_island() { words::without_the_sea(locale) } else { "" };
    format!("{said}{sea}")
}

/// Who it is: name, place, role, size, services, closing days.
fn who(here: &Here, one: &OneHospital) -> AnyView {
    let locale = here.locale;
    let card = &one.provider.card;
    let far = far_from_place(locale, card, one.provider.distance, one.provider.crossing);
    let services = context::services(locale, &one.context);
    let services = (!services.is_empty()).then(|| {
        view! { <dt>{words::services(locale)}</dt> <dd>{list(locale, &services)}</dd> }
    });
    let closed = context::closing_days(locale, &one.context);
    let closed = closed.map(|days| view! { <dt>{words::closed(locale)}</dt> <dd>{days}</dd> });
    let page = (card.url.starts_with("http://") || card.url.starts_with("https://")).then(|| {
        view! {
            <dt>{words::web(locale)}</dt>
            <dd><a href=card.url.clone() rel="external nofollow">{words::own_page(locale)}</a></dd>
        }
    });
    view! {
        {hospital_line_with(here, card, far, Some(fact(locale, &one.provider.fact, &[])))}
        <p>{context::sentences_of(locale, card, &one.context, &[]).join(locale.pick("", " "))}</p>
        <dl class="ms-facts">{services} {closed} {page}</dl>
    }
    .into_any()
}

/// The figures of this need; where none is printed, what else says how large its work is.
fn wanted(one: &OneHospital) -> Vec<&OwnYears> {
    let counts = content::care(one.care).map(|text| text.counts.as_slice()).unwrap_or_default();
    let of_the_need: Vec<&OwnYears> = one.years.iter().filter(|own| counts.contains(&own.measure.id)).collect();
    if of_the_need.is_empty() { one.years.iter().take(1).collect() } else { of_the_need }
}

fn years(here: &Here, one: &OneHospital) -> Option<AnyView> {
    let locale = here.locale;
    let wanted = wanted(one);
    (!wanted.is_empty()).then(|| {
        let told = wanted.into_iter().map(|own| own_years(here, one, own)).collect_view();
        view! {
            <h3>{words::years(locale)}</h3>
            <p class="ms-small">{words::years_why(locale)}</p>
            {told}
        }
        .into_any()
    })
}

/// The newest year in a line, the years before it one tap away.
fn own_years(here: &Here, one: &OneHospital, own: &OwnYears) -> Option<AnyView> {
    let locale = here.locale;
    let name = locale.pick(&own.measure.name.ja, &own.measure.name.en);
    let (newest, older) = own.years.split_last()?;
    let row = newest.figure();
    let printed = own.years.iter().filter(|year| year.figure().outcome.reported().is_some()).count();
    let only = (printed == 1).then(|| view! { <p class="ms-small">{words::only_year(locale)}</p> });
    let source = source_words(locale, row.period, &row.source.id, &one.sources, &one.release);
    Some(
        view! {
            <div class="ms-own-years">
                <p>
                    {name.clone()} <br />
                    <strong class="ms-own-newest">{cell(locale, own, row)}</strong> " " {period_words(locale, row.period)}
                </p>
                {caveats::line(locale, newest.line(&[]))}
                {only}
                {before(locale, own, older)}
                {caveats::all(locale, newest.caveats())}
                <p class="ms-source">{source}</p>
                <p class="ms-small">{letter_link::report_in_table(here, row, name)}</p>
            </div>
        }
        .into_any(),
    )
}

/// The years before the newest one, folded.
fn before(locale: Locale, own: &OwnYears, older: &[Disclosed<ValueRow>]) -> Option<AnyView> {
    (!older.is_empty()).then(|| {
        let newest_first = older.iter().rev().map(Disclosed::figure);
        let rows = charts::Table {
            caption: locale.pick(&own.measure.name.ja, &own.measure.name.en).clone(),
            header: vec![words::year(locale).to_owned(), words::value(locale).to_owned()],
            rows: newest_first.map(|row| vec![period_words(locale, row.period), cell(locale, own, row)]).collect(),
        };
        view! {
            <details class="ms-more">
                <summary>{words::before(locale, &whole(older.len()))}</summary>
                {table::table(rows)}
            </details>
        }
        .into_any()
    })
}

fn cell(locale: Locale, own: &OwnYears, row: &ValueRow) -> String {
    match &row.outcome {
        Outcome::Reported(reported) => value_words(locale, &own.measure, reported),
        Outcome::Missing { status, .. } => {
            let reason = status.reason();
            locale.pick(reason.ja, reason.en).to_owned()
        }
    }
}

/// Where people are treated who are not treated here.
fn sends(here: &Here, one: &OneHospital) -> AnyView {
    let locale = here.locale;
    let flow = one.outflow.iter().find_map(|flow| {
        let flow = flow.figure();
        let share = percent(flow.share.number()?, 0);
        let area = locale.pick(flow.area.name.ja.as_str(), flow.area.name.en.as_str());
        Some(words::outflow(locale, &period_words(locale, flow.period), area, &share))
    });
    // stays of all illnesses say nothing of births
    let flow = (one.care != Care::Deliveries).then(|| flow.unwrap_or_else(|| words::no_flows(locale).to_owned()));
    let near: Vec<&LargerHospital> = one.larger.iter().filter(|l| l.crossing == Crossing::SameLand).collect();
    let beyond = near.len() < one.larger.len();
    let larger = (!near.is_empty()).then(|| {
        let larger = near.into_iter().map(|larger| view! { <li>{larger_line(here, larger)}</li> }).collect_view();
        view! {
            <p>{words::larger(locale)}</p>
            <ul class="ms-list">{larger}</ul>
        }
    });
    let beyond = beyond.then(|| view! { <p>{words::larger_across(locale)}</p> });
    view! {
        <h3>{words::sends(locale)}</h3>
        <p>{flow} " " {words::it_decides(locale)}</p>
        {larger}
        {beyond}
    }
    .into_any()
}

fn larger_line(here: &Here, larger: &LargerHospital) -> AnyView {
    let far = far_from_place(here.locale, &larger.card, larger.distance, larger.crossing);
    hospital_line_with(here, &larger.card, far, None)
}

fn phone(here: &Here, one: &OneHospital) -> AnyView {
    let locale = here.locale;
    let of_trouble = match &here.place {
        Some(Place::Condition(id)) => content::condition(id).ok().flatten().and_then(|trouble| trouble.phone.as_ref()),
        _ => None,
    };
    let whom = of_trouble.map_or_else(|| content::care(one.care).map(|text| &text.phone), Ok);
    let whom = whom.map(|text| locale.pick(text.ja.as_str(), text.en.as_str()));
    let number = words::number(locale, &name(locale, &one.provider.card.hospital.name));
    view! {
        <h3>{words::phone(locale)}</h3>
        <p>{whom.unwrap_or_default()} " " {linked(locale, &number)}</p>
    }
    .into_any()
}

fn questions(locale: Locale, one: &OneHospital) -> AnyView {
    let general = match General::beside(Some(one.care)) {
        General::Asked => content::general_questions().unwrap_or_default(),
        General::Left => &[],
    };
    let general = general.iter().take(1);
    let asked = one.questions.iter().chain(general);
    let asked = asked.map(|question| view! { <li>{locale.pick(&question.ja, &question.en).clone()}</li> });
    view! {
        <h3>{words::ask(locale)}</h3>
        <ul>{asked.collect_view()}</ul>
    }
    .into_any()
}

/// A list under its own heading, with where its counts come from; nothing where there is nobody.
fn rows(here: &Here, one: &OneHospital, list: &[Row<'_>], title: &'static str, why: &'static str) -> Option<AnyView> {
    let locale = here.locale;
    (!list.is_empty()).then(|| {
        let facts: Vec<&Disclosed<CareFact>> = list.iter().filter_map(|row| row.fact).collect();
        let said = common(&facts);
        let rows = list.iter().map(|row| {
            let far = far_from_place(locale, row.card, row.distance, row.crossing);
            let beside = row.fact.map(|shown| fact(locale, shown, &said));
            let line = hospital_line_with(here, row.card, far, beside);
            view! { <li>{line} {put_in(here, &row.card.hospital)}</li> }
        });
        view! {
            <section class="ms-section">
                <h2>{title}</h2>
                <p class="ms-small">{why}</p>
                <ul class="ms-list">{rows.collect_view()}</ul>
                {about_counts(locale, &facts, &said, &one.sources, &one.release)}
            </section>
        }
        .into_any()
    })
}

mod words {
    i18n::text! {
        pub(super) fn finding(place: &str, kind: &str) {
            ja: "{place}で{kind}は、公表されている資料では1か所です",
            en: "{place}: one {kind}, as far as published data show",
        }
        pub(super) fn counted_in(areas: &str) {
            ja: "{areas}の中で数えました。医療圏は、ふつうの入院がまとまって受けられるように決められた地域です。",
            en: "Counted within: {areas}. A medical area is a region planned to provide general hospital care. ",
        }
        pub(super) fn counted_on(island: &str) { ja: "{island}の全体で数えました。", en: "Counted on the whole of {island}. " }
        pub(super) fn counted_around(areas: &str, km: u16) {
            ja: "まわり{km}kmと{areas}の中で数えました。",
            en: "Counted within {km} km and within: {areas}. ",
        }
        pub(super) fn without_the_sea { ja: "海を渡る施設は数えていません。", en: "Places across the sea are not counted. " }
        pub(super) fn no_comparison {
            ja: "分かっているところが1つなので、何とも比べません。順位もありません。",
            en: "Only one is known, so nothing is compared or ranked here.",
        }
        pub(super) fn services { ja: "受けられるもの", en: "Services" }
        pub(super) fn closed { ja: "外来の休み（急ぐときは休みの日も119）", en: "Outpatients closed (in an emergency call 119 any day)" }
        pub(super) fn web { ja: "ホームページ", en: "Website" }
        pub(super) fn own_page { ja: "この施設のページを開く", en: "Open its website" }
        pub(super) fn larger_across {
            ja: "海を渡る大きな病院は、下の「海を渡る病院」にあります。",
            en: "Larger hospitals across the sea are in the list “Across the sea” below.",
        }
        pub(super) fn before(years: &str) { ja: "それより前の年の数（{years}年分）", en: "Earlier years ({years})" }
        pub(super) fn years { ja: "この施設が公表している数", en: "The figure that it publishes" }
        pub(super) fn years_why {
            ja: "件数は、どれくらい行っているかの数です。よしあしではありません。",
            en: "These are counts of work done. They do not say how well it was done.",
        }
        pub(super) fn year { ja: "年度", en: "Year" }
        pub(super) fn value { ja: "数", en: "Number" }
        pub(super) fn only_year {
            ja: "この版の資料にあるのは1年分だけです。増えたか減ったかは分かりません。",
            en: "The data of this release have one year only, so they cannot tell whether the number is going up or down.",
        }
        pub(super) fn sends { ja: "ここでできないとき", en: "What is not available here" }
        pub(super) fn outflow(period: &str, area: &str, share: &str) {
            ja: "{period}の推計です。すべての病気やけがを合わせた、{area}医療圏の人の入院の{share}が、ほかの医療圏の病院でした。",
            en: "By an estimate for {period}, {share} of the hospital stays for all illnesses together of people who live in this medical area ({area}) were elsewhere.",
        }
        pub(super) fn no_flows {
            ja: "この地域の人がどこの病院に入院しているかを示す資料は、この版にはありません。",
            en: "No source in this release says in which hospitals people from here are treated.",
        }
        pub(super) fn it_decides {
            ja: "どこへ、どうやって移るかは、この施設と相談して決まります。前もって聞けます。",
            en: "This facility arranges where people go from here, and how. You can ask in advance.",
        }
        pub(super) fn larger {
            ja: "より多くの専門科や救急を担う病院のうち、近いところです。",
            en: "The nearest hospitals with more departments and emergency care:",
        }
        pub(super) fn phone { ja: "だれに電話するか", en: "Who to telephone" }
        pub(super) fn number(name: &str) {
            ja: "電話番号は、このサイトの資料にありません。{name}のホームページか、国の「医療情報ネット（ナビイ）」で分かります。",
            en: "The sources of this site give no telephone numbers. See the website of {name}, or the national register Navii.",
        }
        pub(super) fn ask { ja: "聞いてみること", en: "What to ask" }
        pub(super) fn may { ja: "電話で確かめるところ", en: "Telephone and ask" }
        pub(super) fn may_why {
            ja: "数が伏せられている、届け出がない、ほかの資料と食いちがう、のどれかです。資料だけでは分かりません。",
            en: "Their numbers are withheld, were not reported or contradict other data, so the data cannot tell.",
        }
        pub(super) fn elsewhere { ja: "ほかの地域で近いところ", en: "Nearest places elsewhere" }
        pub(super) fn elsewhere_why {
            ja: "比べるためではなく、行く先を考えるための一覧です。",
            en: "A list of places people might go to, not a comparison.",
        }
        pub(super) fn across { ja: "海を渡る病院", en: "Across the sea" }
        pub(super) fn across_why {
            ja: "船や飛行機で行く病院です。役割ごとに市区町村の順で、近い順ではありません。距離は、陸の病院と比べないでください。",
            en: "People go there by boat or air. Listed by role and municipality, not by distance. Please do not compare these distances with those on land.",
        }
    }
}
