//! How are measures and the versions of their definitions read and written?

use super::known::Known;
use super::print::{self, Sheet};
use super::table::{Layout, read_rows};
use domain::issue::{Issue, IssueKind};
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::records::{Breaks, MeasureRecord, MeasureVersionRecord};
use std::collections::HashSet;

/// `measures.csv`.
pub(super) const MEASURES: Layout<28> = Layout {
    name: "measures",
    columns: [
        "id",
        "name_ja",
        "name_en",
        "kind",
        "direction",
        "topic",
        "measure_type",
        "unit",
        "risk_adjusted",
        "adjusters",
        "shrunken",
        "national_value",
        "self_reported",
        "audited",
        "voluntary",
        "counts_episodes",
        "eligible_hospitals",
        "min_denominator",
        "suppression_profile",
        "plain_ja",
        "plain_en",
        "why_ja",
        "why_en",
        "cannot_tell_ja",
        "cannot_tell_en",
        "owner_warning_ja",
        "owner_warning_en",
        "means_abroad",
    ],
    required: &["id", "name_ja", "name_en", "kind", "direction", "topic", "measure_type"],
};

/// `measure_versions.csv`.
pub(super) const MEASURE_VERSIONS: Layout<7> = Layout {
    name: "measure_versions",
    columns: ["measure_id", "version", "valid_from", "valid_to", "breaks", "change_ja", "change_en"],
    required: &["measure_id", "version"],
};

/// Reads `measures.csv`.
pub(super) fn read_measures(bytes: &[u8], file: &str, issues: &mut Vec<Issue>) -> Option<Vec<MeasureRecord>> {
    let mut seen = HashSet::new();
    let not_negative = 0.0..=f64::MAX;
    read_rows(&MEASURES, bytes, file, issues, |columns, row| {
        let [id, name_ja, name_en, kind, direction, topic, measure_type, unit, columns @ ..] = *columns;
        let [risk, adjusters, shrunken, national, own, audited, voluntary, episodes, columns @ ..] = columns;
        let [eligible, min, profile, plain_ja, plain_en, why_ja, why_en, columns @ ..] = columns;
        let [cannot_ja, cannot_en, warning_ja, warning_en, abroad] = columns;
        let record = MeasureRecord {
            id: row.measure(id)?,
            name: domain::Bilingual::new(row.needed(name_ja)?, row.needed(name_en)?),
            kind: row.code(kind, Kind::parse)?,
            direction: row.code(direction, Direction::parse)?,
            topic: row.code(topic, Topic::parse)?,
            measure_type: row.code(measure_type, MeasureType::parse)?,
            unit: row.text(unit),
            risk_adjusted: row.yes_or_no(risk)?,
            adjusters: row.list(adjusters),
            shrunken: row.yes_or_no(shrunken)?,
            national_value: row.number(national, &(f64::MIN..=f64::MAX), "not a finite number")?,
            self_reported: row.yes_or_no(own)?,
            audited: row.yes_or_no(audited)?,
            voluntary: row.yes_or_no(voluntary)?,
            counts_episodes: row.yes_or_no(episodes)?,
            eligible_hospitals: row.number(eligible, &not_negative, "a number of hospitals is not negative")?,
            min_denominator: row.number(min, &not_negative, "a number of patients is not negative")?,
            suppression_profile: row.text(profile),
            plain: row.both(plain_ja, plain_en),
            why: row.both(why_ja, why_en),
            cannot_tell: row.both(cannot_ja, cannot_en),
            owner_warning: row.both(warning_ja, warning_en),
            means_abroad: row.text(abroad),
        };
        if record.kind == Kind::Proportion && record.national_value.is_some_and(|v| !(0.0..=1.0).contains(&v)) {
            return row.leave_out(IssueKind::OutOfRange, national, "a proportion lies between 0 and 1");
        }
        if !seen.insert(record.id.clone()) {
            return row.leave_out(IssueKind::Duplicate, id, "the id stands there already");
        }
        Ok(record)
    })
}

/// Reads `measure_versions.csv`.
pub(super) fn read_versions(
    bytes: &[u8],
    file: &str,
    known: &Known,
    issues: &mut Vec<Issue>,
) -> Option<Vec<MeasureVersionRecord>> {
    let mut seen = HashSet::new();
    read_rows(&MEASURE_VERSIONS, bytes, file, issues, |columns, row| {
        let [measure, version, from, to, breaks, change_ja, change_en] = *columns;
        let (valid_from, valid_to) = row.validity(from, to)?;
        let record = MeasureVersionRecord {
            measure: known.measure(row, measure)?.0,
            version: row.needed(version)?,
            valid_from,
            valid_to,
            breaks: row.code(breaks, Breaks::parse)?,
            change: row.both(change_ja, change_en),
        };
        if !seen.insert((record.measure.clone(), record.version.clone())) {
            return row.leave_out(IssueKind::Duplicate, version, "the measure has this version already");
        }
        Ok(record)
    })
}

/// Writes `measures.csv`.
pub(super) fn write_measures(records: &[MeasureRecord]) -> Sheet {
    let mut sheet = Sheet::new(&MEASURES);
    for m in records {
        let adjusters = m.adjusters.join(";");
        let [national, eligible, min] = [m.national_value, m.eligible_hospitals, m.min_denominator].map(print::number);
        let cells = [
            m.id.as_str(),
            &m.name.ja,
            &m.name.en,
            m.kind.as_str(),
            m.direction.as_str(),
            m.topic.as_str(),
            m.measure_type.as_str(),
            &m.unit,
            print::yes_or_no(m.risk_adjusted),
            &adjusters,
            print::yes_or_no(m.shrunken),
            &national,
            print::yes_or_no(m.self_reported),
            print::yes_or_no(m.audited),
            print::yes_or_no(m.voluntary),
            print::yes_or_no(m.counts_episodes),
            &eligible,
            &min,
            &m.suppression_profile,
            &m.plain.ja,
            &m.plain.en,
            &m.why.ja,
            &m.why.en,
            &m.cannot_tell.ja,
            &m.cannot_tell.en,
            &m.owner_warning.ja,
            &m.owner_warning.en,
            &m.means_abroad,
        ];
        sheet.row(&MEASURES, cells);
    }
    sheet
}

/// Writes `measure_versions.csv`.
pub(super) fn write_versions(records: &[MeasureVersionRecord]) -> Sheet {
    let mut sheet = Sheet::new(&MEASURE_VERSIONS);
    for v in records {
        let (from, to) = (print::day(v.valid_from), print::day(v.valid_to));
        let breaks = v.breaks.as_str();
        let cells = [v.measure.as_str(), &v.version, &from, &to, breaks, &v.change.ja, &v.change.en];
        sheet.row(&MEASURE_VERSIONS, cells);
    }
    sheet
}
