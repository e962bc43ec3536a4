//! What is measured at all? Every measure by topic, with its direction and how much of the spread is real.

use crate::site::document::Meta;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::measure::Topic;
use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::figures::{national_sentence, period_words};
use reports::model::{MeasureList, MeasureNote, PeriodNote, Spread};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let list = reports.measures(&here.view).await?;
    let here = here.clone();
    let locale = here.locale;
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() },
        release: list.release.clone(),
        content: Box::new(move || content(&here, &list)),
    })
}

fn content(here: &Here, list: &MeasureList) -> AnyView {
    let locale = here.locale;
    let topics = Topic::ALL.iter().map(|topic| {
        let name = topic.name();
        let entries: Vec<_> = list.measures.iter().filter(|(measure, ..)| measure.topic == *topic).collect();
        let nothing = entries.is_empty().then(|| view! { <p>{words::nothing(locale)}</p> });
        let entries = entries.into_iter().map(|(measure, period, spread)| entry(here, measure, *period, spread));
        view! {
            <section aria-labelledby=topic.as_str()>
                <div class="ms-edge-quiet" aria-hidden="true"></div>
                <h2 id=topic.as_str()>{locale.pick(name.ja, name.en)}</h2>
                {nothing}
                <ul class="ms-list">{entries.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {topics.collect_view()}
    }
    .into_any()
}

fn entry(here: &Here, measure: &MeasureNote, period: PeriodNote, spread: &Spread) -> impl IntoView + use<> {
    let locale = here.locale;
    let plain = locale.pick(&measure.plain.ja, &measure.plain.en).clone();
    let facts = [
        period_words(locale, period.period),
        words::reported(locale, &whole(period.reported)),
        super::measure::direction_words(locale, measure).to_owned(),
    ];
    view! {
        <li>
            <div class="ms-line">
                <p class="ms-line-name">
                    <a href=here.to(&Place::Measure(measure.id.clone()))>
                        {locale.pick(&measure.name.ja, &measure.name.en).clone()}
                    </a>
                </p>
                <p>{plain}</p>
                {national_sentence(locale, measure, &spread.comparator).map(|said| view! { <p>{said}</p> })}
                <p class="ms-small ms-quiet">{facts.join(separator(locale))}</p>
            </div>
        </li>
    }
}

fn separator(locale: Locale) -> &'static str {
    locale.pick("・", " · ")
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "指標", en: "Measures" }
        pub(super) fn lead {
            ja: "指標は、病院のある一面だけを写す数字です。それぞれに、分かることと分からないことがあります。",
            en: "A measure shows one side of a hospital. Each has things it can tell you and things it cannot.",
        }
        pub(super) fn nothing {
            ja: "この点を病院ごとに比べられる公表データは、この版にはありません。",
            en: "This release has no published data that compare hospitals on this.",
        }
        pub(super) fn reported(count: &str) { ja: "値のある病院 {count}院", en: "{count} hospitals with a value" }
    }
}
