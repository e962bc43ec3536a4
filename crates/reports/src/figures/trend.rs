//! How did one measure of one hospital go over the years, and which years may be compared?

use super::comparing::{course_words, is_event_year};
use super::frame::{Saying, Surroundings, all_sources_words, frame, owner_warning, period_words, whose};
use super::national::target_label;
use super::ruler::{axis, known};
use super::said::{self, quantity};
use crate::model::{Break, Comparator, MeasureNote, MeasureSection, Outcome, SourceNote, ValueRow, what_holds};
use charts::{BreakKind, National, Table, Trend, TrendHeight};
use domain::caveats::Caveat;
use domain::records::Breaks;
use domain::{Disclosed, Period};
use i18n::Locale;

/// All years of a section, with the country beside them.
pub fn trend(around: &Surroundings<'_>, section: &MeasureSection) -> Trend {
    let locale = around.locale;
    let measure = &section.measure;
    let saying = Saying {
        title: words::title(locale, &said::picked(locale, &measure.name)),
        subtitle: subtitle(around, section),
        description: String::new(),
        warning: owner_warning(locale, measure),
        notes: notes(section),
        source: sources(around, section),
    };
    let periods: Vec<Period> = section.history.iter().map(|value| value.figure().period).collect();
    let names = section.history.iter().map(|value| marked_period(locale, value));
    let values = section.history.iter().map(|value| known(locale, measure, value));
    Trend {
        frame: frame(around, saying),
        height: match around.stand {
            super::Stand::InPage => TrendHeight::Small,
            super::Stand::Alone => TrendHeight::Standard,
        },
        axis: trend_axis(locale, section),
        periods: names.collect(),
        values: values.collect(),
        own_label: words::this_hospital(locale).to_owned(),
        national: national(locale, measure, country_of(section).iter()),
        breaks: breaks(locale, &breaks_beside(section), &periods),
    }
}

/// The breaks that matter beside the years of one hospital: which others are counted changes the value of the country alone, and
/// says nothing where that is not beside it.
pub fn breaks_beside(section: &MeasureSection) -> Vec<Break> {
    let country = section.measure.held_against_the_country();
    section.breaks.iter().filter(|change| country || change.kind != Breaks::Scope).cloned().collect()
}

/// Whose years they are; a drawing that stands alone says besides which years there are, and what a test says of their course.
fn subtitle(around: &Surroundings<'_>, section: &MeasureSection) -> String {
    let locale = around.locale;
    let name = whose(around, &section.newest.figure().hospital);
    let course = trend_words(locale, section).filter(|_| around.stand == super::Stand::Alone);
    [Some(name), course].into_iter().flatten().collect::<Vec<_>>().join(locale.pick("・", " · "))
}

/// All years with the sources that their values come from.
fn sources(around: &Surroundings<'_>, section: &MeasureSection) -> String {
    let rows = || section.history.iter().map(Disclosed::figure);
    let newest = section.newest.figure().period;
    let period = Period {
        start: rows().map(|row| row.period.start).min().unwrap_or(newest.start),
        end: rows().map(|row| row.period.end).max().unwrap_or(newest.end),
    };
    let is_of_years = |source: &&SourceNote| rows().any(|row| row.source.id == source.id);
    let own: Vec<SourceNote> = around.sources.iter().filter(is_of_years).cloned().collect();
    all_sources_words(&Surroundings { sources: &own, ..*around }, period)
}

/// The country in the years of a section; nothing where a value is not held against it.
fn country_of(section: &MeasureSection) -> &[Comparator] {
    if section.measure.held_against_the_country() { &section.national_history } else { &[] }
}

/// What has to be said of the newest year, and that some year was one of a disaster where one was.
fn notes(section: &MeasureSection) -> Vec<&'static Caveat> {
    let mut notes = what_holds(&section.newest);
    let events = section.history.iter().filter(|value| is_event_year(value));
    let struck = events.flat_map(|value| value.caveats()).copied().find(|c| c.id == "DISASTER_PERIOD");
    notes.extend(struck.filter(|c| !notes.contains(c)));
    notes
}

/// The year, marked where a disaster or outbreak touched it.
fn marked_period(locale: Locale, value: &Disclosed<ValueRow>) -> String {
    let period = short_period(value.figure().period);
    if is_event_year(value) { words::struck_short(locale, &period) } else { period }
}

