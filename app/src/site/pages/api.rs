//! What can programs ask, told to the people who write them?

use crate::site::document::{ApiDoor, Meta, Outside};
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use i18n::Locale;
use leptos::prelude::*;
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, outside: &Outside, here: &Here) -> Result<Page, ReportError> {
    let release = reports.release_note(&here.view)?;
    let (here, locale, outside) = (here.clone(), here.locale, outside.clone());
    let is_demonstration = release.is_demonstration();
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() },
        release,
        content: Box::new(move || content(&here, &outside, is_demonstration)),
    })
}

fn content(here: &Here, outside: &Outside, is_demonstration: bool) -> AnyView {
    let locale = here.locale;
    let rules = [
        words::open(locale),
        words::csv(locale),
        words::pinned(locale),
        words::keys(locale),
        words::parts(locale),
        words::errors(locale),
        words::caveats(locale),
    ];
    let doors = outside.api.iter().map(|one| door(locale, outside, one, is_demonstration)).collect_view();
    let first = outside.origin.absolute("/api/v1/measures?limit=3");
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        <pre class="ms-code" tabindex="0"><code>{format!("curl \"{first}\"")}</code></pre>
        <ul>{rules.map(|rule| view! { <li>{rule}</li> }).collect_view()}</ul>
        <p>
            <a href="/api/v1/openapi.json">{words::openapi(locale)}</a> " · "
            <a href=here.to(&Place::Data)>{words::whole(locale)}</a> " · "
            <a href=here.to(&Place::Terms)>{words::terms(locale)}</a>
        </p>
        {doors}
    }
    .into_any()
}

fn door(locale: Locale, outside: &Outside, door: &ApiDoor, is_demonstration: bool) -> AnyView {
    let parameters = door.parameters.iter().map(|(name, what)| {
        view! { <tr><th scope="row"><code>{name.clone()}</code></th><td>{locale.pick(what.ja, what.en).replace('`', "")}</td></tr> }
    });
    let id = door.path.trim_start_matches("/api/v1/").replace(['/', '{', '}'], "-");
    // the examples are addresses of the demonstration
    let example = (is_demonstration && !door.example.is_empty()).then(|| {
        let address = outside.origin.absolute(&door.example);
        view! { <p><a href=door.example.clone()>{address}</a></p> }
    });
    view! {
        <section class="ms-section" aria-labelledby=id.clone()>
            <h2 class="ms-h3" id=id.clone()><code>{door.path.clone()}</code></h2>
            <p>{locale.pick(door.summary.ja, door.summary.en)}</p>
            <div class="ms-table" tabindex="0" role="region" aria-label=words::parameters_of(locale, &door.path)>
                <table>
                    <caption class="ms-hidden">{words::parameters_of(locale, &door.path)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words::parameter(locale)}</th>
                            <th scope="col">{words::meaning(locale)}</th>
                        </tr>
                    </thead>
                    <tbody>{parameters.collect_view()}</tbody>
                </table>
            </div>
            {example}
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "プログラムから使う（API）", en: "For programs (API)" }
        pub(super) fn lead {
            ja: "登録も鍵もいりません。ページと同じ数字が、幅・注意・出典といっしょに返ります。",
            en: "No registration and no key. The same figures as on the pages, with their ranges, caveats and sources.",
        }
        pub(super) fn open {
            ja: "読み取りだけです。どのサイトのスクリプトからも呼べます（CORS）。",
            en: "Read-only, and open to scripts of every site (CORS).",
        }
        pub(super) fn csv {
            ja: "アドレスのうしろに .csv をつけると、同じ答えが表になります（UTF-8）。",
            en: "The same address with .csv is the same answer as a table (UTF-8).",
        }
        pub(super) fn pinned {
            ja: "release=版 をつけると、その版の答えが返り、あとから変わりません。",
            en: "With release=ID the answer is of that release and never changes.",
        }
        pub(super) fn keys {
            ja: "すべての項目がいつもあり、言うことがなければ null です。値がないときは status と reason に理由があります。",
            en: "All keys are always present, and null where there is nothing to say. A missing value has its reason in status and reason.",
        }
        pub(super) fn parts {
            ja: "一覧は100行ずつです（limit で1,000まで）。続きは meta.next を cursor に入れてください。",
            en: "Lists come in parts of 100 rows (up to 1,000 with limit). Put meta.next into cursor for the next part.",
        }
        pub(super) fn errors {
            ja: "まちがったパラメータは 400、ない番号は 404 で、どこがちがうかを日本語と英語で返します。",
            en: "A wrong parameter is a 400, an unknown id a 404, and both say in two languages what is wrong.",
        }
        pub(super) fn caveats {
            ja: "値を見せるときは、caveats もいっしょに見せてください。",
            en: "If you show a value, show its caveats with it.",
        }
        pub(super) fn openapi { ja: "OpenAPI 3.1（機械向けの説明）", en: "OpenAPI 3.1 (for machines)" }
        pub(super) fn whole { ja: "データをまるごと", en: "Whole releases" }
        pub(super) fn terms { ja: "利用のきまり", en: "Terms of use" }
        pub(super) fn parameters_of(path: &str) { ja: "{path} のパラメータ", en: "Parameters of {path}" }
        pub(super) fn parameter { ja: "パラメータ", en: "Parameter" }
        pub(super) fn meaning { ja: "意味", en: "Meaning" }
    }
}
