//! What does a measure correspond to in other countries? In the words of those who defined it there, and in Japanese.

use i18n::{Locale, in_parentheses};
use leptos::prelude::*;
use reports::model::MeasureNote;

/// Nothing where nobody has named anything.
pub fn abroad(locale: Locale, measure: &MeasureNote) -> Option<AnyView> {
    (!measure.means_abroad.is_empty()).then(|| {
        let differs = measure.crude_outcome.then(|| words::crude(locale));
        view! {
            <details class="ms-more">
                <summary>{words::title(locale)}</summary>
                <p>{words::near_to(locale)} {named(locale, measure)}</p>
                <p>{words::means(locale)} {differs}</p>
            </details>
        }
        .into_any()
    })
}

/// The name in the reader's language where it has been translated, with the foreign one beside it.
fn named(locale: Locale, measure: &MeasureNote) -> AnyView {
    let foreign = measure.means_abroad.clone();
    let edited = content::measure(measure.id.as_str()).ok().flatten();
    let own = edited.map(|edited| edited.means_abroad_ja.as_str()).filter(|own| !own.is_empty());
    match own.filter(|_| locale == Locale::Ja) {
        Some(own) => {
            view! { {own.to_owned()} <span lang="en">{in_parentheses(locale, "", &foreign)}</span> }.into_any()
        }
        None => view! { <span lang="en">{foreign}</span> }.into_any(),
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "外国では何にあたるか", en: "Similar measures abroad" }
        pub(super) fn near_to { ja: "近いもの：", en: "Close to: " }
        pub(super) fn means {
            ja: "名前が似ていても、数え方や対象はちがいます。値を外国の値と直接くらべないでください。",
            en: "Similar names do not mean the same counting or the same patients. Please do not compare the figures.",
        }
        pub(super) fn crude {
            ja: "とくに、ここの値は重症度を調整していません。",
            en: " Above all, the figure here is not adjusted for how ill patients were.",
        }
    }
}
