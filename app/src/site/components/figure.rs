//! How does a drawing stand in a page: narrow on a phone, wide on a desk?

use crate::islands::chart_keys::ChartKeys;
use charts::{Figure, responsive};
use leptos::prelude::*;

/// One drawing at the width that fits; the two have different ids.
pub fn figure(narrow: &Figure, wide: &Figure) -> AnyView {
    view! { <figure class="ms-figure" inner_html=responsive(narrow, wide)></figure> }.into_any()
}

/// The same with links on its points: with JavaScript the arrow keys go from one to the next.
pub fn linked(narrow: &Figure, wide: &Figure) -> AnyView {
    let drawn = figure(narrow, wide);
    view! { <ChartKeys>{drawn}</ChartKeys> }.into_any()
}

/// One drawing for every width.
pub fn single(figure: &Figure) -> AnyView {
    view! { <figure class="ms-figure" inner_html=figure.inline_svg()></figure> }.into_any()
}
