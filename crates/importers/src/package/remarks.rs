//! How are sources, footnotes, comments and corrections read and written?

use super::known::Known;
use super::print::{self, Sheet};
use super::table::{Layout, read_rows};
use domain::Status;
use domain::issue::{Issue, IssueKind, Severity};
use domain::records::{CommentKind, CommentRecord, CorrectionRecord, FootnoteRecord, SourceRecord, Subject};
use std::collections::HashSet;

/// `footnotes.csv`.
pub(super) const FOOTNOTES: Layout<4> = Layout {
    name: "footnotes",
    columns: ["source_id", "code", "text_ja", "text_en"],
    required: &["source_id", "code"],
};

/// `comments.csv`.
pub(super) const COMMENTS: Layout<9> = Layout {
    name: "comments",
    // the last two came later: older files do without
    columns: [
        "hospital_id",
        "measure_id",
        "period_end",
        "kind",
        "date",
        "text_ja",
        "text_en",
        "period_start",
        "stratum",
    ],
    required: &["hospital_id", "measure_id", "kind"],
};

/// `corrections.csv`.
pub(super) const CORRECTIONS: Layout<10> = Layout {
    name: "corrections",
    columns: [
        "hospital_id",
        "measure_id",
        "period_start",
        "period_end",
        "stratum",
        "was",
        "is",
        "why_ja",
        "why_en",
        "date",
    ],
    required: &["hospital_id", "measure_id", "period_start", "period_end", "was", "is", "date"],
};

/// `sources.csv`.
pub(super) const SOURCES: Layout<13> = Layout {
    name: "sources",
    columns: [
        "id",
        "publisher_ja",
        "publisher_en",
        "title_ja",
        "title_en",
        "url",
        "licence",
        "attribution_ja",
        "attribution_en",
        "published",
        "retrieved",
        "sha256",
        "file",
    ],
    required: &["id"],
};

/// A hospital's comment may have this many characters in each language.
const COMMENT_CHARACTERS: usize = 400;

/// Reads `sources.csv`.
pub(super) fn read_sources(bytes: &[u8], file: &str, issues: &mut Vec<Issue>) -> Option<Vec<SourceRecord>> {
    let mut seen = HashSet::new();
    read_rows(&SOURCES, bytes, file, issues, |columns, row| {
        let [id, by_ja, by_en, title_ja, title_en, url, licence, columns @ ..] = *columns;
        let [attribution_ja, attribution_en, published, retrieved, sha256, name] = columns;
        let own = row.needed(id)?;
        if seen.contains(&own) {
            return row.leave_out(IssueKind::Duplicate, id, "the id stands there already");
        }
        let record = SourceRecord {
            id: own.clone(),
            publisher: row.both(by_ja, by_en),
            title: row.both(title_ja, title_en),
            url: row.text(url),
            licence: row.text(licence),
            attribution: row.both(attribution_ja, attribution_en),
            published: row.day(published)?,
            retrieved: row.day(retrieved)?,
            sha256: row.text(sha256),
            file: row.text(name),
        };
        if record.licence.is_empty() {
            let text = "the source has no licence; publishing will warn about it".to_string();
            row.report(Severity::Note, IssueKind::NoLicence, "licence", "", text);
        }
        seen.insert(own);
        Ok(record)
    })
}

/// Reads `footnotes.csv`.
pub(super) fn read_footnotes(bytes: &[u8], file: &str, issues: &mut Vec<Issue>) -> Option<Vec<FootnoteRecord>> {
    let mut seen = HashSet::new();
    read_rows(&FOOTNOTES, bytes, file, issues, |columns, row| {
        let [source, code, text_ja, text_en] = *columns;
        let own = row.needed(code)?;
        if !seen.insert((row.text(source), own.clone())) {
            return row.leave_out(IssueKind::Duplicate, code, "the source has this footnote already");
        }
        Ok(FootnoteRecord { source_id: row.text(source), code: own, text: row.both(text_ja, text_en) })
    })
}

