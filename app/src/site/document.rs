//! What stands around every page: the document, its head and, where the islands were built, the script that wakes them.
//!
//! Nothing here depends on the time, on chance or on the reader: the same page has the same bytes.

use super::drawings::preview_image;
use super::explained::{explains, with_meanings};
use super::feeds::Feed;
use super::furigana::with_readings;
use super::letters::{Correspondence, Forms};
use super::links::{Here, Origin, Place};
use super::style;
use super::tongues::with_tongues;
use domain::Bilingual;
use domain::view_spec::{ReleaseChoice, Ruby};
use hydration_context::SsrSharedContext;
use i18n::Locale;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use std::sync::Arc;

/// The half of the site that runs in the browser, where it has been built.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Front {
    /// Complete pages without any script.
    #[default]
    Absent,
    /// The islands are there, in this version.
    Present {
        /// Changes with the files.
        version: String,
    },
}

/// What a page cannot know from the releases: the browser's half, and where the site is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outside {
    /// The half that runs in the browser.
    pub front: Front,
    /// Where the site is found.
    pub origin: Origin,
    /// What programs can ask.
    pub api: Arc<[ApiDoor]>,
    /// Whether letters can be sent here.
    pub forms: Forms,
    /// What became of the letters, where this server keeps them.
    pub letters: Option<Correspondence>,
}

/// An address that programs ask, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiDoor {
    /// As it is written, `{id}` for an id.
    pub path: String,
    /// What it answers.
    pub summary: Bilingual,
    /// Parameters, and what each is.
    pub parameters: Vec<(String, Bilingual)>,
    /// An address to try, of the demonstration.
    pub example: String,
}

/// What the head of a page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Title of the page, without the name of the site.
    pub title: String,
    /// One sentence for search engines and link previews.
    pub description: String,
}

/// Wakes every island of the page once the browser is idle, and those of a part that comes later and says so. The version of the files stands in the page, not here, so that
/// this text and therefore its hash never change.
pub const STARTER: &str = "globalThis.__RESOLVED_RESOURCES=[];globalThis.__SERIALIZED_ERRORS=[];\
globalThis.__INCOMPLETE_CHUNKS=[];\
const version=document.querySelector('meta[name=front]').content;\
const start=async()=>{\
const front=await import('/pkg/monosashi.js?v='+version);\
await front.default({module_or_path:'/pkg/monosashi_bg.wasm?v='+version});\
front.hydrate_islands();\
const wake=part=>{for(const island of part.querySelectorAll('leptos-island')){front[island.dataset.component]?.(island)}};\
wake(document);\
addEventListener('islands',event=>wake(event.target),true);\
document.documentElement.dataset.islands='awake'};\
'requestIdleCallback'in window?requestIdleCallback(start,{timeout:1500}):start();";

/// The whole document as text.
pub fn document(here: &Here, meta: &Meta, outside: &Outside, body: impl FnOnce() -> AnyView) -> String {
    // Islands that hold a part of the page ask this context which half is theirs.
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| whole(here, meta, outside, body()).to_html());
    owner.unset_with_forced_cleanup();
    with_aids(here, html)
}

/// Explains words, adds readings and says what is Japanese, in the finished text: so no page can forget it, and none has to know.
fn with_aids(here: &Here, html: String) -> String {
    let html = if here.place.as_ref().is_some_and(explains) { with_meanings(here, &html) } else { html };
    let never = here.place.as_ref().is_some_and(|place| !place.takes_readings());
    match (here.locale, here.view.ruby) {
        (Locale::Ja, Ruby::On) if !never => with_readings(&html),
        (Locale::Ja, _) => html,
        (Locale::En, _) => with_tongues(&html),
    }
}

