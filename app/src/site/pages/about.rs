//! Who makes this, with what money, and what is the answer to 医者ガチャ?

use super::written::written;
use crate::site::components::contact::contact;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use content::PageId;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    written(reports, here, (PageId::About, words::description(here.locale)), content)
}

fn content(here: &Here) -> AnyView {
    let locale = here.locale;
    let ways = [
        (Place::Report, words::report(locale)),
        (Place::Corrections, words::corrections(locale)),
        (Place::Methods, words::methods(locale)),
        (Place::Privacy, words::privacy(locale)),
        (Place::Accessibility, words::accessibility(locale)),
        (Place::Terms, words::terms(locale)),
    ];
    let ways = ways.map(|(place, word)| view! { <li><a href=here.to(&place)>{word}</a></li> });
    view! {
        <section class="ms-section" aria-labelledby="contact">
            <h2 id="contact">{words::contact(locale)}</h2>
            {contact(here)}
            <ul class="ms-ways">{ways.collect_view()}</ul>
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn description {
            ja: "だれが、なぜ、どのお金で動かしているか。「医者ガチャ」への答えと、ここの値では測れないこと。",
            en: "Who runs this, why and with what money; an answer to the lottery of doctors; what nothing here measures.",
        }
        pub(super) fn contact { ja: "運営者に連絡する", en: "To reach the operator" }
        pub(super) fn report { ja: "誤りを知らせる", en: "Report an error" }
        pub(super) fn corrections { ja: "訂正の記録", en: "Corrections" }
        pub(super) fn methods { ja: "値の読み方と、計算のしかた", en: "How to read the figures, and how they are made" }
        pub(super) fn privacy { ja: "個人の情報の扱い", en: "Privacy" }
        pub(super) fn accessibility { ja: "だれでも読めるようにするために", en: "Accessibility" }
        pub(super) fn terms { ja: "利用の条件", en: "Terms of use" }
    }
}
