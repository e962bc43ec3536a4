//! How does a chart of a page get elsewhere? Links to the page on which it is fitted.

use crate::site::drawings::Drawing;
use crate::site::links::Here;
use domain::view_spec::{Chart, ReleaseChoice, ViewSpec};
use leptos::prelude::*;

/// One link per chart of the question; `view` names the measure, and the hospital where there is one.
pub fn use_charts(here: &Here, charts: &[Chart], view: &ViewSpec) -> AnyView {
    let locale = here.locale;
    let release = match here.pinned() {
        Some(id) => ReleaseChoice::Pinned(id.to_owned()),
        None => ReleaseChoice::Latest,
    };
    let view = ViewSpec { release, ..view.clone() };
    let links = charts.iter().map(|chart| {
        let name = chart.name();
        let href = Drawing { locale, chart: *chart }.builder(&view);
        view! { <li><a href=href>{locale.pick(name.ja, name.en)}</a></li> }
    });
    view! {
        <div class="ms-use">
            <p>{words::use_it(locale)}</p>
            <ul>{links.collect_view()}</ul>
        </div>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn use_it {
            ja: "この図を使う（埋め込み・画像・データ・引用）",
            en: "Use this chart (embed, image, data, citation)",
        }
    }
}
