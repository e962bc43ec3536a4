//! What is handed on about a trouble in everyday words?

use super::{Head, Told, ask, numbers, released};
use content::Condition;
use i18n::Locale;
use reports::model::ReleaseNote;

/// When to call whom first, then what nobody can tell.
pub(in crate::site) fn of_condition(locale: Locale, condition: &'static Condition, release: &ReleaseNote) -> Told {
    let picked = |text: &domain::Bilingual<String>| locale.pick(&text.ja, &text.en).clone();
    let signs = condition.emergency.iter().map(picked);
    let unknown = condition.not_measured.iter().map(|gap| picked(&gap.text)).next().unwrap_or_default();
    Told {
        heads: vec![Head {
            name: picked(&condition.name),
            reading: String::new(),
            below: words::below(locale).to_owned(),
        }],
        facts: signs.take(super::FACTS).collect(),
        caveat: unknown,
        phone: numbers(locale).to_owned(),
        ask: condition.ask.clone(),
        aloud: vec![
            condition.call.as_ref().map_or_else(|| picked(&condition.lead), |call| picked(&call.note)),
            ask(locale),
        ],
        source: released(locale, release),
        ..Told::default()
    }
}

mod words {
    i18n::text! {
        pub(super) fn below { ja: "先に知っておくこと", en: "What to know first" }
    }
}