/// The scale of the years: what this hospital and the country have reached, not what every hospital has.
fn trend_axis(locale: Locale, section: &MeasureSection) -> charts::Axis {
    let country = country_of(section).iter().filter_map(|group| group.target.number());
    match reached(own_values(section).chain(country)) {
        Some((from, to)) if from > 0.0 => {
            let drawn = axis(locale, &section.measure, (from, to));
            let unit = words::not_from_zero(locale, &quantity(&section.measure).axis(locale));
            drawn.with_unit(unit)
        }
        Some(scale) => axis(locale, &section.measure, scale),
        None => axis(locale, &section.measure, section.scale),
    }
}

/// Every value of a hospital over the years, with the ends of its interval.
pub(super) fn own_values(section: &MeasureSection) -> impl Iterator<Item = f64> {
    let own = section.history.iter().filter_map(|value| value.figure().outcome.reported());
    own.flat_map(|reported| {
        let (low, high) = reported.interval().unwrap_or((reported.value, reported.value));
        [low, high, reported.value]
    })
}

/// From where to where values reach, from zero where that does not waste the scale.
pub(super) fn reached(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let (low, high) = values
        .filter(|value| value.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let from = if low >= 0.0 && low <= high * 0.67 { 0.0 } else { low };
    (low <= high).then_some((from, high))
}

/// The country in the same periods; `None` where it never has a value.
pub(super) fn national<'a>(
    locale: Locale,
    measure: &MeasureNote,
    history: impl Iterator<Item = &'a Comparator> + Clone,
) -> Option<National> {
    let quantity = quantity(measure);
    let target = |group: &Comparator| group.target.number();
    let values: Vec<Option<f64>> =
        history.clone().map(|group| target(group).map(|value| quantity.scaled(value))).collect();
    let said = |value: f64| said::of_many(locale, measure, value);
    let label = history.clone().last().map_or_else(String::new, |group| target_label(locale, group));
    let texts = history.map(|group| target(group).map(said).unwrap_or_default()).collect();
    values.iter().any(Option::is_some).then_some(National { label, values, texts })
}

/// The breaks that part these periods, oldest first.
pub(super) fn breaks(locale: Locale, breaks: &[Break], periods: &[Period]) -> Vec<charts::Break> {
    let drawn = breaks.iter().filter_map(|change| {
        let before = periods.iter().position(|period| period.start >= change.at)?;
        let kind = match change.kind {
            Breaks::Nothing => return None,
            Breaks::Definition => BreakKind::Definition,
            Breaks::Scope => BreakKind::Scope,
        };
        (before > 0).then(|| charts::Break { before, kind, label: break_words(locale, change) })
    });
    drawn.collect()
}

/// What a break means, in words.
pub fn break_words(locale: Locale, change: &Break) -> String {
    let told = said::picked(locale, &change.change);
    if !told.is_empty() {
        return told;
    }
    let year = i18n::fiscal_year(locale, i32::from(change.at.year()));
    match change.kind {
        Breaks::Definition => words::definition(locale, &year),
        Breaks::Scope => words::scope(locale, &year),
        Breaks::Nothing => String::new(),
    }
}

/// The years as a table: numbers alone, with their unit in the caption, and what broke before a year beside it.
pub fn years_table(locale: Locale, section: &MeasureSection) -> Table {
    let measure = &section.measure;
    let unit = quantity(measure).axis(locale);
    let name = said::picked(locale, &measure.name);
    let rows = section.history.iter().enumerate();
    let country = measure.held_against_the_country().then(|| target_label(locale, &section.national));
    let header = [words::head_period(locale), words::head_value(locale), words::head_range(locale)];
    Table {
        caption: words::table(locale, &name, &unit),
        header: header.into_iter().map(str::to_owned).chain(country).collect(),
        rows: rows.map(|(at, value)| years_row(locale, section, at, value)).collect(),
    }
}

