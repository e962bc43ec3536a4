//! What is told about one measure: what it counts, what it cannot tell, how large the spread is, and every hospital as a list?

mod table;
mod values;

use super::measure_variation;
use crate::site::components::abroad::abroad;
use crate::site::components::caveats;
use crate::site::components::hand_on::hand_on;
use crate::site::components::use_chart::use_charts;
use crate::site::document::{Meta, Outside};
use crate::site::drawings::{Drawing, Ending};
use crate::site::linked_data::{Speaker, block};
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::MeasureId;
use domain::measure::{Direction, Kind};
use domain::view_spec::{Chart, PeriodChoice, ReleaseChoice, ViewSpec};
use i18n::{Locale, percent, whole};
use leptos::prelude::*;
use reports::figures::{
    answers_sentence, any_places, funnel_size, middles_of_roles, national_value, other_country, period_words,
};
use reports::model::{MeasureNote, MeasureReport};
use reports::{ReportError, Reports};

/// Rows of the table on one page.
const ROWS: u16 = reports::chart::ROWS;
/// Rows that the API gives in one part.
const AT_ONCE: u16 = 1_000;
/// Where a picture is drawn narrow.
const NARROW: &str = "(max-width: 45.99rem)";

pub(in crate::site) async fn page(
    reports: &Reports,
    outside: &Outside,
    here: &Here,
    id: &MeasureId,
) -> Result<Page, ReportError> {
    let number = here.view.page.unwrap_or(1);
    let view =
        ViewSpec { limit: Some(ROWS), cursor: Some(u32::from(number - 1) * u32::from(ROWS)), ..here.view.clone() };
    let report = reports.measure(id, &view).await?;
    let regions = reports.regions(&view.release).await?;
    let speaker = Speaker { origin: &outside.origin, locale: here.locale, release: &report.values.release };
    let described = speaker.measure(&report);
    let here = here.clone();
    Ok(Page {
        meta: meta(here.locale, &report),
        release: report.values.release.clone(),
        content: Box::new(move || view! { {block(&described)} {content(&here, &report, &regions)} }.into_any()),
    })
}

fn meta(locale: Locale, report: &MeasureReport) -> Meta {
    let measure = &report.values.measure;
    Meta {
        title: locale.pick(&measure.name.ja, &measure.name.en).clone(),
        description: locale.pick(&measure.plain.ja, &measure.plain.en).clone(),
    }
}

/// Regions to choose from: id, name, number of hospitals.
type Regions = [(String, domain::Bilingual<String>, u32)];

fn content(here: &Here, report: &MeasureReport, regions: &Regions) -> AnyView {
    let locale = here.locale;
    let measure = &report.values.measure;
    let topic = measure.topic.name();
    let period = period_words(locale, report.values.period);
    let national = national_value(locale, measure, &report.national.comparator);
    // how far answers with yes or no lie apart is told by their numbers
    let drawn = !measure.is_yes_or_no();
    view! {
        <p class="ms-crumb">
            <a href=here.to(&Place::Measures)>{words::all_measures(locale)}</a>
            {locale.pick("・", " · ")} {locale.pick(topic.ja, topic.en)}
        </p>
        <h1>{locale.pick(&measure.name.ja, &measure.name.en).clone()}</h1>
        <p class="ms-lead">{locale.pick(&measure.plain.ja, &measure.plain.en).clone()}</p>
        <p>{direction_words(locale, measure)}{locale.pick("。", ".")}</p>
        {national.map(|national| view! {
            <p class="ms-value ms-value-alone">
                <span class="ms-range">{period} {locale.pick("・", " · ")} {national.whom}</span>
                <strong>{national.value}</strong>
            </p>
        })}
        {middles_of_roles(locale, report, usize::MAX).map(|middles| view! {
            <p>{period_words(locale, report.values.period)} {locale.pick("・", " · ")} {middles}{locale.pick("。", ".")}</p>
        })}
        {report.answers.map(|answers| view! {
            <p class="ms-value ms-value-alone">
                <span class="ms-range">{period_words(locale, report.values.period)}</span>
                <strong>{answers_sentence(locale, &report.national.comparator, answers)}</strong>
            </p>
        })}
        <div class="ms-columns">
            <div>{explanation(locale, measure)}</div>
            <aside>{drawn.then(|| spread(locale, report))} {missing(locale, report)} {breaks(locale, report)}</aside>
        </div>
        {caveats::said_once(locale, &report.values.said_once)}
        {funnel(here, report)}
        {drawn.then(|| view! {
            {measure_variation::variation(here, report)}
            {use_charts(here, &charts(report), &in_view(here, report))}
        })}
        {values::values(here, report, regions)}
        {hand_on(here)}
        {take(here, report)}
    }
    .into_any()
}

