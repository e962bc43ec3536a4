//! What is handed on about a person's own criteria?

use super::{General, Head, Told, ask, released, same};
use crate::site::pages::priorities::{answer_words, title};
use content::PresetMode;
use i18n::Locale;
use reports::figures::short_name;
use reports::model::Priorities;

/// What matters to this person, how far the figures go, and what nobody publishes.
pub(in crate::site) fn of_priorities(locale: Locale, report: &Priorities) -> Told {
    let lead = report.preset.map(|preset| locale.pick(&preset.lead.ja, &preset.lead.en).clone());
    // what no measure could tell is missing in every release
    let missing = report.preset.and_then(|preset| preset.missing.iter().find(|gap| gap.measures.is_empty()));
    let missing = missing.map(|gap| words::missing(locale, locale.pick(&gap.text.ja, &gap.text.en)));
    let criteria = criteria(locale, report);
    let named = (!criteria.is_empty()).then(|| words::criteria(locale, &i18n::list(locale, &criteria)));
    let ordered = !report.criteria.is_empty();
    // without an order: what can be done today, in place of an answer that points to the page
    let first_step = report.preset.and_then(|preset| preset.next_steps.first());
    let answer = match first_step.filter(|_| !ordered) {
        Some(step) => locale.pick(&step.ja, &step.en).clone(),
        None => answer_words(locale, report).to_owned(),
    };
    let facts = lead.into_iter().chain([answer]).chain(missing).chain(named);
    let place = report.place.spot().map(|spot| spot.in_words(locale));
    let below = place.into_iter().chain([words::below(locale).to_owned()]).collect::<Vec<_>>();
    Told {
        heads: vec![Head {
            name: title(locale, report),
            reading: String::new(),
            below: below.join(locale.pick("・", " · ")),
        }],
        facts: facts.take(super::FACTS).collect(),
        caveat: caveat(locale, report).to_owned(),
        aloud: vec![words::aloud(locale).to_owned(), same(locale), ask(locale)],
        general: General::beside(report.preset.and_then(|preset| preset.care)),
        topic: report.criteria.first().map(|criterion| criterion.measure.topic),
        source: released(locale, &report.release),
        ..Told::default()
    }
}

/// What an order is worth, or why there is none.
fn caveat(locale: Locale, report: &Priorities) -> &'static str {
    match report.preset.map(|preset| preset.mode) {
        Some(PresetMode::Emergency) => words::the_crew_decides(locale),
        _ if report.criteria.is_empty() => words::no_order(locale),
        _ => words::order(locale),
    }
}

/// The names of what was chosen, for the lines on which the reader writes.
pub(in crate::site) fn criteria(locale: Locale, report: &Priorities) -> Vec<String> {
    report.criteria.iter().map(|criterion| short_name(locale, &criterion.measure)).take(5).collect()
}

mod words {
    i18n::text! {
        pub(super) fn below { ja: "あなたのものさしで", en: "By what matters to you" }
        pub(super) fn missing(what: &str) {
            ja: "分からないことがあります：{what}",
            en: "Some things are not known: {what}",
        }
        pub(super) fn criteria(names: &str) { ja: "条件にしたもの：{names}。", en: "Chosen criteria: {names}." }
        pub(super) fn order {
            ja: "1つの順番には決まりません。条件と偶然で、位置は動きます。",
            en: "There is no single order: places shift with the criteria and with chance.",
        }
        pub(super) fn the_crew_decides {
            ja: "どこへ運ぶかは救急隊が決めます。自分で選んで行くための紙ではありません。",
            en: "The ambulance crew decides where to go. This sheet is not for choosing a hospital and going there yourself.",
        }
        pub(super) fn no_order {
            ja: "病院ごとに比べられる公開の数字がないので、順番はつけません。",
            en: "No public figures compare hospitals on this, so there is no order.",
        }
        pub(super) fn aloud {
            ja: "病院選びで大切にしたいことは、人によってちがいます。",
            en: "What matters when choosing a hospital differs from person to person.",
        }
    }
}
