//! How does a reader take the data away: for a spreadsheet, for a program, as a whole?

use crate::site::components::by_country::by_country;
use crate::site::components::licences::{licences, without_terms};
use crate::site::document::Meta;
use crate::site::document::{Outside, site_name};
use crate::site::feeds::Feed;
use crate::site::linked_data::{Speaker, block};
use crate::site::links::{Here, Origin, Place};
use crate::site::routes::Page;
use domain::records::Reality;
use i18n::{Locale, date_iso, whole};
use leptos::prelude::*;
use reports::figures::period_words;
use reports::model::{Contents, MeasureContents, ReleaseNote};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, outside: &Outside, here: &Here) -> Result<Page, ReportError> {
    let contents = reports.contents(&here.view.release).await?;
    let releases = reports.releases().await?;
    let (here, origin) = (here.clone(), outside.origin.clone());
    let locale = here.locale;
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() },
        release: contents.release.clone(),
        content: Box::new(move || content(&here, &origin, &contents, &releases.releases)),
    })
}

fn content(here: &Here, origin: &Origin, contents: &Contents, releases: &[ReleaseNote]) -> AnyView {
    let locale = here.locale;
    let release = &contents.release;
    let speaker = Speaker { origin, locale, release };
    let described = speaker.release(contents, words::dataset(locale), words::dataset_more(locale));
    let fictional = (release.reality == Reality::Fictional).then(|| {
        view! { <p class="ms-caveat"><strong>{words::fictional(locale)}</strong> " " {words::fictional_more(locale)}</p> }
    });
    let as_of = date_iso(locale, &release.as_of.to_string());
    view! {
        {block(&described)}
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {fictional}
        <p>{words::holds(
            locale,
            &as_of,
            &whole(contents.hospitals.len()),
            &whole(contents.measures.len()),
            &whole(u32::try_from(contents.values).unwrap_or(u32::MAX)),
        )}</p>
        {ways(locale)}
        {tables(here, contents)}
        {everything(here, contents)}
        {programs(here, contents)}
        {terms(here, contents)}
        {citation(here, origin, release)}
        {others(here, releases)}
    }
    .into_any()
}

fn file(release: &ReleaseNote, name: &str) -> String {
    format!("/data/{}/{name}", release.id)
}

/// Who comes for what goes straight there.
fn ways(locale: Locale) -> AnyView {
    let ways = [
        ("#tables", words::way_tables(locale)),
        ("#everything", words::way_everything(locale)),
        ("#programs", words::way_programs(locale)),
        ("#licences", words::way_licences(locale)),
        ("#citation", words::way_citation(locale)),
    ];
    let ways = ways.map(|(href, said)| view! { <li><a href=href>{said}</a></li> });
    view! { <nav aria-label=words::ways(locale)><ul class="ms-ways">{ways.collect_view()}</ul></nav> }.into_any()
}

/// For people with a spreadsheet: one table per measure.
fn tables(here: &Here, contents: &Contents) -> AnyView {
    let locale = here.locale;
    let of = |measure: &&MeasureContents| measure.countries.first().cloned().unwrap_or_default();
    let countries = by_country(contents.measures.iter().collect(), &contents.home, of);
    let bodies = countries.into_iter().map(|country| {
        let head = country.name(locale);
        let head = head.map(|name| view! { <tr><th scope="rowgroup" colspan="2" class="ms-group">{name}</th></tr> });
        let rows =
            country.entries.into_iter().map(|measure| table_row(here, &contents.release, measure)).collect_view();
        view! { <tbody>{head} {rows}</tbody> }
    });
    view! {
        <section class="ms-section" aria-labelledby="tables">
            <h2 id="tables">{words::tables(locale)}</h2>
            <p>{words::tables_lead(locale)}</p>
            {without_terms(locale, &contents.sources)}
            <div class="ms-table" tabindex="0" role="region" aria-label=words::caption(locale)>
                <table>
                    <caption>{words::caption(locale)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words::measure(locale)}</th>
                            <th scope="col">{words::take(locale)}</th>
                        </tr>
                    </thead>
                    {bodies.collect_view()}
                </table>
            </div>
            <p class="ms-small ms-quiet">{words::how_to_read(locale)}</p>
        </section>
    }
    .into_any()
}

/// The table for spreadsheets has its heads in the language of the page.
pub(super) const fn excel_ending(locale: Locale) -> &'static str {
    match locale {
        Locale::Ja => "excel.ja.csv",
        Locale::En => "excel.csv",
    }
}

/// So many bytes a row of a table takes on the average, with the words of one language and of both.
const EXCEL_ROW: u64 = 1_270;
const PLAIN_ROW: u64 = 2_300;
/// Smaller tables are there at once.
const BIG: u64 = 20_000_000;

