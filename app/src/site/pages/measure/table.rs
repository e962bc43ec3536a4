//! How is every hospital of a measure told in a table: value, range, word and places, never in the order of the values?

use crate::site::components::hospital_line::{place, tongue};
use crate::site::components::{correction, letter_link, verdict};
use crate::site::links::{Here, Place};
use domain::Disclosed;
use domain::caveats::Caveat;
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::{
    Whom, any_places, counted_words, field_words, hospital_name, number_alone, of_few, places_alone, places_counts,
    quantity, range_alone, sentences_above, short_verdict_of_row, source_words, together_note,
};
use reports::model::{MeasureReport, Outcome, ValueRow, line_beside};

/// Every hospital of this part of the list.
pub(super) fn rows(here: &Here, report: &MeasureReport) -> AnyView {
    let locale = here.locale;
    let values = &report.values;
    let (whom, placed) = (Whom::of(&report.values.rows), any_places(&report.values.rows));
    let notes = notes(report);
    let unit = quantity(&values.measure).axis(locale);
    let head = if values.measure.is_yes_or_no() { words::answer(locale) } else { words::value(locale) };
    let rows = values.rows.iter().map(|row| value_row(here, report, row, &notes)).collect_view();
    let source_id = values.rows.first().map_or("", |row| row.figure().source.id.as_str());
    let source = source_words(locale, values.period, source_id, &values.sources, &values.release);
    view! {
        <div class="ms-table" tabindex="0" role="region" aria-label=words::caption(locale)>
            <table>
                <caption>{words::caption(locale)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::hospital(locale)}</th>
                        <th scope="col">{head} <br /><span class="ms-quiet">{unit}</span></th>
                        {whom.map(|whom| view! { <th scope="col">{whom.head(locale, &values.measure)}</th> })}
                        {placed.then(|| view! { <th scope="col">{words::places(locale)}</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {legend(locale, report, &notes)}
        <p class="ms-source">{source}</p>
    }
    .into_any()
}

/// The caveats that stand beside rows of this page, numbered once: the same line on every row is no caveat (R14).
fn notes(report: &MeasureReport) -> Vec<&'static Caveat> {
    let mut notes: Vec<&'static Caveat> = Vec::new();
    for caveat in report.values.rows.iter().filter_map(|row| line_beside(row, &report.values.said_once)) {
        if !notes.contains(&caveat) {
            notes.push(caveat);
        }
    }
    notes.sort_by_key(|caveat| caveat.position());
    notes
}

fn legend(locale: Locale, report: &MeasureReport, notes: &[&'static Caveat]) -> Option<AnyView> {
    let together = together_note(locale, &report.values.rows).map(|said| view! { <li>{said}</li> });
    (!notes.is_empty() || together.is_some()).then(|| {
        let told = notes.iter().enumerate().map(|(at, caveat)| {
            view! { <li>{words::note(locale, at + 1)} " " {locale.pick(caveat.short.ja, caveat.short.en)}</li> }
        });
        view! { <ul class="ms-notes ms-small">{together} {told.collect_view()}</ul> }.into_any()
    })
}

fn value_row(here: &Here, report: &MeasureReport, row: &Disclosed<ValueRow>, notes: &[&'static Caveat]) -> AnyView {
    let locale = here.locale;
    let measure = &report.values.measure;
    let figure = row.figure();
    let hospital = &figure.hospital;
    let href = format!("{}#{}", here.to(&Place::Hospital(hospital.id.clone())), measure.id);
    let name = hospital_name(locale, &hospital.name);
    // whose patients are of another kind is said where the value stands among those of its role
    let field = field_words(locale, hospital).map(|field| format!("{}{field}", locale.pick("・", " · ")));
    let line = line_beside(row, &report.values.said_once);
    let at = line.and_then(|line| notes.iter().position(|note| *note == line));
    let caveat = at.map(|at| view! { " " <span class="ms-note">{words::note(locale, at + 1)}</span> });
    let (whom, placed) = (Whom::of(&report.values.rows), any_places(&report.values.rows));
    let places = placed.then(|| places_cell(locale, figure));
    let cells = match &figure.outcome {
        Outcome::Reported(reported) => {
            let range = range_alone(locale, measure, reported);
            let range = (!range.is_empty()).then(|| view! { <br /> {words::in_brackets(locale, &range)} });
            let counted =
                of_few(measure, reported).is_none().then(|| counted_words(locale, measure, reported)).flatten();
            let counted = counted.map(|said| view! { <br /> <span class="ms-small ms-quiet">{said}</span> });
            let verdict = whom.map(|whom| {
                let word = whom.verdict(figure);
                view! {
                    <td>
                        <span class="ms-shape" aria-hidden="true">{verdict::shape(word)}</span>
                        " " {short_verdict_of_row(locale, measure, figure, word)}
                    </td>
                }
            });
            view! {
                <td class="ms-number">{number_alone(locale, measure, reported)} {caveat} {range} {counted}</td>
                {verdict}
                {places}
            }
            .into_any()
        }
        Outcome::Missing { status, .. } => {
            let reason = status.reason();
            let span = (1 + u8::from(whom.is_some()) + u8::from(placed)).to_string();
            view! { <td class="ms-missing" colspan=span>{locale.pick(reason.ja, reason.en)}</td> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href lang=tongue(locale, &name)>{name.clone()}</a>
                <br />
                <span class="ms-small ms-quiet">
                    {place(here, hospital)} {field} {locale.pick("・", " · ")} {letter_link::report(here, figure, &name)}
                </span>
                {correction::mark(here, figure)}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// The range within the role with its counts; never a bare place.
fn places_cell(locale: Locale, row: &ValueRow) -> AnyView {
    match (places_alone(locale, row), places_counts(locale, row)) {
        (Some(range), Some(counts)) => {
            view! { <td>{range} <br /><span class="ms-small ms-quiet">{counts}</span></td> }.into_any()
        }
        _ => view! { <td><span class="ms-small ms-quiet">{words::no_range(locale)}</span></td> }.into_any(),
    }
}

/// What is said above the table.
pub(super) fn above(locale: Locale, report: &MeasureReport) -> AnyView {
    let said = sentences_above(locale, &report.values).into_iter();
    said.map(|said| view! { <p class="ms-small">{said}</p> }).collect_view().into_any()
}

mod words {
    i18n::text! {
        pub(super) fn no_range { ja: "出しません", en: "none" }
        pub(super) fn places { ja: "同じ役割の病院の中での順位の幅", en: "Range of places within its role" }
        pub(super) fn note(number: usize) { ja: "注{number}", en: "note {number}" }
        pub(super) fn caption { ja: "病院ごとの値（場所の順）", en: "Values by hospital, in order of place" }
        pub(super) fn hospital { ja: "病院", en: "Hospital" }
        pub(super) fn answer { ja: "病院の答え", en: "What the hospital answers" }
        pub(super) fn value { ja: "値（考えられる幅）", en: "Value (probable range)" }
        pub(super) fn in_brackets(range: &str) { ja: "（{range}）", en: "({range})" }
    }
}