/// Which end is better, in words.
pub(super) fn direction_words(locale: Locale, measure: &MeasureNote) -> &'static str {
    match measure.direction {
        _ if measure.crude_outcome => words::crude_direction(locale),
        Direction::Lower if measure.is_yes_or_no() => words::no_is_better(locale),
        Direction::Higher if measure.is_yes_or_no() => words::yes_is_better(locale),
        Direction::Lower => words::lower(locale),
        Direction::Higher => words::higher(locale),
        Direction::Neutral => words::neutral(locale),
    }
}

fn explanation(locale: Locale, measure: &MeasureNote) -> AnyView {
    let parts = [
        (words::why(locale), &measure.why),
        (words::cannot_tell(locale), &measure.cannot_tell),
        (words::owner_warning(locale), &measure.owner_warning),
    ];
    let told = parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(head, text)| {
        view! {
            <section class="ms-section">
                <h2>{head}</h2>
                <p>{locale.pick(&text.ja, &text.en).clone()}</p>
            </section>
        }
    });
    view! { {told.collect_view()} {abroad(locale, measure)} }.into_any()
}

/// The whole table, and where everything else can be taken from.
fn take(here: &Here, report: &MeasureReport) -> AnyView {
    let locale = here.locale;
    let values = &report.values;
    let table = |ending: &str| format!("/data/{}/measures/{}.{ending}", values.release.id, values.measure.id);
    view! {
        <p class="ms-small">
            {words::take(locale)} " "
            <a href=table(super::data::excel_ending(locale)) download="">{words::excel(locale)}</a> {locale.pick("、", ", ")}
            <a href=table("csv") download="">"CSV"</a> {locale.pick("、", ", ")}
            <a href=here.to(&Place::Data)>{words::data(locale)}</a>
        </p>
        {seen(here, report)}
    }
    .into_any()
}

/// The hospitals of this table alone, where a program answers them in one part.
fn seen(here: &Here, report: &MeasureReport) -> Option<AnyView> {
    let (locale, values) = (here.locale, &report.values);
    let view = ViewSpec {
        release: ReleaseChoice::Pinned(values.release.id.clone()),
        period: PeriodChoice::Given(values.period),
        region: here.view.region.clone(),
        peer_group: here.view.peer_group,
        stratum: values.stratum.clone(),
        limit: Some(AT_ONCE),
        ..ViewSpec::default()
    };
    let rows = values.page.total;
    let href = format!("/api/v1/measures/{}/values.csv?{}", values.measure.id, view.to_query());
    (0 < rows && rows <= u32::from(AT_ONCE)).then(|| {
        let told = words::seen(locale, &whole(rows));
        view! { <p class="ms-small">{words::seen_why(locale)} " " <a href=href download="">{told}</a></p> }.into_any()
    })
}

/// How much of the differences is real, in words (R7).
pub(in crate::site) fn how_real(locale: Locale, report: &MeasureReport) -> String {
    match report.national.rankability.number() {
        Some(share) if report.values.measure.crude_outcome => words::crude_real(locale, &percent(share, 0)),
        Some(share) if share >= 0.5 => words::real(locale, &percent(share, 0)),
        Some(share) => words::mostly_chance(locale, &percent(share, 0)),
        None => words::spread_unknown(locale).to_owned(),
    }
}

