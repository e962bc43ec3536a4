//! How is a verdict shown: shape and word together, with whom it is compared, never a word alone?

use domain::Verdict;
use leptos::prelude::*;

/// Shape, word and comparator in one sentence; `sentence` already holds the word and the number.
pub fn verdict(verdict: Verdict, sentence: String) -> AnyView {
    let class = match verdict {
        Verdict::FarBetter | Verdict::Better => "ms-verdict ms-verdict-better",
        Verdict::FarWorse | Verdict::Worse => "ms-verdict ms-verdict-worse",
        _ => "ms-verdict",
    };
    view! {
        <p class=class>
            <span class="ms-shape" aria-hidden="true">{shape(verdict)}</span>
            <span>{sentence}</span>
        </p>
    }
    .into_any()
}

/// The mark beside the word, the same as in drawings.
pub fn shape(verdict: Verdict) -> String {
    charts::Verdict::from_code(verdict.as_str()).unwrap_or_default().glyph().to_string()
}
