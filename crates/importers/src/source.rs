//! Which source does a file belong to, and which days does it cover where its content does not say?
//!
//! What is known about a file stands in `content/sources/*.toml`: its source, and a table of editions with their periods.

use crate::literal;
use crate::log::{Log, Place};
use crate::reading::Options;
use domain::Bilingual;
use domain::issue::IssueKind;
use domain::period::{Day, Period, parse_day};
use domain::records::{Authority, Batch, SourceRecord};
use serde::Deserialize;

/// A text in both languages as a file of `content/sources` writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    #[serde(default)]
    pub ja: String,
    #[serde(default)]
    pub en: String,
}

impl Words {
    pub(crate) fn both(&self) -> Bilingual<String> {
        Bilingual::new(self.ja.clone(), self.en.clone())
    }
}

/// `[source]`: who published it, under which terms. What is left out is taken from `content/publishers.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceWords {
    pub id: String,
    /// The publication of `content/publishers.toml` this file is a part of, where that has another id.
    #[serde(default)]
    pub of: String,
    #[serde(default)]
    pub publisher: Words,
    #[serde(default)]
    pub title: Words,
    #[serde(default)]
    pub url: String,
    #[serde(default)]
    pub licence: String,
    #[serde(default)]
    pub attribution: Words,
    #[serde(default)]
    pub published: String,
}

/// `[[edition]]`: one file of the source that is known, by what it holds, by its hash or by its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edition {
    #[serde(default)]
    pub sha256: String,
    /// A literal that only this edition prints.
    #[serde(default)]
    pub holds: String,
    /// A part of the file name.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub period: String,
    #[serde(default)]
    pub published: String,
}

impl Edition {
    fn is_known_by_content(&self) -> bool {
        !self.sha256.is_empty() || !self.holds.is_empty()
    }
}

/// The file at hand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given<'a> {
    pub file: &'a str,
    pub member: &'a str,
    pub sha256: &'a str,
    pub options: &'a Options,
}

/// What a file of `content/sources` says about a source that has a reader of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceDescription {
    pub id: String,
    pub title: Words,
    #[serde(default)]
    pub authority: String,
    pub source: SourceWords,
    #[serde(default)]
    pub edition: Vec<Edition>,
}

impl SourceDescription {
    /// Reads a description.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|e| e.to_string())
    }

    /// A batch that holds nothing but this source.
    pub(crate) fn batch(&self, edition: Option<&Edition>) -> Batch {
        begin(&self.source, &self.authority, edition)
    }
}

/// A batch that holds nothing but its source.
pub(crate) fn begin(source: &SourceWords, authority: &str, edition: Option<&Edition>) -> Batch {
    let known = if source.of.is_empty() { &source.id } else { &source.of };
    let known = content::source(known).ok().flatten();
    let record = source.record(known.map(|k| &k.record), edition);
    let authority = match authority {
        "compiled" => Authority::Compiled,
        "official" => Authority::Official,
        _ => known.map_or(Authority::Official, |k| k.authority),
    };
    Batch { authority, sources: vec![record], ..Batch::default() }
}

impl SourceDescription {
    /// The same with `{year}` written out.
    pub(crate) fn of_year(&self, year: i16) -> Self {
        let filled = |text: &str| text.replace("{year}", &year.to_string());
        let both = |words: &Words| Words { ja: filled(&words.ja), en: filled(&words.en) };
        let mut about = self.clone();
        about.source.id = filled(&self.source.id);
        about.source.of = filled(&self.source.of);
        about.source.title = both(&self.source.title);
        about.source.attribution = both(&self.source.attribution);
        about
    }
}

impl SourceWords {
    /// Its own words, and those of the publication it is a part of where it has none.
    fn record(&self, known: Option<&SourceRecord>, edition: Option<&Edition>) -> SourceRecord {
        let known = known.cloned().unwrap_or_default();
        let text = |own: &str, known: String| {
            if own.is_empty() { known } else { own.to_string() }
        };
        let words =
            |own: &Words, known: Bilingual<String>| Bilingual::new(text(&own.ja, known.ja), text(&own.en, known.en));
        let published = edition.map(|e| e.published.as_str()).filter(|p| !p.is_empty()).unwrap_or(&self.published);
        SourceRecord {
            id: self.id.clone(),
            publisher: words(&self.publisher, known.publisher),
            title: words(&self.title, known.title),
            url: text(&self.url, known.url),
            licence: text(&self.licence, known.licence),
            attribution: words(&self.attribution, known.attribution),
            published: parse_day(published).or(known.published),
            ..SourceRecord::default()
        }
    }
}

/// The edition a file is: by hash, else by a literal only it prints, else by its name.
pub(crate) fn find_edition<'e>(
    editions: &'e [Edition],
    given: &Given<'_>,
    holds: impl Fn(&str) -> bool,
) -> Option<&'e Edition> {
    let by_hash = editions.iter().find(|e| !e.sha256.is_empty() && e.sha256 == given.sha256);
    by_hash
        .or_else(|| editions.iter().find(|e| !e.holds.is_empty() && holds(&e.holds)))
        .or_else(|| editions.iter().find(|e| named(e, given)))
}

fn named(edition: &Edition, given: &Given<'_>) -> bool {
    !edition.name.is_empty() && (given.file.contains(&edition.name) || given.member.contains(&edition.name))
}

