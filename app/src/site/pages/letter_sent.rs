//! What is said when a letter has arrived, and where can its sender go on?

use crate::site::document::Meta;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::letters::Form;
use i18n::Locale;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here, form: Form) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let here = here.clone();
    let locale = here.locale;
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: then(locale, form).to_owned() },
        release,
        content: Box::new(move || content(&here, form)),
    })
}

fn content(here: &Here, form: Form) -> AnyView {
    let locale = here.locale;
    let back = here.view.hospital.clone().map(|hospital| {
        let anchor = here.view.measure.as_ref().map(|measure| format!("#{measure}")).unwrap_or_default();
        let href = format!("{}{anchor}", here.to(&Place::Hospital(hospital)));
        view! { <li><a href=href>{words::back(locale)}</a></li> }
    });
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{then(locale, form)}</p>
        <p>{words::when(locale)}</p>
        <ul class="ms-ways">
            {back}
            <li><a href=here.to(&Place::Corrections)>{words::corrections(locale)}</a></li>
            <li><a href=here.to(&Place::Hospitals)>{words::find(locale)}</a></li>
        </ul>
    }
    .into_any()
}

fn then(locale: Locale, form: Form) -> &'static str {
    match form {
        Form::Report => words::report(locale),
        Form::Reply => words::reply(locale),
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "届きました。ありがとうございます", en: "It has arrived. Thank you" }
        pub(super) fn report {
            ja: "運営者が資料と見比べます。誤りなら、次の公表版で直します。",
            en: "The operator will hold it against the source. If the figure is wrong, the next release puts it right.",
        }
        pub(super) fn reply {
            ja: "運営者が病院の代表番号に電話をして確かめます。確かめられたら、次の公表版で載せます。",
            en: "The operator will telephone the hospital’s main number to check it. Then it is shown with the next release.",
        }
        pub(super) fn when {
            ja: "このページは、何度開いても同じです。送ったものは一度だけ残っています。",
            en: "You may open this page again; what you sent is kept once.",
        }
        pub(super) fn back { ja: "病院のページに戻る", en: "Back to the hospital" }
        pub(super) fn corrections { ja: "訂正の記録", en: "Corrections" }
        pub(super) fn find { ja: "病院をさがす", en: "Find a hospital" }
    }
}
