//! Which reader understands a file, judged by its content alone?

use crate::encoding;
use crate::input::{Content, RawInput, open};
use crate::log::{Log, Place};
use crate::merge;
use crate::package::{self, Lone};
use crate::readers::{MEDICAL_AREAS, TABLES, WORKBOOKS, places};
use crate::reading::{Options, Reading};
use crate::recipe::{self, RECIPES, Recipe};
use crate::source::{Given, SourceDescription};
use crate::table::{Columns, Sheet};
use crate::workbook::Workbook;
use domain::Bilingual;
use domain::issue::{Issue, IssueKind, Severity};
use domain::records::Batch;
use std::collections::BTreeMap;

/// Sheets of a workbook in which a known header is looked for.
const SHEETS_LOOKED_AT: usize = 12;

/// Finds the reader of a file and lets it read.
pub(crate) fn dispatch(input: &RawInput, sha256: &str, options: &Options) -> Reading {
    let content = match open(input) {
        Ok(content) => content,
        Err(issue) => {
            return Reading { issues: vec![issue], ..Reading::default() };
        }
    };
    let files = match content {
        Content::Package(files) => return read_package(&files, &input.name),
        Content::Workbook(bytes) => BTreeMap::from([(String::new(), bytes)]),
        Content::Files(files) if files.len() == 1 && files.contains_key(&input.name) => {
            files.into_values().map(|bytes| (String::new(), bytes)).collect()
        }
        Content::Files(files) => files,
    };
    let known = match Known::new(options) {
        Ok(known) => known,
        Err(why) => {
            return Reading { issues: vec![bad_recipe(input, options, &why)], ..Reading::default() };
        }
    };
    read_members(&files, &input.name, sha256, options, &known)
}

