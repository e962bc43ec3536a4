//! How is a letter written: fields with their hints, what is wrong beside each, and a summary of it at the top?

use crate::site::letters::{Refusal, Returned, Trouble};
use crate::site::xml::escaped;
use domain::letters::{Fault, Field, Form, LetterKind, REPLIES, TRAP};
use i18n::{Locale, whole};
use leptos::prelude::*;

/// The form; `action` is the address of its own page, so that what it speaks of comes back with it.
pub fn letter_form(locale: Locale, form: Form, action: String, returned: &Returned) -> AnyView {
    let fields = form.fields().iter().map(|field| match field {
        Field::Kind => kinds(locale, returned),
        _ => text_field(locale, form, *field, returned),
    });
    let only_if = (form == Form::Reply).then(|| words::only_for_corrections(locale));
    view! {
        <form class="ms-letter" method="post" action=action novalidate>
            {fields.collect_view()}
            <div class="ms-trap" aria-hidden="true">
                <label for=TRAP>{words::trap(locale)}</label>
                <input id=TRAP name=TRAP type="text" tabindex="-1" autocomplete="off" value="" />
            </div>
            {only_if.map(|said| view! { <p class="ms-small ms-quiet">{said}</p> })}
            <button type="submit">{words::send(locale)}</button>
        </form>
    }
    .into_any()
}

/// What is wrong, first of all, with a way to each field; nothing where nothing is.
pub fn summary(locale: Locale, form: Form, trouble: &Trouble) -> Option<AnyView> {
    let (head, told) = match trouble {
        Trouble::None => return None,
        Trouble::Refused(refusal) => (words::not_sent(locale), view! { <p>{refused(locale, *refusal)}</p> }.into_any()),
        Trouble::Faults(faults) => {
            let lines = faults.iter().map(|(field, fault)| {
                let said =
                    format!("{}{}{}", label(locale, form, *field), locale.pick("：", ": "), wrong(locale, *fault));
                view! { <li><a href=format!("#{}", first_control(*field))>{said}</a></li> }
            });
            (words::faults(locale), view! { <ul>{lines.collect_view()}</ul> }.into_any())
        }
    };
    Some(
        view! {
            <div class="ms-faults" role="alert" aria-labelledby="faults-head" id="faults" tabindex="-1" autofocus>
                <h2 class="ms-h3" id="faults-head">{head}</h2>
                {told}
            </div>
        }
        .into_any(),
    )
}

/// What stands before the title of a page that holds a form with faults.
pub fn title_mark(locale: Locale, trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::None => "",
        _ => words::title_mark(locale),
    }
}

