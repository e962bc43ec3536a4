//! What can be written about one measure in this release?

use super::super::measure_variation::{may_be_told, unadjusted_words, year_words};
use super::{Ready, not_found, of_release, ready, rules, said_of_changes};
use crate::site::components::abroad::abroad;
use crate::site::components::licences::without_terms;
use crate::site::components::use_chart::use_charts;
use crate::site::document::Meta;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::caveats::Caveat;
use domain::regions::{PREFECTURES, region_id};
use domain::variation::Level;
use domain::view_spec::{Chart, ViewSpec};
use domain::{Disclosed, MeasureId};
use i18n::{Locale, in_parentheses, number, whole};
use leptos::prelude::*;
use reports::chart::Reading;
use reports::figures::{
    answers_sentence, area_range_words, area_value_words, comparator_name, middles_of_roles, national_with_range,
    other_country, outside_by_chance, owner_warning, period_words,
};
use reports::model::{AreaValue, ChangeCount, MeasureNote, MeasureReport, Spread};
use reports::{ReportError, Reports};

/// So many values are looked at to know whether the measure has ranges.
const READ: u16 = 100;

pub(in crate::site) async fn page(reports: &Reports, here: &Here, id: &MeasureId) -> Result<Page, ReportError> {
    let view = ViewSpec { limit: Some(READ), ..of_release(&here.view) };
    let report = reports.measure(id, &view).await.map_err(|error| match error {
        ReportError::NotFound { kind: "measure", .. } => not_found(id),
        other => other,
    })?;
    let asked = ViewSpec { measure: Some(id.clone()), ..of_release(&here.view) };
    let finding = match reports.chart(Chart::Funnel, &asked, Reading::Drawing).await {
        Ok(chart) => Some(chart.figure(here.locale, "finding", charts::Frame::DESKTOP)?.title),
        Err(ReportError::NotDrawn { .. } | ReportError::View(_)) => None,
        Err(error) => return Err(error),
    };
    let changes = reports.tidings_in(&here.view, None).await?.changes;
    let changes: Vec<ChangeCount> = changes.into_iter().filter(|count| count.measure == *id).collect();
    let (here, locale) = (here.clone(), here.locale);
    let name = locale.pick(&report.values.measure.name.ja, &report.values.measure.name.en).clone();
    Ok(Page {
        meta: Meta { title: words::title(locale, &name), description: words::lead(locale).to_owned() },
        release: report.values.release.clone(),
        content: Box::new(move || content(&here, &report, finding, &changes)),
    })
}

fn content(here: &Here, report: &MeasureReport, finding: Option<String>, changes: &[ChangeCount]) -> AnyView {
    let locale = here.locale;
    let measure = &report.values.measure;
    let name = locale.pick(&measure.name.ja, &measure.name.en).clone();
    let asked = ViewSpec { measure: Some(measure.id.clone()), ..of_release(&here.view) };
    let news = said_of_changes(locale, changes.iter()).unwrap_or_else(|| words::no_news(locale).to_owned());
    let page = here.to(&Place::Measure(measure.id.clone()));
    let table = format!("/data/{}/measures/{}.csv", report.values.release.id, measure.id);
    // sentences of areas are of prefectures
    let at_home = other_country(locale, &report.national.comparator).is_none();
    let funnel = (!report.funnel.is_empty()).then_some(Chart::Funnel);
    let map = (!report.regions.is_empty()).then_some(Chart::Map);
    let list = (!measure.is_yes_or_no()).then_some(Chart::Intervals);
    let charts: Vec<Chart> = [funnel, list, map].into_iter().flatten().collect();
    let sentences = sentences(locale, report, finding).into_iter().zip(1..);
    let sentences = sentences.map(|(said, at)| Ready { id: format!("sentence-{at}"), said, source: None });
    view! {
        <p class="ms-crumb"><a href=here.to(&Place::Press)>{words::press(locale)}</a></p>
        <h1>{words::title(locale, &name)}</h1>
        <p class="ms-lead">{locale.pick(&measure.plain.ja, &measure.plain.en).clone()}</p>
        {without_terms(locale, &report.values.sources)}
        <p>{news}</p>
        {ready(locale, &report.values.release, &report.values.sources, vec![(None, sentences.collect())])}
        {at_home.then(|| prefectures(here, report))}
        {rules::of_measure(here, report)}
        {abroad(locale, measure)}
        {(!charts.is_empty()).then(|| use_charts(here, &charts, &asked))}
        <p>
            <a href=page.clone()>{words::measure_page(locale)}</a>
            {map.map(|_| view! { " · " <a href=format!("{page}#map")>{words::map(locale)}</a> })}
            " · " <a href=table>{words::table(locale)}</a>
        </p>
        {rules::contact(here)}
    }
    .into_any()
}