/// The period of a file whose content gives none: the table of editions, `--period`, the name; else a blocking issue.
pub(crate) fn period_of(edition: Option<&Edition>, given: &Given<'_>, log: &mut Log) -> Option<Period> {
    period_by_name(edition, given, period_in_name, log)
}

/// The same for a country whose fiscal years are not those of Japan: a year in a name is no period there.
pub(crate) fn period_abroad(edition: Option<&Edition>, given: &Given<'_>, log: &mut Log) -> Option<Period> {
    period_by_name(edition, given, days_in_name, log)
}

fn period_by_name(
    edition: Option<&Edition>,
    given: &Given<'_>,
    in_name: fn(&str) -> Option<Period>,
    log: &mut Log,
) -> Option<Period> {
    let known = edition.and_then(|e| Some((e, Period::parse(&e.period).ok()?)));
    match (known, given.options.period) {
        (Some((edition, period)), _) if edition.is_known_by_content() => return Some(period),
        (_, Some(period)) => return Some(period),
        (Some((_, period)), None) => {
            said_by_name(period, given, log);
            return Some(period);
        }
        (None, None) => {}
    }
    if let Some(period) = in_name(given.member).or_else(|| in_name(given.file)) {
        said_by_name(period, given, log);
        return Some(period);
    }
    let message = "the file does not say which days it covers; give them with --period START/END";
    log.blocking(IssueKind::MissingValue, Place::sheet(""), message);
    None
}

fn said_by_name(period: Period, given: &Given<'_>, log: &mut Log) {
    let message = format!("the period {period} was taken from the file name; check it or give --period START/END");
    log.note(IssueKind::PeriodFromName, Place { value: given.file, ..Place::sheet("") }, message);
}

/// The fiscal year a text names, else that of [`period_of`].
pub(crate) fn year_of<'t>(
    texts: impl Iterator<Item = &'t str>,
    editions: &[Edition],
    given: &Given<'_>,
    log: &mut Log,
) -> Option<Period> {
    let mut named = texts.filter(|t| t.contains("年度"));
    let printed = named.find_map(literal::fiscal_year).and_then(Period::fiscal_year);
    printed.or_else(|| period_of(find_edition(editions, given, |_| false), given, log))
}

/// A fiscal year (`fy2018`, `2018年度`, `平成30年度`, `r5`) or two days in a file name.
fn period_in_name(name: &str) -> Option<Period> {
    if let Some(period) = days_in_name(name) {
        return Some(period);
    }
    let lower = literal::folded(name).to_lowercase();
    if let Some(at) = lower.find("fy") {
        let digits: String = lower[at + 2..].chars().skip_while(|c| !c.is_ascii_digit()).take(4).collect();
        return Period::fiscal_year(digits.parse().ok().filter(|y| (1990..2100).contains(y))?);
    }
    let at = lower.find("年度")?;
    let from = ["平成", "令和"].iter().filter_map(|era| lower[..at].rfind(era)).max();
    let start = from.unwrap_or_else(|| lower[..at].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |i| i + 1));
    Period::fiscal_year(literal::fiscal_year(lower.get(start..at).unwrap_or(""))?)
}

/// Two days, or a first and a last month, in a file name.
fn days_in_name(name: &str) -> Option<Period> {
    let days: Vec<Day> = eight_digit_days(name);
    match days.as_slice() {
        [start, end, ..] if start < end => Some(Period { start: *start, end: *end }),
        _ => months_in_name(&literal::folded(name).to_lowercase()),
    }
}

/// `jul20-jun21`, `july 2020 to june 2021`: whole months.
fn months_in_name(lower: &str) -> Option<Period> {
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let mut months = words.iter().enumerate().filter_map(|(at, word)| {
        let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let (name, year) = match word.split_at(word.len() - digits.len()) {
            (name, "") => (name, *words.get(at + 1)?),
            split => split,
        };
        let year = match year.len() {
            2 => format!("20{year}"),
            4 => year.to_string(),
            _ => return None,
        };
        literal::day(&format!("1-{name}-{year}")).filter(|_| name.len() >= 3)
    });
    let (start, end) = (months.next()?, months.next()?);
    (start < end).then(|| Period { start, end: end.last_of_month() })
}

/// Days written with eight digits in a name, in order.
pub(crate) fn eight_digit_days(name: &str) -> Vec<Day> {
    let runs = name.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 8);
    runs.filter_map(literal::day).filter(|d| (1990..2100).contains(&d.year())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_found_in_a_name() {
        for (name, expected) in [
            ("fy2018_mdc_counts.xlsx", "2018-04-01/2019-03-31"),
            ("平成30年度_施設概要表.xlsx", "2018-04-01/2019-03-31"),
            ("様式2_2022年度.csv", "2022-04-01/2023-03-31"),
            ("values_20220401-20230331.csv", "2022-04-01/2023-03-31"),
            ("SHMI data at trust level, Jul20-Jun21 (xls).xls", "2020-07-01/2021-06-30"),
            ("shmi july 2020 to june 2021.csv", "2020-07-01/2021-06-30"),
        ] {
            assert_eq!(period_in_name(name).map(|p| p.to_string()).as_deref(), Some(expected), "{name}");
        }
        for name in ["001723127.xlsx", "年度.csv", "病床年度", "fy.csv"] {
            assert_eq!(period_in_name(name), None, "{name}");
        }
    }
}
