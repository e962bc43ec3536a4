//! How do the hospitals of one part of a list lie beside one another? Rows stay in the order of place, never of value.

use super::comparing::short_verdict_of_row;
use super::frame::{Saying, Surroundings, frame, period_words, source_words};
use super::ruler::{axis, chart_verdict, field, known, pointer};
use super::said;
use crate::model::{MeasureNote, MeasureReport, ValueRow};
use charts::{Emphasis, IntervalList, IntervalRow, Known, Reading};
use domain::{Disclosed, HospitalId};
use i18n::{Locale, whole};

/// The values of the asked part of the list, at most as many as a drawing holds. Where a row leads is the page's to say.
pub fn intervals(around: &Surroundings<'_>, report: &MeasureReport, pointed: Option<&HospitalId>) -> IntervalList {
    let locale = around.locale;
    let values = &report.values;
    let measure = &values.measure;
    let comparator = &report.national.comparator;
    let source_id = values.rows.first().map_or("", |row| row.figure().source.id.as_str());
    let shown = values.rows.len().min(IntervalList::ROWS);
    let saying = Saying {
        title: words::title(locale, &said::picked(locale, &measure.name)),
        subtitle: subtitle(locale, report, shown),
        description: String::new(),
        notes: values.said_once.clone(),
        source: source_words(locale, values.period, source_id, around.sources, around.release),
    };
    IntervalList {
        frame: frame(around, saying),
        axis: axis(locale, measure, reach(report)),
        target: pointer(locale, measure, comparator),
        field: field(locale, measure, comparator),
        rows: values.rows.iter().take(IntervalList::ROWS).map(|value| row(locale, report, value, pointed)).collect(),
    }
}

/// How many of how many, and which part of the list it is where there are several.
fn subtitle(locale: Locale, report: &MeasureReport, shown: usize) -> String {
    let (page, period) = (report.values.page, period_words(locale, report.values.period));
    let (shown, total) = (whole(shown), whole(page.total));
    let limit = page.limit.max(1);
    if page.total <= limit {
        return words::subtitle(locale, &shown, &total, &period);
    }
    let (part, parts) = (whole(page.offset / limit + 1), whole(page.total.div_ceil(limit)));
    words::subtitle_of_part(locale, &shown, &total, &part, &parts, &period)
}

fn row(
    locale: Locale,
    report: &MeasureReport,
    value: &Disclosed<ValueRow>,
    pointed: Option<&HospitalId>,
) -> IntervalRow {
    let measure = &report.values.measure;
    let figure = value.figure();
    let hospital = &figure.hospital;
    IntervalRow {
        name: said::picked(locale, &hospital.name),
        detail: said::place_name(locale, hospital),
        known: number_of(locale, measure, value),
        verdict: chart_verdict(figure.judged().verdict_national),
        verdict_words: short_verdict_of_row(locale, measure, figure, figure.judged().verdict_national),
        emphasis: if pointed == Some(&hospital.id) { Emphasis::Highlighted } else { Emphasis::Plain },
        link: String::new(),
    }
}

/// The number alone, because the scale above the rows names the unit; so the bands keep the room.
fn number_of(locale: Locale, measure: &MeasureNote, value: &Disclosed<ValueRow>) -> Known {
    match (known(locale, measure, value), value.figure().outcome.reported()) {
        (Known::Value(reading), Some(reported)) => {
            Known::Value(Reading { text: said::number_alone(measure, reported), ..reading })
        }
        (known, _) => known,
    }
}

/// The scale: what is shown and the middle of the country.
fn reach(report: &MeasureReport) -> (f64, f64) {
    let rows = report.values.rows.iter().take(IntervalList::ROWS);
    let shown = rows.filter_map(|row| row.figure().outcome.reported()).flat_map(|reported| {
        let (low, high) = reported.interval().unwrap_or((reported.value, reported.value));
        [low, high, reported.value]
    });
    let comparator = &report.national.comparator;
    let country = [comparator.p10, comparator.p90, comparator.target];
    let country = country.into_iter().filter_map(crate::model::Figure::number);
    super::trend::reached(shown.chain(country)).unwrap_or((0.0, 1.0))
}

mod words {
    i18n::text! {
        pub(super) fn title(measure: &str) { ja: "{measure}：病院ごとの値と幅", en: "{measure}: each hospital with its range" }
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
