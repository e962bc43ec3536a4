//! What is told about one hospital: its circumstances first, then its figures, each with everything that belongs to it.

use crate::site::components::hand_on::hand_on;
use crate::site::components::hospital_line::{far_or_across, hospital_line_with, named_in_heading, place_with_country};
use crate::site::components::measure_section::{Around, Drawing, measure_section};
use crate::site::components::succession::succession;
use crate::site::components::topic_help::topic_help;
use crate::site::components::tray::{compared_with, put_in};
use crate::site::components::{caveats, context, event_banner, letter_link, reply, table};
use crate::site::document::{Meta, Outside};
use crate::site::furigana::places_read;
use crate::site::layout::emergency_in;
use crate::site::linked_data::{Speaker, block};
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::measure::Topic;
use domain::peers::PeerGroup;
use domain::records::Reality;
use domain::view_spec::{Ruby, ViewSpec};
use domain::{HospitalId, Verdict};
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::{field_sentence, first_word, hospital_name, misread, place_and_country, place_name, role_words};
use reports::model::{HospitalCard, HospitalReport, IdentifierNote, MeasureSection, Neighbour, NoFigures};
use reports::{ReportError, Reports};

/// Where the ministry answers for addresses and telephone numbers (医療情報ネット).
pub(in crate::site) const REGISTER: &str = "https://www.iryou.teikyouseido.mhlw.go.jp/";

/// At most so many measures stand open on the page (R1).
const FIRST: usize = 5;

pub(in crate::site) async fn page(
    reports: &Reports,
    outside: &Outside,
    here: &Here,
    id: &HospitalId,
) -> Result<Page, ReportError> {
    let view = ViewSpec { hospital: Some(id.clone()), ..here.view.clone() };
    let report = reports.hospital(id, &view).await?;
    let speaker = Speaker { origin: &outside.origin, locale: here.locale, release: &report.release };
    let described = speaker.hospital(&report);
    let here = here.clone();
    Ok(Page {
        meta: meta(here.locale, &report),
        release: report.release.clone(),
        content: Box::new(move || view! { {block(&described)} {content(&here, &report)} }.into_any()),
    })
}

fn meta(locale: Locale, report: &HospitalReport) -> Meta {
    let name = hospital_name(locale, &report.card.hospital.name);
    let place = place_and_country(locale, &report.card.hospital);
    Meta {
        title: i18n::in_parentheses(locale, &name, &place),
        description: context::sentences(locale, report).join(locale.pick("", " ")),
    }
}

fn content(here: &Here, report: &HospitalReport) -> AnyView {
    let locale = here.locale;
    let card = &report.card;
    let name = hospital_name(locale, &card.hospital.name);
    let role = role_words(locale, &card.hospital);
    let below = view! { {place_with_country(here, &card.hospital)} {locale.pick("・", " · ")} {role} };
    let kana = (locale == Locale::Ja && here.view.ruby == Ruby::Off && !card.name_kana.is_empty())
        .then(|| view! { <p class="ms-small ms-quiet">{card.name_kana.clone()}</p> });
    let japanese = (locale == Locale::En && name != card.hospital.name.ja)
        .then(|| view! { <p class="ms-small ms-quiet" lang="ja">{card.hospital.name.ja.clone()}</p> });
    let said = context::sentences(locale, report).join(locale.pick("", " "));
    view! {
        {emergency_in(locale, &card.country)}
        {event_banner::event_banner(locale, &report.events, report.release.as_of)}
        <div class="ms-title">
            {kana}
            <h1>{named_in_heading(here, card)}</h1>
            {japanese}
            <p>{below}</p>
        </div>
        {succession(here, report)}
        <div class="ms-columns">
            <div>
                <p class="ms-lead">{said}</p>
                <p>{context::role(locale, report)} " " {peers(here, report)}</p>
                {field_sentence(locale, card).map(|said| view! { <p>{said}</p> })}
                {to_compare(here, report)}
                {answered(locale, report)}
                {hand_on(here)}
            </div>
            <div class="ms-second">{facts(here, report)}</div>
        </div>
        {figures(here, report)}
        {general_replies(here, report)}
        <div class="ms-edge-quiet" aria-hidden="true"></div>
        <div class="ms-columns">
            <div>{nearby(here, report)}</div>
            <div class="ms-second">{identifiers(locale, &report.identifiers)}</div>
        </div>
    }
    .into_any()
}