/// About how large a big table is: its rows are written while they leave, so that nobody knows the last byte before.
fn about_size(locale: Locale, bytes: u64) -> Option<String> {
    (bytes >= BIG).then(|| in_brackets(locale, &words::about(locale, &size(bytes))))
}

fn table_row(here: &Here, release: &ReleaseNote, measure: &MeasureContents) -> AnyView {
    let locale = here.locale;
    let id = &measure.note.id;
    let name = locale.pick(&measure.note.name.ja, &measure.note.name.en).clone();
    let excel = file(release, &format!("measures/{id}.{}", excel_ending(locale)));
    let plain = file(release, &format!("measures/{id}.csv"));
    let values = whole(u32::try_from(measure.values).unwrap_or(u32::MAX));
    let [excel_size, plain_size] = [EXCEL_ROW, PLAIN_ROW].map(|row| about_size(locale, measure.values * row));
    view! {
        <tr>
            <th scope="row">
                <a href=here.to(&Place::Measure(id.clone()))>{name.clone()}</a>
                <p class="ms-quiet">{words::rows(locale, &period_words(locale, measure.covers), &values)}</p>
            </th>
            <td>
                <ul class="ms-takes">
                    <li><a href=excel download="" aria-label=words::excel_of(locale, &name)>{words::excel(locale)}</a> {excel_size}</li>
                    <li><a href=plain download="" aria-label=words::csv_of(locale, &name)>"CSV"</a> {plain_size}</li>
                </ul>
            </td>
        </tr>
    }
    .into_any()
}

/// For people who want the whole: the package and the file of the release.
fn everything(here: &Here, contents: &Contents) -> AnyView {
    let locale = here.locale;
    let release = &contents.release;
    let database = file(release, &format!("monosashi-{}.sqlite", release.id));
    view! {
        <section class="ms-section" aria-labelledby="everything">
            <h2 id="everything">{words::everything(locale)}</h2>
            <dl class="ms-facts">
                <dt><a href=file(release, "package.zip") download="">{words::package(locale)}</a></dt>
                <dd>{words::package_more(locale)}</dd>
                <dt><a href=database download="">{words::database(locale)}</a> " " {in_brackets(locale, &size(contents.file_bytes))}</dt>
                <dd>{if contents.has_places { words::database_more(locale) } else { words::database_without_places(locale) }}</dd>
                <dt><a href=file(release, "datapackage.json")>{words::description(locale)}</a></dt>
                <dd>{words::description_more(locale)}</dd>
                <dt><a href=file(release, "catalog.jsonld")>{words::catalogue(locale)}</a></dt>
                <dd>{words::catalogue_more(locale)}</dd>
            </dl>
        </section>
    }
    .into_any()
}

fn programs(here: &Here, contents: &Contents) -> AnyView {
    let (locale, release) = (here.locale, &contents.release);
    let api_more = if contents.has_places { words::api_more(locale) } else { words::api_without_places(locale) };
    view! {
        <section class="ms-section" aria-labelledby="programs">
            <h2 id="programs">{words::programs(locale)}</h2>
            <p>{words::programs_lead(locale)}</p>
            <dl class="ms-facts">
                <dt><a href="/api/v1/openapi.json">{words::api(locale)}</a></dt>
                <dd>{api_more} <br /><code class="ms-small">"/api/v1/measures"</code></dd>
                <dt>{words::addresses(locale)}</dt>
                <dd>
                    {words::addresses_more(locale)}
                    <br /><code class="ms-small">{file(release, "measures/….csv")}</code>
                    <br /><code class="ms-small">"/data/latest/measures/….csv"</code>
                </dd>
                <dt>
                    <a href=Feed::Releases.path(locale) type="application/atom+xml">{words::feed(locale)}</a>
                </dt>
                <dd>{words::feed_more(locale)}</dd>
            </dl>
        </section>
    }
    .into_any()
}

fn terms(here: &Here, contents: &Contents) -> AnyView {
    let locale = here.locale;
    view! {
        <section class="ms-section" aria-labelledby="licences">
            <h2 id="licences">{words::licences(locale)}</h2>
            <p>{words::licences_lead(locale)} " " <a href=here.to(&Place::Terms)>{words::terms(locale)}</a></p>
            {licences(locale, &contents.sources)}
        </section>
    }
    .into_any()
}

fn citation(here: &Here, origin: &Origin, release: &ReleaseNote) -> AnyView {
    let locale = here.locale;
    let as_of = date_iso(locale, &release.as_of.to_string());
    let address = origin.absolute(&format!("{}?release={}", Place::Data.path(locale), release.id));
    view! {
        <section class="ms-section" aria-labelledby="citation">
            <h2 id="citation">{words::citation(locale)}</h2>
            <p>{words::cite(locale, site_name(locale), &release.id, &as_of)} " " {address}</p>
            <p class="ms-small ms-quiet">{words::cite_source_too(locale)}</p>
        </section>
    }
    .into_any()
}