/// The sentence of every prefecture about this measure, on the prefecture's own page; only where it has one.
fn prefectures(here: &Here, report: &MeasureReport) -> Option<AnyView> {
    let locale = here.locale;
    let has_value = |code: &str, name: &str| {
        let mut areas = report.regions.iter().map(|value| &value.figure().area);
        areas.any(|area| area.code == code && area.name.ja == name)
    };
    let own = PREFECTURES.iter().filter(|(code, name)| has_value(code, name.ja));
    let links: Vec<_> = own
        .map(|(code, name)| {
            let page = here.to(&Place::PressRegion(region_id("JP", code)));
            let href = format!("{page}#{}", report.values.measure.id);
            view! { <li><a href=href>{locale.pick(name.ja, name.en)}</a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::prefectures(locale)}</summary>
                <ul class="ms-columns-list">{links}</ul>
            </details>
        }
        .into_any()
    })
}

/// Sentences that stand alone: each has its number, its range or its comparator, and its period.
fn sentences(locale: Locale, report: &MeasureReport, finding: Option<String>) -> Vec<String> {
    let values = &report.values;
    let name = locale.pick(&values.measure.name.ja, &values.measure.name.en);
    let period = period_words(locale, values.period);
    let mut said = Vec::new();
    let held: Vec<&'static Caveat> =
        held(report).iter().copied().filter(|caveat| caveat.id != "MULTIPLE_TESTS").collect();
    let aged = aged(locale, &values.measure, &held);
    if let Some(national) = national_with_range(locale, report) {
        let told = words::national(locale, &period, name, &lower_first(locale, &national.whom), &national.value);
        said.push(with_reserve(locale, &values.measure, &held, told));
    }
    if let Some(middles) = middles_of_roles(locale, report, usize::MAX) {
        let whom = comparator_name(locale, &report.national.comparator);
        let told = words::by_role(locale, &period, name, &lower_first(locale, &middles), &whom);
        said.push(with_reserve(locale, &values.measure, &held, told));
    }
    if let Some(answers) = report.answers {
        let told = answers_sentence(locale, &report.national.comparator, answers);
        said.push(words::finding(locale, &period, name, &lower_first(locale, &told)) + &aged);
    }
    let spread = &report.national;
    if !report.names_nobody_unusual() && spread.judged > 0 {
        let told = if values.measure.shrunken {
            words::published(locale, &period, name, &whole(spread.judged), &whole(spread.outside_95))
        } else {
            outside(locale, (&period, name), spread)
        };
        said.push(told + &aged);
    } else {
        said.extend(
            finding.map(|finding| words::finding(locale, &period, name, &lower_first(locale, &finding)) + &aged),
        );
    }
    let missing: u32 = report.missing.iter().map(|missing| missing.hospitals).sum();
    if let Some(most) = report.missing.iter().max_by_key(|missing| missing.hospitals) {
        let reason = most.status.reason();
        let reason = lower_first(locale, locale.pick(reason.ja, reason.en));
        said.push(words::missing(locale, &period, name, &whole(missing), &reason) + &aged);
    }
    for level in report.variation.iter().filter(|level| may_be_printed(&values.measure, level.level)) {
        if let Some(year) = level.years.iter().find(|year| year.period == values.period) {
            let told = year_words(locale, level.level, year);
            let told = words::spread(locale, &period, name, &told) + words::tenths(locale);
            let reserve = unadjusted_words(locale, &values.measure).unwrap_or_default();
            said.push(told + if reserve.is_empty() { "" } else { locale.pick("", " ") } + reserve + &aged);
        }
    }
    said
}

/// What holds for the whole set holds for each of its areas, and where there are none it is said of the rows.
fn held(report: &MeasureReport) -> &[&'static Caveat] {
    report.regions.first().map_or(&report.values.said_once[..], Disclosed::caveats)
}