fn read_package(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Reading {
    let (batch, issues) = package::read_package(files, name);
    let usable = !issues.iter().any(|i| i.severity == Severity::Blocking);
    Reading {
        kind: "package".to_string(),
        title: Bilingual::new("交換用パッケージ", "Interchange package").to_strings(),
        batch: usable.then_some(batch),
        issues,
        ..Reading::default()
    }
}

/// Every member is read by itself; what they say becomes one batch.
fn read_members(
    files: &BTreeMap<String, Vec<u8>>,
    name: &str,
    sha256: &str,
    options: &Options,
    known: &Known,
) -> Reading {
    let mut reading = Reading::default();
    let alone = files.len() == 1;
    for (member, bytes) in files.iter().filter(|(member, _)| !is_litter(member)) {
        let given = Given { file: name, member, sha256, options };
        let mut log = Log::new(name);
        let read = if Workbook::is_one(bytes) {
            read_workbook(bytes, &given, known, &mut log)
        } else {
            read_text(bytes, &given, known, &mut log)
        };
        let mut issues = log.finish();
        if let Some((kind, title, batch)) = read {
            if !reading.kind.split('+').any(|k| k == kind) {
                reading.kind = join(&reading.kind, &kind, "+");
                reading.title =
                    Bilingual::new(join(&reading.title.ja, &title.ja, "、"), join(&reading.title.en, &title.en, "; "));
            }
            match (&mut reading.batch, batch) {
                (Some(into), Some(more)) => merge::append(into, more),
                (into @ None, more) => *into = more,
                (Some(_), None) => {}
            }
        }
        if !alone {
            issues.iter_mut().filter(|i| i.severity == Severity::Blocking).for_each(|i| i.severity = Severity::Problem);
        }
        reading.issues.append(&mut issues);
    }
    if reading.batch.is_none() && !reading.issues.iter().any(|i| i.severity == Severity::Blocking) {
        reading.issues.push(unknown(name, "no reader and no recipe knows what is in it"));
    }
    reading
}

/// Members that operating systems put into archives.
fn is_litter(member: &str) -> bool {
    member.starts_with("__MACOSX/") || member.ends_with(".DS_Store") || member.ends_with("Thumbs.db")
}

fn join(a: &str, b: &str, between: &str) -> String {
    if a.is_empty() { b.to_string() } else { format!("{a}{between}{b}") }
}

/// Kind, title and records of a table; no records where it is known but cannot be used.
type Read = Option<(String, Bilingual<String>, Option<Batch>)>;

fn read_text(bytes: &[u8], given: &Given<'_>, known: &Known, log: &mut Log) -> Read {
    if bytes.iter().take(4_096).any(|b| *b == 0)
        && !bytes.starts_with(&[0xFF, 0xFE])
        && !bytes.starts_with(&[0xFE, 0xFF])
    {
        return not_understood(given, "it is neither text nor a workbook nor an archive", log);
    }
    let decoded = encoding::decode(bytes);
    if let Some(encoding) = decoded.other_encoding {
        let message = format!("the text is not UTF-8; it was read as {encoding}");
        log.note(IssueKind::Encoding, Place::sheet(given.member), message);
    }
    if decoded.lost > 0 {
        let message = format!("{} characters could not be read and stand as �", decoded.lost);
        log.problem(IssueKind::Encoding, Place::sheet(given.member), message);
    }
    let sheet = Sheet::from_text(given.member, &decoded.text, log);
    if known.only_recipe.is_none() && places::are_medical_areas(&sheet) {
        let about = described(MEDICAL_AREAS, log)?;
        let batch = places::read_medical_areas(&about, &sheet, given, log);
        return Some((about.id.clone(), about.title.both(), batch));
    }
    if let Some(table) = lone_table(&sheet).filter(|_| known.only_recipe.is_none()) {
        let (batch, issues) = package::read_lone(table, bytes, given.file);
        issues.into_iter().for_each(|issue| log.take(issue));
        let (kind, title) = match table {
            Lone::Corrections => ("corrections", Bilingual::new("訂正の一覧", "Corrections")),
            Lone::Comments => ("comments", Bilingual::new("病院のコメントの一覧", "Comments by hospitals")),
            Lone::Events => {
                ("events", Bilingual::new("災害・感染症の時期の一覧", "Periods of disasters and outbreaks"))
            }
        };
        if table == Lone::Events && batch.events.is_empty() {
            log.blocking(
                IssueKind::NotUnderstood,
                Place::sheet(given.member),
                "no event of it could be used".to_string(),
            );
        }
        return Some((kind.to_string(), title.to_strings(), (!log.is_blocked()).then_some(batch)));
    }
    match known.find(&sheet) {
        Some((table, header)) => table.read(&sheet, header, given, log),
        None => nearest(&[sheet], given, known, log),
    }
}

/// A table of the package that an operator may hand in by itself.
fn lone_table(sheet: &Sheet) -> Option<Lone> {
    let columns = Columns::of(sheet.rows.first()?);
    let has = |headers: &[&str]| headers.iter().all(|h| columns.find(h).is_some());
    if has(&["hospital_id", "measure_id", "was", "is"]) {
        return Some(Lone::Corrections);
    }
    if has(&["hospital_id", "measure_id", "kind", "text_ja"]) {
        return Some(Lone::Comments);
    }
    let struck = has(&["area_code"]) || has(&["hospital_id"]);
    (struck && has(&["kind", "start", "end", "text_ja"])).then_some(Lone::Events)
}

fn read_workbook(bytes: &[u8], given: &Given<'_>, known: &Known, log: &mut Log) -> Read {
    let mut book = match Workbook::open(given.file, bytes) {
        Ok(book) => book,
        Err(issue) => {
            log.blocking(issue.kind, Place::sheet(given.member), issue.message);
            return None;
        }
    };
    let mut looked_at = Vec::new();
    for name in book.sheets.clone().iter().take(SHEETS_LOOKED_AT) {
        let Some(sheet) = book.sheet_or_told(name, log) else { continue };
        if let Some(reader) = WORKBOOKS.iter().find(|w| known.only_recipe.is_none() && (w.knows)(&sheet)) {
            let about = described(reader.description, log)?;
            let batch = (reader.read)(&about, &mut book, &sheet, given, log);
            return Some((about.id.clone(), about.title.both(), batch));
        }
        if let Some((table, header)) = known.find(&sheet) {
            return table.read(&sheet, header, given, log);
        }
        looked_at.push(sheet);
    }
    nearest(&looked_at, given, known, log)
}

/// Everything that is known by its headers.
struct Known {
    tables: Vec<KnownTable>,
    only_recipe: Option<String>,
}

struct KnownTable {
    known_by: Vec<String>,
    former: BTreeMap<String, Vec<String>>,
    title: Bilingual<String>,
    id: String,
    how: How,
}

enum How {
    Reader(usize, Box<SourceDescription>),
    Recipe(Box<Recipe>),
}

impl Known {
    /// All readers and recipes, or only the recipe that was given.
    fn new(options: &Options) -> Result<Self, String> {
        if let Some((name, text)) = &options.recipe {
            let recipe = recipe::parse(text)?;
            return Ok(Self { tables: vec![KnownTable::of(recipe)], only_recipe: Some(name.clone()) });
        }
        let mut tables = Vec::new();
        for (at, reader) in TABLES.iter().enumerate() {
            let about = SourceDescription::parse(reader.description)?;
            tables.push(KnownTable {
                known_by: reader.known_by.iter().map(|h| (*h).to_string()).collect(),
                former: BTreeMap::new(),
                title: about.title.both(),
                id: about.id.clone(),
                how: How::Reader(at, Box::new(about)),
            });
        }
        for (name, text) in RECIPES {
            tables.push(KnownTable::of(recipe::parse(text).map_err(|e| format!("{name}: {e}"))?));
        }
        Ok(Self { tables, only_recipe: None })
    }

    /// The table whose headers all stand in one row of the sheet; of several the one that asks for most.
    fn find(&self, sheet: &Sheet) -> Option<(&KnownTable, usize)> {
        let found = self.tables.iter().filter_map(|table| Some((table, table.header_in(sheet)?)));
        found.max_by_key(|(table, _)| table.known_by.len())
    }
}

impl KnownTable {
    fn of(recipe: Recipe) -> Self {
        Self {
            known_by: recipe.known_by.clone(),
            former: recipe.alias.clone(),
            title: recipe.title.both(),
            id: recipe.id.clone(),
            how: How::Recipe(Box::new(recipe)),
        }
    }

    fn header_in(&self, sheet: &Sheet) -> Option<usize> {
        sheet.rows.iter().take(30).position(|row| {
            let columns = Columns::of(row);
            self.known_by.iter().all(|h| self.stands_in(&columns, h))
        })
    }

    fn stands_in(&self, columns: &Columns, header: &str) -> bool {
        columns.find(header).is_some()
            || self.former.get(header).into_iter().flatten().any(|f| columns.find(f).is_some())
    }

    fn read(&self, sheet: &Sheet, header: usize, given: &Given<'_>, log: &mut Log) -> Read {
        let batch = match &self.how {
            How::Recipe(recipe) => recipe::read(recipe, sheet, header, given, log),
            How::Reader(at, about) => {
                TABLES.get(*at).and_then(|reader| (reader.read)(about, sheet, header, given, log))
            }
        };
        Some((self.id.clone(), self.title.clone(), batch))
    }
}

/// Says which known table a file comes closest to, and what it lacks.
fn nearest(sheets: &[Sheet], given: &Given<'_>, known: &Known, log: &mut Log) -> Read {
    let mut best: Option<(usize, &KnownTable, &Sheet, usize)> = None;
    for sheet in sheets {
        for table in &known.tables {
            let wanted: Vec<&str> = table.known_by.iter().map(String::as_str).collect();
            let Some((at, hits)) = sheet.nearest_header(&wanted) else {
                continue;
            };
            let close = hits >= 2 && hits * 2 >= wanted.len();
            let only = known.only_recipe.is_some();
            if (close || only) && best.is_none_or(|(most, ..)| hits > most) {
                best = Some((hits, table, sheet, at));
            }
        }
    }
    let Some((_, table, sheet, at)) = best else {
        return not_understood(given, "no reader and no recipe knows this layout", log);
    };
    let columns = sheet.rows.get(at).map(Columns::of).unwrap_or_default();
    let row = sheet.rows.get(at).map_or(1, |r| r.number);
    for missing in table.known_by.iter().filter(|h| !table.stands_in(&columns, h)) {
        let message = format!("this looks like \"{}\" but the column is missing; found: {}", table.id, columns.list());
        log.blocking(IssueKind::MissingColumn, Place::cell(&sheet.name, row, missing, ""), message);
    }
    Some((table.id.clone(), table.title.clone(), None))
}

fn not_understood(given: &Given<'_>, why: &str, log: &mut Log) -> Read {
    let issue = unknown(given.file, why);
    log.blocking(issue.kind, Place::sheet(given.member), issue.message);
    None
}

fn described(text: &str, log: &mut Log) -> Option<SourceDescription> {
    SourceDescription::parse(text).map_err(|why| log.blocking(IssueKind::NotUnderstood, Place::sheet(""), why)).ok()
}

fn bad_recipe(input: &RawInput, options: &Options, why: &str) -> Issue {
    let name = options.recipe.as_ref().map_or("", |(name, _)| name.as_str());
    let message = format!("the recipe {name} cannot be used: {}", why.trim());
    Issue::of_file(Severity::Blocking, IssueKind::NotUnderstood, &input.name, message)
}

fn unknown(name: &str, why: &str) -> Issue {
    let message = format!("{why}; describe it with a recipe (--recipe FILE.toml)");
    Issue::of_file(Severity::Blocking, IssueKind::UnknownFile, name, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_description_of_the_project_can_be_read() {
        assert!(Known::new(&Options::default()).is_ok());
        for text in WORKBOOKS.iter().map(|w| w.description).chain([MEDICAL_AREAS]) {
            SourceDescription::parse(text).unwrap();
        }
    }
}
