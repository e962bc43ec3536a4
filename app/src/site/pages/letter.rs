//! How does a reader tell of a mistake, and a hospital add its own words: the value as it stands, then a form?

use crate::site::components::caveats;
use crate::site::components::contact::contact;
use crate::site::components::hospital_line::place;
use crate::site::components::letter_form::{letter_form, summary, title_mark};
use crate::site::document::{Meta, Outside};
use crate::site::letters::{Forms, Returned};
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::Disclosed;
use domain::letters::Form;
use domain::view_spec::PeriodChoice;
use i18n::{Locale, in_parentheses};
use leptos::prelude::*;
use reports::figures::{hospital_name, period_words, range_words, source_words, stratum_words, value_words};
use reports::model::{Matter, Outcome, ValueRow, what_holds};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(
    reports: &Reports,
    outside: &Outside,
    here: &Here,
    (form, returned): (Form, &Returned),
) -> Result<Page, ReportError> {
    let matter = reports.matter(&here.view).await?;
    let locale = here.locale;
    let (here, returned, forms) = (here.clone(), returned.clone(), outside.forms);
    let title = format!("{}{}", title_mark(locale, &returned.trouble), title(locale, form));
    Ok(Page {
        meta: Meta { title, description: lead(locale, form).to_owned() },
        release: matter.release.clone(),
        content: Box::new(move || content(&here, &matter, form, (&returned, forms))),
    })
}

fn content(here: &Here, matter: &Matter, form: Form, (returned, forms): (&Returned, Forms)) -> AnyView {
    let locale = here.locale;
    let complete = form == Form::Report || matter.value.is_some();
    let written = match (complete, forms) {
        (false, _) => choose_first(here),
        (true, Forms::Closed) => closed(here),
        (true, Forms::Open) => view! {
            <section class="ms-section" aria-labelledby="write">
                <h2 id="write">{words::write(locale)}</h2>
                {letter_form(locale, form, here.again(|_| {}), returned)}
            </section>
        }
        .into_any(),
    };
    view! {
        {summary(locale, form, &returned.trouble)}
        <h1>{title(locale, form)}</h1>
        <p class="ms-lead">{lead(locale, form)}</p>
        {about(here, matter, form)}
        {(form == Form::Reply).then(|| rules(locale))}
        {written}
        {what_happens(here, form)}
    }
    .into_any()
}

/// What the letter speaks of, as it stands.
fn about(here: &Here, matter: &Matter, form: Form) -> Option<AnyView> {
    let locale = here.locale;
    let hospital = matter.hospital.as_ref().map(|card| {
        let href = here.to(&Place::Hospital(card.hospital.id.clone()));
        let name = hospital_name(locale, &card.hospital.name);
        view! { <p><a href=href>{name}</a> " " <span class="ms-small ms-quiet">{place(here, &card.hospital)}</span></p> }
    });
    let measure = matter.measure.as_ref().map(|measure| {
        let href = here.to(&Place::Measure(measure.id.clone()));
        view! { <p><a href=href>{locale.pick(&measure.name.ja, &measure.name.en).clone()}</a></p> }
    });
    (hospital.is_some() || measure.is_some()).then(|| {
        view! {
            <section class="ms-section ms-matter" aria-labelledby="matter">
                <h2 id="matter">{words::matter(locale)}</h2>
                {hospital}
                {measure}
                {matter.value.as_ref().map(|value| as_it_stands(locale, matter, value))}
                {others(here, matter, form)}
            </section>
        }
        .into_any()
    })
}