/// How old the values are, and what their publisher warns of, for every sentence that can be copied alone.
fn aged(locale: Locale, measure: &MeasureNote, held: &[&'static Caveat]) -> String {
    let old = held.iter().filter(|caveat| matches!(caveat.id, "STALE" | "VERY_STALE"));
    let old: String = old.map(|caveat| words::held(locale, locale.pick(caveat.short.ja, caveat.short.en))).collect();
    old + &warned(locale, measure)
}

/// The publisher's own warning as a sentence of its own; nothing where there is none.
fn warned(locale: Locale, measure: &MeasureNote) -> String {
    owner_warning(locale, measure).map(|warning| words::held(locale, &warning)).unwrap_or_default()
}

/// Within an English sentence a phrase begins small, unless its first word is written in capitals.
fn lower_first(locale: Locale, phrase: &str) -> String {
    let mut letters = phrase.chars();
    match (locale, letters.next(), phrase.chars().nth(1)) {
        (Locale::En, Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => phrase.to_owned(),
    }
}

/// Medical areas are too many for a sentence.
pub(super) fn may_be_printed(measure: &MeasureNote, level: Level) -> bool {
    level != Level::MedicalArea && may_be_told(measure, level)
}

/// How many lie outside the limits, beside how many chance and the usual spread would put there: the limits hold both.
fn outside(locale: Locale, (period, name): (&str, &str), spread: &Spread) -> String {
    let about = |by_chance: f64| number(by_chance, usize::from(by_chance < 10.0));
    let by_chance = about(outside_by_chance(spread.judged as usize));
    let told = words::outside_95(locale, period, name, &whole(spread.judged), &whole(spread.outside_95), &by_chance);
    let clearly = words::outside_998(locale, &whole(spread.outside_998), &about(spread.outside_998_by_chance));
    let pooled = if spread.pooled > 0 { words::pooled(locale, &whole(spread.pooled)) } else { String::new() };
    told + &clearly + &pooled
}

/// The value of an area beside the country, in one sentence.
pub(super) fn area_sentence(
    locale: Locale,
    (place, measure, period): (&str, &MeasureNote, &str),
    disclosed: &Disclosed<AreaValue>,
    national: Option<&str>,
) -> String {
    let value = disclosed.figure();
    let name = locale.pick(&measure.name.ja, &measure.name.en);
    let range = area_range_words(locale, measure, value);
    let own = in_parentheses(locale, &area_value_words(locale, measure, value), &range);
    let hospitals = whole(value.hospitals);
    let told = match national {
        Some(national) => words::area(locale, period, place, &hospitals, name, &own, national),
        None => words::area_alone(locale, period, place, &hospitals, name, &own),
    };
    with_reserve(locale, measure, disclosed.caveats(), told + locale.pick("", " ") + chance_alone(locale))
}

/// What the range of an area leaves out.
pub(in crate::site) fn chance_alone(locale: Locale) -> &'static str {
    words::only_chance(locale)
}

/// What nobody has adjusted says so within the sentence that will be printed, and so does every other caveat of the value.
fn with_reserve(locale: Locale, measure: &MeasureNote, held: &[&'static Caveat], told: String) -> String {
    let said = |caveat: &&Caveat| !measure.crude_outcome || caveat.id != "NOT_RISK_ADJUSTED";
    let held = held.iter().copied().filter(said);
    let held: String = held.map(|caveat| words::held(locale, locale.pick(caveat.short.ja, caveat.short.en))).collect();
    let unadjusted = if measure.crude_outcome { words::unadjusted(locale) } else { "" };
    told + unadjusted + &held + &warned(locale, measure)
}

mod words {
    i18n::text! {
        pub(super) fn press { ja: "報道・研究の方へ", en: "For journalists and researchers" }
        pub(super) fn title(name: &str) { ja: "{name}について書くとき", en: "Writing about: {name}" }
        pub(super) fn lead {
            ja: "この指標について、数字の入った文と、書いてよいこと・書けないこと。",
            en: "Ready-made sentences with figures, and what you may and may not write about this measure.",
        }
        pub(super) fn no_news { ja: "変わった値の記録はありません。", en: "No changes to values are on record." }
        pub(super) fn national(period: &str, name: &str, whom: &str, value: &str) {
            ja: "{period}の「{name}」：{whom}{value}でした。",
            en: "{name}, {period}: {whom}, {value}.",
        }
        pub(super) fn by_role(period: &str, name: &str, middles: &str, whom: &str) {
            ja: "{period}の「{name}」：{middles}でした（値があるのは、{whom}）。",
            en: "{name}, {period}: {middles}. ({whom} have a value.)",
        }
        pub(super) fn finding(period: &str, name: &str, finding: &str) {
            ja: "{period}の「{name}」：{finding}。",
            en: "{name}, {period}: {finding}.",
        }
        pub(super) fn outside_95(period: &str, name: &str, judged: &str, outside: &str, by_chance: &str) {
            ja: "{period}の「{name}」では、判定できる{judged}院のうち{outside}院が、病院どうしのふつうのばらつき（95％）の外にあります。偶然とふつうのばらつきだけでも、20院に1院、ここでは約{by_chance}院が外に出ます。",
            en: "{name}, {period}: of {judged} hospitals that can be judged, {outside} lie outside the usual spread (95%). Even if hospitals differed only by chance and their usual spread, 1 in 20 would lie outside, here about {by_chance}.",
        }
        pub(super) fn published(period: &str, name: &str, judged: &str, outside: &str) {
            ja: "{period}の「{name}」では、{judged}院のうち{outside}院で、公表元が示した幅が国全体の値を含みません。公表元は、値を国全体の平均に近づけて公表しています。",
            en: "{name}, {period}: of {judged} hospitals, the published interval of {outside} excludes the national value. The publisher has moved the values towards the national average.",
        }
        pub(super) fn outside_998(outside: &str, by_chance: &str) {
            ja: "はっきり外（99.8％）にあるのは{outside}院で、偶然とふつうのばらつきだけなら約{by_chance}院です。",
            en: " Clearly outside (99.8%): {outside}; by chance and the usual spread alone, about {by_chance}.",
        }
        pub(super) fn pooled(count: &str) {
            ja: "{count}院は2〜3年分をあわせて判定しています。",
            en: " For {count} of them two or three years are judged together.",
        }
        pub(super) fn prefectures { ja: "都道府県ごとの文を見る", en: "The sentence for a prefecture" }
        pub(super) fn map { ja: "都道府県の地図", en: "Map of prefectures" }
        pub(super) fn spread(period: &str, name: &str, told: &str) {
            ja: "{period}の「{name}」：{told}",
            en: "{name}, {period}: {told}",
        }
        pub(super) fn tenths {
            ja: "「高い」は上から1割、「低い」は下から1割のところです。",
            en: " “High” is a tenth of the way from the top, “low” a tenth from the bottom.",
        }
        pub(super) fn held(caveat: &str) { ja: "{caveat}。", en: " {caveat}." }
        pub(super) fn missing(period: &str, name: &str, count: &str, reason: &str) {
            ja: "{period}の「{name}」は、{count}院に値がありません（いちばん多い理由：{reason}）。値がないことは、悪いという意味ではありません。",
            en: "{name}, {period}: {count} hospitals have no value (most often: {reason}). A missing value does not mean anything bad.",
        }
        pub(super) fn area(period: &str, place: &str, hospitals: &str, name: &str, own: &str, national: &str) {
            ja: "{period}、{place}の{hospitals}院をあわせた「{name}」は{own}、全国は{national}でした。",
            en: "{name}, {period}: {own} in the {hospitals} hospitals of {place} together; nationwide {national}.",
        }
        pub(super) fn area_alone(period: &str, place: &str, hospitals: &str, name: &str, own: &str) {
            ja: "{period}、{place}の{hospitals}院をあわせた「{name}」は{own}でした。",
            en: "{name}, {period}: {own} in the {hospitals} hospitals of {place} together.",
        }
        pub(super) fn only_chance {
            ja: "幅は偶然だけによるものです。病院どうしのふつうのばらつきは入っていないので、差があるとは言い切れません。",
            en: "The range covers chance alone, not the usual spread between hospitals, so it does not prove a difference.",
        }
        pub(super) fn unadjusted {
            ja: "患者さんの重さは調整していません。",
            en: " Not adjusted for how ill the patients were.",
        }
        pub(super) fn measure_page { ja: "指標のページ", en: "Page of the measure" }
        pub(super) fn table { ja: "病院ごとの表（CSV）", en: "Table of hospitals (CSV)" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_begins_small_within_an_english_sentence() {
        assert_eq!(lower_first(Locale::En, "The hospital did not report"), "the hospital did not report");
        assert_eq!(lower_first(Locale::En, "CMS withheld it"), "CMS withheld it");
        assert_eq!(lower_first(Locale::Ja, "値がありません"), "値がありません");
    }
}
