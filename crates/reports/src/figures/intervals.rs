//! How do the hospitals of one part of a list lie beside one another? Rows stay in the order of place, never of value.

use super::comparing::short_verdict_of_row;
use super::counted::counted_number;
use super::frame::{Saying, Surroundings, frame, owner_warning, period_words, source_words};
use super::ruler::{axis, chart_verdict, field, known, pointer};
use super::said;
use crate::model::{Comparator, MeasureNote, MeasureReport, ValueRow};
use charts::{Emphasis, IntervalList, IntervalRow, Known, Reading};
use domain::Disclosed;
use domain::view_spec::ViewSpec;
use i18n::{Locale, whole};

/// The values of the asked part of the list, at most as many as a drawing holds. Where a row leads is the page's to say.
/// The question says which part of the list it is, whom to compare with and whom to point out.
pub fn intervals(around: &Surroundings<'_>, report: &MeasureReport, asked: &ViewSpec) -> IntervalList {
    let locale = around.locale;
    let values = &report.values;
    let measure = &values.measure;
    let comparator = beside(report, asked);
    let source_id = values.rows.first().map_or("", |row| row.figure().source.id.as_str());
    let shown = values.rows.len().min(IntervalList::ROWS);
    let saying = Saying {
        title: title(locale, report),
        subtitle: subtitle(locale, report, asked, shown),
        description: String::new(),
        warning: owner_warning(locale, measure),
        notes: values.said_once.clone(),
        source: source_words(locale, values.period, source_id, around.sources, around.release),
    };
    IntervalList {
        frame: frame(around, saying),
        axis: axis(locale, measure, reach(report, comparator)),
        target: comparator.and_then(|group| pointer(locale, measure, group)),
        field: comparator.and_then(|group| field(locale, measure, group)),
        rows: values.rows.iter().take(IntervalList::ROWS).map(|value| row(locale, report, value, asked)).collect(),
    }
}

/// Of plain counts, and of values without a known error, there are no ranges to speak of.
fn title(locale: Locale, report: &MeasureReport) -> String {
    let name = said::picked(locale, &report.values.measure.name);
    let reported = report.values.rows.iter().filter_map(|row| row.figure().outcome.reported());
    match reported.into_iter().any(|reported| reported.interval().is_some()) {
        true => words::title(locale, &name),
        false => words::title_without_ranges(locale, &name),
    }
}

/// The group the list is laid beside: the role that was asked for, else the country, where a value is held against it at all.
fn beside<'a>(report: &'a MeasureReport, asked: &ViewSpec) -> Option<&'a Comparator> {
    match asked.peer_group {
        Some(role) => report.peers.iter().map(|peer| &peer.comparator).find(|group| group.peer_group == Some(role)),
        None => Some(&report.national.comparator).filter(|_| report.values.measure.held_against_the_country()),
    }
}

/// Whose values: region and role that were asked for; how many of how many, and which part of the list where there are several.
fn subtitle(locale: Locale, report: &MeasureReport, asked: &ViewSpec, shown: usize) -> String {
    let region = asked.region.as_ref().and_then(|_| report.values.rows.first());
    let region = region.map(|row| said::picked(locale, &row.figure().hospital.region_name));
    let role = asked.peer_group.map(|role| locale.pick(role.name().ja, role.name().en).to_owned());
    let whose = [region, role].into_iter().flatten().filter(|part| !part.is_empty());
    let told: Vec<String> = whose.chain([counted(locale, report, shown)]).collect();
    told.join(locale.pick("・", " · "))
}

fn counted(locale: Locale, report: &MeasureReport, shown: usize) -> String {
    let (page, period) = (report.values.page, period_words(locale, report.values.period));
    let (shown, total) = (whole(shown), whole(page.total));
    let limit = page.limit.max(1);
    if page.total <= limit {
        return words::subtitle(locale, &shown, &total, &period);
    }
    let (part, parts) = (whole(page.offset / limit + 1), whole(page.total.div_ceil(limit)));
    words::subtitle_of_part(locale, &shown, &total, &part, &parts, &period)
}

fn row(locale: Locale, report: &MeasureReport, value: &Disclosed<ValueRow>, asked: &ViewSpec) -> IntervalRow {
    let measure = &report.values.measure;
    let figure = value.figure();
    let hospital = &figure.hospital;
    let judged = figure.judged();
    let verdict = if asked.peer_group.is_some() { judged.peer_word() } else { judged.national_word() };
    IntervalRow {
        name: said::picked(locale, &hospital.name),
        detail: detail(locale, measure, figure),
        known: number_of(locale, measure, value),
        verdict: chart_verdict(verdict),
        verdict_words: short_verdict_of_row(locale, measure, figure, verdict),
        emphasis: if asked.hospital.as_ref() == Some(&hospital.id) { Emphasis::Highlighted } else { Emphasis::Plain },
        link: String::new(),
    }
}

/// Where it lies, and of how many patients its value is.
fn detail(locale: Locale, measure: &MeasureNote, row: &ValueRow) -> String {
    let counted = row.outcome.reported().and_then(|reported| counted_number(locale, measure, reported));
    let parts = [Some(said::place_name(locale, &row.hospital)), counted];
    let told: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    told.join(locale.pick("・", " · "))
}

/// The number alone, because the scale above the rows names the unit; so the bands keep the room.
fn number_of(locale: Locale, measure: &MeasureNote, value: &Disclosed<ValueRow>) -> Known {
    match (known(locale, measure, value), value.figure().outcome.reported()) {
        (Known::Value(reading), Some(reported)) => {
            Known::Value(Reading { text: said::number_alone(locale, measure, reported), ..reading })
        }
        (known, _) => known,
    }
}

/// The scale: what is shown and the middle of the group beside it.
fn reach(report: &MeasureReport, beside: Option<&Comparator>) -> (f64, f64) {
    let rows = report.values.rows.iter().take(IntervalList::ROWS);
    let shown = rows.filter_map(|row| row.figure().outcome.reported()).flat_map(|reported| {
        let (low, high) = reported.interval().unwrap_or((reported.value, reported.value));
        [low, high, reported.value]
    });
    let group = beside.map(|group| [group.p10, group.p90, group.target]);
    let group = group.into_iter().flatten().filter_map(crate::model::Figure::number);
    super::trend::reached(shown.chain(group)).unwrap_or((0.0, 1.0))
}

mod words {
    i18n::text! {
        pub(super) fn title(measure: &str) { ja: "{measure}：病院ごとの値と幅", en: "{measure}: each hospital with its range" }
        pub(super) fn title_without_ranges(measure: &str) { ja: "{measure}：病院ごとの値", en: "{measure}: the value of each hospital" }
        pub(super) fn subtitle(shown: &str, total: &str, period: &str) {
            ja: "{total}院のうち{shown}院（場所の順）・{period}",
            en: "{shown} of {total} hospitals, in order of place · {period}",
        }
        pub(super) fn subtitle_of_part(shown: &str, total: &str, part: &str, parts: &str, period: &str) {
            ja: "{total}院のうち{shown}院（場所の順）・{parts}つのうち{part}つめの図・{period}",
            en: "{shown} of {total} hospitals, in order of place · part {part} of {parts} · {period}",
        }
    }
}