fn kinds(locale: Locale, returned: &Returned) -> AnyView {
    let fault = returned.trouble.of(Field::Kind);
    let chosen = returned.typed.get(Field::Kind);
    let options = REPLIES.iter().map(|kind| {
        let id = format!("kind-{kind}");
        view! {
            <div class="ms-choice">
                <input type="radio" name="kind" id=id.clone() value=kind.as_str() checked=chosen == kind.as_str() />
                <label for=id>{kind_words(locale, *kind)}</label>
            </div>
        }
    });
    view! {
        <fieldset aria-describedby=fault.map(|_| "kind-fault")>
            <legend>{label(locale, Form::Reply, Field::Kind)}</legend>
            {fault.map(|fault| view! { <p class="ms-fault" id="kind-fault">{wrong(locale, fault)}</p> })}
            {options.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn text_field(locale: Locale, form: Form, field: Field, returned: &Returned) -> AnyView {
    let id = field.as_str();
    let (hint_id, fault_id) = (format!("{id}-hint"), format!("{id}-fault"));
    let fault = returned.trouble.of(field);
    let described = if fault.is_some() { format!("{fault_id} {hint_id}") } else { hint_id.clone() };
    let invalid = fault.map(|_| "true");
    let typed = returned.typed.get(field).to_owned();
    let needed = matches!((form, field), (Form::Report, Field::Text) | (Form::Reply, Field::Contact)).then_some("true");
    let control = match field {
        Field::Text | Field::TextEn => {
            let language = matches!((form, field), (Form::Reply, Field::TextEn)).then_some("en");
            let language = language.or((form == Form::Reply).then_some("ja"));
            // leptos writes what stands in a textarea as it is
            view! {
                <textarea id=id name=id rows="6" lang=language aria-describedby=described aria-invalid=invalid
                    aria-required=needed inner_html=escaped(&typed)></textarea>
            }
            .into_any()
        }
        _ => {
            let complete = if field == Field::Contact { "email" } else { "off" };
            view! {
                <input id=id name=id type="text" autocomplete=complete value=typed aria-describedby=described
                    aria-invalid=invalid aria-required=needed />
            }
            .into_any()
        }
    };
    view! {
        <div class="ms-field">
            <label for=id>{label(locale, form, field)}</label>
            <p class="ms-small ms-quiet" id=hint_id>{hint(locale, form, field)}</p>
            {fault.map(|fault| view! { <p class="ms-fault" id=fault_id>{wrong(locale, fault)}</p> })}
            {control}
        </div>
    }
    .into_any()
}

/// Where a link of the summary leads.
fn first_control(field: Field) -> String {
    match field {
        Field::Kind => format!("kind-{}", REPLIES[0]),
        _ => field.as_str().to_owned(),
    }
}

fn label(locale: Locale, form: Form, field: Field) -> &'static str {
    match (form, field) {
        (_, Field::Kind) => words::kind(locale),
        (Form::Report, Field::Text) => words::what_is_wrong(locale),
        (Form::Reply, Field::Text) => words::text_ja(locale),
        (_, Field::TextEn) => words::text_en(locale),
        (Form::Report, Field::ShouldBe) => words::should_be(locale),
        (Form::Reply, Field::ShouldBe) => words::should_be_reply(locale),
        (Form::Report, Field::StandsAt) => words::stands_at(locale),
        (Form::Reply, Field::StandsAt) => words::stands_at_reply(locale),
        (Form::Report, Field::Contact) => words::contact(locale),
        (Form::Reply, Field::Contact) => words::contact_reply(locale),
    }
}

fn hint(locale: Locale, form: Form, field: Field) -> String {
    let most = whole(form.most(field));
    match (form, field) {
        (Form::Report, Field::Text) => words::what_is_wrong_hint(locale, &most),
        (Form::Reply, Field::Text) => words::text_ja_hint(locale, &most),
        (_, Field::TextEn) => words::text_en_hint(locale, &most),
        (_, Field::ShouldBe) => words::should_be_hint(locale).to_owned(),
        (_, Field::StandsAt | Field::Kind) => words::stands_at_hint(locale).to_owned(),
        (Form::Report, Field::Contact) => words::contact_hint(locale).to_owned(),
        (Form::Reply, Field::Contact) => words::contact_reply_hint(locale).to_owned(),
    }
}

fn kind_words(locale: Locale, kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Error => words::what_is_wrong(locale),
        LetterKind::Explanation => words::explanation(locale),
        LetterKind::Correction => words::correction(locale),
        LetterKind::Practice => words::practice(locale),
    }
}

fn wrong(locale: Locale, fault: Fault) -> String {
    match fault {
        Fault::Empty => words::empty(locale).to_owned(),
        Fault::NoLanguage => words::no_language(locale).to_owned(),
        Fault::NoChoice => words::no_choice(locale).to_owned(),
        Fault::NoContact => words::no_contact(locale).to_owned(),
        Fault::TooLong { most, found } => words::too_long(locale, &whole(most), &whole(found)),
    }
}

fn refused(locale: Locale, refusal: Refusal) -> String {
    match refusal {
        Refusal::Elsewhere => words::elsewhere(locale).to_owned(),
        Refusal::TooLarge => words::too_large(locale).to_owned(),
        Refusal::TooMany { seconds } => words::too_many(locale, &whole(seconds.div_ceil(60).max(1))),
        Refusal::Closed => words::closed(locale).to_owned(),
        Refusal::Full => words::full(locale).to_owned(),
        Refusal::Failed => words::failed(locale).to_owned(),
    }
}

mod words {
    i18n::text! {
        pub(super) fn send { ja: "送る", en: "Send" }
        pub(super) fn trap { ja: "ここには何も書かないでください", en: "Leave this empty" }
        pub(super) fn title_mark { ja: "送れませんでした：", en: "Not sent: " }
        pub(super) fn faults { ja: "まだ送っていません。次のところを直してください", en: "Not sent yet: please correct the following" }
        pub(super) fn not_sent { ja: "送れませんでした", en: "Not sent" }
        pub(super) fn kind { ja: "何を送りますか（必須）", en: "What would you like to send? (required)" }
        pub(super) fn explanation { ja: "説明：値は正しく、背景を伝えたい", en: "An explanation: the figure is right, and you want to give its background" }
        pub(super) fn correction { ja: "訂正：値が資料とちがう", en: "A correction: the figure differs from its source" }
        pub(super) fn practice { ja: "取り組み：この値について病院がしていること", en: "A practice: what the hospital does about this" }
        pub(super) fn what_is_wrong { ja: "どこがおかしいと思いますか（必須）", en: "What seems wrong? (required)" }
        pub(super) fn what_is_wrong_hint(most: &str) {
            ja: "{most}文字まで。病気や治療のこと、人の名前は書かないでください。",
            en: "Up to {most} characters. Please do not write about anybody’s illness, and name no person.",
        }
        pub(super) fn should_be { ja: "正しくはいくつですか", en: "What should it be?" }
        pub(super) fn should_be_reply { ja: "正しい値（訂正のときは必須）", en: "The right figure (required for a correction)" }
        pub(super) fn should_be_hint { ja: "分かれば、数と単位を書いてください。", en: "If you know: the number and its unit." }
        pub(super) fn stands_at { ja: "それはどこに書いてありますか", en: "Where is that printed?" }
        pub(super) fn stands_at_reply {
            ja: "正しい値が書いてある場所（訂正のときは必須）",
            en: "Where the right figure is printed (required for a correction)",
        }
        pub(super) fn stands_at_hint {
            ja: "資料の名前、ページや行、アドレス。",
            en: "The name of the document, its page or row, an address.",
        }
        pub(super) fn text_ja { ja: "載せる文章（日本語か英語のどちらかは必須）：日本語", en: "The text to be shown, in Japanese (this or English is required)" }
        pub(super) fn text_ja_hint(most: &str) {
            ja: "{most}文字まで。患者や職員が分かること、ほかの病院のことは書かないでください。訂正のときは、運営者への説明です。訂正が確かめられたら、理由として載ります。",
            en: "Up to {most} characters. Nothing that identifies patients or staff, and nothing about other hospitals. With a correction it is for the operator, and shown as the reason if the correction is confirmed.",
        }
        pub(super) fn text_en { ja: "載せる文章：英語", en: "The text to be shown, in English" }
        pub(super) fn text_en_hint(most: &str) {
            ja: "{most}文字まで。一つの言語だけで書かれた文章は、日本語と英語のどちらのページにも、そのまま載せます。",
            en: "Up to {most} characters. A text in one language alone is shown as it is on the pages of both.",
        }
        pub(super) fn contact { ja: "連絡先", en: "How to reach you" }
        pub(super) fn contact_hint {
            ja: "返事がほしいときだけ、メールアドレスか電話番号を書いてください。公開せず、対応が決まったら消します。",
            en: "Only if you want an answer: an email address or a telephone number. It is not published, and erased once the matter is decided.",
        }
        pub(super) fn contact_reply { ja: "病院の連絡先（必須）", en: "How to reach the hospital (required)" }
        pub(super) fn contact_reply_hint {
            ja: "部署の名前と、メールアドレスか電話番号。公開せず、対応が決まったら消します。",
            en: "The department, and an email address or a telephone number. It is not published, and erased once the matter is decided.",
        }
        pub(super) fn only_for_corrections {
            ja: "訂正では、確かめたあとに値を直し、前の値と理由を残します。",
            en: "A correction is checked; then the figure is put right, and the figure before and the reason stay on record.",
        }
        pub(super) fn empty { ja: "何も書かれていません。", en: "Nothing is written here." }
        pub(super) fn no_language {
            ja: "日本語か英語で、文章を書いてください。",
            en: "Please write the text in Japanese or in English.",
        }
        pub(super) fn no_choice { ja: "一つ選んでください。", en: "Please choose one." }
        pub(super) fn no_contact {
            ja: "メールアドレスか電話番号を書いてください。例：office@example.jp、03-0000-0000",
            en: "Write an email address or a telephone number, such as office@example.jp or 03-0000-0000.",
        }
        pub(super) fn too_long(most: &str, found: &str) {
            ja: "{most}文字までです。いまは{found}文字あります。",
            en: "At most {most} characters; there are {found}.",
        }
        pub(super) fn elsewhere {
            ja: "ほかのサイトのページから送られたので、受け取りませんでした。このページの欄に書いて、送ってください。",
            en: "It came from a page of another site, so nothing was taken. Please write it here and send it from this page.",
        }
        pub(super) fn too_large {
            ja: "文章が長すぎて、受け取れませんでした。短くして、もう一度送ってください。",
            en: "It was too long to be taken. Please shorten it and send it again.",
        }
        pub(super) fn too_many(minutes: &str) {
            ja: "続けて送れる数を超えました。書いたことは下に残っています。{minutes}分たってから、もう一度「送る」を押してください。",
            en: "That was one more than can be sent in a row. What you wrote still stands below; please press Send again in {minutes} minutes.",
        }
        pub(super) fn closed {
            ja: "このサーバーは読み取り専用なので、受け取れません。",
            en: "This server only reads and cannot take it.",
        }
        pub(super) fn full {
            ja: "読み終えていない知らせがいっぱいで、いまは受け取れません。日を改めるか、運営者に直接書いてください。",
            en: "More letters wait than can be read, so none is taken just now. Please come back another day, or write to the operator.",
        }
        pub(super) fn failed {
            ja: "このサイトの側の不具合で、残せませんでした。しばらくしてから、もう一度送ってください。",
            en: "A fault of this site kept it from being stored. Please send it again in a while.",
        }
    }
}
