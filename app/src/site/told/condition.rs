//! What is handed on about a trouble in everyday words?

use super::{General, Head, Told, ask, numbers, of_near, released};
use crate::site::links::Here;
use crate::site::pages::conditions::Near;
use content::{Condition, PresetMode};
use domain::view_spec::ViewSpec;
use i18n::Locale;
use reports::model::ReleaseNote;

/// Hospitals beside the signs of a trouble: one fewer than around a place alone, so that a handout stays one page.
const MOST: usize = 4;

/// When to call whom first, the first of what can be done, then what nobody can tell.
pub(in crate::site) fn of_condition(locale: Locale, condition: &'static Condition, release: &ReleaseNote) -> Told {
    let picked = |text: &domain::Bilingual<String>| locale.pick(&text.ja, &text.en).clone();
    let signs = condition.emergency.iter().map(picked);
    // what can be done first, where somebody has the time to choose
    let choosing = condition.preset.mode == PresetMode::Compare;
    let first_step = condition.steps.first().filter(|_| choosing).map(picked);
    let unknown = condition.not_measured.iter().map(|gap| picked(&gap.text)).next().unwrap_or_default();
    Told {
        heads: vec![Head {
            name: picked(&condition.name),
            reading: String::new(),
            below: words::below(locale).to_owned(),
        }],
        facts: signs.take(super::FACTS).chain(first_step).collect(),
        caveat: unknown,
        phone: numbers(locale, ""),
        ask: condition.ask.clone(),
        general: general(condition),
        aloud: aloud(locale, condition),
        source: released(locale, release),
        ..Told::default()
    }
}

/// The same, and who is near: the first sign, who provides what is needed, and whom to telephone.
pub(in crate::site) fn of_condition_near(here: &Here, condition: &'static Condition, near: &Near) -> Told {
    let locale = here.locale;
    let asking = Here { view: ViewSpec { care: condition.care, ..here.view.clone() }, ..here.clone() };
    let around = of_near(&asking, &near.finder, near.care.as_ref());
    let own = of_condition(locale, condition, &near.finder.release);
    let note = condition.count_note.as_ref().map(|note| locale.pick(&note.ja, &note.en).clone()).unwrap_or_default();
    let place = around.heads.into_iter().map(|head| words::at(locale, &head.name, &head.below));
    let place = place.collect::<Vec<_>>().join(locale.pick("・", " · "));
    Told {
        heads: own.heads.into_iter().map(|head| Head { below: place.clone(), ..head }).collect(),
        facts: own.facts.into_iter().take(1).chain(around.facts).take(super::FACTS).collect(),
        places: around.places.into_iter().take(MOST).collect(),
        caveat: [note, around.caveat]
            .into_iter()
            .filter(|said| !said.is_empty())
            .collect::<Vec<_>>()
            .join(locale.pick("", " ")),
        phone: condition.phone.as_ref().map_or(around.phone, |whom| {
            [locale.pick(&whom.ja, &whom.en).clone(), numbers(locale, "")].join(locale.pick("", " "))
        }),
        sites: around.sites.into_iter().take(MOST).collect(),
        aloud: own.aloud.iter().take(1).chain(&around.aloud).cloned().collect(),
        source: around.source,
        ..Told { ask: own.ask, general: own.general, ..Told::default() }
    }
}

/// Nobody weighs treatments on the way to a birth or in an emergency.
fn general(condition: &Condition) -> General {
    match condition.preset.mode {
        PresetMode::Emergency => General::Left,
        PresetMode::Compare => General::beside(condition.care),
    }
}

/// What one says to somebody else: whom to call when, not what a page is for.
fn aloud(locale: Locale, condition: &Condition) -> Vec<String> {
    let picked = |text: &domain::Bilingual<String>| locale.pick(&text.ja, &text.en).clone();
    let sign = condition.emergency.first().map(picked);
    let call = condition.call.as_ref().map(|call| picked(&call.note));
    let then = match condition.preset.mode {
        PresetMode::Emergency => words::the_crew_decides(locale).to_owned(),
        PresetMode::Compare => ask(locale),
    };
    sign.into_iter().chain(call).chain([then]).collect()
}

mod words {
    i18n::text! {
        pub(super) fn at(place: &str, what: &str) { ja: "{place}：{what}", en: "{place}: {what}" }
        pub(super) fn the_crew_decides {
            ja: "病院は選ばなくてかまいません。どこへ運ぶかは、救急隊が決めます。",
            en: "You need not choose a hospital. The ambulance crew decides where to go.",
        }
        pub(super) fn below { ja: "先に知っておくこと", en: "What to know first" }
    }
}
