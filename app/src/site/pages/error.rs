//! What does a reader see when there is no answer, and where can they go on?

use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::{Here, Place};
use content::Absence;
use leptos::prelude::*;
use reports::ReportError;

/// The page that says what happened and what to do next; `asked` is the address, as far as it could be read.
pub fn page(here: &Here, asked: &str, error: &ReportError, has_data: bool) -> (Meta, Content) {
    let locale = here.locale;
    let help = content::help(absence(error)).ok();
    let (title, told) = match help {
        Some(help) => (locale.pick(&help.title.ja, &help.title.en), locale.pick(&help.text.ja, &help.text.en)),
        None => (&String::new(), &String::new()),
    };
    let meta = Meta { title: title.clone(), description: told.clone() };
    let detail = detail(here, error);
    let here = here.clone();
    let (title, told) = (title.clone(), told.clone());
    let bare = here.place.as_ref().map(|place| here.to(place));
    // the same address would give the same page
    let bare = bare.filter(|bare| has_data && (matches!(error, ReportError::View(_)) || bare != asked));
    (meta, Box::new(move || view(&here, (title, told, detail), bare, has_data)))
}

/// What is put into the layout.
pub type Content = Box<dyn FnOnce() -> AnyView + Send>;

const fn absence(error: &ReportError) -> Absence {
    match error {
        ReportError::NotFound { kind, .. } => match kind.as_bytes() {
            b"hospital" => Absence::Hospital,
            b"measure" => Absence::Measure,
            b"release" => Absence::Release,
            _ => Absence::Page,
        },
        ReportError::NotDrawn { .. } => Absence::Page,
        ReportError::Moved { .. } => Absence::Hospital,
        ReportError::View(_) => Absence::Parameter,
        ReportError::NoRelease => Absence::AnyRelease,
        ReportError::Store(_) => Absence::Service,
    }
}

/// What exactly was asked, where that helps.
fn detail(here: &Here, error: &ReportError) -> Option<String> {
    let told = error.explanation();
    match error {
        ReportError::View(_) => Some(here.locale.pick(told.ja, told.en)),
        ReportError::NotFound { id, .. } => Some(words::looked_for(here.locale, id)),
        _ => None,
    }
}

type Said = (String, String, Option<String>);

fn view(here: &Here, (title, told, detail): Said, bare: Option<String>, has_data: bool) -> AnyView {
    let locale = here.locale;
    let same = here.again(|_| ());
    // what could be read of the question, where anything is left of it
    let rest = bare.as_ref().filter(|bare| **bare != same);
    let rest = rest.map(|_| view! { <li><a href=same.clone()>{words::with_the_rest(locale)}</a></li> });
    let plain = bare.map(|bare| view! { <li><a href=bare>{words::without_conditions(locale)}</a></li> });
    let ways = has_data.then(|| {
        view! {
            <ul class="ms-ways">
                {rest}
                {plain}
                <li><a href=here.to(&Place::Hospitals)>{words::find(locale)}</a></li>
                <li><a href=here.to(&Place::Measures)>{words::measures(locale)}</a></li>
                <li><a href=here.to(&Place::Home)>{words::home(locale)}</a></li>
            </ul>
        }
    });
    view! {
        {emergency(locale)}
        <h1>{title}</h1>
        <p class="ms-lead">{told}</p>
        {detail.map(|detail| view! { <p class="ms-small ms-quiet">{detail}</p> })}
        {ways}
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn with_the_rest {
            ja: "読めなかった条件だけを除いて、このページを見る",
            en: "This page without the condition that could not be read",
        }
        pub(super) fn without_conditions { ja: "条件なしでこのページを見る", en: "This page without any conditions" }
        pub(super) fn looked_for(what: &str) { ja: "さがしたもの：{what}", en: "Looked for: {what}" }
        pub(super) fn find { ja: "病院の名前や場所からさがす", en: "Search by hospital name or place" }
        pub(super) fn measures { ja: "指標の一覧を見る", en: "See all measures" }
        pub(super) fn home { ja: "はじめのページへ", en: "Go to the home page" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::document::{Front, Outside, document};
    use crate::site::layout::layout;
    use crate::site::links::Origin;
    use domain::view_spec::ViewSpec;
    use i18n::Locale;

    fn shown(locale: Locale, front: Front) -> String {
        let here = Here { locale, place: None, view: ViewSpec::default(), origin: Origin::default() };
        let error = ReportError::NotFound { kind: "hospital", id: "jp-1<script>".to_owned() };
        let (meta, content) = page(&here, "", &error, true);
        let outside = Outside { front, ..Outside::default() };
        document(&here, &meta, &outside, || layout(&here, None, content(), None))
    }

    #[test]
    fn a_page_has_the_same_bytes_every_time() {
        for locale in Locale::ALL {
            assert_eq!(shown(locale, Front::Absent), shown(locale, Front::Absent));
        }
    }

    #[test]
    fn the_same_address_is_not_offered_again() {
        let place = crate::site::links::Place::Area("9999".to_owned());
        let view = ViewSpec::default();
        let here = Here { locale: Locale::Ja, place: Some(place), view, origin: Origin::default() };
        let error = ReportError::NotFound { kind: "area", id: "9999".to_owned() };
        let offered = |asked: &str| page(&here, asked, &error, true).1().to_html();
        assert!(!offered("/ja/areas/9999").contains("条件なしで"));
        assert!(offered("/ja/areas/9999?release=old").contains("条件なしで"));
        assert!(offered("/ja/areas/9999").contains("さがしたもの：9999"));
    }

    #[test]
    fn an_error_offers_a_way_on_and_carries_no_foreign_markup() {
        let html = shown(Locale::Ja, Front::Absent);
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains("<html lang=\"ja\""), "{html}");
        assert!(html.contains("/ja/hospitals") && html.contains("119"), "{html}");
        assert!(!html.contains("<script"), "{html}");
    }

    #[test]
    fn the_only_script_is_the_one_whose_hash_is_allowed() {
        let html = shown(Locale::En, Front::Present { version: "abc".to_owned() });
        assert_eq!(html.matches("<script").count(), 1);
        assert!(html.contains(crate::site::STARTER));
    }
}
