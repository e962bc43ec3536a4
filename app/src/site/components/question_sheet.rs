//! What does a reader take along: what is known, what nobody measures, whom to ask, and lines to write on?

use crate::site::links::{Here, Place};
use crate::site::sheets::{Sheet, Subject};
use crate::site::told::General;
use content::{Contact, Preset};
use domain::measure::Topic;
use domain::{Bilingual, MeasureId};
use i18n::Locale;
use leptos::prelude::*;

/// What nobody measures for this person, and what to do next.
///
/// `loaded` are the measures of the release: what one of them tells is not missing.
pub fn what_is_missing(locale: Locale, preset: &'static Preset, loaded: &[MeasureId]) -> AnyView {
    view! {
        {missing(locale, preset, loaded)}
        <section class="ms-section" aria-labelledby="next">
            <h2 id="next">{words::next(locale)}</h2>
            <ul>{items(locale, &preset.next_steps)}</ul>
            {contacts(locale, &preset.contacts)}
        </section>
    }
    .into_any()
}

/// What nobody measures for this person.
pub fn missing(locale: Locale, preset: &Preset, loaded: &[MeasureId]) -> Option<AnyView> {
    let open = preset.missing.iter().filter(|gap| gap.is_open(loaded));
    let open: Vec<_> = open.map(|gap| view! { <li>{locale.pick(&gap.text.ja, &gap.text.en).clone()}</li> }).collect();
    (!open.is_empty()).then(|| {
        view! {
            <section class="ms-section" aria-labelledby="missing">
                <h2 id="missing">{words::missing(locale)}</h2>
                <p class="ms-small">{words::missing_lead(locale)}</p>
                <ul>{open}</ul>
            </section>
        }
        .into_any()
    })
}

/// Who helps, with a number to touch where theirs is known.
fn contacts(locale: Locale, contacts: &'static [Contact]) -> Option<AnyView> {
    (!contacts.is_empty()).then(|| {
        let rows = contacts.iter().map(|contact| {
            let tel = (!contact.tel.is_empty()).then(|| {
                let href = format!("tel:{}", contact.tel);
                view! { {words::tel(locale)} <a href=href>{contact.tel.clone()}</a> {locale.pick("。", ". ")} }
            });
            let name = locale.pick(&contact.name.ja, &contact.name.en).clone();
            view! {
                <dt><a href=contact.url.clone() rel="external">{name}</a></dt>
                <dd>{tel} {locale.pick(&contact.note.ja, &contact.note.en).clone()}</dd>
            }
        });
        view! { <dl class="ms-facts">{rows.collect_view()}</dl> }.into_any()
    })
}

/// What to ask: the person's own questions, those of the topic, and those for every visit where they fit.
pub fn questions(preset: Option<&Preset>, topic: Option<Topic>, general: General) -> Vec<&Bilingual<String>> {
    let own = preset.map_or(&[][..], |p| p.questions.as_slice());
    let of_topic = topic.map(|topic| content::questions(topic).unwrap_or_default()).unwrap_or_default();
    let general = match general {
        General::Asked => content::general_questions().unwrap_or_default(),
        General::Left => &[],
    };
    own.iter().chain(of_topic).chain(general).collect()
}

/// Lines to write on, below what they are for; `chosen` is what is known already.
pub fn to_write(locale: Locale, chosen: &[String]) -> AnyView {
    let lines = || (0..2).map(|_| view! { <p class="ms-write" aria-hidden="true"></p> }).collect_view();
    let begun = (!chosen.is_empty()).then(|| view! { <p>{i18n::list(locale, chosen)}</p> });
    view! {
        <h3 class="ms-h3">{words::matters(locale)}</h3>
        {begun}
        {lines()}
        <h3 class="ms-h3">{words::chosen(locale)}</h3>
        {lines()}
    }
    .into_any()
}

/// The sheet for the doctor on the page itself, with the way to one that is made for paper.
pub fn question_sheet(here: &Here, preset: Option<&Preset>) -> AnyView {
    let locale = here.locale;
    let general = General::beside(preset.and_then(|preset| preset.care));
    let asked =
        questions(preset, None, general).into_iter().map(|t| view! { <li>{locale.pick(&t.ja, &t.en).clone()}</li> });
    view! {
        <section class="ms-section ms-sheet" aria-labelledby="sheet">
            <h2 id="sheet">{words::sheet(locale)}</h2>
            {on_paper(here)}
            <ol>{asked.collect_view()}</ol>
            <div class="ms-on-paper">{to_write(locale, &[])}</div>
        </section>
    }
    .into_any()
}

/// The way to the sheet that is made for paper, from this very view.
fn on_paper(here: &Here) -> Option<AnyView> {
    let locale = here.locale;
    let asked = Subject::asked(here)?;
    let href = Place::Share(Sheet::Questions).href(locale, &asked);
    Some(view! { <p class="ms-small"><a href=href rel="nofollow">{words::sheet_lead(locale)}</a></p> }.into_any())
}

fn items(locale: Locale, texts: &[Bilingual<String>]) -> Vec<AnyView> {
    texts.iter().map(|t| view! { <li>{locale.pick(&t.ja, &t.en).clone()}</li> }.into_any()).collect()
}

mod words {
    i18n::text! {
        pub(super) fn missing { ja: "あなたに大切でも、公表されていないこと", en: "What matters to you but is not published" }
        pub(super) fn missing_lead {
            ja: "病院ごとに比べられる公開データがありません。病院に直接聞いてかまいません。",
            en: "There are no public figures that compare hospitals on these. You can ask the hospital.",
        }
        pub(super) fn tel { ja: "電話：", en: "Telephone: " }
        pub(super) fn next { ja: "次にできること", en: "What you can do next" }
        pub(super) fn sheet { ja: "医師に聞くことシート", en: "A sheet of questions for the doctor" }
        pub(super) fn sheet_lead {
            ja: "書きこむ所のあるA4の紙で印刷する",
            en: "Print it on A4, with lines to write on",
        }
        pub(super) fn matters { ja: "私が大切にしたいこと", en: "What matters to me" }
        pub(super) fn chosen { ja: "選んだ理由", en: "Why I chose this hospital" }
    }
}
