//! What may a newsroom write from this release, in sentences that are ready, and what may it not write, and why?

mod measure;
mod region;
mod rules;

pub(in crate::site) use measure::chance_alone;
pub(in crate::site) use measure::page as measure_page;
pub(in crate::site) use region::page as region_page;

use crate::islands::copy_button::CopyButton;
use crate::site::components::by_country::by_country;
use crate::site::components::licences::{named_sources, states_terms};
use crate::site::document::{Meta, site_name};
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::measure::Topic;
use domain::records::Reality;
use domain::regions::{PREFECTURES, region_id};
use domain::view_spec::ViewSpec;
use domain::{Bilingual, MeasureId};
use i18n::{Locale, date_iso, list, whole};
use leptos::prelude::*;
use reports::model::{ChangeCount, MeasureList, MeasureNote, ReleaseNote, SourceNote};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let list = reports.measures(&of_release(&here.view)).await?;
    let changes = reports.tidings_in(&here.view, None).await?.changes;
    let (here, locale) = (here.clone(), here.locale);
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() },
        release: list.release.clone(),
        content: Box::new(move || content(&here, &list, &changes)),
    })
}

/// The release alone, of a question.
fn of_release(view: &ViewSpec) -> ViewSpec {
    ViewSpec { release: view.release.clone(), ..ViewSpec::default() }
}

fn content(here: &Here, list: &MeasureList, changes: &[ChangeCount]) -> AnyView {
    let locale = here.locale;
    let as_of = date_iso(locale, &list.release.as_of.to_string());
    let line = |measure: &MeasureNote| {
        // nearly every measure has new values: only what was mended is news here
        let own = changes.iter().filter(|change| change.measure == measure.id);
        let own: Vec<ChangeCount> = own.map(|change| ChangeCount { new: 0, ..change.clone() }).collect();
        let own = said_of_changes(locale, own.iter());
        let name = locale.pick(&measure.name.ja, &measure.name.en).clone();
        let href = here.to(&Place::PressMeasure(measure.id.clone()));
        view! { <li><a href=href>{name}</a> {own.map(|said| view! { " " <span class="ms-small">{said}</span> })}</li> }
    };
    let listed = list.measures.iter().collect();
    let measures = by_country(listed, &list.home, |(.., spread)| spread.comparator.country.clone());
    let measures = measures.into_iter().map(|country| {
        let head = country.name(locale).map(|name| view! { <h3>{name}</h3> });
        view! { {head} <ul>{country.entries.into_iter().map(|(measure, ..)| line(measure)).collect_view()}</ul> }
    });
    let regions = PREFECTURES.iter().map(|(code, name)| {
        let href = here.to(&Place::PressRegion(region_id("JP", code)));
        view! { <li><a href=href>{locale.pick(name.ja, name.en)}</a></li> }
    });
    let news = said_of_changes(locale, changes.iter()).unwrap_or_else(|| words::first(locale).to_owned());
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        <section class="ms-section" aria-labelledby="news">
            <h2 id="news">{words::news(locale)}</h2>
            <p>{words::release(locale, &list.release.id, &as_of)} " " {news}</p>
        </section>
        {rules::general(here)}
        <section class="ms-section" aria-labelledby="measures">
            <h2 id="measures">{words::by_measure(locale)}</h2>
            {measures.collect_view()}
        </section>
        <section class="ms-section" aria-labelledby="regions">
            <h2 id="regions">{words::by_region(locale)}</h2>
            <ul class="ms-columns-list">{regions.collect_view()}</ul>
        </section>
        {rules::contact(here)}
    }
    .into_any()
}

/// `新しい値が120件、変わった値が3件`; `None` where nothing differs from the release before.
fn said_of_changes<'a>(locale: Locale, changes: impl Iterator<Item = &'a ChangeCount>) -> Option<String> {
    let (mut new, mut changed, mut gone) = (0, 0, 0);
    for count in changes {
        new += count.new;
        changed += count.changed;
        gone += count.gone;
    }
    let said = [
        said_of(new, words::one_new(locale), |count| words::new(locale, count)),
        said_of(changed, words::one_changed(locale), |count| words::changed(locale, count)),
        said_of(gone, words::one_gone(locale), |count| words::gone(locale, count)),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| words::against_before(locale, &list(locale, &said)))
}

/// One of something is said otherwise than many.
fn said_of(count: u32, one: &str, many: impl Fn(&str) -> String) -> Option<String> {
    match count {
        0 => None,
        1 => Some(one.to_owned()),
        _ => Some(many(&whole(count))),
    }
}

/// Name of a prefecture by its id, `JP-15`.
fn prefecture(id: &str) -> Option<(&'static str, Bilingual)> {
    let code = id.strip_prefix("JP-")?;
    PREFECTURES.iter().find(|(known, _)| *known == code).copied()
}

/// Sentences of a topic that are in sight at once.
const FIRST: usize = 3;

/// A sentence, and what it is known by on its page.
struct Ready {
    id: String,
    said: String,
    /// Id of the source it rests on; `None` for all of its page.
    source: Option<String>,
}

impl Ready {
    fn rests_on(&self, source: &SourceNote) -> bool {
        self.source.as_ref().is_none_or(|own| *own == source.id)
    }
}