/// The same, with how many hospitals stand outside.
fn spread(locale: Locale, report: &MeasureReport) -> AnyView {
    let spread = &report.national;
    let real = how_real(locale, report);
    let pooled = (spread.pooled > 0 && !report.names_nobody_unusual())
        .then(|| view! { <p>{words::pooled(locale, &whole(spread.pooled))}</p> });
    let outside = (!report.names_nobody_unusual() && spread.judged > 0).then(|| {
        let by_chance = i18n::number(spread.outside_998_by_chance, usize::from(spread.outside_998_by_chance < 10.0));
        let (judged, outside) = (whole(spread.judged), whole(spread.outside_95));
        let told = if report.values.measure.shrunken {
            words::published(locale, &judged, &outside)
        } else {
            words::outside(locale, &judged, &outside, &whole(spread.outside_998), &by_chance)
        };
        view! { <p>{told}</p> }
    });
    view! {
        <section class="ms-aside">
            <h2 class="ms-h3">{words::how_real(locale)}</h2>
            <p>{real}</p>
            {outside}
            {pooled}
        </section>
    }
    .into_any()
}

fn missing(locale: Locale, report: &MeasureReport) -> Option<AnyView> {
    (!report.missing.is_empty()).then(|| {
        let rows = report.missing.iter().map(|missing| {
            let reason = missing.status.reason();
            view! { <li>{locale.pick(reason.ja, reason.en)} {words::hospitals(locale, &whole(missing.hospitals))}</li> }
        });
        view! {
            <section class="ms-aside">
                <h2 class="ms-h3">{words::missing(locale)}</h2>
                <p>{words::not_bad(locale)}</p>
                <ul>{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn breaks(locale: Locale, report: &MeasureReport) -> Option<AnyView> {
    (!report.breaks.is_empty()).then(|| {
        let rows = report.breaks.iter().map(|change| {
            view! { <li>{reports::figures::break_words(locale, change)}</li> }
        });
        view! {
            <section class="ms-aside">
                <h2 class="ms-h3">{words::breaks(locale)}</h2>
                <ul>{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// The picture of all hospitals: a file of its own, because a page with thousands of dots would be heavy.
fn funnel(here: &Here, report: &MeasureReport) -> Option<AnyView> {
    let locale = here.locale;
    (!report.funnel.is_empty()).then(|| {
        let abroad = other_country(locale, &report.national.comparator);
        let heading = abroad
            .as_ref()
            .map_or_else(|| words::funnel(locale).to_owned(), |country| words::funnel_of(locale, &country.within));
        let measure = &report.values.measure;
        let size = funnel_size(locale, measure);
        let how_to_read = match measure.crude_outcome {
            true => words::how_to_read_crude(locale),
            false if !report.national.comparator.limits_fit => words::how_to_read_mixed(locale),
            false if matches!(measure.kind, Kind::Mean | Kind::Score) => words::how_to_read_without_limits(locale),
            false if abroad.is_some() => words::how_to_read_abroad(locale),
            false => words::how_to_read(locale),
        };
        let one_year = (report.national.pooled > 0).then(|| words::one_year(locale));
        let source = picture(here, report, Chart::Funnel);
        let source = source.as_str();
        view! {
            <div class="ms-edge-quiet" aria-hidden="true"></div>
            <section aria-labelledby="funnel">
                <h2 id="funnel">{heading}</h2>
                <p>{how_to_read} {one_year}</p>
                <figure class="ms-figure ms-picture">
                    <picture>
                        <source media=NARROW srcset=narrow(source) width="344" height="618" />
                        <img src=source.to_owned() alt=words::funnel_alt(locale, &whole(report.funnel.len()), &size) width="680" height="680" loading="lazy" />
                    </picture>
                </figure>
                <p class="ms-small"><a href="#values">{words::same_as_table(locale)}</a></p>
            </section>
        }
        .into_any()
    })
}

/// The same picture for a phone: its text stays readable.
fn narrow(address: &str) -> String {
    format!("{address}&w=344")
}

/// The charts that this measure has.
fn charts(report: &MeasureReport) -> Vec<Chart> {
    let funnel = (!report.funnel.is_empty()).then_some(Chart::Funnel);
    let map = (!report.regions.is_empty()).then_some(Chart::Map);
    let places = any_places(&report.values.rows).then_some(Chart::Places);
    let grouped = report.values.measure.comparable_over_roles() || !report.years_of_roles.is_empty();
    let spread = (report.years.len() > 1 && grouped).then_some(Chart::Spread);
    [funnel, Some(Chart::Intervals), places, spread, map].into_iter().flatten().collect()
}

/// The question of this page as a chart asks it.
fn in_view(here: &Here, report: &MeasureReport) -> ViewSpec {
    ViewSpec { measure: Some(report.values.measure.id.clone()), ..here.view.clone() }
}

/// The address of a picture of exactly this question, in exactly this release.
fn picture(here: &Here, report: &MeasureReport, chart: Chart) -> String {
    let values = &report.values;
    let view = ViewSpec {
        release: ReleaseChoice::Pinned(values.release.id.clone()),
        measure: Some(values.measure.id.clone()),
        period: PeriodChoice::Given(values.period),
        stratum: values.stratum.clone(),
        page: here.view.page.filter(|page| *page > 1),
        ..here.view.clone()
    };
    Drawing { locale: here.locale, chart }.file(Ending::Svg, &view)
}

mod words {
    i18n::text! {
        pub(super) fn all_measures { ja: "指標", en: "Measures" }
        pub(super) fn lower { ja: "少ない（小さい）ほど良い数字です", en: "Lower is better" }
        pub(super) fn higher { ja: "多い（大きい）ほど良い数字です", en: "Higher is better" }
        pub(super) fn yes_is_better { ja: "「はい」のほうが良い答えです", en: "Yes is the better answer" }
        pub(super) fn no_is_better { ja: "「いいえ」のほうが良い答えです", en: "No is the better answer" }
        pub(super) fn neutral { ja: "多くても少なくても、良し悪しはありません", en: "Neither end is better" }
        pub(super) fn crude_direction {
            ja: "重症度を調整していないので、病院の良し悪しは言えません",
            en: "Not adjusted for how ill patients were, so it does not show good or bad",
        }
        pub(super) fn why { ja: "なぜ大切か、病院に何ができるか", en: "Why it matters and what a hospital can do" }
        pub(super) fn cannot_tell { ja: "この数字では分からないこと", en: "What it cannot tell you" }
        pub(super) fn owner_warning { ja: "公表元からの注意", en: "The publisher's warning" }
        pub(super) fn take { ja: "すべての期間と病院を表で取り出す：", en: "All periods and hospitals as a table:" }
        pub(super) fn seen_why {
            ja: "いま選んでいる地域と期間の病院だけを取り出す：",
            en: "Only the hospitals of the region and period you chose:",
        }
        pub(super) fn seen(rows: &str) { ja: "CSV（{rows}院）", en: "CSV ({rows} hospitals)" }
        pub(super) fn excel { ja: "Excel用", en: "for Excel" }
        pub(super) fn data { ja: "ほかの形で取り出す", en: "other formats" }
        pub(super) fn how_real { ja: "見えている差は、どこまで本物か", en: "How much of the difference is real" }
        pub(super) fn real(share: &str) {
            ja: "病院どうしの差のうち、およそ{share}は本物の差で、残りは偶然です。",
            en: "About {share} of the differences between hospitals are real; the rest is chance.",
        }
        pub(super) fn crude_real(share: &str) {
            ja: "病院どうしの差のうち、およそ{share}は偶然ではありません。けれども重症度を調整していないので、病院のちがいか、患者さんのちがいかは分かりません。順位は出しません。",
            en: "About {share} of the differences are more than chance. But the figure is not adjusted for how ill patients were, so nobody can say whether hospitals or patients differ. Nothing is ranked.",
        }
        pub(super) fn mostly_chance(share: &str) {
            ja: "病院どうしの差のうち、本物の差はおよそ{share}だけです。大半は偶然なので、順位は出しません。",
            en: "Only about {share} of the differences between hospitals are real. Most of it is chance, so nothing is ranked.",
        }
        pub(super) fn spread_unknown {
            ja: "どこまでが偶然かを計算できる件数が公表されていません。順位は出しません。",
            en: "The counts needed to tell chance from real differences are not published, so nothing is ranked.",
        }
        pub(super) fn outside(judged: &str, out95: &str, out998: &str, by_chance: &str) {
            ja: "{judged}院のうち、ふつうのばらつきの外にあるのは{out95}院、はっきり外にあるのは{out998}院です。偶然とふつうのばらつきだけでも、{by_chance}院は「はっきり外」になります。",
            en: "Of {judged} hospitals, {out95} are outside the usual spread, {out998} of them clearly. Even if hospitals differed only by chance and their usual spread, {by_chance} would be clearly outside.",
        }
        pub(super) fn published(judged: &str, outside: &str) {
            ja: "{judged}院のうち{outside}院で、公表元が示した幅が国全体の値を含みません。",
            en: "Of {judged} hospitals, the published interval of {outside} excludes the national value.",
        }
        pub(super) fn pooled(count: &str) {
            ja: "このうち{count}院は、1年では件数が少ないため、2〜3年分をあわせて判定しています。",
            en: "For {count} of them one year is too few, so two or three years are judged together.",
        }
        pub(super) fn missing { ja: "値のない病院と、その理由", en: "Hospitals without a value, and why" }
        pub(super) fn not_bad { ja: "値がないのは、悪いという意味ではありません。", en: "Having no value does not mean anything bad." }
        pub(super) fn hospitals(count: &str) { ja: "：{count}院", en: ": {count}" }
        pub(super) fn breaks { ja: "数え方が変わった年", en: "When the counting changed" }
        pub(super) fn funnel { ja: "全国の病院を一枚に", en: "Every hospital in one picture" }
        pub(super) fn funnel_of(country: &str) { ja: "{country}の病院を一枚に", en: "Every hospital of {country} in one picture" }
        pub(super) fn how_to_read_abroad {
            ja: "点の一つ一つが病院です。右へ行くほど患者さんなどの数が多く、偶然でぶれる幅がせまくなります。破線の内側にある病院は、国全体と区別できないか、ちがってもふつうのばらつきの範囲内です。",
            en: "Each dot is a hospital. The further right, the more patients or cases a hospital has, and the less room there is for chance. Hospitals inside the dashed lines cannot be told apart from the country, or differ within the usual spread between hospitals.",
        }
        pub(super) fn how_to_read {
            ja: "点の一つ一つが病院です。右へ行くほど患者さんなどの数が多く、偶然でぶれる幅がせまくなります。破線の内側にある病院は、全国と区別できないか、ちがってもふつうのばらつきの範囲内です。",
            en: "Each dot is a hospital. The further right, the more patients or cases a hospital has, and the less room there is for chance. Hospitals inside the dashed lines cannot be told apart from the country, or differ within the usual spread between hospitals.",
        }
        pub(super) fn how_to_read_crude {
            ja: "点の一つ一つが病院です。点線は、偶然だけでぶれる幅です。その外にあっても、患者さんの重さがちがうだけかもしれません。",
            en: "Each dot is a hospital. The dotted lines show what chance alone can do. A hospital outside them may simply have had other patients.",
        }
        pub(super) fn how_to_read_mixed {
            ja: "点の一つ一つが病院です。右へ行くほど患者さんなどの数が多く、偶然でぶれる幅がせまくなります。種類のちがう病院がまざるので、どこまでが「ふつう」かは言えません。",
            en: "Each dot is a hospital. The further right, the more patients or cases a hospital has, and the less room there is for chance. Hospitals of different kinds are mixed, so no range is called usual.",
        }
        pub(super) fn one_year {
            ja: "点は、どれも1年分の値です。2〜3年分をあわせた判定は、下の表と病院のページにあります。",
            en: " Each dot is one year. The table and the hospital's page show what two or three years together say.",
        }
        pub(super) fn how_to_read_without_limits {
            ja: "点の一つ一つが病院です。右へ行くほど患者さんなどの数が多く、偶然でぶれる幅がせまくなります。この指標では、人数だけからは偶然の幅が決まらないので、ふつうのばらつきの線は引いていません。",
            en: "Each dot is a hospital. The further right, the more patients or cases a hospital has, and the less room there is for chance. Here the number of patients alone does not settle how much chance can do, so no lines of the usual spread are drawn.",
        }
        pub(super) fn funnel_alt(count: &str, size: &str) {
            ja: "{count}院の値を、規模（{size}）に沿って並べた散布図。同じ内容を下の表で読めます。",
            en: "Values of {count} hospitals plotted against their size ({size}). The table below has the same content.",
        }
        pub(super) fn same_as_table { ja: "同じ内容を表で読む", en: "The same as a table" }
    }
}
