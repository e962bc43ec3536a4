//! What does a hospital see before its figures become public? One sheet that stands alone: no script, no link it needs.

use super::components::{context, table};
use super::document::site_name;
use domain::caveats::Caveat;
use domain::peers::PeerGroup;
use domain::{Disclosed, Status, Verdict};
use i18n::{Locale, date_iso};
use leptos::prelude::*;
use reports::figures::{
    disagreement, hospital_name, is_bare_count, judged_among_others, national_sentence, no_places_sentence,
    period_words, place_name, places_alone, quantity, range_words, short_verdict, source_words, stratum_words,
    together_sentence, value_words, verdict_sentence,
};
use reports::model::{Change, Figure, HospitalReport, MeasureSection, Outcome, ValueRow, what_holds};

/// The sheet as a whole document.
///
/// `changes` are the differences of this hospital from what is public now, with the measure each belongs to.
pub fn sheet(locale: Locale, report: &HospitalReport, changes: &[Change]) -> String {
    let owner = Owner::new();
    let html = owner.with(|| whole(locale, report, changes).to_html());
    owner.cleanup();
    html
}

fn whole(locale: Locale, report: &HospitalReport, changes: &[Change]) -> AnyView {
    let name = hospital_name(locale, &report.card.hospital.name);
    let place = place_name(locale, &report.card.hospital);
    let title = format!("{}{}{}", i18n::in_parentheses(locale, &name, &place), "｜", words::title(locale));
    let said = context::sentences(locale, report).join(locale.pick("", " "));
    let as_of = date_iso(locale, &report.release.as_of.to_string());
    let sections = report.measures.iter().map(|section| measure(locale, report, section)).collect_view();
    let nothing = report.measures.is_empty().then(|| view! { <p>{words::nothing(locale)}</p> });
    view! {
        <!DOCTYPE html>
        <html lang=locale.as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex" />
                <title>{title}</title>
                <style inner_html=STYLE></style>
            </head>
            <body>
                <main>
                    <p class="draft">{words::draft(locale)}</p>
                    <h1>{name}</h1>
                    <p>{place} " · " {report.card.hospital.id.to_string()}</p>
                    <p>{words::release(locale, site_name(locale), &report.release.id, &as_of)}</p>
                    <h2>{words::about(locale)}</h2>
                    <p>{said}</p>
                    <p>{context::role(locale, report)}</p>
                    {changed(locale, report, changes)}
                    <h2>{words::figures(locale)}</h2>
                    {nothing}
                    {sections}
                    {explained(locale, report)}
                    {objections(locale, report)}
                </main>
            </body>
        </html>
    }
    .into_any()
}

fn measure(locale: Locale, report: &HospitalReport, section: &MeasureSection) -> AnyView {
    let row = section.newest.figure();
    let name = locale.pick(&section.measure.name.ja, &section.measure.name.en).clone();
    let caveats: Vec<&str> = what_holds(&section.newest).iter().map(|c| locale.pick(c.short.ja, c.short.en)).collect();
    let caveats = (!caveats.is_empty())
        .then(|| view! { <ul class="small">{caveats.into_iter().map(|c| view! { <li>{c}</li> }).collect_view()}</ul> });
    let source = source_words(locale, row.period, &row.source.id, &report.sources, &report.release);
    view! {
        <section>
            <h3>{name.clone()} " " <span class="small">{section.measure.id.to_string()}</span></h3>
            {newest(locale, section).into_iter().map(|said| view! { <p>{said}</p> }).collect_view()}
            {caveats}
            {table::table(all_values(locale, &name, section))}
            <p class="small">{source}</p>
        </section>
    }
    .into_any()
}

/// The newest value with everything that stands beside it on the page.
fn newest(locale: Locale, section: &MeasureSection) -> Vec<String> {
    let row = section.newest.figure();
    let measure = &section.measure;
    let Outcome::Reported(reported) = &row.outcome else {
        return vec![words::missing(locale, &missing(locale, row))];
    };
    let judged = row.judged();
    let range = range_words(locale, measure, reported);
    let value = value_words(locale, measure, reported);
    let value = if range.is_empty() { value } else { i18n::in_parentheses(locale, &value, &range) };
    let mut said = vec![value];
    if measure.held_against_the_country() && !is_bare_count(measure, &section.national) {
        said.extend(national_sentence(locale, measure, &section.national));
    }
    said.extend(together_sentence(locale, measure, row));
    said.push(verdict_sentence(locale, measure, judged.national_word(), &section.national));
    if row.hospital.peer_group != PeerGroup::Unclassified {
        match judged_among_others(locale, judged) {
            Some(others) => said.push(others.to_owned()),
            None => said.push(verdict_sentence(locale, measure, judged.peer_word(), &section.peer)),
        }
    }
    said.extend(disagreement(locale, measure, row));
    said.extend(places_alone(locale, row).or_else(|| no_places_sentence(locale, &section.newest, &[], None)));
    said
}

fn missing(locale: Locale, row: &ValueRow) -> String {
    let reason = row.outcome.status().reason();
    locale.pick(reason.ja, reason.en).to_owned()
}