/// On to the hospitals it is compared with, those of the same prefecture first of all.
fn peers(here: &Here, report: &HospitalReport) -> Option<AnyView> {
    let locale = here.locale;
    let hospital = &report.card.hospital;
    (hospital.peer_group != PeerGroup::Unclassified).then(|| {
        let href = here.to_with(&Place::Hospitals, |view| {
            view.region = Some(hospital.region.clone());
            view.peer_group = Some(hospital.peer_group);
        });
        let region = locale.pick(&hospital.region_name.ja, &hospital.region_name.en);
        view! { <a href=href>{words::peers(locale, region)}</a> }.into_any()
    })
}

/// The answer in one sentence, the ways down to the topics, and what holds for all of them.
fn answered(locale: Locale, report: &HospitalReport) -> Option<AnyView> {
    (!report.measures.is_empty()).then(|| {
        view! {
            <p class="ms-answer"><strong>{answer(locale, report)}</strong></p>
            {jump(locale, &report.measures)}
            {caveats::said_once(locale, &report.said_once)}
        }
        .into_any()
    })
}

const fn has_figures(report: &HospitalReport) -> bool {
    !matches!(report.no_figures, NoFigures::NotInAnySource) && !report.measures.is_empty()
}

fn figures(here: &Here, report: &HospitalReport) -> AnyView {
    if !has_figures(report) {
        return super::hospital_without_figures::view(here, report);
    }
    let around = Around {
        here,
        release: &report.release,
        sources: &report.sources,
        said_once: &report.said_once,
        drawing: Drawing::Full,
    };
    let (first, rest) = first_and_rest(report);
    let more = more(around, &rest);
    view! {
        {by_topic(around, &first)}
        {more}
    }
    .into_any()
}

/// The topics with how many measures each has, as ways down the page.
fn jump(locale: Locale, measures: &[MeasureSection]) -> AnyView {
    let ways = topics(&measures.iter().collect::<Vec<_>>()).into_iter().filter_map(|topic| {
        let count = measures.iter().filter(|section| section.measure.topic == topic).count();
        let name = topic.name();
        let word = words::topic(locale, locale.pick(name.ja, name.en), count);
        (count > 0).then(|| view! { <li><a href=format!("#{topic}")>{word}</a></li> })
    });
    view! { <nav aria-label=words::topics(locale)><ul class="ms-jump">{ways.collect_view()}</ul></nav> }.into_any()
}

/// Takes one measure of each topic in turn until there are five, so that no topic hides behind another (R1, R2).
fn first_and_rest(report: &HospitalReport) -> (Vec<&MeasureSection>, Vec<&MeasureSection>) {
    let too_small = |section: &&MeasureSection| of_tiny_numbers(&report.card, section);
    let (last, mut ordered): (Vec<&MeasureSection>, Vec<&MeasureSection>) = report.measures.iter().partition(too_small);
    ordered.sort_by_key(|section| misread(&section.measure));
    let mut chosen: Vec<usize> = Vec::new();
    for round in 0..ordered.len() {
        for topic in topics(&ordered) {
            let of_topic = ordered.iter().enumerate().filter(|(_, section)| section.measure.topic == topic);
            chosen.extend(of_topic.map(|(at, _)| at).nth(round));
        }
        if chosen.len() >= FIRST {
            break;
        }
    }
    chosen.truncate(FIRST);
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for (at, section) in ordered.into_iter().enumerate() {
        if chosen.contains(&at) { first.push(section) } else { rest.push(section) }
    }
    rest.extend(last);
    (first, rest)
}

/// A share of beds among few beds is a ratio of tiny numbers; it opens no page.
fn of_tiny_numbers(card: &HospitalCard, section: &MeasureSection) -> bool {
    let wishes = content::wishes().unwrap_or_default().iter();
    let least = wishes.filter(|wish| wish.measures.contains(&section.measure.id)).find_map(|wish| wish.least_beds);
    least.zip(card.beds_total).is_some_and(|(least, beds)| beds < least)
}

/// The topics in the order of the page: one that has nothing but unadjusted outcomes does not open it.
fn topics(measures: &[&MeasureSection]) -> Vec<Topic> {
    let least = |topic: &Topic| {
        let of_topic = measures.iter().filter(|section| section.measure.topic == *topic);
        of_topic.map(|section| misread(&section.measure)).min().unwrap_or(0)
    };
    let mut topics = Topic::ALL.to_vec();
    topics.sort_by_key(least);
    topics
}

