//! Why are hospitals not laid side by side, and what can be compared instead?

use crate::site::components::hospital_line::far_or_across;
use crate::site::links::{Here, Place};
use i18n::{Locale, list, whole};
use leptos::prelude::*;
use reports::figures::{alternative_words, has_specialist, hospital_name, name_among, place_name, role_words};
use reports::model::{Alternative, Comparison, Instead};

/// The reasons and the fair questions; nothing where the comparison is fair.
pub fn comparison_guard(here: &Here, comparison: &Comparison) -> Option<AnyView> {
    let locale = here.locale;
    (!comparison.guard.is_fair()).then(|| {
        let alternatives = comparison.guard.alternatives.iter().map(|a| alternative(here, comparison, a));
        view! {
            <section class="ms-guard" aria-labelledby="guard">
                <h2 id="guard">{words::why(locale)}</h2>
                <ul>{kinds(locale, comparison)} {patients(locale, comparison)} {reasons(locale, comparison)}</ul>
                <h3>{words::instead(locale)}</h3>
                <ul class="ms-guard-ways">{alternatives.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// What each of the hospitals is, so that the difference can be seen.
fn kinds(locale: Locale, comparison: &Comparison) -> AnyView {
    let told = comparison.hospitals.iter().enumerate();
    let told = told.filter(|(place, _)| comparison.guard.unfair.iter().any(|(a, b)| a == place || b == place));
    let told = told.map(|(place, compared)| {
        let (name, role) = (name_among(locale, comparison, place), role_words(locale, &compared.card.hospital));
        let role = role.as_str();
        let said = match compared.card.beds_total {
            Some(0) => words::kind_without_stays(locale, &name, role),
            Some(beds) => words::kind(locale, &name, role, &whole(beds)),
            None => words::kind_without_beds(locale, &name, role),
        };
        view! { <li>{said}</li> }
    });
    told.collect_view().into_any()
}

/// Why hospitals with other patients are not held against each other.
fn patients(locale: Locale, comparison: &Comparison) -> Option<AnyView> {
    has_specialist(comparison).then(|| view! { <li><strong>{words::other_patients(locale)}</strong></li> }.into_any())
}

fn reasons(locale: Locale, comparison: &Comparison) -> AnyView {
    // hospitals of one role with different patients: that is said above, and neither role nor size is the reason
    let of = |place: &usize| comparison.hospitals.get(*place).map(|h| h.card.hospital.peer_group);
    let same_role = comparison.guard.unfair.iter().all(|(a, b)| of(a) == of(b));
    let said = |id: &str| id == "PEER_MISMATCH" && same_role && has_specialist(comparison);
    let told = comparison.guard.because.iter().filter(|reason| !said(reason.caveat.id)).map(|reason| {
        let text = locale.pick(reason.caveat.text.ja, reason.caveat.text.en);
        let names: Vec<String> =
            reason.hospitals.iter().map(|place| name_among(locale, comparison, *place)).collect();
        view! { <li><strong>{text}</strong> " " <span class="ms-small ms-quiet">{words::concerns(locale, &list(locale, &names))}</span></li> }
    });
    told.collect_view().into_any()
}

fn alternative(here: &Here, comparison: &Comparison, alternative: &Alternative) -> Option<AnyView> {
    let locale = here.locale;
    let hospital = &comparison.hospitals.get(alternative.hospital)?.card.hospital;
    let said = alternative_words(comparison, alternative);
    let said = locale.pick(said.ja, said.en);
    let (href, far) = match &alternative.instead {
        Instead::Nearest(found) => {
            let ids = found.iter().map(|near| near.card.hospital.id.clone());
            let ids = std::iter::once(hospital.id.clone()).chain(ids).collect();
            let far = found.iter().map(|near| {
                let name = hospital_name(locale, &near.card.hospital.name);
                let place = place_name(locale, &near.card.hospital);
                let far = [Some(place), far_or_across(locale, near.distance, near.crossing)]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>();
                i18n::in_parentheses(locale, &name, &far.join(locale.pick("、", ", ")))
            });
            let far: Vec<String> = far.collect();
            (here.to_with(&Place::Compare, |view| view.hospitals = ids), far.join(locale.pick("、", ", ")))
        }
        Instead::OwnPeers { .. } => (here.to(&Place::Hospital(hospital.id.clone())), String::new()),
    };
    let far = (!far.is_empty()).then(|| view! { <span class="ms-small ms-quiet ms-line-of">{far}</span> });
    Some(view! { <li><a href=href>{said}</a> {far}</li> }.into_any())
}

mod words {
    i18n::text! {
        pub(super) fn why { ja: "並べて比べない理由", en: "Why they are not shown side by side" }
        pub(super) fn other_patients {
            ja: "専門がちがうと、かかっている人の病気がちがいます。すべての病気を合わせた数字の差は、病院の差ではなく、患者の差かもしれません。",
            en: "Hospitals of different fields have different patients. Where figures put all diseases together, a difference may come from the patients and not from the hospitals.",
        }
        pub(super) fn instead { ja: "かわりに、次のように比べられます", en: "What can be compared instead" }
        pub(super) fn kind(name: &str, role: &str, beds: &str) {
            ja: "「{name}」は{role}で、ベッドは{beds}床です。",
            en: "{name}: {role}, {beds} beds.",
        }
        pub(super) fn kind_without_stays(name: &str, role: &str) {
            ja: "「{name}」は{role}で、入院のベッドはありません。",
            en: "{name}: {role}, no beds for stays.",
        }
        pub(super) fn kind_without_beds(name: &str, role: &str) {
            ja: "「{name}」は{role}です。ベッドの数は公表されていません。",
            en: "{name}: {role}; the number of its beds is not published.",
        }
        pub(super) fn concerns(names: &str) { ja: "（{names}）", en: "({names})" }
    }
}
