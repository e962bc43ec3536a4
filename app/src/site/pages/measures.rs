//! What is measured at all? Every measure by topic, with its direction and how much of the spread is real.

use crate::site::components::by_country::{Country, by_country};
use crate::site::document::Meta;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::measure::Topic;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::{national_sentence, period_words};
use reports::model::{MeasureList, MeasureNote, PeriodNote, Spread};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let list = reports.measures(&here.view).await?;
    let here = here.clone();
    let locale = here.locale;
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() },
        release: list.release.clone(),
        content: Box::new(move || content(&here, &list)),
    })
}

fn content(here: &Here, list: &MeasureList) -> AnyView {
    let locale = here.locale;
    let listed: Vec<&Listed> = list.measures.iter().collect();
    let countries = by_country(listed, &list.home, |(.., spread)| spread.comparator.country.clone());
    let ways = (countries.len() > 1).then(|| {
        let ways = countries.iter().filter_map(|country| {
            let name = country.name(locale)?;
            let word = words::of_country(locale, &name, country.entries.len());
            Some(view! { <li><a href=format!("#country-{}", country.code)>{word}</a></li> })
        });
        view! { <ul class="ms-ways">{ways.collect_view()}</ul> }
    });
    let sections = countries.iter().map(|country| match country.name(locale) {
        None => view! { {topics(here, &country.entries)} }.into_any(),
        Some(name) => abroad_or_home(here, country, &name, country.code == list.home),
    });
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {ways}
        {sections.collect_view()}
    }
    .into_any()
}

/// A measure as the list has it.
type Listed = (MeasureNote, PeriodNote, Spread);

/// The measures of the only country of a release, by topic; an empty topic says so.
fn topics(here: &Here, measures: &[&Listed]) -> AnyView {
    let locale = here.locale;
    let topics = Topic::ALL.iter().map(|topic| {
        let name = topic.name();
        view! {
            <section aria-labelledby=topic.as_str()>
                <div class="ms-edge-quiet" aria-hidden="true"></div>
                <h2 id=topic.as_str()>{locale.pick(name.ja, name.en)}</h2>
                {of_topic(here, measures, *topic)}
            </section>
        }
    });
    topics.collect_view().into_any()
}

/// The measures of one of several countries. At home every topic is named, elsewhere those there are.
fn abroad_or_home(here: &Here, country: &Country<&Listed>, name: &str, at_home: bool) -> AnyView {
    let locale = here.locale;
    let id = format!("country-{}", country.code);
    let has = |topic: Topic| country.entries.iter().any(|(measure, ..)| measure.topic == topic);
    let topics = Topic::ALL.iter().filter(|topic| at_home || has(**topic)).map(|topic| {
        let name = topic.name();
        let id = if at_home { topic.to_string() } else { format!("{topic}-{}", country.code) };
        view! {
            <h3 class="ms-topic-of-country" id=id>{locale.pick(name.ja, name.en)}</h3>
            {of_topic(here, &country.entries, *topic)}
        }
    });
    let unlike = (!at_home).then(|| view! { <p class="ms-small">{words::unlike(locale)}</p> });
    view! {
        <section aria-labelledby=id.clone()>
            <div class="ms-edge-quiet" aria-hidden="true"></div>
            <h2 id=id.clone()>{words::in_country(locale, name)}</h2>
            {unlike}
            {topics.collect_view()}
        </section>
    }
    .into_any()
}

fn of_topic(here: &Here, measures: &[&Listed], topic: Topic) -> AnyView {
    let locale = here.locale;
    let entries: Vec<_> = measures.iter().filter(|(measure, ..)| measure.topic == topic).collect();
    if entries.is_empty() {
        return view! { <p>{words::nothing(locale)}</p> }.into_any();
    }
    let entries = entries.into_iter().map(|(measure, period, spread)| entry(here, measure, *period, spread));
    view! { <ul class="ms-list">{entries.collect_view()}</ul> }.into_any()
}

fn entry(here: &Here, measure: &MeasureNote, period: PeriodNote, spread: &Spread) -> impl IntoView + use<> {
    let locale = here.locale;
    let plain = locale.pick(&measure.plain.ja, &measure.plain.en).clone();
    let facts = [
        period_words(locale, period.period),
        words::reported(locale, &whole(period.reported)),
        super::measure::direction_words(locale, measure).to_owned(),
    ];
    view! {
        <li>
            <div class="ms-line">
                <p class="ms-line-name">
                    <a href=here.to(&Place::Measure(measure.id.clone()))>
                        {locale.pick(&measure.name.ja, &measure.name.en).clone()}
                    </a>
                </p>
                <p>{plain}</p>
                {national_sentence(locale, measure, &spread.comparator).map(|said| view! { <p>{said}</p> })}
                <p class="ms-small ms-quiet">{facts.join(separator(locale))}</p>
            </div>
        </li>
    }
}

fn separator(locale: Locale) -> &'static str {
    locale.pick("・", " · ")
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "指標", en: "Measures" }
        pub(super) fn lead {
            ja: "指標は、病院のある一面だけを写す数字です。それぞれに、分かることと分からないことがあります。",
            en: "A measure shows one side of a hospital. Each has things it can tell you and things it cannot.",
        }
        pub(super) fn of_country(name: &str, count: usize) { ja: "{name}（{count}）", en: "{name} ({count})" }
        pub(super) fn in_country(name: &str) { ja: "{name}の指標", en: "Measures: {name}" }
        pub(super) fn unlike {
            ja: "数え方も患者さんもちがうので、国をまたいで数字をくらべることはできません。",
            en: "Counting and patients differ, so figures cannot be compared across countries.",
        }
        pub(super) fn nothing {
            ja: "この点を病院ごとに比べられる公表データは、この版にはありません。",
            en: "This release has no published data that compare hospitals on this.",
        }
        pub(super) fn reported(count: &str) { ja: "値のある病院 {count}院", en: "{count} hospitals with a value" }
    }
}