/// Reads `comments.csv`.
pub(super) fn read_comments(
    bytes: &[u8],
    file: &str,
    known: &Known,
    issues: &mut Vec<Issue>,
) -> Option<Vec<CommentRecord>> {
    read_rows(&COMMENTS, bytes, file, issues, |columns, row| {
        let [hospital, measure, end, kind, date, text_ja, text_en, start, stratum] = *columns;
        for column in [text_ja, text_en] {
            if row.raw(column).chars().count() > COMMENT_CHARACTERS {
                return row.leave_out(IssueKind::OutOfRange, column, "a comment has at most 400 characters");
            }
        }
        Ok(CommentRecord {
            hospital: Subject::Hospital(known.hospital(row, hospital)?),
            measure: known.measure(row, measure)?.0,
            period_start: row.day(start)?,
            period_end: row.day(end)?,
            stratum: row.text(stratum),
            kind: row.code(kind, CommentKind::parse)?,
            date: row.day(date)?,
            text: row.both(text_ja, text_en),
        })
    })
}

/// Reads `corrections.csv`.
pub(super) fn read_corrections(
    bytes: &[u8],
    file: &str,
    known: &Known,
    issues: &mut Vec<Issue>,
) -> Option<Vec<CorrectionRecord>> {
    read_rows(&CORRECTIONS, bytes, file, issues, |columns, row| {
        let [hospital, measure, start, end, stratum, was, is, why_ja, why_en, date] = *columns;
        // a package has changed its values already; a list that stands alone must not unmask any
        if known.stands_alone() && Status::parse(row.raw(was).trim()).is_ok_and(Status::is_masked) {
            return row.leave_out(
                IssueKind::OutOfRange,
                was,
                "the publisher has masked this value, and it stays masked",
            );
        }
        if row.raw(is).trim() == CorrectionRecord::NOT_DECIDED {
            let why = "the draft is not finished: write the value as a plain number, or nothing where it is withdrawn";
            return row.leave_out(IssueKind::NotUnderstood, is, why);
        }
        Ok(CorrectionRecord {
            hospital: Subject::Hospital(known.hospital(row, hospital)?),
            measure: known.measure(row, measure)?.0,
            period: row.period(start, end)?,
            stratum: row.text(stratum),
            was: row.text(was),
            is: row.text(is),
            why: row.both(why_ja, why_en),
            date: row.needed_day(date)?,
        })
    })
}

/// Writes `sources.csv`.
pub(super) fn write_sources(records: &[SourceRecord]) -> Sheet {
    let mut sheet = Sheet::new(&SOURCES);
    for s in records {
        let (published, retrieved) = (print::day(s.published), print::day(s.retrieved));
        let cells = [
            &*s.id,
            &s.publisher.ja,
            &s.publisher.en,
            &s.title.ja,
            &s.title.en,
            &s.url,
            &s.licence,
            &s.attribution.ja,
            &s.attribution.en,
            &published,
            &retrieved,
            &s.sha256,
            &s.file,
        ];
        sheet.row(&SOURCES, cells);
    }
    sheet
}

/// Writes `footnotes.csv`.
pub(super) fn write_footnotes(records: &[FootnoteRecord]) -> Sheet {
    let mut sheet = Sheet::new(&FOOTNOTES);
    for f in records {
        sheet.row(&FOOTNOTES, [&*f.source_id, &f.code, &f.text.ja, &f.text.en]);
    }
    sheet
}

/// Writes `comments.csv`.
pub(super) fn write_comments(records: &[CommentRecord]) -> Sheet {
    let mut sheet = Sheet::new(&COMMENTS);
    for c in records {
        let Subject::Hospital(hospital) = &c.hospital else { continue };
        let [start, end, date] = [c.period_start, c.period_end, c.date].map(print::day);
        let kind = c.kind.as_str();
        let cells =
            [hospital.as_str(), c.measure.as_str(), &end, kind, &date, &c.text.ja, &c.text.en, &start, &c.stratum];
        sheet.row(&COMMENTS, cells);
    }
    sheet
}

/// Writes `corrections.csv`.
pub(super) fn write_corrections(records: &[CorrectionRecord]) -> Sheet {
    let mut sheet = Sheet::new(&CORRECTIONS);
    for c in records {
        let Subject::Hospital(hospital) = &c.hospital else { continue };
        let [start, end, date] = [c.period.start, c.period.end, c.date].map(|d| print::day(Some(d)));
        let cells = [
            hospital.as_str(),
            c.measure.as_str(),
            &start,
            &end,
            &c.stratum,
            &c.was,
            &c.is,
            &c.why.ja,
            &c.why.en,
            &date,
        ];
        sheet.row(&CORRECTIONS, cells);
    }
    sheet
}
