//! What is handed on about an area?

use super::{FACTS, Head, Told, ask, caution, numbers, released};
use crate::site::pages::area::{facts, flow_words, title};
use domain::variation::Level;
use i18n::{Locale, whole};
use reports::figures::{hospital_name, place_name, short_name};
use reports::model::{AreaReport, Care, SourceNote};

/// Who is here, what only one place or nobody provides, and where people go. No value of all hospitals together: on a wall nobody
/// reads how it is meant.
pub(in crate::site) fn of_area(locale: Locale, report: &AreaReport) -> Told {
    let name = title(locale, report);
    let care: Option<String> = report.care.iter().find_map(|care| provided(locale, report.level, care));
    let flow = (report.level == Level::MedicalArea).then(|| report.flows.first()).flatten();
    let flow = flow.map(|flow| flow_words(locale, flow));
    let here = words::here(locale, &name, &facts(locale, report));
    let many = match report.hospitals() {
        1 => words::own_page(locale).to_owned(),
        count => words::many(locale, &whole(count)),
    };
    let mut told = vec![here];
    told.extend(care.clone());
    told.extend(flow.clone());
    if told.len() < FACTS {
        told.push(many.clone());
    }
    told.truncate(FACTS);
    let caveat = if care.is_some() { words::telephone(locale).to_owned() } else { caution(locale, &report.said_once) };
    Told {
        heads: vec![Head { name: name.clone(), reading: String::new(), below: words::sheet(locale).to_owned() }],
        facts: told,
        caveat,
        aloud: vec![
            words::aloud(locale, &name, &whole(report.hospitals())),
            care.or(flow).unwrap_or(many),
            ask(locale),
        ],
        phone: numbers(locale, report.country()),
        country: report.country().to_owned(),
        source: released(locale, &report.release),
        ..Told::default()
    }
}

/// The sources of what is told: who provides what and where people go, not the values.
pub(in crate::site) fn sources(report: &AreaReport) -> Vec<SourceNote> {
    let of_values = report.sources_of_values();
    report.sources.iter().filter(|source| !of_values.contains(source)).cloned().collect()
}

/// Where only one place prints a number, or none.
fn provided(locale: Locale, level: Level, care: &Care) -> Option<String> {
    let what = short_name(locale, &care.measure);
    if level != Level::MedicalArea {
        let of = |count: u32| care.areas.iter().filter(|area| area.providing == count).count();
        let all = whole(care.areas.len());
        return match (of(1), of(0)) {
            (0, 0) => None,
            (one, 0) => Some(words::one(locale, &what, &all, &whole(one))),
            (0, none) => Some(words::none(locale, &what, &all, &whole(none))),
            (one, none) => Some(words::one_and_none(locale, &what, &all, &whole(one), &whole(none))),
        };
    }
    let area = care.areas.first()?;
    match &area.sole {
        Some(sole) => {
            let name = i18n::in_parentheses(locale, &hospital_name(locale, &sole.name), &place_name(locale, sole));
            Some(words::only(locale, &what, &name))
        }
        None if area.providing == 0 => Some(words::nobody(locale, &what)),
        None => None,
    }
}

mod words {
    i18n::text! {
        pub(super) fn sheet { ja: "この地域の病院", en: "Hospitals in this area" }
        pub(super) fn here(name: &str, facts: &str) { ja: "{name}：{facts}。", en: "{name}: {facts}." }
        pub(super) fn many(count: &str) {
            ja: "{count}か所の病院・診療所について、分かっていることを1か所ずつ書いています。",
            en: "Each of its {count} hospitals and clinics has its own page.",
        }
        pub(super) fn own_page {
            ja: "この病院について分かっていることは、病院のページにあります。",
            en: "The hospital's own page has what is known about it.",
        }
        pub(super) fn only(what: &str, name: &str) {
            ja: "「{what}」が1件以上あったと公表しているのは、{name}だけです。",
            en: "{what}: only {name} publishes a number above 0.",
        }
        pub(super) fn nobody(what: &str) {
            ja: "「{what}」が1件以上あったと公表しているところは、ここにはありません。",
            en: "{what}: no place here publishes a number above 0.",
        }
        pub(super) fn one(what: &str, all: &str, one: &str) {
            ja: "「{what}」が1件以上あったと公表しているところは、{all}医療圏のうち{one}医療圏では1か所だけです。",
            en: "{what}: in {one} of {all} medical areas, only one place publishes a number above 0.",
        }
        pub(super) fn none(what: &str, all: &str, none: &str) {
            ja: "{all}医療圏のうち{none}医療圏には、「{what}」が1件以上あったと公表しているところがありません。",
            en: "{what}: in {none} of {all} medical areas, no place publishes a number above 0.",
        }
        pub(super) fn one_and_none(what: &str, all: &str, one: &str, none: &str) {
            ja: "「{what}」が1件以上あったと公表しているところは、{all}医療圏のうち{one}医療圏では1か所だけです。{none}医療圏にはありません。",
            en: "{what}: of {all} medical areas, {one} have only one place that publishes a number above 0, and {none} have none.",
        }
        pub(super) fn telephone {
            ja: "いまも受け入れているかは、行く前に電話で確かめてください。",
            en: "Before you go, please telephone to check that it is still provided.",
        }
        pub(super) fn aloud(name: &str, count: &str) {
            ja: "この資料にある{name}の病院と診療所は、あわせて{count}か所です。",
            en: "{name} has {count} hospitals and clinics in these data.",
        }
    }
}
