//! How does a corrected value say so, wherever it is shown: when, what was, what is, why, and where all corrections stand?

use crate::site::links::{Here, Place};
use domain::view_spec::ViewSpec;
use domain::{Disclosed, HospitalId, MeasureId, Period};
use i18n::{Locale, date_iso};
use leptos::prelude::*;
use reports::figures::{period_words, stratum_words, was_and_is};
use reports::model::{CorrectionNote, MeasureNote, Reported, ValueRow};

/// Which value a correction speaks of.
pub struct Spot<'a> {
    /// Whose.
    pub hospital: &'a HospitalId,
    /// Of what.
    pub measure: &'a MeasureId,
    /// When.
    pub period: Period,
    /// Of whom.
    pub stratum: &'a str,
}

impl<'a> Spot<'a> {
    fn of(row: &'a ValueRow) -> Self {
        Self { hospital: &row.hospital.id, measure: &row.measure, period: row.period, stratum: &row.stratum }
    }

    /// Where the correction stands on the page of all corrections.
    pub fn anchor(&self) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '-' };
        let part: String = self.stratum.chars().map(plain).collect();
        let joint = if part.is_empty() { "" } else { "." };
        format!("c.{}.{}.{}.{}{joint}{part}", self.hospital, self.measure, self.period.start, self.period.end)
    }

    /// The list of this hospital's corrections, at this one.
    pub fn path(&self, locale: Locale, view: &ViewSpec) -> String {
        let asked = ViewSpec { hospital: Some(self.hospital.clone()), ..view.clone() };
        format!("{}#{}", Place::Corrections.href(locale, &asked), self.anchor())
    }

    fn href(&self, here: &Here) -> String {
        let view = ViewSpec { release: here.view.release.clone(), ..ViewSpec::default() };
        self.path(here.locale, &view)
    }
}

/// The corrections of the value that is told, and of its other years and parts, which name themselves.
pub fn notices<'a>(
    here: &Here,
    measure: &MeasureNote,
    told: &ValueRow,
    others: impl IntoIterator<Item = &'a Disclosed<ValueRow>>,
) -> Option<AnyView> {
    let own = told.corrections.iter().map(|note| notice(here, measure, told, note, None));
    let is_other = |row: &&ValueRow| (row.period, &row.stratum) != (told.period, &told.stratum);
    let others = others.into_iter().map(Disclosed::figure).filter(is_other);
    let others = others.flat_map(|row| {
        let which = which(here.locale, row);
        row.corrections.iter().map(move |note| notice(here, measure, row, note, Some(which.clone())))
    });
    let all: Vec<AnyView> = own.chain(others).collect();
    (!all.is_empty()).then(|| all.into_any())
}

/// Period and part of a value.
pub(super) fn which(locale: Locale, row: &ValueRow) -> String {
    let period = period_words(locale, row.period);
    if row.stratum.is_empty() {
        period
    } else {
        i18n::in_parentheses(locale, &period, &stratum_words(locale, &row.stratum))
    }
}

fn notice(here: &Here, measure: &MeasureNote, row: &ValueRow, note: &CorrectionNote, of: Option<String>) -> AnyView {
    let locale = here.locale;
    let interval = row.outcome.reported().and_then(Reported::interval);
    let (was, is) = was_and_is(locale, measure, note, interval);
    let date = date_iso(locale, &note.date.to_string());
    let said = match of {
        None => words::corrected(locale, &date, &was, &is),
        Some(which) => words::corrected_other(locale, &date, &which, &was, &is),
    };
    let why = locale.pick(&note.why.ja, &note.why.en).clone();
    let href = Spot::of(row).href(here);
    view! {
        <p class="ms-caveat ms-corrected">
            <strong>{words::mark(locale)}</strong> " " {said} {(!why.is_empty()).then(|| words::because(locale, &why))} " "
            <a href=href>{words::more(locale)}</a>
        </p>
    }
    .into_any()
}

/// The newest correction of a value in one word and its day, and where it is told; for a row of a table.
pub fn row_mark(locale: Locale, row: &ValueRow, view: &ViewSpec) -> Option<(String, String)> {
    let note = row.corrections.first()?;
    let date = date_iso(locale, &note.date.to_string());
    Some((words::on(locale, &date), Spot::of(row).path(locale, view)))
}

/// The same as a link below a name.
pub fn mark(here: &Here, row: &ValueRow) -> Option<AnyView> {
    let view = ViewSpec { release: here.view.release.clone(), ..ViewSpec::default() };
    row_mark(here.locale, row, &view)
        .map(|(said, href)| view! { <br /><a class="ms-small ms-corrected" href=href>{said}</a> }.into_any())
}

mod words {
    i18n::text! {
        pub(super) fn mark { ja: "訂正", en: "Correction" }
        pub(super) fn on(date: &str) { ja: "訂正（{date}）", en: "Corrected ({date})" }
        pub(super) fn corrected(date: &str, was: &str, is: &str) {
            ja: "この値は{date}に直しました。前は「{was}」、いまは「{is}」です。",
            en: "This figure was corrected on {date}. Before: {was}. Now: {is}.",
        }
        pub(super) fn corrected_other(date: &str, which: &str, was: &str, is: &str) {
            ja: "{which}の値は{date}に直しました。前は「{was}」、いまは「{is}」です。",
            en: "The figure for {which} was corrected on {date}. Before: {was}. Now: {is}.",
        }
        pub(super) fn because(why: &str) { ja: "理由：{why}", en: " Why: {why}" }
        pub(super) fn more { ja: "訂正の記録を見る", en: "See the record of corrections" }
    }
}
