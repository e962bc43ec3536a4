//! How does editorial text stand in a page?

use content::{Prose, Section};
use leptos::prelude::*;

/// The lead and every section.
pub fn prose(prose: &Prose) -> AnyView {
    view! {
        <h1>{prose.title.clone()}</h1>
        <div class="ms-prose ms-lead" inner_html=prose.lead.clone()></div>
        {prose.sections.iter().map(section).collect_view()}
    }
    .into_any()
}

/// One section under its heading, with its anchor.
pub fn section(section: &Section) -> AnyView {
    view! {
        <section class="ms-section" aria-labelledby=section.anchor.clone()>
            <h2 id=section.anchor.clone()>{section.title.clone()}</h2>
            <div class="ms-prose" inner_html=section.html.clone()></div>
        </section>
    }
    .into_any()
}
