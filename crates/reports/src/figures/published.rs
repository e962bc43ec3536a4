//! What does the publisher itself say of a value, beside what is said here?

use crate::figures::said::picked;
use crate::model::ValueRow;
use i18n::Locale;

/// The publisher's own verdict, and why it can differ from ours; `None` where it prints none or no value.
pub fn published_verdict(locale: Locale, row: &ValueRow) -> Option<String> {
    row.outcome.reported()?;
    let printed = row.published_verdict.trim();
    let known = content::published_verdict(row.measure.as_str(), printed).ok().flatten();
    let said = known.map_or_else(|| printed.to_owned(), |known| picked(locale, known));
    (!said.is_empty()).then(|| words::verdict(locale, &said))
}

mod words {
    i18n::text! {
        pub(super) fn verdict(said: &str) {
            ja: "公表元の判定：「{said}」。幅やくらべる相手を公表元が自分で決めているので、このサイトの判定とちがうことがあります。",
            en: "The publisher's own verdict: “{said}”. It sets its own limits and comparator, so it can differ from the verdict here.",
        }
    }
}