fn by_topic(around: Around<'_>, chosen: &[&MeasureSection]) -> AnyView {
    let locale = around.here.locale;
    let topics = topics(chosen).into_iter().filter_map(|topic| {
        let sections: Vec<_> = chosen.iter().filter(|section| section.measure.topic == topic).collect();
        let name = topic.name();
        // Only the open half is a landmark: two of one name would tell a listener nothing.
        let id = match around.drawing {
            Drawing::Full => topic.as_str().to_owned(),
            Drawing::Brief => format!("more-{topic}"),
        };
        let label = (around.drawing == Drawing::Full).then(|| id.clone());
        // Said beside the open half, and not once more below it.
        let help = label.is_some().then(|| view! { <div class="ms-second ms-help">{topic_help(locale, topic)}</div> });
        (!sections.is_empty()).then(|| {
            view! {
                <div class="ms-edge-quiet" aria-hidden="true"></div>
                <section aria-labelledby=label>
                    <h2 id=id>{locale.pick(name.ja, name.en)}</h2>
                    <div class="ms-columns">
                        <div>{sections.into_iter().map(|section| measure_section(around, section)).collect_view()}</div>
                        {help}
                    </div>
                </section>
            }
        })
    });
    topics.collect_view().into_any()
}

fn more(around: Around<'_>, rest: &[&MeasureSection]) -> Option<AnyView> {
    let locale = around.here.locale;
    let around = Around { drawing: Drawing::Brief, ..around };
    (!rest.is_empty()).then(|| {
        view! {
            <div class="ms-edge-quiet" aria-hidden="true"></div>
            <details class="ms-rest">
                <summary>{words::more(locale, rest.len())}</summary>
                {by_topic(around, rest)}
            </details>
        }
        .into_any()
    })
}

/// The answer in one sentence: how many measures of any year, as lists have it too, and how many of the newest values differ
/// from other hospitals.
pub(in crate::site) fn answer(locale: Locale, report: &HospitalReport) -> String {
    if report.no_figures == NoFigures::AllMissing {
        return words::all_missing(locale).to_owned();
    }
    let Counted { published, different, usual, same, unjudged, older } = counted(report);
    let parts = [
        (different, words::different(locale, different)),
        (usual, words::usual(locale, usual)),
        (same, words::same(locale, same)),
        (unjudged, words::unjudged(locale, unjudged)),
        (older, words::older(locale, older)),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| said).collect();
    let parts = match locale {
        Locale::Ja => i18n::list(locale, &parts),
        Locale::En => parts.join(". "),
    };
    words::answer(locale, published, &parts)
}

/// How many measures there are of any year, and how many of the newest values say what.
struct Counted {
    published: usize,
    different: usize,
    usual: usize,
    same: usize,
    unjudged: usize,
    older: usize,
}

fn counted(report: &HospitalReport) -> Counted {
    let told = report.measures.iter().filter(|section| section.newest.figure().outcome.reported().is_some());
    let told: Vec<_> = told.collect();
    // what the sections below say first
    let said: Vec<Verdict> = told.iter().map(|section| first_word(section).0).collect();
    let count = |is: fn(Verdict) -> bool| said.iter().filter(|verdict| is(**verdict)).count();
    let usual = count(|v| v == Verdict::UsualSpread);
    let same = count(|v| v == Verdict::CannotTell);
    let unjudged = count(|v| v == Verdict::NotJudged);
    let published = (report.card.reported_measures as usize).max(told.len());
    let different = said.len() - usual - same - unjudged;
    Counted { published, different, usual, same, unjudged, older: published - told.len() }
}

/// On to the page where other hospitals join this one.
fn to_compare(here: &Here, report: &HospitalReport) -> AnyView {
    let href = compared_with(here, &report.card.hospital.id);
    view! {
        <p class="ms-actions"><a href=href rel="nofollow">{words::compare(here.locale)}</a></p>
        {put_in(here, &report.card.hospital)}
    }
    .into_any()
}

fn general_replies(here: &Here, report: &HospitalReport) -> Option<AnyView> {
    let locale = here.locale;
    reply::general(here, report).map(|told| {
        view! {
            <section class="ms-section">
                <h2>{words::hospital_says(locale)}</h2>
                {told}
            </section>
        }
        .into_any()
    })
}