fn whole(here: &Here, meta: &Meta, outside: &Outside, body: AnyView) -> impl IntoView + use<> {
    let here = &here.as_others_know_it();
    let locale = here.locale;
    let site = site_name(locale);
    let title = if meta.title.is_empty() { site.to_owned() } else { format!("{}｜{site}", meta.title) };
    let title = locale.pick(title.clone(), title.replace('｜', " | "));
    let canonical = here.again(|view| (view.release, view.ruby) = (ReleaseChoice::Latest, Ruby::Off));
    let alternates = Locale::ALL.map(|other| {
        let href = outside.origin.absolute(&here.in_language(other));
        view! { <link rel="alternate" hreflang=other.as_str() href=href /> }
    });
    view! {
        <!DOCTYPE html>
        <html lang=locale.as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title.clone()}</title>
                <meta name="description" content=meta.description.clone() />
                {open_graph("og:title", title)}
                {open_graph("og:description", meta.description.clone())}
                {open_graph("og:type", "website".to_owned())}
                {open_graph("og:url", outside.origin.absolute(&here.in_language(locale)))}
                {open_graph("og:site_name", site.to_owned())}
                {open_graph("og:image", outside.origin.absolute(&preview_image(here)))}
                {open_graph("og:image:width", "1200".to_owned())}
                {open_graph("og:image:height", "630".to_owned())}
                {open_graph("og:image:alt", meta.title.clone())}
                <meta name="twitter:card" content="summary_large_image" />
                <meta name="color-scheme" content="light dark" />
                <meta name="format-detection" content="telephone=no" />
                <link rel="icon" href=ICON />
                <link rel="stylesheet" href=style::HREF.as_str() />
                <link rel="canonical" href=outside.origin.absolute(&canonical) />
                {alternates.collect_view()}
                {feeds(here, outside)}
                {oembed(here, outside)}
                {scripts(&outside.front)}
            </head>
            <body>{body}</body>
        </html>
    }
}

/// What a feed reader finds on this page: releases and corrections, and on the page of a prefecture what changed there.
fn feeds(here: &Here, outside: &Outside) -> impl IntoView + use<> {
    let locale = here.locale;
    let region = match &here.place {
        Some(Place::Area(code)) if code.len() == 2 && code.bytes().all(|b| b.is_ascii_digit()) => {
            Some(Feed::Region(format!("JP-{code}")))
        }
        _ => None,
    };
    let feeds = region.into_iter().chain([Feed::Releases, Feed::Corrections]).map(|feed| {
        let href = outside.origin.absolute(&feed.path(locale));
        view! { <link rel="alternate" type="application/atom+xml" title=feed.title(locale) href=href /> }
    });
    feeds.collect_view()
}

/// Where an editor's program finds the frame of the chart that this page shows.
fn oembed(here: &Here, outside: &Outside) -> Option<impl IntoView + use<>> {
    let shows = matches!(here.place, Some(Place::Measure(_))) || here.view.measure.is_some();
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("url", &outside.origin.absolute(&here.in_language(here.locale)));
    let href = outside.origin.absolute(&format!("/oembed?{}", query.finish()));
    shows.then(|| view! { <link rel="alternate" type="application/json+oembed" href=href /> })
}

fn open_graph(property: &'static str, content: String) -> impl IntoView + use<> {
    leptos::html::meta().attr("property", property).content(content)
}

fn scripts(front: &Front) -> Option<impl IntoView + use<>> {
    let Front::Present { version } = front else {
        return None;
    };
    Some(view! {
        <meta name="front" content=version.clone() />
        <link rel="modulepreload" href=format!("/pkg/monosashi.js?v={version}") />
        <script type="module" inner_html=STARTER></script>
    })
}

/// What the site is called.
pub const fn site_name(locale: Locale) -> &'static str {
    match locale {
        Locale::Ja => "ものさし",
        Locale::En => "Monosashi",
    }
}

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
%3Cpath fill='%23fff' d='M0 0h16v16H0z'/%3E%3Cpath stroke='%231a1a1a' d='M.5 0v16M3.5 0v5M6.5 0v5M9.5 0v9M12.5 0v5M15.5 0v16'/%3E%3C/svg%3E";
