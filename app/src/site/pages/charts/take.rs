//! What is copied, what is downloaded, and what must not be done with it?

use super::{embed, language};
use crate::islands::copy_button::CopyButton;
use crate::site::components::licences::without_terms;
use crate::site::drawings::{Drawing, Ending};
use crate::site::links::Here;
use crate::site::snippet::{Citation, Snippet};
use domain::view_spec::{Chart, ReleaseChoice, Shape, ViewSpec};
use i18n::Locale;
use leptos::prelude::*;
use reports::chart::{ChartReport, PRINTED_ROWS, ROWS};
use reports::model::SourceNote;

/// Width in print where none is chosen, mm: one column of a newspaper page of three.
const PRINT_MM: u16 = 120;

/// All of it.
pub(super) fn take(here: &Here, report: &ChartReport, snippet: &Snippet) -> AnyView {
    let locale = here.locale;
    let citation = Citation::of(&embed(here, report), snippet);
    let release = &report.release().id;
    let lasting = match report.view.release {
        ReleaseChoice::Following => words::following(locale, release),
        _ => words::pinned(locale, release),
    };
    view! {
        <section class="ms-section ms-take" aria-labelledby="take">
            <h2 id="take">{words::take(locale)}</h2>
            {without_terms(locale, &report.cited())}
            <p class="ms-caveat">{words::law(locale)}</p>
            <p>{lasting}</p>
            {copied(locale, "frame", words::frame(locale), &snippet.frame)}
            {copied(locale, "image", words::image(locale), &snippet.image)}
            {copied(locale, "link", words::link(locale), &snippet.link)}
            {copied(locale, "inline", words::inline(locale), &citation.inline)}
            {copied(locale, "full", words::full(locale), &citation.full)}
            {copied(locale, "bibtex", "BibTeX", &citation.bibtex)}
            {downloads(here, report)}
            {licences(locale, &report.cited())}
        </section>
    }
    .into_any()
}

/// A text to be copied; without JavaScript it is selected by hand.
fn copied(locale: Locale, id: &'static str, label: &'static str, text: &str) -> AnyView {
    let rows = if text.len() > 200 { "3" } else { "2" };
    let id = format!("copy-{id}");
    // leptos writes the content of a text area as it is
    let inside = text.replace('&', "&amp;").replace('<', "&lt;");
    view! {
        <div>
            <label for=id.clone()>{label}</label>
            <textarea id=id.clone() readonly=true rows=rows>{inside}</textarea>
            <CopyButton locale=locale.as_str().to_owned() of=id label=label.to_owned() />
        </div>
    }
    .into_any()
}