/// Sentences that can be copied as they stand, by topic where there are several: each says that it is invented where it is,
/// from which source, and which release it is from.
fn ready(
    locale: Locale,
    release: &ReleaseNote,
    sources: &[SourceNote],
    topics: Vec<(Option<Topic>, Vec<Ready>)>,
) -> AnyView {
    let topics: Vec<_> = topics.into_iter().filter(|(_, sentences)| !sentences.is_empty()).collect();
    if topics.is_empty() {
        return ().into_any();
    }
    let topics = topics.into_iter().map(|(topic, sentences)| {
        let head = topic.map(|topic| view! { <h3>{locale.pick(topic.name().ja, topic.name().en)}</h3> });
        let listed = |some: &[Ready]| {
            let items = some.iter().map(|sentence| item(locale, release, sources, sentence));
            view! { <ul class="ms-told">{items.collect_view()}</ul> }
        };
        let shown = if topic.is_some() { FIRST.min(sentences.len()) } else { sentences.len() };
        let (first, more) = sentences.split_at(shown);
        let more = (!more.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{words::more(locale, &whole(more.len()))}</summary>
                    {listed(more)}
                </details>
            }
        });
        view! { {head} {listed(first)} {more} }
    });
    // no button stands beside a sentence whose publisher has not said that it may be printed
    let (heading, lead) = match states_terms(sources) {
        true => (words::ready(locale), words::ready_lead(locale)),
        false => (words::to_read(locale), words::to_read_lead(locale)),
    };
    view! {
        <section class="ms-section" aria-labelledby="ready">
            <h2 id="ready">{heading}</h2>
            <p class="ms-small">{lead}</p>
            {topics.collect_view()}
        </section>
    }
    .into_any()
}

/// What may not be published as it stands can be read, but is not held out to be copied.
fn item(locale: Locale, release: &ReleaseNote, sources: &[SourceNote], sentence: &Ready) -> AnyView {
    let invented = if release.reality == Reality::Fictional { words::invented(locale) } else { "" };
    let own: Vec<SourceNote> = sources.iter().filter(|source| sentence.rests_on(source)).cloned().collect();
    let named = named_sources(locale, &own);
    let site = words::site(locale, site_name(locale), &release.id);
    let ending = if named.is_empty() { site } else { words::sourced(locale, &named, &site) };
    let signed = words::signed(locale, invented, &sentence.said, &ending);
    let said_id = format!("say-{}", sentence.id);
    let label: String = sentence.said.chars().take(24).collect();
    let copy = states_terms(sources).then(|| {
        let label = words::begins(locale, &label);
        view! { <CopyButton locale=locale.as_str().to_owned() of=said_id.clone() label=label /> }
    });
    view! {
        <li class="ms-ready" id=sentence.id.clone()>
            <p id=said_id.clone()>{signed}</p>
            {copy}
        </li>
    }
    .into_any()
}

/// The measure an address names is looked for before anything else is asked.
fn not_found(id: &MeasureId) -> ReportError {
    ReportError::NotFound { kind: "measure", id: id.to_string() }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "報道・研究の方へ", en: "For journalists and researchers" }
        pub(super) fn lead {
            ja: "数字の入った文をそのまま使えます。書いてよいこと、書けないことと、その理由もまとめました。",
            en: "Ready-made sentences with figures, and what you may write, what you may not, and why.",
        }
        pub(super) fn news { ja: "この版で新しいこと", en: "What is new in this release" }
        pub(super) fn first { ja: "変わった値の記録はありません。", en: "No changes to values are on record." }
        pub(super) fn release(id: &str, as_of: &str) { ja: "版 {id}（{as_of}現在）。", en: "Release {id} (as of {as_of})." }
        pub(super) fn by_measure { ja: "指標ごとに", en: "By measure" }
        pub(super) fn by_region { ja: "都道府県ごとに", en: "By prefecture" }
        pub(super) fn one_new { ja: "新しい値が1件", en: "1 new value" }
        pub(super) fn one_changed { ja: "変わった値が1件", en: "1 changed value" }
        pub(super) fn one_gone { ja: "なくなった値が1件", en: "1 value removed" }
        pub(super) fn begins(words: &str) { ja: "「{words}…」", en: "“{words} …”" }
        pub(super) fn new(count: &str) { ja: "新しい値が{count}件", en: "{count} new values" }
        pub(super) fn changed(count: &str) { ja: "変わった値が{count}件", en: "{count} changed values" }
        pub(super) fn gone(count: &str) { ja: "なくなった値が{count}件", en: "{count} values removed" }
        pub(super) fn against_before(what: &str) {
            ja: "前の版とくらべて、{what}あります。",
            en: "Compared with the previous release: {what}.",
        }
        pub(super) fn invented { ja: "【架空のデータ】", en: "[Fictional data] " }
        pub(super) fn site(site: &str, release: &str) { ja: "{site}、版 {release}", en: "{site}, release {release}" }
        pub(super) fn sourced(named: &str, site: &str) { ja: "{named}。{site}", en: "{named}. {site}" }
        pub(super) fn signed(invented: &str, said: &str, ending: &str) {
            ja: "{invented}{said}（{ending}）",
            en: "{invented}{said} ({ending})",
        }
        pub(super) fn ready { ja: "そのまま使える文", en: "Sentences ready to use" }
        pub(super) fn more(count: &str) { ja: "ほかの指標の文（{count}）", en: "Sentences on more measures ({count})" }
        pub(super) fn ready_lead {
            ja: "数字を、時期と、分かるかぎりの幅やくらべる相手といっしょに書いた文です。切り離さずに使ってください。",
            en: "Each sentence gives the number with its period and, where known, its range and comparator. Please keep them together.",
        }
        pub(super) fn to_read { ja: "数字を文にすると", en: "The figures in sentences" }
        pub(super) fn to_read_lead {
            ja: "公表元が利用の条件を示していない数字が入っているので、コピーのボタンはありません。載せる前に、公表元に確かめてください。",
            en: "Some of these figures have no stated terms of use, so nothing is offered for copying. Ask the publisher before you print them.",
        }
    }
}
