//! What stands around every drawing: notes, source, period, release?

use super::said::{hospital_name, picked, place_name};
use crate::model::{HospitalRef, MeasureNote, ReleaseNote, SourceNote};
use charts::{Counted, Frame, Heading};
use domain::caveats::Caveat;
use domain::records::Reality;
use domain::{Day, Period};
use i18n::{Locale, date_iso, in_parentheses, period_iso, whole};

/// So many sources are named; a drawing of ten years would be more citation than picture.
const NAMED_SOURCES: usize = 2;

/// Where a drawing will stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// In a page that says heading, caveats and source beside it.
    InPage,
    /// Alone: everything must be inside.
    Alone,
}

/// What a drawing needs to know besides its numbers.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// Language.
    pub locale: Locale,
    /// Where it will stand.
    pub stand: Stand,
    /// Prefix of the ids, unique on its page.
    pub id: &'a str,
    /// Width in pixels.
    pub width_px: f64,
    /// Release.
    pub release: &'a ReleaseNote,
    /// Sources that may be cited.
    pub sources: &'a [SourceNote],
    /// What is said besides, before the caveats, in a drawing that stands alone: corrections.
    pub notices: &'a [String],
}

/// What one drawing says in words.
pub(super) struct Saying {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) description: String,
    /// What the publisher warns of; it cannot be left behind.
    pub(super) warning: Option<String>,
    pub(super) notes: Vec<&'static Caveat>,
    pub(super) source: String,
}

pub(super) fn frame(around: &Surroundings<'_>, saying: Saying) -> Frame {
    let alone = around.stand == Stand::Alone;
    let locale = around.locale;
    let mut notes: Vec<String> = Vec::new();
    if alone && around.release.reality == Reality::Fictional {
        notes.push(words::fictional(locale).to_owned());
    }
    if alone {
        notes.extend(around.notices.iter().cloned());
        notes.extend(saying.warning);
        notes.extend(saying.notes.iter().map(|c| locale.pick(c.short.ja, c.short.en).to_owned()));
    }
    Frame {
        id: around.id.to_owned(),
        title: saying.title,
        subtitle: saying.subtitle,
        description: saying.description,
        notes,
        source: if alone { saying.source } else { String::new() },
        width_px: around.width_px,
        heading: if alone { Heading::Drawn } else { Heading::Elsewhere },
        counted: Counted {
            behind: locale.pick("院", " hospitals").to_owned(),
            alone: locale.pick("病院", "hospitals").to_owned(),
        },
    }
}

/// That values of a drawing were corrected, one day for each, with the newest day; `None` where none was.
pub fn corrected_words(locale: Locale, days: &[Day]) -> Option<String> {
    let newest = date_iso(locale, &days.iter().max()?.to_string());
    Some(match days {
        [_] => words::one_corrected(locale, &newest),
        many => words::corrected(locale, &whole(many.len()), &newest),
    })
}

/// `公表元からの注意：…`, without a full stop at its end; `None` where the publisher warns of nothing.
pub fn owner_warning(locale: Locale, measure: &MeasureNote) -> Option<String> {
    let warning = picked(locale, &measure.owner_warning);
    let warning = warning.trim_end_matches(['。', '.']);
    // most warnings begin with who gives them
    let named = warning.starts_with(locale.pick("公表元", "The publisher"));
    (!warning.is_empty()).then(|| if named { warning.to_owned() } else { words::warning(locale, warning) })
}

/// Whose value a drawing shows: hospitals of one name are told apart by their town where no page says which one it is.
pub(super) fn whose(around: &Surroundings<'_>, hospital: &HospitalRef) -> String {
    let name = hospital_name(around.locale, &hospital.name);
    match around.stand {
        Stand::InPage => name,
        Stand::Alone => in_parentheses(around.locale, &name, &place_name(around.locale, hospital)),
    }
}

/// What is said first in every drawing of invented hospitals.
pub fn fictional_words(locale: Locale) -> &'static str {
    words::fictional(locale)
}

/// `2022年度`
pub fn period_words(locale: Locale, period: Period) -> String {
    period_iso(locale, &period.start.to_string(), &period.end.to_string())
}

/// Period, source and release within one line (R20).
pub fn source_words(
    locale: Locale,
    period: Period,
    source_id: &str,
    sources: &[SourceNote],
    release: &ReleaseNote,
) -> String {
    let cited = sources.iter().find(|source| source.id == source_id);
    let cited = cited.map_or_else(|| source_id.to_owned(), |source| citation(locale, source));
    words::source(locale, &period_words(locale, period), &cited, &release.id)
}

/// The same for a drawing that rests on every source it is given: the first ones by name, the others counted.
pub(super) fn all_sources_words(around: &Surroundings<'_>, period: Period) -> String {
    let locale = around.locale;
    let mut cited: Vec<String> = Vec::new();
    for source in around.sources {
        let said = citation(locale, source);
        if !cited.contains(&said) {
            cited.push(said);
        }
    }
    let others = cited.len().saturating_sub(NAMED_SOURCES);
    cited.truncate(NAMED_SOURCES);
    let mut said = i18n::list(locale, &cited);
    if others > 0 {
        said = words::and_others(locale, &cited.join(locale.pick("、", ", ")), &whole(others));
    }
    words::source(locale, &period_words(locale, period), &said, &around.release.id)
}

fn citation(locale: Locale, source: &SourceNote) -> String {
    let (publisher, title) = (picked(locale, &source.publisher), picked(locale, &source.title));
    // Quotation marks inside quotation marks take the other form.
    let inner = title.replace('「', "『").replace('」', "』");
    locale.pick(format!("{publisher}「{inner}」"), format!("{publisher}, “{title}”"))
}

mod words {
    i18n::text! {
        pub(super) fn fictional {
            ja: "架空のデータ：病院も数字も実在しません",
            en: "Fictional data: neither hospitals nor figures exist",
        }
        pub(super) fn one_corrected(day: &str) {
            ja: "訂正された値を1件ふくみます（{day}）",
            en: "Includes 1 corrected value ({day})",
        }
        pub(super) fn corrected(count: &str, day: &str) {
            ja: "訂正された値を{count}件ふくみます（最新は{day}）",
            en: "Includes {count} corrected values (newest: {day})",
        }
        pub(super) fn warning(said: &str) { ja: "公表元からの注意：{said}", en: "The publisher warns: {said}" }
        pub(super) fn and_others(named: &str, count: &str) { ja: "{named}ほか{count}件", en: "{named} and {count} more" }
        pub(super) fn source(period: &str, source: &str, release: &str) {
            ja: "{period}・出典：{source}・版：{release}",
            en: "{period} · Source: {source} · Release: {release}",
        }
    }
}
