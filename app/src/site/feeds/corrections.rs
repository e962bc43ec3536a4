//! Which values were corrected, as news?

use super::Feed;
use super::atom::{Entry, Head, written};
use crate::site::components::correction::Spot;
use crate::site::links::{Origin, Place};
use domain::records::Reality;
use domain::view_spec::ViewSpec;
use i18n::{Locale, date_iso};
use reports::figures::{hospital_name, period_words, place_name, stratum_words, was_and_is};
use reports::model::{Corrected, CorrectionList, ReleaseNote, Spoken};
use reports::{ReportError, Reports};

/// Corrections of one feed.
const MOST: u16 = 100;

/// The newest corrections.
pub(super) async fn all(reports: &Reports, origin: &Origin, locale: Locale) -> Result<String, ReportError> {
    let (list, brought) = reports.corrections_brought(MOST).await?;
    let mut entries: Vec<Entry> = Vec::new();
    for (row, release) in list.rows.iter().zip(&brought) {
        let mut news = entry(origin, locale, (&list, release), row);
        // the same value corrected twice on one day is two pieces of news
        let again =
            entries.iter().filter(|e| e.id == news.id || e.id.starts_with(&format!("{}-again", news.id))).count();
        if again > 0 {
            news.id = format!("{}-again{again}", news.id);
        }
        entries.push(news);
    }
    // news is what a release brings: until then nobody could read the correction
    entries.sort_by_key(|news| std::cmp::Reverse(news.day));
    let head = Head {
        feed: &Feed::Corrections,
        locale,
        origin,
        title: words::title(locale).to_owned(),
        subtitle: words::lead(locale).to_owned(),
        page: Place::Corrections.path(locale),
        updated: entries.first().map_or(list.release.as_of, |newest| newest.day),
    };
    Ok(written(&head, &entries))
}

fn entry(origin: &Origin, locale: Locale, (list, release): (&CorrectionList, &ReleaseNote), row: &Corrected) -> Entry {
    let (whose, id) = match &row.hospital {
        Spoken::Known(h) => {
            let whose = i18n::in_parentheses(locale, &hospital_name(locale, &h.name), &place_name(locale, h));
            (whose, h.id.clone())
        }
        Spoken::Gone(id) => (id.to_string(), id.clone()),
    };
    let measure = list.measures.get(&row.measure);
    let what = measure.map_or_else(|| row.measure.to_string(), |m| locale.pick(&m.name.ja, &m.name.en).clone());
    let (was, is) = measure.map_or_else(
        || (row.note.was.clone(), row.note.is.clone()),
        |measure| was_and_is(locale, measure, &row.note, row.interval()),
    );
    let spot = Spot { hospital: &id, measure: &row.measure, period: row.period, stratum: &row.stratum };
    let path = spot.path(locale, &ViewSpec::default());
    let why = locale.pick(&row.note.why.ja, &row.note.why.en);
    let fictional = if list.release.reality == Reality::Fictional { words::fictional(locale) } else { "" };
    Entry {
        id: format!("{}#{}.{}", origin.absolute(&Feed::Corrections.path(locale)), spot.anchor(), row.note.date),
        title: format!("{fictional}{}", words::corrected(locale, &whose, &what)),
        day: release.as_of,
        path,
        summary: words::summary(
            locale,
            &period(locale, row),
            &was,
            &is,
            why,
            &date_iso(locale, &row.note.date.to_string()),
        ),
        related: vec![(what, Place::Measure(row.measure.clone()).path(locale))],
    }
}

fn period(locale: Locale, row: &Corrected) -> String {
    let period = period_words(locale, row.period);
    if row.stratum.is_empty() {
        return period;
    }
    i18n::in_parentheses(locale, &period, &stratum_words(locale, &row.stratum))
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "訂正の記録", en: "Corrections" }
        pub(super) fn lead {
            ja: "公開したあとに直した値を、前の値、いまの値、理由、日付といっしょに知らせます。",
            en: "Figures that were corrected after publication: before, now, why and when.",
        }
        pub(super) fn fictional { ja: "【架空のデータ】", en: "[Fictional data] " }
        pub(super) fn corrected(whose: &str, what: &str) { ja: "訂正：{whose}「{what}」", en: "Correction: {whose}, “{what}”" }
        pub(super) fn summary(period: &str, was: &str, is: &str, why: &str, date: &str) {
            ja: "{period}。前の値：{was}。いまの値：{is}。訂正した日：{date}。理由：{why}",
            en: "{period}. Before: {was}. Now: {is}. Corrected on {date}. Why: {why}",
        }
    }
}