fn others(here: &Here, releases: &[ReleaseNote]) -> AnyView {
    let locale = here.locale;
    let releases = releases.iter().map(|release| {
        let as_of = date_iso(locale, &release.as_of.to_string());
        let href = here.again(|view| view.release = domain::view_spec::ReleaseChoice::Pinned(release.id.clone()));
        view! { <li><a href=href>{words::release(locale, &as_of)}</a> " " <code class="ms-small">{release.id.clone()}</code></li> }
    });
    view! {
        <section class="ms-section" aria-labelledby="releases">
            <h2 id="releases">{words::releases(locale)}</h2>
            <p>{words::releases_lead(locale)} " " <a href=here.to(&Place::Corrections)>{words::corrections(locale)}</a></p>
            <ul>{releases.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn in_brackets(locale: Locale, text: &str) -> String {
    i18n::in_parentheses(locale, "", text)
}

/// In the units that a download shows.
fn size(bytes: u64) -> String {
    #[allow(clippy::cast_precision_loss)]
    let bytes = bytes as f64;
    match bytes {
        small if small < 1e6 => format!("{} kB", i18n::number(small / 1e3, 0)),
        medium if medium < 1e8 => format!("{} MB", i18n::number(medium / 1e6, 1)),
        large => format!("{} MB", i18n::number(large / 1e6, 0)),
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "データを取り出す", en: "Download the data" }
        pub(super) fn lead {
            ja: "このサイトの値は、無料で取り出せます。利用の条件は、公表元ごとにちがいます。表計算ソフトで開く表、全体をまとめたファイル、プログラムから使うアドレスがあります。",
            en: "You can download the figures on this site free of charge, under the terms of each publisher: as a table for a spreadsheet, as one file with everything, or with a program.",
        }
        pub(super) fn dataset { ja: "病院ごとの医療の質", en: "Quality of care by hospital" }
        pub(super) fn dataset_more {
            ja: "公表された病院ごとの値を、考えられる幅、注意、出典といっしょにまとめたデータです。",
            en: "Published figures by hospital, each with its range, its notes and its source.",
        }
        pub(super) fn fictional { ja: "架空のデータです。", en: "These data are fictional." }
        pub(super) fn fictional_more {
            ja: "病院も数字も実在しません。取り出したファイルの名前と、すべての行に、そう書いてあります。",
            en: "No hospital and no figure is real. The name of every file, and every row, says so.",
        }
        pub(super) fn holds(as_of: &str, hospitals: &str, measures: &str, values: &str) {
            ja: "{as_of}現在のデータです。{hospitals}の病院、{measures}の指標、{values}の値（値がない理由を含みます）が入っています。",
            en: "As of {as_of}: {hospitals} hospitals, {measures} measures, {values} values and reasons for missing ones.",
        }
        pub(super) fn ways { ja: "取り出し方", en: "Ways to get the data" }
        pub(super) fn way_tables { ja: "表計算ソフトで、一つの指標を見たい", en: "I want one measure in a spreadsheet" }
        pub(super) fn way_everything { ja: "全体をまとめて欲しい", en: "I want everything at once" }
        pub(super) fn way_programs { ja: "プログラムから使いたい", en: "I want to use it in a program" }
        pub(super) fn way_licences { ja: "どういう条件で使えるかを知りたい", en: "I want to know what I may do with it" }
        pub(super) fn way_citation { ja: "出典の書き方を知りたい", en: "I want to cite it" }
        pub(super) fn tables { ja: "指標ごとの表", en: "One table per measure" }
        pub(super) fn tables_lead {
            ja: "一行が、一つの病院の一つの期間の値です。表計算ソフトで見るなら「Excel用」を選んでください。",
            en: "Each row is one hospital in one period. For a spreadsheet choose “for Excel”.",
        }
        pub(super) fn caption { ja: "指標の表を取り出す", en: "Tables of the measures" }
        pub(super) fn measure { ja: "指標", en: "Measure" }
        pub(super) fn rows(period: &str, values: &str) { ja: "{period}・値{values}", en: "{period} · {values} values" }
        pub(super) fn take { ja: "取り出す", en: "Download" }
        pub(super) fn about(size: &str) { ja: "約{size}", en: "about {size}" }
        pub(super) fn excel { ja: "Excel用", en: "for Excel" }
        pub(super) fn excel_of(name: &str) { ja: "「{name}」の表（Excel用）", en: "Table of “{name}”, for Excel" }
        pub(super) fn csv_of(name: &str) { ja: "「{name}」の表（CSV）", en: "Table of “{name}”, CSV" }
        pub(super) fn how_to_read {
            ja: "割合は0から1の数です。値がない行には、その理由があります。何年分かをあわせた行には、pooled の列に true とあります。1年ずつの値だけを使うときは、その行をのぞいてください。行の右のほうに、その値に付ける注意があります。",
            en: "Proportions are numbers from 0 to 1. A row without a value says why. Rows that combine several years have true in the column pooled; leave them out to get single years. The notes to show with a value are further right in its row.",
        }
        pub(super) fn everything { ja: "全体をまとめて", en: "Everything at once" }
        pub(super) fn package { ja: "データパッケージ（zip）", en: "Data package (zip)" }
        pub(super) fn package_more {
            ja: "公表された値、病院、指標、出典、訂正を、表に分けて入れたものです。このサイトのプログラムで読み込むと、同じ版ができます。頼まれてから作るので、始まるまでに1分ほどかかることがあります。",
            en: "Hospitals, measures, published values, sources and corrections as tables. Read into the program of this site, they give the same release. It is made when it is asked for, so that it may take a minute to begin.",
        }
        pub(super) fn database { ja: "版のファイル（SQLite）", en: "File of the release (SQLite)" }
        pub(super) fn database_more {
            ja: "このサイトが読んでいるファイルそのものです。計算した幅、判定、順位の幅も入っています。",
            en: "The same file that this site reads, with all ranges, verdicts and ranges of places.",
        }
        pub(super) fn database_without_places {
            ja: "このサイトが読んでいるファイルそのものです。計算した幅と判定も入っています。順位の幅は、この版ではどの病院にもありません。",
            en: "The same file that this site reads, with all ranges and verdicts. In this release no hospital has a range of places.",
        }
        pub(super) fn description { ja: "表の説明（datapackage.json）", en: "Description of the tables (datapackage.json)" }
        pub(super) fn description_more { ja: "列の意味、利用の条件、出典です。", en: "What the columns mean, the terms of use and the sources." }
        pub(super) fn catalogue { ja: "カタログ（DCAT）", en: "Catalogue (DCAT)" }
        pub(super) fn catalogue_more { ja: "オープンデータのカタログに登録するための説明です。", en: "For catalogues of open data." }
        pub(super) fn programs { ja: "プログラムから使う", en: "For programs" }
        pub(super) fn programs_lead { ja: "登録も鍵もいりません。ほかのサイトの画面からも呼べます。", en: "No registration and no key; any web page may use it." }
        pub(super) fn api { ja: "APIの説明（OpenAPI）", en: "The API (OpenAPI)" }
        pub(super) fn api_more { ja: "病院、指標、値、くらべ方、順位の幅を、JSONかCSVで答えます。", en: "Hospitals, measures, values, comparisons and ranges of places, as JSON or CSV." }
        pub(super) fn api_without_places { ja: "病院、指標、値、くらべ方を、JSONかCSVで答えます。", en: "Hospitals, measures, values and comparisons, as JSON or CSV." }
        pub(super) fn addresses { ja: "アドレスの決まり", en: "Addresses" }
        pub(super) fn addresses_more {
            ja: "版の名前が入ったアドレスの中身は、変わりません。latest と書くと、いつもいちばん新しい版になります。",
            en: "An address that includes the name of a release always gives the same content. With latest instead, it gives the newest.",
        }
        pub(super) fn feed { ja: "新しい版のお知らせ（フィード）", en: "News of releases (feed)" }
        pub(super) fn feed_more { ja: "新しいデータが出ると、何が変わったかが届きます。", en: "Says what changed each time there are new data." }
        pub(super) fn licences { ja: "利用の条件", en: "Licences" }
        pub(super) fn licences_lead {
            ja: "条件は公表元ごとにちがいます。値の出どころは、表の source_id の列にあります。",
            en: "They differ by publisher. The column source_id says where each value comes from.",
        }
        pub(super) fn terms { ja: "してはいけないことも読む", en: "Please also read what is not allowed" }
        pub(super) fn citation { ja: "出典の書き方", en: "How to cite" }
        pub(super) fn cite(site: &str, release: &str, as_of: &str) {
            ja: "{site}「病院ごとの医療の質」、版 {release}（{as_of}現在）。",
            en: "{site}, Quality of care by hospital, release {release} (as of {as_of}).",
        }
        pub(super) fn cite_source_too {
            ja: "使った値の公表元の書き方も、いっしょに書いてください。",
            en: "Please add the wording that the publisher of your figures asks for.",
        }
        pub(super) fn releases { ja: "これまでの版", en: "All releases" }
        pub(super) fn releases_lead {
            ja: "公開した版は、あとから変わりません。直した値は、次の版に入り、記録が残ります。",
            en: "A published release never changes. Corrections go into the next one and are recorded.",
        }
        pub(super) fn corrections { ja: "訂正の記録", en: "Record of corrections" }
        pub(super) fn release(as_of: &str) { ja: "{as_of}現在", en: "As of {as_of}" }
    }
}