fn downloads(here: &Here, report: &ChartReport) -> AnyView {
    let locale = here.locale;
    let drawing = Drawing { locale: language(here), chart: report.chart };
    // the parts of a list are other ones on paper
    let page = report.part().filter(|_| report.chart == Chart::Intervals);
    let page = page.and_then(|part| u16::try_from(part.offset / u32::from(ROWS) + 1).ok()).filter(|page| *page > 1);
    let handed_on = report.handed_on();
    let page = if report.chart == Chart::Intervals { page } else { handed_on.page };
    let plain = ViewSpec { width: None, millimetres: None, page, ..handed_on };
    let wide = |width: u16| ViewSpec { width: Some(width), ..plain.clone() };
    let shaped = |shape: Shape| ViewSpec { shape: Some(shape), ..plain.clone() };
    let print = ViewSpec {
        shape: Some(Shape::Print),
        millimetres: Some(report.view.millimetres.unwrap_or(PRINT_MM)),
        ..plain.clone()
    };
    let named = |name: &str, ending: Ending, view: ViewSpec| (name.to_owned(), ending, view);
    let mut entries = vec![
        named(words::svg(locale), Ending::Svg, plain.clone()),
        named("PNG 800 px", Ending::Png, wide(800)),
        named("PNG 1600 px", Ending::Png, wide(1600)),
    ];
    // a chart with a row per hospital would become illegible in a given shape, and its ranges of places longer than a page
    match report.chart {
        Chart::Intervals => entries.extend(on_sheets(locale, report, &print)),
        Chart::Places => {}
        _ => entries.extend([
            named(words::square(locale), Ending::Png, shaped(Shape::Square)),
            named(words::preview(locale), Ending::Png, shaped(Shape::Preview)),
            named(words::print_png(locale), Ending::Png, print.clone()),
            named(words::print_svg(locale), Ending::Svg, print),
        ]),
    }
    entries.extend([
        named(words::excel(locale), Ending::Excel, plain.clone()),
        named(words::csv(locale), Ending::Csv, plain.clone()),
        named(words::json(locale), Ending::Json, plain),
    ]);
    let entries = entries.into_iter();
    let entries = entries.map(|(name, ending, view)| view! { <li><a href=drawing.file(ending, &view)>{name}</a></li> });
    view! {
        <div>
            <h3>{words::downloads(locale)}</h3>
            <ul>{entries.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// A list for print: as many rows as a page holds, and so several sheets for the part that is shown.
fn on_sheets(locale: Locale, report: &ChartReport, print: &ViewSpec) -> Vec<(String, Ending, ViewSpec)> {
    let rows = report.rows();
    let (from, to) = report.part().map_or((0, rows), |part| (part.offset, rows.min(part.offset + part.limit)));
    let sheet_of = |row: u32| u16::try_from(row / u32::from(PRINTED_ROWS) + 1).unwrap_or(u16::MAX);
    let last = sheet_of(rows.saturating_sub(1));
    let sheets: Vec<u16> = (sheet_of(from)..=sheet_of(to.saturating_sub(1))).collect();
    let sheet = |number: u16| ViewSpec { page: (last > 1).then_some(number), ..print.clone() };
    let kinds = [(words::print_png(locale), Ending::Png), (words::print_svg(locale), Ending::Svg)];
    let of_kind = |(name, ending): (&str, Ending)| {
        let named =
            |number: &u16| (words::sheet(locale, name, &number.to_string(), &last.to_string()), ending, sheet(*number));
        sheets.iter().map(named).collect::<Vec<_>>()
    };
    kinds.into_iter().flat_map(of_kind).collect()
}

/// The data keep the licence of their publishers; ours is another one.
fn licences(locale: Locale, sources: &[SourceNote]) -> AnyView {
    let entries = sources.iter().map(|source| {
        let title = locale.pick(&source.title.ja, &source.title.en).clone();
        let licence =
            if source.licence.is_empty() { words::no_licence(locale).to_owned() } else { source.licence.clone() };
        let wording = locale.pick(&source.attribution.ja, &source.attribution.en).clone();
        let wording = (!wording.is_empty()).then(|| view! { <br /> {wording} });
        view! { <li>{words::licence_of(locale, &title, &licence)} {wording}</li> }
    });
    view! {
        <div>
            <h3>{words::licences(locale)}</h3>
            <p>{words::ours(locale)}</p>
            <ul>{entries.collect_view()}</ul>
        </div>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn take { ja: "持っていく", en: "Take it with you" }
        pub(super) fn law {
            ja: "病院や診療所が、自分に都合のよい図を患者さん集めに使うと、医療広告になります。ほかより優れていると示す広告は、医療法で禁じられています。報道・研究・ご自分の病院選びには、下の条件の範囲で使えます。",
            en: "A hospital or clinic that uses a favourable chart to attract patients is advertising, and Japanese medical law forbids advertising that claims to be better than others. For journalism, research and your own choice the charts may be used within the terms below.",
        }
        pub(super) fn pinned(release: &str) {
            ja: "下のアドレスは、いま見ている版（{release}）を指しています。あとから数字が変わることはなく、新しい版や訂正が出たときは、図の外にお知らせが出ます。",
            en: "The addresses below name the release you see ({release}). Its figures never change; when a newer release or a correction is published, a notice appears outside the drawing.",
        }
        pub(super) fn following(release: &str) {
            ja: "下のアドレスは、いつもいちばん新しい版を指します（いまは{release}）。新しい版が出るたびに、図の数字も変わります。",
            en: "The addresses below always show the newest release (now {release}). Its figures change with every release.",
        }
        pub(super) fn frame { ja: "埋め込み（サイト用のコード）", en: "Embed (code for a site)" }
        pub(super) fn image { ja: "画像（サイト用のコード）", en: "Image (code for a site)" }
        pub(super) fn link { ja: "この図のページのアドレス", en: "Address of its page" }
        pub(super) fn inline { ja: "引用（文中）", en: "Citation (in the text)" }
        pub(super) fn full { ja: "引用（文献一覧）", en: "Citation (list of references)" }
        pub(super) fn downloads { ja: "ファイルで受け取る", en: "As a file" }
        pub(super) fn svg { ja: "SVG（拡大しても鮮明）", en: "SVG (sharp at any size)" }
        pub(super) fn square { ja: "PNG 正方形", en: "PNG square" }
        pub(super) fn preview { ja: "PNG リンクの見出し用（1200×630）", en: "PNG for link previews (1200×630)" }
        pub(super) fn print_png { ja: "PNG 印刷用（一色・300 dpi）", en: "PNG for print (one colour, 300 dpi)" }
        pub(super) fn sheet(name: &str, number: &str, of: &str) { ja: "{name}：{of}枚のうち{number}枚め", en: "{name}, sheet {number} of {of}" }
        pub(super) fn print_svg { ja: "SVG 印刷用（一色・ミリ指定）", en: "SVG for print (one colour, in millimetres)" }
        pub(super) fn excel { ja: "図のデータ（Excel用）", en: "Data of the chart (for Excel)" }
        pub(super) fn csv { ja: "図のデータ（CSV）", en: "Data of the chart (CSV)" }
        pub(super) fn json { ja: "図のデータと説明（JSON）", en: "Data and description (JSON)" }
        pub(super) fn licences { ja: "データの利用の条件", en: "Licences of the data" }
        pub(super) fn ours {
            ja: "図と説明文は、出典を書けば自由に使えます。数字そのものは、公表元の条件に従ってください。",
            en: "Charts and explanations are free to use with their source named. The figures themselves keep the terms of their publishers.",
        }
        pub(super) fn licence_of(title: &str, licence: &str) { ja: "{title}：{licence}", en: "{title}: {licence}" }
        pub(super) fn no_licence {
            ja: "利用の条件が示されていません（使う前に公表元に確かめてください）",
            en: "no licence is given (ask the publisher before use)",
        }
    }
}