fn as_it_stands(locale: Locale, matter: &Matter, value: &Disclosed<ValueRow>) -> Option<AnyView> {
    let (row, measure) = (value.figure(), matter.measure.as_ref()?);
    let (said, range) = match &row.outcome {
        Outcome::Reported(reported) => {
            let range = range_words(locale, measure, reported);
            (value_words(locale, measure, reported), in_parentheses(locale, "", &range))
        }
        Outcome::Missing { status, .. } => {
            let reason = status.reason();
            (words::no_value(locale).to_owned(), in_parentheses(locale, "", locale.pick(reason.ja, reason.en)))
        }
    };
    let part = (!row.stratum.is_empty()).then(|| view! { <p>{stratum_words(locale, &row.stratum)}</p> });
    let source = source_words(locale, row.period, &row.source.id, &matter.sources, &matter.release);
    Some(
        view! {
            {part}
            <p class="ms-value"><strong>{said}</strong> <span class="ms-range">{range}</span></p>
            {caveats::line(locale, value.line(&[]))}
            {caveats::all(locale, &what_holds(value))}
            <p class="ms-source">{source}</p>
        }
        .into_any(),
    )
}

/// The other years and parts, each with the same form.
fn others(here: &Here, matter: &Matter, form: Form) -> Option<AnyView> {
    let locale = here.locale;
    let place = match form {
        Form::Report => Place::Report,
        Form::Reply => Place::Reply,
    };
    let links: Vec<_> = matter
        .others
        .iter()
        .map(|value| {
            let row = value.figure();
            let href = here.to_with(&place, |view| {
                view.hospital = Some(row.hospital.id.clone());
                view.measure = Some(row.measure.clone());
                view.period = PeriodChoice::Given(row.period);
                view.stratum.clone_from(&row.stratum);
            });
            let part = if row.stratum.is_empty() { String::new() } else { stratum_words(locale, &row.stratum) };
            view! { <li><a href=href>{in_parentheses(locale, &period_words(locale, row.period), &part)}</a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::others(locale)}</summary>
                <ul>{links}</ul>
            </details>
        }
        .into_any()
    })
}

fn rules(locale: Locale) -> AnyView {
    view! {
        <section class="ms-section" aria-labelledby="checked">
            <h2 id="checked">{words::checked(locale)}</h2>
            <p>{words::checked_how(locale)}</p>
            <ul>
                <li>{words::shown_as_sent(locale)}</li>
                <li>{words::not_shown(locale)}</li>
                <li>{words::never_removed(locale)}</li>
            </ul>
        </section>
    }
    .into_any()
}

/// A reply belongs to one value.
fn choose_first(here: &Here) -> AnyView {
    let locale = here.locale;
    view! {
        <p class="ms-answer"><strong>{words::choose(locale)}</strong></p>
        <p><a href=here.to(&Place::Hospitals)>{words::find(locale)}</a></p>
    }
    .into_any()
}

fn closed(here: &Here) -> AnyView {
    let locale = here.locale;
    view! {
        <section class="ms-section" aria-labelledby="closed">
            <h2 id="closed">{words::closed(locale)}</h2>
            <p>{words::closed_why(locale)}</p>
            {contact(here)}
        </section>
    }
    .into_any()
}

fn what_happens(here: &Here, form: Form) -> AnyView {
    let locale = here.locale;
    let then = match form {
        Form::Report => words::then_report(locale),
        Form::Reply => words::then_reply(locale),
    };
    view! {
        <section class="ms-section" aria-labelledby="then">
            <h2 id="then">{words::then(locale)}</h2>
            <p>{then}</p>
            {promise(here)}
            <p>
                {words::kept(locale)} " "
                <a href=format!("{}#letters", here.to(&Place::Privacy))>{words::privacy(locale)}</a>
            </p>
        </section>
    }
    .into_any()
}

/// Within which time the operator looks at it; only what the operator has promised.
pub(super) fn promise(here: &Here) -> Option<AnyView> {
    let days = here.origin.answer_days()?;
    Some(view! { <p>{words::promised(here.locale, days)}</p> }.into_any())
}

fn title(locale: Locale, form: Form) -> &'static str {
    match form {
        Form::Report => words::report(locale),
        Form::Reply => words::reply(locale),
    }
}

fn lead(locale: Locale, form: Form) -> &'static str {
    match form {
        Form::Report => words::report_lead(locale),
        Form::Reply => words::reply_lead(locale),
    }
}

