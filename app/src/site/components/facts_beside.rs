//! What is each of the compared hospitals, and what does it do? Neutral facts side by side, of hospitals of any role.

use super::{care, caveats, context};
use crate::site::links::Here;
use domain::Disclosed;
use domain::care::Care;
use domain::caveats::Caveat;
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::name_among;
use reports::model::{CareFact, Compared, Comparison};

/// A fact for each hospital, in their order; `None` where no source tells.
struct Row {
    name: String,
    told: Vec<Option<Told>>,
}

struct Told {
    words: String,
    /// What a reader must know of it that was not said of all.
    caveat: Option<&'static Caveat>,
}

impl Told {
    const fn plainly(words: String) -> Self {
        Self { words, caveat: None }
    }
}

/// The facts; nothing for fewer than two hospitals.
pub fn facts_beside(here: &Here, comparison: &Comparison) -> Option<AnyView> {
    let locale = here.locale;
    let counts: Vec<&Disclosed<CareFact>> = comparison.hospitals.iter().flat_map(|h| &h.cares).collect();
    let said = care::common(&counts);
    let rows = rows(locale, comparison, &said);
    (comparison.hospitals.len() > 1 && !rows.is_empty()).then(|| {
        let about = care::about_counts(locale, &counts, &said, &comparison.care_sources, &comparison.release);
        let unknown = rows.iter().any(|row| row.told.iter().any(Option::is_none));
        let unknown = unknown.then(|| view! { <p class="ms-small">{words::not_told_is_no_no(locale)}</p> });
        let rows = rows.iter().map(|row| one(locale, comparison, row)).collect_view();
        view! {
            <section class="ms-section" aria-labelledby="facts">
                <h2 id="facts">{words::title(locale)}</h2>
                <div class="ms-facts-beside">{rows}</div>
                {unknown}
                {about}
            </section>
        }
        .into_any()
    })
}

fn rows(locale: Locale, comparison: &Comparison, said: &[&'static Caveat]) -> Vec<Row> {
    let row = |name: &str, told: &dyn Fn(&Compared) -> Option<Told>| Row {
        name: name.to_owned(),
        told: comparison.hospitals.iter().map(told).collect(),
    };
    let joined = |parts: Vec<String>| (!parts.is_empty()).then(|| Told::plainly(parts.join(locale.pick("、", ", "))));
    let named = |parts: Vec<&str>| joined(standing_alone(parts));
    let mut rows = vec![
        row(words::emergency(locale), &|h| context::emergency(locale, &h.context).map(Told::plainly)),
        row(words::beds(locale), &|h| joined(context::bed_parts(locale, &h.context))),
        row(words::designations(locale), &|h| named(context::designated(locale, &h.context))),
    ];
    rows.extend(Care::ALL.iter().map(|kind| {
        row(care::care_name(locale, *kind), &|h| {
            let fact = h.cares.iter().find(|fact| fact.figure().care == *kind)?;
            Some(Told { words: care::fact_words(locale, fact.figure()), caveat: fact.line(said) })
        })
    }));
    rows.retain(|row| row.told.iter().any(Option::is_some));
    rows
}

/// Words that stand within a sentence elsewhere, as a line of their own.
fn standing_alone(parts: Vec<&str>) -> Vec<String> {
    let mut parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
    if let Some(first) = parts.first_mut() {
        let mut letters = first.chars();
        *first = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    }
    parts
}

impl Row {
    /// What a reader must know of every one of them, where that is the same.
    fn caveat_of_all(&self) -> Option<&'static Caveat> {
        let mut held = self.told.iter().flatten().map(|told| told.caveat);
        let first = held.next()??;
        held.all(|other| other == Some(first)).then_some(first)
    }
}

fn one(locale: Locale, comparison: &Comparison, row: &Row) -> AnyView {
    let of_all = row.caveat_of_all();
    let told = row.told.iter().enumerate().map(|(place, told)| {
        let said = match told {
            Some(told) => {
                let own = told.caveat.filter(|own| Some(*own) != of_all);
                view! { <dd>{told.words.clone()} {caveats::line(locale, own)}</dd> }.into_any()
            }
            None => view! { <dd class="ms-quiet">{words::not_told(locale)}</dd> }.into_any(),
        };
        view! { <dt>{name_among(locale, comparison, place)}</dt> {said} }
    });
    view! { <div><h3>{row.name.clone()}</h3><dl>{told.collect_view()}</dl> {caveats::line(locale, of_all)}</div> }
        .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "どんな病院か、何をしているか", en: "What each one is, and what it does" }
        pub(super) fn emergency { ja: "急な病気やけが", en: "Emergencies" }
        pub(super) fn beds { ja: "ベッドの使い方（報告された分）", en: "What the beds are for, as far as reported" }
        pub(super) fn designations { ja: "国や都道府県の指定など", en: "Designations" }
        pub(super) fn not_told { ja: "この版の資料になし", en: "Not in the data of this release" }
        pub(super) fn not_told_is_no_no {
            ja: "「この版の資料になし」は、「やっていない」という意味ではありません。電話で聞いてください。",
            en: "“Not in the data of this release” does not mean “no”. Telephone and ask.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_its_own_begins_with_a_capital() {
        assert_eq!(standing_alone(vec!["a teaching hospital", "a base"]), ["A teaching hospital", "a base"]);
        assert_eq!(standing_alone(vec!["災害拠点病院"]), ["災害拠点病院"]);
        assert!(standing_alone(Vec::new()).is_empty());
    }
}
