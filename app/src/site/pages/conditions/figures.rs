//! Which figures of this release tell something about a trouble, which are lacking, and what may a reader wish for?

use crate::site::links::{Here, Place};
use content::{Condition, Matter};
use domain::MeasureId;
use domain::view_spec::ViewSpec;
use i18n::Locale;
use leptos::prelude::*;
use reports::model::MeasureNote;
use reports::{ReportError, Reports};

/// What the release has.
pub(super) struct Told {
    measures: Vec<MeasureNote>,
    loaded: Vec<MeasureId>,
}

pub(super) async fn load(reports: &Reports, here: &Here, condition: &Condition) -> Result<Told, ReportError> {
    let view = ViewSpec { release: here.view.release.clone(), ..ViewSpec::default() };
    let wanted = |id: &str| {
        id == content::WISHED_STRATA_OF
            || condition.matters.iter().flat_map(|matter| &matter.measures).any(|measure| measure.as_str() == id)
    };
    let list = reports.measures(&view).await?;
    // a figure of another country tells nobody here where to go
    let at_home = list.measures.into_iter().filter(|(.., spread)| spread.comparator.country == list.home);
    let measures: Vec<MeasureNote> = at_home.map(|(note, ..)| note).collect();
    let loaded = measures.iter().map(|note| note.id.clone()).collect();
    Ok(Told { measures: measures.into_iter().filter(|note| wanted(note.id.as_str())).collect(), loaded })
}

impl Told {
    /// Every measure of the release.
    pub(super) fn loaded(&self) -> &[MeasureId] {
        &self.loaded
    }

    fn answers(&self, matter: &Matter) -> Option<&MeasureNote> {
        matter.measures.iter().find_map(|id| self.measures.iter().find(|note| note.id == *id))
    }
}

/// What this release can tell first, each with its link; then in one sentence what it cannot.
pub(super) fn figures(here: &Here, condition: &'static Condition, told: &Told) -> AnyView {
    let locale = here.locale;
    let (there, lacking): (Vec<&Matter>, Vec<&Matter>) =
        condition.matters.iter().partition(|matter| told.answers(matter).is_some());
    let rows: Vec<_> = there.into_iter().filter_map(|matter| Some(row(here, matter, told.answers(matter)?))).collect();
    let rows = (!rows.is_empty()).then(|| view! { <dl class="ms-facts">{rows}</dl> });
    view! {
        <section class="ms-section" aria-labelledby="figures">
            <h2 id="figures">{words::figures(locale)}</h2>
            {rows}
            {wish(here, condition, told)}
            {without(locale, &lacking)}
        </section>
    }
    .into_any()
}

fn row(here: &Here, matter: &Matter, note: &MeasureNote) -> AnyView {
    let locale = here.locale;
    let href = here.to_with(&Place::Measure(note.id.clone()), |view| view.region = here.view.region.clone());
    view! {
        <dt><a href=href>{locale.pick(&note.name.ja, &note.name.en).clone()}</a></dt>
        <dd>{locale.pick(&matter.why.ja, &matter.why.en).clone()}</dd>
    }
    .into_any()
}

/// What matters and this release cannot tell is said, not hidden.
fn without(locale: Locale, lacking: &[&Matter]) -> Option<AnyView> {
    let names: Vec<&str> =
        lacking.iter().map(|matter| locale.pick(&matter.what.ja, &matter.what.en).as_str()).collect();
    let said = words::lacking(locale, &i18n::list(locale, &names));
    (!names.is_empty()).then(|| view! { <p class="ms-lacking">{said}</p> }.into_any())
}

/// More patients of a kind: what a reader may wish for, said as a wish.
fn wish(here: &Here, condition: &'static Condition, told: &Told) -> Option<AnyView> {
    let locale = here.locale;
    let first = condition.strata.first()?;
    let known = told.measures.iter().find(|note| note.id.as_str() == content::WISHED_STRATA_OF);
    let said = match known {
        Some(note) => links(here, condition, note),
        None => {
            let part = content::stratum_name(first).ok().flatten();
            let part = part.map(|part| locale.pick(part.ja, part.en)).unwrap_or_default();
            view! { <p>{words::no_counts(locale, &part)}</p> }.into_any()
        }
    };
    Some(
        view! {
            <h3 id="wish">{words::wish(locale)}</h3>
            <p>{words::wish_lead(locale)}</p>
            {said}
        }
        .into_any(),
    )
}

fn links(here: &Here, condition: &'static Condition, note: &MeasureNote) -> AnyView {
    let locale = here.locale;
    let links = condition.strata.iter().filter_map(|stratum| {
        let name = content::stratum_name(stratum).ok().flatten()?;
        let href = here.to_with(&Place::Measure(note.id.clone()), |view| {
            view.stratum.clone_from(stratum);
            view.region = here.view.region.clone();
        });
        let word = words::patients(locale, &locale.pick(name.ja, name.en));
        Some(view! { <li><a href=href>{word}</a></li> })
    });
    view! { <ul class="ms-ways">{links.collect_view()}</ul> }.into_any()
}

mod words {
    i18n::text! {
        pub(super) fn figures { ja: "数字で分かること", en: "What the figures can tell you" }
        pub(super) fn lacking(names: &str) {
            ja: "次のことを答える数字は、この版の資料にありません：{names}。",
            en: "This release has no figure for: {names}.",
        }
        pub(super) fn wish { ja: "「多く診ている所がよい」と思うなら", en: "If you would prefer a hospital that treats many people" }
        pub(super) fn wish_lead {
            ja: "それはあなたの希望として大切にできます。ただし、多いほど上手という意味ではありません。",
            en: "That is a reasonable wish. But more patients do not prove more skill.",
        }
        pub(super) fn no_counts(part: &str) {
            ja: "「{part}」で退院した人の数は、この版の資料にはありません。病院に直接聞けます。",
            en: "This release has no count of people discharged under “{part}”. You can ask the hospital.",
        }
        pub(super) fn patients(part: &str) { ja: "退院した人の数：{part}", en: "People discharged: {part}" }
    }
}