mod words {
    i18n::text! {
        pub(super) fn report { ja: "誤りを知らせる", en: "Report an error" }
        pub(super) fn report_lead {
            ja: "だれでも知らせることができます。名前はいりません。",
            en: "Anybody can tell us, and no name is needed.",
        }
        pub(super) fn reply { ja: "病院から説明を添える", en: "A hospital’s reply" }
        pub(super) fn reply_lead {
            ja: "病院の方が、値のすぐそばに載せる文章を送るところです。費用はかかりません。",
            en: "Here a hospital sends the text that is to stand beside its figure. It costs nothing.",
        }
        pub(super) fn matter { ja: "いま載っている値", en: "The figure as it stands" }
        pub(super) fn no_value { ja: "値がありません", en: "No value" }
        pub(super) fn others { ja: "ほかの年や区分の値について送る", en: "Write about another year or part" }
        pub(super) fn write { ja: "書いて送る", en: "Write and send" }
        pub(super) fn choose {
            ja: "先に、病院のページで値を一つ選んでください。値の下の「病院から説明を添える」から開けます。",
            en: "First choose a figure on the hospital’s page. “For the hospital: add a reply” stands below each of them.",
        }
        pub(super) fn find { ja: "病院をさがす", en: "Find a hospital" }
        pub(super) fn closed { ja: "ここからは送れません", en: "Nothing can be sent from here" }
        pub(super) fn closed_why {
            ja: "このサーバーは読み取り専用で、何も書きとめられません。上の値の名前と期間を添えて、運営者に直接知らせてください。",
            en: "This server only reads and cannot write anything down. Please tell the operator, with the name and the period of the figure above.",
        }
        pub(super) fn checked { ja: "病院からの文章だと、どう確かめるか", en: "How we check that it comes from the hospital" }
        pub(super) fn checked_how {
            ja: "病院のホームページか公的な名簿にある代表番号に、運営者から電話をします。書かれた連絡先だけで、病院からだと決めることはありません。確かめられるまで、載せません。",
            en: "The operator telephones the main number printed on the hospital’s own site or in a public register. A contact typed here is never enough. Until that is done, nothing is shown.",
        }
        pub(super) fn shown_as_sent {
            ja: "送られた文章を、日付といっしょに、そのまま値のそばに載せます。",
            en: "The text stands beside the figure, dated and unchanged.",
        }
        pub(super) fn not_shown {
            ja: "患者を集める広告、ほかの病院との優劣、人が分かることは載せません。その理由は「訂正の記録」のページに載ります。",
            en: "We do not show advertising, claims against other hospitals, or anything that identifies a person. The reason is then listed on the page of corrections.",
        }
        pub(super) fn never_removed {
            ja: "説明が届いても、値は消しません。資料とちがう値だけを直します。",
            en: "A reply never removes a figure. Only figures that differ from their source are changed.",
        }
        pub(super) fn then { ja: "送ったあと", en: "What happens then" }
        pub(super) fn then_report {
            ja: "運営者が資料と見比べます。誤りなら、次の公表版で直し、前の値と理由を訂正の記録に残します。",
            en: "The operator checks it against the source. If it is wrong, the next release puts it right, and the record of corrections keeps the figure before and the reason.",
        }
        pub(super) fn then_reply {
            ja: "確かめられた文章は、次の公表版で載ります。載せないときは、その理由が「訂正の記録」のページに載ります。",
            en: "Once checked, the text is shown with the next release. Where it is not shown, the reason is listed on the page of corrections.",
        }
        pub(super) fn promised(days: u16) {
            ja: "届いた日から{days}日のうちに見て、どうするかを決めます（運営者の約束です）。",
            en: "The operator promises to read it and decide within {days} days of its arrival.",
        }
        pub(super) fn kept {
            ja: "残るのは、書いたことと日付だけです。どこから送られたかは残しません。",
            en: "Only what you type and the day are kept, never where it was sent from.",
        }
        pub(super) fn privacy { ja: "送ったものの扱い", en: "What we keep, and for how long" }
    }
}
