//! What did each release bring, for everybody or for one prefecture?

use super::Feed;
use super::atom::{Entry, Head, written};
use crate::site::links::{Origin, Place};
use domain::Day;
use domain::records::Reality;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use i18n::{Locale, date_iso, whole};
use reports::model::{ChangeCount, ReleaseTidings};
use reports::{ReportError, Reports};

/// Releases of one feed.
const MOST: usize = 30;
/// Measures that are named in one entry; the others are counted.
const NAMED: usize = 12;

/// Every release.
pub(super) async fn all(reports: &Reports, origin: &Origin, locale: Locale) -> Result<String, ReportError> {
    let tidings = reports.tidings(None, MOST).await?;
    let about = About { feed: &Feed::Releases, region: None, name: String::new() };
    let head = Head {
        feed: &Feed::Releases,
        locale,
        origin,
        title: words::releases(locale).to_owned(),
        subtitle: words::releases_lead(locale).to_owned(),
        page: Place::Data.path(locale),
        updated: newest(&tidings),
    };
    Ok(written(&head, &entries(origin, locale, &about, &tidings)))
}

/// What each release changed for the hospitals of one region.
pub(super) async fn of_region(
    reports: &Reports,
    origin: &Origin,
    locale: Locale,
    region: &str,
) -> Result<String, ReportError> {
    let name = reports.region_name(region).await?;
    let name = locale.pick(name.ja, name.en);
    let tidings = reports.tidings(Some(region), MOST).await?;
    let feed = Feed::Region(region.to_owned());
    let head = Head {
        feed: &feed,
        locale,
        origin,
        title: words::region(locale, &name),
        subtitle: words::region_lead(locale, &name),
        page: page_of(locale, Some(region), &ViewSpec::default()),
        updated: newest(&tidings),
    };
    let about = About { feed: &feed, region: Some(region), name };
    Ok(written(&head, &entries(origin, locale, &about, &tidings)))
}

/// Whom the entries of a feed speak of.
struct About<'a> {
    feed: &'a Feed,
    region: Option<&'a str>,
    name: String,
}

fn newest(tidings: &[ReleaseTidings]) -> Day {
    tidings.iter().map(|t| t.release.as_of).max().unwrap_or(Day::MIN)
}

fn entries(origin: &Origin, locale: Locale, about: &About<'_>, tidings: &[ReleaseTidings]) -> Vec<Entry> {
    tidings.iter().map(|told| entry(origin, locale, about, told)).collect()
}

fn entry(origin: &Origin, locale: Locale, about: &About<'_>, told: &ReleaseTidings) -> Entry {
    let release = &told.release;
    let as_of = date_iso(locale, &release.as_of.to_string());
    let view = ViewSpec { release: ReleaseChoice::Pinned(release.id.clone()), ..ViewSpec::default() };
    let title = match about.region {
        None => words::release(locale, &as_of),
        Some(_) => words::release_in(locale, &about.name, &as_of),
    };
    let fictional = if release.reality == Reality::Fictional { words::fictional(locale) } else { "" };
    let related = news(told).into_iter().take(NAMED).filter(|c| c.new + c.changed > 0).map(|count| {
        let region = about.region.map(str::to_owned);
        let asked = ViewSpec { region, ..view.clone() };
        (name(locale, count), Place::Measure(count.measure.clone()).href(locale, &asked))
    });
    Entry {
        id: format!("{}#{}", origin.absolute(&about.feed.path(locale)), release.id),
        title: format!("{fictional}{title}"),
        day: release.as_of,
        path: page_of(locale, about.region, &view),
        summary: summary(locale, &release.id, told),
        related: related.collect(),
    }
}

/// The page of a prefecture of Japan; elsewhere the list of hospitals of the region.
fn page_of(locale: Locale, region: Option<&str>, view: &ViewSpec) -> String {
    match region {
        None => Place::Data.href(locale, view),
        Some(id) => match id.strip_prefix("JP-") {
            Some(code) => Place::Area(code.to_owned()).href(locale, view),
            None => Place::Hospitals.href(locale, &ViewSpec { region: Some(id.to_owned()), ..view.clone() }),
        },
    }
}

fn name(locale: Locale, count: &ChangeCount) -> String {
    let name = locale.pick(&count.name.ja, &count.name.en);
    if name.is_empty() { count.measure.to_string() } else { name.clone() }
}

/// What changed or went comes before what is merely new.
fn news(told: &ReleaseTidings) -> Vec<&ChangeCount> {
    let mut news: Vec<&ChangeCount> = told.changes.iter().collect();
    news.sort_by_key(|count| std::cmp::Reverse(count.changed + count.gone));
    news
}

/// Counts in sentences, one per measure.
fn summary(locale: Locale, id: &str, told: &ReleaseTidings) -> String {
    let mut sentences = vec![words::named(locale, id)];
    if told.release.previous_id.is_empty() {
        sentences.push(words::first(locale).to_owned());
    } else if told.changes.is_empty() {
        sentences.push(words::nothing(locale).to_owned());
    }
    let named = news(told).into_iter().take(NAMED).map(|count| {
        let parts = [
            (count.changed, words::changed(locale, &whole(count.changed))),
            (count.gone, words::gone(locale, &whole(count.gone))),
            (count.new, words::new(locale, &whole(count.new))),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| said).collect();
        words::counts(locale, &name(locale, count), &parts.join(locale.pick("、", ", ")))
    });
    sentences.extend(named);
    let others = told.changes.len().saturating_sub(NAMED);
    if others > 0 {
        sentences.push(words::others(locale, &whole(others)));
    }
    sentences.join(locale.pick("", " "))
}

mod words {
    i18n::text! {
        pub(super) fn releases { ja: "データの新しい版", en: "New releases of the data" }
        pub(super) fn releases_lead {
            ja: "新しいデータを公開するたびに、何が増え、何が変わったかを知らせます。",
            en: "What was added and what changed, each time new data are published.",
        }
        pub(super) fn region(name: &str) { ja: "{name}で変わったこと", en: "What changed in {name}" }
        pub(super) fn region_lead(name: &str) {
            ja: "新しいデータを公開するたびに、{name}の病院の値がいくつ増え、いくつ変わったかを知らせます。",
            en: "How many values for hospitals in {name} were added or changed, each time new data are published.",
        }
        pub(super) fn release(as_of: &str) { ja: "{as_of}現在のデータを公開しました", en: "Data as of {as_of} published" }
        pub(super) fn release_in(name: &str, as_of: &str) {
            ja: "{name}：{as_of}現在のデータを公開しました",
            en: "{name}: data as of {as_of} published",
        }
        pub(super) fn fictional { ja: "【架空のデータ】", en: "[Fictional data] " }
        pub(super) fn named(id: &str) { ja: "版の名前：{id}。", en: "Name of the release: {id}." }
        pub(super) fn first { ja: "くらべられる前の版はありません。", en: "There is no earlier release to compare with." }
        pub(super) fn nothing { ja: "前の版から変わった値はありません。", en: "No value has changed since the previous release." }
        pub(super) fn changed(count: &str) { ja: "変わった値{count}", en: "{count} changed" }
        pub(super) fn gone(count: &str) { ja: "なくなった値{count}", en: "{count} no longer there" }
        pub(super) fn new(count: &str) { ja: "新しい値{count}", en: "{count} new" }
        pub(super) fn counts(name: &str, parts: &str) { ja: "『{name}』：{parts}。", en: "“{name}”: {parts}." }
        pub(super) fn others(count: &str) { ja: "ほかに{count}の指標が変わりました。", en: "{count} more measures changed." }
    }
}