/// Every value of the measure: its years, years put together, and parts.
fn all_values(locale: Locale, name: &str, section: &MeasureSection) -> charts::Table {
    let together = section.history.iter().filter_map(|value| value.figure().together.as_deref());
    let values = section.history.iter().chain(together).chain(&section.strata);
    charts::Table {
        caption: words::all_values(locale, name, &quantity(&section.measure).axis(locale)),
        header: [
            words::period(locale),
            words::part(locale),
            words::value(locale),
            words::patients(locale),
            words::verdicts(locale),
            words::printed(locale),
            words::stands_at(locale),
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: values.map(|value| value_row(locale, section, value)).collect(),
    }
}

fn value_row(locale: Locale, section: &MeasureSection, value: &Disclosed<ValueRow>) -> Vec<String> {
    let row = value.figure();
    let measure = &section.measure;
    let (said, patients) = match &row.outcome {
        Outcome::Missing { .. } => (missing(locale, row), String::new()),
        Outcome::Reported(reported) => {
            let range = range_words(locale, measure, reported);
            let value = value_words(locale, measure, reported);
            let value = if range.is_empty() { value } else { i18n::in_parentheses(locale, &value, &range) };
            let number = |figure: Figure| figure.number().map_or_else(|| "–".to_owned(), |n| n.to_string());
            let patients = match (reported.numerator, reported.denominator) {
                (Figure::NotPublished, Figure::NotPublished) => String::new(),
                (events, patients) => format!("{} / {}", number(events), number(patients)),
            };
            (value, patients)
        }
    };
    let word = |verdict| match verdict {
        Verdict::NotJudged => "–".to_owned(),
        verdict => short_verdict(locale, measure, verdict),
    };
    let verdicts = match (row.national_word(), row.peer_word()) {
        (national, peer) if national == peer => word(national),
        (national, peer) => format!("{} / {}", word(national), word(peer)),
    };
    let sheet = if row.source.sheet.is_empty() { &row.source.id } else { &row.source.sheet };
    let stands_at = row.source.row.map_or_else(|| sheet.clone(), |number| format!("{sheet} {number}"));
    let part =
        if row.stratum.is_empty() { words::everybody(locale).to_owned() } else { stratum_words(locale, &row.stratum) };
    let printed = match &row.outcome {
        Outcome::Missing { raw, .. } => raw.clone(),
        Outcome::Reported(_) => row.published_verdict.clone(),
    };
    vec![period_words(locale, row.period), part, said, patients, verdicts, printed, stands_at]
}

fn changed(locale: Locale, report: &HospitalReport, changes: &[Change]) -> Option<AnyView> {
    let name = |change: &Change| {
        let known = report.measures.iter().find(|section| section.measure.id == change.measure);
        known.map_or_else(
            || change.measure.to_string(),
            |section| locale.pick(&section.measure.name.ja, &section.measure.name.en).clone(),
        )
    };
    let shown = |value: Figure, status: Option<Status>| match (value.number(), status) {
        (Some(value), _) => value.to_string(),
        (None, Some(status)) => locale.pick(status.reason().ja, status.reason().en).to_owned(),
        (None, None) => "–".to_owned(),
    };
    (!changes.is_empty()).then(|| {
        let rows = changes.iter().map(|c| {
            let part = if c.stratum.is_empty() { String::new() } else { stratum_words(locale, &c.stratum) };
            vec![name(c), period_words(locale, c.period), part, shown(c.was, c.was_status), shown(c.is, c.is_status)]
        });
        let rows = charts::Table {
            caption: words::changed(locale).to_owned(),
            header: [
                words::measure(locale),
                words::period(locale),
                words::part(locale),
                words::was(locale),
                words::will_be(locale),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: rows.collect(),
        };
        view! { <h2>{words::changed(locale)}</h2> {table::table(rows)} }.into_any()
    })
}

/// Every caveat of the sheet once, with its explanation.
fn explained(locale: Locale, report: &HospitalReport) -> Option<AnyView> {
    let mut caveats: Vec<&'static Caveat> = Vec::new();
    for caveat in report.measures.iter().flat_map(|section| what_holds(&section.newest)) {
        if !caveats.iter().any(|known| known.id == caveat.id) {
            caveats.push(caveat);
        }
    }
    (!caveats.is_empty()).then(|| {
        view! {
            <h2>{words::explained(locale)}</h2>
            {super::components::caveats::list(locale, &caveats)}
        }
        .into_any()
    })
}

fn objections(locale: Locale, report: &HospitalReport) -> AnyView {
    let id = report.card.hospital.id.to_string();
    view! {
        <section>
            <h2>{words::object(locale)}</h2>
            <ol>
                <li>{words::object_wrong(locale)}</li>
                <li>{words::object_source(locale)}</li>
                <li>{words::object_explain(locale)}</li>
            </ol>
            <p>{words::object_never(locale)}</p>
            <p>{words::object_how(locale, &id)}</p>
            <div class="write" aria-hidden="true"></div>
        </section>
    }
    .into_any()
}

/// A sheet is printed or sent by itself, so its few rules stand in it.
const STYLE: &str = "body{font:16px/1.7 'BIZ UDPGothic','Hiragino Sans','Noto Sans JP',system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}\
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem}\
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem;border-bottom:1px solid #1a1a1a}h3{font-size:1.05rem;margin:1.5rem 0 .25rem}\
p{margin:.25rem 0}.small{font-size:.85rem;color:#444;font-weight:400}.draft{border:2px solid #1a1a1a;padding:.5rem .75rem;font-weight:700}\
table{border-collapse:collapse;width:100%;font-size:.85rem;margin:.5rem 0}caption{text-align:left;color:#444}\
th,td{border-bottom:1px solid #bbb;padding:.25rem .5rem;text-align:left;vertical-align:top}\
.ms-table{overflow-x:auto}.write{border:1px solid #1a1a1a;height:9rem;margin-top:.5rem}\
@media print{body{font-size:10pt}main{max-width:none;padding:0}section{break-inside:avoid-page}@page{size:A4;margin:15mm}}";

mod words {
    i18n::text! {
        pub(super) fn title { ja: "公開前の確認用紙", en: "Preview for the hospital" }
        pub(super) fn draft {
            ja: "公開前の確認用紙です。ここにある内容は、まだ公開されていません。",
            en: "A preview for the hospital. Nothing on this sheet is public yet.",
        }
        pub(super) fn release(site: &str, id: &str, as_of: &str) {
            ja: "「{site}」が次に公開する予定の内容（{id}、{as_of}時点）",
            en: "What {site} is going to publish next ({id}, as of {as_of})",
        }
        pub(super) fn about { ja: "病院についての説明", en: "How the hospital is described" }
        pub(super) fn figures { ja: "載せる予定の数字", en: "The figures" }
        pub(super) fn nothing {
            ja: "この病院の数字は、取り込んだ資料にありません。数字がないことは、悪いという意味ではありません。",
            en: "None of the files we read has a figure for this hospital. That does not mean anything bad.",
        }
        pub(super) fn missing(reason: &str) {
            ja: "値がありません（{reason}）。悪いという意味ではありません。",
            en: "No value ({reason}). This does not mean anything bad.",
        }
        pub(super) fn all_values(name: &str, unit: &str) { ja: "{name}：すべての値（{unit}）", en: "{name}: every value ({unit})" }
        pub(super) fn period { ja: "期間", en: "Period" }
        pub(super) fn part { ja: "対象", en: "Patients" }
        pub(super) fn everybody { ja: "全体", en: "All" }
        pub(super) fn value { ja: "値（95％の幅）", en: "Value (95% range)" }
        pub(super) fn patients { ja: "件数 / 患者数", en: "Events / patients" }
        pub(super) fn verdicts { ja: "全国と比べて / 同じ役割の病院と比べて", en: "Compared with the country / the same role" }
        pub(super) fn printed { ja: "資料の印・判定", en: "As the source marks it" }
        pub(super) fn stands_at { ja: "資料の場所（行）", en: "Place in the source (row)" }
        pub(super) fn changed { ja: "いま公開されている内容から変わるところ", en: "What changes from what is public now" }
        pub(super) fn measure { ja: "指標", en: "Measure" }
        pub(super) fn was { ja: "いま", en: "Now" }
        pub(super) fn will_be { ja: "次", en: "Next" }
        pub(super) fn explained { ja: "数字のそばに書く注意の意味", en: "What the notes beside the figures mean" }
        pub(super) fn object { ja: "まちがいがあるとき・説明を添えたいとき", en: "If something is wrong, or needs explaining" }
        pub(super) fn object_wrong {
            ja: "数字が資料と違うとき：指標・期間と、資料のどこに正しい数字があるかを教えてください。確かめて、公開の前に直します。",
            en: "If a figure differs from its source: tell us the measure, the period, and where the source gives the right figure. We will check it and correct it before publishing.",
        }
        pub(super) fn object_source {
            ja: "資料そのものがまちがっているとき：資料の公表元に訂正を申し出てください。そのことを、数字のそばに書き添えます。",
            en: "If the source itself is wrong: ask its publisher for a correction. We will say beside the figure that you have asked.",
        }
        pub(super) fn object_explain {
            ja: "数字は正しいが説明が要るとき：文章を送ってください。日付とともに、数字のすぐそばに、そのまま載せます。",
            en: "If the figure is right but needs explaining: send us a text. We will publish it beside the figure, dated and unchanged.",
        }
        pub(super) fn object_never {
            ja: "都合が悪いという理由では数字を消しません。病院から費用はいただきません。",
            en: "We do not remove a figure because it is unwelcome, and hospitals pay nothing.",
        }
        pub(super) fn object_how(id: &str) {
            ja: "この用紙を送ってきた相手に返信してください。病院の番号（{id}）を添えると早く済みます。同じ内容の表（CSV）も届いているはずです。",
            en: "Reply to whoever sent you this sheet and give the hospital’s ID ({id}). You should also have received the same figures as a table (CSV).",
        }
    }
}