/// Near ones under one heading, those far away or across the sea under another.
fn nearby(here: &Here, report: &HospitalReport) -> AnyView {
    let locale = here.locale;
    let (near, far): (Vec<&Neighbour>, Vec<&Neighbour>) = report.nearby.iter().partition(|n| n.is_near());
    view! {
        {neighbours(here, "nearby", words::nearby(locale), &near)}
        {neighbours(here, "far-away", words::far_away(locale), &far)}
    }
    .into_any()
}

fn neighbours(here: &Here, id: &'static str, title: &'static str, list: &[&Neighbour]) -> Option<AnyView> {
    (!list.is_empty()).then(|| {
        let rows = list.iter().map(|near| {
            let far = far_or_across(here.locale, near.distance, near.crossing);
            view! { <li>{hospital_line_with(here, &near.card, far, None)}</li> }
        });
        view! {
            <section class="ms-aside" aria-labelledby=id>
                <h2 class="ms-h3" id=id>{title}</h2>
                <ul class="ms-list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn facts(here: &Here, report: &HospitalReport) -> AnyView {
    let locale = here.locale;
    let card = &report.card;
    let printed = address(locale, card).map(|address| view! { <span lang="ja">{address}</span> });
    let in_register = card.country == "JP" && report.release.reality == Reality::Real;
    let address = (printed.is_some() || in_register).then(|| {
        let said = if printed.is_some() { words::telephone(locale) } else { words::register(locale) };
        let register = in_register.then(|| view! { <span><a href=REGISTER rel="external nofollow">{said}</a></span> });
        view! { <dt>{words::address(locale)}</dt> <dd>{printed} <br /> {register}</dd> }
    });
    let area = locale.pick(&card.area.name.ja, &card.area.name.en);
    let area = (!area.is_empty())
        .then(|| view! { <dt>{words::area(locale)}</dt> <dd>{places_read(here, area, &[card.area.read()])}</dd> });
    // a page without figures says it among what is offered
    let closed = context::closing_days(locale, &report.context).filter(|_| has_figures(report));
    let closed = closed.map(|days| view! { <dt>{words::closed(locale)}</dt> <dd>{days}</dd> });
    let page = (card.url.starts_with("http://") || card.url.starts_with("https://")).then(|| {
        view! { <dt>{words::web(locale)}</dt> <dd><a href=card.url.clone() rel="external nofollow">{words::own_page(locale)}</a></dd> }
    });
    view! {
        <section class="ms-aside">
            <h2 class="ms-h3">{words::facts(locale)}</h2>
            <dl class="ms-facts">{address} {area} {closed} {page}</dl>
            <p class="ms-small">{letter_link::report_hospital(here, &card.hospital.id)}</p>
        </section>
    }
    .into_any()
}

/// As it is printed. Without one an English reader needs the place in Japanese at least, to show it to a driver.
fn address(locale: Locale, card: &HospitalCard) -> Option<String> {
    let town = &card.hospital.municipality.name;
    match locale {
        _ if !card.address.is_empty() => Some(card.address.clone()),
        Locale::En if town.en != town.ja => Some(place_name(Locale::Ja, &card.hospital)),
        _ => None,
    }
}

fn identifiers(locale: Locale, identifiers: &[IdentifierNote]) -> Option<AnyView> {
    (!identifiers.is_empty()).then(|| {
        let rows = identifiers.iter().map(|identifier| {
            let sure = format!("{}%", whole((identifier.confidence.clamp(0.0, 1.0) * 100.0).round() as i64));
            vec![
                identifier.scheme.clone(),
                identifier.value.clone(),
                words::matched(locale, identifier.matched).to_owned(),
                sure,
            ]
        });
        let head = [words::scheme(locale), words::number(locale), words::how(locale), words::sure(locale)];
        let rows = charts::Table {
            caption: words::identifiers(locale).to_owned(),
            header: head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        };
        view! {
            <details class="ms-more">
                <summary>{words::identifiers(locale)}</summary>
                <p class="ms-small">{words::identifiers_lead(locale)}</p>
                {table::table(rows)}
            </details>
        }
        .into_any()
    })
}

mod words {
    use domain::records::Match;
    use i18n::Locale;

    pub(super) const fn matched(locale: Locale, matched: Match) -> &'static str {
        match (matched, locale) {
            (Match::Given, Locale::Ja) => "資料がこの病院を示している",
            (Match::Given, Locale::En) => "the source names it",
            (Match::Exact, Locale::Ja) => "市町村と名前が同じ",
            (Match::Exact, Locale::En) => "same name and municipality",
            (Match::Suffix, Locale::Ja) => "市町村が同じで、名前の終わりが同じ病院が1つだけ",
            (Match::Suffix, Locale::En) => "the only one of the municipality whose name ends alike",
            (Match::Manual, Locale::Ja) => "人が確かめた",
            (Match::Manual, Locale::En) => "checked by a person",
        }
    }

    i18n::text! {
        pub(super) fn answer(count: usize, parts: &str) {
            ja: "公表されている指標は{count}種類です。{parts}です。",
            en: "Published measures: {count}. {parts}.",
        }
        pub(super) fn different(count: usize) {
            ja: "ほかの病院とちがうと言えるものが{count}種類",
            en: "Can be told apart from other hospitals: {count}",
        }
        pub(super) fn usual(count: usize) {
            ja: "差はあるが、ふつうのばらつきの範囲内のものが{count}種類",
            en: "Different, but within the usual spread: {count}",
        }
        pub(super) fn same(count: usize) {
            ja: "差があるとは言えないものが{count}種類",
            en: "Cannot be told apart: {count}",
        }
        pub(super) fn unjudged(count: usize) {
            ja: "くらべないものが{count}種類",
            en: "Not compared: {count}",
        }
        pub(super) fn older(count: usize) {
            ja: "いちばん新しい年の値がないものが{count}種類",
            en: "No value for the newest year: {count}",
        }
        pub(super) fn all_missing {
            ja: "この病院の数字は、どれも公表されていません。理由をそれぞれに書きました。悪いという意味ではありません。",
            en: "None of this hospital's figures are published. The reasons are given below. This does not mean anything bad.",
        }
        pub(super) fn peers(region: &str) { ja: "{region}の、同じ役割の病院を見る", en: "Hospitals of the same role in {region}" }
        pub(super) fn topics { ja: "数字のある話題", en: "Topics with figures" }
        pub(super) fn topic(name: &str, count: usize) { ja: "{name}（{count}）", en: "{name} ({count})" }
        pub(super) fn more(count: usize) { ja: "ほかの指標も見る（{count}）", en: "More measures ({count})" }
        pub(super) fn hospital_says { ja: "病院からの説明と取り組み", en: "In the hospital's own words" }
        pub(super) fn compare { ja: "この病院をほかの病院と比べる", en: "Compare this hospital with others" }
        pub(super) fn nearby { ja: "いちばん近い、同じ役割の病院", en: "The nearest hospitals of the same role" }
        pub(super) fn far_away {
            ja: "遠くや海の向こうにある、同じ役割の病院",
            en: "Hospitals of the same role far away or across the sea",
        }
        pub(super) fn facts { ja: "場所と連絡", en: "Where it is" }
        pub(super) fn address { ja: "住所", en: "Address" }
        pub(super) fn telephone {
            ja: "電話番号は、国の「医療情報ネット（ナビイ）」で、名前から調べられます",
            en: "Look up the telephone number by its Japanese name in the ministry’s Medical Information Net (Navii)",
        }
        pub(super) fn register {
            ja: "この資料に住所がありません。国の「医療情報ネット（ナビイ）」で、名前から住所と電話番号を調べられます",
            en: "Not in these data. Look up the address and telephone number by its Japanese name in the ministry’s Medical Information Net (Navii)",
        }
        pub(super) fn area { ja: "医療圏", en: "Medical area" }
        pub(super) fn closed { ja: "外来の休み（急ぐときは休みの日も119）", en: "Outpatients closed on (in an emergency call 119 any day)" }
        pub(super) fn web { ja: "ホームページ", en: "Website" }
        pub(super) fn own_page { ja: "病院のホームページ", en: "The hospital's website" }
        pub(super) fn identifiers { ja: "ほかの資料での番号と、結び付け方", en: "Its ID numbers in other sources, and how they were linked" }
        pub(super) fn identifiers_lead {
            ja: "資料ごとに番号がちがいます。どうやって同じ病院と見なしたか、どのくらい確かかを書いています。",
            en: "Each source uses its own numbers. This is how we matched them to this hospital, and how sure we are.",
        }
        pub(super) fn scheme { ja: "資料", en: "Source" }
        pub(super) fn number { ja: "番号", en: "Number" }
        pub(super) fn how { ja: "結び付け方", en: "How linked" }
        pub(super) fn sure { ja: "確かさ", en: "How sure" }
    }
}
