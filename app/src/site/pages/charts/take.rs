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
use reports::chart::ChartReport;
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
    let plain = ViewSpec { width: None, millimetres: None, ..report.handed_on() };
    let wide = |width: u16| ViewSpec { width: Some(width), ..plain.clone() };
    let shaped = |shape: Shape| ViewSpec { shape: Some(shape), ..plain.clone() };
    let print = ViewSpec {
        shape: Some(Shape::Print),
        millimetres: Some(report.view.millimetres.unwrap_or(PRINT_MM)),
        ..plain.clone()
    };
    let entries = [
        (words::svg(locale), Ending::Svg, plain.clone()),
        ("PNG 800 px", Ending::Png, wide(800)),
        ("PNG 1600 px", Ending::Png, wide(1600)),
        (words::square(locale), Ending::Png, shaped(Shape::Square)),
        (words::preview(locale), Ending::Png, shaped(Shape::Preview)),
        (words::print_png(locale), Ending::Png, print.clone()),
        (words::print_svg(locale), Ending::Svg, print),
        (words::excel(locale), Ending::Excel, plain.clone()),
        (words::csv(locale), Ending::Csv, plain.clone()),
        (words::json(locale), Ending::Json, plain),
    ];
    // a chart with a row per hospital would become illegible in a given shape
    let long = matches!(report.chart, Chart::Intervals | Chart::Places);
    let fits = |view: &ViewSpec| !long || !matches!(view.shape, Some(Shape::Square | Shape::Preview));
    let entries = entries.into_iter().filter(|(.., view)| fits(view));
    let entries = entries.map(|(name, ending, view)| view! { <li><a href=drawing.file(ending, &view)>{name}</a></li> });
    view! {
        <div>
            <h3>{words::downloads(locale)}</h3>
            <ul>{entries.collect_view()}</ul>
        </div>
    }
    .into_any()
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
