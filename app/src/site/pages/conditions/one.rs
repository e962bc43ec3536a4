//! What helps somebody with one trouble: whom to call, what nobody knows, who is near, what figures tell, what to do this week?

use super::{figures, near};
use crate::site::components::conditions::name;
use crate::site::components::hand_on::hand_on;
use crate::site::components::named_links::linked;
use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::{Condition, Onward, PresetMode};
use domain::Bilingual;
use i18n::Locale;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here, id: &str) -> Result<Page, ReportError> {
    let found = content::condition(id).map_err(|error| ReportError::Store(error.to_string()))?;
    let condition = found.ok_or_else(|| ReportError::NotFound { kind: "page", id: id.to_owned() })?;
    let near = near::load(reports, here, condition).await?;
    let told = figures::load(reports, here, condition).await?;
    let here = here.clone();
    Ok(Page {
        meta: Meta {
            title: name(here.locale, condition),
            description: here.locale.pick(&condition.lead.ja, &condition.lead.en).clone(),
        },
        release: near.finder.release.clone(),
        content: Box::new(move || content(&here, condition, &near, &told)),
    })
}

fn content(here: &Here, condition: &'static Condition, near: &near::Near, told: &figures::Told) -> AnyView {
    let locale = here.locale;
    let steps = condition.steps.iter().map(|step| linked(locale, locale.pick(&step.ja, &step.en)));
    let steps: Vec<_> = steps.map(|step| view! { <li>{step}</li> }).collect();
    view! {
        {emergency(locale)}
        <p class="ms-crumb"><a href=here.to(&Place::Conditions)>{words::all(locale)}</a></p>
        <h1>{name(locale, condition)}</h1>
        <p class="ms-lead">{locale.pick(&condition.lead.ja, &condition.lead.en).clone()}</p>
        {call(locale, condition)}
        <section class="ms-signs" aria-labelledby="signs">
            <h2 id="signs">{words::signs(locale)}</h2>
            <ul>{items(locale, &condition.emergency)}</ul>
        </section>
        {not_measured(here, condition, told)}
        {near::near(here, condition, near)}
        {figures::figures(here, condition, told)}
        {own_criteria(here, condition)}
        <section class="ms-section" aria-labelledby="next">
            <h2 id="next">{next(locale, condition)}</h2>
            <ul>{steps}</ul>
            {then(here, condition)}
        </section>
        <section class="ms-section ms-sheet" aria-labelledby="ask">
            <h2 id="ask">{words::ask(locale)}</h2>
            <p class="ms-small">{words::ask_lead(locale)}</p>
            <ol>{items(locale, &condition.ask)}</ol>
        </section>
        {hand_on(here)}
    }
    .into_any()
}

/// The number that answers whoever is unsure: the first thing to do where it is not a matter of life.
fn call(locale: Locale, condition: &'static Condition) -> Option<AnyView> {
    condition.call.as_ref().map(|call| {
        let href = format!("tel:{}", call.number.replace('#', "%23"));
        view! {
            <p class="ms-call"><a href=href>{locale.pick(&call.say.ja, &call.say.en).clone()}</a></p>
            <p class="ms-small">{locale.pick(&call.note.ja, &call.note.en).clone()}</p>
        }
        .into_any()
    })
}

/// What no source tells, without what a measure of this release tells all the same.
fn not_measured(here: &Here, condition: &'static Condition, told: &figures::Told) -> Option<AnyView> {
    let locale = here.locale;
    let open = condition.not_measured.iter().filter(|gap| gap.is_open(told.loaded()));
    let open: Vec<_> = open.map(|gap| view! { <li>{locale.pick(&gap.text.ja, &gap.text.en).clone()}</li> }).collect();
    (!open.is_empty()).then(|| {
        view! {
            <section class="ms-section" aria-labelledby="not-measured">
                <h2 id="not-measured">{words::not_measured(locale)}</h2>
                <ul>{open}</ul>
                <p><a href=here.to(&Place::Missing)>{words::register(locale)}</a></p>
            </section>
        }
        .into_any()
    })
}

/// What the reader wants beyond figures; in an emergency nobody weighs anything.
fn own_criteria(here: &Here, condition: &'static Condition) -> Option<AnyView> {
    let locale = here.locale;
    (condition.preset.mode == PresetMode::Compare).then(|| {
        let href = here.to_same_place(&Place::Priorities, |view| view.preset = Some(condition.preset.id.clone()));
        let who = locale.pick(&condition.preset.name.ja, &condition.preset.name.en);
        view! {
            <section class="ms-section" aria-labelledby="own">
                <h2 id="own">{words::own(locale)}</h2>
                <p>{words::own_lead(locale)}</p>
                <p><a href=href>{words::own_link(locale, who)}</a></p>
            </section>
        }
        .into_any()
    })
}

/// On to who provides at the same place what is needed afterwards.
fn then(here: &Here, condition: &'static Condition) -> Vec<AnyView> {
    let way = |then: &Onward| {
        let href = here.to_same_place(&Place::Hospitals, |view| view.care = Some(then.care));
        let say = here.locale.pick(&then.say.ja, &then.say.en).clone();
        view! { <p><a class="ms-onward" href=href>{say}</a></p> }.into_any()
    };
    condition.then.iter().map(way).collect()
}

fn next(locale: Locale, condition: &Condition) -> &'static str {
    match condition.preset.mode {
        PresetMode::Compare => words::next(locale),
        PresetMode::Emergency => words::before_and_after(locale),
    }
}

fn items(locale: Locale, texts: &[Bilingual<String>]) -> Vec<AnyView> {
    texts.iter().map(|text| view! { <li>{locale.pick(&text.ja, &text.en).clone()}</li> }.into_any()).collect()
}

mod words {
    i18n::text! {
        pub(super) fn all { ja: "病気やけがからさがす", en: "Start from an illness or injury" }
        pub(super) fn signs { ja: "先に、急ぐサイン", en: "First, the signs that cannot wait" }
        pub(super) fn not_measured { ja: "公開の資料では分からないこと", en: "What no public source can tell you" }
        pub(super) fn register { ja: "公表されていないことの一覧", en: "Everything that is not published, and who holds it" }
        pub(super) fn own { ja: "あなたが大切にしたいこと", en: "What matters to you" }
        pub(super) fn own_lead {
            ja: "同じ病気でも、何を大切にするかは人によってちがいます。",
            en: "With the same illness, different things matter to different people.",
        }
        pub(super) fn own_link(who: &str) { ja: "「{who}」のものさしを使う", en: "Start from the suggestions for: {who}" }
        pub(super) fn next { ja: "これから7日でできること", en: "What you can do in the next seven days" }
        pub(super) fn before_and_after { ja: "起きる前と、落ち着いたあとにできること", en: "What you can do in advance, and afterwards" }
        pub(super) fn ask { ja: "医師に聞くこと", en: "Questions for the doctor" }
        pub(super) fn ask_lead {
            ja: "全部を聞かなくてかまいません。印刷して持って行けます。",
            en: "You do not have to ask them all. You can print this page and take it with you.",
        }
    }
}
