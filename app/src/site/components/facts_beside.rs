//! What is each of the compared hospitals, and what does it do? Neutral facts side by side, of hospitals of any role.

use super::{care, caveats, context};
use crate::site::links::Here;
use domain::Disclosed;
use domain::care::Care;
use domain::caveats::Caveat;
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::name_among;
use reports::model::{CareFact, Compared, Comparison, Context};

/// A fact for each hospital, in their order; `None` where no source tells.
struct Row {
    name: String,
    told: Vec<Option<Told>>,
}

struct Told {
    words: String,
    /// Whether the source covers the hospital and has nothing to tell.
    is_blank: bool,
    /// What a reader must know of it that was not said of all.
    caveat: Option<&'static Caveat>,
}

impl Told {
    const fn plainly(words: String) -> Self {
        Self { words, is_blank: false, caveat: None }
    }

    /// A blank of the report on beds, which says no as in the finder; `None` where the report is not about the hospital.
    fn blank(context: &Context, words: &str) -> Option<Self> {
        let covered = context.with_prefix("beds_fn_").next().is_some();
        covered.then(|| Self { is_blank: true, ..Self::plainly(words.to_owned()) })
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

/// What the sources tell of each as such, a sentence for each row; counts of a year, which need their caveats, are left out.
pub fn sentences(locale: Locale, comparison: &Comparison) -> Vec<String> {
    let rows = context_rows(locale, comparison);
    rows.iter().filter(|row| row.tells()).map(|row| row.sentence(locale, comparison)).collect()
}

fn context_rows(locale: Locale, comparison: &Comparison) -> Vec<Row> {
    let row = |name: &str, told: &dyn Fn(&Compared) -> Option<Told>| Row::of(name, comparison, told);
    let joined = |parts: Vec<String>| (!parts.is_empty()).then(|| Told::plainly(parts.join(locale.pick("、", ", "))));
    let named = |parts: Vec<&str>| joined(standing_alone(parts));
    vec![
        row(words::emergency(locale), &|h| {
            let told = context::emergency(locale, &h.context).map(Told::plainly);
            told.or_else(|| Told::blank(&h.context, words::no_emergency(locale)))
        }),
        row(words::beds(locale), &|h| joined(context::bed_parts(locale, &h.context))),
        row(words::designations(locale), &|h| {
            let told = named(context::designated(locale, &h.context));
            told.or_else(|| Told::blank(&h.context, words::no_designation(locale)))
        }),
    ]
}

fn rows(locale: Locale, comparison: &Comparison, said: &[&'static Caveat]) -> Vec<Row> {
    let mut rows = context_rows(locale, comparison);
    rows.extend(Care::ALL.iter().map(|kind| {
        Row::of(care::care_name(locale, *kind), comparison, &|h| {
            let fact = h.cares.iter().find(|fact| fact.figure().care == *kind)?;
            Some(Told { caveat: fact.line(said), ..Told::plainly(care::fact_words(locale, fact.figure())) })
        })
    }));
    rows.retain(Row::tells);
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
    fn of(name: &str, comparison: &Comparison, told: &dyn Fn(&Compared) -> Option<Told>) -> Self {
        Self { name: name.to_owned(), told: comparison.hospitals.iter().map(told).collect() }
    }

    /// Whether there is more in it than blanks.
    fn tells(&self) -> bool {
        self.told.iter().flatten().any(|told| !told.is_blank)
    }

    fn sentence(&self, locale: Locale, comparison: &Comparison) -> String {
        let told = self.told.iter().enumerate().map(|(place, told)| {
            let said = told.as_ref().map_or(words::not_told(locale), |told| told.words.as_str());
            words::one(locale, &name_among(locale, comparison, place), said.trim_end_matches(['。', '.']))
        });
        words::sentence(locale, &self.name, &told.collect::<Vec<_>>().join(locale.pick("、", "; ")))
    }

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
        pub(super) fn one(name: &str, told: &str) { ja: "{name}は「{told}」", en: "{name}: {told}" }
        pub(super) fn sentence(row: &str, told: &str) { ja: "{row}：{told}。", en: "{row}. {told}." }
        pub(super) fn no_emergency { ja: "救急の体制の届け出なし", en: "No emergency service reported" }
        pub(super) fn no_designation {
            ja: "特定機能病院・地域医療支援病院ではありません（ほかの指定は資料にありません）",
            en: "Neither advanced-treatment nor regional support hospital; other designations are not in these data",
         }
        pub(super) fn not_told { ja: "資料にありません", en: "Not in these data" }
        pub(super) fn not_told_is_no_no {
            ja: "「資料にありません」は、「やっていない」という意味ではありません。電話で聞いてください。",
            en: "“Not in these data” does not mean “no”. Telephone and ask.",
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
