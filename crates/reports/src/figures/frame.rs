//! What stands around every drawing: notes, source, period, release?

use super::said::picked;
use crate::model::{ReleaseNote, SourceNote, ValueRow};
use charts::{Frame, Heading};
use domain::Period;
use domain::caveats::Caveat;
use domain::records::Reality;
use i18n::{Locale, date_iso, period_iso, whole};

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
    }
}

/// That values of a drawing were corrected, with the day of the newest correction; `None` where none was.
pub fn corrected_words<'a>(locale: Locale, rows: impl Iterator<Item = &'a ValueRow>) -> Option<String> {
    let corrections = rows.flat_map(|row| row.corrections.first());
    let (count, newest) = corrections.fold((0_usize, None), |(count, newest), c| (count + 1, newest.max(Some(c.date))));
    let day = date_iso(locale, &newest?.to_string());
    Some(words::corrected(locale, &whole(count), &day))
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
    let cited = cited.map_or_else(
        || source_id.to_owned(),
        |source| {
            let (publisher, title) = (picked(locale, &source.publisher), picked(locale, &source.title));
            // Quotation marks inside quotation marks take the other form.
            let inner = title.replace('「', "『").replace('」', "』");
            locale.pick(format!("{publisher}「{inner}」"), format!("{publisher}, “{title}”"))
        },
    );
    words::source(locale, &period_words(locale, period), &cited, &release.id)
}

mod words {
    i18n::text! {
        pub(super) fn fictional {
            ja: "架空のデータ：病院も数字も実在しません",
            en: "Fictional data: neither hospitals nor figures exist",
        }
        pub(super) fn corrected(count: &str, day: &str) {
            ja: "訂正された値を{count}件ふくみます（{day}）",
            en: "Includes {count} corrected values ({day})",
        }
        pub(super) fn source(period: &str, source: &str, release: &str) {
            ja: "{period}・出典：{source}・版：{release}",
            en: "{period} · Source: {source} · Release: {release}",
        }
    }
}