fn years_row(locale: Locale, section: &MeasureSection, at: usize, value: &Disclosed<ValueRow>) -> Vec<String> {
    let measure = &section.measure;
    let row = value.figure();
    let before = at.checked_sub(1).and_then(|before| section.history.get(before));
    let broken = |kind: Breaks| {
        section.breaks.iter().any(|change| {
            change.kind == kind
                && change.at <= row.period.start
                && before.is_some_and(|before| before.figure().period.start < change.at)
        })
    };
    let period = short_period(row.period);
    let period = if broken(Breaks::Definition) { words::after_break(locale, &period) } else { period };
    let period = if is_event_year(value) { words::struck(locale, &period) } else { period };
    let (number, range) = match &row.outcome {
        Outcome::Reported(reported) => {
            (said::number_alone(locale, measure, reported), said::range_alone(locale, measure, reported))
        }
        Outcome::Missing { status, .. } => {
            let reason = status.reason();
            (locale.pick(reason.ja, reason.en).to_owned(), String::new())
        }
    };
    let quantity = quantity(measure);
    let said = |group: &Comparator| {
        let target = group.target.number();
        target.map(|target| quantity.figure(target, said::decimals_of_many(measure, target))).unwrap_or_default()
    };
    // other hospitals are counted from this year: that is no matter of this hospital's own value
    let other_hospitals = broken(Breaks::Scope) && !broken(Breaks::Definition);
    let marked = |said: String| match other_hospitals && !said.is_empty() {
        true => words::other_hospitals(locale, &said),
        false => said,
    };
    let country = measure.held_against_the_country().then(|| section.national_history.get(at).map(said).map(marked));
    [period, number, range].into_iter().chain(country.map(Option::unwrap_or_default)).collect()
}

/// Which years there are, and what a test says of their course (R16).
pub fn trend_words(locale: Locale, section: &MeasureSection) -> Option<String> {
    let with_value = section.history.iter().filter(|v| v.figure().outcome.reported().is_some());
    let periods: Vec<Period> = with_value.map(|value| value.figure().period).collect();
    let (first, last) = (periods.first()?, periods.last()?);
    let span = period_words(locale, Period { start: first.start, end: last.end });
    let years = words::years(locale, &span, periods.len());
    (periods.len() > 1).then(|| match course_words(locale, section) {
        Some(course) => format!("{years}{}{course}", locale.pick("", " ")),
        None => years,
    })
}

/// `2022`
pub(super) fn short_period(period: Period) -> String {
    match period.as_fiscal_year() {
        Some(year) => year.to_string(),
        None if period.start.year() == period.end.year() => period.end.year().to_string(),
        None => format!("{}–{}", period.start.year(), period.end.year()),
    }
}

mod words {
    i18n::text! {
        pub(super) fn title(measure: &str) { ja: "{measure}：年ごとの値", en: "{measure}: year by year" }
        pub(super) fn not_from_zero(unit: &str) { ja: "{unit}（目盛りは0から始まりません）", en: "{unit} (the scale does not start at 0)" }
        pub(super) fn this_hospital { ja: "この病院", en: "This hospital" }
        pub(super) fn definition(year: &str) {
            ja: "{year}から数え方が変わりました。前の年とは比べられません。",
            en: "Counted differently from {year}; earlier years cannot be compared.",
        }
        pub(super) fn scope(year: &str) {
            ja: "{year}から調査の対象が広がりました。全国の値は前の年と比べられません。",
            en: "The survey covers other hospitals from {year}; the national value cannot be compared with earlier years.",
        }
        pub(super) fn table(measure: &str, unit: &str) {
            ja: "{measure}：年ごとの値、{unit}",
            en: "{measure}, year by year, {unit}",
        }
        pub(super) fn head_period { ja: "年", en: "Year" }
        pub(super) fn head_value { ja: "この病院", en: "This hospital" }
        pub(super) fn head_range { ja: "考えられる幅", en: "Probable range" }
        pub(super) fn after_break(year: &str) {
            ja: "{year}（ここから前とは比べられません）",
            en: "{year} (not comparable with earlier years)",
        }
        pub(super) fn other_hospitals(value: &str) {
            ja: "{value}（調査の対象が変わり、前の年の全国とは比べられません）",
            en: "{value} (other hospitals are covered; not comparable with the country before)",
        }
        pub(super) fn struck(year: &str) {
            ja: "{year}（災害・感染症の年）",
            en: "{year} (disaster or outbreak)",
        }
        pub(super) fn struck_short(year: &str) { ja: "{year}※", en: "{year}*" }
        pub(super) fn years(span: &str, count: usize) {
            ja: "{span}の{count}回分があります。",
            en: "{count} values, {span}.",
        }
    }
}
