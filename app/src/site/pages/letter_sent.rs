//! What is said when a letter has arrived: its number, its day, what it says, and what happens now?
//!
//! It is the answer to the form itself, so that what was written stands in no address and in no cookie.

use super::letter::promise;
use crate::site::components::contact::contact;
use crate::site::document::Meta;
use crate::site::letters::{Kept, Returned};
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::letters::{Field, Form, LetterKind, Typed};
use i18n::{Locale, date_iso};
use leptos::prelude::*;
use reports::{ReportError, Reports};

/// What the copy holds. The contact is not among it: others may look at the same screen.
const COPIED: [Field; 4] = [Field::Text, Field::TextEn, Field::ShouldBe, Field::StandsAt];

pub(in crate::site) async fn page(
    reports: &Reports,
    here: &Here,
    (form, returned): (Form, &Returned),
) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let (here, returned) = (here.clone(), returned.clone());
    let locale = here.locale;
    let then = then(locale, form, &returned.typed);
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: then.to_owned() },
        release,
        content: Box::new(move || content(&here, form, &returned)),
    })
}

fn content(here: &Here, form: Form, returned: &Returned) -> AnyView {
    let locale = here.locale;
    let back = here.view.hospital.clone().map(|hospital| {
        let anchor = here.view.measure.as_ref().map(|measure| format!("#{measure}")).unwrap_or_default();
        let href = format!("{}{anchor}", here.to(&Place::Hospital(hospital)));
        view! { <li><a href=href>{words::back(locale)}</a></li> }
    });
    view! {
        <h1>{words::title(locale)}</h1>
        {returned.kept.as_ref().and_then(|kept| received(here, kept))}
        <section class="ms-section" aria-labelledby="next">
            <h2 id="next">{words::next(locale)}</h2>
            <p>{then(locale, form, &returned.typed)}</p>
            {promise(here)}
            <p>{words::again(locale)}</p>
        </section>
        {copy(locale, form, &returned.typed)}
        <ul class="ms-ways">
            {back}
            <li><a href=here.to(&Place::Corrections)>{words::corrections(locale)}</a></li>
            <li><a href=here.to(&Place::Hospitals)>{words::find(locale)}</a></li>
        </ul>
    }
    .into_any()
}

/// By which number the operator finds it again, where there is somebody to ask.
fn received(here: &Here, kept: &Kept) -> Option<AnyView> {
    let locale = here.locale;
    let day = date_iso(locale, &kept.received);
    kept.number.map(|number| {
        let asked = here.origin.contact().is_some();
        let asked = asked.then(|| view! { <p>{words::keep(locale)}</p> {contact(here)} });
        view! {
            <p class="ms-lead"><strong>{words::number(locale, &number.to_string())}</strong> " " {words::day(locale, &day)}</p>
            {asked}
        }
        .into_any()
    })
}

/// What was written, as it was understood.
fn copy(locale: Locale, form: Form, typed: &Typed) -> Option<AnyView> {
    let parts: Vec<_> = COPIED
        .into_iter()
        .filter(|field| form.fields().contains(field) && !typed.get(*field).is_empty())
        .map(|field| {
            view! {
                <p class="ms-small ms-quiet">{label(locale, field)}</p>
                <blockquote class="ms-reply"><p class="ms-reply-text">{typed.get(field).to_owned()}</p></blockquote>
            }
        })
        .collect();
    (!parts.is_empty()).then(|| {
        view! {
            <section class="ms-section" aria-labelledby="copy">
                <h2 id="copy">{words::copy(locale)}</h2>
                {parts}
                <p class="ms-small">{words::copy_kept(locale)}</p>
            </section>
        }
        .into_any()
    })
}

fn label(locale: Locale, field: Field) -> &'static str {
    match field {
        Field::TextEn => words::in_english(locale),
        Field::ShouldBe => words::should_be(locale),
        Field::StandsAt => words::stands_at(locale),
        Field::Text | Field::Kind | Field::Contact => words::written(locale),
    }
}

/// What the operator does now: a figure is checked against its source, a hospital's words are checked by telephone first.
fn then(locale: Locale, form: Form, typed: &Typed) -> &'static str {
    match form {
        Form::Report => words::report(locale),
        Form::Reply if typed.get(Field::Kind) == LetterKind::Correction.as_str() => words::correction(locale),
        Form::Reply => words::reply(locale),
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "届きました。ありがとうございます", en: "Thank you. We have received it." }
        pub(super) fn number(number: &str) { ja: "受付番号 {number}", en: "Number {number}" }
        pub(super) fn day(day: &str) { ja: "（{day}に届きました）", en: "(received on {day})" }
        pub(super) fn keep {
            ja: "この番号を書きとめてください。問い合わせるときに、運営者がこの番号でさがせます。",
            en: "Please write the number down. The operator finds your letter by it when you ask.",
        }
        pub(super) fn next { ja: "これからのこと", en: "What happens now" }
        pub(super) fn report {
            ja: "運営者が資料と見比べます。資料とちがっていれば、次の公表版で直し、前の値と理由を訂正の記録に残します。資料のとおりなら、値はそのままです。",
            en: "The operator checks the figure against its source. If they differ, the next release puts it right, and the record of corrections keeps the figure before and the reason. If they agree, the figure stays.",
        }
        pub(super) fn correction {
            ja: "運営者が病院の代表番号に電話をして確かめ、資料と見比べます。資料とちがっていれば、次の公表版で直し、前の値と理由を訂正の記録に残します。",
            en: "The operator telephones the hospital’s main number to check the letter, and checks the figure against its source. If they differ, the next release puts it right, and the record of corrections keeps the figure before and the reason.",
        }
        pub(super) fn reply {
            ja: "運営者が病院の代表番号に電話をして確かめます。確かめられたら、次の公表版で、文章をそのまま値のそばに載せます。載せないときは、その理由が「訂正の記録」のページに載ります。",
            en: "The operator telephones the hospital’s main number to check the letter. Then the text stands beside the figure, unchanged, from the next release on. Where it is not shown, the reason is listed on the page of corrections.",
        }
        pub(super) fn again {
            ja: "このページを読み込みなおしても、同じものが二度届くことはありません。",
            en: "Loading this page again does not send it twice.",
        }
        pub(super) fn copy { ja: "送った内容の控え", en: "A copy of what you sent" }
        pub(super) fn copy_kept {
            ja: "この控えは、このページを閉じると見られなくなります。要るときは、印刷するか写してください。連絡先は、ここには出していません。",
            en: "The copy is gone when you close this page: print it or copy it if you need it. Your contact is not shown here.",
        }
        pub(super) fn written { ja: "書いた文章", en: "What you wrote" }
        pub(super) fn in_english { ja: "英語の文章", en: "In English" }
        pub(super) fn should_be { ja: "正しい値", en: "The right figure" }
        pub(super) fn stands_at { ja: "書いてあるところ", en: "Where it is printed" }
        pub(super) fn back { ja: "病院のページに戻る", en: "Back to the hospital" }
        pub(super) fn corrections { ja: "訂正の記録（届いたものがどうなったか）", en: "Corrections, and what became of letters" }
        pub(super) fn find { ja: "病院をさがす", en: "Find a hospital" }
    }
}
